"""From the digits of a district card to a durable line, beside one row inserted and committed in the same file.

Ours reads the token, verifies its signature, looks the holder up, decides, appends the line, brings the views up to
date and commits, as the gate page does. The rival is the bare driver on the same encrypted file, with the same
durability: BEGIN, one INSERT of what a paper book would say of the crossing, COMMIT.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

from db.books.crossings import Reading
from db.books.issuing import issue_passes
from db.books.pass_id import Book, Scope
from db.books.passes import Holder, cards_digits
from db.books.verdict import Direction
from db.register import Register
from desktop.operations.passing import look_at_scan, record_scan
from tests.bench.measuring import Row, at_most, percentile, seconds, sized
from tests.bench.registers import new_folder, new_register

PASSES = sized(2_000, 20)
BLOCKS = sized(12, 2)
BLOCK = sized(60, 8)
"""Ours and the rival work in turns, so many crossings at a time: each write of one makes the other read its pages
again, which at a gate nobody does. The first few of a block are left out for that."""
WARMING = sized(10, 2)
P50_GOAL, P99_GOAL = 4.0, 8.0


def scans() -> list[Row]:
    """The rows `scan_p50` and `scan_p99`, in milliseconds."""
    with new_folder() as folder, new_register(folder) as register:
        cards = iter(_cards(register, BLOCKS * BLOCK))
        ours, rival = [], []
        connection = _plain_connection(register)
        for _ in range(BLOCKS):
            block = [seconds(lambda: _scan(register, next(cards))) for _ in range(BLOCK)]
            ours += block[WARMING:]
            block = [seconds(lambda: _insert(connection)) for _ in range(BLOCK)]
            rival += block[WARMING:]
        connection.close()
    return [
        at_most("scan_p50", median(ours) * 1000, median(rival) * 1000, P50_GOAL, "ms"),
        at_most("scan_p99", percentile(ours, 99) * 1000, percentile(rival, 99) * 1000, P99_GOAL, "ms"),
    ]


ROWS: list[Callable[[], list[Row]]] = [scans]


def _cards(register: Register, count: int) -> list[str]:
    """The digits of district cards, in an order in which neighbours have nothing in common."""
    today = register.clock.today()
    holders = [
        Holder(
            Book.MEDICAL, f"周文静{number}", today, date(2199, 1, 1), scope=Scope.DISTRICT, unit="市中心医院"
        )
        for number in range(PASSES)
    ]
    with register.writing() as ledger:
        digits = list(cards_digits(ledger.connection, issue_passes(ledger, holders)).values())
    return [digits[place * 7919 % PASSES] for place in range(count)]


def _scan(register: Register, digits: str) -> None:
    look = look_at_scan(register, digits, Direction.IN).value
    record_scan(register, look, Direction.IN, Reading(365))


def _plain_connection(register: Register) -> Any:
    """A further connection to the register's own file, as its engine makes them, with a table for the rival."""
    pool: Any = register.engine.pool
    connection: Any = pool._creator()
    connection.execute(
        "CREATE TABLE rival (no INTEGER PRIMARY KEY, time TEXT, direction TEXT, name TEXT, unit TEXT, tenths INTEGER)"
    )
    return connection


def _insert(connection: Any) -> None:
    row = ("2020-02-10T07:31:05.123+08:00", "in", "周文静", "市中心医院", 365)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO rival (time, direction, name, unit, tenths) VALUES (?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")
