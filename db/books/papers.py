"""The one check itself (查验): which papers were seen, by whom and when, as a pass's line keeps it.

`id_card+work_card · 李秀兰 · 2020-02-10`: one text, because a ledger is read by people too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Paper(StrEnum):
    """What a person can show."""

    ID_CARD = "id_card"
    WORK_CARD = "work_card"
    LETTER = "letter"
    """A letter of the unit (单位证明)."""
    PERMIT = "permit"
    """A permit of the command post (通行批条)."""
    HEALTH_CODE = "health"
    """A doctor's slip that the person is well."""
    LIST = "list"
    """The unit's list: the unit answers for the person."""


_BETWEEN = " · "


@dataclass(frozen=True)
class PapersChecked:
    """Papers seen, by whom, on which day; `note` is what else was written (the list's file name)."""

    papers: tuple[Paper, ...]
    by: str
    day: date
    note: str = ""

    def text(self) -> str:
        """As the line keeps it; empty where no paper was seen."""
        if not self.papers and not self.note:
            return ""
        parts = ["+".join(self.papers), self.by, self.day.isoformat(), self.note]
        return _BETWEEN.join(part.replace(_BETWEEN, " ") for part in parts if part)


def read_checked(text: str) -> PapersChecked | None:
    """What a line's text says, or None for one in other words (another program's)."""
    papers, *rest = text.split(_BETWEEN)
    try:
        seen = tuple(Paper(word) for word in papers.split("+"))
        by, day, *note = rest
        return PapersChecked(seen, by, date.fromisoformat(day), _BETWEEN.join(note))
    except ValueError:
        return None


def checked_text(papers: Sequence[Paper], by: str, day: date, note: str = "") -> str:
    """The text of a check made now."""
    return PapersChecked(tuple(papers), by, day, note).text()
