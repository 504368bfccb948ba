"""One person's way through the gates, and who was near them: as PDF, names masked, for those who telephone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from db.books.contacts import Contact
from db.books.masking import mask_name
from db.books.passes import Pass
from db.books.paths import Step, StepKind
from desktop.paper.fitting import elide
from desktop.paper.pen import BLACK, INK, QUIET, RULE, TEXT, WHITE, Pen, new_canvas
from desktop.paper.words import Words, direction_word, pass_number, temperature, verdict_word, words

WIDTH, HEIGHT = 210.0, 297.0
_LEFT, _RIGHT = 14.0, 196.0
_ROW, _SIZE = 5.2, 3.2
_TOP = 34.0
_BOTTOM = HEIGHT - 16


@dataclass(frozen=True)
class PathSheet:
    """What is printed. `steps` the newest first; `contacts` within `minutes`; both from the day `first` on. `places`:
    the gates' names by number."""

    post: str
    name: str
    passes: Sequence[Pass]
    steps: Sequence[Step]
    contacts: Sequence[Contact]
    places: Mapping[int, str]
    first: str
    minutes: int
    made_at: datetime
    language: str
    practice: bool = False


_Column = tuple[str, float]
_Table = tuple[str, tuple[_Column, ...], list[tuple[str, ...]]]


def path_pdf(sheet: PathSheet, out: IO[bytes]) -> int:
    """Writes the pages to `out` and returns their number. Raises `Fault` (`MISSING_FONT`)."""
    own = words(sheet.language)
    title = own.translate("PathSheet", "Way through the gates")
    canvas = new_canvas(out, title, (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT, colour=False)
    pages = list(_pages([_way(own, sheet), _near(own, sheet)]))
    for number, parts in enumerate(pages, start=1):
        _draw_head(pen, own, sheet, title)
        y = _TOP
        for table, rows in parts:
            y = _draw_table(pen, table, rows, y)
        told = own.translate("Paper", "Page {page} of {pages}").format(page=number, pages=len(pages))
        pen.text(_RIGHT, 289, told, 3, False, QUIET, "right")
        if sheet.practice:
            pen.box(_LEFT, 285.5, 30, 7, 1, fill=BLACK)
            pen.fitted(_LEFT + 15, 289, own.translate("Paper", "PRACTICE"), 4.2, 26, True, WHITE, "centre")
        canvas.showPage()
    canvas.save()
    return len(pages)


_OVER_ROWS = 16.0
"""A table's title and head."""


def _pages(tables: Iterable[_Table]) -> Iterable[list[tuple[_Table, list[tuple[str, ...]]]]]:
    """Tables one under the other, each going on over the page where it must."""
    page: list[tuple[_Table, list[tuple[str, ...]]]] = []
    y = _TOP
    for table in tables:
        rest = table[2]
        while True:
            room = int((_BOTTOM - y - _OVER_ROWS) / _ROW)
            if room < 3:
                yield page
                page, y = [], _TOP
                continue
            page.append((table, rest[:room]))
            y += _OVER_ROWS + _ROW * len(rest[:room]) + 6
            rest = rest[room:]
            if not rest:
                break
    yield page


def _draw_head(pen: Pen, own: Words, sheet: PathSheet, title: str) -> None:
    pen.text(_LEFT, 16, title, 6.4, True)
    made = own.translate("Board", "as of {when}").format(when=f"{sheet.made_at:%Y-%m-%d %H:%M}")
    pen.text(_RIGHT, 16, made, 3.6, False, TEXT, "right")
    numbers = ", ".join(pass_number(own, one.id) for one in sheet.passes)
    unit = sheet.passes[0].holder.unit if sheet.passes else ""
    pen.fitted(_LEFT, 25, "  ".join(filter(None, (mask_name(sheet.name), numbers, unit))), 4.4, 130, True)
    pen.fitted(_RIGHT, 25, sheet.post, 3.6, 45, False, TEXT, "right")
    pen.rule(_LEFT, 29, _RIGHT - _LEFT, 0.5, INK)


def _draw_table(pen: Pen, table: _Table, rows: Sequence[tuple[str, ...]], top: float) -> float:
    title, columns, _ = table
    pen.text(_LEFT, top + 4, title, 4.4, True)
    head = top + 8
    pen.box(_LEFT, head, _RIGHT - _LEFT, 6, fill="#E4E8EE")
    y = head + 6 + _ROW / 2
    x = _LEFT + 1
    for at, (name, width) in enumerate(columns):
        pen.fitted(x, head + 3, name, _SIZE, width - 1, True)
        for line, row in enumerate(rows):
            pen.text(x, y + line * _ROW, elide(row[at], (width - 6) / _SIZE), _SIZE)
        x += width
    for line in range(len(rows)):
        pen.rule(_LEFT, y + line * _ROW + _ROW / 2, _RIGHT - _LEFT, 0.08, RULE)
    return head + 6 + _ROW * len(rows) + 8


def _way(own: Words, sheet: PathSheet) -> _Table:
    columns = (
        (own.translate("PathSheet", "When"), 34.0),
        (own.translate("PathSheet", "Gate"), 70.0),
        (own.translate("PathSheet", "What"), 36.0),
        (own.translate("PathSheet", "°C"), 12.0),
        (own.translate("PathSheet", "Pass"), 30.0),
    )
    rows: list[tuple[str, ...]] = [
        (
            step.time[:16].replace("T", " "),
            _place(sheet, step.gate),
            _what(own, step),
            temperature(step.temp_tenths),
            pass_number(own, step.pass_id) if step.pass_id else "",
        )
        for step in sheet.steps
    ]
    title = own.translate("PathSheet", "Since {day}, the newest first").format(day=sheet.first)
    return title, columns, rows


def _what(own: Words, step: Step) -> str:
    if step.kind is StepKind.REFUSAL:
        return verdict_word(own, step.said)
    told = direction_word(own, step.said)
    if step.kind is StepKind.HOLD:
        return own.translate("PathSheet", "{way}, first reading").format(way=told)
    entry = step.entry
    if entry is not None and entry.voided_at is not None:
        return own.translate("PathSheet", "{way}, voided").format(way=told)
    if entry is not None and entry.outcome == "turned_away":
        return own.translate("PathSheet", "{way}, turned away").format(way=told)
    return told


def _near(own: Words, sheet: PathSheet) -> _Table:
    columns = (
        (own.translate("PathSheet", "Pass"), 30.0),
        (own.translate("PathSheet", "Name"), 24.0),
        (own.translate("PathSheet", "Unit"), 36.0),
        (own.translate("PathSheet", "Times"), 12.0),
        (own.translate("PathSheet", "Minutes apart"), 22.0),
        (own.translate("PathSheet", "Last met"), 57.0),
    )
    rows: list[tuple[str, ...]] = []
    for one in sheet.contacts:
        last = one.meetings[-1]
        when = last.time[5:16].replace("T", " ")
        rows.append(
            (
                pass_number(own, one.pass_id) if one.pass_id else "–",
                mask_name(one.name),
                one.unit,
                str(len(one.meetings)),
                str(one.nearest // 60),
                f"{when} {_place(sheet, last.gate)}",
            )
        )
    title = own.translate("PathSheet", "At the same gate within {minutes} minutes: {count}").format(
        minutes=sheet.minutes, count=len(sheet.contacts)
    )
    return title, columns, rows


def _place(sheet: PathSheet, gate: int) -> str:
    return f"{gate:04d} {sheet.places.get(gate, '')}".strip()
