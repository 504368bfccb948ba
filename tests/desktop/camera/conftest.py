"""A camera that plays a story, and a window to open it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.preferences import preferences_file
from desktop.views.camera.panel import CameraPanel
from desktop.views.shell import Page, Shell
from tests.desktop.devices.scripted_camera import BUILT_IN, USB, ScriptedCamera

Shown = Callable[[QImage, float], None]


@pytest.fixture(autouse=True)
def _english_and_forgetful(qapp: QApplication) -> Iterator[None]:
    install_language("en")
    apply_theme(qapp, Theme())
    yield
    preferences_file().with_name("camera.json").unlink(missing_ok=True)
    install_language("en")


@pytest.fixture
def source(qapp: QApplication) -> ScriptedCamera:
    return ScriptedCamera(BUILT_IN, USB)


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    window = Shell([Page(key, "gate", partial(str, key), QWidget()) for key in ("gate", "passes")])
    window.resize(1093, 558)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    yield window
    window.close_side()
    qtbot.wait(0)


@pytest.fixture
def panel(qtbot: QtBot, shell: Shell, source: ScriptedCamera) -> Iterator[CameraPanel]:
    """The panel, open beside a page, with its camera running if there is one."""
    made = CameraPanel(source)
    shell.open_side(made)
    qtbot.waitUntil(lambda: source.held)
    yield made
    shell.close_side()
    qtbot.waitUntil(lambda: not source.held)
    made.deleteLater()


@pytest.fixture
def show(qtbot: QtBot, panel: CameraPanel, source: ScriptedCamera) -> Shown:
    """Shows the camera a picture at a time, and waits until it was looked at."""

    def shown(image: QImage, at: float) -> None:
        with qtbot.waitSignal(panel.reader.looked, timeout=10_000):
            source.show(image, at)

    return shown
