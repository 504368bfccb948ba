"""The card of 85.6 x 54 mm, for card printers and, ten on a sheet, for scissors."""

from __future__ import annotations

from desktop.paper import fonts, marks, qr
from desktop.paper.card_face import CardFace, Common
from desktop.paper.fitting import draw_block, fit, fit_name
from desktop.paper.layouts import parts
from desktop.paper.pen import BLACK, EDGE, QUIET, RULE, TEXT, Pen
from desktop.paper.words import book_sign, card_title, pass_number, scope_word, words

WIDTH, HEIGHT = 85.6, 54.0

_BAND = 13.0
_LEFT = 15.0
_RIGHT = 82.4
_OUTLINE = 0.35
_PHOTO = (_LEFT, 8.4, 15.0, 20.0)
_NAME_LEFT = 31.6
_CODE_TOP = 5.2
_SMALL = 2.8


def draw_common(pen: Pen, common: Common) -> None:
    """Band, labels, home: all that cards of one batch share."""
    own = words(common.language)
    marks.draw_band(pen, common.book, 0, 0, _BAND, HEIGHT)
    marks.draw_mark(pen, common.book, book_sign(own, common.book), 2, 3, 9)
    marks.draw_plate(pen, common.book, 2.6, 15.4, 7.8, 36, 1)
    title = card_title(own, common.book)
    shade = marks.ink(common.book, pen.colour)
    if own.chinese:
        pen.vertical(_BAND / 2, 19.2, title, 5.6, 6.9, shade)
    else:
        pen.turned(_BAND / 2, 50.4, title, 5.2, 34, shade)
    if not pen.colour:
        pen.box(0, 0, WIDTH, HEIGHT, line=BLACK, line_width=_OUTLINE)
    pen.fitted(_LEFT, 5.2, common.compound, 3.2, 33.6, True, TEXT)
    if not common.blank:
        parts.draw_photo_place(pen, *_PHOTO)
    pen.rule(_LEFT, 43.2, _RIGHT - _LEFT, 0.3, RULE)
    pen.text(_LEFT, 46.6, own.translate("Paper", "Valid until"), _SMALL, False, QUIET)
    pen.text(_RIGHT, 46.6, own.translate("Paper", "Worthless after that"), _SMALL, False, TEXT, "right")
    phone = (
        pen.fitted(_RIGHT, 51, common.gate_phone, _SMALL, 26, False, TEXT, "right")
        if common.gate_phone
        else -2
    )
    found = own.translate("Paper", "Found it? Bring it to {gate}").format(gate=common.gate_name)
    pen.fitted(_LEFT, 51, found, _SMALL, _RIGHT - _LEFT - phone - 2, False, TEXT)


def draw_own(pen: Pen, face: CardFace) -> None:
    """What is on this one card only."""
    own = words(face.language)
    symbol = parts.symbol_of(face)
    quiet = qr.quiet_mm(symbol, parts.CODE_SIDE)
    code_left = WIDTH - parts.CODE_SIDE - max(quiet + _OUTLINE, WIDTH - _RIGHT)
    parts.draw_code(pen, symbol, code_left, _CODE_TOP)
    room = code_left - quiet - _NAME_LEFT
    if face.photo:
        parts.draw_photo(pen, face.photo, *_PHOTO)
    if face.name is None:
        # No photo: whoever has no printer has no photo either, and a glove wants room to write.
        wide = code_left - quiet - _LEFT
        parts.draw_write_line(pen, own.translate("Paper", "Name"), _LEFT, 16.4, wide, _SMALL)
        parts.draw_write_line(pen, own.translate("Paper", "Unit"), _LEFT, 26.4, wide, _SMALL)
    else:
        name = fit_name(face.name, room, 8.4, 6.2, 2.4)
        top = 8.6 + max(0.0, (6.4 - name.size) / 2 if len(name.lines) == 1 else 0.0)
        draw_block(pen, _NAME_LEFT, top, name, True)
        about = "\n".join(filter(None, (face.unit, face.post)))
        draw_block(pen, _NAME_LEFT, 17.2, fit(about, room, 12.2, 3.2, 2.0, leading=1.25), leading=1.25)
    if face.practice:
        parts.draw_practice(pen, own, _PHOTO[0], _PHOTO[1] + _PHOTO[3] - 5, _PHOTO[2], 5)
    _draw_terms(pen, face, room + _NAME_LEFT - _LEFT)
    pen.fitted(_LEFT, 38.5, pass_number(own, face.pass_id), 7.5, 58, True)
    if face.issue > 1:
        again = own.translate("Paper", "Card {issue}").format(issue=face.issue)
        pen.fitted(_RIGHT, 36.9, again, _SMALL, 8.2, True, TEXT, "right")
    label = fonts.width(own.translate("Paper", "Valid until")) * _SMALL
    parts.draw_day(pen, own, face.valid_until, _LEFT + label + 0.8, 46.5, 4.2, True, 4.2)


def draw_edge(pen: Pen) -> None:
    """The line along which a card is cut out, where no outline shows it."""
    if pen.colour:
        pen.box(0, 0, WIDTH, HEIGHT, line=EDGE, line_width=0.1)


def _draw_terms(pen: Pen, face: CardFace, room: float) -> None:
    """Which gates it opens, and that it is for one person; beside a home token's wide quiet zone."""
    own = words(face.language)
    label, scope = own.translate("Paper", "Opens"), scope_word(own, face.scope)
    terms = own.translate("Paper", "Not to be lent")
    between, before_terms = 0.3, 0.5
    wide = fonts.width(label) + between + fonts.width(scope, True) + before_terms + fonts.width(terms)
    size = min(_SMALL, room / wide)
    used = pen.text(_LEFT, 31.8, label, size, False, QUIET)
    pen.text(_LEFT + used + between * size, 31.8, scope, size, True)
    pen.text(_LEFT + room, 31.8, terms, size, False, TEXT, "right")
