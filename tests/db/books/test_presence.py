"""Corrections, and who is inside."""

from __future__ import annotations

import pytest

from db.books.crossings import (
    fill_in_missed,
    void_entry,
)
from db.books.entries import (
    entries_of_day,
    inside_now,
)
from db.books.pass_id import Book
from db.errors import Refusal, RefusalCode
from db.register import Register
from tests.db.books.at_the_gate import (
    DAY,
    IN,
    OUT,
    cross,
    lines,
    look,
    past,
    visitor,
    void,
    where,
)
from tests.registers import FakeClock, issue


def test_a_voided_line_keeps_its_number_and_its_reason(register: Register) -> None:
    wrong = visitor(register)
    void(register, wrong)
    assert visitor(register).no == 2
    (body,) = lines(register, "entry.voided")
    assert body == {"day": DAY, "no": 1, "entry_epoch": 1, "entry_seq": wrong.seq, "reason": "写错了人"}
    with register.reading() as connection:
        first, second = entries_of_day(connection, 312, DAY)
    assert (first.no, first.voided_reason, first.voided_at is not None) == (1, "写错了人", True)
    assert (second.no, second.voided_at) == (2, None)


def test_a_line_is_voided_once_and_for_a_reason(register: Register) -> None:
    wrong = visitor(register)
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        void_entry(ledger, 1, wrong.seq, "")
    assert raised.value.code is RefusalCode.REASON_NEEDED
    void(register, wrong)
    for seq, code in ((wrong.seq, RefusalCode.ALREADY_VOIDED), (1, RefusalCode.NO_SUCH_ENTRY)):
        with pytest.raises(Refusal) as raised, register.writing() as ledger:
            void_entry(ledger, 1, seq, "再来")
        assert raised.value.code is code


def test_a_voided_crossing_puts_the_holder_back_where_they_were(register: Register) -> None:
    one, digits = issue(register)
    cross(register, digits, IN)
    out = cross(register, digits, OUT)
    void(register, out)
    assert where(register, one) == "in"
    with register.reading() as connection:
        (first, *_) = entries_of_day(connection, 312, DAY)
        assert inside_now(connection, 312)[Book.MEDICAL] == 1
    with register.writing() as ledger:
        void_entry(ledger, 1, first.seq, "不是本人")
    assert where(register, one) is None, "unknown again, as before the first line"
    with register.reading() as connection:
        assert inside_now(connection, 312)[Book.MEDICAL] == 0


def test_voiding_an_older_line_moves_nobody(register: Register) -> None:
    one, digits = issue(register)
    first = cross(register, digits, IN)
    cross(register, digits, OUT)
    void(register, first)
    assert where(register, one) == "out"


def test_who_is_inside_follows_from_the_time_and_not_from_the_order_of_lines(
    register: Register, clock: FakeClock
) -> None:
    one, digits = issue(register)
    clock.at("2020-02-10 10:00")
    cross(register, digits, OUT)
    past(register, "2020-02-10 09:00", IN, one.id)
    assert where(register, one) == "out", "a line from paper about an earlier hour"
    past(register, "2020-02-10 09:59:59.999", IN, one.id)
    assert where(register, one) == "out"
    clock.at("2020-02-10 12:00")
    past(register, "2020-02-10 11:00", IN, one.id)
    assert where(register, one) == "in", "and about a later one"


def test_of_two_crossings_at_one_moment_the_later_line_counts(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    cross(register, digits, IN)
    clock.at("2020-02-10 12:00")
    past(register, "2020-02-10 11:00", IN, one.id)
    past(register, "2020-02-10 11:00", OUT, one.id)
    assert where(register, one) == "out"


def test_a_missed_crossing_is_marked_as_inferred_and_moves_its_holder(register: Register) -> None:
    one, digits = issue(register)
    cross(register, digits, IN)
    with register.writing() as ledger:
        fill_in_missed(ledger, one.id, "周文静", OUT)
    body = lines(register, "entry.recorded")[-1]
    assert (body["inferred"], body["temp_tenths"], body["no"]) == (True, None, 2)
    assert where(register, one) == "out"
    assert look(register, digits, IN).verdict.value == "ok"
