"""Asking for what is typed faster than it is answered: only the newest question counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from db.errors import GatebookError
from desktop.session import Session


class Latest(QObject):
    """One question under way at a time. A newer one waits for the answer to the one before, which is then dropped;
    those in between are never asked."""

    def __init__(
        self,
        session: Session,
        operation: Callable[..., Any],
        done: Callable[[Any], None],
        failed: Callable[[GatebookError], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._operation = session, operation
        self._done, self._failed = done, failed
        self._busy = False
        self._next: tuple[Any, ...] | None = None
        self._dropped = False

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._busy

    def ask(self, *arguments: Any) -> None:
        """Asks anew; an answer to anything older will not be told."""
        self._dropped = False
        if self._busy:
            self._next = arguments
            return
        self._busy = True
        self._session.do(self._operation, *arguments, done=self._answered, failed=self._refused)

    def forget(self) -> None:
        """No longer asks what waits; the answer under way is dropped too."""
        self._next, self._dropped = None, self._busy

    def _answered(self, value: Any) -> None:
        if self._go_on():
            self._done(value)

    def _refused(self, error: GatebookError) -> None:
        if not self._go_on():
            return
        if self._failed is not None:
            self._failed(error)
        else:
            self._session.refused.emit(error)

    def _go_on(self) -> bool:
        """Asks what waits; True where nothing does and the answer counts."""
        self._busy = False
        waiting, self._next = self._next, None
        dropped, self._dropped = self._dropped, False
        if waiting is not None:
            self.ask(*waiting)
        return waiting is None and not dropped
