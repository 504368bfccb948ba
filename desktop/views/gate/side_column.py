"""The right of the gate page: strips over today's list, and panels in its place. Nothing here moves the verdict."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from db.books.entries import Entry
from desktop.kit.cards import EmptyState
from desktop.kit.cells import Cell
from desktop.kit.density import density
from desktop.kit.layouts import column, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import PAD, ColumnPlan, GateTable
from desktop.kit.theme import px, themes
from desktop.models.todays_lines import TodaysLinesModel
from desktop.views.gate.clock_card import ClockCard
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.search_panel import SearchPanel
from desktop.views.gate.side_strips import AsideStrip, TrayCard, WaitStrip

_COLUMNS = (
    ColumnPlan(Cell.STRONG, 57),
    ColumnPlan(Cell.QUIET, 49, drop=1),
    ColumnPlan(Cell.BOOK, 32, drop=2),
    ColumnPlan(Cell.NAME, 124, least=100, stretch=1),
    ColumnPlan(Cell.WAY, 62),
    # A fever's thermometer may reach into the gap before it.
    ColumnPlan(Cell.TEMPERATURE, 72),
)
_PAD = 5
_MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class _LinesTable(GateTable):
    """Moves by keys; every other key is the page's, so that digits never search in it."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS)
        # Every pixel is a letter of a name; the wheel and the keys scroll.
        self.horizontalHeader().setMinimumSectionSize(px(24))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def inner(self, rect: QRect, column: int) -> QRectF:
        """A cell without its padding, which is less here than in a table with room."""
        wide = super().inner(rect, column)
        less = px(PAD - _PAD)
        first, last = self.is_first(column), self.is_last(column)
        return wide.adjusted(0 if first else -less, 0, 0 if last else less, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()


class SideColumn(Retranslating, QWidget):
    """Attributes: `clock`, `wait`, `aside`, `tray`, `table`, `model`, `search`. Signal `panel_closed`."""

    panel_closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clock = ClockCard()
        self.wait = WaitStrip()
        self.aside = AsideStrip()
        self.tray = TrayCard()
        self.model = TodaysLinesModel(self)
        self.table = _LinesTable()
        self.table.set_model(self.model)
        self._empty = EmptyState("list")
        self.table.set_empty(self._empty)
        self.lines = TableCard(self.table)
        self.search = SearchPanel()
        self.panel: GatePanel | None = None
        self._guest: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self.lines)
        self._stack.addWidget(self.search)
        self._whole = column(self.clock, self.wait, self.aside, self.tray, self._stack, gap=16, parent=self)
        self._whole.setStretch(4, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def _fit(self) -> None:
        narrow = density().narrow
        scaled(self._whole, density().pick(16, 12, 8))
        wide = px(400 if not narrow else 326)
        self.setFixedWidth(max(wide, self._guest.sizeHint().width() if self._guest is not None else 0))

    def retranslate(self) -> None:
        self.lines.set_title(self.tr("Today's lines"))
        self._empty.set_words(self.tr("No lines yet today"), self.tr("The first scan makes one"))
        self.model.retranslate()

    def set_count(self, count: int) -> None:
        """How many numbers were given today."""
        self.lines.set_note(self.tr("%n line(s)", "", count) if count else "")

    def chosen_entry(self) -> Entry | None:
        """The line under the cursor, where someone went to the list; else the newest that stands."""
        if self.table.hasFocus():
            line = self.model.line(self.table.currentIndex().row())
            if isinstance(line, Entry):
                return line
        return self.model.newest()

    # Panels in place of the list

    def show_panel(self, panel: GatePanel) -> None:
        """Puts a panel in place of the list."""
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
            panel.closed.connect(self.panel_closed)
        self.panel = panel
        self._stack.setCurrentWidget(panel)

    def close_panel(self) -> None:
        """Brings the list back."""
        self.panel = None
        self._stack.setCurrentWidget(self._guest or self.lines)

    def show_search(self, on: bool) -> None:
        """What was found, in place of the list, but not in place of a panel."""
        if on:
            self.panel = None
            self._stack.setCurrentWidget(self.search)
        elif self._stack.currentWidget() is self.search:
            self._stack.setCurrentWidget(self._guest or self.lines)

    def take_side_panel(self, panel: QWidget) -> None:
        """A panel of the window's, as an export's progress: the list gives room, not the verdict."""
        self._guest = panel
        self._stack.addWidget(panel)
        self._fit()
        if self.panel is None:
            self._stack.setCurrentWidget(panel)

    def give_back_side_panel(self, panel: QWidget) -> None:
        """The window takes its panel back."""
        self._stack.removeWidget(panel)
        self._guest = None
        self._fit()
        if self.panel is None:
            self._stack.setCurrentWidget(self.lines)
