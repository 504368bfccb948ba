"""Gates: the line that opens a gate's ledger, its key, and what the register knows of each gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select, update

from db import models
from db.errors import Refusal
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest
from db.ledger.kinds import Item, kind, stray
from db.prepared import add_row
from db.times import parse_offset
from db.trust.keys import public_key_from_hex

_gates, _keys = models.gates, models.gate_keys


class GateOpened(msgspec.Struct, frozen=True):
    """The first line of a gate: who it is, and the key that signs for it."""

    gate: int
    name: str
    compound: str
    offset: str
    key: Digest
    app: str


class PracticeMarked(msgspec.Struct, frozen=True):
    """This register holds invented people; everything that leaves it says so."""

    note: str = ""


@dataclass(frozen=True)
class Gate:
    """A gate as the register knows it. `offset` is its fixed offset from UTC, like `+08:00`."""

    gate: int
    name: str
    compound: str
    offset: str
    practice: bool


@kind("gate.opened", GateOpened)
def _gate_opened(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: GateOpened = item.body
        why = _cannot_open(connection, item.line.head.gate, body)
        if why:
            stray(connection, item.line, why)
            continue
        row = {"gate": item.line.head.gate, "name": body.name, "compound": body.compound}
        row |= {"offset": body.offset, "app": body.app, "opened_at": item.line.head.at, "practice": False}
        add_row(connection, _gates, row)
        first = {"key": body.key, "old": None, "signature": None, "at": item.line.head.at}
        add_row(connection, _keys, {**item.key, **first})


def _cannot_open(connection: Connection, gate: int, body: GateOpened) -> str | None:
    """Why this line opens no gate. A second opening must not bring a further key in."""
    if body.gate != gate:
        return "another gate's record"
    if get_gate(connection, gate) is not None:
        return "a gate that is open"
    try:
        parse_offset(body.offset)
        public_key_from_hex(body.key)
    except Refusal as error:
        return f"{error.params.get('field', 'key')} out of form"
    return None


@kind("practice.marked", PracticeMarked)
def _practice_marked(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        own = _gates.c.gate == item.line.head.gate
        connection.execute(update(_gates).where(own).values(practice=True))


def open_gate(ledger: Ledger, name: str, compound: str, offset: str, key: str, app: str) -> None:
    """Writes the first line of the own gate's ledger. `key` is the hex public signing key."""
    body = {"gate": ledger.gate, "name": name, "compound": compound, "offset": offset, "key": key, "app": app}
    ledger.append("gate.opened", body)


def mark_practice(ledger: Ledger) -> None:
    """Marks the register as practice, for good."""
    ledger.append("practice.marked", {"note": ""})


def get_gate(connection: Connection, gate: int) -> Gate | None:
    """What the register knows of `gate`."""
    row = connection.execute(select(_gates).where(_gates.c.gate == gate)).first()
    return Gate(row.gate, row.name, row.compound, row.offset, row.practice) if row else None


def gate_key(connection: Connection, gate: int) -> str | None:
    """The newest public key of `gate`, in hex."""
    newest = (_keys.c.epoch.desc(), _keys.c.seq.desc())
    return connection.scalar(select(_keys.c.key).where(_keys.c.gate == gate).order_by(*newest).limit(1))
