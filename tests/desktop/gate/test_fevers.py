"""Fevers: held at once, a wait that holds up nobody, the second reading, and the steps after it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.books.holds import open_holds
from db.register import open_register
from desktop.operations.gate_page import Case, read_gate_day
from desktop.views.gate.cases import STEPS, Cases, Retake, TakeStep
from desktop.views.gate.wishes import Note
from tests.desktop.gate.desk import Desk
from tests.desktop.gate.people import hold_of
from tests.registers import OPERATOR, PASSPHRASE, FakeClock


@pytest.fixture
def held(desk: Desk) -> Desk:
    """A gate with 赵丽华 held at 37.8 and nobody else there."""
    _, digits = desk.issue("赵丽华")
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("378⏎")
    return desk


def test_a_fever_is_a_line_without_a_number_at_once(held: Desk) -> None:
    body = held.bodies("entry.held")[0]
    assert (body["name"], body["temp_tenths"], body["method"], body["direction"]) == (
        "赵丽华",
        378,
        "forehead",
        "in",
    )
    assert held.crossings == []
    assert (held.kind, held.word) == ("attn", "Retest first")
    assert held.page.scan.side.wait.isVisible()
    assert held.sounds.tones[-1] == "fever"


def test_a_fevers_name_is_masked_where_the_queue_can_read_it(held: Desk) -> None:
    model = held.page.scan.side.model
    assert model.index(0, 3).data() == "赵*华"
    assert "赵*华" in held.page.scan.side.wait.accessibleName()
    assert "赵丽华" not in held.page.scan.side.wait.accessibleName()


def test_the_wait_holds_up_nobody(held: Desk) -> None:
    _, digits = held.issue("周文静")
    held.scan(digits)
    held.keys("365⏎")
    assert held.crossings == [(1, "周文静", "in", 365)]


def test_three_rising_tones_when_the_wait_is_over(held: Desk) -> None:
    held.clock.forward(minutes=9)
    held.page.tick()
    assert "retest_due" not in held.sounds.tones
    held.clock.forward(minutes=1, seconds=1)
    held.page.tick()
    held.page.tick()
    assert held.sounds.tones.count("retest_due") == 1


def test_a_normal_second_reading_lets_through(held: Desk) -> None:
    held.clock.forward(minutes=10, seconds=1)
    held.press(Qt.Key.Key_F8)
    assert held.page.in_fevers
    held.keys("366⏎")
    assert held.crossings == [(1, "赵丽华", "in", 366)]
    assert held.page.fevers.head.face().kind == "allow"
    held.keys("⏎")
    assert not held.page.in_fevers
    assert not held.page.scan.side.wait.isVisible()
    entry = held.entries[0]
    assert (entry.held is not None, entry.outcome) == (True, "passed")


def test_a_second_fever_turns_away_and_the_steps_are_lines(held: Desk) -> None:
    held.clock.forward(minutes=10, seconds=1)
    held.press(Qt.Key.Key_F8)
    held.keys("376⏎")
    assert held.entries[0].outcome == "turned_away"
    assert held.page.fevers.head.face().word == "No entry"
    for step in STEPS:
        held.keys("⏎")
        assert held.bodies("incident.step")[-1]["step"] == step
    held.keys("⏎")
    assert len(held.bodies("incident.step")) == len(STEPS)
    assert held.page.conductor.cases.cases == ()


def test_the_second_reading_before_its_time_is_asked_for_twice(held: Desk) -> None:
    held.press(Qt.Key.Key_F8)
    held.keys("366⏎")
    assert held.crossings == []
    assert held.page.fevers.note.text().endswith("Enter again to take it now")
    held.keys("⏎")
    assert held.crossings == [(1, "赵丽华", "in", 366)]


@pytest.mark.parametrize("second", ["366", "376"])
@pytest.mark.parametrize(
    ("seconds", "said"), [(60, "Wait 01:00 measured early"), (663, "Wait 11:03 sat")], ids=["early", "due"]
)
def test_the_case_says_how_long_the_wait_really_was(held: Desk, second: str, seconds: int, said: str) -> None:
    held.clock.forward(seconds=seconds)
    held.press(Qt.Key.Key_F8)
    held.keys(f"{second}⏎")
    if seconds < 600:
        held.keys("⏎")
    held.clock.forward(minutes=30)
    held.page.tick()
    assert held.page.fevers.wait.accessibleName() == said


def test_the_next_scan_brings_the_gate_back(held: Desk) -> None:
    _, digits = held.issue("周文静")
    held.press(Qt.Key.Key_F8)
    held.keys("36")
    held.scan(digits)
    assert not held.page.in_fevers
    held.keys("365⏎")
    assert held.crossings == [(1, "周文静", "in", 365)]


def test_scanning_the_one_who_waits_takes_the_second_reading(held: Desk) -> None:
    digits = held.page.conductor.flow.shown.person.scanned  # type: ignore[union-attr]
    held.set_rules(lane="auto")
    held.clock.forward(minutes=11)
    held.scan(digits)
    assert (held.kind, held.word) == ("attn", "Retest first")
    front = held.page.conductor.flow.front
    assert front is not None and front.direction is not None and front.direction.value == "in"
    held.keys("367⏎")
    assert held.crossings == [(1, "赵丽华", "in", 367)]


def test_going_out_with_two_fevers_is_isolation_and_not_the_street(desk: Desk) -> None:
    _, digits = desk.issue("赵丽华")
    desk.set_rules(lane="out")
    desk.scan(digits)
    desk.keys("378⏎")
    desk.clock.forward(minutes=11)
    desk.scan(digits)
    desk.keys("377⏎")
    assert (desk.kind, desk.word) == ("deny", "To isolation")
    assert (desk.entries[0].direction.value, desk.entries[0].outcome) == ("out", "turned_away")


@pytest.mark.parametrize(
    "keys", ["376⏎⎋", "366⏎⎋⎋", "366⏎⏎", "*2⏎⎋"], ids=["hot", "normal", "enter", "given up"]
)
@pytest.mark.parametrize("again", [False, True], ids=["first banner", "scanned again"])
def test_once_the_hold_has_ended_the_gate_asks_nobody_to_wait_for_it(
    held: Desk, keys: str, again: bool
) -> None:
    shown = held.page.conductor.flow.shown
    held.clock.forward(minutes=11)
    if again:
        held.scan(shown.person.scanned)  # type: ignore[union-attr]
    assert held.word == "Retest first"
    held.press(Qt.Key.Key_F8)
    held.keys(keys)
    held.page.close_fevers()
    assert (held.kind, held.word, held.field) == ("", "Ready for the next pass", "")
    assert held.page.scan.side.aside.face() is None
    assert len(held.entries) == 1


def test_the_end_of_a_hold_leaves_whoever_is_in_front(held: Desk) -> None:
    _, digits = held.issue("周文静")
    held.scan(digits)
    held.clock.forward(minutes=11)
    held.press(Qt.Key.Key_F8)
    held.keys("376⏎⎋")
    front = held.page.conductor.flow.front
    assert front is not None and front.name == "周文静"
    held.keys("365⏎")
    assert held.crossings == [(1, "赵丽华", "in", 376), (2, "周文静", "in", 365)]


def test_someone_may_leave_before_the_second_reading(held: Desk) -> None:
    held.press(Qt.Key.Key_F8)
    held.keys("*")
    held.keys("2⏎")
    entry = held.entries[0]
    assert (entry.outcome, entry.note) == ("turned_away", "Taken to hospital")
    assert held.page.conductor.day is not None and held.page.conductor.day.holds == ()


def test_a_visitors_fever_is_held_too(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.keys("史萍玉")
    assert desk.page.panels.guest is not None
    desk.page.panels.guest.directions.choose("in")
    desk.keys("⏎")
    desk.keys("381⏎")
    assert desk.bodies("entry.held")[0]["name"] == "史萍玉"
    desk.clock.forward(minutes=11)
    desk.press(Qt.Key.Key_F8)
    desk.keys("368⏎")
    assert desk.crossings == [(1, "史萍玉", "in", 368)]


def test_fever_earlier_today_is_looked_at(held: Desk) -> None:
    digits = held.page.conductor.flow.shown.person.scanned  # type: ignore[union-attr]
    held.clock.forward(minutes=11)
    held.press(Qt.Key.Key_F8)
    held.keys("366⏎⏎")
    held.set_rules(lane="out")
    held.scan(digits)
    assert (held.kind, held.sub) == ("attn", "Fever earlier today")


# The flow of the fever page alone


def cases_with(*numbers: int, left: int = 0) -> Cases:
    cases = Cases(wait_left=lambda hold: left)
    cases.set_cases(tuple(Case(hold_of(number)) for number in numbers))
    cases.open()
    return cases


def typed(cases: Cases, keys: str) -> Cases:
    for key in keys:
        cases.type(key)
    return cases


@pytest.mark.parametrize(
    ("keys", "note"), [("", Note.SECOND_NEEDED), ("36", Note.UNFINISHED), ("299", Note.OUT_OF_RANGE)]
)
def test_no_second_reading_is_guessed(keys: str, note: Note) -> None:
    cases = typed(cases_with(1), keys)
    assert not [wish for wish in cases.enter() if isinstance(wish, Retake)]
    assert cases.note is note


def test_each_case_keeps_what_was_typed_for_it() -> None:
    cases = typed(cases_with(1, 2), "36")
    cases.step(1)
    assert cases.typed.shown == ""
    cases.step(-1)
    assert cases.typed.shown == "36"


def test_a_low_second_reading_is_taken_again() -> None:
    cases = typed(cases_with(1), "346")
    cases.enter()
    assert cases.note is Note.LOW_AGAIN and not cases.typed
    typed(cases, "349")
    wishes = cases.enter()
    assert [wish.reading.tenths for wish in wishes if isinstance(wish, Retake)] == [349]


def test_one_enter_is_one_reading_while_it_is_written() -> None:
    cases = typed(cases_with(1), "366")
    assert isinstance(cases.enter()[0], Retake)
    assert cases.enter() == []
    cases.failed()
    assert cases.typed.shown == "36.6"
    assert isinstance(cases.enter()[0], Retake)


def test_steps_can_be_taken_out_of_their_order() -> None:
    from db.books.holds import Incident

    incident = Incident(
        90, "2020-02-10", "2020-02-10T08:50:00.000+08:00", "fever", 41, None, "赵丽华", "", None, ()
    )
    cases = Cases()
    cases.set_cases((Case(hold_of(1), incident),))
    cases.open()
    assert cases.take_step("called_lead") == [TakeStep(90, "called_lead")]
    cases.stepped()
    assert cases.enter() == [TakeStep(90, "isolated")]


# A crash

CRASH = """
import os, signal, sys
from pathlib import Path
from db.books.crossings import Reading
from db.books.verdict import Direction
from db.register import open_register
from desktop.operations import passing
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, issue
clock = FakeClock()
register = open_register(Path(sys.argv[1]), OPERATOR, PASSPHRASE, clock=clock.clock())
_, digits = issue(register, "赵丽华")
look = passing.look_at_scan(register, digits, Direction.IN).value
passing.record_scan(register, look, Direction.IN, Reading(378))
print("held", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_hold_outlives_a_crash(tmp_path: Path) -> None:
    from tests.registers import make_register

    path, _ = make_register(tmp_path, FakeClock())
    root = Path(__file__).resolve().parents[3]
    crashed = subprocess.run(
        [sys.executable, "-c", CRASH, str(path)], capture_output=True, text=True, cwd=root, encoding="utf-8"
    )
    assert crashed.stdout == "held\n", crashed.stderr
    assert crashed.returncode == -signal.SIGKILL
    with open_register(path, OPERATOR, PASSPHRASE, clock=FakeClock().clock()) as register:
        with register.reading() as connection:
            assert [hold.name for hold in open_holds(connection, 312)] == ["赵丽华"]
        day = read_gate_day(register, 10)
        assert [case.hold.temp_tenths for case in day.cases] == [378]
