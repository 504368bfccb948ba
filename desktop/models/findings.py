"""What is odd, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from db.books.findings import Finding
from desktop.kit.cells import Index, Role, RowLook, Status


class FindingColumn(IntEnum):
    """The columns in order."""

    KIND = 0
    WHO = 1
    WHAT = 2
    WHEN = 3


Words = Callable[[Finding, FindingColumn], str]


class FindingsModel(QAbstractTableModel):
    """`words` says a finding in a column, `icon` what stands before its kind."""

    def __init__(self, words: Words, icon: Callable[[Finding], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._icon = words, icon
        self._findings: list[Finding] = []

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._findings = list(findings)
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """The finding of a row."""
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def row_of(self, key: str) -> int:
        """The row of a finding, -1 where it is not shown."""
        return next((at for at, one in enumerate(self._findings) if one.key == key), -1)

    def retranslate(self) -> None:
        """Says everything again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(FindingColumn) - 1)
        if self._findings:
            last = self.index(len(self._findings) - 1, len(FindingColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("What"), self.tr("Pass"), self.tr("Where"), self.tr("When"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.finding(index.row()) if index.isValid() else None
        if finding is None:
            return None
        column = FindingColumn(index.column())
        if role == Role.KEY:
            return finding.key
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(finding, column)
        if role == Role.ROW:
            return RowLook(dim=finding.settled is not None)
        if role == Role.STATUS and column is FindingColumn.KIND:
            return Status(self._icon(finding))
        if role == Role.BOOK and column is FindingColumn.WHO:
            return finding.pass_id.book if finding.pass_id else None
        return None
