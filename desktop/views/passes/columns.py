"""How wide the columns of the table of passes are, by the room there is."""

from __future__ import annotations

from desktop.kit.cells import Cell
from desktop.kit.density import density
from desktop.kit.tables import ColumnPlan
from desktop.language import current_language


def pass_columns() -> list[ColumnPlan]:
    """In the order of `PassColumn`. Unit goes first when there is no room, then the last crossing. English words
    for a state are longer."""
    narrow, chinese = density().narrow, current_language() == "zh"
    return [
        ColumnPlan(Cell.CHECK, 48),
        ColumnPlan(Cell.TEXT, 136, least=130),
        ColumnPlan(Cell.NAME, 124, least=80 if narrow else 100, stretch=2),
        ColumnPlan(Cell.TEXT, 192, least=88, stretch=3, drop=2),
        ColumnPlan(Cell.TEXT, 106, least=96),
        ColumnPlan(Cell.STATUS, 108 if chinese else 128, least=108 if chinese else 128),
        ColumnPlan(Cell.LAST, 154 if chinese else 168, least=150 if chinese else 164, drop=1),
    ]
