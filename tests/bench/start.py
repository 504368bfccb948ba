"""From the command to a gate page that takes a scan, with a register of a million lines, beside a bare window.

Both are real processes, timed from outside until they say that they are ready. Ours counts everything that someone
waits for who opens the program with operator and passphrase given: imports, stretching the passphrase (Argon2id, 64
MiB), opening the register, building and painting the window, reading the day. The other row is how much memory that
process takes once 200 people went through.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.bench.measuring import Row, at_most, below, in_turns, sized
from tests.bench.registers import OPERATOR, PASSPHRASE, new_folder, register_of_lines

LINES = sized(1_000_000, 500)
ROUNDS = sized(7, 1)
SCANS = sized(200, 2)
START_GOAL = 3.0
MEMORY_LIMIT_MB = 300.0
_ROOT = Path(__file__).resolve().parents[2]


def started() -> list[Row]:
    """The rows `start`, in seconds, and `memory_mb`."""
    register = register_of_lines(LINES)
    with new_folder() as home:
        gate = ["tests.bench.gate_process", "0", "--register", str(register), "--operator", OPERATOR]
        _seconds(home, gate)
        _seconds(home, ["tests.bench.bare_window"])
        own, bare = in_turns(
            lambda: _seconds(home, gate), lambda: _seconds(home, ["tests.bench.bare_window"]), ROUNDS
        )
        memory = _memory(home, [gate[0], str(SCANS), *gate[2:]])
    return [
        at_most("start", median(own), median(bare), START_GOAL, "s"),
        below("memory_mb", memory / 1e6, MEMORY_LIMIT_MB, "MB"),
    ]


ROWS: list[Callable[[], list[Row]]] = [started]


def _process(home: Path, words: list[str]) -> subprocess.Popen[str]:
    """A process with nothing of this user's preferences, as on a fresh machine."""
    variables = {**os.environ, "GATEBOOK_PASSPHRASE": PASSPHRASE, "LANG": "zh_CN.UTF-8"}
    variables |= {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA")}
    # Compiled modules are kept, as they are for everybody who starts the program a second time.
    variables |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    command = [sys.executable, "-m", *words]
    return subprocess.Popen(command, cwd=_ROOT, env=variables, stdout=subprocess.PIPE, text=True)


def _seconds(home: Path, words: list[str]) -> float:
    start = time.perf_counter()
    with _process(home, words) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = time.perf_counter() - start
        process.stdout.read()
    assert said == "ready\n" and process.returncode == 0
    return taken


def _memory(home: Path, words: list[str]) -> int:
    with _process(home, words) as process:
        said = process.stdout.read() if process.stdout is not None else ""
    told = dict(line.split() for line in said.splitlines()[1:])
    assert process.returncode == 0 and int(told["entries"]) >= SCANS * 9 // 10, said
    return int(told["memory"])
