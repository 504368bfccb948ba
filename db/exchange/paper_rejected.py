"""Writes paper lines that could not be understood into a workbook that can be mended and read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.books.checked import cell_text, is_blank
from db.exchange.paper_lines import PaperField, PaperLine, PaperLines
from db.exchange.tables.handed_back import HandedBack, Title, write_handed_back

COLUMNS = (
    PaperField.DAY,
    PaperField.TIME,
    PaperField.DIRECTION,
    PaperField.PASS,
    PaperField.NAME,
    PaperField.TEMPERATURE,
    PaperField.NOTE,
)


@dataclass(frozen=True)
class RejectedLine:
    """A line as it was typed, the fields at fault, and what is wrong in words."""

    typed: Mapping[PaperField, str]
    at_fault: frozenset[PaperField]
    words: str


def typed_cells(table: PaperLines, line: PaperLine) -> dict[PaperField, str]:
    """What stands in a line of a table, field by field, as text."""
    found = {}
    for column in table.columns:
        if column.field is not None and column.index < len(line.cells):
            cell = line.cells[column.index]
            found[column.field] = "" if is_blank(cell) else cell_text(cell)
    return found


def write_rejected_lines(
    path: Path, titles: Mapping[PaperField, str], lines: Sequence[RejectedLine], *, problem_title: str
) -> None:
    """Writes the lines with `titles` for the columns, which `read_paper_lines` must know. Raises `Fault`."""
    columns = [Title(index, titles[field], True) for index, field in enumerate(COLUMNS)]
    rows = [
        HandedBack(
            [line.typed.get(field, "") for field in COLUMNS],
            frozenset(index for index, field in enumerate(COLUMNS) if field in line.at_fault),
            line.words,
        )
        for line in lines
    ]
    write_handed_back(path, columns, rows, problem_title=problem_title)
