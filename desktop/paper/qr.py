"""Drawing QR symbols on paper: merged rectangles in one path, pure black, quiet zone kept by the caller's layout.

One path matters twice: neighbouring rectangles leave no hair of white between them when a viewer smooths edges,
and the file is a third of the size of one rectangle a module.
"""

from __future__ import annotations

import re

from reportlab.pdfgen.canvas import Canvas

from desktop.paper.symbol import Symbol

QUIET_ZONE = 4
"""Modules of white that must stay free on each side (ISO/IEC 18004)."""

_BLACK_RUN = re.compile("1+")


def module_mm(symbol: Symbol, side_mm: float) -> float:
    """The width of one module, in millimetres, of a symbol printed `side_mm` wide without its quiet zone."""
    return side_mm / symbol.size


def quiet_mm(symbol: Symbol, side_mm: float) -> float:
    """The white needed on each side, in millimetres."""
    return QUIET_ZONE * module_mm(symbol, side_mm)


def path(symbol: Symbol) -> str:
    """PDF path operators of the black runs, in modules from the lower left corner."""
    size = symbol.size
    pieces: list[str] = []
    for y, row in zip(range(size - 1, -1, -1), symbol.rows, strict=True):
        for run in _BLACK_RUN.finditer(f"{row:0{size}b}"):
            start, end = run.span()
            pieces.append(f"{start} {y} {end - start} 1 re")
    return "\n".join(pieces)


def draw(canvas: Canvas, symbol: Symbol, x: float, y: float, side: float) -> None:
    """Draws the symbol with its lower left corner at (x, y); all in points."""
    scale = side / symbol.size
    canvas.addLiteral(f"q 0 g {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm\n{path(symbol)}\nf Q")
