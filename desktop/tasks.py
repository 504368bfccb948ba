"""Background work. Nothing on the GUI thread waits for disk.

Two threads: the *register* thread does every write and every short read, one after another, so that what a
person does takes effect in its order; the *long* thread does what takes seconds and only reads the register
(exports, card sheets, lists), so that a scan never waits behind it. Results come back on the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from db.errors import GatebookError, Refusal, RefusalCode
from desktop.changes import Change, Changes, Done
from desktop.crash import describe

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Progress(QObject):
    """How far long work has come, and the wish to cancel it.

    `moved(done, total)` is emitted on the GUI thread, at most once in a hundredth of the work; `told(object)`
    carries whatever else the work has to say (a step, a file)."""

    moved = Signal(int, int)
    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._last = -1

    def cancel(self) -> None:
        """Asks the work to stop at its next safe point."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether someone asked the work to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """Called by the work. Raises `Refusal` (`CANCELLED`) where it was asked to stop."""
        if self.cancelled:
            raise Refusal(RefusalCode.CANCELLED)
        hundredth = done * 100 // max(total, 1)
        if hundredth != self._last:
            self._last = hundredth
            self.moved.emit(done, total)


def at_once(work: Callable[[], T]) -> T:
    """How long work makes its short writes where there is only one thread; `Tasks.and_wait` where there are two."""
    return work()


class Tasks(QObject):
    """Runs work in the background and brings its result back.

    `failed(GatebookError)` is emitted for refusals and faults that no caller handles; `crashed(object)` with the
    exception for bugs, after they were logged."""

    failed = Signal(object)
    crashed = Signal(object)
    _finished = Signal(object)

    def __init__(self, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._register_thread = ThreadPoolExecutor(1, thread_name_prefix="register")
        self._long_thread = ThreadPoolExecutor(1, thread_name_prefix="long")
        self._waiting = 0
        self._closed = False
        self._finished.connect(self._deliver)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._waiting == 0

    def run(
        self,
        work: Callable[[], T | Done[T]],
        done: Callable[[T], None] | None = None,
        failed: Callable[[GatebookError], None] | None = None,
    ) -> None:
        """Runs `work` on the register thread, after all that was asked before. `done` gets its value on the GUI
        thread; a `Done` tells the views what changed first. `failed` gets a refusal or fault."""
        self._submit(self._register_thread, work, done, failed)

    def run_long(
        self,
        work: Callable[[], T | Done[T]],
        done: Callable[[T], None] | None = None,
        failed: Callable[[GatebookError], None] | None = None,
    ) -> None:
        """The same on the thread for long work, which may only read the register."""
        self._submit(self._long_thread, work, done, failed)

    def and_wait(self, work: Callable[[], T]) -> T:
        """Runs `work` on the register thread from the long thread, and waits: how long work writes a part of what
        it does. Never call it on the GUI thread."""
        return self._register_thread.submit(work).result()

    def close(self) -> None:
        """Waits for what is under way, then stops; long work that had not begun is left. What was acknowledged is on
        disk. Nobody is told any more, and whoever asks for more is not heard: the pages are going too."""
        self._closed = True
        self._long_thread.shutdown(wait=True, cancel_futures=True)
        self._register_thread.shutdown(wait=True)
        self._waiting = 0

    def _submit(
        self,
        thread: ThreadPoolExecutor,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[GatebookError], None] | None,
    ) -> None:
        if self._closed:
            return
        self._waiting += 1

        def job() -> None:
            try:
                result, error = work(), None
            except BaseException as raised:
                result, error = None, raised
            self._finished.emit((result, error, done, failed))

        thread.submit(job)

    @Slot(object)
    def _deliver(self, outcome: tuple[Any, BaseException | None, Any, Any]) -> None:
        if self._closed:
            return
        result, error, done, failed = outcome
        self._waiting -= 1
        if error is None:
            if isinstance(result, Done):
                if result.change != Change():
                    self._changes.changed.emit(result.change)
                result = result.value
            if done is not None and not _gone(done):
                done(result)
        elif isinstance(error, GatebookError):
            if failed is None or _gone(failed):
                self.failed.emit(error)
            else:
                failed(error)
        else:
            # Without its message: that may hold names and numbers of people.
            _log.error("bug in background work\n%s", describe(type(error), error, error.__traceback__))
            self.crashed.emit(error)


def _gone(callback: Callable[..., None]) -> bool:
    """Whether the page that asked was closed meanwhile."""
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
