"""Holds: a fever's first reading, the second one, and the incident where the second is a fever too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from db import models
from db.books.entries import EntryBook, Method, get_entry
from db.books.pass_columns import pass_of, with_passes
from db.books.pass_id import PassId
from db.books.verdict import Direction
from db.ledger.append import Ledger
from db.ledger.body_fields import Seq, Tenths, Word
from db.ledger.kinds import Item, kind
from db.prepared import Prepared, add_row
from db.times import instant_of

_holds, _retakes = models.holds, models.retakes
_incidents, _steps = models.incidents, models.incident_steps


class EntryHeld(msgspec.Struct, frozen=True):
    """A first reading at or over the fever line. It has no number until an entry ends it."""

    pass_: str | None = msgspec.field(name="pass")
    name: str
    direction: Literal["in", "out"]
    temp_tenths: Tenths
    method: Method | None
    book: EntryBook | None = None
    unit: str = ""


class TemperatureRetaken(msgspec.Struct, frozen=True):
    """The second reading of someone held. `held` is the seq of the hold."""

    held: Seq
    temp_tenths: Tenths
    method: Method | None


class IncidentOpened(msgspec.Struct, frozen=True):
    """Something that needs steps: a fever confirmed. `held` is the seq of its hold."""

    what: Word
    held: Seq | None
    pass_: str | None = msgspec.field(name="pass")
    name: str
    note: str = ""


class IncidentStep(msgspec.Struct, frozen=True):
    """A step taken for an incident (`incident` is its seq); the step `closed` ends it."""

    incident: Seq
    step: Annotated[str, msgspec.Meta(max_length=32)]
    note: str = ""


@dataclass(frozen=True)
class Hold:
    """Someone held with a fever. `retaken_tenths` is None before the second reading, `outcome` while it is open."""

    gate: int
    epoch: int
    seq: int
    day: str
    at: str
    pass_id: PassId | None
    book: str
    name: str
    unit: str
    direction: Direction
    temp_tenths: int
    method: str | None
    retaken_tenths: int | None
    retaken_method: str | None
    retaken_at: str | None
    outcome: str | None


@dataclass(frozen=True)
class Incident:
    """An incident with the steps taken: (step, note, stamp) in order."""

    seq: int
    day: str
    at: str
    what: str
    held: int | None
    pass_id: PassId | None
    name: str
    note: str
    closed_at: str | None
    steps: tuple[tuple[str, str, str], ...]


@kind("entry.held", EntryHeld)
def _entry_held(connection: Connection, items: Sequence[Item]) -> None:
    for item, named in with_passes(connection, items):
        body: EntryHeld = item.body
        at = item.line.head.at
        facts = {name: getattr(body, name) for name in ("name", "unit", "direction", "temp_tenths", "method")}
        facts["book"] = body.book or named["pass_book"] or "visitor"
        open_ = {"ended_epoch": None, "ended_seq": None, "ended_outcome": None}
        add_row(connection, _holds, {**item.key, "day": at[:10], "at": at, **named, **facts, **open_})


@kind("temperature.retaken", TemperatureRetaken)
def _temperature_retaken(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        values = {name: getattr(item.body, name) for name in ("held", "temp_tenths", "method")}
        add_row(connection, _retakes, {**item.key, "at": item.line.head.at, **values})


@kind("incident.opened", IncidentOpened)
def _incident_opened(connection: Connection, items: Sequence[Item]) -> None:
    for item, named in with_passes(connection, items):
        body: IncidentOpened = item.body
        at = item.line.head.at
        facts = {name: getattr(body, name) for name in ("what", "held", "name", "note")}
        row = {**item.key, "day": at[:10], "at": at, **named, **facts, "closed_at": None}
        add_row(connection, _incidents, row)


@kind("incident.step", IncidentStep)
def _incident_step(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: IncidentStep = item.body
        at = item.line.head.at
        values = {"incident": body.incident, "step": body.step, "note": body.note, "at": at}
        add_row(connection, _steps, {**item.key, **values})
        if body.step == "closed":
            own = {**item.key, "seq": body.incident}
            connection.execute(
                update(_incidents).where(models.same_key(_incidents, own)).values(closed_at=at)
            )


def take_step(ledger: Ledger, incident: int, step: str, note: str = "") -> None:
    """Notes a step taken for the incident that line `incident` opened; `closed` ends it."""
    ledger.append("incident.step", {"incident": incident, "step": step, "note": note})


def open_holds(connection: Connection, gate: int) -> list[Hold]:
    """Everyone held and not yet let through or turned away, the longest waiting first."""
    wanted = select(_holds).where(_holds.c.gate == gate, _holds.c.ended_seq.is_(None))
    return _read(connection, wanted)


def holds_of_day(connection: Connection, gate: int, day: str) -> list[Hold]:
    """The fevers of a day, as they came."""
    return _read(connection, select(_holds).where(_holds.c.gate == gate, _holds.c.day == day))


def holds_of_pass(connection: Connection, gate: int, id: PassId, day: str) -> list[Hold]:
    """The holds of a pass that are open, or were made on this day."""
    rows = _OF_PASS.rows(connection, gate=gate, pass_gate=id.gate, book=id.book.value, number=id.number)
    return [_to_hold(connection, row) for row in rows if row.day == day or row.ended_seq is None]


def holds_as_of(connection: Connection, gate: int, id: PassId, at: str) -> list[Hold]:
    """The same as it was at the past moment `at`: what came later was not known, what ended later was open."""
    rows = _OF_PASS.rows(connection, gate=gate, pass_gate=id.gate, book=id.book.value, number=id.number)
    then, found = instant_of(at), []
    for row in rows:
        if instant_of(row.at) > then:
            continue
        hold = _to_hold(connection, row)
        end = None
        if row.ended_seq is not None:
            end = get_entry(connection, gate, row.ended_epoch, row.ended_seq)
        if end is None or instant_of(end.time) > then:
            hold = replace(hold, outcome=None)
        if hold.outcome is None or hold.day == at[:10]:
            found.append(hold)
    return found


_OF_PASS = Prepared(
    select(_holds)
    .where(
        _holds.c.gate == bindparam("gate"),
        _holds.c.pass_gate == bindparam("pass_gate"),
        _holds.c.pass_book == bindparam("book"),
        _holds.c.pass_number == bindparam("number"),
    )
    .order_by(_holds.c.epoch, _holds.c.seq)
)


def get_hold(connection: Connection, gate: int, seq: int) -> Hold | None:
    """The hold that line `seq` of the newest epoch opened."""
    wanted = select(_holds).where(_holds.c.gate == gate, _holds.c.seq == seq)
    found = _read(connection, wanted)
    return found[-1] if found else None


def _read(connection: Connection, wanted: Any) -> list[Hold]:
    rows = connection.execute(wanted.order_by(_holds.c.gate, _holds.c.epoch, _holds.c.seq)).all()
    return [_to_hold(connection, row) for row in rows]


def _to_hold(connection: Connection, row: Any) -> Hold:
    mine = (_retakes.c.gate == row.gate, _retakes.c.epoch == row.epoch, _retakes.c.held == row.seq)
    retake = connection.execute(
        select(_retakes).where(*mine).order_by(_retakes.c.seq.desc()).limit(1)
    ).first()
    return Hold(
        gate=row.gate,
        epoch=row.epoch,
        seq=row.seq,
        day=row.day,
        at=row.at,
        pass_id=pass_of(row),
        book=row.book,
        name=row.name,
        unit=row.unit,
        direction=Direction(row.direction),
        temp_tenths=row.temp_tenths,
        method=row.method,
        retaken_tenths=retake.temp_tenths if retake else None,
        retaken_method=retake.method if retake else None,
        retaken_at=retake.at if retake else None,
        outcome=row.ended_outcome,
    )


def incidents(connection: Connection, gate: int, day: str | None = None) -> list[Incident]:
    """Incidents of a day, or the open ones of all days, oldest first, each with its steps."""
    of_day = _incidents.c.closed_at.is_(None) if day is None else _incidents.c.day == day
    wanted = select(_incidents).where(_incidents.c.gate == gate, of_day)
    rows = connection.execute(wanted.order_by(_incidents.c.epoch, _incidents.c.seq)).all()
    return [
        Incident(
            seq=row.seq,
            day=row.day,
            at=row.at,
            what=row.what,
            held=row.held,
            pass_id=pass_of(row),
            name=row.name,
            note=row.note,
            closed_at=row.closed_at,
            steps=_steps_of(connection, row),
        )
        for row in rows
    ]


def _steps_of(connection: Connection, incident: Any) -> tuple[tuple[str, str, str], ...]:
    mine = (
        _steps.c.gate == incident.gate, _steps.c.epoch == incident.epoch, _steps.c.incident == incident.seq
    )  # fmt: skip
    rows = connection.execute(select(_steps).where(*mine).order_by(_steps.c.seq))
    return tuple((row.step, row.note, row.at) for row in rows)
