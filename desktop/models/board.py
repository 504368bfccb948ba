"""The coverage board as a table: areas and their gates down, days across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from db.books.board import Board, BoardRow, Cell, DayState
from desktop.kit.cells import Index, Role
from desktop.kit.dates import day_and_weekday

NOT_IN = frozenset({DayState.MISSING, DayState.PARTIAL, DayState.GAP})
"""What somebody has to ask for."""


@dataclass(frozen=True)
class AreaCell:
    """A day of many gates: how many of the `kept` ones are whole, and how many are to be asked for."""

    day: str
    kept: int
    here: int
    not_in: int


@dataclass(frozen=True)
class AreaRow:
    """The gates of an area together; without a name all of them."""

    name: str
    gates: int
    cells: tuple[AreaCell, ...]


Row = AreaRow | BoardRow
Words = Callable[[Row, AreaCell | Cell], str]


@dataclass(frozen=True)
class Shown:
    """What of the board is shown: one area (None for all), only gates of which something is to be asked for."""

    area: str | None = None
    only_missing: bool = False


def narrowed(board: Board, shown: Shown) -> Board:
    """The board with the gates that are shown alone."""
    return replace(board, rows=tuple(row for row in board.rows if _is_shown(row, shown)))


def _is_shown(row: BoardRow, shown: Shown) -> bool:
    if shown.area is not None and row.area != shown.area:
        return False
    return not shown.only_missing or any(cell.state in NOT_IN for cell in row.cells)


def area_row(name: str, rows: Sequence[BoardRow]) -> AreaRow:
    """Gates together."""
    cells = []
    for day in zip(*(row.cells for row in rows), strict=True):
        states = [cell.state for cell in day]
        kept = sum(state is not DayState.NOT_KEPT for state in states)
        here = states.count(DayState.RECEIVED)
        cells.append(AreaCell(day[0].day, kept, here, sum(state in NOT_IN for state in states)))
    return AreaRow(name, len(rows), tuple(cells))


class BoardModel(QAbstractTableModel):
    """`DisplayRole` is a cell in words, for a screen reader and the tool tip; `Role.KEY` is the cell itself."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._days: tuple[str, ...] = ()
        self._rows: list[Row] = []

    @property
    def days(self) -> tuple[str, ...]:
        """The days across."""
        return self._days

    def set_board(self, board: Board) -> None:
        """Shows these gates, by area."""
        rows: list[Row] = list(_by_area(board.rows))
        same = board.days == self._days and len(rows) == len(self._rows)
        if same and [_who(row) for row in rows] == [_who(row) for row in self._rows]:
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(self._days) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            return
        self.beginResetModel()
        self._days, self._rows = board.days, rows
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """What stands in a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def cell(self, index: Index) -> AreaCell | Cell | None:
        """A day of what stands in a row."""
        row = self.row(index.row()) if index.isValid() else None
        return row.cells[index.column()] if row is not None else None

    def place(self, gate: int, day: str) -> QModelIndex:
        """Where a gate's day stands; invalid where it is not shown."""
        at = next(
            (at for at, row in enumerate(self._rows) if isinstance(row, BoardRow) and row.gate == gate), -1
        )
        if at < 0 or day not in self._days:
            return QModelIndex()
        return self.index(at, self._days.index(day))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._days)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self._days) if across else len(self._rows)):
            return None
        if across:
            day = date.fromisoformat(self._days[section])
            return day_and_weekday(day) if role == Qt.ItemDataRole.DisplayRole else None
        row = self._rows[section]
        if role == Role.KEY:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, AreaRow) else f"{row.gate:04d} {row.compound} {row.name}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Role.KEY:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(self._rows[index.row()], cell)
        return None


def _by_area(rows: Sequence[BoardRow]) -> Iterator[Row]:
    """All gates together first where there are several areas, then each area and its gates."""
    areas = [(name, list(mine)) for name, mine in groupby(rows, key=lambda row: row.area)]
    if len(areas) > 1:
        yield area_row("", rows)
    for name, mine in areas:
        if name:
            yield area_row(name, mine)
        yield from mine


def _who(row: Row) -> str | int:
    return row.name if isinstance(row, AreaRow) else row.gate
