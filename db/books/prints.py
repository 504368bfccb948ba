"""Which cards went to a printer: remembered once the system took them, so that none is forgotten or done twice, and
so that one that came out badly is found by its sheet and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
from sqlalchemy import Connection, Row, and_, desc, exists, func, select

from db import models
from db.books.pass_id import Book, PassId
from db.books.pass_search import PassIds
from db.ledger.append import Ledger
from db.ledger.body_fields import Issue
from db.ledger.kinds import Item, kind, stray
from db.prepared import add_rows
from db.trust.roles import Role

_prints, _passes, _reserved = models.prints, models.passes, models.reservations
_CARDS_IN_A_LINE = 500
PLACES = 10
"""Places of a sheet of cards, along its rows."""


class CardPrinted(msgspec.Struct, frozen=True):
    """Cards went to a printer or into a file to be printed. `issues` holds the issue of each of `passes`. On sheets of
    several places the first card lies on place `first` of sheet `sheet`; `first` is 0 where a sheet has one place.
    `printer` is the system's name of it, empty for a file."""

    passes: list[str]
    issues: list[Issue]
    layout: Annotated[str, msgspec.Meta(max_length=8)]
    printer: Annotated[str, msgspec.Meta(max_length=128)] = ""
    first: Annotated[int, msgspec.Meta(ge=0, le=PLACES)] = 0
    sheet: Annotated[int, msgspec.Meta(ge=1, le=100_000)] = 1


@dataclass(frozen=True)
class Print:
    """One printing of a card. `printer` is empty for a file; `sheet` and `place` count from 1, `place` is 0 where a
    sheet has one place. `operator` is an id."""

    id: PassId
    issue: int
    at: str
    operator: str
    layout: str
    printer: str
    sheet: int
    place: int


@dataclass(frozen=True)
class PrintJob:
    """Cards that were printed together: which line of the ledger says so, how many, and between which numbers."""

    epoch: int
    seq: int
    at: str
    operator: str
    layout: str
    printer: str
    cards: int
    first: PassId
    last: PassId


@kind("card.printed", CardPrinted)
def _card_printed(connection: Connection, items: Sequence[Item]) -> None:
    rows = []
    for item in items:
        body: CardPrinted = item.body
        head = item.line.head
        try:
            ids = [PassId.parse(text) for text in body.passes]
        except ValueError:
            stray(connection, item.line, "no pass number")
            continue
        if len(ids) != len(body.issues) or any(id.gate != head.gate for id in ids):
            stray(connection, item.line, "another gate's record")
            continue
        if len(set(ids)) != len(ids):
            stray(connection, item.line, "one card twice")
            continue
        rows += [
            {
                "gate": id.gate,
                "book": id.book.value,
                "number": id.number,
                "epoch": head.epoch,
                "seq": head.seq,
                "issue": issue,
                "at": head.at,
                "operator": head.operator,
                "layout": body.layout,
                "printer": body.printer,
                "sheet": body.sheet + (body.first - 1 + count) // PLACES
                if body.first
                else body.sheet + count,
                "place": (body.first - 1 + count) % PLACES + 1 if body.first else 0,
            }
            for count, (id, issue) in enumerate(zip(ids, body.issues, strict=True))
        ]
    if rows:
        add_rows(connection, _prints, rows)


def note_printed(
    ledger: Ledger, cards: Sequence[tuple[PassId, int]], layout: str, printer: str = "", first: int = 0
) -> None:
    """Remembers that the system took these cards, each a pass with its issue. `first` is the place of the first one on
    its sheet, 0 where a sheet has one place. Raises `Denied` for a volunteer."""
    ledger.require(Role.REGISTRAR)
    for start in range(0, len(cards), _CARDS_IN_A_LINE):
        some = cards[start : start + _CARDS_IN_A_LINE]
        passes, issues = [id.human() for id, _ in some], [issue for _, issue in some]
        before = first - 1 + start
        body = {"passes": passes, "issues": issues, "layout": layout, "printer": printer[:128]}
        if first:
            body |= {"first": before % PLACES + 1, "sheet": before // PLACES + 1}
        else:
            body |= {"first": 0, "sheet": start + 1}
        ledger.append("card.printed", body)


def prints_of(connection: Connection, id: PassId) -> list[Print]:
    """Every time that a card of this pass was printed, the newest first."""
    c = _prints.c
    where = (c.gate == id.gate, c.book == id.book.value, c.number == id.number)
    rows = connection.execute(select(_prints).where(*where).order_by(desc(c.epoch), desc(c.seq)))
    return [_print(row) for row in rows]


def last_print(connection: Connection, id: PassId) -> Print | None:
    """When a card of this pass was last printed, and at which issue."""
    found = prints_of(connection, id)
    return found[0] if found else None


def print_jobs(connection: Connection, gate: int, most: int = 500) -> list[PrintJob]:
    """What was printed together, the newest first."""
    c = _prints.c
    jobs = (
        select(
            c.epoch, c.seq, c.book, c.at, c.operator, c.layout, c.printer, func.count().label("cards"),
            func.min(c.number).label("first"), func.max(c.number).label("last"),
        )
        .where(c.gate == gate)
        .group_by(c.epoch, c.seq, c.book, c.at, c.operator, c.layout, c.printer)
        .order_by(desc(c.epoch), desc(c.seq), c.book)
        .limit(most)
    )  # fmt: skip
    return [_job(gate, row) for row in connection.execute(jobs)]


def cards_of_job(connection: Connection, gate: int, epoch: int, seq: int) -> list[Print]:
    """The cards of one job as they lay on their sheets."""
    c = _prints.c
    where = (c.gate == gate, c.epoch == epoch, c.seq == seq)
    rows = connection.execute(select(_prints).where(*where).order_by(c.sheet, c.place, c.book, c.number))
    return [_print(row) for row in rows]


def never_printed(connection: Connection, gate: int, book: Book | None = None) -> PassIds:
    """The passes that are good for something and whose newest card was never printed, by number."""
    this_card = and_(
        _prints.c.gate == _passes.c.gate,
        _prints.c.book == _passes.c.book,
        _prints.c.number == _passes.c.number,
        _prints.c.issue >= _passes.c.issue,
    )
    wanted = (
        select(_passes.c.gate, _passes.c.book, _passes.c.number)
        .where(_passes.c.gate == gate, _passes.c.revoked_at.is_(None), ~exists().where(this_card))
        .order_by(_passes.c.book, _passes.c.number)
    )
    if book is not None:
        wanted = wanted.where(_passes.c.book == book.value)
    return PassIds([tuple(row) for row in connection.execute(wanted)])


def open_blanks(connection: Connection, gate: int, book: Book) -> list[tuple[PassId, str]]:
    """(number, code) of the blank cards that wait for a person, by number."""
    where = (_reserved.c.gate == gate, _reserved.c.book == book.value, _reserved.c.bound.is_(False))
    rows = connection.execute(select(_reserved).where(*where).order_by(_reserved.c.number))
    return [(PassId(gate, book, row.number), row.code) for row in rows if row.code]


def open_adopted(connection: Connection, gate: int, book: Book) -> list[PassId]:
    """The numbers that went out on paper and wait for a person, by number."""
    where = (_reserved.c.gate == gate, _reserved.c.book == book.value, _reserved.c.bound.is_(False))
    wanted = select(_reserved.c.number).where(*where, _reserved.c.code.is_(None)).order_by(_reserved.c.number)
    return [PassId(gate, book, row.number) for row in connection.execute(wanted)]


def _print(row: Row) -> Print:
    id = PassId(row.gate, Book(row.book), row.number)
    return Print(id, row.issue, row.at, row.operator, row.layout, row.printer, row.sheet, row.place)


def _job(gate: int, row: Row) -> PrintJob:
    book = Book(row.book)
    first, last = PassId(gate, book, row.first), PassId(gate, book, row.last)
    return PrintJob(row.epoch, row.seq, row.at, row.operator, row.layout, row.printer, row.cards, first, last)
