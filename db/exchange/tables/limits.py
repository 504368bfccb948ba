"""How much a file that was handed in may cost, and how its reading is watched and stopped.

A list of a whole district has some ten thousand rows and two megabytes. A file beyond these limits is a
mistake or meant to do harm, and is refused before it is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from db.errors import Refusal, RefusalCode

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is (rows)."""
Cancelled = Callable[[], bool]
"""Asked between rows; once true the reading ends in `Refusal` (`CANCELLED`)."""


@dataclass(frozen=True)
class Limits:
    """`file_bytes` as the file lies on the drive, `unpacked_bytes` of all members of a workbook together,
    `grid_cells` between a sheet's first and last filled cell, `rows` with something in them, `columns`,
    characters of a cell."""

    file_bytes: int = 32 * 2**20
    unpacked_bytes: int = 128 * 2**20
    grid_cells: int = 10_000_000
    rows: int = 60_000
    columns: int = 256
    cell_characters: int = 32_767


DEFAULT_LIMITS = Limits()


class NotAList(StrEnum):
    """Why a file is no list: the parameter `reason` of a `NOT_A_LIST` refusal."""

    EMPTY = "empty"
    DAMAGED = "damaged"
    NOT_A_WORKBOOK = "not_a_workbook"
    NOT_TEXT = "not_text"


def not_a_list(reason: NotAList) -> Refusal:
    """The refusal of a file that holds no table at all."""
    return Refusal(RefusalCode.NOT_A_LIST, reason=reason.value)


def too_large(what: str, limit: int) -> Refusal:
    """The refusal of a file that would cost too much; `what` is a field of `Limits`, `limit` its value."""
    return Refusal(RefusalCode.LIST_TOO_LARGE, what=what, limit=limit)


def needs_password() -> Refusal:
    """The refusal of a workbook that is encrypted."""
    return Refusal(RefusalCode.LIST_NEEDS_PASSWORD)


class Watch:
    """Passes progress on and stops where the person cancelled; both every few hundred steps only."""

    EVERY = 500

    def __init__(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def step(self, done: int, total: int) -> None:
        """One more step; raises `Refusal` (`CANCELLED`)."""
        if done % self.EVERY == 0 or done == total:
            self.look()
            if self._progress is not None:
                self._progress(done, total)

    def look(self) -> None:
        """Raises `Refusal` (`CANCELLED`) where the person cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise Refusal(RefusalCode.CANCELLED)
