"""Sheets, toasts and progress: the safe way first, the focus never stolen, the truth about what is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.buttons import Button
from desktop.kit.choices import Option
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords, MessageSheet, Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.progress import StepsList, StepState, TimeLeft, WorkProgress, percent_words
from desktop.kit.ring import clock_words
from desktop.kit.toast import ToastHost
from desktop.language import install_language
from tests.desktop.kit.conftest import OnPage

WORDS = ConfirmWords(
    "Revoke the pass of 周文静 (M-0312-000123)?", "No entry from now on.", "Revoke", "Keep it", "Why?"
)
REASONS = [Option("left", "Left post"), Option("error", "Made in error")]


@pytest.fixture
def page(on_page: OnPage) -> QWidget:
    shown = on_page(Button("Revoke"), TextField("Name"))
    shown.resize(900, 600)
    return shown


@pytest.fixture
def english() -> Iterator[None]:
    install_language("en")
    yield
    install_language("en")


def test_the_safe_button_has_the_focus_and_escape_keeps_everything(qtbot: QtBot, page: QWidget) -> None:
    opener = page.findChild(Button)
    assert opener is not None
    opener.setFocus()
    sheet = ConfirmSheet(WORDS, reasons=REASONS)
    confirmed: list[str] = []
    sheet.confirmed.connect(confirmed.append)
    sheet.open_over(page)
    assert sheet.keep_button.hasFocus()
    qtbot.keyClick(sheet.keep_button, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and confirmed == []
    assert opener.hasFocus()


def test_nothing_is_confirmed_without_a_reason(qtbot: QtBot, page: QWidget) -> None:
    sheet = ConfirmSheet(WORDS, reasons=REASONS)
    confirmed: list[str] = []
    sheet.confirmed.connect(confirmed.append)
    sheet.open_over(page)
    qtbot.mouseClick(sheet.confirm_button, Qt.MouseButton.LeftButton)
    assert confirmed == [] and sheet.isVisible()
    assert any(child.accessibleName() == "Why?" for child in sheet.findChildren(QWidget))
    assert sheet.reasons is not None
    qtbot.mouseClick(sheet.reasons.button("error"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.confirm_button, Qt.MouseButton.LeftButton)
    assert confirmed == ["error"]


def test_tab_stays_inside_a_sheet(qtbot: QtBot, page: QWidget) -> None:
    sheet = ConfirmSheet(WORDS)
    sheet.open_over(page)
    visited: list[QWidget | None] = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert all(widget is not None and sheet.isAncestorOf(widget) for widget in visited)
    assert {sheet.keep_button, sheet.confirm_button, sheet.close_button} <= set(visited)


def test_a_press_on_the_scrim_closes_nothing(qtbot: QtBot, page: QWidget) -> None:
    sheet = ConfirmSheet(WORDS)
    sheet.open_over(page)
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    assert sheet.isVisible()


def test_a_sheet_fits_into_a_small_window(qtbot: QtBot, page: QWidget) -> None:
    page.setFixedSize(420, 260)
    sheet = ConfirmSheet(WORDS, reasons=REASONS)
    sheet.open_over(page)
    assert page.rect().contains(sheet.panel.geometry())


def test_enter_ends_a_message(qtbot: QtBot, page: QWidget) -> None:
    sheet = MessageSheet("Nothing lost", "Plug the drive back in.")
    sheet.open_over(page)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_toast_takes_no_focus_and_acts_once(qtbot: QtBot, page: QWidget) -> None:
    name = page.findChild(TextField)
    assert name is not None
    name.focus_editor()
    host = ToastHost(page)
    voided: list[bool] = []
    host.show_toast("Line 0213 saved", action="Void", key="F9", on_action=lambda: voided.append(True))
    assert host.toast.isVisible() and name.edit.hasFocus()
    qtbot.mouseClick(host.toast.button, Qt.MouseButton.LeftButton)
    assert voided == [True] and not host.toast.isVisible() and name.edit.hasFocus()


def test_a_toast_stays_four_seconds_from_the_last_one(qtbot: QtBot, page: QWidget) -> None:
    host = ToastHost(page)
    host.show_toast("Line 0213 saved")
    host.show_toast("Line 0214 saved")
    assert host.remaining_ms() == pytest.approx(4000, abs=500)
    host.dismiss()
    assert not host.toast.isVisible() and host.remaining_ms() == 0


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_time_left_comes_from_the_time_taken() -> None:
    watch = Watch()
    left = TimeLeft(watch)
    watch.now += 0.5
    assert left.seconds(10, 100) is None
    watch.now += 9.5
    assert left.seconds(25, 100) == 30
    assert left.seconds(0, 100) is None
    assert left.seconds(100, 100) is None


def test_progress_says_how_long_and_stops_once(qtbot: QtBot, english: None, on_page: OnPage) -> None:
    watch = Watch()
    work = WorkProgress(clock=watch)
    on_page(work)
    work.start("Writing")
    watch.now += 10
    work.set_progress(10, 20)
    words = [label.text() for label in work.findChildren(QWidget) if hasattr(label, "text")]
    assert "10 / 20" in words and "About 10 s left" in words
    stops: list[bool] = []
    work.cancelled.connect(lambda: stops.append(True))
    button = work.findChild(Button)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stops == [True]
    work.finish("Written")
    assert not button.isVisible()


def test_percent_is_never_100_before_the_end() -> None:
    assert [percent_words(done, 1000) for done in (0, 425, 999, 1000)] == ["0 %", "42 %", "99 %", "100 %"]
    assert percent_words(0, 0) == ""


def test_steps_keep_their_state_when_their_words_change(qtbot: QtBot) -> None:
    steps = StepsList()
    qtbot.addWidget(steps)
    steps.set_steps(["Write", "Read back"])
    steps.set_step(0, StepState.DONE, "37 lines", "08:43:02")
    steps.set_steps(["写入", "读回核对"])
    first, second = steps.steps()
    assert (first.words, first.state, first.note) == ("写入", StepState.DONE, "37 lines")
    assert second.state is StepState.WAITING
    assert steps.accessibleName() == "1 / 2"


@pytest.mark.parametrize(("seconds", "words"), [(600, "10:00"), (432, "07:12"), (0, "00:00"), (-5, "00:00")])
def test_a_countdown_reads_minutes_and_seconds(seconds: int, words: str) -> None:
    assert clock_words(seconds) == words


def test_a_sheet_makes_room_for_what_is_shown_in_it_later(qtbot: QtBot, page: QWidget) -> None:
    sheet = Sheet("22 cards to a USB drive")
    late = Label("Which drive is it to be? " * 12, wrap=True)
    late.hide()
    sheet.body.addWidget(late)
    sheet.open_over(page)
    before = sheet.panel.height()
    late.show()
    qtbot.waitUntil(lambda: sheet.panel.height() >= before + late.heightForWidth(late.width()))
