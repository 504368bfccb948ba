"""Refused scans, and people without a card who were turned away: a line each, without a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from db import models
from db.books.pass_columns import pass_of, with_passes
from db.books.pass_id import PassId
from db.ledger.body_fields import Digest, Word
from db.ledger.kinds import Item, kind
from db.prepared import add_row

_refusals = models.refusals


class ScanRefused(msgspec.Struct, frozen=True):
    """Nobody came in on this. `token_sha256` is null for a person with no card."""

    verdict: Word
    token_sha256: Digest | None
    pass_: str | None = msgspec.field(name="pass")
    reason: str | None
    name: str = ""


@dataclass(frozen=True)
class RefusedScan:
    """A refused scan as the book shows it."""

    gate: int
    epoch: int
    seq: int
    day: str
    at: str
    verdict: str
    token_sha256: str | None
    pass_id: PassId | None
    reason: str
    name: str


@kind("scan.refused", ScanRefused)
def _scan_refused(connection: Connection, items: Sequence[Item]) -> None:
    for item, named in with_passes(connection, items):
        body: ScanRefused = item.body
        at = item.line.head.at
        row = {**item.key, "day": at[:10], "at": at, **named, "verdict": body.verdict, "name": body.name}
        row |= {"token_sha256": body.token_sha256, "reason": body.reason or ""}
        add_row(connection, _refusals, row)


def refusals_of_day(connection: Connection, gate: int, day: str) -> list[RefusedScan]:
    """The refused scans of a day, as they came."""
    r = _refusals.c
    wanted = select(_refusals).where(r.gate == gate, r.day == day).order_by(r.epoch, r.seq)
    return [
        RefusedScan(
            gate=row.gate,
            epoch=row.epoch,
            seq=row.seq,
            day=row.day,
            at=row.at,
            verdict=row.verdict,
            token_sha256=row.token_sha256,
            pass_id=pass_of(row),
            reason=row.reason,
            name=row.name,
        )
        for row in connection.execute(wanted)
    ]
