"""The order of the verdicts, which is the rule itself."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from db.books.verdict import Direction, Facts, Verdict, Worry, decide

TODAY = date(2020, 2, 10)
IN, OUT = Direction.IN, Direction.OUT

ORDER = (
    "unreadable",
    "unknown_issuer",
    "forged",
    "revoked",
    "superseded",
    "not_yet_valid",
    "expired",
    "wrong_gate",
    "attention",
    "already_inside",
    "already_outside",
    "ok",
)
REFUSALS: dict[str, dict[str, Any]] = {
    "unreadable": {"readable": False},
    "unknown_issuer": {"known_issuer": False},
    "forged": {"genuine": False},
    "revoked": {"revoked": "离岗"},
    "superseded": {"superseded": True},
    "not_yet_valid": {"valid_from": date(2020, 2, 11)},
    "expired": {"valid_until": date(2020, 2, 9)},
    "wrong_gate": {"good_here": False},
}


def test_the_names_and_their_order_are_the_published_ones() -> None:
    assert tuple(verdict.value for verdict in Verdict) == ORDER
    assert {verdict.value for verdict in Verdict if verdict.refuses} == set(REFUSALS)


@pytest.mark.parametrize("name", REFUSALS)
def test_each_cause_alone_gives_its_verdict(name: str) -> None:
    for direction in (IN, None):
        verdict, reason = decide(Facts(**REFUSALS[name]), direction, TODAY)
        assert (verdict.value, reason) == (name, "离岗" if name == "revoked" else None)


@pytest.mark.parametrize(("first", "second"), list(combinations(REFUSALS, 2)))
def test_of_two_causes_the_earlier_in_the_order_is_said(first: str, second: str) -> None:
    facts = Facts(**REFUSALS[second] | REFUSALS[first], worries=(Worry.HELD,), last=IN)
    assert decide(facts, IN, TODAY)[0].value == first


@pytest.mark.parametrize("name", REFUSALS)
def test_going_out_every_refusal_is_a_reason_to_look(name: str) -> None:
    facts = Facts(**REFUSALS[name], worries=(Worry.KEY_PERSON,), last=OUT)
    assert decide(facts, OUT, TODAY) == (Verdict.ATTENTION, name)


@pytest.mark.parametrize("worry", Worry)
@pytest.mark.parametrize("direction", [IN, OUT, None])
def test_a_worry_is_said_before_where_someone_is(worry: Worry, direction: Direction | None) -> None:
    facts = Facts(worries=(worry,), last=direction)
    assert decide(facts, direction, TODAY) == (Verdict.ATTENTION, worry.value)


def test_of_several_worries_the_first_is_said() -> None:
    assert decide(Facts(worries=(Worry.HELD, Worry.OVERDUE)), IN, TODAY) == (Verdict.ATTENTION, "held")


@pytest.mark.parametrize(
    ("last", "direction", "expected"),
    [
        (IN, IN, "already_inside"),
        (OUT, OUT, "already_outside"),
        (OUT, IN, "ok"),
        (IN, OUT, "ok"),
        (None, IN, "ok"),
        (None, OUT, "ok"),
        (IN, None, "ok"),
        (OUT, None, "ok"),
    ],
)
def test_whoever_is_there_already_is_said_to_be(
    last: Direction | None, direction: Direction | None, expected: str
) -> None:
    verdict, reason = decide(Facts(last=last), direction, TODAY)
    assert (verdict.value, reason) == (expected, None)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2020, 1, 31), "not_yet_valid"),
        (date(2020, 2, 1), "ok"),
        (date(2020, 3, 15), "ok"),
        (date(2020, 3, 16), "expired"),
    ],
)
def test_both_days_are_valid_days_themselves(today: date, expected: str) -> None:
    facts = Facts(valid_from=date(2020, 2, 1), valid_until=date(2020, 3, 15))
    assert decide(facts, IN, today)[0].value == expected
