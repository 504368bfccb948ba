"""The coverage board, what only the whole can see, and one person's path: asked of a post on each database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from db.books.board import Board, BoardRow, DayState, board
from db.books.contacts import contacts_of
from db.books.days import Tally, summarise
from db.books.findings import Finding, FindingKind, find_all, said_to_gates, settle_finding
from db.books.pass_id import Book, PassId
from db.books.paths import StepKind, path_of, path_without_card
from db.books.posts import GateState
from db.books.whole import (
    CardFindingKind,
    ClockFindingKind,
    card_findings,
    clock_findings,
    inside_twice,
)
from db.ledger.canonical import canonical
from db.register import Register
from tests.desks import FIRST_DAY, POST, MadeGate, admit, bring, day_of, desk_on, take
from tests.registers import FakeClock

LAST_DAY = date(2020, 2, 13)


@pytest.fixture
def clock() -> FakeClock:
    """The post's clock, which tests turn."""
    return FakeClock()


@pytest.fixture(params=["file", "server"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    """A command post on each database."""
    with desk_on(request.param, tmp_path, clock) as register:
        yield register


def board_of(desk: Register) -> Board:
    with desk.reading() as connection:
        return board(connection, POST, desk.clock.now(), FIRST_DAY, LAST_DAY)


def row_of(desk: Register, gate: int) -> BoardRow:
    return next(row for row in board_of(desk).rows if row.gate == gate)


def states(row: BoardRow) -> list[DayState]:
    return [cell.state for cell in row.cells]


def a_day(gate: MadeGate, day: int, crossings: int = 3) -> None:
    for turn in range(crossings):
        gate.cross("in" if turn % 2 == 0 else "out", gate.pass_id(1), day)


def test_a_day_is_received_when_its_end_has_come(desk: Register, clock: FakeClock, tmp_path: Path) -> None:
    gate = MadeGate.open(7)
    gate.issue(1)
    a_day(gate, 0)
    admit(desk, gate)
    clock.at("2020-02-10 20:00")
    bring(desk, tmp_path, gate.bundle())
    assert states(row_of(desk, 7))[0] is DayState.PENDING
    a_day(gate, 1)
    clock.at("2020-02-11 09:00")
    bring(desk, tmp_path, gate.bundle(6))
    row = row_of(desk, 7)
    assert states(row) == [DayState.RECEIVED, DayState.PENDING, DayState.PENDING, DayState.PENDING]
    first = row.cells[0]
    assert (first.zero, first.late) == (True, False)
    assert first.came_at is not None and first.came_at.startswith("2020-02-11T09:00")
    assert first.counts.books["medical"] == Tally(2, 1)


def test_a_seal_ends_a_day_before_the_next_begins(desk: Register, clock: FakeClock, tmp_path: Path) -> None:
    gate = MadeGate.open(7)
    a_day(gate, 0)
    gate.seal(0)
    admit(desk, gate)
    bring(desk, tmp_path, gate.bundle())
    cell = row_of(desk, 7).cells[0]
    assert (cell.state, cell.counts.sealed) == (DayState.RECEIVED, 1)


def test_a_day_that_is_not_in_by_noon_is_missing_and_in_parts_partial(
    desk: Register, clock: FakeClock, tmp_path: Path
) -> None:
    gate = MadeGate.open(7)
    a_day(gate, 0)
    admit(desk, gate)
    bring(desk, tmp_path, gate.bundle())
    clock.at("2020-02-11 12:01")
    assert states(row_of(desk, 7))[:2] == [DayState.PARTIAL, DayState.PENDING]
    clock.at("2020-02-12 12:01")
    assert states(row_of(desk, 7))[:2] == [DayState.PARTIAL, DayState.MISSING]
    a_day(gate, 2)
    bring(desk, tmp_path, gate.bundle(5))
    cells = row_of(desk, 7).cells
    assert [cell.state for cell in cells[:2]] == [DayState.RECEIVED] * 2
    assert [cell.late for cell in cells[:2]] == [True, True]


def test_a_day_with_something_to_report_is_no_zero_report(
    desk: Register, clock: FakeClock, tmp_path: Path
) -> None:
    gate = MadeGate.open(7)
    held = {"pass": None, "name": "王芳", "direction": "in", "temp_tenths": 381, "method": "forehead"}
    gate.write("entry.held", held)
    a_day(gate, 1)
    gate.write("scan.refused", {"verdict": "expired", "token_sha256": None, "pass": None, "reason": None}, 1)
    a_day(gate, 2)
    a_day(gate, 3)
    admit(desk, gate)
    clock.at("2020-02-13 09:00")
    bring(desk, tmp_path, gate.bundle())
    row = row_of(desk, 7)
    assert [cell.zero for cell in row.cells] == [False, False, True, False]
    assert (row.cells[0].counts.fevers, row.cells[1].counts.refused) == (1, 1)


def test_days_behind_a_gap_say_so(desk: Register, clock: FakeClock, tmp_path: Path) -> None:
    gate = MadeGate.open(7)
    for day in range(3):
        a_day(gate, day)
    admit(desk, gate)
    clock.at("2020-02-13 09:00")
    bring(desk, tmp_path, gate.bundle(1, 3), gate.bundle(6))
    row = row_of(desk, 7)
    assert [(one.first, one.last) for one in row.missing] == [(4, 5)]
    assert states(row) == [DayState.GAP, DayState.GAP, DayState.GAP, DayState.PENDING]
    bring(desk, tmp_path, gate.bundle(4, 5))
    assert states(row_of(desk, 7))[:2] == [DayState.RECEIVED, DayState.RECEIVED]


def test_a_gate_counts_only_while_it_is_kept(desk: Register, clock: FakeClock) -> None:
    gate, other = MadeGate.open(7), MadeGate.open(8)
    clock.at("2020-02-11 08:00")
    admit(desk, gate, other)
    with desk.writing() as ledger:
        ledger.append("gate.retired", {"gate": 8, "reason": "撤岗"})
    clock.at("2020-02-13 13:00")
    assert states(row_of(desk, 7)) == [
        DayState.NOT_KEPT,
        DayState.MISSING,
        DayState.MISSING,
        DayState.PENDING,
    ]
    assert states(row_of(desk, 8)) == [
        DayState.NOT_KEPT,
        DayState.MISSING,
        DayState.NOT_KEPT,
        DayState.NOT_KEPT,
    ]
    assert row_of(desk, 8).state is GateState.RETIRED


def test_gates_stand_by_area_and_totals_add_up(desk: Register, clock: FakeClock) -> None:
    gates = [MadeGate.open(number) for number in (9, 7, 8)]
    for gate in gates:
        gate.issue(1)
        a_day(gate, 0, crossings=gate.number - 4)
        gate.cross("in", None, 0)
    admit(desk, *gates)
    with desk.writing() as ledger:
        for number, area in ((7, "乙片区"), (8, "甲片区"), (9, "乙片区")):
            name = f"小区 {number}"
            ledger.append("compound.named", {"id": name, "name": name, "area": area})
    take(desk, *(gate.bundle() for gate in gates))
    found = board_of(desk)
    assert [(row.area, row.gate) for row in found.rows] == [("乙片区", 7), ("乙片区", 9), ("甲片区", 8)]
    day = found.on(day_of(0))
    assert day.books["medical"] == Tally(2 + 2 + 3, 1 + 2 + 2)
    assert (day.books["visitor"], day.entries) == (Tally(3, 0), 3 + 4 + 5 + 3)
    assert day.crossed == Tally(10, 5)
    assert found.total.entries == 15
    assert found.inside[Book.MEDICAL] == 2


def test_a_counted_day_is_what_the_days_report_says(desk: Register) -> None:
    gate = MadeGate.open(7)
    gate.issue(1)
    a_day(gate, 0, crossings=7)
    wrong = gate.cross("in", None, 0)
    body = {"day": day_of(0), "no": 8, "entry_epoch": 1, "entry_seq": wrong.head.seq, "reason": "按错"}
    gate.write("entry.voided", body)
    gate.cross("in", None, 0, outcome="turned_away")
    admit(desk, gate)
    take(desk, gate.bundle())
    counts = row_of(desk, 7).cells[0].counts
    with desk.reading() as connection:
        report = summarise(connection, 7, day_of(0), day_of(1))
    assert (counts.entries, counts.voided, counts.turned_away) == (
        report.entries,
        report.voided,
        report.turned_away,
    )
    assert counts.books == report.counters.books


def two_gates(desk: Register) -> tuple[MadeGate, MadeGate, str]:
    """Two gates, and a card of the first that is good at both."""
    home, other = MadeGate.open(7), MadeGate.open(8)
    home.issue(1)
    admit(desk, home, other)
    return home, other, home.pass_id(1)


def findings(desk: Register, *gates: MadeGate) -> list[tuple[CardFindingKind, int | None, int]]:
    take(desk, *(gate.bundle() for gate in gates))
    with desk.reading() as connection:
        found = card_findings(connection, FIRST_DAY, LAST_DAY)
    return [(one.kind, one.first.gate if one.first else None, one.second.gate) for one in found]


def test_an_ordinary_way_between_two_gates_is_not_odd(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("in", card, minute=480)
    home.cross("out", card, minute=600)
    other.cross("in", card, minute=630)
    other.cross("out", card, minute=700)
    home.cross("in", card, minute=720)
    assert findings(desk, home, other) == []
    with desk.reading() as connection:
        assert inside_twice(connection) == []


def test_a_card_that_is_inside_at_two_gates_is_seen(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("in", card, minute=480)
    other.cross("in", card, minute=600)
    take(desk, home.bundle(), other.bundle())
    with desk.reading() as connection:
        (one,) = inside_twice(connection)
    assert one.pass_id == PassId.parse(card)
    assert [gate for gate, _ in one.at] == [7, 8]
    assert one.name == "周文静"


def test_a_card_at_another_gate_minutes_later_is_seen(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("out", card, minute=480)
    other.cross("in", card, minute=484)
    assert findings(desk, home, other) == [(CardFindingKind.TOO_FAST, 7, 8)]


def test_a_copy_that_crosses_elsewhere_while_the_card_is_inside_is_seen(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("in", card, minute=480)
    other.cross("in", card, minute=520)
    other.cross("out", card, minute=560)
    home.cross("out", card, minute=600)
    assert findings(desk, home, other) == [
        (CardFindingKind.TWO_PLACES, 7, 8),
        (CardFindingKind.TWO_PLACES, 7, 8),
    ]


def test_voided_inferred_and_refused_crossings_prove_nothing(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("out", card, minute=480)
    wrong = other.cross("in", card, minute=481)
    body = {"day": day_of(0), "no": 1, "entry_epoch": 1, "entry_seq": wrong.head.seq, "reason": "按错"}
    other.write("entry.voided", body, minute=482)
    other.cross("in", card, minute=483, inferred=True)
    other.cross("in", card, minute=484, outcome="turned_away")
    assert findings(desk, home, other) == []


def test_a_revoked_card_that_another_gate_let_through_is_seen(desk: Register) -> None:
    home, other, card = two_gates(desk)
    other.cross("in", card, minute=470)
    home.write("pass.revoked", {"pass": card, "reason": "挂失"}, minute=480)
    other.cross("out", card, minute=500)
    assert findings(desk, home, other) == [(CardFindingKind.REVOKED_ELSEWHERE, None, 8)]


def test_a_card_that_the_post_stopped_is_seen_too(desk: Register, clock: FakeClock) -> None:
    home, other, card = two_gates(desk)
    clock.at("2020-02-10 08:00")
    with desk.writing() as ledger:
        ledger.append("pass.stopped", {"pass": card, "reason": "冒用"})
    other.cross("in", card, minute=540)
    assert findings(desk, home, other) == [(CardFindingKind.REVOKED_ELSEWHERE, None, 8)]


def test_findings_are_of_the_days_that_were_asked(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("out", card, day=1, minute=480)
    other.cross("in", card, day=1, minute=481)
    take(desk, home.bundle(), other.bundle())
    with desk.reading() as connection:
        assert card_findings(connection, FIRST_DAY, FIRST_DAY) == []
        assert len(card_findings(connection, date(2020, 2, 11), date(2020, 2, 11))) == 1
        assert card_findings(connection, date(2020, 2, 12), LAST_DAY) == []


def test_a_gate_whose_clock_is_off_is_seen(desk: Register, clock: FakeClock, tmp_path: Path) -> None:
    ahead, behind, right = MadeGate.open(7), MadeGate.open(8), MadeGate.open(9)
    ahead.cross("in", None, minute=600)
    behind.write("clock.noted", {"anomaly": "behind", "by_seconds": 300})
    behind.write("clock.noted", {"anomaly": "behind", "by_seconds": 4000})
    behind.write("clock.noted", {"anomaly": "of_a_later_version", "by_seconds": 4000})
    right.cross("in", None, minute=530)
    admit(desk, ahead, behind, right)
    clock.at("2020-02-10 09:00")
    bring(desk, tmp_path, ahead.bundle(), behind.bundle(), right.bundle())
    with desk.reading() as connection:
        found = clock_findings(connection, POST, FIRST_DAY)
        assert clock_findings(connection, POST, LAST_DAY) == []
    assert [(one.gate, one.kind) for one in found] == [
        (7, ClockFindingKind.AHEAD),
        (8, ClockFindingKind.BEHIND),
    ]
    assert 3500 < found[0].seconds <= 3600
    assert found[1].seconds == 4000


def test_an_answer_tells_what_is_odd_and_names_nobody(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("out", card, minute=480)
    other.cross("in", card, minute=484)
    home.cross("in", card, minute=600)
    take(desk, home.bundle(), other.bundle())
    with desk.reading() as connection:
        told = said_to_gates(connection, POST, FIRST_DAY)
        later = said_to_gates(connection, POST, LAST_DAY)
    assert [one["kind"] for one in told] == ["inside_twice", "too_fast"]
    assert told[1]["pass"] == card
    assert told[1]["before"] == {"gate": 7, "time": "2020-02-10T08:00:00.000+08:00"}
    assert "周文静" not in str(told)
    assert canonical(told)
    assert later == []


def test_a_persons_path_goes_through_all_gates_with_all_cards(desk: Register) -> None:
    home, other, card = two_gates(desk)
    other.issue(5, id_no="421202199001010001")
    home.cross("in", card, minute=480)
    home.cross("out", card, minute=500)
    other.cross("in", card, day=1, minute=480)
    other.cross("in", other.pass_id(5), day=2, minute=480)
    held = {"pass": card, "name": "周文静", "direction": "in", "temp_tenths": 379, "method": "ear"}
    other.write("entry.held", held, 1, 475)
    refused = {"verdict": "wrong_gate", "token_sha256": None, "pass": card, "reason": None}
    other.write("scan.refused", refused, 1, 470)
    take(desk, home.bundle(), other.bundle())
    with desk.reading() as connection:
        path = path_of(connection, PassId.parse(card))
        short = path_of(connection, PassId.parse(card), limit=2)
    assert [one.id.gate for one in path.passes] == [7, 8]
    assert path.inside == (8,)
    told = [(step.kind, step.gate, step.said) for step in path.steps]
    assert told == [
        (StepKind.ENTRY, 8, "in"),
        (StepKind.ENTRY, 8, "in"),
        (StepKind.HOLD, 8, "in"),
        (StepKind.REFUSAL, 8, "wrong_gate"),
        (StepKind.ENTRY, 7, "out"),
        (StepKind.ENTRY, 7, "in"),
    ]
    assert path.steps[0].gate_name == "8 号门"
    assert (len(short.steps), short.more, path.more) == (2, True, False)


def test_someone_without_a_card_is_found_by_name_at_every_gate(desk: Register) -> None:
    home, other, _ = two_gates(desk)
    home.cross("in", None, name="陈阿姨", minute=480)
    other.cross("in", None, name="陈阿姨", minute=500)
    other.cross("in", None, name="陈阿", minute=501)
    take(desk, home.bundle(), other.bundle())
    with desk.reading() as connection:
        path = path_without_card(connection, "陈阿姨")
    assert [step.gate for step in path.steps] == [8, 7]


def test_the_board_needs_no_lines_to_be_looked_at(desk: Register) -> None:
    found = board_of(desk)
    assert (found.rows, found.total.entries) == ((), 0)
    with desk.reading() as connection:
        now = datetime(2020, 2, 10, 8, tzinfo=desk.clock.zone)
        assert board(connection, POST, now, FIRST_DAY, FIRST_DAY).days == ("2020-02-10",)


def test_whoever_was_at_the_same_gate_within_minutes_is_a_contact(desk: Register) -> None:
    home, other, card = two_gates(desk)
    for number in (2, 3, 4):
        home.issue(number, name=f"王{number}")
    near, nearer, far = (home.pass_id(number) for number in (2, 3, 4))
    home.cross("in", card, minute=480)
    home.cross("in", near, minute=466, name="王2")
    home.cross("in", nearer, minute=482, name="王3", unit="供电公司")
    home.cross("in", far, minute=496, name="王4")
    home.cross("out", None, minute=485, name="陈阿姨", outcome="turned_away")
    wrong = home.cross("in", far, minute=481, name="王4")
    voided = {"day": day_of(0), "no": wrong.body["no"], "entry_epoch": 1, "entry_seq": wrong.head.seq}  # type: ignore[index]
    home.write("entry.voided", voided | {"reason": "按错"}, minute=500)
    home.cross("out", near, day=1, minute=600, name="王2")
    home.cross("out", card, day=1, minute=605)
    other.cross("in", far, minute=481, name="王4")
    take(desk, home.bundle(), other.bundle())
    with desk.reading() as connection:
        path = path_of(connection, PassId.parse(card))
        both = contacts_of(connection, path, FIRST_DAY, LAST_DAY)
        first = contacts_of(connection, path, FIRST_DAY, FIRST_DAY, minutes=5)
    assert [(one.name, len(one.meetings), one.nearest // 60) for one in both] == [
        ("王2", 2, 5), ("王3", 1, 2), ("陈阿姨", 1, 5)
    ]  # fmt: skip
    assert [meeting.apart // 60 for meeting in both[0].meetings] == [-14, -5]
    assert [(one.name, one.unit, one.pass_id) for one in first] == [
        ("王3", "供电公司", PassId.parse(nearer)), ("陈阿姨", "", None)
    ]  # fmt: skip


def test_what_was_dealt_with_is_marked_and_told_no_more(desk: Register) -> None:
    home, other, card = two_gates(desk)
    home.cross("out", card, minute=480)
    other.cross("in", card, minute=484)
    home.cross("in", card, minute=600)
    take(desk, home.bundle(), other.bundle())

    def look() -> list[Finding]:
        with desk.reading() as connection:
            return find_all(connection, POST, FIRST_DAY, LAST_DAY)

    twice, fast = look()
    assert [one.kind for one in (twice, fast)] == [FindingKind.INSIDE_TWICE, FindingKind.TOO_FAST]
    assert [(side.gate, side.direction) for side in fast.sides] == [(7, "out"), (8, "in")]
    assert fast.seconds == 240
    with desk.writing() as ledger:
        settle_finding(ledger, fast.key, "已打电话核实")
    again = look()[1]
    assert again.settled is not None and again.settled.note == "已打电话核实"
    with desk.reading() as connection:
        assert [one["kind"] for one in said_to_gates(connection, POST, FIRST_DAY)] == ["inside_twice"]
    with desk.writing() as ledger:
        settle_finding(ledger, fast.key, settled=False)
    assert look() == [twice, fast]
