"""The purge: bodies and salts of old lines are dropped, their heads stay, and so does the chain.

A `purged` line says through which day, and keeps what must outlive the bodies (`db.books.purges`). The views are then
computed anew from what is left, so they are what any replay gives. Nothing that was dropped stays readable: freed pages
are overwritten and the file is written anew, and copies that are known and can be reached are replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, select, update

from db import desk_models, models
from db.backups import Renewed, renew_backups
from db.books.day_counts import count_all_days
from db.books.day_totals import day_totals
from db.books.exports import unexported
from db.books.joined_post import own_post
from db.books.pass_id import Book, PassId
from db.books.passes import highest_number
from db.books.posts import is_desk
from db.books.purges import SPARED
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.replay import replay
from db.ledger.store import tip
from db.register import SWEEP_DUE, Register
from db.settings import put_setting, read_settings
from db.trust.roles import Role

_lines, _passes, _issues = models.lines, models.passes, models.pass_issues

_ISSUES = ("pass.issued", "pass.reissued", "pass.amended")
_OF_A_PASS = (*_ISSUES, "person.watched")
_LOOKED_INTO = (*_OF_A_PASS, "card.printed", "entry.held")
_DAYS_IN_A_LINE = 150
_RANGES_IN_A_LINE = 2000


@dataclass(frozen=True)
class PurgeDone:
    """What a purge did: lines whose bodies went, as far as the end of day `through`; photos that went; the copies.
    `swept` is False where the file could not be written anew because somebody reads it; it is, when it is opened."""

    through: str
    lines: int
    photos: int
    swept: bool
    backups: Renewed


STEPS = 5
"""Of a purge: what goes is found, dropped, the views are made anew, the file is, and the copies are."""


def purge(
    register: Register, older_than: int, told: Callable[[int], object] = lambda _step: None
) -> PurgeDone:
    """Drops the bodies of lines that were written more than `older_than` days before today. `told` hears how many of
    the `STEPS` are done.

    Spares gates, keys, epochs, seals, revocations, and passes that did not end before that day. Raises `Denied` but for
    a lead, `Refusal` (`INVALID`, field `older_than`; `NOTHING_TO_PURGE`; `NOT_YET_EXPORTED` where the gate has a
    command post that such lines have not left for)."""
    if register.access.role < Role.LEAD:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)
    if not 0 <= older_than <= 36_500:
        raise Refusal(RefusalCode.INVALID, field="older_than", value=older_than)
    with register.writing() as ledger:
        through = (ledger.today() - timedelta(days=older_than + 1)).isoformat()
        plans = [_plan(ledger, gate, through) for gate in _gates(ledger)]
        if not any(plan.lines for plan in plans):
            raise Refusal(RefusalCode.NOTHING_TO_PURGE, days=older_than)
        _check_the_post_has_them(ledger.connection, ledger.gate, through)
        told(1)
        own = next((plan for plan in plans if plan.gate == ledger.gate), None)
        others = [plan for plan in plans if plan.gate != ledger.gate and plan.lines]
        ledger.append_many([("purged", body) for body in _bodies(through, own, others)])
        for plan in plans:
            _drop(ledger.connection, plan, through)
        _drop_aside(ledger.connection, through)
        photos = _drop_photos(ledger.connection)
        told(2)
        replay(ledger.connection)
        # The counts are made of views, so they go with them: of gates too that had nothing to drop.
        for plan in plans:
            if plan.gate != ledger.gate:
                count_all_days(ledger.connection, plan.gate)
        put_setting(ledger.connection, SWEEP_DUE, "1")
    told(3)
    swept = register.sweep()
    told(4)
    renewed = renew_backups(register)
    told(STEPS)
    return PurgeDone(through, sum(plan.lines for plan in plans), photos, swept, renewed)


def lines_past_retention(connection: Connection, gate: int, today: date) -> int:
    """How many of the gate's lines still say who somebody was though the days that it has set are over; 0 where it has
    set none. Some of them are spared while a pass lives."""
    days = read_settings(connection).retention_days
    if not days:
        return 0
    through = (today - timedelta(days=days + 1)).isoformat()
    crossed = select(func.count()).select_from(_lines).where(*_old(gate, through))
    return connection.scalar(crossed.where(_lines.c.kind.not_in(_LOOKED_INTO))) or 0


def _check_the_post_has_them(connection: Connection, gate: int, through: str) -> None:
    if own_post(connection, gate) is None:
        return
    for some in unexported(connection, gate):
        within = (_lines.c.epoch == some.epoch, _lines.c.seq.between(some.first, some.last))
        if connection.scalar(select(func.count()).select_from(_lines).where(*_old(gate, through), *within)):
            raise Refusal(RefusalCode.NOT_YET_EXPORTED, day=through)


@dataclass(frozen=True)
class _Plan:
    """What of one gate's lines goes. `looked_into`: keys (epoch, seq) of those that go among the kinds of which some
    stay; `gone`: the own gate's passes that go, and whether each was revoked."""

    gate: int
    lines: int
    looked_into: tuple[tuple[int, int], ...]
    days: dict[str, dict[str, int]]
    gone: dict[PassId, bool]
    highest: dict[Book, int]
    upto: tuple[int, int]


def _gates(ledger: Ledger) -> list[int]:
    """The gates whose lines this register holds; a gate's own register may hold no other's."""
    if not is_desk(ledger.connection):
        return [ledger.gate]
    return list(ledger.connection.scalars(select(_lines.c.gate).distinct().order_by(_lines.c.gate)))


def _old(gate: int, through: str) -> list[ColumnElement[bool]]:
    """The lines of a gate that still have their body and were written on or before `through`, at the gate's clock."""
    day = func.substr(_lines.c.at, 1, 10)
    return [_lines.c.gate == gate, day <= through, _lines.c.body.is_not(None), _lines.c.kind.not_in(SPARED)]


def _plan(ledger: Ledger, gate: int, through: str) -> _Plan:
    connection = ledger.connection
    own = gate == ledger.gate
    gone = _ended_passes(connection, gate, through, own)
    live, held = _live_passes(connection, gate, gone), _open_holds(connection, gate)
    wanted = select(_lines.c.epoch, _lines.c.seq, _lines.c.kind, _lines.c.body)
    looked: list[tuple[int, int]] = []
    for row in connection.execute(wanted.where(*_old(gate, through), _lines.c.kind.in_(_LOOKED_INTO))):
        key = (row.epoch, row.seq)
        stays = key in held if row.kind == "entry.held" else bool(_named(row.body) & live)
        if not stays:
            looked.append(key)
    counted = select(func.count()).select_from(_lines)
    others = connection.scalar(counted.where(*_old(gate, through), _lines.c.kind.not_in(_LOOKED_INTO))) or 0
    end = tip(connection, gate)
    return _Plan(
        gate=gate,
        lines=others + len(looked),
        looked_into=tuple(looked),
        days={day: day_totals(connection, gate, day) for day in _days_touched(connection, gate, through)},
        gone=gone if own else {},
        highest={book: highest_number(connection, gate, book) for book in Book} if own else {},
        upto=(end.epoch, end.seq),
    )


class _Named(msgspec.Struct):
    """The passes that a line of a looked-into kind is about."""

    pass_: str | None = msgspec.field(name="pass", default=None)
    passes: list[str] = []


def _named(body: str) -> set[str]:
    try:
        found = msgspec.json.decode(body, type=_Named)
    except msgspec.DecodeError:
        return set()
    return {*found.passes, *([found.pass_] if found.pass_ else [])}


def _ended_passes(connection: Connection, gate: int, through: str, own: bool) -> dict[PassId, bool]:
    """The passes whose lines may go, and whether each was revoked.

    A pass ends on its last day, or on the day on which it was revoked. At a command post another gate's revoked pass
    stays until its last day: the list of revoked passes is made from it."""
    p = _passes.c
    revoked = (p.revoked_at.is_not(None)) & (func.substr(p.revoked_at, 1, 10) <= through)
    ended = (p.valid_until <= through) | revoked if own else p.valid_until <= through
    old = func.substr(p.issued_at, 1, 10) <= through
    wanted = select(p.gate, p.book, p.number, p.revoked_at).where(p.gate == gate, ended, old)
    return {
        PassId(row.gate, Book(row.book), row.number): row.revoked_at is not None
        for row in connection.execute(wanted)
    }


def _live_passes(connection: Connection, gate: int, gone: dict[PassId, bool]) -> set[str]:
    """The passes whose lines stay, as lines name them."""
    p = _passes.c
    rows = connection.execute(select(p.gate, p.book, p.number).where(p.gate == gate))
    ids = (PassId(row.gate, Book(row.book), row.number) for row in rows)
    return {id.human() for id in ids if id not in gone}


def _open_holds(connection: Connection, gate: int) -> set[tuple[int, int]]:
    h = models.holds.c
    rows = connection.execute(select(h.epoch, h.seq).where(h.gate == gate, h.ended_seq.is_(None)))
    return {(row.epoch, row.seq) for row in rows}


def _days_touched(connection: Connection, gate: int, through: str) -> list[str]:
    """The days of which rows will go from the views."""
    days: set[str] = set()
    for table in (models.entries, models.holds, models.refusals, models.incidents):
        same = (
            (_lines.c.gate == table.c.gate)
            & (_lines.c.epoch == table.c.epoch)
            & (_lines.c.seq == table.c.seq)
        )
        wanted = select(table.c.day).join_from(table, _lines, same).distinct()
        days |= set(connection.scalars(wanted.where(*_old(gate, through))))
    return sorted(days)


def _bodies(through: str, own: _Plan | None, others: Sequence[_Plan]) -> Iterator[dict[str, Any]]:
    """The bodies of the `purged` lines: one, or several where one would be too long to be read."""
    first: dict[str, Any] = {"through": through}
    if own is not None:
        first["highest"] = {book.value: last for book, last in own.highest.items() if last}
        days = list(own.days.items())
        first["days"] = dict(days[:_DAYS_IN_A_LINE])
        ranges = list(_ranges(own.gone))
        first["passes"] = _by_book(ranges[:_RANGES_IN_A_LINE])
    yield first
    if own is not None:
        for start in range(_DAYS_IN_A_LINE, len(days), _DAYS_IN_A_LINE):
            yield {"through": through, "days": dict(days[start : start + _DAYS_IN_A_LINE])}
        for start in range(_RANGES_IN_A_LINE, len(ranges), _RANGES_IN_A_LINE):
            yield {"through": through, "passes": _by_book(ranges[start : start + _RANGES_IN_A_LINE])}
    for plan in others:
        days = list(plan.days.items())
        for start in range(0, len(days), _DAYS_IN_A_LINE):
            some = dict(days[start : start + _DAYS_IN_A_LINE])
            of_gate = {"epoch": plan.upto[0], "seq": plan.upto[1], "days": some}
            yield {"through": through, "gates": {str(plan.gate): of_gate}}


_Range = tuple[Book, bool, int, int]


def _ranges(gone: dict[PassId, bool]) -> Iterator[_Range]:
    """(book, revoked, first, last) of runs of numbers."""
    run: _Range | None = None
    for id in sorted(gone, key=lambda id: (id.book.value, gone[id], id.number)):
        if run and run[:2] == (id.book, gone[id]) and run[3] + 1 == id.number:
            run = (*run[:3], id.number)
        else:
            if run:
                yield run
            run = (id.book, gone[id], id.number, id.number)
    if run:
        yield run


def _by_book(ranges: Iterable[_Range]) -> dict[str, dict[str, list[list[int]]]]:
    found: dict[str, dict[str, list[list[int]]]] = {}
    for book, revoked, first, last in ranges:
        found.setdefault(book.value, {}).setdefault("revoked" if revoked else "expired", []).append(
            [first, last]
        )
    return found


def _drop(connection: Connection, plan: _Plan, through: str) -> None:
    empty = {"salt": None, "body": None}
    whole = update(_lines).where(*_old(plan.gate, through), _lines.c.kind.not_in(_LOOKED_INTO)).values(empty)
    connection.execute(whole)
    if plan.looked_into:
        key = (_lines.c.gate == plan.gate, _lines.c.epoch == bindparam("e"), _lines.c.seq == bindparam("s"))
        one = update(_lines).where(*key).values(empty)
        connection.execute(one, [{"e": epoch, "s": seq} for epoch, seq in plan.looked_into])


def _drop_aside(connection: Connection, through: str) -> None:
    """Lines that wait or contradict, and files that were refused, hold the same; they go by the same day."""
    held, aside = desk_models.held_lines, desk_models.set_aside
    old = (func.substr(held.c.at, 1, 10) <= through, held.c.kind.not_in(SPARED))
    connection.execute(update(held).where(*old).values(salt=None, body=None))
    connection.execute(update(aside).where(func.substr(aside.c.at, 1, 10) <= through).values(data=None))


def _drop_photos(connection: Connection) -> int:
    """Takes away the photos that no line names any more."""
    wanted = select(_lines.c.body).where(_lines.c.kind.in_(_ISSUES), _lines.c.body.is_not(None))
    named = {msgspec.json.decode(body).get("photo") for body in connection.scalars(wanted)}
    table = models.attachments
    gone = set(connection.scalars(select(table.c.sha256))) - named
    for name in gone:
        connection.execute(delete(table).where(table.c.sha256 == name))
    return len(gone)
