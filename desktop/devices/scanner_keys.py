"""What the keys of a keyboard mean to scanners: end marks, digits by their place, digits of the number pad."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

# Plain numbers: a keyboard may have keys that Qt's enum does not name.
_END_MARKS = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value, Qt.Key.Key_Tab.value})
MODIFIERS = frozenset(
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
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
# A number pad's digits while NumLock is off: of a keyboard, or of a scanner set to its keys.
PAD_WITHOUT_NUMLOCK = {
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
START_OF_TEXT = "\x02"
# Where the digits lie in their row: X11 and Wayland count keys as the kernel does and eight more, Windows as the
# kernel does. A Mac has no such numbers.
_FIRST_OF_ROW = {"linux": 10, "win32": 2}.get(sys.platform)
_ROW = "1234567890"


def is_end_mark(event: QKeyEvent) -> bool:
    """Enter, Tab or a line feed."""
    return event.key() in _END_MARKS or event.text() in ("\r", "\n", "\t")


def part_of_number(event: QKeyEvent) -> str:
    """A digit of the number that makes a character together with Alt: some scanners type all of theirs so."""
    modifiers = event.modifiers()
    if (
        not modifiers & Qt.KeyboardModifier.AltModifier
        or not modifiers & Qt.KeyboardModifier.KeypadModifier
        or modifiers & Qt.KeyboardModifier.ControlModifier
    ):
        return ""
    if Qt.Key.Key_0.value <= event.key() <= Qt.Key.Key_9.value:
        return chr(event.key())
    return PAD_WITHOUT_NUMLOCK.get(event.key(), "")


def place_in_row(event: QKeyEvent) -> str:
    """The digit that a key of the upper row bears on an American keyboard, which scanners take themselves for."""
    if _FIRST_OF_ROW is None or event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return ""
    place = event.nativeScanCode() - _FIRST_OF_ROW
    return _ROW[place] if 0 <= place < len(_ROW) else ""


def copy_of(event: QKeyEvent, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    """The same key, pressed or released, not repeating."""
    made = QKeyEvent(
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
    made.setTimestamp(event.timestamp())
    return made
