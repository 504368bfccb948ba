"""How much room the window has, so that every page works at 1366x697 and at 1093x558.

`density()` is one object for the program; the main window tells it its size. Pages read `level` and connect to
`changed`. Sizes are those at 100 %: a window at size factor 1.25 has a fifth less room.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, QSize, Signal

from desktop.kit.theme import theme

COMPACT_BELOW, TIGHT_BELOW, NARROW_BELOW = 720, 600, 1200
LEAST = QSize(1093, 558)
"""The room that every page needs at 100 %: a laptop of 1366x768 with a taskbar, at 125 %."""
_FRAME = 31
"""What the title bar of a window takes of the screen."""


def largest_scale(screen: QSize, frame: int = _FRAME) -> float:
    """The largest size factor (1.0 to 2.0, in steps of 0.05) at which every page fits a screen's free room."""
    room = min(screen.width() / LEAST.width(), (screen.height() - frame) / LEAST.height())
    # A pixel more or less is no reason for a smaller step.
    return max(1.0, min(2.0, int((room + 0.005) * 20) / 20))


class Room(IntEnum):
    """FULL from 720 px of height, COMPACT below, TIGHT below 600."""

    TIGHT = 0
    COMPACT = 1
    FULL = 2


class Density(QObject):
    """Attributes: `level`, `narrow` (under 1200 px wide), `size`. Signal `changed` when level or narrow change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.level = Room.FULL
        self.narrow = False
        self.size = QSize(1366, 768)

    def measure(self, window: QSize) -> None:
        """Take a new window size, in pixels."""
        scale = theme().scale
        self.size = QSize(round(window.width() / scale), round(window.height() / scale))
        height = self.size.height()
        level = (
            Room.FULL if height >= COMPACT_BELOW else Room.COMPACT if height >= TIGHT_BELOW else Room.TIGHT
        )
        narrow = self.size.width() < NARROW_BELOW
        if (level, narrow) != (self.level, self.narrow):
            self.level, self.narrow = level, narrow
            self.changed.emit()

    def pick(self, full: int, compact: int, tight: int | None = None) -> int:
        """One of three lengths by the room there is."""
        if self.level is Room.FULL:
            return full
        return compact if self.level is Room.COMPACT or tight is None else tight


_density = Density()


def density() -> Density:
    return _density
