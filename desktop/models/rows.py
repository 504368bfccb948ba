"""Rows whose words a page has put together, for short tables: what lies on a stick, which gates there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.kit.cells import PLAIN, Index, Role, RowLook, Status


@dataclass(frozen=True)
class Words:
    """What stands in a cell. `tip` is the whole sentence where the words are its short form."""

    words: str
    status: Status | None = None
    tip: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row. `key` is what it stands for."""

    key: Any
    cells: tuple[Words, ...]
    look: RowLook = PLAIN


class RowsModel(QAbstractTableModel):
    """Rows in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._rows: list[TableRow] = []

    def set_headers(self, words: Sequence[str]) -> None:
        """The names of the columns."""
        if len(words) != len(self._headers):
            self.beginResetModel()
            self._headers = tuple(words)
            self.endResetModel()
            return
        self._headers = tuple(words)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(words) - 1))

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Other rows. Where only what stands in them is another, the current row stays."""
        same = [row.key for row in rows] == [row.key for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = list(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headers) - 1))

    def set_row(self, place: int, row: TableRow) -> None:
        """Another row in the place of one."""
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._headers) - 1))

    def append(self, rows: Sequence[TableRow]) -> None:
        """More rows, at the end."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rows(self) -> tuple[TableRow, ...]:
        """All rows."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> TableRow | None:
        """The row of an index; None for none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: Any) -> int:
        """Where the row of `key` is; -1 for nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == Role.STATUS:
            return cell.status
        if role == Role.ROW:
            return row.look
        if role == Role.KEY:
            return row.key
        return None
