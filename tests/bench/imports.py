"""Another gate's lines, verified before, taken into a register, beside a bare `executemany` of the same rows.

Ours writes the lines and applies them to the views. The rival is given the very rows that came of that, of every
table, as tuples ready to bind, and puts them into the same encrypted file under another gate's number: one
`executemany` a table, one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, Table, select

from db import models
from db.ledger.kinds import apply_lines
from db.ledger.line import Line, parse_line
from db.ledger.store import put_lines, read_lines
from db.register import Register
from desktop.operations.sample import fill_sample
from tests.bench.measuring import Row, at_least, in_turns, seconds, sized
from tests.bench.registers import new_folder, new_register

PASSES = sized(400, 5)
DAYS = sized(10, 1)
PER_DAY = sized(2_000, 20)
ROUNDS = sized(5, 1)
GOAL = 0.3
_BATCH = 10_000
_RIVAL = 1_000
"""Added to a gate's number for the rival's rows."""


def imported() -> Row:
    """The row `import`, in lines a second."""
    with new_folder() as folder:
        sources = [_lines_of(folder, gate) for gate in range(100, 100 + ROUNDS)]
        ours, rival = iter(sources), iter(range(100, 100 + ROUNDS))
        with new_register(folder) as register:
            times = in_turns(
                lambda: seconds(lambda: _import(register, next(ours))),
                lambda: _rival_seconds(register, next(rival)),
                ROUNDS,
            )
    lines = len(sources[0])
    return at_least("import", lines / median(times[0]), lines / median(times[1]), GOAL, "lines/s")


ROWS: list[Callable[[], Row]] = [imported]


def _lines_of(folder: Path, gate: int) -> list[Line]:
    """All lines of another gate with passes and a few days."""
    with new_register(folder, gate) as register:
        fill_sample(register, PASSES, DAYS, PER_DAY, seed=gate, end=date.today() - timedelta(days=1))
        with register.reading() as connection:
            lines = [parse_line(line.encode()) for line in read_lines(connection, gate, 1)]
    # Verifying the chain asks each line for its hash.
    assert all(after.head.prev == line.hash for line, after in pairwise(lines)) and lines[-1].hash
    return lines


def _import(register: Register, lines: list[Line]) -> None:
    for start in range(0, len(lines), _BATCH):
        with register.writing() as ledger:
            put_lines(ledger.connection, lines[start : start + _BATCH])
            apply_lines(ledger.connection, lines[start : start + _BATCH])


def _rival_seconds(register: Register, gate: int) -> float:
    with register.reading() as connection:
        rows = {table: found for table in _gate_tables() if (found := _rows(connection, table, gate))}
    pool: Any = register.engine.pool
    plain = pool._creator()
    try:
        return seconds(lambda: _insert(plain, rows))
    finally:
        plain.close()


def _gate_tables() -> list[Table]:
    tables = [table for what in ("ledger", "view", "index") for table in models.tables_that_are(what)]
    return [table for table in tables if "gate" in table.c]


def _rows(connection: Connection, table: Table, gate: int) -> list[tuple[Any, ...]]:
    place = list(table.c).index(table.c.gate)
    found = connection.execute(select(table).where(table.c.gate == gate))
    return [(*row[:place], gate + _RIVAL, *row[place + 1 :]) for row in found]


def _insert(plain: Any, rows: dict[Table, list[tuple[Any, ...]]]) -> None:
    plain.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        marks = ",".join("?" * len(table.c))
        plain.executemany(f"INSERT INTO {table.name} VALUES ({marks})", found)
    plain.execute("COMMIT")
