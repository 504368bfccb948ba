"""A look at a zipped workbook before it is read: what it would unpack to, and how large its sheets would
stand.

The reader allots a grid from the first to the last filled cell, and unpacks members to memory. So what a
small hostile file could ask for is counted here first: the directory's sizes, then (they may lie) the real
ones, then each sheet's extent, for OpenDocument with its repeated rows and columns.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from db.exchange.tables.limits import Limits, NotAList, needs_password, not_a_list, too_large
from db.exchange.tables.sheet import MOST_MERGES, Merge

_CHUNK = 1 << 20
_MEMBERS = 5000


@dataclass(frozen=True)
class Look:
    """What was seen: the kind (`xlsx` or `ods`), and for OpenDocument the merged cells of each sheet in its
    order, which the reader does not give."""

    kind: str
    merges: tuple[tuple[Merge, ...], ...] = ()


def look_into(data: bytes, limits: Limits) -> Look:
    """Inspects a zip; raises `Refusal` for what is damaged, encrypted, no workbook or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise not_a_list(NotAList.DAMAGED) from error
    names = {member.filename.lower() for member in members}
    if "xl/workbook.xml" in names:
        kind = "xlsx"
    elif "content.xml" in names:
        kind = "ods"
    else:
        raise not_a_list(NotAList.NOT_A_WORKBOOK)
    if any(member.flag_bits & 1 for member in members):
        raise needs_password()
    if len(members) > _MEMBERS or sum(member.file_size for member in members) > limits.unpacked_bytes:
        raise too_large("unpacked_bytes", limits.unpacked_bytes)
    left = limits.unpacked_bytes
    merges: tuple[tuple[Merge, ...], ...] = ()
    for member in members:
        content = _unpack(archive, member, left, limits)
        left -= len(content)
        name = member.filename.lower()
        if kind == "ods" and name == "meta-inf/manifest.xml" and b"encryption-data" in content:
            raise needs_password()
        if kind == "ods" and name == "content.xml":
            merges = _walk_ods(content, limits)
        elif kind == "xlsx" and name.endswith(".xml"):
            _check_xlsx_extent(content, limits)
    return Look(kind, merges)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, limits: Limits) -> bytes:
    """A member's real content, whatever size the directory tells; raises `Refusal` beyond `left` bytes."""
    try:
        archive.open(member).close()  # checks the local header
        raw = _raw_bytes(archive, member)
        if member.compress_type == zipfile.ZIP_STORED:
            content = raw
        elif member.compress_type == zipfile.ZIP_DEFLATED:
            inflate = zlib.decompressobj(-15)
            content = inflate.decompress(raw, left + 1)
        else:
            raise not_a_list(NotAList.DAMAGED)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, NotImplementedError) as error:
        raise not_a_list(NotAList.DAMAGED) from error
    if len(content) > left:
        raise too_large("unpacked_bytes", limits.unpacked_bytes)
    if len(content) != member.file_size or zlib.crc32(content) != member.CRC:
        raise not_a_list(NotAList.DAMAGED)
    return content


def _raw_bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes as they lie in the file."""
    file = archive.fp
    if file is None:
        raise ValueError("closed")
    file.seek(member.header_offset + 26)
    lengths = file.read(4)
    file.seek(
        member.header_offset
        + 30
        + int.from_bytes(lengths[:2], "little")
        + int.from_bytes(lengths[2:], "little")
    )
    return file.read(member.compress_size)


_XLSX_CELL = re.compile(rb"<(?:\w{1,20}:)?c(?=[\s/>])([^<>]*)>")
_XLSX_ROW = re.compile(rb"<(?:\w{1,20}:)?row(?=[\s/>])([^<>]*)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]{0,4})(\d{1,9})[\"']")


def _check_xlsx_extent(content: bytes, limits: Limits) -> None:
    """Refuses a sheet whose filled cells span too large a grid. Cells with a style and nothing in them do
    not count: the reader leaves them out."""
    if b"row" not in content:
        return
    last_row = unplaced = 0
    for match in _XLSX_ROW.finditer(content):
        reference = _REFERENCE.search(match[1])
        if reference:
            last_row = max(last_row, int(reference[2]))
    columns: set[bytes] = set()
    for match in _XLSX_CELL.finditer(content):
        attributes = match[1]
        if attributes.endswith(b"/"):
            continue
        reference = _REFERENCE.search(attributes)
        if reference is None:
            unplaced += 1
            continue
        columns.add(reference[1])
        last_row = max(last_row, int(reference[2]))
    last_column = max(map(_column_number, columns), default=0)
    if unplaced:
        last_column = max(last_column, *(len(_XLSX_CELL.findall(row)) for row in _XLSX_ROW.split(content)))
    if last_row * last_column > limits.grid_cells:
        raise too_large("grid_cells", limits.grid_cells)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


_ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^<>]*)>")
_ODS_REPEAT_ROWS = re.compile(rb"table:number-rows-repeated=[\"'](\d{1,9})[\"']")
_ODS_REPEAT_COLUMNS = re.compile(rb"table:number-columns-repeated=[\"'](\d{1,9})[\"']")
_ODS_SPAN_ROWS = re.compile(rb"table:number-rows-spanned=[\"'](\d{1,9})[\"']")
_ODS_SPAN_COLUMNS = re.compile(rb"table:number-columns-spanned=[\"'](\d{1,9})[\"']")


def _number(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return max(1, int(match[1])) if match else 1


def _walk_ods(content: bytes, limits: Limits) -> tuple[tuple[Merge, ...], ...]:
    """The merged cells of every sheet; refuses one whose filled cells, repeated as told, span too large a
    grid."""
    sheets: list[tuple[Merge, ...]] = []
    merges: list[Merge] = []
    row = column = last_row = last_column = 0
    repeat = 1
    for match in _ODS_TAG.finditer(content):
        closing, name, attributes = bool(match[1]), match[2], match[3]
        if name == b"table":
            if closing:
                sheets.append(tuple(merges))
            merges, row, last_row, last_column = [], 0, 0, 0
        elif name == b"table-row":
            if not closing:
                repeat, column = _number(_ODS_REPEAT_ROWS, attributes), 0
            if closing or attributes.endswith(b"/"):
                row += repeat
        elif not closing:
            times = _number(_ODS_REPEAT_COLUMNS, attributes)
            if not attributes.endswith(b"/") or b"office:value" in attributes:
                last_row, last_column = max(last_row, row + repeat), max(last_column, column + times)
                if last_row * last_column > limits.grid_cells:
                    raise too_large("grid_cells", limits.grid_cells)
            down, right = _number(_ODS_SPAN_ROWS, attributes), _number(_ODS_SPAN_COLUMNS, attributes)
            if (down > 1 or right > 1) and len(merges) < MOST_MERGES:
                merges.append(Merge(row + 1, row + down, column, column + right - 1))
            column += times
    return tuple(sheets)
