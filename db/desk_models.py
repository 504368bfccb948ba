"""The tables of a command post: what came on sticks, what waits, what contradicts, the days counted for the board.

`post` is the gate number of the post whose line says so; a line like it in a gate's own ledger says it of nobody."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from db.schema import INDEX, LEDGER, LOCAL, REPLAYED, metadata


def _number(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _seq(name: str = "seq") -> Column[int]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


held_lines = Table(
    "held_lines",
    metadata,
    _number("gate"),
    _number("epoch"),
    _seq(),
    # Two accounts of one line may both be here.
    Column("hash", String(64), primary_key=True),
    Column("at", String(29), nullable=False),
    Column("operator", String(64), nullable=False),
    Column("kind", String(81), nullable=False),
    Column("commitment", String(64), nullable=False),
    Column("prev", String(64), nullable=False),
    Column("salt", String(32)),
    Column("body", Text),
    # `waiting` behind a gap, `forked`, or `rejected` by a lead.
    Column("why", String(8), nullable=False),
    info=LEDGER,
)

forks = Table("forks", metadata, _number("gate"), _number("epoch"), _seq(), info=LEDGER)

gaps = Table(
    "gaps",
    metadata,
    _number("gate"),
    _number("epoch"),
    _seq("first"),
    Column("last", BigInteger, nullable=False),
    info=LEDGER,
)

rejections = Table(
    "rejections",
    metadata,
    _number("post"),
    _number("gate"),
    _number("epoch"),
    _seq(),
    Column("hash", String(64), primary_key=True),
    info=REPLAYED,
)

witness_marks = Table(
    "witness_marks",
    metadata,
    _number("post"),
    _number("gate"),
    _number("epoch"),
    _seq(),
    Column("head", String(64), primary_key=True),
    info=REPLAYED,
)

arrivals = Table(
    "arrivals",
    metadata,
    # The post's own line that says so.
    _number("post"),
    _number("epoch"),
    _seq(),
    Column("at", String(29), nullable=False),
    Column("gate", Integer, nullable=False),
    Column("of_epoch", Integer, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("head", String(64), nullable=False),
    Column("new", Integer, nullable=False),
    # The days of the lines that it brought into the views, the newest day that they seal, their latest moment.
    Column("from_day", String(10)),
    Column("until_day", String(10)),
    Column("sealed_day", String(10)),
    Column("latest_at", String(29)),
    Index("arrivals_of_gate", "gate", "until_day"),
    info=REPLAYED,
)

day_counts = Table(
    "day_counts",
    metadata,
    _number("gate"),
    Column("day", String(10), primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("voided", Integer, nullable=False),
    Column("turned_away", Integer, nullable=False),
    *(
        Column(f"{book}_{way}", Integer, nullable=False)
        for book in ("official", "medical", "support", "resident", "visitor")
        for way in ("in", "out")
    ),
    Column("fevers", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("incidents", Integer, nullable=False),
    # How many of the day's lines the newest seal covers; null for an unsealed day.
    Column("sealed", Integer),
    Index("day_counts_by_day", "day"),
    info=INDEX,
)

inside_counts = Table(
    "inside_counts",
    metadata,
    _number("gate"),
    Column("book", String(8), primary_key=True),
    Column("holders", Integer, nullable=False),
    info=INDEX,
)

settled_findings = Table(
    "settled_findings",
    metadata,
    _number("post"),
    # What `db.books.findings` calls it.
    Column("finding", String(64), primary_key=True),
    Column("at", String(29), nullable=False),
    Column("operator", String(64), nullable=False),
    Column("note", Text, nullable=False),
    info=REPLAYED,
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("reason", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", String(29), nullable=False),
    # Whose lines it says that it holds, and who signed it, where it can be read.
    Column("gate", Integer),
    Column("key", String(64)),
    # The file itself, unless it is too large to be kept.
    Column("data", LargeBinary),
    info=LOCAL,
)
