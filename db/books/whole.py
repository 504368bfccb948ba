"""What only the whole can see: cards and clocks that one gate alone finds in order.

Nothing of it is written into a view: lines of one gate change only that gate's rows, so that it never matters in which
order gates came in. It is asked of the views when somebody looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, literal_column, select, tuple_

from db import desk_models, models, trust_models
from db.books.pass_columns import pass_of
from db.books.pass_id import Book, PassId
from db.ledger.append import ClockNoted
from db.server import looking_up
from db.times import DEFAULT_OFFSET, from_stamp, instant_of

_entries, _presence, _passes = models.entries, models.presence, models.passes
_arrivals, _lines, _gates = desk_models.arrivals, models.lines, models.gates
_stopped = trust_models.stopped_passes

TOO_FAST_MINUTES = 5
"""Two gates are further apart than this on foot."""
CLOCK_SLACK = timedelta(minutes=2)


class CardFindingKind(StrEnum):
    """What is odd about a card.

    `TOO_FAST`: it was at another gate minutes later. `TWO_PLACES`: it crossed elsewhere between coming in here and
    going out here, so there are two of it. `REVOKED_ELSEWHERE`: another gate let it through after its own gate, or the
    post, had revoked it."""

    TOO_FAST = "too_fast"
    TWO_PLACES = "two_places"
    REVOKED_ELSEWHERE = "revoked_elsewhere"


@dataclass(frozen=True)
class Seen:
    """A card at a gate: the entry's key, when, and which way."""

    gate: int
    epoch: int
    seq: int
    time: str
    direction: str


@dataclass(frozen=True)
class CardFinding:
    """Something odd about a card. `first` is where it was before, or None; `second` is what is odd."""

    kind: CardFindingKind
    pass_id: PassId
    name: str
    first: Seen | None
    second: Seen

    @property
    def apart(self) -> int | None:
        """How far apart the two are, in whole seconds."""
        if self.first is None:
            return None
        return int((from_stamp(self.second.time) - from_stamp(self.first.time)).total_seconds())


@dataclass(frozen=True)
class InsideTwice:
    """A card that is inside at more than one gate by what each gate has sent: (gate, time) of coming in, oldest
    first."""

    pass_id: PassId
    name: str
    at: tuple[tuple[int, str], ...]


class ClockFindingKind(StrEnum):
    """What is odd about a gate's clock: lines `AHEAD` of the post's own clock when they came, or what the gate itself
    noted (`BEHIND` its last line, `BEFORE_2020`)."""

    AHEAD = "ahead"
    BEHIND = "behind"
    BEFORE_2020 = "before_2020"


@dataclass(frozen=True)
class ClockFinding:
    """A gate whose clock is off. `at` is the gate's stamp of the line, `seconds` by how much at least."""

    gate: int
    kind: ClockFindingKind
    at: str
    seconds: int


def inside_twice(connection: Connection) -> list[InsideTwice]:
    """Cards that are inside at two gates or more, by number. One of the two is away from home, and those are few."""
    p = _presence.c
    card = (p.pass_gate, p.pass_book, p.pass_number)
    elsewhere = (p.gate != p.pass_gate, p.direction == "in")
    away = select(*card).where(*elsewhere).distinct().subquery()
    at_home = (
        (p.gate == away.c.pass_gate)
        & (p.pass_gate == away.c.pass_gate)
        & (p.pass_book == away.c.pass_book)
        & (p.pass_number == away.c.pass_number)
    )
    columns = (*card, p.instant, p.gate, p.time)
    home = select(*columns).select_from(away.join(_presence, at_home)).where(p.direction == "in")
    with looking_up(connection):
        rows = [*connection.execute(select(*columns).where(*elsewhere)), *connection.execute(home)]
    found = []
    for key, mine in groupby(sorted(map(tuple, rows)), key=itemgetter(0, 1, 2)):
        at = tuple((gate, time) for *_, gate, time in mine)
        if len(at) > 1:
            id = PassId(key[0], Book(key[1]), key[2])
            found.append(InsideTwice(id, _name_of(connection, id), at))
    return sorted(found, key=lambda one: one.pass_id)


def card_findings(
    connection: Connection, first: date, last: date, too_fast_minutes: int = TOO_FAST_MINUTES
) -> list[CardFinding]:
    """What is odd about cards that were used away from home from one day to another, in the order of time. Lines that
    were voided or only inferred count for nothing."""
    days = _Days(connection, first, last)
    odd: list[_Odd] = []
    for _, mine in groupby(_crossings_of_travellers(connection, days), key=itemgetter(0, 1, 2)):
        crossings = list(mine)
        if not days.alike:
            crossings = [row for row in crossings if days.hold(row.gate, row.instant)]
        odd += _too_fast(crossings, too_fast_minutes)
        odd += _two_places(crossings)
    odd += _revoked_elsewhere(connection, days)
    return sorted(
        _told(connection, odd), key=lambda one: (instant_of(one.second.time), one.pass_id, one.kind)
    )


def clock_findings(connection: Connection, post: int, since: date) -> list[ClockFinding]:
    """Gates whose clock was off on a day or later, each with its worst case of each kind, by number."""
    worst: dict[tuple[int, ClockFindingKind], ClockFinding] = {}
    for one in (*_ahead(connection, post, since), *_noted(connection, since)):
        before = worst.get((one.gate, one.kind))
        if before is None or one.seconds > before.seconds:
            worst[one.gate, one.kind] = one
    return [worst[key] for key in sorted(worst)]


class _Days:
    """Days of every gate, each by its own offset. `start` and `end` are the moments between which all of them lie;
    `alike`: the same for all."""

    def __init__(self, connection: Connection, first: date, last: date) -> None:
        offsets = {row.gate: row.offset for row in connection.execute(select(_gates.c.gate, _gates.c.offset))}
        until = last + timedelta(days=1)
        bounds = {
            offset: tuple(instant_of(f"{day}T00:00:00.000{offset}") for day in (first, until))
            for offset in {DEFAULT_OFFSET, *offsets.values()}
        }
        self._bounds = {gate: bounds[offset] for gate, offset in offsets.items()}
        self._usual = bounds[DEFAULT_OFFSET]
        self.start = min(start for start, _ in bounds.values())
        self.end = max(end for _, end in bounds.values())
        self.alike = len(bounds) == 1

    def hold(self, gate: int, instant: str) -> bool:
        """Whether a moment at a gate lies in these days."""
        start, end = self._bounds.get(gate, self._usual)
        return start <= instant < end


_LineKey = tuple[int, int, int]


@dataclass(frozen=True)
class _Odd:
    """A finding before its lines are read: their keys."""

    kind: CardFindingKind
    first: _LineKey | None
    second: _LineKey


def _crossings_of_travellers(connection: Connection, days: _Days) -> Sequence[Any]:
    """Every crossing in some days of the cards that were used away from home in them, by card and time: only what
    the index holds, for the lines themselves are ten times wider."""
    e = _entries.c
    card = (e.pass_gate, e.pass_book, e.pass_number)
    between = (e.instant >= days.start, e.instant < days.end)
    away = select(*card).where(e.gate != e.pass_gate, *between).distinct().subquery()
    same = (
        (e.pass_gate == away.c.pass_gate)
        & (e.pass_book == away.c.pass_book)
        & (e.pass_number == away.c.pass_number)
    )
    columns = (*card, e.instant, e.gate, e.epoch, e.seq, e.direction)
    wanted = select(*columns).select_from(away.join(_entries, same)).where(*_stands(), *between)
    with looking_up(connection):
        return connection.execute(wanted.order_by(*card, e.instant, e.gate, e.epoch, e.seq)).all()


def _stands() -> tuple[ColumnElement[bool], ...]:
    """Lines that prove that a card was there."""
    e = _entries.c
    return (e.voided_at.is_(None), e.outcome == "passed", e.inferred.is_(False))


def _too_fast(crossings: Sequence[Any], minutes: int) -> Iterator[_Odd]:
    for before, after in pairwise(crossings):
        if before.gate == after.gate:
            continue
        apart = datetime.fromisoformat(after.instant) - datetime.fromisoformat(before.instant)
        if apart < timedelta(minutes=minutes):
            yield _Odd(CardFindingKind.TOO_FAST, _key(before), _key(after))


def _two_places(crossings: Sequence[Any]) -> Iterator[_Odd]:
    inside: dict[int, Any] = {}
    elsewhere: dict[int, list[Any]] = {}
    for row in crossings:
        came_in = inside.pop(row.gate, None)
        between = elsewhere.pop(row.gate, [])
        if came_in is not None and row.direction == "out":
            # Out and in again elsewhere would have been seen here; so the other one is another card.
            yield from (_Odd(CardFindingKind.TWO_PLACES, _key(came_in), _key(one)) for one in between)
        for gate in inside:
            elsewhere[gate].append(row)
        if row.direction == "in":
            inside[row.gate], elsewhere[row.gate] = row, []


def _revoked_elsewhere(connection: Connection, days: _Days) -> Iterator[_Odd]:
    e, p, s = _entries.c, _passes.c, _stopped.c
    where = (e.gate != e.pass_gate, e.instant >= days.start, e.instant < days.end, *_stands())
    columns = (e.gate, e.epoch, e.seq, e.instant)
    own = (p.gate == e.pass_gate) & (p.book == e.pass_book) & (p.number == e.pass_number)
    by_gate = select(*columns, p.revoked_at.label("stopped")).select_from(_passes.join(_entries, own))
    stopped = (s.gate == e.pass_gate) & (s.book == e.pass_book) & (s.number == e.pass_number)
    by_post = select(*columns, s.at.label("stopped")).select_from(_stopped.join(_entries, stopped))
    seen: set[_LineKey] = set()
    for wanted in (by_gate.where(p.revoked_at.is_not(None)), by_post):
        with looking_up(connection):
            rows = connection.execute(wanted.where(*where)).all()
        for row in rows:
            late = row.instant > instant_of(row.stopped)
            if late and _key(row) not in seen and days.hold(row.gate, row.instant):
                seen.add(_key(row))
                yield _Odd(CardFindingKind.REVOKED_ELSEWHERE, None, _key(row))


def _key(row: Any) -> _LineKey:
    return (row.gate, row.epoch, row.seq)


_AT_ONCE = 200


def _told(connection: Connection, odd: Sequence[_Odd]) -> list[CardFinding]:
    """The findings with what their lines say."""
    e = _entries.c
    wanted = sorted({key for one in odd for key in (one.first, one.second) if key is not None})
    columns = (e.gate, e.epoch, e.seq, e.time, e.direction, e.name, e.pass_gate, e.pass_book, e.pass_number)
    lines: dict[_LineKey, Any] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = tuple_(e.gate, e.epoch, e.seq).in_(wanted[start : start + _AT_ONCE])
        lines |= {_key(row): row for row in connection.execute(select(*columns).where(some))}
    return [
        CardFinding(
            one.kind,
            _card(lines[one.second]),
            lines[one.second].name,
            _seen(lines[one.first]) if one.first is not None else None,
            _seen(lines[one.second]),
        )
        for one in odd
    ]


def _seen(row: Any) -> Seen:
    return Seen(row.gate, row.epoch, row.seq, row.time, row.direction)


def _card(row: Any) -> PassId:
    found = pass_of(row)
    assert found is not None
    return found


def _name_of(connection: Connection, id: PassId) -> str:
    key = {"gate": id.gate, "book": id.book.value, "number": id.number}
    return connection.scalar(select(_passes.c.name).where(models.same_key(_passes, key))) or ""


def _ahead(connection: Connection, post: int, since: date) -> Iterator[ClockFinding]:
    a = _arrivals.c
    wanted = select(a.gate, a.at, a.latest_at).where(a.post == post, a.latest_at >= since.isoformat())
    for row in connection.execute(wanted):
        by = from_stamp(row.latest_at) - from_stamp(row.at)
        if by > CLOCK_SLACK:
            yield ClockFinding(row.gate, ClockFindingKind.AHEAD, row.latest_at, int(by.total_seconds()))


def _noted(connection: Connection, since: date) -> Iterator[ClockFinding]:
    l = _lines.c  # noqa: E741
    # The kind stands in the statement itself: only so is the small index used.
    clock = literal_column("kind") == literal_column("'clock.noted'")
    wanted = select(l.gate, l.at, l.body).where(clock, l.at >= since.isoformat(), l.body.is_not(None))
    # Reading all lines for it takes minutes, and SQLite may think that those of the clock are as many.
    wanted = wanted.with_hint(_lines, "INDEXED BY lines_of_clock", "sqlite")
    for row in connection.execute(wanted):
        try:
            noted = msgspec.json.decode(row.body, type=ClockNoted)
            yield ClockFinding(row.gate, ClockFindingKind(noted.anomaly), row.at, noted.by_seconds)
        except (msgspec.DecodeError, ValueError):
            continue  # a stray, or an anomaly that a later version knows
