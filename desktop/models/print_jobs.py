"""What was printed, as a table: one row a job, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.times import from_stamp
from desktop.kit.cells import Role
from desktop.kit.dates import moment_words
from desktop.line_words import pass_words
from desktop.models.tables import ListTable
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


class PrintJobsModel(ListTable):
    """Rows of `PrintedJob`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(JobColumn), parent)
        self._today = date.today()

    def set_jobs(self, jobs: Sequence[PrintedJob], today: date) -> None:
        """All rows at once."""
        self._today = today
        self.set_rows(jobs)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("When"), self.tr("From"), self.tr("To"), self.tr("Cards"), self.tr("Paper"),
            self.tr("Printer"), self.tr("By"),
        )  # fmt: skip

    def cell(self, row: PrintedJob, column: int, role: int) -> Any:
        job = row.job
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
            JobColumn.WHO: lambda: row.operator,
        }
        return words[JobColumn(column)]()
