"""What the coverage board says on paper and in tables."""

from __future__ import annotations

from functools import cache

from db.books.board import BoardRow, Cell, DayState
from desktop.paper.words import Words


@cache
def state_word(own: Words, state: DayState) -> str:
    """A state of a gate's day in a word."""
    return {
        DayState.RECEIVED: own.translate("Board", "All in"),
        DayState.PARTIAL: own.translate("Board", "Part in"),
        DayState.GAP: own.translate("Board", "Gap"),
        DayState.MISSING: own.translate("Board", "Missing"),
        DayState.PENDING: own.translate("Board", "Not due yet"),
        DayState.NOT_KEPT: own.translate("Board", "Not kept"),
    }[state]


def cell_word(own: Words, cell: Cell) -> str:
    """A cell in words: its state, zero report, late."""
    told = [state_word(own, cell.state)]
    if cell.zero:
        told.append(own.translate("Board", "zero report"))
    if cell.late:
        told.append(own.translate("Board", "late"))
    return own.translate("Board", ", ", "between two things").join(told)


def place_word(row: BoardRow) -> str:
    """Compound and name of a gate, what is the same only once."""
    if not row.name or row.name == row.compound:
        return row.compound
    return f"{row.compound} · {row.name}" if row.compound else row.name


def asked_of(own: Words, row: BoardRow, cell: Cell) -> str:
    """What a gate is to be asked for."""
    if cell.state is DayState.GAP and row.missing:
        return ", ".join(
            own.translate("Board", "lines {first} to {last}").format(first=gap.first, last=gap.last)
            for gap in row.missing
        )
    if cell.state is DayState.GAP:
        return own.translate("Board", "two accounts of a line: a lead decides")
    if cell.state is DayState.PARTIAL:
        return own.translate("Board", "the end of the day")
    return own.translate("Board", "the whole day")
