"""Which lines the page of entries shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.books.entries import Entry
from db.books.entry_search import EntrySort, LineKind, Show, Wanted
from db.books.holds import Hold
from db.books.refusals import RefusedScan
from db.books.verdict import Direction
from desktop.operations.entries import Line, find_entries, load_entries
from tests.desktop.gate_day import Gate

DAY = "2020-02-10"


def shown(gate: Gate, wanted: Wanted) -> list[Line]:
    """The lines themselves, in order."""
    keys = find_entries(gate.register, wanted).found.keys
    lines = load_entries(gate.register, DAY, keys)
    return [lines[key] for key in keys]


def numbers(gate: Gate, wanted: Wanted) -> list[int | str]:
    """The numbers of the lines, or what they are where they have none."""
    return [
        line.no if isinstance(line, Entry) else "held" if isinstance(line, Hold) else "refused"
        for line in shown(gate, wanted)
    ]


def test_all_lines_of_a_day_newest_first_with_those_that_have_no_number(busy_gate: Gate) -> None:
    assert numbers(busy_gate, Wanted(DAY)) == ["refused", "refused", 5, 4, 3, 2, 1]
    assert numbers(busy_gate, Wanted(DAY, refused=False)) == [5, 4, 3, 2, 1]
    assert numbers(busy_gate, Wanted("2020-02-09")) == []


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (Show.IN, [5, 2, 1]),
        (Show.OUT, [4]),
        (Show.FEVER, [4]),
        (Show.NO_CARD, [5]),
        (Show.VOIDED, [3]),
        (Show.REFUSED, ["refused", "refused"]),
    ],
)
def test_each_filter_shows_its_lines_and_counts_them(
    busy_gate: Gate, show: Show, expected: list[int | str]
) -> None:
    wanted = Wanted(DAY, show=show)
    assert numbers(busy_gate, wanted) == expected
    counts = find_entries(busy_gate.register, Wanted(DAY)).found.counts
    assert counts[show] == len(expected)
    assert counts[Show.ALL] == 7


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("芳", [3, 1]), ("wxf", [3, 1]), ("M-0312-000002", [3, 1]), ("医2", [3, 1]), ("4", [4]), ("刘", [5]),
        ("孙", ["refused"]), ("没有这个人", []), ("%", []),
    ],
)  # fmt: skip
def test_a_person_is_found_by_name_initials_pass_and_number(
    busy_gate: Gate, typed: str, expected: list[int | str]
) -> None:
    assert numbers(busy_gate, Wanted(DAY, typed=typed)) == expected


def test_a_book_and_an_operator_narrow_the_day(busy_gate: Gate) -> None:
    assert numbers(busy_gate, Wanted(DAY, book="official")) == [4, 2]
    assert numbers(busy_gate, Wanted(DAY, book="visitor")) == [5]
    found = find_entries(busy_gate.register, Wanted(DAY))
    assert found.operators == {"op-1": "李秀兰"}
    assert numbers(busy_gate, Wanted(DAY, operator="op-1")) == [5, 4, 3, 2, 1]
    assert numbers(busy_gate, Wanted(DAY, operator="op-2")) == []


@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        (EntrySort.NO, False, [1, 2, 3, 4, 5]),
        (EntrySort.TIME, True, [5, 4, 3, 2, 1]),
        (EntrySort.TEMPERATURE, True, [4, 3, 1, 2, 5]),
        (EntrySort.NAME, False, [5, 1, 3, 2, 4]),
    ],
)
def test_lines_are_sorted_as_asked(
    busy_gate: Gate, sort: EntrySort, descending: bool, expected: list[int]
) -> None:
    wanted = replace(Wanted(DAY, refused=False), sort=sort, descending=descending)
    assert numbers(busy_gate, wanted) == expected


def test_someone_held_is_shown_until_the_hold_ends(gate: Gate) -> None:
    gate.cross(gate.medic, Direction.IN, 379)
    (held,) = shown(gate, Wanted(DAY))
    assert isinstance(held, Hold) and held.name == "王小芳"
    keys = find_entries(gate.register, Wanted(DAY, show=Show.FEVER)).found.keys
    assert [key.kind for key in keys] == [LineKind.HELD]


def test_refused_scans_carry_their_verdict(busy_gate: Gate) -> None:
    turned, unread = shown(busy_gate, Wanted(DAY, show=Show.REFUSED))
    assert isinstance(turned, RefusedScan) and isinstance(unread, RefusedScan)
    assert (turned.verdict, turned.name) == ("no_card", "孙师傅")
    assert unread.verdict == "unreadable"
