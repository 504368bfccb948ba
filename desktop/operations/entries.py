"""The book of entries: find lines, read one with all about it, put one right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from db.books.corrections import Corrected, Written
from db.books.corrections import correct_entry as write_correction
from db.books.entries import Entry, entries_of_pass, entries_of_person, get_entry
from db.books.entry_search import (
    FoundLines,
    LineKey,
    LineStory,
    Wanted,
    find_lines,
    load_lines,
    story_of,
)
from db.books.holds import Hold
from db.books.operators import list_operators
from db.books.pass_search import suggest_passes
from db.books.passes import Pass, get_pass, get_passes
from db.books.refusals import RefusedScan
from db.ledger.store import read_line
from db.register import Register
from db.settings import read_settings
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic

Line = Entry | Hold | RefusedScan
LOG_LENGTH = 200
"""How many crossings a person's temperature log goes back."""

_CROSSED = Change.of(Topic.ENTRIES, Topic.HOLDS, Topic.DAYS)


@dataclass(frozen=True)
class FoundDay:
    """The lines found on a day, and the names of those who recorded on it, by id."""

    found: FoundLines
    operators: dict[str, str]


def find_entries(register: Register, wanted: Wanted) -> FoundDay:
    """The lines of a day that are wanted, as keys, in order."""
    with register.reading() as connection:
        gate = register.gate.gate
        found = find_lines(connection, gate, wanted, read_settings(connection).fever_tenths)
        names = {one.operator: one.name for one in list_operators(connection, gate)}
    return FoundDay(found, {id: names.get(id, id) for id in found.operators})


def load_entries(register: Register, day: str, keys: Sequence[LineKey]) -> dict[LineKey, Line]:
    """The lines of some keys, for rows that are being shown."""
    with register.reading() as connection:
        return load_lines(connection, register.gate.gate, day, keys)


@dataclass(frozen=True)
class LineDetails:
    """A numbered line with everything about it. `log` is the person's, newest first; `operator` a name;
    `written_at` the stamp of the ledger's line, later than the entry's time where it came from paper."""

    story: LineStory
    one: Pass | None
    operator: str
    written_at: str
    log: list[Entry] = field(repr=False)


def read_entry(register: Register, epoch: int, seq: int) -> LineDetails | None:
    """One numbered line with everything about it; None where there is none."""
    gate = register.gate.gate
    with register.reading() as connection:
        entry = get_entry(connection, gate, epoch, seq)
        if entry is None:
            return None
        names = {one.operator: one.name for one in list_operators(connection, gate)}
        if entry.pass_id is not None:
            log = entries_of_pass(connection, entry.pass_id, LOG_LENGTH)
        else:
            log = entries_of_person(connection, gate, entry.name, LOG_LENGTH) if entry.name else []
        written = read_line(connection, gate, epoch, seq)
        return LineDetails(
            story=story_of(connection, entry),
            one=get_pass(connection, entry.pass_id) if entry.pass_id else None,
            operator=names.get(entry.operator, entry.operator),
            written_at=written.head.at if written else entry.time,
            log=log,
        )


def find_holders(register: Register, typed: str, limit: int = 8) -> list[Pass]:
    """The passes that what was typed finds, for choosing whose line it was."""
    with register.reading() as connection:
        ids = suggest_passes(connection, register.gate.gate, typed, limit)
        found = get_passes(connection, ids)
    return [found[id] for id in ids if id in found]


def correct_entry(register: Register, epoch: int, seq: int, right: Written, reason: str) -> Done[Corrected]:
    """Voids a line with the reason and writes it again as it should have been, in one step.

    Raises `Denied` for a volunteer, `Refusal` as `db.books.corrections.correct_entry` does."""
    with register.writing() as ledger:
        ledger.require(Role.REGISTRAR)
        return Done(write_correction(ledger, epoch, seq, right, reason), _CROSSED)
