"""A temperature taken before the card: typed, confirmed with Enter, and kept for the next scan and for no other."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.views.gate.temperature import Typed


@dataclass(frozen=True)
class Kept:
    """A confirmed reading that waits for the next scan. `since`: in milliseconds of a clock that only grows;
    `low_before`: a first reading in tenths of °C that was too low to be believed."""

    typed: Typed
    method: str
    since: int
    low_before: int | None = None

    @property
    def tenths(self) -> int:
        """The reading in tenths of °C."""
        return self.typed.tenths


@dataclass(frozen=True)
class Ahead:
    """What is typed while nobody is in front. `refused`: it was no temperature, the next digit begins anew;
    `low_before` as in `Kept`; `method` where another one than the gate's was chosen."""

    typed: Typed = field(default_factory=Typed)
    since: int = 0
    refused: bool = False
    low_before: int | None = None
    method: str | None = None


@dataclass(frozen=True)
class Asked:
    """A verdict on the way. `kept`: the temperature that was taken for this one before; `wrote`: the scan was Enter
    for the one in front, whose sound is still to be heard."""

    digits: str = ""
    by_hand: bool = False
    kept: Kept | None = None
    wrote: bool = False
