"""A countdown: a ring that empties, and what is left in minutes and seconds."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.kit.paint import disc
from desktop.kit.theme import color, px


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
