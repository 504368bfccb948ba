"""Delimited text: which encoding, which delimiter, and records even where a quote was never closed."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from db.books.checked import CellValue, is_blank
from db.exchange.tables.limits import Limits, NotAList, Watch, not_a_list, too_large
from db.exchange.tables.sheet import SheetRow

DELIMITERS = (",", "\t", ";", "|", "，")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOSE_QUOTES = 20
"""Unclosed quotes that are taken as plain characters before the rest of a file is taken as it comes."""


def decodings(data: bytes) -> list[str]:
    """The text as the likely encodings give it, likeliest first; the header decides which one is right.

    UTF-8 and GB18030 are tried strictly, in that order: text in GB18030 is practically never valid UTF-8.
    What is neither is guessed, and read with its broken characters marked rather than not at all. Raises
    `Refusal`.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [data.decode(encoding, "replace")]
    if b"\0" in data[:4096]:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _strictly(data, encoding)
            if text is not None and _looks_written(text[:1000]):
                return [text]
        raise not_a_list(NotAList.NOT_TEXT)
    text = _strictly(data, "utf-8")
    if text is not None:
        return [text]
    found = [text for encoding in ("gb18030", "big5") if (text := _strictly(data, encoding)) is not None]
    if not found:
        guessed = _guess(data)
        found = [data.decode(encoding, "replace") for encoding in (guessed, "gb18030", "utf-8") if encoding]
    return found


def _looks_written(text: str) -> bool:
    """Lines of characters that people write."""
    return "\n" in text and all(character.isprintable() or character.isspace() for character in text)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> str | None:
    # Imported late: it is needed for the rare file that is neither of the two encodings lists come in.
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 1 << 16]).best()
    return best.encoding if best else None


class _Lines:
    """The text's lines, kept while one record is read, so that a record gone wrong can be read again."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._again: list[str] = []
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._lines.readline()
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def give_back(self, lines: list[str]) -> None:
        """The next lines to be read are these."""
        self._again.extend(reversed(lines))
        self.ended = False


def records(text: str, delimiter: str, limits: Limits) -> Iterator[list[str]]:
    """The records of the text, blank lines as empty ones.

    A quote that opens a cell and is never closed would swallow the rest of the file: its line is read again
    with quotes as plain characters.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.file_bytes))
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter)
    loose = 0
    while True:
        lines.taken.clear()
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise not_a_list(NotAList.DAMAGED) from error
        if lines.ended and loose < _LOOSE_QUOTES:
            loose += 1
            first, *rest = lines.taken
            record = first.rstrip("\r\n").split(delimiter)
            lines.give_back(rest)
            reader = csv.reader(lines, delimiter=delimiter)
        yield record


def text_rows(
    text: str, delimiter: str, limits: Limits, watch: Watch, most: int | None = None
) -> tuple[SheetRow, ...]:
    """The rows that have something in them, numbered as records from 1; `most` of them where only the top is
    wanted.

    Raises `Refusal` beyond the limit of rows. A cell beyond the limit of characters is cut there.
    """
    rows: list[SheetRow] = []
    for number, record in enumerate(records(text, delimiter, limits), start=1):
        cells: list[CellValue] = [
            cell[: limits.cell_characters + 1] or None for cell in record[: limits.columns]
        ]
        if all(is_blank(cell) for cell in cells):
            continue
        rows.append(SheetRow(number, tuple(cells)))
        if most is not None and len(rows) >= most:
            break
        if len(rows) > limits.rows + 100:
            raise too_large("rows", limits.rows)
        watch.step(len(rows), 0)
    return tuple(rows)
