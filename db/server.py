"""Registers on a PostgreSQL server: for a command post whose clerks work on several machines at once.

The database is named by a `postgresql://` URL, in libpq's own form; what is left out of it libpq finds in its usual
places (`PGPASSFILE`, `PGHOST`, a service file). Nothing there is encrypted by this program: who may read the server's
disk is the server's matter. The key file lies in the database itself, so that all clerks have the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import Fault, FaultCode, GatebookError, Refusal, RefusalCode
from db.schema import prepare_for_postgresql

_APPEND_LOCK = 0x67617465
"""The advisory lock under which the one ledger of the desk grows; 'gate' in ASCII."""
_GATE_LOCKS = 0x6761
"""The first half of the locks under which the lines of one gate are merged; the second half is its number."""
_MIGRATION_LOCK = 0x67616D69
_CONNECT_SECONDS = 10


def is_url(where: object) -> bool:
    """Whether `where` names a database on a server rather than a file."""
    return isinstance(where, str) and "://" in where


def parse_url(text: str) -> URL:
    """The URL of a database. Raises `Refusal` (`INVALID`, field `register`) for one that is not PostgreSQL's."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise Refusal(RefusalCode.INVALID, field="register") from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise Refusal(RefusalCode.INVALID, field="register")
    return url.set(drivername="postgresql+psycopg")


def shown(url: URL) -> str:
    """The URL as it may be shown: without its password."""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def holds_password(text: str) -> bool:
    """Whether a URL holds a password, so that it must not be written down. Raises as `parse_url` does."""
    return parse_url(text).password is not None


def make_server_engine(url: URL, read_only: bool, writes: str) -> Engine:
    """An engine on a database. `writes` is the execution option of connections that are going to write.

    Raises `Refusal` (`NO_SERVER_PARTS`) where this installation cannot speak to a server."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise Refusal(RefusalCode.NO_SERVER_PARTS) from None
    prepare_for_postgresql()
    engine = create_engine(
        url,
        pool_size=3,
        max_overflow=5,
        pool_pre_ping=True,
        connect_args={"connect_timeout": _CONNECT_SECONDS, "application_name": "gatebook"},
    )

    @event.listens_for(engine, "connect")
    def _steady(connection: Any, _record: object) -> None:
        # Acknowledged means durable here too, whatever the server's own setting.
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = on")
            cursor.execute("SET client_min_messages = warning")
            if read_only:
                cursor.execute("SET default_transaction_read_only = on")
        connection.commit()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A reader sees one state. A writer must see what others committed before it got a lock.
        if not connection.get_execution_options().get(writes):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def is_server(connection: Connection) -> bool:
    """Whether this connection leads to a server."""
    return connection.dialect.name == "postgresql"


_PLANS = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin")


@contextmanager
def looking_up(connection: Connection) -> Iterator[None]:
    """Within it the server looks rows up one by one in its indexes. It misjudges how few cards are away from home, and
    would read all entries of all weeks instead. A file's planner is told by `db.planner`."""
    if not is_server(connection):
        yield
        return
    for plan in _PLANS:
        connection.exec_driver_sql(f"SET LOCAL {plan} = off")
    yield
    for plan in _PLANS:
        connection.exec_driver_sql(f"SET LOCAL {plan} TO DEFAULT")


def lock_appending(connection: Connection) -> None:
    """Waits until no other clerk appends to the desk's ledger, until this transaction ends. A file has one writer."""
    _lock(connection, "SELECT pg_advisory_xact_lock(%(key)s)", key=_APPEND_LOCK)


def lock_gate(connection: Connection, gate: int) -> None:
    """Waits until no other clerk merges lines of `gate`, until this transaction ends."""
    _lock(connection, "SELECT pg_advisory_xact_lock(%(key)s, %(gate)s)", key=_GATE_LOCKS, gate=gate)


def lock_whole(connection: Connection) -> None:
    """Waits until no other clerk changes anything, until this transaction ends."""
    if is_server(connection):
        connection.exec_driver_sql("LOCK TABLE lines, held_lines, settings IN EXCLUSIVE MODE")


def lock_migrating(connection: Connection) -> None:
    """Waits until no other clerk's program brings the tables up to date."""
    _lock(connection, "SELECT pg_advisory_xact_lock(%(key)s)", key=_MIGRATION_LOCK)


def _lock(connection: Connection, statement: str, **values: int) -> None:
    if is_server(connection):
        connection.exec_driver_sql(statement, values)


# Classes of SQLSTATE, longest first: https://www.postgresql.org/docs/18/errcodes-appendix.html
_STATES: tuple[tuple[str, type[GatebookError], FaultCode | RefusalCode], ...] = (
    ("53100", Fault, FaultCode.DISK_FULL),
    ("25006", Fault, FaultCode.READ_ONLY),
    ("3D000", Refusal, RefusalCode.NO_REGISTER),
    ("28", Refusal, RefusalCode.SERVER_REFUSED),
    ("42501", Refusal, RefusalCode.SERVER_REFUSED),
    ("58", Fault, FaultCode.IO),
    ("57", Fault, FaultCode.SERVER_GONE),
    ("53", Fault, FaultCode.SERVER_GONE),
    ("08", Fault, FaultCode.SERVER_GONE),
)


def server_error_of(error: BaseException | None) -> GatebookError | None:
    """What an error of the server means to a person; None for one that is the program's own, or no server's."""
    if not type(error).__module__.startswith("psycopg"):
        return None
    state = str(getattr(error, "sqlstate", None) or "")
    for start, family, code in _STATES:
        if state.startswith(start):
            return family(code)
    if not state and any(one.__name__ == "OperationalError" for one in type(error).__mro__):
        # Nothing was said by a server: there was none, or the line broke. Before it took the name and password, its
        # answer has no SQLSTATE in psycopg either.
        said = str(error).lower()
        refused = "authentication" in said or "no pg_hba.conf entry" in said
        absent = "does not exist" in said and "database" in said
        if refused:
            return Refusal(RefusalCode.SERVER_REFUSED)
        return Refusal(RefusalCode.NO_REGISTER) if absent else Fault(FaultCode.SERVER_GONE)
    return None
