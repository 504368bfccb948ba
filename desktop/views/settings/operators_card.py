"""Who works here: the operators, and for a lead adding, disabling, and changing role or passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.books.operators import Operator
from db.errors import GatebookError
from db.register import Register
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.chips import Chip
from desktop.kit.choices import Option, RadioCards
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations import operators
from desktop.sentences import sentence
from desktop.session import Session


class OperatorsCard(Retranslating, Card):
    """The card on the settings page. Signal `failed(GatebookError)`."""

    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._people: list[Operator] = []
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.add = Button("", ButtonKind.SECONDARY, icon="plus")
        self.own = Button("", ButtonKind.SECONDARY, icon="lock")
        self.add.clicked.connect(self._add)
        self.own.clicked.connect(self._change_own)
        self.body.addLayout(row(self.add, self.own, gap=12))
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._load)
        self.retranslate()
        self._load()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.OPERATORS):
            self._load()

    def _load(self) -> None:
        self._session.do(operators.list_all, done=self._show)

    def _show(self, people: list[Operator]) -> None:
        self._people = people
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        lead = self._session.register.access.role is Role.LEAD
        for one in people:
            if not one.disabled:
                self._list.addWidget(self._row_of(one, lead))
        self.add.setEnabled(lead)

    def _row_of(self, one: Operator, lead: bool) -> QWidget:
        line = QWidget()
        change = Button(self.tr("Change"), ButtonKind.QUIET, height=40)
        change.setAccessibleName(self.tr("Change {name}").format(name=one.name))
        change.setVisible(lead)
        change.clicked.connect(lambda: self._change(one))
        name = ElidedLabel(one.name, Type.BODY_STRONG)
        inside = row(name, Chip(self._role_word(one.role)), change, gap=12, parent=line)
        inside.setStretch(0, 1)
        return line

    def _role_word(self, role: Role) -> str:
        words = {
            Role.VOLUNTEER: self.tr("Volunteer"),
            Role.REGISTRAR: self.tr("Registrar"),
            Role.LEAD: self.tr("Lead"),
        }
        return words[role]

    def _roles(self) -> list[Option]:
        details = {
            Role.VOLUNTEER: self.tr("scans, takes temperatures"),
            Role.REGISTRAR: self.tr("also issues and prints cards"),
            Role.LEAD: self.tr("also people, rules, export"),
        }
        return [Option(role.value, self._role_word(role), detail=details[role]) for role in Role]

    def _add(self) -> None:
        sheet = OperatorSheet(self.tr("Add someone"), self._roles(), with_name=True)
        sheet.asked.connect(lambda said: self._do_with_lead(sheet, said, _added))
        sheet.open_over(self.window(), sheet.name)

    def _change(self, one: Operator) -> None:
        sheet = OperatorSheet(one.name, self._roles(), role=one.role, can_disable=True)
        sheet.asked.connect(lambda said: self._do_with_lead(sheet, said | {"name": one.name}, _changed))
        sheet.disable_asked.connect(
            lambda said: self._do_with_lead(sheet, said | {"name": one.name}, _disabled)
        )
        sheet.open_over(self.window(), sheet.new)

    def _change_own(self) -> None:
        own = self._session.register.access.name
        sheet = OperatorSheet(self.tr("Your passphrase"), [], needs_new=True)
        sheet.asked.connect(lambda said: self._do_with_lead(sheet, said | {"name": own}, _changed_own))
        sheet.open_over(self.window(), sheet.passphrase)

    def _do_with_lead(self, sheet: OperatorSheet, said: dict[str, str], act: Callable[..., Any]) -> None:
        """Changing who may work here asks for the passphrase again: the window may have been left open."""
        sheet.go.set_busy(True)
        own = self._session.register.access.name
        self._session.do(act, own, said, done=lambda _: sheet.close_sheet(), failed=sheet.show_error)

    def retranslate(self) -> None:
        self.set_title(self.tr("Who works here"))
        self.add.setText(self.tr("Add someone"))
        self.own.setText(self.tr("My passphrase"))
        self._show(self._people)


def _added(register: Register, own: str, said: dict[str, str]) -> Any:
    unlocked = register.unlock(own, said["passphrase"])
    return operators.add(register, unlocked, said["name"], Role(said["role"]), said["new"])


def _changed(register: Register, own: str, said: dict[str, str]) -> Any:
    unlocked = register.unlock(own, said["passphrase"])
    done: Any = None
    if Role(said["role"]) is not register.key_file.find(said["name"]).role:
        done = operators.set_role(register, unlocked, said["name"], Role(said["role"]))
    if said["new"]:
        done = operators.reset_passphrase(register, unlocked, said["name"], said["new"])
    return done


def _disabled(register: Register, own: str, said: dict[str, str]) -> Any:
    unlocked = register.unlock(own, said["passphrase"])
    return operators.disable(register, unlocked, said["name"])


def _changed_own(register: Register, own: str, said: dict[str, str]) -> Any:
    return operators.change_passphrase(register, own, said["passphrase"], said["new"])


class OperatorSheet(Sheet):
    """Asks for a name, a role and a new passphrase, as needed, and the own passphrase.

    Signals: `asked(dict)`, `disable_asked(dict)`, with what was typed."""

    asked = Signal(object)
    disable_asked = Signal(object)

    def __init__(
        self,
        title: str,
        roles: list[Option],
        *,
        role: Role = Role.VOLUNTEER,
        with_name: bool = False,
        can_disable: bool = False,
        needs_new: bool = False,
    ) -> None:
        super().__init__(title, icon="person", width=640)
        self._needs_new = needs_new or with_name
        self._with_name = with_name
        self.name = TextField(self.tr("Name"))
        self.name.setVisible(with_name)
        self.roles = RadioCards(upright=True)
        self.roles.set_options(roles)
        self.roles.setVisible(bool(roles))
        if roles:
            self.roles.choose(role.value)
        self.new = TextField(self.tr("New passphrase"), secret=True)
        self.new.set_hint(
            self.tr("6 characters or more") if self._needs_new else self.tr("empty: stays as it is")
        )
        self.new.name_eye(self.tr("Show the passphrase"))
        self.passphrase = TextField(self.tr("Your own passphrase"), secret=True)
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        for widget in (self.name, self.roles, self.new, self.passphrase, self.said):
            self.body.addWidget(widget)
        self.go = Button(self.tr("Keep"), ButtonKind.PRIMARY, key="Enter")
        self.stop = Button(self.tr("No longer works here"), ButtonKind.DANGER, icon="ban")
        self.stop.setVisible(can_disable)
        self.foot_row.addWidget(self.stop)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.go)
        self.on_enter = self.go
        self.go.clicked.connect(lambda: self._ask(self.asked, self._needs_new))
        self.stop.clicked.connect(lambda: self._ask(self.disable_asked, False))

    def _ask(self, signal: Any, needs_new: bool) -> None:
        if self.go.busy():
            return
        if self._with_name and not self.name.text().strip():
            self.name.set_error(self.tr("Write the name"))
            self.name.focus_editor()
        elif needs_new and len(self.new.text()) < 6:
            self.new.set_error(self.tr("At least 6 characters"))
            self.new.focus_editor()
        elif not self.passphrase.text():
            self.passphrase.set_error(self.tr("Type your own passphrase"))
            self.passphrase.focus_editor()
        else:
            said = {"name": self.name.text().strip(), "role": self.roles.current() or Role.VOLUNTEER.value}
            signal.emit(said | {"new": self.new.text(), "passphrase": self.passphrase.text()})

    def show_error(self, error: GatebookError) -> None:
        """Says why nothing was changed."""
        self.go.set_busy(False)
        self.said.setText(sentence(error))
