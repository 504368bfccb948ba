"""The real gate page over a real register, with a clock that tests turn and sounds that are only noted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.books.entries import Entry, entries_of_day
from db.books.pass_id import Book
from db.books.passes import Pass
from db.books.refusals import RefusedScan, refusals_of_day
from db.ledger.line import Line
from db.ledger.store import read_lines
from db.register import Register
from db.settings import read_settings, write_settings
from desktop.devices.sound import Sounds
from desktop.devices.tones import Tone
from desktop.session import Session
from desktop.views.gate.page import GatePage
from tests.registers import FakeClock, issue, new_register

DAY = "2020-02-10"
KEYS = {
    "⏎": Qt.Key.Key_Return,
    "⎋": Qt.Key.Key_Escape,
    "␣": Qt.Key.Key_Space,
    "⌫": Qt.Key.Key_Backspace,
    "←": Qt.Key.Key_Left,
    "→": Qt.Key.Key_Right,
    "↓": Qt.Key.Key_Down,
    "↑": Qt.Key.Key_Up,
}


class Heard(Sounds):
    """Sounds that are noted and not played."""

    def __init__(self) -> None:
        super().__init__()
        self.tones: list[str] = []
        self.words: list[str] = []

    def play(self, tone: Tone) -> None:
        self.tones.append(tone.value)

    def speak(self, words: str, language: str) -> None:
        self.words.append(words)


class Desk:
    """A volunteer at the gate: scans, types, looks.

    Attributes: `register`, `session`, `clock`, `page`, `sounds`."""

    def __init__(self, register: Register, clock: FakeClock, qtbot: QtBot | None = None) -> None:
        self.register, self.clock = register, clock
        self.session = Session(register)
        self.crashes: list[object] = []
        self.session.tasks.crashed.connect(self.crashes.append)
        self.sounds = Heard()
        self._leapt = 0.0
        self.page = GatePage(
            self.session,
            sounds=self.sounds,
            now=lambda: int(self._gone_by() * 1000),
            gone_by=self._gone_by,
        )
        if qtbot is not None:
            qtbot.addWidget(self.page)
        self.page.resize(1254, 616)
        self.page.show()
        self.page.activateWindow()
        self.page.setFocus()
        self.settle()

    def _gone_by(self) -> float:
        """Seconds that only grow: the clock's, but for what it leapt."""
        return self.clock.now.timestamp() - self._leapt

    def leap(self, text: str) -> None:
        """The machine's clock is turned to a moment at the gate, while no time goes by."""
        before = self.clock.now
        self.clock.at(text)
        self._leapt += (self.clock.now - before).total_seconds()
        self.page.tick()
        self.settle()

    def close(self) -> None:
        self.page.close()
        self.session.close()
        assert self.crashes == []

    def settle(self) -> None:
        """Until nothing is under way."""
        end = time.monotonic() + 20
        quiet = 0
        while quiet < 2:
            QApplication.processEvents()
            quiet = quiet + 1 if self.session.tasks.idle else 0
            if not quiet:
                time.sleep(0.001)
            assert time.monotonic() < end, "work under way does not end"

    # Acting

    def scan(self, digits: str, after: float = 5) -> None:
        """A card under the scanner, some seconds after whatever was before."""
        self.clock.forward(seconds=after)
        self.page.take_scan(digits)
        self.settle()

    def keys(self, keys: str) -> None:
        """Keys as the page gets them: characters, and the signs of `KEYS`."""
        for key in keys:
            target = QApplication.focusWidget() or self.page
            if key in KEYS:
                QTest.keyClick(target, KEYS[key])
            elif key.isascii():
                QTest.keyClicks(target, key)
            else:
                press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
                QCoreApplication.sendEvent(target, press)
            self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Any other key."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)
        self.settle()

    def issue(self, name: str = "周文静", book: Book = Book.MEDICAL, **facts: object) -> tuple[Pass, str]:
        """A pass and its card's digits; the page is told."""
        return issue(self.register, name, book, **facts)

    def set_rules(self, **rules: object) -> None:
        """Changes settings as the settings page does."""
        from dataclasses import replace

        from desktop.changes import Change, Done, Topic

        def write(register: Register) -> Done[None]:
            with register.writing() as ledger:
                settings = replace(read_settings(ledger.connection), **rules)  # type: ignore[arg-type]
                write_settings(ledger.connection, settings)
            return Done(None, Change.of(Topic.SETTINGS))

        self.session.do(write, done=lambda _none: None)
        self.settle()

    # Looking

    @property
    def entries(self) -> list[Entry]:
        """The day's numbered lines in the register."""
        with self.register.reading() as connection:
            return entries_of_day(connection, self.register.gate.gate, DAY)

    @property
    def crossings(self) -> list[tuple[int, str, str, int | None]]:
        """(no, name, direction, tenths) of the day's lines."""
        return [(one.no, one.name, one.direction.value, one.temp_tenths) for one in self.entries]

    @property
    def refused(self) -> list[RefusedScan]:
        """The day's refusals in the register."""
        with self.register.reading() as connection:
            return refusals_of_day(connection, self.register.gate.gate, DAY)

    def lines(self, kind: str) -> list[Line]:
        """The ledger's lines of a kind."""
        with self.register.reading() as connection:
            lines = list(read_lines(connection, self.register.gate.gate, 1))
        return [line for line in lines if line.head.kind == kind]

    def bodies(self, kind: str) -> list[dict[str, object]]:
        """The bodies of the ledger's lines of a kind."""
        return [line.body for line in self.lines(kind) if line.body is not None]

    @property
    def kind(self) -> str:
        """What the head says by its colour and shape; empty while it waits."""
        return self.page.scan.verdict.face().kind if self.shows_verdict else ""

    @property
    def word(self) -> str:
        """The word in the head."""
        face = self.page.scan.verdict.face()
        return face.word if self.shows_verdict else self.page.scan.empty.title()

    @property
    def sub(self) -> str:
        return self.page.scan.verdict.face().sub

    @property
    def number(self) -> str:
        return self.page.scan.verdict.face().number

    @property
    def shows_verdict(self) -> bool:
        return self.page.scan.verdict.isVisible()

    @property
    def note(self) -> str:
        return self.page.scan.action.line.note()

    @property
    def field(self) -> str:
        """What stands in the temperature field."""
        return self.page.conductor.flow.typed.shown

    def has_focus(self, widget: QWidget) -> bool:
        return QApplication.focusWidget() is widget


@contextmanager
def open_desk(folder: Path, qtbot: QtBot | None = None) -> Iterator[Desk]:
    """A desk over a new register."""
    clock = FakeClock()
    desk = Desk(new_register(folder, clock), clock, qtbot)
    try:
        yield desk
    finally:
        desk.close()
