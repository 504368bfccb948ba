"""Unlocking: whose passphrase, or the recovery key where every passphrase is lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from db.errors import GatebookError
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.more_fields import ComboField, TextArea
from desktop.kit.theme import Type
from desktop.sentences import sentence
from desktop.views.settings.start_frame import StartFrame
from desktop.views.shift.countdown import Countdown


class UnlockPage(StartFrame):
    """Signals: `asked(operator, passphrase)`, `recovery_asked(key)`, `other_asked` (another register),
    `practice_asked`, `restore_asked` (offered where the register itself does not open)."""

    asked = Signal(str, str)
    recovery_asked = Signal(str)
    other_asked = Signal()
    practice_asked = Signal()
    restore_asked = Signal()

    def __init__(self, language: str, gate_name: str, operators: Sequence[str]) -> None:
        super().__init__(language, width=480)
        self._gate_name = gate_name
        self.operator = ComboField(with_message=False)
        self.operator.set_choices([(name, name) for name in operators])
        if operators:
            self.operator.choose(operators[0])
        self.passphrase = TextField(secret=True, height=56, size=18, with_message=False)
        self.recovery = TextArea(lines=3, with_message=False)
        self.recovery.hide()
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.said.hide()
        self.go = Button("", ButtonKind.PRIMARY, icon="lock", key="Enter", height=56, size=18)
        self.lost = Button("", ButtonKind.GHOST)
        self.other = Button("", ButtonKind.GHOST)
        self.practice = Button("", ButtonKind.GHOST)
        self.restore = Button("", ButtonKind.SECONDARY, icon="undo")
        self.restore.hide()
        for widget in (self.operator, self.passphrase, self.recovery, self.said, self.go, self.restore):
            self.body.addWidget(widget)
        self.foot.addWidget(self.lost)
        self.foot.addStretch(1)
        self.foot.addWidget(self.practice)
        self.foot.addWidget(self.other)
        self.countdown = Countdown(self)
        self.countdown.told.connect(self._tell_wait)
        self.operator.picked.connect(lambda _name: self._end_wait())
        self.go.clicked.connect(self._ask)
        self.passphrase.entered.connect(self._ask)
        self.lost.clicked.connect(self._toggle_recovery)
        self.other.clicked.connect(self.other_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.practice.clicked.connect(self.practice_asked)
        self.setFocusProxy(self.passphrase)
        self.retranslate()

    @property
    def recovering(self) -> bool:
        """Whether the recovery key is asked for."""
        return self.recovery.isVisibleTo(self)

    def _toggle_recovery(self) -> None:
        self._end_wait()
        recovering = not self.recovering
        self.operator.setVisible(not recovering)
        self.passphrase.setVisible(not recovering)
        self.recovery.setVisible(recovering)
        self.retranslate()
        self.fit_again()
        (self.recovery if recovering else self.passphrase).focus_editor()

    def _ask(self) -> None:
        if self.go.busy() or self.countdown.running:
            return
        if self.recovering:
            self.recovery_asked.emit(self.recovery.text())
        else:
            self.asked.emit(self.operator.key() or self.operator.text(), self.passphrase.text())

    def set_busy(self, busy: bool) -> None:
        """While the passphrase is tried."""
        self.go.set_busy(busy)

    def set_practising(self, busy: bool) -> None:
        """While the practice register is opened."""
        self.practice.set_busy(busy)
        self.go.setEnabled(not busy)

    def show_error(self, error: GatebookError) -> None:
        """Says why the register stays shut; a wait after wrong tries is counted down."""
        self.set_busy(False)
        if self.countdown.take(error):
            self.passphrase.set_text("")
            return
        field = self.recovery if self.recovering else self.passphrase
        field.frame.set_state("error")
        self.said.setText(sentence(error))
        self.said.show()
        if not self.recovering:
            self.passphrase.edit.selectAll()
        field.focus_editor()
        self.fit_again()

    def _tell_wait(self, words: str) -> None:
        self.passphrase.frame.set_state("error" if words else "")
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.go.setEnabled(not words)
        self.fit_again()

    def _end_wait(self) -> None:
        """Somebody else, or another way in: the wait was not theirs."""
        if self.countdown.running:
            self.countdown.stop()
            self._tell_wait("")

    def offer_restore(self) -> None:
        """The register cannot be opened with any passphrase: a copy may help."""
        self.restore.show()
        self.fit_again()

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self._gate_name or self.tr("Open the book"))
        self.what.setText(
            self.tr("Type the recovery key from the sealed sheet. Spaces and dashes do not matter.")
            if self.recovering
            else self.tr("Choose your name and type your passphrase.")
        )
        self.operator.set_label(self.tr("Who is on duty"))
        self.passphrase.set_label(self.tr("Passphrase"))
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.recovery.set_label(self.tr("Recovery key"))
        self.go.setText(self.tr("Open"))
        self.restore.setText(self.tr("Restore a copy…"))
        self.lost.setText(self.tr("Use a passphrase") if self.recovering else self.tr("Passphrase forgotten"))
        self.other.setText(self.tr("Another register…"))
        self.practice.setText(self.tr("Practise"))
