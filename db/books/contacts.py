"""Contact screening (密接排查): who was at a gate within minutes of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from db import models
from db.books.entries import Entry
from db.books.pass_columns import pass_of
from db.books.pass_id import PassId
from db.books.paths import Path
from db.times import from_stamp, instant_of, to_stamp

_entries = models.entries

NEAR_MINUTES = 15
"""What is taken for the same time at a gate, unless somebody says otherwise."""

Who = tuple[PassId | None, str]
"""A card, or a name without one."""


@dataclass(frozen=True)
class Meeting:
    """Somebody else crossed at `gate` at `time`, `apart` seconds after whoever is followed (negative: before)."""

    gate: int
    time: str
    direction: str
    apart: int


@dataclass(frozen=True)
class Contact:
    """Somebody who was there. `meetings` by time, at most one for each of their crossings."""

    pass_id: PassId | None
    name: str
    unit: str
    meetings: tuple[Meeting, ...]

    @property
    def nearest(self) -> int:
        """The least number of seconds between the two."""
        return min(abs(meeting.apart) for meeting in self.meetings)


def contacts_of(
    connection: Connection, path: Path, first: date, last: date, minutes: int = NEAR_MINUTES
) -> list[Contact]:
    """Who crossed at the same gate within `minutes` of a person's crossings from one day to another: who was there most
    often first, then who came nearest. Lines that were voided or only inferred are no presence; whoever was turned
    away was there.

    Whoever has no card is known by name alone, and two of one name are one contact."""
    near = timedelta(minutes=minutes)
    cards = {one.id for one in path.passes}
    entries = [step.entry for step in path.steps if step.entry is not None]
    own_lines = {entry.key for entry in entries}
    facts: dict[Who, tuple[str, str]] = {}
    met: dict[Who, list[Meeting]] = {}
    for gate, moments in _by_gate_and_day(entries, first, last).items():
        for row in _around(connection, gate[0], moments, near):
            id = pass_of(row)
            if id in cards or (row.gate, row.epoch, row.seq) in own_lines:
                continue
            time = from_stamp(row.time)
            apart = min((time - moment for moment in moments), key=abs)
            if abs(apart) <= near:
                who = (id, "" if id else row.name)
                facts[who] = (row.name, row.unit)
                seconds = int(apart.total_seconds())
                met.setdefault(who, []).append(Meeting(row.gate, row.time, row.direction, seconds))
    found = [
        Contact(who[0], *facts[who], tuple(sorted(meetings, key=lambda one: instant_of(one.time))))
        for who, meetings in met.items()
    ]
    return sorted(found, key=lambda one: (-len(one.meetings), one.nearest, one.name))


def _by_gate_and_day(
    entries: Sequence[Entry], first: date, last: date
) -> dict[tuple[int, str], list[datetime]]:
    """The moments at which somebody was at a gate, by gate and day: each is one look into the book of a day."""
    found: dict[tuple[int, str], list[datetime]] = {}
    for entry in entries:
        there = entry.voided_at is None and not entry.inferred
        if there and first.isoformat() <= entry.day <= last.isoformat():
            found.setdefault((entry.gate, entry.day), []).append(from_stamp(entry.time))
    return found


def _around(connection: Connection, gate: int, moments: Sequence[datetime], near: timedelta) -> Sequence[Any]:
    """The lines of a gate that lie between the first of these moments and the last, and as much before and after."""
    e = _entries.c
    start, end = min(moments) - near, max(moments) + near
    days = sorted({start.date().isoformat(), end.date().isoformat()})
    columns = (e.gate, e.epoch, e.seq, e.time, e.direction, e.pass_gate, e.pass_book, e.pass_number)
    wanted = select(*columns, e.name, e.unit).where(e.gate == gate, e.day.in_(days))
    between = e.instant.between(instant_of(to_stamp(start)), instant_of(to_stamp(end)))
    return connection.execute(wanted.where(between, e.voided_at.is_(None), e.inferred.is_(False))).all()
