"""A word at the bottom edge that goes by itself after 4 seconds, takes no focus, and may offer one action.

host = ToastHost(window); host.show_toast(self.tr("Line 0213 saved"), action=self.tr("Void"), key="F9",
                                          on_action=self.void_last)
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.icons import paint_icon
from desktop.kit.labels import ElidedLabel
from desktop.kit.layouts import row
from desktop.kit.paint import box, smooth
from desktop.kit.theme import Type, px

SHOWN_MS = 4000


class Toast(QWidget):
    """The dark bar itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = "check"
        self._words = ElidedLabel("", Type.BODY_STRONG, "surface")
        self.button = Button("", ButtonKind.TOAST, height=36, size=15)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = row(self._words, self.button, gap=12, margins=(48, 0, 10, 0), parent=self)
        line.setStretch(0, 1)
        self.hide()

    def set_toast(self, words: str, action: str, key: str, icon: str) -> None:
        self._icon = icon
        self._words.setText(words)
        self.button.setText(action)
        self.button.set_key(key)
        self.button.setVisible(bool(action))
        self.setAccessibleName(words)
        self.update()

    def natural_width(self) -> int:
        action = self.button.sizeHint().width() + px(12) if self.button.text() else px(10)
        return px(48 + 14) + self._words.sizeHint().width() + action

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(10), "text")
        side = px(22)
        spot = QRectF(px(16), (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, spot, "toast_tick" if self._icon == "check" else "surface", 3)


class ToastHost(QObject):
    """Places one toast over the lower edge of `parent`; a new one takes the place of the old.

    `bottom` and `left` are how far from the edges it stays, at 100 %.
    """

    def __init__(self, parent: QWidget, *, left: int = 0, bottom: int = 8) -> None:
        super().__init__(parent)
        self._parent, self._left, self._bottom = parent, left, bottom
        self.toast = Toast(parent)
        self._on_action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self.toast.button.clicked.connect(self._act)
        parent.installEventFilter(self)

    def show_toast(
        self,
        words: str,
        *,
        action: str = "",
        key: str = "",
        on_action: Callable[[], None] | None = None,
        icon: str = "check",
    ) -> None:
        self._on_action = on_action
        self.toast.set_toast(words, action, key, icon)
        self._place()
        self.toast.show()
        self.toast.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self.toast, QAccessible.Event.Alert))

    def remaining_ms(self) -> int:
        """How long the toast still stays; 0 when there is none."""
        return max(0, self._timer.remainingTime())

    def dismiss(self) -> None:
        self._timer.stop()
        self.toast.hide()

    def _act(self) -> None:
        act, self._on_action = self._on_action, None
        self.dismiss()
        if act is not None:
            act()

    def _place(self) -> None:
        room = self._parent.width() - px(self._left) - px(32)
        width, height = min(self.toast.natural_width(), room), px(48)
        left = px(self._left) + (self._parent.width() - px(self._left) - width) // 2
        self.toast.setGeometry(left, self._parent.height() - height - px(self._bottom), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.toast.isVisible():
            self._place()
        return False
