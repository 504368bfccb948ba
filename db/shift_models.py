"""The table of shifts: one row for each change of shift."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from db.schema import VIEW, line_key, metadata

shifts = Table(
    "shifts",
    metadata,
    *line_key(),
    Column("at", String(29), nullable=False),
    Column("gave", String(64), nullable=False),
    # Null where the gate was closed and nobody took over.
    Column("took", String(64)),
    # The whole page as canonical JSON: it is read as one, and never searched.
    Column("page", Text, nullable=False),
    info=VIEW,
)
