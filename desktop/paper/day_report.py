"""The day's report as PDF: one page to read and sign, then every line.

Drawn straight onto the page: five thousand lines through a layout engine would hold up the export for as long as
the drive takes to write it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO

from reportlab.lib.units import mm

from db.books.pass_id import Book
from db.errors import Refusal, RefusalCode
from desktop.paper import charts, qr
from desktop.paper.day_log import BOOKS, DayLogRow
from desktop.paper.day_table import draw_table, rows_on_page
from desktop.paper.fitting import draw_block, fit
from desktop.paper.marks import draw_tile
from desktop.paper.pen import BLACK, INK, QUIET, RULE, TEXT, WHITE, Pen, new_canvas
from desktop.paper.symbol import seal_symbol
from desktop.paper.words import Words, book_sign, book_word, temperature, verdict_word, words

WIDTH, HEIGHT = 210.0, 297.0

_LEFT, _RIGHT = 14.0, 196.0
_HALF = 88.0
_SECOND = _RIGHT - _HALF
_ROW = 6.6
_FEVERS_SHOWN = 7
_CODE_SIDE = 30.0
_TABLE_TOP = 22.0
_TABLE_HEIGHT = HEIGHT - _TABLE_TOP - 14


@dataclass(frozen=True)
class BookTotal:
    """What one book came to. `inside` is None where it is not counted (residents, visitors)."""

    ins: int = 0
    outs: int = 0
    inside: int | None = None


@dataclass(frozen=True)
class Fever:
    """Someone with a fever's first reading.

    book: as in a line. name: masked as the day's files are. readings: tenths of a degree Celsius, in order.
    outcome: `passed`, `turned_away`, or None while it is open.
    """

    book: str
    name: str
    readings: tuple[int, ...]
    outcome: str | None


@dataclass(frozen=True)
class DayReport:
    """All that the report says.

    totals: by book, over lines that stand; a book without any may be missing.
    quarters: 96 pairs (in, out) from midnight on. temperatures: tenths of a degree to how often read.
    fever_from: the fever line, tenths. refusals: refused cards by verdict; turned_away: people sent off, with a
    card or without. incidents: opened on this day. voided: of the numbered lines.
    seal: the digits of the seal's code; sealed_by, sealed_at: whose and when. None for a day not sealed.
    sealed_lines: how many lines the seal covers, as more may have come later.
    """

    gate: int
    gate_name: str
    compound: str
    day: date
    totals: Mapping[str, BookTotal]
    quarters: Sequence[tuple[int, int]]
    temperatures: Mapping[int, int]
    fever_from: int
    fevers: Sequence[Fever]
    refusals: Mapping[str, int]
    turned_away: int
    incidents: int
    voided: int
    lines: Sequence[DayLogRow] = field(repr=False)
    seal: str | None = None
    sealed_by: str = ""
    sealed_at: datetime | None = None
    sealed_lines: int = 0
    language: str = "zh"
    practice: bool = False

    @property
    def refused(self) -> int:
        """Cards that opened nothing."""
        return sum(self.refusals.values())

    @property
    def nothing_to_report(self) -> bool:
        """Whether this is a zero report: no fever, nothing refused, nobody turned away, no incident."""
        return not (self.fevers or self.refused or self.turned_away or self.incidents)


def day_report_pdf(report: DayReport, out: IO[bytes], cancelled: Callable[[], bool] | None = None) -> int:
    """Writes the report to `out` and returns the number of pages.

    Raises `Refusal` (`CANCELLED`) where `cancelled` says so between two pages, `Fault` (`MISSING_FONT`).
    """
    own = words(report.language)
    title = f"{own.translate('Paper', 'Day report')} {report.gate:04d} {report.day.isoformat()}"
    canvas = new_canvas(out, title, (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT)
    on_page = rows_on_page(_TABLE_HEIGHT)
    pages = 1 + -(-len(report.lines) // on_page)
    _draw_summary(pen, own, report)
    _draw_foot(pen, own, report, 1, pages)
    canvas.showPage()
    for number in range(2, pages + 1):
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        start = (number - 2) * on_page
        _draw_running_head(pen, own, report)
        draw_table(pen, own, report.lines[start : start + on_page], _TABLE_TOP, report.fever_from)
        _draw_foot(pen, own, report, number, pages)
        canvas.showPage()
    canvas.save()
    return pages


def _draw_summary(pen: Pen, own: Words, report: DayReport) -> None:
    pen.text(_LEFT, 18, own.translate("Paper", "Day report"), 9, True)
    pen.text(_RIGHT, 18, f"{report.day.isoformat()} {_weekday(own, report.day)}", 7, True, INK, "right")
    place = " · ".join(filter(None, (f"{report.gate:04d}", report.compound, report.gate_name)))
    pen.fitted(_LEFT, 28, place, 4.4, _RIGHT - _LEFT, False, TEXT)
    pen.rule(_LEFT, 32.5, _RIGHT - _LEFT, 0.6, INK)
    _draw_totals(pen, own, report, 40)
    _draw_counts(pen, own, report, 40)
    ins, outs = (sum(pair[side] for pair in report.quarters) for side in (0, 1))
    charts.draw_heading(pen, _LEFT, 102, own.translate("Paper", "In and out by quarter of an hour"))
    charts.draw_legend(pen, own, _RIGHT, 102, ins, outs)
    charts.draw_quarters(pen, own, report.quarters, _LEFT, 107, _RIGHT - _LEFT, 54)
    taken = own.translate("Paper", "{count} readings").format(count=sum(report.temperatures.values()))
    charts.draw_heading(pen, _LEFT, 170, own.translate("Paper", "Temperatures"), taken, _LEFT + _HALF)
    charts.draw_temperatures(pen, report.temperatures, report.fever_from, _LEFT, 176, _HALF, 56)
    _draw_fevers(pen, own, report, 170)
    _draw_closing(pen, own, report, 240)


def _draw_totals(pen: Pen, own: Words, report: DayReport, y: float) -> None:
    count = own.translate("Paper", "{count} lines, {voided} of them voided").format(
        count=len(report.lines), voided=report.voided
    )
    charts.draw_heading(pen, _LEFT, y, own.translate("Paper", "Totals"), count, _LEFT + _HALF)
    columns = (_LEFT + 47, _LEFT + 64, _LEFT + _HALF - 1)
    y += 5
    pen.box(_LEFT, y, _HALF, _ROW, fill="#F0F2F5")
    titles = (
        own.translate("Paper", "In"),
        own.translate("Paper", "Out"),
        own.translate("Paper", "Inside at the end"),
    )
    for title, right in zip(titles, columns, strict=True):
        pen.fitted(right, y + _ROW / 2, title, 3.2, 20, True, QUIET, "right")
    rows = [(name, report.totals.get(name, BookTotal())) for name in BOOKS]
    for name, total in rows:
        y += _ROW
        middle = y + _ROW / 2
        if name in set(Book):
            draw_tile(pen, Book(name), book_sign(own, Book(name)), _LEFT + 1, middle, 4.6)
        pen.text(_LEFT + 8, middle, book_word(own, name), 3.8, True)
        _numbers(pen, (total.ins, total.outs, total.inside), columns, middle, False)
        pen.rule(_LEFT, y + _ROW, _HALF, 0.12, RULE)
    y += _ROW
    counted = [total.inside for _, total in rows if total.inside is not None]
    sums = sum(t.ins for _, t in rows), sum(t.outs for _, t in rows), sum(counted) if counted else None
    pen.text(_LEFT + 8, y + _ROW / 2, own.translate("Paper", "Together"), 3.8, True)
    _numbers(pen, sums, columns, y + _ROW / 2, True)


def _numbers(
    pen: Pen, values: Sequence[int | None], columns: Sequence[float], middle: float, bold: bool
) -> None:
    for value, right in zip(values, columns, strict=True):
        pen.text(right, middle, "–" if value is None else str(value), 4.4, bold, INK, "right")


def _draw_counts(pen: Pen, own: Words, report: DayReport, y: float) -> None:
    charts.draw_heading(pen, _SECOND, y, own.translate("Paper", "To report"))
    tiles = (
        (own.translate("Paper", "Fevers"), len(report.fevers)),
        (own.translate("Paper", "Trouble with cards"), report.refused),
        (own.translate("Paper", "Turned away"), report.turned_away),
        (own.translate("Paper", "Incidents"), report.incidents),
    )
    for index, (title, count) in enumerate(tiles):
        x = _SECOND + index % 2 * (_HALF / 2 + 1)
        top = y + 5 + index // 2 * 18
        width = _HALF / 2 - 1
        pen.box(
            x,
            top,
            width,
            16,
            1.6,
            charts.FEVER_GROUND if count else None,
            charts.FEVER_LINE if count else RULE,
            0.2,
        )
        pen.fitted(x + 3, top + 4.4, title, 3.4, width - 6, False, TEXT)
        pen.text(x + 3, top + 11, str(count), 6.4, True)
    parts = [
        f"{verdict_word(own, verdict)} {count}" for verdict, count in sorted(report.refusals.items()) if count
    ]
    if parts:
        text = own.translate("Paper", "Cards: {list}").format(
            list="，".join(parts) if own.chinese else ", ".join(parts)
        )
        draw_block(pen, _SECOND, y + 43, fit(text, _HALF, 9, 3.2, 2), colour=TEXT)


def _draw_fevers(pen: Pen, own: Words, report: DayReport, y: float) -> None:
    charts.draw_heading(pen, _SECOND, y, own.translate("Paper", "People with a fever"))
    y += 5
    if not report.fevers:
        pen.text(_SECOND, y + 4, own.translate("Paper", "None"), 3.8, False, QUIET)
        return
    outcomes = {
        "passed": own.translate("Paper", "Normal again, let through"),
        "turned_away": own.translate("Paper", "Handed over for isolation"),
        None: own.translate("Paper", "Still open"),
    }
    for fever in report.fevers[:_FEVERS_SHOWN]:
        middle = y + _ROW / 2
        if fever.book in set(Book):
            draw_tile(pen, Book(fever.book), book_sign(own, Book(fever.book)), _SECOND + 0.5, middle, 4.6)
        pen.fitted(_SECOND + 7, middle, fever.name, 3.6, 24, True)
        pen.fitted(
            _SECOND + 33, middle, " › ".join(temperature(tenths) for tenths in fever.readings), 3.6, 17, True
        )
        pen.fitted(_RIGHT, middle, outcomes[fever.outcome], 3.2, _RIGHT - _SECOND - 52, False, TEXT, "right")
        y += _ROW
        pen.rule(_SECOND, y, _HALF, 0.12, RULE)
    more = len(report.fevers) - _FEVERS_SHOWN
    if more > 0:
        text = own.translate("Paper", "and {count} more, marked in the table").format(count=more)
        pen.text(_SECOND, y + _ROW / 2, text, 3.2, False, QUIET)


def _draw_closing(pen: Pen, own: Words, report: DayReport, y: float) -> None:
    pen.rule(_LEFT, y, _RIGHT - _LEFT, 0.3, INK)
    room = _RIGHT - _LEFT
    if report.seal:
        symbol = seal_symbol(report.seal)
        quiet = qr.quiet_mm(symbol, _CODE_SIDE)
        top = y + 2 + quiet
        qr.draw(
            pen.canvas, symbol, (_RIGHT - _CODE_SIDE) * mm, (HEIGHT - top - _CODE_SIDE) * mm, _CODE_SIDE * mm
        )
        room -= _CODE_SIDE + quiet + 2
    if report.nothing_to_report:
        sentence = own.translate(
            "Paper", "Zero report: today no fever, no trouble with cards, nobody turned away, no incident."
        )
    else:
        sentence = own.translate("Paper", "Not a zero report: see the counts above.")
    end = draw_block(pen, _LEFT, y + 4, fit(sentence, room, 11, 4.4, 3, True), True)
    draw_block(pen, _LEFT, end + 3.4, fit(_seal_sentence(own, report), room, 12, 3.6, 2.6), colour=TEXT)
    width = room / 2 - 4
    for index, label in enumerate(
        (own.translate("Paper", "Lead of the post"), own.translate("Paper", "Received by"))
    ):
        x = _LEFT + index * (width + 8)
        used = pen.text(x, y + 37, label, 3.6, False, QUIET)
        pen.rule(x + used + 2, y + 39, width - used - 2, 0.2, INK)


def _seal_sentence(own: Words, report: DayReport) -> str:
    if not report.seal:
        return own.translate("Paper", "Not sealed yet: lines of this day may still come.")
    sentence = own.translate(
        "Paper", "Signed: {count} lines, by {name}, {when}. The code lets anyone check it."
    ).format(
        count=report.sealed_lines,
        name=report.sealed_by,
        when=report.sealed_at.strftime("%Y-%m-%d %H:%M") if report.sealed_at else "",
    )
    later = len(report.lines) - report.sealed_lines
    if later > 0:
        sentence += "\n" + own.translate("Paper", "{count} lines came after that.").format(count=later)
    return sentence


def _draw_running_head(pen: Pen, own: Words, report: DayReport) -> None:
    title = f"{own.translate('Paper', 'Day report')} · {report.day.isoformat()}"
    pen.text(12, 13, title, 4.4, True)
    place = " · ".join(filter(None, (f"{report.gate:04d}", report.compound, report.gate_name)))
    pen.fitted(_RIGHT + 2, 13, place, 3.4, 110, False, TEXT, "right")


def _draw_foot(pen: Pen, own: Words, report: DayReport, page: int, pages: int) -> None:
    text = own.translate("Paper", "Page {page} of {pages}").format(page=page, pages=pages)
    pen.text(_RIGHT, 289, text, 3, False, QUIET, "right")
    if report.practice:
        said = own.translate("Paper", "PRACTICE")
        pen.box(_LEFT, 285.5, 30, 7, 1, fill=BLACK)
        pen.fitted(_LEFT + 15, 289, said, 4.2, 26, True, WHITE, "centre")


def _weekday(own: Words, day: date) -> str:
    return (
        own.translate("Paper", "Monday"),
        own.translate("Paper", "Tuesday"),
        own.translate("Paper", "Wednesday"),
        own.translate("Paper", "Thursday"),
        own.translate("Paper", "Friday"),
        own.translate("Paper", "Saturday"),
        own.translate("Paper", "Sunday"),
    )[day.weekday()]
