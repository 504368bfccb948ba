"""What goes on between a gate and its command post on the export's page: requests out, answers in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from db.errors import GatebookError
from db.exchange.answer_choice import Met
from db.exchange.answer_news import News
from desktop.changes import Change, Topic
from desktop.devices.drives import Drives, Release, release_place
from desktop.operations.joining import AskedFor, Standing, standing, write_request
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.exchange.answer_watch import AnswerWatch
from desktop.views.exchange.drive_list import Place
from desktop.views.exchange.post_card import PostCard
from desktop.views.exchange.post_words import headline, say


class PostDesk(QObject):
    """Attribute `card`. Signals: `told(str)`, one sentence on what a drive brings; `wanted`, somebody should look at
    the card; `nothing_there`, a drive brings nothing; `safe_to_remove`; `drives_changed`, one was let go."""

    told = Signal(str)
    wanted = Signal()
    nothing_there = Signal()
    safe_to_remove = Signal()
    drives_changed = Signal()

    def __init__(
        self,
        session: Session,
        drives: Drives,
        place: Callable[[], Place | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._drives, self._place = session, drives, place
        self.card = PostCard(session)
        self.card.request_asked.connect(self.write_request)
        self.card.file_asked.connect(self._choose_file)
        self._quiet = False
        self._known: Met | None = None
        self.answers = AnswerWatch(session, self)
        self.card.same_found.connect(self.answers.take)
        self.answers.taken.connect(self._taken)
        self.answers.met.connect(self._met)
        self.answers.refused.connect(self._refused)
        self.answers.nothing.connect(self.nothing_there)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self.look_again)
        session.settings_changed.connect(self.look_again)
        self.look_again()

    def look_on(self, drives: Sequence[Path], quiet: bool = False) -> None:
        """Drives that have just come. `quiet`: they were here before, and what is wrong with them was said."""
        self._quiet = quiet
        if not quiet:
            self.card.clear_trouble()
        self.answers.look_on(drives)

    def look_again(self) -> None:
        """How the gate stands with its post now."""
        if not self._session.desk:
            self._session.do(standing, done=self._take_standing)

    def _take_standing(self, now: Standing) -> None:
        self.card.set_standing(now)

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.TRUST, Topic.EXPORTS):
            self.look_again()

    # The request

    def write_request(self) -> None:
        """Writes the request to the place that is chosen, and lets the drive go."""
        place = self._place()
        if place is None or not place.writable:
            return
        self.card.set_writing(True)
        self._session.do(
            write_request,
            place.target,
            done=lambda asked: self._written(asked, place.target),
            failed=self._not_written,
        )

    def _written(self, asked: AskedFor, target: Path) -> None:
        self.card.set_writing(False)
        self.card.set_asked(asked, None)
        drives = self._drives

        def let_go(_register: object) -> Release:
            return release_place(drives, target)

        self._session.do_long(let_go, done=lambda how: self._let_go(asked, how), failed=self._not_written)

    def _let_go(self, asked: AskedFor, how: Release) -> None:
        self.card.set_asked(asked, how)
        self.drives_changed.emit()
        if how is Release.SAFE:
            self.safe_to_remove.emit()

    def _not_written(self, error: GatebookError) -> None:
        self.card.set_writing(False)
        self.card.set_refused(error)

    # The answer

    def _choose_file(self) -> None:
        window = self.card.window()
        path, _ = QFileDialog.getOpenFileName(window, say("The command post's answer"), "", "*.json")
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """An answer that a person chose, wherever it lies."""
        self._quiet = False
        self.card.clear_trouble()
        self.answers.look_at(path)

    def _met(self, met: Met) -> None:
        if self._quiet and met == self._known:
            self.nothing_there.emit()
            return
        self._known = met
        self.card.set_met(met)
        words = say("{post} answers. Compare its fingerprint by phone")
        self.told.emit(words.format(post=met.post))
        self.wanted.emit()

    def _taken(self, news: News) -> None:
        self.card.set_news(news)
        self.told.emit(headline(news))
        self.wanted.emit()
        self.look_again()

    def _refused(self, error: GatebookError) -> None:
        if self._quiet:
            self.nothing_there.emit()
            return
        self.card.set_refused(error)
        self.told.emit(sentence(error))
        self.wanted.emit()
