"""Other processes that work with a register while a test looks on: `python -m tests.children WHAT PATH RECOVERY_KEY`.

Each says on standard output what it did, a line each, when it is done and not before. They end when their standard
input does, or when they are killed, which is what most of them are there for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def child(what: str, *arguments: object, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A running child; killed at the end, whatever happens."""
    import os

    command = [sys.executable, "-m", "tests.children", what, *map(str, arguments)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """The child's next line; fails the test where it ended instead."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, f"the child ended with {process.wait()}"
    return line.strip()


def say(*words: object) -> None:
    """One line to whoever looks on."""
    print(*words, flush=True)


def hold(path: Path, recovery_key: str) -> None:
    """Opens the register and keeps it."""
    from db.register import open_register

    with open_register(path, recovery_key=recovery_key):
        say("open")
        sys.stdin.read()


def record(path: Path, recovery_key: str) -> None:
    """Lets someone in and out, for ever; says seq and number of each line once it is acknowledged."""
    from db.books.crossings import Reading, Recorded, record_person
    from db.books.verdict import Direction
    from db.register import open_register

    with open_register(path, recovery_key=recovery_key) as register:
        while True:
            for direction in Direction:
                with register.writing() as ledger:
                    done = record_person(ledger, "visitor", "欧阳修远", direction, Reading(365))
                assert isinstance(done, Recorded)
                say(done.seq, done.no)


def main() -> None:
    """Runs what the command line names."""
    what, path, recovery_key = sys.argv[1:4]
    {"hold": hold, "record": record}[what](Path(path), recovery_key)


if __name__ == "__main__":
    main()
