"""What tables with named columns do alike: counting, naming their columns, saying everything again; and asking for rows
that are shown before they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMetaObject, QModelIndex, QObject, Qt, Signal, Slot

from desktop.kit.cells import Index

AROUND = 60
"""How many rows are asked for at once: more than a table shows."""


class NamedColumns(QAbstractTableModel):
    """A table of so many `columns`. `titles` names them, `count` says how many rows there are."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns

    def titles(self) -> tuple[str, ...]:
        """The columns' names."""
        raise NotImplementedError

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Says everything again after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns - 1)
        self._all_changed()

    def _all_changed(self) -> None:
        self._changed(0, self.count() - 1)

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self._columns - 1))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.count()

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.titles()[section]


class ListTable(NamedColumns):
    """Rows that are all there. `cell` says what a row is in a column."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._rows: list[Any] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, at: int) -> Any:
        """What stands in a row; None where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def count(self) -> int:
        return len(self._rows)

    def cell(self, row: Any, column: int, role: int) -> Any:
        """What a row says in a column."""
        raise NotImplementedError

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        return None if row is None else self.cell(row, index.column(), role)


class Unread(QObject):
    """Which rows of a table are not read yet. One that is shown is asked for with those around it, once this painting
    is over. `keys` are the rows as they stand now. Signal `wanted(list)` of keys."""

    wanted = Signal(object)

    def __init__(self, keys: Callable[[], Sequence[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = keys
        self._fresh: set[Any] = set()
        self._asked: set[Any] = set()
        self._first: int | None = None
        self._last = 0

    def forget(self) -> None:
        """Everything is to be read again."""
        self._fresh.clear()
        self._asked.clear()

    def came(self, keys: Iterable[Any]) -> None:
        """These are read."""
        keys = list(keys)
        self._fresh.update(keys)
        self._asked.difference_update(keys)

    def shown(self, row: int, key: Any) -> None:
        """A row is being painted."""
        if key in self._fresh or key in self._asked:
            return
        if self._first is None:
            self._first = self._last = row
            QMetaObject.invokeMethod(self, "_ask", Qt.ConnectionType.QueuedConnection)
        self._first = min(self._first, row)
        self._last = max(self._last, row)

    @Slot()
    def _ask(self) -> None:
        if self._first is None:
            return
        first, last = max(0, self._first - AROUND // 2), self._last + AROUND // 2
        self._first = None
        keys = self._keys()[first : last + 1]
        wanted = [key for key in keys if key not in self._fresh and key not in self._asked]
        self._asked.update(wanted)
        if wanted:
            self.wanted.emit(wanted)
