"""People to look at twice: key persons under follow-up, and those who were due back at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from sqlalchemy import Connection, delete, select

from db import models
from db.books.entries import pass_columns
from db.books.pass_id import PassId
from db.ledger.append import Ledger
from db.ledger.kinds import Item, kind, stray, upsert
from db.times import instant_of

_watched = models.watched

What = Literal["key_person", "overdue"]


class PersonWatched(msgspec.Struct, frozen=True):
    """A holder to look at: a key person, or someone due back (`due`, a stamp). A null note ends it."""

    pass_: str = msgspec.field(name="pass")
    what: What
    note: str | None
    due: str | None = None


@kind("person.watched", PersonWatched)
def _person_watched(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: PersonWatched = item.body
        try:
            named = pass_columns(body.pass_)
        except ValueError:
            stray(connection, item.line, "no pass number")
            continue
        key = {"gate": item.line.head.gate, **named, "what": body.what}
        connection.execute(delete(_watched).where(models.same_key(_watched, key)))
        if body.note is not None:
            connection.execute(upsert(connection, _watched), {**key, "note": body.note, "due": body.due})


def watch(ledger: Ledger, id: PassId, what: What, note: str | None, due: str | None = None) -> None:
    """Asks the gate to look at a holder (a `note` says why), or with a null note no longer to."""
    ledger.append("person.watched", {"pass": id.human(), "what": what, "note": note, "due": due})


def watched_for(connection: Connection, gate: int, id: PassId, at: str) -> list[tuple[What, str]]:
    """(what, note) for which to look at this holder at the moment `at`; a due time counts once it has passed."""
    w = _watched.c
    wanted = select(_watched).where(w.gate == gate, w.pass_gate == id.gate, w.pass_book == id.book.value)
    rows = connection.execute(wanted.where(w.pass_number == id.number).order_by(w.what))
    now = instant_of(at)
    return [(row.what, row.note) for row in rows if row.due is None or instant_of(row.due) < now]
