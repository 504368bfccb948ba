"""What only the whole can see, looked at and dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from db.books.findings import Finding, find_all, goes_into_answer, settle_finding
from db.books.posts import admissions
from db.register import Register
from desktop.changes import Change, Done, Topic


@dataclass(frozen=True)
class Place:
    """A gate as people call it."""

    gate: int
    compound: str = ""
    name: str = ""


@dataclass(frozen=True)
class Found:
    """What is odd, the newest first. `told` are the keys of what the next answer tells the gates."""

    findings: tuple[Finding, ...]
    told: frozenset[str]
    places: dict[int, Place]
    today: date

    def place(self, gate: int) -> Place:
        """How a gate is called; one that was never admitted has its number alone."""
        return self.places.get(gate, Place(gate))


def places_of(register: Register) -> dict[int, Place]:
    """How the post's gates are called."""
    with register.reading() as connection:
        gates = admissions(connection, register.gate.gate)
    return {one.gate: Place(one.gate, one.compound, one.name) for one in gates}


def look_for_findings(register: Register, days: int) -> Found:
    """What is odd in the last days, today among them."""
    today = register.clock.today()
    places = places_of(register)
    with register.reading() as connection:
        found = find_all(connection, register.gate.gate, today - timedelta(days=days - 1), today)
    told = frozenset(one.key for one in found if goes_into_answer(one, today))
    return Found(tuple(found), told, places, today)


def settle(register: Register, key: str, note: str) -> Done[str]:
    """Notes that a finding was dealt with: the gates are told of it no more. Raises `Denied` for a volunteer."""
    with register.writing() as ledger:
        settle_finding(ledger, key, note)
    return Done(key, Change.of(Topic.TRUST))


def reopen(register: Register, key: str) -> Done[str]:
    """Notes that a finding is open after all. Raises `Denied` for a volunteer."""
    with register.writing() as ledger:
        settle_finding(ledger, key, settled=False)
    return Done(key, Change.of(Topic.TRUST))
