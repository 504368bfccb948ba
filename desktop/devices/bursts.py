"""Tells what a scanner types from what a hand types.

A USB scanner is a keyboard. It is known by speed and form: ten or more digits, none more than `MAX_GAP_MS` after
the one before by the events' own time stamps. The first digits of a scan look like typing, so each character is
held back until it is clear what it belongs to: `HOLD_MS`, less than a hand feels, and longer only what no hand
types so quickly. Whatever follows a scan within that time (an end mark of any kind, a second copy, what another
scanner sends) is a scanner's too.

No Qt here. Whoever feeds it hands over an `item` with each character, gets back the items that were typing after
all, in their order, and hands them on to where they were meant to go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from db.trust.tokens import HOME_DIGITS, Unreadable, read_token

MIN_DIGITS = 10
MAX_GAP_MS = 50
"""The slowest scanners type a digit in 30 ms, which Windows may stamp as 47: its clock ticks every 15.6 ms. No hand
types ten digits so."""
HOLD_MS = 55
"""How long a digit waits for the next one before it counts as typed, or the end of a scan."""
PACE = 4
"""So many characters in a scanner's pace are its own, most likely: then a machine with much to do may hold one up."""
LONG_GAP_MS = 150
LONG_HOLD_MS = 155
END_MARK_MS = 120
"""How long after its last digit a scanner may still send its end mark."""
LONGEST = 4_096
_TYPED_BEFORE = 3
_GATE_DIGITS = 6
"""What all home tokens of a gate begin with."""
_LONGEST_PREFIX = 12

_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
# What a Chinese input method makes of the characters with which scanners begin.
_HALF_WIDTH |= {ord("】"): ord("]"), ord("、"): ord("\\"), ord("「"): ord("["), ord("」"): ord("]")}
# "]Q1" names the symbology, "\000026" the character set, STX begins a message; a shop's scanner may have been told
# to send letters of its own.
_MARKS = re.compile(r"\x02?(?:\][A-Za-z][0-9A-Za-z])?(?:\\[0-9]{6})?")
_WHOLE = re.compile(
    r"(?P<before>\x02?(?:\][A-Za-z][0-9A-Za-z])?(?:\\[0-9]{6})?|.*?[^0-9])(?P<digits>[0-9]{10,})", re.S
)
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
    be handed on before it, the scans that ended before it, and what was handed on and was a scan's after all."""

    taken: bool
    typed: tuple[T, ...] = ()
    scans: tuple[str, ...] = ()
    untyped: tuple[T, ...] = ()


@dataclass(frozen=True)
class _Held(Generic[T]):
    char: str
    item: T
    into_field: bool
    place: str


@dataclass(frozen=True)
class _LetGo(Generic[T]):
    """Digits that were handed on as typed, a moment ago. On a machine with much to do the next key of a scan may have
    been late."""

    digits: str
    items: tuple[T, ...]
    last: Moment


def plain_character(char: str) -> str | None:
    """`char` in half width where it may be part of a scan, None for any other."""
    plain = char.translate(_HALF_WIDTH)
    if len(plain) == 1 and ("!" <= plain <= "~" or plain == "\x02"):
        return plain
    return None


def tokens_in(digits: str) -> tuple[int, list[str]]:
    """How many of the first digits were typed just before, and the scans that the others are.

    A scanner may send everything twice, or be so quick with the next card that two scans run together; digits that
    are nobody's token stay one scan, which is then unreadable."""
    for typed in range(_TYPED_BEFORE + 1):
        rest = digits[typed:]
        if _is_token(rest):
            return typed, [rest]
        half = rest[: len(rest) // 2]
        if rest == half + half and _is_token(half):
            return typed, [half]
        if rest and len(rest) % HOME_DIGITS == 0:
            parts = [rest[start : start + HOME_DIGITS] for start in range(0, len(rest), HOME_DIGITS)]
            # Of one gate: two that two scanners sent among each other may look like cards of two.
            if all(map(_is_token, parts)) and len({part[:_GATE_DIGITS] for part in parts}) == 1:
                return typed, list(dict.fromkeys(parts))
    # Every home token begins with 2. An input method that offers words takes this key for a choice among them.
    if len(digits) == HOME_DIGITS - 1 and _is_token("2" + digits):
        return 0, ["2" + digits]
    return 0, [digits]


def _is_token(digits: str) -> bool:
    return not isinstance(read_token(digits), Unreadable)


def holds_tokens(digits: str) -> bool:
    """Whether a scan is all tokens, in form."""
    return all(map(_is_token, tokens_in(digits)[1]))


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
    """Holds what may be a scan until it is clear. Feed every key press in order, and `silence` after `hold_ms`."""

    knows_number: Callable[[str], bool] = is_typed_number
    _held: list[_Held[T]] = field(default_factory=list)
    _text: str = ""
    _last: Moment | None = None
    _closed: bool = False
    """An end mark came, but what came before is no token: another scanner may be in the middle of one."""
    _tail: bool = False
    """What is held began so soon after a scan that no hand can have typed it."""
    _ended: Moment | None = None
    _end_marks: int = 0
    _let_go: _LetGo[T] | None = None

    @property
    def waiting(self) -> bool:
        """Whether something is held back."""
        return bool(self._held)

    @property
    def hold_ms(self) -> int:
        """How long to wait for the next key before `silence`. What is whole need not wait long, nor what a hand may
        have typed."""
        return LONG_HOLD_MS if self._gap() == LONG_GAP_MS and not self._is_whole() else HOLD_MS

    @property
    def sure(self) -> bool:
        """Whether what is held is a scan, whatever follows."""
        if self._tail:
            return True
        before, digits = _parts(self._text)
        return self._is_scan(before, digits, False) or self._by_place() is not None

    def claims(self, at: Moment) -> bool:
        """Whether a key that comes now is the scanner's, whatever key it is: no hand follows a scan so soon. After
        an end mark it may be a quick hand's again."""
        return not self._end_marks and self._follows(at, MAX_GAP_MS)

    def claims_end_mark(self, at: Moment) -> bool:
        """Whether an Enter or Tab that comes now is the scanner's; its first may come a little later."""
        return self._follows(at, MAX_GAP_MS if self._end_marks else END_MARK_MS)

    def _follows(self, at: Moment, within: int) -> bool:
        since = self._ended if not self._held else (self._last if self.sure else None)
        return since is not None and 0 <= at.after(since) <= within

    def character(
        self, at: Moment, char: str, item: T, into_field: bool = False, place: str = ""
    ) -> Outcome[T]:
        """A character that may be a scanner's (see `plain_character`). Always taken. `place` is the digit that the
        key bears on the keyboard that scanners take themselves for."""
        before = Outcome[T](True)
        late = self._last is not None and not 0 <= at.after(self._last) <= self._gap()
        if self._held and (late or not self._fits(char, place)):
            before = self._finish()
        if not self._held:
            self._tail = self.claims(at)
            if self._let_go and not 0 <= at.after(self._let_go.last) <= LONG_GAP_MS:
                self._let_go = None
        self._held.append(_Held(char, item, into_field, place))
        self._text += char
        self._last = at
        self._closed = False
        self._ended, self._end_marks = None, 0
        return before

    def part(self, at: Moment) -> None:
        """A key that is a part of the next character: the scanner is still at it."""
        if self._last is not None and 0 <= at.after(self._last) <= self._gap():
            self._last = at

    def end_mark(self, at: Moment) -> Outcome[T]:
        """Enter, Tab or a line feed: the scanner's where it ends or follows a scan, else the person's."""
        if not self.claims_end_mark(at):
            return self.other(at)
        if self._held and not self._tail and not self._is_whole():
            self._closed, self._last = True, at
            return Outcome(True)
        if self._held:
            ended = self._finish()
            if ended.typed and not ended.scans:
                # Digits that turned out to be typed are followed by an Enter that was typed.
                self._let_go = None
                return Outcome(False, ended.typed)
            self._follow(at)
            return ended
        self._follow(at)
        return Outcome(True)

    def other(self, at: Moment | None = None) -> Outcome[T]:
        """Any other key or press: what is held comes first. A key so soon after a scan that it is the scanner's is
        taken; without a moment (the mouse) it is a person's in any case."""
        claimed = at is not None and self.claims(at)
        done = self._finish()
        self._let_go = None
        if claimed and at is not None and (done.scans or not done.typed):
            self._follow(at)
            return done
        return replace(done, taken=False)

    def silence(self) -> Outcome[T]:
        """Nothing more came in time."""
        return self._finish()

    def _follow(self, at: Moment) -> None:
        self._ended = at
        self._end_marks += 1

    def _gap(self) -> int:
        return LONG_GAP_MS if len(self._held) >= PACE and not self._closed else MAX_GAP_MS

    def _is_whole(self) -> bool:
        """Whether nothing can be missing: tokens, or a number for the field."""
        if self._is_for_field() or self._by_place() is not None or self._with_let_go(self._text):
            return True
        return holds_tokens(_parts(self._text)[1])

    def _with_let_go(self, digits: str) -> str:
        """A token that begins with what was let go, or nothing."""
        joined = self._let_go.digits + digits if self._let_go else ""
        return joined if joined and _is_token(joined) else ""

    def _is_for_field(self) -> bool:
        return all(one.into_field for one in self._held) and self.knows_number(self._text)

    def _by_place(self) -> str | None:
        """The digits that were meant where the system's keyboard makes other characters of the same keys: another
        country's layout, or a scanner that holds Shift down to outwit Caps Lock. Only as a whole token."""
        places = "".join(one.place for one in self._held)
        if len(places) == len(self._held) >= MIN_DIGITS and places != self._text and holds_tokens(places):
            return places
        return None

    def _fits(self, char: str, place: str) -> bool:
        if len(self._text) >= LONGEST:
            return False
        if char in "0123456789" or (place and all(one.place for one in self._held)):
            return True
        digits = re.search(r"[0-9]*$", self._text)
        tail = len(digits[0]) if digits else 0
        if char in "xX" and tail == 17 == len(self._text):
            return True
        # What is no digit can come before the digits only, and typed digits before that are a hand's.
        marks = self._text[: len(self._text) - tail]
        return bool(marks) and tail < MIN_DIGITS and len(self._text) < _LONGEST_PREFIX and not self._closed

    def _finish(self) -> Outcome[T]:
        held, text, last, tail = self._held, self._by_place() or self._text, self._last, self._tail
        for_field = bool(held) and not tail and self._is_for_field()
        self._held, self._text, self._last, self._closed, self._tail = [], "", None, False, False
        before, digits = _parts(text)
        joined, gone, self._let_go = self._with_let_go(text), self._let_go, None
        if joined and gone:
            self._ended, self._end_marks = last, 0
            return Outcome(True, (), (joined,), gone.items)
        if for_field or not self._is_scan(before, digits, tail):
            if tail:
                self._ended = last
                return Outcome(True)
            items = tuple(one.item for one in held)
            if last and len(text) < MIN_DIGITS and text.isdigit():
                known = gone or _LetGo("", (), last)
                self._let_go = _LetGo(known.digits + text, known.items + items, last)
            return Outcome(True, items)
        self._ended, self._end_marks = last, 0
        count, scans = tokens_in(digits)
        typed = tuple(one.item for one in held[:count]) if not before and not tail else ()
        return Outcome(True, typed, tuple(scans))

    @staticmethod
    def _is_scan(before: str, digits: str, tail: bool) -> bool:
        if len(digits) < MIN_DIGITS or len(set(digits)) == 1:
            # Too short, or a key that lay under something: some systems do not say that a key repeats.
            return False
        return tail or bool(_MARKS.fullmatch(before)) or holds_tokens(digits)


def _parts(text: str) -> tuple[str, str]:
    """What a scanner began with, and the digits after it (the rest of `text`, where there are ten or more)."""
    found = _WHOLE.match(text)
    return (found["before"], text[len(found["before"]) :]) if found else (text, "")
