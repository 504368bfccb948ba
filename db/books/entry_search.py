"""Finding lines of a day: what the page of entries lists, counted for its filters, and one line with all about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select, tuple_

from db import models
from db.books.entries import Entry, to_entry
from db.books.holds import Hold, get_hold, holds_of_day
from db.books.pass_words import passes_with
from db.books.refusals import RefusedScan, refusals_of_day
from db.times import instant_of

_entries, _refusals, _holds = models.entries, models.refusals, models.holds
_TOGETHER = 400


class LineKind(StrEnum):
    """What a line of the day is: numbered, held and not yet ended, or refused (both without a number)."""

    ENTRY = "entry"
    HELD = "held"
    REFUSED = "refused"


class LineKey(NamedTuple):
    """A line of the own gate by which a row is loaded."""

    kind: LineKind
    epoch: int
    seq: int


class Show(StrEnum):
    """The filters of the page. `IN` and `OUT` are the crossings that stand, as the counters of a day have them: a
    line of someone turned away is under `FEVER`, a void one under `VOIDED`, and both under `ALL`."""

    ALL = "all"
    IN = "in"
    OUT = "out"
    FEVER = "fever"
    NO_CARD = "no_card"
    VOIDED = "voided"
    REFUSED = "refused"


class EntrySort(StrEnum):
    """What the page can be sorted by; `WRITTEN` is the order of the ledger."""

    WRITTEN = "written"
    NO = "no"
    TIME = "time"
    NAME = "name"
    TEMPERATURE = "temperature"


@dataclass(frozen=True)
class Wanted:
    """Which lines: of a day, of a book, by an operator's id, with what was typed (a name's part, initials, a pass
    or day number). `refused` adds refused scans and people turned away without a card."""

    day: str
    show: Show = Show.ALL
    book: str | None = None
    operator: str | None = None
    typed: str = ""
    refused: bool = True
    sort: EntrySort = EntrySort.WRITTEN
    descending: bool = True


@dataclass(frozen=True)
class FoundLines:
    """The lines found, in order, how many each filter would show, and who recorded on that day."""

    keys: list[LineKey]
    counts: dict[Show, int]
    operators: list[str] = field(default_factory=list)


def find_lines(connection: Connection, gate: int, wanted: Wanted, fever_tenths: int) -> FoundLines:
    """The lines of a day that are wanted. A fever is a reading at or over `fever_tenths`, or one that was held."""
    rows: list[tuple[tuple[Any, ...], LineKey]] = []
    here = _of_entries(gate, wanted)
    counts = _count(connection, here, fever_tenths)
    if wanted.show is not Show.REFUSED:
        shown = _shown(wanted.show, fever_tenths)
        for row in connection.execute(_SELECT.where(*here, *shown)):
            rows.append((_order(wanted.sort, row), LineKey(LineKind.ENTRY, row.epoch, row.seq)))
    held, refused = _others(connection, gate, wanted)
    counts[Show.FEVER] += len(held)
    counts[Show.REFUSED] = len(refused)
    counts[Show.ALL] += len(held) + (len(refused) if wanted.refused else 0)
    if wanted.show in (Show.ALL, Show.FEVER):
        rows += [(_order(wanted.sort, hold), LineKey(LineKind.HELD, hold.epoch, hold.seq)) for hold in held]
    if wanted.show is Show.REFUSED or (wanted.show is Show.ALL and wanted.refused):
        rows += [(_order(wanted.sort, one), LineKey(LineKind.REFUSED, one.epoch, one.seq)) for one in refused]
    rows.sort(key=lambda pair: pair[0], reverse=wanted.descending)
    operators = select(_entries.c.operator).where(_entries.c.gate == gate, _entries.c.day == wanted.day)
    return FoundLines([key for _, key in rows], counts, sorted(connection.scalars(operators.distinct())))


def load_lines(
    connection: Connection, gate: int, day: str, keys: Iterable[LineKey]
) -> dict[LineKey, Entry | Hold | RefusedScan]:
    """The lines of some keys; those that no longer exist are absent."""
    found: dict[LineKey, Entry | Hold | RefusedScan] = {}
    wanted = list(keys)
    numbered = [(key.epoch, key.seq) for key in wanted if key.kind is LineKind.ENTRY]
    for start in range(0, len(numbered), _TOGETHER):
        some = tuple_(_entries.c.epoch, _entries.c.seq).in_(numbered[start : start + _TOGETHER])
        for row in connection.execute(select(_entries).where(_entries.c.gate == gate, some)):
            found[LineKey(LineKind.ENTRY, row.epoch, row.seq)] = to_entry(row)
    others = {key for key in wanted if key.kind is not LineKind.ENTRY}
    if others:
        lines: Sequence[tuple[LineKind, Hold | RefusedScan]] = [
            *((LineKind.HELD, hold) for hold in holds_of_day(connection, gate, day)),
            *((LineKind.REFUSED, one) for one in refusals_of_day(connection, gate, day)),
        ]
        for kind, line in lines:
            key = LineKey(kind, line.epoch, line.seq)
            if key in others:
                found[key] = line
    return found


@dataclass(frozen=True)
class LineStory:
    """A numbered line with what belongs to it: the hold it ended, and the lines that were written for the same
    moment when it was corrected, in order."""

    entry: Entry
    hold: Hold | None
    versions: tuple[Entry, ...]


def story_of(connection: Connection, entry: Entry) -> LineStory:
    """What belongs to a line."""
    hold = get_hold(connection, entry.gate, entry.held) if entry.held is not None else None
    e = _entries.c
    same = select(_entries).where(e.gate == entry.gate, e.day == entry.day, e.time == entry.time)
    versions = [to_entry(row) for row in connection.execute(same.order_by(e.epoch, e.seq))]
    # Two people can be written from paper for the same minute: a line that stands beside another is its own.
    standing = [one for one in versions if one.voided_at is None]
    corrected = len(versions) > 1 and len(standing) <= 1
    return LineStory(entry, hold, tuple(versions) if corrected else ())


_SELECT = select(
    _entries.c.epoch,
    _entries.c.seq,
    _entries.c.no,
    _entries.c.instant,
    _entries.c.name,
    _entries.c.temp_tenths,
)


def _of_entries(gate: int, wanted: Wanted) -> list[ColumnElement[bool]]:
    e = _entries.c
    here = [e.gate == gate, e.day == wanted.day]
    if wanted.book is not None:
        here.append(e.book == wanted.book)
    if wanted.operator is not None:
        here.append(e.operator == wanted.operator)
    typed = wanted.typed.strip()
    if typed:
        ways = [e.name.contains(typed, autoescape=True), e.unit.contains(typed, autoescape=True)]
        if typed.isascii() and typed.isdigit() and len(typed) <= 6:
            ways.append(e.no == int(typed))
        found = passes_with(typed, gate)
        if found is not None:
            words = found.subquery()
            ways.append(
                tuple_(e.pass_gate, e.pass_book, e.pass_number).in_(
                    select(words.c.gate, words.c.book, words.c.number)
                )
            )
        here.append(or_(*ways))
    return here


def _fever(fever_tenths: int) -> ColumnElement[bool]:
    e = _entries.c
    return or_(e.temp_tenths >= fever_tenths, e.held.is_not(None))


def _shown(show: Show, fever_tenths: int) -> list[ColumnElement[bool]]:
    e = _entries.c
    crossed = (e.voided_at.is_(None), e.outcome == "passed")
    conditions: dict[Show, ColumnElement[bool]] = {
        Show.IN: and_(e.direction == "in", *crossed),
        Show.OUT: and_(e.direction == "out", *crossed),
        Show.FEVER: _fever(fever_tenths),
        Show.NO_CARD: e.pass_gate.is_(None),
        Show.VOIDED: e.voided_at.is_not(None),
    }
    return [conditions[show]] if show in conditions else []


def _count(connection: Connection, here: list[ColumnElement[bool]], fever_tenths: int) -> dict[Show, int]:
    shows = [Show.IN, Show.OUT, Show.FEVER, Show.NO_CARD, Show.VOIDED]
    sums = [func.coalesce(func.sum(case((_shown(show, fever_tenths)[0], 1), else_=0)), 0) for show in shows]
    row = connection.execute(select(func.count(), *sums).select_from(_entries).where(*here)).one()
    return {Show.ALL: row[0], Show.REFUSED: 0} | dict(zip(shows, row[1:], strict=True))


def _others(connection: Connection, gate: int, wanted: Wanted) -> tuple[list[Hold], list[RefusedScan]]:
    """The day's open holds and refused scans. They have no operator of their own in their views, and few they are:
    what is asked of numbered lines by the database is asked of these here."""
    if wanted.operator is not None:
        return [], []
    typed = wanted.typed.strip().casefold()

    def fits(book: str | None, name: str, pass_id: Any) -> bool:
        number = pass_id.human().casefold() if pass_id else ""
        chinese = pass_id.human(chinese=True) if pass_id else ""
        return (wanted.book is None or wanted.book == book) and (
            not typed or typed in name.casefold() or typed in number or typed in chinese
        )

    held = [
        hold
        for hold in holds_of_day(connection, gate, wanted.day)
        if hold.outcome is None and fits(hold.book, hold.name, hold.pass_id)
    ]
    refused = [
        one
        for one in refusals_of_day(connection, gate, wanted.day)
        if fits(one.pass_id.book.value if one.pass_id else None, one.name, one.pass_id)
    ]
    return held, refused


def _order(sort: EntrySort, row: Any) -> tuple[Any, ...]:
    """What a line is sorted by; lines without a number or a temperature come before those with."""
    written = (row.epoch, row.seq)
    if sort is EntrySort.WRITTEN:
        return written
    if sort is EntrySort.NAME:
        return (row.name, *written)
    if sort is EntrySort.NO:
        return (getattr(row, "no", 0), *written)
    if sort is EntrySort.TEMPERATURE:
        return (getattr(row, "temp_tenths", None) or 0, *written)
    return (getattr(row, "instant", None) or instant_of(row.at), *written)
