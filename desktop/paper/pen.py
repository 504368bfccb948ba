"""Draws on a PDF page in millimetres from the top left corner, text centred on its height as in the designs.

Type sizes are in millimetres of the em. What prints in black and white is pure black on white wherever it is
text: a grey is a screen of dots on a laser printer, and thin strokes fall through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop.paper import fonts

# Half the height of a Chinese character above the baseline, in em: text is placed by its optical middle.
CENTRE = 0.372

INK = "#111111"
TEXT = "#333333"
QUIET = "#4A4A4A"
RULE = "#9A9A9A"
EDGE = "#B9C1CC"
WHITE = "#FFFFFF"
BLACK = "#000000"

# Cells of a table that are kept as operators, so that a register of any size stays within memory.
_KNOWN = 20_000


class Pen:
    """Draws on one canvas.

    height: of the page, or of the drawing whose corner the canvas was moved to, in millimetres.
    colour: False turns every text black and every colour into its grey.
    """

    def __init__(self, canvas: Canvas, height: float, colour: bool = True) -> None:
        self.canvas = canvas
        self.height = height
        self.colour = colour
        self._known: dict[tuple[str, float], str] = {}

    def text(
        self,
        x: float,
        middle: float,
        text: str,
        size: float,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
    ) -> float:
        """Draws one line whose optical middle is at `middle`, and returns its width.

        align: where x is, `left`, `centre` or `right`.
        """
        width = fonts.width(text, bold) * size
        if align != "left":
            x -= width if align == "right" else width / 2
        self._show(x * mm, (self.height - middle - CENTRE * size) * mm, text, size * mm, bold, colour)
        return width

    def column(
        self, x: float, first: float, step: float, cells: Sequence[str], size: float, right: bool
    ) -> None:
        """Short texts one under the other, `step` apart, their left or right ends at x; a table's quick way."""
        shown = [f"BT {_operator(INK if self.colour else BLACK)}"]
        at_x = at_y = 0.0
        for index, cell in enumerate(cells):
            if not cell:
                continue
            left = x - fonts.width(cell) * size if right else x
            to_x = left * mm
            to_y = (self.height - first - index * step - CENTRE * size) * mm
            shown.append(f"{to_x - at_x:.3f} {to_y - at_y:.3f} Td {self._coded(cell, size)}")
            at_x, at_y = to_x, to_y
        shown.append("ET")
        self.canvas.addLiteral("\n".join(shown))

    def fitted(
        self,
        x: float,
        middle: float,
        text: str,
        size: float,
        room: float,
        bold: bool = False,
        colour: str = INK,
        align: str = "left",
    ) -> float:
        """One line, made smaller where it would be wider than `room`; returns its width."""
        wide = fonts.width(text, bold)
        if wide * size > room:
            size = room / wide
        return self.text(x, middle, text, size, bold, colour, align)

    def vertical(self, x: float, top: float, text: str, size: float, step: float, colour: str = INK) -> None:
        """Bold characters one under the other, centred on x."""
        for index, character in enumerate(text):
            self.text(x, top + index * step, character, size, True, colour, "centre")

    def turned(self, x: float, bottom: float, text: str, size: float, room: float, colour: str = INK) -> None:
        """A bold line reading upwards from `bottom`, its optical middle at x, made smaller to fit `room`."""
        self.canvas.saveState()
        self.canvas.translate(x * mm, (self.height - bottom) * mm)
        self.canvas.rotate(90)
        Pen(self.canvas, 0, self.colour).fitted(0, 0, text, size, room, True, colour)
        self.canvas.restoreState()

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float = 0,
        fill: str | None = None,
        line: str | None = None,
        line_width: float = 0.25,
    ) -> None:
        """A rectangle; its line lies inside."""
        inset = line_width / 2 if line else 0
        path = self.canvas.beginPath()
        left, bottom = (x + inset) * mm, (self.height - y - height + inset) * mm
        size = (width - 2 * inset) * mm, (height - 2 * inset) * mm
        if radius > inset:
            path.roundRect(left, bottom, *size, (radius - inset) * mm)
        else:
            path.rect(left, bottom, *size)
        self._paint(path, fill, line, line_width)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        fill: str | None = None,
        line: str | None = None,
        line_width: float = 0.25,
    ) -> None:
        """A closed figure; its line lies half outside."""
        path = self.canvas.beginPath()
        for index, (x, y) in enumerate(points):
            (path.lineTo if index else path.moveTo)(x * mm, (self.height - y) * mm)
        path.close()
        self._paint(path, fill, line, line_width)

    def ellipse(self, x: float, y: float, radius_x: float, radius_y: float, fill: str) -> None:
        """An ellipse about (x, y)."""
        path = self.canvas.beginPath()
        path.ellipse(
            (x - radius_x) * mm, (self.height - y - radius_y) * mm, 2 * radius_x * mm, 2 * radius_y * mm
        )
        self._paint(path, fill, None, 0)

    def rule(self, x: float, y: float, width: float, thickness: float = 0.3, colour: str = RULE) -> None:
        """A horizontal line, its top at y."""
        self.canvas.addLiteral(
            f"{self._fill(colour)} {x * mm:.3f} {(self.height - y - thickness) * mm:.3f}"
            f" {width * mm:.3f} {thickness * mm:.3f} re f"
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: str = RULE) -> None:
        """A stroke from point to point."""
        self.canvas.setLineWidth(width * mm)
        self.canvas.addLiteral(self._stroke(colour))
        self.canvas.line(x1 * mm, (self.height - y1) * mm, x2 * mm, (self.height - y2) * mm)

    def image(self, picture: ImageReader, x: float, y: float, width: float, height: float) -> None:
        """A picture stretched to the rectangle."""
        self.canvas.drawImage(picture, x * mm, (self.height - y - height) * mm, width * mm, height * mm)

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Keeps what follows inside the rectangle, until the canvas' state is restored."""
        path = self.canvas.beginPath()
        path.rect(x * mm, (self.height - y - height) * mm, width * mm, height * mm)
        self.canvas.clipPath(path, stroke=0, fill=0)

    def shade(self, colour: str) -> str:
        """The colour as it prints: itself, or its grey."""
        return colour if self.colour else grey(colour)

    def _paint(self, path: Any, fill: str | None, line: str | None, line_width: float) -> None:
        if fill:
            self.canvas.addLiteral(self._fill(fill))
        if line:
            self.canvas.addLiteral(self._stroke(line))
            self.canvas.setLineWidth(line_width * mm)
        self.canvas.drawPath(path, stroke=int(bool(line)), fill=int(bool(fill)))

    def _fill(self, colour: str) -> str:
        return _operator(self.shade(colour))

    def _stroke(self, colour: str) -> str:
        return self._fill(colour).upper()

    def _show(self, x: float, y: float, text: str, size: float, bold: bool, colour: str) -> None:
        """Text by its left end and baseline, in points."""
        if not self.colour and colour != WHITE:
            colour = BLACK
        shown = [f"BT {_operator(colour)} {x:.3f} {y:.3f} Td"]
        for run in fonts.runs(text, bold):
            if run.font is None:
                shown.append("ET")
                for _ in run.text:
                    shown.append(_empty_box(x, y, size, colour))
                    x += size
                shown.append(f"BT {x:.3f} {y:.3f} Td")
                continue
            for font, coded in self._pieces(run):
                shown.append(f"{font} {size:.3f} Tf <{coded}> Tj")
            x += fonts.width(run.text, bold) * size
        shown.append("ET")
        self.canvas.addLiteral(" ".join(shown))

    def _coded(self, text: str, size: float) -> str:
        """Operators that show a text without boxes; kept for the many cells that say the same."""
        key = (text, size)
        coded = self._known.get(key)
        if coded is None:
            if len(self._known) > _KNOWN:
                self._known.clear()
            coded = self._known[key] = " ".join(
                f"{font} {size * mm:.3f} Tf <{hexed}> Tj"
                for run in fonts.runs(text)
                for font, hexed in self._pieces(fonts.Run(run.font or fonts.REGULAR, run.text))
            )
        return coded

    def _pieces(self, run: fonts.Run) -> tuple[tuple[str, str], ...]:
        """The run as the document's font subsets and the bytes in each, in hex."""
        assert run.font
        document = self.canvas._doc
        font = pdfmetrics.getFont(run.font)
        return tuple(
            (font.getSubsetInternalName(subset, document), coded.hex())
            for subset, coded in font.splitString(run.text, document)
        )


def new_canvas(out: Any, title: str, page: tuple[float, float]) -> Canvas:
    """A canvas for `page` (width and height in millimetres) that writes to the file object `out` on `save()`.

    The same drawing gives the same bytes: no clock, no random identity. The title is all that the file says
    about itself.
    """
    fonts.register()
    canvas = Canvas(
        out,
        pagesize=(page[0] * mm, page[1] * mm),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.REGULAR,
    )
    canvas.setTitle(title)
    canvas.setAuthor("Gatebook")
    canvas.setCreator("Gatebook")
    canvas.setSubject("")
    return canvas


@lru_cache(maxsize=256)
def grey(colour: str) -> str:
    """The grey as light as the colour."""
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    level = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"


def blend(front: str, back: str, share: float) -> str:
    """The colour of `front` laid over `back` at `share` of full strength; printers get no transparency."""
    mixed = (
        round(int(front[i : i + 2], 16) * share + int(back[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5)
    )
    return "#" + "".join(f"{value:02X}" for value in mixed)


@lru_cache(maxsize=256)
def _operator(colour: str) -> str:
    """PDF's fill colour operator; greys in the printer's black alone, never mixed from three inks."""
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    if red == green == blue:
        return f"{red:.4g} g"
    return f"{red:.4f} {green:.4f} {blue:.4f} rg"


def _empty_box(x: float, y: float, size: float, colour: str) -> str:
    side = size * 0.84
    place = f"{x + size * 0.08:.3f} {y - size * 0.08:.3f} {side:.3f} {side:.3f} re S"
    return f"{_operator(colour).upper()} {size * 0.03:.3f} w {place}"
