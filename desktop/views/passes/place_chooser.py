"""Which place of a sheet of ten is the first free one: a picture of the sheet to press on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.focus_ring import set_ring
from desktop.kit.paint import box, smooth, text
from desktop.kit.theme import px, sized_font, themes

COLUMNS, ROWS = 2, 5
_WIDTH, _HEIGHT = 132, 176


class PlaceChooser(QWidget):
    """Two columns of five, places 1 to 10 along the rows. Used ones are crossed out, the first free one is blue.

    Signal `chosen(int)` when a person chooses. Arrow keys move, as the places lie."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._place = 1
        self._used = COLUMNS * ROWS
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, 6)
        themes().changed.connect(self.updateGeometry)

    def place(self) -> int:
        """1 to 10."""
        return self._place

    def set_place(self, place: int) -> None:
        """Chooses without telling anyone."""
        self._place = min(max(place, 1), COLUMNS * ROWS)
        self.setAccessibleDescription(str(self._place))
        self.update()

    def set_count(self, cards: int) -> None:
        """How many cards there are: the places they will take on the first sheet are tinted."""
        self._used = cards
        self.update()

    def _choose(self, place: int) -> None:
        if 1 <= place <= COLUMNS * ROWS and place != self._place:
            self.set_place(place)
            self.chosen.emit(place)

    def _cell(self, place: int) -> QRectF:
        edge, gap = px(8), px(4)
        width = (self.width() - 2 * edge - gap * (COLUMNS - 1)) / COLUMNS
        height = (self.height() - 2 * edge - gap * (ROWS - 1)) / ROWS
        column, row = (place - 1) % COLUMNS, (place - 1) // COLUMNS
        return QRectF(edge + column * (width + gap), edge + row * (height + gap), width, height)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(1, COLUMNS * ROWS + 1):
            if self._cell(place).contains(event.position()):
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: COLUMNS,
            Qt.Key.Key_Up: -COLUMNS,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._place + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(6), "surface", "field")
        for place in range(1, COLUMNS * ROWS + 1):
            rect = self._cell(place)
            taken = self._place <= place < self._place + self._used
            first = place == self._place
            fill = "accent" if first else "accent_tint" if taken else "sunken"
            box(painter, rect, px(3), fill, None if first else "accent_fg" if taken else "line2")
            ink = "accent_text" if first else "accent_fg" if taken else "text3"
            centre = rect.center()
            text(painter, centre.x(), centre.y(), str(place), sized_font(13, first), ink, "middle")
