"""Painting by hand: text on its optical centre, rounded boxes, dashed frames.

Noto's line box is 1.45 em high and not centred on the letters, so text is set by its base line: 0.372 em under
the centre. All lengths here are device independent pixels already scaled by `px()`; strings come translated.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.kit.theme import color

BASELINE = 0.372
"""From the optical centre down to the base line, in em."""

ALL_CORNERS = "abcd"
"""a top left, b top right, c bottom right, d bottom left."""


@contextmanager
def saved(painter: QPainter) -> Iterator[QPainter]:
    painter.save()
    try:
        yield painter
    finally:
        painter.restore()


def smooth(painter: QPainter) -> QPainter:
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    return painter


def as_color(value: str | QColor) -> QColor:
    """A palette token, a `#RRGGBB`, or a colour."""
    return color(value) if isinstance(value, str) else value


def rounded_path(rect: QRectF, radius: float, corners: str = ALL_CORNERS) -> QPainterPath:
    """A box with some of its corners round."""
    path = QPainterPath()
    radius = min(radius, rect.width() / 2, rect.height() / 2)
    if radius <= 0 or not corners:
        path.addRect(rect)
        return path
    if len(corners) == 4:
        path.addRoundedRect(rect, radius, radius)
        return path
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    a, b, c, d = (radius if corner in corners else 0.0 for corner in ALL_CORNERS)
    path.moveTo(x + a, y)
    path.lineTo(x + w - b, y)
    if b:
        path.arcTo(x + w - 2 * b, y, 2 * b, 2 * b, 90, -90)
    path.lineTo(x + w, y + h - c)
    if c:
        path.arcTo(x + w - 2 * c, y + h - 2 * c, 2 * c, 2 * c, 0, -90)
    path.lineTo(x + d, y + h)
    if d:
        path.arcTo(x, y + h - 2 * d, 2 * d, 2 * d, 270, -90)
    path.lineTo(x, y + a)
    if a:
        path.arcTo(x, y, 2 * a, 2 * a, 180, -90)
    path.closeSubpath()
    return path


def box(
    painter: QPainter,
    rect: QRectF | QRect,
    radius: float = 0,
    fill: str | QColor | None = None,
    line: str | QColor | None = None,
    width: float = 1,
    corners: str = ALL_CORNERS,
    dash: list[float] | None = None,
) -> None:
    """A filled and outlined box; the outline lies inside the rectangle."""
    outer = QRectF(rect)
    if fill is not None:
        painter.fillPath(rounded_path(outer, radius, corners), QBrush(as_color(fill)))
    if line is not None:
        pen = QPen(as_color(line), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash:
            pen.setDashPattern(dash)
        half = width / 2
        inner = outer.adjusted(half, half, -half, -half)
        painter.strokePath(rounded_path(inner, max(0.0, radius - half), corners), pen)


def rule(
    painter: QPainter, x1: float, y1: float, x2: float, y2: float, token: str = "line", width: float = 1
) -> None:
    """A straight divider, sharp on the pixel grid when it is level or upright."""
    pen = QPen(color(token), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    offset = 0.5 if round(width) % 2 else 0.0
    if x1 == x2:
        x1, x2 = x1 + offset, x2 + offset
    elif y1 == y2:
        y1, y2 = y1 + offset, y2 + offset
    painter.setPen(pen)
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def text_width(text: str, face: QFont) -> float:
    return QFontMetricsF(face).horizontalAdvance(text)


def text(
    painter: QPainter,
    x: float,
    centre: float,
    words: str,
    face: QFont,
    ink: str | QColor = "text",
    align: str = "left",
    room: float | None = None,
) -> float:
    """One line of text, its letters centred on `centre`; returns its width.

    `x` is the left edge, the middle or the right edge as `align` says. Longer than `room` elides at the end.
    """
    metrics = QFontMetricsF(face)
    width = metrics.horizontalAdvance(words)
    if room is not None and width > room + 0.5:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room))
        width = metrics.horizontalAdvance(words)
    left = x - width if align == "right" else x - width / 2 if align == "middle" else x
    painter.setFont(face)
    painter.setPen(as_color(ink))
    painter.drawText(QPointF(left, centre + face.pixelSize() * BASELINE), words)
    return width


def fitted(face: QFont, words: str, room: float, least: int = 11) -> QFont:
    """`face`, made smaller until `words` fits into `room` pixels, but not below `least` pixels."""
    smaller = QFont(face)
    while smaller.pixelSize() > least and text_width(words, smaller) > room:
        smaller.setPixelSize(smaller.pixelSize() - 1)
    return smaller


def in_two(words: str, face: QFont, room: float) -> tuple[str, str]:
    """`words` broken into two lines, the first as long as `room` lets it be, between the parts of a name if it can."""
    fits = [place for place in range(1, len(words)) if text_width(words[:place].rstrip(), face) <= room]
    between = [place for place in fits if words[place - 1] in " ·•-"]
    cut = max(between or fits, default=1)
    return words[:cut].rstrip(), words[cut:].lstrip()


def disc(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    fill: str | QColor | None = None,
    line: str | QColor | None = None,
    width: float = 1,
) -> None:
    painter.setPen(QPen(as_color(line), width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(as_color(fill)) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def polygon(
    painter: QPainter, points: list[tuple[float, float]], fill: str | QColor, round_by: float = 0
) -> None:
    """A filled polygon, its corners rounded by a stroke of `round_by` pixels."""
    path = QPainterPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()
    painter.fillPath(path, QBrush(as_color(fill)))
    if round_by:
        pen = QPen(as_color(fill), round_by)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


def octagon(centre: QPointF, radius: float) -> list[tuple[float, float]]:
    eighth = math.pi / 8
    return [
        (
            centre.x() + radius * math.cos(eighth + step * 2 * eighth),
            centre.y() + radius * math.sin(eighth + step * 2 * eighth),
        )
        for step in range(8)
    ]
