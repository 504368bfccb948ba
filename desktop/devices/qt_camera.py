"""The machine's cameras through QtMultimedia, which is loaded when the first picture is wanted.

On Linux it needs libpulse even for a camera; without it, or without the whole library, the trouble is
`NO_SUPPORT` and nothing else of the program notices.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from desktop.devices.camera import CameraInfo, Frame, FrameSource, Trouble

_log = logging.getLogger(__name__)

SILENT_MS = 6_000
"""A USB camera sends its first picture within two seconds, one that wakes from sleep within five."""
MOST_WIDTH, MOST_HEIGHT = 1280, 960
"""Larger pictures cost more time than their codes are worth."""
SMOOTH_RATE = 10.0
"""Pictures a second below which a hand cannot follow."""


@dataclass(frozen=True)
class PictureFormat:
    """What a camera can send: size in pixels, most pictures a second."""

    width: int
    height: int
    rate: float


def best_format(offered: Iterable[PictureFormat]) -> int | None:
    """The place of the format that codes read best from: smooth, then as large as is quick to read, then as many
    pictures as there are up to 30. None where nothing is offered."""

    def worth(one: PictureFormat) -> tuple[bool, bool, int, float]:
        fits = one.width <= MOST_WIDTH and one.height <= MOST_HEIGHT
        size = one.width * one.height
        return one.rate >= SMOOTH_RATE, fits, size if fits else -size, min(one.rate, 30.0)

    there = list(offered)
    return max(range(len(there)), key=lambda place: worth(there[place])) if there else None


class QtCamera(FrameSource):
    """See `FrameSource`. A camera that is plugged in while it is wanted starts by itself. `media` stands for the
    module QtMultimedia."""

    def __init__(self, parent: QObject | None = None, media: Any = None) -> None:
        super().__init__(parent)
        self._media = media
        self._missing = False
        self._devices: Any = None
        self._camera: Any = None
        self._session: Any = None
        self._sink: Any = None
        self._running = self._last = ""
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENT_MS)
        self._silence.timeout.connect(lambda: self._set_trouble(Trouble.SILENT))

    def cameras(self) -> Sequence[CameraInfo]:
        if not self._load():
            return []
        inputs = [(_info(device), device.isDefault()) for device in self._devices.videoInputs()]
        return [info for info, _ in sorted(inputs, key=lambda item: not item[1])]

    def _load(self) -> bool:
        """Whether QtMultimedia is there."""
        if self._media is None and not self._missing:
            try:
                from PySide6 import QtMultimedia
            except ImportError as error:
                _log.info("no QtMultimedia: %s", error)
                self._missing = True
            else:
                self._media = QtMultimedia
        if self._media is None:
            return False
        if self._devices is None:
            self._devices = self._media.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._on_inputs_changed)
        return True

    # Starting and stopping

    def _start(self) -> None:
        if not self._load():
            self._set_trouble(Trouble.NO_SUPPORT)
        elif self._allowed():
            self._open()

    def _allowed(self) -> bool:
        """Whether the system lets us; where it has to ask the person first, the answer starts the camera."""
        from PySide6.QtCore import QCameraPermission

        application = QCoreApplication.instance()
        if application is None:
            return True
        status = application.checkPermission(QCameraPermission())
        if status == Qt.PermissionStatus.Undetermined:
            application.requestPermission(QCameraPermission(), self, self._on_answer)
        elif status == Qt.PermissionStatus.Denied:
            self._set_trouble(Trouble.DENIED)
        return status == Qt.PermissionStatus.Granted

    def _on_answer(self, permission: Any) -> None:
        if not self.held:
            return
        if permission.status() == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self._set_trouble(Trouble.DENIED)

    def _open(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._set_trouble(Trouble.NO_CAMERA)
            return
        media = self._media
        device = next(each for each in self._devices.videoInputs() if _info(each) == wanted)
        self._camera = media.QCamera(device, self)
        formats = device.videoFormats()
        best = best_format(
            PictureFormat(each.resolution().width(), each.resolution().height(), each.maxFrameRate())
            for each in formats
        )
        if best is not None:
            self._camera.setCameraFormat(formats[best])
        self._camera.errorOccurred.connect(self._on_error)
        self._sink = media.QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._session = media.QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._running = self._last = wanted.key
        self._silence.start()
        self._camera.start()
        # What fails while it is made has failed before anyone listened.
        if self._camera is not None and self._camera.error() != media.QCamera.Error.NoError:
            self._on_error(self._camera.error(), self._camera.errorString())

    def _stop(self) -> None:
        self._silence.stop()
        camera, session, sink = self._camera, self._session, self._sink
        self._camera = self._session = self._sink = None
        self._running = ""
        if camera is None:
            return
        sink.videoFrameChanged.disconnect(self._on_frame)
        camera.errorOccurred.disconnect(self._on_error)
        camera.stop()
        for each in (session, camera, sink):
            each.deleteLater()

    # What comes from it

    def _on_frame(self, frame: Any) -> None:
        if self._sink is None or not frame.isValid():
            return
        self._silence.stop()
        self._set_trouble(None)
        self.frame_came.emit(Frame(time.monotonic(), frame.toImage))

    def _on_error(self, error: Any, words: str) -> None:
        _log.info("camera: %s %s", error, words)
        # A camera that is pulled out fails first and is missing from the list only then.
        self._fail(Trouble.FAILED if self._still_there() else Trouble.UNPLUGGED)

    def _on_inputs_changed(self) -> None:
        self.cameras_changed.emit()
        if not self.held:
            return
        there = {camera.key for camera in self.cameras()}
        if self._last not in there and (self._running or self._trouble is Trouble.FAILED):
            self._fail(Trouble.UNPLUGGED)
        elif there and (not self._running or (self._running != self._chosen and self._chosen in there)):
            # The first one at all, the one that was missed, or the one that was wished for.
            self.retry()

    def _still_there(self) -> bool:
        return any(camera.key == self._last for camera in self.cameras())

    def _fail(self, trouble: Trouble) -> None:
        self._stop()
        self._set_trouble(trouble)


def _info(device: Any) -> CameraInfo:
    return CameraInfo(bytes(device.id()).decode("utf-8", "replace"), device.description())
