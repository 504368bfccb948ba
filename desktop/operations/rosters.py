"""Lists handed in by units: read and judged, mended, issued in small parts, and what is rejected handed back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from db.books.checked import cell_text
from db.books.issuing import bind_blank, issue_passes
from db.books.papers import Paper, checked_text
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Holder, people_with
from db.books.person import CellValue, Field, IdType, PersonValues
from db.errors import Denied, GatebookError, Refusal, RefusalCode
from db.exchange.rosters import (
    Roster,
    RosterRow,
    mark_repeats,
    read_roster,
    recheck,
    recheck_row,
    write_rejected,
)
from db.exchange.rosters.in_hand import HandedIn, Held, in_hand
from db.exchange.rosters.roster import entries_of
from db.ledger.append import Ledger
from db.register import Register
from db.settings import read_settings
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.operations.passes import Write, run_here
from desktop.tasks import Progress

ROWS_AT_ONCE = 100
"""Rows issued in one transaction: the gate waits no longer than these take."""
_LARGE = 5000
"""Rows from which on a list is kept out of the search for lost cycles."""
_FIRST_DAY = date(2020, 1, 1)
"""The first day that a district token can carry."""


@dataclass(frozen=True)
class Issued:
    """What came of issuing a list. `numbers`: (row, pass) in order; `repeats`: rows whose person had got a pass in
    the meantime; `refused`: rows that could not be issued, and why; `stopped`: why the rest was not done."""

    numbers: tuple[tuple[int, PassId], ...]
    repeats: tuple[int, ...] = ()
    refused: tuple[tuple[int, GatebookError], ...] = ()
    stopped: GatebookError | None = None

    @property
    def ids(self) -> tuple[PassId, ...]:
        """The passes issued."""
        return tuple(id for _, id in self.numbers)


@dataclass(frozen=True)
class _Part:
    numbers: list[tuple[int, PassId]]
    repeats: list[int]
    refused: list[tuple[int, GatebookError]]


@dataclass(frozen=True)
class Said:
    """What a person says of a list: `book` is for those without a category, `valid_until` for those without a last day
    (None: the usual one); `sheet`, `header_row` and `mapping` where the table did not tell by itself."""

    book: Book | None = None
    valid_until: date | None = None
    sheet: str | None = None
    header_row: int | None = None
    mapping: Mapping[int, Field] | None = None


def usual_last_day(register: Register) -> date:
    """The last day that a pass gets here where nobody chose one."""
    with register.reading() as connection:
        days = read_settings(connection).valid_days
    return register.clock.today() + timedelta(days=days)


def read_list(
    register: Register,
    path: Path,
    said: Said,
    progress: Progress | None = None,
) -> Roster:
    """Reads a list and judges every row, repeats and people who hold a pass already included. Nothing is issued.

    Raises `Refusal` and `Fault` as `db.exchange.rosters.read_roster`, `CANCELLED` among them."""
    roster = read_roster(
        path,
        today=register.clock.today(),
        book=said.book,
        default_valid_until=said.valid_until or usual_last_day(register),
        sheet=said.sheet,
        header_row=said.header_row,
        mapping=said.mapping,
        progress=(lambda done, total: progress.report(done, total)) if progress is not None else None,
        cancelled=(lambda: progress.cancelled) if progress is not None else None,
    )
    held = held_by(register, roster)
    return replace(roster, rows=mark_repeats(roster.rows, roster.columns, _known(held))) if held else roster


def hand_in(
    register: Register,
    path: Path,
    said: Said,
    progress: Progress | None = None,
) -> HandedIn:
    """`read_list`, with what a page needs to show it and to mend it quickly."""
    with _no_collections() as keep_aside:
        roster = read_list(register, path, said, progress)
        handed = in_hand(roster, held_by(register, roster))
        if len(roster.rows) > _LARGE:
            keep_aside()
    return handed


@contextmanager
def _no_collections() -> Iterator[Callable[[], None]]:
    """No search for lost cycles while a list is read, and with the function given none among its rows later.

    A list of 50,000 rows is two million objects; each walk through all of them would hold up the window for a
    tenth of a second. They are let go by reference count like any other."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield gc.freeze
    finally:
        if was_on:
            gc.enable()


def mend_row(register: Register, handed: HandedIn, row: int, changed: Mapping[Field, CellValue]) -> HandedIn:
    """`mend` for a list in hand."""
    mended = mend(register, handed.roster, row, changed, handed.held)
    id_no = mended.row(row).values.id_no or ""
    return in_hand(mended, {**handed.held, **_held(register, [id_no])})


def hand_in_for(register: Register, handed: HandedIn, book: Book | None, valid_until: date) -> HandedIn:
    """`put_into` for a list in hand."""
    roster = put_into(register, handed.roster, book, valid_until)
    return in_hand(roster, held_by(register, roster))


def mend(
    register: Register,
    roster: Roster,
    row: int,
    changed: Mapping[Field, CellValue],
    held: Held | None = None,
) -> Roster:
    """The list with cells of one row mended, and everyone's repeats anew. `held` as `held_by` gave it for this
    list, where it is at hand: else it is asked again."""
    mended = recheck(roster, row, changed)
    id_no = mended.row(row).values.id_no or ""
    held = held_by(register, mended) if held is None else {**held, **_held(register, [id_no])}
    return replace(mended, rows=mark_repeats(mended.rows, mended.columns, _known(held)))


def put_into(register: Register, roster: Roster, book: Book | None, valid_until: date) -> Roster:
    """The list with another book for those without a category, and another last day for those without one."""
    changed = replace(roster, book=book, default_valid_until=valid_until)
    changed = replace(changed, rows=tuple(recheck_row(changed, row) for row in changed.rows))
    held = held_by(register, changed)
    return replace(changed, rows=mark_repeats(changed.rows, changed.columns, _known(held)))


def holder_of(
    values: PersonValues, today: date, valid_until: date | None, scope: Scope, checked: str
) -> Holder:
    """The pass that a row is issued as. The row has a name and a book."""
    assert values.name and values.book
    first = values.valid_from or today
    if scope is not Scope.GATE:
        first = max(first, _FIRST_DAY)
    last = values.valid_until or valid_until
    assert last is not None
    return Holder(
        book=values.book,
        name=values.name,
        valid_from=first,
        valid_until=last,
        id_type=(values.id_type or IdType.ID_CARD).value,
        id_no=values.id_no or "",
        phone=values.phone or "",
        unit=values.employer or "",
        post=values.post or "",
        home=values.home or "",
        plate=values.plate or "",
        remark=values.remark or "",
        scope=scope,
        checked=checked,
    )


def issue_list(
    register: Register,
    roster: Roster,
    rows: Sequence[RosterRow] | None = None,
    scope: Scope = Scope.GATE,
    write: Write[_Part] = run_here,
    progress: Progress | None = None,
    on_paper: bool = False,
) -> Done[Issued]:
    """Issues rows of a list (all that can be issued, unless `rows` says which), a hundred in one transaction. With
    `on_paper` these people hold cards that went out on paper: the list's own number is the card's, which was taken
    over before; a row without such a number is refused.

    What was issued before a cancel or a fault stays issued, and is told. Raises `Denied` for a volunteer, and the
    error of the first hundred where nothing was issued."""
    if register.access.role < Role.REGISTRAR:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)
    wanted = [row for row in (roster.issuable if rows is None else rows) if row.values.book is not None]
    today = register.clock.today()
    checked = checked_text([Paper.LIST], register.access.name, today, roster.path.name)
    holders = [
        (row.row, holder_of(row.values, today, roster.default_valid_until, scope, checked)) for row in wanted
    ]
    numbers = _paper_numbers(register, roster, wanted) if on_paper else {}
    whole = _Part([], [], [])
    stopped: GatebookError | None = None
    try:
        for start in range(0, len(holders), ROWS_AT_ONCE):
            if progress is not None:
                progress.report(start, len(holders))
            some = holders[start : start + ROWS_AT_ONCE]
            if on_paper:
                part = write(lambda some=some: _write_in(register, some, numbers))  # type: ignore[misc]
            else:
                part = write(lambda some=some: _issue_part(register, some))  # type: ignore[misc]
            whole.numbers.extend(part.numbers)
            whole.repeats.extend(part.repeats)
            whole.refused.extend(part.refused)
        if progress is not None:
            progress.report(len(holders), len(holders))
    except GatebookError as error:
        if not whole.numbers and error.code is not RefusalCode.CANCELLED:
            raise
        stopped = error
    issued = Issued(tuple(whole.numbers), tuple(whole.repeats), tuple(whole.refused), stopped)
    return Done(issued, Change.of(Topic.PASSES) if issued.numbers else Change())


def hand_back(
    path: Path,
    roster: Roster,
    rows: Sequence[RosterRow],
    describe: Callable[[RosterRow], str],
    problem_title: str,
) -> Path:
    """Writes rows with what is wrong with each into an xlsx for the unit. Raises `Fault`."""
    write_rejected(path, roster, rows, describe, problem_title=problem_title)
    return path


def _issue_part(register: Register, holders: Sequence[tuple[int, Holder]]) -> _Part:
    """One transaction. A row that refuses is told; the others of its hundred are issued."""
    try:
        with register.writing() as ledger:
            fresh, repeats = _without_repeats(ledger, holders)
            made = issue_passes(ledger, [holder for _, holder in fresh])
            numbers = [(row, one.id) for (row, _), one in zip(fresh, made, strict=True)]
            return _Part(numbers, repeats, [])
    except Refusal as refusal:
        if refusal.code is not RefusalCode.INVALID:
            raise
        if len(holders) == 1:
            return _Part([], [], [(holders[0][0], refusal)])
    parts = [_issue_part(register, [one]) for one in holders]
    return _Part(
        [number for part in parts for number in part.numbers],
        [row for part in parts for row in part.repeats],
        [refused for part in parts for refused in part.refused],
    )


def _paper_numbers(register: Register, roster: Roster, rows: Sequence[RosterRow]) -> dict[int, PassId]:
    """The number of the card on paper, by row: as the list counts, 12 or 医-0312-000012."""
    numbers = {}
    for row in rows:
        cells = entries_of(row.cells, roster.columns, dict(row.filled), dict(row.mended))
        written = cell_text(cells.get(Field.SEQ)).strip()
        book = row.values.book
        assert book is not None
        try:
            plain = f"{book.letter}{int(written)}" if written.isdecimal() else written
            numbers[row.row] = PassId.parse(plain, own_gate=register.gate.gate)
        except ValueError:
            continue
    return numbers


def _write_in(
    register: Register, holders: Sequence[tuple[int, Holder]], numbers: Mapping[int, PassId]
) -> _Part:
    """One transaction: each under the number of the card that they hold."""
    made: list[tuple[int, PassId]] = []
    refused: list[tuple[int, GatebookError]] = []
    with register.writing() as ledger:
        fresh, repeats = _without_repeats(ledger, holders)
        for row, holder in fresh:
            id = numbers.get(row)
            try:
                if id is None or id.book is not holder.book:
                    raise Refusal(RefusalCode.NO_SUCH_PASS, number=id.human() if id else str(row))
                made.append((row, bind_blank(ledger, id, holder).id))
            except Refusal as refusal:
                refused.append((row, refusal))
    return _Part(made, repeats, refused)


def _without_repeats(
    ledger: Ledger, holders: Sequence[tuple[int, Holder]]
) -> tuple[list[tuple[int, Holder]], list[int]]:
    """Those who hold no pass of their book yet, and the rows of the others: since the preview one may have been
    issued at the desk."""
    here = people_with(ledger.connection, ledger.gate, [holder.id_no for _, holder in holders])
    fresh, repeats = [], []
    for row, holder in holders:
        if (holder.book, holder.id_no) in here:
            repeats.append(row)
        else:
            fresh.append((row, holder))
    return fresh, repeats


def held_by(register: Register, roster: Roster) -> Held:
    """What the register holds of the list's people."""
    return _held(register, [row.values.id_no or "" for row in roster.rows])


def _held(register: Register, id_nos: Sequence[str]) -> Held:
    with register.reading() as connection:
        found = people_with(connection, register.gate.gate, id_nos)
    return {key: _values(one.holder) for key, one in found.items()}


def _known(held: Held) -> Callable[[Book, str], PersonValues | None]:
    return lambda book, id_no: held.get((book, id_no))


def _values(holder: Holder) -> PersonValues:
    return PersonValues(
        book=holder.book,
        name=holder.name,
        id_type=IdType(holder.id_type) if holder.id_type in set(IdType) else IdType.OTHER,
        id_no=holder.id_no,
        phone=holder.phone or None,
        unit=holder.unit or None,
        post=holder.post or None,
        home=holder.home or None,
        valid_from=holder.valid_from,
        valid_until=holder.valid_until,
        plate=holder.plate or None,
        remark=holder.remark or None,
    )
