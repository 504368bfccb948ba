"""The days of many gates, counted, and who is inside there: what the coverage board adds up.

An index of the views, kept only where lines of other gates come in. A gate's day is counted anew whenever lines of it
came; adding up 18 million lines for each look at the board would take minutes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, insert, select

from db import desk_models, models
from db.books.day_totals import day_totals
from db.books.days import ENTRY_BOOKS
from db.books.purges import purged_days

_counts, _inside = desk_models.day_counts, desk_models.inside_counts
_entries, _seals, _presence = models.entries, models.seals, models.presence
_AT_ONCE = 100


def count_days(connection: Connection, gate: int, days: Iterable[str]) -> None:
    """Counts these days of a gate anew, and who is inside."""
    _count_inside(connection, gate)
    wanted = sorted(set(days))
    for start in range(0, len(wanted), _AT_ONCE):
        _count(connection, gate, wanted[start : start + _AT_ONCE])


def count_all_days(connection: Connection, gate: int) -> None:
    """Counts every day of a gate anew, and who is inside."""
    connection.execute(delete(_counts).where(_counts.c.gate == gate))
    days: set[str] = set()
    for table in (_entries, models.holds, models.refusals, models.incidents, _seals):
        days |= set(connection.scalars(select(table.c.day).where(table.c.gate == gate).distinct()))
    days |= set(purged_days(connection, gate))
    count_days(connection, gate, days)


def _count_inside(connection: Connection, gate: int) -> None:
    p = _presence.c
    counted = (
        select(p.pass_book, func.count()).where(p.gate == gate, p.direction == "in").group_by(p.pass_book)
    )
    rows = [{"gate": gate, "book": book, "holders": count} for book, count in connection.execute(counted)]
    connection.execute(delete(_inside).where(_inside.c.gate == gate))
    if rows:
        connection.execute(insert(_inside), rows)


def _count(connection: Connection, gate: int, days: list[str]) -> None:
    connection.execute(delete(_counts).where(_counts.c.gate == gate, _counts.c.day.in_(days)))
    none: dict[str, Any] = {**dict.fromkeys(_NAMES, 0), "gate": gate, "sealed": None}
    rows = {day: {**none, "day": day} for day in days}
    for row in connection.execute(_of_entries(gate, days)).mappings():
        rows[row["day"]].update({name: row[name] for name in row if row[name] is not None})
    for name, table in (
        ("fevers", models.holds),
        ("refused", models.refusals),
        ("incidents", models.incidents),
    ):
        counted = select(table.c.day, func.count()).where(table.c.gate == gate, table.c.day.in_(days))
        for day, count in connection.execute(counted.group_by(table.c.day)):
            rows[day][name] = count
    sealed = select(_seals.c.day, func.max(_seals.c.entries)).where(
        _seals.c.gate == gate, _seals.c.day.in_(days)
    )
    for day, count in connection.execute(sealed.group_by(_seals.c.day)):
        rows[day]["sealed"] = count
    for day in set(days) & set(purged_days(connection, gate)):
        totals = day_totals(connection, gate, day)
        rows[day].update({name: totals.get(name, 0) for name in _NAMES})
    full = [row for row in rows.values() if row["sealed"] is not None or any(row[name] for name in _NAMES)]
    if full:
        connection.execute(insert(_counts), full)


_NAMES = [c.name for c in _counts.c if not c.primary_key and c.name != "sealed"]


def _of_entries(gate: int, days: list[str]) -> Any:
    e = _entries.c
    stands = e.voided_at.is_(None)
    crossed = and_(stands, e.outcome == "passed")
    columns = [
        _how_many(and_(crossed, e.book == book, e.direction == way)).label(f"{book}_{way}")
        for book in ENTRY_BOOKS
        for way in ("in", "out")
    ]
    return (
        select(
            e.day,
            func.count().label("entries"),
            _how_many(e.voided_at.is_not(None)).label("voided"),
            _how_many(and_(stands, e.outcome == "turned_away")).label("turned_away"),
            *columns,
        )
        .where(e.gate == gate, e.day.in_(days))
        .group_by(e.day)
    )


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
