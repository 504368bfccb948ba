"""What a test does at a gate in one word: look, cross, void; and what it reads back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from db.books.check import Look, look_at_card
from db.books.crossings import (
    Reading,
    Recorded,
    record_crossing,
    record_past,
    record_person,
    void_entry,
)
from db.books.entries import (
    last_crossing,
)
from db.books.pass_id import PassId
from db.books.passes import Pass
from db.books.verdict import Direction
from db.ledger.store import read_lines
from db.register import Register

IN, OUT = Direction.IN, Direction.OUT
DAY = "2020-02-10"
"""The day on which a test begins."""
CHINA = timezone(timedelta(hours=8))


def lines(register: Register, kind: str | None = None) -> list[dict[str, Any]]:
    """The bodies of the ledger's lines, of one kind or all but what set-up wrote."""
    with register.reading() as connection:
        found = list(read_lines(connection, 312, 1))
    return [line.body or {} for line in found if kind is None or line.head.kind == kind]


def kinds(register: Register) -> list[str]:
    with register.reading() as connection:
        return [line.head.kind for line in read_lines(connection, 312, 1)][2:]


def look(register: Register, digits: str, lane: Direction | None = IN) -> Look:
    with register.reading() as connection:
        return look_at_card(connection, 312, digits, register.clock.stamp(), lane)


def cross(
    register: Register, digits: str, direction: Direction = IN, tenths: int | None = 365, **more: Any
) -> Recorded:
    seen = look(register, digits, direction)
    with register.writing() as ledger:
        done = record_crossing(ledger, seen, direction, Reading(tenths), **more)
    assert isinstance(done, Recorded)
    return done


def visitor(register: Register, name: str = "送货人", direction: Direction = IN) -> Recorded:
    with register.writing() as ledger:
        done = record_person(ledger, "visitor", name, direction, Reading(365))
    assert isinstance(done, Recorded)
    return done


def void(register: Register, done: Recorded) -> None:
    with register.writing() as ledger:
        void_entry(ledger, 1, done.seq, "写错了人")


def where(register: Register, one: Pass) -> str | None:
    with register.reading() as connection:
        last = last_crossing(connection, 312, one.id)
    return last.direction.value if last else None


def past(
    register: Register, time: str, direction: Direction, id: PassId | None, **more: Any
) -> Recorded | None:
    """A line from paper; `time` is the gate's."""
    moment = datetime.fromisoformat(time).replace(tzinfo=CHINA)
    given = {"name": "", "tenths": 366} | more
    with register.writing() as ledger:
        return record_past(ledger, moment, direction, id, **given)  # type: ignore[arg-type]
