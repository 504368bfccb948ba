"""What a line can say. A kind is its name, its body's type, and how it changes the views.

A new kind of register is a new kind here, registered by its own module in `db.books`; ledger, merge, export and
verification do not change for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from db import models
from db.ledger.line import Line
from db.prepared import add_row


@dataclass(frozen=True)
class Item:
    """A line on its way into the views, its body checked against its kind's type."""

    line: Line
    body: Any

    @property
    def key(self) -> dict[str, int]:
        """The line's key, as the columns of a view's row."""
        head = self.line.head
        return {"gate": head.gate, "epoch": head.epoch, "seq": head.seq}


Apply = Callable[[Connection, Sequence[Item]], None]


@dataclass(frozen=True)
class Kind:
    """A kind of line: its body's type, and what a run of its lines does to the views."""

    name: str
    body: type[msgspec.Struct]
    apply: Apply


KINDS: dict[str, Kind] = {}


def kind(name: str, body: type[msgspec.Struct]) -> Callable[[Apply], Apply]:
    """Registers the decorated function as what applies lines of this kind, in order, to the views."""

    def register(apply: Apply) -> Apply:
        KINDS[name] = Kind(name, body, apply)
        return apply

    return register


def apply_lines(connection: Connection, lines: Sequence[Line]) -> None:
    """Applies lines of one gate, in their order, to the views; runs of one kind go in together.

    A line whose kind is unknown here changes nothing; a body that breaks its kind's type changes nothing and is
    reported as a stray. A purged line has no body to apply."""
    for name, run in groupby(lines, key=lambda line: line.head.kind):
        found = KINDS.get(name)
        if found is None:
            continue
        items = []
        for line in run:
            if line.body is None:
                continue
            try:
                items.append(Item(line, msgspec.convert(line.body, found.body)))
            except msgspec.ValidationError:
                stray(connection, line, "body breaks its type")
        if items:
            found.apply(connection, items)


def upsert(dialect: str, table: Table) -> Any:
    """An insert that can turn into an update, in the database's own dialect (`connection.dialect.name`)."""
    if dialect == "postgresql":
        # Late: a gate never needs it, and it would cost every start 50 ms.
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)


def stray(connection: Connection, line: Line, why: str) -> None:
    """Notes a line that stays in its chain but changes nothing."""
    head = line.head
    row = {"gate": head.gate, "epoch": head.epoch, "seq": head.seq, "kind": head.kind, "why": why}
    add_row(connection, models.strays, row)
