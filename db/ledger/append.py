"""Writing: check the rule, append one line, apply it to the views, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from db import models
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.kinds import apply_lines, kind
from db.ledger.line import Line, make_line
from db.ledger.store import Tip, put_lines, tip
from db.prepared import Prepared
from db.times import Clock, from_stamp
from db.trust.access import Access
from db.trust.roles import Role

CLOCK_SLACK = timedelta(minutes=1)
"""How far behind the last line the clock may be before it is said and logged."""


class ClockNoted(msgspec.Struct, frozen=True):
    """The clock went back, or stands before 2020. `by_seconds` is how far behind the last line it is."""

    anomaly: str
    by_seconds: int


@kind("clock.noted", ClockNoted)
def _clock_noted(connection: Connection, items: Sequence[Any]) -> None:
    """The line is the record; no view holds it."""


@dataclass
class Ledger:
    """The one handle for writing, good for one transaction.

    `connection` also serves the reads that a rule needs, so that check and write see the same state."""

    connection: Connection
    access: Access
    clock: Clock
    tip: Tip

    @classmethod
    def at_tip(cls, connection: Connection, access: Access, clock: Clock) -> Ledger:
        """A handle at the end of the own gate's ledger. Logs the clock's anomaly first, if there is one."""
        ledger = cls(connection, access, clock, tip(connection, access.gate))
        ledger._note_clock()
        return ledger

    @property
    def gate(self) -> int:
        """The own gate's number."""
        return self.access.gate

    def today(self) -> date:
        """The gate's day now."""
        return self.clock.today()

    def require(self, role: Role) -> None:
        """Raises `Denied` (`NOT_ALLOWED`) unless the operator's role is at least `role`."""
        if self.access.role < role:
            raise Denied(RefusalCode.NOT_ALLOWED, role=role.value)

    def append(self, kind: str, body: dict[str, Any], at: str | None = None) -> Line:
        """Appends one line and applies it to the views. It is durable when the transaction has ended. Raises `Refusal`
        (`BAD_LINE`) for one that would change nothing: its body breaks its type, or what it says is another gate's.

        `at` is the clock's stamp where the body holds it too and the two must be one."""
        return self.append_many([(kind, body)], at)[0]

    def append_many(self, acts: Sequence[tuple[str, dict[str, Any]]], at: str | None = None) -> list[Line]:
        """Appends several lines at one moment, in order; quicker than one by one for a batch."""
        at = at or self.clock.stamp()
        return self.append_dated([(name, body, at) for name, body in acts])

    def append_dated(self, acts: Sequence[tuple[str, dict[str, Any], str]]) -> list[Line]:
        """Appends several lines, each with the stamp that the gate's clock showed."""
        made: list[Line] = []
        seq, prev = self.tip.seq, self.tip.hash
        for name, body, at in acts:
            seq += 1
            line = make_line(self.gate, self.tip.epoch, seq, at, self.access.operator, name, body, prev)
            prev = line.hash
            made.append(line)
        put_lines(self.connection, made)
        apply_lines(self.connection, made)
        self._check_none_strays(made)
        self.tip = replace(self.tip, seq=seq, hash=prev, at=made[-1].head.at)
        return made

    def _check_none_strays(self, made: Sequence[Line]) -> None:
        """Nobody is told that something was written when it would change nothing."""
        first, last = made[0].head, made[-1].head
        found = _STRAYS.first(
            self.connection, gate=first.gate, epoch=first.epoch, first=first.seq, last=last.seq
        )
        if found is not None:
            raise Refusal(RefusalCode.BAD_LINE, why=found.why, kind=found.kind)

    def _note_clock(self) -> None:
        anomaly = clock_anomaly(self.clock.now(), self.tip.at)
        if anomaly:
            self.append("clock.noted", {"anomaly": anomaly[0], "by_seconds": anomaly[1]})


_STRAYS = Prepared(
    select(models.strays.c.kind, models.strays.c.why).where(
        models.strays.c.gate == bindparam("gate"),
        models.strays.c.epoch == bindparam("epoch"),
        models.strays.c.seq.between(bindparam("first"), bindparam("last")),
    )
)


def clock_anomaly(now: datetime, last_at: str | None) -> tuple[str, int] | None:
    """What is wrong with the clock: `behind` the last line by more than a minute, or `before_2020` (a dead
    battery), and by how many seconds it is behind. Sequence orders lines, so neither stops the gate."""
    behind = int((from_stamp(last_at) - now).total_seconds()) if last_at else 0
    if now.year < 2020 and not (last_at and from_stamp(last_at).year < 2020 and behind <= 60):
        return ("before_2020", max(behind, 0))
    if behind > CLOCK_SLACK.total_seconds():
        return ("behind", behind)
    return None
