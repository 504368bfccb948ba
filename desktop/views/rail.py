"""The rail at the left edge: one button a page, the settings at its foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.kit.cards import Divider
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, fitted, polygon, rule, smooth, text, text_width
from desktop.kit.pressing import Pressable
from desktop.kit.theme import RAIL_WIDTH, Type, color, font, px, sized_font, themes

ITEM_HEIGHT, LEAST_ITEM_HEIGHT = 80, 56


@dataclass(frozen=True)
class Page:
    """One page of the window.

    `title` is called again at each change of language. `widget` is the page, or makes it when it is first wanted.
    `bottom` is a strip shown under this page only. `at_foot` puts its button at the foot of the rail. A page that lies
    `under` another one has no button of its own.
    """

    key: str
    icon: str
    title: Callable[[], str]
    widget: QWidget | Callable[[], QWidget]
    bottom: QWidget | None = None
    at_foot: bool = False
    under: str = ""


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """A bound register with a gate's bar across it."""
    x, y, side = rect.x(), rect.y(), rect.width()
    box(painter, rect, side * 0.22, "accent")
    ink = "accent_text"
    box(
        painter,
        QRectF(x + side * 0.25, y + side * 0.19, side * 0.50, side * 0.62),
        side * 0.07,
        None,
        ink,
        side / 18,
    )
    spine = x + side * 0.38
    painter.setPen(color(ink))
    painter.fillRect(QRectF(spine - side / 36, y + side * 0.19, side / 18, side * 0.62), color(ink))
    box(painter, QRectF(x + side * 0.30, y + side * 0.47, side * 0.58, side * 0.13), side * 0.04, ink)
    for index in range(3):
        left = x + side * (0.40 + index * 0.16)
        top, low = y + side * 0.47, y + side * 0.60
        points = [
            (left, low),
            (left + side * 0.06, top),
            (left + side * 0.12, top),
            (left + side * 0.06, low),
        ]
        polygon(painter, points, "accent")


class Logo(QWidget):
    """The program's sign, `side` pixels at 100 %."""

    def __init__(self, side: int = 36) -> None:
        super().__init__()
        self._side = side
        themes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(px(self._side), px(self._side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_logo(smooth(QPainter(self)), QRectF(self.rect()))


class RailButton(Pressable, QPushButton):
    """Icon over word; a bar and a tint when its page is shown; a badge for what waits there."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon, self._badge = icon, ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.prepare(10)
        self.setProperty("ringRadius", -1)
        self._measure_again()

    def _measure_again(self) -> None:
        self.setFixedWidth(px(RAIL_WIDTH))
        self.setMinimumHeight(px(LEAST_ITEM_HEIGHT))
        self.setMaximumHeight(px(ITEM_HEIGHT))
        super()._measure_again()

    def set_badge(self, words: str) -> None:
        self._badge = words
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(RAIL_WIDTH), px(ITEM_HEIGHT))

    def nextCheckState(self) -> None:
        """Only the shell says which page is shown."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        on, width, high = self.isChecked(), self.width() - 1, self.height()
        ground = QRectF(px(8), px(4), width - px(16), high - px(8))
        if on:
            box(painter, ground, px(10), "accent_tint")
            bar = QRectF(0, ground.y() + px(12), px(4), ground.height() - px(24))
            box(painter, bar, px(2), "accent_fg", corners="bc")
        elif self.underMouse():
            box(painter, ground, px(10), "surface2")
        if self.hasFocus():
            box(painter, ground.adjusted(-3, -3, 3, 3), px(12), None, "accent_fg", px(3))
        ink = "accent_fg" if on else "text2"
        side, middle = px(28), width / 2
        roomy = high >= px(72)
        centre = high / 2 - px(9 if roomy else 11)
        spot = QRectF(middle - side / 2, centre - side / 2, side, side)
        paint_icon(painter, self._icon, spot, ink, 2.2 if on else 1.9)
        face = fitted(sized_font(14, on), self.text(), width - px(10))
        text(painter, middle, high / 2 + px(19 if roomy else 15), self.text(), face, ink, "middle")
        if self._badge:
            small = font(Type.KEY)
            wide = max(px(20), text_width(self._badge, small) + px(10))
            badge = QRectF(min(px(56), width - wide - px(2)), ground.y() + px(4), wide, px(20))
            box(painter, badge, px(10), "attn", "surface", px(1.5))
            text(painter, badge.center().x(), badge.center().y(), self._badge, small, "attn_ink", "middle")


class Rail(QScrollArea):
    """The buttons. Signal `asked(str)` with the key of the page a person wants."""

    asked = Signal(str)

    def __init__(self, pages: list[Page]) -> None:
        super().__init__()
        self._pages = pages
        self.buttons: dict[str, RailButton] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = _RailGround()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._logo = Logo()
        self._column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(px(10))
        for page in pages:
            if not page.at_foot:
                self._column.addWidget(self._button(page), 8)
        self._column.addStretch(1)
        self._line: QHBoxLayout | None = None
        if any(page.at_foot for page in pages):
            self._line = QHBoxLayout()
            self._line.addWidget(Divider())
            self._column.addLayout(self._line)
        for page in pages:
            if page.at_foot:
                self._column.addWidget(self._button(page), 8)
        self.setWidget(inside)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _button(self, page: Page) -> RailButton:
        button = RailButton(page.icon)
        button.clicked.connect(lambda: self.asked.emit(page.key))
        self.buttons[page.key] = button
        return button

    def _fit(self) -> None:
        self.setFixedWidth(px(RAIL_WIDTH))
        self._column.setContentsMargins(0, px(10), 0, px(8))
        if self._line is not None:
            self._line.setContentsMargins(px(16), 0, px(16), px(4))

    def retranslate(self) -> None:
        for index, page in enumerate(self._pages, start=1):
            button = self.buttons[page.key]
            button.setText(page.title())
            button.setToolTip(f"Alt+{index}")
            button.setAccessibleName(page.title())

    def mark(self, key: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == key)

    def set_badge(self, key: str, words: str) -> None:
        if key in self.buttons:
            self.buttons[key].set_badge(words)


class _RailGround(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("surface"))
        rule(painter, self.width() - 1, 0, self.width() - 1, self.height())
