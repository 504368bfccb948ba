"""A workbook of rows that were rejected, to be handed back, mended and read again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from db.exchange.tables.limits import DEFAULT_LIMITS
from db.files import write_whole

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Title:
    """A column of the table that was handed in. `known` ones are given more room."""

    index: int
    words: str
    known: bool


@dataclass(frozen=True)
class HandedBack:
    """A row: its cells as text, the columns at fault, and what is wrong in words."""

    cells: Sequence[str]
    at_fault: frozenset[int]
    words: str


def write_handed_back(
    path: Path,
    titles: Sequence[Title],
    rows: Sequence[HandedBack],
    *,
    problem_title: str,
    sheet_name: str = "Sheet1",
) -> None:
    """Writes `rows` with the table's own columns and, last, what is wrong; `problem_title` is that column's.

    Every cell is text, in a text format, so that numbers of 18 digits survive being mended; cells that look
    like formulas carry the mark that keeps a spreadsheet from running them. Cells at fault are tinted. Raises
    `Fault`."""
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
    width = max([len(titles), *(len(row.cells) for row in rows)])
    for title in titles:
        sheet.write_string(0, title.index, title.words, bold)
    sheet.write_string(0, width, problem_title, bold)
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=1):
        for index in range(width):
            value = row.cells[index] if index < len(row.cells) else ""
            tint = index in row.at_fault
            if value.startswith(_FORMULA_SIGNS):
                sheet.write_string(line, index, value, inert_tinted if tint else inert)
            elif value:
                sheet.write_string(line, index, value, tinted if tint else plain)
            else:
                sheet.write_blank(line, index, None, tinted if tint else plain)
        sheet.write_string(line, width, row.words[: DEFAULT_LIMITS.cell_characters], words)
    known = {title.index for title in titles if title.known}
    for index in range(width):
        sheet.set_column(index, index, 20 if index in known else 12, plain)
    sheet.set_column(width, width, 60)
    book.close()
    write_whole(path, memory.getvalue())
