"""What the shift came to: who crossed, who is where, what is open. Nothing here is typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.books.days import ENTRY_BOOKS
from db.books.masking import mask_name
from db.books.pass_id import Book, PassId
from db.books.shift_state import Crossed, ShiftState, Waiting, Whereabouts
from db.times import from_stamp
from desktop.kit.books import BookMark
from desktop.kit.cards import Card, Divider
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, grid, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.line_words import entry_book_name, pass_words, temperature_words

_RIGHT = Qt.AlignmentFlag.AlignRight


class Fact(QWidget):
    """A count with its name, and under it who or what that is. Amber where somebody must look."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", Type.CELL_STRONG)
        self._count = Label("", Type.SECTION, align=_RIGHT)
        self._detail = Label("", Type.SMALL, "text2", wrap=True)
        head = row(self._name, self._count, gap=8)
        head.setStretch(0, 1)
        column(head, self._detail, gap=0, parent=self)

    def set_fact(self, name: str, count: int, detail: Sequence[str], between: str, matters: bool) -> None:
        ink = "attn_text" if matters and count else "text"
        self._name.set_ink(ink)
        self._count.set_ink(ink)
        self._name.setText(name)
        self._count.setText(str(count))
        self._detail.setText(between.join(detail))
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{name} {count}")
        self.setAccessibleDescription(self._detail.text())


class StateCard(Retranslating, Card):
    """The card at the left of the page."""

    def __init__(self) -> None:
        super().__init__(padding=(0, 0, 0, 8), gap=0)
        self._state: ShiftState | None = None
        self._table = grid(gap=10, row_gap=2)
        self._heads = [Label("", Type.CAPTION_STRONG, "text2", align=_RIGHT) for _ in range(3)]
        for column_, head in enumerate(self._heads, start=2):
            self._table.addWidget(head, 0, column_)
        self._names: dict[str, Label] = {}
        self.numbers: dict[str, list[Label]] = {}
        for line, book in enumerate((*ENTRY_BOOKS, ""), start=1):
            role = Type.CELL_STRONG if not book else Type.CELL
            if book in set(Book):
                mark = BookMark(Book(book), 22)
                self._table.addWidget(mark, line, 0)
            self._names[book] = Label("", role)
            self._table.addWidget(self._names[book], line, 1)
            self.numbers[book] = [Label("", role, align=_RIGHT) for _ in range(3)]
            for column_, label in enumerate(self.numbers[book], start=2):
                self._table.addWidget(label, line, column_)
        self._table.setColumnStretch(1, 1)
        self.held, self.matters, self.unexported = Fact(), Fact(), Fact()
        self.outside, self.guests, self.refused = Fact(), Fact(), Fact()
        facts = (self.held, self.matters, self.unexported, self.outside, self.guests, self.refused)
        content = QWidget()
        items = (self._table, Divider(), *facts, STRETCH)
        column(*items, gap=5, margins=(20, 0, 20, 4), parent=content)
        self.body.addWidget(scrolling(content))
        self.title.set_role(Type.SECTION)
        self.note.set_role(Type.SMALL)
        self.retranslate()

    def set_state(self, state: ShiftState) -> None:
        """Shows a shift."""
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("This shift"))
        for label, words in zip(
            self._heads, (self.tr("In"), self.tr("Out"), self.tr("Inside now")), strict=True
        ):
            label.setText(words)
        for book, label in self._names.items():
            label.setText(entry_book_name(book) if book else self.tr("Together"))
        state = self._state
        if state is None:
            return
        self.set_note(self.tr("%n line(s)", "", state.lines))
        for book in ENTRY_BOOKS:
            crossed = state.books.get(book, Crossed())  # type: ignore[call-overload]
            inside = str(state.inside.get(Book(book), 0)) if book in set(Book) else "–"
            self._set_row(book, (str(crossed.ins), str(crossed.outs), inside))
        total = state.total
        self._set_row("", (str(total.ins), str(total.outs), str(sum(state.inside.values()))))
        self._say_facts(state)

    def _set_row(self, book: str, words: Sequence[str]) -> None:
        for label, said in zip(self.numbers[book], words, strict=True):
            label.setText(said)

    def _say_facts(self, state: ShiftState) -> None:
        today, between = from_stamp(state.until).date(), self.tr("; ", "between people")
        self.held.set_fact(
            self.tr("Held with a fever"),
            len(state.held),
            [self._waiting(one, today) for one in state.held],
            between,
            True,
        )
        self.matters.set_fact(
            self.tr("Open matters"),
            len(state.matters),
            [
                " ".join(filter(None, (one.day[5:], self._matter(one.what), mask_name(one.name))))
                for one in state.matters
            ],
            between,
            True,
        )
        self.outside.set_fact(
            self.tr("Out, not back"), state.outside, self._people(state.away, today), between, False
        )
        self.guests.set_fact(
            self.tr("Guests still inside"), state.guests, self._people(state.staying, today), between, False
        )
        parts = []
        if state.refused:
            parts.append(self.tr("%n card(s) refused", "", state.refused))
        if state.voided:
            parts.append(self.tr("%n line(s) void", "", state.voided))
        self.refused.set_fact(self.tr("Turned away"), state.turned_away, parts, between, False)
        self.unexported.set_fact(self.tr("Lines not exported"), state.unexported, (), between, True)

    def _people(self, people: Sequence[Whereabouts], today: date) -> list[str]:
        return [f"{_who(one.name, one.pass_)} {_moment(one.since, today)}" for one in people]

    def _waiting(self, one: Waiting, today: date) -> str:
        said = self.tr("{who}, {degrees} °C since {time}")
        return said.format(
            who=_who(one.name, one.pass_),
            degrees=temperature_words(one.temp_tenths),
            time=_moment(one.since, today),
        )

    def _matter(self, what: str) -> str:
        known = {
            "fever": self.tr("Fever, steps still to take"),
            "unsealed": self.tr("Day not sealed"),
        }
        return known.get(what, what)


def _who(name: str, pass_text: str | None) -> str:
    number = pass_words(PassId.parse(pass_text)) if pass_text is not None else ""
    return " ".join(filter(None, (mask_name(name), number)))


def _moment(stamp: str, today: date) -> str:
    moment = from_stamp(stamp)
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%m-%d %H:%M}"
