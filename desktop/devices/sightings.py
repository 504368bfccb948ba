"""Which of the codes that a camera sees are scans. A camera sees a card thirty times a second; it is shown once.

One card at a time: with two in view nobody guesses whose turn it is. No Qt, no clock: times come with the pictures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.devices.code_reading import is_digits

AGAIN_SECONDS = 5.0
"""How long a code is ignored after it was a scan."""
AWAY_SECONDS = 1.0
"""How long a card must have been out of view before it can be shown again: one that lies in front of the camera is
not scanned every five seconds."""


class Sight(StrEnum):
    """What the codes in view come to."""

    NOTHING = "nothing"
    SCAN = "scan"
    """A card that is shown now: it counts."""
    AGAIN = "again"
    """The card that counted before, still or again in view."""
    SEVERAL = "several"
    """Two cards or more."""
    FOREIGN = "foreign"
    """Codes, but none of a card."""


@dataclass
class _Shown:
    scanned: float
    seen: float


class Sightings:
    """Remembers for some seconds which codes were shown."""

    def __init__(self) -> None:
        self._shown: dict[str, _Shown] = {}

    def see(self, texts: Iterable[str], at: float) -> tuple[Sight, str]:
        """What the codes in a picture of the time `at` (seconds) come to, and the digits where it is about one
        card."""
        every = set(texts)
        cards = {text for text in every if is_digits(text)}
        self._forget(at)
        again = {card for card in cards if card in self._shown and self._ignored(card, at)}
        for card in again:
            self._shown[card].seen = at
        if len(cards) > 1:
            return Sight.SEVERAL, ""
        if not cards:
            return (Sight.FOREIGN if every else Sight.NOTHING), ""
        card = cards.pop()
        if card in again:
            return Sight.AGAIN, card
        self._shown[card] = _Shown(at, at)
        return Sight.SCAN, card

    def forget(self) -> None:
        """Forgets every card, as when the camera is opened anew."""
        self._shown.clear()

    def _ignored(self, card: str, at: float) -> bool:
        shown = self._shown[card]
        return at - shown.scanned < AGAIN_SECONDS or at - shown.seen < AWAY_SECONDS

    def _forget(self, at: float) -> None:
        self._shown = {card: shown for card, shown in self._shown.items() if at - shown.seen < AGAIN_SECONDS}
