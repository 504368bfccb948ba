"""One line of a day, as it leaves the register for people to read: in the csv, the xlsx and the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

OFFICIAL_BOOKS = ("official", "medical", "support")
BOOKS = (*OFFICIAL_BOOKS, "resident", "visitor")


@dataclass(frozen=True)
class DayLogRow:
    """A numbered line.

    no: from 1 each day, voided ones too.
    time: when it happened, with the gate's offset.
    direction: `in` or `out`. book: `official`, `medical`, `support`, `resident` or `visitor`.
    pass_text: `M-0312-000123`, never masked; empty for a person without a card.
    name: masked already, unless a lead said why not.
    temp_tenths: tenths of a degree Celsius.
    verdict: one of the fixed names. operator: who recorded it. note: reasons and remarks.
    """

    no: int
    time: datetime
    direction: str
    book: str
    pass_text: str
    name: str
    unit: str
    temp_tenths: int | None
    verdict: str
    operator: str
    voided: bool
    note: str
