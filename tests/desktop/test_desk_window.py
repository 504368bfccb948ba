"""The window of a command post."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk_window import PAGES, DeskWindow
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.post.gates_page import GatesPage
from desktop.views.post.take_in_page import TakeInPage
from tests.desks import MadeGate, file_desk
from tests.desktop.post.test_gates_and_answers import asks


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[DeskWindow]:
    install_language("en")
    apply_theme(qapp, Theme())
    session = Session(file_desk(tmp_path))
    crashes: list[object] = []
    session.tasks.crashed.connect(crashes.append)
    made = DeskWindow(session, Preferences())
    made.setParent(made.shell)
    qtbot.addWidget(made.shell)
    with qtbot.waitSignal(made.all_made, timeout=20_000):
        made.shell.show()
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle, timeout=10_000)
    session.close()
    assert crashes == []


def test_a_command_post_has_its_own_pages_and_none_of_a_gates(window: DeskWindow) -> None:
    assert list(window.shell.rail.buttons) == [*(page.key for page in PAGES), "help", "settings"]
    assert "gate" not in window.shell.rail.buttons


def test_locked_it_shows_no_names(window: DeskWindow, qtbot: QtBot) -> None:
    window.shell.show_page("settings")
    window.lock.lock()
    assert window.shell.page() == "help"
    window.shell.show_page("settings")
    assert window.shell.page() == "help"


def test_it_closes_only_after_the_bundle_under_way_is_whole(window: DeskWindow, qtbot: QtBot) -> None:
    page = window.page_of("take_in")
    assert isinstance(page, TakeInPage)
    stopped: list[bool] = []
    page.sticks.work.stop = lambda: stopped.append(True)  # type: ignore[method-assign]
    page.busy_changed.emit(True)
    window.shell.close()
    assert window.shell.isVisible() and stopped == [True]
    page.busy_changed.emit(False)
    qtbot.waitUntil(lambda: not window.shell.isVisible(), timeout=10_000)


def test_two_accounts_stand_at_the_top_until_they_are_decided(window: DeskWindow) -> None:
    page = window.page_of("take_in")
    assert isinstance(page, TakeInPage)
    page.forks.counted.emit(2)
    assert window.shell.top.accessibleDescription() == "2 lines with two accounts"
    page.forks.counted.emit(0)
    assert window.shell.top.accessibleDescription() == ""


def test_requests_that_were_found_are_shown_on_the_page_of_the_gates(window: DeskWindow) -> None:
    page = window.page_of("take_in")
    assert isinstance(page, TakeInPage)
    page.page_asked.emit("gates", [])
    assert window.shell.page() == "gates"


def test_a_request_on_a_stick_is_listed_with_the_gates_before_anybody_asks_for_it(
    window: DeskWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page, gates = window.page_of("take_in"), window.page_of("gates")
    assert isinstance(page, TakeInPage) and isinstance(gates, GatesPage)
    shown = window.shell.page()
    found = asks(tmp_path, MadeGate.open(7))[0]
    page.sticks.work.requests[found.request.gate, found.fingerprint] = found
    with qtbot.waitSignal(gates.badge_changed, timeout=10_000, check_params_cb=lambda words: words == "1"):
        page.sticks.work.requests_found.emit()
    assert window.shell.page() == shown
