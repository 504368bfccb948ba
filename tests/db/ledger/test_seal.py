"""Seals: what is signed, when a day gets one, and its form on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.books.crossings import Reading, record_past, record_person
from db.books.entries import entries_of_day
from db.books.verdict import Direction
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.seal import PaperSeal, Seal, last_seal, read_paper_seal, seal_day, seals_of
from db.ledger.store import read_lines
from db.ledger.verify import verify_register
from db.register import Register, open_register
from db.times import from_stamp
from db.trust.roles import Role
from tests import independent
from tests.registers import FakeClock, as_role, new_register, prepared

DAY = "2020-02-10"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as register:
        yield register


def visit(register: Register, count: int = 1) -> None:
    for _ in range(count):
        with register.writing() as ledger:
            record_person(ledger, "visitor", "送货人", Direction.IN, Reading(365))


def seal(register: Register, day: str = DAY) -> Seal:
    with register.writing() as ledger:
        return seal_day(ledger, day)


def ledger_of(register: Register) -> list[dict[str, Any]]:
    """The lines as a stranger reads them, chain, commitments, numbers and seals checked."""
    with register.reading() as connection:
        encoded = [line.encode() for line in read_lines(connection, 312, 1)]
    return independent.check_ledger(encoded, 312, register.key_file.gate_key.hex())


def sealed(register: Register) -> list[tuple[str, int]]:
    """(day, entries) of every seal, in the order of the ledger."""
    return [
        (line["body"]["day"], line["body"]["entries"])
        for line in ledger_of(register)
        if line["head"]["kind"] == "day.sealed"
    ]


def test_a_seal_signs_the_count_and_the_line_before_it(register: Register) -> None:
    visit(register, 3)
    made = seal(register)
    *_, before, line = ledger_of(register)
    body = line["body"]
    assert set(body) == {"day", "entries", "head", "key", "signature"}
    assert (body["day"], body["entries"], body["key"]) == (DAY, 3, register.key_file.gate_key.hex())
    assert body["head"] == independent.hash_of(before["head"]) == line["head"]["prev"]
    assert independent.seal_is_signed(312, 1, before, body)
    assert not independent.seal_is_signed(312, 1, before, body | {"entries": 2})
    assert not independent.seal_is_signed(313, 1, before, body)
    assert (made.seq, made.entries) == (before["head"]["seq"], 3)


def test_voided_lines_are_counted_and_holds_are_not(register: Register) -> None:
    from db.books.crossings import void_entry

    visit(register, 2)
    with register.writing() as ledger:
        record_person(ledger, "visitor", "发热的人", Direction.IN, Reading(381))
    with register.reading() as connection:
        first, _ = entries_of_day(connection, 312, DAY)
    with register.writing() as ledger:
        void_entry(ledger, 1, first.seq, "写错了人")
    assert seal(register).entries == 2


def test_the_first_line_of_the_next_day_comes_after_the_seal_of_the_last(
    register: Register, clock: FakeClock
) -> None:
    visit(register, 2)
    clock.at("2020-02-11 00:00")
    visit(register)
    kinds = [line["head"]["kind"] for line in ledger_of(register)]
    assert kinds[2:] == ["entry.recorded", "entry.recorded", "day.sealed", "entry.recorded"]
    assert sealed(register) == [(DAY, 2)]


def test_days_without_anyone_need_no_seal(register: Register, clock: FakeClock) -> None:
    visit(register)
    clock.at("2020-02-14 08:00")
    visit(register)
    assert sealed(register) == [(DAY, 1)]


def test_a_day_sealed_by_the_lead_is_not_sealed_again(register: Register, clock: FakeClock) -> None:
    visit(register)
    seal(register)
    clock.at("2020-02-11 08:00")
    visit(register)
    assert sealed(register) == [(DAY, 1)]


def test_what_comes_after_a_seal_is_a_supplement_with_a_further_seal(
    register: Register, clock: FakeClock
) -> None:
    visit(register)
    seal(register)
    visit(register)
    clock.at("2020-02-11 08:00")
    visit(register)
    assert sealed(register) == [(DAY, 1), (DAY, 2)]
    with register.writing() as ledger:
        record_past(ledger, from_stamp("2020-02-10T22:00:00.000+08:00"), Direction.OUT, None, "夜归人", None)
    clock.at("2020-02-12 08:00")
    visit(register)
    assert sealed(register) == [(DAY, 1), (DAY, 2), (DAY, 3), ("2020-02-11", 1)]
    with register.reading() as connection:
        assert [one.entries for one in seals_of(connection, 312, DAY)] == [1, 2, 3]
        newest = last_seal(connection, 312, DAY)
    assert newest is not None and newest.entries == 3


def test_a_volunteers_register_has_no_signer_and_seals_nothing(register: Register, clock: FakeClock) -> None:
    visit(register)
    as_role(register, Role.VOLUNTEER)
    assert register.access.signer is None
    with pytest.raises(Denied) as raised:
        seal(register)
    assert raised.value.code is RefusalCode.NOT_ALLOWED
    clock.at("2020-02-11 08:00")
    visit(register)
    assert sealed(register) == [], "the day ends, and waits for someone who signs"


def test_a_day_that_ended_with_a_volunteer_is_sealed_by_the_next_who_signs_that_day_still(
    register: Register, clock: FakeClock
) -> None:
    lead = register.access
    visit(register)
    as_role(register, Role.VOLUNTEER)
    clock.at("2020-02-11 08:00")
    visit(register)
    register.access = lead
    visit(register)
    assert sealed(register) == [(DAY, 1)]


def test_opening_the_register_again_seals_what_is_past_with_the_first_line(
    register: Register, clock: FakeClock
) -> None:
    path = register.path
    visit(register)
    clock.at("2020-02-11 08:00")
    with register.writing() as ledger:
        record_past(ledger, from_stamp("2020-02-09T22:00:00.000+08:00"), Direction.OUT, None, "夜归人", None)
    register.close()
    recovery_key = prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key
    with open_register(path, recovery_key=recovery_key, clock=clock.clock()) as again:
        assert sealed(again) == [(DAY, 1)]
        visit(again)
        assert sealed(again) == [(DAY, 1), ("2020-02-09", 1)]


def test_a_transaction_that_failed_sealed_nothing_and_the_next_one_does(
    register: Register, clock: FakeClock
) -> None:
    visit(register)
    clock.at("2020-02-11 08:00")
    with pytest.raises(ZeroDivisionError), register.writing():
        raise ZeroDivisionError
    assert sealed(register) == []
    visit(register)
    assert sealed(register) == [(DAY, 1)]


def test_a_clock_set_back_seals_no_day_twice(register: Register, clock: FakeClock) -> None:
    visit(register)
    clock.at("2020-02-11 08:00")
    visit(register)
    clock.at("2020-02-10 20:00")
    visit(register)
    clock.at("2020-02-11 09:00")
    visit(register)
    clock.at("2020-02-12 09:00")
    visit(register)
    assert sealed(register)[0] == (DAY, 1)
    assert sorted(sealed(register)[1:]) == [(DAY, 2), ("2020-02-11", 2)]


@pytest.mark.parametrize("day", ["2020-02-11", "20200210", "today", "2020-02-30", ""])
def test_a_day_to_come_or_none_at_all_is_not_sealed(register: Register, day: str) -> None:
    with pytest.raises(Refusal) as raised:
        seal(register, day)
    assert raised.value.params["field"] == "day"
    assert sealed(register) == []


def as_published(seal: Seal) -> str:
    """Decimal form of `03` ‖ gate (2) ‖ epoch (2) ‖ seq (4) ‖ day (2) ‖ head (32) ‖ signature (64)."""
    day = (from_stamp(f"{seal.day}T00:00:00.000+00:00") - from_stamp("2020-01-01T00:00:00.000+00:00")).days
    text = f"03{seal.gate:04x}{seal.epoch:04x}{seal.seq:08x}{day:04x}{seal.head}{seal.signature}"
    return str(int(text, 16))


def test_a_seal_on_paper_has_the_published_form_and_is_read_again(register: Register) -> None:
    visit(register)
    made = seal(register)
    digits = made.digits()
    assert digits == as_published(made)
    expected = PaperSeal(312, 1, made.seq, DAY, made.head, made.signature)
    assert read_paper_seal(digits) == expected
    grouped = " ".join(digits[place : place + 5] for place in range(0, len(digits), 5))
    assert read_paper_seal(grouped + "\n") == expected


def test_a_day_before_2020_has_a_seal_but_none_on_paper(register: Register, clock: FakeClock) -> None:
    clock.at("2009-01-01 08:00")
    visit(register)
    made = seal(register, "2009-01-01")
    assert (made.entries, made.digits()) == (1, None)
    assert sealed(register) == [("2009-01-01", 1)]


@pytest.mark.parametrize("digits", ["", "3", "x" * 250, "9" * 250, "１" * 250, "0" * 257, "-" + "3" * 256])
def test_what_is_no_seal_on_paper_is_refused(digits: str) -> None:
    with pytest.raises(Refusal) as raised:
        read_paper_seal(digits)
    assert raised.value.params["field"] == "seal"


def problems(register: Register, paper: PaperSeal) -> list[str]:
    with register.reading() as connection:
        return [problem.kind.value for problem in verify_register(connection, paper).problems]


def test_a_seal_on_paper_fits_the_register_that_printed_it_for_ever(
    register: Register, clock: FakeClock
) -> None:
    visit(register)
    paper = read_paper_seal(seal(register).digits() or "")
    assert problems(register, paper) == []
    clock.forward(days=2)
    visit(register, 3)
    assert problems(register, paper) == []


def test_a_changed_paper_does_not_fit(register: Register) -> None:
    visit(register, 2)
    made = seal(register)
    digits = int(made.digits() or "0")
    for bit, expected in (
        (0, "paper_seal_signature"),
        (63 * 8, "paper_seal_signature"),
        (64 * 8, "paper_seal_differs"),
        (96 * 8, "paper_seal_signature"),
        (98 * 8, "paper_seal_differs"),
        (102 * 8 + 3, "paper_seal_differs"),
        (104 * 8, "paper_seal_differs"),
    ):
        paper = read_paper_seal(str(digits ^ 1 << bit))
        assert problems(register, paper) == [expected], bit


def test_a_paper_of_lines_that_are_gone_does_not_fit(register: Register) -> None:
    """The tail was cut, and its seal with it: only the paper knows."""
    visit(register)
    paper = read_paper_seal(seal(register).digits() or "")
    with register.changing() as connection:
        connection.exec_driver_sql(f"DELETE FROM lines WHERE seq >= {paper.seq}")
        connection.exec_driver_sql("DELETE FROM entries")
        connection.exec_driver_sql("DELETE FROM seals")
    assert problems(register, paper) == ["paper_seal_differs"]


def test_a_paper_of_which_only_the_seals_line_is_gone_cannot_be_proved(register: Register) -> None:
    visit(register)
    paper = read_paper_seal(seal(register).digits() or "")
    with register.changing() as connection:
        connection.exec_driver_sql(f"DELETE FROM lines WHERE seq > {paper.seq}")
        connection.exec_driver_sql("DELETE FROM seals")
    assert problems(register, paper) == ["paper_seal_signature"]
