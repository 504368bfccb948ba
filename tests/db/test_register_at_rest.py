"""What lies on the disk tells nothing about anyone: at every moment, after a crash too, in every file."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.check import look_at_card
from db.books.crossings import Reading, record_crossing, record_person
from db.books.issuing import amend_pass, revoke_pass
from db.books.verdict import Direction
from db.errors import Refusal
from db.register import Register, create_register, open_register
from tests.children import child, said
from tests.registers import PASSPHRASE, FakeClock, holder, issue, make_register, new_register, prepared

SECRETS = ("欧阳修远", "11010519491231002X", "13912345678", "返咸隔离", "市中心医院急诊科", "鄂L12345")
FACTS: dict[str, object] = dict(zip(("id_no", "phone", "remark", "unit", "plate"), SECRETS[1:], strict=True))


def forms(secret: str) -> set[bytes]:
    """The secret in every encoding in which a program might let it slip."""
    return {secret.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}


def assert_nothing_readable(*folders: Path) -> None:
    seen = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert seen
    for file in seen:
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3"), file
        for secret in (*SECRETS, PASSPHRASE):
            assert not any(form in content for form in forms(secret)), (secret, file)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where anything temporary would go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def register(tmp_path: Path, temporary: Path) -> Iterator[Register]:
    with new_register(tmp_path / "data") as opened:
        yield opened


def work(register: Register) -> None:
    """Everything that a gate writes about a person."""
    one, digits = issue(register, SECRETS[0], **FACTS)  # type: ignore[arg-type]
    with register.reading() as connection:
        look = look_at_card(connection, 312, digits, register.clock.stamp(), Direction.IN)
    with register.writing() as ledger:
        record_crossing(ledger, look, Direction.IN, Reading(365))
        record_person(
            ledger, "visitor", SECRETS[0], Direction.IN, Reading(380), details={"phone": SECRETS[2]}
        )
        amend_pass(ledger, one.id, holder(SECRETS[0], **FACTS | {"post": SECRETS[4]}))  # type: ignore[arg-type]
        revoke_pass(ledger, one.id, SECRETS[3])


def test_set_up_writes_nothing_readable(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "data" / "register"
    create_register(path, 312, SECRETS[0], SECRETS[1], PASSPHRASE)
    content = path.read_bytes()
    assert not any(form in content for secret in SECRETS for form in forms(secret))
    assert not content.startswith(b"SQLite")
    assert {file.name for file in path.parent.iterdir()} == {"register", "register.keys", "register.lock"}
    assert list(temporary.iterdir()) == []


def test_an_open_register_has_nothing_readable_in_any_of_its_files(
    register: Register, temporary: Path
) -> None:
    work(register)
    names = {file.name for file in register.path.parent.iterdir()}
    assert {"312.gatebook", "312.gatebook-wal", "312.gatebook.keys"} <= names
    assert_nothing_readable(register.path.parent)
    assert list(temporary.iterdir()) == []


def test_a_closed_register_is_one_file_beside_its_keys(register: Register, temporary: Path) -> None:
    work(register)
    register.close()
    assert not [file for file in register.path.parent.iterdir() if file.name.endswith(("-wal", "-shm"))]
    assert_nothing_readable(register.path.parent)


def test_after_a_crash_nothing_is_readable(tmp_path: Path, temporary: Path) -> None:
    folder = tmp_path / "data"
    path, made = make_register(folder, FakeClock())
    with child("record", path, made.recovery_key, TMPDIR=str(temporary)) as process:
        for _ in range(5):
            said(process)
        process.kill()
        process.wait()
    assert path.with_name(path.name + "-wal").stat().st_size > 0, "it was killed in the middle of its work"
    assert_nothing_readable(folder)
    assert list(temporary.iterdir()) == []


def test_the_file_looks_like_chance(register: Register) -> None:
    """Eight bits in each byte, as far as so many bytes can have them."""
    work(register)
    register.close()
    content = register.path.read_bytes()
    counts = Counter(content)
    entropy = -sum(count / len(content) * math.log2(count / len(content)) for count in counts.values())
    assert entropy > 7.99


def test_a_changed_byte_is_never_taken_for_data(register: Register) -> None:
    """SQLCipher's code over each page: what was changed on the disk is not decrypted."""
    work(register)
    register.close()
    good = register.path.read_bytes()
    recovery_key = prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key
    chance = random.Random(7)
    for place in chance.sample(range(len(good)), 12):
        changed = bytearray(good)
        changed[place] ^= 1 << chance.randrange(8)
        register.path.write_bytes(changed)
        try:
            with open_register(register.path, recovery_key=recovery_key, read_only=True) as opened:
                with opened.reading() as connection:
                    for page in ("lines", "entries", "passes", "pass_words", "pass_issues"):
                        for row in connection.exec_driver_sql(f"SELECT * FROM {page}"):
                            assert "\ufffd" not in str(row)
        except Refusal:
            pass
