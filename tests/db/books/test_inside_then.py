"""Who was inside when a day ended, told on a later day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db.books.crossings import record_past, void_entry
from db.books.days import inside_at_end_of
from db.books.entries import inside_now
from db.books.pass_id import Book
from db.books.verdict import Direction
from db.register import Register
from tests.registers import FakeClock, issue, new_register

IN, OUT = Direction.IN, Direction.OUT


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path, FakeClock()) as made:
        yield made


def inside_by_day(register: Register, *days: str) -> list[tuple[int, int, int]]:
    with register.reading() as connection:
        found = [inside_at_end_of(connection, register.gate.gate, day) for day in days]
    return [(counts[Book.OFFICIAL], counts[Book.MEDICAL], counts[Book.SUPPORT]) for counts in found]


def test_each_day_ends_with_those_whose_last_crossing_before_its_midnight_was_in(register: Register) -> None:
    doctor, driver = issue(register, "周文静")[0].id, issue(register, "陈国强", Book.SUPPORT)[0].id
    crossings = [
        (driver, "2020-02-08T23:59:59.000+08:00", IN),
        (doctor, "2020-02-09T07:00:00.000+08:00", IN),
        (driver, "2020-02-09T00:00:00.000+08:00", OUT),
        (doctor, "2020-02-10T06:00:00.000+08:00", OUT),
    ]
    with register.writing() as ledger:
        recorded = [
            record_past(ledger, datetime.fromisoformat(at), way, id, "", 365) for id, at, way in crossings
        ]
    days = ("2020-02-07", "2020-02-08", "2020-02-09", "2020-02-10")
    assert inside_by_day(register, *days) == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 0, 0)]
    left = recorded[-1]
    assert left is not None
    with register.writing() as ledger:
        void_entry(ledger, 1, left.seq, "写错")
    assert inside_by_day(register, *days[2:]) == [(0, 1, 0), (0, 1, 0)]
    with register.reading() as connection:
        assert inside_now(connection, register.gate.gate)[Book.MEDICAL] == 1
