"""Days and moments at a gate: its own clock, its own fixed offset, never the machine's zone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from db.errors import Refusal, RefusalCode

DEFAULT_OFFSET = "+08:00"
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)", re.ASCII)
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def parse_offset(text: str) -> timezone:
    """The zone of `+08:00`; raises `Refusal` (`INVALID`, field `offset`)."""
    match = _OFFSET.fullmatch(text)
    if not match or int(match[2]) > 14 or int(match[3]) > 59:
        raise Refusal(RefusalCode.INVALID, field="offset", value=text)
    minutes = int(match[2]) * 60 + int(match[3])
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


def to_stamp(moment: datetime) -> str:
    """`YYYY-MM-DDThh:mm:ss.sss±hh:mm`, as lines hold it. `moment` must know its offset."""
    return moment.isoformat(timespec="milliseconds")


def from_stamp(stamp: str) -> datetime:
    """The moment of a line's stamp; raises `ValueError` for any other form of a time. Without an offset it would
    be read in the machine's zone, and mean something else on every machine."""
    if not _STAMP.fullmatch(stamp):
        raise ValueError("not a stamp")
    return datetime.fromisoformat(stamp)


@lru_cache(maxsize=256)
def instant_of(stamp: str) -> str:
    """The stamp's moment in UTC, to the millisecond: text that sorts as time whatever the offsets were. Raises
    `ValueError`."""
    try:
        moment = from_stamp(stamp).astimezone(UTC)
    except OverflowError:
        raise ValueError("a moment outside the calendar") from None
    return moment.isoformat(timespec="milliseconds")[:23] + "Z"


def from_day(day: str) -> date:
    """The day of `2020-02-10`; raises `ValueError` for any other form."""
    if not _DAY.fullmatch(day):
        raise ValueError("not a day")
    return date.fromisoformat(day)


def machine_now() -> datetime:
    """The machine's clock, in UTC."""
    return datetime.now(UTC)


@dataclass
class Clock:
    """The gate's clock: the machine's, at the gate's offset, put right by `correction` after a dead battery."""

    zone: timezone
    source: Callable[[], datetime] = field(default=machine_now)
    correction: timedelta = timedelta()

    def now(self) -> datetime:
        """The moment at the gate, in the gate's offset, to the millisecond."""
        moment = (self.source() + self.correction).astimezone(self.zone)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    def stamp(self) -> str:
        """The moment as lines hold it."""
        return to_stamp(self.now())

    def today(self) -> date:
        """The day at the gate; a day runs to the gate's midnight."""
        return self.now().date()
