"""What a volunteer cannot reach though their passphrase opens the register and they have a SQLCipher shell."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from db.engine import connect_to
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.seal import seal_day
from db.place import key_file_of
from db.register import Register, open_register
from db.trust.key_file import KeyFile, Unlocked
from db.trust.key_slot import Slot
from db.trust.keys import SigningKey
from db.trust.roles import Role
from desktop.operations import operators
from tests.registers import FakeClock, as_role, issue, new_register, prepared

pytestmark = pytest.mark.usefixtures("cheap_guesses")
PASSPHRASES = {"王芳": "registrar 1", "小陈": "volunteer 1"}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def path(tmp_path: Path, clock: FakeClock) -> Path:
    """A register with a pass and a sealed day, a registrar with a PIN, and a volunteer."""
    with new_register(tmp_path, clock) as register:
        lead = prepared(312, "1 号门·东门", "泉韵佳苑").lead
        operators.add(register, lead, "王芳", Role.REGISTRAR, PASSPHRASES["王芳"])
        operators.add(register, lead, "小陈", Role.VOLUNTEER, PASSPHRASES["小陈"])
        operators.give_pin(register, register.unlock("王芳", PASSPHRASES["王芳"]), "25803691")
        issue(register, "周文静")
        with register.writing() as ledger:
            seal_day(ledger, "2020-02-10")
        return register.path


def unlocked(path: Path, name: str) -> Unlocked:
    return KeyFile.load(key_file_of(path)).unlock(name, PASSPHRASES[name])


def shell(path: Path) -> Any:
    """The register's database, open for reading and writing as a SQLCipher shell opens it."""
    return closing(connect_to(path, unlocked(path, "小陈").register_key))


def everything(path: Path) -> Iterator[bytes]:
    """Every value of every row of every table, and the key file."""
    yield key_file_of(path).read_bytes()
    with shell(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert {"lines", "pins", "settings", "passes"} <= set(tables)
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    yield value if isinstance(value, bytes) else str(value).encode("utf-8")


def reopened(path: Path, clock: FakeClock) -> Register:
    return open_register(path, "小陈", PASSPHRASES["小陈"], clock=clock.clock())


def test_no_private_key_but_their_own_stands_in_what_they_can_read(path: Path) -> None:
    lead, registrar = prepared(312, "1 号门·东门", "泉韵佳苑").lead, unlocked(path, "王芳")
    assert lead.signing_key is not None and lead.private is not None and registrar.private is not None
    secrets = (lead.signing_key.seed, lead.private, registrar.private)
    ways = [
        way
        for secret in secrets
        for way in (secret, secret.hex().encode(), secret.hex().upper().encode(), base64.b64encode(secret))
    ]
    values = list(everything(path))
    assert any("周文静".encode() in value for value in values), "they can read the lines"
    assert not [way for way in ways if any(way in value for value in values)]


def test_their_own_key_opens_nothing_that_is_sealed_to_others(path: Path) -> None:
    own = unlocked(path, "小陈")
    assert own.private is not None
    keys = KeyFile.load(key_file_of(path))
    sealed = [slot.signing_key for slot in keys.slots if slot.signing_key is not None]
    sealed += [
        slot.register_key
        for slot in keys.slots
        if slot.register_key is not None and slot.id != own.operator_id
    ]
    sealed += [slot.private for slot in keys.slots if slot.private is not None]
    assert len(sealed) == 7
    for secret in sealed:
        with pytest.raises(CryptoError):
            SealedBox(PrivateKey(own.private)).decrypt(secret)


def test_a_pin_that_they_put_in_for_a_registrar_is_not_taken(path: Path, clock: FakeClock) -> None:
    """Even with the registrar's passphrase given since the program was started."""
    keys = KeyFile.load(key_file_of(path))
    slot = keys.find("王芳")
    with reopened(path, clock) as register:
        operators.give_pin(register, register.unlock("小陈", PASSPHRASES["小陈"]), "14703691")
    with shell(path) as connection:
        (theirs,) = connection.execute("SELECT verifier FROM pins WHERE verifier LIKE 'open:%'").fetchone()
    hashed = theirs.removeprefix("open:")
    for forged in (theirs, "sealed:" + SealedBox(PublicKey(slot.public)).encrypt(hashed.encode()).hex()):
        with shell(path) as connection:
            connection.execute("UPDATE pins SET verifier = ? WHERE operator = ?", (forged, slot.id))
            connection.commit()
        with reopened(path, clock) as register:
            register.unlock("王芳", PASSPHRASES["王芳"])
            with pytest.raises(Denied) as refused:
                register.change_by_pin("王芳", "14703691")
            assert refused.value.code is RefusalCode.WRONG_PIN


def test_a_role_that_they_write_into_the_register_or_the_key_file_gives_them_none(
    path: Path, clock: FakeClock
) -> None:
    with shell(path) as connection:
        connection.execute("UPDATE operators SET role = 'lead' WHERE name = '小陈'")
        connection.commit()
    with reopened(path, clock) as register:
        assert (register.access.role, register.access.signer) == (Role.VOLUNTEER, None)
        with pytest.raises(Denied), register.writing() as ledger:
            seal_day(ledger, "2020-02-10")
    keys = KeyFile.load(key_file_of(path))
    raised = tuple(msgspec.structs.replace(slot, role=Role.LEAD) for slot in keys.slots)
    msgspec.structs.replace(keys, slots=raised).save(key_file_of(path))
    with pytest.raises(Refusal) as refused:
        reopened(path, clock)
    assert refused.value.code is RefusalCode.KEY_FILE_DAMAGED


def test_a_key_of_their_own_in_the_key_file_is_not_the_gates(path: Path, clock: FakeClock) -> None:
    """A whole key file of their own, with them as lead, fits the register's key but not its ledger."""
    own = SigningKey.generate()
    forged, _ = KeyFile.create(unlocked(path, "小陈").register_key, own, "小陈", PASSPHRASES["小陈"])
    assert forged.slots[0].role is Role.LEAD and isinstance(forged.slots[0], Slot)
    forged.save(key_file_of(path))
    with pytest.raises(Refusal) as refused:
        reopened(path, clock)
    assert refused.value.code is RefusalCode.KEY_FILE_DAMAGED


def test_without_the_signing_key_no_operation_signs(path: Path, clock: FakeClock) -> None:
    with reopened(path, clock) as register:
        as_role(register, Role.VOLUNTEER)
        with pytest.raises(Denied):
            register.access.signing_key()
        with pytest.raises(Denied):
            issue(register, "李四")
