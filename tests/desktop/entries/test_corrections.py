"""A line that was wrong is voided and written again, in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.books.corrections import as_written
from db.books.crossings import Recorded
from db.books.entries import entries_of_day, inside_now, last_crossing
from db.books.entry_search import story_of
from db.books.holds import holds_of_day
from db.books.pass_id import Book, PassId
from db.books.verdict import Direction
from db.errors import Refusal, RefusalCode
from db.ledger.verify import verify_register
from desktop.operations.entries import correct_entry, read_entry
from tests.desktop.gate_day import Gate

DAY = "2020-02-10"
MEDIC, OFFICIAL = PassId(312, Book.MEDICAL, 2), PassId(312, Book.OFFICIAL, 1)


def crossed(gate: Gate, tenths: int = 365) -> Recorded:
    """The medic went in."""
    done = gate.cross(gate.medic, Direction.IN, tenths)
    assert isinstance(done, Recorded)
    return done


def test_a_wrong_temperature_is_put_right_at_the_old_time_under_a_new_number(gate: Gate) -> None:
    first = crossed(gate)
    gate.clock.forward(minutes=20)
    with gate.register.reading() as connection:
        old = entries_of_day(connection, 312, DAY)[0]
    done = correct_entry(gate.register, 1, first.seq, replace(as_written(old), tenths=346), "体温记错").value
    assert (done.recorded.no, done.recorded.time, done.recorded.temp_tenths) == (2, first.time, 346)
    with gate.register.reading() as connection:
        was, now = entries_of_day(connection, 312, DAY)
        assert (was.no, was.voided_reason, was.temp_tenths) == (1, "体温记错", 365)
        assert (now.voided_at, now.verdict, now.pass_id) == (None, "ok", MEDIC)
        assert story_of(connection, now).versions == (was, now)
        assert last_crossing(connection, 312, MEDIC) is not None
        assert inside_now(connection, 312)[Book.MEDICAL] == 1


def test_both_lines_are_written_or_neither(gate: Gate) -> None:
    first = crossed(gate)
    with gate.register.reading() as connection:
        old = entries_of_day(connection, 312, DAY)[0]
    with pytest.raises(Refusal) as refused:
        correct_entry(gate.register, 1, first.seq, as_written(old), "没有改")
    assert refused.value.params["field"] == "change"
    with pytest.raises(Refusal) as refused:
        correct_entry(gate.register, 1, first.seq, replace(as_written(old), tenths=361), " ")
    assert refused.value.code is RefusalCode.REASON_NEEDED
    with gate.register.reading() as connection:
        assert [entry.voided_at for entry in entries_of_day(connection, 312, DAY)] == [None]


def test_a_wrong_direction_moves_the_person_and_is_judged_again(gate: Gate) -> None:
    crossed(gate)
    gate.clock.forward(minutes=30)
    second = gate.cross(gate.medic, Direction.IN, 366)
    assert isinstance(second, Recorded)
    with gate.register.reading() as connection:
        old = entries_of_day(connection, 312, DAY)[1]
        assert old.verdict == "already_inside"
    right = replace(as_written(old), direction=Direction.OUT)
    correct_entry(gate.register, 1, second.seq, right, "方向记反")
    with gate.register.reading() as connection:
        now = entries_of_day(connection, 312, DAY)[2]
        assert (now.direction, now.verdict) == (Direction.OUT, "ok")
        assert inside_now(connection, 312)[Book.MEDICAL] == 0


def test_a_line_written_for_the_wrong_person_goes_to_the_right_one(gate: Gate) -> None:
    first = crossed(gate)
    with gate.register.reading() as connection:
        old = entries_of_day(connection, 312, DAY)[0]
    right = replace(as_written(old), pass_id=OFFICIAL, name="", book="official")
    correct_entry(gate.register, 1, first.seq, right, "记错人")
    with gate.register.reading() as connection:
        now = entries_of_day(connection, 312, DAY)[1]
        assert (now.pass_id, now.name, now.book) == (OFFICIAL, "赵伟", "official")
        assert last_crossing(connection, 312, MEDIC) is None
        assert inside_now(connection, 312) == {Book.OFFICIAL: 1, Book.MEDICAL: 0, Book.SUPPORT: 0}


def test_a_line_becomes_one_of_a_person_without_a_card_only_with_a_name(gate: Gate) -> None:
    first = crossed(gate)
    with gate.register.reading() as connection:
        old = entries_of_day(connection, 312, DAY)[0]
    nobody = replace(as_written(old), pass_id=None, name=" ", book="visitor")
    with pytest.raises(Refusal) as refused:
        correct_entry(gate.register, 1, first.seq, nobody, "记错人")
    assert refused.value.params["field"] == "name"
    correct_entry(gate.register, 1, first.seq, replace(nobody, name="孙师傅"), "记错人")
    with gate.register.reading() as connection:
        now = entries_of_day(connection, 312, DAY)[1]
    assert (now.pass_id, now.name, now.book, now.verdict) == (None, "孙师傅", "visitor", "ok")


def test_a_line_that_ended_a_hold_still_ends_it_after_a_correction(busy_gate: Gate) -> None:
    with busy_gate.register.reading() as connection:
        ended = next(entry for entry in entries_of_day(connection, 312, DAY) if entry.held)
    right = replace(as_written(ended), tenths=367, method="ear")
    done = correct_entry(busy_gate.register, 1, ended.seq, right, "体温记错").value
    with busy_gate.register.reading() as connection:
        hold = holds_of_day(connection, 312, DAY)[0]
        now = entries_of_day(connection, 312, DAY)[-1]
    assert (now.held, now.outcome, hold.outcome) == (hold.seq, "passed", "passed")
    assert done.recorded.no == now.no
    details = read_entry(busy_gate.register, 1, now.seq)
    assert details is not None and details.story.hold == hold


def test_a_voided_line_cannot_be_corrected_again(busy_gate: Gate) -> None:
    with busy_gate.register.reading() as connection:
        voided = next(entry for entry in entries_of_day(connection, 312, DAY) if entry.voided_at)
    with pytest.raises(Refusal) as refused:
        correct_entry(busy_gate.register, 1, voided.seq, replace(as_written(voided), tenths=360), "体温记错")
    assert refused.value.code is RefusalCode.ALREADY_VOIDED


def test_corrections_replay_to_the_same_views(busy_gate: Gate) -> None:
    with busy_gate.register.reading() as connection:
        entries = entries_of_day(connection, 312, DAY)
    for entry in entries:
        if entry.voided_at is None and entry.pass_id:
            right = replace(as_written(entry), direction=entry.direction.other)
            correct_entry(busy_gate.register, 1, entry.seq, right, "方向记反")
    with busy_gate.register.reading() as connection:
        report = verify_register(connection)
    assert report.ok, report.problems
