"""Where a table's header is, and what its columns mean, by the words that offices use."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from db.books.checked import CellValue, cell_text
from db.exchange.tables.sheet import Merge, Sheet, SheetRow

F = TypeVar("F", bound=StrEnum)

DEEPEST = 30
"""Rows with something in them among which a header is looked for."""
_LONGEST_TITLE = 40
_BRACKETS = re.compile(r"[(\[{【〔][^)\]}】〕]*[)\]}】〕]?")
_NOISE = re.compile(r"[\s*:：。.、,，\"'“”_\-—＊★※#]|必填项?|选填")
_PARTS = re.compile(r"[/\\|\n或及]")
_LATIN_AT_HAN = re.compile(r"(?<=[\u3400-\u9fff])(?=[a-z])|(?<=[a-z])(?=[\u3400-\u9fff])")


@dataclass(frozen=True)
class Words(Generic[F]):
    """A table's vocabulary: whole titles, patterns to be found in titles (the first that is decides; None means
    the column is none of ours), which fields are needed, and which of them are enough to know a header by."""

    whole: Mapping[str, F]
    within: Sequence[tuple[re.Pattern[str], F | None]]
    needed: tuple[F, ...]
    enough: Callable[[frozenset[F]], bool]


@dataclass(frozen=True)
class Column(Generic[F]):
    """One column of a table: `index` from 0, the title as written, and its meaning or None."""

    index: int
    title: str
    field: F | None


@dataclass(frozen=True)
class Header(Generic[F]):
    """A header found: its first and last row (they differ in a header of two rows) and its columns."""

    row: int
    last_row: int
    columns: tuple[Column[F], ...]

    @property
    def fields(self) -> frozenset[F]:
        """The meanings that were recognised."""
        return frozenset(column.field for column in self.columns if column.field is not None)


def plain_title(text: str) -> str:
    """A title without spaces, stars, colons and width: `联系 电话*：` is 联系电话."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()


def meaning(title: str, words: Words[F]) -> tuple[F, int] | None:
    """What a title means and how sure that is (2: the whole title is known, 1: a word within it), or None."""
    text = unicodedata.normalize("NFKC", title)
    bare = _BRACKETS.sub("", text)
    spellings = [plain_title(text), plain_title(bare), plain_title(_PARTS.sub("", bare))]
    for spelling in spellings:
        if spelling in words.whole:
            return words.whole[spelling], 2
    parts = [piece for part in _PARTS.split(bare) for piece in _LATIN_AT_HAN.split(plain_title(part))]
    meanings = {words.whole[part] for part in parts if part in words.whole}
    if len(meanings) == 1:
        return meanings.pop(), 2
    for spelling in spellings:
        for pattern, field in words.within:
            if spelling and pattern.search(spelling):
                return None if field is None else (field, 1)
    return None


def find_header(sheet: Sheet, words: Words[F]) -> Header[F] | None:
    """The row, or the two rows, among the first ones whose titles make the best header; None where none is
    enough."""
    rows = sheet.rows[:DEEPEST]
    best: Header[F] | None = None
    for position, row in enumerate(rows):
        candidates = [_header(row.number, row.number, _titles(row), words)]
        below = rows[position + 1] if position + 1 < len(rows) else None
        pair = below is not None and below.number == row.number + 1 and sum(map(bool, _titles(row))) > 1
        if below is not None and pair and _could_be_titles(below):
            candidates.append(_header(row.number, below.number, _double(row, below, sheet.merges), words))
        for header in candidates:
            if words.enough(header.fields) and (best is None or _goodness(header) > _goodness(best)):
                best = header
    return best


def _goodness(header: Header[F]) -> tuple[int, bool]:
    """More meanings are better, then a header of one row: a title above it is not part of it."""
    return len(header.fields), header.row == header.last_row


def given_header(sheet: Sheet, row: int, mapping: Mapping[int, F]) -> Header[F]:
    """The header where a person said which column is what; `row` 0 is a table without titles."""
    titles: list[str] = []
    for candidate in sheet.rows:
        if candidate.number == row:
            titles = _titles(candidate)
    width = max([len(titles), *(index + 1 for index in mapping)], default=0)
    titles += [""] * (width - len(titles))
    columns = tuple(Column(index, title, mapping.get(index)) for index, title in enumerate(titles))
    return Header(row, row, columns)


def likeliest_titles(sheet: Sheet) -> SheetRow | None:
    """The first row of several short texts: what to show a person who is asked what the columns mean."""
    for row in sheet.rows[:DEEPEST]:
        if sum(cell is not None for cell in row.cells) > 1 and _could_be_titles(row):
            return row
    return sheet.rows[0] if sheet.rows else None


def _title(cell: CellValue) -> str:
    if not isinstance(cell, str) or len(cell) > _LONGEST_TITLE:
        return ""
    return " ".join(cell.split())


def _titles(row: SheetRow) -> list[str]:
    return [_title(cell) for cell in row.cells]


def _could_be_titles(row: SheetRow) -> bool:
    """No numbers, days or long figures: not a person's row."""
    for cell in row.cells:
        if cell is None:
            continue
        if isinstance(cell, datetime.date | datetime.time | float | int):
            return False
        text = cell_text(cell)
        if len(text) > _LONGEST_TITLE or re.search(r"\d{5}", unicodedata.normalize("NFKC", text)):
            return False
    return True


def _double(upper: SheetRow, lower: SheetRow, merges: Sequence[Merge]) -> list[str]:
    """The titles of a header of two rows: a group's title stands over all of its columns."""
    over, under = _titles(upper), _titles(lower)
    width = max(len(over), len(under))
    group = {
        column: merge.first_column
        for merge in merges
        # What stands over most of the sheet is its title.
        if merge.first_row <= upper.number <= merge.last_row
        and 5 * (merge.last_column - merge.first_column + 1) < 4 * width
        for column in range(merge.first_column, merge.last_column + 1)
    }
    over += [""] * (width - len(over))
    under += [""] * (width - len(under))
    titles: list[str] = []
    last = ""
    for column in range(width):
        above = over[column] or over[group.get(column, column)]
        if not above and not merges and under[column]:
            above = last
        last = above if over[column] else last
        titles.append(f"{above} {under[column]}".strip() if under[column] != above else above)
    return titles


def _header(first: int, last: int, titles: Sequence[str], words: Words[F]) -> Header[F]:
    """Gives every meaning to one column: the surest, then the leftmost."""
    found: dict[F, tuple[int, int]] = {}
    for index, title in enumerate(titles):
        answer = meaning(title, words) if title else None
        if answer is not None and answer[1] > found.get(answer[0], (0, 0))[0]:
            found[answer[0]] = (answer[1], index)
    taken = {index: field for field, (_, index) in found.items()}
    return Header(first, last, tuple(Column(i, title, taken.get(i)) for i, title in enumerate(titles)))
