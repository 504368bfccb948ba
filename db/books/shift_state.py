"""What a shift came to: counted from the lines since the last change of shift, whatever the clock did meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, func, select, tuple_

from db import models, shift_models
from db.books.days import ENTRY_BOOKS
from db.books.entries import EntryBook, inside_now
from db.books.exports import unexported_count
from db.books.holds import incidents, open_holds
from db.books.pass_columns import pass_columns, pass_of
from db.books.pass_id import Book
from db.ledger.body_fields import Count, Tenths, Word, check_days, check_stamps
from db.ledger.seal import unsealed_days
from db.times import from_day

FEW = 12
"""So many people are named; of more only the count is said."""
UNSEALED = "unsealed"
"""The matter that a day has ended and nobody who can sign has opened the register since."""

_entries, _refusals, _lines = models.entries, models.refusals, models.lines
_presence, _passes, _shifts = models.presence, models.passes, shift_models.shifts
_NO_CARD = "no_card"


class Crossed(msgspec.Struct, frozen=True):
    """People of one book who were let in and let out."""

    ins: Count = msgspec.field(name="in", default=0)
    outs: Count = msgspec.field(name="out", default=0)


class Waiting(msgspec.Struct, frozen=True):
    """Someone held with a fever since `since` (a stamp), by the first reading."""

    pass_: str | None = msgspec.field(name="pass")
    name: str
    temp_tenths: Tenths
    since: str

    def __post_init__(self) -> None:
        pass_columns(self.pass_)
        check_stamps(self.since)


class Whereabouts(msgspec.Struct, frozen=True):
    """Someone who went out, or a guest who came in, at `since` (a stamp), and has not come back this way."""

    pass_: str | None = msgspec.field(name="pass")
    name: str
    book: EntryBook
    since: str

    def __post_init__(self) -> None:
        pass_columns(self.pass_)
        check_stamps(self.since)


class Matter(msgspec.Struct, frozen=True):
    """Something open: an incident by its name, or `unsealed` for a day without a seal. `name` is whose, or empty."""

    what: Word
    day: str
    name: str = ""

    def __post_init__(self) -> None:
        check_days(self.day)


class ShiftState(msgspec.Struct, frozen=True, kw_only=True):
    """What a shift came to from `since` to `until` (stamps).

    `lines`: numbered lines, voided ones too. `books`: who crossed, of lines that stand. `refused`: cards refused.
    `inside`: holders inside now. `outside`: how many holders of good passes, and residents, went out and are not back;
    `away` names them where they are few. `guests`: how many without a card came in and did not leave; `staying` names
    them where they are few. `unexported`: lines that no drive holds."""

    since: str
    until: str
    lines: Count
    voided: Count
    turned_away: Count
    refused: Count
    books: dict[EntryBook, Crossed]
    inside: dict[Book, Count]
    outside: Count
    away: list[Whereabouts]
    guests: Count
    staying: list[Whereabouts]
    held: list[Waiting]
    matters: list[Matter]
    unexported: Count

    def __post_init__(self) -> None:
        check_stamps(self.since, self.until)

    @property
    def total(self) -> Crossed:
        """Everyone who crossed in the shift."""
        some = self.books.values()
        return Crossed(sum(one.ins for one in some), sum(one.outs for one in some))


def shift_state(connection: Connection, gate: int, at: str) -> ShiftState:
    """What the shift came to that goes on at the moment `at` (a stamp)."""
    start = _start(connection, gate, at)
    crossed, lines, voided, away_with_temperature = _crossings(connection, gate, start)
    refused, no_card = _refused(connection, gate, start)
    outside, away = _holders_outside(connection, gate, at)
    without_card = _without_card(connection, gate, at)
    residents = [one for one, direction in without_card if direction == "out" and one.book == "resident"]
    guests = [one for one, direction in without_card if direction == "in" and one.book == "visitor"]
    return ShiftState(
        since=start.since,
        until=at,
        lines=lines,
        voided=voided,
        turned_away=away_with_temperature + no_card,
        refused=refused,
        books=crossed,
        inside=inside_now(connection, gate),
        outside=outside + len(residents),
        away=_few([*away, *residents], outside + len(residents)),
        guests=len(guests),
        staying=_few(guests, len(guests)),
        held=[
            Waiting(one.pass_id.human() if one.pass_id else None, one.name, one.temp_tenths, one.at)
            for one in open_holds(connection, gate)
        ],
        matters=[
            *(Matter(one.what, one.day, one.name) for one in incidents(connection, gate)),
            *(Matter(UNSEALED, day) for day in unsealed_days(connection, gate, at[:10])),
        ],
        unexported=unexported_count(connection, gate),
    )


@dataclass(frozen=True)
class _Start:
    """The line after which the shift began, and when that was."""

    epoch: int
    seq: int
    since: str

    def after(self, table: Table) -> ColumnElement[bool]:
        return tuple_(table.c.epoch, table.c.seq) > tuple_(self.epoch, self.seq)


def _start(connection: Connection, gate: int, at: str) -> _Start:
    """A shift begins where the one before ended. Where the gate had been closed, or no shift was ever handed over, it
    begins with the first line since, or of today."""
    wanted = select(_shifts).where(_shifts.c.gate == gate)
    last = connection.execute(wanted.order_by(_shifts.c.epoch.desc(), _shifts.c.seq.desc()).limit(1)).first()
    if last is not None and last.took is not None:
        return _Start(last.epoch, last.seq, last.at)
    if last is not None:
        closed = _Start(last.epoch, last.seq, last.at)
        later = select(_lines.c.at).where(_lines.c.gate == gate, closed.after(_lines))
        since = connection.scalar(later.order_by(_lines.c.epoch, _lines.c.seq).limit(1))
        return _Start(last.epoch, last.seq, since or at)
    e = _entries.c
    todays = select(e.epoch, e.seq, _lines.c.at).join(
        _lines, (_lines.c.gate == e.gate) & (_lines.c.epoch == e.epoch) & (_lines.c.seq == e.seq)
    )
    first = connection.execute(
        todays.where(e.gate == gate, e.day == at[:10]).order_by(e.epoch, e.seq).limit(1)
    ).first()
    if first is not None:
        return _Start(first.epoch, first.seq - 1, first.at)
    newest = select(_lines.c.epoch, _lines.c.seq).where(_lines.c.gate == gate)
    end = connection.execute(newest.order_by(_lines.c.epoch.desc(), _lines.c.seq.desc()).limit(1)).first()
    return _Start(end.epoch if end else 1, end.seq if end else 0, at)


def _crossings(
    connection: Connection, gate: int, start: _Start
) -> tuple[dict[EntryBook, Crossed], int, int, int]:
    """By book; then the numbered lines, those voided, and those of people turned away."""
    e = _entries.c
    voided = e.voided_at.is_not(None)
    wanted = select(e.book, e.direction, e.outcome, voided.label("voided"), func.count().label("count"))
    mine = wanted.where(e.gate == gate, start.after(_entries))
    rows = connection.execute(mine.group_by(e.book, e.direction, e.outcome, voided)).all()
    counts: dict[tuple[Any, Any], int] = {}
    lines = struck = turned_away = 0
    for book, direction, outcome, gone, count in rows:
        lines += count
        if gone:
            struck += count
        elif outcome == "passed":
            counts[book, direction] = count
        else:
            turned_away += count
    books: dict[EntryBook, Crossed] = {
        book: Crossed(counts.get((book, "in"), 0), counts.get((book, "out"), 0))  # type: ignore[misc]
        for book in ENTRY_BOOKS
    }
    return books, lines, struck, turned_away


def _refused(connection: Connection, gate: int, start: _Start) -> tuple[int, int]:
    """Cards refused, and people without a card who were sent away."""
    r = _refusals.c
    no_card = r.verdict == _NO_CARD
    wanted = select(no_card, func.count()).where(r.gate == gate, start.after(_refusals)).group_by(no_card)
    counts = {bool(one): count for one, count in connection.execute(wanted)}
    return counts.get(False, 0), counts.get(True, 0)


def _holders_outside(connection: Connection, gate: int, at: str) -> tuple[int, list[Whereabouts]]:
    """Holders of passes that are still good whose last crossing here was out, the latest first."""
    p, g = _presence.c, _passes.c
    same = (g.gate == p.pass_gate) & (g.book == p.pass_book) & (g.number == p.pass_number)
    out = (p.gate == gate, p.direction == "out", g.revoked_at.is_(None), g.valid_until >= at[:10])
    both = _presence.join(_passes, same)
    count = connection.scalar(select(func.count()).select_from(both).where(*out)) or 0
    if count > FEW:
        return count, []
    names = select(p.pass_gate, p.pass_book, p.pass_number, p.time, g.name).select_from(both).where(*out)
    found = []
    for row in connection.execute(names.order_by(p.instant.desc(), p.epoch.desc(), p.seq.desc())):
        id = pass_of(row)
        assert id is not None
        found.append(Whereabouts(id.human(), row.name, id.book.value, row.time))
    return count, found


def _without_card(connection: Connection, gate: int, at: str) -> list[tuple[Whereabouts, str]]:
    """Everyone without a card who crossed today or yesterday, with the direction of their last crossing."""
    e = _entries.c
    yesterday = (from_day(at[:10]) - timedelta(days=1)).isoformat()
    wanted = select(e.name, e.book, e.direction, e.time).where(
        e.gate == gate,
        e.day >= yesterday,
        e.pass_gate.is_(None),
        e.voided_at.is_(None),
        e.outcome == "passed",
        e.name != "",
    )
    last: dict[str, tuple[Whereabouts, str]] = {}
    for name, book, direction, time in connection.execute(wanted.order_by(e.instant, e.epoch, e.seq)):
        if book in ("resident", "visitor"):
            last.pop(name, None)
            last[name] = (Whereabouts(None, name, book, time), direction)
    return list(reversed(last.values()))


def _few(people: Sequence[Whereabouts], count: int) -> list[Whereabouts]:
    return list(people) if count <= FEW else []
