"""Verdicts as of a past moment, for lines that come from paper and for corrections."""

from __future__ import annotations

from datetime import date

import pytest

from db.books.check import look_back
from db.books.crossings import Held, Reading, record_crossing, retake_temperature
from db.books.issuing import reissue_pass, renew_pass, revoke_pass
from db.books.passes import Pass
from db.books.verdict import Direction
from db.books.watch import watch
from db.register import Register
from tests.db.books.at_the_gate import IN, OUT, look
from tests.registers import FakeClock, issue


def cross(register: Register, digits: str, direction: Direction, tenths: int = 365) -> object:
    seen = look(register, digits, direction)
    with register.writing() as ledger:
        return record_crossing(ledger, seen, direction, Reading(tenths))


class Past:
    """A pass with a history, and the verdicts on it as of moments of 2020-02-10 to 12."""

    def __init__(self, register: Register, clock: FakeClock) -> None:
        self.register, self.clock = register, clock
        self.one: Pass
        self.one, self.digits = issue(register)

    def at(self, moment: str, direction: Direction = IN) -> tuple[str, str | None]:
        stamp = moment.replace(" ", "T") + ":00.000+08:00"
        with self.register.reading() as connection:
            seen = look_back(connection, 312, self.one.id, stamp, direction)
        return seen.verdict.value, seen.reason


@pytest.fixture
def past(register: Register, clock: FakeClock) -> Past:
    return Past(register, clock)


def test_before_its_issue_a_pass_was_not_registered(past: Past) -> None:
    assert past.at("2020-02-10 07:00") == ("attention", "unregistered")
    assert past.at("2020-02-10 08:01") == ("ok", None)


def test_a_revocation_counts_from_its_moment_until_the_reissue(past: Past) -> None:
    past.clock.at("2020-02-11 08:00")
    with past.register.writing() as ledger:
        revoke_pass(ledger, past.one.id, "离岗")
    past.clock.at("2020-02-12 08:00")
    with past.register.writing() as ledger:
        reissue_pass(ledger, past.one.id, "回岗")
    assert past.at("2020-02-11 07:59") == ("ok", None)
    assert past.at("2020-02-11 08:01") == ("revoked", "离岗")
    assert past.at("2020-02-12 07:59") == ("revoked", "离岗")
    assert past.at("2020-02-12 08:01") == ("ok", None)


def test_the_days_are_those_of_the_issue_in_force_then(past: Past) -> None:
    past.clock.at("2020-03-20 08:00")
    with past.register.writing() as ledger:
        renew_pass(ledger, past.one.id, date(2020, 4, 30))
    assert past.at("2020-03-15 23:59") == ("ok", None)
    assert past.at("2020-03-16 00:01") == ("expired", None)
    assert past.at("2020-03-20 08:01") == ("ok", None)


def test_a_hold_is_known_from_its_moment_and_open_until_its_end(past: Past) -> None:
    past.clock.at("2020-02-10 09:00")
    held = cross(past.register, past.digits, IN, 380)
    assert isinstance(held, Held)
    past.clock.at("2020-02-10 09:30")
    with past.register.writing() as ledger:
        retake_temperature(ledger, held.seq, Reading(366))
    assert past.at("2020-02-10 08:30") == ("ok", None)
    assert past.at("2020-02-10 09:10") == ("attention", "held")
    assert past.at("2020-02-10 10:00", OUT) == ("attention", "fever_earlier")
    assert past.at("2020-02-11 10:00", OUT) == ("ok", None)


def test_a_hold_that_is_still_open_was_open_the_next_day_but_not_the_day_before(past: Past) -> None:
    past.clock.at("2020-02-11 09:00")
    cross(past.register, past.digits, IN, 380)
    assert past.at("2020-02-10 09:10") == ("ok", None)
    assert past.at("2020-02-12 09:10") == ("attention", "held")


def test_a_watch_is_known_from_its_moment(past: Past) -> None:
    past.clock.at("2020-02-11 09:00")
    with past.register.writing() as ledger:
        watch(ledger, past.one.id, "key_person", "返咸人员")
    assert past.at("2020-02-11 08:00") == ("ok", None)
    assert past.at("2020-02-11 10:00") == ("attention", "key_person")


def test_who_was_where_follows_from_the_crossing_before(past: Past) -> None:
    for at, direction in (("2020-02-10 09:00", IN), ("2020-02-10 12:00", OUT), ("2020-02-10 13:00", IN)):
        past.clock.at(at)
        cross(past.register, past.digits, direction)
    assert past.at("2020-02-10 08:30") == ("ok", None)
    assert past.at("2020-02-10 10:00") == ("already_inside", None)
    assert past.at("2020-02-10 12:30") == ("ok", None)
    assert past.at("2020-02-10 12:30", OUT) == ("already_outside", None)
