"""One person across all gates: found, followed, and who was near them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, timedelta

from db.books.contacts import Contact, contacts_of
from db.books.pass_id import PassId
from db.books.pass_search import suggest_passes
from db.books.passes import Pass, get_passes
from db.books.paths import Path, Step, path_of, path_without_card
from db.register import Register
from desktop.operations.findings import Place, places_of
from desktop.paper.path_sheet import PathSheet, path_pdf

MOST_HITS = 60
Who = PassId | str
"""Somebody by a card, or somebody without one by name."""


@dataclass(frozen=True)
class Hits:
    """Whom something typed finds: passes of every gate, and whether people without a card have this very name."""

    typed: str
    passes: tuple[Pass, ...]
    without_card: bool


@dataclass(frozen=True)
class Followed:
    """Somebody's way through the gates."""

    who: Who
    path: Path
    places: dict[int, Place]
    today: date

    @property
    def name(self) -> str:
        """Their name as a card bears it."""
        if isinstance(self.who, str):
            return self.who
        return self.path.passes[0].holder.name if self.path.passes else ""

    def place(self, gate: int) -> Place:
        """How a gate is called."""
        return self.places.get(gate, Place(gate))


def find_people(register: Register, typed: str) -> Hits:
    """The first passes of all gates that what was typed finds: name, initials, number, the end of a phone or of an
    identity number, home."""
    name = typed.strip()
    with register.reading() as connection:
        ids = suggest_passes(connection, register.gate.gate, typed, MOST_HITS)
        found = get_passes(connection, ids)
        named = bool(name) and bool(path_without_card(connection, name, limit=1).steps)
    return Hits(typed, tuple(found[id] for id in ids if id in found), named)


def follow(register: Register, who: Who) -> Followed:
    """What all gates have sent about somebody."""
    with register.reading() as connection:
        path = path_without_card(connection, who) if isinstance(who, str) else path_of(connection, who)
    return Followed(who, path, places_of(register), register.clock.today())


def steps_since(followed: Followed, days: int) -> tuple[Step, ...]:
    """Their steps of the last days, today among them."""
    first = (followed.today - timedelta(days=days - 1)).isoformat()
    return tuple(step for step in followed.path.steps if step.time[:10] >= first)


def read_contacts(register: Register, followed: Followed, days: int, minutes: int) -> tuple[Contact, ...]:
    """Who crossed at the same gate within minutes of them in the last days."""
    last = register.clock.today()
    with register.reading() as connection:
        return tuple(contacts_of(connection, followed.path, last - timedelta(days=days - 1), last, minutes))


def print_path(register: Register, followed: Followed, days: int, minutes: int, language: str) -> bytes:
    """Somebody's way and their contacts of the last days as PDF; names masked. Raises `Fault` (`MISSING_FONT`)."""
    contacts = read_contacts(register, followed, days, minutes)
    first = (followed.today - timedelta(days=days - 1)).isoformat()
    names = {
        gate: " · ".join(filter(None, (one.compound, one.name))) for gate, one in followed.places.items()
    }
    sheet = PathSheet(
        post=register.gate.name,
        name=followed.name,
        passes=followed.path.passes,
        steps=steps_since(followed, days),
        contacts=contacts,
        places=names,
        first=first,
        minutes=minutes,
        made_at=register.clock.now(),
        language=language,
        practice=register.gate.practice,
    )
    out = io.BytesIO()
    path_pdf(sheet, out)
    return out.getvalue()
