"""Waits after wrong passphrases: they grow, and outlast a restart, another clock and a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import Denied, RefusalCode
from db.register import open_register
from db.trust.waits import FREE_TRIES, LONGEST_WAIT, Waits, wait_after, waits_beside
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, make_register


class Running:
    """The machine's running time, which starts at nothing when the machine does."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def wrong(waits: Waits, times: int = 1) -> None:
    for _ in range(times):
        waits.before_try("op-1", "李秀兰")


def left(waits: Waits) -> int:
    with pytest.raises(Denied) as denied:
        waits.before_try("op-1", "李秀兰")
    assert denied.value.code is RefusalCode.TRY_LATER
    return int(denied.value.params["seconds"])  # type: ignore[call-overload]


@pytest.fixture
def running() -> Running:
    return Running()


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "312.gatebook"


def test_waits_double_up_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(count) for count in range(13)]
    assert waits == [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]
    assert wait_after(10**9) == LONGEST_WAIT


def test_the_first_tries_are_free_and_then_each_costs_more(register: Path, running: Running) -> None:
    waits = waits_beside(register, running)
    wrong(waits, FREE_TRIES)
    assert left(waits) == 5
    running.seconds += 5
    wrong(waits)
    assert left(waits) == 10


def test_a_try_within_the_wait_is_not_made_and_does_not_lengthen_it(register: Path, running: Running) -> None:
    waits = waits_beside(register, running)
    wrong(waits, FREE_TRIES)
    running.seconds += 2
    assert [left(waits), left(waits)] == [3, 3]


def test_the_right_passphrase_ends_the_count_and_leaves_nothing_behind(
    register: Path, running: Running
) -> None:
    waits = waits_beside(register, running)
    wrong(waits, 2)
    waits.before_try("op-1", "李秀兰")
    assert waits.after_success("op-1") == 2
    assert list(register.parent.iterdir()) == []
    wrong(waits, FREE_TRIES)


def test_the_count_outlasts_a_restart_of_the_program(register: Path, running: Running) -> None:
    wrong(waits_beside(register, running), FREE_TRIES)
    assert left(waits_beside(register, running)) == 5


def test_a_try_counts_though_the_program_ends_in_the_middle_of_it(register: Path, running: Running) -> None:
    """`before_try` counts; nobody comes back to say how it went."""
    for _ in range(FREE_TRIES):
        wrong(waits_beside(register, running))
    assert left(waits_beside(register, running)) == 5


def test_after_a_restart_of_the_machine_the_wait_begins_again(register: Path, running: Running) -> None:
    wrong(waits_beside(register, running), FREE_TRIES)
    running.seconds += 4
    running.seconds = 10.0
    waits = waits_beside(register, running)
    assert left(waits) == 5
    running.seconds += 5
    wrong(waits)


def test_each_operator_has_a_count_of_their_own(register: Path, running: Running) -> None:
    waits = waits_beside(register, running)
    wrong(waits, FREE_TRIES)
    waits.before_try("op-2", "王芳")
    assert left(waits) == 5


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"tries":{"op-1":3}}', b'{"\xff":1}', b"\xff" * 100])
def test_a_damaged_count_is_no_count(register: Path, running: Running, content: bytes) -> None:
    register.with_name("312.gatebook.waits").write_bytes(content)
    wrong(waits_beside(register, running))


def test_a_register_asks_to_wait_after_wrong_passphrases(tmp_path: Path) -> None:
    clock = FakeClock()
    path, _ = make_register(tmp_path, clock)
    codes = []
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(Denied) as denied:
            open_register(path, OPERATOR, "guessed wrong", clock=clock.clock())
        codes.append(denied.value.code)
    assert codes == [RefusalCode.WRONG_PASSPHRASE] * FREE_TRIES + [RefusalCode.TRY_LATER]
    clock.forward(days=400)  # another clock does not help
    with pytest.raises(Denied) as denied:
        open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock())
    assert denied.value.code is RefusalCode.TRY_LATER
