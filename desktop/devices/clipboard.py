"""What was copied out of this program does not lie about: a minute later it is taken off the clipboard again, but only
if it is still ours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

KEPT_MS = 60_000

Owns = Callable[[QClipboard.Mode], bool]
"""Whether what lies there was put there by this program, as the system knows it."""


class ClipboardGuard(QObject):
    """Watches the system's clipboard, and the selection that X11 pastes with the middle button. Never reads what others
    put there. `wipe()` clears at once, at the program's end. `owns` is the system's unless a test gives another."""

    def __init__(
        self,
        clipboard: QClipboard,
        parent: QObject | None = None,
        kept_ms: int = KEPT_MS,
        owns: Owns | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns: Owns = owns or self._system_owns
        self._timers: dict[QClipboard.Mode, QTimer] = {}
        modes = [QClipboard.Mode.Clipboard]
        if clipboard.supportsSelection():
            modes.append(QClipboard.Mode.Selection)
        for mode in modes:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setInterval(kept_ms)
            timer.timeout.connect(lambda mode=mode: self._clear(mode))
            self._timers[mode] = timer
        clipboard.changed.connect(self._changed)

    def _system_owns(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _changed(self, mode: QClipboard.Mode) -> None:
        timer = self._timers.get(mode)
        if timer is None:
            return
        if self._owns(mode):
            timer.start()
        else:
            timer.stop()

    def _clear(self, mode: QClipboard.Mode) -> None:
        if self._owns(mode):
            self._clipboard.clear(mode)
            self._timers[mode].stop()

    def wipe(self) -> None:
        """Clears what is ours."""
        for mode, timer in self._timers.items():
            if timer.isActive():
                timer.stop()
                self._clear(mode)
