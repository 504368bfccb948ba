"""What a command post notes in its own ledger about the lines of its gates: what came and when, what it refused, what
it has witnessed, and which of two accounts of a line a lead found true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from db import desk_models, models
from db.ledger.append import Ledger
from db.ledger.body_fields import Count, Digest, Epoch, GateNumber, Seq, check_days, check_stamps
from db.ledger.kinds import Item, kind, upsert
from db.ledger.store import tip
from db.trust.roles import Role

_arrivals, _marks = desk_models.arrivals, desk_models.witness_marks
_rejections, _gaps = desk_models.rejections, desk_models.gaps
_lines = models.lines
_MARKS_IN_A_LINE = 500


class BundleImported(msgspec.Struct, frozen=True):
    """Lines `first` to `last` of a gate came in, `new` of them unknown before. `file` is the SHA-256 of the file, `key`
    signed it, `made_at` is when the gate says that it made it.

    `from_day` to `until_day` are the days of the lines that count from now on, `sealed_day` the newest day that they
    seal, `latest_at` the latest moment in them; null where none counts yet."""

    gate: GateNumber
    epoch: Epoch
    first: Seq
    last: Seq
    head: Digest
    new: Count
    key: Digest
    file: Digest
    made_at: str
    from_day: str | None = None
    until_day: str | None = None
    sealed_day: str | None = None
    latest_at: str | None = None

    def __post_init__(self) -> None:
        check_days(*(day for day in (self.from_day, self.until_day, self.sealed_day) if day))
        check_stamps(self.made_at, *(at for at in (self.latest_at,) if at))


class BundleRefused(msgspec.Struct, frozen=True):
    """A file was not taken in, and kept aside. `reason` is the code of the refusal."""

    file: Digest
    name: str
    reason: str
    detail: str = ""


class GatesWitnessed(msgspec.Struct, frozen=True):
    """The post has said in an answer that it holds these lines: [gate, epoch, seq, hash]."""

    lines: list[tuple[GateNumber, Epoch, Seq, Digest]]


class ForkResolved(msgspec.Struct, frozen=True):
    """Of two accounts of a gate's line a lead found that `hash` (at `seq`) is true and `rejected`, each
    [epoch, seq, hash], are not."""

    gate: GateNumber
    epoch: Epoch
    seq: Seq
    hash: Digest
    rejected: list[tuple[Epoch, Seq, Digest]]
    reason: str = ""


@dataclass(frozen=True)
class Missing:
    """Lines of a gate that the post lacks though it knows later ones."""

    gate: int
    epoch: int
    first: int
    last: int

    def as_asked(self) -> dict[str, int]:
        """As an answer's `resend` asks for it."""
        return {"gate": self.gate, "epoch": self.epoch, "from": self.first, "to": self.last}


@kind("bundle.imported", BundleImported)
def _bundle_imported(connection: Connection, items: Sequence[Item]) -> None:
    names = ("gate", "first", "last", "head", "new", "from_day", "until_day", "sealed_day", "latest_at")
    for item in items:
        head, body = item.line.head, item.body
        row = {"post": head.gate, "epoch": head.epoch, "seq": head.seq, "at": head.at, "of_epoch": body.epoch}
        connection.execute(_arrivals.insert(), row | {name: getattr(body, name) for name in names})


@kind("bundle.refused", BundleRefused)
def _bundle_refused(connection: Connection, items: Sequence[Item]) -> None:
    """The line is the record; the file itself is set aside."""


@kind("gates.witnessed", GatesWitnessed)
def _gates_witnessed(connection: Connection, items: Sequence[Item]) -> None:
    names = ("post", "gate", "epoch", "seq", "head")
    rows = [
        dict(zip(names, (item.line.head.gate, *line), strict=True))
        for item in items
        for line in item.body.lines
    ]
    if rows:
        connection.execute(upsert(connection.dialect.name, _marks).on_conflict_do_nothing(), rows)


@kind("fork.resolved", ForkResolved)
def _fork_resolved(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        own = {"post": item.line.head.gate, "gate": item.body.gate}
        rows = [{**own, "epoch": epoch, "seq": seq, "hash": hash} for epoch, seq, hash in item.body.rejected]
        if rows:
            connection.execute(upsert(connection.dialect.name, _rejections).on_conflict_do_nothing(), rows)


def note_arrival(ledger: Ledger, body: dict[str, Any]) -> None:
    """Notes that lines came in; see `BundleImported`."""
    ledger.append("bundle.imported", body)


def note_refused(ledger: Ledger, file: str, name: str, reason: str, detail: str) -> None:
    """Notes that a file was not taken in."""
    body = {"file": file, "name": name[:500], "reason": reason, "detail": detail[:500]}
    ledger.append("bundle.refused", body)


def note_witnessed(ledger: Ledger, lines: Iterable[tuple[int, int, int, str]]) -> None:
    """Notes that an answer says of these lines (gate, epoch, seq, hash) that the post holds them: a clone of that
    gate's laptop cannot take them out of the views any more. Lines noted before are passed over."""
    marks = select(_marks.c.gate, _marks.c.epoch, _marks.c.seq, _marks.c.head)
    known = {tuple(row) for row in ledger.connection.execute(marks.where(_marks.c.post == ledger.gate))}
    new = sorted({line for line in lines if line[2] > 0} - known)
    for start in range(0, len(new), _MARKS_IN_A_LINE):
        ledger.append(
            "gates.witnessed", {"lines": [list(line) for line in new[start : start + _MARKS_IN_A_LINE]]}
        )


def note_resolved(
    ledger: Ledger,
    gate: int,
    true: tuple[int, int, str],
    rejected: Sequence[tuple[int, int, str]],
    reason: str,
) -> None:
    """Notes which account of a line is true; each is (epoch, seq, hash). Raises `Denied` but for a lead."""
    ledger.require(Role.LEAD)
    epoch, seq, hash = true
    body = {"gate": gate, "epoch": epoch, "seq": seq, "hash": hash, "reason": reason}
    ledger.append("fork.resolved", body | {"rejected": [list(one) for one in rejected]})


def gates_with_lines(connection: Connection) -> list[int]:
    """Every gate of which lines count here, by number. One look into the index each: grouping would read it all."""
    found: list[int] = []
    last = 0
    while (
        next_gate := connection.scalar(select(func.min(_lines.c.gate)).where(_lines.c.gate > last))
    ) is not None:
        found.append(next_gate)
        last = next_gate
    return found


def ends_of_gates(connection: Connection) -> list[tuple[int, int, int, str]]:
    """(gate, epoch, seq, hash) of the last line that counts of every gate in this register, by number."""
    ends = [tip(connection, gate) for gate in gates_with_lines(connection)]
    return [(end.gate, end.epoch, end.seq, end.hash) for end in ends]


def missing_lines(connection: Connection, gate: int | None = None) -> list[Missing]:
    """The lines that gates are asked to send again, by gate, epoch and line."""
    wanted = select(_gaps).order_by(_gaps.c.gate, _gaps.c.epoch, _gaps.c.first)
    if gate is not None:
        wanted = wanted.where(_gaps.c.gate == gate)
    return [Missing(*row) for row in connection.execute(wanted)]


def last_arrivals(connection: Connection, post: int) -> dict[int, str]:
    """When something of each gate last came in, by gate."""
    wanted = select(_arrivals.c.gate, func.max(_arrivals.c.at)).where(_arrivals.c.post == post)
    return dict(connection.execute(wanted.group_by(_arrivals.c.gate)).all())
