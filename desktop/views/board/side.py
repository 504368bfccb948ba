"""Beside the board: the chosen day of all gates that are shown, or one gate's day in words."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.books.board import Board, BoardRow, Cell, DayCounts, DayState
from db.books.days import ENTRY_BOOKS
from db.books.pass_id import Book
from desktop.kit.books import book_name, paint_book_mark
from desktop.kit.buttons import Button, IconButton
from desktop.kit.cards import Card, Divider
from desktop.kit.icons import paint_icon
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.paint import fitted, rule, smooth, text
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, font, px, sized_font, themes
from desktop.line_words import entry_book_name
from desktop.models.board import AreaCell, AreaRow, Row
from desktop.views.board.marks import MARK, MarkLabel, paint_mark
from desktop.views.board.words import (
    day_title,
    row_words,
    state_word,
    what_is_missing,
    what_is_there,
)

_LINE = 27


class MarksList(Retranslating, QWidget):
    """Each mark with its word and how many gates have it on the chosen day: the legend, and the day's count."""

    _MARKS = (
        (DayState.RECEIVED, False, False),
        (DayState.RECEIVED, True, False),
        (DayState.RECEIVED, False, True),
        (DayState.MISSING, False, False),
        (DayState.PARTIAL, False, False),
        (DayState.GAP, False, False),
        (DayState.PENDING, False, False),
    )

    def __init__(self) -> None:
        super().__init__()
        self._counts = [0] * len(self._MARKS)
        self._words: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)
        self.retranslate()

    def set_cells(self, cells: list[Cell]) -> None:
        """A day of every gate that is shown. Zero and late are among those that are all in."""
        states = Counter(cell.state for cell in cells)
        self._counts = [
            sum(cell.zero for cell in cells)
            if zero
            else sum(cell.late for cell in cells)
            if late
            else states[state]
            for state, zero, late in self._MARKS
        ]
        self._tell()

    def count(self, state: DayState) -> int:
        """How many gates have this mark."""
        return self._counts[next(at for at, mark in enumerate(self._MARKS) if mark == (state, False, False))]

    def retranslate(self) -> None:
        self._words = [
            self.tr("of them zero report") if zero else self.tr("of them late") if late else state_word(state)
            for state, zero, late in self._MARKS
        ]
        self._tell()

    def _tell(self) -> None:
        said = [f"{words} {count}" for words, count in zip(self._words, self._counts, strict=True)]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(_LINE) * len(self._MARKS))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high, side = px(_LINE), px(MARK)
        lines = zip(self._MARKS, self._words, self._counts, strict=True)
        for place, ((state, zero, late), words, count) in enumerate(lines):
            centre = place * high + high / 2
            x = px(20) if zero or late else 0
            paint_mark(painter, QRectF(x, centre - side / 2, side, side), state, zero, late)
            strong = count > 0 and state in (DayState.MISSING, DayState.PARTIAL, DayState.GAP)
            face = sized_font(15, strong)
            ink = "text" if count else "text3"
            text(painter, x + side + px(10), centre, words, face, "text2" if zero or late else "text")
            text(painter, self.width(), centre, f"{count:,}", sized_font(16, True), ink, "right")


class BooksTable(Retranslating, QWidget):
    """In, out and inside by book, over all gates that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = DayCounts()
        self._inside: dict[Book, int] = dict.fromkeys(Book, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self.updateGeometry)
        self.retranslate()

    def set_counts(self, counts: DayCounts, inside: dict[Book, int]) -> None:
        """`inside` is as of now, whatever the day."""
        self._counts, self._inside = counts, inside
        told = [f"{name}: {' / '.join(values)}" for name, values, _ in self._rows()]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _rows(self) -> list[tuple[str, list[str], Book | str]]:
        rows: list[tuple[str, list[str], Book | str]] = []
        for name in ENTRY_BOOKS:
            tally = self._counts.books[name]
            book = Book(name) if name in set(Book) else None
            inside = f"{self._inside[book]:,}" if book else "–"
            words = book_name(book) if book else entry_book_name(name)
            rows.append((words, [f"{tally.ins:,}", f"{tally.outs:,}", inside], book or name))
        crossed = self._counts.crossed
        inside = f"{sum(self._inside.values()):,}"
        rows.append((self._total, [f"{crossed.ins:,}", f"{crossed.outs:,}", inside], ""))
        return rows

    def retranslate(self) -> None:
        self._total = self.tr("Total")
        self._titles = (self.tr("In"), self.tr("Out"), self.tr("Inside"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(230), px(_LINE) * 7)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        high, width = px(_LINE), self.width()
        step = px(58 if width >= px(262) else 50)
        rights = [width - 2 * step, width - step, width]
        for title, right in zip(self._titles, rights, strict=True):
            face = fitted(font(Type.CAPTION_STRONG), title, step - px(4))
            text(painter, right, high / 2, title, face, "text2", "right")
        for place, (name, values, book) in enumerate(self._rows(), start=1):
            centre = place * high + high / 2
            rule(painter, 0, place * high, width, place * high)
            side = px(22)
            spot = QRectF(0, centre - side / 2, side, side)
            if isinstance(book, Book):
                paint_book_mark(painter, book, spot)
            elif book:
                paint_icon(
                    painter, "house" if book == "resident" else "person", spot.adjusted(2, 2, -2, -2), "text2"
                )
            x = px(30) if book else 0
            room = rights[0] - step + px(6) - x
            text(painter, x, centre, name, fitted(sized_font(15, True), name, room), room=room)
            for value, right in zip(values, rights, strict=True):
                face = fitted(sized_font(15, not book), value, step - px(4))
                text(painter, right, centre, value, face, "text" if value != "0" else "text3", "right")


class DayCard(Retranslating, Card):
    """The chosen day of all gates that are shown."""

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._board: Board | None = None
        self._day, self._counts, self._kept = "", DayCounts(), 0
        self.day_title = Label("", Type.CARD_TITLE)
        self.here = Label("", Type.BODY, "text2")
        self.marks = MarksList()
        self.books = BooksTable()
        self.report = Label("", Type.CELL, wrap=True)
        content = QWidget()
        column(
            self.day_title, self.here, 4, self.marks, 4, Divider(), self.books, 4, Divider(), 4, self.report, STRETCH,
            gap=4, margins=(18, 14, 14, 14), parent=content,
        )  # fmt: skip
        self.body.addWidget(scrolling(content))
        self.retranslate()

    def set_day(self, board: Board, day: str) -> None:
        """A day of the gates that are shown."""
        self._board, self._day = board, day
        at = board.days.index(day) if day in board.days else -1
        cells = [row.cells[at] for row in board.rows] if at >= 0 else []
        self.marks.set_cells(cells)
        self._counts = board.on(day)
        self.books.set_counts(self._counts, board.inside)
        self._kept = sum(cell.state is not DayState.NOT_KEPT for cell in cells)
        self.retranslate()

    def retranslate(self) -> None:
        if self._board is None:
            return
        self.day_title.setText(day_title(self._day))
        here = self.marks.count(DayState.RECEIVED)
        self.here.setText(self.tr("{here} of {kept} gates are in").format(here=here, kept=self._kept))
        counts = self._counts
        self.report.setText(
            self.tr(
                "Fevers {fevers} · cards refused {refused} · turned away {away} · incidents {incidents}"
            ).format(
                fevers=counts.fevers,
                refused=counts.refused,
                away=counts.turned_away,
                incidents=counts.incidents,
            )
        )


class CellCard(Retranslating, Card):
    """One gate's day: what is there, what is missing, what to do. Signals: `closed`, the cross or Esc; `forks_asked`,
    lines with two accounts are to be looked at."""

    closed = Signal()
    forks_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, gap=0)
        self._row: Row | None = None
        self._cell: Cell | AreaCell | None = None
        self.who = ElidedLabel("", Type.CARD_TITLE)
        self.close_button = IconButton("x", "", side=40)
        self.close_button.clicked.connect(self.closed)
        self.day = Label("", Type.BODY, "text2")
        self.mark = MarkLabel(DayState.PENDING)
        self.state = Label("", Type.SECTION)
        self.there = Label("", Type.BODY, wrap=True)
        self.missing_title = Label("", Type.CELL_STRONG, "text2")
        self.missing = Label("", Type.BODY_STRONG, wrap=True)
        self.forks_button = Button("", icon="alert", size=15)
        self.forks_button.clicked.connect(self.forks_asked)
        self.last = Label("", Type.CELL, "text2", wrap=True)
        content = QWidget()
        column(
            self.day, row(self.mark, self.state, STRETCH, gap=10), 4, self.there, 8, self.missing_title, self.missing,
            4, row(self.forks_button, STRETCH), 4, self.last, STRETCH,
            gap=4, margins=(20, 0, 20, 14), parent=content,
        )  # fmt: skip
        head = row(self.who, self.close_button, gap=8, margins=(20, 10, 10, 0))
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(scrolling(content), 1)
        self.retranslate()

    def set_cell(self, row: Row, cell: Cell | AreaCell) -> None:
        """A day of a gate, or of an area."""
        self._row, self._cell = row, cell
        self.retranslate()

    def retranslate(self) -> None:
        self.close_button.set_name(self.tr("Back to the day"))
        self.missing_title.setText(self.tr("What to do"))
        self.forks_button.setText(self.tr("Look at both"))
        found, cell = self._row, self._cell
        if found is None or cell is None:
            return
        self.who.setText(row_words(found))
        self.day.setText(day_title(cell.day))
        if isinstance(found, BoardRow) and isinstance(cell, Cell):
            self._show_gate(found, cell)
        elif isinstance(found, AreaRow) and isinstance(cell, AreaCell):
            self._show_area(found, cell)

    def _show_gate(self, found: BoardRow, cell: Cell) -> None:
        self.forks_button.setVisible(cell.state is DayState.GAP and bool(found.forks))
        self.mark.show()
        self.mark.set_mark(cell.state, cell.zero, cell.late)
        self.state.setText(state_word(cell.state))
        self.there.setText("\n".join(what_is_there(found, cell)))
        self._say_missing(what_is_missing(found, cell))
        when = found.last_at
        self.last.setText(
            self.tr("The last line of this gate that counts: {when}").format(when=when[:16].replace("T", " "))
            if when
            else self.tr("Nothing has ever come from this gate.")
        )

    def _show_area(self, found: AreaRow, cell: AreaCell) -> None:
        self.forks_button.hide()
        self.mark.hide()
        self.state.setText(self.tr("{here} of {kept} gates are in").format(here=cell.here, kept=cell.kept))
        self.there.setText("")
        asked = [self.tr("%n gate(s) to ask", "", cell.not_in)] if cell.not_in else []
        self._say_missing(asked)
        self.last.setText("")

    def _say_missing(self, told: list[str]) -> None:
        self.missing_title.setVisible(bool(told))
        self.missing.setVisible(bool(told))
        self.missing.setText("\n".join(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
