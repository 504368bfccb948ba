"""The sheet on which a scanner is tried: the three codes that our paper bears, and what to do with them.

Its numbers are no card's: everywhere but on the page that looks at scanners they are unreadable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from reportlab.lib.units import mm

from desktop.paper import line_code, qr
from desktop.paper.fitting import draw_block, fit
from desktop.paper.pen import BLACK, INK, QUIET, TEXT, WHITE, Pen, new_canvas
from desktop.paper.symbol import DISTRICT_VERSION, HOME_VERSION, numeric_symbol
from desktop.paper.words import Words, words

A4_SIZE = (210.0, 297.0)
A6_SIZE = (105.0, 148.0)
_CODE_SIDE = 25.0
_LINE_HEIGHT = 12.0


@dataclass(frozen=True)
class CardCodes:
    """The digits of the three codes: in the forms of a home token, a district token, and a home token as a line."""

    home: str
    district: str
    line: str


@dataclass(frozen=True)
class _Place:
    """Where a column of text and codes begins and ends, and the size of its type; in millimetres."""

    left: float
    right: float
    top: float
    size: float


def scanner_card_pdf(codes: CardCodes, a4: bool, out: IO[bytes], language: str) -> None:
    """Writes the sheet to `out`: A4 with room for words, or A6 to hang beside the laptop."""
    own = words(language)
    size = A4_SIZE if a4 else A6_SIZE
    canvas = new_canvas(out, own.translate("Paper", "Scanner test card"), size)
    pen = Pen(canvas, size[1])
    place = _Place(20, 190, 22, 5) if a4 else _Place(7, 98, 9, 3.6)
    y = _draw_head(pen, own, place)
    if a4:
        _draw_codes_a4(pen, own, codes, place, y + 10)
    else:
        _draw_codes_a6(pen, own, codes, place, y + 5)
    canvas.showPage()
    canvas.save()


def _draw_head(pen: Pen, own: Words, place: _Place) -> float:
    """Title, that it is for practice, and what to do; gives where it ends."""
    room = place.right - place.left
    title = place.size * 1.9
    mark = room * 0.24
    pen.fitted(
        place.left,
        place.top + title / 2,
        own.translate("Paper", "Scanner test card"),
        title,
        room - mark - 4,
        True,
    )
    pen.box(place.right - mark, place.top, mark, title, 1, fill=BLACK)
    practice = own.translate("Paper", "PRACTICE")
    middle = place.right - mark / 2
    pen.fitted(middle, place.top + title / 2, practice, title * 0.62, mark - 2, True, WHITE, "centre")
    y = place.top + title + place.size * 0.7
    pen.rule(place.left, y, room, 0.5, INK)
    steps = own.translate(
        "Paper",
        "Open Settings, Scanner. Scan the three codes, one after the other. "
        "The page says how fast the scanner is and what to set.",
    )
    block = fit(steps, room, place.size * 7, place.size, leading=1.4)
    return draw_block(pen, place.left, y + place.size * 1.0, block, leading=1.4)


def _labels(own: Words) -> tuple[str, str, str]:
    return (
        own.translate("Paper", "1 Card of this gate, 30 digits"),
        own.translate("Paper", "2 Card of the district, 251 digits"),
        own.translate("Paper", "3 Bar code, 30 digits"),
    )


def _draw_codes_a4(pen: Pen, own: Words, codes: CardCodes, place: _Place, y: float) -> None:
    first, second, third = _labels(own)
    for index, (label, digits, version) in enumerate(
        ((first, codes.home, HOME_VERSION), (second, codes.district, DISTRICT_VERSION))
    ):
        x = place.left + index * 90
        pen.text(x, y + 3, label, place.size, True)
        _draw_square(pen, digits, version, x + 5, y + 12)
    y += 56
    pen.text(place.left, y + 3, third, place.size, True)
    line_code.draw(pen, codes.line, place.left + 5, y + 10, _LINE_HEIGHT)
    y += 40
    pen.rule(place.left, y, place.right - place.left, 0.3, INK)
    text = own.translate(
        "Paper",
        "If a code is not read: print at 100 %, hold it flat, a hand's breadth away. A scanner that reads only the "
        "bar code needs cards with one: choose it when cards are printed on A6. If nothing is read at all, reset the "
        "scanner with the code at the front of its booklet, then set USB keyboard (HID) or USB virtual COM.",
    )
    block = fit(text, place.right - place.left, 40, 4.6, leading=1.5)
    y = draw_block(pen, place.left, y + 6, block, leading=1.5) + 9
    _draw_settings(pen, own, place, y)
    _draw_own_words(pen, own, place, 280)


def _draw_settings(pen: Pen, own: Words, place: _Place, y: float) -> None:
    """What to look for in the scanner's booklet, by the names that booklets use, and how it should be set."""
    rows = (
        (
            own.translate("Paper", "In the booklet"),
            own.translate("Paper", "Set it to"),
        ),
        (
            own.translate("Paper", "Terminator, suffix, end character"),
            own.translate("Paper", "CR (Enter), once"),
        ),
        (
            own.translate("Paper", "Inter-character delay, keystroke delay"),
            own.translate("Paper", "0 ms, fastest"),
        ),
        (
            own.translate("Paper", "Keyboard layout, country"),
            own.translate("Paper", "USA (English)"),
        ),
        (
            own.translate("Paper", "Keypad emulation, Alt mode"),
            own.translate("Paper", "off"),
        ),
        (
            own.translate("Paper", "Code ID, AIM ID, prefix"),
            own.translate("Paper", "off"),
        ),
        (
            own.translate("Paper", "Interface"),
            own.translate("Paper", "USB virtual COM, the fastest; else USB keyboard (HID)"),
        ),
    )
    middle, step = place.left + 88, 8.2
    for index, (setting, value) in enumerate(rows):
        at = y + step * index
        size = 4.2 if index == 0 else 4.8
        pen.fitted(place.left, at, setting, size, 84, False, QUIET if index == 0 else INK)
        pen.fitted(middle, at, value, size, place.right - middle, index > 0, QUIET if index == 0 else INK)
        pen.rule(place.left, at + step / 2, place.right - place.left, 0.2, TEXT)


def _draw_codes_a6(pen: Pen, own: Words, codes: CardCodes, place: _Place, y: float) -> None:
    first, second, third = _labels(own)
    for index, (label, digits, version) in enumerate(
        ((first, codes.home, HOME_VERSION), (second, codes.district, DISTRICT_VERSION))
    ):
        x = place.left + index * 47
        block = fit(label, 42, 9, place.size, bold=True)
        draw_block(pen, x, y, block, True)
        _draw_square(pen, digits, version, x + 5, y + 14)
    y += 52
    pen.text(place.left, y, third, place.size, True)
    line_code.draw(pen, codes.line, (A6_SIZE[0] - line_code.WIDTH_MM) / 2, y + 5, _LINE_HEIGHT)
    _draw_own_words(pen, own, place, 140)


def _draw_square(pen: Pen, digits: str, version: int, x: float, y: float) -> None:
    symbol = numeric_symbol(digits, version)
    qr.draw(pen.canvas, symbol, x * mm, (pen.height - y - _CODE_SIDE) * mm, _CODE_SIDE * mm)


def _draw_own_words(pen: Pen, own: Words, place: _Place, y: float) -> None:
    text = own.translate("Paper", "These numbers belong to no card. No gate lets anyone in with this sheet.")
    pen.fitted(place.left, y, text, place.size * 0.85, place.right - place.left, False, QUIET)
    pen.rule(place.left, y - place.size, place.right - place.left, 0.2, TEXT)
