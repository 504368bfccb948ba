"""Somebody's way through the gates, and who was near them, as tables."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.books.contacts import Contact
from db.books.passes import Pass
from db.books.paths import Step, StepKind
from desktop.kit.cells import Role, RowLook, Status
from desktop.kit.chips import Way
from desktop.line_words import pass_words, temperature_words, verdict_word
from desktop.models.tables import ListTable

When = Callable[[str], str]
Where = Callable[[int], str]


class StepColumn(IntEnum):
    """The columns in order."""

    WHEN = 0
    GATE = 1
    WAY = 2
    TEMPERATURE = 3
    WHAT = 4
    PASS = 5


class ContactColumn(IntEnum):
    """The columns in order."""

    PASS = 0
    NAME = 1
    UNIT = 2
    TIMES = 3
    NEAREST = 4
    LAST = 5


class _Rows(ListTable):
    """`when` says a stamp, `where` a gate."""

    def __init__(self, columns: int, when: When, where: Where, parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._when, self._where = when, where


class StepsModel(_Rows):
    """`Step` by step, the newest first."""

    def __init__(self, when: When, where: Where, parent: QObject | None = None) -> None:
        super().__init__(len(StepColumn), when, where, parent)
        self._fever_tenths = 373

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("When"), self.tr("Gate"), self.tr("In or out"), self.tr("°C"), self.tr("What"), self.tr("Pass"),
        )  # fmt: skip

    def cell(self, row: Step, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Role.ROW:
            voided = row.entry is not None and row.entry.voided_at is not None
            hot = row.kind is StepKind.HOLD or (row.temp_tenths or 0) >= self._fever_tenths
            return RowLook(voided=voided, fever=hot, dim=row.kind is StepKind.REFUSAL)
        if role == Role.WAY and column == StepColumn.WAY:
            return {StepKind.HOLD: Way.HELD, StepKind.REFUSAL: None}.get(
                row.kind, Way(row.said) if _way(row) else None
            )
        if role == Role.STATUS and column == StepColumn.WHAT:
            return _status(row)
        if role == Role.BOOK and column == StepColumn.PASS:
            return row.pass_id.book if row.pass_id else None
        return None

    def _words(self, row: Step, column: int) -> str:
        if column == StepColumn.WHEN:
            return self._when(row.time)
        if column == StepColumn.GATE:
            return self._where(row.gate)
        if column == StepColumn.TEMPERATURE:
            return temperature_words(row.temp_tenths)
        if column == StepColumn.WHAT:
            return self._what(row)
        return pass_words(row.pass_id) or self.tr("No card") if column == StepColumn.PASS else ""

    def _what(self, row: Step) -> str:
        if row.kind is StepKind.REFUSAL:
            return verdict_word(row.said)
        if row.kind is StepKind.HOLD:
            return self.tr("First reading")
        assert row.entry is not None
        if row.entry.voided_reason is not None:
            return row.entry.voided_reason
        if row.entry.outcome == "turned_away":
            return self.tr("Turned away")
        return self.tr("Filled in") if row.entry.inferred else verdict_word(row.entry.verdict)


class ContactsModel(_Rows):
    """`Contact` by contact."""

    def __init__(self, when: When, where: Where, parent: QObject | None = None) -> None:
        super().__init__(len(ContactColumn), when, where, parent)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Pass"), self.tr("Name"), self.tr("Unit"), self.tr("Times"), self.tr("Min apart"),
            self.tr("Last met"),
        )  # fmt: skip

    def cell(self, row: Contact, column: int, role: int) -> Any:
        if role == Role.BOOK and column == ContactColumn.PASS:
            return row.pass_id.book if row.pass_id else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        last = row.meetings[-1]
        return {
            ContactColumn.PASS: pass_words(row.pass_id) or self.tr("No card"),
            ContactColumn.NAME: row.name,
            ContactColumn.UNIT: row.unit,
            ContactColumn.TIMES: str(len(row.meetings)),
            ContactColumn.NEAREST: str(row.nearest // 60),
            ContactColumn.LAST: f"{self._when(last.time)} {self._where(last.gate)}",
        }[ContactColumn(column)]


class HitsModel(ListTable):
    """Whom something typed finds: `Pass` by pass, and last of all a name (str) for those without a card."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(2, parent)

    def titles(self) -> tuple[str, ...]:
        return (self.tr("Name"), self.tr("Pass"))

    def cell(self, row: Pass | str, column: int, role: int) -> Any:
        if isinstance(row, str):
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            return row if column == 0 else self.tr("Without a card")
        if role == Role.ROW:
            return RowLook(dim=row.revoked_at is not None)
        if role == Role.BOOK and column == 1:
            return row.id.book
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.holder.name} {row.holder.unit}".strip()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return row.holder.name if column == 0 else pass_words(row.id)


def _way(row: Step) -> bool:
    return row.kind is StepKind.ENTRY


def _status(row: Step) -> Status:
    if row.kind is StepKind.HOLD:
        return Status("clock", "attn")
    if row.kind is StepKind.REFUSAL:
        return Status("ban", "deny")
    assert row.entry is not None
    if row.entry.voided_at is not None:
        return Status("undo")
    if row.entry.outcome == "turned_away":
        return Status("ban", "deny")
    return Status("check", "allow") if row.entry.verdict == "ok" else Status("eye", "attn")
