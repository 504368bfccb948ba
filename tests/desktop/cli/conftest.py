"""A register worked by the command line, in this process: quick, and what is printed can be read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.cli import main
from desktop.language import install_language

PASSPHRASE = "secret 门岗 1"


@dataclass
class Result:
    """What a command gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one JSON object on standard output."""
        assert self.out.count("\n") == 1, self.out
        return json.loads(self.out)


@dataclass
class Gatebook:
    """Calls `gatebook` with the register of this test."""

    register: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: object, json: bool = True) -> Result:
        self.capture.readouterr()
        try:
            code = main(["--register", str(self.register), *map(str, words), *(["--json"] if json else [])])
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = self.capture.readouterr()
        return Result(code, said.out, said.err)

    def issue(self, name: str = "周文静", book: str = "medical", scope: str = "home") -> str:
        """Issues one pass by a list, and gives its number."""
        listed = self.register.parent / "list.csv"
        listed.write_text(f"姓名,身份证号,手机\n{name},{id_number(name)},13800001234\n", "utf-8")
        done = self("issue", listed, "--book", book, "--scope", scope)
        assert done.code == 0, done.err
        return str(done.data["passes"][0]["pass"])

    def digits(self, number: str) -> str:
        """The digits of a pass's newest card, from its register."""
        from db.books.pass_id import PassId
        from db.books.passes import card_digits, get_pass
        from db.register import open_register

        with open_register(self.register, None, PASSPHRASE, read_only=True) as register:
            with register.reading() as connection:
                one = get_pass(connection, PassId.parse(number))
                assert one is not None
                return card_digits(connection, one)


def id_number(name: str) -> str:
    """An ID number of a region that was never assigned, its check digit by GB 11643."""
    body = f"421299198{sum(map(ord, name)) % 10}0315{sum(map(ord, name)) % 1000:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(a) * b for a, b in zip(body, weights, strict=True)) % 11]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """A register that `gatebook setup` made, once for a module. Each command opens it again, so its passphrase is
    stretched less than usual; how much stands in its key file."""
    import os

    path = tmp_path_factory.mktemp("made") / "gate.gatebook"
    os.environ["GATEBOOK_PASSPHRASE"] = PASSPHRASE
    cheap_guesses = pytest.MonkeyPatch()
    cheap_guesses.setattr("db.trust.key_slot._MEMORY_BYTES", 8 * 1024 * 1024)
    cheap_guesses.setattr("db.trust.key_slot._OPERATIONS", 1)
    try:
        words = ("setup", "--gate", "312", "--name", "东门", "--compound", "泉韵佳苑", "--operator", "李秀兰")
        assert main(["--register", str(path), *words]) == 0
    finally:
        cheap_guesses.undo()
        del os.environ["GATEBOOK_PASSPHRASE"]
    return path


@pytest.fixture
def gatebook(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Gatebook]:
    """The command line on a copy of that register."""
    monkeypatch.setenv("GATEBOOK_PASSPHRASE", PASSPHRASE)
    for file in made.parent.iterdir():
        if not file.name.endswith(".lock"):
            shutil.copy(file, tmp_path / file.name)
    yield Gatebook(tmp_path / made.name, capsys)
    install_language("en")
