"""A list in hand: every row with its problems, mended cell by cell, and issued in one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.books.pass_id import Book
from db.books.person import Field
from db.errors import GatebookError
from db.exchange.rosters import RosterRow
from db.exchange.rosters.in_hand import HandedIn, RowState
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner
from desktop.kit.choices import FilterPills, Option
from desktop.kit.density import density
from desktop.kit.fields import Message
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.progress import WorkProgress
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.theme import Type
from desktop.models.rosters import RosterModel
from desktop.operations import rosters
from desktop.operations.adopting import paper_cards
from desktop.operations.rosters import Issued
from desktop.problems import row_words
from desktop.sentences import sentence
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.passes.roster_parts import ListTerms, proposed_name
from desktop.views.passes.roster_table import RosterTable

ALL, WRONG, WARNED, REPEAT = "all", "wrong", "warned", "repeat"
_FILTERS = {ALL: (), WRONG: (RowState.WRONG,), WARNED: (RowState.WARNED,), REPEAT: (RowState.REPEAT,)}


class RosterPreview(Retranslating, QWidget):
    """Signals: `issued(Issued)`; `other_sheet_asked(str)`; `work_told(str)`, how far issuing is; `saved_back(str)`,
    what is to be said about the rows saved for the unit."""

    issued = Signal(object)
    other_sheet_asked = Signal(str)
    work_told = Signal(str)
    saved_back = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._handed: HandedIn | None = None
        self._issued: Issued | None = None
        self._progress: Progress | None = None
        self._mending = 0
        self.model = RosterModel(self)
        self._make()
        self._lay_out()
        self._connect()
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    # Parts

    def _make(self) -> None:
        self.terms = ListTerms(self._session.register.clock.today())
        self.sheets = Banner("info")
        self.trouble = Banner(kind="deny")
        for banner in (self.sheets, self.trouble):
            banner.hide()
        self.pills = FilterPills()
        self.table = RosterTable(self.model)
        self.row_message = Label("", Type.CELL, "text2", wrap=True)
        self.summary = Label("", Type.SECTION)
        self.message = Message()
        self.message.keep_room(False)
        self.back_button = Button("", icon="save", height=48, size=15)
        self.issue_button = Button("", ButtonKind.PRIMARY, icon="check", key="F12", height=48)
        self.progress = WorkProgress()
        self.progress.hide()

    def _lay_out(self) -> None:
        self.card = TableCard(self.table)
        foot = self.card.foot((20, 8, 16, 8))
        self._buttons = QWidget()
        words = column(self.row_message, row(self.summary, STRETCH), self.message, gap=0)
        line = row(words, self.back_button, self.issue_button, gap=8, parent=self._buttons)
        line.setStretch(0, 1)
        foot.addWidget(self._buttons)
        foot.addWidget(self.progress)
        self._above = row(self.terms, STRETCH, gap=16)
        self._below = row(gap=16)
        whole = column(self.trouble, self.sheets, self._above, self._below, self.card, gap=10, parent=self)
        whole.setStretch(4, 1)

    def _connect(self) -> None:
        self.terms.terms_changed.connect(self._judge_again)
        self.sheets.acted.connect(self._ask_other_sheet)
        self.pills.chosen.connect(self._filter)
        self.table.row_chosen.connect(self._show_row)
        self.model.mend_asked.connect(self._mend)
        self.model.ticks_changed.connect(self._show_summary)
        self.back_button.clicked.connect(self.ask_where_back)
        self.issue_button.clicked.connect(self.issue)
        self.progress.cancelled.connect(self.cancel)

    def _fit(self) -> None:
        """With little room the filters stand under the terms."""
        for layout in (self._above, self._below):
            layout.removeWidget(self.pills)
        if density().narrow:
            self._below.addWidget(self.pills)
        else:
            self._above.addWidget(self.pills, 0, Qt.AlignmentFlag.AlignBottom)

    # The list

    def handed(self) -> HandedIn | None:
        """The list in hand."""
        return self._handed

    @property
    def busy(self) -> bool:
        """Whether it is being issued."""
        return self._progress is not None

    def forget(self) -> None:
        """No list any more."""
        self._handed = self._issued = None
        self.model.set_list(None)

    def show_list(self, handed: HandedIn, usual_book: Book) -> None:
        """A list that was just read."""
        self._handed, self._issued = handed, None
        self.model.set_list(handed)
        roster = handed.roster
        by_column = roster.column_of(Field.CATEGORY) is not None
        until = roster.default_valid_until or roster.today
        self.terms.set_terms(roster.book or usual_book, until, roster.today, by_column)
        self.terms.offer_paper(False)
        if roster.column_of(Field.SEQ) is not None:
            self._session.do(paper_cards, done=lambda cards: self.terms.offer_paper(cards.any_waiting))
        self._show_pills()
        self.pills.choose(ALL)
        self._say("")
        self._show_summary()
        self._show_sheets()
        self.table.jump_to(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheets(self) -> None:
        others = self._handed.roster.other_lists if self._handed is not None else ()
        if others:
            words = self.tr("This file has another list: {name}").format(name=others[0])
            self.sheets.set_words(words, self.tr("Read that one"))
        self.sheets.setVisible(bool(others))

    def _ask_other_sheet(self) -> None:
        if self._handed is not None and self._handed.roster.other_lists:
            self.other_sheet_asked.emit(self._handed.roster.other_lists[0])

    # Mending

    def _judge_again(self) -> None:
        if self._handed is not None:
            book, until = self.terms.terms()
            by_column = self._handed.roster.column_of(Field.CATEGORY) is not None
            self._change(rosters.hand_in_for, None if by_column else book, until)

    def _mend(self, number: int, field: Field, words: str) -> None:
        self._change(rosters.mend_row, number, {field: words})

    def _change(self, operation: Callable[..., HandedIn], *arguments: object) -> None:
        """One change after another: each begins with what the one before gave."""
        self._mending += 1
        self.issue_button.setEnabled(False)

        def work() -> HandedIn:
            handed = self._handed
            assert handed is not None
            self._handed = operation(self._session.register, handed, *arguments)
            return self._handed

        self._session.tasks.run_long(work, self._changed, self._not_changed)

    def _changed(self, handed: HandedIn) -> None:
        self._mending -= 1
        self.model.set_list(handed, keep=True)
        self._show_pills()
        self._show_summary()
        self._show_row(self.table.currentIndex())

    def _not_changed(self, error: GatebookError) -> None:
        self._mending -= 1
        self._say(sentence(error))
        self._show_summary()

    def _filter(self, key: str) -> None:
        self.model.show_states(*_FILTERS[key])
        self.table.jump_to(0)

    # Issuing

    def issue(self) -> None:
        """Issues what can be issued, a hundred at a time."""
        if self._handed is None or self._progress is not None or self._mending or self._issued is not None:
            return
        rows = self.model.to_issue()
        if not rows:
            self.message.set_message(self.tr("No row can be issued. Mend some first"))
            return
        self._say("")
        self._progress = Progress(self)
        self._progress.moved.connect(self._moved)
        self._buttons.hide()
        self.progress.show()
        self.progress.start(self.tr("Issuing %n pass(es)", "", len(rows)))
        for part in (self.table, self.terms):
            part.setEnabled(False)
        self._session.do_long(
            rosters.issue_list,
            self._handed.roster,
            rows,
            self.terms.chosen_scope(),
            self._session.tasks.and_wait,
            self._progress,
            self.terms.on_paper.isChecked(),
            done=self._done,
            failed=self._failed,
        )

    def _moved(self, done: int, total: int) -> None:
        self.progress.set_progress(done, total)
        words = self.tr("Issuing passes: {done} of {total}").format(done=done, total=total)
        self.work_told.emit(words if done < total else "")

    def _done(self, issued: Issued) -> None:
        self._end_issuing()
        self._issued = issued
        self.issued.emit(issued)

    def rows_to_hand_back(self) -> list[RosterRow]:
        """The rows that were not issued because something is wrong with them, or that were skipped."""
        rows = self.model.to_hand_back()
        if self._issued is not None and self._handed is not None:
            numbers = {row for row, _ in self._issued.refused}
            rows += [row for row in self._handed.roster.rows if row.row in numbers]
        return rows

    def _failed(self, error: GatebookError) -> None:
        self._end_issuing()
        self._say(sentence(error))

    def _end_issuing(self) -> None:
        self._progress = None
        self.work_told.emit("")
        self.progress.hide()
        self._buttons.show()
        for part in (self.table, self.terms):
            part.setEnabled(True)

    def cancel(self) -> None:
        """Stops issuing after the hundred under way."""
        if self._progress is not None:
            self._progress.cancel()

    def _say(self, words: str) -> None:
        """What went wrong, in a whole sentence; "" when it is over."""
        self.message.set_message("")
        self.trouble.set_words(words)
        self.trouble.setVisible(bool(words))

    # What goes back to the unit

    def ask_where_back(self) -> None:
        """Asks for a file and saves the rows that were rejected."""
        if self._handed is None:
            return
        proposed = proposed_name(self._handed.roster.path, self.tr("to-mend"))
        kinds = f"{self.tr('Spreadsheet')} (*.xlsx)"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save for the unit"), proposed, kinds)
        if path:
            self.save_back(Path(path).with_suffix(".xlsx"))

    def save_back(self, path: Path) -> None:
        """Saves the rows that were rejected, each with what is wrong with it."""
        if self._handed is None:
            return
        rows = self.rows_to_hand_back()
        roster, title = self._handed.roster, self.tr("What to mend")
        self._session.tasks.run_long(
            lambda: rosters.hand_back(path, roster, rows, row_words, title), self._saved, self._not_saved
        )

    def _saved(self, path: Path) -> None:
        words = self.tr("Saved as {name}").format(name=path.name)
        self.message.set_message(words, error=False)
        self.saved_back.emit(words)

    def _not_saved(self, error: GatebookError) -> None:
        self._say(sentence(error))
        self.saved_back.emit(sentence(error))

    # Words

    def _show_row(self, index: QModelIndex) -> None:
        """The chosen row's problems in full."""
        shown = self.model.row(index.row()) if index.isValid() else None
        words = row_words(shown) if shown is not None else ""
        if shown is not None and words:
            words = self.tr("Row {row}: {problems}").format(row=shown.row, problems=words)
        self.row_message.setText(words or self.tr("Press a cell and type to mend it. Space skips a row."))

    def _show_pills(self) -> None:
        handed = self._handed
        count = handed.count if handed is not None else lambda *states: 0
        total = len(handed.states) if handed is not None else 0
        current = self.pills.current()
        self.pills.set_options(
            [
                Option(ALL, self.tr("All"), detail=str(total)),
                Option(WRONG, self.tr("To mend"), "alert", str(count(RowState.WRONG))),
                Option(WARNED, self.tr("Worth a look"), "info", str(count(RowState.WARNED))),
                Option(REPEAT, self.tr("There already"), "copy", str(count(RowState.REPEAT))),
            ]
        )
        self.pills.choose(current or ALL)

    def _show_summary(self) -> None:
        count, back = self.model.counts()
        self.issue_button.setEnabled(not self._mending)
        self.issue_button.setText(self.tr("Issue %n pass(es)", "", count))
        self.back_button.setText(self.tr("Save %n row(s) for the unit", "", back))
        self.back_button.setVisible(back > 0)
        skipped = self.model.skipped()
        self.summary.setText(self.tr("%n skipped", "", skipped) if skipped else "")
        self.summary.setVisible(skipped > 0)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Rows of the list"))
        self.model.retranslate()
        self._show_pills()
        self._show_summary()
        self._show_sheets()
        self._show_row(self.table.currentIndex())
