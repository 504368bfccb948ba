"""A printed sheet as a picture: press the places that came out badly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, smooth, text
from desktop.kit.theme import px, sized_font, themes
from desktop.views.printing.sheet_of_ten import PLACES, SheetOfTen, step_of


class SheetPlaces(SheetOfTen):
    """Arrow keys move, Space or a press ticks; an empty place is none.

    Signal `ticks_changed`."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6, radius=8)
        self._words: list[str] = [""] * PLACES
        self._ticked: set[int] = set()
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(220), px(180))
        themes().changed.connect(self.update)

    def show_places(self, words: Sequence[str], ticked: Sequence[int] = ()) -> None:
        """What lies on places 0 to 9, "" for nothing, and which of them are ticked."""
        self._words = [*words, *[""] * PLACES][:PLACES]
        self._ticked = set(ticked)
        self._now = next((place for place, one in enumerate(self._words) if one), 0)
        self._describe()
        self.update()

    def ticked(self) -> list[int]:
        """The places that are ticked, from 0."""
        return sorted(self._ticked)

    def press(self, place: int) -> None:
        if self._words[place]:
            self._now = place
            self._ticked ^= {place}
            self._describe()
            self.update()
            self.ticks_changed.emit()

    def _describe(self) -> None:
        said = ", ".join(self._words[place] for place in self.ticked())
        self.setAccessibleDescription(said)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(px(330), px(330))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if event.key() == Qt.Key.Key_Space:
            self.press(self._now)
        elif step is not None and 0 <= self._now + step < PLACES:
            self._now += step
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(8), "surface", "field")
        for place, words in enumerate(self._words):
            rect = self.cell(place)
            ticked = place in self._ticked
            if not words:
                box(painter, rect, px(6), "sunken", "line2")
                continue
            box(
                painter,
                rect,
                px(6),
                "accent_tint" if ticked else "surface2",
                "accent_fg" if ticked else "line2",
            )
            if self.hasFocus() and place == self._now:
                box(painter, rect.adjusted(2, 2, -2, -2), px(5), None, "accent_fg", 2)
            side = px(18)
            spot = QRectF(rect.left() + px(10), rect.center().y() - side / 2, side, side)
            box(painter, spot, px(4), "accent" if ticked else "surface", None if ticked else "field")
            if ticked:
                paint_icon(painter, "check", spot.adjusted(2, 2, -2, -2), "accent_text", 3)
            left = spot.right() + px(10)
            face = sized_font(15, ticked)
            text(painter, left, rect.center().y(), words, face, "text", room=rect.right() - left - px(6))
