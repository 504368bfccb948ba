"""Finding passes: what a person types at the table of passes, and what the pills beside it count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.books import pass_search
from db.books.issuing import issue_passes, renew_pass, revoke_pass
from db.books.pass_id import Book, PassId
from db.books.pass_search import Found, PassIds, Sort, State, find_passes
from db.register import Register
from tests.registers import holder, new_register

TODAY = date(2020, 2, 10)
PEOPLE: tuple[tuple[Any, ...], ...] = (
    # name, book, last day, further facts
    ("周文静", Book.MEDICAL, date(2020, 3, 15), {"phone": "13800007716", "home": "泉韵佳苑23栋3单元202"}),
    ("张伟", Book.MEDICAL, date(2020, 2, 12), {"unit": "咸宁市中心医院"}),
    ("郑文博", Book.MEDICAL, date(2020, 2, 17), {}),
    ("曾薇", Book.MEDICAL, date(2020, 2, 18), {}),
    ("邹伟明", Book.MEDICAL, date(2020, 2, 9), {}),
    ("钟文斌", Book.MEDICAL, date(2020, 2, 28), {}),
    ("陈国强", Book.SUPPORT, date(2020, 2, 28), {"plate": "鄂Z12345"}),
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        with opened.writing() as ledger:
            issue_passes(
                ledger,
                [holder(name, book, valid_until=last, **facts) for name, book, last, facts in PEOPLE],
            )
            revoke_pass(ledger, PassId(312, Book.MEDICAL, 6), "离岗")
        yield opened


def find(register: Register, typed: str = "", **options: object) -> Found:
    with register.reading() as connection:
        return find_passes(connection, 312, TODAY, typed=typed, **options)  # type: ignore[arg-type]


def numbers(found: Found) -> list[int]:
    return [id.number for id in found.ids]


def test_each_pass_is_counted_in_its_state_and_a_good_one_that_ends_soon_in_both(register: Register) -> None:
    """Good through its last day; seven days ahead is soon, eight are not; revoked counts before expired."""
    found = find(register, book=Book.MEDICAL)
    assert found.counts == {State.GOOD: 4, State.SOON: 2, State.EXPIRED: 1, State.REVOKED: 1}
    assert found.total == 6


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.GOOD, [1, 2, 3, 4]),
        (State.SOON, [2, 3]),
        (State.EXPIRED, [5]),
        (State.REVOKED, [6]),
        (None, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_state_lists_its_passes_while_the_counts_stay_those_of_all(
    register: Register, state: State | None, expected: list[int]
) -> None:
    found = find(register, book=Book.MEDICAL, state=state)
    assert numbers(found) == expected
    assert found.total == 6


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("zw", [1, 2, 3, 4, 5, 6]),
        ("zwj", [1]),
        ("周文", [1]),
        ("13800007716", [1]),
        ("7716", [1]),
        ("23-3-202", [1]),
        ("M-0312-000003", [3]),
        ("医 3", [3]),
        ("医-0312-000003", [3]),
        ("000003", [3]),
        ("咸宁市中心", [2]),
        ("zwj 23-3", [1]),
        ("zwj 24", []),
        ("保3", []),
    ],
)
def test_name_initials_number_phone_home_and_unit_find_a_pass(
    register: Register, typed: str, expected: list[int]
) -> None:
    assert numbers(find(register, typed, book=Book.MEDICAL)) == expected


def test_a_plate_finds_its_holder_in_any_book(register: Register) -> None:
    assert list(find(register, "鄂z123").ids) == [PassId(312, Book.SUPPORT, 1)]


@pytest.mark.parametrize(
    ("sort", "descending", "first"),
    [
        (Sort.NUMBER, False, 1),
        (Sort.NUMBER, True, 6),
        (Sort.VALID_UNTIL, False, 5),
        (Sort.VALID_UNTIL, True, 1),
    ],
)
def test_columns_sort_both_ways(register: Register, sort: Sort, descending: bool, first: int) -> None:
    assert numbers(find(register, book=Book.MEDICAL, sort=sort, descending=descending))[0] == first


def test_a_search_that_finds_too_many_says_so_and_lists_some(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pass_search, "MOST_HITS", 3)
    found = find(register, "z", book=Book.MEDICAL)
    assert found.more and len(found.ids) == 4
    assert not find(register, book=Book.MEDICAL).more, "a whole book is never too much"


def test_the_index_follows_a_renewal(register: Register) -> None:
    with register.writing() as ledger:
        renew_pass(ledger, PassId(312, Book.MEDICAL, 5), date(2020, 3, 1))
    assert numbers(find(register, "zwm", book=Book.MEDICAL, state=State.GOOD)) == [5]


def test_ids_are_a_sequence_that_slices_and_compares() -> None:
    ids = PassIds([(312, "medical", 1), (312, "support", 2)])
    first, second = PassId(312, Book.MEDICAL, 1), PassId(312, Book.SUPPORT, 2)
    assert ids == [first, second]
    assert list(ids[1:]) == [second]
    assert second in ids and len(ids) == 2
    assert ids.index(second) == 1
