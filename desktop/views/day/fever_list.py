"""The fevers of a day, names masked: this page may face the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.fevers import FeverSeen
from db.books.masking import mask_name
from db.books.pass_id import Book
from desktop.kit.books import paint_book_mark
from desktop.kit.icons import paint_icon
from desktop.kit.paint import fitted, rule, smooth, text, text_width
from desktop.kit.theme import Type, font, px, sized_font, themes
from desktop.line_words import temperature_words

_ROW, _LEAST_ROW = 44, 25


class FeverList(QWidget):
    """As many rows as there is room for, then how many more. Signal `pressed`: somebody wants to see them all."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fevers: list[FeverSeen] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self.update)

    def set_fevers(self, fevers: Sequence[FeverSeen]) -> None:
        """Those who wait first, then the newest."""
        self._fevers = sorted(fevers, key=lambda one: (one.outcome is None, one.at), reverse=True)
        self.setAccessibleDescription("; ".join(self._said(one) for one in self._fevers))
        cursor = Qt.CursorShape.PointingHandCursor if self._fevers else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._fevers and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(_LEAST_ROW) * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(_LEAST_ROW) * 2)

    def _said(self, one: FeverSeen) -> str:
        readings = " ".join(temperature_words(tenths) for tenths in one.readings)
        return f"{mask_name(one.name)} {readings} {self._outcome(one)[0]}"

    def _outcome(self, one: FeverSeen) -> tuple[str, str, str]:
        """(words, icon, kind)."""
        if one.outcome is None:
            return self.tr("Waiting"), "clock", "attn"
        if one.outcome == "turned_away":
            return self.tr("Isolated, reported"), "ban", "deny"
        if len(one.readings) > 1:
            return self.tr("Normal, passed"), "check", "allow"
        return self.tr("On paper, passed"), "eye", "attn"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        if not self._fevers:
            text(painter, px(20), px(24), self.tr("Nobody"), font(Type.BODY), "text2")
            return
        fits = max(1, self.height() // px(_LEAST_ROW))
        shown = self._fevers if len(self._fevers) <= fits else self._fevers[: fits - 1]
        rows = len(shown) + (len(shown) < len(self._fevers))
        high = min(px(_ROW), self.height() / rows)
        for number, one in enumerate(shown):
            self._paint_row(painter, one, number * high, high)
        if len(shown) < len(self._fevers):
            more = self.tr("and %n more, see the entries", "", len(self._fevers) - len(shown))
            y = len(shown) * high
            rule(painter, px(20), round(y), self.width() - px(20), round(y))
            text(painter, px(20), y + high / 2, more, font(Type.CELL), "text2")

    def _paint_row(self, painter: QPainter, one: FeverSeen, y: float, high: float) -> None:
        middle, end = y + high / 2, self.width() - px(20)
        rule(painter, px(20), round(y), end, round(y))
        side = min(px(26), high - px(6))
        spot = QRectF(px(20), middle - side / 2, side, side)
        if one.book in set(Book):
            paint_book_mark(painter, Book(one.book), spot)
        else:
            paint_icon(painter, "person", spot, "text2")
        x = float(px(56))
        x += text(painter, x, middle, mask_name(one.name), sized_font(16, True), room=px(96)) + px(14)
        for number, tenths in enumerate(one.readings):
            if number:
                small = px(14)
                paint_icon(painter, "right", QRectF(x, middle - small / 2, small, small), "text2", 2.4)
                x += px(20)
            ink = "attn_text" if number == 0 else "text"
            x += text(painter, x, middle, temperature_words(tenths), sized_font(17, True), ink) + px(8)
        words, icon, kind = self._outcome(one)
        mark = px(18)
        room = end - x - mark - px(8)
        face = fitted(sized_font(15, True), words, room, 12)
        wide = min(text_width(words, face), room)
        text(painter, end - wide, middle, words, face, f"{kind}_text", room=room)
        spot = QRectF(end - wide - mark - px(6), middle - mark / 2, mark, mark)
        paint_icon(painter, icon, spot, f"{kind}_text", 2.4)
