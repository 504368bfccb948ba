"""The figures of the help, painted in the theme and language in force: no picture file is kept, and none grows old.

figure("verdicts", 2.0)     an image for a screen with two pixels a point
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter

from db.books.pass_id import Book
from desktop.kit.books import paint_book_band, paint_book_mark
from desktop.kit.icons import paint_icon, paint_severity
from desktop.kit.key_cap import paint_key_cap
from desktop.kit.paint import box, disc, fitted, rule, smooth, text
from desktop.kit.photo import paint_photo
from desktop.kit.theme import LIGHT, Theme, px, sized_font, themes

WIDTH = 720
"""In pixels at 100 %: fits the page of the help at 1093x558 and a printed A4."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Figures", words)


@contextmanager
def painted_light() -> Iterator[None]:
    """For paper: light, at 100 %, whatever the window looks like. Nobody is told, for no widget is to change."""
    holder, before = themes(), themes().current
    holder.current = Theme(LIGHT)
    try:
        yield
    finally:
        holder.current = before


def figure_of(url: QUrl, ratio: float = 1.0) -> QImage | None:
    """The figure that the help names by a link such as `figure:steps`; None where the link is another one."""
    name = url.path()
    return figure(name, ratio) if url.scheme() == "figure" and name in FIGURES else None


def figure(name: str, ratio: float = 1.0) -> QImage:
    """The figure, with `ratio` pixels a point; raises KeyError where there is none of that name."""
    height, paint = FIGURES[name]
    image = QImage(
        round(px(WIDTH) * ratio), round(px(height) * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = smooth(QPainter(image))
    paint(painter)
    painter.end()
    return image


def _tile(painter: QPainter, rect: QRectF, fill: str = "surface2") -> None:
    box(painter, rect, px(12), fill, "line2")


def _words(painter: QPainter, rect: QRectF, y: float, words: str, size: int, bold: bool, ink: str) -> None:
    face = fitted(sized_font(size, bold), words, rect.width() - px(16))
    text(painter, rect.center().x(), y, words, face, ink, "middle")


def _steps(painter: QPainter) -> None:
    """One person: scan, temperature, Enter, green."""
    gap, high = px(28), px(132)
    wide = (px(WIDTH) - 3 * gap - 2) / 4
    steps = [
        ("scan", _say("Scan the card")),
        ("thermo", _say("Type 365 for 36.5")),
        ("", _say("Press Enter")),
        ("allow", _say("Green: let in")),
    ]
    for index, (icon, words) in enumerate(steps):
        rect = QRectF(1 + index * (wide + gap), 1, wide, high)
        middle = QPointF(rect.center().x(), rect.y() + px(54))
        _tile(painter, rect, "allow" if icon == "allow" else "surface2")
        if icon == "allow":
            paint_severity(painter, "allow", middle, px(56), "allow_ink", "allow")
        elif icon:
            side = px(48)
            paint_icon(
                painter, icon, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), "accent_fg"
            )
        else:
            paint_key_cap(painter, QRectF(middle.x() - px(40), middle.y() - px(20), px(80), px(40)), "Enter")
        ink = "allow_ink" if icon == "allow" else "text"
        _words(painter, rect, rect.y() + px(106), words, 17, True, ink)
        if index:
            side = px(20)
            arrow = QRectF(rect.x() - gap / 2 - side / 2, rect.center().y() - side / 2, side, side)
            paint_icon(painter, "right", arrow, "text2", 2.6)


def _verdicts(painter: QPainter) -> None:
    """What is seen from two metres, told by shape as well as by colour."""
    gap = px(14)
    wide = (px(WIDTH) - 3 * gap - 2) / 4
    shown = [
        ("accent", "#FFFFFF", "thermo", _say("Card good"), _say("Take the temperature")),
        ("allow", "allow_ink", "allow", _say("Let in"), _say("Written: the next one")),
        ("attn", "attn_ink", "attn", _say("Look"), _say("It says what at")),
        ("deny", "deny_ink", "deny", _say("No entry"), _say("It says why")),
    ]
    for index, (fill, ink, shape, word, next_step) in enumerate(shown):
        rect = QRectF(1 + index * (wide + gap), 1, wide, px(158))
        _tile(painter, rect, fill)
        middle = QPointF(rect.center().x(), rect.y() + px(52))
        if shape == "thermo":
            disc(painter, middle, px(31), QColor("#FFFFFF"))
            side = px(40)
            paint_icon(
                painter, "thermo", QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), "accent"
            )
        else:
            paint_severity(painter, shape, middle, px(62), ink, fill)
        _words(painter, rect, rect.y() + px(110), word, 21, True, ink)
        _words(painter, rect, rect.y() + px(138), next_step, 14, False, ink)


def _number(painter: QPainter, x: float, y: float, number: int) -> None:
    disc(painter, QPointF(x, y), px(15), QColor("#FFFFFF"))
    disc(painter, QPointF(x, y), px(13), "accent")
    text(painter, x, y, str(number), sized_font(15, True), QColor("#FFFFFF"), "middle")


def _legend(painter: QPainter, x: float, y: float, lines: list[str]) -> None:
    for index, words in enumerate(lines, start=1):
        top = y + (index - 1) * px(46)
        _number(painter, x + px(14), top, index)
        face = fitted(sized_font(16), words, px(WIDTH) - x - px(40))
        text(painter, x + px(38), top, words, face)


def _page(painter: QPainter) -> None:
    """Where what is on the gate page."""
    whole = QRectF(1, 1, px(432), px(250))
    box(painter, whole, px(10), "bg", "line2")
    rail = QRectF(whole.x() + 1, whole.y() + 1, px(34), whole.height() - 2)
    box(painter, rail, px(9), "surface")
    for index, icon in enumerate(("gate", "pass", "list", "chart", "usb")):
        side = px(16)
        paint_icon(
            painter, icon, QRectF(rail.x() + px(9), rail.y() + px(12 + 34 * index), side, side), "text3"
        )
    left, wide = whole.x() + px(44), px(252)
    box(painter, QRectF(left, whole.y() + px(8), wide, px(24)), px(6), "surface", "field")
    head = QRectF(left, whole.y() + px(40), wide, px(58))
    box(painter, head, px(8), "accent")
    disc(painter, QPointF(head.x() + px(30), head.center().y()), px(18), QColor("#FFFFFF"))
    side = px(24)
    spot = QRectF(head.x() + px(30) - side / 2, head.center().y() - side / 2, side, side)
    paint_icon(painter, "thermo", spot, "accent")
    words = _say("Card good")
    text(painter, head.x() + px(58), head.center().y(), words, sized_font(22, True), QColor("#FFFFFF"))
    person = QRectF(left, head.bottom() + px(6), wide, px(58))
    box(painter, person, px(8), "surface", "line2")
    paint_book_band(
        painter, Book.MEDICAL, QRectF(person.x() + 1, person.y() + 1, px(24), person.height() - 2)
    )
    paint_photo(painter, QRectF(person.x() + px(34), person.y() + px(8), px(34), px(42)))
    rule(
        painter,
        person.x() + px(80),
        person.y() + px(22),
        person.x() + px(160),
        person.y() + px(22),
        "text",
        px(6),
    )
    rule(
        painter,
        person.x() + px(80),
        person.y() + px(38),
        person.x() + px(130),
        person.y() + px(38),
        "line2",
        px(5),
    )
    action = QRectF(left, person.bottom() + px(6), wide, px(48))
    box(painter, action, px(8), "surface", "line2")
    text(painter, action.x() + px(92), action.center().y(), "36.5", sized_font(26, True))
    button = QRectF(action.right() - px(84), action.y() + px(8), px(76), px(32))
    box(painter, button, px(6), "accent")
    text(
        painter,
        button.center().x(),
        button.center().y(),
        "Enter",
        sized_font(15, True),
        QColor("#FFFFFF"),
        "middle",
    )
    lines = QRectF(left + wide + px(8), whole.y() + px(8), whole.right() - left - wide - px(16), px(208))
    box(painter, lines, px(8), "surface", "line2")
    for index in range(6):
        y = lines.y() + px(40 + 28 * index)
        rule(painter, lines.x() + px(10), y, lines.right() - px(10), y, "line2", px(4))
    foot = QRectF(left - px(8), whole.bottom() - px(26), whole.right() - left + px(7), px(25))
    box(painter, foot, px(4), "surface")
    for index in range(5):
        x = foot.x() + px(20 + 62 * index)
        rule(painter, x, foot.center().y(), x + px(34), foot.center().y(), "line2", px(5))
    for number, (x, y) in enumerate(
        [
            (head.right() - px(22), head.center().y()),
            (person.right() - px(22), person.center().y()),
            (action.x() + px(40), action.center().y()),
            (lines.center().x(), lines.y() + px(20)),
            (foot.right() - px(30), foot.center().y()),
        ],
        start=1,
    ):
        _number(painter, x, y, number)
    _legend(
        painter,
        px(448),
        whole.y() + px(26),
        [
            _say("May this person pass"),
            _say("Is it the person on the card"),
            _say("Temperature, then Enter"),
            _say("What was written today"),
            _say("How many are in and out"),
        ],
    )


def _card(painter: QPainter) -> None:
    """What is on a card."""
    card = QRectF(1, 1, px(380), px(214))
    box(painter, card, px(14), "#FFFFFF", "line2")
    band = QRectF(card.x() + 1, card.y() + 1, px(72), card.height() - 2)
    paint_book_band(painter, Book.MEDICAL, band, px(13), "ad")
    paint_book_mark(
        painter, Book.MEDICAL, QRectF(band.x() + px(14), band.y() + px(24), px(44), px(44)), on_band=True
    )
    paint_photo(painter, QRectF(card.x() + px(88), card.y() + px(24), px(76), px(96)))
    ink = QColor(LIGHT.text)
    text(painter, card.x() + px(88), card.y() + px(148), _say("Zhou Wenjing"), sized_font(22, True), ink)
    number = _say("M-0312-000123")
    text(painter, card.x() + px(88), card.y() + px(182), number, sized_font(17, True), ink)
    code = QRectF(card.right() - px(132), card.y() + px(24), px(112), px(112))
    _code(painter, code)
    for index, (x, y) in enumerate(
        [
            (band.center().x(), band.bottom() - px(34)),
            (card.x() + px(180), card.y() + px(70)),
            (code.center().x(), code.bottom() + px(22)),
            (card.x() + px(252), card.y() + px(182)),
        ],
        start=1,
    ):
        _number(painter, x, y, index)
    _legend(
        painter,
        px(404),
        card.y() + px(38),
        [
            _say("Which book: colour, letter, shape"),
            _say("Look: is it this person"),
            _say("Scan here"),
            _say("Number, to type when it will not scan"),
        ],
    )


def _code(painter: QPainter, rect: QRectF) -> None:
    """Looks like a code of 21 by 21 modules, and says nothing: nobody is to scan the help."""
    cell = rect.width() / 21
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#000000"))
    for y in range(21):
        for x in range(21):
            if _in_finder(x, y) if _near_finder(x, y) else (x * x * 31 + y * y * 17 + x * y * 7) % 11 < 5:
                painter.drawRect(QRectF(rect.x() + x * cell, rect.y() + y * cell, cell + 0.4, cell + 0.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _near_finder(x: int, y: int) -> bool:
    return (x < 8 and y < 8) or (x > 12 and y < 8) or (x < 8 and y > 12)


def _in_finder(x: int, y: int) -> bool:
    left, top = (x if x < 8 else x - 14), (y if y < 8 else y - 14)
    if not (0 <= left < 7 and 0 <= top < 7):
        return False
    return left in (0, 6) or top in (0, 6) or (2 <= left <= 4 and 2 <= top <= 4)


FIGURES: dict[str, tuple[int, Callable[[QPainter], None]]] = {
    "steps": (134, _steps),
    "verdicts": (160, _verdicts),
    "page": (252, _page),
    "card": (216, _card),
}
"""Height in pixels at 100 %, and who paints it."""
