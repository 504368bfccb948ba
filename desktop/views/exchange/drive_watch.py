"""Noticing drives: asked every few seconds off the GUI thread, more often while somebody looks, and told when they
change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from db.exchange.on_drive import LastUse, last_use
from desktop.devices.drives import Drive, Drives

WATCHED_MS, UNWATCHED_MS = 2000, 6000


class DriveWatch(QObject):
    """Signal `changed(list)` of drives, when they are other ones or have other room than before.

    Attribute `uses`: who left the newest day on each removable one."""

    changed = Signal(object)
    _found = Signal(object)

    def __init__(self, drives: Drives, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drives = drives
        self._known: list[Drive] | None = None
        self.uses: dict[Drive, LastUse | None] = {}
        self._busy = self._again = False
        self._timer = QTimer(self)
        self._timer.setInterval(UNWATCHED_MS)
        self._timer.timeout.connect(self.look)
        self._found.connect(self._take)

    def start(self, watched: bool, now: bool = True) -> None:
        """Look `now`, and again every few seconds; more often where somebody waits for it."""
        if now:
            self.look()
        self._timer.start(WATCHED_MS if watched else UNWATCHED_MS)

    def forget(self) -> None:
        """Tells what is there the next time even where it is what was there before."""
        self._known = None

    def stop(self) -> None:
        """No longer."""
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Whether the system is being asked."""
        return self._busy

    def look(self) -> None:
        """Asks the system; once more where it is still answering."""
        self._again = self._busy
        if self._busy:
            return
        self._busy = True
        QThreadPool.globalInstance().start(self._ask)

    def _ask(self) -> None:
        found: Sequence[Drive]
        try:
            found = self._drives.list()
        except OSError:
            # A drive that goes while it is being measured is looked at again in a moment.
            found = []
        known = self.uses
        uses = {
            drive: known[drive] if drive in known else last_use(drive.mount)
            for drive in found
            if drive.removable
        }
        if isValid(self):
            self._found.emit((list(found), uses))

    @Slot(object)
    def _take(self, seen: tuple[list[Drive], dict[Drive, LastUse | None]]) -> None:
        found, self.uses = seen
        self._busy = False
        if self._again:
            self.look()
        if found != self._known:
            self._known = found
            self.changed.emit(found)


def same_drive(one: Drive, other: Drive) -> bool:
    """Whether a drive is the one that was there before: it may come back under another letter."""
    if one.label or other.label:
        return (one.label, one.total, one.file_system) == (other.label, other.total, other.file_system)
    return one.mount == other.mount and one.total == other.total
