"""People to look at twice: key persons under follow-up, and those who were due back at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from sqlalchemy import Connection, bindparam, delete, select

from db import models
from db.books.pass_columns import with_passes
from db.books.pass_id import PassId
from db.ledger.append import Ledger
from db.ledger.body_fields import check_stamps
from db.ledger.kinds import Item, kind
from db.prepared import Prepared, add_row
from db.times import instant_of

_watched = models.watched

What = Literal["key_person", "overdue"]


class PersonWatched(msgspec.Struct, frozen=True):
    """A holder to look at: a key person, or someone due back (`due`, a stamp). A null note ends it."""

    pass_: str = msgspec.field(name="pass")
    what: What
    note: str | None
    due: str | None = None

    def __post_init__(self) -> None:
        if self.due is not None:
            check_stamps(self.due)


@kind("person.watched", PersonWatched)
def _person_watched(connection: Connection, items: Sequence[Item]) -> None:
    for item, named in with_passes(connection, items):
        body: PersonWatched = item.body
        key = {"gate": item.line.head.gate, **named, "what": body.what}
        connection.execute(delete(_watched).where(models.same_key(_watched, key)))
        if body.note is not None:
            row = {**key, "note": body.note, "due": body.due, "since": item.line.head.at}
            add_row(connection, _watched, row)


def watch(ledger: Ledger, id: PassId, what: What, note: str | None, due: str | None = None) -> None:
    """Asks the gate to look at a holder (a `note` says why), or with a null note no longer to."""
    ledger.append("person.watched", {"pass": id.human(), "what": what, "note": note, "due": due})


_WATCHED = Prepared(
    select(_watched.c.what, _watched.c.note, _watched.c.due, _watched.c.since)
    .where(
        _watched.c.gate == bindparam("gate"),
        _watched.c.pass_gate == bindparam("pass_gate"),
        _watched.c.pass_book == bindparam("book"),
        _watched.c.pass_number == bindparam("number"),
    )
    .order_by(_watched.c.what)
)


def watched_for(connection: Connection, gate: int, id: PassId, at: str) -> list[tuple[What, str]]:
    """(what, note) for which to look at this holder at the moment `at`, if that was known by then; a due time counts
    once it has passed."""
    rows = _WATCHED.rows(connection, gate=gate, pass_gate=id.gate, book=id.book.value, number=id.number)
    if not rows:
        return []
    now = instant_of(at)
    return [
        (row.what, row.note)
        for row in rows
        if instant_of(row.since) <= now and (row.due is None or instant_of(row.due) < now)
    ]
