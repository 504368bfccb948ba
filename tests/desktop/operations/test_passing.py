"""At the gate, as the window and the command line call it: each act, and what it says has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.crossings import Held, Reading, Recorded
from db.books.issuing import revoke_pass
from db.books.verdict import Direction, Verdict
from db.errors import Denied, Refusal
from db.ledger.store import read_lines
from db.register import Register
from db.settings import GateSettings, write_settings
from db.trust.roles import Role
from desktop.changes import Topic
from desktop.operations.passing import (
    check_card,
    give_up_hold,
    look_at_person,
    look_at_scan,
    record_missed,
    record_scan,
    record_without_card,
    take_second_reading,
    turn_away_person,
    void_line,
)
from tests.registers import as_role, issue, new_register

IN, OUT = Direction.IN, Direction.OUT


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as register:
        yield register


def kinds(register: Register) -> list[str]:
    with register.reading() as connection:
        return [line.head.kind for line in read_lines(connection, 312, 1)][2:]


def test_a_good_card_is_looked_at_and_recorded(register: Register) -> None:
    one, digits = issue(register)
    looked = look_at_scan(register, digits, IN)
    assert (looked.value.verdict, kinds(register)) == (Verdict.OK, ["pass.issued"])
    assert not looked.change.touches(*Topic)
    done = record_scan(register, looked.value, IN, Reading(365), note="送药")
    assert isinstance(done.value, Recorded) and done.value.pass_id == one.id
    assert done.change.touches(Topic.ENTRIES) and not done.change.touches(Topic.REFUSALS)


def test_a_card_that_lets_nobody_in_is_noted_at_once(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    looked = look_at_scan(register, digits, IN)
    assert looked.value.verdict is Verdict.REVOKED and looked.change.touches(Topic.REFUSALS)
    assert kinds(register)[-1] == "scan.refused"
    assert check_card(register, digits, IN).verdict is Verdict.REVOKED
    assert kinds(register).count("scan.refused") == 1, "checking records nothing"
    with pytest.raises(Refusal):
        record_scan(register, looked.value, IN, Reading(365))
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        record_scan(register, looked.value, IN, Reading(365), override="急诊")


def test_a_volunteer_does_all_that_a_gate_needs(register: Register) -> None:
    one, digits = issue(register)
    as_role(register, Role.VOLUNTEER)
    looked = look_at_scan(register, digits, IN).value
    entered = record_scan(register, looked, IN, Reading(366)).value
    assert isinstance(entered, Recorded)
    record_without_card(register, "visitor", "送货人", IN, Reading(365), details={"phone": "139"})
    turn_away_person(register, "李四", "无证")
    record_missed(register, one.id, "周文静", OUT)
    void_line(register, 1, entered.seq, "写错了人")
    assert kinds(register)[1:] == [
        "entry.recorded",
        "entry.recorded",
        "scan.refused",
        "entry.recorded",
        "entry.voided",
    ]


def test_the_fever_line_is_the_one_that_the_lead_set(register: Register) -> None:
    with register.changing() as connection:
        write_settings(connection, GateSettings(fever_tenths=370))
    held = record_without_card(register, "visitor", "送货人", IN, Reading(371)).value
    assert isinstance(held, Held)
    done = take_second_reading(register, held.seq, Reading(370)).value
    assert (done.outcome, done.incident is not None) == ("turned_away", True)
    again = record_without_card(register, "visitor", "别人", IN, Reading(372)).value
    assert isinstance(again, Held)
    assert give_up_hold(register, again.seq, "送发热门诊").value.outcome == "turned_away"


def test_someone_found_by_hand_is_looked_at_without_a_line(register: Register) -> None:
    one, _ = issue(register)
    looked = look_at_person(register, one.id, IN)
    assert (looked.verdict, looked.token_sha256) == (Verdict.OK, None)
    assert kinds(register) == ["pass.issued"]
