"""The sample: invented people and days, the same for the same seed, marked as practice for good."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from db.books.days import days_with_lines
from db.books.entries import Entry, entries_of_day
from db.books.pass_search import find_passes
from db.books.passes import Pass, get_passes
from db.errors import Refusal, RefusalCode
from db.ledger.verify import verify_register
from db.register import Register
from desktop.changes import Topic
from desktop.operations.sample import fill_sample
from tests.registers import FakeClock, issue, new_register

LAST = date(2020, 2, 10)


def filled(folder: Path, seed: int = 1, passes: int = 40, days: int = 2, per_day: int = 60) -> Register:
    """A register with a sample that ends at noon."""
    clock = FakeClock()
    register = new_register(folder, clock)
    clock.at("2020-02-10 12:00")
    fill_sample(register, passes, days, per_day, seed)
    return register


def told(register: Register) -> tuple[list[Pass], list[Entry]]:
    """What the sample says, but for which gate says it and what is drawn anew each time."""
    with register.reading() as connection:
        ids = find_passes(connection, register.gate.gate, LAST).ids
        passes = list(get_passes(connection, ids).values())
        days = sorted(days_with_lines(connection, register.gate.gate))
        entries = [entry for day in days for entry in entries_of_day(connection, register.gate.gate, day)]
    return passes, entries


def test_a_sample_is_as_large_as_asked_and_ends_now(tmp_path: Path) -> None:
    with filled(tmp_path) as register:
        passes, entries = told(register)
        assert register.clock.stamp() > max(entry.time for entry in entries), "nothing from later today"
    days = {entry.day for entry in entries}
    assert (len(passes), days) == (40, {"2020-02-09", "2020-02-10"})
    yesterday = [entry.no for entry in entries if entry.day == "2020-02-09"]
    assert yesterday == list(range(1, 61))
    assert 0 < len(entries) - 60 < 60, "half the day is over"


def test_the_same_seed_tells_the_same_and_another_something_else(tmp_path: Path) -> None:
    found = []
    for number, seed in enumerate((7, 7, 8)):
        folder = tmp_path / str(number)
        folder.mkdir()
        with filled(folder, seed=seed) as register:
            found.append(told(register))
    assert found[0] == found[1] != found[2]


def test_a_sample_is_a_whole_ledger(tmp_path: Path) -> None:
    with filled(tmp_path, passes=60, per_day=400) as register:
        with register.reading() as connection:
            report = verify_register(connection)
        _, entries = told(register)
    assert report.problems == []
    assert {entry.outcome for entry in entries} == {"passed"}
    assert {entry.direction.value for entry in entries} == {"in", "out"}


def test_nobody_in_a_sample_has_a_real_persons_number(tmp_path: Path) -> None:
    """The region of each ID number was never assigned, and no phone's exchange was."""
    with filled(tmp_path, per_day=1) as register:
        passes, _ = told(register)
    for one in passes:
        assert one.holder.id_no[4:6] in ("98", "99")
        assert one.holder.phone[3:7] == "0000"


def test_a_sample_is_practice_for_good_and_tells_that_everything_changed(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        done = fill_sample(register, passes=3, days=1, per_day=5, end=LAST - timedelta(days=1))
        assert done.change.touches(*Topic) and done.value["passes"] == 3
        assert done.value["entries"] == 5
        with register.reading() as connection:
            from db.books.gates import get_gate

            gate = get_gate(connection, 312)
    assert gate is not None and gate.practice


def test_a_register_that_is_worked_with_takes_no_sample(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        for _ in range(10):
            issue(register)
        with pytest.raises(Refusal) as raised:
            fill_sample(register, passes=3, days=1, per_day=5)
        assert raised.value.code is RefusalCode.REGISTER_NOT_EMPTY
        with register.reading() as connection:
            assert not register.gate.practice
            assert days_with_lines(connection, 312) == []


def test_a_sample_of_nothing_is_an_empty_practice_register(tmp_path: Path) -> None:
    with filled(tmp_path, passes=0, days=0, per_day=0) as register:
        assert told(register) == ([], [])
