"""Statements of every scan, prepared once.

SQLAlchemy builds, caches and wraps a statement each time that it is run; for what a scan asks, that costs ten times
the query. A `Prepared` is a Core statement compiled once for each dialect, then given to the driver as it is, on the
connection and in the transaction of everything else. Only for columns of plain integers and text: values go in and
come out as the driver has them.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.sql.base import Executable

_Bind = Callable[[Mapping[str, Any]], Any]


class Prepared:
    """A statement with named places (`bindparam`).

    `build` gives it for a dialect's name: an upsert is written in the database's own dialect."""

    def __init__(self, build: Executable | Callable[[str], Executable]) -> None:
        self._build = build
        self._compiled: dict[str, tuple[str, _Bind, Callable[[Any], Any]]] = {}

    def first(self, connection: Connection, **values: Any) -> Any:
        """The first row, with its columns as attributes, or None."""
        sql, bind, to_row = self._for(connection)
        row = _driver(connection).execute(sql, bind(values)).fetchone()
        return None if row is None else to_row(row)

    def rows(self, connection: Connection, **values: Any) -> list[Any]:
        """All rows."""
        sql, bind, to_row = self._for(connection)
        return [to_row(row) for row in _driver(connection).execute(sql, bind(values)).fetchall()]

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Runs a statement that gives no rows."""
        sql, bind, _ = self._for(connection)
        _driver(connection).execute(sql, bind(values))

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """The same for many sets of values, in order."""
        sql, bind, _ = self._for(connection)
        _driver(connection).cursor().executemany(sql, [bind(row) for row in rows])

    def _for(self, connection: Connection) -> tuple[str, _Bind, Callable[[Any], Any]]:
        dialect = connection.dialect
        found = self._compiled.get(dialect.name)
        if found is None:
            statement = self._build(dialect.name) if callable(self._build) else self._build
            compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
            names = compiled.positiontup if compiled.positional else None
            columns = [column[0] for column in compiled._result_columns]
            to_row = namedtuple("Row", columns, rename=True)._make if columns else tuple  # type: ignore[attr-defined]
            found = (compiled.string, _binding(names, compiled.params), to_row)
            self._compiled[dialect.name] = found
        return found


def _binding(names: list[str] | None, fixed: Mapping[str, Any]) -> _Bind:
    """How a statement's places are filled: by position, or by name where the driver wants that. `fixed` are the
    values that stand in the statement itself."""
    if names is None:
        return lambda values: {**fixed, **values}
    own = {name: fixed[name] for name in names if fixed[name] is not None}
    if not own and len(names) > 1:
        return itemgetter(*names)
    return lambda values: [values[name] if name in values else own[name] for name in names]


def _driver(connection: Connection) -> Any:
    """The driver's connection, within a transaction that SQLAlchemy knows of."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.driver_connection


@lru_cache(maxsize=64)
def _insertion(table: Table) -> Prepared:
    return Prepared(insert(table))


def add_row(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Inserts one row, every column given."""
    _insertion(table).run(connection, row)


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts many rows, every column given in each."""
    if connection.dialect.name == "postgresql" and len(rows) > _FEW:
        _copy_rows(connection, table, rows)
    else:
        _insertion(table).run_all(connection, rows)


_FEW = 20
"""A server takes more rows than these quicker as one stream."""


def _copy_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    with _driver(connection).cursor() as cursor:
        with cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([row[name] for name in names])
