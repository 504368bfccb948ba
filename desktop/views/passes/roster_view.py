"""A list handed in by a unit: the file chosen and read, its columns explained where need be, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from db.books.pass_id import Book
from db.books.person import Field
from db.errors import GatebookError, RefusalCode
from db.exchange.rosters.in_hand import HandedIn, RowState
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.density import Room, density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations import rosters
from desktop.operations.rosters import Issued
from desktop.sentences import sentence
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.passes.column_mapping import ColumnMapping
from desktop.views.passes.form_photo import dropped, may_drop
from desktop.views.passes.roster_parts import DropBox, ListResult, list_filter
from desktop.views.passes.roster_preview import RosterPreview


class RosterView(Retranslating, QWidget):
    """Attributes: `preview`, `mapping`, `drop_box`, `result`: what takes each other's place.

    Signals: `left`; `print_asked(tuple)` of the passes just issued; `work_told(str)`, how far issuing is;
    `paper_asked`, cards are out on paper already."""

    left = Signal()
    print_asked = Signal(object)
    work_told = Signal(str)
    paper_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._book = Book.OFFICIAL
        self._path: Path | None = None
        self._sheet: str | None = None
        self._header_row: int | None = None
        self._issued: Issued | None = None
        self._reading: Progress | None = None
        self.back = IconButton("left", "", ButtonKind.SECONDARY, side=48, glyph=22)
        self.title = Label("", Type.TITLE)
        self.name = ElidedLabel("", Type.BODY, "text2")
        self.columns_button = Button("", height=44, size=15)
        self.other_button = Button("", icon="import", height=44, size=15)
        self.drop_box = DropBox()
        self.mapping = ColumnMapping()
        self.preview = RosterPreview(session)
        self.result = ListResult()
        self._stack = QStackedWidget()
        for part in (self.drop_box, self.mapping, self.preview, self.result):
            self._stack.addWidget(part)
        head = row(self.back, self.title, self.name, self.columns_button, self.other_button, gap=12)
        head.setStretch(2, 1)
        self._all = column(head, self._stack, gap=16, margins=16, parent=self)
        self._all.setStretch(1, 1)
        self._connect()
        density().changed.connect(self._fit)
        self._fit()
        self.setAcceptDrops(True)
        self.retranslate()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.drop_box.choose_asked.connect(self.ask_which)
        self.drop_box.paper_asked.connect(self.paper_asked)
        self.drop_box.cancelled.connect(self._cancel_reading)
        self.other_button.clicked.connect(self.ask_which)
        self.columns_button.clicked.connect(self._map_again)
        self.mapping.mapped.connect(self._mapped)
        self.mapping.left.connect(self.start_over)
        self.preview.other_sheet_asked.connect(self._read_other_sheet)
        self.preview.issued.connect(self._show_result)
        self.preview.work_told.connect(self.work_told)
        self.preview.saved_back.connect(self.result.say)
        self.result.print_asked.connect(self._print)
        self.result.back_asked.connect(self.preview.ask_where_back)
        self.result.another_asked.connect(self.start_over)
        self.result.books_asked.connect(self._to_books)
        for keys, act in (
            ("F12", self.preview.issue),
            ("Ctrl+Return", self.preview.issue),
            ("Ctrl+O", self.ask_which),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _fit(self) -> None:
        tight = density().level is Room.TIGHT
        scaled(self._all, 10 if tight else 16, (16, 10 if tight else 16, 16, 10 if tight else 16))
        self.back.set_height(40 if tight else 48)
        for button in (self.columns_button, self.other_button):
            button.set_height(40 if tight else 44)

    def shown(self) -> QWidget | None:
        """The part that is shown."""
        return self._stack.currentWidget()

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        in_hand = part is self.preview
        self.columns_button.setVisible(in_hand)
        self.other_button.setVisible(in_hand)
        self.name.setText(self._path.name if self._path is not None and part is not self.drop_box else "")

    # Choosing and reading

    def open_for(self, book: Book) -> None:
        """Ready for a list of people of a book. A list in hand is not thrown away by looking at the books."""
        if self._reading is not None or self.preview.busy:
            return
        self._book = book
        if self.preview.handed() is not None and self._issued is None:
            self._show(self.preview)
        else:
            self.start_over()

    def start_over(self) -> None:
        """Asks for another list."""
        self._issued, self._path = None, None
        self.preview.forget()
        self.drop_box.show_error("")
        self._show(self.drop_box)
        self.drop_box.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_which(self) -> None:
        """Asks for a file and reads it."""
        words = f"{self.tr('Lists')} {list_filter()};;{self.tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), "", words)
        if path:
            self.read(Path(path))

    def read(self, path: Path, sheet: str | None = None, mapping: dict[int, Field] | None = None) -> None:
        """Reads a list and shows it; what is wrong with the file is said in one sentence."""
        if self._reading is not None or self.preview.busy:
            return
        self._path, self._sheet, self._issued = path, sheet, None
        self._show(self.drop_box)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drop_box.show_reading(path.name)
        self._reading = Progress(self)
        self._reading.moved.connect(self.drop_box.progress.set_progress)
        header_row = self._header_row if mapping is not None else None
        said = rosters.Said(self._book, sheet=sheet, header_row=header_row, mapping=mapping)
        self._session.do_long(
            rosters.hand_in, path, said, self._reading, done=self._take_list, failed=self._not_read
        )

    def _take_list(self, handed: HandedIn) -> None:
        self._end_reading()
        self._header_row = handed.roster.header_row
        if not handed.roster.rows:
            self.preview.forget()
            words = self.tr(
                "The list has titles and nobody under them. Nobody was issued. Ask the unit for it once more."
            )
            self.drop_box.show_error(words)
            self.drop_box.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._show(self.preview)
        self.preview.show_list(handed, self._book)

    def _not_read(self, error: GatebookError) -> None:
        self._end_reading()
        if error.code is RefusalCode.LIST_WITHOUT_HEADER and error.params.get("header"):
            titles: Sequence[str] = error.params["header"]  # type: ignore[assignment]
            self._header_row = int(str(error.params["header_row"]))
            self._sheet = error.params.get("sheet")  # type: ignore[assignment]
            self.mapping.set_titles(titles, {})
            self._show(self.mapping)
            self.mapping.combos[0].focus_editor()
            return
        self.preview.forget()
        self._show(self.drop_box)
        self.drop_box.show_error("" if error.code is RefusalCode.CANCELLED else sentence(error))
        self.drop_box.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_reading(self) -> None:
        self._reading = None
        self.drop_box.show_reading("")

    def _cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    def _mapped(self, chosen: dict[int, Field]) -> None:
        if self._path is not None:
            self.read(self._path, self._sheet, chosen)

    def _map_again(self) -> None:
        handed = self.preview.handed()
        if handed is not None:
            columns = handed.roster.columns
            known = {column.index: column.field for column in columns if column.field is not None}
            self.mapping.set_titles([column.title for column in columns], known)
            self._sheet = handed.roster.sheet
            self._show(self.mapping)

    def _read_other_sheet(self, sheet: str) -> None:
        if self._path is not None:
            self.read(self._path, sheet)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_drop(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.read(dropped(event))

    # What came of it

    def _show_result(self, issued: Issued) -> None:
        self._issued = issued
        self._say_result()
        self._show(self.result)
        self.result.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_result(self) -> None:
        issued, handed = self._issued, self.preview.handed()
        if issued is None or handed is None:
            return
        back = self.preview.rows_to_hand_back()
        told = []
        if repeats := handed.count(RowState.REPEAT) + len(issued.repeats):
            told.append(self.tr("%n had one already.", "", repeats))
        if warned := handed.count(RowState.WARNED):
            told.append(self.tr("%n row(s) were issued with a note.", "", warned))
        if back:
            told.append(self.tr("%n row(s) were not issued and can go back to the unit.", "", len(back)))
        why = sentence(issued.stopped) if issued.stopped is not None else ""
        self.result.show_result(len(issued.numbers), " ".join(told), why, len(back))

    def _print(self) -> None:
        if self._issued is not None:
            self.print_asked.emit(self._issued.ids)

    def _to_books(self) -> None:
        self.start_over()
        self.left.emit()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Take in a list"))
        self.back.set_name(self.tr("Back to the books"))
        self.columns_button.setText(self.tr("Columns"))
        self.other_button.setText(self.tr("Another list"))
        self._say_result()
