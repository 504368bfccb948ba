"""The tables of trust: what a command post has admitted, what a gate took from its post, what a purge left behind.

`post` is the number of the command post whose ledger says so; a gate's own register has at most one."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text

from db.schema import LOCAL, VIEW, metadata


def _key(*names: str) -> list[Column[int]]:
    return [Column(name, Integer, primary_key=True, autoincrement=False) for name in names]


def _pass_key() -> list[Column[object]]:
    return [
        Column("gate", Integer, primary_key=True, autoincrement=False),
        Column("book", String(8), primary_key=True),
        Column("number", BigInteger, primary_key=True, autoincrement=False),
    ]


admissions = Table(
    "admissions",
    metadata,
    *_key("post", "gate"),
    Column("name", Text, nullable=False),
    Column("compound", Text, nullable=False),
    Column("recipient", String(64), nullable=False),
    Column("made_at", String(29), nullable=False),
    Column("state", String(8), nullable=False),
    Column("at", String(29), nullable=False),
    info=VIEW,
)

admitted_keys = Table(
    "admitted_keys",
    metadata,
    *_key("post", "gate"),
    Column("key", String(64), primary_key=True),
    Column("at", String(29), nullable=False),
    Column("compared", Integer, nullable=False),
    # The last line that the post had witnessed when it cut the key off; null for a key that stands.
    Column("cut_epoch", Integer),
    Column("cut_seq", BigInteger),
    Column("cut_head", String(64)),
    info=VIEW,
)

kept_cards = Table(
    "kept_cards",
    metadata,
    *_key("post", "gate"),
    Column("token", String(64), primary_key=True),
    info=VIEW,
)

compounds = Table(
    "compounds",
    metadata,
    *_key("post"),
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("area", Text, nullable=False),
    info=VIEW,
)

stopped_passes = Table(
    "stopped_passes",
    metadata,
    *_key("post"),
    *_pass_key(),
    Column("reason", Text, nullable=False),
    Column("at", String(29), nullable=False),
    info=VIEW,
)

answers_given = Table(
    "answers_given",
    metadata,
    *_key("post"),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("sha256", String(64), nullable=False),
    Column("at", String(29), nullable=False),
    info=VIEW,
)

joined_posts = Table(
    "joined_posts",
    metadata,
    *_key("gate"),
    Column("key", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("recipient", String(64), nullable=False),
    Column("joined_at", String(29), nullable=False),
    # The key that a person compared, and the gate's own signature over it.
    Column("joined_key", String(64), nullable=False),
    Column("gate_key", String(64), nullable=False),
    Column("signature", String(128), nullable=False),
    # The newest answer that was taken; 0 and nulls before the first.
    Column("number", BigInteger, nullable=False),
    Column("made_at", String(29)),
    Column("sha256", String(64)),
    Column("taken_at", String(29)),
    info=VIEW,
)

numbers_used = Table(
    "numbers_used",
    metadata,
    *_key("gate"),
    # A book, or `entries`; `day` is empty for a book. `why` is `epoch` (a block skipped) or `purged`.
    Column("what", String(8), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("why", String(6), primary_key=True),
    Column("last", BigInteger, nullable=False),
    info=VIEW,
)

purged_days = Table(
    "purged_days",
    metadata,
    # `post` is the gate whose line says so: the gate itself, or its command post for its own copy.
    *_key("post", "gate"),
    Column("day", String(10), primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    *(
        Column(name, Integer, nullable=False)
        for name in ("top", "entries", "voided", "inferred", "turned_away", "fevers", "refused", "incidents")
    ),
    *(
        Column(f"{book}_{way}", Integer, nullable=False)
        for book in ("official", "medical", "support", "resident", "visitor")
        for way in ("in", "out")
    ),
    info=VIEW,
)

purged_passes = Table(
    "purged_passes",
    metadata,
    *_key("gate"),
    Column("book", String(8), primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
    Column("revoked", Integer, nullable=False),
    info=VIEW,
)

trusted_gates = Table(
    "trusted_gates",
    metadata,
    *_key("gate"),
    Column("name", Text, nullable=False),
    Column("compound", Text, nullable=False),
    Column("area", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("head", String(64), nullable=False),
    info=LOCAL,
)

trusted_keys = Table(
    "trusted_keys",
    metadata,
    *_key("gate"),
    Column("key", String(64), primary_key=True),
    Column("key_id", String(8), nullable=False, index=True),
    info=LOCAL,
)

trusted_kept = Table(
    "trusted_kept",
    metadata,
    Column("token", String(64), primary_key=True),
    *_key("gate"),
    info=LOCAL,
)

trusted_revoked = Table(
    "trusted_revoked",
    metadata,
    *_pass_key(),
    # The lowest issue that is still good, or null where none is.
    Column("lowest", Integer),
    info=LOCAL,
)

answers = Table(
    "answers",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    info=LOCAL,
)

pins = Table(
    "pins",
    metadata,
    Column("operator", String(64), primary_key=True),
    Column("verifier", Text, nullable=False),
    info=LOCAL,
)
