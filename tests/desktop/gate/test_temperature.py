"""Temperatures as gloves, number pads and input methods type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.views.gate.temperature import Flaw, Typed


def typed(text: str) -> Typed:
    value = Typed()
    for char in text:
        value = value.add(char)
    return value


@pytest.mark.parametrize("text", ["365", "36.5", "36。5", "36,5", "36，5", "３６５", "３６．５", "36、5"])
def test_every_way_to_type_it_is_the_same_temperature(text: str) -> None:
    assert typed(text).read() == 365
    assert typed(text).shown == "36.5"


@pytest.mark.parametrize(("text", "tenths"), [("300", 300), ("430", 430), ("37.3", 373), ("42.9", 429)])
def test_thirty_to_forty_three_degrees_can_be_typed(text: str, tenths: int) -> None:
    assert typed(text).read() == tenths


@pytest.mark.parametrize("text", ["299", "431", "29.9", "43.1", "999", "000"])
def test_what_no_thermometer_for_people_says_is_out_of_range(text: str) -> None:
    assert typed(text).read() is Flaw.OUT_OF_RANGE


@pytest.mark.parametrize("text", ["3", "36", "36.", "38。"])
def test_a_digit_that_is_missing_is_not_guessed(text: str) -> None:
    assert typed(text).read() is Flaw.UNFINISHED


def test_nothing_typed_is_empty() -> None:
    assert Typed().read() is Flaw.EMPTY
    assert not Typed()


def test_a_fourth_digit_changes_nothing() -> None:
    assert typed("3655").read() == 365
    assert typed("36.55").read() == 365


@pytest.mark.parametrize("text", [".365", "3.65", "36..5", "36.5.", "a3b6c5", "36-5"])
def test_what_cannot_stand_there_is_not_taken(text: str) -> None:
    assert typed(text).read() == 365


def test_backspace_takes_what_was_typed_last() -> None:
    value = typed("36.5")
    shown = []
    while value:
        value = value.back()
        shown.append(value.shown)
    assert shown == ["36.", "36", "3", ""]
    assert typed("365").back() == typed("36")
    assert Typed().back() == Typed()


def test_one_digit_alone_may_be_a_command() -> None:
    assert typed("9").command == "9"
    assert typed("36").command is None
    assert Typed().command is None


@given(st.text(max_size=12))
def test_whatever_is_typed_never_shows_more_than_a_temperature(text: str) -> None:
    value = typed(text)
    assert len(value.shown) <= 4
    result = value.read()
    assert isinstance(result, Flaw) or 300 <= result <= 430
