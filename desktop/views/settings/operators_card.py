"""Who works here: the operators, and for a lead adding, disabling, and changing role or passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.books.operators import Operator
from db.register import Register
from db.trust.key_file import Unlocked
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card
from desktop.kit.chips import Chip
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations import operators
from desktop.operations.operators import Disabled
from desktop.operations.upkeep import Due, what_is_due
from desktop.session import Session
from desktop.views.settings.operator_sheet import OperatorSheet, disable_sheet, role_options, role_word
from desktop.views.settings.vouched_sheet import VouchedSheet
from desktop.views.settings.waiting_work import WaitingWork
from desktop.views.shift.pin_sheet import PinSheet


class OperatorsCard(Retranslating, Card):
    """The card on the settings page. Signals: `failed(GatebookError)`; `work_told(str)`, how far changing the
    register's key is."""

    failed = Signal(object)
    work_told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._people: list[Operator] = []
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.gone = Label("", Type.SMALL, "text2", wrap=True)
        self.gone.hide()
        self.work = WaitingWork(session)
        self.work.told.connect(self.work_told)
        self.said = Label("", Type.SMALL_STRONG, wrap=True)
        self.said.hide()
        self.add = Button("", ButtonKind.SECONDARY, icon="plus")
        self.own = Button("", ButtonKind.SECONDARY, icon="lock")
        self.add.clicked.connect(self._add)
        self.own.clicked.connect(self._change_own)
        self.pin = Button("", ButtonKind.SECONDARY, icon="keypad")
        self.pin.clicked.connect(self._change_pin)
        for widget in (self.gone, self.work, self.said):
            self.body.addWidget(widget)
        self.buttons = row(self.add, self.own, self.pin, gap=12)
        self.body.addLayout(self.buttons)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._load)
        self.retranslate()
        self._load()

    # Who there is

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
        access = self._session.register.access
        lead = access.role is Role.LEAD
        for one in people:
            if not one.disabled:
                # Nobody can shut themselves out here: another lead does it.
                self._list.addWidget(self._row_of(one, lead and one.operator != access.operator))
        left = [one.name for one in people if one.disabled]
        self.gone.setText(
            self.tr("No longer here: {names}").format(names=self.tr(", ", "between names").join(left))
        )
        self.gone.setVisible(bool(left))
        self.add.setEnabled(lead)
        self.add.setToolTip("" if lead else self.tr("Only a lead adds people"))
        # A session that the recovery key opened is nobody's.
        is_one = any(one.operator == access.operator for one in people)
        self.own.setEnabled(is_one)
        self.pin.setEnabled(is_one)

    def _row_of(self, one: Operator, changeable: bool) -> QWidget:
        line = QWidget()
        change = Button(self.tr("Change"), ButtonKind.QUIET, height=40)
        change.setAccessibleName(self.tr("Change {name}").format(name=one.name))
        if not changeable:
            change.hide()
        change.clicked.connect(lambda: self._change(one))
        name = ElidedLabel(one.name, Type.BODY_STRONG)
        inside = row(name, Chip(role_word(one.role)), change, gap=12, parent=line)
        inside.setStretch(0, 1)
        return line

    # What is done

    def _add(self) -> None:
        sheet = OperatorSheet(self.tr("Add someone"), role_options(), with_name=True)
        sheet.asked.connect(
            lambda said: self._do(sheet, said, _added, self.tr("{name} can work here now."), said["name"])
        )
        sheet.open_over(self.window(), sheet.name)

    def _change(self, one: Operator) -> None:
        if self.work.running:
            return
        sheet = OperatorSheet(one.name, role_options(), role=one.role, can_disable=True)
        sheet.asked.connect(
            lambda said: self._do(
                sheet, said | {"name": one.name}, _changed, self.tr("Kept. {name} begins with it."), one.name
            )
        )
        sheet.disable_asked.connect(lambda: self._ask_disable(one))
        sheet.open_over(self.window(), sheet.new)

    def _change_pin(self) -> None:
        sheet = PinSheet(self._session)
        sheet.open_over(self.window(), sheet.pin.edit)

    def _change_own(self) -> None:
        own = self._session.register.access.name
        sheet = OperatorSheet(self.tr("Your passphrase"), [], needs_new=True)
        sheet.asked.connect(
            lambda said: self._do(
                sheet, said | {"name": own}, _changed_own, self.tr("Your passphrase is another now."), own
            )
        )
        sheet.open_over(self.window(), sheet.passphrase)

    def _do(
        self, sheet: OperatorSheet, said: dict[str, str], act: Callable[..., Any], words: str, name: str
    ) -> None:
        """Changing who may work here asks for the passphrase again: the window may have been left open."""
        own = self._session.register.access.name

        def done(_: object) -> None:
            sheet.close_sheet()
            self._say(words.format(name=name))

        self._session.do(act, own, said, done=done, failed=sheet.show_error)

    def _ask_disable(self, one: Operator) -> None:
        self._session.do(
            what_is_due, done=lambda due: self._say_what_it_does(one, due), failed=self.failed.emit
        )

    def _say_what_it_does(self, one: Operator, due: Due) -> None:
        sheet = disable_sheet(one, len(due.copies), len(due.elsewhere))
        sheet.asked.connect(lambda passphrase: self._vouch(sheet, one, passphrase))
        sheet.open_here(self)

    def _vouch(self, sheet: VouchedSheet, one: Operator, passphrase: str) -> None:
        own = self._session.register.access.name

        def vouched(unlocked: Unlocked) -> None:
            sheet.close_sheet()
            self._disable(one, unlocked)

        self._session.do(_unlock, own, passphrase, done=vouched, failed=sheet.show_error)

    def _disable(self, one: Operator, unlocked: Unlocked) -> None:
        def disable(register: Register, progress: Any, write: Callable[..., Any]) -> Any:
            return write(lambda: operators.disable(register, unlocked, one.operator, progress))

        self.said.hide()
        self.work.begin(
            disable,
            self.tr("The register gets another key. Scans wait"),
            done=lambda done: self._disabled(one, done),
            failed=self.failed.emit,
            can_cancel=True,
        )

    def _disabled(self, one: Operator, done: Disabled) -> None:
        words = [self.tr("{name} can open nothing here any more.").format(name=one.name)]
        if done.backups.done:
            words.append(self.tr("%n copy(ies) got the new key.", "", len(done.backups.done)))
        if done.backups.left:
            paths = self.tr(", ", "between names").join(str(path) for path in done.backups.left)
            words.append(
                self.tr(
                    "Not reached, and open to the old key: {paths}. Destroy these copies or make them anew."
                ).format(paths=paths)
            )
        if done.signed:
            words.append(self.tr('They could sign: change the gate\'s key too, under "Keys".'))
        self._say(" ".join(words), "attn_text" if done.backups.left or done.signed else "allow_text")

    def _say(self, words: str, ink: str = "allow_text") -> None:
        self.said.set_ink(ink)
        self.said.setText(words)
        self.said.show()

    def retranslate(self) -> None:
        self.set_title(self.tr("Who works here"))
        self.add.setText(self.tr("Add someone"))
        self.own.setText(self.tr("My passphrase"))
        self.pin.setText(self.tr("My PIN"))
        self._show(self._people)


def _unlock(register: Register, own: str, passphrase: str) -> Unlocked:
    return register.unlock(own, passphrase)


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


def _changed_own(register: Register, own: str, said: dict[str, str]) -> Any:
    return operators.change_passphrase(register, own, said["passphrase"], said["new"])
