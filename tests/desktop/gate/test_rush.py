"""Rush hour: the temperature before the card, and a queue of one book, as decisions without a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.books.pass_id import Book
from db.books.verdict import Verdict
from desktop.views.gate.person import Result, Stage
from desktop.views.gate.rules import FORGET_TYPED_MS, QUEUE_IDLE_MS, QUEUE_TRAY
from desktop.views.gate.spoken import spoken_degrees
from desktop.views.gate.wishes import Note, Say, Word
from tests.desktop.gate.people import IN, OUT, Gate, card


@pytest.fixture
def gate() -> Gate:
    gate = Gate()
    for number, name in enumerate("甲乙丙丁戊己庚辛", start=1):
        gate.knows(number, name=name)
    return gate


def queue(gate: Gate, book: Book = Book.MEDICAL) -> None:
    """A queue into the compound; the people of these tests are of the medical book."""
    gate.take(gate.flow.start_queue(book, IN, gate.now))
    gate.played.clear()


# The temperature first


def test_a_temperature_with_enter_waits_and_the_next_scan_finishes_the_line(gate: Gate) -> None:
    gate.key("365⏎")
    assert gate.flow.kept is not None and gate.flow.kept.tenths == 365
    assert gate.played == ["saved"] and gate.field == ""
    gate.scan(card(1))
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.played[-1] == "let_in"
    assert isinstance(gate.flow.shown, Result) and gate.flow.kept is None


def test_only_one_scan_takes_it(gate: Gate) -> None:
    gate.key("365⏎")
    gate.scan(card(1))
    gate.scan(card(2))
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.front == "乙" and gate.field == ""


def test_the_scan_takes_it_and_not_the_verdict_that_comes_first(gate: Gate) -> None:
    gate.key("365⏎")
    gate.answers = False
    gate.scan(card(1))
    gate.scan(card(2), after=400)
    gate.answers = True
    gate.take(gate.flow.looked(gate.looks[card(1)]))
    gate.take(gate.flow.looked(gate.looks[card(2)]))
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.front == "乙" and gate.field == ""


def test_it_is_dropped_after_twenty_seconds_and_that_is_said(gate: Gate) -> None:
    assert FORGET_TYPED_MS == 20_000
    gate.key("365⏎")
    gate.flow.tick(gate.now + 19_000)
    assert gate.flow.kept is not None
    gate.flow.tick(gate.now + 21_000)
    assert gate.flow.kept is None and gate.flow.note is Note.KEPT_GONE
    gate.scan(card(1))
    assert gate.lines == [] and gate.field == ""


@pytest.mark.parametrize("keys", ["⎋", "0⏎"])
def test_esc_drops_it(gate: Gate, keys: str) -> None:
    gate.key("365⏎" + keys)
    assert gate.flow.kept is None
    gate.scan(card(1))
    assert gate.lines == [] and gate.field == ""


def test_another_temperature_takes_its_place_and_half_of_one_makes_it_nobodys(gate: Gate) -> None:
    gate.key("365⏎364⏎")
    gate.scan(card(1))
    assert gate.recorded == [("甲", "in", 364)]
    gate.key("365⏎36")
    gate.scan(card(2))
    assert len(gate.lines) == 1 and gate.field == "36"


def test_a_command_from_the_number_pad_leaves_it(gate: Gate) -> None:
    gate.key("365⏎7⏎")
    assert gate.opened == ["CALL"]
    assert gate.flow.kept is not None


def test_a_fever_first_is_held_by_the_scan(gate: Gate) -> None:
    gate.key("378⏎")
    assert gate.played == ["attention"]
    gate.scan(card(1))
    assert gate.recorded == [("甲", "in", 378)]
    assert gate.played[-1] == "fever"


def test_a_low_one_is_measured_twice_before_it_waits(gate: Gate) -> None:
    gate.key("346⏎")
    assert gate.flow.note is Note.LOW_AGAIN and gate.flow.kept is None
    gate.key("348⏎")
    gate.scan(card(1))
    assert gate.recorded == [("甲", "in", 348)]
    assert gate.lines[0].person.low_before == 346


@pytest.mark.parametrize(("keys", "note"), [("36⏎", Note.UNFINISHED), ("999⏎", Note.OUT_OF_RANGE)])
def test_what_is_no_temperature_does_not_wait(gate: Gate, keys: str, note: Note) -> None:
    gate.key(keys)
    assert gate.flow.note is note and gate.flow.kept is None


def test_a_refused_card_gets_nothing_of_it_and_neither_does_the_next(gate: Gate) -> None:
    gate.knows(9, refused=Verdict.REVOKED)
    gate.key("365⏎")
    gate.scan(card(9))
    assert gate.flow.front is not None and gate.flow.front.stage is Stage.REFUSED
    gate.scan(card(1))
    assert gate.lines == [] and gate.field == ""


def test_who_has_to_be_looked_at_is_looked_at_with_it(gate: Gate) -> None:
    gate.knows(9, name="壬", worry="key_person")
    gate.key("365⏎")
    gate.scan(card(9))
    assert gate.lines == [] and gate.field == "36.5"
    gate.key("⏎")
    assert gate.recorded == [("壬", "in", 365)]


def test_a_first_crossing_still_asks_for_the_direction_and_goes_with_it(gate: Gate) -> None:
    gate.knows(9, name="壬", last=None)
    gate.key("365⏎")
    gate.scan(card(9))
    assert gate.lines == [] and gate.played[-1] == "attention"
    gate.take(gate.flow.face(IN))
    assert gate.recorded == [("壬", "in", 365)]


def test_a_correction_after_the_scan_needs_enter_again(gate: Gate) -> None:
    gate.knows(9, name="壬", last=None)
    gate.key("365⏎")
    gate.scan(card(9))
    gate.take(gate.flow.back(gate.now))
    gate.key("6")
    gate.take(gate.flow.face(IN))
    assert gate.lines == [] and gate.field == "36.6"


def test_someone_found_by_hand_gets_it_but_never_goes_at_once(gate: Gate) -> None:
    from db.books.pass_id import PassId

    gate.key("365⏎")
    gate.take(gate.flow.picked(PassId(312, Book.MEDICAL, 1)))
    assert gate.lines == [] and gate.field == "36.5"


def test_the_place_it_was_measured_at_goes_with_it(gate: Gate) -> None:
    gate.take(gate.flow.next_method())
    gate.key("365⏎")
    gate.scan(card(1))
    assert gate.lines[0].reading.method == "wrist"
    gate.scan(card(2))
    assert gate.flow.front is not None and gate.flow.front.method == "forehead"


# A queue of one book


def test_in_a_queue_the_next_scan_is_enter(gate: Gate) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.key("365")
    gate.scan(card(2))
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.front == "乙" and gate.field == ""
    assert isinstance(gate.flow.aside, Result) and gate.flow.aside.person.name == "甲"
    gate.key("364")
    gate.scan(card(3))
    gate.key("363⏎")
    assert gate.recorded[1:] == [("乙", "in", 364), ("丙", "in", 363)]
    assert gate.flow.mode is not None and len(gate.flow.mode.passed) == 3


def test_the_sound_of_who_was_let_in_is_not_cut_off_by_the_next_good_card(gate: Gate) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.key("365")
    gate.scan(card(2))
    assert gate.played == ["measure", "let_in"]


def test_nobody_is_waved_on_before_the_thermometer(gate: Gate) -> None:
    queue(gate)
    for number in range(1, 8):
        gate.scan(card(number))
    assert gate.lines == []
    assert gate.waiting == list("乙丙丁戊己") and len(gate.waiting) == QUEUE_TRAY
    assert gate.flow.note is Note.TRAY_FULL and gate.played[-1] == "attention"
    gate.key("361⏎362⏎363⏎364⏎365⏎366⏎")
    assert [name for name, _, _ in gate.recorded] == list("甲乙丙丁戊己")


def test_where_nobody_is_measured_a_scan_is_a_line() -> None:
    gate = Gate(temp_in=False)
    for number, name in enumerate("甲乙丙", start=1):
        gate.knows(number, name=name)
    queue(gate)
    for number in (1, 2, 3):
        gate.scan(card(number))
    assert [name for name, _, _ in gate.recorded] == list("甲乙丙")
    assert gate.flow.mode is not None and len(gate.flow.mode.passed) == 3


def test_a_first_crossing_goes_the_way_of_the_queue(gate: Gate) -> None:
    gate.knows(9, name="壬", last=None, lane=IN)
    queue(gate)
    gate.scan(card(9))
    gate.key("365")
    gate.scan(card(1))
    assert gate.recorded == [("壬", "in", 365)]


def test_another_book_stops_and_is_not_counted() -> None:
    gate = Gate(temp_in=False)
    gate.knows(1, name="甲")
    queue(gate, Book.SUPPORT)
    gate.scan(card(1))
    assert gate.lines == [] and gate.played == ["attention"]
    assert gate.flow.front is not None and gate.flow.front.stage is Stage.LOOK
    gate.key("⏎")
    assert gate.recorded == [("甲", "in", None)]
    assert gate.flow.mode is not None and not gate.flow.mode.passed


@pytest.mark.parametrize("keys", ["378", "346", "36", "999"])
def test_a_fever_a_low_one_and_half_of_one_are_not_recorded_by_the_next_scan(gate: Gate, keys: str) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.key(keys)
    gate.scan(card(2))
    assert gate.lines == []
    assert gate.flow.note is Note.FRONT_FIRST and "attention" in gate.played
    assert gate.front == "甲" and gate.waiting == ["乙"]


def test_who_has_to_be_looked_at_is_not_recorded_by_the_next_scan(gate: Gate) -> None:
    gate.knows(9, name="壬", worry="overdue")
    queue(gate)
    gate.scan(card(9))
    gate.key("365")
    gate.scan(card(1))
    assert gate.lines == [] and gate.front == "壬"


def test_the_same_card_again_records_nobody(gate: Gate) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.key("365")
    gate.scan(card(1), after=800)
    gate.scan(card(1), after=9_000)
    assert gate.lines == [] and gate.field == "36.5"
    assert gate.flow.note is Note.IN_FRONT


def test_a_refused_card_stops_and_takes_nothing_from_the_one_before(gate: Gate) -> None:
    gate.knows(9, refused=Verdict.EXPIRED)
    queue(gate)
    gate.scan(card(1))
    gate.key("365")
    gate.scan(card(9))
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.flow.front is not None and gate.flow.front.stage is Stage.REFUSED
    assert gate.played[-1] == "stop"


def test_a_voided_line_is_not_counted(gate: Gate) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.key("365⏎")
    mode = gate.flow.mode
    assert mode is not None
    (seq,) = mode.passed
    mode.forget(seq)
    assert not mode.passed


def test_it_ends_by_its_key_and_says_how_many_passed(gate: Gate) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.key("365⏎")
    gate.take(gate.flow.end_queue())
    assert (gate.flow.note, gate.flow.note_name, gate.flow.mode) == (Note.QUEUE_ENDED, "1", None)
    gate.scan(card(2))
    gate.key("365")
    gate.scan(card(3))
    assert len(gate.lines) == 1


def test_it_ends_by_itself_when_nobody_came_for_five_minutes(gate: Gate) -> None:
    assert QUEUE_IDLE_MS == 300_000
    queue(gate)
    gate.scan(card(1))
    gate.key("365⏎")
    gate.flow.tick(gate.now + 299_000)
    assert gate.flow.mode is not None
    gate.flow.tick(gate.now + 301_000)
    assert gate.flow.mode is None and gate.flow.note is Note.QUEUE_ENDED


def test_but_not_over_someone_who_still_waits(gate: Gate) -> None:
    queue(gate)
    gate.scan(card(1))
    gate.flow.tick(gate.now + 600_000)
    assert gate.flow.mode is not None and gate.front == "甲"


def test_who_waits_turns_with_the_queue_and_back(gate: Gate) -> None:
    gate.knows(9, name="壬", last=IN)
    gate.scan(card(9))
    assert gate.flow.front is not None and gate.flow.front.direction is OUT
    queue(gate)
    assert gate.flow.front.direction is IN and gate.flow.front.missed
    gate.take(gate.flow.end_queue())
    assert gate.flow.front.direction is OUT


KEYS = st.sampled_from(["3", "6", "5", "⏎", "⎋", "365⏎", "364", "378⏎", "346", "Q", "E"])


@given(st.lists(st.one_of(KEYS, st.integers(1, 8)), max_size=60))
def test_no_temperature_is_used_twice_and_nobody_is_lost(events: list[str | int]) -> None:
    """Every look ends as a line, as someone who is still there, or as someone cancelled; and each line's reading is
    one that was typed, once."""
    gate = Gate()
    for number in range(1, 9):
        gate.knows(number, name=f"人{number}")
    cancelled = typed = 0
    for event in events:
        if isinstance(event, int):
            gate.scan(card(event), after=4_000)
        elif event == "Q":
            queue(gate)
        elif event == "E":
            gate.take(gate.flow.end_queue())
        elif event == "⎋":
            before = len(gate.flow.queue)
            gate.key(event)
            cancelled += before - len(gate.flow.queue)
        else:
            typed += sum(char in "0123456789" for char in event)
            gate.key(event)
    assert len(gate.looked_at) == len(gate.lines) + len(gate.flow.queue) + cancelled
    assert len(gate.flow.queue) <= QUEUE_TRAY + 1
    assert 3 * len([line for line in gate.lines if line.reading.tenths is not None]) <= typed


# What is said aloud


@pytest.mark.parametrize(
    ("tenths", "words"),
    [(365, "三十六度五"), (360, "三十六度"), (372, "三十七度二"), (401, "四十度一"), (305, "三十度五")],
)
def test_a_temperature_is_read_back_as_people_say_it(tenths: int, words: str) -> None:
    assert spoken_degrees(tenths, "zh") == words
    assert spoken_degrees(tenths, "en") == f"{tenths // 10}.{tenths % 10}"


def said(gate: Gate) -> list[tuple[Word, int | None]]:
    return [(wish.word, wish.tenths) for wish in gate.wishes if isinstance(wish, Say)]


def test_what_came_of_each_is_said_and_a_good_card_alone_says_nothing(gate: Gate) -> None:
    gate.knows(9, refused=Verdict.REVOKED)
    gate.knows(10, name="癸", last=IN)
    gate.knows(11, name="子", worry="overdue")
    gate.scan(card(1))
    assert said(gate) == []
    gate.key("365⏎")
    gate.scan(card(10))
    gate.key("366⏎")
    gate.scan(card(2))
    gate.key("378⏎")
    gate.scan(card(9))
    gate.scan(card(11))
    assert said(gate) == [
        (Word.ENTER, 365),
        (Word.LEAVE, 366),
        (Word.RETEST, 378),
        (Word.STOP, None),
        (Word.LOOK, None),
    ]
