"""A sheet as it was read: rows that have something in them, and which cells are merged."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from db.books.checked import CellValue

_MOST_FILLED = 1_000_000
MOST_MERGES = 20_000
"""Merges looked at in one sheet; a list has some dozens."""


@dataclass(frozen=True)
class SheetRow:
    """One row. `number` is the one a spreadsheet shows (for text the record's, from 1); a blank cell is
    None."""

    number: int
    cells: tuple[CellValue, ...]

    def cell(self, column: int) -> CellValue:
        """The cell of a column counted from 0; None beyond the row's end."""
        return self.cells[column] if 0 <= column < len(self.cells) else None


@dataclass(frozen=True)
class Merge:
    """Merged cells: rows as a spreadsheet numbers them, columns from 0, all inclusive."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """A sheet, or a text file (`name` None). Rows without anything are left out; the numbers tell."""

    name: str | None
    rows: tuple[SheetRow, ...]
    merges: tuple[Merge, ...] = ()

    def fills(self) -> dict[tuple[int, int], CellValue]:
        """For (row number, column) inside a vertical merge, below its first row: the value that stands for
        it there."""
        numbers = [row.number for row in self.rows]
        filled: dict[tuple[int, int], CellValue] = {}
        for merge in self.merges:
            if merge.last_row == merge.first_row or len(filled) > _MOST_FILLED:
                continue
            first = bisect_left(numbers, merge.first_row)
            last = bisect_left(numbers, merge.last_row + 1)
            if first == last or numbers[first] != merge.first_row:
                continue
            value = self.rows[first].cell(merge.first_column)
            if value is not None:
                for position in range(first + 1, last):
                    filled[numbers[position], merge.first_column] = value
        return filled
