"""Two clerks at one post on a server take the same sticks in at the same time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db import desk_models, models
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.session import Session
from desktop.views.post.take_in import Stage
from desktop.views.post.take_in_page import TakeInPage
from tests.desks import admit, new_post_on_server, open_again
from tests.desktop.devices.scripted_drives import ScriptedDrives
from tests.desktop.post.conftest import WAIT_MS, gate_of
from tests.servers import drop_database


def close(clerk: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: clerk.tasks.idle, timeout=WAIT_MS)
    clerk.close()


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    folder = tmp_path / "heap"
    folder.mkdir()
    return folder


def test_nothing_is_written_twice_and_nobody_is_refused(heap: Path, qapp: QApplication, qtbot: QtBot) -> None:
    install_language("en")
    apply_theme(qapp, Theme())
    url = new_post_on_server()
    clerks = [Session(open_again(url)), Session(open_again(url))]
    crashes: list[object] = []
    try:
        gates = [gate_of(number, 12) for number in range(1, 9)]
        admit(clerks[0].register, *gates)
        for gate in gates:
            for bundle in gate.bundles(4):
                bundle.put(heap)
        pages = [TakeInPage(clerk, ScriptedDrives()) for clerk in clerks]
        for clerk, page in zip(clerks, pages, strict=True):
            clerk.tasks.crashed.connect(crashes.append)
            qtbot.addWidget(page)
            page.sticks.answer_too.setChecked(False)
            page.sticks.add([heap])
        qtbot.waitUntil(lambda: all(page.sticks.work.stage is Stage.READY for page in pages), timeout=WAIT_MS)
        for page in pages:
            page.sticks.card.main_button.click()
        qtbot.waitUntil(lambda: all(page.sticks.work.stage is Stage.DONE for page in pages), timeout=WAIT_MS)
        results = [page.sticks.work.result for page in pages]
        assert [result.stopped if result else None for result in results] == [None, None]
        assert sum(result.new for result in results if result) == 8 * 12
        with clerks[0].register.reading() as connection:
            lines = select(func.count()).select_from(models.lines).where(models.lines.c.gate < 100)
            held = select(func.count()).select_from(desk_models.held_lines)
            assert (connection.scalar(lines), connection.scalar(held)) == (96, 0)
    finally:
        for clerk in clerks:
            close(clerk, qtbot)
        drop_database(url)
    assert crashes == []
