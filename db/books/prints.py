"""Which cards went to a printer: remembered once the system took them, so that none is forgotten or done twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
from sqlalchemy import Connection, and_, or_, select

from db import models
from db.books.pass_id import Book, PassId
from db.books.pass_search import PassIds
from db.ledger.append import Ledger
from db.ledger.body_fields import Issue
from db.ledger.kinds import Item, kind, stray, upsert
from db.trust.roles import Role

_prints, _passes, _reserved = models.prints, models.passes, models.reservations
_CARDS_IN_A_LINE = 500


class CardPrinted(msgspec.Struct, frozen=True):
    """Cards went to a printer or into a file to be printed. `issues` holds the issue of each of `passes`."""

    passes: list[str]
    issues: list[Issue]
    layout: Annotated[str, msgspec.Meta(max_length=8)]


@dataclass(frozen=True)
class Print:
    """The last time that a card of a pass was printed."""

    issue: int
    at: str
    layout: str


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
        rows += [
            {
                "gate": id.gate,
                "book": id.book.value,
                "number": id.number,
                "issue": issue,
                "at": head.at,
                "layout": body.layout,
            }
            for id, issue in zip(ids, body.issues, strict=True)
        ]
    if rows:
        put = upsert(connection.dialect.name, _prints)
        newer = {name: put.excluded[name] for name in ("issue", "at", "layout")}
        put = put.on_conflict_do_update(index_elements=list(_prints.primary_key), set_=newer)
        connection.execute(put, rows)


def note_printed(ledger: Ledger, cards: Sequence[tuple[PassId, int]], layout: str) -> None:
    """Remembers that the system took these cards, each a pass with its issue. Raises `Denied` for a volunteer."""
    ledger.require(Role.REGISTRAR)
    for start in range(0, len(cards), _CARDS_IN_A_LINE):
        some = cards[start : start + _CARDS_IN_A_LINE]
        passes, issues = [id.human() for id, _ in some], [issue for _, issue in some]
        ledger.append("card.printed", {"passes": passes, "issues": issues, "layout": layout})


def last_print(connection: Connection, id: PassId) -> Print | None:
    """When a card of this pass was last printed, and at which issue."""
    key = {"gate": id.gate, "book": id.book.value, "number": id.number}
    row = connection.execute(select(_prints).where(models.same_key(_prints, key))).first()
    return Print(row.issue, row.at, row.layout) if row else None


def never_printed(connection: Connection, gate: int, book: Book | None = None) -> PassIds:
    """The passes that are good for something and whose newest card was never printed, by number."""
    same = and_(
        _prints.c.gate == _passes.c.gate,
        _prints.c.book == _passes.c.book,
        _prints.c.number == _passes.c.number,
    )
    lacking = or_(_prints.c.issue.is_(None), _prints.c.issue < _passes.c.issue)
    wanted = (
        select(_passes.c.gate, _passes.c.book, _passes.c.number)
        .select_from(_passes.outerjoin(_prints, same))
        .where(_passes.c.gate == gate, _passes.c.revoked_at.is_(None), lacking)
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
