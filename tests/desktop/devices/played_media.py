"""QtMultimedia with cameras that are plugged in, pulled out and taken by other programs as a test says. What turns
their pictures into images is Qt's own."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QImage


class Format:
    """What a camera can send."""

    def __init__(self, width: int, height: int, rate: float) -> None:
        self._size, self._rate = QSize(width, height), rate

    def resolution(self) -> QSize:
        return self._size

    def maxFrameRate(self) -> float:
        return self._rate


class Device:
    """A camera as QMediaDevices lists it. `busy`: another program has it."""

    def __init__(self, key: str, *formats: tuple[int, int, float], default: bool = False) -> None:
        self.key, self.default, self.busy = key, default, False
        self._formats = formats

    def id(self) -> QByteArray:
        return QByteArray(self.key.encode())

    def description(self) -> str:
        return f"Camera {self.key}"

    def isDefault(self) -> bool:
        return self.default

    def videoFormats(self) -> list[Format]:
        return [Format(*each) for each in self._formats]


class PlayedMedia:
    """Stands for the module. `there` are the devices; `cameras` those that were opened, the newest last."""

    def __init__(self, *there: Device) -> None:
        from PySide6.QtMultimedia import QVideoSink

        media = self
        self.there = list(there)
        self.devices: Any = None
        self.cameras: list[Any] = []

        class Devices(QObject):
            videoInputsChanged = Signal()

            def __init__(self, parent: QObject) -> None:
                super().__init__(parent)
                media.devices = self

            def videoInputs(self) -> list[Device]:
                return media.there

        class Camera(QObject):
            errorOccurred = Signal(object, str)

            class Error(Enum):
                NoError = 0
                CameraError = 1

            def __init__(self, device: Device, parent: QObject) -> None:
                super().__init__(parent)
                self.device, self.format, self.active = device, 0, False
                media.cameras.append(self)

            def setCameraFormat(self, chosen: Format) -> None:
                self.format = chosen.resolution().width()

            def start(self) -> None:
                self.active = not self.device.busy

            def stop(self) -> None:
                self.active = False

            def error(self) -> Error:
                return self.Error.CameraError if self.device.busy else self.Error.NoError

            def errorString(self) -> str:
                return "in use" if self.device.busy else ""

        class Session(QObject):
            def setCamera(self, camera: Camera) -> None:
                self.camera = camera

            def setVideoSink(self, sink: QVideoSink) -> None:
                media.sink = sink

        self.QMediaDevices, self.QCamera = Devices, Camera
        self.QMediaCaptureSession, self.QVideoSink = Session, QVideoSink
        self.sink: QVideoSink | None = None

    def show(self, image: QImage) -> None:
        """The running camera sends a picture."""
        from PySide6.QtMultimedia import QVideoFrame

        assert self.sink is not None
        self.sink.setVideoFrame(QVideoFrame(image))

    def plug(self, device: Device) -> None:
        """A camera is plugged in."""
        self.there.append(device)
        self.devices.videoInputsChanged.emit()

    def unplug(self, device: Device, fails_first: bool = False) -> None:
        """A camera is pulled out; some fail before they are missing from the list."""
        camera = self.cameras[-1]
        if fails_first:
            camera.errorOccurred.emit(camera.Error.CameraError, "no such device")
        self.there.remove(device)
        self.devices.videoInputsChanged.emit()
