"""Which place of a sheet of ten is the first free one: a picture of the sheet to press on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.kit.paint import box, smooth, text
from desktop.kit.theme import px, sized_font, themes
from desktop.views.printing.sheet_of_ten import PLACES, SheetOfTen, step_of

_WIDTH, _HEIGHT = 132, 176


class PlaceChooser(SheetOfTen):
    """Places are 1 to 10 for a person. Used ones are crossed out, the first free one is blue.

    Signal `chosen(int)` when a person chooses. Arrow keys move, as the places lie."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=4, radius=6)
        self._place = 1
        self._used = PLACES
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)

    def place(self) -> int:
        """1 to 10."""
        return self._place

    def set_place(self, place: int) -> None:
        """Chooses without telling anyone."""
        self._place = min(max(place, 1), PLACES)
        self.setAccessibleDescription(str(self._place))
        self.update()

    def set_count(self, cards: int) -> None:
        """How many cards there are: the places they will take on the first sheet are tinted."""
        self._used = cards
        self.update()

    def press(self, place: int) -> None:
        self._choose(place + 1)

    def _choose(self, place: int) -> None:
        if 1 <= place <= PLACES and place != self._place:
            self.set_place(place)
            self.chosen.emit(place)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._place + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(6), "surface", "field")
        for place in range(1, PLACES + 1):
            rect = self.cell(place - 1)
            taken = self._place <= place < self._place + self._used
            first = place == self._place
            fill = "accent" if first else "accent_tint" if taken else "sunken"
            box(painter, rect, px(3), fill, None if first else "accent_fg" if taken else "line2")
            ink = "accent_text" if first else "accent_fg" if taken else "text3"
            centre = rect.center()
            text(painter, centre.x(), centre.y(), str(place), sized_font(13, first), ink, "middle")
