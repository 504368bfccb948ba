"""The gates of a command post: those that ask to be let in, and those that were."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from db.books.posts import GateState
from db.errors import GatebookError
from db.exchange.admission import Admitted, Considered, CutOff
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button
from desktop.kit.cards import EmptyState
from desktop.kit.cells import Cell, RowLook, Status
from desktop.kit.checks import CheckBox
from desktop.kit.choices import Option
from desktop.kit.density import Room, density
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type, px
from desktop.kit.toast import ToastHost
from desktop.models.rows import RowsModel, TableRow, Words
from desktop.operations import posts
from desktop.operations.gates import CutOffMeans, GateStanding, areas_of, standings, what_cut_off_means
from desktop.operations.stick_files import FoundRequest, read_requests
from desktop.operations.sticks import ImportResult, try_again
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.latest import Latest
from desktop.views.post.gate_panel import GatePanel
from desktop.views.post.request_panel import Grant, RequestPanel
from desktop.views.post.words import missing_words

_PLANS = (
    ColumnPlan(Cell.NAME, 170, least=120, stretch=2),
    ColumnPlan(Cell.TEXT, 130, least=90, stretch=2, drop=2),
    ColumnPlan(Cell.TEXT, 90, least=70, drop=3),
    ColumnPlan(Cell.NUMBER, 90, least=80, drop=1),
    ColumnPlan(Cell.STATUS, 170, least=165, stretch=1),
)
PANEL_WIDTH, NARROW_WIDTH = 420, 350


class GatesPage(Retranslating, QWidget):
    """Signals: `page_asked(str, object)`; `badge_changed(str)`, how many gates ask to be let in."""

    page_asked = Signal(str, object)
    badge_changed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._requests: list[FoundRequest] = []
        self._considered: dict[bytes, Considered] = {}
        self._gates: list[GateStanding] = []
        self._read = Latest(session, standings, self._take, parent=self)
        self.title = Label("", Type.TITLE)
        self.count = Label("", Type.CELL, "text2")
        self.file_button = Button("", icon="note", height=44)
        self.file_button.clicked.connect(self._choose_request)
        self.model = RowsModel(self)
        self.table = GateTable(_PLANS)
        self.table.set_model(self.model)
        self.table.row_chosen.connect(self._on_row)
        self.empty = EmptyState("gate")
        self.table.set_empty(self.empty)
        self.request, self.gate, nothing = RequestPanel(), GatePanel(), QWidget()
        self._panels = QStackedWidget()
        for panel in (nothing, self.request, self.gate):
            self._panels.addWidget(panel)
        self._nothing = nothing
        self._body = row(TableCard(self.table), self._panels, gap=16)
        self._body.setStretch(0, 1)
        head = row(self.title, 8, self.count, STRETCH, self.file_button, gap=8)
        self._column = column(head, self._body, gap=16, margins=16, parent=self)
        self._column.setStretch(1, 1)
        self.toasts = ToastHost(self)
        self.setFocusProxy(self.table)
        self.request.granted.connect(self._admit)
        self.request.left.connect(self._leave)
        self.gate.area_chosen.connect(self._set_area)
        self.gate.retire_asked.connect(self._ask_retire)
        self.gate.cut_off_asked.connect(self._ask_cut_off)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._show_chosen)
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self._read.ask()

    # What there is

    def show_subject(self, what: object) -> None:
        """Requests that were found on sticks, or the number of a gate."""
        if isinstance(what, int):
            self._choose(what)
        elif isinstance(what, list):
            self.add_requests([one for one in what if isinstance(one, FoundRequest)])

    def add_requests(self, found: Sequence[FoundRequest]) -> None:
        """Gates that ask to be let in."""
        known = {one.data for one in self._requests}
        self._requests += [one for one in found if one.data not in known]
        self._consider()

    def _choose_request(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("A gate's request"), "", "gatebook-request (*.json)"
        )
        if name:
            self._session.do(lambda _register: read_requests([Path(name)]), done=self._take_files)

    def _take_files(self, found: list[FoundRequest]) -> None:
        if not found:
            self.toasts.show_toast(self.tr("That is no gate's request"), icon="alert")
        self.add_requests(found)

    def _consider(self) -> None:
        if not self._requests:
            self._considered = {}
            self._show()
            return
        datas = [one.data for one in self._requests]

        def take(considered: list[Considered]) -> None:
            self._considered = dict(zip(datas, considered, strict=True))
            # What would change nothing need not be asked about.
            self._requests = [
                one
                for one in self._requests
                if one.data not in self._considered or not self._considered[one.data].known
            ]
            self._show()

        self._session.do(posts.consider_requests, datas, done=take)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read.ask()

    def _on_change(self, change: Change) -> None:
        # Hidden it is read when it is next shown; what is asked here concerns the badge.
        if change.touches(Topic.TRUST, Topic.ARRIVALS):
            if self.isVisible():
                self._read.ask()
            self._consider()

    def _take(self, gates: list[GateStanding]) -> None:
        self._gates = gates
        self._show()

    def _show(self) -> None:
        requests = [one for one in self._requests if one.data in self._considered]
        rows = [self._request_row(one) for one in requests]
        rows += [self._gate_row(one) for one in self._gates]
        self.model.set_rows(rows)
        said = self.tr("{gates} gates").format(gates=len(self._gates))
        self.count.setText(said if self._gates else "")
        self.badge_changed.emit(str(len(requests) or ""))
        if rows and not self.table.currentIndex().isValid():
            self.table.choose_row(0)
        self._show_chosen()

    def _request_row(self, one: FoundRequest) -> TableRow:
        good = self._considered[one.data].refused is None
        state = self.tr("Asks to be let in") if good else self.tr("Cannot be let in")
        cells = (
            Words(f"{one.request.gate:04d} {one.request.name}"),
            Words(one.request.compound),
            Words(""),
            Words(""),
            Words(state, Status("phone" if good else "ban", "attn")),
        )
        return TableRow(one.data, cells)

    def _gate_row(self, one: GateStanding) -> TableRow:
        states = {
            GateState.ADMITTED: (self.tr("Let in"), Status("check")),
            GateState.RETIRED: (self.tr("Retired"), Status("minus")),
            GateState.CUT_OFF: (self.tr("Cut off"), Status("ban", "deny")),
        }
        words, status = states[one.admission.state]
        cells = (
            Words(f"{one.admission.gate:04d} {one.admission.name}"),
            Words(one.admission.compound),
            Words(one.area),
            Words(f"{one.last.seq:,}" if one.last.seq else "–"),
            Words(words, status),
        )
        return TableRow(one.admission.gate, cells, RowLook(dim=one.admission.state is not GateState.ADMITTED))

    # The chosen one

    def _choose(self, gate: int) -> None:
        place = self.model.place_of(gate)
        if place >= 0:
            self.table.choose_row(place)

    def _on_row(self, _index: QModelIndex) -> None:
        self._show_chosen()

    def _may(self) -> bool:
        return self._session.register.access.role >= Role.LEAD

    def _chosen_gate(self) -> GateStanding | None:
        chosen = self.model.row_at(self.table.currentIndex())
        key = chosen.key if chosen is not None else None
        return next((one for one in self._gates if one.admission.gate == key), None)

    def _show_chosen(self) -> None:
        chosen = self.model.row_at(self.table.currentIndex())
        areas, gate = areas_of(self._gates), self._chosen_gate()
        found = next((one for one in self._requests if chosen is not None and one.data == chosen.key), None)
        if found is not None and found.data in self._considered:
            compound = found.request.compound
            area = next((one.area for one in self._gates if one.admission.compound == compound), "")
            self.request.show_request(found, self._considered[found.data], areas, area, self._may())
            self._panels.setCurrentWidget(self.request)
        elif gate is not None:
            self.gate.show_gate(gate, areas, self._may())
            self._panels.setCurrentWidget(self.gate)
        else:
            self._panels.setCurrentWidget(self._nothing)

    # Letting in

    def _leave(self, found: FoundRequest) -> None:
        self._requests = [one for one in self._requests if one.data != found.data]
        self._show()

    def _admit(self, grant: Grant) -> None:
        found = grant.found

        def done(admitted: Admitted) -> None:
            self._leave(found)
            self._choose(admitted.admission.gate)
            self._take_waiting(admitted)

        self._session.do(
            posts.admit_request,
            found.data,
            (found.fingerprint,),
            compound=grant.compound,
            area=grant.area,
            done=done,
            failed=lambda error: self.request.show_refused(sentence(error)),
        )

    def _take_waiting(self, admitted: Admitted) -> None:
        """What it brought before it was let in is kept aside, and comes in now."""
        said = self.tr("{gate} is let in").format(gate=f"{admitted.admission.gate:04d}")

        def done(result: ImportResult) -> None:
            words = said
            if result.new:
                more = self.tr("%n line(s) that it brought before are in", "", result.new)
                words = self.tr("{first}; {second}").format(first=said, second=more)
            self.toasts.show_toast(
                words,
                action=self.tr("Write the answer"),
                on_action=lambda: self.page_asked.emit("answers", None),
            )

        self._session.do_long(try_again, write=self._session.tasks.and_wait, done=done)

    # Ending

    def _set_area(self, area: str) -> None:
        gate = self._chosen_gate()
        if gate is None or area == gate.area:
            return
        compound = gate.admission.compound
        self._session.do(posts.name_compound, compound, compound, area, failed=self._say_refusal)

    def _say_refusal(self, error: GatebookError) -> None:
        self.toasts.show_toast(sentence(error), icon="alert")

    def _ask_retire(self) -> None:
        gate = self._chosen_gate()
        if gate is None:
            return
        one = gate.admission
        words = ConfirmWords(
            title=self.tr("Retire gate {gate}").format(gate=f"{one.gate:04d} {one.name}"),
            consequence=self.tr(
                "It is no longer asked for on the board. Its cards stay good until their day, and what it still"
                " brings is taken in. It can be let in again."
            ),
            confirm=self.tr("Retire it"),
            keep=self.tr("Keep it"),
        )
        reasons = [
            Option("closed", self.tr("The gate was closed")),
            Option("joined", self.tr("Joined with another gate")),
            Option("ended", self.tr("The control has ended")),
        ]
        said = {option.key: option.words for option in reasons}
        sheet = ConfirmSheet(words, reasons=reasons, icon="minus")
        sheet.confirmed.connect(
            lambda key: self._session.do(posts.retire, one.gate, said[key], failed=self._say_refusal)
        )
        sheet.open_over(self.window())

    def _ask_cut_off(self) -> None:
        gate = self._chosen_gate()
        if gate is not None:
            self._session.do(
                what_cut_off_means,
                gate.admission.gate,
                done=lambda means: self._confirm_cut_off(gate, means),
                failed=self._say_refusal,
            )

    def _confirm_cut_off(self, gate: GateStanding, means: CutOffMeans) -> None:
        one = gate.admission
        consequence = self.tr(
            "Everything up to line {line} counts. Whatever that laptop writes after it is never taken in, and after the"
            " next answer other gates refuse its signed cards. The gate needs another laptop, which asks anew. This"
            " cannot be undone."
        ).format(line=f"{means.last.seq:,}")
        if means.missing:
            lost = self.tr("Lines {lines} have not come yet and would be lost: is the laptop really gone?")
            consequence += "\n" + lost.format(lines=missing_words(means.missing))
        words = ConfirmWords(
            title=self.tr("Cut gate {gate} off at line {line}").format(
                gate=f"{one.gate:04d} {one.name}", line=f"{means.last.seq:,}"
            ),
            consequence=consequence,
            confirm=self.tr("Cut it off"),
            keep=self.tr("Leave it"),
        )
        reasons = [
            Option("lost", self.tr("The laptop is lost")),
            Option("stolen", self.tr("The laptop was stolen")),
            Option("misused", self.tr("Somebody else has its passphrase")),
        ]
        said = {option.key: option.words for option in reasons}
        sheet = ConfirmSheet(words, reasons=reasons, icon="ban")
        keep = CheckBox(self.tr("%n signed card(s) that we know of stay good", "", means.kept), framed=True)
        keep.setChecked(True)
        keep.setVisible(means.kept > 0)
        sheet.body.insertWidget(1, keep)
        sheet.confirmed.connect(
            lambda key: self._session.do(
                posts.cut_off,
                one.gate,
                said[key],
                keep.isChecked(),
                done=self._was_cut_off,
                failed=self._say_refusal,
            )
        )
        sheet.open_over(self.window())

    def _was_cut_off(self, done: CutOff) -> None:
        self.toasts.show_toast(
            self.tr("{gate} is cut off. Write the answer, so that all gates learn of it").format(
                gate=f"{done.admission.gate:04d}"
            ),
            action=self.tr("Write the answer"),
            on_action=lambda: self.page_asked.emit("answers", None),
        )

    def _fit(self) -> None:
        gap = 12 if density().level is Room.TIGHT else 16
        scaled(self._column, gap, gap)
        self._panels.setFixedWidth(px(NARROW_WIDTH if density().narrow else PANEL_WIDTH))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Gates"))
        self.file_button.setText(self.tr("A request from a file"))
        self.table.setAccessibleName(self.tr("Gates"))
        self.model.set_headers(
            [
                self.tr("Gate"),
                self.tr("Compound"),
                self.tr("Area"),
                self.tr("Up to line"),
                self.tr("How it stands"),
            ]
        )
        self.empty.set_words(
            self.tr("No gate is let in yet"),
            self.tr("A gate writes its request onto a drive; bring that drive in, and it is listed here."),
        )
        self._show()
