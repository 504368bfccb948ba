"""A book on paper: its colour, its texture and its shape with a letter, each enough to tell it by.

In black and white the official book is solid, the medical one plus signs, the support one stripes, and words on
the textures stand on white plates.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.books.pass_id import Book
from desktop.paper.pen import BLACK, INK, WHITE, Pen, blend


@dataclass(frozen=True)
class _Style:
    fill: str
    ink: str
    # How strong the texture is on the colour; its step and stroke in millimetres.
    strength: float
    step: float
    stroke: float


_COLOUR = {
    Book.OFFICIAL: _Style("#2B3340", WHITE, 0, 3.2, 0.45),
    Book.MEDICAL: _Style("#5DB5EA", "#08202F", 0.16, 3.2, 0.45),
    Book.SUPPORT: _Style("#8A3A9E", WHITE, 0.2, 3.2, 0.45),
}
_BLACK_AND_WHITE = {
    Book.OFFICIAL: _Style("#15181C", WHITE, 0, 4.2, 0.42),
    Book.MEDICAL: _Style(WHITE, INK, 0.85, 4.2, 0.42),
    Book.SUPPORT: _Style(WHITE, INK, 0.85, 3.6, 0.8),
}
_OUTLINE = 0.5


def has_plates(book: Book, colour: bool) -> bool:
    """Whether words on the band stand on white plates."""
    return not colour and book is not Book.OFFICIAL


def ink(book: Book, colour: bool) -> str:
    """The colour of words on the band or its plates."""
    return _style(book, colour).ink


def draw_band(pen: Pen, book: Book, x: float, y: float, width: float, height: float) -> None:
    """The band of a book's colour and texture, with an outline where it is only texture."""
    style = _style(book, pen.colour)
    pen.canvas.saveState()
    pen.clip(x, y, width, height)
    pen.box(x, y, width, height, fill=style.fill)
    if style.strength:
        shade = blend(BLACK if not pen.colour else style.ink, style.fill, style.strength)
        draw = _plus_signs if book is Book.MEDICAL else _stripes
        draw(pen, x, y, width, height, style.step, style.stroke, shade)
    pen.canvas.restoreState()
    if has_plates(book, pen.colour):
        pen.box(x, y, width, height, line=BLACK, line_width=_OUTLINE)


def draw_plate(pen: Pen, book: Book, x: float, y: float, width: float, height: float, radius: float) -> None:
    """White under the words, where the band is a texture of black."""
    if has_plates(book, pen.colour):
        pen.box(x, y, width, height, radius, fill=WHITE)


def draw_mark(pen: Pen, book: Book, sign: str, x: float, y: float, size: float) -> None:
    """The book's shape with its letter: a square, a notched cross, a hexagon."""
    style = _style(book, pen.colour)
    letter = style.fill
    if has_plates(book, pen.colour):
        _shape(pen, book, x, y, size, WHITE, size * 0.09)
        _shape(pen, book, x, y, size, INK, 0)
        letter = WHITE
    else:
        _shape(pen, book, x, y, size, style.ink, 0)
    pen.text(x + size / 2, y + size / 2, sign, size * 0.62, True, letter, "centre")


def draw_tile(pen: Pen, book: Book, sign: str, x: float, middle: float, size: float) -> None:
    """The small form of the mark, on white, as tables show it."""
    style = _style(book, pen.colour)
    filled = style.fill if not has_plates(book, pen.colour) else INK
    _shape(pen, book, x, middle - size / 2, size, filled, 0)
    letter = WHITE if has_plates(book, pen.colour) else style.ink
    pen.text(x + size / 2, middle, sign, size * 0.6, True, letter, "centre")


def _style(book: Book, colour: bool) -> _Style:
    return (_COLOUR if colour else _BLACK_AND_WHITE)[book]


def _shape(pen: Pen, book: Book, x: float, y: float, size: float, fill: str, halo: float) -> None:
    line = fill if halo else None
    if book is Book.OFFICIAL:
        pen.box(x, y, size, size, size * 0.14, fill, line, halo)
        return
    points = _CROSS if book is Book.MEDICAL else _HEXAGON
    pen.polygon([(x + a * size, y + b * size) for a, b in points], fill, line, halo * 2)


_N = 0.17
_CROSS = (
    (_N, 0), (1 - _N, 0), (1 - _N, _N), (1, _N), (1, 1 - _N), (1 - _N, 1 - _N),
    (1 - _N, 1), (_N, 1), (_N, 1 - _N), (0, 1 - _N), (0, _N), (_N, _N),
)  # fmt: skip
_HEXAGON = ((0.221, 0.02), (0.779, 0.02), (1.06, 0.5), (0.779, 0.98), (0.221, 0.98), (-0.06, 0.5))


def _plus_signs(
    pen: Pen, x: float, y: float, width: float, height: float, step: float, stroke: float, shade: str
) -> None:
    arm = step * 0.26
    row, middle = 0, y + step * 0.5
    while middle < y + height + step:
        centre = x + (step * 0.5 if row % 2 == 0 else step)
        while centre < x + width + step:
            pen.line(centre - arm, middle, centre + arm, middle, stroke, shade)
            pen.line(centre, middle - arm, centre, middle + arm, stroke, shade)
            centre += step
        middle += step * 0.5
        row += 1


def _stripes(
    pen: Pen, x: float, y: float, width: float, height: float, step: float, stroke: float, shade: str
) -> None:
    offset = -height
    while offset < width + height:
        pen.line(x + offset, y + height, x + offset + height, y, stroke, shade)
        offset += step * 0.72
