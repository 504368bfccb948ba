"""What has left with an export so far. Apart from exporting itself, which brings all that makes tables and PDFs."""

from __future__ import annotations

from dataclasses import dataclass

from db.books.exports import Export, last_export
from db.books.exports import unexported_count as count_unexported
from db.register import Register


def unexported_count(register: Register) -> int:
    """How many lines of the ledger no export holds yet: the badge on the rail."""
    with register.reading() as connection:
        return count_unexported(connection, register.gate.gate)


@dataclass(frozen=True)
class Waiting:
    """How many lines no export holds yet, and when the last one was (a stamp; None before the first)."""

    lines: int
    last: str | None


def waiting_to_leave(register: Register) -> Waiting:
    """What the strip at the foot of the gate page says."""
    gate = register.gate.gate
    with register.reading() as connection:
        last = last_export(connection, gate)
        return Waiting(count_unexported(connection, gate), last.at if last else None)


def newest_export(register: Register) -> Export | None:
    """The last export of any day."""
    with register.reading() as connection:
        return last_export(connection, register.gate.gate)
