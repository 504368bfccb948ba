"""Looks for codes in a camera's pictures beside the GUI thread: one worker, the newest picture, never a queue.

Nothing of a picture is kept once it was looked at, and nothing is written anywhere.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from desktop.devices.camera import Frame, FrameSource
from desktop.devices.code_reading import FIRST, MILD, STEPS, STRONG, FoundCode, Step, find_codes

SLOW_SECONDS = 0.060
"""What a look with all steps may cost; a slower machine takes the dear ones in turns."""
_DARK = 14
"""Mean light (of 255) of a picture taken through a closed lens cover."""


@dataclass(frozen=True)
class Look:
    """What one picture showed. `at`: its time; `width` and `height` in the pixels that the corners of `codes` are
    in; `dark`: nothing but black."""

    at: float
    width: int
    height: int
    codes: tuple[FoundCode, ...] = ()
    dark: bool = False


class Pace:
    """Which steps the next picture gets, so that a camera that is on all day leaves the machine room for the rest:
    the quick step always, the dear ones for half of the time at most."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._rest_until = float("-inf")
        self._slow = False
        self._turn = 0

    def steps(self) -> Sequence[Step]:
        """The steps for a picture that is looked at now."""
        if self._clock() < self._rest_until:
            return (FIRST,)
        if not self._slow:
            return STEPS
        self._turn += 1
        return (FIRST, (MILD, STRONG)[self._turn % 2])

    def took(self, steps: Sequence[Step], seconds: float) -> None:
        """A look with `steps` found nothing and cost `seconds`."""
        if len(steps) > 1:
            self._rest_until = self._clock() + seconds
        if len(steps) == len(STEPS):
            self._slow = seconds > SLOW_SECONDS


class FrameReader(QObject):
    """Takes pictures by `offer` and tells by signals, on the GUI thread, what they show.

    `pictured(QImage)` comes first, a picture no wider than `preview_width` (0: as it is); then `looked(Look)`,
    where `reads` is set. After `stop` nothing more comes of what was offered before."""

    pictured = Signal(object)
    looked = Signal(object)
    _told = Signal(object)

    def __init__(self, *, reads: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preview_width = 0
        self._reads = reads
        self._pace = Pace()
        self._lock = threading.Lock()
        self._newest: Frame | None = None
        self._working = False
        self._run = 0
        self._broken = False
        self._worker: ThreadPoolExecutor | None = None
        self._told.connect(self._deliver)

    def offer(self, frame: Frame) -> None:
        """The newest picture; one that still waits to be looked at is forgotten."""
        if self._broken:
            return
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="camera")
        with self._lock:
            self._newest = frame
            if self._working:
                return
            self._working = True
        self._worker.submit(self._work, self._run)

    def stop(self) -> None:
        """Forgets what waits and ends the worker; waits for one step at the most."""
        with self._lock:
            self._newest = None
            self._run += 1
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None
        self._working = self._broken = False

    # On the worker

    def _work(self, run: int) -> None:
        try:
            while (frame := self._take(run)) is not None:
                self._look_at(frame, run)
        except BaseException as error:
            self._told.emit((run, error))

    def _take(self, run: int) -> Frame | None:
        with self._lock:
            frame, self._newest = self._newest, None
            if frame is None or run != self._run:
                self._working = False
                return None
            return frame

    def _look_at(self, frame: Frame, run: int) -> None:
        image = frame.image()
        if image.isNull():
            return
        self._told.emit((run, self._preview(image)))
        if not self._reads:
            return
        steps = self._pace.steps()
        start = time.perf_counter()
        codes = find_codes(image, steps, lambda: run == self._run)
        if not any(code.text for code in codes):
            self._pace.took(steps, time.perf_counter() - start)
        self._told.emit((run, Look(frame.at, image.width(), image.height(), tuple(codes), is_dark(image))))

    def _preview(self, image: QImage) -> QImage:
        if not 0 < self.preview_width < image.width():
            return image
        size = QSize(self.preview_width, self.preview_width * image.height() // image.width())
        return image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    # On the GUI thread

    @Slot(object)
    def _deliver(self, told: tuple[int, object]) -> None:
        run, what = told
        if run != self._run:
            return
        if isinstance(what, BaseException):
            # A bug: it ends up where every bug does, once and not with every picture.
            self._broken = True
            raise what
        (self.looked if isinstance(what, Look) else self.pictured).emit(what)


def let_go(source: FrameSource, holder: object, reader: FrameReader) -> None:
    """Ends looking and lets the camera go; also what is left to do when a page is deleted while it looks."""
    reader.stop()
    if isValid(source):
        source.release(holder)


def is_dark(image: QImage) -> bool:
    """Whether a picture is nothing but black, judged by a few of its points."""
    across, down = 16, 9
    light = [
        image.pixelColor(
            (2 * x + 1) * image.width() // (2 * across), (2 * y + 1) * image.height() // (2 * down)
        )
        for x in range(across)
        for y in range(down)
    ]
    return sum(point.lightness() for point in light) < _DARK * len(light)
