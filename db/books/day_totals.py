"""What one day came to, in numbers: of its lines, and of those of which a purge has dropped the bodies."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import ColumnElement, Connection, case, func, select

from db import models
from db.books.days import ENTRY_BOOKS
from db.books.purges import after, purged_day


def day_totals(connection: Connection, gate: int, day: str) -> dict[str, int]:
    """The counts of a day that are not zero: what an earlier purge has counted, and the rows that came after."""
    before = purged_day(connection, gate, day)
    totals: Counter[str] = Counter(before.counts if before else {})
    e = models.entries.c
    stands = e.voided_at.is_(None)
    crossed = stands & (e.outcome == "passed")
    columns = [
        func.count().label("entries"),
        _how_many(e.voided_at.is_not(None)).label("voided"),
        _how_many(e.inferred.is_(True)).label("inferred"),
        _how_many(stands & (e.outcome == "turned_away")).label("turned_away"),
        *(
            _how_many(crossed & (e.book == book) & (e.direction == way)).label(f"{book}_{way}")
            for book in ENTRY_BOOKS
            for way in ("in", "out")
        ),
    ]
    mine = (e.gate == gate, e.day == day)
    found = connection.execute(select(*columns).where(*mine, after(models.entries, before))).mappings().one()
    totals.update({name: count or 0 for name, count in found.items()})
    for name, table in (
        ("fevers", models.holds),
        ("refused", models.refusals),
        ("incidents", models.incidents),
    ):
        counted = select(func.count()).select_from(table).where(table.c.gate == gate, table.c.day == day)
        totals[name] += connection.scalar(counted.where(after(table, before))) or 0
    top = connection.scalar(select(func.max(e.no)).where(*mine)) or 0
    totals["top"] = max(top, before.counts["top"] if before else 0)
    return {"".join(name): count for name, count in sorted(totals.items()) if count}


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
