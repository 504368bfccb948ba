"""A file that was handed in, as the tables that may be in it: a workbook's sheets, or readings of a text."""

from __future__ import annotations

import errno
import io
import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from db.books.checked import CellValue, is_blank
from db.errors import Fault, FaultCode
from db.exchange.tables.archive import look_into
from db.exchange.tables.compound_file import MAGIC, look_into_xls
from db.exchange.tables.delimited import DELIMITERS, decodings, text_rows
from db.exchange.tables.limits import Limits, NotAList, Watch, needs_password, not_a_list, too_large
from db.exchange.tables.sheet import MOST_MERGES, Merge, Sheet, SheetRow
from db.files import fault_of

T = TypeVar("T")
TOP = 60
"""Rows looked at to find a header."""
_TEXT_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".tab"})


class Table(ABC):
    """One table that a file may hold: `name` of its sheet (None for text), `visible` to its maker."""

    name: str | None = None
    visible: bool = True

    @abstractmethod
    def top(self) -> Sheet:
        """Its first rows with something in them, and the merged cells. Raises `Refusal`."""

    @abstractmethod
    def whole(self) -> Sheet:
        """All of it. Raises `Refusal`."""


class _TextTable(Table):
    def __init__(self, text: str, delimiter: str, limits: Limits, watch: Watch) -> None:
        self._arguments = text, delimiter, limits, watch

    def top(self) -> Sheet:
        return Sheet(None, text_rows(*self._arguments, most=TOP))

    def whole(self) -> Sheet:
        return Sheet(None, text_rows(*self._arguments))


class _SheetTable(Table):
    def __init__(
        self,
        open_sheet: Callable[[], CalamineSheet],
        merges: Sequence[Merge] | None,
        limits: Limits,
        watch: Watch,
    ) -> None:
        self._open = open_sheet
        self._merges = merges
        self._limits = limits
        self._watch = watch
        self._sheet: CalamineSheet | None = None

    def top(self) -> Sheet:
        return self._read(TOP)

    def whole(self) -> Sheet:
        return self._read(None)

    def _read(self, most: int | None) -> Sheet:
        self._watch.look()
        if self._sheet is None:
            self._sheet = _calling(self._open)
        sheet = self._sheet
        rows: list[SheetRow] = []
        left = sheet.start[1] if sheet.start else 0
        iterator = iter(_calling(sheet.iter_rows)) if sheet.start else iter(())
        number = 0
        while (line := _calling(lambda: next(iterator, None))) is not None:
            number += 1
            if most is not None and len(rows) >= most:
                break
            cells: list[CellValue] = [None] * left
            cells += [_cell(value, self._limits) for value in line[: self._limits.columns]]
            if not all(is_blank(cell) for cell in cells):
                rows.append(SheetRow(number, tuple(cells)))
            if len(rows) > self._limits.rows + 100:
                raise too_large("rows", self._limits.rows)
            self._watch.step(number, 0)
        return Sheet(self.name, tuple(rows), self._all_merges(sheet))

    def _all_merges(self, sheet: CalamineSheet) -> tuple[Merge, ...]:
        if self._merges is not None:
            return tuple(self._merges)
        ranges = sheet.merged_cell_ranges or []
        return tuple(Merge(start[0] + 1, end[0] + 1, start[1], end[1]) for start, end in ranges[:MOST_MERGES])


def _cell(value: object, limits: Limits) -> CellValue:
    if value == "" or value is None:
        return None
    if isinstance(value, str):
        return value[: limits.cell_characters + 1]
    return value  # type: ignore[return-value]


def _calling(call: Callable[[], T]) -> T:
    """Asks the reader of workbooks; whatever goes wrong in it is the file's doing."""
    try:
        return call()
    except python_calamine.PasswordError as error:
        raise needs_password() from error
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # A panic in the reader is no Exception, but still only a damaged file.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise not_a_list(NotAList.DAMAGED) from error
        raise


def read_file(path: Path, limits: Limits) -> bytes:
    """The file's bytes; raises `Refusal` for an empty or too large one, `Fault` where it cannot be read."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > limits.file_bytes:
                raise too_large("file_bytes", limits.file_bytes)
            data = file.read(size + 1)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EISDIR):
            raise Fault(FaultCode.UNREADABLE_FILE, path=str(path)) from error
        raise fault_of(error, path) from error
    if not data.strip():
        raise not_a_list(NotAList.EMPTY)
    return data


def tables_in(path: Path, limits: Limits, watch: Watch) -> Iterator[Table]:
    """The tables that may be in a file, in its order. What it is, its first bytes tell; only text goes by
    its ending, since anything can be read as text. Raises `Refusal` and `Fault`."""
    data = read_file(path, limits)
    watch.look()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        look = look_into(data, limits)
        yield from _sheets(data, look.merges if look.kind == "ods" else None, limits, watch)
    elif data.startswith(MAGIC):
        look_into_xls(data, limits)
        yield from _sheets(data, None, limits, watch)
    elif path.suffix.lower() in _TEXT_ENDINGS:
        for text in decodings(data):
            for delimiter in DELIMITERS:
                if delimiter in text or delimiter == DELIMITERS[0]:
                    yield _TextTable(text, delimiter, limits, watch)
    else:
        raise not_a_list(NotAList.NOT_A_WORKBOOK)


def _sheets(
    data: bytes, merges: Sequence[Sequence[Merge]] | None, limits: Limits, watch: Watch
) -> Iterator[Table]:
    workbook = _calling(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
    for index, meta in enumerate(workbook.sheets_metadata):
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        own = None if merges is None else (merges[index] if index < len(merges) else ())
        table = _SheetTable(lambda index=index: workbook.get_sheet_by_index(index), own, limits, watch)  # type: ignore[misc]
        table.name = meta.name
        table.visible = meta.visible is SheetVisibleEnum.Visible
        yield table
