"""What the panel of one line is made of: its head in the book's colour, and the person's last crossings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.entries import Entry
from db.books.pass_id import Book
from desktop.kit.books import paint_book_band, paint_book_mark
from desktop.kit.chips import Way, paint_way_chip
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, rule, smooth, text
from desktop.kit.theme import Type, font, px, sized_font, themes
from desktop.line_words import temperature_words

_HEAD, _ROW = 48, 32


class PanelHead(QWidget):
    """The book's band with its mark and what the line is, and its state at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._book: Book | None = None
        self._words, self._state, self._icon, self._sign = "", "", "", "person"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_head(
        self, book: Book | None, words: str, state: str = "", icon: str = "", sign: str = "person"
    ) -> None:
        """`book` None where there is no card: then `sign` is an icon's name."""
        self._book, self._words, self._state, self._icon, self._sign = book, words, state, icon, sign
        self.setAccessibleName(f"{words} {state}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(_HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, centre = QRectF(self.rect()), self.height() / 2
        ink = "text"
        side = px(30)
        spot = QRectF(px(16), centre - side / 2, side, side)
        if self._book is not None:
            paint_book_band(painter, self._book, rect, px(11), "ab")
            ink = f"{self._book}_ink"
            paint_book_mark(painter, self._book, spot, on_band=True)
        else:
            box(painter, rect, px(11), "surface2", corners="ab")
            rule(painter, 0, self.height() - 1, self.width(), self.height() - 1)
            paint_icon(painter, self._sign, spot.adjusted(3, 3, -3, -3), "text2", 2.2)
        end = float(self.width() - px(18))
        if self._state:
            end -= text(painter, end, centre, self._state, font(Type.BODY_STRONG), ink, "right") + px(8)
            if self._icon:
                small = px(20)
                paint_icon(
                    painter, self._icon, QRectF(end - small, centre - small / 2, small, small), ink, 2.6
                )
                end -= small + px(8)
        text(painter, px(56), centre, self._words, font(Type.SECTION), ink, room=end - px(56))


class CrossingsList(QWidget):
    """The last crossings of a person: when, which way, temperature. Voided ones are struck through."""

    def __init__(self, most: int = 6) -> None:
        super().__init__()
        self._most = most
        self._rows: list[tuple[str, Entry]] = []
        self._fever = 373
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_rows(self, rows: Sequence[tuple[str, Entry]], fever_tenths: int) -> None:
        """(when in words, entry), newest first."""
        self._rows, self._fever = list(rows[: self._most]), fever_tenths
        said = [f"{when} {temperature_words(entry.temp_tenths)}" for when, entry in self._rows]
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(_ROW) * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        for number, (when, entry) in enumerate(self._rows):
            centre = px(_ROW) * (number + 0.5)
            voided = entry.voided_at is not None
            hot = (entry.temp_tenths or 0) >= self._fever and not voided
            face = sized_font(15, False, voided)
            ink = "strike" if voided else "text"
            text(painter, 0, centre, when, face, ink, room=px(108))
            chip = QRectF(px(112), centre - px(12), px(54), px(24))
            paint_way_chip(painter, chip, Way(entry.direction.value), dim=voided)
            words = temperature_words(entry.temp_tenths)
            shown = f"{words} ℃" if words else "–"
            heat = sized_font(15, hot, voided)
            wide = text(painter, self.width(), centre, shown, heat, "attn_text" if hot else ink, "right")
            if hot:
                side = px(16)
                spot = QRectF(self.width() - wide - px(6) - side, centre - side / 2, side, side)
                paint_icon(painter, "thermo", spot, "attn_text", 2.2)
