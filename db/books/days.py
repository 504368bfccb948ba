"""Days: what a gate's day came to, for the counters on the gate page and for the day's report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Table, case, func, select

from db import models
from db.books.entries import inside_now
from db.books.holds import Hold, Incident, holds_of_day, incidents
from db.books.pass_id import Book
from db.books.purges import PurgedDay, after, purged_day, purged_days
from db.books.refusals import RefusedScan, refusals_of_day
from db.books.verdict import Direction
from db.ledger.seal import Seal, last_seal

_entries, _presence = models.entries, models.presence

ENTRY_BOOKS = ("official", "medical", "support", "resident", "visitor")
QUARTERS = 96


@dataclass(frozen=True)
class Tally:
    """Crossings that stand: people let in and let out."""

    ins: int = 0
    outs: int = 0


@dataclass(frozen=True)
class Counters:
    """What the foot of the gate page shows. `books` and `inside` are by the three books, `people` by residents
    and visitors, `fevers` the day's first fever readings, `numbers` the highest number given today."""

    day: str
    books: dict[str, Tally]
    inside: dict[Book, int]
    fevers: int
    numbers: int
    turned_away: int

    @property
    def total(self) -> Tally:
        """All who crossed today."""
        return Tally(sum(t.ins for t in self.books.values()), sum(t.outs for t in self.books.values()))


@dataclass(frozen=True)
class DaySummary:
    """All that a day's report says.

    `quarters` holds 96 pairs (in, out), `temperatures` tenths of °C → how often, over lines that stand;
    `turned_away` counts the standing lines of those who were not let through. Where lines of the day were `purged`,
    the counts still hold them; `quarters`, `temperatures`, `holds`, `incidents` and `refused` do not."""

    gate: int
    day: str
    counters: Counters
    entries: int
    voided: int
    quarters: list[Tally]
    temperatures: dict[int, int]
    holds: list[Hold]
    incidents: list[Incident]
    refused: list[RefusedScan]
    seal: Seal | None
    inferred: int = 0
    turned_away: int = 0
    operators: list[str] = field(default_factory=list)
    purged: bool = False

    @property
    def nothing_to_report(self) -> bool:
        """Whether the day is a zero report: no fever, no incident, nothing refused. A day whose lines were purged is
        not asked for any more."""
        return not (self.purged or self.holds or self.incidents or self.refused)


_CROSSED = (_entries.c.voided_at.is_(None), _entries.c.outcome == "passed")


def counters(connection: Connection, gate: int, day: str, inside: dict[Book, int] | None = None) -> Counters:
    """The counters of a day; `inside` is now, unless given."""
    e = _entries.c
    gone = purged_day(connection, gate, day)
    past = gone.counts if gone else {}
    mine = (e.gate == gate, e.day == day, after(_entries, gone))
    grouped = select(e.book, e.direction, func.count()).where(*mine, *_CROSSED)
    counts = {
        (book, way): count for book, way, count in connection.execute(grouped.group_by(e.book, e.direction))
    }
    books = {
        book: Tally(*(counts.get((book, way), 0) + past.get(f"{book}_{way}", 0) for way in ("in", "out")))
        for book in ENTRY_BOOKS
    }
    fevers, away = (
        _count_of(connection, table, gate, day, gone) + past.get(name, 0)
        for table, name in ((models.holds, "fevers"), (models.refusals, "refused"))
    )
    top = connection.scalar(select(func.max(e.no)).where(e.gate == gate, e.day == day)) or 0
    if inside is None:
        inside = inside_now(connection, gate)
    return Counters(day, books, inside, fevers, max(top, past.get("top", 0)), away)


def _count_of(connection: Connection, table: Table, gate: int, day: str, gone: PurgedDay | None) -> int:
    counted = select(func.count()).select_from(table).where(table.c.gate == gate, table.c.day == day)
    return connection.scalar(counted.where(after(table, gone))) or 0


def summarise(connection: Connection, gate: int, day: str, today: str) -> DaySummary:
    """What a day came to. Who is inside is told as of its end, or as of now for `today`."""
    e = _entries.c
    inside = None if day >= today else inside_at_end_of(connection, gate, day)
    gone = purged_day(connection, gate, day)
    past = gone.counts if gone else {}
    wanted = select(e.time, e.direction, e.temp_tenths, e.outcome, e.voided_at, e.inferred, e.operator)
    rows = connection.execute(wanted.where(e.gate == gate, e.day == day, after(_entries, gone))).all()
    quarters, temperatures = _spread(rows)
    return DaySummary(
        gate=gate,
        day=day,
        counters=counters(connection, gate, day, inside),
        entries=len(rows) + past.get("entries", 0),
        voided=sum(row.voided_at is not None for row in rows) + past.get("voided", 0),
        quarters=quarters,
        temperatures=temperatures,
        holds=holds_of_day(connection, gate, day),
        incidents=incidents(connection, gate, day),
        refused=refusals_of_day(connection, gate, day),
        seal=last_seal(connection, gate, day),
        inferred=sum(row.inferred for row in rows) + past.get("inferred", 0),
        turned_away=sum(row.outcome == "turned_away" and row.voided_at is None for row in rows)
        + past.get("turned_away", 0),
        operators=sorted({row.operator for row in rows}),
        purged=gone is not None,
    )


def _spread(rows: list[Row[Any]] | Any) -> tuple[list[Tally], dict[int, int]]:
    ins, outs = [0] * QUARTERS, [0] * QUARTERS
    temperatures: dict[int, int] = {}
    for row in rows:
        if row.voided_at is not None:
            continue
        if row.temp_tenths is not None:
            temperatures[row.temp_tenths] = temperatures.get(row.temp_tenths, 0) + 1
        if row.outcome == "passed":
            quarter = int(row.time[11:13]) * 4 + int(row.time[14:16]) // 15
            (ins if row.direction == Direction.IN else outs)[quarter] += 1
    return [Tally(a, b) for a, b in zip(ins, outs, strict=True)], dict(sorted(temperatures.items()))


def inside_at_end_of(connection: Connection, gate: int, day: str) -> dict[Book, int]:
    """How many holders of each book were inside when the day ended, by the last crossing of each before that.

    Whoever has not crossed since is where the day left them; only for the others are their lines looked through."""
    e, p = _entries.c, _presence.c
    tomorrow = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    before = (
        select(e.direction)
        .where(e.gate == p.gate, e.pass_gate == p.pass_gate, e.pass_book == p.pass_book)
        .where(e.pass_number == p.pass_number, e.day < tomorrow, *_CROSSED)
        # No gate's midnight is later than this; the index of a pass's lines is by instant and not by day.
        .where(e.instant < f"{tomorrow}T14:00:00.000Z")
        .order_by(e.instant.desc(), e.epoch.desc(), e.seq.desc())
        .limit(1)
        .correlate(_presence)
        .scalar_subquery()
    )
    then = case((func.substr(p.time, 1, 10) <= day, p.direction), else_=before)
    counted = select(p.pass_book, func.count()).where(p.gate == gate, then == "in").group_by(p.pass_book)
    found = {row[0]: row[1] for row in connection.execute(counted)}
    return {book: found.get(book.value, 0) for book in Book}


def days_with_lines(connection: Connection, gate: int) -> list[str]:
    """The days that have entries, purged ones too, newest first."""
    e = _entries.c
    found = set(connection.scalars(select(e.day).where(e.gate == gate).distinct()))
    return sorted(found | set(purged_days(connection, gate)), reverse=True)
