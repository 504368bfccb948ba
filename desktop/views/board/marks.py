"""The marks of the board: what came of a gate's day, by shape first. Ink and blue only: the colours of verdicts are a
verdict's.

All in is quiet, so that what is missing stands out: missing is the solid block, a part half of one, a gap two blocks
apart."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from db.books.board import Cell, DayState
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, disc, smooth, text
from desktop.kit.theme import px, sized_font, theme, themes

MARK = 22
"""The side of a mark at 100 %."""


def paint_mark(
    painter: QPainter, rect: QRectF, state: DayState, zero: bool = False, late: bool = False
) -> None:
    """A mark in a square."""
    side, centre = rect.width(), rect.center()
    corner = side * 0.2
    block = rect.adjusted(side * 0.09, side * 0.09, -side * 0.09, -side * 0.09)
    if state is DayState.RECEIVED:
        aside = side * 0.18 if late else 0.0
        if zero:
            face = sized_font(15 if late else 16, True)
            text(painter, centre.x() - aside * 1.4, centre.y() - aside * 0.6, "0", face, "text2", "middle")
        else:
            spot = rect.adjusted(2, 2, -2 - aside, -2 - aside).translated(-aside * 0.6, -aside * 0.4)
            paint_icon(painter, "check", spot, "text2", 2.6)
        if late:
            _paint_late(painter, rect)
    elif state is DayState.MISSING:
        box(painter, block, corner, "text")
        inner = side * 0.24
        paint_icon(painter, "x", rect.adjusted(inner, inner, -inner, -inner), "surface", 4)
    elif state is DayState.PARTIAL:
        box(painter, block, corner, None, "text", max(1.5, side * 0.08))
        low = QRectF(block.x(), block.center().y(), block.width(), block.height() / 2)
        box(painter, low, corner, "text", corners="cd")
    elif state is DayState.GAP:
        third = block.width() * 0.36
        box(painter, QRectF(block.x(), block.y(), third, block.height()), corner / 2, "accent_fg")
        box(painter, QRectF(block.right() - third, block.y(), third, block.height()), corner / 2, "accent_fg")
    elif state is DayState.PENDING:
        disc(painter, centre, side * 0.11, "text3")
    else:
        box(painter, QRectF(centre.x() - side * 0.18, centre.y() - 0.75, side * 0.36, 1.5), 0, "line2")


def _paint_late(painter: QPainter, rect: QRectF) -> None:
    """A clock in the corner."""
    side = rect.width() * 0.56
    spot = QRectF(rect.right() - side, rect.bottom() - side, side, side)
    disc(painter, spot.center(), side / 2 + 1, "surface")
    paint_icon(painter, "clock", spot, "text", 3)


def mark_pixmap(cell: Cell) -> QPixmap:
    """The same, kept: hundreds are shown at once."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _kept(cell.state, cell.zero, cell.late, theme().dark, px(MARK), ratio)


@lru_cache(maxsize=128)
def _kept(state: DayState, zero: bool, late: bool, dark: bool, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = smooth(QPainter(pixmap))
    paint_mark(painter, QRectF(0, 0, side, side), state, zero, late)
    painter.end()
    return pixmap


class MarkLabel(QWidget):
    """A mark alone, as in a legend."""

    def __init__(self, state: DayState, zero: bool = False, late: bool = False) -> None:
        super().__init__()
        self._mark = state, zero, late
        themes().changed.connect(self._fit)
        self._fit()

    def set_mark(self, state: DayState, zero: bool = False, late: bool = False) -> None:
        """Another mark."""
        self._mark = state, zero, late
        self.update()

    def _fit(self) -> None:
        self.setFixedSize(px(MARK), px(MARK))
        self.update()

    def paintEvent(self, event: object) -> None:
        paint_mark(smooth(QPainter(self)), QRectF(self.rect()), *self._mark)
