"""`gatebook import` at a command post, and moving a post: from the command line, on a file and by a URL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desks import MadeGate, admit, file_desk, new_post_on_server, open_again
from tests.desktop.cli.conftest import Gatebook
from tests.registers import PASSPHRASE
from tests.servers import drop_database, new_database


def gate_of(number: int, lines: int = 9) -> MadeGate:
    gate = MadeGate.open(number)
    for _ in range(lines - 1):
        gate.cross("in", None)
    return gate


@pytest.fixture
def post(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Gatebook:
    """A command post in a file that has admitted gates 7 and 8."""
    monkeypatch.setenv("GATEBOOK_PASSPHRASE", PASSPHRASE)
    with file_desk(tmp_path) as desk:
        admit(desk, MadeGate.open(7), MadeGate.open(8))
    return Gatebook(tmp_path / "post.gatebook", capsys)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_whole_stick_is_taken_in_and_each_file_told(post: Gatebook, stick: Path) -> None:
    gate, other = gate_of(7), gate_of(8)
    paths = [gate.bundle(1, 4).put(stick), gate.bundle(7).put(stick), other.bundle().put(stick)]
    (stick / "autorun.inf").write_text("[autorun]")
    done = post("import", stick)
    assert done.code == 0
    first, after_gap, whole = done.data["files"]
    assert [one["path"] for one in done.data["files"]] == [str(path) for path in paths]
    assert (first["lines"], first["new"], first["already_there"], first["refused"]) == (4, 4, 0, None)
    assert after_gap["gaps"] == [{"gate": 7, "epoch": 1, "from": 5, "to": 6}]
    assert (whole["new"], whole["gaps"], whole["forks"]) == (9, [], [])
    assert done.data["gaps"] == after_gap["gaps"]
    again = post("import", *paths)
    assert [(one["new"], one["already_there"]) for one in again.data["files"]] == [(0, 4), (0, 3), (0, 9)]
    assert post("import", gate.bundle(5, 6).put(stick)).data["gaps"] == []
    assert post("verify").data["ok"]


def test_a_contradiction_and_a_refusal_are_told_and_end_with_1(post: Gatebook, stick: Path) -> None:
    gate = gate_of(7)
    clone = gate.clone(6)
    clone.cross("out", None)
    post("import", gate.bundle().put(stick))
    done = post("import", clone.bundle(7).put(stick), gate_of(99).bundle().put(stick))
    assert done.code == 1
    forked, stranger = done.data["files"]
    assert forked["forks"] == [{"gate": 7, "epoch": 1, "seq": 7}]
    assert (stranger["refused"], stranger["new"], stranger["gate"]) == ("signer_unknown", 0, 99)
    assert done.data["refused"] == "signer_unknown"
    assert "99" in done.err and "Traceback" not in done.err


def test_a_file_that_is_gone_ends_with_3_and_the_others_are_in(post: Gatebook, stick: Path) -> None:
    done = post("import", stick / "gone.gbk", gate_of(7).bundle().put(stick))
    assert done.code == 3
    assert {Path(one["path"]).name: one["refused"] for one in done.data["files"]} == {
        "gone.gbk": "not_found",
        "gatebook-0007-e1-000001-000009.gbk": None,
    }


def test_an_empty_stick_is_said_to_be_empty(post: Gatebook, stick: Path) -> None:
    done = post("import", stick, json=False)
    assert (done.code, done.out.strip()) == (0, "There is nothing here to take in.")


def test_a_post_on_a_server_is_worked_by_its_url(
    tmp_path: Path,
    stick: Path,
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GATEBOOK_PASSPHRASE", PASSPHRASE)
    url = new_post_on_server()
    with open_again(url) as desk:
        admit(desk, MadeGate.open(7))
    post = Gatebook(url, capsys)  # type: ignore[arg-type]
    assert post("import", gate_of(7).bundle().put(stick)).data["new"] == 9
    checked = post("verify")
    assert checked.data["ok"] and checked.data["lines"] > 9
    drop_database(url)


def test_a_post_moves_and_the_old_one_says_where(post: Gatebook, stick: Path) -> None:
    post("import", gate_of(7).bundle().put(stick))
    views = post("verify").data["views"]
    url = new_database()
    moved = post("move", "--to", url)
    assert moved.code == 0 and moved.data["place"].startswith("postgresql://")
    refused = post("import", stick)
    assert refused.code == 1 and "postgresql://" in refused.err
    assert post("verify").data["views"] == views
    there = Gatebook(url, post.capture)  # type: ignore[arg-type]
    assert there("verify").data["views"] == views
    back = there("move", "--to", post.register.with_name("back.gatebook"))
    assert back.code == 0
    assert Gatebook(Path(back.data["place"]), post.capture)("verify").data["views"] == views
    drop_database(url)


def test_a_url_that_leads_nowhere_is_told_in_a_sentence(post: Gatebook) -> None:
    for url, code in (
        ("postgresql://nobody@/none?host=/nowhere/at/all", 3),
        ("mysql://a/b", 1),
        ("postgresql://a:b@[::1/x", 1),
    ):
        done = Gatebook(url, post.capture)("verify")  # type: ignore[arg-type]
        assert done.code == code
        assert done.err.count("\n") == 1 and "Traceback" not in done.err


def test_moving_needs_a_lead(post: Gatebook, tmp_path: Path) -> None:
    file = tmp_path / "registrar.txt"
    file.write_text("another secret", "utf-8")
    post("operator", "add", "王芳", "--role", "registrar", "--new-passphrase-file", file)
    done = post("move", "--to", tmp_path / "x.gatebook", "--operator", "王芳", "--passphrase-file", file)
    assert done.code == 4
    assert not (tmp_path / "x.gatebook").exists()
