"""Two accounts of one line: the list of them, the panel of one, and the decision."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.errors import GatebookError
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.cards import Banner, EmptyState
from desktop.kit.cells import Cell, Status
from desktop.kit.choices import Option
from desktop.kit.density import density
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import px
from desktop.models.rows import RowsModel, TableRow, Words
from desktop.operations.sticks import OpenFork, open_forks, resolve_fork
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.latest import Latest
from desktop.views.post.fork_panel import ForkPanel
from desktop.views.post.words import gate_words


class ForksView(Retranslating, QWidget):
    """Signals: `counted(int)`, how many there are; `decided(str)`, words on what a decision did."""

    counted = Signal(int)
    decided = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._forks: list[OpenFork] = []
        self._read = Latest(session, open_forks, self._take, self._failed, self)
        self.model = RowsModel(self)
        self.table = GateTable(
            [ColumnPlan(Cell.STATUS, 170, least=120, stretch=1), ColumnPlan(Cell.NUMBER, 84)]
        )
        self.table.set_model(self.model)
        self.table.row_chosen.connect(self._on_row)
        self._list = TableCard(self.table)
        self.panel = ForkPanel()
        self.panel.chosen.connect(self._ask)
        self.banner = Banner("alert", "attn")
        self.banner.hide()
        self.empty = EmptyState("check")
        self._pages = QStackedWidget()
        nothing, some = QWidget(), QWidget()
        column(self.empty, STRETCH, parent=nothing)
        line = row(self._list, self.panel, gap=16, parent=some)
        line.setStretch(1, 1)
        self._pages.addWidget(nothing)
        self._pages.addWidget(some)
        whole = column(self.banner, self._pages, gap=12, parent=self)
        whole.setStretch(1, 1)
        density().changed.connect(self._fit)
        self._fit()
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._show_chosen)
        self.retranslate()
        self._read.ask()

    def _fit(self) -> None:
        self._list.setFixedWidth(px(220 if density().narrow else 280))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read.ask()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ARRIVALS):
            self._read.ask()

    def _take(self, forks: list[OpenFork]) -> None:
        self._forks = forks
        self._show()
        self.counted.emit(len(forks))

    def _failed(self, error: GatebookError) -> None:
        self.banner.set_words(sentence(error))
        self.banner.show()

    def _show(self) -> None:
        self.model.set_rows(
            [
                TableRow(
                    (one.fork.gate, one.fork.epoch, one.fork.seq),
                    (
                        Words(
                            gate_words(one.fork.gate, {one.fork.gate: one.gate_name}), Status("alert", "deny")
                        ),
                        Words(str(one.fork.seq)),
                    ),
                )
                for one in self._forks
            ]
        )
        self._pages.setCurrentIndex(1 if self._forks else 0)
        if self._forks and not self.table.currentIndex().isValid():
            self.table.choose_row(0)
        self._show_chosen()

    def chosen(self) -> OpenFork | None:
        """The one that is shown."""
        place = self.table.currentIndex().row()
        return self._forks[place] if 0 <= place < len(self._forks) else None

    def _on_row(self, _index: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.panel.show_fork(self.chosen(), self._session.register.access.role >= Role.LEAD)
        if self._forks and self._session.register.access.role < Role.LEAD:
            self.banner.set_words(self.tr("Only a lead says which account is true."))
            self.banner.show()
        else:
            self.banner.hide()

    # The decision

    def _ask(self, hash: str) -> None:
        fork = self.chosen()
        if fork is None:
            return
        sides = fork.fork.sides
        place = next(place for place, side in enumerate(sides) if side.hash == hash)
        out = sum(side.lines for side in sides if side.hash != hash)
        reasons = self._reasons()
        words = ConfirmWords(
            title=self.tr("Account {letter} of line {line} is true").format(
                letter=chr(ord("A") + place), line=fork.fork.seq
            ),
            consequence=self.tr(
                "%n line(s) of the other account no longer count anywhere. They are kept, with your name and reason;"
                " the gate is shown by account {letter} from here on. This cannot be undone.",
                "",
                out,
            ).format(letter=chr(ord("A") + place)),
            confirm=self.tr("It is true"),
            keep=self.tr("Not yet"),
        )
        sheet = ConfirmSheet(words, reasons=reasons, icon="check")
        said = {option.key: option.words for option in reasons}
        sheet.confirmed.connect(lambda key: self._decide(fork, hash, said[key]))
        sheet.open_over(self.window())

    def _reasons(self) -> list[Option]:
        return [
            Option("asked", self.tr("The gate was asked by phone")),
            Option("copy", self.tr("The other comes from an old copy")),
            Option("clone", self.tr("The other laptop was a copy")),
            Option("paper", self.tr("Compared with paper")),
        ]

    def _decide(self, fork: OpenFork, hash: str, reason: str) -> None:
        gate = gate_words(fork.fork.gate, {fork.fork.gate: fork.gate_name})
        said = self.tr("Decided. {gate} goes on by that account").format(gate=gate)
        self._session.do(
            resolve_fork,
            fork.fork,
            hash,
            reason,
            done=lambda _none: self.decided.emit(said),
            failed=self._failed,
        )

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Lines with two accounts"))
        self.model.set_headers([self.tr("Gate"), self.tr("Line")])
        self.empty.set_words(
            self.tr("No line has two accounts"),
            self.tr(
                "When an old copy or a copied laptop goes on writing, both sides are laid here side by side."
            ),
        )
        self._show()
