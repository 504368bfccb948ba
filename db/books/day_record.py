"""A day with everything that is said of it on screen and on paper, read from one state of the register."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from db.books.days import DaySummary, summarise
from db.books.entries import Entry, entries_of_day
from db.books.exports import Export, Range, last_export, unexported
from db.books.fevers import FeverSeen, fevers_of_day
from db.books.operators import list_operators
from db.ledger.seal import Seal, seals_of
from db.settings import read_settings

NO_CARD = "no_card"
"""What a refused person without a card has in place of a verdict."""


@dataclass(frozen=True)
class DayRecord:
    """What a day came to. `operators` are names by id, `waiting` the lines of the ledger that no export holds,
    `exported` the newest export of this day; `lines` is empty unless asked for."""

    summary: DaySummary
    fever_tenths: int
    fevers: list[FeverSeen]
    seals: list[Seal]
    operators: dict[str, str]
    waiting: list[Range]
    exported: Export | None
    lines: list[Entry] = field(default_factory=list, repr=False)

    @property
    def day(self) -> str:
        """`2020-02-10`."""
        return self.summary.day

    @property
    def seal(self) -> Seal | None:
        """The newest seal."""
        return self.seals[-1] if self.seals else None

    @property
    def supplements(self) -> int:
        """The numbered lines that came after the newest seal."""
        return self.summary.entries - self.seals[-1].entries if self.seals else 0

    @property
    def refused_cards(self) -> dict[str, int]:
        """How often a card let nobody in, by verdict."""
        counts: dict[str, int] = {}
        for one in self.summary.refused:
            if one.verdict != NO_CARD:
                counts[one.verdict] = counts.get(one.verdict, 0) + 1
        return counts

    @property
    def turned_away(self) -> int:
        """People who were sent off: without a card, or with a fever confirmed."""
        return self.summary.turned_away + sum(one.verdict == NO_CARD for one in self.summary.refused)

    @property
    def first_readings(self) -> dict[int, int]:
        """How often each tenth of °C was read, of those who were held the first reading and not the second."""
        counts = dict(self.summary.temperatures)
        for hold in self.summary.holds:
            counts[hold.temp_tenths] = counts.get(hold.temp_tenths, 0) + 1
            if hold.retaken_tenths is not None and counts.get(hold.retaken_tenths):
                counts[hold.retaken_tenths] -= 1
        return {tenths: counts[tenths] for tenths in sorted(counts) if counts[tenths]}

    @property
    def nothing_to_report(self) -> bool:
        """Whether the day is a zero report: no fever, no trouble with cards, nobody turned away, no incident."""
        return not (self.fevers or self.summary.refused or self.turned_away or self.summary.incidents)

    def name_of(self, operator: str) -> str:
        """An operator's name, or the id where the register knows none."""
        return self.operators.get(operator, operator)


def read_day(connection: Connection, gate: int, day: str, today: str, with_lines: bool = False) -> DayRecord:
    """Everything about a day at `gate`; with its numbered lines where they are wanted."""
    fever = read_settings(connection).fever_tenths
    return DayRecord(
        summary=summarise(connection, gate, day, today),
        fever_tenths=fever,
        fevers=fevers_of_day(connection, gate, day, fever),
        seals=seals_of(connection, gate, day),
        operators={one.operator: one.name for one in list_operators(connection, gate)},
        waiting=unexported(connection, gate),
        exported=last_export(connection, gate, day),
        lines=entries_of_day(connection, gate, day) if with_lines else [],
    )
