"""A session over a gate with a day in it, for tests of pages: real threads, light theme, English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.session import Session
from tests.desktop.gate_day import Gate


@pytest.fixture
def session(busy_gate: Gate, qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """The session of a busy gate."""
    install_language("en")
    apply_theme(qapp, Theme())
    opened = Session(busy_gate.register)
    crashes: list[object] = []
    opened.tasks.crashed.connect(crashes.append)
    yield opened
    qtbot.waitUntil(lambda: opened.tasks.idle)
    opened.tasks.close()
    assert crashes == []
