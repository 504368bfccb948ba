"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates every table."""
    op.create_table(
        "admissions",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("compound", sa.Text(), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.String(length=29), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.PrimaryKeyConstraint("post", "gate"),
        info={"is": "view"},
    )
    op.create_table(
        "admitted_keys",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.Column("cut_epoch", sa.Integer(), nullable=True),
        sa.Column("cut_seq", sa.BigInteger(), nullable=True),
        sa.Column("cut_head", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("post", "gate", "key"),
        info={"is": "view"},
    )
    op.create_table(
        "answers",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        info={"is": "local"},
    )
    op.create_table(
        "answers_given",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.PrimaryKeyConstraint("post", "number"),
        info={"is": "view"},
    )
    op.create_table(
        "arrivals",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("gate", sa.Integer(), nullable=False),
        sa.Column("of_epoch", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.String(length=10), nullable=True),
        sa.Column("until_day", sa.String(length=10), nullable=True),
        sa.Column("sealed_day", sa.String(length=10), nullable=True),
        sa.Column("latest_at", sa.String(length=29), nullable=True),
        sa.PrimaryKeyConstraint("post", "epoch", "seq"),
        info={"is": "local", "replayed": True},
    )
    op.create_index("arrivals_of_gate", "arrivals", ["gate", "until_day"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
        info={"is": "ledger"},
    )
    op.create_table(
        "compounds",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("post", "id"),
        info={"is": "view"},
    )
    op.create_table(
        "day_counts",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("voided", sa.Integer(), nullable=False),
        sa.Column("turned_away", sa.Integer(), nullable=False),
        sa.Column("official_in", sa.Integer(), nullable=False),
        sa.Column("official_out", sa.Integer(), nullable=False),
        sa.Column("medical_in", sa.Integer(), nullable=False),
        sa.Column("medical_out", sa.Integer(), nullable=False),
        sa.Column("support_in", sa.Integer(), nullable=False),
        sa.Column("support_out", sa.Integer(), nullable=False),
        sa.Column("resident_in", sa.Integer(), nullable=False),
        sa.Column("resident_out", sa.Integer(), nullable=False),
        sa.Column("visitor_in", sa.Integer(), nullable=False),
        sa.Column("visitor_out", sa.Integer(), nullable=False),
        sa.Column("fevers", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("incidents", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("gate", "day"),
        info={"is": "index"},
    )
    op.create_index("day_counts_by_day", "day_counts", ["day"], unique=False)
    op.create_table(
        "entries",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("time", sa.String(length=29), nullable=False),
        sa.Column("instant", sa.String(length=24), nullable=False),
        sa.Column("direction", sa.String(length=3), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("pass_gate", sa.Integer(), nullable=True),
        sa.Column("pass_book", sa.String(length=8), nullable=True),
        sa.Column("pass_number", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("temp_tenths", sa.SmallInteger(), nullable=True),
        sa.Column("method", sa.String(length=8), nullable=True),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("override", sa.Text(), nullable=True),
        sa.Column("held", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=11), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("voided_at", sa.String(length=29), nullable=True),
        sa.Column("voided_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
        sqlite_with_rowid=False,
    )
    op.create_index("entries_by_day", "entries", ["gate", "day", "no"], unique=False)
    op.create_index(
        "entries_by_pass",
        "entries",
        ["pass_gate", "pass_book", "pass_number", "instant", "direction", "outcome", "inferred", "voided_at"],
        unique=False,
    )
    op.create_index(
        "entries_elsewhere",
        "entries",
        ["instant", "pass_gate", "pass_book", "pass_number"],
        unique=False,
        sqlite_where=sa.text("gate != pass_gate"),
        postgresql_where=sa.text("gate != pass_gate"),
    )
    op.create_index(
        "entries_without_card",
        "entries",
        ["name", "instant"],
        unique=False,
        sqlite_where=sa.text("pass_gate IS NULL"),
        postgresql_where=sa.text("pass_gate IS NULL"),
    )
    op.create_table(
        "exports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("gate", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        info={"is": "local"},
    )
    op.create_table(
        "forks",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "ledger"},
    )
    op.create_table(
        "gaps",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "first"),
        info={"is": "ledger"},
    )
    op.create_table(
        "gate_keys",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("old", sa.String(length=64), nullable=True),
        sa.Column("signature", sa.String(length=128), nullable=True),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_table(
        "gates",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("compound", sa.Text(), nullable=False),
        sa.Column("offset", sa.String(length=6), nullable=False),
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.String(length=29), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("gate"),
        info={"is": "view"},
    )
    op.create_table(
        "held_lines",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=81), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("why", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq", "hash"),
        info={"is": "ledger"},
    )
    op.create_table(
        "holds",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("pass_gate", sa.Integer(), nullable=True),
        sa.Column("pass_book", sa.String(length=8), nullable=True),
        sa.Column("pass_number", sa.BigInteger(), nullable=True),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=3), nullable=False),
        sa.Column("temp_tenths", sa.SmallInteger(), nullable=False),
        sa.Column("method", sa.String(length=8), nullable=True),
        sa.Column("ended_epoch", sa.Integer(), nullable=True),
        sa.Column("ended_seq", sa.BigInteger(), nullable=True),
        sa.Column("ended_outcome", sa.String(length=11), nullable=True),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_index("holds_by_day", "holds", ["gate", "day"], unique=False)
    op.create_index("holds_by_pass", "holds", ["pass_gate", "pass_book", "pass_number", "day"], unique=False)
    op.create_table(
        "incident_steps",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("incident", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_table(
        "incidents",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=True),
        sa.Column("pass_gate", sa.Integer(), nullable=True),
        sa.Column("pass_book", sa.String(length=8), nullable=True),
        sa.Column("pass_number", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.String(length=29), nullable=True),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_table(
        "inside_counts",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("holders", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "book"),
        info={"is": "index"},
    )
    op.create_table(
        "joined_posts",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("joined_at", sa.String(length=29), nullable=False),
        sa.Column("joined_key", sa.String(length=64), nullable=False),
        sa.Column("gate_key", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.String(length=29), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("taken_at", sa.String(length=29), nullable=True),
        sa.PrimaryKeyConstraint("gate"),
        info={"is": "view"},
    )
    op.create_table(
        "kept_cards",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("post", "gate", "token"),
        info={"is": "view"},
    )
    op.create_table(
        "lines",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=81), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "ledger"},
    )
    op.create_index(
        "lines_of_clock",
        "lines",
        ["gate", "epoch", "seq"],
        unique=False,
        sqlite_where=sa.text("kind = 'clock.noted'"),
        postgresql_where=sa.text("kind = 'clock.noted'"),
    )
    op.create_table(
        "numbers_used",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("why", sa.String(length=6), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "what", "day", "why"),
        info={"is": "view"},
    )
    op.create_table(
        "operators",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "operator"),
        info={"is": "local", "replayed": True},
    )
    op.create_table(
        "pass_issues",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("issue", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=13), nullable=True),
        sa.Column("token", sa.String(length=64), nullable=True),
        sa.Column("digits", sa.String(length=251), nullable=True),
        sa.Column("valid_from", sa.String(length=10), nullable=False),
        sa.Column("valid_until", sa.String(length=10), nullable=False),
        sa.Column("scope", sa.SmallInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("revoked_at", sa.String(length=29), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("gate", "book", "number", "issue"),
        info={"is": "view"},
    )
    op.create_table(
        "pass_words",
        sa.Column(
            "word",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "gate", "book", "number"),
        info={"is": "index"},
    )
    op.create_index("pass_words_of_pass", "pass_words", ["gate", "book", "number"], unique=False)
    op.create_table(
        "passes",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("issue", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id_type", sa.String(length=16), nullable=False),
        sa.Column("id_no", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.String(length=10), nullable=False),
        sa.Column("valid_until", sa.String(length=10), nullable=False),
        sa.Column("scope", sa.SmallInteger(), nullable=False),
        sa.Column("photo", sa.String(length=64), nullable=True),
        sa.Column("checked", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.String(length=29), nullable=False),
        sa.Column("revoked_at", sa.String(length=29), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("gate", "book", "number"),
        info={"is": "view"},
    )
    op.create_index("passes_by_person", "passes", ["id_no", "book"], unique=False)
    op.create_index(
        "passes_listed",
        "passes",
        ["book", "number", "gate", "valid_until", "revoked_at", "name", "unit", "issued_at"],
        unique=False,
    )
    op.create_index(
        "passes_revoked",
        "passes",
        ["gate", "book", "number", "revoked_at"],
        unique=False,
        sqlite_where=sa.text("revoked_at IS NOT NULL"),
        postgresql_where=sa.text("revoked_at IS NOT NULL"),
    )
    op.create_table(
        "pins",
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("operator"),
        info={"is": "local"},
    )
    op.create_table(
        "presence",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pass_gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pass_book", sa.String(length=8), nullable=False),
        sa.Column("pass_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("time", sa.String(length=29), nullable=False),
        sa.Column("instant", sa.String(length=24), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("direction", sa.String(length=3), nullable=False),
        sa.PrimaryKeyConstraint("gate", "pass_gate", "pass_book", "pass_number"),
        info={"is": "view"},
        sqlite_with_rowid=False,
    )
    op.create_index(
        "presence_elsewhere",
        "presence",
        ["direction", "pass_gate", "pass_book", "pass_number"],
        unique=False,
        sqlite_where=sa.text("gate != pass_gate"),
        postgresql_where=sa.text("gate != pass_gate"),
    )
    op.create_table(
        "prints",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("issue", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("layout", sa.String(length=8), nullable=False),
        sa.Column("printer", sa.String(length=128), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "book", "number", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_index("prints_by_line", "prints", ["gate", "epoch", "seq"], unique=False)
    op.create_table(
        "purged_days",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("top", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("voided", sa.Integer(), nullable=False),
        sa.Column("inferred", sa.Integer(), nullable=False),
        sa.Column("turned_away", sa.Integer(), nullable=False),
        sa.Column("fevers", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("incidents", sa.Integer(), nullable=False),
        sa.Column("official_in", sa.Integer(), nullable=False),
        sa.Column("official_out", sa.Integer(), nullable=False),
        sa.Column("medical_in", sa.Integer(), nullable=False),
        sa.Column("medical_out", sa.Integer(), nullable=False),
        sa.Column("support_in", sa.Integer(), nullable=False),
        sa.Column("support_out", sa.Integer(), nullable=False),
        sa.Column("resident_in", sa.Integer(), nullable=False),
        sa.Column("resident_out", sa.Integer(), nullable=False),
        sa.Column("visitor_in", sa.Integer(), nullable=False),
        sa.Column("visitor_out", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("post", "gate", "day"),
        info={"is": "view"},
    )
    op.create_table(
        "purged_passes",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "book", "first"),
        info={"is": "view"},
    )
    op.create_table(
        "refusals",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=True),
        sa.Column("pass_gate", sa.Integer(), nullable=True),
        sa.Column("pass_book", sa.String(length=8), nullable=True),
        sa.Column("pass_number", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_index("refusals_by_day", "refusals", ["gate", "day"], unique=False)
    op.create_index("refusals_by_pass", "refusals", ["pass_gate", "pass_book", "pass_number"], unique=False)
    op.create_table(
        "rejections",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("post", "gate", "epoch", "seq", "hash"),
        info={"is": "local", "replayed": True},
    )
    op.create_table(
        "reservations",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=13), nullable=True),
        sa.Column("bound", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "book", "number"),
        info={"is": "view"},
    )
    op.create_table(
        "retakes",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("temp_tenths", sa.SmallInteger(), nullable=False),
        sa.Column("method", sa.String(length=8), nullable=True),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_table(
        "seals",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_index("seals_by_day", "seals", ["gate", "day"], unique=False)
    op.create_table(
        "set_aside",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("gate", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=64), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("sha256"),
        info={"is": "local"},
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        info={"is": "local"},
    )
    op.create_table(
        "settled_findings",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("finding", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("operator", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("post", "finding"),
        info={"is": "local", "replayed": True},
    )
    op.create_table(
        "shifts",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.Column("gave", sa.String(length=64), nullable=False),
        sa.Column("took", sa.String(length=64), nullable=True),
        sa.Column("page", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_table(
        "stopped_passes",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=29), nullable=False),
        sa.PrimaryKeyConstraint("post", "gate", "book", "number"),
        info={"is": "view"},
    )
    op.create_table(
        "strays",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=81), nullable=False),
        sa.Column("why", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("gate", "epoch", "seq"),
        info={"is": "view"},
    )
    op.create_table(
        "trusted_gates",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("compound", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("gate"),
        info={"is": "local"},
    )
    op.create_table(
        "trusted_kept",
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("token", "gate"),
        info={"is": "local"},
    )
    op.create_table(
        "trusted_keys",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("key_id", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("gate", "key"),
        info={"is": "local"},
    )
    op.create_index(op.f("ix_trusted_keys_key_id"), "trusted_keys", ["key_id"], unique=False)
    op.create_table(
        "trusted_revoked",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("book", sa.String(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lowest", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("gate", "book", "number"),
        info={"is": "local"},
    )
    op.create_table(
        "watched",
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pass_gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pass_book", sa.String(length=8), nullable=False),
        sa.Column("pass_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("due", sa.String(length=29), nullable=True),
        sa.Column("since", sa.String(length=29), nullable=False),
        sa.PrimaryKeyConstraint("gate", "pass_gate", "pass_book", "pass_number", "what"),
        info={"is": "view"},
    )
    op.create_table(
        "witness_marks",
        sa.Column("post", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gate", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("post", "gate", "epoch", "seq", "head"),
        info={"is": "local", "replayed": True},
    )


def downgrade() -> None:
    """Drops every table."""
    op.drop_table("witness_marks")
    op.drop_table("watched")
    op.drop_table("trusted_revoked")
    op.drop_index(op.f("ix_trusted_keys_key_id"), table_name="trusted_keys")
    op.drop_table("trusted_keys")
    op.drop_table("trusted_kept")
    op.drop_table("trusted_gates")
    op.drop_table("strays")
    op.drop_table("stopped_passes")
    op.drop_table("shifts")
    op.drop_table("settled_findings")
    op.drop_table("settings")
    op.drop_table("set_aside")
    op.drop_index("seals_by_day", table_name="seals")
    op.drop_table("seals")
    op.drop_table("retakes")
    op.drop_table("reservations")
    op.drop_table("rejections")
    op.drop_index("refusals_by_pass", table_name="refusals")
    op.drop_index("refusals_by_day", table_name="refusals")
    op.drop_table("refusals")
    op.drop_table("purged_passes")
    op.drop_table("purged_days")
    op.drop_index("prints_by_line", table_name="prints")
    op.drop_table("prints")
    op.drop_index(
        "presence_elsewhere",
        table_name="presence",
        sqlite_where=sa.text("gate != pass_gate"),
        postgresql_where=sa.text("gate != pass_gate"),
    )
    op.drop_table("presence")
    op.drop_table("pins")
    op.drop_index(
        "passes_revoked",
        table_name="passes",
        sqlite_where=sa.text("revoked_at IS NOT NULL"),
        postgresql_where=sa.text("revoked_at IS NOT NULL"),
    )
    op.drop_index("passes_listed", table_name="passes")
    op.drop_index("passes_by_person", table_name="passes")
    op.drop_table("passes")
    op.drop_index("pass_words_of_pass", table_name="pass_words")
    op.drop_table("pass_words")
    op.drop_table("pass_issues")
    op.drop_table("operators")
    op.drop_table("numbers_used")
    op.drop_index(
        "lines_of_clock",
        table_name="lines",
        sqlite_where=sa.text("kind = 'clock.noted'"),
        postgresql_where=sa.text("kind = 'clock.noted'"),
    )
    op.drop_table("lines")
    op.drop_table("kept_cards")
    op.drop_table("joined_posts")
    op.drop_table("inside_counts")
    op.drop_table("incidents")
    op.drop_table("incident_steps")
    op.drop_index("holds_by_pass", table_name="holds")
    op.drop_index("holds_by_day", table_name="holds")
    op.drop_table("holds")
    op.drop_table("held_lines")
    op.drop_table("gates")
    op.drop_table("gate_keys")
    op.drop_table("gaps")
    op.drop_table("forks")
    op.drop_table("exports")
    op.drop_index(
        "entries_without_card",
        table_name="entries",
        sqlite_where=sa.text("pass_gate IS NULL"),
        postgresql_where=sa.text("pass_gate IS NULL"),
    )
    op.drop_index(
        "entries_elsewhere",
        table_name="entries",
        sqlite_where=sa.text("gate != pass_gate"),
        postgresql_where=sa.text("gate != pass_gate"),
    )
    op.drop_index("entries_by_pass", table_name="entries")
    op.drop_index("entries_by_day", table_name="entries")
    op.drop_table("entries")
    op.drop_index("day_counts_by_day", table_name="day_counts")
    op.drop_table("day_counts")
    op.drop_table("compounds")
    op.drop_table("attachments")
    op.drop_index("arrivals_of_gate", table_name="arrivals")
    op.drop_table("arrivals")
    op.drop_table("answers_given")
    op.drop_table("answers")
    op.drop_table("admitted_keys")
    op.drop_table("admissions")
