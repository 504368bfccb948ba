"""What was printed: when, which cards, where, by whom; and printing single places of a sheet once more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.books.pass_id import PassId
from db.books.prints import Print
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Card, EmptyState
from desktop.kit.cells import Cell
from desktop.kit.density import density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type, px, themes
from desktop.language import current_language
from desktop.models.print_jobs import PrintJobsModel
from desktop.operations.print_history import PrintedJob, printed_cards, printed_jobs
from desktop.session import Session
from desktop.views.printing.sheet_of_ten import PLACES
from desktop.views.printing.sheet_places import SheetPlaces

_PLANS = [
    ColumnPlan(Cell.STRONG, 130, least=124),
    ColumnPlan(Cell.PASS, 190, least=176),
    ColumnPlan(Cell.PASS, 190, least=176, drop=3),
    ColumnPlan(Cell.NUMBER, 70),
    ColumnPlan(Cell.TEXT, 80, drop=1),
    ColumnPlan(Cell.TEXT, 170, least=100, stretch=2),
    ColumnPlan(Cell.TEXT, 100, least=70, stretch=1, drop=2),
]


class PrintedView(Retranslating, QWidget):
    """Signals: `left`; `again_asked(list)` of pass numbers whose cards are to be printed once more."""

    left = Signal()
    again_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._cards: list[Print] = []
        self._sheets: list[list[Print | None]] = []
        self._ticked: set[PassId] = set()
        self._sheet = 0
        self._make()
        self._lay_out()
        self._connect()
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make(self) -> None:
        self.back = IconButton("left", "", ButtonKind.SECONDARY, side=48, glyph=22)
        self.title = Label("", Type.TITLE)
        self.hint = ElidedLabel("", Type.CELL, "text2")
        self.model = PrintJobsModel(self)
        self.table = GateTable(_PLANS)
        self.table.set_model(self.model)
        self.empty = EmptyState("print", button_kind=ButtonKind.SECONDARY)
        self.table.set_empty(self.empty)
        self.card = TableCard(self.table)
        self.sheet_title = Label("", Type.CARD_TITLE)
        self.before = IconButton("left", "", side=44)
        self.after = IconButton("right", "", side=44)
        self.sheet_words = Label("", Type.CELL, "text2")
        self.places = SheetPlaces()
        self.count = Label("", Type.BODY, "text2", wrap=True)
        self.all_button = Button("", size=15)
        self.again_button = Button("", ButtonKind.PRIMARY, icon="print", key="F12", height=48)

    def _lay_out(self) -> None:
        head = row(self.back, self.title, self.hint, gap=12)
        head.setStretch(2, 1)
        self.side = Card(padding=0, gap=0)
        inside = QWidget()
        pages = row(self.sheet_title, STRETCH, self.before, self.sheet_words, self.after, gap=4)
        whole = column(
            pages, self.places, self.count, self.all_button, self.again_button,
            gap=10, margins=(20, 16, 20, 16), parent=inside,
        )  # fmt: skip
        whole.setStretch(1, 1)
        self.side.body.addWidget(inside, 1)
        body = row(self.card, self.side, gap=16)
        body.setStretch(0, 1)
        self._all = column(head, body, gap=16, margins=16, parent=self)
        self._all.setStretch(1, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.table.row_chosen.connect(self._choose)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.places.ticks_changed.connect(self._take_ticks)
        self.all_button.clicked.connect(self._tick_all)
        self.again_button.clicked.connect(self.print_again)
        for keys, act in (("Esc", self.left.emit), ("F12", self.print_again), ("Ctrl+P", self.print_again)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _fit(self) -> None:
        self.side.setFixedWidth(px(330 if density().narrow else 400))

    # Jobs

    def open_newest(self) -> None:
        """Shows what was printed, the last job first."""
        self._session.do(printed_jobs, done=self._take_jobs)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_jobs(self, jobs: Sequence[PrintedJob]) -> None:
        self.model.set_jobs(jobs, self._session.register.clock.today())
        self._take_cards([])
        if jobs:
            self.table.choose_row(0)

    def _choose(self, index: QModelIndex) -> None:
        one: PrintedJob | None = self.model.row(index.row())
        if one is not None:
            self._session.do(printed_cards, one.job, done=self._take_cards)

    def _take_cards(self, cards: list[Print]) -> None:
        """Cards on paper of their own are shown in tens too."""
        self._cards, self._ticked, self._sheet = cards, set(), 0
        sheets: dict[int, list[Print | None]] = {}
        for count, one in enumerate(cards):
            sheet, place = (one.sheet, one.place - 1) if one.place else divmod(count, PLACES)
            sheets.setdefault(sheet, [None] * PLACES)[place] = one
        self._sheets = [sheets[number] for number in sorted(sheets)]
        self._show_sheet()

    # Places

    def _turn(self, by: int) -> None:
        self._sheet += by
        self._show_sheet()

    def _show_sheet(self) -> None:
        self._sheet = max(0, min(self._sheet, len(self._sheets) - 1))
        here = self._sheets[self._sheet] if self._sheets else []
        words = [_short(one.id) if one is not None else "" for one in here]
        ticked = [place for place, one in enumerate(here) if one is not None and one.id in self._ticked]
        self.places.show_places(words, ticked)
        self.sheet_words.setText(f"{self._sheet + 1} / {len(self._sheets)}" if self._sheets else "")
        self.before.setEnabled(self._sheet > 0)
        self.after.setEnabled(self._sheet + 1 < len(self._sheets))
        self._show_count()

    def _take_ticks(self) -> None:
        here = self._sheets[self._sheet] if self._sheets else []
        chosen = set(self.places.ticked())
        for place, one in enumerate(here):
            if one is not None:
                (self._ticked.add if place in chosen else self._ticked.discard)(one.id)
        self._show_count()

    def _tick_all(self) -> None:
        everyone = {one.id for one in self._cards}
        self._ticked = set() if self._ticked == everyone else everyone
        self._show_sheet()

    def print_again(self) -> None:
        """Asks for the ticked ones to be printed once more."""
        if self._ticked:
            self.again_asked.emit([one.id for one in self._cards if one.id in self._ticked])

    # Words

    def _show_count(self) -> None:
        count = len(self._ticked)
        self.again_button.setText(self.tr("Print %n again", "", count) if count else self.tr("Print again"))
        self.again_button.setEnabled(count > 0)
        self.all_button.setEnabled(bool(self._cards))
        whole = bool(self._cards) and count == len({one.id for one in self._cards})
        self.all_button.setText(self.tr("Tick none") if whole else self.tr("Tick all of this job"))
        self.count.setText(self.tr("Press the places that came out badly") if self._cards else "")

    def retranslate(self) -> None:
        self.title.setText(self.tr("Printed before"))
        self.hint.setText(self.tr("A card printed again is the same card: the number and code stay"))
        self.back.set_name(self.tr("Back to printing"))
        self.sheet_title.setText(self.tr("Sheet"))
        self.before.set_name(self.tr("Sheet before"))
        self.after.set_name(self.tr("Next sheet"))
        self.places.setAccessibleName(self.tr("Places of the sheet"))
        self.table.setAccessibleName(self.title.text())
        self.empty.set_words(self.tr("Nothing printed yet"), self.tr("What is printed is listed here"))
        self.model.retranslate()
        self._show_sheet()


def _short(id: PassId) -> str:
    """`M-000043`: the gate is this one, and a place is narrow."""
    letter = id.book.character if current_language() == "zh" else id.book.letter
    return f"{letter}-{id.number:06d}"
