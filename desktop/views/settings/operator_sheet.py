"""What is asked about someone who works here: name, role, first passphrase; and before they are disabled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal

from db.books.operators import Operator
from db.errors import GatebookError
from db.trust.roles import Role
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.choices import CardLook, Option, RadioCards
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import row
from desktop.kit.theme import Type
from desktop.sentences import sentence
from desktop.views.settings.vouched_sheet import Point, StepWords, VouchedSheet


def role_word(role: Role) -> str:
    """A role as people say it."""
    translate = QCoreApplication.translate
    words = {
        Role.VOLUNTEER: translate("OperatorsCard", "Volunteer"),
        Role.REGISTRAR: translate("OperatorsCard", "Registrar"),
        Role.LEAD: translate("OperatorsCard", "Lead"),
    }
    return words[role]


def role_options() -> list[Option]:
    """The roles to choose from, with what each may."""
    translate = QCoreApplication.translate
    details = {
        Role.VOLUNTEER: translate("OperatorsCard", "scans, takes temperatures"),
        Role.REGISTRAR: translate("OperatorsCard", "also issues and prints cards"),
        Role.LEAD: translate("OperatorsCard", "also people, rules, export"),
    }
    return [Option(role.value, role_word(role), detail=details[role]) for role in Role]


def disable_sheet(one: Operator, copies: int, elsewhere: int) -> VouchedSheet:
    """Asks before someone is disabled. `copies` of the register can be reached and get the new key, `elsewhere` can
    not."""
    translate = QCoreApplication.translate
    points = [
        Point(
            "ban",
            translate(
                "DisableSheet",
                "Their passphrase, their PIN and any copy of the key file open nothing of this register any more.",
            ),
        ),
        Point(
            "clock",
            translate(
                "DisableSheet",
                "The register is written anew under another key: seconds, up to a minute after a year. Scans wait"
                " meanwhile; nothing is lost. Choose a quiet moment.",
            ),
        ),
    ]
    if copies or elsewhere:
        points.append(Point("usb", _copies_words(copies, elsewhere)))
    if one.role.may_sign:
        points.append(
            Point(
                "badge",
                translate(
                    "DisableSheet", 'They could sign cards: change the gate\'s key afterwards, under "Keys".'
                ),
            )
        )
    points.append(
        Point(
            "alert",
            translate(
                "DisableSheet",
                "It takes nothing back that they have: a whole copy of the register made before still opens with their"
                " passphrase.",
            ),
            warns=True,
        )
    )
    words = StepWords(
        translate("DisableSheet", "{name} no longer works here?").format(name=one.name),
        points,
        translate("DisableSheet", "No longer works here"),
        translate("DisableSheet", "Keep"),
    )
    return VouchedSheet(words, icon="ban", danger=True)


def _copies_words(copies: int, elsewhere: int) -> str:
    translate = QCoreApplication.translate
    said = []
    if copies:
        said.append(
            translate("DisableSheet", "%n copy(ies) that can be reached get the new key too.", "", copies)
        )
    if elsewhere:
        said.append(
            translate(
                "DisableSheet",
                "%n copy(ies) cannot be reached and stay as they are: plug them in first, or destroy them.",
                "",
                elsewhere,
            )
        )
    return " ".join(said)


class OperatorSheet(Sheet):
    """Asks for a name, a role and a new passphrase, as needed, and the own passphrase.

    Signals: `asked(dict)` with what was typed; `disable_asked()`."""

    asked = Signal(object)
    disable_asked = Signal()

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
        super().__init__(title, icon="person", width=820)
        self._needs_new = needs_new or with_name
        self._with_name = with_name
        self.name = TextField(self.tr("Name"))
        self.name.setVisible(with_name)
        self.roles = RadioCards(CardLook.BOOK)
        self.roles.set_options(roles)
        self.roles.setVisible(bool(roles))
        if roles:
            self.roles.choose(role.value)
        self.new = TextField(
            self.tr("First passphrase") if with_name else self.tr("New passphrase"), secret=True
        )
        self.new.set_hint(
            self.tr("6 characters or more")
            if self._needs_new
            else self.tr("if they forgot theirs; else leave it empty")
        )
        if with_name:
            self.new.set_notice(self.tr('They change it under "My passphrase"'))
        self.new.name_eye(self.tr("Show the passphrase"))
        self.passphrase = TextField(self.tr("Your own passphrase"), secret=True)
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.said.hide()
        self.body.addWidget(self.name)
        self.body.addWidget(self.roles)
        secrets = (
            row(self.passphrase, self.new, gap=16) if needs_new else row(self.new, self.passphrase, gap=16)
        )
        self.body.addLayout(secrets)
        self.body.addWidget(self.said)
        self.go = Button(self.tr("Keep"), ButtonKind.PRIMARY, key="Enter")
        self.stop = Button(self.tr("No longer works here"), ButtonKind.DANGER, icon="ban")
        self.stop.setVisible(can_disable)
        self.foot_row.addWidget(self.stop)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.go)
        self.on_enter = self.go
        self.go.clicked.connect(self._ask)
        self.stop.clicked.connect(self._ask_disable)

    def _ask_disable(self) -> None:
        if not self.go.busy():
            self.close_sheet()
            self.disable_asked.emit()

    def _ask(self) -> None:
        if self.go.busy():
            return
        if self._with_name and not self.name.text().strip():
            self.name.set_error(self.tr("Write the name"))
            self.name.focus_editor()
        elif (self._needs_new or self.new.text()) and len(self.new.text()) < 6:
            self.new.set_error(self.tr("At least 6 characters"))
            self.new.focus_editor()
        elif not self.passphrase.text():
            self.passphrase.set_error(self.tr("Type your own passphrase"))
            self.passphrase.focus_editor()
        else:
            said: dict[str, Any] = {
                "name": self.name.text().strip(),
                "role": self.roles.current() or Role.VOLUNTEER.value,
            }
            self.go.set_busy(True)
            self.asked.emit(said | {"new": self.new.text(), "passphrase": self.passphrase.text()})

    def show_error(self, error: GatebookError) -> None:
        """Says why nothing was changed."""
        self.go.set_busy(False)
        self.said.setText(sentence(error))
        self.said.show()
