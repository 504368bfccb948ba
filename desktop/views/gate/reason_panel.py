"""Asking for a reason: to void a line, to leave a temperature out, to let in, to send away, to end a wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.kit.buttons import ButtonKind
from desktop.kit.choices import CardLook, Option, RadioCards
from desktop.kit.density import Room, density
from desktop.kit.fields import Message, TextField
from desktop.kit.labels import Label
from desktop.kit.theme import Type
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.words import say


class ReasonPanel(GatePanel):
    """Reasons with a number each, the last one in own words. Signal `given(str)`: the reason in words.

    `name` tells panels apart; `blocked` says why it cannot be done now, in place of the reasons."""

    given = Signal(str)

    def __init__(self, name: str, icon: str, danger: bool = False) -> None:
        super().__init__(icon)
        self.name = name
        self._reasons: list[str] = []
        self._about = Label("", Type.SECTION, wrap=True)
        self._consequence = Label("", Type.CELL, "text2", wrap=True)
        self.choices = RadioCards(CardLook.REASON, upright=True)
        self.choices.chosen.connect(self._chosen)
        self.own = TextField(with_message=False)
        self.watch(self.own.edit)
        self._message = Message()
        self._message.keep_room(False)
        for widget in (self._about, self._consequence, self.choices, self.own, self._message):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        if danger:
            self.do_it.set_kind(ButtonKind.DANGER_FILL)
        self._other = ""
        self.own.hide()
        self.retranslate()

    def ask(
        self, title: str, about: str, consequence: str, reasons: Sequence[str], do_it: str, blocked: str = ""
    ) -> None:
        """Sets everything. Where something is `blocked` that is said, and nothing can be confirmed."""
        self.set_title(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._consequence.setText(consequence)
        self._consequence.setVisible(bool(consequence) and density().level is not Room.TIGHT)
        self._reasons = [*reasons, say("Something else")]
        self.choices.set_options(
            [Option(str(place), f"{place}  {words}") for place, words in enumerate(self._reasons, start=1)]
        )
        for option in range(1, len(self._reasons) + 1):
            self.choices.button(str(option)).setAutoExclusive(True)
        self.choices.set_no_focus()
        self.choices.choose(None)
        self.choices.setVisible(not blocked)
        self.own.hide()
        self.own.set_text("")
        self._message.set_message(blocked, error=False)
        self.do_it.setText(do_it)
        self.do_it.setEnabled(not blocked)

    def retranslate(self) -> None:
        self.own.set_label(say("In your own words"))

    def reasons(self) -> list[str]:
        """The reasons that are offered."""
        return list(self._reasons)

    def digit(self, digit: int) -> None:
        if self.choices.isVisible() and digit <= len(self._reasons):
            self.choices.choose(str(digit))
            self._chosen(str(digit))

    def _chosen(self, key: str) -> None:
        self._message.set_message("")
        self.show_widget(self.choices.button(key))
        own = int(key) == len(self._reasons)
        self.own.setVisible(own)
        if own:
            self.own.focus_editor()
        elif self.own.edit.hasFocus():
            self.setFocus()

    def reason(self) -> str:
        """The reason in words; empty while none is given."""
        key = self.choices.current()
        if key is None:
            return ""
        place = int(key) - 1
        return self.own.text().strip() if place == len(self._reasons) - 1 else self._reasons[place]

    def confirm(self) -> None:
        if not self.do_it.isEnabled():
            self.closed.emit()
            return
        reason = self.reason()
        if not reason:
            self._message.set_message(say("Choose a reason first"))
            return
        self.given.emit(reason)

    def first_focus(self) -> QWidget | None:
        return None
