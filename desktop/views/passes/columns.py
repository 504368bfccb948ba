"""How wide the columns of the table of passes are, by the room there is."""

from __future__ import annotations

from desktop.kit.cells import Cell
from desktop.kit.density import density
from desktop.kit.tables import ColumnPlan
from desktop.language import current_language


def pass_columns() -> list[ColumnPlan]:
    """In the order of `PassColumn`. Unit goes first when there is no room, then the last crossing. English words
    for a state are longer."""
    narrow = density().narrow
    return [
        ColumnPlan(Cell.CHECK, 48),
        ColumnPlan(Cell.TEXT, 150, least=130),
        ColumnPlan(Cell.NAME, 124, least=80 if narrow else 100, stretch=2),
        ColumnPlan(Cell.TEXT, 190, least=88, stretch=3, drop=2),
        ColumnPlan(Cell.TEXT, 112, least=96),
        ColumnPlan(Cell.STATUS, 122, least=108 if current_language() == "zh" else 118),
        ColumnPlan(Cell.LAST, 164, least=160, drop=1),
    ]
