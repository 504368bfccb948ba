"""Connections to the register: SQLCipher with its key kept out of URLs, and what its errors mean to a person."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from db.errors import Fault, FaultCode, GatebookError, Refusal, RefusalCode
from db.server import server_error_of

WRITES = "gatebook_writes"
"""Execution option of a connection that is going to write: it takes the write lock when it begins."""

_PRAGMAS = (
    # Readers go on while the one writer writes.
    "journal_mode = WAL",
    # Acknowledged means committed: it survives the power cut.
    "synchronous = FULL",
    # macOS keeps what was synced in the drive's own memory; elsewhere this says nothing.
    "fullfsync = ON",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    # Nothing readable in temporary files, nothing left in freed pages.
    "temp_store = MEMORY",
    "secure_delete = ON",
    "cache_size = -16384",
)


def connect_to(path: Path, key: bytes, read_only: bool = False) -> Any:
    """The driver's own connection to the encrypted file at `path`. `key` is the 32 raw bytes of the register's key."""
    uri = f"{path.absolute().as_uri()}?mode={_mode(path, read_only)}"
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        # SQLCipher would write of pages that it cannot read on standard error; what is wrong is said by whoever opens.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            if not (read_only and pragma.startswith("journal_mode")):
                connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(path: Path, key: bytes, read_only: bool = False) -> Engine:
    """An engine on the encrypted file at `path`. `key` is the 32 raw bytes of the register's key."""

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect_to(path, key, read_only),
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=5,
        # The one that was used last has the pages still decrypted.
        pool_use_lifo=True,
        # An error's text may come into a log, and parameters are names and numbers of people.
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that begins plainly and turns out to be second fails at once; with IMMEDIATE it waits its turn.
        writes = connection.get_execution_options().get(WRITES)
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _mode(path: Path, read_only: bool) -> str:
    """How SQLite opens the file. Even a reader writes beside it, to tell the writer; on a write-protected drive nobody
    writes, so nobody needs to be told."""
    if not read_only:
        return "rwc"
    alone = not path.with_name(path.name + "-wal").exists() and not os.access(path.parent, os.W_OK)
    return "ro&immutable=1" if alone else "ro"


@contextmanager
def faults_of_the_machine(look_closer: Callable[[], Fault | None] | None = None) -> Iterator[None]:
    """Turns what the database says of disk, file and lock into `Fault` or `Refusal`; a bug passes through.
    `look_closer` is asked what it is where the database knows only that writing or reading failed."""
    try:
        yield
    except GatebookError:
        raise
    except (DBAPIError, sqlcipher.DatabaseError, sqlite3.DatabaseError) as error:
        known = error_of(error.orig if isinstance(error, DBAPIError) else error)
        if known is None:
            raise
        if known.code is FaultCode.IO and look_closer is not None:
            known = look_closer() or known
        raise known from error


_MEANINGS: tuple[tuple[str, GatebookError], ...] = (
    ("disk is full", Fault(FaultCode.DISK_FULL)),
    ("readonly database", Fault(FaultCode.READ_ONLY)),
    ("disk i/o error", Fault(FaultCode.IO)),
    ("unable to open database", Fault(FaultCode.NOT_FOUND)),
    # So SQLCipher says that a key does not fit the first page; what is no register was told apart before.
    ("file is not a database", Refusal(RefusalCode.KEY_FILE_DAMAGED, why="another register's")),
    ("disk image is malformed", Refusal(RefusalCode.NOT_A_REGISTER)),
    ("could not decode to utf-8", Refusal(RefusalCode.NOT_A_REGISTER)),
    ("database is locked", Refusal(RefusalCode.IN_USE)),
)


def error_of(error: BaseException | None) -> GatebookError | None:
    """What a database error means to a person; None for one that is the program's own."""
    if found := server_error_of(error):
        return found
    said = str(error).lower()
    for words, meaning in _MEANINGS:
        if words in said:
            return type(meaning)(meaning.code, **meaning.params)
    return None
