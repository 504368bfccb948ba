"""Surfaces: a card, an amber banner, what a page says when it is empty, a panel at the side of a page.

card = Card(self.tr("Today's lines")); card.set_note(self.tr("%n lines", "", n)); card.body.addWidget(table)
empty = EmptyState("list"); empty.set_words(self.tr("No lines yet"), self.tr("Scan the first pass")); ...
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.density import density
from desktop.kit.icons import paint_icon, paint_severity
from desktop.kit.key_cap import KeyCap
from desktop.kit.labels import ElidedLabel, IconLabel, Label
from desktop.kit.layouts import STRETCH, Margins, column, row, scaled, scrolling
from desktop.kit.paint import box, rule, smooth
from desktop.kit.theme import Type, px, themes


class Surface(QWidget):
    """A painted ground with a line round it: tokens for fill and line, `radius` and `dashed`."""

    def __init__(
        self,
        fill: str = "surface",
        line: str | None = "line",
        radius: int = 12,
        *,
        width: float = 1,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._line, self._radius, self._width, self._dashed = fill, line, radius, width, dashed
        themes().changed.connect(self.update)

    def set_tokens(self, fill: str, line: str | None, width: float = 1) -> None:
        self._fill, self._line, self._width = fill, line, width
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        dash = [5.0, 4.0] if self._dashed else None
        rect = QRectF(self.rect())
        box(smooth(QPainter(self)), rect, px(self._radius), self._fill, self._line, self._width, dash=dash)


class Strip(QWidget):
    """The head or the foot of a card: surface2 with a line towards the middle, its outer corners round."""

    def __init__(self, corners: str, radius: int = 12, fill: str = "surface2") -> None:
        super().__init__()
        self._corners, self._radius, self._fill = corners, radius, fill
        themes().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box(painter, QRectF(self.rect()), px(self._radius - 1), self._fill, corners=self._corners)
        if self._fill.startswith("accent"):
            return
        y = 0 if "c" in self._corners else self.height() - 1
        rule(painter, 0, y, self.width(), y)


class Card(Surface):
    """A white card, with a head when it has a title. Put things into `body`, `head_tail` and `foot()`.

    `padding` is that of the body; give 0 for a table that goes to the edges. Without it the body keeps 20 px, and
    4 px under a title.
    """

    def __init__(
        self, title: str = "", *, padding: Margins | None = None, gap: int = 12, head_line: bool = False
    ) -> None:
        super().__init__()
        self.title = Label("", Type.CARD_TITLE)
        self.note = Label("", Type.BODY, "text2")
        self.head_tail = row(gap=8)
        self._head = Strip("ab", fill="surface") if head_line else QWidget()
        row(
            self.title,
            4,
            self.note,
            STRETCH,
            self.head_tail,
            gap=8,
            margins=(20, 8, 16, 8),
            parent=self._head,
        )
        self._head.hide()
        self._gap, self._padding = gap, padding
        self.body: QBoxLayout = column(gap=gap, margins=20 if padding is None else padding)
        self._all = column(self._head, self.body, gap=0, margins=1, parent=self)
        self._all.setStretch(1, 1)
        # Takes the room that a body of fixed height leaves; else the head would drift down.
        self._all.addStretch(0)
        themes().changed.connect(self._fit)
        self._fit()
        if title:
            self.set_title(title)

    def _fit(self) -> None:
        self._head.setFixedHeight(px(56))

    def set_title(self, words: str) -> None:
        self.title.setText(words)
        self._head.setVisible(bool(words))
        if self._padding is None:
            scaled(self.body, self._gap, (20, 4 if words else 20, 20, 20))

    def set_note(self, words: str) -> None:
        """Beside the title, quiet."""
        self.note.setText(words)

    def foot(self, margins: Margins = (20, 12, 20, 12)) -> QBoxLayout:
        """Add a foot and give the row to put buttons into."""
        strip = Strip("cd")
        line = row(gap=8, margins=margins, parent=strip)
        self._all.addWidget(strip)
        return line


class EmptyState(Surface):
    """A dashed box with an icon, what the page waits for, and one next step."""

    acted = Signal()

    def __init__(self, icon: str, *, button_kind: ButtonKind = ButtonKind.PRIMARY) -> None:
        super().__init__("surface2", "line2", 10, dashed=True)
        self._icon = IconLabel(icon, 44, "text3")
        self._title = Label("", Type.CARD_TITLE, wrap=True)
        self._what = Label("", Type.CELL, "text2", wrap=True)
        self._cap = KeyCap()
        self._step = Label("", Type.CELL, "text2")
        self._cap.hide()
        self._step.hide()
        self._button = Button("", button_kind)
        self._button.clicked.connect(self.acted)
        self._button.hide()
        key_line = row(self._cap, self._step, STRETCH)
        button_line = row(self._button, STRETCH)
        words = column(STRETCH, self._title, self._what, key_line, button_line, STRETCH, gap=6)
        line = row(self._icon, words, gap=24, margins=(28, 20, 24, 20), parent=self)
        line.setStretch(1, 1)

    def set_icon(self, name: str) -> None:
        self._icon.set_icon(name)

    def set_words(self, title: str, what: str = "") -> None:
        self._title.setText(title)
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self.setAccessibleName(title)

    def set_key(self, key: str, words: str) -> None:
        """The next step as a key: `F2` 手工查找."""
        self._cap.set_text(key)
        self._step.setText(words)
        self._cap.setVisible(bool(key))
        self._step.setVisible(bool(words))

    def set_button(self, words: str, icon: str | None = None, key: str = "") -> None:
        """The next step as a button, which emits `acted`."""
        self._button.setText(words)
        self._button.set_icon_name(icon)
        self._button.set_key(key)
        self._button.setVisible(bool(words))


class Banner(Surface):
    """Amber, stays until what it says is mended. Signal `acted` when its button is pressed."""

    acted = Signal()

    def __init__(self, icon: str = "alert", kind: str = "attn") -> None:
        super().__init__(f"{kind}_tint", "attn_line" if kind == "attn" else kind, 10)
        self._icon = IconLabel(icon, 22, f"{kind}_text", 2.2)
        self._words = Label("", Type.BODY_STRONG, f"{kind}_text", wrap=True)
        self._button = Button("", ButtonKind.GHOST, height=36, size=15)
        self._button.clicked.connect(self.acted)
        self._button.hide()
        line = row(self._icon, self._words, self._button, gap=12, margins=(18, 8, 10, 8), parent=self)
        line.setStretch(1, 1)
        self.setMinimumHeight(px(48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_words(self, words: str, action: str = "", key: str = "") -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self._button.setText(action)
        self._button.set_key(key)
        self._button.setVisible(bool(action))


class ResultPanel(Surface):
    """The end of a long piece of work in large words: green with a disc, amber with a triangle, red with an octagon.

    `kind` is `allow`, `attn` or `deny`; `glyph` the icon inside (`eject`, `check`, None for the usual one).
    """

    def __init__(self, kind: str = "allow", glyph: str | None = None) -> None:
        super().__init__(kind, None, 12)
        self._kind, self._glyph = kind, glyph
        self._title = Label("", Type.DIALOG_TITLE, f"{kind}_ink", wrap=True)
        self._what = Label("", Type.BODY, f"{kind}_ink", wrap=True)
        line = row(
            column(STRETCH, self._title, self._what, STRETCH, gap=2), margins=(104, 16, 16, 16), parent=self
        )
        line.setStretch(0, 1)
        self.setMinimumHeight(px(96))

    def set_words(self, title: str, what: str = "") -> None:
        self._title.setText(title)
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self.setAccessibleName(title)
        self.setAccessibleDescription(what)

    def set_kind(self, kind: str, glyph: str | None = None) -> None:
        self._kind, self._glyph = kind, glyph
        self.set_tokens(kind, None)
        self._title.set_ink(f"{kind}_ink")
        self._what.set_ink(f"{kind}_ink")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = smooth(QPainter(self))
        centre = QRectF(px(20), 0, px(68), self.height()).center()
        paint_severity(painter, self._kind, centre, px(64), f"{self._kind}_ink", self._kind, self._glyph)


class SidePanel(Surface):
    """A panel at the side of a page: icon, title, cross. It never covers the page and never takes the focus by itself.

    `width` at 100 %, `narrow` in a narrow window. Signal `closed`: the cross or Esc. Put things into `body`, which
    scrolls when the window is low, and buttons into `foot()`.
    """

    closed = Signal()

    def __init__(
        self, icon: str, *, width: int = 400, narrow: int = 326, padding: Margins = 20, gap: int = 12
    ) -> None:
        super().__init__()
        self._widths = width, narrow
        self._icon = IconLabel(icon, 24, "text", 2.2)
        self._title = ElidedLabel("", Type.CARD_TITLE)
        self.close_button = IconButton("x", "", side=40)
        self.close_button.clicked.connect(self.closed)
        head = row(self._icon, self._title, self.close_button, gap=12, margins=(20, 12, 12, 4))
        head.setStretch(1, 1)
        content = QWidget()
        self.body = column(gap=gap, margins=padding, parent=content)
        area = scrolling(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._all = column(head, area, gap=0, margins=1, parent=self)
        self._all.setStretch(1, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self._room())

    def _room(self) -> int:
        return px(self._widths[density().narrow])

    def sizeHint(self) -> QSize:
        return QSize(self._room(), super().sizeHint().height())

    def set_title(self, words: str, close_name: str) -> None:
        self._title.setText(words)
        self.setAccessibleName(words)
        self.close_button.set_name(close_name)

    def foot(self, margins: Margins = (20, 12, 20, 12)) -> QBoxLayout:
        strip = Strip("cd")
        line = row(gap=8, margins=margins, parent=strip)
        self._all.addWidget(strip)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Divider(QWidget):
    """A level line."""

    def __init__(self, token: str = "line") -> None:
        super().__init__()
        self._token = token
        self.setFixedHeight(1)
        themes().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        rule(QPainter(self), 0, 0, self.width(), 0, self._token)


class Tile(Surface):
    """A number with its name, as in the day's totals. `kind` `""` or `attn`."""

    def __init__(self, kind: str = "") -> None:
        super().__init__("surface2", "line", 8)
        self._name = Label("", Type.CELL, "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self._value = Label("", Type.DIALOG_TITLE, align=Qt.AlignmentFlag.AlignHCenter)
        column(self._name, self._value, gap=0, margins=(8, 6, 8, 4), parent=self)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        self.set_tokens(f"{kind}_tint" if kind else "surface2", "attn_line" if kind == "attn" else "line2")
        self._name.set_ink(f"{kind}_text" if kind else "text2")

    def set_words(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
        self.setAccessibleName(f"{name} {value}")

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(88), px(56)))


def paint_mark(painter: QPainter, rect: QRectF, name: str, fill: str, ink: str) -> None:
    """A filled disc with an icon, as for "scanner ready"."""
    box(painter, rect, rect.width() / 2, fill)
    edge = rect.width() * 0.18
    paint_icon(painter, name, rect.adjusted(edge, edge, -edge, -edge), ink, 3)
