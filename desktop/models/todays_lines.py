"""Today's lines as the gate page lists them: the newest first, those who are held among them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from db.books.entries import Entry
from db.books.holds import Hold
from db.books.masking import mask_name
from db.books.pass_id import Book
from db.books.temperature import show_tenths
from desktop.kit.cells import Index, Role, RowLook
from desktop.kit.chips import Way, way_word
from desktop.models.tables import NamedColumns

TodaysLine = Entry | Hold


class TodayColumn(IntEnum):
    """The columns in order."""

    NO = 0
    TIME = 1
    BOOK = 2
    NAME = 3
    WAY = 4
    TEMPERATURE = 5


_BOOKS = {book.value: book for book in Book}


class TodaysLinesModel(NamedColumns):
    """Rows are added on top; older ones are asked for when someone scrolls down to them.

    A fever's name is masked: the list can be read by those who stand in the queue.
    Signal `more_wanted()`: answer with `set_lines` of more lines."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(TodayColumn), parent)
        self._lines: list[TodaysLine] = []
        self._complete = True
        self._fever_tenths = 373

    def set_lines(self, lines: Sequence[TodaysLine], complete: bool, fever_tenths: int) -> None:
        """The newest lines; `complete` where there are no older ones."""
        new, old = list(lines), self._lines
        self._complete, self._fever_tenths = complete, fever_tenths
        more = len(new) - len(old)
        if old and 0 < more and new[more:] == old:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
            self._lines = new
            self.endInsertRows()
        elif old and 0 < more and new[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._lines = new
            self.endInsertRows()
        elif new != old:
            self.beginResetModel()
            self._lines = new
            self.endResetModel()

    def line(self, row: int) -> TodaysLine | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def newest(self) -> Entry | None:
        """The newest numbered line that stands."""
        standing = (line for line in self._lines if isinstance(line, Entry) and line.voided_at is None)
        return next(standing, None)

    def count(self) -> int:
        return len(self._lines)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("No."), self.tr("Time"), self.tr("Bk", "book, very short"), self.tr("Name"),
            self.tr("In/out"), self.tr("°C"),
        )  # fmt: skip

    # Qt

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            # Asked for once; what comes says whether there is still more.
            self._complete = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, index.column())
        if role == Role.ROW:
            return self._look(line)
        if role == Role.BOOK and index.column() == TodayColumn.BOOK:
            return _BOOKS.get(line.book)
        if role == Role.WAY and index.column() == TodayColumn.WAY:
            return Way.HELD if isinstance(line, Hold) else Way(line.direction.value)
        if role == Role.KEY:
            return (line.gate, line.epoch, line.seq)
        return None

    def _is_fever(self, line: TodaysLine) -> bool:
        return isinstance(line, Hold) or (line.temp_tenths or 0) >= self._fever_tenths

    def _look(self, line: TodaysLine) -> RowLook:
        if isinstance(line, Hold):
            return RowLook(fever=True)
        chip = self.tr("Filled in") if line.inferred else ""
        return RowLook(voided=line.voided_at is not None, fever=self._is_fever(line), chip=chip)

    def _words(self, line: TodaysLine, column: int) -> str:
        if column == TodayColumn.NO:
            return f"{line.no:04d}" if isinstance(line, Entry) else "–"
        if column == TodayColumn.TIME:
            return (line.at if isinstance(line, Hold) else line.time)[11:16]
        if column == TodayColumn.BOOK:
            return ""
        if column == TodayColumn.NAME:
            return mask_name(line.name) if self._is_fever(line) else line.name or self.tr("Not known")
        if column == TodayColumn.WAY:
            return way_word(Way.HELD if isinstance(line, Hold) else Way(line.direction.value))
        return "" if line.temp_tenths is None else show_tenths(line.temp_tenths)
