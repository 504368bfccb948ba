"""What only the whole can see: cards and clocks that one gate alone finds in order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from db.books.findings import Finding
from db.errors import GatebookError
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.cards import Banner, EmptyState
from desktop.kit.cells import Cell
from desktop.kit.choices import FilterPills, Option, Segmented
from desktop.kit.density import Room, density
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type, themes
from desktop.line_words import pass_words
from desktop.models.findings import FindingColumn, FindingsModel
from desktop.operations.findings import Found, look_for_findings, reopen, settle
from desktop.operations.posts import stop_pass
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.board.finding_panel import FindingPanel
from desktop.views.board.finding_words import ICONS, kind_word, place_words, time_words
from desktop.views.board.page import SOON_MS
from desktop.views.latest import Latest

DAYS = (1, 3, 7)
_PLANS = [
    ColumnPlan(Cell.STATUS, 200, least=186),
    ColumnPlan(Cell.PASS, 190, least=182),
    ColumnPlan(Cell.TEXT, 260, least=110, stretch=3),
    ColumnPlan(Cell.QUIET, 130, least=120),
]


class FindingsPage(Retranslating, QWidget):
    """Nothing is read while the page is hidden. Signals: `page_asked(str, object)`; `badge_changed(str)`, how much is
    open."""

    page_asked = Signal(str, object)
    badge_changed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: Found | None = None
        self._days = DAYS[1]
        self._filter = "open"
        self._chosen: str | None = None
        self._stale = True
        self._look = Latest(session, look_for_findings, self._take, self._failed, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._make()
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._set_rules)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make(self) -> None:
        self.title = Label("", Type.TITLE)
        self.span = Segmented()
        self.span.chosen.connect(self._span_chosen)
        self.pills = FilterPills()
        self.pills.chosen.connect(self._pill_chosen)
        self.trouble = Banner("alert", "deny")
        self.trouble.hide()
        self.model = FindingsModel(self._words, lambda finding: ICONS[finding.kind], self)
        self.table = GateTable(_PLANS)
        self.table.set_model(self.model)
        self.table.row_chosen.connect(self._on_row)
        self.empty = EmptyState("check")
        self.table.set_empty(self.empty)
        self.panel = FindingPanel()
        self.panel.settle_asked.connect(self._settle)
        self.panel.reopen_asked.connect(self._reopen)
        self.panel.person_asked.connect(lambda finding: self.page_asked.emit("person", finding.pass_id))
        self.panel.stop_asked.connect(self._ask_stop)
        self.setFocusProxy(self.table)
        head = row(self.title, 8, self.span, self.pills, STRETCH, gap=8)
        head.setAlignment(self.pills, Qt.AlignmentFlag.AlignVCenter)
        body = row(TableCard(self.table), self.panel, gap=16)
        body.setStretch(0, 1)
        self._column = column(head, self.trouble, body, gap=16, margins=16, parent=self)
        self._column.setStretch(2, 1)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_rules()
        if self._stale:
            self._refresh()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ARRIVALS, Topic.TRUST):
            self._stale = True
            if self.isVisible():
                self._soon.start()

    def _set_rules(self) -> None:
        self.panel.set_rules(self._session.register.access.role >= Role.REGISTRAR)

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self._look.ask(self._days)

    def _take(self, found: Found) -> None:
        self._found = found
        self.trouble.hide()
        waiting = sum(one.settled is None for one in found.findings)
        self.badge_changed.emit(str(waiting) if waiting else "")
        self._show()

    def _failed(self, error: GatebookError) -> None:
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    # What is shown

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self._say_pills()
        self._say_empty()
        chosen = self._chosen
        self.model.set_rows([one for one in found.findings if self._is_shown(one, self._filter)])
        at = self.model.row_of(chosen) if chosen else -1
        if at < 0 and self.model.rowCount():
            at = 0
        if at >= 0:
            self.table.choose_row(at)
        else:
            self._on_row(QModelIndex())

    def _is_shown(self, one: Finding, which: str) -> bool:
        if which == "told":
            return self._found is not None and one.key in self._found.told
        return which == "all" or (one.settled is None) == (which == "open")

    def _words(self, finding: Finding, column: FindingColumn) -> str:
        assert self._found is not None
        if column is FindingColumn.KIND:
            return kind_word(finding.kind)
        if column is FindingColumn.WHO:
            return pass_words(finding.pass_id)
        if column is FindingColumn.WHEN:
            return time_words(finding.time, self._found.today)
        places = dict.fromkeys(place_words(side, self._found) for side in finding.sides)
        return " → ".join(places)

    def _on_row(self, index: QModelIndex) -> None:
        finding: Finding | None = self.model.row(index.row()) if index.isValid() else None
        if finding is not None:
            self._chosen = finding.key
        self.panel.show_finding(finding, self._found)

    def _span_chosen(self, key: str) -> None:
        self._days = int(key)
        self._refresh()

    def _pill_chosen(self, key: str) -> None:
        self._filter = key
        self._show()

    # What can be done

    def _settle(self, finding: Finding, note: str) -> None:
        self._session.do(settle, finding.key, note, failed=self._failed)

    def _reopen(self, finding: Finding) -> None:
        self._session.do(reopen, finding.key, failed=self._failed)

    def _ask_stop(self, finding: Finding) -> None:
        id = finding.pass_id
        if id is None:
            return
        sheet = ConfirmSheet(
            ConfirmWords(
                self.tr("Stop {number} of {name}?").format(number=pass_words(id), name=finding.name),
                self.tr(
                    "The next answers tell all gates: the card opens no gate any more. Its home gate issues another."
                ),
                self.tr("Stop the pass"),
                self.tr("Not yet"),
            ),
            reasons=[
                Option("copied", self.tr("There are two of it")),
                Option("lent", self.tr("Lent to somebody else")),
                Option("lost", self.tr("Lost")),
            ],
        )
        words = {"copied": self.tr("There are two of it"), "lent": self.tr("Lent to somebody else")}
        sheet.confirmed.connect(
            lambda reason: self._session.do(
                stop_pass, id, words.get(reason, self.tr("Lost")), failed=self._failed
            )
        )
        sheet.open_over(self.window())

    # Words and sizes

    def _say_pills(self) -> None:
        found = self._found.findings if self._found else ()

        def count(which: str) -> str:
            return str(sum(self._is_shown(one, which) for one in found)) if self._found else ""

        words = (
            ("open", self.tr("Open")),
            ("told", self.tr("In the next answer")),
            ("done", self.tr("Dealt with")),
            ("all", self.tr("All")),
        )
        self.pills.set_options([Option(key, said, detail=count(key)) for key, said in words])
        self.pills.choose(self._filter)

    def _say_empty(self) -> None:
        if self._filter == "open":
            self.empty.set_words(
                self.tr("Nothing odd"),
                self.tr("Cards and clocks are in order, as far as the gates have sent."),
            )
        else:
            self.empty.set_words(self.tr("Nothing here"), self.tr("Choose another list above."))

    def _fit(self) -> None:
        gap = 12 if density().level is Room.TIGHT else 16
        scaled(self._column, gap, gap)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Findings"))
        self.span.set_options([Option(str(days), self.tr("%n day(s)", "", days)) for days in DAYS])
        self.span.choose(str(self._days))
        self.table.setAccessibleName(self.tr("What is odd"))
        self.model.retranslate()
        self._say_pills()
        self._say_empty()
