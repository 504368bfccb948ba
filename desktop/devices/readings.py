"""What a scanner sends, looked at closely: how fast, how ended, and what its settings make of the digits.

The codes of the test card have the form of tokens, but gate 0, which no gate has: everywhere but on the page that
looks at them they are unreadable.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from desktop.devices.bursts import HOLD_MS, MAX_GAP_MS, Moment, plain_character

HOME_LENGTH, DISTRICT_LENGTH = 30, 251
PAUSE_MS = 400
"""A longer pause ends what is looked at. A scanner that is slower serves nobody."""
SWIFT_MS = 20
"""What a digit of a scanner takes that need not be made faster."""
UNEVEN_MS = 40
"""A gap between two digits that is near to what still counts as one scan."""
_QUICK_MS = 150
_SURE_STROKES = 3
_MOST_STROKES = 4_096
_ALIKE = 0.6
_SHIFTED = frozenset("!@#$%^&*()")
_WIDE_MARKS = str.maketrans("】、", "]\\")


class CardCode(StrEnum):
    """The codes of the test card."""

    HOME = "home"
    DISTRICT = "district"
    LINE = "line"


CODES = {
    CardCode.HOME: "200000111223344556677889900123",
    CardCode.DISTRICT: "9" + "0123456789" * 25,
    CardCode.LINE: "200000398765439990123456789876",
}


class Way(StrEnum):
    """How a character came: as a key, from the number pad without NumLock, from an input method, as Alt and a
    number, over a serial port."""

    KEY = "key"
    PAD = "pad"
    WORD = "word"
    ALT = "alt"
    PORT = "port"


class End(StrEnum):
    """With what the scanner ended."""

    ENTER = "enter"
    TAB = "tab"
    NONE = "none"


class Flaw(StrEnum):
    """What is to be mended in the settings of a scanner, the worst first."""

    OTHER_CODE = "other_code"
    TOO_SLOW = "too_slow"
    MISSING = "missing"
    DOUBLED = "doubled"
    EXTRA = "extra"
    WRONG = "wrong"
    SLOW = "slow"
    UNEVEN = "uneven"
    TWICE = "twice"
    LAYOUT = "layout"
    SHIFTED = "shifted"
    WIDE = "wide"
    INPUT_METHOD = "input_method"
    NO_NUMLOCK = "no_numlock"
    ALT_CODES = "alt_codes"
    BEFORE = "before"
    AFTER = "after"
    NO_END = "no_end"


class Fitness(StrEnum):
    """Whether a scanner can be worked with as it is."""

    GOOD = "good"
    WORKS = "works"
    UNUSABLE = "unusable"


_UNUSABLE = {Flaw.TOO_SLOW, Flaw.MISSING, Flaw.DOUBLED, Flaw.EXTRA, Flaw.WRONG}
_HARMLESS = {Flaw.NO_END, Flaw.BEFORE, Flaw.AFTER}


@dataclass(frozen=True)
class Stroke:
    """One character as it came, with the digit of its key where it has one; `ends` for an end mark."""

    char: str
    at: Moment
    way: Way = Way.KEY
    place: str = ""
    ends: bool = False
    key: int = 0


@dataclass
class Strokes:
    """The last strokes without a pause among them."""

    all: list[Stroke] = field(default_factory=list)

    def goes_on(self, at: Moment) -> bool:
        """Whether a key now comes too soon after several others to be a hand's."""
        return len(self.all) >= _SURE_STROKES and 0 <= at.after(self.all[-1].at) <= _QUICK_MS

    def add(self, stroke: Stroke) -> None:
        """Keeps one more."""
        if self.all and not 0 <= stroke.at.after(self.all[-1].at) <= PAUSE_MS:
            self.all.clear()
        if len(self.all) < _MOST_STROKES:
            self.all.append(stroke)


@dataclass(frozen=True)
class Report:
    """What one reading of the card showed.

    `code`: which of its codes, None for another. `digits`: how many came, of `expected`. `median_ms`, `worst_ms`:
    between two digits. `before`, `after`: what came round the digits."""

    code: CardCode | None
    digits: int
    expected: int
    median_ms: float
    worst_ms: int
    end: End
    way: Way
    flaws: tuple[Flaw, ...]
    before: str = ""
    after: str = ""

    @property
    def fitness(self) -> Fitness:
        """The verdict."""
        if _UNUSABLE.intersection(self.flaws):
            return Fitness.UNUSABLE
        return Fitness.WORKS if set(self.flaws) - _HARMLESS else Fitness.GOOD

    def seconds(self, digits: int) -> float:
        """What a card of that many digits takes, from its first digit until the gate has it."""
        wait = 0 if self.end is not End.NONE or self.way is Way.PORT else HOLD_MS
        return (self.median_ms * (digits - 1) + wait) / 1000


def examine(strokes: Sequence[Stroke]) -> Report | None:
    """What the strokes say of the scanner; None for so few that they are a hand's."""
    chars = [stroke for stroke in strokes if not stroke.ends]
    if len(chars) < _SURE_STROKES + 1:
        return None
    gaps = _gaps(strokes)
    median, worst = statistics.median(gaps or [0]), max(gaps or [0])
    ends = [stroke for stroke in strokes if stroke.ends]
    end = _end_of(strokes[-1]) if strokes[-1].ends else End.NONE
    raw = "".join(stroke.char for stroke in chars)
    plain = "".join(plain_character(char) or char for char in raw)
    by_place = "".join(stroke.place for stroke in chars)
    flaws: set[Flaw] = set()
    if raw != plain and raw.translate(_WIDE_MARKS) != plain:
        flaws.add(Flaw.WIDE)
    ways = {stroke.way for stroke in chars}
    for way, flaw in ((Way.WORD, Flaw.INPUT_METHOD), (Way.PAD, Flaw.NO_NUMLOCK), (Way.ALT, Flaw.ALT_CODES)):
        if way in ways:
            flaws.add(flaw)
    text = plain
    if len(by_place) == len(chars) and by_place != plain:
        flaws.add(Flaw.SHIFTED if set(raw) <= _SHIFTED else Flaw.LAYOUT)
        text = by_place
    code, found = _match(text)
    before = after = ""
    expected = len(CODES[code]) if code else 0
    digits = sum(char.isascii() and char.isdigit() for char in text)
    if found is not None and code is not None:
        before, after = text[:found], text[found + expected :]
        digits = expected
        if CODES[code] in after:
            flaws.add(Flaw.TWICE)
            after = after.split(CODES[code], 1)[1]
        flaws |= {flaw for flaw, extra in ((Flaw.BEFORE, before), (Flaw.AFTER, after)) if extra}
    elif code is not None:
        flaws.add(_difference(text, CODES[code]))
    else:
        flaws.add(Flaw.OTHER_CODE)
    if Flaw.MISSING in flaws:
        # Where a digit is missing there is a gap, and a higher delay is the remedy.
        pass
    elif worst > MAX_GAP_MS and Way.ALT not in ways:
        flaws.add(Flaw.TOO_SLOW)
    elif median > SWIFT_MS:
        flaws.add(Flaw.SLOW)
    elif worst > UNEVEN_MS:
        flaws.add(Flaw.UNEVEN)
    if not ends and Way.PORT not in ways:
        flaws.add(Flaw.NO_END)
    ordered = tuple(flaw for flaw in Flaw if flaw in flaws)
    return Report(code, digits, expected, median, worst, end, chars[-1].way, ordered, before, after)


def code_of(digits: str) -> CardCode | None:
    """Which code of the test card these digits are."""
    return next((code for code, wanted in CODES.items() if digits in (wanted, wanted * 2)), None)


def _end_of(stroke: Stroke) -> End:
    # Qt's numbers of Tab and Backtab; this module knows no Qt.
    return End.TAB if stroke.key in (0x01000001, 0x01000002) else End.ENTER


def _gaps(strokes: Sequence[Stroke]) -> list[int]:
    """Between neighbouring characters; an end mark may take its time."""
    pairs = itertools.pairwise(strokes)
    return [max(0, later.at.after(one.at)) for one, later in pairs if not one.ends and not later.ends]


def _match(text: str) -> tuple[CardCode | None, int | None]:
    """The code that the text is, and where it begins in it; None for that where it is only like the code."""
    for code, wanted in CODES.items():
        if wanted in text:
            return code, text.index(wanted)
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    if len(digits) < len(text) / 2:
        return None, None
    alike = {
        code: SequenceMatcher(None, digits, wanted, autojunk=False).ratio() for code, wanted in CODES.items()
    }
    best = max(alike, key=lambda code: alike[code])
    return (best, None) if alike[best] >= _ALIKE else (None, None)


def _difference(text: str, wanted: str) -> Flaw:
    """How a text that is like the code differs from it."""
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    if digits == "".join(char * 2 for char in wanted):
        return Flaw.DOUBLED
    if len(digits) < len(wanted):
        return Flaw.MISSING
    return Flaw.EXTRA if len(digits) > len(wanted) else Flaw.WRONG
