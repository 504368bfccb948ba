"""Writes rows that were rejected into a workbook that can be handed back to the unit, and read again when
mended."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import xlsxwriter

from db.books.checked import cell_text, is_blank
from db.exchange.rosters.roster import Roster, RosterRow
from db.exchange.tables.limits import DEFAULT_LIMITS
from db.files import write_whole

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_rejected(
    path: Path,
    roster: Roster,
    rows: Iterable[RosterRow],
    describe: Callable[[RosterRow], str],
    *,
    problem_title: str,
    sheet_name: str = "Sheet1",
) -> None:
    """Writes `rows` with the list's own columns and, last, what is wrong in words.

    `describe` gives the words for one row; `problem_title` is that column's title. Every cell is text, in a
    text format, so that numbers of 18 digits survive being mended; cells that look like formulas carry the
    mark that keeps a spreadsheet from running them. Cells at fault are tinted. Mended cells are written as
    mended. Raises `Fault`.
    """
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_numbers": False})
    text = {"num_format": "@", "valign": "top"}
    plain, tinted = book.add_format(text), book.add_format(text | {"bg_color": "#FFE8A3"})
    inert, inert_tinted = (
        book.add_format(text | extra | {"quote_prefix": True}) for extra in ({}, {"bg_color": "#FFE8A3"})
    )
    bold = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
    words = book.add_format(text | {"text_wrap": True, "font_color": "#A40000"})
    sheet = book.add_worksheet(sheet_name)
    written = list(rows)
    width = max([len(roster.columns), *(len(row.cells) for row in written)])
    for column in roster.columns:
        sheet.write_string(0, column.index, column.title, bold)
    sheet.write_string(0, width, problem_title, bold)
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(written, start=1):
        at_fault = {problem.field for problem in row.problems}
        for index, value in enumerate(_texts(row, roster, width)):
            field = roster.columns[index].field if index < len(roster.columns) else None
            tint = field in at_fault
            if value.startswith(_FORMULA_SIGNS):
                sheet.write_string(line, index, value, inert_tinted if tint else inert)
            elif value:
                sheet.write_string(line, index, value, tinted if tint else plain)
            else:
                sheet.write_blank(line, index, None, tinted if tint else plain)
        sheet.write_string(line, width, describe(row)[: DEFAULT_LIMITS.cell_characters], words)
    for index in range(width):
        sheet.set_column(
            index, index, 20 if index < len(roster.columns) and roster.columns[index].field else 12, plain
        )
    sheet.set_column(width, width, 60)
    book.close()
    write_whole(path, memory.getvalue())


def _texts(row: RosterRow, roster: Roster, width: int) -> list[str]:
    """The row's cells as text: as handed in, the merged cell's value where one stands for them, mended ones
    mended."""
    cells = list(row.cells) + [None] * (width - len(row.cells))
    for index, value in row.filled:
        cells[index] = value
    mended = dict(row.mended)
    for column in roster.columns:
        if column.field is not None and column.field in mended:
            cells[column.index] = mended[column.field]
    return ["" if is_blank(cell) else cell_text(cell)[: DEFAULT_LIMITS.cell_characters] for cell in cells]
