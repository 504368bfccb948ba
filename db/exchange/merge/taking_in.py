"""Taking a bundle's lines into a command post's register, in one transaction. Bringing it again changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select, update

from db import desk_models, models, trust_models
from db.books.arrivals import Missing, missing_lines
from db.books.day_counts import count_all_days, count_days
from db.books.gate_keys import Rotation, rotation_of
from db.books.gates import get_gate
from db.books.posts import signers_of
from db.errors import Refusal, RefusalCode
from db.exchange.bundle_reading import Bundle
from db.exchange.merge.held import has_held, held_rotations, hold_rows
from db.exchange.merge.settling import Moved, apply_counting, settle_gate
from db.ledger.canonical import canonical
from db.ledger.kinds import upsert
from db.ledger.line import Line
from db.ledger.replay import replay_gate
from db.ledger.store import put_lines, tip, to_row
from db.server import lock_gate

_lines, _held, _forks = models.lines, desk_models.held_lines, desk_models.forks
_entries, _seals, _attachments = models.entries, models.seals, models.attachments
_purged = trust_models.purged_days
_BATCH = 1000
LinesMoved = Callable[[int], None]


@dataclass(frozen=True)
class Days:
    """What the lines that count from now on are about: the days in which they were written, the newest day that they
    seal, the latest moment in them; None where there are no such lines."""

    first: str | None = None
    last: str | None = None
    sealed: str | None = None
    latest_at: str | None = None


@dataclass(frozen=True)
class Taken:
    """What came of a bundle.

    `lines` it held: `new` that the post did not know, `already_there` that it did. `gaps` and `forks` are the gate's,
    as they stand now; a fork is (epoch, seq). `counting` lines count from now on that did not before."""

    lines: int
    new: int
    already_there: int
    gaps: list[Missing]
    forks: list[tuple[int, int]]
    counting: int
    days: Days


def check_believed(connection: Connection, post: int, bundle: Bundle) -> None:
    """Raises `Refusal` unless the post believes the bundle's signer for these lines: `PRACTICE_BUNDLE`,
    `SIGNER_UNKNOWN`, `SIGNER_CUT_OFF`, each with `gate`."""
    manifest = bundle.manifest
    known = get_gate(connection, manifest.gate)
    practice = manifest.practice or (known is not None and known.practice)
    if practice or any(True for _ in bundle.lines_of("practice.marked")):
        raise Refusal(RefusalCode.PRACTICE_BUNDLE, gate=manifest.gate)
    found = (rotation_of(line) for line in bundle.lines_of("key.rotated"))
    arriving: list[Rotation] = [rotation for rotation in found if rotation is not None]
    arriving += held_rotations(connection, manifest.gate)
    signers = signers_of(connection, post, manifest.gate, arriving)
    mine = next((signer for signer in signers if signer.key == manifest.key), None)
    if mine is None:
        raise Refusal(RefusalCode.SIGNER_UNKNOWN, gate=manifest.gate)
    if not mine.may_sign(manifest.epoch, manifest.last):
        code = RefusalCode.SIGNER_CUT_OFF if mine.cut_off else RefusalCode.SIGNER_UNKNOWN
        raise Refusal(code, gate=manifest.gate)


def take_in(connection: Connection, post: int, bundle: Bundle, moved: LinesMoved | None = None) -> Taken:
    """Takes the lines in. The caller's transaction makes it all or nothing. `moved` is told how many of the bundle's
    lines have been gone through.

    Raises `Refusal` as `check_believed` does."""
    manifest = bundle.manifest
    gate, epoch = manifest.gate, manifest.epoch
    lock_gate(connection, gate)
    check_believed(connection, post, bundle)
    work = _Work(connection, gate, bundle, moved or (lambda _lines: None))
    if work.follows_on():
        end = tip(connection, gate).seq
        work.append(end)
        change = Moved([(epoch, end + 1, manifest.last)] if manifest.last > end else [], False)
    else:
        work.put_aside()
        change = settle_gate(connection, post, gate)
    if work.restored:
        replay_gate(connection, gate)
    _keep_attachments(connection, bundle)
    days = _count(connection, gate, change, change.rebuilt or work.restored > 0)
    return Taken(
        lines=manifest.count,
        new=work.new,
        already_there=manifest.count - work.new,
        gaps=missing_lines(connection, gate),
        forks=open_forks(connection, gate),
        counting=sum(last - first + 1 for _, first, last in change.counting),
        days=days,
    )


def foresee(connection: Connection, bundle: Bundle) -> tuple[int, tuple[int, int] | None]:
    """How many of a bundle's lines are known already, and which (first, last) are missing before it, or None."""
    range_ = bundle.manifest
    known, before = 0, 0
    for table in (_lines, _held):
        own = (table.c.gate == range_.gate, table.c.epoch == range_.epoch)
        places = func.count(table.c.seq.distinct())
        known += (
            connection.scalar(select(places).where(*own, table.c.seq.between(range_.first, range_.last))) or 0
        )
        before = max(
            before,
            connection.scalar(select(func.max(table.c.seq)).where(*own, table.c.seq < range_.first)) or 0,
        )
    return min(known, range_.count), (before + 1, range_.first - 1) if before < range_.first - 1 else None


def open_forks(connection: Connection, gate: int) -> list[tuple[int, int]]:
    """(epoch, seq) of the lines of a gate of which there are two accounts that nobody has decided between."""
    wanted = select(_forks.c.epoch, _forks.c.seq).where(_forks.c.gate == gate)
    return [tuple(row) for row in connection.execute(wanted.order_by(_forks.c.epoch, _forks.c.seq))]


class _Work:
    """One bundle on its way in. `new` lines were unknown, `restored` ones known without their body."""

    def __init__(self, connection: Connection, gate: int, bundle: Bundle, moved: LinesMoved) -> None:
        self._connection = connection
        self._moved = moved
        self._gate = gate
        self._bundle = bundle
        self._counting = self._known(_lines)
        self._held = self._known(_held)
        self.new = 0
        self.restored = 0

    def _known(self, table: Any) -> dict[tuple[int, str], bool]:
        """The lines of the bundle's range that the register has, and whether each still has its body."""
        range_ = self._bundle.manifest
        columns = (table.c.seq, table.c.hash, table.c.body.is_not(None))
        wanted = select(*columns).where(table.c.gate == self._gate, table.c.epoch == range_.epoch)
        rows = self._connection.execute(wanted.where(table.c.seq.between(range_.first, range_.last)))
        return {(seq, hash): bool(whole) for seq, hash, whole in rows}

    def follows_on(self) -> bool:
        """Whether the bundle's lines are those that count here and the ones right after them: the usual case."""
        range_, end = self._bundle.manifest, tip(self._connection, self._gate)
        if has_held(self._connection, self._gate) or range_.epoch != end.epoch or range_.first > end.seq + 1:
            return False
        if not all(self._counting.values()):
            # A body that comes back may say what was not known, as after which line an epoch was opened.
            return False
        if range_.first == end.seq + 1:
            return range_.prev == end.hash
        # All of the range that counts here is the same: its last line is, and it is chained to the others.
        last = min(range_.last, end.seq)
        known = next((hash for seq, hash in self._counting if seq == last), None)
        return known == self._hash_of(last)

    def _hash_of(self, seq: int) -> str:
        """The hash of one of the bundle's lines, which the line after it names."""
        range_ = self._bundle.manifest
        if seq == range_.last:
            return range_.head
        return next(islice(self._bundle.lines(), seq - range_.first + 1, None)).head.prev

    def append(self, end: int) -> None:
        """Takes in the lines after line `end`, which is the last that counts."""
        lines = self._bundle.lines()
        for _ in islice(lines, max(end - self._bundle.manifest.first + 1, 0)):
            pass
        for batch in _batches(lines):
            put_lines(self._connection, batch)
            apply_counting(self._connection, batch)
            self.new += len(batch)
            self._moved(batch[-1].head.seq - self._bundle.manifest.first + 1)

    def put_aside(self) -> None:
        """Keeps the lines that are unknown, to be settled with the others of their gate."""
        for batch in _batches(self._bundle.lines()):
            unknown = []
            for line in batch:
                place = (line.head.seq, line.hash)
                if place in self._counting:
                    self._restore(line, _lines, self._counting)
                elif place in self._held:
                    self._restore(line, _held, self._held)
                else:
                    unknown.append(to_row(line))
            hold_rows(self._connection, unknown)
            self.new += len(unknown)
            self._moved(batch[-1].head.seq - self._bundle.manifest.first + 1)

    def _restore(self, line: Line, table: Any, known: dict[tuple[int, str], bool]) -> None:
        """A present body wins over a purged one."""
        if line.body is None or known[line.head.seq, line.hash]:
            return
        head = line.head
        own = (table.c.gate == head.gate, table.c.epoch == head.epoch, table.c.seq == head.seq)
        body = canonical(line.body).decode("utf-8")
        change = update(table).where(*own, table.c.hash == line.hash).values(salt=line.salt, body=body)
        self._connection.execute(change)
        self.restored += table is _lines


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    rest = iter(lines)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _keep_attachments(connection: Connection, bundle: Bundle) -> None:
    put = upsert(connection.dialect.name, _attachments).on_conflict_do_nothing()
    # In one order everywhere, so that two clerks never wait for each other.
    for item in sorted(bundle.manifest.attachments, key=lambda item: item.sha256):
        there = select(_attachments.c.sha256).where(_attachments.c.sha256 == item.sha256)
        if connection.scalar(there) is None:
            connection.execute(put, {"sha256": item.sha256, "data": bundle.attachment(item.sha256)})


def _count(connection: Connection, gate: int, moved: Moved, all_days: bool) -> Days:
    """Counts the days anew that these lines are about, and says which."""
    touched: set[str] = set()
    days = Days()
    for epoch, first, last in moved.counting:
        l = _lines.c  # noqa: E741
        own = (l.gate == gate, l.epoch == epoch, l.seq.between(first, last))
        written = func.substr(l.at, 1, 10)
        low, high, latest = connection.execute(
            select(func.min(written), func.max(written), func.max(l.at)).where(*own)
        ).one()
        in_range = (_seals.c.gate == gate, _seals.c.epoch == epoch, _seals.c.seq.between(first, last))
        sealed = set(connection.scalars(select(_seals.c.day).where(*in_range)))
        days = Days(
            min(filter(None, (days.first, low)), default=None),
            max(filter(None, (days.last, high)), default=None),
            max(filter(None, (days.sealed, *sealed)), default=None),
            max(filter(None, (days.latest_at, latest)), default=None),
        )
        touched |= sealed | set(connection.scalars(select(written).where(*own).distinct()))
        in_range = (_entries.c.gate == gate, _entries.c.epoch == epoch, _entries.c.seq.between(first, last))
        touched |= set(connection.scalars(select(_entries.c.day).where(*in_range).distinct()))
        purged = (_purged.c.gate == gate, _purged.c.epoch == epoch, _purged.c.seq.between(first, last))
        touched |= set(connection.scalars(select(_purged.c.day).where(*purged)))
        voids = select(l.body).where(*own, l.kind == "entry.voided", l.body.is_not(None))
        touched |= {_day_of(body) for body in connection.scalars(voids)}
    if all_days:
        count_all_days(connection, gate)
    else:
        count_days(connection, gate, touched)
    return days


def _day_of(body: str) -> str:
    return str(msgspec.json.decode(body).get("day"))
