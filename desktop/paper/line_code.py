"""A home token as Code 128, for scanners that read one line only, as shops have them.

Thirty digits in pairs take 200 modules. At three dots of a thermal printer's 203 dpi each they are 75 mm wide,
which is within the window of the simplest scanners too.
"""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm

from desktop.paper.pen import Pen

MODULES = 200
MODULE_MM = 0.375
WIDTH_MM = MODULES * MODULE_MM


def draw(pen: Pen, digits: str, x: float, y: float, height: float) -> None:
    """Draws the code with its upper left corner at (x, y), in millimetres, without its quiet zones. Raises
    `ValueError` for what is not thirty digits."""
    pieces = []
    for left, width in bars(digits):
        pieces.append(f"{left} 0 {width} 1 re")
    bottom = (pen.height - y - height) * mm
    scale = f"{MODULE_MM * mm:.6f} 0 0 {height * mm:.4f} {x * mm:.4f} {bottom:.4f} cm"
    pen.canvas.addLiteral(f"q 0 g {scale}\n" + "\n".join(pieces) + "\nf Q")


@lru_cache(maxsize=16)
def bars(digits: str) -> tuple[tuple[int, int], ...]:
    """Where each bar begins and how wide it is, in modules."""
    if not (digits.isascii() and digits.isdigit() and len(digits) == 30):
        raise ValueError("a home token is thirty digits")
    code = Code128(digits, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    found, at = [], 0
    for step in code.decomposed:
        # Small letters are spaces, capital ones bars; a is one module wide.
        width = ord(step.lower()) - ord("a") + 1
        if step.isupper():
            found.append((at, width))
        at += width
    if at != MODULES:
        raise ValueError("thirty digits take 200 modules")
    return tuple(found)
