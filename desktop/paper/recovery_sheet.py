"""The sheet with the recovery key: printed once, put into an envelope, sealed, given to someone to keep."""

from __future__ import annotations

from datetime import date
from typing import IO

from reportlab.lib.units import mm

from desktop.paper import qr
from desktop.paper.fitting import draw_block, fit
from desktop.paper.pen import INK, QUIET, TEXT, Pen, new_canvas
from desktop.paper.symbol import text_symbol
from desktop.paper.words import words

WIDTH, HEIGHT = 210.0, 297.0

GROUP = 4
"""Characters of the key in a group, as read out loud."""

_LEFT, _RIGHT = 20.0, 190.0
_GROUPS_IN_LINE = 5
_CODE_SIDE = 42.0


def grouped(key: str) -> list[str]:
    """The key in lines of groups of four characters; what all keys begin with has a line of its own."""
    head, one, rest = key.rpartition("1")
    groups = [rest[start : start + GROUP] for start in range(0, len(rest), GROUP)]
    lines = [
        " ".join(groups[start : start + _GROUPS_IN_LINE]) for start in range(0, len(groups), _GROUPS_IN_LINE)
    ]
    return [head + one, *lines] if one else lines


def recovery_sheet_pdf(key: str, gate: int, gate_name: str, day: date, out: IO[bytes], language: str) -> None:
    """Writes the sheet to `out`. `key` is the age secret key (`AGE-SECRET-KEY-1…`); the sheet has no other
    secret and nothing of a person."""
    own = words(language)
    canvas = new_canvas(out, own.translate("Paper", "Recovery key"), (WIDTH, HEIGHT))
    pen = Pen(canvas, HEIGHT)
    pen.text(_LEFT, 28, own.translate("Paper", "Recovery key"), 11, True)
    place = f"{gate:04d} · {gate_name} · {day.isoformat()}"
    pen.fitted(_LEFT, 40, place, 5, _RIGHT - _LEFT, False, TEXT)
    pen.rule(_LEFT, 46, _RIGHT - _LEFT, 0.6, INK)
    lines = grouped(key)
    pen.box(_LEFT, 54, _RIGHT - _LEFT, 8 + 12 * len(lines), 2, line=INK, line_width=0.5)
    for index, line in enumerate(lines):
        _draw_groups(pen, line, 64 + index * 12)
    y = 54.0 + 8 + 12 * len(lines) + 14
    symbol = text_symbol(key)
    quiet = qr.quiet_mm(symbol, _CODE_SIDE)
    qr.draw(
        canvas, symbol, (_RIGHT - _CODE_SIDE - quiet) * mm, (HEIGHT - y - _CODE_SIDE) * mm, _CODE_SIDE * mm
    )
    room = _RIGHT - _LEFT - _CODE_SIDE - 3 * quiet
    for title, text in (
        (
            own.translate("Paper", "What it opens"),
            own.translate(
                "Paper", "The register, when every passphrase is lost, and the bundles that this gate made."
            ),
        ),
        (
            own.translate("Paper", "Where to keep it"),
            own.translate(
                "Paper",
                "In an envelope, glued and signed across the flap, in a safe away from the laptop. Not in the hut.",
            ),
        ),
        (
            own.translate("Paper", "Who may have it"),
            own.translate(
                "Paper", "Whoever has this sheet can read everything. Do not photograph it, do not send it."
            ),
        ),
        (
            own.translate("Paper", "How to use it"),
            own.translate(
                "Paper",
                "On the page that asks for the passphrase, choose Recovery key, and scan the code or type the key.",
            ),
        ),
    ):
        pen.text(_LEFT, y + 3, title, 5, True)
        y = draw_block(pen, _LEFT, y + 8, fit(text, room, 24, 4.4, leading=1.5), leading=1.5) + 9
    width = (_RIGHT - _LEFT) / 2 - 6
    for index, label in enumerate((own.translate("Paper", "Sealed by"), own.translate("Paper", "Kept by"))):
        x = _LEFT + index * (width + 12)
        used = pen.text(x, 272, label, 4, False, QUIET)
        pen.rule(x + used + 2, 274, width - used - 2, 0.2, INK)
    canvas.showPage()
    canvas.save()


def _draw_groups(pen: Pen, line: str, middle: float) -> None:
    """Characters on a grid, as the font has no fixed width and keys are compared by eye."""
    x = _LEFT + 8
    for group in line.split(" "):
        for character in group:
            pen.text(x + 2.6, middle, character, 7, True, INK, "centre")
            x += 6.2
        x += 6.4
