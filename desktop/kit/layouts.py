"""Layouts whose gaps follow the size in force, a flow that wraps, and a scroll area without a frame.

    column(title, row(search, pills, gap=16), table, gap=16, margins=(16, 16, 16, 16))

Items are widgets, layouts, integers (a fixed gap) or `STRETCH`.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from desktop.kit.theme import px, themes

STRETCH = object()
Item = QWidget | QLayout | int | object
Margins = int | tuple[int, int, int, int]


def _edges(margins: Margins) -> QMargins:
    left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
    return QMargins(px(left), px(top), px(right), px(bottom))


class _Measure(QObject):
    """Keeps the gaps of one layout in step with the size in force, and goes with it."""

    def __init__(self, layout: QLayout, gap: int, margins: Margins, row_gap: int | None) -> None:
        super().__init__(layout)
        self._layout, self._gap, self._margins, self._row_gap = layout, gap, margins, row_gap
        themes().changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        self._layout.setSpacing(px(self._gap))
        if self._row_gap is not None and isinstance(self._layout, QGridLayout):
            self._layout.setVerticalSpacing(px(self._row_gap))
        self._layout.setContentsMargins(_edges(self._margins))


def scaled(layout: QLayout, gap: int, margins: Margins = 0, row_gap: int | None = None) -> None:
    """Give a layout gaps and margins (left, top, right, bottom) at 100 %, and keep them in step with the size.

    Calling it again gives the layout new ones, for a page that has less room.
    """
    for child in layout.findChildren(_Measure):
        delete(child)
    _Measure(layout, gap, margins, row_gap)


def fill(layout: QBoxLayout, items: tuple[Item, ...]) -> None:
    """Add items in order; an integer is a gap, `STRETCH` takes the room that is left."""
    for item in items:
        if item is STRETCH:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            raise TypeError(f"a layout takes no {type(item).__name__}")


def row(
    *items: Item, gap: int = 8, margins: Margins = 0, top: bool = False, parent: QWidget | None = None
) -> QHBoxLayout:
    """Side by side, centred on each other or with `top` in line above. With `parent` it is that widget's layout."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    scaled(layout, gap, margins)
    fill(layout, items)
    if top:
        for index in range(layout.count()):
            item = layout.itemAt(index)
            if item is not None and item.spacerItem() is None:
                item.setAlignment(Qt.AlignmentFlag.AlignTop)
    return layout


def column(*items: Item, gap: int = 8, margins: Margins = 0, parent: QWidget | None = None) -> QVBoxLayout:
    """One under another. With `parent` it becomes that widget's layout."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    scaled(layout, gap, margins)
    fill(layout, items)
    return layout


def grid(
    gap: int = 16, row_gap: int | None = None, margins: Margins = 0, parent: QWidget | None = None
) -> QGridLayout:
    """A grid; fields of a form go into it side by side."""
    layout = QGridLayout(parent)
    scaled(layout, gap, margins, row_gap)
    return layout


class FlowLayout(QLayout):
    """Items side by side that go on in the next line when the line is full."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + px(self._gap) for item in self._items) - px(self._gap)
        return QSize(max(0, wide), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, place: bool) -> int:
        gap, x, y, tall = px(self._gap), rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.x() + rect.width():
                x, y, tall = rect.x(), y + tall + gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + gap
            tall = max(tall, hint.height())
        return y + tall - rect.y()


def scrolling(content: QWidget) -> QScrollArea:
    """`content` in a frameless area that scrolls up and down only when it must.

    Give the content a margin of 5 px or more, or the focus ring is cut at the edge.
    """
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    area.setWidget(content)
    # setWidget() turns the content's own ground on, which would cover the card under it.
    content.setAutoFillBackground(False)
    return area
