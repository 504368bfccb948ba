"""The tables. `lines` is the ledger and the only truth; every other gate table is a view computed from it.

Each table says in `info` what it is: see `db.schema`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    and_,
    column,
)

from db import desk_models, shift_models, trust_models
from db.schema import INDEX, LOCAL, REPLAYED, VIEW, metadata
from db.schema import line_key as _line_key
from db.schema import partial_index as _partial
from db.schema import pass_columns as _pass_columns

SCHEMA = "0001"
"""The newest migration; a register at any other revision is migrated, or refused when it is unknown."""


lines = Table(
    "lines",
    metadata,
    *_line_key(),
    Column("at", String(29), nullable=False),
    Column("operator", String(64), nullable=False),
    Column("kind", String(81), nullable=False),
    Column("commitment", String(64), nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("salt", String(32)),
    Column("body", Text),
    _partial("lines_of_clock", column("kind") == "clock.noted", "gate", "epoch", "seq"),
    info={"is": "ledger"},
)

attachments = Table(
    "attachments",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    info={"is": "ledger"},
)

gates = Table(
    "gates",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("compound", Text, nullable=False),
    Column("offset", String(6), nullable=False),
    Column("app", Text, nullable=False),
    Column("opened_at", String(29), nullable=False),
    Column("practice", Boolean, nullable=False, default=False),
    info=VIEW,
)

gate_keys = Table(
    "gate_keys",
    metadata,
    *_line_key(),
    Column("key", String(64), nullable=False),
    # The key before it, and that key's signature over this one; nulls for a gate's first key.
    Column("old", String(64)),
    Column("signature", String(128)),
    Column("at", String(29), nullable=False),
    info=VIEW,
)

operators = Table(
    "operators",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("operator", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("disabled", Boolean, nullable=False, default=False),
    info=REPLAYED,
)

passes = Table(
    "passes",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("book", String(8), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("issue", SmallInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("id_type", String(16), nullable=False),
    Column("id_no", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("home", Text, nullable=False),
    Column("plate", Text, nullable=False),
    Column("remark", Text, nullable=False),
    Column("valid_from", String(10), nullable=False),
    Column("valid_until", String(10), nullable=False),
    Column("scope", SmallInteger, nullable=False),
    Column("photo", String(64)),
    Column("checked", Text, nullable=False),
    Column("issued_at", String(29), nullable=False),
    Column("revoked_at", String(29)),
    Column("revoked_reason", Text),
    Index("passes_by_person", "id_no", "book"),
    # All that listing a book, counting its states and sorting it read: the rows themselves are ten times wider.
    Index(
        "passes_listed",
        "book",
        "number",
        "gate",
        "valid_until",
        "revoked_at",
        "name",
        "unit",
        "issued_at",
    ),
    _partial("passes_revoked", column("revoked_at").is_not(None), "gate", "book", "number", "revoked_at"),
    info=VIEW,
)

pass_issues = Table(
    "pass_issues",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("book", String(8), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("issue", SmallInteger, primary_key=True, autoincrement=False),
    Column("code", String(13)),
    Column("token", String(64)),
    Column("digits", String(251)),
    Column("valid_from", String(10), nullable=False),
    Column("valid_until", String(10), nullable=False),
    Column("scope", SmallInteger, nullable=False),
    Column("reason", Text),
    Column("at", String(29), nullable=False),
    Column("operator", String(64), nullable=False),
    # A further issue makes a revoked pass good again; the verdict as of a time between still needs them.
    Column("revoked_at", String(29)),
    Column("revoked_reason", Text),
    info=VIEW,
)

reservations = Table(
    "reservations",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("book", String(8), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("code", String(13)),
    Column("bound", Boolean, nullable=False, default=False),
    info=VIEW,
)

prints = Table(
    "prints",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("book", String(8), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("issue", SmallInteger, nullable=False),
    Column("at", String(29), nullable=False),
    Column("operator", String(64), nullable=False),
    Column("layout", String(8), nullable=False),
    Column("printer", String(128), nullable=False),
    # Where it lay: the sheet and its place, from 1; 0 where a sheet has one place.
    Column("sheet", Integer, nullable=False),
    Column("place", SmallInteger, nullable=False),
    Index("prints_by_line", "gate", "epoch", "seq"),
    info=VIEW,
)

pass_words = Table(
    "pass_words",
    metadata,
    Column("word", String(64).with_variant(String(64, collation="C"), "postgresql"), primary_key=True),
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("book", String(8), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Index("pass_words_of_pass", "gate", "book", "number"),
    info=INDEX,
)

entries = Table(
    "entries",
    metadata,
    *_line_key(),
    Column("day", String(10), nullable=False),
    Column("no", Integer, nullable=False),
    Column("time", String(29), nullable=False),
    Column("instant", String(24), nullable=False),
    Column("direction", String(3), nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("book", String(8), nullable=False),
    *_pass_columns(),
    Column("name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("temp_tenths", SmallInteger),
    Column("method", String(8)),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text),
    Column("override", Text),
    Column("held", BigInteger),
    Column("outcome", String(11), nullable=False),
    Column("note", Text, nullable=False),
    Column("operator", String(64), nullable=False),
    Column("voided_at", String(29)),
    Column("voided_reason", Text),
    Index("entries_by_day", "gate", "day", "no"),
    # With all that tells where a card cannot have been: the rows themselves are ten times wider.
    Index(
        "entries_by_pass",
        *("pass_gate", "pass_book", "pass_number", "instant"),
        *("direction", "outcome", "inferred", "voided_at"),
    ),
    # Few lines each: cards used away from home, and people without a card by name.
    _partial(
        "entries_elsewhere",
        column("gate") != column("pass_gate"),
        *("instant", "pass_gate", "pass_book", "pass_number"),
    ),
    _partial("entries_without_card", column("pass_gate").is_(None), "name", "instant"),
    # Each page that a scan touches is encrypted and written once more: no second tree for the key.
    sqlite_with_rowid=False,
    info=VIEW,
)

presence = Table(
    "presence",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("pass_gate", Integer, primary_key=True, autoincrement=False),
    Column("pass_book", String(8), primary_key=True),
    Column("pass_number", BigInteger, primary_key=True, autoincrement=False),
    Column("time", String(29), nullable=False),
    Column("instant", String(24), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("direction", String(3), nullable=False),
    # Cards that were used away from home: few at any gate.
    _partial(
        "presence_elsewhere",
        column("gate") != column("pass_gate"),
        *("direction", "pass_gate", "pass_book", "pass_number"),
    ),
    sqlite_with_rowid=False,
    info=VIEW,
)

holds = Table(
    "holds",
    metadata,
    *_line_key(),
    Column("day", String(10), nullable=False),
    Column("at", String(29), nullable=False),
    *_pass_columns(),
    Column("book", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("direction", String(3), nullable=False),
    Column("temp_tenths", SmallInteger, nullable=False),
    Column("method", String(8)),
    Column("ended_epoch", Integer),
    Column("ended_seq", BigInteger),
    Column("ended_outcome", String(11)),
    Index("holds_by_pass", "pass_gate", "pass_book", "pass_number", "day"),
    Index("holds_by_day", "gate", "day"),
    info=VIEW,
)

retakes = Table(
    "retakes",
    metadata,
    *_line_key(),
    Column("held", BigInteger, nullable=False),
    Column("at", String(29), nullable=False),
    Column("temp_tenths", SmallInteger, nullable=False),
    Column("method", String(8)),
    info=VIEW,
)

incidents = Table(
    "incidents",
    metadata,
    *_line_key(),
    Column("day", String(10), nullable=False),
    Column("at", String(29), nullable=False),
    Column("what", String(16), nullable=False),
    Column("held", BigInteger),
    *_pass_columns(),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("closed_at", String(29)),
    info=VIEW,
)

incident_steps = Table(
    "incident_steps",
    metadata,
    *_line_key(),
    Column("incident", BigInteger, nullable=False),
    Column("step", String(32), nullable=False),
    Column("note", Text, nullable=False),
    Column("at", String(29), nullable=False),
    info=VIEW,
)

refusals = Table(
    "refusals",
    metadata,
    *_line_key(),
    Column("day", String(10), nullable=False),
    Column("at", String(29), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("token_sha256", String(64)),
    *_pass_columns(),
    Column("reason", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index("refusals_by_day", "gate", "day"),
    Index("refusals_by_pass", "pass_gate", "pass_book", "pass_number"),
    info=VIEW,
)

watched = Table(
    "watched",
    metadata,
    Column("gate", Integer, primary_key=True, autoincrement=False),
    Column("pass_gate", Integer, primary_key=True, autoincrement=False),
    Column("pass_book", String(8), primary_key=True),
    Column("pass_number", BigInteger, primary_key=True, autoincrement=False),
    Column("what", String(16), primary_key=True),
    Column("note", Text, nullable=False),
    Column("due", String(29)),
    Column("since", String(29), nullable=False),
    info=VIEW,
)

seals = Table(
    "seals",
    metadata,
    *_line_key(),
    Column("day", String(10), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("key", String(64), nullable=False),
    Column("signature", String(128), nullable=False),
    Column("at", String(29), nullable=False),
    Column("operator", String(64), nullable=False),
    Index("seals_by_day", "gate", "day"),
    info=VIEW,
)

strays = Table(
    "strays",
    metadata,
    *_line_key(),
    Column("kind", String(81), nullable=False),
    Column("why", String(64), nullable=False),
    info=VIEW,
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    info=LOCAL,
)

exports = Table(
    "exports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(29), nullable=False),
    Column("day", String(10), nullable=False),
    Column("gate", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("target", Text, nullable=False),
    # The age key that can open it; empty where it left plain.
    Column("recipient", String(64), nullable=False),
    info=LOCAL,
)


# Their tables stand in the same metadata.
assert trust_models.metadata is desk_models.metadata is shift_models.metadata is metadata


def tables_that_are(what: str) -> list[Table]:
    """The tables of one sort (`view`, `index`, `local`, `ledger`), by name."""
    return [table for name, table in sorted(metadata.tables.items()) if table.info["is"] == what]


def replayed_tables() -> list[Table]:
    """The tables that are computed from lines, by name."""
    return [
        table
        for name, table in sorted(metadata.tables.items())
        if table.info["is"] in ("view", "index") or table.info.get("replayed")
    ]


def owner_column(table: Table) -> ColumnElement[int] | None:
    """The column that says whose lines a row was computed from; None where rows belong to nobody."""
    owners = [column for column in table.primary_key if column.name in ("post", "gate")]
    return owners[0] if owners else None


def same_key(table: Table, values: Mapping[str, object]) -> ColumnElement[bool]:
    """The condition that a row's primary key is the one in `values`."""
    return and_(*(column == values[column.name] for column in table.primary_key))
