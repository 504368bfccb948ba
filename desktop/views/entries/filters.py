"""What narrows the day: a search, pills with counts, book and operator."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.books.days import ENTRY_BOOKS
from db.books.entry_search import Show
from desktop.kit.choices import FilterPills, Option
from desktop.kit.density import density
from desktop.kit.layouts import row
from desktop.kit.more_fields import ComboField, SearchField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import px, themes
from desktop.line_words import entry_book_name

_TYPING_MS = 120


@dataclass(frozen=True)
class Narrowed:
    """What was chosen: `book` and `operator` None for all."""

    show: Show = Show.ALL
    book: str | None = None
    operator: str | None = None
    typed: str = ""


class EntryFilters(Retranslating, QWidget):
    """Search and pills in one row; `choices` holds book and operator, for the row of the title.

    Signals: `changed`, something else is wanted; `left_by_down`, on to the table."""

    changed = Signal()
    left_by_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Show, int] = {}
        self._operators: dict[str, str] = {}
        self.search = SearchField(height=44)
        self.search.left_by_down.connect(self.left_by_down)
        self.book, self.operator = ComboField(with_message=False), ComboField(with_message=False)
        self.pills = FilterPills()
        self.pills.chosen.connect(lambda _: self.changed.emit())
        self.book.picked.connect(lambda _: self.changed.emit())
        self.operator.picked.connect(lambda _: self.changed.emit())
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.search.typed.connect(lambda _: self._typing.start())
        self.search.entered.connect(self._now)
        self.choices = QWidget()
        row(self.book, self.operator, gap=8, parent=self.choices)
        line = row(self.search, self.pills, gap=12, parent=self)
        line.setStretch(0, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self.pills.choose(Show.ALL)

    def chosen(self) -> Narrowed:
        """What is wanted now."""
        return Narrowed(
            Show(self.pills.current() or Show.ALL),
            self.book.key() or None,
            self.operator.key() or None,
            self.search.text().strip(),
        )

    def set_found(self, counts: dict[Show, int], operators: dict[str, str]) -> None:
        """How many lines each pill would show, and who recorded."""
        self._counts = counts
        if operators != self._operators:
            self._operators = operators
            self._offer_operators()
        self._offer_pills()

    def clear(self) -> None:
        """Everything again."""
        self.search.edit.clear()
        self.book.choose("")
        self.operator.choose("")
        self.pills.choose(Show.ALL)
        self._now()

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.chosen() != Narrowed()

    def _now(self) -> None:
        self._typing.stop()
        self.changed.emit()

    def hideEvent(self, event: object) -> None:
        self._typing.stop()

    def _fit(self) -> None:
        self.book.setFixedWidth(px(132))
        self.operator.setFixedWidth(px(156))
        narrow = density().narrow
        self.search.setMinimumWidth(px(140 if narrow else 220))
        self.search.set_key("" if narrow else "Ctrl+F")

    def _offer_pills(self) -> None:
        words = {
            Show.ALL: (self.tr("All"), None),
            Show.IN: (self.tr("In"), "in"),
            Show.OUT: (self.tr("Out"), "out"),
            Show.FEVER: (self.tr("Fever"), "thermo"),
            Show.NO_CARD: (self.tr("No card"), "person"),
            Show.VOIDED: (self.tr("Void"), "undo"),
            Show.REFUSED: (self.tr("Refused"), "ban"),
        }
        self.pills.set_options(
            [
                Option(show.value, said, icon, str(self._counts.get(show, 0)))
                for show, (said, icon) in words.items()
            ]
        )

    def _offer_operators(self) -> None:
        names = sorted(self._operators.items(), key=lambda pair: pair[1])
        self.operator.set_choices([("", self.tr("By anyone")), *names])
        if self.operator.key() is None:
            self.operator.choose("")

    def retranslate(self) -> None:
        self.search.set_placeholder(self.tr("Name, initials, pass or line number"))
        self.book.frame.editor.setAccessibleName(self.tr("Book"))
        self.operator.frame.editor.setAccessibleName(self.tr("Recorded by"))
        self.book.set_choices(
            [("", self.tr("All books")), *((book, entry_book_name(book)) for book in ENTRY_BOOKS)]
        )
        if self.book.key() is None:
            self.book.choose("")
        self._offer_operators()
        self._offer_pills()
