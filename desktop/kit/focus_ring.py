"""The focus ring: 3 px, 2 px away, round the one thing that has the keyboard.

It is drawn as an overlay beside the focused widget and not by a style: a ring outside a widget's own rectangle
cannot be painted by the widget's style, and a style written in Python would be called for every line Qt draws.

Buttons and editors have a ring, and whatever else asks for one by `set_ring(widget, radius)`; -1 is for none. A
widget may send the ring to another one (an editor to its frame) with the attribute `ring_target`.
"""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop.kit.theme import color, px

GAP, WIDTH = 2, 3

_RINGED = (QLineEdit, QAbstractButton, QAbstractSpinBox, QComboBox, QAbstractSlider)
"""What has a ring without asking; a page or a table that holds the focus has none."""


def set_ring(widget: QWidget, radius: int) -> None:
    """Tell the ring how round `widget` is (pixels at 100 %); -1 for none."""
    widget.setProperty("ringRadius", radius)


class FocusRing(QWidget):
    """The overlay of one application. It is a child of whatever clips the focused widget."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Weak: a window that nobody else holds must be able to go while the ring is round something in it.
        self._target: ref[QWidget] | None = None
        self._watched: list[ref[QWidget]] = []
        self.hide()

    def target(self) -> QWidget | None:
        """What the ring is round, while it exists."""
        widget = self._target() if self._target is not None else None
        return widget if widget is not None and isValid(widget) else None

    def follow(self, focused: QWidget | None) -> None:
        """Go round `focused`, or away."""
        target = getattr(focused, "ring_target", None) or focused
        if target is not None and target.property("ringRadius") is None and not isinstance(target, _RINGED):
            target = None
        self._unwatch()
        self._target = None
        if target is None or target.isWindow() or target.property("ringRadius") == -1 or target is self:
            self.hide()
            return
        host = _host(target)
        self._target = ref(target)
        if self.parentWidget() is not host:
            self.setParent(host)
        step: QWidget | None = target
        while step is not None and step is not host:
            self._watch(step)
            step = step.parentWidget()
        self._watch(host)
        self._place()

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        self._watched.append(ref(widget))

    def _unwatch(self) -> None:
        for reference in self._watched:
            widget = reference()
            if widget is not None and isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()

    def _place(self) -> None:
        target, host = self.target(), self.parentWidget()
        if target is None or host is None or not target.isVisibleTo(host):
            self.hide()
            return
        reach = px(GAP) + px(WIDTH)
        corner = target.mapTo(host, QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach))
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        target = self.target()
        if target is None:
            return
        given = target.property("ringRadius")
        radius = px(8 if given is None else int(given))
        half = px(WIDTH) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent_fg"), px(WIDTH)))
        corner = radius + px(GAP) + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), corner, corner)


def _host(target: QWidget) -> QWidget:
    """What clips `target`: the viewport it scrolls in, or its window."""
    step = target.parentWidget()
    while step is not None and not step.isWindow():
        above = step.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is step:
            return step
        step = above
    return target.window()


_ring: FocusRing | None = None
_followed: QApplication | None = None


def focus_ring() -> FocusRing:
    """The one ring. A window takes it along when it is destroyed; then there is a new one."""
    global _ring
    if _ring is None or not isValid(_ring):
        _ring = FocusRing()
    return _ring


def _focus_changed(_before: QWidget | None, now: QWidget | None) -> None:
    focus_ring().follow(now)


def follow_focus(app: QApplication) -> None:
    """Let the ring follow the focus of `app`; once is enough."""
    global _followed
    if _followed is not app:
        _followed = app
        app.focusChanged.connect(_focus_changed)
    else:
        focus_ring().follow(app.focusWidget())
