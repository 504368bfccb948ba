"""The card of 105 x 148 mm, for a lanyard, readable from the window of a car.

With a code of one line, the band at the top is lower and all under it moves up: the line lies above the foot, as
wide as scanners that read no other code can take.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.paper import line_code, marks
from desktop.paper.card_face import CardFace, Common
from desktop.paper.fitting import block_height, draw_block, fit, fit_name
from desktop.paper.layouts import parts
from desktop.paper.pen import BLACK, INK, QUIET, RULE, TEXT, Pen
from desktop.paper.words import book_sign, card_title, pass_number, scope_word, words

WIDTH, HEIGHT = 105.0, 148.0

_LEFT, _RIGHT = 7.0, 98.0
_PHOTO = (_LEFT, 52.0, 28.0, 37.0)
_NAME_LEFT = 40.0
_ROOM = _RIGHT - _NAME_LEFT
_CODE = (69.5, 98.8)
_LINE_TOP, _LINE_HEIGHT = 123.9, 9


class _Form(NamedTuple):
    """What moves to make room for the line. `lift`: how far all between the band and the code moves up; `words`: the
    middles of the two lines beside the code, and their size; all in millimetres."""

    band: float = 31
    mark: float = 5.5
    plate: tuple[float, float] = (3.6, 23.8)
    title: float = 12.2
    campaign: float = 22.4
    lift: float = 0
    words: tuple[float, float, float] = (123.2, 128.8, 4)


_USUAL = _Form()
_WITH_LINE = _Form(25, 2.5, (2.4, 20.2), 9.4, 18.4, 6.4, (116, 120.5, 3.6))


def _form(with_line: bool) -> _Form:
    return _WITH_LINE if with_line else _USUAL


def _lifted(pen: Pen, form: _Form) -> Pen:
    return Pen(pen.canvas, pen.height + form.lift, pen.colour) if form.lift else pen


def draw_common(pen: Pen, common: Common) -> None:
    """Band, labels, home: all that cards of one batch share."""
    own = words(common.language)
    form = _form(common.line_code)
    shade = marks.ink(common.book, pen.colour)
    marks.draw_band(pen, common.book, 0, 0, WIDTH, form.band)
    marks.draw_mark(pen, common.book, book_sign(own, common.book), 7, form.mark, 20)
    marks.draw_plate(pen, common.book, 31, form.plate[0], 68, form.plate[1], 1.5)
    pen.fitted(33, form.title, card_title(own, common.book), 11.5, 64, True, shade)
    campaign = own.translate("Paper", "Epidemic control")
    pen.fitted(
        33.2, form.campaign, "　".join(filter(None, (common.compound, campaign))), 4.6, 64, False, shade
    )
    _draw_middle(_lifted(pen, form), common)
    first, second, size = form.words
    pen.fitted(_LEFT, first, own.translate("Paper", "One person only, not to be lent"), size, 56, False, TEXT)
    pen.fitted(_LEFT, second, own.translate("Paper", "Worthless after that"), size, 56, False, TEXT)
    if not common.line_code:
        scan = own.translate("Paper", "Scan here")
        pen.text(_CODE[0] + parts.CODE_SIDE / 2, 130.6, scan, 3.6, True, TEXT, "centre")
    marks.draw_band(pen, common.book, 0, 134, WIDTH, 14)
    marks.draw_plate(pen, common.book, 5, 136, 95, 10, 1)
    phone = (
        pen.fitted(_RIGHT, 141, common.gate_phone, 4, 36, False, shade, "right") if common.gate_phone else -3
    )
    found = own.translate("Paper", "Found it? Bring it to {gate}").format(gate=common.gate_name)
    pen.fitted(_LEFT, 141, found, 4.2, _RIGHT - _LEFT - phone - 3, True, shade)
    if not pen.colour:
        pen.box(0, 0, WIDTH, HEIGHT, line=BLACK, line_width=0.4)


def _draw_middle(pen: Pen, common: Common) -> None:
    """Between the band and the code."""
    own = words(common.language)
    pen.rule(_LEFT, 47.2, _RIGHT - _LEFT, 0.5, INK)
    if common.blank:
        parts.draw_photo_frame(pen, own, *_PHOTO)
    else:
        parts.draw_photo_place(pen, *_PHOTO)
    _row(pen, 82.6, own.translate("Paper", "Opens"), scope_word(own, common.scope), 4.8, True)
    _row(
        pen,
        88,
        own.translate("Paper", "Use"),
        own.translate("Paper", "Scan it going in and going out"),
        4.5,
        False,
    )
    pen.rule(_LEFT, 93.4, _RIGHT - _LEFT, 0.3, RULE)
    pen.text(_LEFT, 99.6, own.translate("Paper", "Validity"), 4, False, QUIET)
    pen.text(_LEFT, 115.6, own.translate("Paper", "to"), 4.4, False, QUIET)


def draw_own(pen: Pen, face: CardFace) -> None:
    """What is on this one card only."""
    own = words(face.language)
    if face.has_line_code:
        left = (WIDTH - line_code.WIDTH_MM) / 2
        line_code.draw(pen, face.token, left, _LINE_TOP, _LINE_HEIGHT)
    pen = _lifted(pen, _form(face.has_line_code))
    pen.fitted(_LEFT, 39.6, pass_number(own, face.pass_id), 11.6, _RIGHT - _LEFT, True)
    if face.photo:
        parts.draw_photo(pen, face.photo, *_PHOTO)
    if face.practice:
        parts.draw_practice(pen, own, _PHOTO[0], _PHOTO[1] + _PHOTO[3] - 8, _PHOTO[2], 8)
    if face.name is None:
        parts.draw_write_line(pen, own.translate("Paper", "Name"), _NAME_LEFT, 63, _ROOM, 4)
        parts.draw_write_line(pen, own.translate("Paper", "Unit"), _NAME_LEFT, 74, _ROOM, 4)
    else:
        name = fit_name(face.name, _ROOM, 15.4, 14, 4.4)
        # A single line keeps its middle where the design has it, whatever its size.
        top = 59.5 - name.size / 2 if len(name.lines) == 1 else 51.7 + (15.4 - block_height(name)) / 2
        draw_block(pen, _NAME_LEFT, top, name, True)
        draw_block(pen, _NAME_LEFT, 67.8, fit(face.unit, _ROOM, 6.6 if face.post else 11, 6, 2.6, True), True)
        if face.post:
            pen.fitted(_NAME_LEFT, 77, face.post, 4.4, _ROOM)
    parts.draw_code(pen, parts.symbol_of(face), *_CODE)
    if face.issue > 1:
        again = own.translate("Paper", "Card {issue}").format(issue=face.issue)
        pen.fitted(58, 99.6, again, 4, 22, True, TEXT, "right")
    parts.draw_day(pen, own, face.valid_from, _LEFT if face.valid_from else 13, 107.2, 6.4, False, 5.4)
    parts.draw_day(pen, own, face.valid_until, 13, 115.4, 7.6, True, 5.4)


def _row(pen: Pen, middle: float, label: str, value: str, size: float, bold: bool) -> None:
    used = pen.text(_NAME_LEFT, middle, label, 4, False, QUIET)
    indent = max(10.0, used + 2)
    pen.fitted(_NAME_LEFT + indent, middle, value, size, _ROOM - indent, bold)
