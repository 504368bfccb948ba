"""What the laptop itself can run out of: its battery, and room on the disk of the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 30_000
LOW_PERCENT = 30
"""Said early: at a gate the socket is often in another room."""
VERY_LOW_PERCENT = 10
LITTLE_ROOM_BYTES = 500 * 2**20
"""A busy day of 5,000 lines takes some 15 MB, a backup as much as the register."""


@dataclass(frozen=True)
class Laptop:
    """`percent` of the battery, None without one or while it is charging; `minutes` it lasts, where the system
    knows; `has_battery`; `free` bytes on the register's disk, None for a register on a server."""

    percent: int | None = None
    minutes: int | None = None
    has_battery: bool = False
    free: int | None = None

    @property
    def battery_low(self) -> bool:
        return self.percent is not None and self.percent <= LOW_PERCENT

    @property
    def battery_very_low(self) -> bool:
        return self.percent is not None and self.percent <= VERY_LOW_PERCENT

    @property
    def room_low(self) -> bool:
        return self.free is not None and self.free < LITTLE_ROOM_BYTES


def look_at_laptop(register: Path | None) -> Laptop:
    """How things stand now. What the system does not tell is left out."""
    import psutil  # not before the first look: the gate's window does not wait for it

    percent, minutes, has_battery = None, None, False
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # systems without the call, drivers that answer nonsense
        battery = None
    if battery is not None:
        has_battery = True
        if not battery.power_plugged:
            percent = max(0, min(100, round(battery.percent)))
            seconds = battery.secsleft
            minutes = int(seconds) // 60 if seconds is not None and int(seconds) > 0 else None
    free = None
    if register is not None:
        try:
            free = psutil.disk_usage(str(register.parent)).free
        except OSError:  # the disk has gone: the next line says so in its own words
            free = None
    return Laptop(percent, minutes, has_battery, free)


class LaptopWatch(QObject):
    """Looks every half minute. Signal `changed(Laptop)`: only when something is different."""

    changed = Signal(object)

    def __init__(self, look: Callable[[], Laptop], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.laptop = Laptop()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Looks now, and from now on."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Looks once."""
        seen = self._look()
        if seen != self.laptop:
            self.laptop = seen
            self.changed.emit(seen)
