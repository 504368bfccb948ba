"""The lines of a day as a table: keys at once, lines when they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from db.books.entries import Entry
from db.books.entry_search import EntrySort, LineKey
from db.books.holds import Hold
from db.books.refusals import RefusedScan
from desktop.kit.cells import Index, Role, RowLook, Status
from desktop.kit.chips import Way
from desktop.line_words import pass_words, reason_word, temperature_words, verdict_word
from desktop.models.tables import NamedColumns, Unread
from desktop.operations.entries import Line


class EntryColumn(IntEnum):
    """The columns in order."""

    NO = 0
    TIME = 1
    PASS = 2
    NAME = 3
    WAY = 4
    TEMPERATURE = 5
    VERDICT = 6
    UNIT = 7
    OPERATOR = 8


SORTS: dict[int, EntrySort] = {
    EntryColumn.NO: EntrySort.NO,
    EntryColumn.TIME: EntrySort.TIME,
    EntryColumn.NAME: EntrySort.NAME,
    EntryColumn.TEMPERATURE: EntrySort.TEMPERATURE,
}
"""By which columns the register can sort."""


class EntriesModel(NamedColumns):
    """Rows by key. Lines that are shown and not there yet are asked for.

    Signal `lines_wanted(list)` of keys, answered with `put_lines`."""

    lines_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(EntryColumn), parent)
        self._keys: list[LineKey] = []
        self._lines: dict[LineKey, Line] = {}
        self._unread = Unread(lambda: self._keys, self)
        self._unread.wanted.connect(self.lines_wanted)
        self._operators: Mapping[str, str] = {}
        self._fever_tenths = 373

    # What is shown

    def set_keys(self, keys: Sequence[LineKey], operators: Mapping[str, str], fever_tenths: int) -> None:
        """Other rows. Lines stay shown as they were until they are read again. New lines above the ones that are
        there are put in, so that selection and place stay."""
        self._operators, self._fever_tenths = operators, fever_tenths
        self._unread.forget()
        new = list(keys)
        more = len(new) - len(self._keys)
        if self._keys and more > 0 and new[more:] == self._keys:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
            self._keys = new
            self.endInsertRows()
        elif new != self._keys:
            self.beginResetModel()
            self._keys = new
            self._lines = {key: self._lines[key] for key in new if key in self._lines}
            self.endResetModel()
        self._all_changed()

    def put_lines(self, lines: Mapping[LineKey, Line]) -> None:
        """Lines that were asked for."""
        self._lines |= lines
        self._unread.came(lines)
        rows = [row for row, key in enumerate(self._keys) if key in lines]
        if rows:
            self._changed(rows[0], rows[-1])

    def key(self, row: int) -> LineKey | None:
        """The key of a row."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: LineKey) -> int:
        """The row of a key, -1 where it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    def line(self, row: int) -> Line | None:
        """The line of a row, None while it is not there yet."""
        key = self.key(row)
        return self._lines.get(key) if key is not None else None

    def count(self) -> int:
        return len(self._keys)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("No."), self.tr("Time"), self.tr("Pass"), self.tr("Name"), self.tr("In or out"),
            self.tr("°C"), self.tr("Verdict"), self.tr("Unit"), self.tr("Recorded by"),
        )  # fmt: skip

    # Qt

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        key = self._keys[index.row()]
        if role == Role.KEY:
            return key
        self._unread.shown(index.row(), key)
        line = self._lines.get(key)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, index.column())
        if role == Role.ROW:
            return self.look(line)
        if role == Role.BOOK and index.column() == EntryColumn.PASS:
            return line.pass_id.book if line.pass_id else None
        if role == Role.WAY and index.column() == EntryColumn.WAY:
            return _way(line)
        if role == Role.STATUS and index.column() == EntryColumn.VERDICT:
            return _status(line)
        if role == Role.SORT:
            return self._native(line, index.column())
        return None

    def look(self, line: Line) -> RowLook:
        """How a line's row looks."""
        if isinstance(line, Entry):
            hot = line.held is not None or (line.temp_tenths or 0) >= self._fever_tenths
            chip = self.tr("Filled in") if line.inferred else ""
            return RowLook(voided=line.voided_at is not None, fever=hot, chip=chip)
        return RowLook(fever=True) if isinstance(line, Hold) else RowLook(dim=True)

    def _words(self, line: Line, column: int) -> str:
        entry = line if isinstance(line, Entry) else None
        moment = entry.time if entry else line.at  # type: ignore[union-attr]
        if column == EntryColumn.NO:
            return f"{entry.no:04d}" if entry else "–"
        if column == EntryColumn.TIME:
            return moment[11:16]
        if column == EntryColumn.PASS:
            return pass_words(line.pass_id) or self.tr("No card")
        if column == EntryColumn.NAME:
            return line.name or self.tr("Not known")
        if column == EntryColumn.TEMPERATURE:
            return temperature_words(getattr(line, "temp_tenths", None))
        if column == EntryColumn.VERDICT:
            return self._verdict(line)
        if column == EntryColumn.UNIT:
            return getattr(line, "unit", "")
        if column == EntryColumn.OPERATOR and entry:
            return self._operators.get(entry.operator, entry.operator)
        return ""

    def _verdict(self, line: Line) -> str:
        if isinstance(line, Hold):
            return self.tr("Retest due")
        if isinstance(line, Entry):
            if line.voided_reason is not None:
                return line.voided_reason
            if line.outcome == "turned_away":
                return self.tr("Turned away")
        if line.reason and line.verdict in ("attention", "no_card"):
            return reason_word(line.reason)
        return verdict_word(line.verdict)

    def _native(self, line: Line, column: int) -> Any:
        if column == EntryColumn.NO:
            return line.no if isinstance(line, Entry) else 0
        if column == EntryColumn.TEMPERATURE:
            return getattr(line, "temp_tenths", None) or 0
        return self._words(line, column)


def _way(line: Line) -> Way | None:
    if isinstance(line, Hold):
        return Way.HELD
    return Way(line.direction.value) if isinstance(line, Entry) else None


def _status(line: Line) -> Status:
    if isinstance(line, Hold):
        return Status("clock", "attn")
    if isinstance(line, RefusedScan):
        return Status("ban", "deny")
    if line.voided_at is not None:
        return Status("undo")
    if line.outcome == "turned_away":
        return Status("ban", "deny")
    return Status("check", "allow") if line.verdict == "ok" else Status("eye", "attn")
