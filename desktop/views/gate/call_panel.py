"""Calling for help: the numbers to dial, and that someone was called."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.theme import Type
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.words import say


class _Number(Surface):
    """Who, the number in large digits, and a button to say that the call was made."""

    called = Signal()

    def __init__(self, key: str) -> None:
        super().__init__("surface", "line2", 10)
        self._who = Label("", Type.BODY_STRONG)
        self._number = Label("", Type.TITLE)
        self._done = Button("", ButtonKind.SECONDARY, icon="phone", key=key, height=44)
        self._done.clicked.connect(self.called)
        column(
            self._who, self._number, row(self._done, STRETCH), gap=4, margins=(16, 10, 12, 12), parent=self
        )

    def set_words(self, who: str, number: str, done: str) -> None:
        """What stands there; a number that nobody has set says where to set it."""
        self._who.setText(who)
        self._number.setText(number or say("No number set"))
        self._number.set_ink("text" if number else "text3")
        self._done.setText(done)


class CallPanel(GatePanel):
    """Signal `called(str)`: `lead` or `doctor`."""

    called = Signal(str)

    def __init__(self) -> None:
        super().__init__("phone")
        self._about = Label("", Type.BODY, "text2", wrap=True)
        self._lead, self._doctor = _Number("1"), _Number("2")
        self._lead.called.connect(lambda: self.called.emit("lead"))
        self._doctor.called.connect(lambda: self.called.emit("doctor"))
        for widget in (self._about, self._lead, self._doctor):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._numbers = ("", "", "")
        self.room_for_foot(False)
        self.retranslate()

    def show_numbers(self, about: str, lead: str, lead_phone: str, doctor_phone: str) -> None:
        """`about` whom, and the numbers as they are set."""
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._numbers = (lead, lead_phone, doctor_phone)
        self.retranslate()

    def retranslate(self) -> None:
        lead, lead_phone, doctor_phone = self._numbers
        self.set_title(say("Call for help"))
        who = say("Lead {name}").format(name=lead) if lead else say("Lead")
        self._lead.set_words(who, lead_phone, say("Lead called"))
        self._doctor.set_words(say("Community doctor"), doctor_phone, say("Doctor called"))

    def digit(self, digit: int) -> None:
        if digit in (1, 2):
            self.called.emit("lead" if digit == 1 else "doctor")

    def confirm(self) -> None:
        self.called.emit("lead")
