"""A camera that plays a story: pictures with their times, being pulled out, being held by another program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QImage

from desktop.devices.camera import CameraInfo, Frame, FrameSource, Trouble

BUILT_IN = CameraInfo("built-in", "Integrated Camera")
USB = CameraInfo("usb", "USB 2.0 PC Camera")


class ScriptedCamera(FrameSource):
    """`there` are the cameras that are plugged in, `refusal` is why none of them starts."""

    def __init__(self, *there: CameraInfo, refusal: Trouble | None = None) -> None:
        super().__init__()
        self.there = list(there)
        self.refusal = refusal
        self.running: CameraInfo | None = None
        self.starts = 0

    def cameras(self) -> Sequence[CameraInfo]:
        return list(self.there)

    def _start(self) -> None:
        self.starts += 1
        wanted = self._wanted()
        if self.refusal is not None or wanted is None:
            self._set_trouble(self.refusal or Trouble.NO_CAMERA)
        else:
            self.running = wanted

    def _stop(self) -> None:
        self.running = None

    def show(self, image: QImage, at: float) -> None:
        """The camera sees `image` at the time `at`, if it runs."""
        if self.running is not None:
            self._set_trouble(None)
            self.frame_came.emit(Frame(at, lambda: image))

    def plug(self, camera: CameraInfo) -> None:
        """A camera is plugged in."""
        self.there.append(camera)
        self.cameras_changed.emit()
        if self.running is None:
            self.retry()

    def unplug(self, camera: CameraInfo) -> None:
        """A camera is pulled out."""
        self.there.remove(camera)
        self.cameras_changed.emit()
        if self.running == camera:
            self._stop()
            self._set_trouble(Trouble.UNPLUGGED)
