"""A desk for the tests of the gate page, in English: source strings are what tests look for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.theme import LIGHT, Theme, apply_theme
from desktop.language import install_language
from tests.desktop.gate.desk import Desk, open_desk


@pytest.fixture
def english(qapp: QApplication) -> None:
    apply_theme(qapp, Theme(LIGHT))
    install_language("en")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, english: None) -> Iterator[Desk]:
    """A gate with nobody in its books yet."""
    with open_desk(tmp_path, qtbot) as desk:
        yield desk
