"""Two accounts of a gate's line: what each side says, and a lead's word on which is true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from db import desk_models, models
from db.books.arrivals import note_resolved
from db.books.day_counts import count_all_days
from db.errors import Denied, Refusal, RefusalCode
from db.exchange.merge.held import Why
from db.exchange.merge.settling import Moved, opened_after, settle_gate
from db.ledger.line import ZERO_HASH
from db.register import Register
from db.server import lock_gate
from db.trust.roles import Role

_lines, _held, _forks = models.lines, desk_models.held_lines, desk_models.forks
_COLUMNS = ("seq", "hash", "prev", "at", "operator", "kind", "body")


@dataclass(frozen=True)
class Side:
    """One side of a fork: the line on which it begins, and how many lines that are known follow from it, until when.

    `counts` says whether that line stands in the views now. It need not be the fork's own line: where that follows
    another line than the one known before it, the known one is the other side; an epoch that says that it was opened
    after another line than the one known is a side, and the known line the other."""

    epoch: int
    seq: int
    hash: str
    prev: str
    at: str
    operator: str
    kind: str
    body: dict[str, Any] | None
    counts: bool
    lines: int
    until: str


@dataclass(frozen=True)
class Fork:
    """A line of which there are two accounts."""

    gate: int
    epoch: int
    seq: int
    sides: tuple[Side, ...]


def all_forks(connection: Connection) -> list[Fork]:
    """Every fork that nobody has decided, by gate, epoch and line."""
    wanted = select(_forks).order_by(_forks.c.gate, _forks.c.epoch, _forks.c.seq)
    places = [(row.gate, row.epoch, row.seq) for row in connection.execute(wanted)]
    return [Fork(gate, epoch, seq, _sides(connection, gate, epoch, seq)) for gate, epoch, seq in places]


def resolve_fork(register: Register, gate: int, epoch: int, seq: int, hash: str, reason: str) -> Moved:
    """A lead says that of the sides of the fork at (epoch, seq) the one that begins with line `hash` is true; the other
    sides are out, with all that follows from them. Nothing of them is thrown away.

    Raises `Denied` but for a lead, `Refusal` (`NO_SUCH_FORK`, `REASON_NEEDED`)."""
    if register.access.role < Role.LEAD:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    with register.changing() as connection:
        # In the order in which bringing lines in takes them, so that two clerks never wait for each other.
        lock_gate(connection, gate)
        ledger = register.ledger(connection)
        key = models.same_key(_forks, {"gate": gate, "epoch": epoch, "seq": seq})
        there = connection.execute(select(_forks).where(key)).first() is not None
        sides = _sides(connection, gate, epoch, seq) if there else ()
        true = next((side for side in sides if side.hash == hash), None)
        if true is None:
            raise Refusal(RefusalCode.NO_SUCH_FORK)
        others = [(side.epoch, side.seq, side.hash) for side in sides if _contradict(side, true)]
        note_resolved(ledger, gate, (true.epoch, true.seq, hash), others, reason.strip())
        moved = settle_gate(connection, ledger.gate, gate)
        count_all_days(connection, gate)
        return moved


def _sides(connection: Connection, gate: int, epoch: int, seq: int) -> tuple[Side, ...]:
    here, before = _known(connection, gate, epoch, seq), _known(connection, gate, epoch, seq - 1)
    parents = {row.hash for row, _ in before} or ({ZERO_HASH} if seq == 1 else set())
    found = [_side(connection, gate, epoch, *one) for one in here]
    if parents and any(row.prev not in parents for row, _ in here):
        # A line that follows another line than the one known: the one known is a side too.
        known = [one for one in before if all(one[0].hash != row.prev for row, _ in here)]
        found += [_side(connection, gate, epoch, *one) for one in known]
    if seq == 1:
        places = {opened[:2] for side in found if (opened := _opened_after(side)) is not None}
        for place in sorted(places):
            old = [_side(connection, gate, place[0], *one) for one in _known(connection, gate, *place)]
            found += [side for side in old if any(_contradict(side, one) for one in found)]
    return tuple(found)


def _contradict(one: Side, other: Side) -> bool:
    """Whether two lines cannot both be true."""
    if one.epoch != other.epoch:
        old, new = sorted((one, other), key=lambda side: side.epoch)
        opened = _opened_after(new)
        return opened is not None and opened[:2] == (old.epoch, old.seq) and opened[2] != old.hash
    if one.seq == other.seq:
        return one.hash != other.hash
    first, second = sorted((one, other), key=lambda side: side.seq)
    return second.seq == first.seq + 1 and second.prev != first.hash


def _opened_after(side: Side) -> tuple[int, int, str] | None:
    """(epoch, line, hash) after which this line says that its epoch was opened."""
    if side.seq != 1 or side.kind != "epoch.opened" or side.body is None:
        return None
    return opened_after(side.epoch, msgspec.json.encode(side.body))


def _known(connection: Connection, gate: int, epoch: int, seq: int) -> list[tuple[Any, bool]]:
    found: list[tuple[Any, bool]] = []
    for table in (_lines, _held):
        wanted = select(*(table.c[name] for name in _COLUMNS))
        wanted = wanted.where(table.c.gate == gate, table.c.epoch == epoch, table.c.seq == seq)
        if table is _held:
            wanted = wanted.where(table.c.why != Why.REJECTED.value)
        found += [(row, table is _lines) for row in connection.execute(wanted)]
    return sorted(found, key=lambda one: one[0].hash)


def _side(connection: Connection, gate: int, epoch: int, row: Any, counts: bool) -> Side:
    lines, until, last = 1, row.at, row.hash
    for table in (_lines, _held) if counts else (_held,):
        wanted = select(table.c.seq, table.c.hash, table.c.prev, table.c.at)
        wanted = wanted.where(table.c.gate == gate, table.c.epoch == epoch, table.c.seq > row.seq)
        for one in connection.execute(wanted.order_by(table.c.seq)):
            if one.prev == last:
                lines, until, last = lines + 1, one.at, one.hash
    body = None if row.body is None else msgspec.json.decode(row.body)
    said = (row.at, row.operator, row.kind, body)
    return Side(epoch, row.seq, row.hash, row.prev, *said, counts, lines, until)
