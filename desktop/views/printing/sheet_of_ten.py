"""A sheet of ten cards as a picture to press on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.kit.focus_ring import set_ring
from desktop.kit.theme import px

COLUMNS, ROWS = 2, 5
PLACES = COLUMNS * ROWS

# Plain numbers: a keyboard may have keys that Qt's enum does not name.
_STEPS = {
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_Left.value: -1,
    Qt.Key.Key_Down.value: COLUMNS,
    Qt.Key.Key_Up.value: -COLUMNS,
}


def step_of(event: QKeyEvent) -> int | None:
    """From which place to which an arrow key leads, as the places lie; None for another key."""
    return _STEPS.get(event.key())


class SheetOfTen(QWidget):
    """Two columns of five, places 0 to 9 along the rows, `gap` apart. `press` says what pressing one does."""

    def __init__(self, gap: int, radius: int) -> None:
        super().__init__()
        self._gap = gap
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, radius)

    def press(self, place: int) -> None:
        """A person pressed a place."""
        raise NotImplementedError

    def cell(self, place: int) -> QRectF:
        """Where a place lies."""
        edge, gap = px(8), px(self._gap)
        width = (self.width() - 2 * edge - gap * (COLUMNS - 1)) / COLUMNS
        height = (self.height() - 2 * edge - gap * (ROWS - 1)) / ROWS
        column, row = place % COLUMNS, place // COLUMNS
        return QRectF(edge + column * (width + gap), edge + row * (height + gap), width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(PLACES):
            if self.cell(place).contains(event.position()):
                self.press(place)
