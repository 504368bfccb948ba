"""The commands of a gate: verdicts, entries, cards, corrections, and what they refuse."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.cli import main
from tests.desktop.cli.conftest import PASSPHRASE, Gatebook


def test_set_up_tells_key_fingerprint_and_recovery_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    monkeypatch.setenv("GATEBOOK_PASSPHRASE", PASSPHRASE)
    gate = Gatebook(tmp_path / "新 册" / "a.gatebook", capsys)
    done = gate("setup", "--gate", 7, "--name", "东门")
    assert done.code == 0
    assert done.data["gate"] == 7 and done.data["name"] == "东门"
    assert len(bytes.fromhex(done.data["key"])) == 32
    assert done.data["recovery_key"].startswith("AGE-SECRET-KEY-1")
    assert Path(done.data["register"]).is_absolute()
    again = gate("setup", "--gate", 7, "--name", "东门")
    assert again.code == 1 and again.out == "" and again.err.count("\n") == 1


def test_check_gives_the_verdict_and_records_nothing(gatebook: Gatebook) -> None:
    number = gatebook.issue()
    lines = gatebook("verify").data["lines"]
    done = gatebook("check", gatebook.digits(number))
    assert done.code == 0
    assert done.data == {"verdict": "ok", "reason": None, "direction": None, "pass": number, "name": "周文静"}
    assert gatebook("verify").data["lines"] == lines


def test_a_refused_scan_exits_1_and_prints_its_json(gatebook: Gatebook) -> None:
    number = gatebook.issue()
    changed = gatebook.digits(number)[:-1]
    done = gatebook("check", changed + str((int(gatebook.digits(number)[-1]) + 1) % 10))
    assert done.code == 1 and done.data["verdict"] == "forged" and done.data["name"] is None
    assert gatebook("check", "13800001234").data["verdict"] == "unreadable"


def test_going_out_every_refusal_becomes_attention_with_its_reason(gatebook: Gatebook) -> None:
    number = gatebook.issue()
    digits = gatebook.digits(number)
    assert gatebook("revoke", number, "--reason", "离岗").code == 0
    inward = gatebook("check", digits, "--direction", "in")
    assert (inward.code, inward.data["verdict"], inward.data["reason"]) == (1, "revoked", "离岗")
    outward = gatebook("check", digits, "--direction", "out")
    assert (outward.code, outward.data["verdict"], outward.data["reason"]) == (0, "attention", "revoked")


def test_recording_numbers_the_crossings_of_a_day(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue())
    first = gatebook("record", digits, "--temp", "36.5", "--direction", "in")
    assert first.code == 0 and first.data["no"] == 1 and first.data["direction"] == "in"
    second = gatebook("record", digits, "--temp", "364")
    assert (second.data["no"], second.data["direction"], second.data["verdict"]) == (2, "out", "ok")
    again = gatebook("record", digits, "--temp", "36。4", "--direction", "out")
    assert (again.data["no"], again.data["verdict"]) == (3, "already_outside")


def test_nobody_comes_in_without_a_temperature_and_nobody_is_kept_in_for_one(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue())
    inward = gatebook("record", digits, "--direction", "in")
    assert inward.code == 1 and inward.out == "" and inward.err.count("\n") == 1
    assert gatebook("record", digits, "--direction", "out").data["no"] == 1


def test_the_direction_must_be_said_before_a_first_crossing(gatebook: Gatebook) -> None:
    done = gatebook("record", gatebook.digits(gatebook.issue()), "--temp", "36.5")
    assert done.code == 1 and done.err


def test_a_temperature_out_of_range_writes_nothing(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue())
    lines = gatebook("verify").data["lines"]
    for typed in ("29.9", "43.1", "abc", "3650"):
        assert gatebook("record", digits, "--temp", typed, "--direction", "in").code == 1
    assert gatebook("verify").data["lines"] == lines


def test_a_fever_is_held_and_the_second_reading_ends_it(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue())
    held = gatebook("record", digits, "--temp", "37.3", "--direction", "in")
    assert held.code == 0 and held.data["no"] is None and held.data["reason"] == "held"
    passed = gatebook("record", digits, "--temp", "36.9", "--direction", "in", "--method", "armpit")
    assert (passed.data["no"], passed.data["outcome"]) == (1, "passed")
    gatebook("record", digits, "--temp", "38.0", "--direction", "out")
    away = gatebook("record", digits, "--temp", "38.2", "--direction", "out")
    assert (away.data["no"], away.data["outcome"]) == (2, "turned_away")


def test_a_reissue_supersedes_the_old_card_and_a_renewal_changes_its_days(gatebook: Gatebook) -> None:
    number = gatebook.issue()
    old = gatebook.digits(number)
    assert gatebook("reissue", number, "--reason", "丢失").data["issue"] == 2
    assert gatebook("check", old).data["verdict"] == "superseded"
    until = (date.today() + timedelta(days=90)).isoformat()
    renewed = gatebook("renew", "医1", "--valid-until", until)
    assert (renewed.data["issue"], renewed.data["valid_until"]) == (3, until)
    assert gatebook("check", gatebook.digits(number)).data["verdict"] == "ok"


def test_a_district_card_carries_its_own_proof(gatebook: Gatebook) -> None:
    digits = gatebook.digits(gatebook.issue("㐱𠮷", scope="district"))
    assert len(digits) > 30
    done = gatebook("check", digits)
    assert (done.data["verdict"], done.data["name"]) == ("ok", "㐱𠮷")


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("check",),
        ("record", "1", "--direction", "up"),
        ("setup", "--gate", "x", "--name", "a"),
        ("seal", "--day", "yesterday"),
        ("renew", "M-0312-000001", "--valid-until", "2020-02-30"),
        ("export", "--to", "x", "--plain"),
        ("operator", "add", "someone"),
    ],
)
def test_wrong_usage_is_one_sentence_and_2(gatebook: Gatebook, words: tuple[str, ...]) -> None:
    done = gatebook(*words)
    assert done.code == 2 and done.out == ""
    assert done.err.strip() and "Traceback" not in done.err and done.err.count("\n") == 1


def test_a_wrong_passphrase_is_4(gatebook: Gatebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEBOOK_PASSPHRASE", "not the one")
    assert gatebook("verify").code == 4
    monkeypatch.delenv("GATEBOOK_PASSPHRASE")
    assert gatebook("verify").code == 4


def test_the_passphrase_can_come_from_a_file(gatebook: Gatebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GATEBOOK_PASSPHRASE")
    file = gatebook.register.parent / "p.txt"
    file.write_bytes("﻿".encode() + PASSPHRASE.encode() + b"\r\n")
    assert gatebook("verify", "--passphrase-file", file, "--operator", "李秀兰").code == 0
    assert gatebook("verify", "--passphrase-file", file, "--operator", "nobody").code == 4
    assert gatebook("verify", "--passphrase-file", file.with_name("none")).code == 3


def test_a_volunteer_scans_and_neither_issues_nor_exports(gatebook: Gatebook, tmp_path: Path) -> None:
    digits = gatebook.digits(gatebook.issue())
    new = tmp_path / "new.txt"
    new.write_text("volunteer 1", "utf-8")
    assert gatebook("operator", "add", "小王", "--role", "volunteer", "--new-passphrase-file", new).code == 0
    own = ("--operator", "小王", "--passphrase-file", new)
    assert gatebook("record", digits, "--temp", "36.5", "--direction", "in", *own).data["no"] == 1
    for words in (
        ("revoke", "医1", "--reason", "x"),
        ("cards", "--book", "medical", "--out", tmp_path / "c.pdf"),
        ("export", "--to", tmp_path),
        ("seal",),
        ("operator", "disable", "李秀兰"),
    ):
        assert gatebook(*words, *own).code == 4, words
    assert gatebook("operator", "disable", "小王", "--operator", "李秀兰").code == 0
    assert gatebook("verify", *own).code == 4


def test_what_only_reads_works_beside_an_open_register(gatebook: Gatebook, tmp_path: Path) -> None:
    from db.register import open_register

    digits = gatebook.digits(gatebook.issue())
    with open_register(gatebook.register, None, PASSPHRASE):
        assert gatebook("check", digits).code == 0
        assert gatebook("verify").code == 0
        assert gatebook("cards", "--book", "medical", "--out", tmp_path / "c.pdf").data["cards"] == 1
        for words in (("record", digits, "--temp", "36.5", "--direction", "in"), ("seal",)):
            refused = gatebook(*words)
            assert refused.code == 1 and refused.err.count("\n") == 1


def test_sentences_come_in_chinese_and_in_english(gatebook: Gatebook) -> None:
    chinese = gatebook("revoke", "M-0312-000099", "--reason", "x", "--lang", "zh")
    english = gatebook("revoke", "M-0312-000099", "--reason", "x", "--lang", "en")
    assert any("一" <= letter <= "鿿" for letter in chinese.err)
    assert english.err.isascii() or "M-0312-000099" in english.err
    assert chinese.err != english.err


def test_there_is_no_register_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    monkeypatch.setenv("GATEBOOK_PASSPHRASE", PASSPHRASE)
    assert main(["--register", str(tmp_path / "none.gatebook"), "verify"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_self_test_passes(gatebook: Gatebook) -> None:
    done = gatebook("--self-test")
    assert done.data["ok"], done.data
    assert done.code == 0
