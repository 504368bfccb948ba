"""Restoring a register from a copy, and, after the recovery key was used, saying who leads from now on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from db.errors import GatebookError
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.fields import TextField, first_with_error
from desktop.kit.layouts import row
from desktop.kit.more_fields import ComboField
from desktop.sentences import sentence
from desktop.views.settings.start_frame import StartFrame
from desktop.views.settings.unlock_page import UnlockPage

LEAST_PASSPHRASE = 6


class RestorePage(UnlockPage):
    """Asks for a lead's passphrase, or the recovery key, of a copy. Signals as `UnlockPage`; `other_asked` is the way
    back."""

    def __init__(self, language: str, file_name: str, operators: Sequence[str]) -> None:
        self._file_name = file_name
        super().__init__(language, "", operators)
        self.practice.hide()
        self._width = 680
        self._fit()

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Restore from a copy"))
        words = (
            self.tr("{file}: type the recovery key that was good when the copy was made.")
            if self.recovering
            else self.tr("{file}: a lead's name, and the passphrase that was good when the copy was made.")
        )
        later = self.tr(
            "Lines written after the copy are not in it; numbers that they may have used are skipped."
        )
        self.what.setText(words.format(file=self._file_name) + " " + later)
        self.operator.set_label(self.tr("Lead"))
        self.go.setText(self.tr("Restore"))
        self.other.setText(self.tr("Back"))


class NewLeadPage(StartFrame):
    """After the recovery key: one who works here, or anyone else, becomes lead under a new passphrase. Signal
    `asked(name, passphrase)`."""

    asked = Signal(str, str)

    def __init__(self, language: str, operators: Sequence[str]) -> None:
        super().__init__(language, width=680)
        self.name_field = ComboField(editable=True)
        self.name_field.set_choices([(name, name) for name in operators])
        self.name_field.add_check(lambda text: "" if text.strip() else self.tr("Write your name"))
        self.passphrase = TextField(secret=True)
        self.passphrase.add_check(
            lambda text: "" if len(text) >= LEAST_PASSPHRASE else self.tr("At least 6 characters")
        )
        self.again = TextField(secret=True)
        self.again.add_check(
            lambda text: "" if text == self.passphrase.text() else self.tr("Not the same. Type it once more")
        )
        self.go = Button("", ButtonKind.PRIMARY, icon="lock", key="Enter", height=56, size=18)
        self.fields = (self.name_field, self.passphrase, self.again)
        self.body.addWidget(self.name_field)
        self.body.addLayout(row(self.passphrase, self.again, gap=16))
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        self.passphrase.entered.connect(self.again.focus_editor)
        self.again.entered.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.setFocusProxy(self.name_field)
        self.retranslate()

    def _ask(self) -> None:
        if self.go.busy():
            return
        for field in self.fields:
            field.recheck()
        wrong = first_with_error(self.fields)
        if wrong is not None:
            wrong.focus_editor()
            return
        self.go.set_busy(True)
        self.asked.emit(self.name_field.text().strip(), self.passphrase.text())

    def show_error(self, error: GatebookError) -> None:
        """Says why nobody leads yet."""
        self.go.set_busy(False)
        self.name_field.set_error(sentence(error))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Who leads this gate now"))
        self.what.setText(
            self.tr(
                "Choose your name or write it, and give yourself a passphrase. You are a lead from then on."
            )
        )
        self.name_field.set_label(self.tr("Your name"))
        self.passphrase.set_label(self.tr("New passphrase"))
        self.passphrase.set_hint(self.tr("6 characters or more"))
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.again.set_label(self.tr("Passphrase again"))
        self.again.name_eye(self.tr("Show the passphrase"))
        self.go.setText(self.tr("To the gate"))
