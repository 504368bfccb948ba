"""A gate and its post by the stick: the request, the answers found there, what each of them changes."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.books.exports import Range
from db.books.pass_id import Book, PassId
from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.exchange.admission import cut_off, retire, stop_pass
from db.exchange.answer_news import NamedGate, ToldFinding
from db.exchange.on_drive import LastUse, answer_files, last_use
from db.exchange.requests import read_request
from db.register import Register, open_register
from db.trust.keys import SigningKey, fingerprint
from db.trust.roles import Role
from desktop.operations import joining
from desktop.operations.exports import export_day, plan_export
from tests.district import District, lines_of, signed
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, as_role

STRANGER = SigningKey(b"\x11" * 32)


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    made = District(tmp_path)
    yield made
    made.close()


@pytest.fixture
def gate(district: District) -> Register:
    return district.gate(312)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def left(stick: Path, data: bytes, number: int, folder: str = "") -> Path:
    """An answer on a stick, under the name that a post gives it."""
    path = stick / folder / f"gatebook-answer-{number:06d}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def answered(district: District, stick: Path, **wanted: object) -> Path:
    """The post's next answer on a stick."""
    made = district.answer(**wanted)
    return left(stick, made.data, made.number)


def why(found: joining.OnStick) -> object:
    return found.refused.code if found.refused else None


# Asking


def test_the_request_lies_on_the_stick_and_the_fingerprint_is_the_gates(gate: Register, stick: Path) -> None:
    asked = joining.write_request(gate, stick).value
    assert asked.path == stick / "Gatebook" / "gatebook-request-0312.json"
    assert asked.fingerprint == fingerprint(gate.key_file.gate_key) == joining.standing(gate).own
    first = asked.path.read_bytes()
    assert fingerprint(read_request(first).signer) == asked.fingerprint
    assert joining.write_request(gate, stick).value.path.name == "gatebook-request-0312-2.json"
    assert asked.path.read_bytes() == first


def test_a_volunteer_cannot_ask_and_a_stick_that_is_gone_is_said(gate: Register, stick: Path) -> None:
    stick.rmdir()
    with pytest.raises(Fault) as fault:
        joining.write_request(gate, stick)
    assert fault.value.code is FaultCode.NOT_FOUND and not stick.exists()
    as_role(gate, Role.VOLUNTEER)
    with pytest.raises(Denied):
        joining.write_request(gate, stick)
    assert not joining.standing(gate).may_ask


# Finding


def test_answers_are_found_where_posts_leave_them_and_nothing_else_is_opened(stick: Path) -> None:
    names = [
        left(stick, b"{}", 7),
        left(stick, b"{}", 12, "Gatebook"),
        left(stick, b"{}", 3, "Gatebook/0312"),
    ]
    (stick / "gatebook-answer-000099.json").symlink_to(names[0])
    (stick / "Photos").mkdir()
    left(stick, b"{}", 50, "Photos")
    for name in ("autorun.inf", "gatebook-answer-x.json", "gatebook-answer-000001.json.part"):
        (stick / name).write_bytes(b"x")
    os.mkfifo(stick / "gatebook-answer-000098.json")
    assert answer_files(stick) == [names[1], names[0], names[2]]
    assert answer_files(stick / "gone") == []


def test_a_stick_tells_which_gate_used_it_last(gate: Register, district: District, stick: Path) -> None:
    assert last_use(stick) is None
    other = district.gate(313)
    export_day(other, "2020-02-09", stick)
    export_day(gate, "2020-02-10", stick)
    (stick / "Gatebook" / "0314" / "2020-02-11").mkdir(parents=True)
    assert last_use(stick) == LastUse(312, "2020-02-10")


def test_a_failing_stick_tells_nothing_and_ends_no_looking(
    gate: Register, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks for drives does so in a thread: an error there would end it, and no drive be noticed again."""
    export_day(gate, "2020-02-10", stick)

    def broken(path: str | os.PathLike[str], **_: object) -> os.stat_result:
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(os, "stat", broken)
    assert last_use(stick) == LastUse(312, "2020-02-10")
    monkeypatch.setattr(os, "scandir", broken)
    assert last_use(stick) is None
    assert answer_files(stick) == []


def test_a_gate_alone_is_shown_the_post_that_knows_it(
    district: District, gate: Register, stick: Path
) -> None:
    path = answered(district, stick)
    left(stick, signed(district.answer().data, STRANGER, number=9, gates=[]), 9)
    found = joining.answers_on(gate, [stick])
    assert found.met is not None and found.met.path == path
    assert (found.met.post, found.met.fingerprint) == ("指挥部", district.fingerprint)
    assert (found.newer, found.refused) == (None, None)


def test_a_gate_that_the_post_does_not_know_is_told_to_ask_first(district: District, stick: Path) -> None:
    alone = district.gate(312, admitted=False)
    answered(district, stick)
    assert why(joining.answers_on(alone, [stick])) is RefusalCode.ANSWER_NOT_FOR_US


@pytest.mark.parametrize("broken", [b"", b'{"doc": 1, "signature": "00"}'])
def test_a_damaged_answer_is_told_and_one_that_is_whole_beside_it_is_taken(
    district: District, gate: Register, stick: Path, broken: bytes
) -> None:
    left(stick, broken, 99)
    assert why(joining.answers_on(gate, [stick])) is RefusalCode.DOCUMENT_DAMAGED
    district.join(gate)
    newer = answered(district, stick)
    assert joining.answers_on(gate, [stick]) == joining.OnStick(newer=newer)


def test_the_own_posts_highest_counts_a_lower_and_another_posts_are_told(
    district: District, gate: Register, stick: Path
) -> None:
    low = answered(district, stick)
    district.join(gate)
    assert why(joining.answers_on(gate, [stick])) is RefusalCode.ANSWER_OLDER
    low.unlink()
    third, fourth = answered(district, stick), answered(district, stick)
    assert third != fourth and joining.answers_on(gate, [stick]).newer == fourth
    assert joining.take_news(gate, fourth).value is not None
    assert joining.answers_on(gate, [stick]) == joining.OnStick()
    assert joining.take_news(gate, fourth).value is None
    for path in (third, fourth):
        path.unlink()
    left(stick, signed(district.answer().data, STRANGER, number=900), 900)
    assert why(joining.answers_on(gate, [stick])) is RefusalCode.OTHER_POST


# Taking in


def test_the_first_is_taken_once_a_lead_found_the_fingerprint_the_same(
    district: District, gate: Register, stick: Path
) -> None:
    path, lead = answered(district, stick, notes=["口罩明天到"]), gate.access
    before = lines_of(gate)
    for mark, code in (
        (None, RefusalCode.FINGERPRINT_NEEDED),
        ("AAAA-BBBB", RefusalCode.FINGERPRINT_DIFFERS),
    ):
        with pytest.raises(Refusal) as refused:
            joining.take_news(gate, path, mark)
        assert refused.value.code is code
    as_role(gate, Role.REGISTRAR)
    with pytest.raises(Denied):
        joining.take_news(gate, path, district.fingerprint)
    assert lines_of(gate) == before and joining.standing(gate).post is None
    gate.access = lead
    news = joining.take_news(gate, path, district.fingerprint).value
    assert news is not None and news.joined
    assert (news.said.number, news.said.state, news.said.notes) == (1, "admitted", ("口罩明天到",))
    now = joining.standing(gate)
    assert now.post is not None and (now.theirs, now.days, now.old) == (district.fingerprint, 0, False)
    assert now.said == news.said


def test_a_later_one_tells_what_it_changes(district: District, gate: Register, stick: Path) -> None:
    lost, closed = district.gate(313), district.gate(314)
    district.join(gate)
    late = district.gate(315, compound="锦绣园")
    district.bring(lost)
    with district.post.writing() as ledger:
        cut_off(ledger, 313, "笔记本丢了")
        retire(ledger, closed.gate.gate, "撤岗")
        for number in (1, 2, 3):
            stop_pass(ledger, PassId(314, Book.MEDICAL, number), "查无此人")
    finding = {
        "kind": "two_places",
        "pass": "M-0312-000007",
        "gate": 315,
        "time": "2020-02-10T08:01:00.000+08:00",
    }
    finding["before"] = {"gate": 312, "time": "2020-02-10T07:59:00.000+08:00"}
    others = {**finding, "pass": "M-0400-000001", "gate": 401, "before": None}
    path = answered(
        district,
        stick,
        resend=[{"gate": 312, "epoch": 1, "from": 1, "to": 2}, {"gate": 315, "epoch": 1, "from": 5, "to": 9}],
        findings=[finding, others, "?", {"kind": 5}],
        orders=[{"text": "今晚八点换班后消杀"}],
        notes=["口罩明天到", {"to": "all"}],
    )
    as_role(gate, Role.VOLUNTEER)
    news = joining.take_news(gate, path).value
    assert news is not None and not news.joined
    assert news.added == (NamedGate(315, late.gate.name),)
    assert [[one.gate for one in some] for some in (news.gone, news.retired, news.cut_off)] == [
        [],
        [314],
        [313],
    ]
    assert (news.revoked, news.state_changed, news.behind) == (3, False, None)
    assert news.said.wanted == (Range(1, 1, 2),)
    places = ((312, "2020-02-10T07:59:00.000+08:00"), (315, "2020-02-10T08:01:00.000+08:00"))
    assert news.said.findings == (ToldFinding("two_places", PassId(312, Book.MEDICAL, 7), places, None),)
    assert news.said.orders == ("今晚八点换班后消杀",)
    assert news.said.notes == ("口罩明天到", '{"to": "all"}')


def test_what_the_post_wants_again_goes_with_the_next_export(
    district: District, gate: Register, stick: Path
) -> None:
    district.join(gate)
    export_day(gate, "2020-02-10", stick)
    path = answered(district, stick, resend=[{"gate": 312, "epoch": 1, "from": 1, "to": 2}])
    joining.take_news(gate, path)
    assert Range(1, 1, 2) in plan_export(gate, "2020-02-10").ranges
    names = {file.path.name for file in export_day(gate, "2020-02-10", stick).value.files}
    assert "gatebook-0312-e1-000001-000002.gbk.age" in names
    assert all(some.first > 2 for some in plan_export(gate, "2020-02-10").ranges)


def test_a_clock_that_is_behind_the_posts_is_said_and_one_far_behind_takes_nothing(
    district: District, gate: Register, stick: Path
) -> None:
    district.join(gate)
    path = answered(district, stick)
    district.clock.now -= timedelta(minutes=25)
    news = joining.take_news(gate, path).value
    # Every look at the clock takes it a millisecond on.
    assert news is not None and news.behind is not None and 24 * 60 < news.behind <= 25 * 60
    district.clock.now += timedelta(hours=3)
    path = answered(district, stick)
    district.clock.now -= timedelta(hours=3)
    with pytest.raises(Refusal) as refused:
        joining.take_news(gate, path)
    assert refused.value.code is RefusalCode.ANSWER_FUTURE


def test_an_own_gate_that_was_cut_off_is_told_so(district: District, gate: Register, stick: Path) -> None:
    district.join(gate)
    district.bring(gate)
    with district.post.writing() as ledger:
        cut_off(ledger, 312, "笔记本丢了")
    news = joining.take_news(gate, answered(district, stick)).value
    assert news is not None and news.state_changed and news.said.state == "cut_off"
    said = joining.standing(gate).said
    assert said is not None and said.state == "cut_off"


def test_how_old_the_answer_is_and_when_that_is_too_old(district: District, gate: Register) -> None:
    district.join(gate)
    district.clock.now += timedelta(days=3)
    now = joining.standing(gate)
    assert (now.days, now.old) == (3, False)
    district.clock.now += timedelta(days=1)
    now = joining.standing(gate)
    assert (now.days, now.old) == (4, True)


def test_what_a_post_writes_is_shown_without_characters_that_turn_or_break_a_line(
    district: District, gate: Register, stick: Path
) -> None:
    district.join(gate)
    made = json.loads(answered(district, stick).read_bytes())["doc"]
    assert made["notes"] == []
    nasty = "口罩\u202e到\x07明天\x1b[2J" + "长" * 9_000
    key = district.post.access.signing_key()
    path = left(stick, signed(district.answer().data, key, notes=[nasty, "", 5], orders="一句话"), 3)
    news = joining.take_news(gate, path).value
    assert news is not None
    assert not set("\u202e\x07\x1b") & set(news.said.notes[0]) and len(news.said.notes[0]) == 500
    assert news.said.notes[1:] == ("5",) and news.said.orders == ("一句话",)


KILLED = """
import os, sys
from pathlib import Path
from db.register import open_register
from db.trust import trust_list
from desktop.operations import joining
from tests.registers import FakeClock, OPERATOR, PASSPHRASE

put = trust_list.put_trust

def die(connection, answer, document):
    put(connection, answer, document)
    os._exit(9)

trust_list.put_trust = die
clock = FakeClock()
clock.forward(minutes=5)
with open_register(Path(sys.argv[1]), OPERATOR, PASSPHRASE, clock=clock.clock()) as register:
    joining.take_news(register, Path(sys.argv[2]), sys.argv[3])
"""


def test_a_program_killed_while_it_takes_an_answer_has_taken_nothing_and_takes_it_the_next_time(
    district: District, gate: Register, stick: Path
) -> None:
    path, before, place = answered(district, stick), lines_of(gate), gate.path
    gate.close()
    command = [sys.executable, "-c", KILLED, str(place), str(path), district.fingerprint]
    ended = subprocess.run(
        command, cwd=Path(__file__).parents[3], check=False, capture_output=True, text=True
    )
    assert ended.returncode == 9, ended.stderr
    clock = FakeClock()
    clock.forward(minutes=9)
    with open_register(place, OPERATOR, PASSPHRASE, clock=clock.clock()) as again:
        assert joining.standing(again).post is None and lines_of(again) == before
        news = joining.take_news(again, path, district.fingerprint).value
        assert news is not None and news.joined
