"""The day's folder on a drive, beside the two usual libraries for its tables.

Ours is the export as the page runs it: log as csv and xlsx, report as PDF, signed and encrypted bundle, checksums,
all of it read back and compared. The rival is the same export with the xlsx written by openpyxl and the PDF laid out
by reportlab's platypus; csv, bundle, checksums and reading back are ours in both. Platypus draws the table alone, of
plain text cells, its quickest way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import IO
from unittest.mock import patch

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from db.books.exports import unexported_count
from db.register import Register
from desktop.operations import exports
from desktop.operations.sample import fill_sample
from desktop.paper import fonts
from desktop.paper.day_files import headers
from desktop.paper.day_log import DayLogRow
from desktop.paper.day_report import DayReport
from desktop.paper.words import Words, book_word, direction_word, verdict_word, words
from tests.bench.measuring import Row, at_least, in_turns, seconds, sized
from tests.bench.registers import new_folder, new_register

ENTRIES = sized(5_000, 30)
PASSES = sized(1_000, 10)
ROUNDS = sized(5, 1)
GOAL = 3.0


def exported() -> Row:
    """The row `day_folder`, in folders a minute."""
    yesterday = date.today() - timedelta(days=1)
    with new_folder() as folder, new_register(folder) as register:
        with register.reading() as connection:
            before = unexported_count(connection, register.gate.gate)
        fill_sample(register, PASSES, 1, ENTRIES, end=yesterday)
        # The day's own lines: what was before it left with an earlier export.
        since = before + 1 + PASSES
        places = (folder / str(number) for number in range(1_000_000))

        def ours() -> float:
            return seconds(lambda: _export(register, yesterday, next(places), since))

        def rival() -> float:
            with patch.multiple(exports, write_day_xlsx=_xlsx_by_openpyxl, day_report_pdf=_pdf_by_platypus):
                return ours()

        ours(), rival()
        own, other = in_turns(ours, rival, ROUNDS)
    return at_least("day_folder", 60 / median(own), 60 / median(other), GOAL, "folders/min")


ROWS: list[Callable[[], Row]] = [exported]


def _export(register: Register, day: date, target: Path, since: int) -> None:
    target.mkdir()
    done = exports.export_day(register, day.isoformat(), target, since=since).value
    assert len(done.files) == 5 and done.lines >= ENTRIES


def _cells(own: Words, row: DayLogRow) -> tuple[object, ...]:
    return (
        row.no,
        row.time.replace(tzinfo=None, microsecond=0),
        direction_word(own, row.direction),
        book_word(own, row.book),
        row.pass_text,
        row.name,
        row.unit,
        None if row.temp_tenths is None else row.temp_tenths / 10,
        verdict_word(own, row.verdict),
        row.operator,
        "✓" if row.voided else "",
        row.note,
    )


def _xlsx_by_openpyxl(rows: Iterable[DayLogRow], out: IO[bytes], language: str, made_at: datetime) -> int:
    own = words(language)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("1")
    sheet.freeze_panes = "A2"
    head = [WriteOnlyCell(sheet, title) for title in headers(own)]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    centred = Alignment(horizontal="center")
    count = 0
    for row in rows:
        cells = [WriteOnlyCell(sheet, value) for value in _cells(own, row)]
        cells[1].number_format = "yyyy-mm-dd hh:mm:ss"
        cells[7].number_format = "0.0"
        for place in (0, 2, 3, 10):
            cells[place].alignment = centred
        sheet.append(cells)
        count += 1
    book.save(out)
    return count


def _pdf_by_platypus(report: DayReport, out: IO[bytes], cancelled: Callable[[], bool] | None = None) -> int:
    own = words(report.language)
    fonts.register()
    table = LongTable(
        [
            list(headers(own)),
            *(
                [
                    f"{row.time:%H:%M:%S}" if place == 1 else str(cell or "")
                    for place, cell in enumerate(cells)
                ]
                for row in report.lines
                for cells in [_cells(own, row)]
            ),
        ],
        repeatRows=1,
    )
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), fonts.face(False), 6),
                ("FONT", (0, 0), (-1, 0), fonts.face(True), 6),
                ("LINEBELOW", (0, 0), (-1, -1), 0.2, colors.lightgrey),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ]
        )
    )
    document = SimpleDocTemplate(out, pagesize=A4)
    document.build([table])
    return int(document.page)
