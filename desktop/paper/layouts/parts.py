"""Parts of a card that the forms share: code, photo, lines to write on, days."""

from __future__ import annotations

from datetime import date

from reportlab.lib.units import mm

from desktop.paper import qr
from desktop.paper.card_face import CardFace
from desktop.paper.pen import BLACK, EDGE, INK, QUIET, WHITE, Pen
from desktop.paper.photos import Photo, prepared
from desktop.paper.symbol import Symbol, token_symbol
from desktop.paper.words import Words

CODE_SIDE = 25.0
"""Millimetres of every code on our layouts; the format allows no less than 18 for the home token."""

_SILHOUETTE = "#EDF0F3"
_SILHOUETTE_DARK = "#C2C9D2"


def symbol_of(face: CardFace) -> Symbol:
    """The card's code."""
    return token_symbol(face.token)


def draw_code(pen: Pen, symbol: Symbol, x: float, y: float) -> None:
    """The code with its upper left corner at (x, y), without its quiet zone."""
    qr.draw(pen.canvas, symbol, x * mm, (pen.height - y - CODE_SIDE) * mm, CODE_SIDE * mm)


def draw_photo_frame(pen: Pen, words: Words, x: float, y: float, width: float, height: float) -> None:
    """A frame to paste a photo into."""
    pen.canvas.setDash(3, 2)
    pen.box(x, y, width, height, 1.2, line=QUIET, line_width=0.2)
    pen.canvas.setDash()
    pen.text(x + width / 2, y + height / 2, words.translate("Paper", "Photo"), 3.6, False, QUIET, "centre")


def draw_photo_place(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """The outline of a person, where there is no photo."""
    pen.canvas.saveState()
    pen.clip(x, y, width, height)
    pen.box(x, y, width, height, fill=_SILHOUETTE)
    middle, unit = x + width / 2, width / 112
    pen.ellipse(middle, y + height * 0.4, 25 * unit, 29 * unit, _SILHOUETTE_DARK)
    pen.box(middle - 47 * unit, y + height * 0.695, 94 * unit, height * 0.6, 36 * unit, _SILHOUETTE_DARK)
    pen.canvas.restoreState()
    pen.box(x, y, width, height, line=EDGE, line_width=0.2)


def draw_photo(pen: Pen, photo: bytes, x: float, y: float, width: float, height: float) -> None:
    """The photo, cut to the frame and no finer than a printer shows; nothing where it is no picture."""
    made: Photo | None = prepared(photo, width, height, pen.colour)
    if made is not None:
        pen.image(made.reader, x, y, width, height)
        pen.box(x, y, width, height, line=QUIET, line_width=0.15)


def draw_practice(pen: Pen, words: Words, x: float, y: float, width: float, height: float) -> None:
    """Says that the card opens no gate."""
    pen.box(x, y, width, height, 0.8, fill=BLACK)
    pen.fitted(
        x + width / 2,
        y + height / 2,
        words.translate("Paper", "PRACTICE"),
        height * 0.66,
        width - 1.6,
        True,
        WHITE,
        "centre",
    )


def draw_write_line(pen: Pen, label: str, x: float, foot: float, width: float, size: float) -> None:
    """A label and a line to write on, `foot` being the line."""
    used = pen.text(x, foot - size * 0.55, label, size, False, QUIET)
    pen.rule(x + used + 1, foot, width - used - 1, 0.2, INK)


def draw_day(
    pen: Pen,
    words: Words,
    day: date | None,
    x: float,
    middle: float,
    size: float,
    bold: bool,
    blank_size: float,
) -> None:
    """A day, or room to write one at its own size."""
    if day is not None:
        pen.text(x, middle, day.isoformat(), size, bold)
        return
    size = blank_size
    marks = ("年", "月", "日") if words.chinese else ("-", "-", "")
    for mark, room in zip(marks, (2.2, 1.5, 1.5), strict=True):
        pen.rule(x, middle + size * 0.42, room * size, 0.2, INK)
        x += room * size
        if mark:
            x += pen.text(x, middle, mark, size * 0.72, False, QUIET)
