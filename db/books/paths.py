"""One person's path across the gates: every crossing, hold and refused card that any gate has sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from db import models
from db.books.entries import Entry, entries_of_pass, to_entry
from db.books.pass_id import Book, PassId
from db.books.passes import Pass, get_pass, get_passes
from db.times import instant_of

_entries, _holds, _refusals = models.entries, models.holds, models.refusals
_passes, _gates, _presence = models.passes, models.gates, models.presence

MOST_STEPS = 1000


class StepKind(StrEnum):
    """What happened at a gate."""

    ENTRY = "entry"
    HOLD = "hold"
    REFUSAL = "refusal"


@dataclass(frozen=True)
class Step:
    """Something that happened to a person at a gate. `entry` is the numbered line, where it is one; `said` is the
    direction of a crossing or a hold, the verdict of a refused card."""

    kind: StepKind
    gate: int
    gate_name: str
    time: str
    said: str
    pass_id: PassId | None
    temp_tenths: int | None
    entry: Entry | None


@dataclass(frozen=True)
class Path:
    """What gates have sent about one person, the newest first.

    `passes` are the person's, in every book and of every gate, by the number of the identity card; `inside` the gates
    where the last crossing was inward; `more` says that there are older steps."""

    passes: tuple[Pass, ...]
    inside: tuple[int, ...]
    steps: tuple[Step, ...]
    more: bool


def path_of(connection: Connection, id: PassId, limit: int = MOST_STEPS) -> Path:
    """The path of the holder of a pass, with whatever card."""
    passes = passes_of_person(connection, id)
    steps: list[Step] = []
    names = _gate_names(connection)
    for card in [one.id for one in passes] or [id]:
        steps += [_of_entry(entry, names) for entry in entries_of_pass(connection, card, limit + 1)]
        steps += _holds_and_refusals(connection, card, names)
    inside = {gate for one in passes for gate in _inside(connection, one.id)}
    return _path(tuple(passes), tuple(sorted(inside)), steps, limit)


def path_without_card(connection: Connection, name: str, limit: int = MOST_STEPS) -> Path:
    """Crossings without a card under this very name, at every gate. Two people of one name are one path here."""
    e = _entries.c
    wanted = select(_entries).where(e.pass_gate.is_(None), e.name == name).order_by(e.instant.desc(), e.gate)
    names = _gate_names(connection)
    rows = connection.execute(wanted.limit(limit + 1))
    return _path((), (), [_of_entry(to_entry(row), names) for row in rows], limit)


def passes_of_person(connection: Connection, id: PassId) -> list[Pass]:
    """The passes of whoever holds this one: those with the same identity number, this one first."""
    own = get_pass(connection, id)
    if own is None:
        return []
    if not own.holder.id_no:
        return [own]
    p = _passes.c
    wanted = select(p.gate, p.book, p.number).where(p.id_no == own.holder.id_no)
    ids = [PassId(row.gate, Book(row.book), row.number) for row in connection.execute(wanted)]
    found = get_passes(connection, ids)
    return [own, *(found[one] for one in sorted(found) if one != id)]


def _path(passes: tuple[Pass, ...], inside: tuple[int, ...], steps: list[Step], limit: int) -> Path:
    steps.sort(key=lambda step: (instant_of(step.time), step.gate), reverse=True)
    return Path(passes, inside, tuple(steps[:limit]), len(steps) > limit)


def _of_entry(entry: Entry, names: dict[int, str]) -> Step:
    return Step(
        kind=StepKind.ENTRY,
        gate=entry.gate,
        gate_name=names.get(entry.gate, ""),
        time=entry.time,
        said=entry.direction.value,
        pass_id=entry.pass_id,
        temp_tenths=entry.temp_tenths,
        entry=entry,
    )


def _holds_and_refusals(connection: Connection, id: PassId, names: dict[int, str]) -> list[Step]:
    found = []
    for row in connection.execute(_of_card(_holds, id)):
        name = names.get(row.gate, "")
        found.append(Step(StepKind.HOLD, row.gate, name, row.at, row.direction, id, row.temp_tenths, None))
    for row in connection.execute(_of_card(_refusals, id)):
        found.append(
            Step(StepKind.REFUSAL, row.gate, names.get(row.gate, ""), row.at, row.verdict, id, None, None)
        )
    return found


def _of_card(table: Any, id: PassId) -> Any:
    t = table.c
    return select(table).where(
        t.pass_gate == id.gate, t.pass_book == id.book.value, t.pass_number == id.number
    )


def _inside(connection: Connection, id: PassId) -> list[int]:
    """The gates where this card came in last. Gates are few, and each is one look into the key."""
    p = _presence.c
    own = (p.pass_gate == id.gate, p.pass_book == id.book.value, p.pass_number == id.number)
    wanted = select(p.gate).where(p.gate.in_(select(_gates.c.gate)), *own, p.direction == "in")
    return list(connection.scalars(wanted))


def _gate_names(connection: Connection) -> dict[int, str]:
    return {row.gate: row.name for row in connection.execute(select(_gates.c.gate, _gates.c.name))}
