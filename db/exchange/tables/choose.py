"""Which of a file's tables is the one that was meant, and where its header is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from db.books.checked import cell_text
from db.errors import Refusal, RefusalCode
from db.exchange.tables.header import F, Header, Words, find_header, given_header, likeliest_titles, meaning
from db.exchange.tables.limits import Limits, Watch
from db.exchange.tables.sheet import Sheet
from db.exchange.tables.source import Table, tables_in

_SIDE_SHEETS = re.compile(r"示例|样例|样表|范例|模板|模版|说明|字典|example|template", re.IGNORECASE)


@dataclass(frozen=True)
class Chosen(Generic[F]):
    """The sheet with all its rows, its header, and the names of other sheets that would have served too."""

    sheet: Sheet
    header: Header[F]
    others: tuple[str, ...]


@dataclass(frozen=True)
class _Candidate(Generic[F]):
    table: Table
    header: Header[F]
    has_rows: bool

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """One with rows, shown, and not there as an example or a vocabulary, comes before one that is not."""
        return self.has_rows, self.table.visible, not self.aside

    @property
    def aside(self) -> bool:
        return _SIDE_SHEETS.search(self.table.name or "") is not None


def choose_table(
    path: Path,
    words: Words[F],
    *,
    sheet: str | None,
    header_row: int | None,
    mapping: Mapping[int, F] | None,
    limits: Limits,
    watch: Watch,
) -> Chosen[F]:
    """Of a workbook the sheet named, else the first visible one with a header and rows; of a text the
    reading (encoding and delimiter) with the most known titles. With `mapping` the first table with anything
    in it, and no search.

    Raises `Refusal` (`NOT_A_LIST`, `LIST_NEEDS_PASSWORD`, `LIST_TOO_LARGE`, `LIST_WITHOUT_HEADER`,
    `CANCELLED`) and `Fault`.
    """
    tables = [table for table in tables_in(path, limits, watch) if sheet is None or table.name == sheet]
    tops = [(table, table.top()) for table in tables]
    if mapping is not None:
        for table, top in tops:
            if top.rows:
                whole = table.whole()
                return Chosen(
                    whole, given_header(whole, 1 if header_row is None else header_row, mapping), ()
                )
    found: list[_Candidate[F]] = []
    for table, top in tops:
        header = find_header(top, words)
        if header is not None:
            found.append(_Candidate(table, header, any(row.number > header.last_row for row in top.rows)))
    if not found:
        raise _without_header([top for _, top in tops], words)
    if found[0].table.name is None:
        best = max(found, key=lambda candidate: len(candidate.header.fields))
    else:
        best = max(found, key=lambda candidate: candidate.rank)
    others = tuple(
        candidate.table.name
        for candidate in found
        if candidate is not best
        and candidate.table.name is not None
        and candidate.has_rows
        and candidate.table.visible
        and not candidate.aside
    )
    return Chosen(best.table.whole(), best.header, others)


def _without_header(tops: list[Sheet], words: Words[F]) -> Refusal:
    """The refusal that lets a person say what the columns mean: the first row that looks like titles."""
    for top in tops:
        row = likeliest_titles(top)
        if row is None:
            continue
        titles = tuple(cell_text(cell)[:80] for cell in row.cells)
        understood = {answer[0] for title in titles if (answer := meaning(title, words))}
        return Refusal(
            RefusalCode.LIST_WITHOUT_HEADER,
            sheet=top.name,
            header_row=row.number,
            header=titles,
            missing=tuple(field.value for field in words.needed if field not in understood),
        )
    missing = tuple(field.value for field in words.needed)
    return Refusal(RefusalCode.LIST_WITHOUT_HEADER, sheet=None, header_row=0, header=(), missing=missing)
