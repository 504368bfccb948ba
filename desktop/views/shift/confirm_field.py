"""Where somebody confirms with their PIN, or with their passphrase where a PIN is not enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.errors import GatebookError, RefusalCode
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.shifts import Candidate, Confirmation
from desktop.sentences import sentence
from desktop.views.shift.countdown import Countdown

_ASK_PASSPHRASE = (RefusalCode.PIN_NEEDS_PASSPHRASE, RefusalCode.PIN_NOT_SET)


class ConfirmField(Retranslating, QWidget):
    """One field that hides what is typed, and a button that changes between PIN and passphrase.

    After too many wrong tries it says how long to wait, and counts down. Attributes: `waiting`, `countdown`.
    Signals: `entered` (Enter); `waiting_changed(bool)`; `changed`, another secret is asked for."""

    entered = Signal()
    waiting_changed = Signal(bool)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._person: Candidate | None = None
        self._by_pin = False
        self.field = TextField(secret=True, input_method=False, with_message=False)
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.said.hide()
        self.field.entered.connect(self.entered)
        self.field.typed.connect(
            lambda _text: self.say("") if self.said.text() and not self.waiting else None
        )
        self.other = Button("", ButtonKind.GHOST, height=32, size=14)
        self.other.clicked.connect(self._turn)
        column(self.field, self.said, row(self.other, STRETCH), gap=2, parent=self)
        self.countdown = Countdown(self)
        self.countdown.told.connect(self._tell)
        self.retranslate()

    @property
    def waiting(self) -> bool:
        """Whether a wait after wrong tries lasts."""
        return self.countdown.running

    def set_person(self, person: Candidate | None) -> None:
        """Whose secret is asked for. What was typed for somebody else goes."""
        before = self._person
        self._person = person
        if before is None or person is None or before.operator != person.operator:
            self.field.set_text("")
            self._end_wait()
            self._by_pin = person is not None and person.by_pin
        elif not person.by_pin:
            self._by_pin = False
        self.retranslate()

    def confirmation(self) -> Confirmation | None:
        """What was typed; None, and said, where nothing was."""
        if self._person is None or self.waiting:
            return None
        if not self.field.text():
            self.say(self.tr("Type the PIN") if self._by_pin else self.tr("Type the passphrase"))
            return None
        return Confirmation(self._person.name, self.field.text(), self._by_pin)

    def clear(self) -> None:
        """Forgets what was typed."""
        self.field.set_text("")
        self.say("")

    def say(self, words: str) -> None:
        """What is wrong, in as many lines as it needs; nothing for all in order."""
        self.field.frame.set_state("error" if words else "")
        self.field.edit.setAccessibleDescription(words)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def focus_editor(self) -> None:
        self.field.focus_editor()

    def show_error(self, error: GatebookError) -> None:
        """Why it was not right. A wait is counted down; a PIN that is not enough gives way to the passphrase."""
        if error.code in _ASK_PASSPHRASE:
            self._by_pin = False
            self.field.set_text("")
            self.retranslate()
        if self.countdown.take(error):
            self.field.set_text("")
            self.waiting_changed.emit(True)
            return
        self.say(sentence(error))
        self.field.edit.selectAll()
        self.focus_editor()

    def _tell(self, words: str) -> None:
        self.say(words)
        if not words:
            self.waiting_changed.emit(False)

    def _end_wait(self) -> None:
        if self.countdown.running:
            self.countdown.stop()
            self.waiting_changed.emit(False)

    def _turn(self) -> None:
        self._by_pin = not self._by_pin
        self.clear()
        self._end_wait()
        self.retranslate()
        self.focus_editor()
        self.changed.emit()

    def retranslate(self) -> None:
        pin = self._by_pin
        self.field.set_label(self.tr("PIN") if pin else self.tr("Passphrase"))
        self.field.name_eye(self.tr("Show the PIN") if pin else self.tr("Show the passphrase"))
        self.other.setText(self.tr("Use the passphrase") if pin else self.tr("Use the PIN"))
        self.other.setVisible(self._person is not None and self._person.by_pin)
        name = self._person.name if self._person is not None else ""
        self.field.frame.editor.setAccessibleName(f"{self.field.label()} {name}".strip())
