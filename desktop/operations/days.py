"""Days: look at one, and close it."""

from __future__ import annotations

from datetime import date

from db.books.day_record import DayRecord, read_day
from db.errors import Refusal, RefusalCode
from db.ledger.seal import Seal, seal_day
from db.register import Register
from desktop.changes import Change, Done, Topic


def look_at_day(register: Register, day: str) -> DayRecord:
    """What a day came to. Raises `Refusal` (`INVALID`, field `day`)."""
    check_day(register, day)
    with register.reading() as connection:
        return read_day(connection, register.gate.gate, day, register.clock.today().isoformat())


def seal(register: Register, day: str) -> Done[Seal]:
    """Closes a day under the gate's key; again after a supplement, with a further seal.

    Raises `Denied` for a volunteer, `Refusal` (`INVALID`, field `day`) for a day to come."""
    check_day(register, day)
    with register.writing() as ledger:
        return Done(seal_day(ledger, day), Change.of(Topic.DAYS))


def check_day(register: Register, day: str) -> None:
    """Raises `Refusal` (`INVALID`, field `day`) for what is no day, or is one to come."""
    try:
        to_come = date.fromisoformat(day) > register.clock.today()
    except ValueError:
        to_come = True
    if to_come:
        raise Refusal(RefusalCode.INVALID, field="day", value=day)
