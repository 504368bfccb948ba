"""Setting a command post up in the window, in a file and on a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.books.posts import is_desk
from db.register import Register
from desktop.changes import Changes
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.tasks import Tasks
from desktop.views import print_sheet
from desktop.views.printing.choice_sheet import ChoiceSheet
from desktop.views.settings.recovery_page import RecoveryPage
from desktop.views.settings.set_up_page import SetUpPage
from desktop.views.settings.start_window import StartWindow
from tests.desktop.devices.scripted_printers import ScriptedPrinters
from tests.servers import drop_database, new_database

WAIT_MS = 30_000


@pytest.fixture
def start(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[StartWindow]:
    install_language("en")
    apply_theme(qapp, Theme())
    changes = Changes()
    tasks = Tasks(changes)
    window = StartWindow(tasks, tmp_path / "post.gatebook", "en")
    qtbot.addWidget(window)
    window.show()
    window.show_set_up()
    yield window
    tasks.close()


def fill(page: SetUpPage, server: str = "") -> None:
    page.kind.choose("post")
    page.kind.chosen.emit("post")
    page.gate.set_text("9000")
    page.gate_name.set_text("指挥部")
    page.operator.set_text("李秀兰")
    page.passphrase.set_text("a passphrase")
    page.again.set_text("a passphrase")
    page.server.set_text(server)


def finish(start: StartWindow, qtbot: QtBot) -> Register:
    qtbot.waitUntil(lambda: isinstance(start.page, RecoveryPage), timeout=WAIT_MS)
    sheet = start.page
    assert isinstance(sheet, RecoveryPage)
    assert sheet.go.text() == "To the command post"
    sheet.kept.setFocus()
    qtbot.keyClick(sheet.kept, Qt.Key.Key_Space)
    with qtbot.waitSignal(start.opened, timeout=WAIT_MS) as opened:
        # Enter goes on, as the button says, and does not take the tick away again.
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    register: Register = opened.args[0]
    return register


def page_of(start: StartWindow) -> SetUpPage:
    assert isinstance(start.page, SetUpPage)
    return start.page


def test_without_a_printer_the_key_is_copied_by_hand(
    start: StartWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_sheet, "SystemPrinters", lambda: ScriptedPrinters(tmp_path / "out.pdf", ()))
    fill(page_of(start))
    page_of(start).go.click()
    qtbot.waitUntil(lambda: isinstance(start.page, RecoveryPage), timeout=WAIT_MS)
    page = start.page
    assert isinstance(page, RecoveryPage)
    page.print.click()
    question = start.findChild(ChoiceSheet)
    assert isinstance(question, ChoiceSheet)
    qtbot.waitUntil(lambda: question.message.accessibleName() != "")
    assert question.message.accessibleName() == (
        "No printer was found. The key stays on the screen. Copy it by hand, or save the PDF and print it elsewhere."
    )
    question.close_sheet()
    finish(start, qtbot).close()


def test_a_post_in_a_file(start: StartWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(start)
    fill(page)
    assert page.server.isVisible() and not page.compound.isVisible()
    page.go.click()
    with finish(start, qtbot) as register, register.reading() as connection:
        assert is_desk(connection)
        assert register.gate.gate == 9000
    assert (tmp_path / "post.gatebook").exists()


def test_a_post_on_a_server(start: StartWindow, qtbot: QtBot, tmp_path: Path) -> None:
    url = new_database()
    try:
        page = page_of(start)
        fill(page, "my server")
        page.go.click()
        qtbot.waitUntil(page.server.has_error, timeout=WAIT_MS)
        page.server.set_text(url)
        page.go.click()
        with finish(start, qtbot) as register, register.reading() as connection:
            assert is_desk(connection)
            assert register.place.on_server
        assert not (tmp_path / "post.gatebook").exists()
    finally:
        drop_database(url)
