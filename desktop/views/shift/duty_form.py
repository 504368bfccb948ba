"""Who is on duty: a name and a PIN or passphrase. Beside the gate page, or in a sheet over any other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.errors import GatebookError
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Divider, SidePanel
from desktop.kit.dialogs import Sheet
from desktop.kit.labels import Label
from desktop.kit.layouts import column
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.shifts import Candidate, Confirmation, candidates
from desktop.session import Session
from desktop.views.shift.confirm_field import ConfirmField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DutyForm(Retranslating, QWidget):
    """Signal `asked(Confirmation)`. Whoever hears it closes the form, or calls `show_error`."""

    asked = Signal(object)

    def __init__(self, session: Session, current: str) -> None:
        super().__init__()
        self._session, self._current = session, current
        self._people: dict[str, Candidate] = {}
        self.what = Label("", Type.BODY, "text2", wrap=True)
        self.operator = ComboField(with_message=False)
        self.confirm = ConfirmField()
        self.go = Button("", ButtonKind.PRIMARY, key="Enter", height=48)
        names = [slot.name for slot in session.register.key_file.operators]
        self.operator.set_choices([(name, name) for name in names])
        self.operator.choose(current if current in names else (names[0] if names else ""))
        self.operator.picked.connect(lambda _name: self._choose())
        self.confirm.entered.connect(self._ask)
        self.confirm.waiting_changed.connect(lambda waits: self.go.setEnabled(not waits))
        self.go.clicked.connect(self._ask)
        column(self.what, self.operator, self.confirm, self.go, gap=12, parent=self)
        self.retranslate()
        session.do(candidates, done=self._take)

    def _take(self, people: list[Candidate]) -> None:
        self._people = {one.name: one for one in people}
        self._choose(keep=True)

    def _choose(self, keep: bool = False) -> None:
        typed = self.confirm.field.text()
        self.confirm.set_person(self._people.get(self.operator.key() or ""))
        if keep:
            self.confirm.field.set_text(typed)
        self.confirm.focus_editor()

    def _ask(self) -> None:
        if self.go.busy() or self.confirm.waiting:
            return
        said: Confirmation | None = self.confirm.confirmation()
        if said is None:
            self.confirm.focus_editor()
            return
        self.go.set_busy(True)
        self.asked.emit(said)

    def show_error(self, error: GatebookError) -> None:
        """Says why nobody came on duty."""
        self.go.set_busy(False)
        self.confirm.show_error(error)

    def retranslate(self) -> None:
        self.what.setText(self.tr("Scans at the gate go on meanwhile."))
        self.operator.set_label(self.tr("Name"))
        self.go.setText(self.tr("Go on duty"))


class DutySheet(Sheet):
    """The form over a page that is not the gate's. Attribute `form`. Signal `shift_asked`, where a gate offers it."""

    shift_asked = Signal()

    def __init__(self, session: Session, current: str, with_shift: bool) -> None:
        super().__init__("", icon="lock", width=480)
        self.title.setText(self.tr("Who is on duty"))
        self.form = DutyForm(session, current)
        self.body.addWidget(self.form)
        self.on_enter = self.form.go
        self.shift = Button(self.tr("Change of shift"), icon="shuffle", key="Ctrl+H")
        self.shift.clicked.connect(self.shift_asked)
        if with_shift:
            self.foot_row.addStretch(1)
            self.foot_row.addWidget(self.shift)


class DutyPanel(Retranslating, SidePanel):
    """The form in place of the gate page's list, and what else whoever is on duty may want. Nothing is covered.

    Attribute `form`. Signals: `shift_asked`, `pin_asked`, `lock_asked`."""

    shift_asked = Signal()
    pin_asked = Signal()
    lock_asked = Signal()

    def __init__(self, session: Session, current: str, locked: bool) -> None:
        super().__init__("lock" if locked else "person")
        self.form = DutyForm(session, current)
        self.shift = Button("", icon="shuffle", key="Ctrl+H")
        self.pin = Button("", icon="keypad")
        self.lock = Button("", icon="lock", key="Ctrl+L")
        self.shift.clicked.connect(self.shift_asked)
        self.pin.clicked.connect(self.pin_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.body.addWidget(self.form)
        self._rest = QWidget()
        column(Divider(), self.shift, self.pin, self.lock, gap=12, parent=self._rest)
        self.body.addWidget(self._rest)
        self._rest.setVisible(not locked)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Who is on duty"), self.tr("Close"))
        self.shift.setText(self.tr("Change of shift"))
        self.pin.setText(self.tr("My PIN"))
        self.lock.setText(self.tr("Lock"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            # The field's own, or that of the button that has the keyboard: never the gate's main key.
            return
        super().keyPressEvent(event)
