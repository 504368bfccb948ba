"""The books of passes: look through them, issue, put right, renew, reissue, revoke, bind a blank card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from db.books.entries import Entry, entries_of_pass
from db.books.initials import usual_initials
from db.books.issuing import (
    amend_pass,
    bind_blank,
    card_changes,
    issue_pass,
    reissue_pass,
    renew_pass,
    revoke_pass,
)
from db.books.pass_id import Book, PassId
from db.books.pass_rows import PassRow, pass_rows
from db.books.pass_search import Found, Sort, State, book_sizes, find_passes
from db.books.passes import (
    Holder,
    Issue,
    Pass,
    get_pass,
    highest_number,
    issues_of,
    reservation,
    same_person,
    usual_units,
)
from db.books.photos import get_photo, put_photo
from db.books.reveals import PersonalField, reveal
from db.errors import GatebookError, Refusal, RefusalCode
from db.ledger.append import Ledger
from db.register import Register
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.operations.print_history import PrintedCard, printings_of
from desktop.tasks import Progress

T = TypeVar("T")
RECENT = 3
_IN_ONE_GO = 50
"""Passes changed in one transaction of a batch: the gate never waits longer than these take."""

Write = Callable[[Callable[[], T]], T]
"""Runs a piece of writing where writing is done: `Tasks.and_wait` from the long thread."""


@dataclass(frozen=True)
class Query:
    """What the page of passes shows."""

    book: Book | None = None
    typed: str = ""
    state: State | None = None
    sort: Sort = Sort.NUMBER
    descending: bool = False


@dataclass(frozen=True)
class Overview:
    """What the page of passes shows for a query: what was found, how many passes each book holds, the gate's day."""

    query: Query
    found: Found
    sizes: dict[Book, int]
    today: date


@dataclass(frozen=True)
class PassDetails:
    """All that the side panel shows of one pass. `recent`: the last crossings; `printings`: each time that a card was
    printed; newest first."""

    row: PassRow
    photo: bytes | None
    recent: tuple[Entry, ...]
    issues: tuple[Issue, ...]
    printings: tuple[PrintedCard, ...]


@dataclass(frozen=True)
class FormFacts:
    """What the form for a new pass needs: the number that each book gives next, and the units known here."""

    next_ids: dict[Book, PassId]
    units: tuple[str, ...]
    today: date
    operator: str


@dataclass(frozen=True)
class Batch:
    """What a change of many passes came to. `stopped` is why the rest was not done: cancelled, or a fault."""

    done: tuple[PassId, ...]
    refused: tuple[tuple[PassId, GatebookError], ...] = ()
    stopped: GatebookError | None = None


def run_here(work: Callable[[], T]) -> T:
    """Writes on the thread it is called on, as the command line does."""
    return work()


def find(register: Register, query: Query) -> Found:
    """The passes that a query finds, with the counts of all states."""
    with register.reading() as connection:
        return find_passes(
            connection,
            register.gate.gate,
            register.clock.today(),
            query.book,
            query.typed,
            query.state,
            query.sort,
            query.descending,
        )


def overview(register: Register, query: Query) -> Overview:
    """All that the page of passes shows at once."""
    return Overview(query, find(register, query), sizes(register), register.clock.today())


def sizes(register: Register) -> dict[Book, int]:
    """How many passes each book holds."""
    with register.reading() as connection:
        return book_sizes(connection, register.gate.gate)


def rows(register: Register, ids: Sequence[PassId]) -> list[PassRow]:
    """The rows of these passes, in their order; those that are gone are left out."""
    with register.reading() as connection:
        return pass_rows(connection, register.gate.gate, ids, register.clock.today())


def details(register: Register, id: PassId, recent: int = RECENT) -> PassDetails:
    """All about one pass. Raises `Refusal` (`NO_SUCH_PASS`)."""
    printings = tuple(printings_of(register, id))
    with register.reading() as connection:
        shown = pass_rows(connection, register.gate.gate, [id], register.clock.today())
        if not shown:
            raise Refusal(RefusalCode.NO_SUCH_PASS, number=id.human())
        return PassDetails(
            shown[0],
            get_photo(connection, shown[0].one.holder.photo),
            tuple(entries_of_pass(connection, id, recent)),
            tuple(issues_of(connection, id)),
            printings,
        )


def form_facts(register: Register) -> FormFacts:
    """What an empty form shows."""
    gate = register.gate.gate
    with register.reading() as connection:
        numbers = {book: PassId(gate, book, highest_number(connection, gate, book) + 1) for book in Book}
        units = tuple(usual_units(connection, gate))
    return FormFacts(numbers, units, register.clock.today(), register.access.name)


def people_already_here(register: Register, book: Book, id_no: str) -> list[Pass]:
    """Passes of this book that the person with this ID number holds already."""
    with register.reading() as connection:
        return same_person(connection, register.gate.gate, book, id_no)


def initials(register: Register, name: str) -> str:
    """The letters by which a name is found, as most would type them; nothing for a name that cannot be read."""
    return usual_initials(name.strip())


def is_blank(register: Register, id: PassId) -> bool:
    """Whether a number is a blank card that waits for a person."""
    with register.reading() as connection:
        found = reservation(connection, id)
    return found is not None and not found[1]


def issue(register: Register, holder: Holder, photo: bytes | None = None) -> Done[Pass]:
    """Issues one pass. Raises `Denied` for a volunteer, `Refusal` (`DUPLICATE_PERSON`: `number`, `name`) where the
    person has one in this book."""
    with register.writing() as ledger:
        _no_duplicate(ledger, holder)
        return _issued(issue_pass(ledger, _with_photo(ledger, holder, photo)))


def bind(register: Register, blank: PassId, holder: Holder, photo: bytes | None = None) -> Done[Pass]:
    """Binds a blank card to a person. Raises as `issue`, and `NO_SUCH_PASS` for a number that is no open blank."""
    with register.writing() as ledger:
        _no_duplicate(ledger, replace(holder, book=blank.book))
        return _issued(bind_blank(ledger, blank, _with_photo(ledger, holder, photo)))


def amend(register: Register, id: PassId, holder: Holder, photo: bytes | None = None) -> Done[Pass]:
    """Puts facts right that the card's code does not carry. Raises `Refusal` (`INVALID`, field `card`) where the
    card would have to change."""
    with register.writing() as ledger:
        _no_duplicate(ledger, holder, id)
        return _issued(amend_pass(ledger, id, _with_photo(ledger, holder, photo)))


def needs_new_card(old: Holder, new: Holder) -> bool:
    """Whether going from `old` to `new` makes the card that is out worthless, so that a new one is printed."""
    return card_changes(old, new)


def reissue(
    register: Register, id: PassId, reason: str, holder: Holder | None = None, photo: bytes | None = None
) -> Done[Pass]:
    """A new card under the same number; the old one is dead. Raises `Refusal` (`NO_SUCH_PASS`, `ISSUES_USED_UP`)."""
    with register.writing() as ledger:
        if holder is not None:
            _no_duplicate(ledger, holder, id)
            holder = _with_photo(ledger, holder, photo)
        return _issued(reissue_pass(ledger, id, reason, holder))


def renew(register: Register, id: PassId, valid_until: date) -> Done[Pass]:
    """A new card with a new last day; the old one is dead."""
    with register.writing() as ledger:
        return _issued(renew_pass(ledger, id, valid_until))


def revoke(register: Register, id: PassId, reason: str) -> Done[Pass]:
    """Revokes a pass. Raises `Refusal` (`NO_SUCH_PASS`, `ALREADY_REVOKED`, `REASON_NEEDED`)."""
    with register.writing() as ledger:
        return _issued(revoke_pass(ledger, id, reason))


def renew_many(
    register: Register,
    ids: Sequence[PassId],
    valid_until: date,
    write: Write[list[tuple[PassId, GatebookError]]] = run_here,
    progress: Progress | None = None,
) -> Done[Batch]:
    """Renews many passes, a few in one transaction. What was done before a cancel or a fault stays done."""
    return _many(register, ids, lambda ledger, id: renew_pass(ledger, id, valid_until), write, progress)


def revoke_many(
    register: Register,
    ids: Sequence[PassId],
    reason: str,
    write: Write[list[tuple[PassId, GatebookError]]] = run_here,
    progress: Progress | None = None,
) -> Done[Batch]:
    """Revokes many passes; those revoked already are told. Otherwise as `renew_many`."""
    return _many(register, ids, lambda ledger, id: revoke_pass(ledger, id, reason), write, progress)


def show_in_full(register: Register, id: PassId, field: PersonalField) -> str:
    """A masked number in full; the asking is a line. Raises `Denied` for a volunteer."""
    with register.writing() as ledger:
        return reveal(ledger, id, field)


def open_to_change(register: Register, id: PassId) -> Pass:
    """A pass with its numbers in full, to be put right; that they were shown is a line for each. Raises `Denied` for a
    volunteer, `Refusal` (`NO_SUCH_PASS`)."""
    with register.writing() as ledger:
        ledger.require(Role.REGISTRAR)
        one = get_pass(ledger.connection, id)
        if one is None:
            raise Refusal(RefusalCode.NO_SUCH_PASS, number=id.human())
        shown: tuple[tuple[PersonalField, str], ...] = (
            ("id_no", one.holder.id_no),
            ("phone", one.holder.phone),
        )
        for field, value in shown:
            if value:
                reveal(ledger, id, field)
        return one


def _many(
    register: Register,
    ids: Sequence[PassId],
    act: Callable[[Ledger, PassId], Pass],
    write: Write[list[tuple[PassId, GatebookError]]],
    progress: Progress | None,
) -> Done[Batch]:
    done: list[PassId] = []
    refused: list[tuple[PassId, GatebookError]] = []
    stopped: GatebookError | None = None
    try:
        for start in range(0, len(ids), _IN_ONE_GO):
            if progress is not None:
                progress.report(start, len(ids))
            some = ids[start : start + _IN_ONE_GO]
            failed = write(lambda some=some: _act_on(register, some, act))  # type: ignore[misc]
            refused += failed
            without = {id for id, _ in failed}
            done += [id for id in some if id not in without]
        if progress is not None:
            progress.report(len(ids), len(ids))
    except GatebookError as error:
        if not done and error.code is not RefusalCode.CANCELLED:
            raise
        stopped = error
    return Done(Batch(tuple(done), tuple(refused), stopped), Change.of(Topic.PASSES))


def _act_on(
    register: Register, ids: Sequence[PassId], act: Callable[[Ledger, PassId], Pass]
) -> list[tuple[PassId, GatebookError]]:
    """One transaction. A pass that refuses is told; whoever may not do it at all is refused for all."""
    refused: list[tuple[PassId, GatebookError]] = []
    with register.writing() as ledger:
        for id in ids:
            try:
                act(ledger, id)
            except Refusal as refusal:
                if refusal.code in (RefusalCode.NOT_ALLOWED, RefusalCode.REASON_NEEDED):
                    raise
                refused.append((id, refusal))
    return refused


def _no_duplicate(ledger: Ledger, holder: Holder, own: PassId | None = None) -> None:
    for one in same_person(ledger.connection, ledger.gate, holder.book, holder.id_no):
        if one.id != own:
            raise Refusal(RefusalCode.DUPLICATE_PERSON, number=one.id.human(), name=one.holder.name)


def _with_photo(ledger: Ledger, holder: Holder, photo: bytes | None) -> Holder:
    return holder if photo is None else replace(holder, photo=put_photo(ledger, photo))


def _issued(one: Pass) -> Done[Pass]:
    return Done(one, Change.of(Topic.PASSES, passes=(one.id,)))
