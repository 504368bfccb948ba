"""The foot of the action card: keys and what they do, or what to do next, or what went wrong a moment ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.density import density
from desktop.kit.icons import paint_icon
from desktop.kit.key_cap import key_cap_width, paint_key_cap
from desktop.kit.paint import box, fitted, rule, smooth, text, text_width
from desktop.kit.theme import Type, font, px, themes


@dataclass(frozen=True)
class Hint:
    """A key and what it does."""

    key: str
    words: str


@dataclass(frozen=True)
class Deed:
    """Something that can be done now with a button: `name` says which, `kind` how it looks."""

    name: str
    words: str
    key: str
    kind: ButtonKind = ButtonKind.SECONDARY


class HintLine(QWidget):
    """Painted, but for its buttons. Signal `done(str)`: the name of the deed that was pressed.

    `set_line(...)`: with a `note` (amber, or quiet) it takes the place of everything; with `todo` that stands
    there, else the hints, as many as there is room for, from the most to the least needed."""

    done = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()
        self._todo, self._note, self._loud = "", "", False
        self._deeds: tuple[Deed, ...] = ()
        self._buttons: list[Button] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()

    def set_line(
        self,
        hints: Sequence[Hint] = (),
        todo: str = "",
        deeds: Sequence[Deed] = (),
        note: str = "",
        loud: bool = True,
    ) -> None:
        """What stands here now."""
        given = (tuple(hints), todo, tuple(deeds), note, loud)
        if given == (self._hints, self._todo, self._deeds, self._note, self._loud):
            return
        self._hints, self._todo, self._note, self._loud = tuple(hints), todo, note, loud
        if tuple(deeds) != self._deeds:
            self._deeds = tuple(deeds)
            self._make_buttons()
        self.setAccessibleName(note or todo or "; ".join(f"{hint.key} {hint.words}" for hint in hints))
        self.update()

    def button(self, name: str) -> Button | None:
        """The button of a deed, None where there is none now."""
        found = [b for deed, b in zip(self._deeds, self._buttons, strict=True) if deed.name == name]
        return found[0] if found else None

    def note(self) -> str:
        """What is said just now."""
        return self._note

    def _make_buttons(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for deed in self._deeds:
            button = Button(deed.words, deed.kind, key=deed.key, height=36, size=15, parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, name=deed.name: self.done.emit(name))
            button.show()
            self._buttons.append(button)
        self._place()

    def _fit(self) -> None:
        self.setFixedHeight(px(density().pick(48, 46, 40)))
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """The buttons stand at the end, one beside the other; where there is no room the keys inside them go."""
        for with_key in (True, False):
            for deed, button in zip(self._deeds, self._buttons, strict=True):
                button.set_key(deed.key if with_key else "")
            total = sum(button.sizeHint().width() + px(8) for button in self._buttons)
            if total <= self.width() * 0.72:
                break
        x = self.width() - px(12)
        for button in reversed(self._buttons):
            size = button.sizeHint()
            x -= size.width()
            button.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
            x -= px(8)

    def _end(self) -> float:
        return min([button.x() for button in self._buttons], default=self.width() - px(8)) - px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        loud = bool(self._note) and self._loud
        box(painter, QRectF(self.rect()), px(15), "attn_tint" if loud else "surface2", corners="cd")
        rule(painter, 0, 0, self.width(), 0, "attn_line" if loud else "line")
        centre, x = self.height() / 2, float(px(20))
        if self._note:
            ink, side = "attn_text" if self._loud else "text2", px(22)
            icon = "alert" if self._loud else "info"
            paint_icon(painter, icon, QRectF(x, centre - side / 2, side, side), ink, 2.2)
            room = self._end() - x - side - px(10)
            face = fitted(font(Type.BODY_STRONG), self._note, room, px(12))
            text(painter, x + side + px(10), centre, self._note, face, ink, room=room)
        elif self._todo:
            face = fitted(font(Type.BODY_STRONG), self._todo, self._end() - x, px(12))
            text(painter, x, centre, self._todo, face, "text", room=self._end() - x)
        else:
            self._paint_hints(painter, x, centre)

    def _paint_hints(self, painter: QPainter, x: float, centre: float) -> None:
        face, end = font(Type.SMALL), self._end()
        wide = sum(key_cap_width(h.key) + text_width(h.words, face) + px(8) for h in self._hints)
        gap = (end - x - wide) / max(1, len(self._hints) - 1)
        gap = min(px(26), max(px(12), gap))
        for hint in self._hints:
            cap = key_cap_width(hint.key)
            if x + cap + px(8) + text_width(hint.words, face) > end:
                break
            paint_key_cap(painter, QRectF(x, centre - px(13), cap, px(26)), hint.key)
            x += cap + px(8)
            x += text(painter, x, centre, hint.words, face, "text2") + gap
