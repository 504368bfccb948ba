"""What the window does about sticks while another page is shown: a sentence, a sound, how old the post's list is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.language import install_language
from desktop.main_window import MainWindow
from desktop.operations import days
from desktop.operations.joining import standing
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.post_notice import notice_of
from tests.desktop.devices.scripted_drives import ScriptedDrives
from tests.desktop.gate_day import busy_gate, clock, gate
from tests.desktop.page_session import session
from tests.district import District

__all__ = ["busy_gate", "clock", "gate", "session"]


@pytest.fixture
def window(session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a gate, on a machine without any drive."""
    monkeypatch.setattr("desktop.views.exchange.page.system_drives", ScriptedDrives)
    made = MainWindow(session, Preferences())
    qtbot.addWidget(made.shell)
    made.setParent(made.shell)
    made.shell.show()
    with qtbot.waitSignal(made.all_made, timeout=60_000):
        pass
    yield made
    made.sounds.close()


def test_what_a_stick_brings_is_told_and_heard_and_leads_to_the_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    heard: list[str] = []
    window.sounds.set_muted(True)
    window.sounds.played.connect(lambda tone: heard.append(tone.value))
    window.export.safe_to_remove.emit()
    assert heard == ["safe_to_remove"]
    window.export.unread.emit(True)
    assert "New from the command post: F10" in window.shell.top.accessibleDescription()
    window.export.answer_told.emit("Answer 12 from the post: 3 cards revoked")
    toast = window.shell.toasts.toast
    assert toast.isVisible() and toast.accessibleName() == "Answer 12 from the post: 3 cards revoked"
    toast.button.click()
    assert window.shell.page() == "export" and window.export.side.on_post
    assert "New from the command post" not in window.shell.top.accessibleDescription()
    toast.hide()
    window.export.answer_told.emit("said on the page itself")
    assert not toast.isVisible()


def test_a_printed_seal_that_is_scanned_is_checked_and_what_waits_for_the_register_is_told_on_top(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    digits = days.seal(session.register, "2020-02-10").value.digits()
    assert digits is not None
    window.scans.seal_read.emit(digits)
    qtbot.waitUntil(
        lambda: window.shell.toasts.toast.accessibleName() == "The printed seal of 2020-02-10 fits"
    )
    assert window.settings.register.said.text().startswith("The printed seal of 2020-02-10 fits.")
    window.day.keeping_asked.emit()
    assert window.shell.page() == "settings"
    window.settings.work_told.emit("The register gets another key. Scans wait 40 %")
    window.shell.show_page("gate")
    assert "Scans wait 40 %" in window.shell.top.accessibleDescription()
    window.settings.work_told.emit("")
    assert "Scans wait" not in window.shell.top.accessibleDescription()


def test_the_top_says_how_old_the_posts_list_is(tmp_path: Path, qapp: QApplication) -> None:
    install_language("en")
    district = District(tmp_path)
    try:
        alone = district.gate(312, admitted=False)
        assert notice_of(standing(alone)) is None
        district.admit(alone)
        district.join(alone)
        said = [notice_of(standing(alone))]
        for days in (2, 2):
            district.clock.forward(days=days)
            said.append(notice_of(standing(alone)))
    finally:
        district.close()
    assert [(one.words, one.kind) for one in said if one] == [
        ("Revoked cards: list of today", ""),
        ("Revoked cards: list 2 days old", ""),
        ("Revoked cards: list 4 days old", "attn"),
    ]
