"""One's own PIN: set, or changed, with the own passphrase."""

from __future__ import annotations

from db.errors import GatebookError, RefusalCode
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.theme import Type
from desktop.operations.shifts import Candidate, set_own_pin
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.shift.confirm_field import ConfirmField


class PinSheet(Sheet):
    """For whoever is on duty. Never over the gate page."""

    def __init__(self, session: Session) -> None:
        super().__init__("", icon="keypad", width=520)
        self._session = session
        access = session.register.access
        self.title.setText(self.tr("PIN of {name}").format(name=access.name))
        what = self.tr(
            "4 to 8 digits, to change operator or shift quickly. It opens nothing by itself: "
            "the book still needs a passphrase."
        )
        self.body.addWidget(Label(what, Type.BODY, "text2", wrap=True))
        self.pin = TextField(self.tr("New PIN"), secret=True, input_method=False)
        self.again = TextField(self.tr("New PIN once more"), secret=True, input_method=False)
        for field in (self.pin, self.again):
            field.name_eye(self.tr("Show the PIN"))
            self.body.addWidget(field)
        self.passphrase = ConfirmField()
        self.passphrase.set_person(Candidate(access.operator, access.name, access.role, False))
        self.body.addWidget(self.passphrase)
        self.go = Button(self.tr("Set the PIN"), ButtonKind.PRIMARY, key="Enter")
        self.go.clicked.connect(self._set)
        self.passphrase.waiting_changed.connect(lambda waits: self.go.setEnabled(not waits))
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.go)
        self.on_enter = self.go

    def _set(self) -> None:
        if self.go.busy() or self.passphrase.waiting:
            return
        self.pin.set_error("")
        self.again.set_error("")
        pin = self.pin.text()
        if not pin:
            self.pin.set_error(self.tr("Type a PIN"))
            self.pin.focus_editor()
            return
        if self.again.text() != pin:
            self.again.set_error(self.tr("The two are not the same. Type it again"))
            self.again.focus_editor()
            return
        said = self.passphrase.confirmation()
        if said is None:
            self.passphrase.focus_editor()
            return
        self.go.set_busy(True)
        self._session.do(set_own_pin, said.name, said.secret, pin, done=self._done, failed=self._failed)

    def _done(self, _operator: str) -> None:
        self.close_sheet()

    def _failed(self, error: GatebookError) -> None:
        self.go.set_busy(False)
        if error.code is RefusalCode.INVALID:
            self.pin.set_error(sentence(error))
            self.pin.focus_editor()
        else:
            self.passphrase.show_error(error)
