"""All that the gate page can do, with the digit that does it: the page worked from a number pad alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.density import density
from desktop.kit.key_cap import key_cap_width, paint_key_cap
from desktop.kit.paint import fitted, rule, smooth, text
from desktop.kit.theme import Type, color, font, px, themes
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.temperature import POINTS
from desktop.views.gate.words import say


@dataclass(frozen=True)
class Row:
    """A key of the number pad, what it does now, and the key that does the same without the menu."""

    pad: str
    words: str
    key: str = ""
    able: bool = True


def rows(missed: bool, queue: bool, refused: bool, muted: bool, clock: bool = False) -> list[Row]:
    """What can be done. `missed`: a crossing may be filled in; `queue`: one is under way; `refused`: the card in
    front lets nobody in; `clock`: the right time is asked for."""
    star = say("Lead lets in") if refused else say("Cannot measure")
    return [
        *([Row(".", say("Set the clock"))] if clock else []),
        Row("1", say("Fill in the missed one"), "F11", missed),
        Row("2", say("Find someone by hand"), "F2"),
        Row("3", say("End the queue") if queue else say("Queue of one book"), "Ctrl+Q"),
        Row("4", say("Camera"), "F4"),
        Row("5", say("Person without a card"), "F5"),
        Row("6", say("Next lane"), "F6", not queue),
        Row("7", say("Call the lead"), "F7"),
        Row("8", say("Retests"), "F8"),
        Row("9", say("Void last line"), "F9"),
        Row("*", star, "F12" if refused else ""),
        Row("/", say("Sound on") if muted else say("Sound off"), "Ctrl+M"),
        Row("+ −", say("In / out"), say("Space")),
    ]


class _Rows(QWidget):
    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes().changed.connect(self.fit)
        density().changed.connect(self.fit)

    def _high(self) -> int:
        return px(density().pick(36, 34, 26))

    def fit(self) -> None:
        self.setFixedHeight(self._high() * len(self.rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self._high() * len(self.rows))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y()) // self._high()
        if 0 <= place < len(self.rows):
            self.pressed.emit(self.rows[place].pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, high = smooth(QPainter(self)), self._high()
        deep = min(px(26), high - px(3))
        for place, one in enumerate(self.rows):
            top, centre = place * high, place * high + high / 2
            if place:
                rule(painter, 0, top, self.width(), top)
            cap = key_cap_width(one.pad)
            paint_key_cap(painter, QRectF(px(2), centre - deep / 2, max(cap, px(40)), deep), one.pad)
            end = float(self.width())
            if one.key:
                wide = key_cap_width(one.key)
                paint_key_cap(painter, QRectF(end - wide, centre - deep / 2, wide, deep), one.key)
                end -= wide + px(8)
            x = px(54)
            face = fitted(font(Type.BODY), one.words, end - x, px(12))
            text(painter, x, centre, one.words, face, color("text" if one.able else "text3"), room=end - x)


class MenuPanel(GatePanel):
    """Signal `chosen(str)`: the key of the number pad that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("keypad")
        self.rows = _Rows()
        self.rows.pressed.connect(self._choose)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        self.room_for_foot(False)
        self.retranslate()

    def show_rows(self, shown: Sequence[Row]) -> None:
        """What can be done now."""
        self.rows.rows = tuple(shown)
        self.rows.setAccessibleName(say("Number pad. 0: back"))
        self.rows.setAccessibleDescription("; ".join(f"{one.pad}: {one.words}" for one in shown))
        self.rows.fit()

    def retranslate(self) -> None:
        self.set_title(say("Number pad. 0: back"))

    def _choose(self, pad: str) -> None:
        if pad == "+ −":
            self.closed.emit()
        else:
            self.chosen.emit(pad)

    def take_key(self, event: QKeyEvent) -> bool:
        words = {"＋": "+", "－": "-", "＊": "*", "／": "/"}.get(event.text(), event.text())
        if words in ("+", "-", "*", "/"):
            self.chosen.emit(words)
            return True
        if words and words in POINTS:
            if any(row.pad == "." for row in self.rows.rows):
                self.chosen.emit(".")
            else:
                self.closed.emit()
            return True
        return super().take_key(event)

    def digit(self, digit: int) -> None:
        self.chosen.emit(str(digit))

    def confirm(self) -> None:
        self.closed.emit()
