"""PINs change operator within an open session, and open nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from db.errors import Denied, Refusal, RefusalCode
from db.register import Register, open_register
from db.trust.pins import MOST_WRONG, check_pin
from db.trust.roles import Role
from db.trust.waits import Tries, _Kept
from desktop.operations import operators
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, new_register, prepared

pytestmark = pytest.mark.usefixtures("cheap_guesses")
REGISTRAR, VOLUNTEER = "王芳", "小陈"
PASSPHRASES = {REGISTRAR: "registrar 1", VOLUNTEER: "volunteer 1"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as register:
        lead = prepared(312, "1 号门·东门", "泉韵佳苑").lead
        operators.add(register, lead, REGISTRAR, Role.REGISTRAR, PASSPHRASES[REGISTRAR])
        operators.add(register, lead, VOLUNTEER, Role.VOLUNTEER, PASSPHRASES[VOLUNTEER])
        yield register


def set_pin(register: Register, name: str, pin: str) -> None:
    operators.give_pin(register, register.unlock(name, PASSPHRASES[name]), pin)


def denied(register: Register, name: str, pin: str) -> RefusalCode:
    before = register.access
    with pytest.raises(Denied) as refusal:
        register.change_by_pin(name, pin)
    assert register.access == before
    return RefusalCode(refusal.value.code)


def test_a_pin_lets_the_next_operator_go_on_with_what_their_role_may(register: Register) -> None:
    set_pin(register, REGISTRAR, "2580")
    set_pin(register, VOLUNTEER, "1470")
    volunteer = register.change_by_pin(VOLUNTEER, "1470")
    assert (volunteer.name, volunteer.role, volunteer.signer) == (VOLUNTEER, Role.VOLUNTEER, None)
    registrar = register.change_by_pin(REGISTRAR, "2580")
    assert registrar.signing_key().public == register.key_file.gate_key
    with register.writing() as ledger:
        assert ledger.append("clock.noted", {"anomaly": "behind", "by_seconds": 1}).head.operator == "op-2"


def test_a_registrars_pin_needs_their_passphrase_once_since_the_program_was_started(
    register: Register,
) -> None:
    set_pin(register, REGISTRAR, "2580")
    set_pin(register, VOLUNTEER, "1470")
    path = register.path
    register.close()
    with open_register(path, VOLUNTEER, PASSPHRASES[VOLUNTEER], clock=FakeClock().clock()) as again:
        assert not operators.may_use_pin(again, REGISTRAR)
        assert denied(again, REGISTRAR, "2580") is RefusalCode.PIN_NEEDS_PASSPHRASE
        assert operators.may_use_pin(again, VOLUNTEER)
        again.unlock(REGISTRAR, PASSPHRASES[REGISTRAR])
        assert again.change_by_pin(REGISTRAR, "2580").role is Role.REGISTRAR


def test_nobody_who_reads_the_register_can_try_a_registrars_pin(register: Register) -> None:
    """What a volunteer finds with a shell is sealed to the registrar's own key."""
    set_pin(register, REGISTRAR, "2580")
    with register.reading() as connection:
        found = connection.scalar(text("SELECT verifier FROM pins"))
    assert found.startswith("sealed:") and "argon2" not in found


def test_a_wrong_pin_waits_like_a_wrong_passphrase_and_in_the_end_asks_for_it(register: Register) -> None:
    set_pin(register, REGISTRAR, "2580")
    kept = register.path.with_name(register.path.name + ".waits")
    codes = []
    for _ in range(MOST_WRONG):
        codes.append(denied(register, REGISTRAR, "0852"))
        if kept.exists():
            forget_the_wait(kept)
    assert codes == [RefusalCode.WRONG_PIN] * MOST_WRONG
    assert denied(register, REGISTRAR, "2580") is RefusalCode.PIN_NEEDS_PASSPHRASE


def forget_the_wait(kept: Path) -> None:
    """As though the time had passed: the count stays."""
    tries = msgspec.json.decode(kept.read_bytes(), type=_Kept).tries
    past = {who: Tries(one.wrong, one.since - 10**9) for who, one in tries.items()}
    kept.write_bytes(msgspec.json.encode(_Kept(past)))


def test_the_wait_outlasts_the_program(register: Register) -> None:
    set_pin(register, VOLUNTEER, "1470")
    for _ in range(3):
        assert denied(register, VOLUNTEER, "0852") is RefusalCode.WRONG_PIN
    path = register.path
    register.close()
    with open_register(path, VOLUNTEER, PASSPHRASES[VOLUNTEER], clock=FakeClock().clock()) as again:
        assert denied(again, VOLUNTEER, "1470") is RefusalCode.TRY_LATER


@pytest.mark.parametrize("pin", ["", "12", "123456789", "0000", "1234", "9876", "12a4", "１２３５", "²²²¹"])
def test_a_pin_is_four_to_eight_digits_and_no_run(pin: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_pin(pin)
    assert refusal.value.params == {"field": "pin"}


def test_without_a_pin_or_after_another_role_or_passphrase_there_is_none(register: Register) -> None:
    lead = register.unlock(OPERATOR, PASSPHRASE)
    assert denied(register, REGISTRAR, "2580") is RefusalCode.PIN_NOT_SET
    set_pin(register, VOLUNTEER, "1470")
    operators.set_role(register, lead, VOLUNTEER, Role.REGISTRAR)
    assert denied(register, VOLUNTEER, "1470") is RefusalCode.PIN_NOT_SET
    set_pin(register, VOLUNTEER, "1470")
    operators.reset_passphrase(register, lead, VOLUNTEER, "another one 2")
    assert denied(register, VOLUNTEER, "1470") is RefusalCode.PIN_NOT_SET


def test_a_pin_opens_no_file(register: Register) -> None:
    set_pin(register, VOLUNTEER, "147036")
    path = register.path
    register.close()
    with pytest.raises(Denied) as refusal:
        open_register(path, VOLUNTEER, "147036")
    assert refusal.value.code is RefusalCode.WRONG_PASSPHRASE
