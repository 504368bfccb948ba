"""The pages fit their window and can be heard, as the pictures of them tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.buttons import Button
from tests.pictures.hearing import unheard

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "start-set-up",
    "gate-no-card",
    "gate-fever-held",
    "pass-form",
    "passes",
    "cards-a4",
    "entries",
    "day",
    "export-ready",
    "settings",
)
"""One of each kind: all of them take a minute and a half."""


def test_the_main_pages_fit_and_all_that_takes_the_keyboard_has_a_name(tmp_path: Path) -> None:
    drawn = subprocess.run(
        [sys.executable, "-m", "tests.pictures", "--once", str(tmp_path), *PAGES],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert drawn.returncode == 0, drawn.stderr
    assert len(list(tmp_path.glob("*.png"))) == len(PAGES)


def test_what_cannot_be_heard_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    page.setAccessibleName("Page")
    layout = QVBoxLayout(page)
    nameless, named = QLineEdit(), QLineEdit()
    named.setAccessibleName("Name")
    unseen = QLineEdit()
    for widget in (nameless, named, unseen, Button("Record")):
        layout.addWidget(widget)
    unseen.hide()
    qtbot.addWidget(page)
    page.show()
    assert unheard(page) == ["QLineEdit in QWidget has no name"]
