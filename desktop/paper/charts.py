"""Charts of a day on paper; every bar can be told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.paper.pen import INK, QUIET, TEXT, Pen
from desktop.paper.words import Words

ACCENT = "#0D52B5"
GRID = "#D6DCE4"
BAR = "#5C6777"
FEVER = "#FFB81C"
FEVER_LINE = "#B07900"
FEVER_GROUND = "#FFF1CF"

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
_SMALL = 2.8


def draw_quarters(
    pen: Pen, own: Words, quarters: Sequence[tuple[int, int]], x: float, y: float, width: float, height: float
) -> None:
    """Crossings by quarter of an hour over 24 hours: in upwards and solid, out downwards and hollow."""
    left, foot = 9.0, 5.0
    step = _step(max((max(pair) for pair in quarters), default=0))
    top = step * max(1, -(-max((max(pair) for pair in quarters), default=0) // step))
    plot_x, plot_width = x + left, width - left
    half = (height - foot) / 2
    middle = y + half
    for value in range(0, top + 1, step):
        for sign in (1, -1) if value else (1,):
            at = middle - sign * value / top * half
            pen.rule(plot_x, at - 0.05, plot_width, 0.1, GRID)
            pen.text(plot_x - 1.5, at, str(value), _SMALL, False, QUIET, "right")
    slot = plot_width / len(quarters)
    bar = slot * 0.72
    for index, (ins, outs) in enumerate(quarters):
        at = plot_x + index * slot + (slot - bar) / 2
        if ins:
            pen.rule(at, middle - ins / top * half, bar, ins / top * half, ACCENT)
        if outs:
            pen.box(at, middle, bar, outs / top * half, line=TEXT, line_width=0.25)
    pen.rule(plot_x, middle - 0.1, plot_width, 0.2, INK)
    for hour in range(0, 25, 2):
        align = "left" if hour == 0 else "right" if hour == 24 else "centre"
        at = plot_x + hour / 24 * plot_width
        pen.text(at, y + height - 1.4, f"{hour:02d}:00", _SMALL, False, QUIET, align)


def draw_temperatures(
    pen: Pen, counts: Mapping[int, int], fever_from: int, x: float, y: float, width: float, height: float
) -> None:
    """How often each temperature was read; from the fever line on, on a ground of its own and with its number.

    counts: by tenths of a degree Celsius. fever_from: the fever line in tenths.
    """
    foot = 5.0
    base = y + height - foot
    lowest = min([*(tenths for tenths in counts), 355])
    highest = max([*(tenths for tenths in counts), 380])
    slot = width / (highest - lowest + 1)
    most = max(counts.values(), default=0)
    step = _step(most)
    top = step * max(1, -(-most // step))
    room = height - foot - 4
    line = x + (fever_from - lowest) * slot
    if line < x + width:
        pen.box(line, y, x + width - line, base - y, fill=FEVER_GROUND)
    for value in range(step, top + 1, step):
        at = base - value / top * room
        pen.rule(x, at, width, 0.1, GRID)
        pen.text(x, at - 1.6, str(value), _SMALL, False, QUIET)
    for tenths, count in sorted(counts.items()):
        at, tall = x + (tenths - lowest) * slot, max(0.5, count / top * room)
        if tenths >= fever_from:
            pen.box(
                at + slot * 0.1, base - tall, slot * 0.8, tall, fill=FEVER, line=FEVER_LINE, line_width=0.2
            )
            pen.text(at + slot / 2, base - tall - 2, str(count), _SMALL, True, INK, "centre")
        else:
            pen.rule(at + slot * 0.1, base - tall, slot * 0.8, tall, BAR)
    pen.rule(x, base, width, 0.2, INK)
    if line < x + width:
        pen.line(line, y, line, base, 0.3, FEVER_LINE)
        pen.text(line + 1, y + 2.2, f"{fever_from // 10}.{fever_from % 10}", 3, True)
    every = 5 if highest - lowest <= 45 else 10
    for tenths in range(-(-lowest // every) * every, highest + 1, every):
        at = x + (tenths - lowest + 0.5) * slot
        pen.text(at, base + 3.2, f"{tenths // 10}.{tenths % 10}", _SMALL, False, QUIET, "centre")


def draw_legend(pen: Pen, own: Words, x: float, middle: float, ins: int, outs: int) -> None:
    """What solid and hollow bars are, with their sums; ends at x."""
    for word, count, solid in (
        (own.translate("Paper", "Out"), outs, False),
        (own.translate("Paper", "In"), ins, True),
    ):
        x -= pen.text(x, middle, f"{word} {count}", 3.4, True, INK, "right") + 4.2
        if solid:
            pen.box(x, middle - 1.5, 3, 3, 0.4, fill=ACCENT)
        else:
            pen.box(x, middle - 1.5, 3, 3, 0.4, line=TEXT, line_width=0.3)
        x -= 5


def draw_heading(pen: Pen, x: float, middle: float, title: str, aside: str = "", right: float = 0) -> None:
    """A section's title, with a remark at its right end."""
    pen.text(x, middle, title, 4.4, True)
    if aside:
        pen.text(right, middle, aside, 3.2, False, QUIET, "right")


def _step(most: int) -> int:
    """The distance of grid lines for values up to `most`: a round number, at most four lines."""
    return next((step for step in _STEPS if most <= step * 4), -(-most // 4))
