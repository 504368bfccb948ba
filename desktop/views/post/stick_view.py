"""Sticks in: which are there, what lies on them, taking it in, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import RefusalCode
from db.trust.roles import Role
from desktop.devices.drives import Drives, system_drives
from desktop.kit.buttons import Button
from desktop.kit.cards import Card
from desktop.kit.checks import CheckBox
from desktop.kit.density import density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px
from desktop.operations.posts import gates_of
from desktop.operations.sticks import ImportMoved, LinesMoved, LookMoved, Outcome, Previewed
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.exchange.drive_watch import DriveWatch
from desktop.views.post.bundle_card import BundleCard
from desktop.views.post.stick_list import Source, StickList
from desktop.views.post.take_in import Stage, TakeIn
from desktop.views.post.words import count_words, gate_words

SOURCES_WIDTH, NARROW_WIDTH = 320, 264
SHOW_EVERY_MS = 200


class StickView(Retranslating, QWidget):
    """Signals: `requests_found`, gates ask to be admitted; `forks_asked`; `stage_changed`."""

    requests_found = Signal()
    forks_asked = Signal()
    stage_changed = Signal()

    def __init__(self, session: Session, drives: Drives | None = None) -> None:
        super().__init__()
        self._session = session
        self._names: dict[int, str] = {}
        self._moved: list[LookMoved | ImportMoved | LinesMoved] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_moved)
        found = drives or system_drives()
        self.work = TakeIn(session, found, self)
        self.watch = DriveWatch(found, self)
        self.watch.changed.connect(self.work.set_drives)
        self._make_sources()
        self.card = BundleCard()
        self._body = row(self.sources_card, self.card, gap=16, parent=self)
        self._body.setStretch(1, 1)
        self.setFocusProxy(self.card.main_button)
        self.setAcceptDrops(True)
        self._connect()
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self._read_names()
        self.watch.start(watched=False)

    def _make_sources(self) -> None:
        self.list = StickList()
        self.list.ticked.connect(self._show_rows)
        self.drop = Label("", Type.SMALL, "text2", wrap=True)
        self.answer_too = CheckBox(framed=True)
        self.answer_too.setChecked(True)
        self.folder_button = Button("", icon="folder", height=44, size=15)
        self.file_button = Button("", icon="note", height=44, size=15)
        self.folder_button.clicked.connect(self._choose_folder)
        self.file_button.clicked.connect(self._choose_files)
        self.sources_card = Card(padding=0, gap=0)
        host = QWidget()
        column(self.list, self.drop, STRETCH, gap=8, margins=12, parent=host)
        self.sources_card.body.addWidget(scrolling(host), 1)
        self.sources_card.body.addLayout(
            column(
                self.answer_too,
                row(self.folder_button, self.file_button, gap=8),
                gap=8,
                margins=(12, 4, 12, 12),
            )
        )

    def _connect(self) -> None:
        work = self.work
        work.wants_answer = lambda: self.answer_too.isChecked() and self.answer_too.isEnabled()
        work.source_changed.connect(self._on_source)
        work.sources_gone.connect(self._on_gone)
        work.looked.connect(self._soon_show)
        work.began.connect(self._soon_show)
        work.moved.connect(self._soon_show)
        work.requests_found.connect(self.requests_found)
        work.stage_changed.connect(self._on_stage)
        self.card.main_asked.connect(self.go_on)
        self.card.stop_asked.connect(work.stop)
        self.card.again_asked.connect(work.begin_again)
        self.card.forks_asked.connect(self.forks_asked)
        self._session.changes.changed.connect(lambda _change: self._read_names())
        self._session.operator_changed.connect(self._on_stage)

    def _read_names(self) -> None:
        def take(gates: Sequence[object]) -> None:
            self._names = {one.gate: one.name for one in gates}  # type: ignore[attr-defined]
            self.card.set_names(self._names)

        self._session.do(gates_of, done=take)

    # Sources

    def add(self, places: Sequence[Path]) -> None:
        """Files and folders from which bundles are to be taken in."""
        self.work.add(places)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Where the bundles are"))
        if path:
            self.add([Path(path)])

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Bundles and requests"),
            "",
            self.tr("Bundles, requests (*.gbk *.age *.json);;All files (*)"),
        )
        self.add([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) and not self.work.stage.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.start(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch.start(watched=False)

    def _on_source(self, source: Source) -> None:
        self.list.put(source)
        self._show_sources()

    def _on_gone(self, places: list[Path]) -> None:
        self.list.remove(places)
        self._show_sources()
        self._show_rows()

    def _show_sources(self) -> None:
        self.list.set_enabled(self.work.stage in (Stage.IDLE, Stage.LOOKING, Stage.READY))

    # What is shown

    def _previews(self) -> list[Previewed]:
        return [one for source in self.list.wanted() for one in self.work.previews.get(source.place, ())]

    def _show_rows(self) -> None:
        if self.work.stage in (Stage.IDLE, Stage.LOOKING, Stage.READY):
            self.card.show_previews(self._previews())
            self._say()

    def _soon_show(self, moved: LookMoved | ImportMoved | LinesMoved) -> None:
        """Small bundles are quicker than a page is drawn: what moved is shown together, a few times a second."""
        self._moved.append(moved)
        if not self._soon.isActive():
            self._soon.start(SHOW_EVERY_MS)

    def _show_moved(self) -> None:
        moved, self._moved = self._moved, []
        self._soon.stop()
        self.card.add_previews([one.last for one in moved if isinstance(one, LookMoved)])
        done = [one for one in moved if isinstance(one, ImportMoved)]
        self.card.show_moved(done)
        begun = next((one for one in reversed(moved) if isinstance(one, LinesMoved)), None)
        if begun is not None and (not done or done[-1].last.path != begun.path):
            self.card.show_running(begun)
        steps = [one for one in moved if not isinstance(one, LinesMoved)]
        if steps:
            self.card.progress.set_progress(steps[-1].done, steps[-1].files)
        whose = next((one.last.whose for one in reversed(done) if one.last.whose is not None), None)
        if whose is not None:
            self.card.progress.say(
                self.tr("Taking in: {gate}").format(gate=gate_words(whose.gate, self._names))
            )

    def _on_stage(self) -> None:
        stage = self.work.stage
        self._show_moved()
        if stage is Stage.LOOKING:
            self.card.progress.start(self.tr("Looking at what is there"))
        elif stage is Stage.TAKING:
            self.card.progress.start(self.tr("Taking in"))
        elif stage is Stage.ANSWERING:
            self.card.progress.start(self.tr("Writing the answer"), can_cancel=False)
        elif stage is Stage.RELEASING:
            self.card.progress.start(self.tr("Letting the drives go…"), can_cancel=False)
        elif stage is Stage.DONE:
            self.card.show_outcomes(self.work.outcomes)
        else:
            self.card.show_previews(self._previews())
        self._say()
        self.stage_changed.emit()

    def go_on(self) -> None:
        """The blue button: take in, let the drives go, or begin again."""
        if self.work.stage is Stage.READY:
            self.work.take([source.place for source in self.list.wanted()])
        elif self.work.stage is Stage.DONE:
            if self.work.to_release:
                self.work.release()
            else:
                self.work.begin_again()

    def _say(self) -> None:
        stage, role = self.work.stage, self._session.register.access.role
        card, may = self.card, self._session.register.access.signer is not None and role >= Role.REGISTRAR
        working = stage.busy or stage is Stage.LOOKING
        card.set_work(working)
        self._show_sources()
        self.answer_too.setEnabled(may and not stage.busy)
        for button in (self.folder_button, self.file_button):
            button.setEnabled(not stage.busy)
        count = len(self._previews())
        card.main_button.setVisible(not working)
        card.main_button.setEnabled(stage is Stage.DONE or (stage is Stage.READY and count > 0))
        card.again_button.setVisible(stage is Stage.DONE and bool(self.work.to_release))
        card.main_button.set_icon_name("import")
        card.main_button.setText(self.tr("Take in %n bundle(s)", "", count) if count else self.tr("Take in"))
        card.state.setText(self._state_words(count))
        card.set_banner("")
        if stage is Stage.DONE:
            self._say_done()

    def _say_done(self) -> None:
        card, work = self.card, self.work
        release = bool(work.to_release)
        card.main_button.set_icon_name("eject" if release else None)
        card.main_button.setText(self.tr("Let the drives go") if release else self.tr("Next drives"))
        forked = [one for one in work.outcomes if one.outcome is Outcome.FORKED]
        if work.error is not None:
            card.set_banner(sentence(work.error))
        elif work.result is not None and work.result.stopped is not None:
            stopped = work.result.stopped
            said = self.tr("Stopped. What was taken in before stays; bring the rest once more.")
            card.set_banner(said if stopped.code is RefusalCode.CANCELLED else sentence(stopped))
        elif forked:
            gates = ", ".join(gate_words(one.gate or 0, self._names) for one in forked[:3])
            card.set_banner(
                self.tr("Two accounts of one line: {gates}. The lead must say which is true.").format(
                    gates=gates
                ),
                self.tr("Look"),
            )
        elif work.result is not None and work.result.lost:
            whole = len(work.result.files)
            said = self.tr(
                "A drive was pulled out. %n bundle(s) are whole and in; plug it back in for the rest.",
                "",
                whole,
            )
            unread = work.result.lost[0].refused
            card.set_banner(said if work.pulled_out or unread is None else sentence(unread))
        elif work.answers is not None and work.answers.failed:
            place, error = work.answers.failed[0]
            said = self.tr("The answer is not on {place}: {why}")
            card.set_banner(said.format(place=place.name or place, why=sentence(error)))

    def _state_words(self, count: int) -> str:
        work, stage = self.work, self.work.stage
        if stage is Stage.IDLE:
            return sentence(work.error) if work.error is not None else self.tr("No drive yet")
        if stage is Stage.READY:
            if work.error is not None:
                return sentence(work.error)
            seen = [one.foreseen for one in self._previews() if one.foreseen is not None]
            new = sum(one.whose.last - one.whose.first + 1 - one.known for one in seen)
            gates = len({one.whose.gate for one in seen})
            if count and not new and len(seen) == count:
                return self.tr("All of it is known already")
            said = self.tr("{gates} gates, {lines} new lines")
            return said.format(gates=gates, lines=count_words(new)) if count else self.tr("No bundle here")
        if stage is not Stage.DONE or work.result is None:
            return ""
        said = self.tr("{lines} new lines are in").format(lines=count_words(work.result.new))
        refused = len(work.result.refused)
        if refused:
            said = self.tr("{said}, {refused} not taken in").format(said=said, refused=refused)
        if work.answers is not None and work.answers.paths:
            told = self.tr("{said}. Answer {number} is on %n drive(s)", "", len(work.answers.paths))
            said = told.format(said=said, number=work.answers.answer.number)
        return said

    def _fit(self) -> None:
        self.sources_card.setFixedWidth(px(NARROW_WIDTH if density().narrow else SOURCES_WIDTH))

    def retranslate(self) -> None:
        self.drop.setText(self.tr("Drives show up by themselves. Files and folders can be dropped here."))
        self.answer_too.setText(self.tr("Write the answer too"))
        self.folder_button.setText(self.tr("Folder"))
        self.file_button.setText(self.tr("Files"))
        self._show_rows()
        self._say()
