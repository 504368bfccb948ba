"""What decides how the gate works, as its settings and its lane have it."""

from __future__ import annotations

from dataclasses import dataclass

from db.books.temperature import FEVER_TENTHS
from db.books.verdict import Direction

TRAY = 3
"""How many people may wait behind the one in front."""
SAME_SCAN_MS = 3_300
"""The same card within three seconds is one scan; the rest is what a slow scanner takes to type it."""
FORGET_TYPED_MS = 20_000
"""How long a temperature that was typed before any scan waits for one."""
QUEUE_TRAY = 5
"""How many may wait behind the one in front in a queue of one book: as many as stand on the page by name."""
QUEUE_IDLE_MS = 5 * 60_000
"""After how long without a scan or a key a queue of one book ends by itself."""


@dataclass(frozen=True)
class Rules:
    """What the gate has set: see `GateSettings`."""

    temp_in: bool = True
    temp_out: bool = True
    fever_tenths: int = FEVER_TENTHS
    lane: Direction | None = None
    method: str = "forehead"

    def needs_temperature(self, direction: Direction) -> bool:
        """Whether this way through the gate is measured."""
        return self.temp_in if direction is Direction.IN else self.temp_out
