"""What a bare number pad can do in a field: it has no Esc, no Down, often no Backspace, and its lamp is soon off."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.devices.scanner_keys import PAD_WITHOUT_NUMLOCK

BACK = ("0", "00")
"""A nought alone in any field, and Enter: back."""
_PAD = {**PAD_WITHOUT_NUMLOCK, Qt.Key.Key_Delete.value: "."}


def with_numlock(event: QKeyEvent) -> QKeyEvent:
    """A key of the number pad as it is with NumLock on: the lamp of a bare pad is soon off, and nobody sees why."""
    digit = _PAD.get(event.key()) if event.modifiers() & Qt.KeyboardModifier.KeypadModifier else None
    # On a Mac the arrows of any keyboard count as the pad's, and there is no NumLock.
    if digit is None or event.text() or sys.platform == "darwin":
        return event
    key = Qt.Key.Key_Period.value if digit == "." else Qt.Key.Key_0.value + int(digit)
    return QKeyEvent(event.type(), key, event.modifiers(), digit, event.isAutoRepeat(), event.count())


def takes_pad_key(field: QObject, event: QKeyEvent) -> bool:
    """What the pad's keys do to a field of text: the star empties it, and digits are digits with the lamp off too.
    Whether it was such a key."""
    if not isinstance(field, QLineEdit) or not event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return False
    if event.text() == "*":
        field.clear()
        return True
    typed = with_numlock(event)
    if typed is event:
        return False
    field.insert(typed.text())
    return True
