"""A person's photograph, cut to its frame, or the outline of a person."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from desktop.kit.paint import box, rounded_path, saved
from desktop.kit.theme import color, px


def paint_photo(painter: QPainter, rect: QRectF, photo: QPixmap | None = None, radius: float = 8) -> None:
    """Fill `rect`; a photograph of another shape keeps its middle."""
    round_by = px(radius)
    with saved(painter):
        painter.setClipPath(rounded_path(rect, round_by), Qt.ClipOperation.IntersectClip)
        box(painter, rect, 0, "photo")
        if photo is not None and not photo.isNull():
            scale = max(rect.width() / photo.width(), rect.height() / photo.height())
            wide, high = rect.width() / scale, rect.height() / scale
            source = QRectF((photo.width() - wide) / 2, (photo.height() - high) / 2, wide, high)
            painter.drawPixmap(rect, photo, source)
        else:
            _paint_nobody(painter, rect, rounded_path(rect, round_by))
    box(painter, rect, round_by, None, "line2")


def _paint_nobody(painter: QPainter, rect: QRectF, frame: QPainterPath) -> None:
    unit = rect.width() / 112
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("photo2"))
    painter.drawEllipse(QPointF(rect.center().x(), rect.y() + rect.height() * 0.40), 25 * unit, 29 * unit)
    shoulders = QPainterPath()
    left, top = rect.center().x() - 47 * unit, rect.y() + rect.height() * 0.695
    shoulders.addRoundedRect(QRectF(left, top, 94 * unit, rect.height() * 0.6), 36 * unit, 36 * unit)
    painter.drawPath(shoulders.intersected(frame))
    painter.setBrush(Qt.BrushStyle.NoBrush)
