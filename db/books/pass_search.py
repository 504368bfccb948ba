"""Finding passes: what the pass page lists, counted by state, and what the gate page offers while someone types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import overload

from sqlalchemy import ColumnElement, Connection, FromClause, case, func, select

from db import models
from db.books.pass_id import Book, PassId
from db.books.pass_words import passes_with

_passes = models.passes
SOON_DAYS = 7
MOST_HITS = 2000
"""How many passes a search lists; whoever finds more goes on typing."""
MOST_SUGGESTED = 500


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


Key = tuple[int, str, int]
"""(gate, book, number) of a pass: what 100,000 of them are compared and counted by."""


class PassIds(Sequence[PassId]):
    """Pass numbers in order, each made when it is asked for: a book of 100,000 is listed in an instant.

    Attribute `keys`: the same passes as plain tuples."""

    def __init__(self, keys: Sequence[Key] = ()) -> None:
        self.keys = list(keys)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> PassId: ...

    @overload
    def __getitem__(self, place: slice) -> PassIds: ...

    def __getitem__(self, place: int | slice) -> PassId | PassIds:
        if isinstance(place, slice):
            return PassIds(self.keys[place])
        return id_of(self.keys[place])

    def index(self, id: PassId, start: int = 0, stop: int | None = None) -> int:
        """The place of a pass; raises `ValueError`."""
        return self.keys.index(key_of(id), start, len(self.keys) if stop is None else stop)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, PassId) and key_of(id) in self.keys

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PassIds):
            return self.keys == other.keys
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def key_of(id: PassId) -> Key:
    """The plain tuple of a pass."""
    return (id.gate, id.book.value, id.number)


def id_of(key: Key) -> PassId:
    """The pass of a plain tuple."""
    return PassId(key[0], Book(key[1]), key[2])


@dataclass(frozen=True)
class Found:
    """The passes found, as ids in order (rows are loaded when shown), and how many are in each state.

    `more` says that what was typed finds over `MOST_HITS` passes, of which these are some: type a little more."""

    ids: PassIds
    counts: dict[State, int]
    more: bool = False

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
    p = _passes.c
    column = p[sort.value]
    order = [column.desc() if descending else column, p.gate, p.book, p.number]
    table = _matching(own_gate, book, typed, MOST_HITS + 1)
    wanted = select(p.gate, p.book, p.number, _state(today)).select_from(table).order_by(*order)
    if book is not None and table is _passes:
        wanted = wanted.where(p.book == book.value)
    rows = connection.execute(wanted).all()
    in_state = Counter(row[3] for row in rows)
    counts = {one: in_state[place] for place, one in enumerate(State)}
    counts[State.GOOD] += counts[State.SOON]
    if state is not None:
        rows = [row for row in rows if row[3] in _SHOWN_FOR[state]]
    return Found(
        PassIds([row[:3] for row in rows]), counts, typed.strip() != "" and sum(in_state.values()) > MOST_HITS
    )


def suggest_passes(connection: Connection, own_gate: int, typed: str, limit: int = 8) -> list[PassId]:
    """The first few passes that what was typed finds, for the gate page; good ones before others."""
    table = _matching(own_gate, None, typed, MOST_SUGGESTED)
    wanted = select(_passes.c.gate, _passes.c.book, _passes.c.number).select_from(table)
    order = (_passes.c.revoked_at.is_not(None), _passes.c.valid_until.desc(), _passes.c.number)
    rows = connection.execute(wanted.order_by(*order).limit(limit))
    return [PassId(row.gate, Book(row.book), row.number) for row in rows]


def passes_named(connection: Connection, own_gate: int, name: str) -> list[PassId]:
    """The passes of the own gate that are not revoked and whose holder has exactly this name."""
    p = _passes.c
    wanted = select(p.gate, p.book, p.number).where(
        p.gate == own_gate, p.name == name, p.revoked_at.is_(None)
    )
    rows = connection.execute(wanted.order_by(p.book, p.number))
    return [PassId(row.gate, Book(row.book), row.number) for row in rows]


def book_sizes(connection: Connection, own_gate: int) -> dict[Book, int]:
    """How many passes each book of the own gate holds."""
    grouped = select(_passes.c.book, func.count()).where(_passes.c.gate == own_gate).group_by(_passes.c.book)
    found = {row[0]: row[1] for row in connection.execute(grouped)}
    return {book: found.get(book.value, 0) for book in Book}


_PLACES = {state: place for place, state in enumerate(State)}
_SHOWN_FOR = {state: {_PLACES[state]} for state in State} | {
    State.GOOD: {_PLACES[State.GOOD], _PLACES[State.SOON]}
}


def _state(today: date) -> ColumnElement[int]:
    """The place in `State` of the one state in which a pass is, `SOON` being apart from `GOOD` here."""
    narrowest_first = (State.REVOKED, State.EXPIRED, State.SOON)
    return case(
        *((condition(one, today), _PLACES[one]) for one in narrowest_first), else_=_PLACES[State.GOOD]
    )


def _matching(own_gate: int, book: Book | None, typed: str, most: int) -> FromClause:
    """The passes that what was typed finds, `most` at the most: a letter that begins half of all names must not
    hold up the next scan."""
    words = passes_with(typed, own_gate, book)
    if words is None:
        return _passes
    found = words.limit(most).subquery()
    # The sum keeps SQLite from the index of the primary key: it would then read each pass's whole row, ten times as
    # much of an encrypted file as the index that lists passes holds.
    same = (
        (found.c.book == _passes.c.book)
        & (found.c.number == _passes.c.number)
        & (found.c.gate == _passes.c.gate + 0)
    )
    return _passes.join(found, same)
