"""Putting a line right: it is voided and written again as it should have been, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.books.corrections import Written, as_written
from db.books.entries import METHODS, Entry
from db.books.passes import Pass
from db.books.temperature import read_tenths
from db.books.verdict import Direction
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.choices import CardLook, Option, RadioCards, Segmented
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.theme import Type
from desktop.line_words import method_word, pass_words, temperature_words
from desktop.views.entries.void_sheet import ReasonChoice, line_in_words

NO_CARD = "no_card"
_TYPING_MS = 150
_MOST = 3


class CorrectSheet(Sheet):
    """Signals: `confirmed(Written, str)` with what is right and why; `holders_wanted(str)` while a name is typed,
    answered with `offer`."""

    confirmed = Signal(object, str)
    holders_wanted = Signal(str)

    def __init__(self, entry: Entry) -> None:
        super().__init__("", icon="write", width=650)
        self._entry = entry
        self._found: dict[str, Pass] = {}
        self._right = as_written(entry)
        self.title.setText(self.tr("Correct line {no}").format(no=f"{entry.no:04d}"))
        was = self.tr("It says: {line}").format(line=line_in_words(entry))
        self.body.addWidget(Label(was, Type.BODY, "text2", wrap=True))
        self._make_way_and_temperature()
        self._make_person()
        self.reasons = ReasonChoice(("temperature", "direction", "person", "other"))
        self.body.addWidget(Label(self.tr("Why"), Type.SMALL_STRONG))
        self.body.addWidget(self.reasons)
        what = self.tr("Line {no} is voided; a new line is written at the same time, {time}.").format(
            no=f"{entry.no:04d}", time=entry.time[11:16]
        )
        self.body.addWidget(Label(what, Type.SMALL, "text2", wrap=True))
        self.message = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self.body.addStretch(1)
        keep = Button(self.tr("Leave it"), key="Esc")
        keep.clicked.connect(self.close_sheet)
        self.confirm_button = Button(self.tr("Correct"), ButtonKind.PRIMARY, icon="check", key="Enter")
        self.confirm_button.clicked.connect(self._confirm)
        self.on_enter = self.confirm_button
        self.temperature.entered.connect(self.confirm_button.click)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(keep)
        self.foot_row.addWidget(self.confirm_button)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(lambda: self.holders_wanted.emit(self.person.text().strip()))

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.temperature.edit)
        self.temperature.edit.selectAll()

    def close_sheet(self) -> None:
        self._typing.stop()
        super().close_sheet()

    def _make_way_and_temperature(self) -> None:
        self.way = Segmented()
        self.way.set_options([Option("in", self.tr("In"), "in"), Option("out", self.tr("Out"), "out")])
        self.way.choose(self._entry.direction.value)
        self.temperature = TextField(self.tr("Temperature"), input_method=False, bold=True, size=20)
        self.temperature.set_text(temperature_words(self._entry.temp_tenths))
        self.temperature.set_placeholder("36.5")
        self.temperature.add_check(self._check_temperature)
        self.method = Segmented()
        self.method.set_options([Option(name, method_word(name)) for name in METHODS])
        self.method.choose(self._entry.method or "forehead")
        way = column(Label(self.tr("Direction"), Type.SMALL_STRONG), self.way, STRETCH, gap=4)
        line = row(way, self.temperature, gap=16, top=True)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.body.addWidget(Label(self.tr("Taken at"), Type.SMALL_STRONG))
        self.body.addWidget(self.method)

    def _make_person(self) -> None:
        self.person = TextField(self.tr("Person"), icon="search", with_message=False)
        self.person.set_hint(self.tr("name, initials or pass number"))
        self.person.set_text(self._entry.name)
        self.person.set_pill(pass_words(self._entry.pass_id) or self.tr("No card"))
        self.person.edit.textEdited.connect(self._person_typed)
        self.choices = RadioCards(CardLook.TAB, upright=True)
        self.choices.chosen.connect(self._choose_person)
        self.choices.hide()
        self.body.addWidget(self.person)
        self.body.addWidget(self.choices)

    # Who

    def _person_typed(self) -> None:
        self._typing.start()

    def offer(self, found: Sequence[Pass]) -> None:
        """The passes that what was typed finds, and always a person without a card."""
        typed = self.person.text().strip()
        self._found = {one.id.human(): one for one in found[:_MOST]}
        options = [
            Option(key, one.holder.name, detail=pass_words(one.id), book=one.id.book)
            for key, one in self._found.items()
        ]
        if typed:
            words = self.tr("{name}, without a card").format(name=typed)
            options.append(Option(NO_CARD, words, icon="person"))
        self.choices.choose(None)
        self.choices.set_options(options)
        self.choices.setVisible(bool(options))

    def _choose_person(self, key: str) -> None:
        if key == NO_CARD:
            book = self._entry.book if self._entry.book == "resident" else "visitor"
            self._right = replace(self._right, pass_id=None, name=self.person.text().strip(), book=book)
            self.person.set_pill(self.tr("No card"))
            return
        one = self._found[key]
        self._right = replace(self._right, pass_id=one.id, name=one.holder.name, book=one.id.book.value)
        self.person.set_text(one.holder.name)
        self.person.set_pill(pass_words(one.id))

    # What is right

    def _check_temperature(self, typed: str) -> str:
        if typed.strip() and read_tenths(typed) is None:
            return self.tr("Write it as 365 or 36.5, or leave it empty")
        return ""

    def right(self) -> Written:
        """What the line should have said."""
        tenths = read_tenths(self.temperature.text()) if self.temperature.text().strip() else None
        method = self.method.current() if tenths is not None else None
        if tenths == self._entry.temp_tenths and self._entry.method is None:
            method = None
        return replace(
            self._right, direction=Direction(self.way.current() or "in"), tenths=tenths, method=method
        )

    def _confirm(self) -> None:
        self._say("")
        if not self.temperature.recheck():
            self.temperature.focus_editor()
            return
        right, reason = self.right(), self.reasons.reason()
        if right == as_written(self._entry):
            self._say(self.tr("Nothing is changed yet. Change what is wrong, or leave it"))
        elif not reason:
            self.reasons.tell()
            self._area.ensureWidgetVisible(self.reasons)
        else:
            self.close_sheet()
            self.confirmed.emit(right, reason)

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        if words:
            self._area.ensureWidgetVisible(self.message)
