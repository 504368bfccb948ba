"""Writes rows that were rejected into a workbook that can be handed back to the unit, and read again when
mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from db.books.checked import cell_text, is_blank
from db.exchange.rosters.roster import Roster, RosterRow
from db.exchange.tables.handed_back import HandedBack, Title, write_handed_back
from db.exchange.tables.limits import DEFAULT_LIMITS


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

    `describe` gives the words for one row; `problem_title` is that column's title. Mended cells are written as
    mended. How cells are written, and what is raised, is as `write_handed_back` says.
    """
    written = list(rows)
    width = max([len(roster.columns), *(len(row.cells) for row in written)])
    titles = [Title(column.index, column.title, column.field is not None) for column in roster.columns]
    handed = []
    for row in written:
        fields = {problem.field for problem in row.problems}
        faults = frozenset(column.index for column in roster.columns if column.field in fields)
        handed.append(HandedBack(_texts(row, roster, width), faults, describe(row)))
    write_handed_back(path, titles, handed, problem_title=problem_title, sheet_name=sheet_name)


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
