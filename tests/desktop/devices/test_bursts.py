"""What is a scan and what is typing, by speed and form alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.devices.bursts import (
    END_MARK_MS,
    HOLD_MS,
    Bursts,
    Moment,
    Outcome,
    is_typed_number,
    plain_character,
    tokens_in,
)

HOME = "200312200001230011234567890123"
OTHER = "200312100000450019876543210987"


class Keyboard:
    """Feeds a recogniser with keys at given moments, and keeps what came out in its order."""

    def __init__(self, into_field: bool = False) -> None:
        self.bursts: Bursts[str] = Bursts()
        self.into_field = into_field
        self.now = 10_000
        self.out: list[tuple[str, str]] = []

    @property
    def typed(self) -> str:
        return "".join(what for kind, what in self.out if kind == "typed")

    @property
    def scans(self) -> list[str]:
        return [what for kind, what in self.out if kind == "scan"]

    def keys(self, text: str, gap: int) -> None:
        for char in text:
            self.after(gap)
            moment = Moment(self.now, self.now)
            if char in "\r\t":
                outcome = self.bursts.end_mark(moment)
                self._take(outcome)
                if not outcome.taken:
                    self.out.append(("typed", "⏎"))
                continue
            plain = plain_character(char)
            if plain is None:
                outcome = self.bursts.other(moment)
                self._take(outcome)
                if not outcome.taken:
                    self.out.append(("typed", char))
            else:
                self._take(self.bursts.character(moment, plain, char, self.into_field))

    def after(self, ms: int) -> None:
        """Lets time go by; the patience of the one who feeds ends on the way."""
        if ms > self.bursts.hold_ms and self.bursts.waiting:
            self._take(self.bursts.silence())
        self.now += ms

    def _take(self, outcome: Outcome[str]) -> None:
        self.out += [("typed", item) for item in outcome.typed]
        for item in reversed(outcome.untyped):
            assert self.out.pop() == ("typed", item)
        self.out += [("scan", scan) for scan in outcome.scans]


@pytest.mark.parametrize("gap", [1, 2, 8, 16, 30])
@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_a_scan_at_any_speed_with_any_end_mark_is_one_scan_and_no_typing(gap: int, end: str) -> None:
    keyboard = Keyboard()
    keyboard.keys(HOME + end, gap)
    keyboard.after(500)
    assert keyboard.out == [("scan", HOME)]


def test_a_hundred_scans_in_a_row_are_a_hundred_scans() -> None:
    keyboard = Keyboard()
    for number in range(100):
        keyboard.keys(f"200312{number % 3 + 1}{number:07d}001{number:013d}\r", 2 if number % 2 else 16)
        keyboard.after(60)
    assert len(keyboard.scans) == 100
    assert keyboard.typed == ""


@pytest.mark.parametrize("text", ["365", "36.5", "123456789", "7"])
def test_what_a_hand_types_arrives_in_its_order(text: str) -> None:
    keyboard = Keyboard()
    keyboard.keys(text, 90)
    keyboard.after(500)
    assert keyboard.out == [("typed", char) for char in text]


def test_two_fingers_that_roll_over_are_still_typing() -> None:
    keyboard = Keyboard()
    keyboard.keys("365", 12)
    keyboard.keys("\r", 12)
    assert keyboard.typed == "365⏎"
    assert keyboard.scans == []


@pytest.mark.parametrize("gap_before_scan", [300, 30, 3])
def test_a_scan_in_the_middle_of_typing_leaves_the_typing_whole(gap_before_scan: int) -> None:
    keyboard = Keyboard()
    keyboard.keys("36", 120)
    keyboard.after(gap_before_scan)
    keyboard.keys(HOME + "\r", 8)
    keyboard.keys("5\r", 200)
    assert keyboard.typed == "365⏎"
    assert keyboard.scans == [HOME]


def test_an_end_mark_that_comes_a_little_late_presses_nothing() -> None:
    keyboard = Keyboard()
    keyboard.keys(HOME, 16)
    keyboard.after(HOLD_MS + 1)
    keyboard.keys("\r", END_MARK_MS - HOLD_MS - 10)
    assert keyboard.out == [("scan", HOME)]


def test_an_enter_after_that_is_a_persons() -> None:
    keyboard = Keyboard()
    keyboard.keys(HOME, 16)
    keyboard.after(HOLD_MS + 1)
    keyboard.keys("\r", END_MARK_MS)
    assert keyboard.out == [("scan", HOME), ("typed", "⏎")]


def test_two_end_marks_belong_to_the_one_scan() -> None:
    keyboard = Keyboard()
    keyboard.keys(HOME + "\r\r", 8)
    assert keyboard.out == [("scan", HOME)]


@pytest.mark.parametrize(
    "before",
    ["]Q1", "\\000026", "]Q1\\000026", "】Q1", "、000026", "］Ｑ１"],
    ids=["]Q1", "eci", "both", "cn", "cn2", "wide"],
)
def test_marks_before_the_digits_are_the_scanners(before: str) -> None:
    keyboard = Keyboard()
    keyboard.keys(before + HOME + "\r", 8)
    assert keyboard.out == [("scan", HOME)]


def test_wide_digits_are_digits() -> None:
    keyboard = Keyboard()
    keyboard.keys("".join(chr(ord(digit) + 0xFEE0) for digit in HOME) + "\r", 8)
    assert keyboard.out == [("scan", HOME)]


def test_a_key_that_lies_under_something_is_no_scan() -> None:
    keyboard = Keyboard()
    keyboard.keys("5" * 40, 33)
    keyboard.after(500)
    assert keyboard.scans == []


def test_a_code_that_is_no_token_is_still_kept_from_the_fields() -> None:
    keyboard = Keyboard(into_field=True)
    keyboard.keys("6901234567892\r", 8)
    keyboard.after(500)
    assert keyboard.out == [("scan", "6901234567892")]


@pytest.mark.parametrize("number", ["13900002394", "421299199505296787", "36049919830415890X"])
def test_a_reader_of_identity_cards_may_type_into_a_field(number: str) -> None:
    keyboard = Keyboard(into_field=True)
    keyboard.keys(number + "\t", 8)
    assert keyboard.typed == number + "⏎"
    assert keyboard.scans == []


def test_the_same_number_without_a_field_is_a_scan() -> None:
    keyboard = Keyboard()
    keyboard.keys("13900002394\r", 8)
    keyboard.after(500)
    assert keyboard.out == [("scan", "13900002394")]


def test_a_number_with_a_wrong_check_digit_is_not_an_identity_number() -> None:
    assert is_typed_number("421299199505296787")
    assert not is_typed_number("421299199505296788")


def test_a_token_sent_twice_at_once_is_one_scan() -> None:
    assert tokens_in(HOME + HOME) == (0, [HOME])


def test_two_cards_without_an_end_mark_between_are_two_scans() -> None:
    assert tokens_in(HOME + OTHER) == (0, [HOME, OTHER])


def test_digits_of_two_scanners_are_not_taken_for_cards_of_two_gates() -> None:
    mixed = HOME + "209080201140800171036510601422"
    assert tokens_in(mixed) == (0, [mixed])


def test_what_two_scanners_send_at_once_is_one_scan_and_no_typing() -> None:
    mixed = "".join(a + b for a, b in zip(HOME, OTHER, strict=True))
    keyboard = Keyboard()
    keyboard.keys(mixed + "\r", 4)
    keyboard.after(500)
    assert keyboard.out == [("scan", mixed)]


def test_four_thousand_digits_are_no_typing() -> None:
    keyboard = Keyboard()
    keyboard.keys("2" + "71" * 2000 + "\r", 2)
    keyboard.after(500)
    assert keyboard.typed == ""
    assert len(keyboard.scans) == 1


@pytest.mark.parametrize("start", [1, 9, 28])
def test_two_scanners_whose_end_marks_come_one_after_the_other_type_nothing(start: int) -> None:
    """The first end mark comes while the other scanner is in the middle of its digits."""
    mixed = HOME[:start] + "".join(a + b for a, b in zip(HOME[start:], OTHER, strict=False)) + "\r"
    mixed += OTHER[30 - start :] + "\r"
    keyboard = Keyboard(into_field=True)
    keyboard.keys(mixed, 4)
    keyboard.after(500)
    assert keyboard.out == [("scan", mixed.replace("\r", ""))]


def test_a_scan_that_is_sent_twice_is_the_same_scan_twice_and_no_typing() -> None:
    keyboard = Keyboard(into_field=True)
    keyboard.keys((HOME + "\r") * 2, 8)
    assert keyboard.out == [("scan", HOME)] * 2


@pytest.mark.parametrize("before", ["]C0", "]Q3", "\x02", "\x02]Q1", "A", "QR:", "*"])
@pytest.mark.parametrize("after", ["", "#", "\x03", "*A", " "])
def test_whatever_a_scanner_was_told_to_send_round_the_digits_is_no_typing(before: str, after: str) -> None:
    keyboard = Keyboard(into_field=True)
    keyboard.keys(before + HOME + after + "\r", 16)
    keyboard.after(500)
    assert keyboard.out == [("scan", HOME)]


@pytest.mark.parametrize("text", ["M-0312-000123", "QR:36", "T13900002394", "wangfang", "a@b.cn"])
def test_other_words_written_quickly_stay_words(text: str) -> None:
    keyboard = Keyboard(into_field=True)
    keyboard.keys(text + "\r", 12)
    assert keyboard.typed == text + "⏎"
    assert keyboard.scans == []


def test_a_temperature_written_by_a_quick_hand_after_the_end_mark_is_typed() -> None:
    keyboard = Keyboard()
    keyboard.keys(HOME + "\r", 8)
    keyboard.keys("365\r", 20)
    assert keyboard.out[0] == ("scan", HOME)
    assert keyboard.typed == "365⏎"


def test_the_stamps_of_windows_tick_in_sixtyfourths_of_a_second() -> None:
    keyboard = Keyboard()
    sent = 10_000.0
    for digit in HOME:
        sent += 32
        # Its clock stands at the last tick of 15.625 ms.
        keyboard.keys(digit, int(sent / 15.625) * 15625 // 1000 - keyboard.now)
    keyboard.after(500)
    assert keyboard.out == [("scan", HOME)]


@pytest.mark.parametrize("place", [1, 2, 3, 4, 9, 15, 29])
@pytest.mark.parametrize("end", ["\r", ""])
def test_a_scan_that_is_held_up_for_a_moment_is_one_scan(place: int, end: str) -> None:
    """The machine has much to do, or the scanner hangs."""
    keyboard = Keyboard(into_field=True)
    keyboard.keys(HOME[:place], 30)
    keyboard.after(100)
    keyboard.keys(HOME[place:] + end, 30)
    keyboard.after(500)
    assert keyboard.out == [("scan", HOME)]


def test_what_a_hand_typed_before_a_scan_is_not_taken_back() -> None:
    keyboard = Keyboard()
    keyboard.keys("2", 90)
    keyboard.after(100)
    keyboard.keys(HOME + "\r", 8)
    assert keyboard.out == [("typed", "2"), ("scan", HOME)]
    keyboard.keys("20", 90)
    keyboard.keys("\r", 60)
    keyboard.keys(HOME[2:] + "\r", 8)
    keyboard.after(500)
    assert keyboard.typed == "220⏎"


def test_a_few_digits_in_a_scanners_pace_are_typed_after_all() -> None:
    keyboard = Keyboard(into_field=True)
    keyboard.keys("31204", 12)
    keyboard.after(500)
    keyboard.keys("7", 90)
    keyboard.after(500)
    assert keyboard.typed == "312047"


def test_a_scan_whose_first_digit_an_input_method_took_is_made_whole() -> None:
    assert tokens_in(HOME[1:]) == (0, [HOME])
    assert tokens_in(HOME[2:]) == (0, [HOME[2:]])


def test_a_stamp_that_starts_over_ends_what_was_held() -> None:
    keyboard = Keyboard()
    keyboard.keys("36", 10)
    keyboard.now = 5
    keyboard.keys(HOME + "\r", 8)
    assert keyboard.typed == "36"
    assert keyboard.scans == [HOME]


@given(
    typed=st.text("0123456789.", max_size=6),
    gap=st.integers(1, 30),
    end=st.sampled_from(["\r", "\t", ""]),
    more=st.text("0123456789", max_size=4),
)
def test_typing_around_a_scan_is_never_lost_or_turned_round(
    typed: str, gap: int, end: str, more: str
) -> None:
    keyboard = Keyboard()
    keyboard.keys(typed, 130)
    keyboard.after(130)
    keyboard.keys(HOME + end, gap)
    keyboard.after(130)
    keyboard.keys(more, 130)
    keyboard.after(130)
    assert keyboard.typed == typed + more
    assert keyboard.scans == [HOME]
