"""The page of entries: all lines of a day, narrowed, one of them with all about it; and what paper says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.books.corrections import Corrected, Written
from db.books.entries import Entry
from db.books.entry_search import EntrySort, LineKey, LineKind, Wanted
from db.errors import GatebookError
from db.trust.roles import Role
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button
from desktop.kit.cards import EmptyState
from desktop.kit.cells import Cell
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type, px, themes
from desktop.models.entries import SORTS, EntriesModel
from desktop.operations.entries import (
    FoundDay,
    Line,
    LineDetails,
    correct_entry,
    find_entries,
    find_holders,
    load_entries,
    read_entry,
)
from desktop.operations.passing import void_line
from desktop.session import Session
from desktop.views.day_picker import DayPicker
from desktop.views.entries.correct_sheet import CorrectSheet
from desktop.views.entries.filters import EntryFilters
from desktop.views.entries.line_panel import LinePanel
from desktop.views.entries.paper_page import PaperPage
from desktop.views.entries.void_sheet import VoidSheet
from desktop.views.latest import Latest

_PLANS = [
    ColumnPlan(Cell.STRONG, 68),
    ColumnPlan(Cell.QUIET, 64),
    ColumnPlan(Cell.PASS, 190, least=182, drop=3),
    ColumnPlan(Cell.NAME, 170, least=150, stretch=3),
    ColumnPlan(Cell.WAY, 76),
    ColumnPlan(Cell.TEMPERATURE, 72),
    ColumnPlan(Cell.STATUS, 150, least=132, stretch=2),
    ColumnPlan(Cell.TEXT, 150, least=120, stretch=3, drop=5),
    ColumnPlan(Cell.QUIET, 96, drop=4),
]


class EntriesPage(Retranslating, QWidget):
    """The book of entries. Nothing is read while the page is hidden."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sort, self._descending = EntrySort.WRITTEN, True
        self._stale = True
        self._found = Latest(session, find_entries, self._take, None, self)
        self._chosen: LineKey | None = None
        self._stack = QStackedWidget()
        self._list = QWidget()
        self.paper = PaperPage(session)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.paper)
        self._make_list()
        column(self._stack, gap=0, parent=self)
        self.paper.left.connect(self.show_list)
        self._make_keys()
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._set_rules)
        session.settings_changed.connect(self._on_settings)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make_list(self) -> None:
        self.title = Label("", Type.TITLE)
        self.picker = DayPicker(self._session.register.clock.today())
        self.picker.picked.connect(lambda _day: self._find(again=True))
        self.filters = EntryFilters()
        self.filters.changed.connect(lambda: self._find(again=True))
        self.paper_button = Button("", icon="write", key="Ctrl+N", height=44)
        self.paper_button.clicked.connect(self.show_paper)
        self.model = EntriesModel(self)
        self.model.lines_wanted.connect(self._load)
        self.table = GateTable(_PLANS)
        self.table.set_model(self.model)
        self.table.row_chosen.connect(self._on_row)
        self.empty = EmptyState("list")
        self.empty.acted.connect(self._act_on_empty)
        self.table.set_empty(self.empty)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.filters.left_by_down.connect(self._to_table)
        self.card = TableCard(self.table)
        self.panel = LinePanel()
        self.panel.void_asked.connect(self._ask_void)
        self.panel.correct_asked.connect(self._ask_correction)
        self.panel.line_asked.connect(self._show_other)
        head = row(self.title, 8, self.picker, self.filters.choices, STRETCH, self.paper_button, gap=8)
        body = row(self.card, self.panel, gap=16)
        body.setStretch(0, 1)
        self._column = column(head, self.filters, body, gap=16, margins=16, parent=self._list)
        self._column.setStretch(2, 1)

    def _make_keys(self) -> None:
        for keys, act in (
            ("Ctrl+F", self._to_search),
            ("Ctrl+N", self.show_paper),
            ("Alt+Left", lambda: self.picker.go(-1)),
            ("Alt+Right", lambda: self.picker.go(1)),
            ("Del", self._void_chosen),
            ("F9", self._void_chosen),
        ):
            shortcut = QShortcut(QKeySequence(keys), self._list, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Which part

    def show_list(self) -> None:
        """The lines of the day."""
        self._stack.setCurrentWidget(self._list)
        self._find()
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paper(self) -> None:
        """Typing in what was written on paper, beginning with the day that is shown."""
        self.paper.begin(self.picker.day())
        self._stack.setCurrentWidget(self.paper)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: date) -> None:
        """The lines of this day."""
        self.picker.set_day(day)
        self._stack.setCurrentWidget(self._list)
        self._find(again=True)

    # Finding

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.picker.set_today(self._session.register.clock.today())
        self._set_rules()
        if self._stale:
            self._find()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ENTRIES, Topic.HOLDS, Topic.REFUSALS):
            self.picker.set_today(self._session.register.clock.today())
            self._find()

    def _on_settings(self) -> None:
        self._set_rules()
        self._find()

    def _set_rules(self) -> None:
        register = self._session.register
        may = register.access.role >= Role.REGISTRAR
        self.panel.set_rules(self._session.settings.fever_tenths, register.clock.today(), may)

    def _find(self, again: bool = False) -> None:
        """Asks for the day's lines; while the page is hidden it only remembers to."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        if again:
            self.table.scrollToTop()
        chosen = self.filters.chosen()
        wanted = Wanted(
            day=self.picker.day().isoformat(),
            show=chosen.show,
            book=chosen.book,
            operator=chosen.operator,
            typed=chosen.typed,
            sort=self._sort,
            descending=self._descending,
        )
        self._found.ask(wanted)

    def _take(self, found: FoundDay) -> None:
        self.filters.set_found(found.found.counts, found.operators)
        self._say_empty()
        self.model.set_keys(found.found.keys, found.operators, self._session.settings.fever_tenths)
        row_now = self.model.row_of(self._chosen) if self._chosen is not None else -1
        if row_now >= 0:
            if self.table.currentIndex().row() != row_now:
                self.table.choose_row(row_now)
            self._read_chosen()
        else:
            self._chosen = None
            self.panel.show_nothing()

    def _load(self, keys: list[LineKey]) -> None:
        day = self.picker.day().isoformat()
        self._session.do(load_entries, day, keys, done=self._put)

    def _put(self, lines: dict[LineKey, Line]) -> None:
        self.model.put_lines(lines)
        if self._chosen in lines and self._chosen is not None and self._chosen.kind is not LineKind.ENTRY:
            self._show_chosen()

    def _sort_by(self, section: int) -> None:
        wanted = SORTS.get(section)
        if wanted is None:
            return
        if wanted is self._sort:
            self._descending = not self._descending
        else:
            self._sort, self._descending = wanted, wanted is not EntrySort.NAME
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        header = self.table.horizontalHeader()
        header.setSortIndicator(section, order)
        header.setSortIndicatorShown(True)
        self._find(again=True)

    # One line

    def _on_row(self, index: QModelIndex) -> None:
        key = self.model.key(index.row()) if index.isValid() else None
        if key is None or key == self._chosen:
            return
        self._chosen = key
        self._show_chosen()
        self._read_chosen()

    def _show_chosen(self) -> None:
        line = self.model.line(self.model.row_of(self._chosen)) if self._chosen else None
        if line is not None:
            self.panel.show_line(line)

    def _read_chosen(self) -> None:
        key = self._chosen
        if key is None or key.kind is not LineKind.ENTRY:
            return

        def take(details: LineDetails | None) -> None:
            if details is not None and key == self._chosen:
                self.panel.show_details(details)

        self._session.do(read_entry, key.epoch, key.seq, done=take)

    def _show_other(self, other: Entry) -> None:
        """Another version of the line, which the filters may hide."""
        key = LineKey(LineKind.ENTRY, other.epoch, other.seq)
        self._chosen = key
        at = self.model.row_of(key)
        if at >= 0:
            self.table.choose_row(at)
        self.panel.show_line(other)
        self._read_chosen()

    # Putting right

    def _void_chosen(self) -> None:
        details = self.panel.details()
        if details is not None and details.story.entry.voided_at is None:
            self._ask_void(details.story.entry)

    def _ask_void(self, entry: Entry) -> None:
        sheet = VoidSheet(entry)
        sheet.confirmed.connect(lambda reason: self._void(entry, reason))
        sheet.open_over(self.window())

    def _void(self, entry: Entry, reason: str) -> None:
        def done(_voided: Entry) -> None:
            """The change tells the page."""

        self._session.do(void_line, entry.epoch, entry.seq, reason, done=done)

    def _ask_correction(self, details: LineDetails) -> None:
        entry = details.story.entry
        sheet = CorrectSheet(entry)
        sheet.holders_wanted.connect(
            lambda typed: self._session.do(
                find_holders, typed, done=lambda found: sheet.offer(found), failed=_ignore
            )
        )
        sheet.confirmed.connect(lambda right, reason: self._correct(entry, right, reason))
        sheet.open_over(self.window())

    def _correct(self, entry: Entry, right: Written, reason: str) -> None:
        def done(corrected: Corrected) -> None:
            self._chosen = LineKey(LineKind.ENTRY, entry.epoch, corrected.recorded.seq)
            self._find()

        self._session.do(correct_entry, entry.epoch, entry.seq, right, reason, done=done)

    # Keys and words

    def _to_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.edit.selectAll()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def _act_on_empty(self) -> None:
        if self.filters.narrowed:
            self.filters.clear()
        else:
            self.show_paper()

    def _say_empty(self) -> None:
        if self.filters.narrowed:
            self.empty.set_words(self.tr("No line is like this"), self.tr("Search for less, or show all"))
            self.empty.set_button(self.tr("Show all"))
        elif self.picker.day() == self._session.register.clock.today():
            self.empty.set_words(
                self.tr("No line today yet"), self.tr("The first pass that is scanned makes one")
            )
            self.empty.set_button(self.tr("Type in from paper"), "write")
        else:
            self.empty.set_words(
                self.tr("No line on this day"), self.tr("What was written on paper can be typed in")
            )
            self.empty.set_button(self.tr("Type in from paper"), "write")

    def _fit(self) -> None:
        self.panel.setFixedWidth(px(300 if density().narrow else 352))
        tight = density().level is Room.TIGHT
        scaled(self._column, 12 if tight else 16, 12 if tight else 16)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Entries"))
        self.paper_button.setText(self.tr("From paper"))
        self.paper_button.setToolTip(self.tr("Type in what was written on paper while the laptop was down"))
        self.table.setAccessibleName(self.tr("The lines of the day"))
        self.model.retranslate()
        self._say_empty()


def _ignore(_error: GatebookError) -> None:
    """What a search while typing could not find is found by the next key."""
