"""Digits of two cards among each other, as two scanners at one laptop send them."""

from __future__ import annotations

from random import Random

import pytest

from db.books.issuing import issue_passes
from db.books.pass_id import Scope
from db.books.passes import cards_digits
from db.books.tangled import Untangled, untangle
from db.register import Register
from tests.registers import holder


def shuffled(one: str, other: str, random: Random) -> str:
    """Both, each in its order."""
    places = sorted(random.sample(range(len(one) + len(other)), len(one)))
    mine, rest = iter(one), iter(other)
    taken = set(places)
    return "".join(next(mine) if place in taken else next(rest) for place in range(len(one) + len(other)))


@pytest.fixture
def cards(register: Register) -> list[str]:
    """Sixty cards of the gate, and one that is good everywhere."""
    with register.writing() as ledger:
        made = issue_passes(ledger, [holder(f"人{number}") for number in range(60)])
        made += issue_passes(ledger, [holder("丁", scope=Scope.DISTRICT)])
        digits = cards_digits(ledger.connection, made)
    return [digits[one.id] for one in made]


def take_apart(register: Register, digits: str) -> Untangled | None:
    with register.reading() as connection:
        return untangle(connection, 312, digits)


def test_two_cards_however_they_are_mixed_are_two_cards(register: Register, cards: list[str]) -> None:
    random = Random(7)
    for _ in range(20):
        one, other = random.sample(cards, 2)
        found = take_apart(register, shuffled(one, other, random))
        assert found is not None
        assert sorted(found.cards) == sorted((one, other))
        assert found.typed == ""


def test_the_card_that_was_done_first_comes_first(register: Register, cards: list[str]) -> None:
    one, other = cards[4], cards[31]
    mixed = one[:10] + "".join(a + b for a, b in zip(one[10:], other, strict=False)) + other[20:]
    assert take_apart(register, mixed) == Untangled((one, other))
    mixed = other[:10] + "".join(a + b for a, b in zip(other[10:], one, strict=False)) + one[20:]
    assert take_apart(register, mixed) == Untangled((other, one))


def test_a_digit_that_both_press_at_the_same_time_comes_once(register: Register, cards: list[str]) -> None:
    random = Random(9)
    for _ in range(10):
        one, other = random.sample(cards[:-1], 2)
        mixed = "".join(a if a == b else a + b for a, b in zip(one, other, strict=True))
        assert len(mixed) < 60
        found = take_apart(register, mixed)
        assert found is not None
        assert sorted(found.cards) == sorted((one, other))


def test_a_hand_that_types_meanwhile_gets_its_digits_back(register: Register, cards: list[str]) -> None:
    card = cards[9]
    # A digit that does not stand beside it: one that does could be either's.
    digit = next(digit for digit in "0123456789" if digit not in card[14:17])
    assert take_apart(register, card[:15] + digit + card[15:]) == Untangled((card,), digit)


def test_what_is_nobodys_card_stays_what_it_is(register: Register, cards: list[str]) -> None:
    random = Random(8)
    stranger = "200312200000990019876543210987"
    assert take_apart(register, shuffled(cards[0], stranger, random)) is None
    assert take_apart(register, cards[0][:-1] + "77777777") is None
    assert take_apart(register, "6901234567892") is None
    assert take_apart(register, cards[0]) is None
