"""Work that keeps the register to itself for a while: the gate page is alive, what is scanned waits its turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from db.errors import GatebookError
from desktop.kit.progress import WorkProgress, percent_words
from desktop.session import Session
from desktop.tasks import Progress


class WaitingWork(WorkProgress):
    """The bar in a card. Signal `told(str)`: what the window's top says meanwhile, empty at the end."""

    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._said = ""
        self._progress: Progress | None = None
        self.cancelled.connect(self._stop_work)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self._progress is not None

    def begin(
        self,
        operation: Callable[..., Any],
        words: str,
        *,
        done: Callable[[Any], None],
        failed: Callable[[GatebookError], None],
        can_cancel: bool = False,
        then: str = "",
    ) -> None:
        """Runs `operation(register, progress, write)` on the thread for long work, after what it is doing, so that
        nobody of our own reads meanwhile; `write` runs a part of it where writing is done. Once the work tells anything
        through its progress, only reading is left, which keeps nobody waiting, and `then` is said."""
        progress = Progress(self)
        progress.moved.connect(self._move)
        progress.told.connect(lambda _what: self._only_read(then))
        self._progress, self._said = progress, words
        self.start(words, can_cancel=can_cancel)
        self.show()
        self.told.emit(words)
        self._session.do_long(
            operation,
            progress,
            self._session.tasks.and_wait,
            done=lambda value: self._end(done, value),
            failed=lambda error: self._end(failed, error),
        )

    def _move(self, done: int, total: int) -> None:
        # Of millions of bytes nobody wants to read more than hundredths.
        self.set_progress(done * 100 // max(total, 1), 100)
        self.told.emit(f"{self._said} {percent_words(done, total)}")

    def _only_read(self, words: str) -> None:
        self._said = words
        self.start(words, can_cancel=False)
        self.told.emit(words)

    def _stop_work(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _end(self, then: Callable[[Any], None], value: Any) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = None
        self.hide()
        self.told.emit("")
        then(value)
