"""A list in hand, between reading and issuing: what becomes of each row, and what the register holds of its people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from db.books.person import Book, PersonValues
from db.exchange.rosters.roster import Roster, RosterRow

Held = Mapping[tuple[Book, str], PersonValues]
"""What the register holds of people, by book and ID number."""


class RowState(IntEnum):
    """What becomes of a row: issued, issued and reported, not issued because of an error, or of a repeat."""

    READY = 0
    WARNED = 1
    WRONG = 2
    REPEAT = 3


@dataclass(frozen=True)
class HandedIn:
    """`states` has one entry a row of the list, `held` what the register holds of its people."""

    roster: Roster
    held: Held
    states: tuple[RowState, ...]

    def count(self, *wanted: RowState) -> int:
        """How many rows are in one of these states."""
        return sum(self.states.count(state) for state in wanted)


def in_hand(roster: Roster, held: Held) -> HandedIn:
    """The list with the state of each row."""
    return HandedIn(roster, held, tuple(map(state_of_row, roster.rows)))


def state_of_row(row: RosterRow) -> RowState:
    """What becomes of one row."""
    if not row.ok:
        return RowState.WRONG
    if row.repeat is not None:
        return RowState.REPEAT
    return RowState.WARNED if row.problems else RowState.READY
