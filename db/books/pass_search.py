"""Finding passes: what the pass page lists, counted by state, and what the gate page offers while someone types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from db import models
from db.books.pass_id import Book, PassId
from db.books.pass_words import passes_with

_passes = models.passes
SOON_DAYS = 7


class State(StrEnum):
    """What the pass page filters by. `SOON` is good, but for seven days at the most."""

    GOOD = "good"
    SOON = "soon"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Sort(StrEnum):
    """What the pass page can be sorted by."""

    NUMBER = "number"
    NAME = "name"
    UNIT = "unit"
    VALID_UNTIL = "valid_until"
    ISSUED = "issued_at"


@dataclass(frozen=True)
class Found:
    """The passes found, as ids in order (rows are loaded when shown), and how many are in each state."""

    ids: list[PassId]
    counts: dict[State, int]

    @property
    def total(self) -> int:
        """All that were found, in whatever state."""
        return self.counts[State.GOOD] + self.counts[State.EXPIRED] + self.counts[State.REVOKED]


def condition(state: State, today: date) -> ColumnElement[bool]:
    """The condition that a pass is in a state on a day. `GOOD` includes `SOON`, and what begins later."""
    p = _passes.c
    revoked = p.revoked_at.is_not(None)
    if state is State.REVOKED:
        return revoked
    if state is State.EXPIRED:
        return ~revoked & (p.valid_until < today.isoformat())
    good = ~revoked & (p.valid_until >= today.isoformat())
    return (
        good if state is State.GOOD else good & (p.valid_until <= (today + timedelta(SOON_DAYS)).isoformat())
    )


def find_passes(
    connection: Connection,
    own_gate: int,
    today: date,
    book: Book | None = None,
    typed: str = "",
    state: State | None = None,
    sort: Sort = Sort.NUMBER,
    descending: bool = False,
) -> Found:
    """The passes of a book (or all) that what was typed finds, in a state (or any), in order."""
    base = _matching(select(_passes.c.gate, _passes.c.book, _passes.c.number), own_gate, book, typed)
    counts = {}
    for one in State:
        counted = _matching(select(func.count()), own_gate, book, typed).where(condition(one, today))
        counts[one] = connection.scalar(counted) or 0
    if state is not None:
        base = base.where(condition(state, today))
    column = _passes.c[sort.value]
    order = [column.desc() if descending else column, _passes.c.gate, _passes.c.book, _passes.c.number]
    ids = [PassId(row.gate, Book(row.book), row.number) for row in connection.execute(base.order_by(*order))]
    return Found(ids, counts)


def suggest_passes(connection: Connection, own_gate: int, typed: str, limit: int = 8) -> list[PassId]:
    """The first few passes that what was typed finds, for the gate page; good ones before others."""
    wanted = _matching(select(_passes.c.gate, _passes.c.book, _passes.c.number), own_gate, None, typed)
    order = (_passes.c.revoked_at.is_not(None), _passes.c.valid_until.desc(), _passes.c.number)
    rows = connection.execute(wanted.order_by(*order).limit(limit))
    return [PassId(row.gate, Book(row.book), row.number) for row in rows]


def book_sizes(connection: Connection, own_gate: int) -> dict[Book, int]:
    """How many passes each book of the own gate holds."""
    grouped = select(_passes.c.book, func.count()).where(_passes.c.gate == own_gate).group_by(_passes.c.book)
    found = {row[0]: row[1] for row in connection.execute(grouped)}
    return {book: found.get(book.value, 0) for book in Book}


def _matching(wanted: Select[Any], own_gate: int, book: Book | None, typed: str) -> Select[Any]:
    found = passes_with(typed, own_gate)
    if found is not None:
        words = found.subquery()
        same = (
            (words.c.gate == _passes.c.gate)
            & (words.c.book == _passes.c.book)
            & (words.c.number == _passes.c.number)
        )
        wanted = wanted.select_from(_passes.join(words, same))
    else:
        wanted = wanted.select_from(_passes)
    return wanted if book is None else wanted.where(_passes.c.book == book.value)
