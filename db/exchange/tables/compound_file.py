"""A look at an old Excel file (BIFF in an OLE compound file) before it is read.

Sources: [MS-CFB] 2.2 to 2.6 for the container, [MS-XLS] 2.4 for the records. Only what guards the reader is
looked at: whether the file is encrypted, and how large a grid its sheets ask for.
"""

from __future__ import annotations

import struct

from db.exchange.tables.limits import Limits, NotAList, needs_password, not_a_list, too_large

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")

_END_OF_CHAIN = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
_ENTRY = 128
_BOF, _FILEPASS, _DIMENSIONS = 0x0809, 0x002F, 0x0200
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})


def look_into_xls(data: bytes, limits: Limits) -> None:
    """Raises `Refusal` for an encrypted file, one that is no workbook, or one whose sheets are too large."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise needs_password()
    try:
        stream = _workbook_stream(data)
    except (struct.error, IndexError, ValueError) as error:
        raise not_a_list(NotAList.DAMAGED) from error
    if stream is None:
        raise not_a_list(NotAList.NOT_A_WORKBOOK)
    _check_records(stream, limits)


def _workbook_stream(data: bytes) -> bytes | None:
    """The stream `Workbook` (or `Book`), or None; an empty one stands for a stream too short to be a
    danger."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError("sector size")
    fat_count, directory = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    cutoff, difat, difat_count = struct.unpack_from("<I", data, 56)[0], *struct.unpack_from("<II", data, 68)

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size]

    fat_sectors = list(struct.unpack_from("<109I", data, 76))
    for _ in range(min(difat_count, len(data) // size)):
        if difat >= _END_OF_CHAIN:
            break
        words = struct.unpack(f"<{size // 4}I", sector(difat))
        fat_sectors.extend(words[:-1])
        difat = words[-1]
    fat: list[int] = []
    for number in fat_sectors[:fat_count]:
        if number < _END_OF_CHAIN and len(sector(number)) == size:
            fat.extend(struct.unpack(f"<{size // 4}I", sector(number)))

    def chain(number: int) -> bytes:
        parts: list[bytes] = []
        while number < len(fat) and len(parts) <= len(data) // size:
            parts.append(sector(number))
            number = fat[number]
        return b"".join(parts)

    entries = chain(directory)
    for start in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", entries, start + 64)[0]
        name = entries[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if name.lower() in ("workbook", "book"):
            first, bytes_long = struct.unpack_from("<II", entries, start + 116)
            return b"" if bytes_long < cutoff else chain(first)[:bytes_long]
    return None


def _check_records(stream: bytes, limits: Limits) -> None:
    position = 0
    last_row = last_column = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        body = position + 4
        position = body + length
        if kind == _FILEPASS:
            raise needs_password()
        if kind == _BOF:
            last_row = last_column = 0
        elif kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", stream, body) if body + 4 <= len(stream) else (0, 0)
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
            if last_row * last_column > limits.grid_cells:
                raise too_large("grid_cells", limits.grid_cells)
        elif kind == _DIMENSIONS and length >= 12 and body + 12 <= len(stream):
            first, last, left, right = struct.unpack_from("<IIHH", stream, body)
            # Excel itself writes the whole sheet here where a column is formatted: 65,536 rows of 256.
            if max(0, last - first) * max(0, right - left) > 2 * limits.grid_cells:
                raise too_large("grid_cells", limits.grid_cells)
