"""How a row names a pass: three columns, all empty for someone without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from db.books.pass_id import Book, PassId
from db.ledger.kinds import Item, stray


def pass_columns(text: str | None) -> dict[str, Any]:
    """The columns that name a pass in a row. Raises `ValueError` for text that is no pass number."""
    if text is None:
        return {"pass_gate": None, "pass_book": None, "pass_number": None}
    id = PassId.from_line(text)
    return {"pass_gate": id.gate, "pass_book": id.book.value, "pass_number": id.number}


def pass_of(row: Any) -> PassId | None:
    """The pass that a row names, or None."""
    return None if row.pass_gate is None else PassId(row.pass_gate, Book(row.pass_book), row.pass_number)


def with_passes(connection: Connection, items: Sequence[Item]) -> Iterator[tuple[Item, dict[str, Any]]]:
    """Each item with the columns of the pass that its body names (`pass_`). One that names no pass number is noted as a
    stray and left out."""
    for item in items:
        try:
            named = pass_columns(item.body.pass_)
        except ValueError:
            stray(connection, item.line, "no pass number")
            continue
        yield item, named
