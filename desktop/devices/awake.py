"""Keeping the laptop from sleeping while the gate's window is open: a sleeping laptop takes no scans.

By wakepy, which knows each system's own way (Windows' execution state, macOS's caffeinate, the inhibitors of the
Linux desktops over D-Bus). Untried here: Windows and macOS.
"""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtCore import QObject, Signal


def _presenting() -> AbstractContextManager[Any]:
    # Imported by the thread that uses it: a start does not wait for D-Bus.
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class Awake(QObject):
    """Keeps system and screen on from `begin` to `end`, in a thread of its own, for asking may take seconds.

    Signal `told(bool)`: whether this system lets itself be kept awake."""

    told = Signal(bool)

    def __init__(self, parent: QObject | None = None, way: Any = _presenting) -> None:
        super().__init__(parent)
        self._way = way
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Asks the system; harmless where it cannot."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._hold, name="awake", daemon=True)
            self._thread.start()

    def _hold(self) -> None:
        try:
            with self._way() as mode:
                self._tell(bool(mode.active))
                self._over.wait()
        except (
            Exception
        ):  # a desktop's own faults are not the gate's: the laptop may sleep, no more than that
            self._tell(False)

    def _tell(self, held: bool) -> None:
        if not self._over.is_set():
            self.told.emit(held)

    def end(self) -> None:
        """Lets the laptop sleep again."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(timeout=2)
