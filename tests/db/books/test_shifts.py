"""Changes of shift: what a shift came to is counted, and one line says it, with what people counted and confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.books.crossings import Held, Reading, record_crossing, record_person, refuse_scan, turn_away
from db.books.exports import Range, record_export
from db.books.pass_id import Book
from db.books.shift_state import FEW, Crossed, ShiftState, Waiting, shift_state
from db.books.shifts import (
    Handover,
    Shift,
    Thing,
    change_shift,
    get_shift,
    last_shift,
    last_things,
    past_shifts,
)
from db.errors import Refusal, RefusalCode
from db.ledger.replay import fingerprints, replay, replayed_fingerprints
from db.ledger.seal import seal_day
from db.ledger.store import read_lines
from db.ledger.verify import verify_register
from db.purging import purge
from db.register import Register
from db.trust.roles import Role
from tests.db.books.at_the_gate import IN, OUT, cross, look, visitor, void
from tests.programs import append_strange
from tests.registers import FakeClock, as_role, issue, new_register

BOTH = Handover("op-1", "pin", "op-2", "passphrase")
CLOSED = Handover("op-1", "passphrase", None, None)
NONE = {book: Crossed() for book in ("official", "medical", "support", "resident", "visitor")}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as opened:
        yield opened


def state(register: Register) -> ShiftState:
    with register.reading() as connection:
        return shift_state(connection, 312, register.clock.stamp())


def hand_over(register: Register, said: Handover = BOTH) -> Shift:
    with register.writing() as ledger:
        return change_shift(ledger, said)


def resident(register: Register, name: str, direction: Any) -> None:
    with register.writing() as ledger:
        record_person(ledger, "resident", name, direction, Reading(365))


def test_a_shift_is_counted_by_book_and_direction_from_the_lines_since_the_last_change(
    register: Register, clock: FakeClock
) -> None:
    _, medic = issue(register)
    _, official = issue(register, "赵伟", Book.OFFICIAL)
    cross(register, medic, IN)
    clock.forward(hours=6)
    first = hand_over(register)
    assert first.page.books == {**NONE, "medical": Crossed(1, 0)}
    assert (first.page.since[11:16], first.page.until[11:16]) == ("08:00", "14:00")
    clock.forward(minutes=10)
    cross(register, medic, OUT)
    clock.forward(minutes=10)
    cross(register, official, IN)
    void(register, cross(register, official, OUT))
    visitor(register)
    now = state(register)
    assert now.books == {
        **NONE,
        "official": Crossed(1, 0),
        "medical": Crossed(0, 1),
        "visitor": Crossed(1, 0),
    }
    assert (now.lines, now.voided, now.total) == (4, 1, Crossed(2, 1))
    assert now.inside == {Book.OFFICIAL: 1, Book.MEDICAL: 0, Book.SUPPORT: 0}
    assert now.since == first.at


def test_lines_count_for_the_shift_in_which_they_were_written_whatever_the_clock_said(
    register: Register, clock: FakeClock
) -> None:
    _, medic = issue(register)
    cross(register, medic, IN)
    hand_over(register)
    clock.forward(hours=-3)
    cross(register, medic, OUT)
    assert state(register).books["medical"] == Crossed(0, 1)


def test_the_first_shift_begins_with_todays_first_line_and_after_a_closed_gate_with_the_next(
    register: Register, clock: FakeClock
) -> None:
    _, medic = issue(register)
    cross(register, medic, IN)
    clock.at("2020-02-11 07:30")
    assert state(register).since[:16] == "2020-02-11T07:30" and state(register).lines == 0
    cross(register, medic, OUT)
    clock.forward(hours=2)
    assert (state(register).since[:16], state(register).lines) == ("2020-02-11T07:30", 1)
    hand_over(register, CLOSED)
    clock.at("2020-02-12 06:45")
    cross(register, medic, IN)
    clock.forward(hours=3)
    assert (state(register).since[:16], state(register).lines) == ("2020-02-12T06:45", 1)


def test_who_is_held_who_is_out_and_who_has_not_left_are_named_where_they_are_few(
    register: Register, clock: FakeClock
) -> None:
    medic, digits = issue(register)
    _, gone_digits = issue(register, "过期", valid_until=date(2020, 2, 10))
    ill, ill_digits = issue(register, "钱进", Book.SUPPORT)
    for one in (digits, gone_digits):
        cross(register, one, OUT)
    clock.at("2020-02-11 09:00")
    resident(register, "刘大爷", OUT)
    resident(register, "陈阿姨", OUT)
    clock.forward(minutes=5)
    resident(register, "陈阿姨", IN)
    visitor(register, "送货人")
    with register.writing() as ledger:
        held = record_crossing(ledger, look(register, ill_digits), IN, Reading(381))
    assert isinstance(held, Held)
    now = state(register)
    assert now.outside == 2
    assert [(one.pass_, one.name, one.book) for one in now.away] == [
        (medic.id.human(), "周文静", "medical"),
        (None, "刘大爷", "resident"),
    ], "a pass that has ended is missed by nobody"
    assert [one.name for one in now.staying] == ["送货人"] and now.guests == 1
    assert now.held == [Waiting(ill.id.human(), "钱进", 381, held.at)]


def test_many_people_outside_are_only_counted(register: Register) -> None:
    for number in range(FEW + 1):
        resident(register, f"居民{number}", OUT)
    now = state(register)
    assert (now.outside, now.away) == (FEW + 1, [])


def test_refused_cards_people_sent_away_open_matters_and_lines_not_exported_are_said(
    register: Register, clock: FakeClock
) -> None:
    _, medic = issue(register)
    cross(register, medic, IN)
    hand_over(register)
    with register.writing() as ledger:
        refuse_scan(ledger, look(register, "4" * 30))
        turn_away(ledger, "孙师傅", "没有证")
        end = ledger.tip
        record_export(ledger, "2020-02-10", [Range(1, 1, end.seq - 3)], "U")
    as_role(register, Role.VOLUNTEER)
    clock.forward(days=1)
    cross(register, medic, OUT)
    now = state(register)
    assert (now.refused, now.turned_away) == (1, 1)
    assert [(one.what, one.day) for one in now.matters] == [("unsealed", "2020-02-10")]
    assert now.unexported == 4


def test_one_line_says_all_of_it_and_the_view_gives_it_back(register: Register, clock: FakeClock) -> None:
    hand_over(register, replace(BOTH, things=(("钥匙", 3), (" 体温枪 ", 2)), remarks=" 门口的灯坏了 "))
    clock.forward(hours=8)
    said = Handover("op-2", "pin", "op-1", "pin", (("体温枪", 1), ("口罩", 40)))
    made = hand_over(register, said)
    with register.reading() as connection:
        line = list(read_lines(connection, 312, 1))[-1]
        assert line.head.kind == "shift.changed" and line.body is not None
        assert get_shift(connection, 312, 1, line.head.seq) == made
        assert past_shifts(connection, 312)[0] == made == last_shift(connection, 312)
        earlier = past_shifts(connection, 312)[1].page
    assert earlier.things == [Thing("钥匙", 3), Thing("体温枪", 2)] and earlier.remarks == "门口的灯坏了"
    body = line.body
    assert {name: body[name] for name in ("gave", "gave_by", "took", "took_by", "things")} == {
        "gave": "op-2",
        "gave_by": "pin",
        "took": "op-1",
        "took_by": "pin",
        "things": [
            {"name": "体温枪", "count": 1, "before": 2},
            {"name": "口罩", "count": 40, "before": None},
        ],
    }
    assert body["until"] == line.head.at and body["since"] == past_since(register)
    assert body["books"]["medical"] == {"in": 0, "out": 0}


def past_since(register: Register) -> str:
    with register.reading() as connection:
        return past_shifts(connection, 312)[1].at


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (replace(BOTH, took="op-1"), "took"),
        (replace(BOTH, gave_by=None, took_by=None), "confirmed"),
        (replace(BOTH, took_by=None), "confirmed"),
        (replace(CLOSED, gave_by=None), "confirmed"),
        (replace(BOTH, things=(("钥匙", -1),)), "things"),
        (replace(BOTH, things=(("钥匙", 1), ("钥匙 ", 2))), "things"),
        (replace(BOTH, things=(("长" * 41, 1),)), "things"),
        (replace(BOTH, remarks="长" * 1001), "remarks"),
    ],
)
def test_what_is_not_confirmed_or_has_no_room_is_not_written(
    register: Register, said: Handover, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        hand_over(register, said)
    assert (refused.value.code, refused.value.params["field"]) == (RefusalCode.INVALID, field)
    with register.reading() as connection:
        assert last_shift(connection, 312) is None


def test_someone_who_has_gone_need_not_confirm(register: Register) -> None:
    made = hand_over(register, replace(BOTH, gave_by=None))
    assert (made.page.gave_by, made.page.took_by) == (None, "passphrase")


def test_shifts_are_rebuilt_from_their_lines_and_go_with_a_purge(
    register: Register, clock: FakeClock
) -> None:
    _, medic = issue(register, valid_until=date(2020, 12, 31))
    cross(register, medic, OUT)
    hand_over(register, replace(BOTH, things=(("钥匙", 3),)))
    clock.forward(days=40)
    cross(register, medic, IN)
    hand_over(register, CLOSED)
    with register.writing() as ledger:
        seal_day(ledger, "2020-03-21")
    with register.changing() as connection:
        live = fingerprints(connection)
        assert live == replayed_fingerprints(connection)
        replay(connection)
        assert fingerprints(connection) == live
        assert verify_register(connection).views == live
    purge(register, 30)
    with register.reading() as connection:
        assert [one.page.took for one in past_shifts(connection, 312)] == [None]
        assert last_things(connection, 312) == []
        report = verify_register(connection)
    assert report.problems == [] and report.views["shifts"] != live["shifts"]


def test_a_body_that_names_nobody_or_no_moment_is_a_stray(register: Register) -> None:
    """What a strange gate wrote never reaches a page."""
    with register.writing() as ledger:
        good = change_shift(ledger, BOTH)
    with register.reading() as connection:
        body = dict(
            next(line.body or {} for line in read_lines(connection, 312, 1) if line.head.seq == good.seq)
        )
    for change in ({"until": "noon"}, {"gave": ""}, {"away": [{"pass": "X", "name": "", "book": "medical"}]}):
        with register.changing() as connection:
            append_strange(register.ledger(connection), "shift.changed", {**body, **change})
    with register.reading() as connection:
        assert past_shifts(connection, 312) == [good]
