"""A key as it looks on the keyboard: `Enter`, `F9`, `空格`. The key's name comes translated from the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.kit.paint import box, smooth, text, text_width
from desktop.kit.theme import Type, color, font, px, theme, themes


def key_cap_width(words: str) -> float:
    """The width of a cap that stands alone."""
    return max(px(26), text_width(words, font(Type.CAPTION_STRONG)) + px(16))


def paint_key_cap(painter: QPainter, rect: QRectF, words: str) -> None:
    """A cap on a surface: outline, thick lower edge, bold name."""
    box(painter, rect, px(5), "surface", "line2")
    foot = QRectF(rect.x() + px(1), rect.bottom() - px(3), rect.width() - px(2), px(2))
    box(painter, foot, px(1), "line2")
    text(
        painter,
        rect.center().x(),
        rect.center().y() - px(1),
        words,
        font(Type.CAPTION_STRONG),
        "text",
        "middle",
    )


def inner_cap_width(words: str) -> float:
    """The width of a cap inside a button."""
    return max(px(24), text_width(words, font(Type.KEY)) + px(14))


def paint_inner_cap(painter: QPainter, rect: QRectF, words: str, ink: str | QColor, filled: bool) -> None:
    """A cap inside a button, lighter or darker than a filled button, quiet on a plain one."""
    if filled:
        shade = color("#000000", 0.16) if theme().dark else color("#FFFFFF", 0.18)
        box(painter, rect, px(5), shade)
    else:
        box(painter, rect, px(5), "surface2", "line2")
    text(painter, rect.center().x(), rect.center().y() - 0.5, words, font(Type.KEY), ink, "middle")


class KeyCap(QWidget):
    """A key cap standing on a page, as in a line of hints."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        themes().changed.connect(self._fit)
        self._fit()

    def set_text(self, words: str) -> None:
        self._words = words
        self._fit()

    def _fit(self) -> None:
        self.setAccessibleName(self._words)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(key_cap_width(self._words)), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key_cap(smooth(QPainter(self)), QRectF(self.rect()), self._words)
