"""Lines from paper before and after they are written into the book: a table in memory, in the order of typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from db.exchange.paper_lines import PaperField, PaperLine
from desktop.kit.cells import Role, RowLook, Status
from desktop.kit.chips import Way
from desktop.line_words import pass_words, reason_word, temperature_words, verdict_word
from desktop.models.tables import ListTable
from desktop.operations.paper_entries import Backfilled, PaperVerdict
from desktop.paper_words import problems_of


class PaperColumn(IntEnum):
    """The columns in order."""

    ROW = 0
    TIME = 1
    WAY = 2
    PASS = 3
    NAME = 4
    TEMPERATURE = 5
    STATUS = 6
    NOTE = 7


@dataclass(frozen=True)
class PaperRow:
    """A line as it was typed and as it was understood. `verdict` is None while it is not judged yet; `no` is its
    number once it is written; `written` says that the very crossing stood in the book already."""

    typed: Mapping[PaperField, str]
    line: PaperLine
    day: date
    verdict: PaperVerdict | None = None
    no: int | None = None
    written: bool = False

    @property
    def waits(self) -> bool:
        """Whether it can be written and has not been."""
        return self.line.ok and self.no is None and not self.written


@dataclass(frozen=True)
class PaperCounts:
    """How many rows wait to be written, need mending, are written, were there already."""

    waiting: int = 0
    wrong: int = 0
    recorded: int = 0
    duplicates: int = 0


class PaperModel(ListTable):
    """Rows are known by the number that their line has."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(PaperColumn), parent)
        self._rows: list[PaperRow] = []
        self._fever = 373

    # Rows

    def set_fever(self, tenths: int) -> None:
        """From where a temperature is a fever, in tenths of °C."""
        self._fever = tenths
        self._all_changed()

    def rows(self) -> Sequence[PaperRow]:
        """All of them, in order."""
        return tuple(self._rows)

    def next_number(self) -> int:
        """The number of the next line that is typed."""
        return max((row.line.row for row in self._rows), default=0) + 1

    def add(self, row: PaperRow) -> None:
        """A line below the others."""
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
        self._rows.append(row)
        self.endInsertRows()

    def put(self, index: int, row: PaperRow) -> None:
        """Another line in place of one."""
        self._rows[index] = row
        self._changed(index, index)

    def remove(self, index: int) -> None:
        """Takes a line away."""
        self.beginRemoveRows(QModelIndex(), index, index)
        del self._rows[index]
        self.endRemoveRows()

    def set_verdicts(self, judged: Sequence[tuple[PaperLine, PaperVerdict | None]]) -> None:
        """What the book says to lines, by their numbers, where they are not written yet."""
        places = {row.line.row: index for index, row in enumerate(self._rows)}
        for line, verdict in judged:
            index = places.get(line.row, -1)
            if index >= 0 and self._rows[index].no is None:
                written = verdict is not None and verdict.written
                self._rows[index] = replace(self._rows[index], line=line, verdict=verdict, written=written)
        self._all_changed()

    def set_recorded(self, done: Backfilled) -> None:
        """What became of the lines."""
        numbers = {line.row: line.no for line in done.recorded}
        for index, row in enumerate(self._rows):
            if row.line.row in numbers and row.waits:
                self._rows[index] = replace(row, no=numbers[row.line.row])
            elif row.line.row in done.duplicates and row.waits:
                self._rows[index] = replace(row, written=True)
        self._all_changed()

    def counts(self) -> PaperCounts:
        """How many of each sort."""
        return PaperCounts(
            waiting=sum(row.waits for row in self._rows),
            wrong=sum(not row.line.ok for row in self._rows),
            recorded=sum(row.no is not None for row in self._rows),
            duplicates=sum(row.written for row in self._rows),
        )

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("No."), self.tr("Time"), self.tr("In or out"), self.tr("Pass"), self.tr("Name"),
            self.tr("°C"), self.tr("What the book says"), self.tr("Note"),
        )  # fmt: skip

    def cell(self, row: PaperRow, column: int, role: int) -> Any:
        if role == Role.KEY:
            return row.line.row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Role.ROW:
            return RowLook(fever=(row.line.temp_tenths or 0) >= self._fever, dim=row.written)
        if role == Role.BOOK and column == PaperColumn.PASS:
            return row.line.pass_id.book if row.line.pass_id else None
        if role == Role.WAY and column == PaperColumn.WAY:
            return Way(row.line.direction.value) if row.line.direction else None
        if role == Role.STATUS and column == PaperColumn.STATUS:
            return _status(row)
        return None

    def _words(self, row: PaperRow, column: int) -> str:
        line, typed = row.line, row.typed
        if column == PaperColumn.ROW:
            return str(line.row)
        if column == PaperColumn.TIME:
            if line.time is None:
                return typed.get(PaperField.TIME, "")
            same = line.time.date() == row.day
            return line.time.strftime("%H:%M" if same else "%m-%d %H:%M")
        if column == PaperColumn.WAY:
            return "" if line.direction else typed.get(PaperField.DIRECTION, "")
        if column == PaperColumn.PASS:
            return pass_words(line.pass_id) or typed.get(PaperField.PASS, "") or self.tr("No card")
        if column == PaperColumn.NAME:
            holder = row.verdict.holder if row.verdict else ""
            return holder or line.name or typed.get(PaperField.NAME, "")
        if column == PaperColumn.TEMPERATURE:
            return temperature_words(line.temp_tenths) or typed.get(PaperField.TEMPERATURE, "")
        if column == PaperColumn.NOTE:
            return line.note or typed.get(PaperField.NOTE, "")
        return self._says(row)

    def _says(self, row: PaperRow) -> str:
        if not row.line.ok:
            return problems_of(row.line)
        if row.no is not None:
            return self.tr("Written as {no}").format(no=f"{row.no:04d}")
        if row.written:
            return self.tr("Written already, left out")
        verdict = row.verdict
        if verdict is None:
            return ""
        if verdict.name_differs:
            return self.tr("The pass belongs to {name}").format(name=verdict.holder)
        if verdict.namesakes:
            return self.tr("%n pass(es) have this name: write the number", "", verdict.namesakes)
        if verdict.reason:
            return reason_word(verdict.reason)
        return verdict_word(verdict.verdict.value)


def _status(row: PaperRow) -> Status | None:
    if not row.line.ok:
        return Status("alert", "deny")
    if row.no is not None:
        return Status("check", "allow")
    if row.written:
        return Status("copy")
    if row.verdict is None:
        return None
    verdict = row.verdict
    if verdict.name_differs or verdict.namesakes or verdict.verdict.value != "ok":
        return Status("eye", "attn")
    return Status("check", "allow")
