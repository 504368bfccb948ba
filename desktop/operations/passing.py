"""At the gate: look at a card, record a crossing, hold, retake, turn away, void."""

from __future__ import annotations

from db.books.check import Look, look_at_card, look_at_pass
from db.books.crossings import (
    Held,
    Reading,
    Recorded,
    end_hold,
    fill_in_missed,
    record_crossing,
    record_person,
    refuse_scan,
    retake_temperature,
    turn_away,
    void_entry,
)
from db.books.entries import Entry
from db.books.pass_id import PassId
from db.books.verdict import Direction
from db.register import Register
from db.settings import read_settings
from desktop.changes import Change, Done, Topic

_CROSSED = Change.of(Topic.ENTRIES, Topic.HOLDS, Topic.DAYS)


def look_at_scan(register: Register, scanned: str, lane: Direction | None = None) -> Done[Look]:
    """The verdict on what was scanned. A card that lets nobody in is noted at once, as a line without a number."""
    with register.reading() as connection:
        look = look_at_card(connection, register.gate.gate, scanned, register.clock.stamp(), lane)
    if not look.verdict.refuses:
        return Done(look)
    return note_refusal(register, look)


def check_card(register: Register, scanned: str, lane: Direction | None = None) -> Look:
    """The verdict, recording nothing."""
    with register.reading() as connection:
        return look_at_card(connection, register.gate.gate, scanned, register.clock.stamp(), lane)


def look_at_person(register: Register, id: PassId, lane: Direction | None = None) -> Look:
    """The verdict on someone found by hand (number, name, phone). Records nothing."""
    with register.reading() as connection:
        return look_at_pass(connection, register.gate.gate, id, register.clock.stamp(), lane)


def note_refusal(register: Register, look: Look, reason: str | None = None) -> Done[Look]:
    """Notes a card that let nobody in."""
    with register.writing() as ledger:
        refuse_scan(ledger, look, reason)
    return Done(look, Change.of(Topic.REFUSALS, Topic.DAYS))


def record_scan(
    register: Register,
    look: Look,
    direction: Direction,
    reading: Reading,
    override: str | None = None,
    note: str = "",
    low_before: int | None = None,
) -> Done[Recorded | Held]:
    """Writes the crossing of someone whose card was looked at, or holds them where it is a fever."""
    with register.writing() as ledger:
        fever = read_settings(ledger.connection).fever_tenths
        done = record_crossing(ledger, look, direction, reading, fever, override, note, low_before)
        return Done(done, _CROSSED)


def record_without_card(
    register: Register,
    book: str,
    name: str,
    direction: Direction,
    reading: Reading,
    note: str = "",
    details: dict[str, str] | None = None,
    low_before: int | None = None,
) -> Done[Recorded | Held]:
    """Writes the crossing of a resident on an errand, or a visitor."""
    with register.writing() as ledger:
        fever = read_settings(ledger.connection).fever_tenths
        done = record_person(ledger, book, name, direction, reading, fever, note, details, low_before)
        return Done(done, _CROSSED)


def take_second_reading(register: Register, hold_seq: int, reading: Reading) -> Done[Recorded]:
    """The second reading of someone held: passed, or turned away with an incident."""
    with register.writing() as ledger:
        fever = read_settings(ledger.connection).fever_tenths
        return Done(retake_temperature(ledger, hold_seq, reading, fever), _CROSSED)


def give_up_hold(register: Register, hold_seq: int, reason: str) -> Done[Recorded]:
    """Ends a hold without a second reading."""
    with register.writing() as ledger:
        return Done(end_hold(ledger, hold_seq, reason), _CROSSED)


def turn_away_person(
    register: Register, name: str, reason: str, details: dict[str, str] | None = None
) -> Done[int]:
    """Notes that someone without a card was turned away."""
    with register.writing() as ledger:
        return Done(turn_away(ledger, name, reason, details), Change.of(Topic.REFUSALS, Topic.DAYS))


def record_missed(
    register: Register, id: PassId, name: str, direction: Direction, unit: str = ""
) -> Done[Recorded]:
    """Fills in a crossing that was not scanned, marked as inferred."""
    with register.writing() as ledger:
        return Done(fill_in_missed(ledger, id, name, direction, unit), _CROSSED)


def void_line(register: Register, epoch: int, seq: int, reason: str) -> Done[Entry]:
    """Voids a numbered line; it stays in place, its number stays used."""
    with register.writing() as ledger:
        return Done(void_entry(ledger, epoch, seq, reason), _CROSSED)
