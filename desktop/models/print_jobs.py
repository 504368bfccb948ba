"""What was printed, as a table: one row a job, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from db.times import from_stamp
from desktop.kit.cells import Index, Role
from desktop.kit.dates import moment_words
from desktop.line_words import pass_words
from desktop.operations.print_history import PrintedJob


class JobColumn(IntEnum):
    """The columns in order."""

    WHEN = 0
    FIRST = 1
    LAST = 2
    CARDS = 3
    LAYOUT = 4
    PRINTER = 5
    WHO = 6


class PrintJobsModel(QAbstractTableModel):
    """Rows of `PrintedJob`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PrintedJob] = []
        self._today = date.today()

    def set_rows(self, rows: Sequence[PrintedJob], today: date) -> None:
        """All rows at once."""
        self.beginResetModel()
        self._rows, self._today = list(rows), today
        self.endResetModel()

    def row(self, index: int) -> PrintedJob | None:
        """One row."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def retranslate(self) -> None:
        """The words of headers and days in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(JobColumn) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(JobColumn) - 1))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(JobColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = {
            JobColumn.WHEN: self.tr("When"),
            JobColumn.FIRST: self.tr("From"),
            JobColumn.LAST: self.tr("To"),
            JobColumn.CARDS: self.tr("Cards"),
            JobColumn.LAYOUT: self.tr("Paper"),
            JobColumn.PRINTER: self.tr("Printer"),
            JobColumn.WHO: self.tr("By"),
        }
        return titles[JobColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.row(index.row())
        if one is None:
            return None
        column, job = JobColumn(index.column()), one.job
        if role == Role.BOOK:
            return job.first.book
        if role == Role.KEY:
            return job
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        words = {
            JobColumn.WHEN: lambda: moment_words(from_stamp(job.at), self._today),
            JobColumn.FIRST: lambda: pass_words(job.first),
            JobColumn.LAST: lambda: pass_words(job.last) if job.cards > 1 else "",
            JobColumn.CARDS: lambda: str(job.cards),
            JobColumn.LAYOUT: lambda: job.layout.upper(),
            JobColumn.PRINTER: lambda: job.printer or self.tr("PDF file"),
            JobColumn.WHO: lambda: one.operator,
        }
        return words[column]()
