"""The filters of a day's lines count what the day's counters count."""

from __future__ import annotations

import pytest

from db.books.crossings import Held, Reading, end_hold, record_crossing, retake_temperature
from db.books.days import counters
from db.books.entry_search import FoundLines, LineKind, Show, Wanted, find_lines
from db.books.verdict import Direction
from db.register import Register
from tests.db.books.at_the_gate import DAY, IN, OUT, cross, look, void
from tests.registers import issue

FEVER = 373


def found(register: Register, show: Show = Show.ALL) -> FoundLines:
    with register.reading() as connection:
        return find_lines(connection, 312, Wanted(DAY, show=show), FEVER)


def hold(register: Register, digits: str, direction: Direction) -> int:
    """Someone held with a fever; gives the hold's seq."""
    seen = look(register, digits, direction)
    with register.writing() as ledger:
        held = record_crossing(ledger, seen, direction, Reading(378))
    assert isinstance(held, Held)
    return held.seq


@pytest.mark.parametrize("ended", ["second fever", "left"])
@pytest.mark.parametrize("direction", [IN, OUT])
def test_someone_turned_away_crossed_neither_way_and_is_found_under_fever(
    register: Register, direction: Direction, ended: str
) -> None:
    _, digits = issue(register, "赵丽华")
    if direction is OUT:
        cross(register, digits, IN)
    seq = hold(register, digits, direction)
    with register.writing() as ledger:
        if ended == "left":
            end_hold(ledger, seq, "去医院了")
        else:
            retake_temperature(ledger, seq, Reading(377))
    way = Show.IN if direction is IN else Show.OUT
    before = 1 if direction is OUT else 0
    counts = found(register).counts
    assert (counts[Show.IN], counts[Show.OUT]) == (before, 0)
    assert found(register, way).keys == []
    assert [key.kind for key in found(register, Show.FEVER).keys] == [LineKind.ENTRY]
    assert counts[Show.FEVER] == 1
    assert counts[Show.ALL] == before + 1 == len(found(register).keys)


def test_the_filters_of_both_ways_count_what_the_day_counts(register: Register) -> None:
    _, digits = issue(register, "周文静")
    _, other = issue(register, "赵丽华")
    cross(register, digits, IN)
    void(register, cross(register, digits, OUT))
    cross(register, other, IN)
    seq = hold(register, other, OUT)
    with register.writing() as ledger:
        retake_temperature(ledger, seq, Reading(368))
    cross(register, digits, OUT)
    with register.reading() as connection:
        total = counters(connection, 312, DAY).total
    counts = found(register).counts
    assert (total.ins, total.outs) == (2, 2)
    assert (counts[Show.IN], counts[Show.OUT], counts[Show.VOIDED]) == (2, 2, 1)
    assert [len(found(register, way).keys) for way in (Show.IN, Show.OUT, Show.VOIDED)] == [2, 2, 1]
