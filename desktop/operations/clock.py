"""The gate's clock: what is wrong with it, and putting it right by an offset that is kept.

Sequence orders lines, so a wrong clock stops nothing; but days and shown times come from it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.ledger.append import clock_anomaly
from db.ledger.store import tip
from db.register import Register
from db.settings import get_setting, put_setting
from desktop.changes import Change, Done, Topic

CORRECTION = "clock.correction"
LEAP_SECONDS = 60
"""How far the clock may stray from the time that went by before it is said."""


@dataclass(frozen=True)
class ClockTrouble:
    """What is wrong: `behind` the last line, or `before_2020`; what the clock says, and the last line's stamp."""

    anomaly: str
    now: datetime
    last_at: str | None


def begin_with_clock(register: Register) -> ClockTrouble | None:
    """Called once when the window opens. A clock that is right again forgets the offset it had; else the kept
    offset is used, and where it no longer serves the date has to be asked for."""
    with register.reading() as connection:
        last_at = tip(connection, register.gate.gate).at
        kept = get_setting(connection, CORRECTION)
    register.clock.correction = timedelta()
    if clock_anomaly(register.clock.now(), last_at) is None:
        if kept:
            _keep(register, None)
        return None
    if kept:
        register.clock.correction = timedelta(seconds=int(kept))
    return clock_trouble(register)


def clock_trouble(register: Register) -> ClockTrouble | None:
    """What is wrong with the clock now."""
    with register.reading() as connection:
        last_at = tip(connection, register.gate.gate).at
    now = register.clock.now()
    anomaly = clock_anomaly(now, last_at)
    return ClockTrouble(anomaly[0], now, last_at) if anomaly else None


def correct_clock(register: Register, right: datetime) -> Done[datetime]:
    """Puts the clock right by an offset: what it should say now, at the gate. Kept, and logged as a line."""
    by = right - register.clock.now()
    register.clock.correction += timedelta(seconds=round(by.total_seconds()))
    with register.writing() as ledger:
        seconds = int(register.clock.correction.total_seconds())
        put_setting(ledger.connection, CORRECTION, str(seconds))
        ledger.append("clock.noted", {"anomaly": "corrected", "by_seconds": seconds})
    return Done(register.clock.now(), Change.of(Topic.ENTRIES, Topic.DAYS))


def note_leap(register: Register, seconds: int) -> Done[None]:
    """Logs that the clock leapt while the window was open: forward where `seconds` is positive."""
    with register.writing() as ledger:
        ledger.append("clock.noted", {"anomaly": "leapt", "by_seconds": -seconds})
    return Done(None, Change.of(Topic.DAYS))


def _keep(register: Register, seconds: int | None) -> None:
    with register.writing() as ledger:
        put_setting(ledger.connection, CORRECTION, "" if seconds is None else str(seconds))


def time_gone_by() -> float:
    """Seconds that only grow, also while the laptop sleeps where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class ClockWatch:
    """Notices a clock that is turned while the window is open. `gone_by` gives seconds that only grow."""

    def __init__(self, register: Register, gone_by: Callable[[], float] = time_gone_by) -> None:
        self._clock, self._gone_by = register.clock, gone_by
        self.start()

    def start(self) -> None:
        """Begins anew, as after the clock was put right."""
        self._wall, self._steady = self._clock.now(), self._gone_by()

    def leap(self) -> int:
        """By how many seconds the clock leapt since the last question; 0 where it went as it should."""
        wall, steady = self._clock.now(), self._gone_by()
        strayed = (wall - self._wall).total_seconds() - (steady - self._steady)
        self._wall, self._steady = wall, steady
        return round(strayed) if abs(strayed) > LEAP_SECONDS else 0
