"""Unlocking after wrong tries: how long to wait is said, and counted down."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import Denied, RefusalCode
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.views.settings.unlock_page import UnlockPage


def test_a_wait_is_counted_down_and_is_only_of_whom_it_is(qtbot: QtBot, qapp: QApplication) -> None:
    install_language("en")
    apply_theme(qapp, Theme())
    page = UnlockPage("en", "Gate 1", ["Li", "Wang"])
    qtbot.addWidget(page)
    asked: list[tuple[str, str]] = []
    page.asked.connect(lambda name, passphrase: asked.append((name, passphrase)))
    page.passphrase.set_text("a guess")
    page.show_error(Denied(RefusalCode.TRY_LATER, name="Li", seconds=20))
    assert page.said.text() == "Wait 20 seconds: there were several wrong tries"
    assert not page.go.isEnabled() and page.passphrase.text() == ""
    page.passphrase.entered.emit()
    assert asked == []
    end = page.countdown.until
    assert end is not None
    page.countdown.now = lambda: end - 0.4
    page.countdown.tick()
    assert page.said.text() == "Wait 1 second: there were several wrong tries"
    page.countdown.now = lambda: end
    page.countdown.tick()
    assert page.go.isEnabled() and page.said.isHidden()
    page.show_error(Denied(RefusalCode.TRY_LATER, name="Li", seconds=20))
    page.operator.picked.emit("Wang")
    assert page.go.isEnabled() and not page.countdown.running
