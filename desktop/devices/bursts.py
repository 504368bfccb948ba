"""Tells what a scanner types from what a hand types.

A USB scanner is a keyboard. It is known by speed and form: ten or more digits, none more than `MAX_GAP_MS` after
the one before by the events' own time stamps. The first digits of a scan look like typing, so each digit is held
back until it is clear what it belongs to: `HOLD_MS` at the most, less than a hand feels.

No Qt here. Whoever feeds it hands over an `item` with each character, gets back the items that were typing after
all, in their order, and hands them on to where they were meant to go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from db.trust.tokens import HOME_DIGITS, Unreadable, read_token

MIN_DIGITS = 10
MAX_GAP_MS = 45
"""The slowest scanners type a digit in 30 ms; a machine with much to do adds to it. No hand types ten digits so."""
HOLD_MS = 50
"""How long a digit waits for the next one before it counts as typed, or the end of a scan."""
END_MARK_MS = 120
"""How long after its last digit a scanner may still send its end mark."""
LONGEST = 4_096
_TYPED_BEFORE = 3

_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
# What a Chinese input method makes of the characters with which scanners begin.
_HALF_WIDTH |= {ord("】"): ord("]"), ord("、"): ord("\\")}
# "]Q1" names the symbology, "\000026" the character set; either may come first, or both.
_BEGINS = re.compile(r"(?:\](?:[A-Za-z](?:[0-9A-Za-z](?:\\[0-9]*|[0-9]*))?)?|\\[0-9]*|[0-9]*)")
_MARKS = re.compile(r"(?:\][A-Za-z][0-9A-Za-z])?(?:\\[0-9]{6})?")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_IDENTITY = re.compile(r"[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]")

T = TypeVar("T")


@dataclass(frozen=True)
class Moment:
    """When a key went down: by the event's own stamp (None where it has none), and when it arrived. In ms."""

    stamp: int | None
    arrival: int

    def after(self, earlier: Moment) -> int:
        """Milliseconds since `earlier`, by the stamps where both have one."""
        if self.stamp is not None and earlier.stamp is not None:
            return self.stamp - earlier.stamp
        return self.arrival - earlier.arrival


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What an event came to: whether it was `taken` (nobody else may see it), what was typing after all and is to
    be handed on before it, and the scans that ended before it."""

    taken: bool
    typed: tuple[T, ...] = ()
    scans: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Held(Generic[T]):
    char: str
    item: T
    into_field: bool


def plain_character(char: str, so_far: str = "") -> str | None:
    """`char` in half width where it may be the next one of a scan, None for any other."""
    plain = char.translate(_HALF_WIDTH)
    if len(plain) != 1 or not plain.isascii():
        return None
    if plain.isdigit() or plain in "]\\":
        return plain
    if plain.isalpha() and (so_far == "]" or re.fullmatch(r"\][A-Za-z]", so_far)):
        return plain
    return "X" if plain in "xX" and re.fullmatch(r"\d{17}", so_far) else None


def tokens_in(digits: str) -> tuple[int, list[str]]:
    """How many of the first digits were typed just before, and the scans that the others are.

    A scanner may send everything twice, or be so quick with the next card that two scans run together; digits that
    are nobody's token stay one scan, which is then unreadable."""
    for typed in range(_TYPED_BEFORE + 1):
        rest = digits[typed:]
        if not isinstance(read_token(rest), Unreadable):
            return typed, [rest]
        half = rest[: len(rest) // 2]
        if rest == half + half and not isinstance(read_token(half), Unreadable):
            return typed, [half]
        if rest and len(rest) % HOME_DIGITS == 0:
            parts = [rest[start : start + HOME_DIGITS] for start in range(0, len(rest), HOME_DIGITS)]
            if not any(isinstance(read_token(part), Unreadable) for part in parts):
                return typed, parts
    return 0, [digits]


def is_typed_number(digits: str) -> bool:
    """A mobile number or an identity number: what a reader for identity cards types into a field. Our codes are
    never of these forms."""
    if _MOBILE.fullmatch(digits):
        return True
    if not _IDENTITY.fullmatch(digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * 2 ** (17 - place) for place, value in enumerate(values)) % 11 == 1


@dataclass
class Bursts(Generic[T]):
    """Holds what may be a scan until it is clear. Feed every key press in order, and `silence` after `HOLD_MS`."""

    knows_number: Callable[[str], bool] = is_typed_number
    _held: list[_Held[T]] = field(default_factory=list)
    _text: str = ""
    _last: Moment | None = None
    _ended: Moment | None = None

    @property
    def waiting(self) -> bool:
        """Whether something is held back."""
        return bool(self._held)

    @property
    def sure(self) -> bool:
        """Whether what is held is a scan for sure."""
        return len(_digits(self._text)) >= MIN_DIGITS

    def next_character(self, char: str) -> str | None:
        """`char` as a scan would mean it, or None where it can be part of none."""
        return plain_character(char, self._text)

    def character(self, at: Moment, char: str, item: T, into_field: bool = False) -> Outcome[T]:
        """A character that may be a scanner's (see `next_character`). Always taken."""
        before = Outcome[T](True)
        late = self._last is not None and not 0 <= at.after(self._last) <= MAX_GAP_MS
        if self._held and (late or not self._fits(char)):
            before = self._finish()
        self._held.append(_Held(char, item, into_field))
        self._text += char
        self._last = at
        self._ended = None
        return Outcome(True, before.typed, before.scans)

    def end_mark(self, at: Moment) -> Outcome[T]:
        """Enter, Tab or a line feed: the scanner's where it ends or follows a scan, else the person's."""
        if self.sure and self._last is not None and 0 <= at.after(self._last) <= END_MARK_MS:
            ended = self._finish()
            # Digits that turned out to be typed are followed by an Enter that was typed.
            return Outcome(bool(ended.scans), ended.typed, ended.scans)
        if not self._held and self._ended is not None and 0 <= at.after(self._ended) <= END_MARK_MS:
            return Outcome(True)
        return self.other()

    def other(self) -> Outcome[T]:
        """Any other key or press: what is held comes first."""
        self._ended = None if not self._held else self._ended
        done = self._finish()
        return Outcome(False, done.typed, done.scans)

    def silence(self) -> Outcome[T]:
        """Nothing more came in time."""
        return self._finish()

    def _fits(self, char: str) -> bool:
        text = self._text + char
        return len(text) <= LONGEST and bool(_BEGINS.fullmatch(text) or re.fullmatch(r"\d{17}X", text))

    def _finish(self) -> Outcome[T]:
        held, text, last = self._held, self._text, self._last
        self._held, self._text, self._last = [], "", None
        digits = _digits(text)
        if len(digits) < MIN_DIGITS or len(set(digits)) == 1:
            # Too short, or a key that lay under something: some systems do not say that a key repeats.
            return Outcome(True, tuple(one.item for one in held))
        if all(one.into_field for one in held) and self.knows_number(text):
            return Outcome(True, tuple(one.item for one in held))
        self._ended = last
        count, scans = tokens_in(digits)
        marks = len(text) - len(digits)
        typed = tuple(one.item for one in held[marks : marks + count])
        return Outcome(True, typed, tuple(scans))


def _digits(text: str) -> str:
    """The digits after the marks with which a scanner began."""
    found = _MARKS.match(text)
    return text[found.end() :] if found else text
