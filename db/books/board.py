"""The coverage board of a command post: its gates by days, what came of each and what is missing, and the totals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, case, func, select

from db import desk_models, models, trust_models
from db.books.arrivals import Missing, missing_lines
from db.books.days import ENTRY_BOOKS, Tally
from db.books.pass_id import Book
from db.books.posts import Admission, GateState, admissions
from db.times import from_stamp

_counts, _arrivals = desk_models.day_counts, desk_models.arrivals
_held, _forks = desk_models.held_lines, desk_models.forks
_inside_counts = desk_models.inside_counts
_gates, _compounds = models.gates, trust_models.compounds

DUE_HOUR = 12
"""A day's lines are due at the post by noon of the next day."""


class DayState(StrEnum):
    """What the post has of a gate's day.

    `NOT_KEPT` before the gate was opened or after it was retired; `PENDING` not complete, and not due yet; `MISSING`
    nothing of it came in time; `PARTIAL` some did, and its end did not; `GAP` lines of it came, but lines before them
    are missing or contradict; `RECEIVED` all of it is here."""

    NOT_KEPT = "not_kept"
    PENDING = "pending"
    MISSING = "missing"
    PARTIAL = "partial"
    GAP = "gap"
    RECEIVED = "received"


@dataclass(frozen=True)
class DayCounts:
    """A day of one gate or of many, added up. `sealed`: how many days are sealed. `ways`: crossings that stand, in and
    out of each book in the order of `ENTRY_BOOKS`; see `books`."""

    entries: int = 0
    voided: int = 0
    turned_away: int = 0
    fevers: int = 0
    refused: int = 0
    incidents: int = 0
    sealed: int = 0
    ways: tuple[int, ...] = (0, 0) * len(ENTRY_BOOKS)

    @property
    def books(self) -> dict[str, Tally]:
        """Crossings that stand, by book."""
        return {book: Tally(self.ways[2 * at], self.ways[2 * at + 1]) for at, book in enumerate(ENTRY_BOOKS)}

    @property
    def crossed(self) -> Tally:
        """All who crossed."""
        return Tally(sum(self.ways[::2]), sum(self.ways[1::2]))

    @property
    def nothing_to_report(self) -> bool:
        """No fever, no incident, nothing refused."""
        return not (self.fevers or self.incidents or self.refused)


_NUMBERS = ("entries", "voided", "turned_away", "fevers", "refused", "incidents", "sealed")
_WAYS = [f"{book}_{way}" for book in ENTRY_BOOKS for way in ("in", "out")]
_NOTHING = DayCounts()


def added_up(counts: Iterable[DayCounts]) -> DayCounts:
    """Days together."""
    some = [one for one in counts if one is not _NOTHING]
    numbers = [sum(getattr(one, name) for one in some) for name in _NUMBERS]
    return _to_counts([*numbers, *(sum(one.ways[at] for one in some) for at in range(len(_WAYS)))])


def _to_counts(counted: Sequence[Any]) -> DayCounts:
    entries, voided, turned_away, fevers, refused, incidents, sealed, *ways = counted
    return DayCounts(entries, voided, turned_away, fevers, refused, incidents, sealed, tuple(ways))


@dataclass(frozen=True)
class Cell:
    """A gate's day on the board. `zero` is a zero report: all of it came and there is nothing to report. `late`: its
    end came after it was due. `came_at` is when it was complete, by the post's clock."""

    day: str
    state: DayState
    zero: bool
    late: bool
    came_at: str | None
    counts: DayCounts


@dataclass(frozen=True)
class BoardRow:
    """A gate on the board. `last_at` is the moment of the last of its lines that counts, `forks` are (epoch, seq)."""

    gate: int
    name: str
    compound: str
    area: str
    state: GateState
    last_at: str | None
    missing: tuple[Missing, ...]
    forks: tuple[tuple[int, int], ...]
    inside: dict[Book, int]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Board:
    """Gates by days, in the order of areas, compounds and numbers."""

    days: tuple[str, ...]
    rows: tuple[BoardRow, ...]

    def on(self, day: str) -> DayCounts:
        """A day of all gates."""
        at = self.days.index(day) if day in self.days else None
        return added_up(row.cells[at].counts for row in self.rows) if at is not None else _NOTHING

    @property
    def total(self) -> DayCounts:
        """All days of all gates."""
        return added_up(cell.counts for row in self.rows for cell in row.cells)

    @property
    def inside(self) -> dict[Book, int]:
        """How many holders are inside, at all gates."""
        return {book: sum(row.inside[book] for row in self.rows) for book in Book}


def board(
    connection: Connection, post: int, now: datetime, first: date, last: date, due_hour: int = DUE_HOUR
) -> Board:
    """The board of `post` from one day to another, both on it, as it stands at the moment `now` of the post's clock."""
    days = tuple((first + timedelta(days)).isoformat() for days in range((last - first).days + 1))
    due = {day: _due(day, now, due_hour) for day in days}
    counts = _read_counts(connection, days)
    arrivals = _read_arrivals(connection, post)
    inside, areas = _read_inside(connection), _read_areas(connection, post)
    opened = {
        row.gate: row.opened_at[:10] for row in connection.execute(select(_gates.c.gate, _gates.c.opened_at))
    }
    wrong = _read_wrong(connection)
    rows = []
    for gate in admissions(connection, post):
        mine = arrivals.get(gate.gate, _Coming())
        trouble = wrong.get(gate.gate, _Wrong())
        admitted = from_stamp(gate.at)
        since = min(opened.get(gate.gate, gate.at[:10]), gate.at[:10])
        until = gate.at[:10] if gate.state is not GateState.ADMITTED else None
        cells = tuple(
            _cell(day, now, max(due[day], admitted), mine, trouble, counts.get((gate.gate, day)))
            if since <= day and (until is None or day <= until)
            else Cell(day, DayState.NOT_KEPT, False, False, None, counts.get((gate.gate, day), _NOTHING))
            for day in days
        )
        rows.append(_row(gate, areas, mine, trouble, inside, cells))
    rows.sort(key=lambda row: (row.area, row.compound, row.gate))
    return Board(days, tuple(rows))


class _Coming:
    """What came of one gate, and when each day was complete."""

    def __init__(self, rows: Sequence[Any] = ()) -> None:
        self.spans = [(row.from_day, row.until_day) for row in rows if row.from_day]
        self.last_at = max((row.latest_at for row in rows if row.latest_at), default=None)
        self._at = [row.at for row in rows]
        # As far as which day all is here after each arrival: never less than after the one before.
        self._through = list(accumulate((_through(row) for row in rows), max))

    def complete_at(self, day: str) -> str | None:
        """When the end of a day came; None where it has not."""
        place = bisect_left(self._through, day)
        return self._at[place] if place < len(self._at) else None

    def some_of(self, day: str) -> bool:
        """Whether lines of this day, or around it, came."""
        return any(first <= day <= last for first, last in self.spans)


def _through(row: Any) -> str:
    before = (date.fromisoformat(row.until_day) - timedelta(days=1)).isoformat()
    return max(before, row.sealed_day or "")


@dataclass
class _Wrong:
    missing: list[Missing] = field(default_factory=list)
    forks: list[tuple[int, int]] = field(default_factory=list)
    held_until: str = ""


def _cell(
    day: str, now: datetime, due: datetime, came: _Coming, wrong: _Wrong, counts: DayCounts | None
) -> Cell:
    counts = counts or _NOTHING
    came_at = came.complete_at(day)
    if came_at is not None:
        late = from_stamp(came_at) > due
        return Cell(day, DayState.RECEIVED, counts.nothing_to_report, late, came_at, counts)
    some = bool(counts.entries) or came.some_of(day)
    if (wrong.missing or wrong.forks) and wrong.held_until >= day:
        state = DayState.GAP
    elif now <= due:
        state = DayState.PENDING
    else:
        state = DayState.PARTIAL if some else DayState.MISSING
    return Cell(day, state, False, False, None, counts)


def _row(
    gate: Admission,
    areas: dict[str, tuple[str, str]],
    came: _Coming,
    wrong: _Wrong,
    inside: dict[tuple[int, str], int],
    cells: tuple[Cell, ...],
) -> BoardRow:
    compound, area = areas.get(gate.compound, (gate.compound, ""))
    return BoardRow(
        gate=gate.gate,
        name=gate.name,
        compound=compound,
        area=area,
        state=gate.state,
        last_at=came.last_at,
        missing=tuple(wrong.missing),
        forks=tuple(wrong.forks),
        inside={book: inside.get((gate.gate, book.value), 0) for book in Book},
        cells=cells,
    )


def _due(day: str, now: datetime, hour: int) -> datetime:
    return datetime.combine(date.fromisoformat(day) + timedelta(1), time(hour), now.tzinfo)


def _read_counts(connection: Connection, days: Sequence[str]) -> dict[tuple[int, str], DayCounts]:
    """The counts of each gate's day."""
    if not days:
        return {}
    c = _counts.c
    sealed = case((c.sealed.is_(None), 0), else_=1).label("sealed")
    numbers = [sealed if name == "sealed" else c[name] for name in (*_NUMBERS, *_WAYS)]
    wanted = select(c.gate, c.day, *numbers).where(c.day >= days[0], c.day <= days[-1])
    return {(gate, day): _to_counts(counted) for gate, day, *counted in connection.execute(wanted)}


def _read_arrivals(connection: Connection, post: int) -> dict[int, _Coming]:
    a = _arrivals.c
    wanted = select(a.gate, a.at, a.from_day, a.until_day, a.sealed_day, a.latest_at)
    wanted = wanted.where(a.post == post, a.until_day.is_not(None)).order_by(a.epoch, a.seq)
    found: dict[int, list[Any]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.gate, []).append(row)
    return {gate: _Coming(rows) for gate, rows in found.items()}


def _read_inside(connection: Connection) -> dict[tuple[int, str], int]:
    return {(row.gate, row.book): row.holders for row in connection.execute(select(_inside_counts))}


def _read_areas(connection: Connection, post: int) -> dict[str, tuple[str, str]]:
    """(name, area) of each compound, by its id and by its name."""
    found: dict[str, tuple[str, str]] = {}
    rows = connection.execute(select(_compounds).where(_compounds.c.post == post)).all()
    for row in rows:
        found[row.name] = (row.name, row.area)
    for row in rows:
        found[row.id] = (row.name, row.area)
    return found


def _read_wrong(connection: Connection) -> dict[int, _Wrong]:
    found: dict[int, _Wrong] = {}
    for missing in missing_lines(connection):
        found.setdefault(missing.gate, _Wrong()).missing.append(missing)
    for fork in connection.execute(select(_forks).order_by(_forks.c.gate, _forks.c.epoch, _forks.c.seq)):
        found.setdefault(fork.gate, _Wrong()).forks.append((fork.epoch, fork.seq))
    last = select(_held.c.gate, func.max(func.substr(_held.c.at, 1, 10))).where(_held.c.why != "rejected")
    for gate, day in connection.execute(last.group_by(_held.c.gate)):
        found.setdefault(gate, _Wrong()).held_until = day
    return found
