"""What only the whole can see: cards and clocks that one gate alone finds in order.

Nothing of it is written into a view: lines of one gate change only that gate's rows, so that it never matters in which
order gates came in. It is asked of the views when somebody looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any

import msgspec
from sqlalchemy import Connection, func, literal_column, select

from db import desk_models, models, trust_models
from db.books.entries import pass_of
from db.books.pass_id import PassId
from db.ledger.append import ClockNoted
from db.times import DEFAULT_OFFSET, from_stamp, instant_of

_entries, _presence, _passes = models.entries, models.presence, models.passes
_arrivals, _lines = desk_models.arrivals, models.lines

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
    """Cards that are inside at two gates or more, by number."""
    p = _presence.c
    card = (p.pass_gate, p.pass_book, p.pass_number)
    twice = select(*card).where(p.direction == "in").group_by(*card).having(func.count() > 1).subquery()
    same = (
        (p.pass_gate == twice.c.pass_gate)
        & (p.pass_book == twice.c.pass_book)
        & (p.pass_number == twice.c.pass_number)
    )
    wanted = select(_presence).join(twice, same).where(p.direction == "in").order_by(*card, p.instant, p.gate)
    found = []
    for id, rows in groupby(connection.execute(wanted).all(), key=_card):
        at = tuple((row.gate, row.time) for row in rows)
        found.append(InsideTwice(id, _name_of(connection, id), at))
    return found


def card_findings(
    connection: Connection, first: date, last: date, too_fast_minutes: int = TOO_FAST_MINUTES
) -> list[CardFinding]:
    """What is odd about cards that were used away from home from one day to another, in the order of time. Lines that
    were voided or only inferred count for nothing."""
    since, until = first.isoformat(), (last + timedelta(days=1)).isoformat()
    span = _span(connection, since, until)
    rows = _crossings_of_travellers(connection, *span)
    found: list[CardFinding] = []
    for _, mine in groupby(rows, key=_card):
        crossings = [row for row in mine if since <= row.day < until]
        found += _too_fast(crossings, too_fast_minutes)
        found += _two_places(crossings)
    found += _revoked_elsewhere(connection, since, until, *span)
    return sorted(found, key=lambda one: (instant_of(one.second.time), one.pass_id, one.kind))


def clock_findings(connection: Connection, post: int, since: date) -> list[ClockFinding]:
    """Gates whose clock was off on a day or later, each with its worst case of each kind, by number."""
    worst: dict[tuple[int, ClockFindingKind], ClockFinding] = {}
    for one in (*_ahead(connection, post, since), *_noted(connection, since)):
        before = worst.get((one.gate, one.kind))
        if before is None or one.seconds > before.seconds:
            worst[one.gate, one.kind] = one
    return [worst[key] for key in sorted(worst)]


def _crossings_of_travellers(connection: Connection, since: str, until: str) -> Sequence[Any]:
    """Every crossing in a span of time of the cards that were used away from home in it, by card and time."""
    e = _entries.c
    card = (e.pass_gate, e.pass_book, e.pass_number)
    away = (
        select(*card)
        .where(e.gate != e.pass_gate, e.instant >= since, e.instant < until)
        .distinct()
        .subquery()
    )
    same = (
        (e.pass_gate == away.c.pass_gate)
        & (e.pass_book == away.c.pass_book)
        & (e.pass_number == away.c.pass_number)
    )
    columns = (*card, e.gate, e.epoch, e.seq, e.day, e.time, e.instant, e.direction, e.name)
    stands = (e.voided_at.is_(None), e.outcome == "passed", e.inferred.is_(False))
    wanted = select(*columns).select_from(away.join(_entries, same))
    wanted = wanted.where(*stands, e.instant >= since, e.instant < until)
    return connection.execute(wanted.order_by(*card, e.instant, e.gate, e.epoch, e.seq)).all()


def _too_fast(crossings: Sequence[Any], minutes: int) -> Iterator[CardFinding]:
    for before, after in pairwise(crossings):
        apart = from_stamp(after.time) - from_stamp(before.time)
        if before.gate != after.gate and apart < timedelta(minutes=minutes):
            yield _finding(CardFindingKind.TOO_FAST, before, after)


def _two_places(crossings: Sequence[Any]) -> Iterator[CardFinding]:
    inside: dict[int, Any] = {}
    elsewhere: dict[int, list[Any]] = {}
    for row in crossings:
        came_in = inside.pop(row.gate, None)
        between = elsewhere.pop(row.gate, [])
        if came_in is not None and row.direction == "out":
            # Out and in again elsewhere would have been seen here; so the other one is another card.
            yield from (_finding(CardFindingKind.TWO_PLACES, came_in, one) for one in between)
        for gate in inside:
            elsewhere[gate].append(row)
        if row.direction == "in":
            inside[row.gate], elsewhere[row.gate] = row, []


def _revoked_elsewhere(
    connection: Connection, since: str, until: str, start: str, end: str
) -> Iterator[CardFinding]:
    e, p, s = _entries.c, _passes.c, trust_models.stopped_passes.c
    away = (e.gate != e.pass_gate, e.instant >= start, e.instant < end)
    where = (*away, e.voided_at.is_(None), e.outcome == "passed", e.inferred.is_(False))
    columns = (
        e.pass_gate,
        e.pass_book,
        e.pass_number,
        e.gate,
        e.epoch,
        e.seq,
        e.day,
        e.time,
        e.direction,
        e.name,
    )
    own = (p.gate == e.pass_gate) & (p.book == e.pass_book) & (p.number == e.pass_number)
    by_gate = select(*columns, p.revoked_at.label("stopped")).join(_passes, own).where(*where)
    stopped = (s.gate == e.pass_gate) & (s.book == e.pass_book) & (s.number == e.pass_number)
    by_post = select(*columns, s.at.label("stopped")).join(trust_models.stopped_passes, stopped).where(*where)
    seen: set[tuple[int, int, int]] = set()
    for wanted in (by_gate.where(p.revoked_at.is_not(None)), by_post):
        for row in connection.execute(wanted):
            key = (row.gate, row.epoch, row.seq)
            late = instant_of(row.time) > instant_of(row.stopped)
            if late and key not in seen and since <= row.day < until:
                seen.add(key)
                yield _finding(CardFindingKind.REVOKED_ELSEWHERE, None, row)


def _finding(kind: CardFindingKind, first: Any, second: Any) -> CardFinding:
    return CardFinding(
        kind, _card(second), second.name, _seen(first) if first is not None else None, _seen(second)
    )


def _seen(row: Any) -> Seen:
    return Seen(row.gate, row.epoch, row.seq, row.time, row.direction)


def _card(row: Any) -> PassId:
    found = pass_of(row)
    assert found is not None
    return found


def _name_of(connection: Connection, id: PassId) -> str:
    key = {"gate": id.gate, "book": id.book.value, "number": id.number}
    return connection.scalar(select(_passes.c.name).where(models.same_key(_passes, key))) or ""


def _span(connection: Connection, since: str, until: str) -> tuple[str, str]:
    """The moments between which a day at any gate begins on `since` or later and ends before `until`."""
    offsets = connection.scalars(select(models.gates.c.offset).distinct()).all() or [DEFAULT_OFFSET]
    starts = [instant_of(f"{since}T00:00:00.000{offset}") for offset in offsets]
    ends = [instant_of(f"{until}T00:00:00.000{offset}") for offset in offsets]
    return min(starts), max(ends)


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
    for row in connection.execute(wanted):
        try:
            noted = msgspec.json.decode(row.body, type=ClockNoted)
            yield ClockFinding(row.gate, ClockFindingKind(noted.anomaly), row.at, noted.by_seconds)
        except (msgspec.DecodeError, ValueError):
            continue  # a stray, or an anomaly that a later version knows
