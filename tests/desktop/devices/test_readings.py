"""What a reading of the test card says of the scanner's settings."""

from __future__ import annotations

import pytest

from db.trust.tokens import Unreadable, read_token
from desktop.devices.bursts import Moment
from desktop.devices.readings import (
    CODES,
    CardCode,
    End,
    Fitness,
    Flaw,
    Stroke,
    Strokes,
    Way,
    code_of,
    examine,
)

HOME, DISTRICT, LINE = CODES[CardCode.HOME], CODES[CardCode.DISTRICT], CODES[CardCode.LINE]
ENTER, TAB = 0x01000004, 0x01000001
SHIFTED = str.maketrans("1234567890", "!@#$%^&*()")
FRENCH = str.maketrans("1234567890", "&é\"'(-è_çà")


def typed(
    text: str, gap: int = 16, end: int = ENTER, way: Way = Way.KEY, places: str = "", late: int = 0
) -> list[Stroke]:
    """A reading: a character every `gap` ms, the tenth `late` ms later, and an end mark (0 for none)."""
    found, now = [], 5_000
    for index, char in enumerate(text):
        now += gap + (late if index == 10 else 0)
        found.append(Stroke(char, Moment(now, now), way, places[index] if places else ""))
    if end:
        found.append(Stroke("", Moment(now + 90, now + 90), way, ends=True, key=end))
    return found


@pytest.mark.parametrize("code", list(CardCode))
def test_no_register_holds_a_code_of_the_card(code: CardCode) -> None:
    assert isinstance(read_token(CODES[code]), Unreadable)
    assert code_of(CODES[code]) is code
    assert code_of(CODES[code][:-1]) is None


@pytest.mark.parametrize("code", list(CardCode))
@pytest.mark.parametrize(("end", "name"), [(ENTER, End.ENTER), (TAB, End.TAB)])
def test_a_good_scanner_is_called_good(code: CardCode, end: int, name: End) -> None:
    report = examine(typed(CODES[code], 8, end))
    assert report is not None
    assert (report.code, report.fitness, report.flaws, report.end) == (code, Fitness.GOOD, (), name)
    assert (report.median_ms, report.worst_ms) == (8, 8)
    assert report.digits == report.expected == len(CODES[code])


@pytest.mark.parametrize(
    ("gap", "home", "district", "fitness"),
    [(1, 0.029, 0.25, Fitness.GOOD), (16, 0.464, 4.0, Fitness.GOOD), (30, 0.87, 7.5, Fitness.WORKS)],
)
def test_what_a_person_costs_follows_from_the_digit(
    gap: int, home: float, district: float, fitness: Fitness
) -> None:
    report = examine(typed(HOME, gap))
    assert report is not None
    assert report.seconds(30) == pytest.approx(home)
    assert report.seconds(251) == pytest.approx(district)
    assert report.fitness is fitness


@pytest.mark.parametrize(
    ("strokes", "flaws", "fitness"),
    [
        (typed(HOME, end=0), (Flaw.NO_END,), Fitness.GOOD),
        (typed("]Q1" + HOME), (Flaw.BEFORE,), Fitness.GOOD),
        (typed(HOME + "#"), (Flaw.AFTER,), Fitness.GOOD),
        (typed(HOME, 60), (Flaw.TOO_SLOW,), Fitness.UNUSABLE),
        (typed(HOME, late=26), (Flaw.UNEVEN,), Fitness.WORKS),
        (typed(HOME[:4] + HOME[6:]), (Flaw.MISSING,), Fitness.UNUSABLE),
        (typed(HOME[:4] + HOME[5:], late=70), (Flaw.MISSING,), Fitness.UNUSABLE),
        (typed("".join(digit * 2 for digit in HOME)), (Flaw.DOUBLED,), Fitness.UNUSABLE),
        (typed(HOME[:9] + "77" + HOME[9:]), (Flaw.EXTRA,), Fitness.UNUSABLE),
        (typed(LINE[:9] + "0" + LINE[10:]), (Flaw.WRONG,), Fitness.UNUSABLE),
        (typed(HOME) + typed(HOME), (Flaw.TWICE,), Fitness.WORKS),
        (typed(HOME.translate(SHIFTED), places=HOME), (Flaw.SHIFTED,), Fitness.WORKS),
        (typed(HOME.translate(FRENCH), places=HOME), (Flaw.LAYOUT,), Fitness.WORKS),
        (typed("".join(chr(ord(one) + 0xFEE0) for one in HOME)), (Flaw.WIDE,), Fitness.WORKS),
        (typed("】Q1" + HOME, way=Way.WORD), (Flaw.INPUT_METHOD, Flaw.BEFORE), Fitness.WORKS),
        (typed(HOME, way=Way.PAD), (Flaw.NO_NUMLOCK,), Fitness.WORKS),
        (typed(HOME, 90, way=Way.ALT), (Flaw.SLOW, Flaw.ALT_CODES), Fitness.WORKS),
        (typed("6901234567892"), (Flaw.OTHER_CODE,), Fitness.WORKS),
        (typed("hello world of letters"), (Flaw.OTHER_CODE,), Fitness.WORKS),
    ],
)  # fmt: skip
def test_each_flaw_is_named(strokes: list[Stroke], flaws: tuple[Flaw, ...], fitness: Fitness) -> None:
    report = examine(strokes)
    assert report is not None
    assert report.flaws == flaws
    assert report.fitness is fitness


def test_a_serial_scanner_needs_no_end_mark() -> None:
    report = examine(typed(DISTRICT, 0, end=0, way=Way.PORT))
    assert report is not None
    assert (report.flaws, report.fitness, report.seconds(251)) == ((), Fitness.GOOD, 0)


def test_a_few_keys_are_a_hand() -> None:
    assert examine(typed("36")) is None
    assert examine([]) is None


def test_a_pause_begins_another_reading() -> None:
    strokes = Strokes()
    for stroke in typed(HOME, 8):
        strokes.add(stroke)
    last = strokes.all[-1].at.arrival
    assert strokes.goes_on(Moment(last + 100, last + 100))
    assert not strokes.goes_on(Moment(last + 300, last + 300))
    strokes.add(Stroke("3", Moment(last + 900, last + 900)))
    assert [stroke.char for stroke in strokes.all] == ["3"]
