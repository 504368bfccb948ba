"""Gates: the line that opens a gate's ledger, its key, and what the register knows of each gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select, update

from db import models
from db.ledger.append import Ledger
from db.ledger.kinds import Item, insert_into, kind

_gates, _keys = models.gates, models.gate_keys


class GateOpened(msgspec.Struct, frozen=True):
    """The first line of a gate: who it is, and the key that signs for it."""

    gate: int
    name: str
    compound: str
    offset: str
    key: str
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
        connection.execute(
            insert_into(_gates),
            {
                "gate": item.line.head.gate,
                "name": body.name,
                "compound": body.compound,
                "offset": body.offset,
                "app": body.app,
                "opened_at": item.line.head.at,
                "practice": False,
            },
        )
        connection.execute(insert_into(_keys), {**item.key, "key": body.key})


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


def trusted_keys(connection: Connection) -> list[tuple[int, str]]:
    """(gate, hex public key) of every key whose signature this register believes, oldest first."""
    wanted = select(_keys.c.gate, _keys.c.key).order_by(_keys.c.gate, _keys.c.epoch, _keys.c.seq)
    return [(row.gate, row.key) for row in connection.execute(wanted)]


def gate_key(connection: Connection, gate: int) -> str | None:
    """The newest public key of `gate`, in hex."""
    newest = (_keys.c.epoch.desc(), _keys.c.seq.desc())
    return connection.scalar(select(_keys.c.key).where(_keys.c.gate == gate).order_by(*newest).limit(1))
