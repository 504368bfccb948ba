"""Check boxes, alone or in a frame, with a mixed state for "some of these"."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, smooth, text, text_width
from desktop.kit.pressing import Pressable
from desktop.kit.theme import px, sized_font


def paint_check(
    painter: QPainter, rect: QRectF, state: Qt.CheckState = Qt.CheckState.Unchecked, enabled: bool = True
) -> None:
    """A check box in a square, 22 px in tables."""
    on = state != Qt.CheckState.Unchecked
    fill = ("accent" if enabled else "text3") if on else ("surface" if enabled else "sunken")
    box(painter, rect, px(5), fill, None if on else "field", 1.5)
    if state == Qt.CheckState.Checked:
        edge = rect.width() * 0.14
        paint_icon(painter, "check", rect.adjusted(edge, edge, -edge, -edge), "accent_text", 3)
    elif on:
        side = rect.width()
        bar = QRectF(rect.x() + side * 0.26, rect.center().y() - px(3) / 2, side * 0.48, px(3))
        box(painter, bar, 1, "accent_text")


class CheckBox(Pressable, QCheckBox):
    """A check box with words. `framed=True` puts it into a 48 px frame, as for a choice in a form."""

    def __init__(self, words: str = "", *, framed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._framed = framed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.prepare(8 if framed else 6)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), sized_font(16, self._framed)) + (px(10) if self.text() else 0)
        side = px(26 if self._framed else 4)
        return QSize(round(px(22) + words + side), px(48 if self._framed else 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect, on = QRectF(self.rect()), self.checkState() != Qt.CheckState.Unchecked
        x = float(px(1))
        if self._framed:
            fill = "accent_tint" if on else "surface2" if self.underMouse() else "surface"
            box(painter, rect, px(8), fill, "accent_fg" if on else "field", px(2) if on else 1)
            x = float(px(12))
        side = px(22)
        spot = QRectF(x, rect.center().y() - side / 2, side, side)
        paint_check(painter, spot, self.checkState(), self.isEnabled())
        ink = "text" if self.isEnabled() else "text3"
        face = sized_font(16, self._framed and on)
        text(
            painter,
            x + side + px(10),
            rect.center().y(),
            self.text(),
            face,
            ink,
            room=rect.right() - x - side,
        )
