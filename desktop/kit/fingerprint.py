"""A key's fingerprint as people read it out and compare it: groups of four, large, in the order of reading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.paint import box, fitted, smooth, text
from desktop.kit.theme import px, sized_font, themes

_GAP = 8


class FingerprintView(QWidget):
    """The groups side by side, as large as the width lets them be, between `LEAST` and `MOST` pixels at 100 %."""

    LEAST, MOST = 20, 34

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def set_fingerprint(self, words: str) -> None:
        """`ABCD-EFGH-IJKL-MNOP`."""
        self._groups = [group for group in words.split("-") if group]
        self.setAccessibleName(", ".join(" ".join(group) for group in self._groups))
        self.updateGeometry()
        self.update()

    def fingerprint(self) -> str:
        return "-".join(self._groups)

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._groups:
            return
        painter = smooth(QPainter(self))
        count, gap = len(self._groups), px(_GAP)
        width = (self.width() - gap * (count - 1)) / count
        faces = [
            fitted(sized_font(self.MOST, True), group, width - px(12), px(self.LEAST))
            for group in self._groups
        ]
        face = min(faces, key=lambda one: one.pixelSize())
        for place, group in enumerate(self._groups):
            rect = QRectF(place * (width + gap), 0, width, self.height())
            box(painter, rect, px(8), "surface2", "line2")
            text(painter, rect.center().x(), rect.center().y(), group, face, "text", "middle")
