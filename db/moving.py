"""Moving a whole register to another place: a command post that has outgrown one laptop goes to a server, or back.

The copy is made in one transaction and compared; only then is the old one marked as moved. From then on it opens to be
read and not to be written, so that a post never goes on in two places. Ended at any moment, it is done again: a copy
that is whole is not made twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, inspect, select

from db import models
from db.engine import WRITES, faults_of_the_machine
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.store import tip
from db.place import KEY_FILE, Place, place_of
from db.prepared import add_rows
from db.register import OWN_GATE, Register
from db.server import is_server, lock_whole
from db.settings import MOVED_TO, get_setting, put_setting
from db.trust.key_file import Unlocked
from db.trust.roles import Role

_AT_ONCE = 5000
# What is the place's own, and not the register's.
_STAY_BEHIND = (MOVED_TO, KEY_FILE, "waits")

Report = Callable[[int, int], None]


@dataclass(frozen=True)
class Moved:
    """Where a register is now, and how many rows it holds."""

    place: str
    rows: int


def move_register(
    register: Register, to: Path | str, unlocked: Unlocked, report: Report | None = None
) -> Moved:
    """Moves the register to a file or into the empty database of a URL. `unlocked` is what the lead's passphrase
    opens; `report(done, total)` is told of every few thousand rows, and may raise.

    Raises `Denied` (`NOT_ALLOWED`) but for a lead, `Refusal` (`REGISTER_EXISTS` where something else lies there)."""
    if unlocked.role < Role.LEAD or unlocked.signing_key is None:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)
    target = place_of(to)
    with ExitStack() as held, register.changing() as source:
        held.callback(target.close)
        lock_whole(source)
        target.lock(held)
        rows = _rows_of(source)
        if not _is_there(target, source, unlocked):
            _clear_unfinished(target)
            target.check_free()
            try:
                _copy(source, target, register, unlocked, rows, report)
            except BaseException:
                target.discard()
                raise
        put_setting(source, MOVED_TO, target.shown)
    register.writes = False
    return Moved(target.shown, sum(rows.values()))


def _is_there(target: Place, source: Connection, unlocked: Unlocked) -> bool:
    """Whether the copy was finished before, and only the mark on the old register is missing."""
    try:
        target.check_there()
        target.load_keys()
        engine = target.engine(unlocked.register_key)
        try:
            with faults_of_the_machine(), engine.connect() as connection:
                gate = get_setting(connection, OWN_GATE)
                if gate != get_setting(source, OWN_GATE):
                    return False
                ends = [tip(one, int(gate)) for one in (source, connection)]
                return ends[0] == ends[1] and _rows_of(connection) == _rows_of(source)
        finally:
            engine.dispose()
    except Refusal:
        return False


def _clear_unfinished(target: Place) -> None:
    """Takes away a copy on a server that was begun and never finished: it has its tables, and belongs to no gate yet.
    A file has another name until it is finished."""
    if not target.on_server:
        return
    engine = target.engine(b"")
    with faults_of_the_machine(), engine.connect() as connection:
        begun = inspect(connection).has_table("settings") and not get_setting(connection, OWN_GATE)
    engine.dispose()
    if begun:
        target.discard()


def _rows_of(connection: Connection) -> dict[str, int]:
    """How many rows each table has that are the register's own."""
    found = {}
    for name, table in sorted(models.metadata.tables.items()):
        wanted = select(func.count()).select_from(table)
        if table is models.settings:
            wanted = wanted.where(table.c.name.not_in(_STAY_BEHIND))
        found[name] = connection.scalar(wanted) or 0
    return found


def _copy(
    source: Connection,
    target: Place,
    register: Register,
    unlocked: Unlocked,
    rows: dict[str, int],
    report: Report | None,
) -> None:
    from db.migrations.run import upgrade

    engine = target.engine_to_build(unlocked.register_key)
    try:
        with faults_of_the_machine():
            upgrade(engine)
        _copy_rows(source, engine, register, rows, report)
    finally:
        engine.dispose()
    target.finish(register.key_file)


def _copy_rows(
    source: Connection, engine: Engine, register: Register, rows: dict[str, int], report: Report | None
) -> None:
    total, done = sum(rows.values()), 0
    with faults_of_the_machine(), engine.connect() as plain:
        connection = plain.execution_options(**{WRITES: True})
        with connection.begin():
            for name in rows:
                for batch in _batches(source, models.metadata.tables[name]):
                    add_rows(connection, models.metadata.tables[name], batch)
                    done += len(batch)
                    if report is not None:
                        report(done, total)
            connection.execute(delete(models.settings).where(models.settings.c.name.in_(_STAY_BEHIND)))
            if is_server(connection):
                _count_on(connection)
            if _rows_of(connection) != rows:
                raise RuntimeError("the copy lacks rows")
            if is_server(connection):
                put_setting(connection, KEY_FILE, register.key_file.encode().decode("utf-8"))
        if is_server(connection):
            with connection.begin():
                # The planner knows nothing of rows that came at once.
                connection.exec_driver_sql("ANALYZE")


def _batches(source: Connection, table: Table) -> Iterator[Sequence[Mapping[str, Any]]]:
    wanted = select(table).order_by(*table.primary_key).execution_options(yield_per=_AT_ONCE)
    yield from source.execute(wanted).mappings().partitions(_AT_ONCE)  # type: ignore[misc]


def _count_on(connection: Connection) -> None:
    """Numbers that the server gives out itself go on after the highest that came."""
    for table in models.metadata.tables.values():
        column = table.autoincrement_column
        if column is not None:
            name = f"pg_get_serial_sequence('{table.name}', '{column.name}')"
            top = f"(SELECT coalesce(max({column.name}), 0) + 1 FROM {table.name})"
            connection.exec_driver_sql(f"SELECT setval({name}, {top}, false)")
