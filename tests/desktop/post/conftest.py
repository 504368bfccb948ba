"""A post with two gates, its pages, and sticks that are folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.session import Session
from tests.desks import MadeGate, admit, file_desk
from tests.desktop.devices.scripted_drives import ScriptedDrives, made_drive
from tests.registers import FakeClock

WAIT_MS = 20_000


@dataclass
class Post:
    """A post open in a session, with gates 7 and 300 let in, and the drives that are plugged in."""

    session: Session
    folder: Path
    qtbot: QtBot
    drives: ScriptedDrives = field(default_factory=ScriptedDrives)
    gates: dict[int, MadeGate] = field(default_factory=dict)

    def stick(self, label: str) -> Path:
        """A stick, plugged in."""
        mount = self.folder / label
        mount.mkdir()
        self.drives.there.append(made_drive(mount, label))
        return mount

    def shown(self, page: QWidget) -> QWidget:
        """The page in a window."""
        self.qtbot.addWidget(page)
        page.resize(1270, 641)
        page.show()
        self.settle()
        return page

    def settle(self) -> None:
        """Until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.session.tasks.idle, timeout=WAIT_MS)


def gate_of(number: int, lines: int = 9) -> MadeGate:
    """A gate whose first line and a few crossings are written."""
    gate = MadeGate.open(number)
    for _ in range(lines - 1):
        gate.cross("in", None)
    return gate


@pytest.fixture
def post(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Post]:
    install_language("en")
    apply_theme(qapp, Theme())
    clock = FakeClock()
    clock.at("2020-02-12 20:00")
    desk = file_desk(tmp_path, clock)
    made = Post(Session(desk), tmp_path, qtbot, gates={number: gate_of(number) for number in (7, 300)})
    admit(desk, *made.gates.values())
    crashes: list[object] = []
    made.session.tasks.crashed.connect(crashes.append)
    yield made
    made.settle()
    made.session.close()
    assert crashes == []
