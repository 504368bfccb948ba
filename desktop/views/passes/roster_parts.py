"""What surrounds the table of a list: choosing the file, how its people are issued, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book, Scope
from desktop.kit.books import book_name
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner, ResultPanel, Surface
from desktop.kit.checks import CheckBox
from desktop.kit.choices import Option, Segmented
from desktop.kit.date_field import DateField
from desktop.kit.icons import paint_icon
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.paint import smooth
from desktop.kit.progress import WorkProgress
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px


class DropBox(Retranslating, Surface):
    """A dashed box: choose a list, or drop it here. What was wrong with the last one stands over it.

    Signals: `choose_asked`; `cancelled`, while it is read; `paper_asked`, cards are out on paper already."""

    choose_asked = Signal()
    cancelled = Signal()
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__("surface2", "line2", 12, dashed=True)
        self.banner = Banner(kind="deny")
        self.banner.hide()
        self.title = Label("", Type.TITLE)
        self.what = Label("", Type.BODY, "text2", wrap=True)
        self.button = Button("", ButtonKind.PRIMARY, icon="folder", height=52)
        self.button.clicked.connect(self.choose_asked)
        self.progress = WorkProgress()
        self.progress.cancelled.connect(self.cancelled)
        self.progress.hide()
        self.paper_button = Button("", icon="pass", height=52)
        self.paper_button.clicked.connect(self.paper_asked)
        line = row(self.button, self.paper_button, STRETCH, gap=12)
        words = column(self.title, self.what, 8, line, self.progress, gap=6)
        middle = row(_Sign(), words, gap=32, margins=(48, 24, 48, 24))
        middle.setStretch(1, 1)
        column(self.banner, STRETCH, middle, STRETCH, margins=16, parent=self)
        self.retranslate()

    def show_error(self, words: str) -> None:
        """Why the last file was not read; "" for nothing."""
        self.banner.set_words(words)
        self.banner.setVisible(bool(words))

    def show_reading(self, name: str) -> None:
        """A file is being read; "" when that is over."""
        self.progress.setVisible(bool(name))
        self.button.setVisible(not name)
        self.paper_button.setVisible(not name)
        if name:
            self.show_error("")
            self.progress.start(self.tr("Reading {name}").format(name=name))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Drop a unit's list here"))
        self.what.setText(
            self.tr("xlsx, xls, ods or csv. First every row is shown; nobody gets a pass before you say so.")
        )
        self.button.setText(self.tr("Choose a list"))
        self.paper_button.setText(self.tr("Cards already out on paper"))


class _Sign(QWidget):
    """The large icon of the box."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(96), px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(smooth(QPainter(self)), "import", QRectF(self.rect()), "text3", 1.8)


class ListTerms(Retranslating, QWidget):
    """Into which book, until when, good where. Signals: `terms_changed`, the rows are judged anew; `scope_changed`."""

    terms_changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.book_title = Label("", Type.SMALL_STRONG)
        self.book = Segmented(height=44)
        self.by_column = Label("", Type.BODY, "text2")
        self.until_title = Label("", Type.SMALL_STRONG)
        self.until = DateField(today=today, with_message=False)
        self.until.setFixedWidth(px(168))
        self.scope_title = Label("", Type.SMALL_STRONG)
        self.scope = Segmented(height=44)
        self.on_paper = CheckBox()
        self.on_paper.hide()
        self.book.chosen.connect(lambda _key: self.terms_changed.emit())
        self._last = today
        self.until.picked.connect(self._until_changed)
        self.until.left.connect(self._until_changed)
        row(
            column(self.book_title, self.book, self.by_column, gap=2),
            column(self.until_title, self.until, gap=0),
            column(self.scope_title, self.scope, gap=2),
            column(STRETCH, self.on_paper, gap=2),
            STRETCH,
            gap=24,
            top=True,
            parent=self,
        )
        self.retranslate()
        self.scope.choose(str(int(Scope.GATE)))

    def set_terms(self, book: Book | None, until: date, today: date, by_column: bool) -> None:
        """What the list was read with; `by_column` where a column says the book."""
        self._last = until
        self.until.set_today(today)
        self.until.set_date(until)
        if book is not None:
            self.book.choose(book.value)
        self.book.setVisible(not by_column)
        self.by_column.setVisible(by_column)

    def terms(self) -> tuple[Book, date]:
        """Book and last day."""
        return Book(self.book.current() or Book.MEDICAL.value), self._last

    def offer_paper(self, offered: bool) -> None:
        """Whether the list may be of people who hold cards on paper, by its own numbers."""
        self.on_paper.setVisible(offered)
        self.on_paper.setChecked(False)

    def chosen_scope(self) -> Scope:
        """Where the cards will be good."""
        return Scope(int(self.scope.current() or Scope.GATE))

    def _until_changed(self) -> None:
        day = self.until.date()
        wrong = day is None or day < date.min + timedelta(days=1)
        self.until.set_error(self.tr("Write the day, for example 2020-03-15") if wrong else "")
        if day is not None and day != self._last:
            self._last = day
            self.terms_changed.emit()

    def retranslate(self) -> None:
        self.book_title.setText(self.tr("Into which book"))
        self.book.set_options([Option(book.value, book_name(book)) for book in Book])
        self.by_column.setText(self.tr("As the list's column says"))
        self.until_title.setText(self.tr("Where no last day stands"))
        self.until.edit.setAccessibleName(self.until_title.text())
        self.until.name_calendar(self.tr("Choose a day"))
        self.scope_title.setText(self.tr("Opens"))
        self.on_paper.setText(self.tr("They hold these numbers on paper"))
        scopes = {
            Scope.GATE: self.tr("Gate", "where a card is good, short"),
            Scope.COMPOUND: self.tr("Compound", "where a card is good, short"),
            Scope.DISTRICT: self.tr("District", "where a card is good, short"),
        }
        self.scope.set_options([Option(str(int(scope)), words) for scope, words in scopes.items()])


class ListResult(Retranslating, QWidget):
    """What came of issuing. Signals: `print_asked`, `back_asked` to the unit, `another_asked`, `books_asked`."""

    print_asked = Signal()
    back_asked = Signal()
    another_asked = Signal()
    books_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.panel = ResultPanel()
        self.details = Label("", Type.BODY, wrap=True)
        self.print_button = Button("", ButtonKind.PRIMARY, icon="print", height=52)
        self.back_button = Button("", icon="save", height=52)
        self.another_button = Button("", icon="import", height=52)
        self.books_button = Button("", height=52)
        for button, signal in (
            (self.print_button, self.print_asked),
            (self.back_button, self.back_asked),
            (self.another_button, self.another_asked),
            (self.books_button, self.books_asked),
        ):
            button.clicked.connect(signal)
        card = Surface()
        buttons = row(
            self.print_button, self.back_button, self.another_button, self.books_button, STRETCH, gap=8
        )
        column(self.panel, self.details, buttons, STRETCH, gap=20, margins=24, parent=card)
        column(card, parent=self)
        self._say: Callable[[], None] | None = None
        self.retranslate()

    def show_result(self, issued: int, details: str, stopped: str, to_hand_back: int) -> None:
        """How many were issued, what else there is to say, why it stopped, how many rows go back to the unit."""

        def say() -> None:
            self.panel.set_kind("attn" if stopped else "allow", None if stopped else "check")
            self.panel.set_words(self.tr("%n pass(es) issued", "", issued), stopped)
            self.details.setText(details)
            self.details.setVisible(bool(details))
            self.back_button.setText(self.tr("Save %n row(s) for the unit", "", to_hand_back))

        self._say = say
        say()
        self.print_button.setVisible(issued > 0)
        self.back_button.setVisible(to_hand_back > 0)

    def say(self, words: str) -> None:
        """One more thing to be said."""
        self.details.setText(words)
        self.details.setVisible(bool(words))

    def retranslate(self) -> None:
        self.print_button.setText(self.tr("Print these cards"))
        self.another_button.setText(self.tr("Another list"))
        self.books_button.setText(self.tr("To the books"))
        if self._say is not None:
            self._say()


def list_filter() -> str:
    """The endings of lists, for the file dialog."""
    return "(*.xlsx *.xls *.ods *.csv *.tsv *.txt *.et *.xlsm)"


def proposed_name(path: Path, suffix: str) -> str:
    """A name for the rows that go back: that of the list with something after it."""
    return f"{path.stem}-{suffix}.xlsx"
