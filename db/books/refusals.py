"""Refused scans, and people without a card who were turned away: a line each, without a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from db import models
from db.books.entries import pass_columns, pass_of
from db.books.pass_id import PassId
from db.ledger.body_fields import Digest, Word
from db.ledger.kinds import Item, kind, stray
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
    for item in items:
        body: ScanRefused = item.body
        try:
            named = pass_columns(body.pass_)
        except ValueError:
            stray(connection, item.line, "no pass number")
            continue
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
