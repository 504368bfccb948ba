"""Lists of people that units hand in: read, judged row by row, mended, and what is rejected handed back."""

from db.exchange.rosters.reading import read_roster, recheck, recheck_row
from db.exchange.rosters.rejected import write_rejected
from db.exchange.rosters.roster import (
    Known,
    Repeat,
    RepeatKind,
    Roster,
    RosterRow,
    SkippedRow,
    SkipReason,
    mark_repeats,
)

__all__ = [
    "Known",
    "Repeat",
    "RepeatKind",
    "Roster",
    "RosterRow",
    "SkipReason",
    "SkippedRow",
    "mark_repeats",
    "read_roster",
    "recheck",
    "recheck_row",
    "write_rejected",
]
