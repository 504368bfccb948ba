"""The set-up page of a gate or a command post: six fields, then the recovery key, then the first page."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from db.errors import GatebookError, RefusalCode
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.choices import Option, Segmented
from desktop.kit.fields import TextField, first_with_error
from desktop.kit.labels import ElidedLabel
from desktop.kit.layouts import row
from desktop.kit.theme import Type, px
from desktop.operations.opening import SetUp
from desktop.sentences import sentence
from desktop.views.settings.start_frame import StartFrame

LEAST_PASSPHRASE = 6


class SetUpPage(StartFrame):
    """Signals: `asked(SetUp)`, `back_asked`, `elsewhere_asked` (another folder for the register)."""

    asked = Signal(object)
    back_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(language, width=880)
        self.kind = Segmented()
        self.kind.chosen.connect(lambda _key: self._on_kind())
        self.kind.setMinimumWidth(px(250))
        self.head_tail.addWidget(self.kind)
        self.gate = TextField(input_method=False)
        self.gate_name = TextField()
        self.compound = TextField()
        self.operator = TextField()
        self.passphrase = TextField(secret=True)
        self.again = TextField(secret=True)
        self.server = TextField(input_method=False)
        self.server.hide()
        self.fields = (self.gate, self.gate_name, self.compound, self.operator, self.passphrase, self.again)
        # Where the gate is, then who opens it: two rows fit even a window of 558 pixels.
        self.body.addLayout(row(*self.fields[:3], self.server, gap=16))
        self.body.addLayout(row(*self.fields[3:], gap=16))
        self._place = ""
        self.place = ElidedLabel("", Type.SMALL, "text2")
        self.elsewhere = Button("", ButtonKind.GHOST, height=44)
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.place.hide()
        self.elsewhere.hide()
        self.place_row = row(self.place, self.elsewhere, gap=8)
        self.place_row.setStretch(0, 1)
        self.body.addLayout(self.place_row)
        self.back = Button("", ButtonKind.SECONDARY, key="Esc", height=56)
        self.go = Button("", ButtonKind.PRIMARY, key="Enter", height=56, size=18)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        self.back.clicked.connect(self.back_asked)
        self.go.clicked.connect(self._ask)
        self._add_checks()
        self._walk()
        self.setFocusProxy(self.gate)
        self.retranslate()
        self.kind.choose("gate")

    @property
    def desk(self) -> bool:
        """Whether a command post is set up."""
        return self.kind.current() == "post"

    def _on_kind(self) -> None:
        """A gate stands in a compound; a post may have its register on a server."""
        self.compound.setVisible(not self.desk)
        self.server.setVisible(self.desk)
        for field in (*self.fields, self.server):
            field.set_error("")
        self.retranslate()
        self.fit_again()
        self.gate.focus_editor()

    def _add_checks(self) -> None:
        self.gate.add_check(self._check_gate)
        self.gate_name.add_check(lambda text: "" if text.strip() else self.tr("Write what people call it"))
        self.operator.add_check(lambda text: "" if text.strip() else self.tr("Write your name"))
        self.passphrase.add_check(self._check_passphrase)
        self.again.add_check(
            lambda text: "" if text == self.passphrase.text() else self.tr("Not the same. Type it once more")
        )

    def _walk(self) -> None:
        """Enter goes to the next field, and from the last one on."""
        for one, following in zip(self.fields, self.fields[1:], strict=False):
            if one is not self.gate_name:
                one.entered.connect(following.focus_editor)
        self.gate_name.entered.connect(lambda: (self.server if self.desk else self.compound).focus_editor())
        self.server.entered.connect(self.operator.focus_editor)
        self.fields[-1].entered.connect(self._ask)

    def _check_gate(self, text: str) -> str:
        good = text.strip().isdecimal() and 1 <= int(text) <= 65535
        return "" if good else self.tr("A number from 1 to 65535")

    def _check_passphrase(self, text: str) -> str:
        return "" if len(text) >= LEAST_PASSPHRASE else self.tr("At least 6 characters")

    def _ask(self) -> None:
        for field in self.fields:
            field.recheck()
        wrong = first_with_error(self.fields)
        if wrong is not None:
            wrong.focus_editor()
            return
        self.asked.emit(
            SetUp(
                gate=int(self.gate.text()),
                name=self.gate_name.text().strip(),
                compound="" if self.desk else self.compound.text().strip(),
                operator=self.operator.text().strip(),
                passphrase=self.passphrase.text(),
                desk=self.desk,
                server=self.server.text().strip() if self.desk else "",
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def show_place(self, register: PurePath | None) -> None:
        """Where the register will lie; None for one that is no file."""
        self._place = str(register.parent) if register is not None else ""
        self.place.setVisible(bool(self._place))
        self.elsewhere.setVisible(bool(self._place))
        self.retranslate()

    def set_busy(self, busy: bool) -> None:
        """While the register is made."""
        self.go.set_busy(busy)

    def show_error(self, error: GatebookError) -> None:
        """Says why the register was not made, at the field that it is about where there is one."""
        self.set_busy(False)
        by_field = {"gate": self.gate, "name": self.gate_name, "register": self.server}
        field = by_field.get(str(error.params.get("field")))
        if error.code is RefusalCode.PASSPHRASE_TOO_SHORT:
            field = self.passphrase
        elif field is None and self.server.text().strip() and self.desk:
            field = self.server
        (field or self.gate).set_error(sentence(error))
        (field or self.gate).focus_editor()

    def retranslate(self) -> None:
        super().retranslate()
        desk = self.desk
        self.kind.set_options(
            [Option("gate", self.tr("Gate"), "gate"), Option("post", self.tr("Command post"), "usb")]
        )
        self.title.setText(self.tr("Set up the command post") if desk else self.tr("Set up this gate"))
        self.what.setText(
            self.tr(
                "It takes in the gates' drives and answers them. One laptop will do; a server is for several clerks."
            )
            if desk
            else self.tr("The passphrase opens the book each day. Choose one that you will remember.")
        )
        self.gate.set_label(self.tr("Number, no gate's") if desk else self.tr("Gate number"))
        self.gate.set_placeholder("9000" if desk else "312")
        self.gate_name.set_label(self.tr("Name of the post") if desk else self.tr("Gate name"))
        self.gate_name.set_placeholder(self.tr("Command post") if desk else self.tr("East gate"))
        self.server.set_label(self.tr("PostgreSQL server"))
        self.server.set_hint(self.tr("empty: this laptop"))
        self.server.set_placeholder("postgresql://…")
        self.compound.set_label(self.tr("Compound"))
        self.compound.set_hint(self.tr("can wait"))
        self.operator.set_label(self.tr("Your name"))
        self.passphrase.set_label(self.tr("Passphrase"))
        self.passphrase.set_hint(self.tr("6 characters or more"))
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.again.set_label(self.tr("Passphrase again"))
        self.again.name_eye(self.tr("Show the passphrase"))
        self.place.setText(self.tr("Kept in {folder}").format(folder=self._place))
        self.elsewhere.setText(self.tr("Somewhere else…"))
        self.back.setText(self.tr("Back"))
        self.go.setText(self.tr("Begin"))
