"""Cards shown to a camera: scripted stories through the real panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.devices.camera import Trouble
from desktop.language import install_language
from desktop.views.camera.choice import load_choice
from desktop.views.camera.panel import CameraPanel
from desktop.views.camera.switch import CameraSwitch
from desktop.views.shell import Shell
from tests.desktop.camera.conftest import Shown
from tests.desktop.devices.scripted_camera import BUILT_IN, USB, ScriptedCamera
from tests.webcam import SMALL, beside, empty_scene, printed, webcam

CARD, OTHER = printed("home", 0), printed("home", 1)
SHARP, OTHER_SHARP = webcam(CARD, 4, 5, size=SMALL), webcam(OTHER, 4, 5, size=SMALL)
BLURRED = SHARP.scaled(80, 60).scaled(*SMALL)
NOBODY = empty_scene(1, SMALL)
DISTRICT = printed("district", 1)


@pytest.fixture
def scans(panel: CameraPanel) -> list[str]:
    heard: list[str] = []
    panel.scanned.connect(heard.append)
    return heard


def test_blurred_then_sharp_is_one_scan(show: Shown, panel: CameraPanel, scans: list[str]) -> None:
    show(NOBODY, 0.0)
    assert panel.said() == "Hold the card's code up to the camera"
    show(BLURRED, 0.1)
    assert scans == []
    show(SHARP, 0.2)
    show(SHARP, 0.3)
    assert scans == [CARD.digits]
    assert panel.said() == "Read: M-0312-000123"


def test_the_same_card_again_is_ignored_for_five_seconds(
    show: Shown, panel: CameraPanel, scans: list[str]
) -> None:
    for image, at in ((SHARP, 0.0), (NOBODY, 1.0), (SHARP, 3.0), (NOBODY, 4.0), (SHARP, 4.9)):
        show(image, at)
    assert scans == [CARD.digits]
    assert panel.said() == "Already read. Take the card away"
    show(NOBODY, 5.5)
    show(SHARP, 6.5)
    assert scans == [CARD.digits, CARD.digits]


def test_the_next_card_counts_at_once(show: Shown, scans: list[str]) -> None:
    show(SHARP, 0.0)
    show(OTHER_SHARP, 0.5)
    assert scans == [CARD.digits, OTHER.digits]


def test_of_two_cards_in_view_none_is_guessed(show: Shown, panel: CameraPanel, scans: list[str]) -> None:
    show(beside(webcam(CARD, 3, 1), webcam(OTHER, 3, 2)), 0.0)
    assert scans == [] and panel.said() == "One card at a time"
    assert len(panel.view.outlines()) == 2
    show(OTHER_SHARP, 0.5)
    assert scans == [OTHER.digits]


def test_a_district_card_reads_as_well(show: Shown, panel: CameraPanel, scans: list[str]) -> None:
    show(webcam(DISTRICT, 5, 3), 0.0)
    assert scans == [DISTRICT.digits]
    assert panel.said().startswith("Read: ")


def test_a_code_that_is_too_far_away_is_asked_closer(
    show: Shown, panel: CameraPanel, scans: list[str]
) -> None:
    """Some pictures in which the code is seen but too small to be read."""
    said = set()
    for seed in range(12):
        show(webcam(DISTRICT, 2.5, seed, size=SMALL), seed * 0.1)
        said.add(panel.said())
    assert "A little closer" in said


def test_a_closed_lens_cover_is_told(show: Shown, panel: CameraPanel) -> None:
    black = QImage(*SMALL, QImage.Format.Format_RGB32)
    black.fill(0)
    show(black, 0.0)
    assert panel.said() == "The picture is black. Open the lens cover"


def test_the_code_is_outlined_where_it_is(show: Shown, panel: CameraPanel) -> None:
    show(SHARP, 0.0)
    (outline,) = panel.view.outlines()
    assert outline.counts
    assert all(0.2 < x < 0.9 and 0.2 < y < 0.9 for x, y in outline.corners)
    show(NOBODY, 0.1)
    assert panel.view.outlines() == ()


def test_the_picture_is_no_larger_than_it_is_shown(show: Shown, panel: CameraPanel) -> None:
    show(SHARP, 0.0)
    assert panel.view.picture().width() == round(panel.view.width() * panel.devicePixelRatioF())


def test_no_camera(qtbot: QtBot, shell: Shell) -> None:
    source = ScriptedCamera()
    panel = CameraPanel(source)
    shell.open_side(panel)
    qtbot.waitUntil(lambda: source.trouble is Trouble.NO_CAMERA)
    assert panel.said() == "No camera found. Plug one in and it starts"
    assert not panel.retry_button.isVisible()
    source.plug(USB)
    with qtbot.waitSignal(panel.scanned, timeout=10_000) as scanned:
        source.show(SHARP, 0.0)
    assert scanned.args == [CARD.digits]
    shell.close_side()
    qtbot.waitUntil(lambda: source.running is None)


def test_a_camera_that_is_pulled_out_goes_on_when_it_is_back(
    show: Shown, panel: CameraPanel, source: ScriptedCamera, scans: list[str]
) -> None:
    show(NOBODY, 0.0)
    source.unplug(BUILT_IN)
    assert panel.said() == "The camera was pulled out. Plug it back in and it goes on"
    assert panel.view.picture().isNull()
    source.plug(BUILT_IN)
    show(SHARP, 3.0)
    assert scans == [CARD.digits]


def test_a_camera_in_use_elsewhere_can_be_tried_again(qtbot: QtBot, shell: Shell) -> None:
    source = ScriptedCamera(BUILT_IN, refusal=Trouble.FAILED)
    panel = CameraPanel(source)
    shell.open_side(panel)
    qtbot.waitUntil(lambda: source.trouble is Trouble.FAILED)
    assert panel.said() == "The camera does not start. Close other programs that use it, then try again"
    source.refusal = None
    qtbot.mouseClick(panel.retry_button, Qt.MouseButton.LeftButton)
    assert source.running == BUILT_IN and panel.said() == "Starting the camera"
    assert not panel.retry_button.isVisible()
    shell.close_side()
    qtbot.waitUntil(lambda: source.running is None)


# Its place in the window


def test_the_lamp_goes_out_with_the_panel_and_no_picture_stays(
    qtbot: QtBot, show: Shown, shell: Shell, panel: CameraPanel, source: ScriptedCamera, scans: list[str]
) -> None:
    show(SHARP, 0.0)
    shell.close_side()
    qtbot.waitUntil(lambda: source.running is None)
    assert panel.view.picture().isNull() and panel.view.outlines() == ()
    shell.open_side(panel)
    qtbot.waitUntil(lambda: source.running is not None)
    show(SHARP, 1.0)
    assert scans == [CARD.digits, CARD.digits]


def test_a_panel_that_is_deleted_lets_the_camera_go(
    qtbot: QtBot, shell: Shell, source: ScriptedCamera
) -> None:
    panel = CameraPanel(source)
    shell.open_side(panel)
    qtbot.waitUntil(lambda: source.running is not None)
    source.show(SHARP, 0.0)
    shell.close_side()
    delete(panel)
    assert source.running is None


def test_a_change_of_page_leaves_the_camera_running(
    qtbot: QtBot, show: Shown, shell: Shell, panel: CameraPanel, source: ScriptedCamera
) -> None:
    shell.show_page("passes")
    qtbot.wait(0)
    assert shell.side() is panel and source.running == BUILT_IN and source.starts == 1


def test_a_narrow_window_has_a_narrower_panel(shell: Shell, panel: CameraPanel) -> None:
    assert (shell.width(), panel.width()) == (1093, 326)
    shell.resize(1366, 697)
    assert panel.width() == panel.sizeHint().width() == 400


def test_f4_opens_and_closes_it_and_so_do_the_cross_and_the_second_key(
    qtbot: QtBot, shell: Shell, source: ScriptedCamera
) -> None:
    heard: list[str] = []
    switch = CameraSwitch(shell, heard.append, source)
    qtbot.keyClick(shell, Qt.Key.Key_F4)
    panel = switch.panel
    assert shell.side() is panel
    qtbot.waitUntil(lambda: source.running is not None)
    with qtbot.waitSignal(panel.scanned, timeout=10_000):
        source.show(SHARP, 0.0)
    assert heard == [CARD.digits]
    qtbot.keyClick(shell, Qt.Key.Key_F4)
    assert shell.side() is None
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.side() is panel
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert shell.side() is None
    qtbot.wait(0)


def test_a_page_may_take_the_key_for_itself(qtbot: QtBot, shell: Shell, source: ScriptedCamera) -> None:
    switch = CameraSwitch(shell, print, source)
    page = shell.widget_of("passes")
    taken: list[bool] = []

    def camera_asked() -> bool:
        taken.append(True)
        return True

    page.camera_asked = camera_asked  # type: ignore[attr-defined]
    shell.show_page("passes")
    switch.toggle()
    assert taken == [True] and shell.side() is None


def test_opening_and_working_it_leaves_the_keyboard_where_it_was(
    qtbot: QtBot, shell: Shell, source: ScriptedCamera
) -> None:
    temperature = QLineEdit(shell.widget_of("gate"))
    temperature.show()
    temperature.setFocus()
    switch = CameraSwitch(shell, print, source)
    switch.toggle()
    panel = switch.panel
    qtbot.waitUntil(lambda: source.running is not None)
    with qtbot.waitSignal(panel.scanned, timeout=10_000):
        source.show(SHARP, 0.0)
    qtbot.mouseClick(
        panel.chooser.mirrored, Qt.MouseButton.LeftButton, pos=panel.chooser.mirrored.rect().center()
    )
    assert QApplication.focusWidget() is temperature
    shell.close_side()
    qtbot.waitUntil(lambda: source.running is None)


# What is chosen


def test_the_choice_of_camera_and_mirror_is_there_next_time(
    qtbot: QtBot, shell: Shell, panel: CameraPanel, source: ScriptedCamera
) -> None:
    assert panel.chooser.cameras.isVisible() and panel.chooser.mirrored.isChecked()
    panel.chooser.cameras.box.setCurrentIndex(1)
    panel.chooser.cameras.box.activated.emit(1)
    panel.chooser.mirrored.setChecked(False)
    assert source.running == USB
    assert (load_choice().key, load_choice().mirrored) == (USB.key, False)
    shell.close_side()
    qtbot.waitUntil(lambda: source.running is None)
    again = ScriptedCamera(BUILT_IN, USB)
    later = CameraPanel(again)
    shell.open_side(later)
    qtbot.waitUntil(lambda: again.running is not None)
    assert again.running == USB and not later.chooser.mirrored.isChecked()
    shell.close_side()
    qtbot.waitUntil(lambda: again.running is None)


def test_a_mirrored_picture_is_drawn_mirrored(qtbot: QtBot, show: Shown, panel: CameraPanel) -> None:
    halves = QImage(*SMALL, QImage.Format.Format_RGB32)
    halves.fill(0xFFFFFF)
    for x in range(SMALL[0] // 2):
        for y in range(200, 280):
            halves.setPixel(x, y, 0xFF000000)
    show(halves, 0.0)
    spot = panel.view.picture_rect()
    left = (round(spot.x() + spot.width() / 4), round(spot.center().y()))
    assert panel.view.grab().toImage().pixelColor(*left).lightness() > 200
    panel.chooser.mirrored.setChecked(False)
    assert panel.view.grab().toImage().pixelColor(*left).lightness() < 60


def test_one_camera_needs_no_choice(qtbot: QtBot, shell: Shell) -> None:
    source = ScriptedCamera(BUILT_IN)
    panel = CameraPanel(source)
    shell.open_side(panel)
    qtbot.waitUntil(lambda: source.running is not None)
    assert not panel.chooser.cameras.isVisible()
    shell.close_side()
    qtbot.waitUntil(lambda: source.running is None)


def test_the_words_follow_the_language(qtbot: QtBot, panel: CameraPanel) -> None:
    install_language("zh")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.said() == "正在打开摄像头"
    assert panel.retry_button.text() == "再试一次"
    install_language("en")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.said() == "Starting the camera"
