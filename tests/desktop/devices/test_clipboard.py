"""What was copied out of the program goes off the clipboard again, and what others copied stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.devices.clipboard import ClipboardGuard

NUMBER = "421299198803150042"


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


def test_a_number_that_was_copied_is_gone_when_its_time_is_over(clipboard: QClipboard, qtbot: QtBot) -> None:
    guard = ClipboardGuard(clipboard, kept_ms=20, owns=lambda _mode: True)
    clipboard.setText(NUMBER)
    assert clipboard.text() == NUMBER
    qtbot.waitUntil(lambda: clipboard.text() == "")
    guard.deleteLater()


def test_at_the_programs_end_it_is_gone_at_once(clipboard: QClipboard) -> None:
    guard = ClipboardGuard(clipboard, owns=lambda _mode: True)
    clipboard.setText(NUMBER)
    guard.wipe()
    assert clipboard.text() == ""
    guard.deleteLater()


def test_what_another_program_copied_meanwhile_stays(clipboard: QClipboard) -> None:
    ours = [True]
    guard = ClipboardGuard(clipboard, owns=lambda _mode: ours[0])
    clipboard.setText(NUMBER)
    ours[0] = False
    clipboard.setText("something else")
    guard._clear(QClipboard.Mode.Clipboard)
    guard.wipe()
    assert clipboard.text() == "something else"
    guard.deleteLater()
