"""Cameras: which there are, and their pictures one after another. The real one is `qt_camera`, tests play a script.

source = system_camera()
source.frame_came.connect(reader.offer); source.troubled.connect(say)
source.hold(panel); ...; source.release(panel)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage


class Trouble(StrEnum):
    """Why there is no picture."""

    NO_SUPPORT = "no_support"
    """The libraries for cameras are missing on this machine."""
    NO_CAMERA = "no_camera"
    """None is plugged in."""
    UNPLUGGED = "unplugged"
    """It was pulled out while it was in use."""
    FAILED = "failed"
    """It is there but does not start: mostly another program has it."""
    SILENT = "silent"
    """It started and sends nothing."""
    DENIED = "denied"
    """The system does not let the program use it."""


@dataclass(frozen=True)
class CameraInfo:
    """A camera: `key` finds it again next time, `name` is what its maker calls it."""

    key: str
    name: str


@dataclass(frozen=True)
class Frame:
    """One picture. `at`: seconds of a clock that only grows; `image` turns it into a QImage, on any thread."""

    at: float
    image: Callable[[], QImage]


class FrameSource(QObject):
    """Pictures of one camera for whoever holds it; it runs only while somebody does, and no picture is kept here.

    Signals, all on the GUI thread: `frame_came(Frame)`; `cameras_changed()`; `troubled(Trouble | None)`, None when
    it goes on after all."""

    frame_came = Signal(object)
    cameras_changed = Signal()
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holders: list[object] = []
        self._chosen = ""
        self._trouble: Trouble | None = None

    # For pages

    @property
    def trouble(self) -> Trouble | None:
        """Why there is no picture; None while all is well or nobody has asked for one."""
        return self._trouble

    @property
    def chosen(self) -> str:
        """The key of the camera that is wanted, empty for the system's own choice."""
        return self._chosen

    def cameras(self) -> Sequence[CameraInfo]:
        """The cameras that are plugged in, the system's first choice first."""
        raise NotImplementedError

    def choose(self, key: str) -> None:
        """Takes another camera; one that is not there is waited for, and the system's choice serves meanwhile."""
        if key != self._chosen:
            self._chosen = key
            if self.held:
                self.retry()

    def hold(self, holder: object) -> None:
        """Starts the camera unless somebody holds it already."""
        first = not self._holders
        if holder not in self._holders:
            self._holders.append(holder)
        if first:
            self._set_trouble(None)
            self._start()

    def release(self, holder: object) -> None:
        """Lets the camera go; after the last one it stops and its lamp goes out."""
        if holder in self._holders:
            self._holders.remove(holder)
            if not self._holders:
                self._stop()
                self._trouble = None

    @property
    def held(self) -> bool:
        """Whether somebody wants pictures."""
        return bool(self._holders)

    def retry(self) -> None:
        """Starts again, after what troubled it was put right."""
        if self.held:
            self._stop()
            self._set_trouble(None)
            self._start()

    # For cameras

    def _start(self) -> None:
        """Starts the chosen camera, or says the trouble."""
        raise NotImplementedError

    def _stop(self) -> None:
        """Stops it, whether it runs or not."""
        raise NotImplementedError

    def _wanted(self) -> CameraInfo | None:
        """The chosen camera, or the system's choice where it is not there."""
        there = self.cameras()
        return next((camera for camera in there if camera.key == self._chosen), there[0] if there else None)

    def _set_trouble(self, trouble: Trouble | None) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            self.troubled.emit(trouble)


def system_camera(parent: QObject | None = None) -> FrameSource:
    """The cameras of this machine. Nothing is loaded before somebody holds it."""
    from desktop.devices.qt_camera import QtCamera

    return QtCamera(parent)
