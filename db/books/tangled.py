"""What two scanners sent at once: digits of two cards among each other, taken apart with the register's help.

A code of thirteen random digits is hardly ever found in digits that are not its own, so what can be taken apart in
one way only was sent that way. What can be in none, or in several, stays unreadable.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from db import models
from db.books.pass_id import Book
from db.trust.tokens import HOME_DIGITS, HomeToken

MOST_TYPED = 3
"""So many digits of a hand may have got among those of a scanner."""
Counts = tuple[int, ...]
"""How often each digit comes."""
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
    ways: list[Untangled] = []
    by_counts: dict[Counts, list[str]] = {}
    for code in _codes(connection, gate):
        if len(code) >= len(digits) or not _lies_in(code, digits):
            continue
        by_counts.setdefault(_counts(code), []).append(code)
        if len(digits) - len(code) <= MOST_TYPED:
            ways.append(Untangled((code,), _rest(code, digits)))
    whole = _counts(digits)
    for counts, codes in by_counts.items():
        # The other one has what is left of each digit.
        others = by_counts.get(tuple(a - b for a, b in zip(whole, counts, strict=True)), [])
        ways += [
            Untangled(_in_order(one, other, digits))
            for one in codes
            for other in others
            if one < other and _makes(one, other, digits)
        ]
    return ways[0] if len(ways) == 1 else None


def _counts(digits: str) -> Counts:
    return tuple(digits.count(digit) for digit in "0123456789")


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


def _makes(one: str, other: str, digits: str) -> bool:
    """Whether the digits are those of both codes, each in its order."""
    # How many of `one` may have been used up to here; the rest was of `other`.
    used = {0}
    for count, digit in enumerate(digits):
        after = set()
        for of_one in used:
            of_other = count - of_one
            if of_one < len(one) and one[of_one] == digit:
                after.add(of_one + 1)
            if of_other < len(other) and other[of_other] == digit:
                after.add(of_one)
        used = after
    return len(one) in used


def _in_order(one: str, other: str, digits: str) -> tuple[str, str]:
    """The one that was at its end first, as far as that can be seen."""
    return (other, one) if _makes(other, one[:-1], digits[:-1]) and digits[-1] == one[-1] else (one, other)
