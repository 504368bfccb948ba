"""Reads a list that a unit handed in, and reads a row again after someone mended it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from db.books.checked import cell_text, is_blank
from db.books.person import Book, CellValue, Field, FieldNote, Note, check_person
from db.exchange.rosters.roster import (
    Known,
    Roster,
    RosterRow,
    SkippedRow,
    SkipReason,
    entries_of,
    mark_repeats,
)
from db.exchange.rosters.words import ROSTER_WORDS
from db.exchange.tables.choose import choose_table
from db.exchange.tables.header import Column, Header
from db.exchange.tables.limits import DEFAULT_LIMITS, Cancelled, Limits, Progress, Watch, too_large
from db.exchange.tables.sheet import Sheet, SheetRow

_PERSON = (Field.NAME, Field.ID_NO, Field.PHONE)
_FOOTER = re.compile(
    r"^\s*(制表|填表|审核|审批|复核|经办|核对|负责人|单位负责人|联系人|合\s*计|总\s*计|小\s*计|共\s*计|共\s*\d+\s*人|注\s*[:：\d]|备注\s*[:：]"
    r"|说明\s*[:：]|填报|以上|此表|盖章|（?盖章|日期\s*[:：])"
)
_EXAMPLE = re.compile(
    r"^\s*[(（【\[]?(示例|样例|范例|例如|举例|例|example)\s*[\d一二三]?[)）】\]]?\s*[:：]?\s*$", re.IGNORECASE
)


def read_roster(
    path: Path,
    *,
    today: datetime.date,
    book: Book | None = None,
    default_valid_until: datetime.date | None = None,
    known: Known | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[int, Field] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Roster:
    """Reads a list of people (xlsx, xls, ods, csv or tab-separated text in UTF-8 or GB18030).

    `today` is the gate's day: a date without a year is in its year. `book` is where everyone belongs, unless
    the list has a category column. `default_valid_until` is what a row without an end date will get; it is
    not put into the values. `known` tells who is in the register. Of a workbook the first visible sheet with
    a header is read, or the one named `sheet`. Where a person has said what the columns mean, `mapping`
    (column from 0 to field) and `header_row` (0: none) replace the search for a header.

    Raises `Refusal`: `NOT_A_LIST`, `LIST_NEEDS_PASSWORD`, `LIST_TOO_LARGE`, `CANCELLED`, and
    `LIST_WITHOUT_HEADER` with what is needed to ask for a mapping: `sheet`, `header_row`, `header` (the
    titles found), `missing`. Raises `Fault` where the file cannot be read. A list with a header and nobody
    in it has no rows, and is no error.
    """
    watch = Watch(progress, cancelled)
    path = Path(path)
    chosen = choose_table(
        path, ROSTER_WORDS, sheet=sheet, header_row=header_row, mapping=mapping, limits=limits, watch=watch
    )
    whole, header = chosen.sheet, chosen.header
    people, skipped = _people(whole, header)
    if len(people) > limits.rows:
        raise too_large("rows", limits.rows)
    columns = header.columns
    fills = whole.fills()
    rows: list[RosterRow] = []
    for number, person in enumerate(people, start=1):
        filled = (
            tuple(
                (column.index, fills[person.number, column.index])
                for column in columns
                if (person.number, column.index) in fills and is_blank(person.cell(column.index))
            )
            if fills
            else ()
        )
        row = RosterRow(person.number, number, person.cells, _NOTHING, filled=filled)
        rows.append(_check(row, columns, book, today, default_valid_until))
        watch.step(number, len(people))
    marked = mark_repeats(rows, columns, known)
    return Roster(
        path,
        whole.name,
        header.row,
        columns,
        marked,
        tuple(skipped),
        chosen.others,
        book,
        today,
        default_valid_until,
    )


_NOTHING = check_person({}, today=datetime.date.min).values


def recheck(
    roster: Roster, row: int, changed: Mapping[Field, CellValue], known: Known | None = None
) -> Roster:
    """The list with one row's cells mended: its values, problems and everyone's repeats anew. `row` is the
    row's number in the spreadsheet; what was mended before stays mended. `known` as in `read_roster`."""
    rows = list(roster.rows)
    position = next(index for index, candidate in enumerate(rows) if candidate.row == row)
    mended = dict(rows[position].mended) | dict(changed)
    rows[position] = recheck_row(roster, replace(rows[position], mended=tuple(mended.items())))
    return replace(roster, rows=mark_repeats(rows, roster.columns, known))


def recheck_row(roster: Roster, row: RosterRow) -> RosterRow:
    """One row checked anew with what is `mended` in it; its repeat is left as it was."""
    return _check(row, roster.columns, roster.book, roster.today, roster.default_valid_until)


def _check(
    row: RosterRow,
    columns: tuple[Column[Field], ...],
    book: Book | None,
    today: datetime.date,
    default_valid_until: datetime.date | None,
) -> RosterRow:
    entries = entries_of(row.cells, columns, dict(row.filled), dict(row.mended))
    checked = check_person(entries, today=today, book=book, default_valid_until=default_valid_until)
    merged = tuple(
        FieldNote(column.field, Note.MERGED_FILL)
        for column in columns
        if column.field is not None and any(index == column.index for index, _ in row.filled)
    )
    return replace(row, values=checked.values, problems=checked.problems, notes=checked.notes + merged)


def _people(sheet: Sheet, header: Header[Field]) -> tuple[list[SheetRow], list[SkippedRow]]:
    """The rows below the header that are people's, and the others with the reason."""
    index = {column.field: column.index for column in header.columns if column.field is not None}
    person_columns = [index[field] for field in _PERSON if field in index]
    # A title across the sheet within the list: 一、内科.
    wide = {
        merge.first_row
        for merge in sheet.merges
        if merge.first_row == merge.last_row
        and 2 * (merge.last_column - merge.first_column + 1) > len(header.columns)
    }
    people: list[SheetRow] = []
    skipped: list[SkippedRow] = []
    for row in sheet.rows:
        if row.number <= header.last_row:
            continue
        written = [cell_text(cell) for cell in row.cells if not is_blank(cell)]
        of_person = sum(not is_blank(row.cell(column)) for column in person_columns)
        reason: SkipReason | None = None
        if of_person == 0 or row.number in wide or (len(written) <= 2 and _FOOTER.match(written[0])):
            reason = SkipReason.NO_PERSON
        elif _EXAMPLE.match(written[0]):
            reason = SkipReason.EXAMPLE
        elif _is_header_again(row, header):
            reason = SkipReason.HEADER_AGAIN
        if reason is None:
            people.append(row)
        else:
            skipped.append(SkippedRow(row.number, reason, " ".join(written)[:200]))
    return people, skipped


def _is_header_again(row: SheetRow, header: Header[Field]) -> bool:
    """The titles repeated, as at the top of each printed page."""
    titles = [(column.title, row.cell(column.index)) for column in header.columns if column.title]
    same = sum(isinstance(cell, str) and " ".join(cell.split()) == title for title, cell in titles)
    return same >= 2 and 2 * same > len(titles)
