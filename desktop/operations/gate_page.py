"""What the gate page shows beside the one in front: today's lines, the counters, and who is held."""

from __future__ import annotations

from dataclasses import dataclass

from db.books.days import Counters, counters
from db.books.entries import Entry, entries_of_day
from db.books.holds import Hold, Incident, get_hold, incidents, open_holds, take_step
from db.books.pass_id import Book
from db.books.passes import highest_number
from db.register import Register
from desktop.changes import Change, Done, Topic


@dataclass(frozen=True)
class Case:
    """Someone with a fever: held, or with an incident whose steps are under way."""

    hold: Hold
    incident: Incident | None = None


@dataclass(frozen=True)
class GateDay:
    """The gate now. `lines` are the newest of the day, the newest first; `complete` where these are all."""

    day: str
    lines: tuple[Entry, ...]
    complete: bool
    counters: Counters
    cases: tuple[Case, ...]
    any_passes: bool

    @property
    def next_no(self) -> int:
        """The number that the next line of the day gets."""
        return self.counters.numbers + 1

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Those who wait for a second reading, the longest waiting first."""
        return tuple(case.hold for case in self.cases if case.hold.outcome is None)


def read_gate_day(register: Register, limit: int) -> GateDay:
    """The gate's day as it stands, with at most `limit` of its lines."""
    gate, day = register.gate.gate, register.clock.today().isoformat()
    with register.reading() as connection:
        lines = entries_of_day(connection, gate, day, newest_first=True, limit=limit + 1)
        cases = [Case(hold) for hold in open_holds(connection, gate)]
        for incident in incidents(connection, gate):
            hold = get_hold(connection, gate, incident.held) if incident.held is not None else None
            if hold is not None:
                cases.append(Case(hold, incident))
        return GateDay(
            day=day,
            lines=tuple(lines[:limit]),
            complete=len(lines) <= limit,
            counters=counters(connection, gate, day),
            cases=tuple(sorted(cases, key=lambda case: (case.hold.epoch, case.hold.seq))),
            any_passes=any(highest_number(connection, gate, book) for book in Book),
        )


def note_step(register: Register, incident: int, step: str, note: str = "") -> Done[None]:
    """Notes a step taken for a fever's incident; `closed` ends it."""
    with register.writing() as ledger:
        take_step(ledger, incident, step, note)
    return Done(None, Change.of(Topic.HOLDS, Topic.DAYS))
