"""Amber, over the list: the computer's clock is wrong, and what is the right time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface
from desktop.kit.date_field import DateField
from desktop.kit.fields import TextField
from desktop.kit.labels import IconLabel, Label
from desktop.kit.layouts import column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.clock import ClockTrouble
from desktop.views.gate.number_pad import BACK, takes_pad_key
from desktop.views.gate.temperature import POINTS
from desktop.views.gate.words import say


def read_time(words: str) -> time | None:
    """`0830`, `8:30`, `08.30` as a time of day, or None."""
    plain = "".join(":" if char in POINTS or char == "：" else char for char in words.strip())
    hours, colon, minutes = plain.partition(":")
    if not colon:
        hours, minutes = plain[:-2], plain[-2:]
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
        return None
    return time(int(hours), int(minutes))


class ClockCard(Retranslating, Surface):
    """Signals: `corrected(datetime)`, what the clock should say now (without a zone); `kept`, it is right as it is.

    Asked once; nothing waits for the answer."""

    corrected = Signal(object)
    kept = Signal()

    def __init__(self) -> None:
        super().__init__("attn_tint", "attn_line", 10)
        self._trouble: ClockTrouble | None = None
        self._words = Label("", Type.BODY_STRONG, "attn_text", wrap=True)
        self.day = DateField(with_message=False)
        self.time = TextField(input_method=False, with_message=False)
        self.do_it = Button("", ButtonKind.PRIMARY, height=40)
        self.do_it.clicked.connect(self._correct)
        self.keep = Button("", ButtonKind.GHOST, key="Esc", height=40, size=14)
        self.keep.clicked.connect(self._keep)
        for button in (self.do_it, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for field in (self.day, self.time):
            field.frame.editor.installEventFilter(self)
        head = row(IconLabel("clock", 22, "attn_text", 2.2), self._words, gap=10)
        head.setStretch(1, 1)
        fields = row(self.day, self.time, gap=10)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        buttons = row(self.keep, self.do_it, gap=8)
        buttons.setStretch(1, 1)
        column(head, fields, buttons, gap=8, margins=(14, 10, 14, 12), parent=self)
        self.hide()
        self.retranslate()

    def ask(self, trouble: ClockTrouble) -> None:
        """Shows what the clock says and asks for the right time."""
        self._trouble = trouble
        self.day.set_today(date.fromisoformat((trouble.last_at or trouble.now.isoformat())[:10]))
        # A clock that is behind its own lines is not right, whoever says so.
        self.keep.setVisible(trouble.anomaly == "leapt")
        self.retranslate()
        self.setVisible(True)

    def retranslate(self) -> None:
        self.day.set_label(say("Today's date"))
        self.time.set_label(say("Time now"))
        self.time.set_placeholder("0830")
        self.do_it.setText(say("Use this time"))
        self.keep.setText(say("The clock is right"))
        if self._trouble is None:
            return
        now = f"{self._trouble.now:%Y-%m-%d %H:%M}"
        if self._trouble.anomaly == "before_2020":
            words = say("The computer's clock says {now}. What is the date?").format(now=now)
        elif self._trouble.anomaly == "leapt":
            words = say("The computer's clock leapt. It says {now}. What is right?").format(now=now)
        else:
            last = (self._trouble.last_at or "")[:16].replace("T", " ")
            words = say("The computer's clock says {now}, the last line {last}. What is the date?").format(
                now=now, last=last
            )
        self._words.setText(words)
        self.setAccessibleName(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) else None
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and takes_pad_key(watched, event)
        ):
            return True
        if event.type() == QEvent.Type.KeyPress and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.keep.isVisible() and self.time.text() in BACK:
                self._keep()
                return True
            self._correct()
            return True
        if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Escape and self.keep.isVisible():
            self._keep()
            return True
        return super().eventFilter(watched, event)

    def _correct(self) -> None:
        day, moment = self.day.date(), read_time(self.time.text())
        self.day.set_error("" if self._believable(day) else say("Write the date"))
        self.time.set_error("" if moment is not None else say("Write the time"))
        if day is None or moment is None or not self._believable(day):
            (self.day if not self._believable(day) else self.time).focus_editor()
            return
        self.hide()
        self.corrected.emit(datetime.combine(day, moment))

    def _believable(self, day: date | None) -> bool:
        """After 2019, and not before the last line."""
        if day is None or day.year < 2020:
            return False
        last = self._trouble.last_at if self._trouble else None
        return last is None or day >= date.fromisoformat(last[:10]) - timedelta(days=1)

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()
