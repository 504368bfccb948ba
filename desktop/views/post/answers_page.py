"""The answer on its way back: what the next one holds, writing it, and which gates have taken which."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from db.books.posts import GateState
from db.errors import GatebookError
from desktop.changes import Change, Topic
from desktop.devices.drives import Drive, Drives, system_drives
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner, Card, EmptyState
from desktop.kit.cells import Cell, Status
from desktop.kit.density import Room, density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, grid, row, scaled, scrolling
from desktop.kit.more_fields import TextArea
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type
from desktop.models.rows import RowsModel, TableRow, Words
from desktop.operations.answers_out import (
    GateAnswer,
    NextAnswer,
    WrittenAnswers,
    answer_everywhere,
    foresee_answer,
)
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.exchange.drive_watch import DriveWatch
from desktop.views.latest import Latest
from desktop.views.post.line_facts import moment_words
from desktop.views.post.stick_list import Source, SourceState, StickList
from desktop.views.post.words import missing_words

_FACTS = ("gates", "revoked", "resend", "findings")


class AnswersPage(Retranslating, QWidget):
    """Signals: `page_asked(str, object)`; `badge_changed(str)`."""

    page_asked = Signal(str, object)
    badge_changed = Signal(str)

    def __init__(self, session: Session, drives: Drives | None = None) -> None:
        super().__init__()
        self._session = session
        self._next: NextAnswer | None = None
        self._written: WrittenAnswers | None = None
        self._mounts: set[Path] = set()
        self._read = Latest(session, foresee_answer, self._take, self._failed, self)
        self.watch = DriveWatch(drives or system_drives(), self)
        self.watch.changed.connect(self._on_drives)
        self.title = Label("", Type.TITLE)
        self.last = ElidedLabel("", Type.CELL, "text2")
        self._make_contents()
        self._make_gates()
        self.banner = Banner("alert", "attn")
        self.banner.hide()
        head = row(self.title, 8, self.last, gap=8)
        head.setStretch(head.indexOf(self.last), 1)
        self._body = row(self.contents, self.gates_card, gap=16)
        self._body.setStretch(0, 11)
        self._body.setStretch(1, 10)
        self._column = column(head, self.banner, self._body, gap=16, margins=16, parent=self)
        self._column.setStretch(2, 1)
        self.setFocusProxy(self.write_button)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._say)
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make_contents(self) -> None:
        self.contents = Card(padding=0, gap=0)
        self._names = {key: Label("", Type.SMALL, "text2") for key in _FACTS}
        self._values = {key: ElidedLabel("", Type.BODY_STRONG) for key in _FACTS}
        facts = grid(gap=16, row_gap=6)
        for place, key in enumerate(_FACTS):
            facts.addWidget(self._names[key], place, 0)
            facts.addWidget(self._values[key], place, 1)
        facts.setColumnStretch(1, 1)
        self.notes = TextArea(lines=2, with_message=False)
        self.orders = TextArea(lines=2, with_message=False)
        self.list = StickList()
        self.list.ticked.connect(self._say)
        self.nowhere = Label("", Type.CELL, "text2", wrap=True)
        host = QWidget()
        column(
            facts,
            row(self.notes, self.orders, gap=12),
            self.nowhere,
            self.list,
            STRETCH,
            gap=12,
            margins=(20, 16, 20, 12),
            parent=host,
        )
        self.contents.body.addWidget(scrolling(host), 1)
        foot = self.contents.foot((16, 10, 16, 10))
        self.folder_button = Button("", icon="folder", height=48)
        self.folder_button.clicked.connect(self._choose_folder)
        self.state = ElidedLabel("", Type.SMALL_STRONG, "allow_text")
        self.write_button = Button("", ButtonKind.PRIMARY, icon="usb", key="Enter", height=48, size=17)
        self.write_button.clicked.connect(self.write)
        foot.addWidget(self.folder_button)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.write_button)

    def _make_gates(self) -> None:
        self.model = RowsModel(self)
        self.table = GateTable(
            [
                ColumnPlan(Cell.NAME, 150, least=110, stretch=2),
                ColumnPlan(Cell.NUMBER, 80, least=64),
                ColumnPlan(Cell.QUIET, 130, least=110, drop=1),
                ColumnPlan(Cell.STATUS, 130, least=110, stretch=1),
            ]
        )
        self.table.set_model(self.model)
        self.empty = EmptyState("gate")
        self.table.set_empty(self.empty)
        self.gates_card = TableCard(self.table)

    # What it holds

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.start(watched=True)
        self._read.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch.stop()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and change.touches(Topic.TRUST, Topic.ARRIVALS):
            self._read.ask()

    def _take(self, found: NextAnswer) -> None:
        self._next = found
        self._say()

    def _failed(self, error: GatebookError) -> None:
        self.write_button.set_busy(False)
        self.banner.set_words(sentence(error))
        self.banner.show()

    # Where to

    def _on_drives(self, drives: list[Drive]) -> None:
        here = {drive.mount: drive for drive in drives if drive.removable and not drive.read_only}
        self.list.remove(self._mounts - here.keys())
        for mount, drive in here.items():
            if mount not in self._mounts:
                self.list.put(Source(mount, drive, SourceState.READY))
        self._mounts = set(here)
        self._say()

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Where to put the answer"))
        if path:
            self.use_folder(Path(path))

    def use_folder(self, folder: Path) -> None:
        """A folder to write the answer into."""
        self.list.put(Source(folder, None, SourceState.READY))
        self._say()

    def write(self) -> None:
        """Writes the next answer onto what is ticked."""
        places = [source.place for source in self.list.wanted()]
        if not places or self.write_button.busy():
            return
        self.write_button.set_busy(True)
        self.banner.hide()
        self._session.do_long(
            answer_everywhere,
            places,
            notes=_lines(self.notes.text()),
            orders=_lines(self.orders.text()),
            write=self._session.tasks.and_wait,
            done=self._done,
            failed=self._failed,
        )

    def _done(self, written: WrittenAnswers) -> None:
        self.write_button.set_busy(False)
        self._written = written
        for place in written.paths:
            source = self.list.source(place)
            if source is not None:
                self.list.put(Source(place, source.drive, SourceState.ANSWERED))
        if written.failed:
            place, error = written.failed[0]
            said = self.tr("The answer is not on {place}: {why}")
            self.banner.set_words(said.format(place=place.name or place, why=sentence(error)))
            self.banner.show()
        self._read.ask()
        self._say()

    # What is shown

    def _say(self) -> None:
        count = len(self.list.wanted())
        self.nowhere.setVisible(not self.list.sources())
        may = self._session.register.access.signer is not None
        self.write_button.setEnabled(count > 0 and may)
        self.write_button.setText(
            self.tr("Write onto %n drive(s)", "", count) if count else self.tr("Write the answer")
        )
        if not may:
            self.state.set_ink("text2")
            self.state.setText(self.tr("Writing answers is for a registrar or the lead"))
        elif self._written is not None and self._written.paths:
            self.state.set_ink("allow_text")
            said = self.tr("Answer {number} is on %n drive(s)", "", len(self._written.paths))
            self.state.setText(said.format(number=self._written.answer.number))
        else:
            self.state.setText("")
        self._say_next()

    def _say_next(self) -> None:
        found = self._next
        if found is None:
            return
        self.title.setText(self.tr("Answer {number}").format(number=found.number))
        if found.last is None:
            self.last.setText(self.tr("The first answer"))
        else:
            number, at = found.last
            said = self.tr("Answer {number} was written {when}")
            self.last.setText(said.format(number=number, when=moment_words(at)[:-3]))
        gates = self.tr("{admitted} let in").format(admitted=found.admitted)
        for count, words in (
            (found.retired, self.tr("{count} retired")),
            (found.cut_off, self.tr("{count} cut off")),
        ):
            if count:
                gates += self.tr(", {more}").format(more=words.format(count=count))
        self._values["gates"].setText(gates)
        self._values["revoked"].setText(
            self.tr("%n card(s) no longer good", "", found.revoked) if found.revoked else self.tr("none")
        )
        if found.resend:
            first = found.resend[0]
            one = self.tr("gate {gate} lines {lines}").format(
                gate=f"{first.gate:04d}", lines=missing_words([first])
            )
            more = len(found.resend) - 1
            said = self.tr("{first} and %n more", "", more).format(first=one) if more else one
            self._values["resend"].setText(said)
        else:
            self._values["resend"].setText(self.tr("none"))
        self._values["findings"].setText(
            self.tr("%n about cards and clocks", "", found.findings) if found.findings else self.tr("none")
        )
        newest = found.last[0] if found.last else 0
        self.model.set_rows([self._gate_row(one, newest) for one in _behind_first(found.gates, newest)])

    def _gate_row(self, one: GateAnswer, newest: int) -> TableRow:
        if one.state is GateState.CUT_OFF:
            state = Words(self.tr("Cut off"), Status("ban", "deny"))
        elif one.state is GateState.RETIRED:
            state = Words(self.tr("Retired"), Status("minus"))
        elif one.number == newest and newest:
            state = Words(self.tr("Has the newest"), Status("check", "allow"))
        elif one.number:
            state = Words(self.tr("%n behind", "", newest - one.number), Status("clock"))
        else:
            state = Words(self.tr("None yet"), Status("clock", "attn"))
        cells = (
            Words(f"{one.gate:04d} {one.name}"),
            Words(str(one.number) if one.number else "–"),
            Words(moment_words(one.taken_at)[:-3] if one.taken_at else ""),
            state,
        )
        return TableRow(one.gate, cells)

    def _fit(self) -> None:
        gap = 12 if density().level is Room.TIGHT else 16
        scaled(self._column, gap, gap)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Answer"))
        words = {
            "gates": self.tr("Gates and keys"),
            "revoked": self.tr("Revoked"),
            "resend": self.tr("To be sent again"),
            "findings": self.tr("What is odd"),
        }
        for key, label in self._names.items():
            label.setText(words[key])
        self.notes.set_label(self.tr("To all gates"))
        self.notes.set_placeholder(self.tr("What they should know"))
        self.orders.set_label(self.tr("Orders"))
        self.orders.set_placeholder(self.tr("What they should do"))
        self.nowhere.setText(self.tr("Plug in the gates' drives, or choose a folder."))
        self.folder_button.setText(self.tr("Folder"))
        self.gates_card.set_title(self.tr("Who has which answer"))
        self.gates_card.set_note(self.tr("as far as their drives say"))
        self.table.setAccessibleName(self.tr("Who has which answer"))
        self.model.set_headers(
            [self.tr("Gate"), self.tr("Answer"), self.tr("Taken"), self.tr("How it stands")]
        )
        self.empty.set_words(self.tr("No gate is let in yet"))
        self._say()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _behind_first(gates: Sequence[GateAnswer], newest: int) -> list[GateAnswer]:
    """Those that are behind come first, the furthest before the others."""

    def rank(one: GateAnswer) -> tuple[bool, int, int]:
        return (one.state is not GateState.ADMITTED or one.number == newest, one.number, one.gate)

    return sorted(gates, key=rank)
