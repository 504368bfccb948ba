"""A list handed in as a table: every row as the unit wrote it, with its problems in words at the cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from db.books.checked import Severity, cell_text
from db.books.person import Field
from db.exchange.rosters import RosterRow
from db.exchange.rosters.in_hand import HandedIn, RowState
from db.exchange.tables.header import Column
from desktop.kit.cells import Index, Status
from desktop.problems import field_words, problem_words

TICK, NUMBER, STATE, FIRST_FIELD = 0, 1, 2, 3


class RosterRole(IntEnum):
    """What the table's painter asks for."""

    STATUS = Qt.ItemDataRole.UserRole + 1
    """`Status` of the row."""
    PROBLEM = Qt.ItemDataRole.UserRole + 2
    """`CellProblem` of a cell, None for a good one."""
    SKIPPED = Qt.ItemDataRole.UserRole + 3
    """Whether the row will not be issued."""
    MENDED = Qt.ItemDataRole.UserRole + 4
    """Whether a person changed the cell here."""


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with a cell, in words; a warning hinders nothing."""

    words: str
    is_error: bool


_STATUS = {
    RowState.READY: Status("check", "allow"),
    RowState.WARNED: Status("info", "attn"),
    RowState.WRONG: Status("alert", "deny"),
    RowState.REPEAT: Status("copy"),
}


class RosterModel(QAbstractTableModel):
    """Rows of a list, all or those in some states. Ticked rows will be issued.

    Signals: `mend_asked(int, Field, str)`, a cell was changed: row number and new text, answered with `set_list`;
    `ticks_changed()`."""

    mend_asked = Signal(int, object, str)
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handed: HandedIn | None = None
        self._columns: list[Column[Field]] = []
        self._shown: Sequence[int] = range(0)
        self._skipped: set[int] = set()
        self._states: frozenset[RowState] | None = None

    # The list

    def set_list(self, handed: HandedIn | None, keep: bool = False) -> None:
        """Another list, or with `keep` the same one mended: what was skipped stays skipped."""
        same = keep and self._handed is not None and handed is not None
        self._handed = handed
        if not same:
            self._skipped.clear()
            self._states = None
        elif self._skipped and handed is not None:
            pairs = zip(handed.roster.rows, handed.states, strict=True)
            self._skipped &= {row.row for row, state in pairs if state <= RowState.WARNED}
        if same and handed is not None and self._columns_of(handed) == self._columns:
            self._all_changed()
            return
        self.beginResetModel()
        self._columns = self._columns_of(handed)
        self._filter()
        self.endResetModel()

    def _columns_of(self, handed: HandedIn | None) -> list[Column[Field]]:
        if handed is None:
            return []
        return [one for one in handed.roster.columns if one.field is not None and one.field is not Field.SEQ]

    def show_states(self, *states: RowState) -> None:
        """Shows only rows in these states, none for all. A row that is mended stays until this is asked again."""
        self.beginResetModel()
        self._states = frozenset(states) or None
        self._filter()
        self.endResetModel()

    def _filter(self) -> None:
        if self._handed is None:
            self._shown = range(0)
        elif self._states is None:
            self._shown = range(len(self._handed.states))
        else:
            wanted = self._states
            self._shown = [place for place, state in enumerate(self._handed.states) if state in wanted]

    def row(self, row: int) -> RosterRow | None:
        """The list's row that is shown there."""
        if self._handed is None or not 0 <= row < len(self._shown):
            return None
        return self._handed.roster.rows[self._shown[row]]

    def field(self, column: int) -> Field | None:
        """What a column of the table means."""
        place = column - FIRST_FIELD
        return self._columns[place].field if 0 <= place < len(self._columns) else None

    def first_problem(self, row: int) -> int:
        """The column of a row's first problem, or its first field."""
        shown = self.row(row)
        wrong = {problem.field for problem in shown.problems} if shown is not None else set()
        places = (place for place, column in enumerate(self._columns) if column.field in wrong)
        return FIRST_FIELD + next(places, 0)

    # What will be issued

    def to_issue(self) -> list[RosterRow]:
        """The rows without error that are no repeat and were not skipped."""
        if self._handed is None:
            return []
        rows, skipped = self._handed.roster.rows, self._skipped
        places = [place for place, state in enumerate(self._handed.states) if state <= RowState.WARNED]
        return [rows[place] for place in places if rows[place].row not in skipped]

    def counts(self) -> tuple[int, int]:
        """How many rows will be issued, and how many can go back to the unit."""
        if self._handed is None:
            return 0, 0
        good = self._handed.count(RowState.READY, RowState.WARNED)
        return good - len(self._skipped), self._handed.count(RowState.WRONG) + len(self._skipped)

    def to_hand_back(self) -> list[RosterRow]:
        """The rows with an error, and those that were skipped by hand."""
        if self._handed is None:
            return []
        pairs = zip(self._handed.roster.rows, self._handed.states, strict=True)
        return [row for row, state in pairs if state is RowState.WRONG or row.row in self._skipped]

    def skipped(self) -> int:
        """How many rows were skipped by hand."""
        return len(self._skipped)

    def will_issue(self, row: int) -> bool:
        """Whether the row shown there will be issued."""
        shown = self.row(row)
        if shown is None or self._handed is None:
            return False
        state = self._handed.states[self._shown[row]]
        return state in (RowState.READY, RowState.WARNED) and shown.row not in self._skipped

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST_FIELD + len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        field = self.field(section)
        if field is not None:
            return field_words(field)
        return {NUMBER: self.tr("Row"), STATE: self.tr("What becomes of it")}.get(section, "")

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.field(index.column()) is not None:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None or self._handed is None:
            return None
        state, column = self._handed.states[self._shown[index.row()]], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if self.will_issue(index.row()) else Qt.CheckState.Unchecked
        if role == RosterRole.SKIPPED:
            return not self.will_issue(index.row())
        if role == RosterRole.STATUS and column == STATE:
            return Status("minus") if row.row in self._skipped else _STATUS[state]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(row, state, column)
        field = self.field(column)
        if field is None:
            return self._about(row) if role == Qt.ItemDataRole.ToolTipRole and column == STATE else None
        if role == RosterRole.PROBLEM:
            return _problem(row, field)
        if role == RosterRole.MENDED:
            return field in dict(row.mended)
        if role == Qt.ItemDataRole.ToolTipRole:
            found = _problem(row, field)
            return found.words if found is not None else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row()) if index.isValid() else None
        if row is None or self._handed is None:
            return False
        field = self.field(index.column())
        if role == Qt.ItemDataRole.EditRole and field is not None:
            if str(value) == self._cell(row, index.column()):
                return False
            self.mend_asked.emit(row.row, field, str(value))
            return True
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            return self._tick(index, row, Qt.CheckState(value) == Qt.CheckState.Checked)
        return False

    def _tick(self, index: Index, row: RosterRow, on: bool) -> bool:
        assert self._handed is not None
        if self._handed.states[self._shown[index.row()]] not in (RowState.READY, RowState.WARNED):
            return False
        (self._skipped.discard if on else self._skipped.add)(row.row)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1))
        self.ticks_changed.emit()
        return True

    # Words

    def _words(self, row: RosterRow, state: RowState, column: int) -> str:
        if column == NUMBER:
            return str(row.row)
        if column == STATE:
            return self._state_words(row, state)
        return self._cell(row, column) if column >= FIRST_FIELD else ""

    def _cell(self, row: RosterRow, column: int) -> str:
        """A cell as it was handed in, mended where it was mended."""
        one = self._columns[column - FIRST_FIELD]
        assert one.field is not None
        mended = dict(row.mended)
        if one.field in mended:
            return cell_text(mended[one.field])
        filled = dict(row.filled)
        if one.index in filled:
            return cell_text(filled[one.index])
        return cell_text(row.cells[one.index]) if one.index < len(row.cells) else ""

    def _state_words(self, row: RosterRow, state: RowState) -> str:
        if row.row in self._skipped:
            return self.tr("Skipped")
        if state is RowState.WRONG:
            return self.tr("%n to mend", "", len(row.errors))
        if state is RowState.REPEAT and row.repeat is not None:
            if row.repeat.of_row is None:
                return self.tr("In the book already")
            return self.tr("Same as row {row}").format(row=row.repeat.of_row)
        return self.tr("Issued, noted") if state is RowState.WARNED else self.tr("Will be issued")

    def _about(self, row: RosterRow) -> str | None:
        """What a row's state does not say: how it differs from the one before, problems of fields without a column."""
        shown = {column.field for column in self._columns}
        told = [
            f"{field_words(problem.field)}: {problem_words(problem.code)}"
            for problem in row.problems
            if problem.field not in shown
        ]
        if row.repeat is not None:
            differs = self.tr(", ").join(field_words(field) for field in row.repeat.differs)
            told.append(
                self.tr("Different: {fields}").format(fields=differs)
                if differs
                else self.tr("The same in all")
            )
        return "\n".join(told) or None

    def _all_changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Says everything again after a change of language."""
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._all_changed()


def _problem(row: RosterRow, field: Field) -> CellProblem | None:
    """What is wrong with one cell, errors first. A home's problem stands at its first part where it has parts."""
    about = {field, Field.HOME} if field is Field.COMPOUND else {field}
    found = [problem for problem in row.problems if problem.field in about]
    if not found:
        return None
    worst = min(found, key=lambda problem: problem.severity is not Severity.ERROR)
    words = "; ".join(dict.fromkeys(problem_words(problem.code) for problem in found))
    return CellProblem(words, worst.severity is Severity.ERROR)
