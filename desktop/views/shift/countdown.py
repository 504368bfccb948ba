"""A wait after wrong tries, counted down to the second while it is looked at. The wait itself is kept in the register's
own place (`db.trust.waits`): closing the program does not end it."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import GatebookError, RefusalCode

SECOND_MS = 1000


class Countdown(QObject):
    """Signal `told(str)`: how long still, once a second; nothing when it is over."""

    told = Signal(str)

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.now = now
        self.until: float | None = None
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether a wait lasts."""
        return self.until is not None

    def take(self, error: GatebookError) -> bool:
        """Begins to count, if a refusal says that somebody has to wait."""
        if error.code is not RefusalCode.TRY_LATER:
            return False
        self.until = self.now() + float(str(error.params["seconds"]))
        self._second.start()
        self.tick()
        return True

    def tick(self) -> None:
        """A second went by."""
        if self.until is None:
            return
        left = ceil(self.until - self.now())
        if left <= 0:
            self.stop()
            self.told.emit("")
            return
        self.told.emit(self.tr("Wait %n second(s): there were several wrong tries", "", left))

    def stop(self) -> None:
        """Somebody else is asked now."""
        self._second.stop()
        self.until = None
