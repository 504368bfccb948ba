"""A gate's day as the program's own processes work it, ended by being killed: `python -m tests.left_behind WHAT`.

They use nothing but the folders that the environment names, so that a test can read every byte that they leave. The
people are in the environment too: in a file they would be found there."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

PEOPLE = "GATEBOOK_TEST_PEOPLE"
LEAD = "李秀兰"


def die() -> NoReturn:
    """As a power cut does it: nothing is closed, nothing is taken away."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def gatebook(*words: object) -> None:
    """One command of the command line, which must succeed."""
    from desktop.cli import main

    code = main(["--operator", LEAD, *[str(word) for word in words]])
    assert code == 0, words


def day(drive: Path, secrets: dict[str, str]) -> None:
    """Sets a gate up, issues, scans, prints, copies and exports; is killed in the middle of a further export."""
    from desktop.cli.arguments import parse
    from desktop.cli.run import register_path

    gatebook("setup", "--gate", "312", "--name", "东门", "--json")
    listed = drive / "list.csv"
    listed.write_text(
        f"姓名,身份证号,手机,单位\n{secrets['name']},{secrets['id_no']},{secrets['phone']},{secrets['unit']}\n",
        "gb18030",
    )
    gatebook("issue", listed, "--book", "medical", "--report", drive / "report.csv")
    listed.unlink()
    gatebook("cards", "--book", "medical", "--out", drive / "cards.pdf")
    path = Path(register_path(parse(["verify"])))
    _at_the_gate(path, secrets)
    gatebook("backup", path.with_name("copy.gatebook"))
    gatebook("export", "--to", drive)
    _killed_at(5, lambda: gatebook("export", "--to", drive))


def _at_the_gate(path: Path, secrets: dict[str, str]) -> None:
    from db.books.crossings import Reading, record_person
    from db.books.pass_id import Book, PassId
    from db.books.verdict import Direction
    from db.register import open_register
    from db.trust.roles import Role
    from desktop.operations import operators, passes, passing

    with open_register(path, LEAD, os.environ["GATEBOOK_PASSPHRASE"]) as register:
        lead = register.unlock(LEAD, os.environ["GATEBOOK_PASSPHRASE"])
        operators.add(register, lead, "小陈", Role.VOLUNTEER, secrets["passphrase"])
        operators.give_pin(register, register.unlock("小陈", secrets["passphrase"]), secrets["pin"])
        one = PassId(312, Book.MEDICAL, 1)
        look = passing.look_at_person(register, one, Direction.IN)
        passing.record_scan(register, look, Direction.IN, Reading(365))
        with register.writing() as ledger:
            record_person(
                ledger,
                "visitor",
                secrets["name"],
                Direction.IN,
                Reading(381),
                details={"phone": secrets["phone"]},
            )
        passes.show_in_full(register, one, "id_no")


def _killed_at(count: int, work: Callable[[], object]) -> None:
    """Dies at the so-manieth file that takes its name."""
    import desktop.operations.exports  # noqa: F401
    from db.exchange import drive_folder

    rename, seen = drive_folder._rename, [0]

    def counted(part: Path, path: Path) -> None:
        seen[0] += 1
        if seen[0] == count:
            die()
        rename(part, path)

    vars(drive_folder).update(_rename=counted)
    work()


def rekey(_drive: Path, secrets: dict[str, str]) -> None:
    """Is killed while the register is written under another key."""
    from db import rekeying
    from db.register import open_register
    from desktop.cli.arguments import parse
    from desktop.cli.run import register_path
    from desktop.operations import operators

    path = Path(register_path(parse(["verify"])))
    vars(rekeying).update(_sync=lambda _path: die())
    with open_register(path, LEAD, os.environ["GATEBOOK_PASSPHRASE"]) as register:
        operators.disable(register, register.unlock(LEAD, os.environ["GATEBOOK_PASSPHRASE"]), "小陈")


def window(_drive: Path, secrets: dict[str, str]) -> None:
    """The window: looks at the pass, copies a number, runs into a bug that names somebody, and is killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.cli import main
    from desktop.kit.theme import Theme, apply_theme
    from desktop.views.shell import Shell

    application = QApplication(["gatebook"])
    apply_theme(application, Theme())
    steps: list[Callable[[Any], object]] = [
        lambda shell: shell.show_page("passes"),
        lambda shell: application.clipboard().setText(secrets["id_no"]),
        lambda shell: shell.show_page("settings"),
        lambda shell: dict[str, str]()[secrets["name"]],
        lambda shell: shell.show_page("gate"),
        lambda shell: die(),
    ]

    def step() -> None:
        shells = [one for one in application.topLevelWidgets() if isinstance(one, Shell)]
        if shells:
            steps.pop(0)(shells[0])

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(200)
    main(["--operator", LEAD])


def bug(_drive: Path, secrets: dict[str, str]) -> None:
    """A command that runs into a bug whose message names somebody."""
    from desktop.cli import main
    from desktop.operations import passing

    def broken(*_given: object) -> None:
        raise ValueError(f"{secrets['name']} {secrets['id_no']}")

    vars(passing).update(check_card=broken)
    assert main(["--operator", LEAD, "check", "2" + "0" * 29]) == 1


def run() -> None:
    """Runs what the command line names. Stretching a passphrase takes less than usual; how much stands in the key
    file."""
    from db.trust import key_slot, pins

    for module in (key_slot, pins):
        vars(module).update(_MEMORY_BYTES=8 * 1024 * 1024, _OPERATIONS=1)
    {"day": day, "rekey": rekey, "window": window, "bug": bug}[sys.argv[1]](
        Path(sys.argv[2]), json.loads(os.environ[PEOPLE])
    )


if __name__ == "__main__":
    run()
