"""The command post's answers on drives: found, taken in or put before a person, each once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.errors import GatebookError, RefusalCode
from db.exchange.answer_choice import Met, OnStick
from db.exchange.answer_news import News
from desktop.operations.joining import answer_among, answers_on, take_news
from desktop.session import Session


class AnswerWatch(QObject):
    """Signals: `taken(News)`; `met(Met)`, a person is to compare a fingerprint; `refused(GatebookError)`, nothing was
    changed; `nothing()`, these drives bring nothing."""

    taken = Signal(object)
    met = Signal(object)
    refused = Signal(object)
    nothing = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def look_on(self, drives: Sequence[Path]) -> None:
        """Looks at what these drives bring."""
        if self._session.desk:
            self.nothing.emit()
            return
        self._session.do_long(answers_on, list(drives), done=self._found, failed=self._failed)

    def look_at(self, path: Path) -> None:
        """Looks at a file that a person chose."""
        self._session.do_long(answer_among, [path], done=self._found, failed=self._failed)

    def take(self, met: Met) -> None:
        """A person found the fingerprint to be the same."""
        self._take(met.path, met.fingerprint)

    def _found(self, found: OnStick) -> None:
        if found.newer is not None:
            self._take(found.newer, None)
        elif found.met is not None:
            self.met.emit(found.met)
        elif found.refused is not None:
            self._failed(found.refused)
        else:
            self.nothing.emit()

    def _take(self, path: Path, compared: str | None) -> None:
        self._session.do(take_news, path, compared, done=self._taken, failed=self._failed)

    def _taken(self, news: News | None) -> None:
        if news is None:
            self.nothing.emit()
        else:
            self.taken.emit(news)

    def _failed(self, error: GatebookError) -> None:
        # A drive that went while it was read is no news of any answer.
        if isinstance(error.code, RefusalCode):
            self.refused.emit(error)
        else:
            self.nothing.emit()
