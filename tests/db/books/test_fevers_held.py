"""Fevers: the first reading is held at once, the second passes or opens an incident."""

from __future__ import annotations

import pytest

from db.books.crossings import (
    Held,
    Reading,
    Recorded,
    end_hold,
    record_crossing,
    record_person,
    retake_temperature,
)
from db.books.holds import holds_of_day, incidents, open_holds, take_step
from db.books.issuing import revoke_pass
from db.errors import Refusal, RefusalCode
from db.register import Register
from tests.db.books.at_the_gate import (
    DAY,
    IN,
    OUT,
    kinds,
    lines,
    look,
    visitor,
    where,
)
from tests.registers import issue


def test_a_fever_is_held_at_once_without_a_number_and_passes_after_a_normal_second_reading(
    register: Register,
) -> None:
    one, digits = issue(register, unit="市中心医院")
    seen = look(register, digits)
    with register.writing() as ledger:
        held = record_crossing(ledger, seen, IN, Reading(373))
    assert isinstance(held, Held)
    assert kinds(register) == ["pass.issued", "entry.held"]
    assert visitor(register).no == 1, "others go on meanwhile"
    assert where(register, one) is None
    with register.writing() as ledger:
        done = retake_temperature(ledger, held.seq, Reading(366, "ear"))
    assert (done.no, done.outcome, done.incident) == (2, "passed", None)
    assert kinds(register)[-2:] == ["temperature.retaken", "entry.recorded"]
    (retaken,) = lines(register, "temperature.retaken")
    assert retaken == {"held": held.seq, "temp_tenths": 366, "method": "ear"}
    body = lines(register, "entry.recorded")[-1]
    assert (body["held"], body["temp_tenths"], body["method"], body["unit"]) == (
        held.seq,
        366,
        "ear",
        "市中心医院",
    )
    assert (body["verdict"], body["reason"], body["outcome"]) == ("attention", "held", "passed")
    assert where(register, one) == "in"
    with register.reading() as connection:
        (hold,) = holds_of_day(connection, 312, DAY)
        assert open_holds(connection, 312) == []
    assert (hold.temp_tenths, hold.retaken_tenths, hold.retaken_method, hold.outcome) == (
        373,
        366,
        "ear",
        "passed",
    )


def test_a_second_fever_turns_away_and_opens_an_incident_with_steps(register: Register) -> None:
    one, digits = issue(register)
    seen = look(register, digits)
    with register.writing() as ledger:
        held = record_crossing(ledger, seen, IN, Reading(381))
    assert isinstance(held, Held)
    with register.writing() as ledger:
        done = retake_temperature(ledger, held.seq, Reading(379))
    assert (done.outcome, done.incident is not None) == ("turned_away", True)
    assert where(register, one) is None, "whoever was turned away is not inside"
    with register.writing() as ledger:
        take_step(ledger, done.incident or 0, "isolated", "留观点")
        take_step(ledger, done.incident or 0, "closed")
    with register.reading() as connection:
        (incident,) = incidents(connection, 312, DAY)
    assert (incident.what, incident.held, incident.name) == ("fever", held.seq, "周文静")
    assert [(step, note) for step, note, _ in incident.steps] == [("isolated", "留观点"), ("closed", "")]
    assert incident.closed_at == incident.steps[-1][2]


def test_scanning_someone_held_again_is_the_second_reading(register: Register) -> None:
    _, digits = issue(register)
    for tenths in (380, 366):
        seen = look(register, digits)
        with register.writing() as ledger:
            done = record_crossing(ledger, seen, IN, Reading(tenths))
    assert isinstance(done, Recorded) and done.no == 1
    assert kinds(register) == ["pass.issued", "entry.held", "temperature.retaken", "entry.recorded"]


def test_the_fever_line_is_the_gates(register: Register) -> None:
    with register.writing() as ledger:
        assert isinstance(record_person(ledger, "visitor", "甲", IN, Reading(372)), Recorded)
        assert isinstance(record_person(ledger, "visitor", "乙", IN, Reading(373)), Held)
        assert isinstance(record_person(ledger, "visitor", "丙", IN, Reading(372), fever_tenths=372), Held)


def test_a_hold_of_someone_without_a_card_keeps_who_it_was(register: Register) -> None:
    with register.writing() as ledger:
        held = record_person(ledger, "resident", "王大妈", OUT, Reading(380), details={"home": "3-1-502"})
        assert isinstance(held, Held)
        retake_temperature(ledger, held.seq, Reading(366))
    (first,) = lines(register, "entry.held")
    assert first["details"] == {"home": "3-1-502"}
    body = lines(register, "entry.recorded")[-1]
    assert (body["name"], body["book"], body["pass"], body["direction"]) == (
        "王大妈",
        "resident",
        None,
        "out",
    )


def test_whoever_was_let_in_in_spite_of_the_card_is_so_after_a_second_reading_too(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    seen = look(register, digits)
    with register.writing() as ledger:
        held = record_crossing(ledger, seen, IN, Reading(380), override="急诊")
        assert isinstance(held, Held)
        retake_temperature(ledger, held.seq, Reading(366))
    assert lines(register, "entry.recorded")[-1]["override"] == "急诊"


def test_a_hold_can_end_without_a_second_reading_but_not_without_a_reason(register: Register) -> None:
    with register.writing() as ledger:
        held = record_person(ledger, "visitor", "送货人", IN, Reading(390))
    assert isinstance(held, Held)
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        end_hold(ledger, held.seq, " ")
    assert raised.value.code is RefusalCode.REASON_NEEDED
    with register.writing() as ledger:
        done = end_hold(ledger, held.seq, "送发热门诊")
    body = lines(register, "entry.recorded")[-1]
    assert (done.outcome, body["note"], body["temp_tenths"]) == ("turned_away", "送发热门诊", 390)


def test_a_hold_ends_once(register: Register) -> None:
    with register.writing() as ledger:
        held = record_person(ledger, "visitor", "送货人", IN, Reading(390))
        assert isinstance(held, Held)
        retake_temperature(ledger, held.seq, Reading(366))
    for again in (
        lambda ledger: retake_temperature(ledger, held.seq, Reading(366)),
        lambda ledger: end_hold(ledger, held.seq, "走了"),
        lambda ledger: retake_temperature(ledger, 1, Reading(366)),
    ):
        with pytest.raises(Refusal) as raised, register.writing() as ledger:
            again(ledger)
        assert raised.value.code is RefusalCode.NO_SUCH_ENTRY


def test_a_second_reading_needs_a_temperature(register: Register) -> None:
    with register.writing() as ledger:
        held = record_person(ledger, "visitor", "送货人", IN, Reading(390))
    assert isinstance(held, Held)
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        retake_temperature(ledger, held.seq, Reading(None))
    assert raised.value.code is RefusalCode.TEMPERATURE_NEEDED
    with register.reading() as connection:
        assert len(open_holds(connection, 312)) == 1
