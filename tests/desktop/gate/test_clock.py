"""A clock that is wrong stops nothing: it is said, asked for once, kept, and logged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from db.register import Register, open_register
from desktop.operations.clock import ClockWatch, begin_with_clock, clock_trouble, correct_clock
from desktop.views.gate.clock_card import read_time
from tests.desktop.gate.desk import Desk
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, issue, new_register


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    with new_register(tmp_path, clock) as register:
        yield register


def stamp(register: Register) -> str:
    return register.clock.stamp()[:16]


def test_a_right_clock_is_not_spoken_of(register: Register) -> None:
    assert begin_with_clock(register) is None


def test_a_dead_battery_is_seen(register: Register, clock: FakeClock) -> None:
    clock.at("2019-01-01 00:03")
    trouble = begin_with_clock(register)
    assert trouble is not None and trouble.anomaly == "before_2020"


def test_a_clock_behind_the_last_line_is_seen_after_a_minute(register: Register, clock: FakeClock) -> None:
    clock.forward(seconds=-30)
    assert clock_trouble(register) is None
    clock.forward(minutes=-5)
    trouble = clock_trouble(register)
    assert trouble is not None and trouble.anomaly == "behind"


def right(register: Register, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=register.clock.zone)


def test_the_right_time_is_used_logged_and_kept_for_the_next_start(
    register: Register, clock: FakeClock, tmp_path: Path
) -> None:
    clock.at("2019-01-01 00:03")
    correct_clock(register, right(register, "2020-02-11 08:30"))
    assert stamp(register) == "2020-02-11T08:30"
    issue(register)
    register.close()
    clock.forward(minutes=20)
    with open_register(register.path, OPERATOR, PASSPHRASE, clock=clock.clock()) as again:
        assert stamp(again) == "2019-01-01T00:23"
        assert begin_with_clock(again) is None
        assert stamp(again) == "2020-02-11T08:50"


def test_an_offset_that_no_longer_serves_is_asked_for_again(register: Register, clock: FakeClock) -> None:
    clock.at("2019-01-01 00:03")
    correct_clock(register, right(register, "2020-02-11 08:30"))
    register.close()
    clock.at("2019-01-01 00:00")
    with open_register(register.path, OPERATOR, PASSPHRASE, clock=clock.clock()) as again:
        trouble = begin_with_clock(again)
        assert trouble is not None and trouble.anomaly == "behind"


def test_a_clock_that_was_mended_forgets_its_offset(register: Register, clock: FakeClock) -> None:
    clock.at("2019-01-01 00:03")
    correct_clock(register, right(register, "2020-02-11 08:30"))
    register.close()
    clock.at("2020-02-12 07:00")
    with open_register(register.path, OPERATOR, PASSPHRASE, clock=clock.clock()) as again:
        assert begin_with_clock(again) is None
        assert stamp(again) == "2020-02-12T07:00"


def test_a_leap_is_told_from_time_that_went_by(register: Register, clock: FakeClock) -> None:
    gone = [0.0]
    watch = ClockWatch(register, lambda: gone[0])
    clock.forward(hours=8)
    gone[0] += 8 * 3600
    assert watch.leap() == 0
    clock.forward(days=-3)
    assert watch.leap() == pytest.approx(-3 * 86400, abs=1)
    clock.forward(minutes=2)
    gone[0] += 1
    assert watch.leap() == pytest.approx(119, abs=1)
    assert watch.leap() == 0


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("0830", "08:30"),
        ("8:30", "08:30"),
        ("08.30", "08:30"),
        ("830", "08:30"),
        ("23：59", "23:59"),
        ("0000", "00:00"),
    ],
)
def test_a_time_is_typed_as_people_type_it(text: str, time: str) -> None:
    found = read_time(text)
    assert found is not None and f"{found:%H:%M}" == time


@pytest.mark.parametrize("text", ["", "2460", "8", "ab", "25:00", "08:60"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


def test_until_someone_says_the_date_the_gates_time_goes_on_from_its_last_line(
    register: Register, clock: FakeClock
) -> None:
    issue(register)
    before = register.clock.now()
    clock.at("2019-01-01 00:03")
    trouble = begin_with_clock(register)
    assert trouble is not None and trouble.now.year == 2019
    clock.forward(minutes=5)
    went_on = (register.clock.now() - before).total_seconds()
    assert 299 <= went_on <= 302


# On the page


def test_the_page_asks_once_and_goes_on_working(desk: Desk) -> None:
    card = desk.page.scan.side.clock
    assert not card.isVisible()
    desk.leap("2019-01-01 00:03")
    assert card.isVisible()
    assert [body["anomaly"] for body in desk.bodies("clock.noted")] == ["before_2020"]
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("365⏎")
    assert desk.word == "Let in"
    card.day.set_date(date(2020, 2, 10))
    card.time.set_text("0931")
    card.do_it.click()
    desk.settle()
    assert not card.isVisible()
    assert desk.register.clock.stamp()[:16] == "2020-02-10T09:31"
    assert desk.bodies("clock.noted")[-1]["anomaly"] == "corrected"


def test_a_leap_forward_is_said_and_logged_and_may_be_right(desk: Desk) -> None:
    desk.leap("2020-02-10 15:00")
    card = desk.page.scan.side.clock
    assert card.isVisible()
    assert desk.bodies("clock.noted")[-1]["anomaly"] == "leapt"
    card.keep.click()
    desk.settle()
    assert not card.isVisible()
    assert desk.register.clock.stamp()[:16] == "2020-02-10T15:00"


def test_a_day_before_the_last_line_is_not_believed(desk: Desk) -> None:
    desk.leap("2019-01-01 00:03")
    card = desk.page.scan.side.clock
    card.day.set_date(date(2019, 6, 1))
    card.time.set_text("0931")
    card.do_it.click()
    assert card.isVisible() and card.day.has_error()
