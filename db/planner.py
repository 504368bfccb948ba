"""What SQLite's query planner is told of the tables.

A register that was never analysed is taken for one in which a gate's number, the same in nearly every row, picks out a
dozen of them: whole tables are then read where an index would do (half a second for the counters of a day among a
million lines). Analysing an empty register says nothing, and analysing a full one takes seconds; so a register is told
from the start what a gate's tables come to look like. PostgreSQL finds out by itself.
"""

from __future__ import annotations

from sqlalchemy import Connection

_ROWS = 1_000_000
_LINE_KEY = {"gate", "epoch", "seq"}
_OTHER_ROWS = 20_000
"""Of tables whose rows are not lines: passes, people inside, words."""
_FEW = 1_000
"""Of an index of some rows only: it was made because they are few."""

_VALUES = {
    "gate": 5,
    "epoch": 1,
    "post": 1,
    "pass_gate": 5,
    "book": 3,
    "pass_book": 3,
    "direction": 2,
    "kind": 20,
    "day": 500,
}
"""How many values a column has; one that is not named here has another in each row."""


def tell_planner(connection: Connection) -> None:
    """Writes the statistics of every index, in the caller's transaction. Does nothing on PostgreSQL."""
    if connection.dialect.name != "sqlite":
        return
    run = connection.exec_driver_sql
    run("ANALYZE sqlite_schema")  # makes the table of statistics
    run("DELETE FROM sqlite_stat1")
    tables = [
        row[0]
        for row in run("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    ]
    for table in tables:
        columns = {row[1] for row in run(f"PRAGMA table_info({table})")}
        rows = _ROWS if columns >= _LINE_KEY else _OTHER_ROWS
        for index, partial in [(row[1], row[4]) for row in run(f"PRAGMA index_list({table})")]:
            named = [row[2] for row in run(f"PRAGMA index_info({index})")]
            told = _told(_FEW if partial else rows, named)
            run("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", (table, index, told))
    run("ANALYZE sqlite_schema")  # reads it


def _told(rows: int, columns: list[str]) -> str:
    """The rows of an index, and how many of them share its first column, its first two, and so on."""
    shared = [rows]
    for column in columns:
        shared.append(max(1, shared[-1] // _VALUES.get(column, rows)))
    return " ".join(str(number) for number in shared)
