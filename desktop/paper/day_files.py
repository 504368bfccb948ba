"""The day's lines as `day-log.csv` for other programs and `day-log.xlsx` for people."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import IO

from desktop.paper.day_log import DayLogRow
from desktop.paper.spreadsheets import HEAD, TEXT, new_workbook
from desktop.paper.words import Words, book_word, direction_word, temperature, verdict_word, words

COLUMNS = (
    "no",
    "time",
    "direction",
    "book",
    "pass",
    "name",
    "unit",
    "temp",
    "verdict",
    "operator",
    "voided",
    "note",
)
"""Of the csv, to the letter; other programs read them."""

# What a spreadsheet takes for a formula when it opens a csv (OWASP, "CSV injection").
_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# XML knows no way to write these, and a program that meets one refuses the whole file.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_CELL = 32_767

# In characters of the sheet's own font, wide enough for what a day usually holds.
_WIDTHS = (7, 20, 7, 8, 17, 16, 26, 8, 14, 14, 8, 30)
_CENTRED = {"no", "direction", "book", "voided"}


def inert(text: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(_RUNS_AS_FORMULA) else text


def write_day_csv(rows: Iterable[DayLogRow], out: IO[bytes]) -> int:
    """Writes the csv (UTF-8 with BOM, CRLF) and returns the number of lines."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        writer.writerow(
            (
                row.no,
                row.time.isoformat(timespec="seconds"),
                row.direction,
                row.book,
                row.pass_text,
                inert(row.name),
                inert(row.unit),
                temperature(row.temp_tenths),
                row.verdict,
                inert(row.operator),
                "yes" if row.voided else "",
                inert(row.note),
            )
        )
        count += 1
    text.flush()
    text.detach()
    return count


def write_day_xlsx(rows: Iterable[DayLogRow], out: IO[bytes], language: str, made_at: datetime) -> int:
    """Writes the xlsx with headers and words in `language` and returns the number of lines.

    made_at: what the file says of its own making; the same rows and time give the same bytes.
    """
    own = words(language)
    book = new_workbook(out, {"default_date_format": "yyyy-mm-dd hh:mm:ss"})
    book.set_properties(
        {
            "title": own.translate("Paper", "Day log"),
            "author": "Gatebook",
            "created": made_at.replace(tzinfo=None),
        }
    )
    sheet = book.add_worksheet(own.translate("Paper", "Day log"))
    head = book.add_format({**HEAD, "text_wrap": True, "valign": "vcenter"})
    centred = book.add_format({"align": "center"})
    as_text = book.add_format(TEXT)
    degrees = book.add_format({"num_format": "0.0"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})
    struck = book.add_format({**TEXT, "font_strikeout": True, "font_color": "#6A7483"})
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, centred if name in _CENTRED else None)
    for column, title in enumerate(headers(own)):
        sheet.write_string(0, column, title, head)
    said_voided = own.translate("Paper", "Voided")
    number = 0
    for number, row in enumerate(rows, 1):
        text = struck if row.voided else as_text
        sheet.write_number(number, 0, row.no, centred)
        sheet.write_datetime(number, 1, row.time.replace(tzinfo=None, microsecond=0), moment)
        sheet.write_string(number, 2, direction_word(own, row.direction), centred)
        sheet.write_string(number, 3, book_word(own, row.book), centred)
        sheet.write_string(number, 4, _cell(row.pass_text), text)
        sheet.write_string(number, 5, _cell(row.name), text)
        sheet.write_string(number, 6, _cell(row.unit), as_text)
        if row.temp_tenths is not None:
            sheet.write_number(number, 7, row.temp_tenths / 10, degrees)
        sheet.write_string(number, 8, verdict_word(own, row.verdict), as_text)
        sheet.write_string(number, 9, _cell(row.operator), as_text)
        if row.voided:
            sheet.write_string(number, 10, said_voided, centred)
        if row.note:
            sheet.write_string(number, 11, _cell(row.note), as_text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(number, 1), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return number


def headers(own: Words) -> tuple[str, ...]:
    """The columns as people read them."""
    return (
        own.translate("Paper", "No."),
        own.translate("Paper", "Time"),
        own.translate("Paper", "In or out"),
        own.translate("Paper", "Book"),
        own.translate("Paper", "Pass"),
        own.translate("Paper", "Name"),
        own.translate("Paper", "Unit"),
        own.translate("Paper", "Temp. °C"),
        own.translate("Paper", "Verdict"),
        own.translate("Paper", "Recorded by"),
        own.translate("Paper", "Voided"),
        own.translate("Paper", "Note"),
    )


def _cell(text: str) -> str:
    return _NOT_XML.sub("", text)[:_MAX_CELL]
