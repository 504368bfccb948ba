"""The strip at the foot of the gate page: in, out and inside by book, fevers, and what is not exported yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book
from desktop.kit.books import book_name, paint_book_mark
from desktop.kit.buttons import Button
from desktop.kit.density import Room, density
from desktop.kit.icons import paint_icon
from desktop.kit.layouts import STRETCH, row
from desktop.kit.paint import rule, smooth, text, text_width
from desktop.kit.theme import Type, color, font, px, sized_font, themes


@dataclass(frozen=True)
class Counts:
    """People of one book today: gone in, gone out, and inside now."""

    entered: int = 0
    left: int = 0
    inside: int = 0


class CountersStrip(QWidget):
    """Painted in one go. Signal `export_asked`: the button at its end.

    When there is little room the words "last exported" go first, then the gaps shrink, then in and out of each
    book, so that who is inside stays readable.
    """

    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts = {book: Counts() for book in Book}
        self._others = Counts()
        self._fevers, self._unexported, self._last = 0, 0, ""
        self.export_button = Button("", key="F10", height=44)
        self.export_button.clicked.connect(self.export_asked)
        row(STRETCH, self.export_button, margins=(16, 0, 16, 0), parent=self)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._retranslate()
        self._fit()

    def set_counts(self, counts: Mapping[Book, Counts], fevers: int = 0, others: Counts = Counts()) -> None:
        """`others` went through without a card; whether they are inside is not counted."""
        self._counts = {book: counts.get(book, Counts()) for book in Book}
        self._others = others
        self._fevers = fevers
        self._tell()

    def set_unexported(self, lines: int, last: str = "") -> None:
        """Lines not on a drive yet; `last` is when the last export was, in words."""
        self._unexported, self._last = lines, last
        self._tell()

    def total(self) -> Counts:
        values = [*self._counts.values(), self._others]
        return Counts(
            sum(c.entered for c in values), sum(c.left for c in values), sum(c.inside for c in values)
        )

    def _tell(self) -> None:
        said = [
            self.tr("{book}: in {entered}, out {left}, inside {inside}").format(
                book=book_name(book), entered=c.entered, left=c.left, inside=c.inside
            )
            for book, c in self._counts.items()
        ]
        if self._others != Counts():
            said.append(
                self.tr("No card: in {entered}, out {left}").format(
                    entered=self._others.entered, left=self._others.left
                )
            )
        said.append(self.tr("%n fever(s)", "", self._fevers))
        said.append(self.tr("%n line(s) not exported", "", self._unexported))
        self.setAccessibleName("; ".join(said))
        self.update()

    def _fit(self) -> None:
        low = density().level is not Room.FULL
        self.setFixedHeight(px(48 if low else 64))
        self.export_button.set_height(40 if low else 44)
        self.update()

    def _retranslate(self) -> None:
        self.export_button.setText(self.tr("Export"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    # Painting: measured first without a painter, so that what does not fit is left out

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), color("surface"))
        rule(painter, 0, 0, self.width(), 0)
        room = self.export_button.x() - px(12)
        for gap, short, last in ((16, False, True), (16, False, False), (8, False, False), (8, True, False)):
            if self._paint(None, gap, short, last) <= room:
                break
        self._paint(painter, gap, short, last)

    def _pair(self, painter: QPainter | None, x: float, label: str, value: str, ink: str = "text") -> float:
        """A caption over a number; returns the width."""
        big, small = sized_font(20, True), font(Type.CAPTION)
        if painter is not None:
            centre = self.height() / 2
            tight = self.height() < px(56)
            text(painter, x, centre - px(10 if tight else 12), label, small, "text2")
            text(painter, x, centre + px(9 if tight else 11), value, big, ink)
        return max(text_width(label, small), text_width(value, big))

    def _paint(self, painter: QPainter | None, gap: int, short: bool, last: bool) -> float:
        labels = (self.tr("In"), self.tr("Out"), self.tr("Inside"))
        x, centre = float(px(16)), self.height() / 2
        total = self.total()
        groups: list[tuple[Book | str, Counts]] = [*self._counts.items()]
        if self._others != Counts():
            groups.append(("others", self._others))
        groups.append(("total", total))
        for book, counts in groups:
            if isinstance(book, Book):
                side = px(32 if self.height() >= px(56) else 28)
                if painter is not None:
                    paint_book_mark(painter, book, QRectF(x, centre - side / 2, side, side))
                x += side + px(12 if gap > 8 else 8)
            else:
                word = self.tr("Total") if book == "total" else self.tr("No card")
                width = text_width(word, font(Type.SMALL_STRONG))
                if painter is not None:
                    text(painter, x, centre, word, font(Type.SMALL_STRONG), "text2")
                x += width + px(12 if gap > 8 else 8)
            shown = list(zip(labels, (counts.entered, counts.left, counts.inside), strict=True))
            if book == "others":
                shown = shown[:2]
            elif short and isinstance(book, Book):
                shown = shown[2:]
            for label, people in shown:
                x += max(self._pair(painter, x, label, str(people)), px(28)) + px(gap)
            x = self._separate(painter, x - px(gap) / 2, gap)
        side = px(22)
        for icon, label, value, ink in (
            ("thermo", self.tr("Fever"), str(self._fevers), "attn_text" if self._fevers else "text2"),
            ("usb", self.tr("Not exported"), str(self._unexported), "text2"),
        ):
            if painter is not None:
                paint_icon(painter, icon, QRectF(x, centre - side / 2, side, side), ink, 2.2)
            x += side + px(6)
            x += self._pair(painter, x, label, value)
            if icon == "thermo":
                x = self._separate(painter, x + px(gap) / 2, gap)
        if last and self._last:
            if painter is not None:
                number = text_width(str(self._unexported), sized_font(20, True))
                begin = x - text_width(self.tr("Not exported"), font(Type.CAPTION)) + number + px(10)
                x = max(x, begin)
                text(painter, begin, centre + px(11), self._last, font(Type.CAPTION), "text2")
            x += text_width(self._last, font(Type.CAPTION))
        return x

    def _separate(self, painter: QPainter | None, x: float, gap: int) -> float:
        half = self.height() / 4
        if painter is not None:
            rule(
                painter, round(x), round(self.height() / 2 - half), round(x), round(self.height() / 2 + half)
            )
        return x + px(gap)
