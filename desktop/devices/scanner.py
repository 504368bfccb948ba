"""The USB scanner, which types: its scans are caught wherever the focus is, and their digits reach no field.

scanner = Scanner(app); scanner.scanned.connect(gate.take_scan)
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop.devices.bursts import (
    HOLD_MS,
    MIN_DIGITS,
    Bursts,
    Moment,
    Outcome,
    holds_tokens,
    plain_character,
    tokens_in,
)
from desktop.devices.readings import Stroke, Strokes, Way
from desktop.devices.scanner_keys import (
    COMMANDS,
    MODIFIERS,
    PAD_WITHOUT_NUMLOCK,
    START_OF_TEXT,
    copy_of,
    is_end_mark,
    part_of_number,
    place_in_row,
)

_WANTED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
    }
)
# Windows itself makes a character of Alt and a number typed on the pad, and sends it as a key of its own.
_SYSTEM_COMPOSES = sys.platform == "win32"
_LONGEST_NUMBER = 5
_SPACES = re.compile(r"[\s']")
_MARKED_DIGITS = re.compile(r"(?:\][A-Za-z][0-9A-Za-z])?[0-9]{10,}")
_AGAIN_MS = 400


@dataclass(frozen=True)
class _Pressed:
    """A key press (or a word of an input method) that waits, and whom it was for."""

    target: QObject
    event: QKeyEvent | None
    committed: str = ""


class Scanner(QObject):
    """Watches the keys of the whole application; scans come out by `scanned(str)`, digits in half width.

    What turns out to be typing is handed on in its order, a moment later. Call `close()` at the
    end.

    Attribute `strokes`: the keys that came last, as they came, for the page that looks what is wrong with a
    scanner. While that page `listens`, `struck` says each one, and an end mark among quick keys presses nothing."""

    scanned = Signal(str)
    struck = Signal()

    def __init__(self, app: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app = app
        self.strokes = Strokes()
        self.listens = False
        self._bursts: Bursts[_Pressed] = Bursts()
        self._swallowed: Counter[int] = Counter()
        self._handing_on: QEvent | None = None
        self._alt_number = ""
        self._composed: tuple[QObject, str] | None = None
        self._taken_over: tuple[str, Moment] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._hold_is_over)
        self._asked_again = False
        app.installEventFilter(self)

    def close(self) -> None:
        """Hands on what is held and watches no more."""
        self._app.removeEventFilter(self)
        self._patience.stop()
        self._settle(self._bursts.silence())

    def type(self, text: str) -> None:
        """Types on behalf of a hand whose keys got among a scanner's."""
        target = QGuiApplication.focusWindow()
        for char in text if target is not None else "":
            key = QKeyEvent(QEvent.Type.KeyPress, ord(char), Qt.KeyboardModifier.NoModifier, char)
            self._hand_on(_Pressed(target, key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WANTED or event is self._handing_on:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            if self._bursts.waiting:
                self._settle(self._bursts.other())
            return False
        if kind == QEvent.Type.InputMethod:
            return isinstance(event, QInputMethodEvent) and self._on_words(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyPress:
            return self._on_press(watched, event)
        if kind == QEvent.Type.KeyRelease:
            return self._on_release(watched, event)
        return self._on_shortcut_override(event)

    # Keys

    def _on_press(self, watched: QObject, event: QKeyEvent) -> bool:
        at = _moment(event.timestamp())
        if event.key() in MODIFIERS:
            if event.key() == Qt.Key.Key_Alt.value and not event.isAutoRepeat():
                self._alt_number = ""
                self._go_on(at)
            return False
        if figure := part_of_number(event):
            self._alt_number = (self._alt_number + figure)[-_LONGEST_NUMBER:]
            self._go_on(at)
            self._swallowed[event.key()] += 1
            return True
        char, place = self._character(event), place_in_row(event)
        end_mark = char is None and is_end_mark(event)
        quick = self._note(event, char, at, end_mark)
        if char is not None:
            held = _Pressed(watched, copy_of(event))
            self._settle(self._bursts.character(at, char, held, _is_in_field(watched), place))
            self._swallowed[event.key()] += 1
            self._wait()
            return True
        outcome = self._bursts.end_mark(at) if end_mark else self._bursts.other(at)
        self._settle(outcome)
        self._wait()
        if outcome.taken or (end_mark and quick):
            self._swallowed[event.key()] += 1
            return True
        return False

    def _on_release(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt.value and self._alt_number:
            number, self._alt_number = int(self._alt_number), ""
            at = _moment(event.timestamp())
            if _SYSTEM_COMPOSES:
                self._go_on(at)
            else:
                self._take_composed(watched, chr(number) if number < 128 else "", at)
            return False
        if not self._swallowed[event.key()]:
            return False
        self._swallowed[event.key()] -= 1
        return True

    def _on_shortcut_override(self, event: QKeyEvent) -> bool:
        """Keeps what is a scanner's from being anyone's shortcut: digits, an end mark, any key at its heels."""
        if event.key() in MODIFIERS:
            return False
        at = _moment(event.timestamp())
        claimed = self._bursts.claims(at) or (is_end_mark(event) and self._bursts.claims_end_mark(at))
        if claimed or part_of_number(event) or self._character(event) is not None:
            event.accept()
            return True
        return False

    def _character(self, event: QKeyEvent) -> str | None:
        """What a key may be of a scan. A key that lies under something repeats, and is none; but two equal digits
        from a quick scanner look like a repeating key to some systems. A key begins to repeat only after a while,
        when nothing is held any more."""
        modifiers = event.modifiers()
        if event.isAutoRepeat() and not self._bursts.waiting:
            return None
        words = event.text()
        if words == START_OF_TEXT:
            # Some scanners begin so, and keyboards say it as Ctrl and B.
            return words
        if modifiers & COMMANDS:
            return None
        if len(words) == 1:
            return plain_character(words) or (words if place_in_row(event) else None)
        if modifiers & Qt.KeyboardModifier.KeypadModifier:
            return PAD_WITHOUT_NUMLOCK.get(event.key())
        return None

    def _take_composed(self, watched: QObject, char: str, at: Moment) -> None:
        """A character that a scanner made of Alt and its number."""
        if char in ("\r", "\n", "\t"):
            self._record(Stroke("", at, Way.ALT, ends=True))
            self._settle(self._bursts.end_mark(at))
            self._wait()
            return
        plain = plain_character(char) if char else None
        if plain is None:
            self._settle(self._bursts.other(at))
            return
        self._record(Stroke(char, at, Way.ALT))
        held = _Pressed(watched, None, char)
        self._settle(self._bursts.character(at, plain, held, _is_in_field(watched)))
        self._wait()

    # Words of input methods

    def _on_words(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """An input method in full width commits each digit as a word of its own; another one collects digits as if
        someone were writing, and commits them together, or never."""
        words, composing = event.commitString(), event.preeditString()
        at = _moment(0)
        if not words:
            self._compose(watched, composing, at)
            return False
        digits = _in_half_width(words)
        if event.replacementLength() or (len(words) > 1 and not _MARKED_DIGITS.fullmatch(digits.strip())):
            self._composed = None
            self._settle(self._bursts.other())
            return False
        before, self._composed = self._composed, (watched, composing) if composing else None
        if before is not None and not composing:
            # The field shows what was being written: it is not to stay there.
            self._send(watched, QInputMethodEvent())
        taken_over, self._taken_over = self._taken_over, None
        if taken_over and taken_over[0] == digits and 0 <= at.after(taken_over[1]) <= _AGAIN_MS:
            return True
        for char in words:
            if char in "\r\n\t":
                self._record(Stroke("", at, Way.WORD, ends=True))
                self._settle(self._bursts.end_mark(at))
                continue
            plain = plain_character(char)
            if plain is None:
                self._settle(self._bursts.other())
                self._hand_on(_Pressed(watched, None, char))
                continue
            self._record(Stroke(char, at, Way.WORD))
            held = _Pressed(watched, None, char)
            self._settle(self._bursts.character(at, plain, held, _is_in_field(watched)))
        self._wait()
        return True

    def _compose(self, watched: QObject, composing: str, at: Moment) -> None:
        """Digits that an input method collects: a scan, if it is one, once no more of them come."""
        self._composed = (watched, composing) if composing else None
        if composing and len(_in_half_width(composing)) >= MIN_DIGITS:
            self._asked_again = False
            self._patience.start(HOLD_MS)

    def _take_over(self) -> None:
        """What an input method has collected, and does not commit, where it is a token."""
        if self._composed is None:
            return
        target, composing = self._composed
        digits = _in_half_width(composing)
        typed, scans = tokens_in(digits)
        if typed or not holds_tokens(digits):
            return
        self._composed = None
        self._taken_over = (digits, _moment(0))
        if isValid(target):
            self._send(target, QInputMethodEvent())
        method = QGuiApplication.inputMethod()
        method.reset()
        for scan in scans:
            self.scanned.emit(scan)

    # Time

    def _go_on(self, at: Moment) -> None:
        self._bursts.part(at)
        self._wait()

    def _wait(self) -> None:
        self._asked_again = False
        if self._bursts.waiting:
            self._patience.start(self._bursts.hold_ms)

    def _hold_is_over(self) -> None:
        """Where the window was busy, keys may lie in its queue that are older than this timer: they come first."""
        if not self._asked_again:
            self._asked_again = True
            self._patience.start(0)
            return
        self._settle(self._bursts.silence())
        self._take_over()

    # What came of it

    def _settle(self, outcome: Outcome[_Pressed]) -> None:
        if not self._bursts.waiting:
            self._patience.stop()
        for pressed in outcome.typed:
            self._hand_on(pressed)
        for pressed in outcome.untyped:
            self._take_back(pressed)
        for scan in outcome.scans:
            self.scanned.emit(scan)

    def _hand_on(self, pressed: _Pressed) -> None:
        target: QObject | None = pressed.target if isValid(pressed.target) else QApplication.focusWidget()
        if target is None:
            return
        if pressed.event is None:
            commit = QInputMethodEvent()
            commit.setCommitString(pressed.committed)
            self._send(target, commit)
            return
        self._send(target, pressed.event)
        if isValid(target):
            release = copy_of(pressed.event, QEvent.Type.KeyRelease)
            self._send(target, release)

    def _take_back(self, pressed: _Pressed) -> None:
        """A digit that went into a field, or to the temperature, and was a scan's."""
        none = Qt.KeyboardModifier.NoModifier
        back = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, none, "\b")
        self._hand_on(_Pressed(pressed.target, back))

    def _send(self, target: QObject, event: QEvent) -> None:
        before, self._handing_on = self._handing_on, event
        try:
            QCoreApplication.sendEvent(target, event)
        finally:
            self._handing_on = before

    # For the page that looks at scanners

    def _note(self, event: QKeyEvent, char: str | None, at: Moment, end_mark: bool) -> bool:
        """Keeps the key. Whether the page listens and the key follows others at once."""
        if char is None and not end_mark:
            return False
        words = event.text()
        if char is not None and not words:
            stroke = Stroke(char, at, Way.PAD)
        else:
            stroke = Stroke(
                "" if end_mark else words, at, Way.KEY, place_in_row(event), end_mark, event.key()
            )
        quick = self.strokes.goes_on(at)
        self._record(stroke)
        return self.listens and quick

    def _record(self, stroke: Stroke) -> None:
        self.strokes.add(stroke)
        if self.listens:
            self.struck.emit()


def _moment(stamp: int) -> Moment:
    return Moment(stamp or None, time.monotonic_ns() // 1_000_000)


def _in_half_width(words: str) -> str:
    return _SPACES.sub("", "".join(plain_character(char) or char for char in words))


def _is_in_field(watched: QObject) -> bool:
    """Whether what has the keyboard takes text."""
    widget = watched if isinstance(watched, QWidget) else QApplication.focusWidget()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)
