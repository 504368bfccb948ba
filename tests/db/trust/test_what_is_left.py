"""What a stolen laptop tells: nothing that the program leaves behind can be read, after a crash either."""

from __future__ import annotations

import logging
import os
import signal
import tempfile
from pathlib import Path

import pytest

from db.backups import back_up
from db.books.crossings import Reading, record_person, refuse_scan
from db.books.issuing import revoke_pass
from db.books.photos import put_photo
from db.books.verdict import Direction
from db.place import key_file_of
from db.purging import purge
from db.register import Register, open_register
from db.trust.key_file import KeyFile
from db.trust.roles import Role
from desktop.operations import operators
from tests.district import look
from tests.registers import FakeClock, issue, new_register, prepared

pytestmark = pytest.mark.usefixtures("cheap_guesses")

NAME, ID_NO, PHONE, UNIT = "绝密姓名", "421299198803150042", "13812345678", "绝密单位"
REASON, PASSPHRASE, PIN = "绝密理由", "an operator's passphrase", "25802580"
PHOTO = b"\xff\xd8a secret photo\xff\xd9"


def work(register: Register) -> None:
    """A bit of everything that names people."""
    lead = prepared(312, "1 号门·东门", "泉韵佳苑").lead
    operators.add(register, lead, "小陈", Role.REGISTRAR, PASSPHRASE)
    operators.give_pin(register, register.unlock("小陈", PASSPHRASE), PIN)
    with register.writing() as ledger:
        photo = put_photo(ledger, PHOTO)
    one, digits = issue(register, NAME, id_no=ID_NO, phone=PHONE, unit=UNIT, photo=photo)
    seen = look(register, digits[:-1] + str((int(digits[-1]) + 1) % 10))
    with register.writing() as ledger:
        refuse_scan(ledger, seen, REASON)
        record_person(ledger, "visitor", NAME, Direction.IN, Reading(380))
        revoke_pass(ledger, one.id, REASON)


def secrets_in(*folders: Path) -> list[tuple[str, str]]:
    """(file, secret) of every secret that stands readable in a file under these folders."""
    words = (NAME, ID_NO, PHONE, UNIT, REASON, PASSPHRASE, PIN)
    forms = {word: {word.encode(code) for code in ("utf-8", "gb18030", "utf-16-le")} for word in words}
    forms["photo"] = {PHOTO}
    forms["register key"] = {prepared(312, "1 号门·东门", "泉韵佳苑").lead.register_key}
    seed = prepared(312, "1 号门·东门", "泉韵佳苑").lead.signing_key
    assert seed is not None
    forms["signing key"] = {seed.seed, seed.seed.hex().encode()}
    found = []
    for folder in folders:
        for file in folder.rglob("*"):
            data = file.read_bytes() if file.is_file() else b""
            found += [(file.name, word) for word, some in forms.items() if any(one in data for one in some)]
    return found


def test_files_tell_nothing_while_the_register_is_open_and_after_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    scratch = tmp_path / "temporary"
    scratch.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    caplog.set_level(logging.DEBUG)
    clock = FakeClock()
    with new_register(tmp_path, clock) as register:
        work(register)
        back_up(register, tmp_path / "copy")
        assert secrets_in(tmp_path) == []
        clock.forward(days=40)
        purge(register, 0)
        assert secrets_in(tmp_path) == []
    assert secrets_in(tmp_path) == []
    assert NAME not in caplog.text and PASSPHRASE not in caplog.text


def test_files_tell_nothing_after_the_program_was_killed(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        path = register.path
    key = prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key
    child = os.fork()
    if child == 0:
        try:
            work(open_register(path, recovery_key=key, clock=FakeClock().clock()))
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (path.with_name(path.name + "-wal")).stat().st_size > 0
    assert secrets_in(tmp_path) == []
    with open_register(path, recovery_key=key, clock=FakeClock().clock()) as register:
        assert register.key_file.find("小陈").role is Role.REGISTRAR


def test_the_key_file_holds_names_and_roles_and_no_secret(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        work(register)
        keys = KeyFile.load(key_file_of(register.path))
    assert [slot.name for slot in keys.slots] == ["李秀兰", "小陈"]


def test_a_volunteers_passphrase_opens_the_register_and_not_the_gates_key(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        lead = prepared(312, "1 号门·东门", "泉韵佳苑").lead
        operators.add(register, lead, "小王", Role.VOLUNTEER, PASSPHRASE)
        slot = register.key_file.find("小王")
        opened = register.unlock("小王", PASSPHRASE)
    assert opened.register_key == lead.register_key
    assert (opened.signing_key, slot.signing_key) == (None, None)


def test_neither_errors_nor_their_traces_show_what_a_line_says(tmp_path: Path) -> None:
    """What a crash report would hold."""
    with new_register(tmp_path) as register, pytest.raises(Exception) as failed, register.writing() as ledger:
        ledger.append("pass.issued", {"pass": "M-0312-000001", "name": NAME, "broken": 1.5})
    assert NAME not in str(failed.value) and NAME not in repr(failed.value)


if not hasattr(os, "fork"):
    # Windows has no process that can be copied and killed like this.
    del test_files_tell_nothing_after_the_program_was_killed
