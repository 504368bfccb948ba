"""The settings page: what this gate measures, whom it calls, how it looks and sounds, who works here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from db.books.temperature import read_tenths, show_tenths
from db.errors import GatebookError
from db.settings import GateSettings
from desktop.devices.sound import Sounds
from desktop.devices.tones import Tone
from desktop.kit.cards import Banner, Card
from desktop.kit.checks import CheckBox
from desktop.kit.choices import Option, Segmented
from desktop.kit.density import density, largest_scale
from desktop.kit.fields import LabelledField, TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import SCALES, Type
from desktop.language import current_language
from desktop.operations.settings import keep_settings
from desktop.preferences import Preferences
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.settings.keeping_card import KeepingCard
from desktop.views.settings.keys_card import KeysCard
from desktop.views.settings.operators_card import OperatorsCard
from desktop.views.settings.register_card import RegisterCard
from desktop.views.settings.scanner_card import ScannerCard

_NUMBERS = {"wait_minutes": (0, 60), "valid_days": (1, 365), "idle_minutes": (0, 480), "answer_days": (1, 60)}
_TEXTS = ("fever_place", "lead_name", "lead_phone", "doctor_phone", "card_phone")


class SettingsPage(Retranslating, QWidget):
    """Everything takes effect at once; there is nothing to save.

    Signals: `preferences_asked(Preferences)`, language, theme or size is to be another; `work_told(str)`, how far work
    is that keeps the gate waiting, empty at its end; `scanner_asked`, a scanner is to be looked at."""

    preferences_asked = Signal(object)
    work_told = Signal(str)
    scanner_asked = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._filling = False
        self._sounds: Sounds | None = None
        self.title = Label("", Type.TITLE)
        self.trouble = Banner("alert", "attn")
        self.trouble.hide()
        self._make_rules()
        self._make_calls()
        self._make_looks()
        self.operators = OperatorsCard(session)
        self.register = RegisterCard(session)
        self.scanner = ScannerCard()
        self.scanner.asked.connect(self.scanner_asked)
        if session.desk:
            # Shown before it has a parent it would be a window of its own for a moment.
            self.scanner.hide()
            self._leave_the_gate_out()
        self.keeping, self.keys = KeepingCard(session), KeysCard(session)
        for card in (self.operators, self.register, self.keeping, self.keys):
            card.failed.connect(self._show_trouble)
        for card in (self.operators, self.keeping):
            card.work_told.connect(self.work_told)
        self.keeping.days_chosen.connect(lambda days: self._keep(retention_days=days))
        content = QWidget()
        left = column(self.rules, self.calls, self.keeping, STRETCH, gap=16)
        right = column(self.looks, self.scanner, self.operators, self.keys, self.register, STRETCH, gap=16)
        self._columns = row(left, right, gap=16, parent=content)
        self._columns.setStretch(0, 1)
        self._columns.setStretch(1, 1)
        density().changed.connect(self._stand_columns)
        self._stand_columns()
        self._area = scrolling(content)
        whole = column(self.title, self.trouble, self._area, gap=12, margins=(16, 16, 16, 16), parent=self)
        whole.setStretch(2, 1)
        session.settings_changed.connect(self._fill)
        self.retranslate()
        self._fill()

    def show_keeping(self) -> None:
        """Scrolls to how long names are kept."""
        self._area.ensureWidgetVisible(self.keeping, 0, 0)

    def _leave_the_gate_out(self) -> None:
        """A command post measures nobody and makes no sound."""
        of_the_gate = (
            *(self.fever, self.temp_in, self.temp_out, self.lane, self.lane_label, self.method),
            *(self.method_label, self.numbers["wait_minutes"], self.numbers["valid_days"], self.calls),
            *(self.labels["sound"], self.mute, self.volume, self.speak, self.numbers["answer_days"]),
        )
        for widget in of_the_gate:
            widget.hide()

    def _stand_columns(self) -> None:
        """Side by side, or under one another in a narrow window."""
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if density().narrow else way.LeftToRight)

    # What is measured

    def _make_rules(self) -> None:
        self.rules = Card()
        self.fever = TextField(input_method=False)
        self.fever.left.connect(self._fever_left)
        self.fever.entered.connect(self._fever_left)
        self.temp_in, self.temp_out = CheckBox(framed=True), CheckBox(framed=True)
        self.temp_in.toggled.connect(lambda on: self._keep(temp_in=on))
        self.temp_out.toggled.connect(lambda on: self._keep(temp_out=on))
        self.lane, self.method = Segmented(), Segmented()
        self.lane.chosen.connect(lambda key: self._keep(lane=key))
        self.method.chosen.connect(lambda key: self._keep(method=key))
        self.lane_label, self.method_label = Label("", Type.SMALL_STRONG), Label("", Type.SMALL_STRONG)
        self.numbers = {name: TextField(input_method=False) for name in _NUMBERS}
        for name, field in self.numbers.items():
            field.left.connect(lambda name=name: self._number_left(name))
            field.entered.connect(lambda name=name: self._number_left(name))
        body = self.rules.body
        body.addLayout(row(self.fever, self.numbers["wait_minutes"], gap=16))
        body.addLayout(row(self.temp_in, self.temp_out, gap=16))
        for label, choice in ((self.lane_label, self.lane), (self.method_label, self.method)):
            body.addWidget(label)
            body.addWidget(choice)
        body.addSpacing(8)
        body.addLayout(row(self.numbers["valid_days"], self.numbers["idle_minutes"], gap=16))
        last = row(self.numbers["answer_days"], STRETCH, gap=16)
        last.setStretch(0, 1)
        body.addLayout(last)

    def _make_calls(self) -> None:
        self.calls = Card()
        self.texts = {name: TextField() for name in _TEXTS}
        for name, field in self.texts.items():
            field.left.connect(lambda name=name: self._text_left(name))
            field.entered.connect(lambda name=name: self._text_left(name))
        body = self.calls.body
        body.addLayout(row(self.texts["lead_name"], self.texts["lead_phone"], gap=16))
        body.addLayout(row(self.texts["doctor_phone"], self.texts["card_phone"], gap=16))
        body.addWidget(self.texts["fever_place"])

    def _make_looks(self) -> None:
        self.looks = Card()
        self.language, self.theme, self.scale = Segmented(), Segmented(), Segmented()
        self.labels = {name: Label("", Type.SMALL_STRONG) for name in ("language", "theme", "size", "sound")}
        self.language.chosen.connect(lambda key: self._prefer(language=key))
        self.theme.chosen.connect(lambda key: self._prefer(theme=key))
        self.scale.chosen.connect(lambda key: self._prefer(size=int(key)))
        self.mute = CheckBox(framed=True)
        self.mute.toggled.connect(lambda on: self._keep(mute=on))
        self.volume = Segmented()
        self.volume.chosen.connect(lambda key: self._keep(volume=int(key)))
        body = self.looks.body
        for name, widget in (("language", self.language), ("theme", self.theme), ("size", self.scale)):
            body.addWidget(self.labels[name])
            body.addWidget(widget)
        self.no_room = Label("", Type.SMALL, "text2", wrap=True)
        self.no_room.hide()
        body.addWidget(self.no_room)
        body.addWidget(self.labels["sound"])
        body.addLayout(row(self.mute, self.volume, gap=16))
        self.speak = CheckBox(framed=True)
        self.speak.toggled.connect(lambda on: self._keep(speak=on))
        self.no_voice = Label("", Type.SMALL, "text2", wrap=True)
        self.no_voice.hide()
        body.addWidget(self.speak)
        body.addWidget(self.no_voice)

    def listen(self, sounds: Sounds) -> None:
        """What plays the gate's sounds: another volume is heard at once, and it knows whether there is a voice."""
        self._sounds = sounds
        self.volume.chosen.connect(lambda key: self._try_sound(int(key)))
        self.speak.toggled.connect(self._try_words)
        sounds.voice.known.connect(self._voice_known)

    def _show_sizes(self) -> None:
        """The sizes for which the screen has room; why the others are not to be had stands beside them."""
        most = largest_scale(self.screen().availableGeometry().size())
        for scale in SCALES:
            self.scale.set_option_enabled(str(round(scale * 100)), scale <= most)
        words = self.tr("This screen has room for {most} % at most, so that every page fits.")
        self.no_room.setText(words.format(most=round(most * 100)))
        self.no_room.setVisible(most < SCALES[-1])

    def _try_sound(self, volume: int) -> None:
        if self._sounds is not None:
            self._sounds.set_volume(volume)
            self._sounds.play(Tone.LET_IN)

    def _try_words(self, on: bool) -> None:
        if on and self._sounds is not None and not self._filling:
            self._sounds.set_spoken(True)
            self._sounds.speak(self.tr("Please go in"), current_language())

    def _voice_known(self, language: str, known: bool) -> None:
        if language == current_language():
            self.no_voice.setVisible(not known)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_sizes()
        if self._sounds is not None:
            self._sounds.voice.ask(current_language())

    # Keeping

    def _keep(self, **changed: Any) -> None:
        if self._filling:
            return
        before = self._session.settings
        wanted = replace(before, **changed)
        if wanted == before:
            return
        self.trouble.hide()
        self._session.do(keep_settings, wanted, before, failed=self._not_kept)

    def _not_kept(self, error: GatebookError) -> None:
        self._show_trouble(error)
        self._fill()

    def _show_trouble(self, error: GatebookError) -> None:
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    def _fever_left(self) -> None:
        tenths = read_tenths(self.fever.text())
        if tenths is None or not 365 <= tenths <= 400:
            self.fever.set_error(self.tr("From 36.5 to 40.0"))
            return
        self.fever.set_error("")
        self._keep(fever_tenths=tenths)

    def _number_left(self, name: str) -> None:
        field, (low, high) = self.numbers[name], _NUMBERS[name]
        text = field.text().strip()
        if not text.isdecimal() or not low <= int(text) <= high:
            field.set_error(self.tr("From {low} to {high}").format(low=low, high=high))
            return
        field.set_error("")
        self._keep(**{name: int(text)})

    def _text_left(self, name: str) -> None:
        self._keep(**{name: self.texts[name].text().strip()})

    def _prefer(self, **changed: Any) -> None:
        if self._filling:
            return
        self._preferences = replace(self._preferences, **changed)
        self.preferences_asked.emit(self._preferences)

    # Showing

    def _fill(self) -> None:
        settings: GateSettings = self._session.settings
        self._filling = True
        self.fever.set_text(show_tenths(settings.fever_tenths))
        self.temp_in.setChecked(settings.temp_in)
        self.temp_out.setChecked(settings.temp_out)
        self.lane.choose(settings.lane)
        self.method.choose(settings.method)
        self.mute.setChecked(settings.mute)
        self.speak.setChecked(settings.speak)
        self.volume.choose(str(min((30, 60, 80, 100), key=lambda step: abs(step - settings.volume))))
        fields: dict[str, LabelledField] = {**self.numbers, **self.texts}
        for name, field in fields.items():
            field.set_text(str(getattr(settings, name)))  # type: ignore[attr-defined]
        self.language.choose(self._preferences.language or current_language())
        self.theme.choose(self._preferences.theme or "light")
        self.scale.choose(str(self._preferences.size))
        self._filling = False

    def retranslate(self) -> None:
        self.title.setText(self.tr("Settings"))
        self.rules.set_title(self.tr("Locking") if self._session.desk else self.tr("At the gate"))
        self.rules.set_note(self.tr("The rules are the lead's to set"))
        self.fever.set_label(self.tr("Fever from"))
        self.fever.set_hint("°C")
        self.temp_in.setText(self.tr("Measure going in"))
        self.temp_out.setText(self.tr("Measure going out"))
        self.lane_label.setText(self.tr("This lane is for"))
        self.lane.set_options(
            [
                Option("auto", self.tr("In and out")),
                Option("in", self.tr("In only"), "in"),
                Option("out", self.tr("Out only"), "out"),
            ]
        )
        self.method_label.setText(self.tr("Thermometer"))
        self.method.set_options(
            [
                Option("forehead", self.tr("Forehead")),
                Option("wrist", self.tr("Wrist")),
                Option("neck", self.tr("Neck")),
                Option("armpit", self.tr("Armpit")),
                Option("ear", self.tr("Ear")),
            ]
        )
        names = {
            "wait_minutes": self.tr("Minutes to sit before the second reading"),
            "valid_days": self.tr("Days a new pass is good"),
            "idle_minutes": self.tr("Minutes until pages lock"),
            "answer_days": self.tr("Days until the post's list is old"),
        }
        for name, field in self.numbers.items():
            field.set_label(names[name])
        self.numbers["idle_minutes"].set_hint(self.tr("0: never"))
        self._retranslate_calls()
        self._retranslate_looks()
        self._fill()

    def _retranslate_calls(self) -> None:
        self.calls.set_title(self.tr("Whom to call"))
        names = {
            "lead_name": self.tr("Lead's name"),
            "lead_phone": self.tr("Lead's phone"),
            "doctor_phone": self.tr("Community doctor's phone"),
            "card_phone": self.tr("Phone printed on cards"),
            "fever_place": self.tr("Where someone with a fever waits"),
        }
        for name, field in self.texts.items():
            field.set_label(names[name])

    def _retranslate_looks(self) -> None:
        self.looks.set_title(self.tr("Looks and sounds"))
        self.labels["language"].setText(self.tr("Language"))
        self.labels["theme"].setText(self.tr("Light or dark"))
        self.labels["size"].setText(self.tr("Size"))
        self.labels["sound"].setText(self.tr("Sound"))
        self.language.set_options([Option("zh", "中文"), Option("en", "English")])
        self.theme.set_options([Option("light", self.tr("Light")), Option("dark", self.tr("Dark"))])
        self.scale.set_options([Option(str(round(one * 100)), f"{round(one * 100)} %") for one in SCALES])
        self.mute.setText(self.tr("Silent"))
        self.speak.setText(self.tr("Say aloud who may go in, and the temperature"))
        self.no_voice.setText(
            self.tr("This computer has no voice for this language: only the sounds are heard.")
        )
        self.volume.set_options(
            [
                Option("30", self.tr("Soft")),
                Option("60", self.tr("Medium")),
                Option("80", self.tr("Loud")),
                Option("100", self.tr("Loudest")),
            ]
        )
