"""What happens after the verdict: numbered lines, who is let in, and who is not."""

from __future__ import annotations

import pytest

from db.books.check import look_at_pass
from db.books.crossings import (
    Reading,
    record_crossing,
    record_person,
    refuse_scan,
    turn_away,
)
from db.books.entries import (
    entries_of_day,
    entries_of_pass,
    entries_of_person,
)
from db.books.issuing import revoke_pass
from db.books.refusals import refusals_of_day
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.store import read_lines
from db.register import Register
from db.trust.roles import Role
from tests.db.books.at_the_gate import (
    DAY,
    IN,
    OUT,
    cross,
    kinds,
    lines,
    look,
    visitor,
    where,
)
from tests.registers import FakeClock, as_role, issue, machine_zone


def test_a_crossing_is_one_line_with_the_published_keys(register: Register) -> None:
    _, digits = issue(register, "周文静", unit="市中心医院")
    done = cross(register, digits, IN, 365)
    (body,) = lines(register, "entry.recorded")
    with register.reading() as connection:
        *_, last = read_lines(connection, 312, 1)
    assert body == {
        "no": 1,
        "day": DAY,
        "time": last.head.at,
        "direction": "in",
        "inferred": False,
        "book": "medical",
        "pass": "M-0312-000001",
        "name": "周文静",
        "unit": "市中心医院",
        "temp_tenths": 365,
        "method": "forehead",
        "verdict": "ok",
        "reason": None,
        "override": None,
        "held": None,
        "outcome": "passed",
    }
    assert (done.no, done.seq, done.day, done.time) == (1, last.head.seq, DAY, last.head.at)


def test_a_person_without_a_card_gets_the_same_line(register: Register) -> None:
    with register.writing() as ledger:
        record_person(ledger, "resident", " 王大妈 ", OUT, Reading(None, None), details={"home": "3-1-502"})
    (body,) = lines(register, "entry.recorded")
    assert (body["book"], body["pass"], body["name"], body["details"]) == (
        "resident",
        None,
        "王大妈",
        {"home": "3-1-502"},
    )
    assert (body["temp_tenths"], body["method"], body["verdict"]) == (None, None, "ok")


@pytest.mark.parametrize(("name", "book", "field"), [(" ", "visitor", "name"), ("王", "medical", "book")])
def test_a_person_without_a_card_needs_a_name_and_a_book_of_their_own(
    register: Register, name: str, book: str, field: str
) -> None:
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        record_person(ledger, book, name, IN, Reading(365))
    assert raised.value.params["field"] == field
    assert kinds(register) == []


@pytest.mark.parametrize("tenths", [299, 431, 0, -1, 3650])
def test_a_temperature_that_no_person_has_is_refused_when_typed(tenths: int) -> None:
    with pytest.raises(Refusal) as raised:
        Reading(tenths)
    assert raised.value.code is RefusalCode.TEMPERATURE_OUT_OF_RANGE


def test_thermometers_read_from_30_0_to_43_0_in_five_ways() -> None:
    for method in ("forehead", "wrist", "neck", "armpit", "ear"):
        assert (Reading(300, method).tenths, Reading(430, method).tenths) == (300, 430)
    with pytest.raises(Refusal):
        Reading(365, "mouth")


def test_numbers_start_at_one_each_day_and_have_no_gaps(register: Register, clock: FakeClock) -> None:
    _, digits = issue(register)
    first = [cross(register, digits, direction).no for direction in (IN, OUT, IN)]
    clock.at("2020-02-11 00:00")
    second = [cross(register, digits, direction).no for direction in (OUT, IN)]
    assert (first, second) == ([1, 2, 3], [1, 2])
    with register.reading() as connection:
        days = [
            (entry.day, entry.no)
            for day in (DAY, "2020-02-11")
            for entry in entries_of_day(connection, 312, day)
        ]
    assert days == [(DAY, 1), (DAY, 2), (DAY, 3), ("2020-02-11", 1), ("2020-02-11", 2)]


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_a_day_ends_at_the_gates_midnight_whatever_the_machines_zone(
    register: Register, clock: FakeClock, zone: str
) -> None:
    with machine_zone(zone):
        clock.at("2020-02-10 23:59:59")
        assert visitor(register).day == "2020-02-10"
        clock.at("2020-02-11 00:00")
        last = visitor(register)
    assert (last.day, last.no, last.time[:19]) == ("2020-02-11", 1, "2020-02-11T00:00:00")


def test_a_refused_crossing_uses_no_number(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    with pytest.raises(Refusal):
        cross(register, digits)
    assert visitor(register).no == 1


def test_a_clock_that_goes_back_is_noted_once_and_numbers_go_on(register: Register, clock: FakeClock) -> None:
    numbers = [visitor(register).no]
    clock.forward(minutes=-30)
    numbers += [visitor(register).no for _ in range(3)]
    assert numbers == [1, 2, 3, 4]
    (noted,) = lines(register, "clock.noted")
    assert noted["anomaly"] == "behind" and 1799 <= noted["by_seconds"] <= 1800
    clock.forward(minutes=-30)
    visitor(register)
    assert len(lines(register, "clock.noted")) == 2, "a further step back is a further anomaly"
    with register.reading() as connection:
        assert [entry.no for entry in entries_of_day(connection, 312, DAY)] == [1, 2, 3, 4, 5]


def test_a_clock_a_minute_behind_is_nothing_to_note(register: Register, clock: FakeClock) -> None:
    visitor(register)
    clock.forward(seconds=-59)
    visitor(register)
    assert lines(register, "clock.noted") == []


def test_a_dead_battery_is_noted_once_and_stops_nothing(register: Register, clock: FakeClock) -> None:
    clock.at("2009-01-01 00:00")
    days = {visitor(register).day for _ in range(3)}
    assert days == {"2009-01-01"}
    (noted,) = lines(register, "clock.noted")
    assert noted["anomaly"] == "before_2020"
    clock.at("2020-02-10 09:00")
    assert visitor(register).day == DAY
    assert len(lines(register, "clock.noted")) == 1, "put right is no anomaly"


def test_a_card_that_lets_nobody_in_is_not_let_in(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    with pytest.raises(Refusal) as raised:
        cross(register, digits)
    assert (raised.value.code, raised.value.params["verdict"]) == (RefusalCode.SCAN_REFUSED, "revoked")
    assert where(register, one) is None


def test_going_out_a_revoked_card_keeps_nobody_in(register: Register) -> None:
    one, digits = issue(register)
    cross(register, digits)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    cross(register, digits, OUT)
    body = lines(register, "entry.recorded")[-1]
    assert (body["verdict"], body["reason"], body["pass"]) == ("attention", "revoked", one.id.human())
    assert where(register, one) == "out"


def test_a_look_at_someone_going_out_lets_nobody_in(register: Register) -> None:
    """The direction may be turned after the scan."""
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    going_out = look(register, digits, OUT)
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        record_crossing(ledger, going_out, IN, Reading(365))
    assert raised.value.params["verdict"] == "revoked"


def test_who_is_there_already_is_asked_again_for_the_way_that_was_turned(register: Register) -> None:
    _, digits = issue(register)
    cross(register, digits, IN)
    inside = look(register, digits, IN)
    assert inside.verdict.value == "already_inside"
    with register.writing() as ledger:
        record_crossing(ledger, inside, OUT, Reading(365))
    assert lines(register, "entry.recorded")[-1]["verdict"] == "ok"


def test_a_lead_lets_someone_in_with_a_reason_and_nobody_else_does(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        cross(register, digits, override="急诊")
    with pytest.raises(Refusal):
        cross(register, digits, override=" ")
    as_role(register, Role.LEAD)
    cross(register, digits, override="急诊")
    body = lines(register, "entry.recorded")[-1]
    assert (body["verdict"], body["reason"], body["override"]) == ("revoked", "离岗", "急诊")


def test_a_card_that_is_not_genuine_is_written_under_nobodys_name(register: Register) -> None:
    _, digits = issue(register)
    forged = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    cross(register, forged, OUT)
    body = lines(register, "entry.recorded")[-1]
    assert (body["pass"], body["name"], body["verdict"], body["reason"]) == (None, "", "attention", "forged")


def test_refused_scans_and_people_sent_away_are_lines_without_numbers(register: Register) -> None:
    one, digits = issue(register)
    forged = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    for scanned in (digits, forged, "x"):
        seen = look(register, scanned)
        with register.writing() as ledger:
            refuse_scan(ledger, seen)
    with register.writing() as ledger:
        turn_away(ledger, " 李四 ", " 无证，劝返 ", {"phone": "13900001234"})
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        turn_away(ledger, "李四", " ")
    assert raised.value.code is RefusalCode.REASON_NEEDED
    with register.reading() as connection:
        refused = refusals_of_day(connection, 312, DAY)
    assert [(one.verdict, one.pass_id and one.pass_id.human(), one.name, one.reason) for one in refused] == [
        ("revoked", "M-0312-000001", "周文静", "离岗"),
        ("forged", None, "", ""),
        ("unreadable", None, "", ""),
        ("no_card", None, "李四", "无证，劝返"),
    ]
    assert [one.token_sha256 is None for one in refused] == [False, False, False, True]
    assert visitor(register).no == 1


def test_a_persons_lines_are_found_newest_first(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    for direction in (IN, OUT, IN):
        clock.forward(minutes=5)
        cross(register, digits, direction)
        visitor(register, "送货人", direction)
    visitor(register, "别人")
    with register.reading() as connection:
        log = entries_of_pass(connection, one.id, limit=2)
        deliveries = entries_of_person(connection, 312, "送货人")
    assert [entry.direction.value for entry in log] == ["in", "out"]
    assert [entry.no for entry in deliveries] == [6, 4, 2]


def test_a_day_is_listed_in_either_order_and_in_part(register: Register) -> None:
    for _ in range(3):
        visitor(register)
    with register.reading() as connection:
        down = entries_of_day(connection, 312, DAY, newest_first=True, limit=2)
        up = entries_of_day(connection, 312, DAY)
        assert entries_of_day(connection, 312, "2020-02-09") == []
    assert ([entry.no for entry in down], [entry.no for entry in up]) == ([3, 2], [1, 2, 3])


def test_a_pass_found_by_hand_is_written_as_such(register: Register) -> None:
    one, _ = issue(register)
    with register.reading() as connection:
        seen = look_at_pass(connection, 312, one.id, register.clock.stamp(), IN)
    with register.writing() as ledger:
        record_crossing(ledger, seen, IN, Reading(365))
    (body,) = lines(register, "entry.recorded")
    assert (body["by_hand"], body["pass"], body["verdict"]) == (True, one.id.human(), "ok")
