"""The line that is being typed in from paper: its number there, which goes on by itself, and five fields, Enter from
one to the next, and it is down."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from db.books.pass_id import PassId
from db.books.passes import Pass
from db.exchange.paper_lines import PaperField, PaperLine
from desktop.kit.buttons import Button
from desktop.kit.fields import Message, TextField
from desktop.kit.layouts import column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import px, themes
from desktop.line_words import pass_words
from desktop.paper_words import paper_problem

_IN_KEYS, _OUT_KEYS = frozenset("1jJiI+进入"), frozenset("2cCoO-出")
_TYPING_MS = 120


class PaperInput(Retranslating, QWidget):
    """Signals: `submitted(dict)` of fields to words; `holders_wanted(str)` while a name is typed, answered with
    `offer`; `up_asked`, to the lines above."""

    submitted = Signal(object)
    holders_wanted = Signal(str)
    up_asked = Signal()

    def __init__(self, gate: int) -> None:
        super().__init__()
        self._gate = gate
        self._last_time = ""
        self.number = TextField(input_method=False, with_message=False)
        self.time = TextField(input_method=False, with_message=False)
        self.way = TextField(input_method=False, with_message=False)
        self.who = TextField(with_message=False)
        self.temperature = TextField(input_method=False, with_message=False)
        self.note = TextField(with_message=False)
        self.message = Message()
        self.done_button = Button("", icon="plus", key="Enter", height=44, size=15)
        self.done_button.clicked.connect(self.submit)
        self._names = QStringListModel(self)
        self._make_completer()
        self._fields = (self.number, self.time, self.way, self.who, self.temperature, self.note)
        for field in self._fields:
            field.edit.installEventFilter(self)
            field.edit.textEdited.connect(lambda _: self._say(None, ""))
        self.time.edit.textEdited.connect(self._time_typed)
        self.way.edit.textEdited.connect(self._way_typed)
        self.number.entered.connect(lambda: self._to(self.time))
        self.time.entered.connect(self._time_entered)
        self.way.entered.connect(lambda: self._to(self.who))
        self.who.entered.connect(self._who_entered)
        self.temperature.entered.connect(self.submit)
        self.note.entered.connect(self.submit)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._want_holders)
        self.who.edit.textEdited.connect(lambda _: self._typing.start())
        fields = row(*self._fields, self.done_button, gap=8)
        fields.setAlignment(self.done_button, Qt.AlignmentFlag.AlignBottom)
        fields.setStretch(3, 3)
        fields.setStretch(5, 2)
        column(fields, self.message, gap=2, margins=(16, 8, 16, 6), parent=self)
        self.setFocusProxy(self.time.edit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make_completer(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(6)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("popup", True)
        self.who.edit.setCompleter(completer)
        self._completer = completer

    # What is typed

    def typed(self) -> dict[PaperField, str]:
        """The fields as they stand. Who it is counts as a pass where it begins with a pass's number."""
        who = self.who.text().strip()
        number = who.split("  ")[0].strip()
        try:
            PassId.parse(number, self._gate)
            person = {PaperField.PASS: number}
        except ValueError:
            person = {PaperField.NAME: who}
        return {
            PaperField.TIME: self.time.text().strip(),
            PaperField.DIRECTION: _direction(self.way.text()),
            **person,
            PaperField.TEMPERATURE: self.temperature.text().strip(),
            PaperField.NOTE: self.note.text().strip(),
        }

    def paper_number(self) -> int | None:
        """The number that stands on the paper; None where it is none."""
        written = unicodedata.normalize("NFKC", self.number.text()).strip()
        good = written.isascii() and written.isdigit() and len(written) < 7 and int(written) > 0
        return int(written) if good else None

    def set_paper_number(self, number: int) -> None:
        """The number of the next line."""
        self.number.set_text(str(number))

    def show_number_problem(self, words: str) -> None:
        """What is wrong with the number."""
        self._say(self.number, words)
        self._to(self.number)

    def load(self, typed: Mapping[PaperField, str]) -> None:
        """A line to be mended."""
        self.time.set_text(typed.get(PaperField.TIME, ""))
        self.way.set_text(self._way_words(typed.get(PaperField.DIRECTION, "")))
        self.who.set_text(typed.get(PaperField.PASS) or typed.get(PaperField.NAME, ""))
        self.temperature.set_text(typed.get(PaperField.TEMPERATURE, ""))
        self.note.set_text(typed.get(PaperField.NOTE, ""))
        self._say(None, "")
        self._to(self.time)

    def clear(self) -> None:
        """For the next line; its time is offered where nothing else is written."""
        self._last_time = self.time.text().strip() or self._last_time
        for field in self._fields[1:]:
            field.set_text("")
        self.time.set_placeholder(self._last_time or "0905")
        self._say(None, "")
        self._typing.stop()
        self._to(self.time)

    def show_problem(self, line: PaperLine) -> None:
        """Says what is wrong with the line, at its field."""
        problem = line.problems[0]
        field = {
            PaperField.TIME: self.time,
            PaperField.DAY: self.time,
            PaperField.DIRECTION: self.way,
            PaperField.TEMPERATURE: self.temperature,
            PaperField.NOTE: self.note,
        }.get(problem.field, self.who)
        self._say(field, paper_problem(problem.code))
        self._to(field)

    def offer(self, found: Sequence[Pass]) -> None:
        """Holders that what was typed finds; Down chooses one."""
        if not self.who.edit.hasFocus() or not self.who.text().strip():
            return
        words = [f"{pass_words(one.id)}  {one.holder.name}  {one.holder.unit}".rstrip() for one in found]
        self._names.setStringList(words)
        popup = self._completer.popup()
        if words:
            self._completer.complete()
        elif popup is not None:
            popup.hide()

    def submit(self) -> None:
        """The line is down, as far as this goes."""
        self._typing.stop()
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
        if not self.time.text().strip() and self._last_time:
            self.time.set_text(self._last_time)
        self.submitted.emit(self.typed())

    # Keys

    def _time_typed(self, words: str) -> None:
        if len(words.strip()) == 4 and words.strip().isdigit():
            self._to(self.way)

    def _time_entered(self) -> None:
        if not self.time.text().strip() and self._last_time:
            self.time.set_text(self._last_time)
        self._to(self.way)

    def _way_typed(self, words: str) -> None:
        if words[-1:] in _IN_KEYS | _OUT_KEYS:
            self.way.set_text(self._way_words(_direction(words[-1:])))
            self._to(self.who)

    def _who_entered(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
        self._typing.stop()
        self._to(self.temperature)

    def _want_holders(self) -> None:
        words = self.who.text().strip()
        if words:
            self.holders_wanted.emit(words)

    def _to(self, field: TextField) -> None:
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Up and watched is not self.who.edit:
                self.up_asked.emit()
                return True
            if event.key() == Qt.Key.Key_Backspace and self._back_from(watched):
                return True
        return False

    def _back_from(self, watched: QObject) -> bool:
        """Backspace in an empty field goes to the one before."""
        edits = [field.edit for field in self._fields]
        place = edits.index(watched) if watched in edits else 0
        if place == 0 or edits[place].text():
            return False
        self._to(self._fields[place - 1])
        return True

    def hideEvent(self, event: object) -> None:
        self._typing.stop()

    # Words

    def _say(self, field: TextField | None, words: str) -> None:
        for one in self._fields:
            one.frame.set_state("error" if one is field and words else "")
        self.message.set_message(words)

    def _way_words(self, direction: str) -> str:
        return {"in": self.tr("In"), "out": self.tr("Out")}.get(direction, direction)

    def _fit(self) -> None:
        self.number.setFixedWidth(px(68))
        self.time.setFixedWidth(px(100))
        self.way.setFixedWidth(px(88))
        self.temperature.setFixedWidth(px(96))
        self.who.setMinimumWidth(px(160))

    def retranslate(self) -> None:
        self.number.set_label(self.tr("No."))
        self.time.set_label(self.tr("Time"))
        self.time.set_placeholder(self._last_time or "0905")
        self.way.set_label(self.tr("In or out"))
        self.way.set_placeholder(self.tr("1 in, 2 out"))
        self.who.set_label(self.tr("Pass or name"))
        self.who.set_placeholder(self.tr("M12, a name, or initials"))
        self.temperature.set_label(self.tr("°C"))
        self.temperature.set_placeholder("365")
        self.note.set_label(self.tr("Note"))
        self.done_button.setText(self.tr("Add"))


def _direction(words: str) -> str:
    """`in` or `out` for whatever stands for it; anything else as it is."""
    plain = words.strip()
    if plain[:1] in _IN_KEYS and plain:
        return "in"
    return "out" if plain and plain[:1] in _OUT_KEYS else plain
