"""The coverage board: areas and gates by days, what came and what is missing, and the day's totals."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from db.books.board import Board
from db.errors import GatebookError
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button
from desktop.kit.cards import Banner, EmptyState
from desktop.kit.choices import FilterPills, Option
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.theme import Type, px, themes
from desktop.language import current_language
from desktop.models.board import NOT_IN, BoardModel, Shown, narrowed
from desktop.operations.board import look_at_board, print_board, save_board
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.board.grid import BoardGrid
from desktop.views.board.side import CellCard, DayCard
from desktop.views.board.words import cell_words, no_area_word
from desktop.views.day_picker import DayPicker
from desktop.views.latest import Latest
from desktop.views.print_sheet import print_sheet

DAYS = 45
SOON_MS = 400
"""While sticks come in the board changes with each bundle; it is read again once things are quiet for a moment."""
_ALL = ""
_NO_AREA = "\0"


class BoardPage(Retranslating, QWidget):
    """Nothing is read while the page is hidden. Signals: `page_asked(str, object)`; `badge_changed(str)`, how many
    gates are to be asked for yesterday."""

    page_asked = Signal(str, object)
    badge_changed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._whole: Board | None = None
        self._board: Board | None = None
        self._shown = Shown()
        self._stale = True
        self._look = Latest(session, look_at_board, self._take, self._failed, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._make_parts()
        self._lay_out()
        self._make_keys()
        session.changes.changed.connect(self._on_change)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _make_parts(self) -> None:
        today = self._session.register.clock.today()
        self.title = Label("", Type.TITLE)
        self.picker = DayPicker(today)
        self.picker.set_day(today - timedelta(days=1))
        self.picker.picked.connect(self._day_picked)
        self.areas = ComboField(with_message=False)
        self.areas.picked.connect(self._area_picked)
        self.pills = FilterPills()
        self.pills.chosen.connect(self._pill_chosen)
        self.save_button = Button("", icon="save")
        self.save_button.clicked.connect(self._ask_where)
        self.print_button = Button("", icon="print")
        self.print_button.clicked.connect(self.print_board)
        self.trouble = Banner("alert", "deny")
        self.trouble.hide()
        self.model = BoardModel(cell_words, self)
        self.grid = BoardGrid(self.model)
        self.grid.cell_opened.connect(self._open_cell)
        self.grid.cell_moved.connect(self._moved)
        self.grid.day_chosen.connect(self._day_clicked)
        self.setFocusProxy(self.grid)
        self.empty = EmptyState("chart")
        self.day = DayCard()
        self.cell = CellCard()
        self.cell.closed.connect(self._close_cell)
        self.cell.forks_asked.connect(lambda: self.page_asked.emit("take_in", "forks"))
        self.side = QStackedWidget()
        self.side.addWidget(self.day)
        self.side.addWidget(self.cell)

    def _lay_out(self) -> None:
        self.card = TableCard(self.grid)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.card)
        empty_host = QWidget()
        column(self.empty, STRETCH, parent=empty_host)
        self._middle.addWidget(empty_host)
        head = row(
            self.title,
            4,
            self.picker,
            self.areas,
            self.pills,
            STRETCH,
            self.save_button,
            self.print_button,
            gap=8,
        )
        head.setAlignment(self.pills, Qt.AlignmentFlag.AlignVCenter)
        body = row(self._middle, self.side, gap=16)
        body.setStretch(0, 1)
        self._body = body
        self._column = column(head, self.trouble, body, gap=16, margins=16, parent=self)
        self._column.setStretch(2, 1)

    def _make_keys(self) -> None:
        for keys, act in (
            ("Alt+Left", lambda: self.picker.go(-1)),
            ("Alt+Right", lambda: self.picker.go(1)),
            ("Ctrl+F", lambda: self.areas.focus_editor()),
            ("Ctrl+P", self.print_board),
            ("Ctrl+S", self._ask_where),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.picker.set_today(self._session.register.clock.today())
        if self._stale:
            self._refresh()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ARRIVALS, Topic.TRUST):
            self._stale = True
            if self.isVisible():
                self._soon.start()

    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self._look.ask(*self._span())

    def _span(self) -> tuple[date, date]:
        """The days across: up to today, or around the chosen day where that is long past."""
        today, day = self._session.register.clock.today(), self.picker.day()
        last = today if today - day < timedelta(days=DAYS) else day + timedelta(days=DAYS // 2)
        return last - timedelta(days=DAYS - 1), last

    def _take(self, board: Board) -> None:
        self._whole = board
        self.trouble.hide()
        self._say_areas()
        self._show()

    def _failed(self, error: GatebookError) -> None:
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    # What is shown

    def _show(self) -> None:
        whole = self._whole
        if whole is None:
            return
        open_at = self._open_place()
        self._board = narrowed(whole, self._shown)
        self.model.set_board(self._board)
        day = self.picker.day().isoformat()
        self.grid.set_chosen_day(day)
        self.day.set_day(self._board, day)
        self._middle.setCurrentIndex(0 if self._board.rows else 1)
        self._say_pills()
        self._say_empty()
        self._badge(whole)
        if open_at is not None:
            index = self.model.place(*open_at)
            if index.isValid():
                self.grid.setCurrentIndex(index)
                self._fill_cell(index)
            else:
                self._close_cell()

    def _open_place(self) -> tuple[int, str] | None:
        """Whose day is told at the side, so that it stays when the board is read again."""
        if self.side.currentWidget() is not self.cell:
            return None
        index = self.grid.currentIndex()
        found, cell = self.model.row(index.row()), self.model.cell(index)
        gate = getattr(found, "gate", None)
        return None if gate is None or cell is None else (gate, cell.day)

    def _badge(self, whole: Board) -> None:
        today = self._session.register.clock.today()
        due = [day for day in whole.days if day < today.isoformat()]
        at = whole.days.index(due[-1]) if due else -1
        wanting = sum(row.cells[at].state in NOT_IN for row in whole.rows) if at >= 0 else 0
        self.badge_changed.emit(str(wanting) if wanting else "")

    def _day_picked(self, _day: object) -> None:
        inside = self._whole is not None and self.picker.day().isoformat() in self._whole.days
        self._close_cell()
        if inside:
            self._show()
        else:
            self._refresh()

    def _day_clicked(self, day: str) -> None:
        self.picker.set_day(date.fromisoformat(day))
        self._day_picked(None)

    def _area_picked(self, key: str) -> None:
        area = None if key == _ALL else "" if key == _NO_AREA else key
        self._shown = Shown(area, self._shown.only_missing)
        self._show()

    def _pill_chosen(self, key: str) -> None:
        self._shown = Shown(self._shown.area, key == "missing")
        self._show()

    # One cell

    def _open_cell(self, index: QModelIndex) -> None:
        if self._fill_cell(index):
            self.side.setCurrentWidget(self.cell)

    def _moved(self, index: QModelIndex) -> None:
        if self.side.currentWidget() is self.cell:
            self._fill_cell(index)

    def _fill_cell(self, index: QModelIndex) -> bool:
        found, cell = self.model.row(index.row()), self.model.cell(index)
        if found is None or cell is None:
            return False
        self.cell.set_cell(found, cell)
        return True

    def _close_cell(self) -> None:
        self.side.setCurrentWidget(self.day)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.side.currentWidget() is self.cell:
            self._close_cell()
        else:
            super().keyPressEvent(event)

    # Paper

    def print_board(self) -> None:
        """Prints the chosen day and what is missing of it, with the days before."""
        board = self._board
        if board is None:
            return
        day = self.picker.day()
        title = self.tr("Board of {day}").format(day=day.isoformat())
        self.print_button.set_busy(True)

        def made(pdf: bytes) -> None:
            self.print_button.set_busy(False)
            print_sheet(pdf, title, self, self._session.tasks, lambda _pages: None, self._failed)

        area = self._shown.area or ""
        self._session.do_long(
            print_board, board, day, area, current_language(), done=made, failed=self._stopped
        )

    def _ask_where(self) -> None:
        if self._board is None:
            return
        name = self.tr("board {day}").format(day=self.picker.day().isoformat())
        kinds = "Excel (*.xlsx);;PDF (*.pdf)"
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Save the board"), f"{name}.xlsx", kinds)
        if path:
            chosen = Path(path)
            self.save_to(chosen.with_suffix(".pdf") if "pdf" in kind else chosen)

    def save_to(self, path: Path) -> None:
        """Saves the board that is shown, as a spreadsheet or as PDF by the name's end; whole or not at all."""
        self.save_button.set_busy(True)
        area, day = self._shown.area or "", self.picker.day()

        def done(_path: Path) -> None:
            self.save_button.set_busy(False)

        self._session.do_long(
            save_board, self._board, day, area, path, current_language(), done=done, failed=self._stopped
        )

    def _stopped(self, error: GatebookError) -> None:
        self.save_button.set_busy(False)
        self.print_button.set_busy(False)
        self._failed(error)

    # Words and sizes

    def _say_areas(self) -> None:
        names = sorted({row.area for row in self._whole.rows}) if self._whole else []
        chosen = self.areas.key()
        choices = [(_ALL, self.tr("All areas"))]
        choices += [(name or _NO_AREA, name or no_area_word()) for name in names]
        self.areas.set_choices(choices)
        self.areas.choose(chosen or _ALL)
        self.areas.setVisible(len(names) > 1)

    def _say_pills(self) -> None:
        whole = self._whole
        every = narrowed(whole, Shown(self._shown.area)) if whole else None
        wanting = narrowed(whole, Shown(self._shown.area, True)) if whole else None
        counts = [str(len(one.rows)) if one else "" for one in (every, wanting)]
        self.pills.set_options(
            [
                Option("all", self.tr("All"), detail=counts[0]),
                Option("missing", self.tr("Something missing"), detail=counts[1]),
            ]
        )
        self.pills.choose("missing" if self._shown.only_missing else "all")

    def _say_empty(self) -> None:
        if self._whole is not None and self._whole.rows:
            self.empty.set_words(
                self.tr("Nothing is missing"), self.tr("Every gate that is shown is all in.")
            )
        else:
            self.empty.set_words(
                self.tr("No gate yet"),
                self.tr("A gate's request comes on a drive; let it in, and it stands here."),
            )

    def _fit(self) -> None:
        tight, narrow = density().level is Room.TIGHT, density().narrow
        gap = 12 if tight else 16
        scaled(self._column, gap, gap)
        scaled(self._body, gap)
        self.side.setFixedWidth(px(288 if narrow else 324))
        self.areas.setFixedWidth(px(132 if narrow else 176))
        for button in (self.save_button, self.print_button):
            button.setText("" if narrow else button.accessibleName())

    def retranslate(self) -> None:
        self.title.setText(self.tr("Board"))
        self.save_button.setAccessibleName(self.tr("Save"))
        self.save_button.setToolTip(self.tr("Save the board that is shown as a spreadsheet or as PDF"))
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setToolTip(self.tr("Print it for the morning's meeting"))
        self.grid.setAccessibleName(self.tr("Gates by days"))
        self.areas.frame.editor.setAccessibleName(self.tr("Area"))
        self._say_areas()
        self._say_pills()
        self._say_empty()
        self._fit()
        if self._board is not None:
            self.model.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, self.model.rowCount() - 1))
