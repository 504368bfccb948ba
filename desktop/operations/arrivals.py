"""Someone arrives at the gate: the verdict, and what the page shows beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from db.books.calls import Called, note_call
from db.books.check import Look, look_at_card, look_at_pass
from db.books.crossings import fill_in_missed, refuse_scan
from db.books.entries import get_entry
from db.books.pass_id import PassId
from db.books.pass_search import suggest_passes
from db.books.passes import Holder, Pass, get_passes, reservation
from db.books.photos import get_photo
from db.books.verdict import Direction
from db.errors import Refusal, RefusalCode
from db.register import Register
from desktop.changes import Change, Done, Topic


@dataclass(frozen=True)
class Arrival:
    """A look with what belongs to it: the number of the last crossing's line, and the photo's bytes."""

    look: Look
    last_no: int | None = None
    photo: bytes | None = None


def arrive_with_card(register: Register, scanned: str, lane: Direction | None) -> Done[Arrival]:
    """The verdict on what was scanned. A card that lets nobody in is noted at once, as a line without a number."""
    with register.reading() as connection:
        look = look_at_card(connection, register.gate.gate, scanned, register.clock.stamp(), lane)
    change = Change()
    if look.verdict.refuses:
        with register.writing() as ledger:
            refuse_scan(ledger, look)
        change = Change.of(Topic.REFUSALS, Topic.DAYS)
    return Done(_with_facts(register, look), change)


def arrive_by_hand(register: Register, id: PassId, lane: Direction | None) -> Arrival:
    """The verdict on someone found by number or name. Records nothing."""
    with register.reading() as connection:
        look = look_at_pass(connection, register.gate.gate, id, register.clock.stamp(), lane)
    return _with_facts(register, look)


def fill_in_and_look_again(register: Register, look: Look, direction: Direction) -> Done[Arrival]:
    """Fills in the crossing that was not scanned (marked as inferred), and looks at the same person again."""
    if look.id is None:
        raise Refusal(RefusalCode.NO_SUCH_PASS)
    unit = look.one.holder.unit if look.one else ""
    with register.writing() as ledger:
        fill_in_missed(ledger, look.id, look.name, direction, unit)
    again = arrive_by_hand(register, look.id, direction.other)
    # It is still the scanned card that is open.
    seen = replace(again, look=replace(again.look, token_sha256=look.token_sha256))
    return Done(seen, Change.of(Topic.ENTRIES, Topic.DAYS, passes=(look.id,)))


def call_for_help(register: Register, who: Called, id: PassId | None, name: str) -> Done[None]:
    """Notes that the lead or the doctor was called."""
    with register.writing() as ledger:
        note_call(ledger, who, id, name)
    return Done(None, Change.of(Topic.DAYS))


def suggest(register: Register, typed: str, limit: int) -> list[Pass]:
    """The first few passes that what was typed finds: number, name, initials, phone, home, plate. A number that waits
    for a person is found too: of a blank card whose code is not read, or of one that went out on paper."""
    with register.reading() as connection:
        ids = suggest_passes(connection, register.gate.gate, typed, limit)
        found = get_passes(connection, ids)
    waiting = _waiting(register, typed)
    known = [found[id] for id in ids if id in found]
    return [waiting, *known][:limit] if waiting else known


def _waiting(register: Register, typed: str) -> Pass | None:
    """A number that nobody is written in for, in the form of a pass: only to be shown and picked."""
    try:
        id = PassId.parse(typed, own_gate=register.gate.gate)
    except ValueError:
        return None
    with register.reading() as connection:
        kept = reservation(connection, id)
    if kept is None or kept[1]:
        return None
    words = QCoreApplication.translate("Arrivals", "Nobody is written in yet")
    return Pass(id, 1, Holder(id.book, words, date.min, date.max), "")


def _with_facts(register: Register, look: Look) -> Arrival:
    with register.reading() as connection:
        entry = None
        if look.last is not None:
            entry = get_entry(connection, register.gate.gate, look.last.epoch, look.last.seq)
        photo = get_photo(connection, look.one.holder.photo) if look.one else None
    return Arrival(look, entry.no if entry else None, photo)
