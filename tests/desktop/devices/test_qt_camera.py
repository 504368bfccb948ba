"""The machine's cameras: what is chosen of what they offer, and that the program lives without any of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.devices.camera import Frame, FrameSource, Trouble, system_camera
from desktop.devices.qt_camera import PictureFormat, QtCamera, best_format
from tests.desktop.devices.played_media import Device, PlayedMedia
from tests.desktop.devices.scripted_camera import BUILT_IN, USB, ScriptedCamera

multimedia = pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[FrameSource]:
    source = system_camera()
    yield source
    for holder in (1, 2):
        source.release(holder)


def test_a_machine_without_camera_says_so_and_may_be_asked_again(camera: FrameSource) -> None:
    if camera.cameras():
        return
    told: list[Trouble | None] = []
    camera.troubled.connect(told.append)
    camera.hold(1)
    camera.retry()
    assert camera.trouble is Trouble.NO_CAMERA
    assert told == [Trouble.NO_CAMERA, None, Trouble.NO_CAMERA]
    camera.release(1)
    assert camera.trouble is None


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
@pytest.mark.parametrize(
    "pixels",
    [
        multimedia.QVideoFrameFormat.PixelFormat.Format_NV12,
        multimedia.QVideoFrameFormat.PixelFormat.Format_YUYV,
        multimedia.QVideoFrameFormat.PixelFormat.Format_YUV420P,
    ],
)
def test_pictures_of_a_camera_become_images(pixels: object) -> None:
    """As webcams send them: the left half dark, the right half light."""
    frame = multimedia.QVideoFrame(multimedia.QVideoFrameFormat(QSize(64, 32), pixels))
    assert frame.map(multimedia.QVideoFrame.MapMode.WriteOnly)
    packed = pixels == multimedia.QVideoFrameFormat.PixelFormat.Format_YUYV
    for plane in range(frame.planeCount()):
        bits, stride = frame.bits(plane), frame.bytesPerLine(plane)
        for offset in range(len(bits)):
            column = offset % stride
            is_light = (plane == 0 and not packed) or (packed and column % 2 == 0)
            bits[offset] = (30 if column < stride / 2 else 220) if is_light else 128
    frame.unmap()
    image = Frame(0.0, frame.toImage).image()
    assert (image.width(), image.height()) == (64, 32)
    assert image.pixelColor(8, 16).lightness() < 60 < 190 < image.pixelColor(56, 16).lightness()


BUILT = (640, 480, 30.0), (1280, 720, 30.0)


@pytest.fixture
def media() -> PlayedMedia:
    return PlayedMedia(Device("stick", (640, 480, 30.0)), Device("built-in", *BUILT, default=True))


@pytest.fixture
def played(qapp: QApplication, media: PlayedMedia) -> Iterator[QtCamera]:
    source = QtCamera(media=media)
    yield source
    source.release(1)


def test_the_systems_own_choice_runs_in_the_best_format(media: PlayedMedia, played: QtCamera) -> None:
    played.hold(1)
    assert [camera.name for camera in played.cameras()] == ["Camera built-in", "Camera stick"]
    assert (media.cameras[-1].device.key, media.cameras[-1].format) == ("built-in", 1280)
    assert media.cameras[-1].active
    played.release(1)
    assert not media.cameras[-1].active


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_what_the_camera_sends_arrives_as_frames(qtbot: QtBot, media: PlayedMedia, played: QtCamera) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    played.hold(1)
    with qtbot.waitSignal(played.frame_came) as came:
        media.show(image)
    frame = came.args[0]
    assert frame.image().size() == image.size()
    assert frame.image().pixelColor(5, 5).name() == "#336699"
    assert played.trouble is None


def test_a_camera_that_another_program_has_is_told_and_taken_on_a_second_try(
    media: PlayedMedia, played: QtCamera
) -> None:
    media.there[1].busy = True
    played.hold(1)
    assert played.trouble is Trouble.FAILED and not media.cameras[-1].active
    media.there[1].busy = False
    played.retry()
    assert played.trouble is None and media.cameras[-1].active


@pytest.mark.parametrize("fails_first", [False, True])
def test_a_camera_that_is_pulled_out_goes_on_when_it_is_back(
    media: PlayedMedia, played: QtCamera, fails_first: bool
) -> None:
    built_in = media.there.pop()
    stick = media.there[0]
    played.hold(1)
    told: list[Trouble | None] = []
    played.troubled.connect(told.append)
    media.unplug(stick, fails_first)
    assert played.trouble is Trouble.UNPLUGGED
    media.plug(stick)
    assert played.trouble is None and media.cameras[-1].active
    assert told == [*([Trouble.FAILED] if fails_first else []), Trouble.UNPLUGGED, None]
    media.plug(built_in)
    assert media.cameras[-1].device is stick


def test_a_camera_that_is_plugged_in_late_starts_by_itself(media: PlayedMedia, played: QtCamera) -> None:
    later = media.there.pop()
    media.there.clear()
    played.hold(1)
    assert played.trouble is Trouble.NO_CAMERA
    media.plug(later)
    assert played.trouble is None and media.cameras[-1].active


def test_the_one_that_was_chosen_before_is_taken_as_soon_as_it_is_there(
    media: PlayedMedia, played: QtCamera
) -> None:
    stick = media.there.pop(0)
    played.choose("stick")
    played.hold(1)
    assert media.cameras[-1].device.key == "built-in"
    media.plug(stick)
    assert media.cameras[-1].device.key == "stick" and not media.cameras[-2].active


def test_a_camera_that_sends_nothing_is_noticed(qtbot: QtBot, played: QtCamera) -> None:
    played.hold(1)
    silence = played.findChild(QTimer)
    assert silence is not None and silence.isActive()
    silence.start(0)
    qtbot.waitUntil(lambda: played.trouble is Trouble.SILENT)


def test_the_format_is_smooth_first_and_then_large() -> None:
    offered = [
        PictureFormat(640, 480, 30),
        PictureFormat(1920, 1080, 30),
        PictureFormat(1280, 720, 5),
        PictureFormat(1280, 720, 30),
        PictureFormat(1280, 720, 10),
    ]
    assert best_format(offered) == 3


def test_an_old_camera_and_one_with_large_pictures_only_have_a_format_too() -> None:
    assert best_format([PictureFormat(320, 240, 30), PictureFormat(640, 480, 15)]) == 1
    assert best_format([PictureFormat(3840, 2160, 30), PictureFormat(1920, 1080, 30)]) == 1
    assert best_format([PictureFormat(1280, 720, 5), PictureFormat(640, 480, 7)]) == 0
    assert best_format([]) is None


def test_it_runs_while_somebody_holds_it_and_no_longer() -> None:
    source = ScriptedCamera(BUILT_IN)
    source.hold("panel")
    source.hold("sheet")
    source.release("panel")
    assert source.running == BUILT_IN and source.starts == 1
    source.release("sheet")
    assert source.running is None
    shown: list[Frame] = []
    source.frame_came.connect(shown.append)
    source.show(QImage(), 0.0)
    assert shown == []


def test_the_chosen_camera_is_taken_and_another_one_where_it_is_not_there() -> None:
    source = ScriptedCamera(BUILT_IN, USB)
    source.choose(USB.key)
    source.hold(1)
    assert source.running == USB
    source.choose("at home")
    assert source.running == BUILT_IN and source.chosen == "at home"


WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

class Missing(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.startswith(NAMES):
            raise ImportError("libpulse.so.0: cannot open shared object file: No such file or directory")

sys.meta_path.insert(0, Missing())
"""

PANEL = """
from PySide6.QtWidgets import QApplication
from desktop.devices.camera import system_camera
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.views.camera.panel import CameraPanel
from desktop.views.camera.photo_sheet import PhotoSheet
from desktop.views.shell import Page, Shell
from PySide6.QtWidgets import QWidget

app = QApplication([])
install_language("en")
apply_theme(app, Theme())
source = system_camera()
panel = CameraPanel(source)
shell = Shell([Page("gate", "gate", lambda: "Gate", QWidget())])
shell.resize(1093, 558)
shell.show()
shell.open_side(panel)
for _ in range(5):
    app.processEvents()
print(source.trouble, "|", panel.said())
sheet = PhotoSheet(source)
sheet.open_over(shell)
for _ in range(5):
    app.processEvents()
print(sheet.said())
sheet.close_sheet()
shell.close_side()
app.processEvents()
print(source.held)
"""


def run_without(*names: str) -> list[str]:
    """What the panel and the sheet say in a program that lacks some libraries."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"NAMES = {names!r}" + WITHOUT + PANEL],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, "Error" in done.stderr) == (0, False), done.stderr
    return done.stdout.splitlines()


PANEL_SAYS = "No camera support on this computer. Use the scanner, or type the number"


def test_without_qtmultimedia_the_page_says_so_in_one_sentence_and_all_else_works() -> None:
    assert run_without("PySide6.QtMultimedia", "PySide6.QtTextToSpeech") == [
        f"no_support | {PANEL_SAYS}",
        "No camera support on this computer. Choose a picture file",
        "False",
    ]


def test_without_the_reader_of_codes_only_reading_is_missing() -> None:
    panel, sheet, held = run_without("zxingcpp")
    assert panel == f"None | {PANEL_SAYS}"
    assert sheet != PANEL_SAYS and held == "False"
