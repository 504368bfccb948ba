"""Who hands over and who takes over, each confirming with a PIN or passphrase; and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.errors import GatebookError
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Card, ResultPanel
from desktop.kit.checks import CheckBox
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, scrolling
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px
from desktop.operations.shifts import Candidate, Confirmation
from desktop.sentences import sentence
from desktop.views.shift.confirm_field import ConfirmField

_NOBODY = ""


@dataclass(frozen=True)
class Confirmed:
    """Who hands over (an operator's id), and what both typed; None for one who is not there, or nobody."""

    gave: str
    gives: Confirmation | None
    takes: Confirmation | None


class PeopleCard(Retranslating, Card):
    """Attributes: `giver`, `taker` (who), `gives`, `takes` (their confirmation). Signals: `asked`, the button;
    `print_asked`, `gate_asked`, once it is done."""

    asked = Signal()
    print_asked = Signal()
    gate_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._people: dict[str, Candidate] = {}
        self.giver, self.taker = ComboField(with_message=False), ComboField(with_message=False)
        self.gives, self.takes = ConfirmField(), ConfirmField()
        self.gone = CheckBox()
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.said.hide()
        self.go = Button("", ButtonKind.PRIMARY, icon="check", height=56, size=18)
        self.done = ResultPanel("allow", "check")
        self.print_button = Button("", icon="print", height=48)
        self.gate_button = Button("", ButtonKind.PRIMARY, icon="gate", key="Enter", height=48)
        self._form, self._result = QWidget(), QWidget()
        items = (self.giver, self.gives, self.gone, 4, self.taker, self.takes, STRETCH)
        column(*items, gap=6, margins=(20, 4, 20, 8), parent=self._form)
        column(self.done, STRETCH, gap=12, margins=(20, 4, 20, 8), parent=self._result)
        self._form_area, self._result_area = scrolling(self._form), scrolling(self._result)
        self.body.addWidget(self._form_area, 1)
        self.body.addWidget(self._result_area, 1)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._result_area.hide()
        buttons = (self.said, self.go, self.print_button, self.gate_button)
        self.foot((20, 12, 20, 12)).addLayout(column(*buttons, gap=8))
        for button in (self.print_button, self.gate_button):
            button.hide()
        self.title.set_role(Type.SECTION)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.giver.picked.connect(lambda _key: self._choose())
        self.taker.picked.connect(lambda _key: self._choose())
        self.gone.toggled.connect(lambda _on: self._choose())
        for field in (self.gives, self.takes):
            field.waiting_changed.connect(lambda _waits: self._enable())
        for editor in (self.gives.field.edit, self.takes.field.edit):
            editor.installEventFilter(self)
        self.gives.entered.connect(self._after_giver)
        self.takes.entered.connect(self.asked)
        self.go.clicked.connect(self.asked)
        self.print_button.clicked.connect(self.print_asked)
        self.gate_button.clicked.connect(self.gate_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What gets the keyboard in a small window is scrolled to, with what is said under it."""
        if event.type() == QEvent.Type.FocusIn:
            self._see(self.gives if watched is self.gives.field.edit else self.takes)
        return super().eventFilter(watched, event)

    def _see(self, field: ConfirmField) -> None:
        QTimer.singleShot(0, field, lambda: self._form_area.ensureWidgetVisible(field, 0, px(8)))

    # Who

    def set_people(self, people: Sequence[Candidate], on_duty: str) -> None:
        """Everyone who can work here; `on_duty` is the operator's id who has the shift."""
        if self._people == {one.operator: one for one in people}:
            return
        self._people = {one.operator: one for one in people}
        before = self.giver.key(), self.taker.key()
        self.giver.set_choices([(one.operator, one.name) for one in people])
        self._offer_takers(people)
        self.giver.choose(before[0] if before[0] in self._people else on_duty)
        if before[1] is None:
            self.taker.choose(
                next((one.operator for one in people if one.operator != self.giver.key()), _NOBODY)
            )
        self._choose()

    def start_again(self, on_duty: str) -> None:
        """For the next change of shift."""
        self._show_result(False)
        self.gives.clear()
        self.takes.clear()
        self.gone.setChecked(False)
        self.giver.choose(on_duty)
        others = [operator for operator in self._people if operator != on_duty]
        self.taker.choose(others[0] if others else _NOBODY)
        self._choose()

    def forget_secrets(self) -> None:
        """What was typed to confirm goes; a wait that is counted down stays."""
        for field in (self.gives, self.takes):
            field.field.set_text("")

    def _offer_takers(self, people: Sequence[Candidate]) -> None:
        nobody = (_NOBODY, self.tr("Nobody: the gate closes"))
        self.taker.set_choices([*((one.operator, one.name) for one in people), nobody])

    @property
    def closes(self) -> bool:
        """Whether nobody takes over."""
        return not self.taker.key()

    def _choose(self) -> None:
        self.say("")
        alone = self.gone.isChecked() and not self.closes
        self.gives.set_person(self._people.get(self.giver.key() or ""))
        self.takes.set_person(self._people.get(self.taker.key() or ""))
        self.gives.setVisible(not alone)
        self.takes.setVisible(not self.closes)
        self.gone.setVisible(not self.closes)
        self._enable()
        self.retranslate()

    def _enable(self) -> None:
        waits = (self.gives.waiting and self.gives.isVisibleTo(self)) or (
            self.takes.waiting and self.takes.isVisibleTo(self)
        )
        self.go.setEnabled(not waits)

    def focus_editor(self) -> None:
        """The keyboard to the first confirmation, or once it is done to what comes next."""
        if self.is_done:
            self.gate_button.setFocus()
        elif self.gives.isVisibleTo(self):
            self.gives.focus_editor()
        else:
            self.takes.focus_editor()

    def _after_giver(self) -> None:
        if self.closes:
            self.asked.emit()
        else:
            self.takes.focus_editor()

    def confirmed(self) -> Confirmed | None:
        """What both typed; None, and said, where something is missing."""
        giver, taker = self.giver.key() or "", self.taker.key() or ""
        if taker == giver:
            self.say(self.tr("Choose somebody else who takes over, or nobody"))
            return None
        alone = self.gone.isChecked() and not self.closes
        gives = None if alone else self.gives.confirmation()
        if gives is None and not alone:
            self.gives.focus_editor()
            return None
        takes = None if self.closes else self.takes.confirmation()
        if takes is None and not self.closes:
            self.takes.focus_editor()
            return None
        self.say("")
        return Confirmed(giver, gives, takes)

    # What came of it

    def say(self, words: str) -> None:
        """Why nothing was written."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def show_error(self, error: GatebookError) -> None:
        """At the field of whoever was not right."""
        self.go.set_busy(False)
        side = error.params.get("side")
        field = {"gives": self.gives, "takes": self.takes}.get(str(side))
        if field is not None:
            field.show_error(error)
            self._see(field)
        else:
            self.say(sentence(error))

    def show_done(self, title: str, what: str) -> None:
        """The line is written."""
        self.go.set_busy(False)
        self.gives.clear()
        self.takes.clear()
        self.done.set_words(title, what)
        self._show_result(True)
        self.gate_button.setFocus()

    @property
    def is_done(self) -> bool:
        """Whether a change of shift is shown that was just made."""
        return self._result_area.isVisibleTo(self)

    def _show_result(self, shown: bool) -> None:
        for widget in (self._result_area, self.print_button, self.gate_button):
            widget.setVisible(shown)
        for widget in (self._form_area, self.go):
            widget.setVisible(not shown)

    def retranslate(self) -> None:
        self.set_title(self.tr("Both confirm") if not self.closes else self.tr("Confirm"))
        self.giver.set_label(self.tr("Hands over"))
        self.taker.set_label(self.tr("Takes over"))
        self.gone.setText(self.tr("Has gone already"))
        self.go.setText(self.tr("Close the gate") if self.closes else self.tr("Change shift"))
        self.print_button.setText(self.tr("Print the page"))
        self.gate_button.setText(self.tr("To the gate"))
        last = self.taker.box.count() - 1
        if last >= 0:
            self.taker.box.setItemText(last, self.tr("Nobody: the gate closes"))
