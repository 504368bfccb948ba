"""Keeping the laptop awake."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices.awake import Awake


class ScriptedSystem:
    """A system that lets itself be kept awake, or not, and remembers when it was let go."""

    def __init__(self, willing: bool) -> None:
        self.willing = willing
        self.holding = threading.Event()
        self.let_go = threading.Event()

    @contextmanager
    def __call__(self) -> Iterator[object]:
        self.holding.set()
        yield SimpleNamespace(active=self.willing)
        self.let_go.set()


@pytest.mark.parametrize("willing", [True, False])
def test_the_system_is_held_until_the_end_and_its_answer_is_told(qtbot: QtBot, willing: bool) -> None:
    system = ScriptedSystem(willing)
    awake = Awake(way=system)
    with qtbot.waitSignal(awake.told, timeout=10_000) as told:
        awake.begin()
    assert told.args == [willing]
    assert system.holding.is_set() and not system.let_go.is_set()
    awake.end()
    assert system.let_go.is_set()


def test_a_desktop_that_fails_is_told_and_disturbs_nothing(qtbot: QtBot) -> None:
    def broken() -> object:
        raise RuntimeError("no bus")

    awake = Awake(way=broken)
    with qtbot.waitSignal(awake.told, timeout=10_000) as told:
        awake.begin()
    assert told.args == [False]
    awake.end()


def test_the_real_system_answers_and_lets_go(qtbot: QtBot) -> None:
    """Whether it holds depends on the machine; that it answers, and ends, does not."""
    awake = Awake()
    with qtbot.waitSignal(awake.told, timeout=30_000) as told:
        awake.begin()
    assert told.args[0] in (True, False)
    awake.end()
    assert not any(thread.name == "awake" for thread in threading.enumerate())


def test_starting_the_program_does_not_load_what_talks_to_the_desktop() -> None:
    """D-Bus is asked by the thread, not by the start."""
    code = "import sys, desktop.devices.awake; sys.exit('wakepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
