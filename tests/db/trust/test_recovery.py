"""The recovery key opens the register when everyone has left; using it is a line, and makes another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import Denied, RefusalCode
from db.ledger.store import read_lines
from db.register import Register, open_register
from db.trust.roles import Role
from desktop.operations import operators
from tests.registers import FakeClock, make_register

pytestmark = pytest.mark.usefixtures("cheap_guesses")


def kinds(register: Register) -> list[str]:
    with register.reading() as connection:
        return [line.head.kind for line in read_lines(connection, 312, 1)]


def refused(path: Path, key: str) -> RefusalCode:
    with pytest.raises(Denied) as denied:
        operators.recover(path, key)
    return RefusalCode(denied.value.code)


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    path, new = make_register(tmp_path, FakeClock())
    return path, new.recovery_key


def test_with_it_a_new_lead_takes_over(made: tuple[Path, str]) -> None:
    path, key = made
    recovered = operators.recover(path, key)
    register = operators.keep_recovery(recovered)
    assert (register.access.operator, register.access.role) == ("recovery", Role.LEAD)
    unlocked = register.key_file.unlock_with_recovery(recovered.recovery_key)
    operators.add(register, unlocked, "新负责人", Role.LEAD, "a new passphrase")
    assert kinds(register)[-3:] == ["recovery.used", "recovery.renewed", "operator.added"]
    register.close()
    with open_register(path, "新负责人", "a new passphrase") as again:
        assert again.access.role is Role.LEAD


def test_the_old_one_opens_nothing_once_the_new_one_is_written_down(made: tuple[Path, str]) -> None:
    path, key = made
    recovered = operators.recover(path, key)
    assert recovered.recovery_key != key
    operators.keep_recovery(recovered).close()
    assert refused(path, key) is RefusalCode.RECOVERY_KEY_WRONG
    operators.recover(path, recovered.recovery_key).register.close()


def test_a_crash_before_anybody_has_read_the_new_one_locks_nobody_out(made: tuple[Path, str]) -> None:
    path, key = made
    recovered = operators.recover(path, key)
    recovered.register.close()
    assert refused(path, recovered.recovery_key) is RefusalCode.RECOVERY_KEY_WRONG
    again = operators.recover(path, key)
    assert kinds(again.register).count("recovery.used") == 2
    again.register.close()


@pytest.mark.parametrize("place", [16, 20, 40, 73])
def test_a_typing_error_is_found_by_the_keys_own_check_sum(made: tuple[Path, str], place: int) -> None:
    path, key = made
    other = "Q" if key[place] != "Q" else "P"
    assert refused(path, key[:place] + other + key[place + 1 :]) is RefusalCode.RECOVERY_KEY_WRONG
