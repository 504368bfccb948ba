"""Ten cards of 85.6 x 54 mm on a sheet of A4, with marks for the cutter.

Cards of a column touch, so one cut parts two of them, and a cut that strays finds the same band above and below;
between the columns there is room, as the band of one would show on the other.
"""

from __future__ import annotations

from desktop.paper.layouts import cr80
from desktop.paper.pen import QUIET, Pen

WIDTH, HEIGHT = 210.0, 297.0
COLUMNS, ROWS = 2, 5
PLACES = COLUMNS * ROWS

_GAP = 8.0
_LEFT = (WIDTH - COLUMNS * cr80.WIDTH - _GAP) / 2
_TOP = (HEIGHT - ROWS * cr80.HEIGHT) / 2
_MARK = 4.0
_MARK_GAP = 1.2


def place_corner(place: int) -> tuple[float, float]:
    """The upper left corner of place 1 to 10, counted along the rows, in millimetres from the sheet's."""
    row, column = divmod(place - 1, COLUMNS)
    return _LEFT + column * (cr80.WIDTH + _GAP), _TOP + row * cr80.HEIGHT


def draw_cut_marks(pen: Pen) -> None:
    """Short lines outside the cards at every edge."""
    columns = [_LEFT + column * (cr80.WIDTH + _GAP) for column in range(COLUMNS)]
    bottom = _TOP + ROWS * cr80.HEIGHT
    for left in columns:
        for x in (left, left + cr80.WIDTH):
            pen.line(x, _TOP - _MARK_GAP - _MARK, x, _TOP - _MARK_GAP, 0.1, QUIET)
            pen.line(x, bottom + _MARK_GAP, x, bottom + _MARK_GAP + _MARK, 0.1, QUIET)
    edge = _LEFT + COLUMNS * cr80.WIDTH + _GAP
    for row in range(ROWS + 1):
        y = _TOP + row * cr80.HEIGHT
        pen.line(_LEFT - _MARK_GAP - _MARK, y, _LEFT - _MARK_GAP, y, 0.1, QUIET)
        pen.line(edge + _MARK_GAP, y, edge + _MARK_GAP + _MARK, y, 0.1, QUIET)
        between = columns[0] + cr80.WIDTH
        pen.line(between + _MARK_GAP, y, between + _GAP - _MARK_GAP, y, 0.1, QUIET)


def draw_foot(pen: Pen, text: str) -> None:
    """One line under the cards, on what will be cut away."""
    pen.fitted(WIDTH / 2, HEIGHT - 6.5, text, 2.8, 120, False, QUIET, "centre")
