"""The camera beside a page, and the sheet that takes a holder's photo."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRadialGradient
from PySide6.QtWidgets import QApplication, QWidget

from desktop.devices.camera import CameraInfo, Trouble
from desktop.kit.cards import EmptyState
from desktop.kit.layouts import column
from desktop.views.camera.panel import CameraPanel
from desktop.views.camera.photo_sheet import PhotoSheet
from desktop.views.shell import Page, Shell
from tests.desktop.devices.scripted_camera import BUILT_IN, USB, ScriptedCamera
from tests.pictures.registry import Scene, picture
from tests.webcam import LARGE, beside, printed, webcam

PATIENCE_SECONDS = 20.0


def until(true: Callable[[], bool]) -> None:
    """Lets the program work until something is true."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not true():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


def _window(scene: Scene, source: ScriptedCamera) -> tuple[Shell, CameraPanel]:
    page = QWidget()
    empty = EmptyState("scan")
    empty.set_words(
        scene.say("等下一张证", "Waiting for the next pass"),
        scene.say("把证放到扫码枪下面", "Hold it under the scanner"),
    )
    column(empty, margins=16, parent=page)
    shell = Shell([Page("gate", "gate", lambda: scene.say("门岗", "Gate"), page)])
    panel = CameraPanel(source)
    shell.open_side(panel)
    source.setParent(shell)
    return shell, panel


def _with_camera(scene: Scene, *there: CameraInfo, refusal: Trouble | None = None) -> Shell:
    return _window(scene, ScriptedCamera(*there, refusal=refusal))[0]


def _panel(window: QWidget) -> CameraPanel:
    panel = window.findChild(CameraPanel)
    assert panel is not None
    return panel


def _show(window: QWidget, *images: QImage) -> None:
    panel, source = _panel(window), window.findChild(ScriptedCamera)
    assert source is not None
    until(lambda: source.running is not None)
    looks: list[object] = []
    panel.reader.looked.connect(looks.append)
    for image in images:
        looks.clear()
        source.show(image, 1.0)
        until(lambda: bool(looks))


def _read(scene: Scene, window: QWidget) -> None:
    _show(window, webcam(printed("home", 2), 5, 3))


@picture("camera-read", after=_read)
def camera_read(scene: Scene) -> QWidget:
    return _with_camera(scene, BUILT_IN, USB)


def _two(scene: Scene, window: QWidget) -> None:
    _show(window, beside(webcam(printed("home", 1), 4, 1), webcam(printed("home", 2), 4, 2)))


@picture("camera-two-cards", after=_two)
def camera_two_cards(scene: Scene) -> QWidget:
    return _with_camera(scene, BUILT_IN)


def _far(scene: Scene, window: QWidget) -> None:
    # The first of some pictures in which the code is seen and cannot be read.
    panel = _panel(window)
    for seed in range(20):
        _show(window, webcam(printed("district", 1), 2.5, seed))
        if panel.view.outlines() and not panel.view.outlines()[0].counts:
            return


@picture("camera-too-far", after=_far)
def camera_too_far(scene: Scene) -> QWidget:
    return _with_camera(scene, BUILT_IN)


@picture("camera-none")
def camera_none(scene: Scene) -> QWidget:
    return _with_camera(scene)


@picture("camera-in-use")
def camera_in_use(scene: Scene) -> QWidget:
    return _with_camera(scene, BUILT_IN, refusal=Trouble.FAILED)


@picture("camera-no-support")
def camera_no_support(scene: Scene) -> QWidget:
    return _with_camera(scene, refusal=Trouble.NO_SUPPORT)


# Photo


def person() -> QImage:
    """Somebody in front of a wall, as a webcam sees them."""
    image = QImage(*LARGE, QImage.Format.Format_RGB32)
    image.fill(QColor("#C9CFD4"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(0, 0, 330, 720, QColor("#8A7A66"))
    painter.fillRect(60, 80, 200, 520, QColor("#A8957C"))
    coat = QPainterPath()
    coat.addRoundedRect(QRectF(400, 520, 500, 400), 150, 150)
    painter.setBrush(QColor("#31465E"))
    painter.drawPath(coat)
    painter.setBrush(QColor("#D9A988"))
    painter.drawRoundedRect(QRectF(592, 430, 116, 150), 40, 40)
    light = QRadialGradient(QPointF(620, 260), 260)
    light.setColorAt(0, QColor("#F2CBAE"))
    light.setColorAt(1, QColor("#CF9C7B"))
    painter.setBrush(QColor("#241C18"))
    painter.drawEllipse(QPointF(650, 265), 152, 190)
    painter.setBrush(light)
    painter.drawEllipse(QPointF(650, 310), 122, 165)
    painter.setBrush(QColor("#241C18"))
    for x in (605, 695):
        painter.drawEllipse(QPointF(x, 290), 13, 8)
    painter.drawRoundedRect(QRectF(615, 398, 70, 9), 4, 4)
    painter.end()
    return image


def _sheet(window: QWidget) -> PhotoSheet:
    source = window.findChild(ScriptedCamera)
    assert source is not None
    sheet = PhotoSheet(source)
    sheet.open_over(window)
    return sheet


def _live(scene: Scene, window: QWidget) -> None:
    sheet, source = _sheet(window), window.findChild(ScriptedCamera)
    assert source is not None
    source.show(person(), 1.0)
    until(lambda: not sheet.view.picture().isNull())


@picture("camera-photo", after=_live)
def camera_photo(scene: Scene) -> QWidget:
    return _plain(scene, BUILT_IN)


def _taken(scene: Scene, window: QWidget) -> None:
    _live(scene, window)
    sheet = window.findChild(PhotoSheet)
    assert sheet is not None
    sheet.take()


@picture("camera-photo-taken", after=_taken)
def camera_photo_taken(scene: Scene) -> QWidget:
    return _plain(scene, BUILT_IN, USB)


def _plain(scene: Scene, *there: CameraInfo) -> Shell:
    window = _with_camera(scene, *there)
    window.close_side()
    return window


def _no_camera(scene: Scene, window: QWidget) -> None:
    _sheet(window)


@picture("camera-photo-none", after=_no_camera)
def camera_photo_none(scene: Scene) -> QWidget:
    return _plain(scene)
