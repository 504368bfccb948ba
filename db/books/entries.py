"""Entries: the numbered lines of crossings, and who is inside by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select, tuple_, update

from db import models
from db.books.numbers import ENTRIES, highest_used
from db.books.pass_columns import pass_of, with_passes
from db.books.pass_id import Book, PassId
from db.books.verdict import Direction, Verdict
from db.ledger.body_fields import Epoch, Number, Seq, Tenths, check_days, check_stamps
from db.ledger.kinds import Item, kind, stray, upsert
from db.prepared import Prepared, add_rows
from db.times import instant_of

_entries, _presence, _holds = models.entries, models.presence, models.holds

Method = Literal["forehead", "wrist", "neck", "armpit", "ear"]
METHODS: tuple[Method, ...] = ("forehead", "wrist", "neck", "armpit", "ear")
EntryBook = Literal["official", "medical", "support", "resident", "visitor"]


class EntryRecorded(msgspec.Struct, frozen=True):
    """One crossing. `temp_tenths` in tenths of °C; `held` is the seq of the hold that this line ends."""

    no: Number
    day: str
    time: str
    direction: Literal["in", "out"]
    inferred: bool
    book: EntryBook
    pass_: str | None = msgspec.field(name="pass")
    name: str
    temp_tenths: Tenths | None
    method: Method | None
    verdict: Verdict
    override: str | None
    held: Seq | None
    outcome: Literal["passed", "turned_away"]
    unit: str = ""
    reason: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        check_days(self.day)
        check_stamps(self.time)


class EntryVoided(msgspec.Struct, frozen=True):
    """A numbered line was wrong. Its number stays used."""

    day: str
    no: Number
    entry_epoch: Epoch
    entry_seq: Seq
    reason: str


@dataclass(frozen=True)
class Entry:
    """A numbered line as the book shows it. `voided_reason` is None for a line that stands."""

    gate: int
    epoch: int
    seq: int
    day: str
    no: int
    time: str
    direction: Direction
    inferred: bool
    book: str
    pass_id: PassId | None
    name: str
    unit: str
    temp_tenths: int | None
    method: str | None
    verdict: str
    reason: str | None
    override: str | None
    held: int | None
    outcome: str
    note: str
    operator: str
    voided_at: str | None
    voided_reason: str | None

    @property
    def key(self) -> tuple[int, int, int]:
        """(gate, epoch, seq)."""
        return (self.gate, self.epoch, self.seq)


@dataclass(frozen=True)
class Crossing:
    """The last time that someone crossed here, and which way."""

    time: str
    direction: Direction
    epoch: int
    seq: int


@kind("entry.recorded", EntryRecorded)
def _entry_recorded(connection: Connection, items: Sequence[Item]) -> None:
    rows = [_row(item, named) for item, named in with_passes(connection, items)]
    if not rows:
        return
    add_rows(connection, _entries, rows)
    _MOVE.run_all(connection, _last_of_each(rows))
    for row in rows:
        if row["held"] is not None:
            _end_hold(connection, row)


def _row(item: Item, named: Mapping[str, Any]) -> dict[str, Any]:
    body: EntryRecorded = item.body
    return {
        **item.key,
        "day": body.day,
        "no": body.no,
        "time": body.time,
        "instant": instant_of(body.time),
        "direction": body.direction,
        "inferred": body.inferred,
        "book": body.book,
        **named,
        "name": body.name,
        "unit": body.unit,
        "temp_tenths": body.temp_tenths,
        "method": body.method,
        "verdict": body.verdict.value,
        "reason": body.reason,
        "override": body.override,
        "held": body.held,
        "outcome": body.outcome,
        "note": body.note,
        "operator": item.line.head.operator,
        "voided_at": None,
        "voided_reason": None,
    }


def _last_of_each(rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """The last crossing of each pass among these: of a day's lines that are merged, one a person and not ten."""
    last: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        if row["pass_gate"] is None or row["outcome"] != "passed":
            continue
        key = (row["pass_gate"], row["pass_book"], row["pass_number"])
        before = last.get(key)
        if before is None or _when(row) > _when(before):
            last[key] = row
    return last.values()


def _when(row: Mapping[str, Any]) -> tuple[str, int, int]:
    return (row["instant"], row["epoch"], row["seq"])


def _put_later(dialect: str) -> Any:
    """Who is inside follows from the greatest (time, epoch, seq), not from the order of the lines."""
    put = upsert(dialect, _presence)
    now, before = put.excluded, _presence.c
    later = tuple_(now.instant, now.epoch, now.seq) > tuple_(before.instant, before.epoch, before.seq)
    newer = {name: now[name] for name in ("time", "instant", "epoch", "seq", "direction")}
    return put.on_conflict_do_update(index_elements=list(_presence.primary_key), set_=newer, where=later)


_MOVE = Prepared(_put_later)


def _end_hold(connection: Connection, row: dict[str, Any]) -> None:
    own = (_holds.c.gate == row["gate"], _holds.c.epoch == row["epoch"], _holds.c.seq == row["held"])
    ended = {"ended_epoch": row["epoch"], "ended_seq": row["seq"], "ended_outcome": row["outcome"]}
    connection.execute(update(_holds).where(*own).values(ended))


@kind("entry.voided", EntryVoided)
def _entry_voided(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: EntryVoided = item.body
        gate = item.line.head.gate
        key = {"gate": gate, "epoch": body.entry_epoch, "seq": body.entry_seq}
        row = connection.execute(select(_entries).where(models.same_key(_entries, key))).first()
        if row is None or row.voided_at is not None or (row.day, row.no) != (body.day, body.no):
            stray(connection, item.line, "no such entry")
            continue
        change = {"voided_at": item.line.head.at, "voided_reason": body.reason}
        connection.execute(update(_entries).where(models.same_key(_entries, key)).values(change))
        if row.pass_gate is not None:
            _recount(connection, gate, row)


def _recount(connection: Connection, gate: int, voided: Any) -> None:
    """Where the holder is now that one crossing no longer counts."""
    key = {
        "gate": gate,
        "pass_gate": voided.pass_gate,
        "pass_book": voided.pass_book,
        "pass_number": voided.pass_number,
    }
    connection.execute(delete(_presence).where(models.same_key(_presence, key)))
    row = connection.execute(_last_of(gate, voided).limit(1)).first()
    if row:
        _MOVE.run(connection, row._asdict())


def _last_of(gate: int, named: Any) -> Any:
    e = _entries.c
    return (
        select(_entries)
        .where(e.gate == gate, e.pass_gate == named.pass_gate, e.pass_book == named.pass_book)
        .where(e.pass_number == named.pass_number, e.outcome == "passed", e.voided_at.is_(None))
        .order_by(e.instant.desc(), e.epoch.desc(), e.seq.desc())
    )


_IN_ORDER = (_entries.c.day, _entries.c.no, _entries.c.epoch, _entries.c.seq)


_LAST = Prepared(
    select(_presence.c.time, _presence.c.direction, _presence.c.epoch, _presence.c.seq).where(
        _presence.c.gate == bindparam("gate"),
        _presence.c.pass_gate == bindparam("pass_gate"),
        _presence.c.pass_book == bindparam("book"),
        _presence.c.pass_number == bindparam("number"),
    )
)


def last_crossing(
    connection: Connection, gate: int, id: PassId, before: str | None = None
) -> Crossing | None:
    """The last crossing of a pass at `gate`, or the last one before a stamp."""
    if before is None:
        row = _LAST.first(connection, gate=gate, pass_gate=id.gate, book=id.book.value, number=id.number)
    else:
        named = _Named(id.gate, id.book.value, id.number)
        earlier = _last_of(gate, named).where(_entries.c.instant < instant_of(before))
        row = connection.execute(earlier.limit(1)).first()
    return Crossing(row.time, Direction(row.direction), row.epoch, row.seq) if row else None


def last_crossings(connection: Connection, gate: int, ids: Collection[PassId]) -> dict[PassId, Crossing]:
    """The last crossing of each of these passes at `gate`; those that never crossed are absent."""
    p = _presence.c
    found: dict[PassId, Crossing] = {}
    for issuer, book in {(id.gate, id.book) for id in ids}:
        numbers = sorted(id.number for id in ids if (id.gate, id.book) == (issuer, book))
        for start in range(0, len(numbers), 500):
            own = (p.gate == gate, p.pass_gate == issuer, p.pass_book == book.value)
            wanted = select(_presence).where(*own, p.pass_number.in_(numbers[start : start + 500]))
            for row in connection.execute(wanted):
                id = PassId(issuer, book, row.pass_number)
                found[id] = Crossing(row.time, Direction(row.direction), row.epoch, row.seq)
    return found


@dataclass(frozen=True)
class _Named:
    pass_gate: int
    pass_book: str
    pass_number: int


_TOP_NUMBER = Prepared(
    select(func.max(_entries.c.no).label("top")).where(
        _entries.c.gate == bindparam("gate"), _entries.c.day == bindparam("day")
    )
)


def next_number(connection: Connection, gate: int, day: str) -> int:
    """The number that the day's next entry gets; numbers start at 1 and have no gaps but the block that is skipped
    when a register was restored."""
    top = _TOP_NUMBER.first(connection, gate=gate, day=day).top or 0
    return int(max(top, highest_used(connection, gate, ENTRIES, day))) + 1


def entries_of_day(
    connection: Connection, gate: int, day: str, newest_first: bool = False, limit: int | None = None
) -> list[Entry]:
    """The numbered lines of a day, voided ones too, by number."""
    order = (
        [_entries.c.no.desc(), _entries.c.epoch.desc(), _entries.c.seq.desc()] if newest_first else _IN_ORDER
    )
    wanted = select(_entries).where(_entries.c.gate == gate, _entries.c.day == day).order_by(*order)
    return [to_entry(row) for row in connection.execute(wanted.limit(limit))]


def entries_of_pass(connection: Connection, id: PassId, limit: int | None = None) -> list[Entry]:
    """Crossings of a pass at every gate that this register knows, newest first: the holder's temperature log."""
    e = _entries.c
    wanted = (
        select(_entries)
        .where(e.pass_gate == id.gate, e.pass_book == id.book.value, e.pass_number == id.number)
        .order_by(e.instant.desc(), e.gate, e.epoch.desc(), e.seq.desc())
    )
    return [to_entry(row) for row in connection.execute(wanted.limit(limit))]


def entries_of_person(connection: Connection, gate: int, name: str, limit: int | None = None) -> list[Entry]:
    """Crossings without a card under a name, newest first."""
    e = _entries.c
    wanted = select(_entries).where(e.gate == gate, e.pass_gate.is_(None), e.name == name)
    wanted = wanted.order_by(e.instant.desc(), e.epoch.desc(), e.seq.desc())
    return [to_entry(row) for row in connection.execute(wanted.limit(limit))]


_BY_PASS = Prepared(
    select(_entries.c.seq).where(
        _entries.c.pass_gate == bindparam("pass_gate"),
        _entries.c.pass_book == bindparam("book"),
        _entries.c.pass_number == bindparam("number"),
        _entries.c.instant == bindparam("instant"),
        _entries.c.gate == bindparam("gate"),
        _entries.c.direction == bindparam("direction"),
        _entries.c.voided_at.is_(None),
    )
)
_BY_NAME = Prepared(
    select(_entries.c.seq).where(
        _entries.c.pass_gate.is_(None),
        _entries.c.pass_book.is_(None),
        _entries.c.pass_number.is_(None),
        _entries.c.instant == bindparam("instant"),
        _entries.c.gate == bindparam("gate"),
        _entries.c.direction == bindparam("direction"),
        _entries.c.name == bindparam("name"),
        _entries.c.voided_at.is_(None),
    )
)


def is_written(
    connection: Connection, gate: int, time: str, direction: Direction, id: PassId | None, name: str
) -> bool:
    """Whether a standing line of `gate` says that this pass (or, without one, someone of this name) went this way at
    this very moment."""
    asked = {"gate": gate, "instant": instant_of(time), "direction": direction.value}
    if id is None:
        return _BY_NAME.first(connection, **asked, name=name) is not None
    who = {"pass_gate": id.gate, "book": id.book.value, "number": id.number}
    return _BY_PASS.first(connection, **asked, **who) is not None


def get_entry(connection: Connection, gate: int, epoch: int, seq: int) -> Entry | None:
    """One numbered line by the key of its ledger line."""
    key = {"gate": gate, "epoch": epoch, "seq": seq}
    row = connection.execute(select(_entries).where(models.same_key(_entries, key))).first()
    return to_entry(row) if row else None


def inside_now(connection: Connection, gate: int) -> dict[Book, int]:
    """How many holders of each book are inside by the last crossing of each."""
    p = _presence.c
    wanted = (
        select(p.pass_book, func.count()).where(p.gate == gate, p.direction == "in").group_by(p.pass_book)
    )
    found = {Book(book): count for book, count in connection.execute(wanted)}
    return {book: found.get(book, 0) for book in Book}


def to_entry(row: Any) -> Entry:
    """An `Entry` from a row of the view."""
    columns = row._mapping
    same = {name: columns[name] for name in _SAME}
    return Entry(direction=Direction(row.direction), pass_id=pass_of(row), **same)


_SAME = [name for name in Entry.__dataclass_fields__ if name not in ("direction", "pass_id")]
