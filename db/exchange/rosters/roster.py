"""A list of people as it was understood: rows with their values, problems and repeats.

Nothing here is issued. A row with an error is rejected; a row with warnings only is issued and reported; a
person who stands in the list twice, or is in the register already, is not issued again and is reported with
what differs.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from db.books.checked import is_blank
from db.books.person import Book, CellValue, Field, FieldNote, FieldProblem, PersonValues, Severity
from db.exchange.tables.header import Column


class RepeatKind(StrEnum):
    """How a person's later row compares with the one before."""

    EXACT = "exact"
    EXACT_AFTER_NORMALISING = "exact_after_normalising"
    NEAR = "near"
    """Some value differs; `Repeat.differs` names it."""


@dataclass(frozen=True)
class Repeat:
    """The person is there already: in the list's row `of_row`, or in the register (`of_row` None)."""

    kind: RepeatKind
    of_row: int | None
    differs: tuple[Field, ...] = ()


Known = Callable[[Book, str], PersonValues | None] | Collection[tuple[Book, str]]
"""Who is in the register already: asked with book and document number it gives what the register holds (for
what differs) or None; a plain set of (book, number) serves where that is not wanted."""


class SkipReason(StrEnum):
    """Why a row below the header is no person's."""

    HEADER_AGAIN = "header_again"
    NO_PERSON = "no_person"
    """Nothing in name, number and phone: a footer, a section's title, a numbered line left empty."""
    EXAMPLE = "example"


@dataclass(frozen=True)
class SkippedRow:
    """A row below the header that is not taken for a person; `text` is what stands in it."""

    row: int
    reason: SkipReason
    text: str


@dataclass(frozen=True)
class RosterRow:
    """One person's row. `row` as the spreadsheet numbers it, `data_row` from 1 among the people; `cells` as
    handed in (None for a blank one), `mended` what was put in their place since."""

    row: int
    data_row: int
    cells: tuple[CellValue, ...]
    values: PersonValues
    problems: tuple[FieldProblem, ...] = ()
    notes: tuple[FieldNote, ...] = ()
    repeat: Repeat | None = None
    filled: tuple[tuple[int, CellValue], ...] = ()
    """(column, value) where a vertically merged cell above stands for this row's."""
    mended: tuple[tuple[Field, CellValue], ...] = ()

    @property
    def ok(self) -> bool:
        """No error; warnings are allowed."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @property
    def errors(self) -> tuple[FieldProblem, ...]:
        """The problems that keep the row from being issued."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[FieldProblem, ...]:
        """The problems that are only reported."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)


@dataclass(frozen=True)
class Roster:
    """A list. `sheet` is None for text; `header_row` is the header's first row; `other_lists` names further
    sheets of the file that are lists of people too, of which nothing was read."""

    path: Path
    sheet: str | None
    header_row: int
    columns: tuple[Column[Field], ...]
    rows: tuple[RosterRow, ...]
    skipped: tuple[SkippedRow, ...]
    other_lists: tuple[str, ...]
    book: Book | None
    today: datetime.date
    default_valid_until: datetime.date | None

    def column_of(self, field: Field) -> Column[Field] | None:
        """The column of a field, or None where the list has none."""
        return next((column for column in self.columns if column.field is field), None)

    @property
    def issuable(self) -> tuple[RosterRow, ...]:
        """The rows to be issued: no error, and no repeat."""
        return tuple(row for row in self.rows if row.ok and row.repeat is None)

    @property
    def rejected(self) -> tuple[RosterRow, ...]:
        """The rows with an error."""
        return tuple(row for row in self.rows if not row.ok)

    @property
    def repeated(self) -> tuple[RosterRow, ...]:
        """The rows without error that are not issued because the person is there already."""
        return tuple(row for row in self.rows if row.ok and row.repeat is not None)

    def row(self, number: int) -> RosterRow:
        """The row of that number; raises `KeyError`."""
        for row in self.rows:
            if row.row == number:
                return row
        raise KeyError(number)


_COMPARED: tuple[tuple[Field, str], ...] = (
    (Field.NAME, "name"),
    (Field.SEX, "sex"),
    (Field.PHONE, "phone"),
    (Field.UNIT, "unit"),
    (Field.DEPARTMENT, "department"),
    (Field.POST, "post"),
    (Field.HOME, "home"),
    (Field.VALID_FROM, "valid_from"),
    (Field.VALID_UNTIL, "valid_until"),
    (Field.PLATE, "plate"),
    (Field.REMARK, "remark"),
)
_PASS_FIELDS = frozenset(
    {Field.NAME, Field.PHONE, Field.UNIT, Field.POST, Field.HOME, Field.VALID_FROM, Field.VALID_UNTIL}
)
"""What the register holds of a person, to be compared; a list's blank cell differs from nothing there."""


def mark_repeats(
    rows: Collection[RosterRow], columns: Collection[Column[Field]], known: Known | None = None
) -> tuple[RosterRow, ...]:
    """Marks who stands in the list twice or is in the register. A row that cannot be issued is nobody's
    first."""
    own_columns = [column.index for column in columns if column.field is not Field.SEQ]
    first: dict[tuple[Book | None, str], RosterRow] = {}
    marked: list[RosterRow] = []
    for row in rows:
        repeat: Repeat | None = None
        id_no = row.values.id_no
        if id_no is not None:
            key = (row.values.book, id_no)
            repeat = _in_register(row, known)
            earlier = first.get(key)
            if repeat is None and earlier is not None:
                repeat = _compare(row, earlier, own_columns)
            if repeat is None and row.ok:
                first[key] = row
        marked.append(row if row.repeat == repeat else replace(row, repeat=repeat))
    return tuple(marked)


def _in_register(row: RosterRow, known: Known | None) -> Repeat | None:
    book, id_no = row.values.book, row.values.id_no
    if known is None or book is None or id_no is None:
        return None
    if not callable(known):
        return Repeat(RepeatKind.NEAR, None) if (book, id_no) in known else None
    held = known(book, id_no)
    if held is None:
        return None
    differs = []
    for field, name in _COMPARED:
        if field in _PASS_FIELDS:
            ours = row.values.employer if field is Field.UNIT else getattr(row.values, name)
            theirs = held.employer if field is Field.UNIT else getattr(held, name)
            if ours is not None and ours != theirs:
                differs.append(field)
    return Repeat(RepeatKind.NEAR if differs else RepeatKind.EXACT, None, tuple(differs))


def _compare(row: RosterRow, earlier: RosterRow, columns: Collection[int]) -> Repeat:
    differs = tuple(
        field for field, name in _COMPARED if getattr(row.values, name) != getattr(earlier.values, name)
    )
    if differs:
        return Repeat(RepeatKind.NEAR, earlier.row, differs)
    same = not (row.mended or earlier.mended) and all(
        _same(_at(row.cells, index), _at(earlier.cells, index)) for index in columns
    )
    return Repeat(RepeatKind.EXACT if same else RepeatKind.EXACT_AFTER_NORMALISING, earlier.row)


def _same(one: CellValue, other: CellValue) -> bool:
    return one == other or (is_blank(one) and is_blank(other))


def _at(cells: tuple[CellValue, ...], index: int) -> CellValue:
    return cells[index] if index < len(cells) else None


def entries_of(
    row_cells: tuple[CellValue, ...],
    columns: Collection[Column[Field]],
    filled: Mapping[int, CellValue],
    mended: Mapping[Field, CellValue],
) -> dict[Field, CellValue]:
    """What stands in a row, field by field: as handed in, from the merged cell above, or mended."""
    entries: dict[Field, CellValue] = {}
    for column in columns:
        if column.field is not None:
            cell = _at(row_cells, column.index)
            entries[column.field] = filled.get(column.index) if is_blank(cell) else cell
    return entries | dict(mended)
