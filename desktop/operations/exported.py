"""What has left with an export so far. Apart from exporting itself, which brings all that makes tables and PDFs."""

from __future__ import annotations

from db.books.exports import Export, last_export
from db.books.exports import unexported_count as count_unexported
from db.register import Register


def unexported_count(register: Register) -> int:
    """How many lines of the ledger no export holds yet: the badge on the rail."""
    with register.reading() as connection:
        return count_unexported(connection, register.gate.gate)


def newest_export(register: Register) -> Export | None:
    """The last export of any day."""
    with register.reading() as connection:
        return last_export(connection, register.gate.gate)
