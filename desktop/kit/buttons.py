"""Buttons: one primary on a screen, secondary for the rest, danger outlined and filled only where it is confirmed.

    Button(self.tr("Record"), ButtonKind.PRIMARY, icon="check", key="Enter", caption=self.tr("Press Enter"))

`key` is the key cap drawn inside; the page makes the shortcut. `set_busy(True)` shows work going on and takes no
press meanwhile. A disabled button needs its reason beside it. Space and Enter press the focused button unless
the page keeps them (`desktop.kit.pressing.leave_keys_to_page`).
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from desktop.kit.icons import paint_icon
from desktop.kit.key_cap import inner_cap_width, paint_inner_cap
from desktop.kit.paint import box, fitted, smooth, text, text_width
from desktop.kit.pressing import Pressable
from desktop.kit.theme import color, px, sized_font


class ButtonKind(StrEnum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    DANGER_FILL = "dangerfill"
    ALLOW = "allow"
    GHOST = "ghost"
    PLATE = "plate"
    """White on the blue bar that acts on ticked rows."""
    PLATE_DANGER = "plate_danger"
    TOAST = "toast"
    """On a toast: a lighter patch of its dark ground."""


_FILLED = {ButtonKind.PRIMARY, ButtonKind.DANGER_FILL, ButtonKind.ALLOW, ButtonKind.TOAST}

# fill when plain, hovered, pressed; outline; its width; ink
_LOOKS: dict[ButtonKind, tuple[str | None, str | None, str | None, str | None, float, str]] = {
    ButtonKind.PRIMARY: ("accent", "accent_hover", "accent_press", None, 0, "accent_text"),
    ButtonKind.SECONDARY: ("surface", "surface2", "sunken", "field", 1, "text"),
    ButtonKind.QUIET: ("surface2", "sunken", "line", "line2", 1, "text"),
    ButtonKind.DANGER: ("surface", "deny_tint", "deny_tint2", "deny", 1.5, "deny_text"),
    ButtonKind.DANGER_FILL: ("deny", "deny_hover", "deny_press", None, 0, "deny_ink"),
    ButtonKind.ALLOW: ("allow", "allow", "allow_text", None, 0, "allow_ink"),
    ButtonKind.GHOST: (None, "accent_tint", "accent_tint", None, 0, "accent_fg"),
    ButtonKind.PLATE: ("surface", "surface2", "sunken", None, 0, "text"),
    ButtonKind.PLATE_DANGER: ("surface", "deny_tint", "deny_tint2", None, 0, "deny_text"),
    ButtonKind.TOAST: (None, None, None, None, 0, "surface"),
}

BUSY_STEP_MS = 80


class Button(Pressable, QPushButton):
    """A button that paints itself. `height` and `size` (of the words) are pixels at 100 %."""

    def __init__(
        self,
        words: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str | None = None,
        key: str = "",
        caption: str = "",
        height: int = 44,
        size: int = 16,
        radius: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._icon_name, self._key, self._caption = kind, icon, key, caption
        self._height, self._size, self._radius = height, size, radius
        self._busy, self._turn = False, 0
        self._timer = QTimer(self)
        self._timer.setInterval(BUSY_STEP_MS)
        self._timer.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.prepare(radius)

    # What it says and how it looks

    def kind(self) -> ButtonKind:
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        self.update()

    def set_icon_name(self, name: str | None) -> None:
        self._icon_name = name
        self._measure_again()

    def key(self) -> str:
        return self._key

    def set_key(self, words: str) -> None:
        """The cap inside, `""` for none."""
        self._key = words
        self.setAccessibleDescription(words)
        self._measure_again()

    def set_caption(self, words: str) -> None:
        """A second, smaller line under the words."""
        self._caption = words
        self._measure_again()

    def set_height(self, height: int) -> None:
        self._height = height
        self._measure_again()

    def set_words_size(self, size: int) -> None:
        self._size = size
        self._measure_again()

    def busy(self) -> bool:
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Show that its work goes on; presses do nothing until it ends."""
        self._busy = busy
        self._sync_timer()
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.PointingHandCursor)
        self.update()

    def click(self) -> None:
        if not self._busy:
            super().click()

    def hitButton(self, position: QPoint) -> bool:
        return not self._busy and super().hitButton(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._busy and event.key() == Qt.Key.Key_Space:
            return
        super().keyPressEvent(event)

    def _step(self) -> None:
        self._turn = (self._turn + 30) % 360
        self.update()

    def _sync_timer(self) -> None:
        if self._busy and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: object) -> None:
        self._sync_timer()

    def hideEvent(self, event: object) -> None:
        self._sync_timer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    # Size

    def _parts_width(self) -> float:
        face = sized_font(self._size, True)
        total = text_width(self.text(), face)
        if self._icon_name or self._busy:
            total += px(self._size * 1.25) + (px(8) if self.text() else 0)
        if self._key:
            total += px(10) + inner_cap_width(self._key)
        return total

    def sizeHint(self) -> QSize:
        caption = text_width(self._caption, sized_font(16)) if self._caption else 0
        side = px(16 if self._height >= 44 else 12)
        wide = max(self._parts_width(), caption) + 2 * side
        if not self.text() and not self._key:
            wide = px(self._height)
        return QSize(round(wide), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # Painting

    def _colors(self) -> tuple[QColor | None, QColor | None, float, QColor]:
        if not self.isEnabled():
            return color("sunken"), color("line2"), 1, color("text3")
        plain, hovered, pressed, line, width, ink = _LOOKS[self._kind]
        if self._kind is ButtonKind.TOAST:
            return color("surface", 0.28 if self.isDown() or self.underMouse() else 0.16), None, 0, color(ink)
        token = (
            pressed
            if self.isDown() or self.isChecked()
            else hovered
            if self.underMouse() and not self._busy
            else plain
        )
        return color(token) if token else None, color(line) if line else None, width, color(ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        fill, line, width, ink = self._colors()
        rect = QRectF(self.rect())
        box(painter, rect, px(self._radius), fill, line, width)
        centre = rect.height() / 2
        if self._caption:
            caption = fitted(sized_font(16), self._caption, rect.width() - px(16))
            text(
                painter,
                rect.center().x(),
                centre + px(self._size * 0.7),
                self._caption,
                caption,
                ink,
                "middle",
            )
            centre -= px(self._size * 0.45)
        self._paint_parts(painter, rect, centre, ink)

    def _paint_parts(self, painter: QPainter, rect: QRectF, centre: float, ink: QColor) -> None:
        face = sized_font(self._size, True)
        room = rect.width() - px(12)
        total, key = self._parts_width(), self._key
        if total > room and key:
            total, key = total - px(10) - inner_cap_width(key), ""
        if total > room:
            face = fitted(face, self.text(), room - (total - text_width(self.text(), face)))
            total = min(total, room)
        x = rect.center().x() - total / 2
        if self._icon_name or self._busy:
            side = px(self._size * 1.25)
            spot = QRectF(x, centre - side / 2, side, side)
            if self._busy:
                self._paint_turning(painter, spot, ink)
            elif self._icon_name:
                paint_icon(painter, self._icon_name, spot, ink, 2.2)
            x += side + (px(8) if self.text() else 0)
        x += text(painter, x, centre, self.text(), face, ink, room=rect.right() - x - px(4)) + px(10)
        if key:
            cap = QRectF(x, centre - px(12), inner_cap_width(key), px(24))
            paint_inner_cap(painter, cap, key, ink, self._kind in _FILLED and self.isEnabled())

    def _paint_turning(self, painter: QPainter, spot: QRectF, ink: QColor) -> None:
        pen = QPen(ink, max(2.0, spot.width() * 0.13))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        edge = spot.width() * 0.12
        painter.drawArc(spot.adjusted(edge, edge, -edge, -edge), -self._turn * 16, 270 * 16)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class IconButton(Button):
    """A square button with an icon alone; `name` is what a screen reader and the tool tip say."""

    def __init__(
        self,
        icon: str,
        name: str = "",
        kind: ButtonKind = ButtonKind.QUIET,
        *,
        side: int = 40,
        glyph: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon=icon, height=side, size=round(glyph / 1.25), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)


class Spinner(QWidget):
    """A small turning ring for work without a measure."""

    def __init__(self, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._turn = side, 0
        self.setFixedSize(px(side), px(side))
        self._timer = QTimer(self)
        self._timer.setInterval(BUSY_STEP_MS)
        self._timer.timeout.connect(self._step)

    def _step(self) -> None:
        self._turn = (self._turn + 30) % 360
        self.update()

    def showEvent(self, event: object) -> None:
        self._timer.start()

    def hideEvent(self, event: object) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        width = max(2.0, self.width() * 0.16)
        radius = self.width() / 2 - width / 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(color("line"), width))
        painter.drawEllipse(centre, radius, radius)
        pen = QPen(color("accent_fg"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(circle, (90 - self._turn) * 16, -110 * 16)
