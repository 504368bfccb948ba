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
from db.times import from_stamp
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
    offset is used, and where it no longer serves the date has to be asked for. Until then the gate's time goes on
    from its last line: a dead battery must not make every pass a thing of the future."""
    with register.reading() as connection:
        last_at = tip(connection, register.gate.gate).at
        kept = get_setting(connection, CORRECTION)
    register.clock.correction = timedelta()
    if clock_anomaly(register.clock.now(), last_at) is None:
        if kept:
            with register.writing() as ledger:
                put_setting(ledger.connection, CORRECTION, "")
        return None
    if kept:
        register.clock.correction = timedelta(seconds=int(kept))
    return clock_trouble(register)


def clock_trouble(register: Register) -> ClockTrouble | None:
    """What is wrong with the clock now. If it is, it is logged, and the gate's time goes on from the last line."""
    with register.reading() as connection:
        last_at = tip(connection, register.gate.gate).at
    now = register.clock.now()
    anomaly = clock_anomaly(now, last_at)
    if anomaly is None or last_at is None:
        return None
    _set(register, from_stamp(last_at), anomaly[0], anomaly[1])
    return ClockTrouble(anomaly[0], now, last_at)


def correct_clock(register: Register, right: datetime) -> Done[datetime]:
    """Puts the clock right by an offset: what it should say now, at the gate. Kept, and logged as a line."""
    _set(register, right, "corrected")
    _keep(register)
    return Done(register.clock.now(), Change.of(Topic.ENTRIES, Topic.DAYS))


def trust_clock(register: Register) -> Done[datetime]:
    """The machine's clock is right as it stands: no offset. Logged."""
    right = register.clock.now() - register.clock.correction
    _set(register, right, "trusted")
    _keep(register)
    return Done(register.clock.now(), Change.of(Topic.ENTRIES, Topic.DAYS))


def note_leap(register: Register, seconds: int) -> Done[ClockTrouble]:
    """Logs that the clock leapt while the window was open: forward where `seconds` is positive."""
    now = register.clock.now()
    with register.reading() as connection:
        last_at = tip(connection, register.gate.gate).at
    trouble = clock_trouble(register)
    if trouble is None:
        with register.writing() as ledger:
            ledger.append("clock.noted", {"anomaly": "leapt", "by_seconds": -seconds})
        trouble = ClockTrouble("leapt", now, last_at)
    return Done(trouble, Change.of(Topic.ENTRIES, Topic.DAYS))


def _set(register: Register, right: datetime, anomaly: str, by_seconds: int | None = None) -> None:
    """Turns the gate's clock to `right` by its offset, and logs why. `by_seconds` is the offset unless given."""
    clock = register.clock
    clock.correction += timedelta(seconds=round((right - clock.now()).total_seconds()))
    seconds = int(clock.correction.total_seconds()) if by_seconds is None else by_seconds
    with register.writing() as ledger:
        ledger.append("clock.noted", {"anomaly": anomaly, "by_seconds": seconds})


def _keep(register: Register) -> None:
    seconds = int(register.clock.correction.total_seconds())
    with register.writing() as ledger:
        put_setting(ledger.connection, CORRECTION, str(seconds) if seconds else "")


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
