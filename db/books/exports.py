"""Exports: which lines have left for a drive. What left without a mask or without encryption is a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from db import models
from db.books.joined_post import own_post
from db.books.photos import get_photo
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.kinds import kind
from db.ledger.store import tip
from db.settings import get_setting, put_setting
from db.trust.roles import Role

_exports, _lines = models.exports, models.lines
_ASKED = "asked_again"

WITH_PHOTOS = ("pass.issued", "pass.reissued", "pass.amended")


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


def addressee(connection: Connection, gate: int, own: str) -> str:
    """To whose age key the gate's bundles are sealed: its command post's or, where it has none, its `own`."""
    post = own_post(connection, gate)
    return post.recipient if post is not None else own


def record_export(ledger: Ledger, day: str, lines: Sequence[Range], target: str, recipient: str = "") -> None:
    """Remembers an export that is complete on its drive, and which age key can open it (none where it left plain).
    This machine's own memory, not a line: a line would itself be waiting for the next export. Lines after a gap that
    no export holds are not remembered."""
    at = ledger.clock.stamp()
    done = _exported(ledger.connection, ledger.gate)
    _asked_and_sent(ledger.connection, lines)
    for some in lines:
        if some.first > done.get(some.epoch, 0) + 1:
            continue
        row = {"at": at, "day": day, "gate": ledger.gate, "target": target}
        row |= {"epoch": some.epoch, "first": some.first, "last": some.last, "recipient": recipient}
        ledger.connection.execute(_exports.insert().values(row))


def _exported(connection: Connection, gate: int) -> dict[int, int]:
    """The last line of each epoch that an export holds which was sealed to the gate's post, if it has one. One that
    left plain was for somebody else: the post would miss its lines, and a line that comes twice harms nobody."""
    wanted = select(_exports.c.epoch, func.max(_exports.c.last)).where(_exports.c.gate == gate)
    post = own_post(connection, gate)
    if post is not None:
        wanted = wanted.where(_exports.c.recipient == post.recipient)
    return dict(connection.execute(wanted.group_by(_exports.c.epoch)).all())


def last_export(connection: Connection, gate: int, day: str | None = None) -> Export | None:
    """The newest export, or the newest one of a day; None before the first."""
    wanted = select(_exports).where(_exports.c.gate == gate).order_by(_exports.c.id.desc()).limit(1)
    if day is not None:
        wanted = wanted.where(_exports.c.day == day)
    row = connection.execute(wanted).first()
    return Export(row.at, row.day, Range(row.epoch, row.first, row.last), row.target) if row else None


def unexported(connection: Connection, gate: int) -> list[Range]:
    """The lines that no export holds yet, and those that the post asked for once more, oldest first; empty where
    there are none."""
    done = _exported(connection, gate)
    ends = dict(_ends_of_epochs(connection, gate))
    found = [Range(epoch, done.get(epoch, 0) + 1, last) for epoch, last in ends.items()]
    found += [
        Range(some.epoch, some.first, min(some.last, ends.get(some.epoch, 0)))
        for some in asked_again(connection)
    ]
    return _joined([some for some in found if some.count])


def ask_again(connection: Connection, lines: Sequence[Range]) -> None:
    """Remembers which lines the post asks for once more, in the place of what it asked before."""
    put_setting(connection, _ASKED, json.dumps([[some.epoch, some.first, some.last] for some in lines]))


def asked_again(connection: Connection) -> list[Range]:
    """The lines that the post asked for and that have not left since."""
    return [Range(*some) for some in json.loads(get_setting(connection, _ASKED) or "[]")]


def _asked_and_sent(connection: Connection, sent: Sequence[Range]) -> None:
    asked = asked_again(connection)
    left = [some for some in asked if not any(_holds(one, some) for one in sent)]
    if left != asked:
        ask_again(connection, left)


def _holds(one: Range, other: Range) -> bool:
    return one.epoch == other.epoch and one.first <= other.first and other.last <= one.last


def _joined(ranges: list[Range]) -> list[Range]:
    """In order, those that touch as one."""
    found: list[Range] = []
    for some in sorted(ranges, key=lambda some: (some.epoch, some.first)):
        if found and found[-1].epoch == some.epoch and some.first <= found[-1].last + 1:
            found[-1] = Range(some.epoch, found[-1].first, max(found[-1].last, some.last))
        else:
            found.append(some)
    return found


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
    """The lines of the newest epoch after line `seq`; 0 for all lines of the register, of earlier epochs too."""
    if seq == 0:
        return [Range(epoch, 1, last) for epoch, last in sorted(_ends_of_epochs(connection, gate))]
    end = tip(connection, gate)
    wanted = Range(end.epoch, max(seq, 0) + 1, end.seq)
    return [wanted] if wanted.count else []


def photos_of_lines(connection: Connection, gate: int, lines: Range) -> Iterator[bytes]:
    """The photos that these lines name and this register still has, each once, in the order of the lines."""
    wanted = (
        select(_lines.c.body)
        .where(_lines.c.gate == gate, _lines.c.epoch == lines.epoch, _lines.c.kind.in_(WITH_PHOTOS))
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
