"""Setting up, opening, looking around, a whole copy, and checking: as the window and the command line do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import Denied, Refusal, RefusalCode
from desktop.operations.opening import (
    SetUp,
    open_practice,
    operators_of,
    set_up,
    unlock,
    unlock_with_recovery,
)
from desktop.operations.upkeep import verify_all
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, make_register

WANTED = SetUp(312, "1 号门·东门", "泉韵佳苑", OPERATOR, PASSPHRASE)


def test_set_up_opens_what_it_made_and_shows_the_recovery_key_once(tmp_path: Path) -> None:
    path = tmp_path / "门岗" / "register"
    opened = set_up(path, WANTED)
    with opened.register as register:
        assert (register.gate.gate, register.gate.compound) == (312, "泉韵佳苑")
        assert register.access.name == OPERATOR and not register.gate.practice
        assert verify_all(register).ok
    with unlock_with_recovery(path, opened.made.recovery_key).register as again:
        assert again.access.role == "lead"
    with pytest.raises(Refusal) as raised:
        set_up(path, WANTED)
    assert raised.value.code is RefusalCode.REGISTER_EXISTS


def test_who_can_open_is_listed_and_opens(tmp_path: Path) -> None:
    path, _ = make_register(tmp_path, FakeClock())
    assert operators_of(path) == [OPERATOR]
    with unlock(path, OPERATOR, PASSPHRASE) as register:
        assert register.access.operator == "op-1"
    with pytest.raises(Denied):
        unlock(path, OPERATOR, "not " + PASSPHRASE)


def test_looking_around_makes_a_practice_register_once(tmp_path: Path) -> None:
    path = tmp_path / "practice"
    with open_practice(path, "1 号门·东门", "泉韵佳苑", "练习") as first:
        assert first.gate.practice
        lines = verify_all(first).lines
        assert lines > 1000 and verify_all(first).ok
    with open_practice(path, "other", "other", "other") as again:
        assert (again.gate.name, verify_all(again).lines) == ("1 号门·东门", lines)
