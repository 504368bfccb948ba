"""What a purge leaves of the lines whose bodies it dropped: the days' counts, the numbers used, which passes are gone.

The views after a purge are those that the remaining lines and the `purged` lines give, as at any replay. A day's counts
stand for all lines of the day as far as the line `epoch`, `seq`; what came later for that day is counted from its own
lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, insert, or_, select, update

from db import models, trust_models
from db.books.numbers import ENTRIES, use_numbers
from db.books.pass_id import Book, PassId
from db.ledger.body_fields import Count, Epoch, Seq, check_days
from db.ledger.kinds import Item, kind
from db.prepared import Prepared

_days, _passes = trust_models.purged_days, trust_models.purged_passes
_strays, _reserved = models.strays, models.reservations

COUNTS = tuple(
    column.name for column in _days.c if column.name not in ("post", "gate", "day", "epoch", "seq")
)
"""The names of a day's counts: `entries`, `voided`, …, `medical_in`; `top` is the day's highest number."""


SPARED = frozenset(
    {
        # Gates, keys, epochs, trust.
        "gate.opened",
        "practice.marked",
        "key.rotated",
        "epoch.opened",
        "post.joined",
        "answer.taken",
        "trust.mended",
        "operator.added",
        "operator.changed",
        # A command post's decisions and witness.
        "gate.admitted",
        "gate.retired",
        "gate.cut_off",
        "cards.kept",
        "compound.named",
        "pass.stopped",
        "answer.given",
        "bundle.imported",
        "gates.witnessed",
        "fork.resolved",
        # Revocations, numbers of blanks, the days' witness, earlier purges.
        "pass.revoked",
        "pass.reserved",
        "day.sealed",
        "purged",
    }
)
"""Kinds that a purge never touches. None of them names a person but the operators."""


class GonePasses(msgspec.Struct, frozen=True):
    """Ranges of numbers, first and last, of passes that had expired or were revoked."""

    expired: list[tuple[int, int]] = []
    revoked: list[tuple[int, int]] = []


class OfGate(msgspec.Struct, frozen=True):
    """What a command post dropped of another gate's lines, as far as its line (epoch, seq)."""

    epoch: Epoch
    seq: Seq
    days: dict[str, dict[str, Count]]

    def __post_init__(self) -> None:
        check_days(*self.days)


class Purged(msgspec.Struct, frozen=True):
    """Bodies and salts of lines up to the end of day `through` were dropped, but for those that must be kept.

    `highest`: per book the highest number that was used. `days`: per day the counts that are not zero. `gates`: by
    number, what a command post dropped of theirs."""

    through: str
    highest: dict[Book, Count] = {}
    days: dict[str, dict[str, Count]] = {}
    passes: dict[Book, GonePasses] = {}
    gates: dict[str, OfGate] = {}

    def __post_init__(self) -> None:
        check_days(self.through, *self.days)


@dataclass(frozen=True)
class PurgedDay:
    """A day whose lines were dropped, in whole or in part: the counts as far as the line `at`."""

    at: tuple[int, int]
    counts: dict[str, int]


@kind("purged", Purged)
def _purged(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: Purged = item.body
        head = item.line.head
        for book, last in body.highest.items():
            use_numbers(connection, head.gate, book.value, "", "purged", last)
        _put_days(connection, head.gate, head.gate, (head.epoch, head.seq), body.days)
        for number, some in body.gates.items():
            if number.isdecimal():
                _put_days(connection, head.gate, int(number), (some.epoch, some.seq), some.days)
        for book, gone in body.passes.items():
            _put_passes(connection, head.gate, book, gone)
        # The line that a voiding line names may have been dropped; before this line it was there.
        lost = (
            _strays.c.gate == head.gate,
            _strays.c.kind == "entry.voided",
            _strays.c.why == "no such entry",
        )
        connection.execute(delete(_strays).where(*lost, _before(_strays, head.epoch, head.seq)))


def _put_days(
    connection: Connection, post: int, gate: int, at: tuple[int, int], days: dict[str, dict[str, int]]
) -> None:
    for day, counts in days.items():
        row: dict[str, Any] = {"post": post, "gate": gate, "day": day, "epoch": at[0], "seq": at[1]}
        row |= {name: counts.get(name, 0) for name in COUNTS}
        connection.execute(delete(_days).where(models.same_key(_days, row)))
        connection.execute(insert(_days), row)
        if post == gate:
            use_numbers(connection, gate, ENTRIES, day, "purged", row["top"])


def _put_passes(connection: Connection, gate: int, book: Book, gone: GonePasses) -> None:
    for revoked, ranges in ((0, gone.expired), (1, gone.revoked)):
        for first, last in ranges:
            row = {"gate": gate, "book": book.value, "first": first, "last": last, "revoked": revoked}
            connection.execute(delete(_passes).where(models.same_key(_passes, row)))
            connection.execute(insert(_passes), row)
            blanks = (_reserved.c.gate == gate, _reserved.c.book == book.value)
            within = _reserved.c.number.between(first, last)
            connection.execute(update(_reserved).where(*blanks, within).values(bound=True))


def _before(table: Any, epoch: int, seq: int) -> ColumnElement[bool]:
    return or_(table.c.epoch < epoch, and_(table.c.epoch == epoch, table.c.seq < seq))


_OF_DAY = Prepared(
    select(_days)
    .where(_days.c.gate == bindparam("gate"), _days.c.day == bindparam("day"))
    .order_by(_days.c.epoch.desc(), _days.c.seq.desc())
    .limit(1)
)
_GONE = Prepared(
    select(_passes.c.revoked)
    .where(
        _passes.c.gate == bindparam("gate"),
        _passes.c.book == bindparam("book"),
        _passes.c.first <= bindparam("number"),
        _passes.c.last >= bindparam("number"),
    )
    .order_by(_passes.c.revoked.desc())
    .limit(1)
)


def purged_day(connection: Connection, gate: int, day: str) -> PurgedDay | None:
    """What is left of a day's lines that were dropped; None where none were."""
    row = _OF_DAY.first(connection, gate=gate, day=day)
    return PurgedDay((row.epoch, row.seq), {name: getattr(row, name) for name in COUNTS}) if row else None


def purged_days(connection: Connection, gate: int) -> list[str]:
    """The days of a gate of which lines were dropped, oldest first."""
    wanted = select(_days.c.day).where(_days.c.gate == gate).distinct()
    return list(connection.scalars(wanted.order_by(_days.c.day)))


def after(table: Any, day: PurgedDay | None) -> ColumnElement[bool]:
    """The condition that a row of a view came after what a purge has counted."""
    if day is None:
        return table.c.seq.is_not(None)
    epoch, seq = day.at
    return or_(table.c.epoch > epoch, and_(table.c.epoch == epoch, table.c.seq > seq))


def purged_pass(connection: Connection, id: PassId) -> str | None:
    """`expired` or `revoked` for a pass whose lines were dropped; None for any other number."""
    row = _GONE.first(connection, gate=id.gate, book=id.book.value, number=id.number)
    return None if row is None else ("revoked" if row.revoked else "expired")
