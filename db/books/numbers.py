"""Numbers that may not be given again though no line here holds them: skipped when a register was restored, or of lines
whose bodies a purge dropped."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, bindparam, func, select

from db import trust_models
from db.ledger.kinds import upsert
from db.prepared import Prepared

_used = trust_models.numbers_used

ENTRIES = "entries"
ANSWERS = "answers"
Why = Literal["epoch", "purged"]

_HIGHEST = Prepared(
    select(func.max(_used.c.last).label("last")).where(
        _used.c.gate == bindparam("gate"), _used.c.what == bindparam("what"), _used.c.day == bindparam("day")
    )
)


def use_numbers(connection: Connection, gate: int, what: str, day: str, why: Why, last: int) -> None:
    """No number up to `last` is given again: `what` is a book, `entries` of a `day`, or a post's `answers`."""
    put = upsert(connection.dialect.name, _used)
    higher = put.excluded.last > _used.c.last
    put = put.on_conflict_do_update(
        index_elements=list(_used.primary_key), set_={"last": put.excluded.last}, where=higher
    )
    connection.execute(put, {"gate": gate, "what": what, "day": day, "why": why, "last": last})


def highest_used(connection: Connection, gate: int, what: str, day: str = "") -> int:
    """The highest of these numbers; 0 where there is none."""
    return _HIGHEST.first(connection, gate=gate, what=what, day=day).last or 0
