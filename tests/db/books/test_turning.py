"""A look at a card, turned to the other way by hand, is what it would have been that way from the start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.books.calls import note_call
from db.books.check import Look, look_at_card, turned
from db.books.crossings import Held, Reading, Recorded, record_crossing, retake_temperature
from db.books.entries import get_entry
from db.books.issuing import reissue_pass, revoke_pass
from db.books.operators import add_operator
from db.books.verdict import Direction
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.store import read_lines
from db.register import Register
from db.trust.roles import Role
from tests.registers import FakeClock, issue, new_register

IN, OUT = Direction.IN, Direction.OUT


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as register:
        yield register


def look(register: Register, digits: str, lane: Direction | None) -> Look:
    with register.reading() as connection:
        return look_at_card(connection, register.gate.gate, digits, register.clock.stamp(), lane)


def same(one: Look, other: Look) -> bool:
    return (one.verdict, one.reason, one.direction) == (other.verdict, other.reason, other.direction)


def cards(register: Register, clock: FakeClock) -> dict[str, str]:
    """A card of every sort that a direction can matter for."""
    found = {"good": issue(register, "甲")[1], "inside": issue(register, "乙")[1]}
    revoked, found["revoked"] = issue(register, "丙")
    old, found["superseded"] = issue(register, "丁")
    _, found["held"] = issue(register, "戊")
    _, found["expired"] = issue(register, "己", valid_until=clock.clock().today().replace(day=1))
    found["unreadable"] = "12345678901"
    found["forged"] = found["good"][:-1] + str((int(found["good"][-1]) + 1) % 10)
    with register.writing() as ledger:
        revoke_pass(ledger, revoked.id, "离岗")
        reissue_pass(ledger, old.id, "丢失")
    for name, tenths in (("inside", 365), ("held", 380)):
        seen = look(register, found[name], IN)
        with register.writing() as ledger:
            record_crossing(ledger, seen, IN, Reading(tenths))
    return found


def test_turning_is_the_same_as_looking_that_way(register: Register, clock: FakeClock) -> None:
    for name, digits in cards(register, clock).items():
        for first in (None, IN, OUT):
            for then in (IN, OUT):
                seen = turned(look(register, digits, first), then)
                assert same(seen, look(register, digits, then)), (name, first, then)


def test_going_out_nobody_is_kept_in_by_a_card(register: Register, clock: FakeClock) -> None:
    for name, digits in cards(register, clock).items():
        assert not turned(look(register, digits, None), OUT).verdict.refuses, name


def test_a_card_that_lets_nobody_in_needs_the_leads_reason(register: Register) -> None:
    pass_, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, pass_.id, "离岗")
    seen = look(register, digits, IN)
    with register.writing() as ledger:
        for reason in (None, "", "  "):
            with pytest.raises(Refusal) as refused:
                record_crossing(ledger, seen, IN, Reading(365), override=reason)
            assert refused.value.code is RefusalCode.SCAN_REFUSED
        done = record_crossing(ledger, seen, IN, Reading(365), override="救护车司机")
    assert isinstance(done, Recorded)
    with register.reading() as connection:
        entry = get_entry(connection, 312, 1, done.seq)
    assert entry is not None and (entry.verdict, entry.override) == ("revoked", "救护车司机")


def test_only_a_lead_may_let_in_in_spite_of_a_card(register: Register) -> None:
    pass_, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, pass_.id, "离岗")
        add_operator(ledger, "op-9", "志愿者", Role.VOLUNTEER)
    register.access = replace(register.access, operator="op-9", role=Role.VOLUNTEER)
    seen = look(register, digits, IN)
    with register.writing() as ledger:
        with pytest.raises(Denied):
            record_crossing(ledger, seen, IN, Reading(365), override="熟人")
        assert isinstance(record_crossing(ledger, turned(seen, OUT), OUT, Reading(365)), Recorded)


def test_a_look_from_before_a_hold_ended_is_a_new_first_reading(register: Register) -> None:
    _, digits = issue(register)
    with register.writing() as ledger:
        held = record_crossing(ledger, look_in(ledger, digits), IN, Reading(380))
        assert isinstance(held, Held)
    stale = look(register, digits, IN)
    with register.writing() as ledger:
        retake_temperature(ledger, held.seq, Reading(366))
        again = record_crossing(ledger, stale, IN, Reading(379))
    assert isinstance(again, Held) and again.seq > held.seq


def look_in(ledger: Ledger, digits: str) -> Look:
    return look_at_card(ledger.connection, 312, digits, ledger.clock.stamp(), IN)


def body_of(register: Register, seq: int) -> dict[str, object]:
    with register.reading() as connection:
        line = next(iter(read_lines(connection, 312, 1, seq, seq)))
    assert line.body is not None
    return line.body


def test_a_low_reading_that_was_taken_again_stays_in_the_line(register: Register) -> None:
    _, digits = issue(register)
    with register.writing() as ledger:
        done = record_crossing(ledger, look_in(ledger, digits), IN, Reading(348, "wrist"), low_before=346)
    assert isinstance(done, Recorded)
    body = body_of(register, done.seq)
    assert (body["temp_tenths"], body["method"], body["low_before"]) == (348, "wrist", 346)
    assert "by_hand" not in body


def test_that_the_lead_was_called_is_a_line(register: Register) -> None:
    pass_, _ = issue(register)
    with register.writing() as ledger:
        note_call(ledger, "lead", pass_.id, "周文静")
        seq = ledger.tip.seq
    assert body_of(register, seq) == {"who": "lead", "pass": "M-0312-000001", "name": "周文静"}
