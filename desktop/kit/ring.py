"""The countdown of a second reading: a ring that empties, minutes and seconds in it, a tick when time is up."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.kit.icons import paint_icon
from desktop.kit.paint import disc, smooth, text
from desktop.kit.theme import Type, color, font, px, sized_font, themes


def clock_words(seconds: int) -> str:
    """`07:12`; never negative."""
    left = max(0, seconds)
    return f"{left // 60:02d}:{left % 60:02d}"


def paint_ring(
    painter: QPainter, centre: QPointF, radius: float, fraction: float, width: float, ink: str
) -> None:
    """A track and the part of it that is left, from the top clockwise. `fraction` from 0 to 1."""
    disc(painter, centre, radius, None, "line" if width > px(6) else "line2", width)
    if fraction <= 0:
        return
    cap = Qt.PenCapStyle.RoundCap if width > px(6) else Qt.PenCapStyle.FlatCap
    painter.setPen(QPen(color(ink), width, Qt.PenStyle.SolidLine, cap))
    circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawArc(circle, 90 * 16, round(-360 * 16 * min(1.0, fraction)))


class CountdownRing(QWidget):
    """`side` from 30 (in a strip, no words) to 128 (words inside). The page ticks; the ring keeps no time."""

    def __init__(self, side: int = 128, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._left, self._total, self._under = side, 0, 1, ""
        themes().changed.connect(self._fit)
        self._fit()

    def set_time(self, left: int, total: int) -> None:
        """Seconds left of seconds in all. At 0 a green tick takes the place of the words."""
        self._left, self._total = left, max(1, total)
        self.setAccessibleName(clock_words(left))
        self.update()

    def set_under(self, words: str) -> None:
        """Small, under the time: 静坐中."""
        self._under = words
        self.update()

    def _fit(self) -> None:
        self.setFixedSize(px(self._side), px(self._side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        centre = QPointF(self.width() / 2, self.height() / 2)
        width = px(4 if self._side < 48 else 8 if self._side < 100 else 10)
        radius = self.width() / 2 - width / 2 - 0.5
        done = self._left <= 0
        paint_ring(
            painter,
            centre,
            radius,
            1.0 if done else self._left / self._total,
            width,
            "allow" if done else "attn_line",
        )
        if done:
            side = self.width() * 0.42
            spot = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
            paint_icon(painter, "check", spot, "allow_text", 3)
        elif self._side >= 64:
            face = font(Type.TITLE) if self._side >= 110 else sized_font(self._side * 0.22, True)
            lift = px(8) if self._under else 0
            text(painter, centre.x(), centre.y() - lift, clock_words(self._left), face, "text", "middle")
            if self._under:
                text(
                    painter, centre.x(), centre.y() + px(18), self._under, font(Type.SMALL), "text2", "middle"
                )
