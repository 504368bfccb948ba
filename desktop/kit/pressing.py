"""What every pressable thing of the kit shares: who may press it by key, and repainting.

On the gate page Space swaps in and out and Enter records, so neither may press a button that happens to have
the focus: `leave_keys_to_page(page)` says so for everything inside a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.kit.focus_ring import set_ring
from desktop.kit.theme import themes

_PROPERTY = "leaveKeysToPage"

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


def leave_keys_to_page(page: QWidget, on: bool = True) -> None:
    """Inside `page`, Space and Enter press no button; the page gets these keys."""
    page.setProperty(_PROPERTY, on)


def keys_left_to_page(widget: QWidget) -> bool:
    """Whether some widget above `widget` has claimed Space and Enter for itself."""
    step: QWidget | None = widget
    while step is not None:
        if step.property(_PROPERTY):
            return True
        step = step.parentWidget()
    return False


class Pressable(_Base):
    """Mixin before a Qt button class that paints itself. Set `space_presses = False` to free Space for one."""

    space_presses = True

    def prepare(self, radius: int = 8) -> None:
        """Call at the end of `__init__`: hover, focus ring of this radius, repaint with the theme."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, radius)
        themes().changed.connect(self._measure_again)

    def _measure_again(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space and (not self.space_presses or keys_left_to_page(self)):
            event.ignore()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if keys_left_to_page(self) or event.isAutoRepeat():
                event.ignore()
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and (not self.space_presses or keys_left_to_page(self)):
            event.ignore()
            return
        super().keyReleaseEvent(event)
