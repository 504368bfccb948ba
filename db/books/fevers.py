"""The fevers of a day: those that were held at the gate, and those that only paper or a correction tells of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db import models
from db.books.entries import to_entry
from db.books.holds import holds_of_day
from db.books.pass_id import PassId

_entries = models.entries


@dataclass(frozen=True)
class FeverSeen:
    """Someone with a reading at or over the fever line. `readings` in tenths of °C, as they were taken;
    `outcome` is None while the person waits."""

    at: str
    pass_id: PassId | None
    book: str
    name: str
    readings: tuple[int, ...]
    outcome: str | None


def fevers_of_day(connection: Connection, gate: int, day: str, fever_tenths: int) -> list[FeverSeen]:
    """Everyone with a fever on a day, in the order of time. A voided line is nobody's fever."""
    found = [
        FeverSeen(
            hold.at,
            hold.pass_id,
            hold.book,
            hold.name,
            tuple(one for one in (hold.temp_tenths, hold.retaken_tenths) if one is not None),
            hold.outcome,
        )
        for hold in holds_of_day(connection, gate, day)
    ]
    e = _entries.c
    unheld = select(_entries).where(
        e.gate == gate, e.day == day, e.temp_tenths >= fever_tenths, e.held.is_(None), e.voided_at.is_(None)
    )
    for row in connection.execute(unheld):
        entry = to_entry(row)
        reading = (entry.temp_tenths or 0,)
        found.append(FeverSeen(entry.time, entry.pass_id, entry.book, entry.name, reading, entry.outcome))
    return sorted(found, key=lambda fever: fever.at)
