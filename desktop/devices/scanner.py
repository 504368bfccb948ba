"""The USB scanner, which types: its scans are caught wherever the focus is, and their digits reach no field.

scanner = Scanner(app); scanner.scanned.connect(gate.take_scan)
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop.devices.bursts import HOLD_MS, Bursts, Moment, Outcome

_WANTED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
    }
)
# Plain numbers: a keyboard may have keys that Qt's enum does not name.
_END_MARKS = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value, Qt.Key.Key_Tab.value})
_MODIFIERS = frozenset(
    key.value
    for key in (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    )
)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
# A scanner set to the number pad's keys, while NumLock is off.
_PAD_WITHOUT_NUMLOCK = {
    Qt.Key.Key_Insert.value: "0",
    Qt.Key.Key_End.value: "1",
    Qt.Key.Key_Down.value: "2",
    Qt.Key.Key_PageDown.value: "3",
    Qt.Key.Key_Left.value: "4",
    Qt.Key.Key_Clear.value: "5",
    Qt.Key.Key_Right.value: "6",
    Qt.Key.Key_Home.value: "7",
    Qt.Key.Key_Up.value: "8",
    Qt.Key.Key_PageUp.value: "9",
}


@dataclass(frozen=True)
class _Pressed:
    """A key press (or a word of an input method) that waits, and whom it was for."""

    target: QObject
    event: QKeyEvent | None
    committed: str = ""


class Scanner(QObject):
    """Watches the keys of the whole application; scans come out by `scanned(str)`, digits in half width.

    What turns out to be typing is handed on in its order, at the latest `HOLD_MS` later. Call `close()` at the
    end."""

    scanned = Signal(str)

    def __init__(self, app: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app = app
        self._bursts: Bursts[_Pressed] = Bursts()
        self._swallowed: Counter[int] = Counter()
        self._handing_on: QEvent | None = None
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WANTED or event is self._handing_on:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            if self._bursts.waiting:
                self._settle(self._bursts.other())
            return False
        if kind == QEvent.Type.InputMethod:
            return isinstance(event, QInputMethodEvent) and self._on_committed(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyPress:
            return self._on_press(watched, event)
        if kind == QEvent.Type.KeyRelease:
            return self._on_release(event)
        return self._on_shortcut_override(event)

    # Events

    def _on_press(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        char = self._character(event)
        at = _moment(event.timestamp())
        if char is not None:
            held = _Pressed(watched, _copy(event))
            self._settle(self._bursts.character(at, char, held, _is_in_field(watched)))
            self._swallowed[event.key()] += 1
            self._wait()
            return True
        if self._is_end_mark(event):
            outcome = self._bursts.end_mark(at)
            self._settle(outcome)
            if outcome.taken:
                self._swallowed[event.key()] += 1
            return outcome.taken
        if self._bursts.waiting:
            self._settle(self._bursts.other())
        return False

    def _on_release(self, event: QKeyEvent) -> bool:
        if not self._swallowed[event.key()]:
            return False
        self._swallowed[event.key()] -= 1
        return True

    def _on_shortcut_override(self, event: QKeyEvent) -> bool:
        """Keeps digits, and the end mark of a scan, from being anyone's shortcut."""
        held = self._is_end_mark(event) and self._bursts.sure
        if held or self._character(event) is not None:
            event.accept()
            return True
        return False

    def _on_committed(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """An input method in full width commits each digit as a word of its own."""
        words = event.commitString()
        if not words or event.preeditString() or event.replacementLength():
            if words and self._bursts.waiting:
                self._settle(self._bursts.other())
            return False
        for char in words:
            if char in "\r\n\t":
                self._settle(self._bursts.end_mark(_moment(0)))
                continue
            plain = self._bursts.next_character(char)
            if plain is None:
                self._settle(self._bursts.other())
                self._hand_on(_Pressed(watched, None, char))
                continue
            held = _Pressed(watched, None, char)
            self._settle(self._bursts.character(_moment(0), plain, held, _is_in_field(watched)))
        self._wait()
        return True

    def _character(self, event: QKeyEvent) -> str | None:
        """What a key may be of a scan. A key that lies under something repeats, and is none; but two equal digits
        from a quick scanner look like a repeating key to some systems. A key begins to repeat only after a while,
        when nothing is held any more."""
        modifiers = event.modifiers()
        if modifiers & _COMMANDS or (event.isAutoRepeat() and not self._bursts.waiting):
            return None
        words = event.text()
        if len(words) == 1:
            return self._bursts.next_character(words)
        if modifiers & Qt.KeyboardModifier.KeypadModifier:
            return _PAD_WITHOUT_NUMLOCK.get(event.key())
        return None

    @staticmethod
    def _is_end_mark(event: QKeyEvent) -> bool:
        return event.key() in _END_MARKS or event.text() in ("\r", "\n", "\t")

    # Time

    def _wait(self) -> None:
        self._asked_again = False
        if self._bursts.waiting:
            self._patience.start(HOLD_MS)

    def _hold_is_over(self) -> None:
        """Where the window was busy, keys may lie in its queue that are older than this timer: they come first."""
        if not self._asked_again:
            self._asked_again = True
            self._patience.start(0)
            return
        self._settle(self._bursts.silence())

    # What came of it

    def _settle(self, outcome: Outcome[_Pressed]) -> None:
        if not self._bursts.waiting:
            self._patience.stop()
        for pressed in outcome.typed:
            self._hand_on(pressed)
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
            release = _copy(pressed.event, QEvent.Type.KeyRelease)
            self._send(target, release)

    def _send(self, target: QObject, event: QEvent) -> None:
        before, self._handing_on = self._handing_on, event
        try:
            QCoreApplication.sendEvent(target, event)
        finally:
            self._handing_on = before


def _moment(stamp: int) -> Moment:
    return Moment(stamp or None, time.monotonic_ns() // 1_000_000)


def _copy(event: QKeyEvent, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    copy = QKeyEvent(
        kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        False,
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _is_in_field(watched: QObject) -> bool:
    """Whether what has the keyboard takes text."""
    widget = watched if isinstance(watched, QWidget) else QApplication.focusWidget()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)
