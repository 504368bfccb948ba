"""Parts of the page that looks at scanners: a code on the screen, a flaw with its remedy, a serial port."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.devices.serial_scanner import Found, PortState
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface, paint_mark
from desktop.kit.labels import ElidedLabel, IconLabel, Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.paint import box, smooth
from desktop.kit.theme import Type, px, themes
from desktop.paper.qr import QUIET_ZONE
from desktop.paper.symbol import Symbol

_TICK = 26


class CodeView(QWidget):
    """A code that scanners can read from the screen: whole pixels a module, on white in either theme, a tick once it
    was read."""

    def __init__(self, symbol: Symbol, module: int) -> None:
        super().__init__()
        self._symbol, self._module = symbol, module
        self._read = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._fit)
        self._fit()

    def set_read(self, read: bool) -> None:
        """Whether it was read."""
        self._read = read
        self.update()

    def _fit(self) -> None:
        self.updateGeometry()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = (self._symbol.size + 2 * QUIET_ZONE) * px(self._module)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        step, size = px(self._module), self._symbol.size
        for y, line in enumerate(self._symbol.rows):
            for x in range(size):
                if line >> (size - 1 - x) & 1:
                    painter.fillRect(
                        (x + QUIET_ZONE) * step, (y + QUIET_ZONE) * step, step, step, Qt.GlobalColor.black
                    )
        if self._read:
            side = px(_TICK)
            spot = QRectF(self.width() - side, self.height() - side, side, side)
            box(smooth(painter), spot.adjusted(-3, -3, 3, 3), side, "surface")
            paint_mark(painter, spot, "check", "allow", "allow_ink")


class FlawView(Surface):
    """What is wrong, and which setting mends it."""

    def __init__(self, what: str, mend: str, harmless: bool) -> None:
        super().__init__("surface2" if harmless else "attn_tint", "line2" if harmless else "attn_line", 8)
        self.what = Label(what, Type.BODY_STRONG, "text" if harmless else "attn_text", wrap=True)
        self.mend = Label(mend, Type.BODY, "text2" if harmless else "text", wrap=True)
        icon = IconLabel("info" if harmless else "alert", 20, "text2" if harmless else "attn_text", 2.2)
        words = column(self.what, self.mend, gap=2)
        line = row(column(icon, STRETCH), words, gap=12, margins=(14, 10, 14, 8), parent=self)
        line.setStretch(1, 1)
        self.setAccessibleName(f"{what} {mend}")


class PortView(QWidget):
    """A serial port: what it is, whether it is read, and a button to say that it is a scanner's. Signal
    `allowed(bool)`."""

    allowed = Signal(bool)

    def __init__(self, found: Found) -> None:
        super().__init__()
        read = found.state is PortState.READ
        name = found.port.words or found.port.name
        icon = IconLabel("scan" if read else "usb", 22, "text" if read else "text2", 2.2)
        words = {
            PortState.READ: self.tr("Read: the whole card at once"),
            PortState.LEFT: self.tr("Not read. It may be something else"),
            PortState.BUSY: self.tr("Another program has it"),
        }[found.state]
        self.state = Label(words, Type.SMALL, "allow_text" if read else "text2", wrap=True)
        title = ElidedLabel(f"{name} ({found.port.name})", Type.BODY_STRONG)
        self.button = Button(
            self.tr("Do not read it") if read else self.tr("It is a scanner"), ButtonKind.SECONDARY, height=40
        )
        self.button.setVisible(not found.port.is_scanner and found.state is not PortState.BUSY)
        self.button.clicked.connect(lambda: self.allowed.emit(not read))
        line = row(icon, column(title, self.state, gap=0), self.button, gap=12, parent=self)
        line.setStretch(1, 1)
        self.setAccessibleName(f"{name} {words}")
