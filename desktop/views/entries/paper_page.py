"""Typing in what was written on paper while the laptop was down, or taking it from a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import GatebookError, RefusalCode
from db.exchange.paper_lines import PaperField, PaperLine, PaperLines, read_typed_line
from db.exchange.paper_rejected import RejectedLine, typed_cells, write_rejected_lines
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Banner, EmptyState
from desktop.kit.cells import Cell
from desktop.kit.density import Room, density
from desktop.kit.dialogs import ConfirmSheet, ConfirmWords
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.progress import WorkProgress
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type
from desktop.models.paper_lines import PaperModel, PaperRow
from desktop.operations.entries import find_holders
from desktop.operations.paper_entries import Backfilled, PaperVerdict, backfill, read_paper_file, recognise
from desktop.paper_words import paper_titles, problems_of
from desktop.sentences import sentence
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.day_picker import DayPicker
from desktop.views.entries.paper_input import PaperInput
from desktop.views.entries.paper_numbers import PaperNumbers
from desktop.views.entries.paper_printing import PaperPrinting

_PLANS = [
    ColumnPlan(Cell.NUMBER, 60),
    ColumnPlan(Cell.STRONG, 96, least=84),
    ColumnPlan(Cell.WAY, 76),
    ColumnPlan(Cell.PASS, 190, least=180),
    ColumnPlan(Cell.NAME, 150, least=110, stretch=1),
    ColumnPlan(Cell.TEMPERATURE, 80),
    ColumnPlan(Cell.STATUS, 240, least=200, stretch=3),
    ColumnPlan(Cell.TEXT, 160, least=100, stretch=2, drop=1),
]

_FEW = 20
_NO_TABLE = (RefusalCode.NOT_A_LIST, RefusalCode.LIST_NEEDS_PASSWORD, RefusalCode.LIST_TOO_LARGE)

Judged = list[tuple[PaperLine, PaperVerdict | None]]


class PaperPage(Retranslating, QWidget):
    """Signal `left`: back to the lines of the day. Attribute `printing`: sheets for the next power cut."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._mending = -1
        self._work: Progress | None = None
        self.printing = PaperPrinting(session, self)
        self.printing.failed.connect(self._failed)
        self._make_head()
        self.model = PaperModel(self)
        self.table = GateTable(_PLANS)
        self.table.set_model(self.model)
        self.table.row_opened.connect(self._mend)
        self.empty = EmptyState("write")
        self.empty.acted.connect(self.choose_file)
        self.table.set_empty(self.empty)
        self.input = PaperInput(session.register.gate.gate)
        self.input.submitted.connect(self._submit)
        self.numbers = PaperNumbers(session, self.input, self.model, self.picker.day)
        self.input.holders_wanted.connect(self._find_holders)
        self.input.up_asked.connect(self._to_table)
        self.card = TableCard(self.table)
        foot = self.card.foot(0)
        foot.addWidget(self.input)
        foot.setStretch(foot.indexOf(self.input), 1)
        self.banner = Banner()
        self.banner.acted.connect(self.save_rejected)
        self.banner.hide()
        self.trouble = Banner("alert", "attn")
        self.trouble.hide()
        self.good = Banner("check", "allow")
        self.good.hide()
        self.progress = WorkProgress()
        self.progress.cancelled.connect(self._stop)
        self.progress.hide()
        head = row(
            self.back_button, self.title, 8, self.picker, STRETCH, self.sheets_button, self.file_button,
            self.write_button, gap=8,
        )  # fmt: skip
        self._column = column(
            head, self.banner, self.good, self.progress, self.card, gap=12, margins=16, parent=self
        )
        self._column.setStretch(5, 1)
        self.setFocusProxy(self.input.time.edit)
        self._make_keys()
        session.settings_changed.connect(self._set_rules)
        density().changed.connect(self._fit)
        self._set_rules()
        self._fit()
        self.retranslate()

    def _make_head(self) -> None:
        self.back_button = Button("", icon="left", key="Esc", height=44)
        self.back_button.clicked.connect(self.leave)
        self.title = Label("", Type.TITLE)
        self.picker = DayPicker(self._session.register.clock.today())
        self.picker.picked.connect(lambda _day: self.numbers.ask())
        self.sheets_button = IconButton("print", "", ButtonKind.SECONDARY, side=44)
        self.sheets_button.clicked.connect(lambda: self.printing.ask(self))
        self.file_button = Button("", icon="import", height=44)
        self.file_button.clicked.connect(self.choose_file)
        self.write_button = Button("", ButtonKind.PRIMARY, icon="check", key="F11", height=48)
        self.write_button.clicked.connect(self.write)

    def _make_keys(self) -> None:
        for keys, act in (
            ("Esc", self._escape),
            ("F11", self.write),
            ("Ctrl+Return", self.write),
            ("Ctrl+O", self.choose_file),
            ("Ctrl+P", lambda: self.printing.ask(self)),
            ("Shift+F12", lambda: self.printing.ask(self)),
            ("Del", self._remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self, day: date) -> None:
        """A new sheet of paper, of this day; what is typed already stays."""
        self.picker.set_today(self._session.register.clock.today())
        if not self.model.rows():
            self.picker.set_day(day)
        self.numbers.ask()

    # One line

    def _submit(self, typed: dict[PaperField, str]) -> None:
        old = self.model.row(self._mending)
        number = self.numbers.typed(old)
        if number is None:
            return
        line = self._understand(number, typed)
        if not line.ok:
            self.input.show_problem(line)
            return
        new = PaperRow(typed, line, self.picker.day())
        if old is not None:
            self.model.put(self._mending, new)
        else:
            self.model.add(new)
        self._mending = -1
        self.input.clear()
        self.input.set_paper_number(number + 1 if old is None else self.model.next_number())
        self.table.scrollToBottom()
        self._judge([line])
        self._say_counts()

    def _understand(self, number: int, typed: dict[PaperField, str]) -> PaperLine:
        clock = self._session.register.clock
        line = read_typed_line(
            number,
            typed,
            gate=self._session.register.gate.gate,
            now=clock.now(),
            zone=clock.zone,
            day=self.picker.day(),
        )
        return replace(line, paper_no=number)

    def _judge(self, lines: list[PaperLine]) -> None:
        """What the book says to lines; many of them are asked about where no scan waits behind."""
        if not lines:
            return
        ask = self._session.do if len(lines) < _FEW else self._session.do_long
        ask(recognise, lines, done=self._take_verdicts)

    def _take_verdicts(self, judged: Judged) -> None:
        self.model.set_verdicts(judged)
        self._say_counts()

    def _find_holders(self, typed: str) -> None:
        self._session.do(find_holders, typed, done=self.input.offer, failed=_ignore)

    def _mend(self, index: QModelIndex) -> None:
        one = self.model.row(index.row())
        if one is None or one.no is not None:
            return
        self._mending = index.row()
        self.input.set_paper_number(one.line.row)
        self.input.load(one.typed)

    def _remove(self) -> None:
        place = self.table.currentIndex().row()
        one = self.model.row(place)
        if one is None or not self.table.hasFocus():
            return
        self._mending = -1
        self.model.remove(place)
        self._say_counts()
        if not self.model.rows():
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    # From a table

    def choose_file(self) -> None:
        """Asks for a table."""
        kinds = self.tr("Tables (*.csv *.xlsx *.xls *.ods)")
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("A table of what was written on paper"), "", kinds
        )
        if path:
            self.read_file(Path(path))

    def read_file(self, path: Path) -> None:
        """Reads a table, and shows every line with what is wrong with it. Nothing is written yet."""
        work = self._start(self.tr("Reading {file}").format(file=path.name))
        self._session.do_long(
            read_paper_file,
            path,
            self.picker.day(),
            work,
            done=self._take_file,
            failed=lambda error: self._failed(error, path),
        )

    def _take_file(self, table: PaperLines) -> None:
        self._end()
        rows = [PaperRow(typed_cells(table, line), line, self.picker.day()) for line in table.lines]
        self._mending = -1
        self.model.set_rows(rows)
        self._judge([line for line in table.lines if line.ok])
        self._say_counts()
        if not rows:
            self.trouble.set_words(self.tr("There is no line in this table. Nothing was written"))
            self.trouble.show()
        self.table.scrollToTop()
        self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_rejected(self) -> None:
        """Asks where to save the lines that need mending."""
        name = self.tr("paper lines to mend.xlsx")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the lines to mend"), name, self.tr("Excel workbook (*.xlsx)")
        )
        if path:
            self.save_rejected_to(Path(path))

    def save_rejected_to(self, path: Path) -> None:
        """Saves the lines that need mending, each with what is wrong, in columns that can be read again."""
        lines = [
            RejectedLine(
                one.typed, frozenset(problem.field for problem in one.line.problems), problems_of(one.line)
            )
            for one in self.model.rows()
            if not one.line.ok
        ]
        titles, problem = paper_titles(), self.tr("What to mend")

        def save(_register: object) -> Path:
            write_rejected_lines(path, titles, lines, problem_title=problem)
            return path

        self._session.do_long(save, done=self._say_saved, failed=lambda error: self._failed(error, path))

    def _say_saved(self, path: Path) -> None:
        self.banner.set_words(
            self.tr("Saved in {file}. Mend it there and read it again").format(file=path.name)
        )
        self.banner.show()

    # Into the book

    def write(self) -> None:
        """Writes what waits into the book."""
        lines = [one.line for one in self.model.rows() if one.waits]
        if not lines or self._work is not None:
            return
        work = self._start(self.tr("Writing into the book"))
        self._session.do_long(
            backfill, lines, work, self._session.tasks.and_wait, done=self._take_written, failed=self._failed
        )

    def _take_written(self, done: Backfilled) -> None:
        self._end()
        self.model.set_recorded(done)
        self.numbers.ask()
        self._say_counts()
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    # Long work

    def _start(self, words: str) -> Progress:
        self._work = Progress(self)
        self._work.moved.connect(self.progress.set_progress)
        self.trouble.hide()
        self.good.hide()
        self.progress.start(words)
        self.progress.show()
        self._enable()
        return self._work

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _end(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self.progress.hide()
        self._enable()

    def _failed(self, error: GatebookError, path: Path | None = None) -> None:
        self._end()
        self._judge([one.line for one in self.model.rows() if one.waits])
        if error.code is RefusalCode.LIST_WITHOUT_HEADER:
            words = self.tr(
                "No row with the titles time, in or out, and pass or name was found. Nothing was written."
            )
        elif error.code in _NO_TABLE:
            words = self.tr(
                "This file cannot be read as a table. Nothing was written. Save it as xlsx or csv."
            )
        else:
            words = sentence(error)
        self.trouble.set_words(words)
        self.trouble.show()

    # Leaving

    def leave(self) -> None:
        """Back, asking first where lines were not written."""
        waiting = self.model.counts().waiting + self.model.counts().wrong
        if not waiting:
            self._go()
            return
        sheet = ConfirmSheet(
            ConfirmWords(
                self.tr("%n line(s) not written yet", "", waiting),
                self.tr("What was typed here is thrown away. What is in the book stays."),
                self.tr("Throw away"),
                self.tr("Stay here"),
            ),
            icon="trash",
        )
        sheet.confirmed.connect(lambda _reason: self._go())
        sheet.open_over(self.window())

    def _go(self) -> None:
        self.model.set_rows([])
        self._mending = -1
        self.trouble.hide()
        self.input.clear()
        self._say_counts()
        self.left.emit()

    def _escape(self) -> None:
        if self._mending >= 0:
            self._mending = -1
            self.input.clear()
        elif self.table.hasFocus():
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leave()

    def _to_table(self) -> None:
        if self.model.rows():
            self.table.choose_row(len(self.model.rows()) - 1)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words

    def _set_rules(self) -> None:
        self.model.set_fever(self._session.settings.fever_tenths)

    def _enable(self) -> None:
        busy = self._work is not None
        self.write_button.setEnabled(not busy and self.model.counts().waiting > 0)
        self.file_button.setEnabled(not busy)

    def _say_counts(self) -> None:
        counts = self.model.counts()
        self.write_button.setText(self.tr("Write %n line(s)", "", counts.waiting))
        if not counts.waiting:
            self.write_button.setText(self.tr("Write"))
        words = []
        if counts.wrong:
            words.append(self.tr("%n line(s) to mend: press Enter on one", "", counts.wrong))
        if counts.duplicates:
            words.append(self.tr("%n line(s) in the book already, left out", "", counts.duplicates))
        self.good.set_words(self.tr("%n line(s) written", "", counts.recorded))
        self.good.setVisible(counts.recorded > 0 and not counts.waiting)
        self.banner.set_words(
            self.tr(". ", "between two sentences").join(words),
            self.tr("Save those to mend") if counts.wrong else "",
        )
        self.banner.setVisible(bool(words))
        self._enable()

    def _fit(self) -> None:
        tight = density().level is Room.TIGHT
        scaled(self._column, 8 if tight else 12, 12 if tight else 16)
        self.back_button.set_key("" if density().narrow else "Esc")
        self.write_button.set_key("" if density().narrow else "F11")
        self.file_button.set_icon_name(None if density().narrow else "import")

    def retranslate(self) -> None:
        self.back_button.setText(self.tr("Back"))
        self.title.setText(self.tr("From paper"))
        self.file_button.setText(self.tr("From a table"))
        self.table.setAccessibleName(self.tr("Lines from paper"))
        self.empty.set_words(
            self.tr("Type what stands on the paper"),
            self.tr("Time, in or out, who, temperature, Enter. Nothing is in the book before you write it."),
        )
        self.empty.set_button(self.tr("Or take a table"), "import")
        self.sheets_button.set_name(self.tr("Print paper for a power cut"))
        self.model.retranslate()
        self._say_counts()


def _ignore(_error: GatebookError) -> None:
    """What a search while typing could not find is found by the next key."""
