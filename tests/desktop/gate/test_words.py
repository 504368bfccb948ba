"""Every verdict has a word, a cause and a next step, in both languages, and accuses nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from db.books.verdict import Direction, Verdict, Worry
from db.errors import Fault, FaultCode
from desktop.language import install_language
from desktop.views.gate.details import details_of
from desktop.views.gate.notes import method_name, note_words
from desktop.views.gate.person import Guest, Person, Result, TurnedAway
from desktop.views.gate.wishes import Note
from desktop.views.gate.words import Face, Setting, face_of, face_of_result, face_of_turned_away
from tests.desktop.gate.people import IN, OUT, arrival, hold_of, written

SETTING = Setting(date(2020, 2, 10), next_no=213)
REFUSALS = [verdict for verdict in Verdict if verdict.refuses]
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install_language(request.param)
    yield request.param
    install_language("en")


def person(**facts: object) -> Person:
    found = arrival(**facts)  # type: ignore[arg-type]
    return Person(found, found.look.direction, "forehead")


def everyone() -> list[tuple[str, Person]]:
    """Someone for every verdict and every reason that there is."""
    strangers = (Verdict.UNREADABLE, Verdict.UNKNOWN_ISSUER, Verdict.FORGED)
    people = [
        (f"{verdict} {way}", person(refused=verdict, lane=way, last=None, genuine=verdict not in strangers))
        for verdict in REFUSALS
        for way in (None, IN, OUT)
    ]
    people += [
        (f"attention {worry}", person(worry=worry.value, hold=hold_of() if worry is Worry.HELD else None))
        for worry in Worry
    ]
    people += [
        ("already inside", person(last=IN, lane=IN)),
        ("already outside", person(last=OUT, lane=OUT)),
        ("ok in", person(last=OUT)),
        ("ok out", person(last=IN)),
        ("ok unknown way", person(last=None)),
        ("guest", Person(None, IN, "forehead", guest=Guest("visitor", "访客", "史萍玉"))),
    ]
    overridden = person(refused=Verdict.REVOKED, lane=IN)
    overridden.override = "急事"
    return [*people, ("override", overridden)]


def faces() -> list[tuple[str, Face]]:
    found = [(name, face_of(one, SETTING)) for name, one in everyone()]
    for way in (IN, OUT):
        for tenths, outcome in ((365, "passed"), (346, "passed"), (None, "passed"), (376, "turned_away")):
            one = person(last=way.other)
            found.append(
                (f"{way} {tenths}", face_of_result(Result(one, written(one, tenths, outcome)), SETTING))
            )
    return [*found, ("sent away", face_of_turned_away(TurnedAway("黄娜莲", "没有证")))]


def test_every_verdict_and_reason_has_a_word_and_a_cause(language: str) -> None:
    for name, face in faces():
        assert face.word, name
        assert face.sub, name
        assert face.kind in ("measure", "allow", "attn", "deny"), name


def test_what_stops_or_asks_for_a_look_says_what_to_do(language: str) -> None:
    for name, face in faces():
        if face.kind in ("attn", "deny") and name != "sent away":
            assert face.todo, name


def test_nothing_is_left_in_the_other_language(language: str) -> None:
    for name, face in faces():
        words = f"{face.word} {face.todo} {face.plate}"
        assert bool(HAN.search(words)) is (language == "zh"), (name, words)


def test_words_are_short_and_nobody_is_shouted_at_or_accused(language: str) -> None:
    for name, face in faces():
        said = f"{face.word} {face.sub} {face.todo}"
        assert not re.search("[!！]", said), name
        assert not re.search("伪造|非法|异常|错误|请勿|forged|illegal|fake", said), (name, said)
        longest = 8 if language == "zh" else 16
        assert len(face.word) <= longest, (name, face.word)
        assert len(face.todo) <= (14 if language == "zh" else 40), (name, face.todo)


def test_shape_and_colour_follow_the_verdict(language: str) -> None:
    for name, one in everyone():
        look, kind = one.look, face_of(one, SETTING).kind
        if look is None or one.override:
            continue
        if look.verdict.refuses:
            assert kind == "deny", name
        elif look.verdict is Verdict.OK:
            assert kind == "measure", name
        else:
            assert kind == "attn", name


def test_green_is_never_shown_before_the_line_is_written(language: str) -> None:
    assert all(face_of(one, SETTING).kind != "allow" for _, one in everyone())


@pytest.mark.parametrize("verdict", REFUSALS)
def test_going_out_the_reason_is_told_and_the_way_is_open(verdict: Verdict, qapp: QApplication) -> None:
    install_language("en")
    face = face_of(person(refused=verdict, lane=OUT), SETTING)
    assert (face.kind, face.word) == ("attn", "Look first")
    assert face.sub.endswith("Going out is allowed")


def test_no_one_is_told_that_they_cannot_go_out(language: str) -> None:
    assert all("不能出" not in f"{face.word}{face.sub}{face.todo}" for _, face in faces())


def test_only_what_is_not_ours_has_hazard_stripes(qapp: QApplication) -> None:
    install_language("en")
    striped = {name for name, one in everyone() if face_of(one, SETTING).hazard}
    assert striped == {f"{verdict} {way}" for verdict in ("forged", "unknown_issuer") for way in (None, IN)}


def test_the_words_of_the_field(qapp: QApplication) -> None:
    install_language("zh")
    assert face_of(person(last=OUT), SETTING).word == "证有效，测体温"
    assert face_of(person(last=OUT), SETTING).plate == "将记为"
    assert face_of(person(last=IN, lane=IN), SETTING).word == "已在里面"
    assert face_of(person(worry="held", hold=hold_of()), SETTING).word == "先复测"
    assert face_of(person(refused=Verdict.FORGED, lane=IN, genuine=False), SETTING).sub == "不是我们发的证"
    one = person(last=OUT)
    assert face_of_result(Result(one, written(one, 365)), SETTING).word == "可以进"
    install_language("en")


@pytest.mark.parametrize("note", Note)
def test_every_note_is_said_in_both_languages(note: Note, language: str) -> None:
    words = note_words(note, "周文静", "05:12", Fault(FaultCode.DISK_FULL))
    assert words and not re.search("[!！]", words)
    without_data = words.replace("周文静", "").replace("Enter", "")
    assert bool(HAN.search(without_data)) is (language == "zh"), words


@pytest.mark.parametrize("method", ["forehead", "wrist", "neck", "armpit", "ear"])
def test_every_method_has_its_word(method: str, language: str) -> None:
    assert method_name(method) and method_name(method) != method


def test_numbers_are_never_translated_but_their_letter(qapp: QApplication) -> None:
    install_language("zh")
    assert details_of(person(), SETTING).number == "医-0312-000001"
    install_language("en")
    assert details_of(person(), SETTING).number == "M-0312-000001"


def test_a_card_that_is_not_genuine_tells_nobodys_name(language: str) -> None:
    details = details_of(person(refused=Verdict.FORGED, genuine=True, lane=IN), SETTING)
    assert not details.known and "周文静" not in details.name


def test_a_phone_is_masked(language: str) -> None:
    guest = Guest("visitor", "访客", "史萍玉", "13900006731", "19-3-204")
    facts = details_of(Person(None, IN, "forehead", guest=guest), SETTING).facts
    assert [fact.value for fact in facts] == ["19-3-204", "139 **** 6731"]


def test_another_days_time_says_the_day(qapp: QApplication) -> None:
    install_language("en")
    one = person(last=OUT)
    later = replace(SETTING, today=date(2020, 2, 12))
    assert face_of(one, later).sub == "Last out 10 Feb 07:12, now going in"
    assert Direction.IN is IN
