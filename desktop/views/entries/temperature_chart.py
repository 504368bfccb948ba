"""A person's temperatures over days, small: a dot for each reading, the fever line, days at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.paint import box, disc, rule, smooth, text
from desktop.kit.theme import Type, color, font, px, themes

_LEAST_DAYS, _MOST_DAYS = 7, 28


@dataclass(frozen=True)
class Point:
    """A reading: its day and the part of the day that was over (0 to 1), tenths of °C."""

    day: date
    part: float
    tenths: int


class TemperatureChart(QWidget):
    """Painted by hand. The newest four weeks at most, a week at least."""

    def __init__(self) -> None:
        super().__init__()
        self._points: list[Point] = []
        self._fever = 373
        self._until = date.today()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_points(self, points: Sequence[Point], fever_tenths: int, until: date) -> None:
        """Readings in any order; the axis ends with `until` or the newest reading."""
        self._fever = fever_tenths
        self._until = max([until, *(point.day for point in points)])
        first = self._until - timedelta(days=_MOST_DAYS - 1)
        self._points = sorted(
            (point for point in points if point.day >= first), key=lambda p: (p.day, p.part)
        )
        said = [f"{p.day.isoformat()} {p.tenths // 10}.{p.tenths % 10}" for p in self._points[-7:]]
        self.setAccessibleName(", ".join(said))
        self.update()

    def points(self) -> tuple[Point, ...]:
        """What is drawn."""
        return tuple(self._points)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(112))

    def _span(self) -> tuple[date, int]:
        """The first day of the axis, and how many days it has."""
        first = self._points[0].day if self._points else self._until
        days = max(_LEAST_DAYS, (self._until - first).days + 1)
        return self._until - timedelta(days=days - 1), days

    def _scale(self) -> tuple[int, int]:
        values = [point.tenths for point in self._points]
        low = min([355, *values]) // 10 * 10
        return low, max([self._fever + 5, *(value + 2 for value in values)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        left, right, top, foot = px(34), self.width() - px(6), px(8), self.height() - px(22)
        low, high = self._scale()
        first, days = self._span()

        def y(tenths: float) -> float:
            return foot - (tenths - low) / (high - low) * (foot - top)

        small = font(Type.CAPTION)
        fever = QRectF(left, top, right - left, y(self._fever) - top)
        box(painter, fever, 0, "attn_tint")
        painter.setPen(QPen(color("attn_line"), px(1.5)))
        painter.drawLine(QPointF(left, y(self._fever)), QPointF(right, y(self._fever)))
        degrees = [tenths for tenths in range(low, high + 1, 10) if abs(tenths - self._fever) > 4]
        for tenths in degrees:
            rule(painter, left, round(y(tenths)), right, round(y(tenths)))
            text(painter, left - px(6), y(tenths), f"{tenths // 10}", small, "text2", "right")
        words = f"{self._fever // 10}.{self._fever % 10}"
        text(painter, left - px(4), y(self._fever), words, font(Type.CAPTION_STRONG), "attn_text", "right")
        rule(painter, left, foot, right, foot, "text2")
        wide = (right - left) / days
        step = 1 if days <= 8 else 7 if days > 14 else 2
        for number in range(days - 1, -1, -step):
            day = first + timedelta(days=number)
            middle = left + (number + 0.5) * wide
            text(painter, middle, foot + px(12), f"{day.month}-{day.day}", small, "text2", "middle")
        self._paint_points(painter, y, left, wide, first)

    def _paint_points(self, painter: QPainter, y: object, left: float, wide: float, first: date) -> None:
        assert callable(y)
        spots = [
            (QPointF(left + ((p.day - first).days + p.part) * wide, y(p.tenths)), p.tenths)
            for p in self._points
        ]
        painter.setPen(QPen(color("line2"), px(1.5)))
        painter.drawPolyline(QPolygonF([spot for spot, _ in spots]))
        for spot, tenths in spots:
            if tenths >= self._fever:
                disc(painter, spot, px(5), "attn", "attn_line", px(1.5))
            else:
                disc(painter, spot, px(3.5), "text2", "surface", 1)
