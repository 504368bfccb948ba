"""What the command post has found, in one list: cards and clocks that only the whole shows to be odd (see
`db.books.whole`), and which of it somebody has dealt with.

A finding is asked of the views each time, so it has no line; its name is made of what it consists of. That it was dealt
with is a line of the post's own ledger, and it is no longer told to the gates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from db import desk_models, models
from db.books.pass_id import PassId
from db.books.whole import (
    CardFinding,
    CardFindingKind,
    ClockFinding,
    ClockFindingKind,
    InsideTwice,
    Seen,
    card_findings,
    clock_findings,
    inside_twice,
)
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest
from db.ledger.kinds import Item, kind
from db.times import instant_of
from db.trust.roles import Role

_settled = desk_models.settled_findings
_TOLD_DAYS = 3
_MOST_TOLD = 500


class FindingKind(StrEnum):
    """What is odd: see `CardFindingKind`, `InsideTwice`, `ClockFindingKind`."""

    INSIDE_TWICE = "inside_twice"
    TWO_PLACES = "two_places"
    TOO_FAST = "too_fast"
    REVOKED_ELSEWHERE = "revoked_elsewhere"
    CLOCK_AHEAD = "clock_ahead"
    CLOCK_BEHIND = "clock_behind"
    CLOCK_BEFORE_2020 = "clock_before_2020"

    @property
    def of_clock(self) -> bool:
        """Whether a gate's clock is odd, and no card."""
        return self in (self.CLOCK_AHEAD, self.CLOCK_BEHIND, self.CLOCK_BEFORE_2020)


@dataclass(frozen=True)
class Side:
    """Where and when: a crossing in a `direction`, or the line of a clock (None). Without the line's key where only
    what is now is known (epoch and seq 0)."""

    gate: int
    time: str
    direction: str | None
    epoch: int = 0
    seq: int = 0


@dataclass(frozen=True)
class Settled:
    """Somebody has dealt with it."""

    at: str
    operator: str
    note: str


@dataclass(frozen=True)
class Finding:
    """Something odd, the newest side last. `pass_id` is None for a clock; `seconds` how far a clock is off at least, or
    how far two crossings are apart."""

    key: str
    kind: FindingKind
    pass_id: PassId | None
    name: str
    sides: tuple[Side, ...]
    seconds: int | None
    settled: Settled | None

    @property
    def time(self) -> str:
        """The moment of its newest side."""
        return self.sides[-1].time


class FindingSettled(msgspec.Struct, frozen=True):
    """Somebody has dealt with a finding; not `settled`: it is open again."""

    finding: Digest
    note: str = ""
    settled: bool = True


@kind("finding.settled", FindingSettled)
def _finding_settled(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        head, body = item.line.head, item.body
        own = {"post": head.gate, "finding": body.finding}
        connection.execute(delete(_settled).where(models.same_key(_settled, own)))
        if body.settled:
            row = {**own, "at": head.at, "operator": head.operator, "note": body.note}
            connection.execute(insert(_settled), row)


def settle_finding(ledger: Ledger, key: str, note: str = "", settled: bool = True) -> None:
    """Notes that a finding was dealt with, or that it is open again. Raises `Denied` for a volunteer."""
    ledger.require(Role.REGISTRAR)
    ledger.append("finding.settled", {"finding": key, "note": note, "settled": settled})


def find_all(connection: Connection, post: int, first: date, last: date) -> list[Finding]:
    """Everything odd from one day to another, both counted, the newest first. Cards that are inside twice are told
    whenever they came in."""
    done = {row.finding: Settled(row.at, row.operator, row.note) for row in _read_settled(connection, post)}
    found = [_of_card(one, done) for one in card_findings(connection, first, last)]
    found += [_of_twice(one, done) for one in inside_twice(connection)]
    # A clock may be years ahead, so no day is too late for it.
    found += [_of_clock(one, done) for one in clock_findings(connection, post, first)]
    return sorted(found, key=lambda one: (instant_of(one.time), one.key), reverse=True)


def goes_into_answer(finding: Finding, today: date) -> bool:
    """Whether the next answer tells the gates of it: it is open, and of the last days."""
    return finding.settled is None and finding.time[:10] >= _told_since(today).isoformat()


def said_to_gates(connection: Connection, post: int, today: date) -> list[dict[str, Any]]:
    """What an answer tells all gates of the last days' findings, the newest first, clocks before cards. An answer is
    signed and not sealed, so it names cards by their numbers and nobody by name."""
    found = [
        one for one in find_all(connection, post, _told_since(today), today) if goes_into_answer(one, today)
    ]
    clocks = sorted(
        (one for one in found if one.kind.of_clock), key=lambda one: (one.sides[0].gate, one.kind)
    )
    twice = [one for one in found if one.kind is FindingKind.INSIDE_TWICE]
    cards = [one for one in found if not one.kind.of_clock and one.kind is not FindingKind.INSIDE_TWICE]
    return [_told(one) for one in (*clocks, *twice[:_MOST_TOLD], *cards[:_MOST_TOLD])]


def _told(one: Finding) -> dict[str, Any]:
    last = one.sides[-1]
    if one.pass_id is None:
        return {"kind": one.kind.value, "gate": last.gate, "at": last.time, "seconds": one.seconds}
    told: dict[str, Any] = {"kind": one.kind.value, "pass": one.pass_id.human()}
    if one.kind is FindingKind.INSIDE_TWICE:
        return told | {"at": [{"gate": side.gate, "time": side.time} for side in one.sides]}
    before = one.sides[0] if len(one.sides) > 1 else None
    told |= {"gate": last.gate, "time": last.time}
    return told | {"before": {"gate": before.gate, "time": before.time} if before else None}


def _told_since(today: date) -> date:
    return today - timedelta(days=_TOLD_DAYS - 1)


def _read_settled(connection: Connection, post: int) -> Sequence[Any]:
    return connection.execute(select(_settled).where(_settled.c.post == post)).all()


def _of_card(one: CardFinding, done: dict[str, Settled]) -> Finding:
    sides = tuple(_side(seen) for seen in (one.first, one.second) if seen is not None)
    apart = one.apart
    return _finding(_CARDS[one.kind], one.pass_id, one.name, sides, apart, done)


def _of_twice(one: InsideTwice, done: dict[str, Settled]) -> Finding:
    sides = tuple(Side(gate, time, "in") for gate, time in one.at)
    return _finding(FindingKind.INSIDE_TWICE, one.pass_id, one.name, sides, None, done)


def _of_clock(one: ClockFinding, done: dict[str, Settled]) -> Finding:
    return _finding(_CLOCKS[one.kind], None, "", (Side(one.gate, one.at, None),), one.seconds, done)


def _side(seen: Seen) -> Side:
    return Side(seen.gate, seen.time, seen.direction, seen.epoch, seen.seq)


def _finding(
    kind: FindingKind,
    pass_id: PassId | None,
    name: str,
    sides: tuple[Side, ...],
    seconds: int | None,
    done: dict[str, Settled],
) -> Finding:
    parts = [kind.value, pass_id.human() if pass_id else ""]
    parts += [f"{side.gate} {side.time} {side.epoch} {side.seq}" for side in sides]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return Finding(key, kind, pass_id, name, sides, seconds, done.get(key))


_CARDS = {kind: FindingKind(kind.value) for kind in CardFindingKind}
_CLOCKS = {kind: FindingKind(f"clock_{kind.value}") for kind in ClockFindingKind}
