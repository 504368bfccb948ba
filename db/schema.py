"""What the modules of tables share: one metadata, and what each table says that it is.

Each table says in `info` what it is: `view` (computed from lines, rebuilt by replay, the same on every register with
the same lines), `index` (also rebuilt, but only there to search), `local` (this machine's own) or `ledger`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ColumnElement, Index, Integer, MetaData, String

metadata = MetaData()

VIEW = {"is": "view"}
INDEX = {"is": "index"}
LOCAL = {"is": "local"}
REPLAYED = {**LOCAL, "replayed": True}
"""This machine's own, but computed from its lines: two posts that took in the same lines on other days differ in it."""
LEDGER = {"is": "ledger"}
_WHERE = "where"


def line_key() -> list[Column[int]]:
    """(gate, epoch, seq): the line from which a row of a view was computed."""
    return [
        Column("gate", Integer, primary_key=True, autoincrement=False),
        Column("epoch", Integer, primary_key=True, autoincrement=False),
        Column("seq", BigInteger, primary_key=True, autoincrement=False),
    ]


def pass_columns() -> list[Column[object]]:
    """The pass that a line is about, or nulls for a person without a card."""
    return [Column("pass_gate", Integer), Column("pass_book", String(8)), Column("pass_number", BigInteger)]


def partial_index(name: str, where: ColumnElement[bool], *columns: str) -> Index:
    """An index of some rows only, on both databases."""
    return Index(name, *columns, sqlite_where=where, info={_WHERE: where})


def prepare_for_postgresql() -> None:
    """Says to PostgreSQL's dialect what partial indexes hold. Only to those who use it: naming the dialect loads it,
    and would cost a gate a fifth of its start."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_kwargs["postgresql_where"] = index.info[_WHERE]
