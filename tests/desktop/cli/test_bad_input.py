"""What comes in wrong between gate and post, or lies wrong beside a register: one clear sentence in each language, and
nothing is changed."""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.place import key_file_of
from db.register import open_register
from db.times import Clock, parse_offset
from db.trust.keys import SigningKey
from tests.desktop.cli.conftest import PASSPHRASE, Gatebook
from tests.desktop.cli.test_trust_commands import desk, made_desk
from tests.district import signed

__all__ = ["desk", "made_desk"]
STRANGER = SigningKey(b"s" * 32)
HAN = re.compile("[\u4e00-\u9fff]")


def assert_clear(gatebook: Gatebook, *words: object, code: int = 1) -> str:
    """One sentence on standard error, in each language, and never a traceback; gives the English one."""
    chinese = gatebook(*words, "--lang", "zh")
    english = gatebook(*words, "--lang", "en")
    assert (chinese.code, english.code) == (code, code), (chinese.err, english.err)
    for done in (chinese, english):
        assert done.err.count("\n") == 1 and "Traceback" not in done.err
    assert HAN.search(chinese.err) and chinese.err.strip().endswith("。")
    said = english.err.strip()
    assert said.endswith(".") and said.count(". ") >= 1, "what happened, what is safe, what to do"
    assert english.err != chinese.err
    return said


def content(register: Path) -> tuple[int, str]:
    """How many lines a register holds, and the hash of the last."""
    from db.ledger.store import count_lines, tip

    with open_register(register, "李秀兰", PASSPHRASE, read_only=True) as opened:
        with opened.reading() as connection:
            return count_lines(connection), tip(connection, opened.gate.gate).hash


@pytest.fixture
def joined(gatebook: Gatebook, desk: Gatebook, tmp_path: Path) -> tuple[Path, SigningKey]:
    """The gate has joined the post and taken its first answer; gives a second one, and the post's key."""
    assert gatebook("request", "--out", tmp_path / "request.json").code == 0
    assert desk("admit", tmp_path / "request.json").code == 0
    first = desk("answer", "--to", tmp_path).data
    assert gatebook("import", first["path"], "--post-fingerprint", first["fingerprint"]).code == 0
    second = Path(desk("answer", "--to", tmp_path).data["path"])
    with open_register(desk.register, "李秀兰", PASSPHRASE, read_only=True) as opened:
        return second, opened.access.signing_key()


def test_an_answer_that_cannot_be_taken_is_told_and_changes_nothing(
    gatebook: Gatebook, desk: Gatebook, joined: tuple[Path, SigningKey], tmp_path: Path
) -> None:
    path, key = joined
    good = path.read_bytes()
    tomorrow = Clock(parse_offset("+08:00"), lambda: datetime.now(UTC) + timedelta(days=1)).stamp()
    others = [{**json.loads(good)["doc"]["gates"][0], "gate": 700, "keys": []}]
    unsorted = [[312, "support", 2, None], [312, "medical", 1, None]]
    before = content(gatebook.register)
    bad = {
        "not from": signed(good, STRANGER, number=99),
        "not in order": signed(good, key, revoked=unsorted),
        "later than this laptop's clock": signed(good, key, made_at=tomorrow),
        "does not know this gate": signed(good, key, gates=others),
        "not newer": signed(good, key, number=1, notes=["another one"]),
        "signature does not fit": good.replace("指挥部".encode(), "指指部".encode()),
        "damaged": good[: len(good) // 2],
    }
    for words, data in bad.items():
        file = tmp_path / "bad-answer.json"
        file.write_bytes(data)
        assert words in assert_clear(gatebook, "import", file), words
        assert content(gatebook.register) == before, words
    assert gatebook("import", path).code == 0


def test_a_request_that_cannot_be_granted_is_told_and_changes_nothing(
    desk: Gatebook, joined: tuple[Path, SigningKey], tmp_path: Path
) -> None:
    good = (tmp_path / "request.json").read_bytes()
    own = json.loads(good)["doc"]["key"]
    start = good.index(b'"signature":"') + len(b'"signature":"')
    # A signature for every message by a key of small order: R is the neutral element, S is 0.
    weak = good[:start] + b"01" + b"00" * 63 + good[start + 128 :]
    before = content(desk.register)
    bad = {
        "belongs to another key": signed(good, STRANGER),
        "protects nothing": weak.replace(own.encode(), b"01" + b"00" * 31),
        "no key to encrypt to": signed(good, SigningKey(b"g" * 32), gate=313, recipient="age1nobody"),
        "signature does not fit": good.replace("东门".encode(), "西门".encode()),
    }
    for words, data in bad.items():
        file = tmp_path / "bad-request.json"
        file.write_bytes(data)
        assert words in assert_clear(desk, "admit", file), words
        assert content(desk.register) == before, words


def _missing(keys: Path, _other: Path) -> None:
    keys.unlink()


def _damaged(keys: Path, _other: Path) -> None:
    keys.write_bytes(keys.read_bytes()[:-40])


def _of_another(keys: Path, other: Path) -> None:
    shutil.copy(key_file_of(other), keys)


def _too_many(keys: Path, _other: Path) -> None:
    said = json.loads(keys.read_bytes())
    said["slots"] *= 300
    keys.write_text(json.dumps(said), "utf-8")


def _weak(keys: Path, _other: Path) -> None:
    said = json.loads(keys.read_bytes())
    said["gate_key"] = base64.b64encode(b"\1" + bytes(31)).decode()
    keys.write_text(json.dumps(said), "utf-8")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_missing, "is missing"),
        (_damaged, "does not fit this register or is damaged"),
        (_of_another, "another one's, or an older one"),
        (_too_many, "names more people"),
        (_weak, "does not fit this register or is damaged"),
    ],
    ids=["missing", "damaged", "another register's", "too many", "of small order"],
)
def test_a_key_file_that_does_not_serve_is_told_and_the_register_stays_as_it_was(
    gatebook: Gatebook, desk: Gatebook, harm: Callable[[Path, Path], None], words: str
) -> None:
    keys = key_file_of(gatebook.register)
    whole, before = keys.read_bytes(), gatebook.register.read_bytes()
    harm(keys, desk.register)
    said = assert_clear(gatebook, "verify")
    assert words in said and "The register is safe" in said
    assert gatebook.register.read_bytes() == before
    keys.write_bytes(whole)
    assert gatebook("verify").code == 0


def test_a_recovery_key_with_a_typing_error_is_told_and_nothing_is_made(
    gatebook: Gatebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = Gatebook(tmp_path / "fresh" / "gate.gatebook", gatebook.capture)
    key = fresh("setup", "--gate", 5, "--name", "西门").data["recovery_key"]
    wrong = key[:30] + ("Q" if key[30] != "Q" else "P") + key[31:]
    (tmp_path / "key.txt").write_text(wrong, "utf-8")
    monkeypatch.delenv("GATEBOOK_PASSPHRASE")
    other = Gatebook(tmp_path / "again" / "gate.gatebook", gatebook.capture)
    said = assert_clear(other, "restore", fresh.register, "--recovery-key-file", tmp_path / "key.txt", code=4)
    assert "Compare it with the paper" in said
    assert not other.register.exists()


@pytest.mark.parametrize("content", [b"\xff\xfea\0", b"a" * 5000])
def test_a_passphrase_file_that_holds_no_passphrase(
    gatebook: Gatebook, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "passphrase").write_bytes(content)
    said = assert_clear(gatebook, "check", "1", "--passphrase-file", tmp_path / "passphrase", code=3)
    assert "passphrase cannot be read" in said


def test_a_register_without_a_name_is_wrong_usage(gatebook: Gatebook) -> None:
    done = gatebook("verify", "--register", "")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_names_of_files_that_are_no_utf_8_or_hold_line_ends(gatebook: Gatebook, tmp_path: Path) -> None:
    for name in ("no\udcff.gbk", "two\nlines.gbk"):
        done = gatebook("import", tmp_path / name)
        assert (done.code, done.err.count("\n")) == (3, 1)
        assert done.data["files"][0]["path"] == str(tmp_path / name)
