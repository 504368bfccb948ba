"""A gate's keys: the one that it opened with, and each one that it rotated to, signed by the key before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, insert, select

from db import models
from db.errors import Refusal
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest, SignatureHex
from db.ledger.kinds import Item, kind, stray
from db.ledger.line import Line
from db.trust.keys import Purpose, SigningKey, public_key_from_hex, verify

_keys = models.gate_keys


class KeyRotated(msgspec.Struct, frozen=True):
    """The gate signs with `new` from here on. `signature` is `old`'s over the new key's bytes."""

    old: Digest
    new: Digest
    signature: SignatureHex


@dataclass(frozen=True)
class Rotation:
    """One step from a key to the next: (epoch, seq) of its line, and the line's stamp."""

    line: tuple[int, int]
    old: str
    new: str
    signature: str
    at: str


@kind("key.rotated", KeyRotated)
def _key_rotated(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: KeyRotated = item.body
        if newest_key(connection, item.line.head.gate) != body.old:
            stray(connection, item.line, "not the key in force")
        elif not rotation_verifies(body.old, body.new, body.signature):
            stray(connection, item.line, "signature")
        else:
            row = {"key": body.new, "old": body.old, "signature": body.signature, "at": item.line.head.at}
            connection.execute(insert(_keys), {**item.key, **row})


def rotation_verifies(old: str, new: str, signature: str) -> bool:
    """Whether `old` signed `new`, and `new` is a key that may be taken in."""
    try:
        public_key_from_hex(new)
        return verify(bytes.fromhex(old), Purpose.KEY, bytes.fromhex(new), bytes.fromhex(signature))
    except (Refusal, ValueError):
        return False


def rotation_of(line: Line) -> Rotation | None:
    """The rotation that a line which is still arriving says and proves; None for any other line."""
    if line.head.kind != "key.rotated" or line.body is None:
        return None
    try:
        body = msgspec.convert(line.body, KeyRotated)
    except msgspec.ValidationError:
        return None
    if not rotation_verifies(body.old, body.new, body.signature):
        return None
    head = line.head
    return Rotation((head.epoch, head.seq), body.old, body.new, body.signature, head.at)


def newest_key(connection: Connection, gate: int) -> str | None:
    """The public key in force at the end of what is applied of a gate's ledger, in hex."""
    newest = (_keys.c.epoch.desc(), _keys.c.seq.desc())
    return connection.scalar(select(_keys.c.key).where(_keys.c.gate == gate).order_by(*newest).limit(1))


def keys_of(connection: Connection, gate: int) -> list[str]:
    """Every key of a gate that is applied here, in hex, oldest first."""
    wanted = select(_keys.c.key).where(_keys.c.gate == gate).order_by(_keys.c.epoch, _keys.c.seq)
    return list(connection.scalars(wanted))


def rotations_of(connection: Connection, gate: int) -> list[Rotation]:
    """Every rotation of a gate that is applied here, oldest first."""
    wanted = select(_keys).where(_keys.c.gate == gate, _keys.c.old.is_not(None))
    return [
        Rotation((row.epoch, row.seq), row.old, row.key, row.signature, row.at)
        for row in connection.execute(wanted.order_by(_keys.c.epoch, _keys.c.seq))
    ]


def note_rotation(ledger: Ledger, old: SigningKey, new: SigningKey) -> None:
    """Appends the line by which `new` takes over from `old`."""
    signature = old.sign(Purpose.KEY, new.public)
    body = {"old": old.public.hex(), "new": new.public.hex(), "signature": signature.hex()}
    ledger.append("key.rotated", body)
