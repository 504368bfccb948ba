"""How a book is shown: by shape, letter, texture and colour, so that it survives grey and every eye.

Official 公务 is a solid square, medical 医务 a notched cross with a plus texture, support 保障 a hexagon with
stripes. The letter is 公 医 保 in Chinese and O M S in English.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book
from desktop.kit.paint import as_color, rounded_path, saved, smooth, text
from desktop.kit.theme import color, px, sized_font, themes


def book_letter(book: Book) -> str:
    """公 医 保, or O M S."""
    if book is Book.OFFICIAL:
        return QCoreApplication.translate("Books", "O", "letter of the official book")
    if book is Book.MEDICAL:
        return QCoreApplication.translate("Books", "M", "letter of the medical book")
    return QCoreApplication.translate("Books", "S", "letter of the support book")


def book_name(book: Book) -> str:
    """Short: 公务, Official."""
    if book is Book.OFFICIAL:
        return QCoreApplication.translate("Books", "Official")
    if book is Book.MEDICAL:
        return QCoreApplication.translate("Books", "Medical")
    return QCoreApplication.translate("Books", "Support")


def book_full_name(book: Book) -> str:
    """As a tab or a heading says it: 公务册, Official book."""
    if book is Book.OFFICIAL:
        return QCoreApplication.translate("Books", "Official book")
    if book is Book.MEDICAL:
        return QCoreApplication.translate("Books", "Medical book")
    return QCoreApplication.translate("Books", "Support book")


def book_shape(book: Book, rect: QRectF) -> QPainterPath:
    """The outline of a book's mark in a square."""
    x, y, side = rect.x(), rect.y(), rect.width()
    path = QPainterPath()
    if book is Book.OFFICIAL:
        path.addRoundedRect(rect, side * 0.14, side * 0.14)
        return path
    if book is Book.MEDICAL:
        n = side * 0.17
        far = side - n
        points = [
            (n, 0), (far, 0), (far, n), (side, n), (side, far), (far, far),
            (far, side), (n, side), (n, far), (0, far), (0, n), (n, n),
        ]  # fmt: skip
    else:
        slope = side * 0.26 * 0.85
        points = [
            (slope, 0.02 * side), (side - slope, 0.02 * side), (side * 1.06, side * 0.5),
            (side - slope, side * 0.98), (slope, side * 0.98), (-side * 0.06, side * 0.5),
        ]  # fmt: skip
    path.moveTo(x + points[0][0], y + points[0][1])
    for left, top in points[1:]:
        path.lineTo(x + left, y + top)
    path.closeSubpath()
    return path


def _letter_font(side: float) -> QFont:
    """The letter's size comes from the mark, which is scaled already."""
    face = sized_font(1, True)
    face.setPixelSize(max(1, round(side * 0.60)))
    return face


def paint_book_mark(
    painter: QPainter, book: Book, rect: QRectF, *, dim: bool = False, on_band: bool = False
) -> None:
    """The mark in a square. `dim` for a voided line; `on_band` in the ink of the band with the letter cut out."""
    shape = book_shape(book, rect)
    fill: str | QColor = f"{book}_ink" if on_band else "line2" if dim else str(book)
    ink: str | QColor = str(book) if on_band else "strike" if dim else f"{book}_ink"
    painter.fillPath(shape, QBrush(as_color(fill)))
    if book is Book.MEDICAL and not on_band and not dim:
        painter.strokePath(shape, QPen(color("medical_line"), max(1.0, rect.width() * 0.035)))
    face = _letter_font(rect.width())
    text(painter, rect.center().x(), rect.center().y(), book_letter(book), face, ink, "middle")


def paint_texture(
    painter: QPainter, book: Book, rect: QRectF, ink: QColor, step: float = 14, width: float = 2
) -> None:
    """Plus signs for medical, stripes for support, nothing for official, over `rect` in the current clip."""
    if book is Book.OFFICIAL:
        return
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if book is Book.SUPPORT:
        x = rect.x() - rect.height()
        while x < rect.right() + rect.height():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.y()))
            x += step * 0.72
        return
    arm, y, odd = step * 0.26, rect.y() + step * 0.5, False
    # Signs at the edge are cut here too: not all that is painted on knows a clip.
    while y - arm < rect.bottom():
        x = rect.x() + (step if odd else step * 0.5)
        while x - arm < rect.right():
            if y < rect.bottom():
                painter.drawLine(QPointF(x - arm, y), QPointF(min(x + arm, rect.right()), y))
            if x < rect.right():
                painter.drawLine(QPointF(x, y - arm), QPointF(x, min(y + arm, rect.bottom())))
            x += step
        y, odd = y + step * 0.5, not odd


def paint_book_band(
    painter: QPainter, book: Book, rect: QRectF, radius: float = 0, corners: str = "abcd"
) -> None:
    """A book's colour with its texture, as at the side of a verdict or the head of a pass."""
    clip = rounded_path(rect, radius, corners)
    painter.fillPath(clip, QBrush(color(str(book))))
    with saved(painter):
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        ink = color(f"{book}_ink", 0.15 if book is Book.MEDICAL else 0.20)
        paint_texture(painter, book, rect, ink, px(14), px(2))


class BookMark(QWidget):
    """A book's mark standing on a page, `side` pixels at 100 %."""

    def __init__(
        self, book: Book, side: int = 28, *, on_band: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._side, self._on_band = book, side, on_band
        themes().changed.connect(self._fit)
        self._fit()

    def set_book(self, book: Book) -> None:
        self._book = book
        self._fit()

    def _fit(self) -> None:
        # The hexagon reaches a little past its square, so the widget is that much wider.
        self.setFixedSize(px(self._side) + 2 * self._edge(), px(self._side))
        self.setAccessibleName(book_name(self._book))
        self.update()

    def _edge(self) -> int:
        return max(1, round(px(self._side) * 0.07))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self._edge(), 0.5, px(self._side), px(self._side) - 1)
        paint_book_mark(smooth(QPainter(self)), self._book, rect, on_band=self._on_band)
