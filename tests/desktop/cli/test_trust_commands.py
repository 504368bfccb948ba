"""The commands between gate and command post, of keys and of old lines, and what each role may."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.crossings import Reading, record_person
from db.books.verdict import Direction
from db.place import key_file_of
from db.register import open_register
from desktop.cli import main
from desktop.cli.arguments import _parser
from tests.desktop.cli.conftest import PASSPHRASE, Gatebook
from tests.registers import FakeClock

pytestmark = pytest.mark.usefixtures("cheap_guesses")


@pytest.fixture
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slots made in this test cost less to try."""
    monkeypatch.setattr("db.trust.key_slot._MEMORY_BYTES", 8 * 1024 * 1024)
    monkeypatch.setattr("db.trust.key_slot._OPERATIONS", 1)


@pytest.fixture(scope="module")
def made_desk(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.gatebook"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATEBOOK_PASSPHRASE", PASSPHRASE)
        patch.setattr("db.trust.key_slot._MEMORY_BYTES", 8 * 1024 * 1024)
        patch.setattr("db.trust.key_slot._OPERATIONS", 1)
        words = ("setup", "--gate", "9000", "--name", "指挥部", "--operator", "李秀兰", "--desk")
        assert main(["--register", str(path), *words]) == 0
    return path


@pytest.fixture
def desk(made_desk: Path, tmp_path: Path, gatebook: Gatebook) -> Iterator[Gatebook]:
    """A command post's register beside the gate's."""
    for file in made_desk.parent.iterdir():
        if not file.name.endswith(".lock"):
            shutil.copy(file, tmp_path / file.name)
    yield Gatebook(tmp_path / made_desk.name, gatebook.capture)


def operator(gatebook: Gatebook, name: str, role: str, passphrase: str) -> Path:
    """Adds an operator; gives the file with the passphrase."""
    file = gatebook.register.parent / f"{role}.txt"
    file.write_text(passphrase, "utf-8")
    assert gatebook("operator", "add", name, "--role", role, "--new-passphrase-file", file).code == 0
    return file


def test_request_admission_answer_and_taking_it_in(
    gatebook: Gatebook, desk: Gatebook, tmp_path: Path
) -> None:
    asked = gatebook("request", "--out", tmp_path / "request.json")
    assert asked.code == 0
    admitted = desk("admit", tmp_path / "request.json", "--fingerprint", asked.data["fingerprint"])
    assert admitted.code == 0
    one = admitted.data["files"][0]
    assert (one["gate"], one["name"], one["new"], one["compared"]) == (312, "东门", True, True)
    answered = desk("answer", "--to", tmp_path, "--note", "口罩明天到")
    assert (answered.data["number"], answered.data["gates"]) == (1, 1)
    path = Path(answered.data["path"])
    alone = gatebook("import", path)
    assert alone.code == 1 and alone.err.count("\n") == 1
    assert answered.data["fingerprint"] in alone.err
    assert alone.data["files"][0]["refused"] == "fingerprint_needed"
    taken = gatebook("import", path, "--post-fingerprint", answered.data["fingerprint"])
    assert taken.code == 0
    told = taken.data["files"][0]
    assert {name: told[name] for name in ("lines", "new", "already_there", "gaps", "forks", "refused")} == {
        "lines": 0, "new": 1, "already_there": 0, "gaps": [], "forks": [], "refused": None
    }  # fmt: skip
    assert (told["answer"]["number"], told["answer"]["state"]) == (1, "admitted")
    assert told["answer"]["notes"] == ["口罩明天到"]
    again = gatebook("import", path)
    assert (again.code, again.data["already_there"]) == (0, 1)


def test_a_gates_bundle_and_its_answer_cross_on_one_stick(
    gatebook: Gatebook, desk: Gatebook, tmp_path: Path
) -> None:
    number = gatebook.issue(scope="district")
    gatebook("request", "--out", tmp_path / "request.json")
    desk("admit", tmp_path / "request.json")
    gatebook("export", "--to", tmp_path / "stick", "--bundle", "--plain", "--reason", "first day")
    bundle = next((tmp_path / "stick").glob("*.gbk"))
    taken = desk("import", bundle)
    assert taken.code == 0 and taken.data["new"] == taken.data["lines"] > 0
    assert gatebook("revoke", number, "--reason", "离岗").code == 0
    gatebook("export", "--to", tmp_path / "stick", "--bundle", "--plain", "--reason", "second")
    for file in (tmp_path / "stick").glob("*.gbk"):
        assert desk("import", file).code == 0
    answer = json.loads(Path(desk("answer", "--to", tmp_path).data["path"]).read_text("utf-8"))
    assert answer["doc"]["revoked"] == [[312, "medical", 1, None]]
    assert answer["doc"]["gates"][0]["witnessed"]["seq"] > 2


def test_each_file_stands_for_itself(gatebook: Gatebook, desk: Gatebook, tmp_path: Path) -> None:
    gatebook("request", "--out", tmp_path / "good.json")
    (tmp_path / "bad.json").write_text('{"doc": {"format": "gatebook-request/1"}}', "utf-8")
    done = desk("admit", tmp_path / "bad.json", tmp_path / "good.json", tmp_path / "missing.json")
    assert done.code == 3  # the worst: a file that is not there
    assert [one["refused"] for one in done.data["files"]] == ["document_damaged", None, "not_found"]
    assert done.err.count("\n") == 2
    assert desk("admit", tmp_path / "good.json").data["files"][0]["new"] is False


def test_documents_are_told_apart_by_what_stands_in_them(
    gatebook: Gatebook, desk: Gatebook, tmp_path: Path
) -> None:
    gatebook("request", "--out", tmp_path / "request.json")
    wrong = gatebook("import", tmp_path / "request.json")
    assert (wrong.code, wrong.data["refused"]) == (1, "document_other")
    (tmp_path / "other.json").write_text('{"a": 1}', "utf-8")
    assert gatebook("import", tmp_path / "other.json").data["refused"] == "document_damaged"
    (tmp_path / "noise.gbk").write_bytes(b"\x00" * 100)
    assert desk("import", tmp_path / "noise.gbk").code == 1
    assert gatebook("import", tmp_path / "noise.gbk").code == 1  # no command post
    assert desk("request", "--out", tmp_path / "x.json").code == 1
    assert gatebook("answer", "--to", tmp_path).code == 1
    assert gatebook("admit", tmp_path / "request.json").code == 1


def test_nothing_is_written_over_a_file(gatebook: Gatebook, tmp_path: Path) -> None:
    (tmp_path / "request.json").write_text("mine", "utf-8")
    assert gatebook("request", "--out", tmp_path / "request.json").code == 1
    assert (tmp_path / "request.json").read_text("utf-8") == "mine"


def test_a_lost_laptop_is_cut_off_and_the_gate_hears_of_it(
    gatebook: Gatebook, desk: Gatebook, tmp_path: Path
) -> None:
    gatebook("request", "--out", tmp_path / "request.json")
    desk("admit", tmp_path / "request.json")
    done = desk("cut-off", 312, "--reason", "stolen")
    assert done.data == {
        "gate": 312,
        "state": "cut_off",
        "kept": 0,
        "witnessed": {"epoch": 1, "seq": 0, "head": "0" * 64},
    }
    answered = desk("answer", "--to", tmp_path).data
    taken = gatebook("import", answered["path"], "--post-fingerprint", answered["fingerprint"])
    assert taken.data["files"][0]["answer"]["state"] == "cut_off"
    assert desk("cut-off", 99, "--reason", "x").code == 1
    assert desk("retire", 312).data == {"gate": 312, "state": "retired"}
    assert desk("compound", "泉韵佳苑", "--area", "东片").code == 0


def test_the_post_revokes_another_gates_pass_by_its_list(
    gatebook: Gatebook, desk: Gatebook, tmp_path: Path
) -> None:
    digits = gatebook.digits(gatebook.issue())
    gatebook("request", "--out", tmp_path / "request.json")
    desk("admit", tmp_path / "request.json")
    assert desk("revoke", "M-0312-000001", "--reason", "copied").code == 0
    answered = desk("answer", "--to", tmp_path).data
    assert answered["revoked"] == 1
    gatebook("import", answered["path"], "--post-fingerprint", answered["fingerprint"])
    assert gatebook("check", digits).data["verdict"] == "revoked"


def test_a_rotated_key_signs_and_cards_under_the_old_one_stay_good(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue(scope="district"))
    key = open_key(gatebook)
    done = gatebook("rotate-key")
    assert done.code == 0 and done.data["before"] == key
    assert done.data["key"] == open_key(gatebook) != key
    assert gatebook("check", digits).data["verdict"] == "ok"
    assert (
        gatebook("check", gatebook.digits(gatebook.issue("张三", scope="district"))).data["verdict"] == "ok"
    )
    assert gatebook("seal").data["key"] == done.data["key"]
    assert gatebook("verify").data["ok"]


def open_key(gatebook: Gatebook) -> str:
    with open_register(gatebook.register, None, PASSPHRASE, read_only=True) as register:
        return register.key_file.gate_key.hex()


def test_purge_says_what_it_did_and_verification_passes(gatebook: Gatebook) -> None:
    nothing = gatebook("purge", "--older-than", 30)
    assert nothing.code == 1 and nothing.err.count("\n") == 1
    assert gatebook("purge", "--older-than", -1).code == 1
    assert gatebook("purge").code == 2
    with open_register(gatebook.register, None, PASSPHRASE, clock=FakeClock().clock()) as register:
        with register.writing() as ledger:
            record_person(ledger, "visitor", "某人", Direction.IN, Reading(365))
    done = gatebook("purge", "--older-than", 30)
    assert done.code == 0
    assert (done.data["lines"], done.data["swept"]) == (
        2,
        True,
    )  # the crossing, and that the clock was behind
    assert done.data["backups"] == {"renewed": [], "left": []}
    assert gatebook("verify").data["ok"]


def test_a_copy_is_restored_to_a_free_place_only(gatebook: Gatebook, tmp_path: Path) -> None:
    gatebook.issue()
    copy = tmp_path / "stick" / "copy"
    copy.parent.mkdir()
    assert gatebook("backup", copy).code == 0
    assert gatebook("restore", copy).code == 1
    other = Gatebook(tmp_path / "elsewhere" / "gate", gatebook.capture)
    done = other("restore", copy)
    assert (done.code, done.data["epoch"]) == (0, 2)
    assert other("verify").data["ok"]
    assert other.issue("张三") == "M-0312-005002"


def test_the_recovery_key_restores_when_nobody_knows_a_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gatebook: Gatebook
) -> None:
    fresh = Gatebook(tmp_path / "fresh" / "gate", gatebook.capture)
    key = fresh("setup", "--gate", 5, "--name", "西门").data["recovery_key"]
    (tmp_path / "key.txt").write_text(key.lower(), "utf-8")
    monkeypatch.delenv("GATEBOOK_PASSPHRASE")
    other = Gatebook(tmp_path / "again" / "gate", gatebook.capture)
    assert other("restore", fresh.register).code == 4
    assert other("restore", fresh.register, "--recovery-key-file", tmp_path / "key.txt").code == 0


def test_who_is_disabled_is_out_for_good(gatebook: Gatebook, tmp_path: Path) -> None:
    file = operator(gatebook, "小王", "registrar", "registrar 1")
    shutil.copy(key_file_of(gatebook.register), tmp_path / "old.keys")
    done = gatebook("operator", "disable", "小王", "--operator", "李秀兰")
    assert done.code == 0 and done.data["backups_left"] == []
    words = ("verify", "--operator", "小王", "--passphrase-file", file)
    assert gatebook(*words).code == 4
    shutil.copy(tmp_path / "old.keys", key_file_of(gatebook.register))
    assert gatebook(*words).code == 1
    assert gatebook("verify", "--operator", "李秀兰").code == 1


def test_wrong_passphrases_make_the_next_one_wait(gatebook: Gatebook, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the passphrase", "utf-8")
    codes = [gatebook("verify", "--passphrase-file", wrong) for _ in range(4)]
    assert [one.code for one in codes] == [4] * 4
    assert codes[0].err == codes[2].err != codes[3].err
    late = gatebook("verify")
    assert late.code == 4 and "wait" in late.err.lower()


ALLOWED = {"check", "record", "backfill", "verify"}
OF_NO_REGISTER = {"setup"}
"""Makes a register of one's own, and is refused where one lies."""


def commands() -> set[str]:
    """Every command that the command line knows."""
    (found,) = (action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return set(found.choices)


def test_a_volunteer_may_scan_and_write_and_nothing_else(
    gatebook: Gatebook, desk: Gatebook, tmp_path: Path
) -> None:
    number = gatebook.issue(scope="district")
    digits = gatebook.digits(number)
    gatebook("request", "--out", tmp_path / "request.json")
    desk("admit", tmp_path / "request.json")
    answered = desk("answer", "--to", tmp_path).data
    copy = tmp_path / "copy.gatebook"
    assert gatebook("backup", copy).code == 0
    file = operator(gatebook, "小王", "volunteer", "volunteer 1")
    theirs = tmp_path / "theirs.gatebook"
    assert gatebook("backup", theirs, "--operator", "李秀兰").code == 0
    elsewhere = Gatebook(tmp_path / "elsewhere" / "gate.gatebook", gatebook.capture)
    desk_file = operator(desk, "小王", "volunteer", "volunteer 1")
    past = tmp_path / "paper.csv"
    past.write_text("time,direction,name,temp\n2020-02-10 08:00,in,某人,36.5\n", "utf-8")
    listed = tmp_path / "list.csv"
    lines = gatebook("verify", "--operator", "李秀兰").data["lines"]

    def as_volunteer(register: Gatebook, *words: object) -> int:
        secret = desk_file if register is desk else file
        done = register(*words, "--operator", "小王", "--passphrase-file", secret)
        assert done.code != 4 or (done.out == "" and done.err.count("\n") == 1), words
        return done.code

    refused: list[tuple[Gatebook, tuple[object, ...]]] = [
        (gatebook, ("issue", listed, "--book", "medical")),
        (gatebook, ("cards", "--book", "support", "--blank", 3, "--out", tmp_path / "a.pdf")),
        (gatebook, ("cards", "--book", "medical", "--out", tmp_path / "a.pdf")),
        (gatebook, ("sample",)),
        (gatebook, ("seal",)),
        (gatebook, ("export", "--to", tmp_path / "out")),
        (gatebook, ("export", "--to", tmp_path / "out", "--plain", "--reason", "x")),
        (gatebook, ("revoke", number, "--reason", "x")),
        (gatebook, ("reissue", number)),
        (gatebook, ("renew", number, "--valid-until", "2099-01-01")),
        (gatebook, ("operator", "add", "坏人", "--role", "lead", "--new-passphrase-file", file)),
        (gatebook, ("operator", "disable", "李秀兰")),
        (gatebook, ("operator", "role", "小王", "--role", "lead")),
        (gatebook, ("backup", tmp_path / "copy")),
        (gatebook, ("request", "--out", tmp_path / "mine.json")),
        (gatebook, ("import", answered["path"], "--post-fingerprint", answered["fingerprint"])),
        (gatebook, ("rotate-key",)),
        (gatebook, ("purge", "--older-than", 0)),
        (gatebook, ("move", "--to", tmp_path / "moved.gatebook")),
        (elsewhere, ("restore", copy)),
        (elsewhere, ("restore", theirs)),
        (desk, ("admit", tmp_path / "request.json")),
        (desk, ("answer", "--to", tmp_path / "out")),
        (desk, ("import", listed)),
        (desk, ("cut-off", 312, "--reason", "x")),
        (desk, ("retire", 312)),
        (desk, ("compound", "x")),
        (desk, ("revoke", number, "--reason", "x")),
    ]
    assert {str(words[0]) for _, words in refused} | ALLOWED | OF_NO_REGISTER == commands()
    codes = {words: as_volunteer(register, *words) for register, words in refused}
    assert {words: code for words, code in codes.items() if code != 4} == {}
    assert not (tmp_path / "moved.gatebook").exists() and not elsewhere.register.exists()
    assert gatebook("setup", "--gate", 9, "--name", "x", "--operator", "小王").code == 1
    assert not (tmp_path / "out").exists(), "not even an empty folder"
    assert gatebook("answer", "--to", tmp_path / "out", "--operator", "李秀兰").code == 1
    assert not (tmp_path / "out").exists(), "a gate gives no answers"
    assert gatebook("verify", "--operator", "李秀兰").data["lines"] == lines
    for words in (("check", digits), ("record", digits, "--temp", "36.5", "--direction", "in"), ("verify",)):
        assert as_volunteer(gatebook, *words) == 0
    assert as_volunteer(gatebook, "backfill", past) == 0
