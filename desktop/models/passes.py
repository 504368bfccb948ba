"""The passes of a book as a table: ids at once, rows when they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from db.books.pass_id import PassId
from db.books.pass_rows import PassRow
from db.books.pass_search import Key, PassIds, Sort, State, key_of
from db.times import from_stamp
from desktop.kit.cells import Index, Role, RowLook
from desktop.kit.chips import Way
from desktop.kit.dates import day_words, moment_words
from desktop.line_words import pass_words
from desktop.models.tables import AROUND, NamedColumns, Unread
from desktop.pass_words import pass_state_words, pass_status


class PassColumn(IntEnum):
    """The columns in order."""

    TICK = 0
    NUMBER = 1
    NAME = 2
    UNIT = 3
    UNTIL = 4
    STATE = 5
    LAST = 6


SORTS: dict[int, Sort] = {
    PassColumn.NUMBER: Sort.NUMBER,
    PassColumn.NAME: Sort.NAME,
    PassColumn.UNIT: Sort.UNIT,
    PassColumn.UNTIL: Sort.VALID_UNTIL,
    PassColumn.STATE: Sort.VALID_UNTIL,
    PassColumn.LAST: Sort.ISSUED,
}
"""By what the register sorts for each column."""


class PassesModel(NamedColumns):
    """Rows by pass. Ticks stay with their pass whatever is searched for.

    Signals: `rows_wanted(list)` of ids, answered with `put_rows`; `sort_asked(Sort, bool)`, whether descending;
    `ticks_changed()`."""

    rows_wanted = Signal(object)
    sort_asked = Signal(object, bool)
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(PassColumn), parent)
        self._ids = PassIds()
        self._rows: dict[PassId, PassRow] = {}
        self._unread = Unread(lambda: self._ids, self)
        self._unread.wanted.connect(self.rows_wanted)
        self._ticked: dict[Key, None] = {}
        self._today = date.min
        self._typed = ""

    # What is shown

    def set_ids(self, ids: PassIds, today: date, typed: str = "") -> None:
        """Other passes, or the same ones whose rows are to be read again; a row stays shown until it is."""
        self._today, self._typed = today, typed.strip().casefold()
        self._unread.forget()
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            if len(self._rows) > 20 * AROUND:
                self._rows.clear()
            self.endResetModel()
        else:
            self._all_changed()

    def put_rows(self, rows: Sequence[PassRow], wanted: Sequence[PassId]) -> None:
        """The rows that were asked for under `wanted`."""
        self._rows |= {row.one.id: row for row in rows}
        self._unread.came(wanted)
        self._all_changed()

    def id(self, row: int) -> PassId | None:
        """The pass of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, id: PassId | None) -> int:
        """The row of a pass, -1 where it is not shown."""
        try:
            return -1 if id is None else self._ids.index(id)
        except ValueError:
            return -1

    def row(self, row: int) -> PassRow | None:
        """What is known of a row, None while it is not there yet."""
        id = self.id(row)
        return self._rows.get(id) if id is not None else None

    # Ticks

    def ticked(self) -> PassIds:
        """The ticked passes, in the order in which they were ticked."""
        return PassIds([*self._ticked])

    def ticked_count(self) -> int:
        """How many are ticked."""
        return len(self._ticked)

    def tick_all(self, on: bool) -> None:
        """Ticks all that are listed, or none at all."""
        self._ticked = dict.fromkeys(self._ids.keys) if on else {}
        self._all_changed()
        self.ticks_changed.emit()

    def all_ticked(self) -> Qt.CheckState:
        """None, some or all of what is listed."""
        if not self._ticked:
            return Qt.CheckState.Unchecked
        keys = self._ids.keys
        whole = len(self._ticked) >= len(keys) and all(map(self._ticked.__contains__, keys))
        return Qt.CheckState.Checked if whole and keys else Qt.CheckState.PartiallyChecked

    def count(self) -> int:
        return len(self._ids)

    def titles(self) -> tuple[str, ...]:
        return (
            "", self.tr("Number"), self.tr("Name"), self.tr("Unit"), self.tr("Good until"), self.tr("State"),
            self.tr("Last crossing"),
        )  # fmt: skip

    # Qt

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == PassColumn.TICK else flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_asked.emit(SORTS.get(column, Sort.NUMBER), order is Qt.SortOrder.DescendingOrder)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        id = self.id(index.row()) if index.isValid() else None
        if id is None or role != Qt.ItemDataRole.CheckStateRole or index.column() != PassColumn.TICK:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked[key_of(id)] = None
        else:
            self._ticked.pop(key_of(id), None)
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        id = self.id(index.row()) if index.isValid() else None
        if id is None:
            return None
        column = index.column()
        if role == Role.KEY:
            return id
        if role == Qt.ItemDataRole.CheckStateRole and column == PassColumn.TICK:
            return Qt.CheckState.Checked if key_of(id) in self._ticked else Qt.CheckState.Unchecked
        self._unread.shown(index.row(), id)
        row = self._rows.get(id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(id, row, column)
        if row is None:
            return None
        if role == Role.ROW:
            return RowLook(dim=row.state in (State.EXPIRED, State.REVOKED))
        if role == Role.STATUS and column == PassColumn.STATE:
            return pass_status(row.one, row.state, self._today)
        if role == Role.INITIALS and column == PassColumn.NAME:
            return self._initials(row)
        if role == Role.WAY and column == PassColumn.LAST:
            return Way(row.last.direction.value) if row.last else None
        return None

    def _words(self, id: PassId, row: PassRow | None, column: int) -> str:
        if column == PassColumn.NUMBER:
            return pass_words(id)
        if row is None:
            return ""
        if column == PassColumn.NAME:
            return row.one.holder.name
        if column == PassColumn.UNIT:
            return row.one.holder.unit
        if column == PassColumn.UNTIL:
            return row.one.holder.valid_until.isoformat()
        if column == PassColumn.STATE:
            return pass_state_words(row.one, row.state, self._today)
        if column == PassColumn.LAST:
            return self._last(row)
        return ""

    def _last(self, row: PassRow) -> str:
        if row.last is None:
            return self.tr("Never crossed")
        moment = from_stamp(row.last.time)
        near = (self._today - moment.date()).days <= 1
        return moment_words(moment, self._today) if near else day_words(moment.date())

    def _initials(self, row: PassRow) -> tuple[str, int] | None:
        """The initials that what was typed begins, and how many of them were typed."""
        typed = self._typed.split()[0] if self._typed.split() else ""
        if not (typed.isascii() and typed.isalpha()):
            return None
        for initials in row.initials:
            if initials.startswith(typed):
                return initials, len(typed)
        return (row.initials[0], 0) if row.initials else None
