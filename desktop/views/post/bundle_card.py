"""The card with the bundles that were found, and afterwards with what came of them gate by gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner, EmptyState
from desktop.kit.cells import Cell
from desktop.kit.density import density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import column, scaled
from desktop.kit.progress import WorkProgress
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type
from desktop.models.rows import RowsModel
from desktop.operations.sticks import GateOutcome, ImportMoved, LinesMoved, Previewed
from desktop.views.post.words import imported_row, outcome_row, preview_row, running_row

_PLANS = (
    ColumnPlan(Cell.NAME, 170, least=120, stretch=2),
    ColumnPlan(Cell.TEXT, 126, least=122, drop=1),
    ColumnPlan(Cell.NUMBER, 110, least=84, drop=2),
    ColumnPlan(Cell.NUMBER, 80, least=64),
    ColumnPlan(Cell.STATUS, 280, least=230, stretch=3),
)


class BundleCard(Retranslating, TableCard):
    """Signals: `main_asked`, the blue button; `stop_asked`; `again_asked`; `forks_asked`, to look at two accounts."""

    main_asked = Signal()
    stop_asked = Signal()
    again_asked = Signal()
    forks_asked = Signal()

    def __init__(self) -> None:
        super().__init__(GateTable(_PLANS))
        self._names: Mapping[int, str] = {}
        self._by_gate = False
        self.model = RowsModel(self)
        assert isinstance(self.table, GateTable)
        self.grid = self.table
        self.grid.set_model(self.model)
        self.empty = EmptyState("usb")
        self.grid.set_empty(self.empty)
        self.grid.row_chosen.connect(self._say_row)
        self.banner = Banner("alert", "attn")
        self.banner.hide()
        self.banner.acted.connect(self.forks_asked)
        self._banner_room = column(self.banner)
        self.body.insertLayout(0, self._banner_room)
        self.progress = WorkProgress()
        self.progress.cancelled.connect(self.stop_asked)
        self.sentence = Label("", Type.SMALL, "text2", wrap=True)
        self.state = ElidedLabel("", Type.BODY_STRONG)
        self.again_button = Button("", height=48)
        self.again_button.clicked.connect(self.again_asked)
        self.main_button = Button("", ButtonKind.PRIMARY, icon="import", key="Enter", height=48, size=17)
        self.main_button.clicked.connect(self.main_asked)
        foot = self.foot((16, 10, 16, 10))
        self._words = QWidget()
        column(self.state, self.sentence, gap=2, parent=self._words)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.again_button)
        foot.addWidget(self.main_button)
        self.set_banner("")
        density().changed.connect(self._fit_room)
        self._fit_room()
        self.retranslate()

    # Rows

    def set_names(self, names: Mapping[int, str]) -> None:
        """What the gates are called, by number."""
        self._names = names

    def show_previews(self, previews: Sequence[Previewed]) -> None:
        """The bundles that were found."""
        self._by_gate = False
        self._say_headers()
        self.model.set_rows([preview_row(one, self._names) for one in previews])
        self._say_row(self.grid.currentIndex())

    def add_previews(self, more: Sequence[Previewed]) -> None:
        """Some bundles more."""
        if more and not self._by_gate:
            self.model.append([preview_row(one, self._names) for one in more])

    def show_running(self, moved: LinesMoved) -> None:
        """The bundle that is being taken in, and how far."""
        place = self.model.place_of(moved.path)
        if place >= 0:
            self.model.set_row(place, running_row(self.model.rows()[place], moved.lines))
            self.grid.scrollTo(self.model.index(place, 0))

    def show_moved(self, moved: Sequence[ImportMoved]) -> None:
        """Bundles that are done."""
        for one in moved:
            place = self.model.place_of(one.last.path)
            if place >= 0:
                self.model.set_row(place, imported_row(self.model.rows()[place], one.last))

    def show_outcomes(self, outcomes: Sequence[GateOutcome]) -> None:
        """What came of it, gate by gate, the gravest first."""
        self._by_gate = True
        self._say_headers()
        order = list(type(outcomes[0].outcome)) if outcomes else []
        ranked = sorted(outcomes, key=lambda one: order.index(one.outcome))
        self.model.set_rows([outcome_row(place, one, self._names) for place, one in enumerate(ranked)])
        if ranked:
            self.grid.scrollToTop()
            self.grid.choose_row(0)

    def _say_row(self, index: QModelIndex) -> None:
        """The whole sentence of the current row."""
        row = self.model.row_at(index)
        self.sentence.setText(row.cells[-1].tip if row is not None else "")
        self.sentence.setVisible(bool(self.sentence.text()))

    def set_banner(self, words: str, action: str = "") -> None:
        """What has to be mended; `""` for nothing."""
        self.banner.set_words(words, action)
        self.banner.setVisible(bool(words))
        self._fit_room()

    def set_work(self, working: bool) -> None:
        """Progress in place of the words."""
        self.progress.setVisible(working)
        self._words.setVisible(not working)

    def _fit_room(self) -> None:
        scaled(self._banner_room, 0, (12, 10, 12, 10) if self.banner.isVisibleTo(self) else 0)
        for button in (self.again_button, self.main_button):
            button.set_height(44 if density().narrow else 48)
        self.main_button.set_key("" if density().narrow else "Enter")

    def _say_headers(self) -> None:
        lines = self.tr("Lines") if self._by_gate else self.tr("From – to")
        state = self.tr("What came of it") if self._by_gate else self.tr("How it stands")
        self.model.set_headers([self.tr("Gate"), self.tr("Days"), lines, self.tr("New"), state])

    def retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("Bundles"))
        self._say_headers()
        self.again_button.setText(self.tr("Next drives"))
        self.empty.set_words(
            self.tr("Plug in the gates' drives"),
            self.tr(
                "Several at once if you like. Or drop files and folders here. Nothing else on them is opened."
            ),
        )
