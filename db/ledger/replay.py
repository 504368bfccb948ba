"""Replay: the views rebuilt from the lines alone, and the fingerprints by which two sets of views are compared."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, create_engine, delete, select
from sqlalchemy.pool import StaticPool

from db import models
from db.ledger.canonical import canonical
from db.ledger.kinds import apply_lines
from db.ledger.line import Line
from db.ledger.store import epochs, read_lines

_BATCH = 500


def replay(connection: Connection) -> None:
    """Throws the views away and computes them from the lines again, in the caller's transaction."""
    for table in models.replayed_tables():
        connection.execute(delete(table))
    for lines in _batches(connection):
        apply_lines(connection, lines)


def replay_gate(connection: Connection, gate: int) -> None:
    """The same for one gate, whose lines change only its own rows."""
    for table in models.replayed_tables():
        owner = models.owner_column(table)
        if owner is not None:
            connection.execute(delete(table).where(owner == gate))
    for lines in _batches(connection, gate):
        apply_lines(connection, lines)


def replayed_fingerprints(connection: Connection) -> dict[str, str]:
    """What the views' fingerprints would be after a replay, computed in memory; the register is only read."""
    memory = create_engine("sqlite://", module=sqlite3, poolclass=StaticPool)
    try:
        with memory.begin() as scratch:
            models.metadata.create_all(scratch)
            for lines in _batches(connection):
                apply_lines(scratch, lines)
            return fingerprints(scratch)
    finally:
        memory.dispose()


def fingerprints(connection: Connection) -> dict[str, str]:
    """For each view the SHA-256 of its rows as canonical JSON lines, sorted by the bytes of their keys."""
    return {table.name: _fingerprint(connection, table) for table in models.tables_that_are("view")}


def local_fingerprints(connection: Connection) -> dict[str, str]:
    """The same for what is this machine's own: operators, settings, exports."""
    return {table.name: _fingerprint(connection, table) for table in models.tables_that_are("local")}


def _fingerprint(connection: Connection, table: Table) -> str:
    keys = [column.name for column in table.primary_key]
    rows: list[tuple[bytes, bytes]] = []
    for row in connection.execute(select(table)).mappings():
        value: dict[str, Any] = {str(name): _plain(row[name]) for name in row}
        rows.append((canonical([value[name] for name in keys]), canonical(value)))
    digest = hashlib.sha256()
    for _, line in sorted(rows):
        digest.update(line + b"\n")
    return digest.hexdigest()


def _plain(value: Any) -> Any:
    """Files in a row count by their hash."""
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value


def _batches(connection: Connection, only: int | None = None) -> Iterator[list[Line]]:
    for gate, epoch in epochs(connection, only):
        lines = read_lines(connection, gate, epoch)
        while batch := list(islice(lines, _BATCH)):
            yield batch
