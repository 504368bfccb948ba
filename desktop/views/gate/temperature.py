"""A temperature as it is typed: `365` or `36.5`, with whatever point the keyboard and the input method give."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from db.books.temperature import HIGHEST_TENTHS, LOWEST_TENTHS

POINTS = frozenset(".,。，．、·")
_DIGITS = 3
_BEFORE_POINT = 2


class Flaw(StrEnum):
    """Why what was typed is no temperature."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True)
class Typed:
    """What has been typed so far: at most two digits, a point that may be left out, and one more digit."""

    digits: str = ""
    point: bool = False

    def add(self, char: str) -> Typed:
        """With one more character; the same where it cannot follow."""
        plain = unicodedata.normalize("NFKC", char)
        if len(plain) == 1 and plain in "0123456789":
            fits = len(self.digits) < _DIGITS and not (self.point and len(self.digits) < _BEFORE_POINT)
            return Typed(self.digits + plain, self.point) if fits else self
        if char in POINTS and len(self.digits) == _BEFORE_POINT:
            return Typed(self.digits, True)
        return self

    def back(self) -> Typed:
        """Without its last character."""
        if self.point and len(self.digits) == _BEFORE_POINT:
            return Typed(self.digits)
        return Typed(self.digits[:-1], self.point and len(self.digits) > _BEFORE_POINT)

    @property
    def shown(self) -> str:
        """As the field shows it: `36.5`, whether the point was typed or not."""
        if len(self.digits) == _DIGITS:
            return f"{self.digits[:2]}.{self.digits[2]}"
        return self.digits + ("." if self.point else "")

    @property
    def complete(self) -> bool:
        """Whether it has all its digits."""
        return len(self.digits) == _DIGITS

    @property
    def command(self) -> str | None:
        """The one digit that stands there alone: with Enter a command for those who have a number pad only. The key
        with two noughts is a nought too."""
        if self.point:
            return None
        return self.digits if len(self.digits) == 1 else "0" if self.digits == "00" else None

    @property
    def tenths(self) -> int:
        """Tenths of °C of a complete reading."""
        return int(self.digits)

    def read(self) -> int | Flaw:
        """Tenths of °C."""
        if not self.digits:
            return Flaw.EMPTY
        if not self.complete:
            return Flaw.UNFINISHED
        tenths = int(self.digits)
        return tenths if LOWEST_TENTHS <= tenths <= HIGHEST_TENTHS else Flaw.OUT_OF_RANGE

    def __bool__(self) -> bool:
        return bool(self.digits)
