"""The page by which a printer is adjusted: a frame in a known place, with a ruler's ticks and four distances to
measure."""

from __future__ import annotations

from typing import IO, NamedTuple

from desktop.paper.fitting import draw_block, fit
from desktop.paper.pen import BLACK, INK, TEXT, Pen, new_canvas
from desktop.paper.words import words

_SMALL_MM = 120.0


class Frame(NamedTuple):
    """Where the frame lies on the paper, in millimetres: A from the left edge of the paper, B across, C from the
    upper edge, D down."""

    left: float
    wide: float
    top: float
    high: float


def frame_of(width: float, height: float) -> Frame:
    """The frame on paper of this size."""
    shorter = min(width, height)
    left = top = 20.0 if shorter > _SMALL_MM else 15.0 if shorter > 60 else 10.0
    return Frame(left, width - 2 * left, top, height - 2 * top)


def adjustment_page_pdf(
    width: float, height: float, name: str, printer: str, checks: bool, out: IO[bytes], language: str
) -> None:
    """Writes one page of this size in millimetres.

    checks: the printer is adjusted already, and the page is to show that it is right now.
    """
    own = words(language)
    canvas = new_canvas(out, own.translate("Paper", "Adjusting a printer"), (width, height))
    pen = Pen(canvas, height, colour=False)
    frame = frame_of(width, height)
    _draw_frame(pen, frame)
    _draw_distances(pen, frame)
    _draw_words(pen, frame, own.translate("Paper", "Adjusting a printer"), f"{printer} · {name}")
    lines = [
        f"{letter} = {distance:.1f} mm"
        for letter, distance in zip("ABCD", frame, strict=True)
    ]  # fmt: skip
    if checks:
        hint = own.translate(
            "Paper", "To check: the distances are to be as they stand here, to half a millimetre."
        )
    else:
        hint = own.translate(
            "Paper", "Lay a ruler on A, B, C and D and type what it shows, to a tenth of a millimetre."
        )
    _draw_lines(pen, frame, lines, hint)
    canvas.showPage()
    canvas.save()


def _draw_frame(pen: Pen, frame: Frame) -> None:
    right, bottom = frame.left + frame.wide, frame.top + frame.high
    thin = 0.15
    for x in (frame.left, right):
        pen.line(x, frame.top, x, bottom, thin, BLACK)
    for y in (frame.top, bottom):
        pen.line(frame.left, y, right, y, thin, BLACK)
    for millimetre in range(1, int(frame.wide)):
        x, long = frame.left + millimetre, _tick(millimetre)
        pen.line(x, frame.top, x, frame.top + long, 0.1, BLACK)
    for millimetre in range(1, int(frame.high)):
        y, long = frame.top + millimetre, _tick(millimetre)
        pen.line(frame.left, y, frame.left + long, y, 0.1, BLACK)


def _tick(millimetre: int) -> float:
    return 3.2 if millimetre % 10 == 0 else 2.2 if millimetre % 5 == 0 else 1.2


def _draw_distances(pen: Pen, frame: Frame) -> None:
    """Arrows with their letters: A and C from the paper's edges, B and D along the frame."""
    across, down = frame.top + frame.high * 0.62, frame.left + frame.wide * 0.62
    size = 4.0 if frame.left > 12 else 3.0
    _arrow(pen, 0, across, frame.left, across)
    pen.text(frame.left / 2, across - size * 0.75, "A", size, True, INK, "centre")
    _arrow(pen, down, 0, down, frame.top)
    pen.text(down + size * 0.8, frame.top / 2, "C", size, True, INK, "centre")
    below = frame.top + frame.high + frame.top * 0.45
    _arrow(pen, frame.left, below, frame.left + frame.wide, below)
    pen.text(frame.left + frame.wide / 2, below - size * 0.75, "B", size, True, INK, "centre")
    beside = frame.left + frame.wide + frame.left * 0.45
    _arrow(pen, beside, frame.top, beside, frame.top + frame.high)
    pen.text(beside + size * 0.8, frame.top + frame.high / 2, "D", size, True, INK, "centre")
    for x in (frame.left, frame.left + frame.wide):
        pen.line(x, frame.top + frame.high, x, below + 1.5, 0.15, BLACK)
    for y in (frame.top, frame.top + frame.high):
        pen.line(frame.left + frame.wide, y, beside + 1.5, y, 0.15, BLACK)


def _arrow(pen: Pen, x1: float, y1: float, x2: float, y2: float) -> None:
    pen.line(x1, y1, x2, y2, 0.15, BLACK)
    for x, y, towards in ((x1, y1, 1), (x2, y2, -1)):
        if y1 == y2:
            points = [(x, y), (x + 1.6 * towards, y - 0.6), (x + 1.6 * towards, y + 0.6)]
        else:
            points = [(x, y), (x - 0.6, y + 1.6 * towards), (x + 0.6, y + 1.6 * towards)]
        pen.polygon(points, fill=BLACK)


def _draw_words(pen: Pen, frame: Frame, title: str, where: str) -> None:
    size = min(7.0, frame.high / 9)
    left, room = frame.left + 8, frame.wide - 14
    pen.fitted(left, frame.top + 6 + size / 2, title, size, room, True)
    pen.fitted(left, frame.top + 6 + size * 1.75, where, size * 0.62, room, False, TEXT)


def _draw_lines(pen: Pen, frame: Frame, lines: list[str], hint: str) -> None:
    size = min(5.0, frame.high / 13)
    left, room = frame.left + 8, frame.wide - 14
    y = frame.top + 6 + min(7.0, frame.high / 9) * 2.7
    half = len(lines) // 2
    for index, line in enumerate(lines):
        column, place = divmod(index, half)
        pen.text(left + column * room / 2, y + (place + 0.5) * size * 1.5, line, size, True)
    below = y + half * size * 1.5 + size * 0.4
    block = fit(hint, room, max(size * 2, frame.top + frame.high - below - 2), size * 0.8, leading=1.35)
    draw_block(pen, left, below, block, leading=1.35)
