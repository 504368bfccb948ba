"""What two scanners sent at once: digits of two cards among each other, taken apart with the register's help.

A code of thirteen random digits is hardly ever found in digits that are not its own, so what can be taken apart in
one way only was sent that way. What can be in none, or in several, stays unreadable.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

from sqlalchemy import Connection, select

from db import models
from db.books.pass_id import Book
from db.trust.tokens import HOME_DIGITS, HomeToken

MOST_TYPED = 3
"""So many digits of a hand may have got among those of a scanner."""
_MOST_PAIRS, _MOST_FITTING = 200_000, 200
_issues = models.pass_issues


@dataclass(frozen=True)
class Untangled:
    """The cards that were sent, the one that was done first in front, and what a hand typed meanwhile."""

    cards: tuple[str, ...]
    typed: str = ""


def untangle(connection: Connection, gate: int, digits: str) -> Untangled | None:
    """Takes the digits apart into the codes of cards of this gate. None where there is no way, or more than one."""
    if len(digits) <= HOME_DIGITS:
        return None
    found = [code for code in _codes(connection, gate) if len(code) < len(digits) and _lies_in(code, digits)]
    ways = [
        Untangled((code,), _rest(code, digits)) for code in found if len(digits) - len(code) <= MOST_TYPED
    ]
    pairs = _pairs(found, digits)
    ways += [Untangled(order) for pair in pairs for order in [_order_of(*pair, digits)] if order is not None]
    return ways[0] if len(ways) == 1 else None


def _pairs(found: list[str], digits: str) -> list[tuple[str, str]]:
    """Pairs that can make up the digits. A key that is down for one keyboard does not go down again for another, so a
    digit that both press at the same time comes once: all that cards of one gate begin with, at the most."""
    by_length: dict[int, list[str]] = {}
    for code in found:
        by_length.setdefault(len(code), []).append(code)
    counts = {code: _counts(code) for code in found}
    whole = _counts(digits)
    pairs: list[tuple[str, str]] = []
    for one_length, other_length in combinations_with_replacement(sorted(by_length), 2):
        lost = one_length + other_length - len(digits)
        some, others = by_length[one_length], by_length[other_length]
        if not 0 <= lost <= one_length * 2 // 3 or len(some) * len(others) > _MOST_PAIRS:
            continue
        pairs += [
            (one, other)
            for one, other in product(some, others)
            if (one_length < other_length or one < other) and _fit(counts[one], counts[other], whole)
        ]
    return pairs if len(pairs) <= _MOST_FITTING else []


def _counts(code: str) -> tuple[int, ...]:
    """How often each digit comes."""
    return tuple(code.count(digit) for digit in "0123456789")


def _fit(one: tuple[int, ...], other: tuple[int, ...], whole: tuple[int, ...]) -> bool:
    return all(0 <= a + b - both <= min(a, b) for a, b, both in zip(one, other, whole, strict=True))


def _codes(connection: Connection, gate: int) -> Iterable[str]:
    i = _issues.c
    wanted = select(i.book, i.number, i.issue, i.code, i.digits).where(i.gate == gate)
    for row in connection.execute(wanted):
        if row.digits:
            yield row.digits
        elif row.code:
            yield HomeToken(gate, Book(row.book), row.number, row.issue, row.code).digits()


def _lies_in(code: str, digits: str) -> bool:
    """Whether the code's digits come in their order among the others."""
    at = 0
    for digit in code:
        at = digits.find(digit, at) + 1
        if not at:
            return False
    return True


def _rest(code: str, digits: str) -> str:
    """What is left without the code."""
    left, at = [], 0
    for digit in digits:
        if at < len(code) and digit == code[at]:
            at += 1
        else:
            left.append(digit)
    return "".join(left)


def _order_of(one: str, other: str, digits: str) -> tuple[str, str] | None:
    """The two codes, the one that was at its end first in front; None where they do not make up the digits, each in
    its order, a digit that both pressed at the same time coming once."""
    states = {(0, 0)}
    for digit in digits[:-1]:
        states = _after(states, one, other, digit)
    ends = (len(one), len(other))
    last = {state: _after({state}, one, other, digits[-1]) for state in states}
    whole = [state for state, after in last.items() if ends in after]
    if not whole:
        return None
    return (one, other) if any(state[0] == len(one) for state in whole) else (other, one)


def _after(states: set[tuple[int, int]], one: str, other: str, digit: str) -> set[tuple[int, int]]:
    after = set()
    for mine, theirs in states:
        is_mine = mine < len(one) and one[mine] == digit
        is_theirs = theirs < len(other) and other[theirs] == digit
        if is_mine:
            after.add((mine + 1, theirs))
        if is_theirs:
            after.add((mine, theirs + 1))
        if is_mine and is_theirs:
            after.add((mine + 1, theirs + 1))
    return after
