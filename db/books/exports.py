"""Exports: which lines have left for a drive. What left without a mask or without encryption is a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from db import models
from db.books.photos import get_photo
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.kinds import kind
from db.ledger.store import tip
from db.trust.roles import Role

_exports, _lines = models.exports, models.lines

_WITH_PHOTOS = ("pass.issued", "pass.reissued", "pass.amended")


class ExportNoted(msgspec.Struct, frozen=True):
    """A day left in a form that shows more than usual, and why."""

    day: str
    reason: str


@dataclass(frozen=True)
class Range:
    """Lines of one epoch, `first` to `last`; no line where `last` is below `first`."""

    epoch: int
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many lines."""
        return max(self.last - self.first + 1, 0)


@dataclass(frozen=True)
class Export:
    """An export that was written and read back: when (the gate's stamp), of which day, which lines, where to."""

    at: str
    day: str
    lines: Range
    target: str


@kind("export.unmasked", ExportNoted)
def _export_unmasked(connection: Connection, items: Sequence[Any]) -> None:
    """The line is the record; no view holds it."""


@kind("export.plain", ExportNoted)
def _export_plain(connection: Connection, items: Sequence[Any]) -> None:
    """The line is the record; no view holds it."""


def note_unmasked(ledger: Ledger, day: str, reason: str) -> None:
    """Says why a day's names leave in full. Raises `Denied` but for a lead, `Refusal` (`REASON_NEEDED`)."""
    _note(ledger, "export.unmasked", day, reason)


def note_plain(ledger: Ledger, day: str, reason: str) -> None:
    """Says why a bundle leaves unencrypted. Raises `Denied` but for a lead, `Refusal` (`REASON_NEEDED`)."""
    _note(ledger, "export.plain", day, reason)


def _note(ledger: Ledger, kind: str, day: str, reason: str) -> None:
    ledger.require(Role.LEAD)
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    ledger.append(kind, {"day": day, "reason": reason.strip()})


def record_export(ledger: Ledger, day: str, lines: Sequence[Range], target: str) -> None:
    """Remembers an export that is complete on its drive. This machine's own memory, not a line: a line would
    itself be waiting for the next export. Lines after a gap that no export holds are not remembered."""
    at = ledger.clock.stamp()
    done = _exported(ledger.connection, ledger.gate)
    for some in lines:
        if some.first > done.get(some.epoch, 0) + 1:
            continue
        row = {"at": at, "day": day, "gate": ledger.gate, "target": target}
        row |= {"epoch": some.epoch, "first": some.first, "last": some.last}
        ledger.connection.execute(_exports.insert().values(row))


def _exported(connection: Connection, gate: int) -> dict[int, int]:
    """The last line of each epoch that an export holds."""
    wanted = select(_exports.c.epoch, func.max(_exports.c.last)).where(_exports.c.gate == gate)
    return dict(connection.execute(wanted.group_by(_exports.c.epoch)).all())


def last_export(connection: Connection, gate: int, day: str | None = None) -> Export | None:
    """The newest export, or the newest one of a day; None before the first."""
    wanted = select(_exports).where(_exports.c.gate == gate).order_by(_exports.c.id.desc()).limit(1)
    if day is not None:
        wanted = wanted.where(_exports.c.day == day)
    row = connection.execute(wanted).first()
    return Export(row.at, row.day, Range(row.epoch, row.first, row.last), row.target) if row else None


def unexported(connection: Connection, gate: int) -> list[Range]:
    """The lines that no export holds yet, an epoch each, oldest first; empty where there are none."""
    done = _exported(connection, gate)
    found = [Range(epoch, done.get(epoch, 0) + 1, last) for epoch, last in _ends_of_epochs(connection, gate)]
    return [some for some in reversed(found) if some.count]


def _ends_of_epochs(connection: Connection, gate: int) -> Iterator[tuple[int, int]]:
    """(epoch, last seq), the newest epoch first. Each is one look at the end of the key's index: this is asked
    after every crossing, and grouping would read the whole ledger."""
    end = tip(connection, gate)
    while end.seq:
        yield end.epoch, end.seq
        before = select(_lines.c.epoch, _lines.c.seq).where(_lines.c.gate == gate, _lines.c.epoch < end.epoch)
        row = connection.execute(before.order_by(_lines.c.epoch.desc(), _lines.c.seq.desc()).limit(1)).first()
        if row is None:
            return
        end = replace(end, epoch=row.epoch, seq=row.seq)


def unexported_count(connection: Connection, gate: int) -> int:
    """How many lines no export holds yet."""
    return sum(some.count for some in unexported(connection, gate))


def lines_after(connection: Connection, gate: int, seq: int) -> list[Range]:
    """The lines of the newest epoch after line `seq`; 0 for all of them."""
    end = tip(connection, gate)
    wanted = Range(end.epoch, max(seq, 0) + 1, end.seq)
    return [wanted] if wanted.count else []


def photos_of_lines(connection: Connection, gate: int, lines: Range) -> Iterator[bytes]:
    """The photos that these lines name and this register still has, each once, in the order of the lines."""
    wanted = (
        select(_lines.c.body)
        .where(_lines.c.gate == gate, _lines.c.epoch == lines.epoch, _lines.c.kind.in_(_WITH_PHOTOS))
        .where(_lines.c.seq >= lines.first, _lines.c.seq <= lines.last, _lines.c.body.is_not(None))
        .order_by(_lines.c.seq)
    )
    seen: set[str] = set()
    for body in connection.scalars(wanted):
        name = msgspec.json.decode(body).get("photo")
        if isinstance(name, str) and name not in seen:
            seen.add(name)
            photo = get_photo(connection, name)
            if photo is not None:
                yield photo
