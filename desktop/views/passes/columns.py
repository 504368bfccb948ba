"""How wide the columns of the table of passes are, by the room there is."""

from __future__ import annotations

from desktop.kit.cells import Cell
from desktop.kit.density import density
from desktop.kit.tables import ColumnPlan


def pass_columns() -> list[ColumnPlan]:
    """In the order of `PassColumn`. Unit goes first when there is no room, then the last crossing."""
    narrow = density().narrow
    return [
        ColumnPlan(Cell.CHECK, 48),
        ColumnPlan(Cell.TEXT, 150, least=140),
        ColumnPlan(Cell.NAME, 124, least=84 if narrow else 100, stretch=2),
        ColumnPlan(Cell.TEXT, 190, least=88, stretch=3, drop=2),
        ColumnPlan(Cell.TEXT, 112, least=104),
        ColumnPlan(Cell.STATUS, 122, least=108),
        ColumnPlan(Cell.LAST, 156, least=150, drop=1),
    ]
