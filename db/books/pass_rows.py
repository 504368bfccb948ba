"""A pass as a table shows it: with its state, its holder's last crossing, and the letters it is found by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from db.books.entries import Crossing, last_crossings
from db.books.initials import pinyin_initials
from db.books.pass_id import PassId
from db.books.pass_search import SOON_DAYS, State
from db.books.passes import Pass, get_passes


@dataclass(frozen=True)
class PassRow:
    """One row of the table. `last`: the last crossing at the own gate; `initials`: the ways to look the name up."""

    one: Pass
    state: State
    last: Crossing | None
    initials: tuple[str, ...]


def state_of(one: Pass, today: date) -> State:
    """The one state that a pass is shown in: `SOON` rather than `GOOD` where both are true."""
    if one.revoked_at is not None:
        return State.REVOKED
    left = (one.holder.valid_until - today).days
    return State.EXPIRED if left < 0 else State.SOON if left <= SOON_DAYS else State.GOOD


def pass_rows(connection: Connection, gate: int, ids: Sequence[PassId], today: date) -> list[PassRow]:
    """The rows of these passes, in their order; those that are gone are left out."""
    found = get_passes(connection, ids)
    last = last_crossings(connection, gate, ids)
    return [_row(found[id], today, last.get(id)) for id in ids if id in found]


def _row(one: Pass, today: date, last: Crossing | None) -> PassRow:
    return PassRow(one, state_of(one, today), last, tuple(sorted(pinyin_initials(one.holder.name))))
