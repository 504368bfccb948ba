"""A table in a card, with the blue bar in place of its foot while rows are ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QRegion
from PySide6.QtWidgets import QBoxLayout, QTableView, QVBoxLayout, QWidget

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card, Strip
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, row
from desktop.kit.paint import box, rounded_path, smooth
from desktop.kit.theme import Type, color, px


class _CornerCover(QWidget):
    """Rounds the corners of whatever fills a card to its edge."""

    def __init__(self, card: QWidget, ground: str, radius: int) -> None:
        super().__init__(card)
        self._ground, self._radius = ground, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.LayoutRequest):
            card = self.parentWidget()
            if card is not None:
                self.setGeometry(card.rect())
                inner, reach = card.rect(), px(self._radius)
                whole = QRegion(inner)
                self.setMask(
                    whole.subtracted(QRegion(inner.adjusted(reach, 0, -reach, 0))).subtracted(
                        QRegion(inner.adjusted(0, reach, 0, -reach))
                    )
                )
                self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        outside = QPainterPath()
        outside.addRect(rect)
        outside = outside.subtracted(rounded_path(rect, px(self._radius)))
        painter.fillPath(outside, color(self._ground))
        box(painter, rect, px(self._radius), None, "line")


class BulkBar(Strip):
    """Accent bar for what can be done with the ticked rows. Signal `cancelled` when its Esc is pressed.

    Add buttons with `add(words, icon, danger=False)`; `set_words("已选 4 张", "Esc 取消")`.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("cd", fill="accent")
        self._count = Label("", Type.SECTION, "accent_text")
        self._cancel = Button("", ButtonKind.PRIMARY, height=40, size=14)
        self._cancel.clicked.connect(self.cancelled)
        self._line = row(self._count, self._cancel, STRETCH, gap=8, margins=(20, 10, 16, 10), parent=self)
        self.hide()

    def set_words(self, count: str, cancel: str) -> None:
        self._count.setText(count)
        self._cancel.setText(cancel)

    def add(self, words: str, icon: str, *, danger: bool = False) -> Button:
        kind = ButtonKind.PLATE_DANGER if danger else ButtonKind.PLATE
        button = Button(words, kind, icon=icon, height=44, size=15)
        self._line.addWidget(button)
        return button


class TableCard(Card):
    """A card filled by a table. `bar` takes the place of the foot while `show_bar(True)`."""

    def __init__(self, table: QTableView, *, title: str = "", ground: str = "bg") -> None:
        self.table = table
        super().__init__(title, padding=0, gap=0)
        self.body.addWidget(table, 1)
        self._feet = QVBoxLayout()
        self._feet.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._feet)
        self.bar = BulkBar()
        self._foot: QWidget | None = None
        self._feet.addWidget(self.bar)
        self._cover = _CornerCover(self, ground, 12)

    def set_title(self, words: str) -> None:
        super().set_title(words)
        self.table.setAccessibleName(words)

    def foot(self, margins: object = (16, 8, 16, 8)) -> QBoxLayout:
        """A quiet foot, for a count or for pages of rows."""
        strip = Strip("cd")
        line = row(gap=8, margins=margins, parent=strip)  # type: ignore[arg-type]
        self._feet.addWidget(strip)
        self._foot = strip
        return line

    def show_bar(self, shown: bool) -> None:
        self.bar.setVisible(shown)
        if self._foot is not None:
            self._foot.setVisible(not shown)
