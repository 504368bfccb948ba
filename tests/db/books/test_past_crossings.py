"""Lines typed in from the paper book."""

from __future__ import annotations

from datetime import UTC, datetime

from db.books.crossings import (
    record_past,
)
from db.books.issuing import revoke_pass
from db.books.pass_id import Book, PassId
from db.ledger.store import read_lines
from db.register import Register
from tests.db.books.at_the_gate import (
    IN,
    OUT,
    cross,
    lines,
    past,
    void,
)
from tests.registers import FakeClock, issue


def test_a_line_from_paper_has_its_own_time_and_day_and_the_verdict_of_then(
    register: Register, clock: FakeClock
) -> None:
    one, _ = issue(register, "周文静", unit="市中心医院")
    clock.at("2020-02-12 08:00")
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    clock.at("2020-02-12 09:00")
    before = past(register, "2020-02-11 07:30", IN, one.id, tenths=346, note="第3页")
    after = past(register, "2020-02-12 08:30", IN, one.id)
    assert before is not None and (before.day, before.no) == ("2020-02-11", 1)
    first, second = lines(register, "entry.recorded")
    assert (first["time"], first["verdict"], first["temp_tenths"]) == (
        "2020-02-11T07:30:00.000+08:00",
        "ok",
        346,
    )
    assert (first["name"], first["unit"], first["method"], first["note"]) == (
        "周文静",
        "市中心医院",
        None,
        "第3页",
    )
    assert after is not None and (second["verdict"], second["reason"]) == ("revoked", "离岗")
    assert second["outcome"] == "passed", "what happened is recorded, valid or not"
    with register.reading() as connection:
        *_, last = read_lines(connection, 312, 1)
    assert last.head.at.startswith("2020-02-12T09:00"), "the line says when it was written"


def test_a_time_from_paper_is_the_gates_whatever_its_offset(register: Register, clock: FakeClock) -> None:
    clock.at("2020-02-12 09:00")
    with register.writing() as ledger:
        done = record_past(ledger, datetime(2020, 2, 10, 23, 30, tzinfo=UTC), IN, None, "送货人", None)
    assert done is not None and (done.day, done.time) == ("2020-02-11", "2020-02-11T07:30:00.000+08:00")


def test_the_same_line_from_paper_is_written_once(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    scanned = cross(register, digits, IN)
    clock.at("2020-02-12 09:00")
    at = datetime.fromisoformat(scanned.time)
    with register.writing() as ledger:
        assert record_past(ledger, at, IN, one.id, "", 365) is None, "it was scanned"
        assert record_past(ledger, at, OUT, one.id, "", 365) is not None
    assert past(register, "2020-02-11 07:30", IN, one.id) is not None
    assert past(register, "2020-02-11 07:30", IN, one.id, tenths=None, note="again") is None
    assert past(register, "2020-02-11 07:30", IN, None, name="送货人") is not None
    assert past(register, "2020-02-11 07:30", IN, None, name="送货人") is None
    assert past(register, "2020-02-11 07:30", IN, None, name="别人") is not None
    assert past(register, "2020-02-11 07:31", IN, one.id) is not None


def test_a_voided_line_can_be_written_from_paper_again(register: Register, clock: FakeClock) -> None:
    one, _ = issue(register)
    clock.at("2020-02-12 09:00")
    first = past(register, "2020-02-11 07:30", IN, one.id)
    assert first is not None
    void(register, first)
    again = past(register, "2020-02-11 07:30", IN, one.id)
    assert again is not None and again.no == 2


def test_someone_on_paper_whom_nobody_knows_is_written_as_read(register: Register, clock: FakeClock) -> None:
    clock.at("2020-02-12 09:00")
    past(register, "2020-02-11 07:30", IN, PassId(312, Book.OFFICIAL, 77), name=" 赵国栋 ")
    past(register, "2020-02-11 07:40", IN, PassId(400, Book.OFFICIAL, 77), name="赵国栋")
    own, foreign = lines(register, "entry.recorded")
    assert (own["pass"], own["name"], own["verdict"], own["reason"]) == (
        "O-0312-000077",
        "赵国栋",
        "attention",
        "unregistered",
    )
    assert (foreign["pass"], foreign["verdict"]) == ("O-0400-000077", "wrong_gate")
