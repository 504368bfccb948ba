"""A register is set up, opened, kept to one writer, and told from what is none."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db.engine import WRITES
from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.files import write_whole
from db.ledger.store import read_lines
from db.place import key_file_of
from db.register import Register, create_register, open_register
from db.times import Clock, parse_offset
from db.trust.key_file import KeyFile
from tests.children import child, said
from tests.drives import read_only_drive
from tests.registers import (
    OPERATOR,
    PASSPHRASE,
    FakeClock,
    issue,
    machine_zone,
    make_register,
    new_register,
    prepared,
)

PREPARED = (312, "1 号门·东门", "泉韵佳苑")


def recovery_key() -> str:
    return prepared(*PREPARED).made.recovery_key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made, _ = make_register(tmp_path, FakeClock())
    return made


def opened(path: Path, read_only: bool = False) -> Register:
    """Opened with the recovery key, which needs no stretching."""
    return open_register(path, recovery_key=recovery_key(), read_only=read_only, clock=FakeClock().clock())


def refusal(path: Path, **given: object) -> Refusal:
    with pytest.raises(Refusal) as raised:
        open_register(path, **given)  # type: ignore[arg-type]
    return raised.value


def files(folder: Path) -> dict[str, bytes]:
    return {item.name: item.read_bytes() for item in folder.iterdir()}


def kinds(register: Register) -> list[str]:
    with register.reading() as connection:
        return [line.head.kind for line in read_lines(connection, register.gate.gate, 1)]


def test_set_up_opens_the_gates_ledger_and_makes_its_lead(tmp_path: Path) -> None:
    clock = FakeClock()
    path = tmp_path / "新 文件夹" / "register.gatebook"
    made = create_register(path, 65535, " 东门 ", OPERATOR, PASSPHRASE, "泉韵佳苑", "-03:30", clock=Clock(
        parse_offset("-03:30"), clock
    ))  # fmt: skip
    with open_register(path, OPERATOR, PASSPHRASE) as register:
        with register.reading() as connection:
            first, second = read_lines(connection, 65535, 1)
        assert first.body is not None and first.body.pop("app").startswith("gatebook")
        assert first.body == {
            "gate": 65535,
            "name": "东门",
            "compound": "泉韵佳苑",
            "offset": "-03:30",
            "key": made.key,
        }
        assert first.head.kind == "gate.opened" and first.head.at[:20] == "2020-02-09T20:30:00."
        assert first.head.at.endswith("-03:30")
        assert second.body == {"operator": "op-1", "name": OPERATOR, "role": "lead"}
        assert (register.gate.gate, register.gate.name, register.access.name) == (65535, "东门", OPERATOR)
        assert register.access.signing_key().public.hex() == made.key


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"gate": 0}, "gate"),
        ({"gate": 65536}, "gate"),
        ({"name": "  "}, "name"),
        ({"operator": " "}, "name"),
        ({"offset": "8"}, "offset"),
        ({"offset": "+15:00"}, "offset"),
        ({"offset": "+08：00"}, "offset"),
    ],
)
def test_set_up_with_a_wrong_value_leaves_nothing(
    tmp_path: Path, values: dict[str, object], field: str
) -> None:
    given: dict[str, object] = {"gate": 312, "name": "东门", "operator": OPERATOR, "passphrase": PASSPHRASE}
    with pytest.raises(Refusal) as raised:
        create_register(tmp_path / "register", **given | values)  # type: ignore[arg-type]
    assert (raised.value.code, raised.value.params["field"]) == (RefusalCode.INVALID, field)
    assert files(tmp_path) == {}


def test_a_short_passphrase_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as raised:
        create_register(tmp_path / "register", 312, "东门", OPERATOR, "short")
    assert raised.value.code is RefusalCode.PASSPHRASE_TOO_SHORT
    assert files(tmp_path) == {}


def test_set_up_that_fails_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here at the very last step, when the register's file gets its name."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Fault) as raised:
        create_register(tmp_path / "register", 312, "东门", OPERATOR, PASSPHRASE)
    assert raised.value.code is FaultCode.DISK_FULL
    assert files(tmp_path) == {}


def test_set_up_that_a_power_cut_ended_is_not_in_the_way_of_the_next(tmp_path: Path) -> None:
    path = tmp_path / "register"
    for leftover in ("register.part", "register.part-wal", "register.keys", "register.lock"):
        (tmp_path / leftover).write_bytes(b"half of it")
    assert refusal(path, recovery_key="").code is RefusalCode.NO_REGISTER
    made = create_register(path, 312, "东门", OPERATOR, PASSPHRASE)
    assert set(files(tmp_path)) == {"register", "register.keys", "register.lock"}
    open_register(path, recovery_key=made.recovery_key).close()


@pytest.mark.parametrize("there", ["register", "register.keys"])
def test_set_up_touches_nothing_that_is_there(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_bytes(b"somebody's")
    with pytest.raises(Refusal) as raised:
        create_register(tmp_path / "register", 312, "东门", OPERATOR, PASSPHRASE)
    assert raised.value.code is RefusalCode.REGISTER_EXISTS
    assert files(tmp_path) == {there: b"somebody's"}


def test_of_two_who_set_up_at_once_one_is_told_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second found the place free, and was overtaken while the passphrase was stretched."""
    make = KeyFile.create

    def overtaken(*given: Any) -> Any:
        make_register(tmp_path, FakeClock())
        return make(*given)

    recovery_key()  # the copy is set up by the same code
    monkeypatch.setattr(KeyFile, "create", overtaken)
    with pytest.raises(Refusal) as raised:
        create_register(tmp_path / "312.gatebook", 312, "东门", OPERATOR, PASSPHRASE)
    assert raised.value.code is RefusalCode.REGISTER_EXISTS
    opened(tmp_path / "312.gatebook").close()


def test_every_connection_is_durable_and_leaves_nothing_readable(path: Path) -> None:
    with opened(path) as register, register.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
    }


def test_the_passphrase_opens_it_however_it_was_typed(path: Path) -> None:
    with open_register(path, "  李秀兰", "correct horse 门岗") as register:
        assert register.access.role == "lead"
    with open_register(path, None, PASSPHRASE) as register:
        assert register.access.operator == "op-1", "the only operator there is"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"operator": OPERATOR, "passphrase": "wrong horse 门岗"}, RefusalCode.WRONG_PASSPHRASE),
        ({"operator": OPERATOR, "passphrase": ""}, RefusalCode.WRONG_PASSPHRASE),
        ({"operator": OPERATOR}, RefusalCode.PASSPHRASE_NEEDED),
        ({"operator": "谁", "passphrase": PASSPHRASE}, RefusalCode.UNKNOWN_OPERATOR),
        ({"recovery_key": "AGE-SECRET-KEY-1"}, RefusalCode.RECOVERY_KEY_WRONG),
    ],
)
def test_whoever_has_not_the_key_stays_outside(
    path: Path, given: dict[str, object], code: RefusalCode
) -> None:
    before = path.read_bytes()
    error = refusal(path, **given)
    assert isinstance(error, Denied) and error.code is code
    assert path.read_bytes() == before
    opened(path).close()


def test_the_recovery_key_opens_when_every_passphrase_is_lost(path: Path) -> None:
    with opened(path) as register:
        assert (register.access.role, register.access.signer is not None) == ("lead", True)
        issue(register)
        with register.reading() as connection:
            *_, last = read_lines(connection, 312, 1)
    assert last.head.operator == "recovery"


def test_where_no_register_lies_there_is_none(tmp_path: Path) -> None:
    for place in (tmp_path / "nothing", tmp_path):
        assert refusal(place, passphrase=PASSPHRASE).code is RefusalCode.NO_REGISTER


@pytest.mark.parametrize("with_keys", [True, False])
@pytest.mark.parametrize("content", ["text", "empty", "plain SQLite", "cut in a page"])
def test_a_file_that_is_no_register_is_told_and_not_touched(
    path: Path, content: str, with_keys: bool
) -> None:
    if content == "plain SQLite":
        path.unlink()
        with sqlite3.connect(path) as plain:
            plain.execute("CREATE TABLE people (name TEXT)")
        plain.close()
    else:
        wrong = {"text": b"name,phone\n" * 40, "empty": b"", "cut in a page": path.read_bytes()[:-100]}
        path.write_bytes(wrong[content])
    if not with_keys:
        key_file_of(path).unlink()
    before = path.read_bytes()
    assert refusal(path, recovery_key=recovery_key()).code is RefusalCode.NOT_A_REGISTER
    assert path.read_bytes() == before


def test_a_register_cut_between_pages_is_told_as_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 4])
    assert refusal(path, recovery_key=recovery_key()).code is RefusalCode.NOT_A_REGISTER


def test_an_encrypted_database_that_is_no_register_is_none(path: Path, tmp_path: Path) -> None:
    with opened(path) as register, register.engine.connect() as plain:
        connection = plain.execution_options(**{WRITES: True})
        with connection.begin():
            connection.exec_driver_sql("DROP TABLE alembic_version")
    assert refusal(path, recovery_key=recovery_key()).code is RefusalCode.NOT_A_REGISTER


@pytest.mark.parametrize("read_only", [False, True])
def test_a_register_of_a_newer_program_is_refused_and_not_touched(path: Path, read_only: bool) -> None:
    with opened(path) as register, register.engine.connect() as plain:
        connection = plain.execution_options(**{WRITES: True})
        with connection.begin():
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = path.read_bytes()
    error = refusal(path, recovery_key=recovery_key(), read_only=read_only)
    assert error.code is RefusalCode.NEWER_REGISTER
    assert path.read_bytes() == before


def test_without_its_key_file_a_register_stays_closed(path: Path) -> None:
    key_file_of(path).unlink()
    with pytest.raises(Refusal) as raised:
        open_register(path, OPERATOR, PASSPHRASE)
    assert raised.value.code is RefusalCode.KEY_FILE_MISSING


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "text"])
def test_a_damaged_key_file_is_told(path: Path, damage: str) -> None:
    keys = key_file_of(path)
    good = keys.read_bytes()
    middle = len(good) // 2
    changed = good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :]
    keys.write_bytes({"cut": good[:middle], "changed": changed, "empty": b"", "text": b"keys"}[damage])
    assert refusal(path, recovery_key=recovery_key()).code is RefusalCode.KEY_FILE_DAMAGED


def test_another_registers_key_file_opens_nothing_and_is_told(path: Path, tmp_path: Path) -> None:
    other, made = make_register(tmp_path, FakeClock(), gate=313)
    shutil.copy(key_file_of(other), key_file_of(path))
    before = path.read_bytes()
    assert refusal(path, recovery_key=made.recovery_key).code is RefusalCode.KEY_FILE_DAMAGED
    assert path.read_bytes() == before


def test_a_second_window_is_refused_until_the_first_is_gone(path: Path) -> None:
    with child("hold", path, recovery_key()) as first:
        assert said(first) == "open"
        assert refusal(path, recovery_key=recovery_key()).code is RefusalCode.IN_USE
        first.kill()
        first.wait()
        opened(path).close()


def test_beside_an_open_window_a_reader_sees_what_was_acknowledged_and_writes_nothing(path: Path) -> None:
    with opened(path) as writer, opened(path, read_only=True) as reader:
        issue(writer)
        assert "pass.issued" in kinds(reader)
        with pytest.raises(Refusal) as raised, reader.writing():
            pass
        assert raised.value.code is RefusalCode.IN_USE
        issue(writer)
        assert kinds(reader).count("pass.issued") == 2


def test_a_reader_alone_leaves_the_register_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    with opened(path, read_only=True) as reader:
        assert kinds(reader) == ["gate.opened", "operator.added"]
    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".lock").exists(), "whoever only reads takes no lock"


@pytest.fixture
def protected(path: Path, tmp_path: Path) -> Iterator[Path]:
    """The register on a drive that was locked after it had been written."""
    with read_only_drive(tmp_path / "drive", [path, key_file_of(path)]) as drive:
        yield drive / path.name


def test_a_register_on_a_write_protected_drive_can_be_read_but_not_worked_with(protected: Path) -> None:
    with pytest.raises(Fault) as raised:
        if protected.exists():
            opened(protected)
        else:
            create_register(protected, 312, "东门", OPERATOR, PASSPHRASE)
    assert raised.value.code is FaultCode.READ_ONLY
    if protected.exists():
        with opened(protected, read_only=True) as reader:
            assert kinds(reader) == ["gate.opened", "operator.added"]


def test_what_one_thread_opened_another_can_close(path: Path) -> None:
    """The window unlocks on a background thread and closes on its own."""
    for _ in range(2):
        found: list[Register] = []
        thread = threading.Thread(target=lambda found=found: found.append(opened(path)))
        thread.start()
        thread.join()
        found[0].close()


def test_a_transaction_that_fails_leaves_no_line(path: Path) -> None:
    with opened(path) as register:
        before = kinds(register)
        with pytest.raises(ZeroDivisionError), register.writing() as ledger:
            ledger.append("practice.marked", {"note": ""})
            raise ZeroDivisionError
        assert kinds(register) == before
        issue(register)
        assert kinds(register) == [*before, "pass.issued"]


def test_a_copy_is_whole_encrypted_and_opens_like_the_register(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gatebook"
    with opened(path) as register:
        issue(register, "欧阳修远")
        register.backup_to(copy)
        issue(register, "后来的人")
        with pytest.raises(Refusal) as raised:
            register.backup_to(copy)
        assert raised.value.code is RefusalCode.REGISTER_EXISTS
    content = copy.read_bytes()
    assert not content.startswith(b"SQLite") and "欧阳修远".encode() not in content
    with opened(copy) as again:
        assert kinds(again) == ["gate.opened", "operator.added", "pass.issued"]
    with open_register(copy, OPERATOR, PASSPHRASE) as again:
        assert again.access.name == OPERATOR


def test_a_copy_that_fails_leaves_nothing(path: Path, tmp_path: Path) -> None:
    with opened(path) as register:
        with pytest.raises(Fault) as raised:
            register.backup_to(tmp_path / "no such folder" / "copy")
        assert raised.value.code is FaultCode.NOT_FOUND
        issue(register)
        assert "pass.issued" in kinds(register)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_the_clock_is_the_gates_whatever_the_machines_zone(tmp_path: Path, zone: str) -> None:
    clock = FakeClock()
    with machine_zone(zone), new_register(tmp_path, clock) as register:
        clock.at("2020-02-10 23:59:59")
        assert register.clock.stamp() == "2020-02-10T23:59:59.001+08:00"
        clock.forward(seconds=1)
        assert register.clock.today().isoformat() == "2020-02-11"


def test_whole_files_replace_whole_files(tmp_path: Path) -> None:
    target = tmp_path / "file"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert files(tmp_path) == {"file": b"new"}
