"""What is odd, as a table."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.books.findings import Finding
from desktop.kit.cells import Role, RowLook, Status
from desktop.models.tables import ListTable


class FindingColumn(IntEnum):
    """The columns in order."""

    KIND = 0
    WHO = 1
    WHAT = 2
    WHEN = 3


Words = Callable[[Finding, FindingColumn], str]


class FindingsModel(ListTable):
    """`Finding` by finding. `words` says a finding in a column, `icon` what stands before its kind."""

    def __init__(self, words: Words, icon: Callable[[Finding], str], parent: QObject | None = None) -> None:
        super().__init__(len(FindingColumn), parent)
        self._words, self._icon = words, icon

    def row_of(self, key: str) -> int:
        """The row of a finding, -1 where it is not shown."""
        return next((at for at, one in enumerate(self._rows) if one.key == key), -1)

    def titles(self) -> tuple[str, ...]:
        return (self.tr("What"), self.tr("Pass"), self.tr("Where"), self.tr("When"))

    def cell(self, row: Finding, column: int, role: int) -> Any:
        if role == Role.KEY:
            return row.key
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, FindingColumn(column))
        if role == Role.ROW:
            return RowLook(dim=row.settled is not None)
        if role == Role.STATUS and column == FindingColumn.KIND:
            return Status(self._icon(row))
        if role == Role.BOOK and column == FindingColumn.WHO:
            return row.pass_id.book if row.pass_id else None
        return None
