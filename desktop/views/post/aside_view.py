"""Files that were not taken in: why, and what can be done with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import GatebookError, Refusal, RefusalCode
from db.exchange.merge.importing import SetAside
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button
from desktop.kit.cards import EmptyState
from desktop.kit.cells import Cell, Status
from desktop.kit.labels import Label
from desktop.kit.layouts import column
from desktop.kit.retranslating import Retranslating
from desktop.kit.table_card import TableCard
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.kit.theme import Type
from desktop.models.rows import RowsModel, TableRow, Words
from desktop.operations.sticks import ImportResult, copy_set_aside, kept_aside, try_again
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.exchange.drive_list import size_words
from desktop.views.latest import Latest
from desktop.views.post.words import refused_words


def refusal_of(one: SetAside) -> GatebookError:
    """Why a file was not taken in, as it was noted."""
    params: dict[str, object] = {}
    for part in one.detail.split(", "):
        key, colon, value = part.partition(": ")
        if colon:
            params[key] = int(value) if value.isdecimal() else value
    try:
        return Refusal(RefusalCode(one.reason), **params)
    except ValueError:
        return Refusal(RefusalCode.BUNDLE_DAMAGED, why=one.reason)


class AsideView(Retranslating, QWidget):
    """Signals: `counted(int)`; `told(str)`, what came of a second try."""

    counted = Signal(int)
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._files: list[SetAside] = []
        self._read = Latest(session, kept_aside, self._take, parent=self)
        self.model = RowsModel(self)
        self.table = GateTable(
            [
                ColumnPlan(Cell.STATUS, 240, least=150, stretch=2),
                ColumnPlan(Cell.TEXT, 280, least=150, stretch=3),
                ColumnPlan(Cell.QUIET, 130, least=110, drop=2),
                ColumnPlan(Cell.NUMBER, 90, drop=1),
            ]
        )
        self.table.set_model(self.model)
        self.table.row_chosen.connect(self._say)
        self.empty = EmptyState("check")
        self.table.set_empty(self.empty)
        self.sentence = Label("", Type.CELL, "text2", wrap=True)
        self.copy_button = Button("", icon="save", height=44)
        self.copy_button.clicked.connect(self._copy)
        self.again_button = Button("", icon="retry", height=44)
        self.again_button.clicked.connect(self.try_all_again)
        card = TableCard(self.table)
        foot = card.foot((16, 10, 16, 10))
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.again_button)
        column(card, parent=self)
        session.changes.changed.connect(self._on_change)
        self.retranslate()
        self._read.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read.ask()

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ARRIVALS, Topic.TRUST):
            self._read.ask()

    def _take(self, files: list[SetAside]) -> None:
        self._files = files
        self._show()
        self.counted.emit(len(files))

    def _show(self) -> None:
        rows = []
        for one in self._files:
            error = refusal_of(one)
            cells = (
                Words(refused_words(error), Status("ban", "attn"), sentence(error)),
                Words(one.name),
                Words(one.at[5:16].replace("T", " ")),
                Words(size_words(one.bytes)),
            )
            rows.append(TableRow(one.sha256, cells))
        self.model.set_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose_row(0)
        self._say(self.table.currentIndex())

    def _say(self, index: QModelIndex) -> None:
        place = index.row() if index.isValid() else -1
        one = self._files[place] if 0 <= place < len(self._files) else None
        self.sentence.setText(sentence(refusal_of(one)) if one is not None else "")
        self.copy_button.setVisible(one is not None and one.kept)
        self.again_button.setVisible(
            any(one.reason == RefusalCode.SIGNER_UNKNOWN.value and one.kept for one in self._files)
        )

    def _copy(self) -> None:
        place = self.table.currentIndex().row()
        if not 0 <= place < len(self._files):
            return
        one = self._files[place]
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), one.name)
        if path:
            self._session.do(copy_set_aside, one.sha256, Path(path))

    def try_all_again(self) -> None:
        """Takes in what is believed by now."""
        self.again_button.set_busy(True)

        def done(result: ImportResult) -> None:
            self.again_button.set_busy(False)
            self.told.emit(self.tr("%n line(s) of files kept aside are in now", "", result.new))

        def failed(error: GatebookError) -> None:
            self.again_button.set_busy(False)
            self._session.refused.emit(error)

        self._session.do_long(try_again, write=self._session.tasks.and_wait, done=done, failed=failed)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Not taken in"))
        self.model.set_headers([self.tr("Why"), self.tr("File"), self.tr("When"), self.tr("Size")])
        self.empty.set_words(
            self.tr("Nothing is kept aside"),
            self.tr("A file that cannot be taken in is kept here, with its reason."),
        )
        self.copy_button.setText(self.tr("Save a copy"))
        self.again_button.setText(self.tr("Try again"))
        self._show()
