"""What a stolen laptop or a lost stick tells: every byte of every file that the program's processes leave, after they
were killed at the worst moments."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtPdf import QPdfDocument

from db.register import open_register
from db.trust.key_file import KeyFile
from desktop.operations.upkeep import verify_all
from tests.left_behind import PEOPLE

ROOT = Path(__file__).resolve().parents[2]
LEAD = "the lead's own passphrase"
SECRETS = {
    "name": "绝密姓名",
    "id_no": "421299198803150044",
    "phone": "13812345678",
    "unit": "绝密单位甲乙丙",
    "passphrase": "a volunteer's own passphrase",
    "pin": "25803691",
}
NUMBERS = {"id_no", "phone"}


@dataclass(frozen=True)
class Left:
    """The drive after everything; what the processes said on standard error; by process, which files lay in the
    person's own folders when it had ended, and what could be read in them."""

    home: Path
    drive: Path
    keys: dict[str, set[bytes]]
    said: str
    files: dict[str, set[str]]
    readable: dict[str, set[tuple[str, str]]]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A day's work in processes of their own, each of which is killed at its end."""
    home, drive = tmp_path_factory.mktemp("王芳"), tmp_path_factory.mktemp("drive")
    scratch = home / "scratch"
    scratch.mkdir()
    own = dict.fromkeys(("HOME", "USERPROFILE", "XDG_RUNTIME_DIR"), str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        own[name] = str(home / name)
    own |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(scratch))
    home.chmod(0o700)
    environment = os.environ | own | {"GATEBOOK_PASSPHRASE": LEAD, PEOPLE: json.dumps(SECRETS)}
    left = Left(home, drive, {}, "", {}, {})
    for what, killed in (("day", True), ("bug", False), ("rekey", True), ("window", True)):
        done = subprocess.run(
            [sys.executable, "-m", "tests.left_behind", what, str(drive)],
            cwd=ROOT,
            env=environment | {"PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == (-signal.SIGKILL if killed else 0), done.stderr
        left = replace(left, said=left.said + done.stderr)
        if what == "day":
            left.keys.update(key_forms(home, json.loads(done.stdout.splitlines()[0])["recovery_key"]))
        told = {word: forms_of(secret) for word, secret in SECRETS.items()} | left.keys
        left.files[what] = {file.name for file in home.rglob("*") if file.is_file()}
        left.readable[what] = found(told, home)
    return left


def forms_of(word: str) -> set[bytes]:
    """The word in every way in which a program might let it slip into a file."""
    codes = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "unicode_escape")
    return {word.encode(code) for code in codes} | {json.dumps(word)[1:-1].encode()}


def forms_of_key(key: bytes) -> set[bytes]:
    return {key, key.hex().encode(), key.hex().upper().encode(), base64.b64encode(key).rstrip(b"=")}


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file under a folder; what is packed in one counts as well, and the text of a page."""
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        data = file.read_bytes()
        yield file.name, data
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as packed:
                yield from ((f"{file.name}/{name}", packed.read(name)) for name in packed.namelist())
        if data.startswith(b"%PDF"):
            yield f"{file.name}, as it reads", text_of(data).encode()


def text_of(pdf: bytes) -> str:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(pdf)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    words = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    buffer.close()
    return words


def found(forms: dict[str, set[bytes]], folder: Path) -> set[tuple[str, str]]:
    """(file, secret) of every secret that stands in a file."""
    return {
        (name, word)
        for name, data in contents(folder)
        for word, ways in forms.items()
        if any(way in data for way in ways)
    }


def key_forms(home: Path, recovery_key: str) -> dict[str, set[bytes]]:
    (file,) = home.rglob("register.gatebook.keys")
    keys = KeyFile.load(file)
    lead, volunteer = keys.unlock("李秀兰", LEAD), keys.unlock("小陈", SECRETS["passphrase"])
    assert lead.signing_key is not None and lead.private is not None and volunteer.private is not None
    return {
        "register key": forms_of_key(lead.register_key),
        "signing key": forms_of_key(lead.signing_key.seed),
        "lead's private key": forms_of_key(lead.private),
        "volunteer's private key": forms_of_key(volunteer.private),
        "recovery key": forms_of(recovery_key) | forms_of(recovery_key.lower()),
        "lead's passphrase": forms_of(LEAD),
    }


def test_what_is_looked_for_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "plain.log").write_text(f"旅客 {SECRETS['name']}", "gb18030")
    (tmp_path / "settings.json").write_text(json.dumps({"last": SECRETS["name"]}), "ascii")
    with zipfile.ZipFile(tmp_path / "packed.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("sheet.xml", SECRETS["phone"] * 20)
    forms = {word: forms_of(secret) for word, secret in SECRETS.items()}
    assert found(forms, tmp_path) == {
        ("plain.log", "name"),
        ("settings.json", "name"),
        ("packed.xlsx/sheet.xml", "phone"),
    }


def test_nothing_can_be_read_in_any_file_of_the_laptop(left: Left) -> None:
    assert {"register.gatebook", "copy.gatebook", "register.gatebook.keys"} <= left.files["day"]
    assert any(name.startswith("gatebook-crash-") for name in left.files["bug"])
    assert "register.gatebook.rekey" in left.files["rekey"]
    assert "register.gatebook-wal" in left.files["window"]
    assert len([name for name in left.files["window"] if name.startswith("gatebook-crash-")]) == 2
    assert not any(left.readable.values()), left.readable


def test_no_program_says_on_its_console_whom_a_bug_was_about(left: Left) -> None:
    assert "Traceback" not in left.said
    assert not [word for word, secret in SECRETS.items() if secret in left.said]


def test_a_lost_stick_tells_no_numbers_and_names_only_masked(left: Left) -> None:
    day, *further = sorted(left.drive.glob("Gatebook/0312/*"))
    assert {file.suffix for file in day.iterdir()} >= {".csv", ".xlsx", ".pdf", ".age"}
    assert "绝**名" in (day / "day-log.csv").read_text("utf-8-sig")
    assert further and not (further[0] / "SHA256SUMS").exists(), "the further export was cut off"
    told = {word: forms_of(secret) for word, secret in SECRETS.items() if word != "unit"}
    assert found(told, left.drive / "Gatebook") == set()
    assert found(left.keys, left.drive) == set()


def test_a_card_says_who_and_no_number_of_theirs(left: Left) -> None:
    (card,) = (data.decode() for name, data in contents(left.drive) if name == "cards.pdf, as it reads")
    assert SECRETS["name"] in card
    told = {word: forms_of(secret) for word, secret in SECRETS.items() if word in NUMBERS}
    assert found(told, left.drive) == set()


def test_the_register_opens_as_it_was_before_the_key_was_changed(left: Left) -> None:
    (path,) = left.home.rglob("register.gatebook")
    with open_register(path, "李秀兰", LEAD) as register:
        assert [slot.name for slot in register.key_file.operators] == ["李秀兰", "小陈"]
        assert verify_all(register).ok
    assert not list(left.home.rglob("*.rekey"))


if not hasattr(signal, "SIGKILL"):
    # Windows ends no process at once and without its knowing.
    del left
    for _name in [name for name in globals() if name.startswith("test_")]:
        del globals()[_name]
