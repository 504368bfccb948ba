"""Sheets for a power cut: numbered lines that go on where the day's book stands, to be filled in by hand and typed in
later in the order of their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import IO

from desktop.paper.fitting import draw_block, fit
from desktop.paper.layouts.parts import draw_practice
from desktop.paper.pen import BLACK, INK, TEXT, Pen, new_canvas
from desktop.paper.words import Words, words

WIDTH, HEIGHT = 210.0, 297.0
LINES_ON_PAGE = 24
"""As high as a hand writes with gloves on: 9 mm."""

_LEFT, _RIGHT = 12.0, 198.0
_TOP, _ROW, _HEAD = 44.0, 9.0, 7.0
_WIDTHS = (17.0, 21.0, 27.0, 62.0, 19.0, 40.0)


@dataclass(frozen=True)
class PowerCutSheet:
    """What the sheets say. `first` is the first number on them; `printed` when they are made, in the gate's own time;
    `fever_tenths` from where a temperature is a fever, in tenths of °C."""

    gate: int
    gate_name: str
    compound: str
    day: date
    first: int
    pages: int
    printed: datetime
    fever_tenths: int
    practice: bool


def power_cut_pdf(sheet: PowerCutSheet, out: IO[bytes], language: str) -> None:
    """Writes the sheets to `out`."""
    own = words(language)
    canvas = new_canvas(out, own.translate("Paper", "Lines on paper"), (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT, colour=False)
    for page in range(sheet.pages):
        first = sheet.first + page * LINES_ON_PAGE
        _draw_head(pen, own, sheet, first, page)
        _draw_table(pen, own, first)
        _draw_foot(pen, own, sheet)
        canvas.showPage()
    canvas.save()


def _draw_head(pen: Pen, own: Words, sheet: PowerCutSheet, first: int, page: int) -> None:
    title = own.translate("Paper", "Lines on paper")
    room = 92.0 if sheet.practice else 112.0
    pen.fitted(_LEFT, 15, title, 8.4, room, True)
    if sheet.practice:
        draw_practice(pen, own, _LEFT + 94, 10.5, 28, 9)
    pen.text(_RIGHT, 13.5, sheet.day.isoformat(), 7, True, INK, "right")
    numbers = own.translate("Paper", "No. {first} to {last}").format(
        first=first, last=first + LINES_ON_PAGE - 1
    )
    turn = own.translate("Paper", "Sheet {page} of {pages}").format(page=page + 1, pages=sheet.pages)
    pen.text(_RIGHT, 21.4, f"{numbers} · {turn}", 4.2, False, TEXT, "right")
    place = " · ".join(filter(None, (sheet.compound, sheet.gate_name, f"{sheet.gate:04d}")))
    pen.fitted(_LEFT, 24, place, 4.6, 110, False, TEXT)
    pen.rule(_LEFT, 28, _RIGHT - _LEFT, 0.5, INK)
    after = own.translate(
        "Paper",
        "Printed at {time}, after number {last}. Cross out numbers that the laptop has used since, and begin below.",
    ).format(time=sheet.printed.strftime("%H:%M"), last=sheet.first - 1)
    block = fit(after, _RIGHT - _LEFT, 11, 4.4, leading=1.3)
    draw_block(pen, _LEFT, 31, block, leading=1.3)


def _draw_table(pen: Pen, own: Words, first: int) -> None:
    titles = (
        own.translate("Paper", "No."),
        own.translate("Paper", "Time"),
        own.translate("Paper", "Way"),
        own.translate("Paper", "Pass number, or name"),
        own.translate("Paper", "°C"),
        own.translate("Paper", "Note"),
    )
    edges = [_LEFT]
    for width in _WIDTHS:
        edges.append(edges[-1] + width)
    bottom = _TOP + _HEAD + LINES_ON_PAGE * _ROW
    for title, left, width in zip(titles, edges, _WIDTHS, strict=False):
        pen.fitted(left + 1.5, _TOP + _HEAD / 2, title, 4, width - 2, True)
    for line in range(LINES_ON_PAGE + 1):
        y = _TOP + _HEAD + line * _ROW
        pen.line(_LEFT, y, _RIGHT, y, 0.5 if line == 0 else 0.15, BLACK)
    pen.line(_LEFT, _TOP, _RIGHT, _TOP, 0.3, BLACK)
    for x in edges:
        pen.line(x, _TOP, x, bottom, 0.15, BLACK)
    way_in, way_out = own.translate("Paper", "In"), own.translate("Paper", "Out")
    for line in range(LINES_ON_PAGE):
        middle = _TOP + _HEAD + (line + 0.5) * _ROW
        pen.text(edges[1] - 2, middle, str(first + line), 5.2, True, INK, "right")
        pen.text(edges[1] + _WIDTHS[1] / 2, middle, own.translate("Paper", ":"), 5, False, TEXT, "centre")
        for at, said in ((edges[2] + 2, way_in), (edges[2] + 14.5, way_out)):
            pen.box(at, middle - 1.9, 3.8, 3.8, 0.4, line=BLACK, line_width=0.25)
            pen.fitted(at + 4.8, middle, said, 4, 7.4)
        pen.text(edges[4] + _WIDTHS[4] / 2 + 3.4, middle, ".", 5, True, INK, "centre")


def _draw_foot(pen: Pen, own: Words, sheet: PowerCutSheet) -> None:
    fever = f"{sheet.fever_tenths // 10}.{sheet.fever_tenths % 10}"
    rules = own.translate(
        "Paper",
        "From {fever} °C: to one side, measure again, call the lead. Keep the sheet: when there is power again, "
        "Entries, From paper, and type the lines in with their numbers.",
    ).format(fever=fever)
    block = fit(rules, _RIGHT - _LEFT - 62, 16, 4.2, leading=1.3)
    draw_block(pen, _LEFT, 272, block, leading=1.3)
    used = pen.text(140, 279, own.translate("Paper", "On duty"), 4.2, False, TEXT)
    pen.rule(140 + used + 2, 281.5, _RIGHT - 142 - used, 0.2, INK)
