"""The page of a change of shift (换班一页纸): what the shift came to, who is where, what was handed over, by whom.

One sheet of A4 to read standing at the gate and to keep in a folder, signed by hand where people wish to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from db.books.pass_id import Book, PassId
from desktop.paper import charts
from desktop.paper.day_log import BOOKS
from desktop.paper.fitting import draw_block, fit
from desktop.paper.marks import draw_tile
from desktop.paper.pen import BLACK, INK, QUIET, RULE, TEXT, WHITE, Pen, new_canvas
from desktop.paper.words import Words, book_sign, book_word, pass_number, temperature, words

WIDTH, HEIGHT = 210.0, 297.0

_LEFT, _RIGHT = 14.0, 196.0
_WIDE = _RIGHT - _LEFT
_HALF = 88.0
_SECOND = _RIGHT - _HALF
_ROW = 6.2
_THING_ROW = 5.6
_GROUND = "#F0F2F5"
_BLOCK = 35.0
_LIST_ROWS = 6


@dataclass(frozen=True)
class Person:
    """Someone who is waiting, out or still here. `name` is masked as on the day's files; `tenths` is a fever's first
    reading in tenths of a degree Celsius."""

    name: str
    pass_id: PassId | None
    since: datetime
    tenths: int | None = None


@dataclass(frozen=True)
class PageThing:
    """Something handed over by count; `before` is the count of the last time, None where it is new."""

    name: str
    count: int
    before: int | None


@dataclass(frozen=True)
class ShiftPage:
    """All that the page says.

    line: epoch and number of the ledger's line. took: None where the gate was closed. gave_by, took_by: `pin`,
    `passphrase`, or None for someone who was not there. books: by book, people in and out; inside: holders now.
    away, staying: empty where `outside`, `guests` are too many to name. matters: (what, day, whose).
    """

    gate: int
    gate_name: str
    compound: str
    line: str
    since: datetime
    until: datetime
    gave: str
    gave_by: str | None
    took: str | None
    took_by: str | None
    books: Mapping[str, tuple[int, int]]
    inside: Mapping[str, int]
    lines: int
    voided: int
    turned_away: int
    refused: int
    unexported: int
    held: Sequence[Person]
    outside: int
    away: Sequence[Person]
    guests: int
    staying: Sequence[Person]
    matters: Sequence[tuple[str, str, str]]
    things: Sequence[PageThing]
    remarks: str
    language: str = "zh"
    practice: bool = False


def shift_page_pdf(page: ShiftPage, out: IO[bytes]) -> None:
    """Writes the page to `out`. Raises `Fault` (`MISSING_FONT`)."""
    own = words(page.language)
    title = own.translate("Paper", "Change of shift")
    canvas = new_canvas(out, f"{title} {page.gate:04d} {page.until:%Y-%m-%d %H:%M}", (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT)
    _draw_head(pen, own, page)
    _draw_counts(pen, own, page, 62)
    _draw_tiles(pen, own, page, 62)
    _draw_people(pen, own, page, 121)
    _draw_things(pen, own, page, 191)
    _draw_remarks(pen, own, page, 239)
    _draw_signatures(pen, own, page, 265)
    _draw_foot(pen, own, page)
    canvas.showPage()
    canvas.save()


def _draw_head(pen: Pen, own: Words, page: ShiftPage) -> None:
    pen.text(_LEFT, 18, own.translate("Paper", "Change of shift"), 9, True)
    pen.text(_RIGHT, 18, f"{page.until:%Y-%m-%d %H:%M}", 7, True, INK, "right")
    place = " · ".join(filter(None, (f"{page.gate:04d}", page.compound, page.gate_name)))
    pen.fitted(_LEFT, 28, place, 4.4, _WIDE, False, TEXT)
    pen.rule(_LEFT, 32.5, _WIDE, 0.6, INK)
    people = (
        (own.translate("Paper", "Hands over"), page.gave),
        (own.translate("Paper", "Takes over"), page.took or own.translate("Paper", "nobody, gate closed")),
    )
    for x, (label, name) in zip((_LEFT, _SECOND), people, strict=True):
        pen.text(x, 38.5, label, 3.4, False, QUIET)
        pen.fitted(x, 46, name, 7, _HALF - 4, True)
    pen.polygon([(_SECOND - 10, 43), (_SECOND - 4.5, 46), (_SECOND - 10, 49)], fill=INK)
    start = (
        f"{page.since:%H:%M}" if page.since.date() == page.until.date() else f"{page.since:%Y-%m-%d %H:%M}"
    )
    span = own.translate("Paper", "This shift: {start} to {end}").format(
        start=start, end=f"{page.until:%H:%M}"
    )
    pen.fitted(_LEFT, 54, span, 3.8, _WIDE, False, TEXT)


def _draw_counts(pen: Pen, own: Words, page: ShiftPage, y: float) -> None:
    count = own.translate("Paper", "{count} lines, {voided} of them voided").format(
        count=page.lines, voided=page.voided
    )
    charts.draw_heading(pen, _LEFT, y, own.translate("Paper", "In this shift"), count, _LEFT + _HALF)
    columns = (_LEFT + 47, _LEFT + 64, _LEFT + _HALF - 1)
    y += 5
    pen.box(_LEFT, y, _HALF, _ROW, fill=_GROUND)
    titles = (
        own.translate("Paper", "In"),
        own.translate("Paper", "Out"),
        own.translate("Paper", "Inside now"),
    )
    for title, right in zip(titles, columns, strict=True):
        pen.fitted(right, y + _ROW / 2, title, 3.2, 20, True, QUIET, "right")
    for book in BOOKS:
        y += _ROW
        middle = y + _ROW / 2
        if book in set(Book):
            draw_tile(pen, Book(book), book_sign(own, Book(book)), _LEFT + 1, middle, 4.4)
        pen.text(_LEFT + 8, middle, book_word(own, book), 3.8, True)
        _draw_numbers(pen, (*page.books.get(book, (0, 0)), page.inside.get(book)), columns, middle, False)
        pen.rule(_LEFT, y + _ROW, _HALF, 0.12, RULE)
    y += _ROW
    ins, outs = (sum(pair[side] for pair in page.books.values()) for side in (0, 1))
    pen.text(_LEFT + 8, y + _ROW / 2, own.translate("Paper", "Together"), 3.8, True)
    _draw_numbers(pen, (ins, outs, sum(page.inside.values())), columns, y + _ROW / 2, True)


def _draw_numbers(
    pen: Pen, values: Sequence[int | None], columns: Sequence[float], middle: float, bold: bool
) -> None:
    for value, right in zip(values, columns, strict=True):
        pen.text(right, middle, "–" if value is None else str(value), 4.4, bold, INK, "right")


def _draw_tiles(pen: Pen, own: Words, page: ShiftPage, y: float) -> None:
    charts.draw_heading(pen, _SECOND, y, own.translate("Paper", "Look at these"))
    tiles = (
        (own.translate("Paper", "Held with a fever"), len(page.held), True),
        (own.translate("Paper", "Open matters"), len(page.matters), True),
        (own.translate("Paper", "Out, not back"), page.outside, False),
        (own.translate("Paper", "Guests still inside"), page.guests, False),
        (own.translate("Paper", "Cards refused"), page.refused, False),
        (own.translate("Paper", "Turned away"), page.turned_away, False),
        (own.translate("Paper", "Lines not exported"), page.unexported, True),
    )
    for index, (title, count, matters) in enumerate(tiles):
        wide = index == len(tiles) - 1
        x = _SECOND + index % 2 * (_HALF / 2 + 1)
        top = y + 5 + index // 2 * 11.4
        width = _HALF if wide else _HALF / 2 - 1
        marked = matters and count
        ground, line = (charts.FEVER_GROUND, charts.FEVER_LINE) if marked else (None, RULE)
        pen.box(x, top, width, 10, 1.4, ground, line, 0.3 if marked else 0.2)
        pen.fitted(x + 3, top + 5, title, 3.4, width - 17, bool(marked), TEXT)
        pen.text(x + width - 3, top + 5, str(count), 5.4, True, INK, "right")


def _draw_people(pen: Pen, own: Words, page: ShiftPage, y: float) -> None:
    today = page.until
    held = [
        own.translate("Paper", "{who}, {degrees} °C, since {time}").format(
            who=_who(own, one), degrees=temperature(one.tenths), time=_moment(one.since, today)
        )
        for one in page.held
    ]
    matters = [
        " ".join(filter(None, (day, _matter(own, what), name))) for what, day, name in page.matters
    ]  # fmt: skip
    held_title, matters_title = (
        own.translate("Paper", "Held with a fever"),
        own.translate("Paper", "Open matters"),
    )
    _draw_list(pen, own, _LEFT, y, held_title, held, len(held), 1)
    _draw_list(pen, own, _LEFT, y + _BLOCK, matters_title, matters, len(matters), 1)
    for top, title, people, count in (
        (y, own.translate("Paper", "Out, not back"), page.away, page.outside),
        (y + _BLOCK, own.translate("Paper", "Guests still inside"), page.staying, page.guests),
    ):
        lines = [f"{_moment(one.since, today)}  {_who(own, one)}" for one in people]
        _draw_list(pen, own, _SECOND, top, title, lines, count, 2)


def _draw_list(
    pen: Pen, own: Words, x: float, y: float, title: str, lines: Sequence[str], count: int, columns: int
) -> None:
    """So many of `lines` as there is room for, in columns; the rest as a number."""
    charts.draw_heading(pen, x, y, title)
    y += 7
    if not count:
        pen.text(x, y, own.translate("Paper", "None"), 3.8, False, QUIET)
        return
    room = _LIST_ROWS * columns
    shown = list(lines[:room]) if len(lines) <= room else list(lines[: room - 1])
    if not lines:
        shown = [
            own.translate("Paper", "{count} people. Their names are in the register.").format(count=count)
        ]
    elif len(shown) < len(lines):
        shown.append(own.translate("Paper", "and {count} more").format(count=len(lines) - len(shown)))
    if len(shown) <= _LIST_ROWS:
        columns = 1
    width = _HALF / columns
    for index, line in enumerate(shown):
        column, place = divmod(index, _LIST_ROWS)
        pen.fitted(x + column * width, y + place * 4.4, line, 3.6, width - 2, False, INK)


def _draw_things(pen: Pen, own: Words, page: ShiftPage, y: float) -> None:
    charts.draw_heading(pen, _LEFT, y, own.translate("Paper", "Handed over by count"))
    y += 4.5
    if not page.things:
        pen.text(_LEFT, y + 3, own.translate("Paper", "Nothing was counted"), 3.8, False, QUIET)
        return
    long = max(-(-len(page.things) // 2), 1)
    step = min(_THING_ROW, 42 / long)
    for index, thing in enumerate(page.things):
        x = _LEFT if index < long else _SECOND
        top = y + index % long * step
        middle, size = top + step / 2, min(3.8, step * 0.7)
        pen.fitted(x, middle, thing.name, size, _HALF - 46, True)
        before = "" if thing.before is None else str(thing.before)
        changed = thing.before is not None and thing.before != thing.count
        if before:
            said = own.translate("Paper", "last time {count}").format(count=before)
            pen.fitted(
                x + _HALF - 16, middle, said, size * 0.9, 28, changed, INK if changed else QUIET, "right"
            )
        if changed:
            pen.box(x + _HALF - 14, top + 0.4, 14, step - 0.8, 1, charts.FEVER_GROUND, charts.FEVER_LINE, 0.2)
        pen.text(x + _HALF - 1.5, middle, str(thing.count), size * 1.15, True, INK, "right")
        pen.rule(x, top + step, _HALF, 0.12, RULE)


def _draw_remarks(pen: Pen, own: Words, page: ShiftPage, y: float) -> None:
    charts.draw_heading(pen, _LEFT, y, own.translate("Paper", "Remarks"))
    if page.remarks:
        block = fit(page.remarks, _WIDE, 20, 4, 2.3, leading=1.35)
        draw_block(pen, _LEFT, y + 5, block, leading=1.35)
    else:
        pen.text(_LEFT, y + 7, own.translate("Paper", "None"), 3.8, False, QUIET)


def _draw_signatures(pen: Pen, own: Words, page: ShiftPage, y: float) -> None:
    pen.rule(_LEFT, y, _WIDE, 0.3, INK)
    sides = [(own.translate("Paper", "Hands over"), page.gave, page.gave_by)]
    if page.took is not None:
        sides.append((own.translate("Paper", "Takes over"), page.took, page.took_by))
    for x, (label, name, how) in zip((_LEFT, _SECOND), sides, strict=False):
        used = pen.text(x, y + 6, f"{label}{own.colon}", 3.6, False, QUIET)
        pen.fitted(x + used + 1, y + 6, name, 4, _HALF - used - 2, True)
        pen.fitted(x, y + 11.5, _confirmed(own, how), 3.2, _HALF, False, TEXT)
        pen.rule(x, y + 19, _HALF, 0.2, INK)


def _draw_foot(pen: Pen, own: Words, page: ShiftPage) -> None:
    said = own.translate("Paper", "Line {line} of the ledger").format(line=page.line)
    pen.text(_RIGHT, 289, said, 3, False, QUIET, "right")
    if page.practice:
        pen.box(_LEFT, 286, 30, 6.4, 1, fill=BLACK)
        pen.fitted(_LEFT + 15, 289.2, own.translate("Paper", "PRACTICE"), 4.2, 26, True, WHITE, "centre")


def _confirmed(own: Words, how: str | None) -> str:
    if how == "pin":
        return own.translate("Paper", "Confirmed with the PIN")
    if how == "passphrase":
        return own.translate("Paper", "Confirmed with the passphrase")
    return own.translate("Paper", "Was not there to confirm")


def _who(own: Words, one: Person) -> str:
    return f"{one.name} {pass_number(own, one.pass_id)}" if one.pass_id is not None else one.name


def _moment(moment: datetime, today: datetime) -> str:
    return f"{moment:%H:%M}" if moment.date() == today.date() else f"{moment:%m-%d %H:%M}"


def _matter(own: Words, what: str) -> str:
    known = {
        "fever": own.translate("Paper", "Fever, steps still to take"),
        "unsealed": own.translate("Paper", "Day not sealed"),
    }
    return known.get(what, what)
