"""The strip along the top: the program, the gate, who is on duty, what is worth knowing, date and time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.kit.chips import ChipKind, chip_width, paint_chip
from desktop.kit.dates import day_and_weekday
from desktop.kit.icons import paint_icon
from desktop.kit.paint import box, rule, smooth, text, text_width
from desktop.kit.pressing import Pressable
from desktop.kit.theme import TOP_HEIGHT, Type, color, font, px, sized_font, themes

_LEAST_GATE, _LEAST_OPERATOR = 120, 160
"""What a long name of the gate, and of who is on duty, keep of the strip."""


@dataclass(frozen=True)
class Notice:
    """Something worth knowing at a glance. `kind` is `""`, or `attn` for what should be mended."""

    icon: str
    words: str
    kind: str = ""


class _OperatorButton(Pressable, QPushButton):
    """Who is on duty; pressing it changes operator."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.prepare(8)

    def wanted(self, with_note: bool) -> int:
        wide = px(26 + 16) + text_width(self.text(), sized_font(16, True))
        if with_note and self.note:
            wide += px(8) + text_width(self.note, sized_font(16))
        return round(wide)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted(True), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        if self.underMouse():
            box(painter, QRectF(self.rect()), px(8), "surface2")
        centre, side = self.height() / 2, px(18)
        paint_icon(painter, "person", QRectF(px(8), centre - side / 2, side, side), "text2")
        x = float(px(34))
        x += text(painter, x, centre, self.text(), sized_font(16, True), "text", room=self.width() - x) + px(
            8
        )
        if self.note and x < self.width() - px(24):
            text(painter, x, centre, self.note, sized_font(16), "text2", room=self.width() - x)


class TopStrip(QWidget):
    """Painted by hand; what does not fit is left out from the middle outwards, never the clock.

    Signal `operator_asked`: the name of who is on duty was pressed.
    """

    operator_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._gate, self._practice, self._time = "", False, ""
        self._day: datetime.date | None = None
        self._notices: list[Notice] = []
        self._operator = _OperatorButton(self)
        self._operator.clicked.connect(self.operator_asked)
        self._operator.hide()
        themes().changed.connect(self._fit)
        self._fit()

    def set_gate(self, name: str) -> None:
        """As people call it: `1 号门·东门`."""
        self._gate = name
        self._arrange()

    def set_operator(self, name: str, note: str = "") -> None:
        """Who is on duty, and since when or which shift. `""` for nobody."""
        self._operator.setText(name)
        self._operator.note = note
        self._operator.setVisible(bool(name))
        self._operator.setAccessibleDescription(note)
        self._arrange()

    def set_practice(self, on: bool) -> None:
        """Practice cannot touch the real register, and says so all the time."""
        self._practice = on
        self._arrange()

    def set_notices(self, notices: Sequence[Notice]) -> None:
        """From the most to the least worth knowing."""
        self._notices = list(notices)
        self._arrange()

    def set_now(self, now: datetime.datetime) -> None:
        """The gate's own date and time."""
        words = f"{now:%H:%M}"
        if (words, now.date()) != (self._time, self._day):
            self._time, self._day = words, now.date()
            self._arrange()

    def _fit(self) -> None:
        self.setFixedHeight(px(TOP_HEIGHT))
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def product(self) -> str:
        return self.tr("Gatebook")

    def _left_end(self) -> float:
        """Where the operator begins."""
        return self._gate_start() + self._gate_width() + px(16) + self._practice_width()

    def _gate_start(self) -> float:
        return px(16) + text_width(self.product(), font(Type.CARD_TITLE)) + px(32)

    def _practice_width(self) -> float:
        return chip_width(self.tr("Practice"), "info", 15) + px(12) if self._practice else 0

    def _gate_width(self) -> float:
        """A long name leaves room for who is on duty."""
        operator = min(self._operator.wanted(False), px(_LEAST_OPERATOR)) if self._operator.text() else 0
        beside = px(16) + self._practice_width() + operator + px(16)
        room = self._right_start() - self._gate_start() - beside
        return min(text_width(self._gate, font(Type.CARD_TITLE)), max(px(_LEAST_GATE), room))

    def _right_start(self) -> float:
        """Where date and time begin."""
        return self.width() - px(16) - self._clock_width()

    def _clock_width(self) -> float:
        if self._day is None:
            return 0
        return (
            text_width(self._time, font(Type.TITLE))
            + px(12)
            + text_width(self._day_words(), font(Type.SMALL))
        )

    def _day_words(self) -> str:
        return day_and_weekday(self._day) if self._day is not None else ""

    def _arrange(self) -> None:
        x = self._left_end()
        room = self._right_start() - px(16) - x
        notices = self._notices[0:1] if self._notices and self._notices[0].kind else []
        wanted = self._operator.wanted(True)
        if wanted + sum(self._notice_width(notice) for notice in notices) > room:
            wanted = self._operator.wanted(False)
        self._operator.setGeometry(round(x), px(8), round(max(px(40), min(wanted, room))), px(40))
        said = [
            self.product(),
            self._gate,
            self.tr("Practice") if self._practice else "",
            self._day_words(),
            self._time,
        ]
        cut = self._gate_width() < text_width(self._gate, font(Type.CARD_TITLE))
        self.setToolTip(self._gate if cut else "")
        self.setAccessibleName(", ".join(word for word in said if word))
        self.setAccessibleDescription("; ".join(notice.words for notice in self._notices))
        self.update()

    def _notice_width(self, notice: Notice) -> float:
        return px(28) + text_width(notice.words, font(Type.SMALL)) + px(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), color("surface"))
        rule(painter, 0, self.height() - 1, self.width(), self.height() - 1)
        centre, x = self.height() / 2, float(px(16))
        x += text(painter, x, centre, self.product(), font(Type.CARD_TITLE), "accent_fg") + px(16)
        if self._gate:
            rule(painter, round(x), px(16), round(x), px(40), "line2")
        x += px(16)
        wide = self._gate_width()
        text(painter, x, centre, self._gate, font(Type.CARD_TITLE), room=wide)
        x += wide + px(16)
        if self._practice:
            paint_chip(
                painter, x, centre, self.tr("Practice"), ChipKind.SOLID, icon="info", size=15, height=32
            )  # fmt: skip
        self._paint_right(painter, centre)

    def _paint_right(self, painter: QPainter, centre: float) -> None:
        x = float(self.width() - px(16))
        if self._day is not None:
            x -= text(painter, x, centre, self._time, font(Type.TITLE), "text", "right") + px(12)
            x -= text(painter, x, centre, self._day_words(), font(Type.SMALL), "text2", "right") + px(16)
            rule(painter, round(x), px(16), round(x), px(40), "line2")
            x -= px(16)
        end = self._operator.geometry().right() + px(16) if self._operator.text() else self._left_end()
        side = px(20)
        for notice in self._notices:
            if x - self._notice_width(notice) < end:
                continue
            ink = f"{notice.kind}_text" if notice.kind else "text2"
            face = font(Type.SMALL_STRONG if notice.kind else Type.SMALL)
            x -= text(painter, x, centre, notice.words, face, ink, "right") + px(8) + side
            paint_icon(painter, notice.icon, QRectF(x, centre - side / 2, side, side), ink)
            x -= px(24)
