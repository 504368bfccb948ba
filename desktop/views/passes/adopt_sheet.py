"""Taking over the numbers of cards that went out on paper before the program came."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book, PassId
from db.errors import GatebookError, RefusalCode
from desktop.kit.books import book_name
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.choices import Option, Segmented
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message, TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import column, row
from desktop.kit.theme import Type
from desktop.line_words import pass_words
from desktop.operations.adopting import PaperCards, adopt, paper_cards
from desktop.sentences import sentence
from desktop.session import Session


class AdoptSheet(Sheet):
    """Signals: `adopted(list)` of the numbers that were taken over; `write_asked(PassId)`, a number that somebody is
    to be written in for."""

    adopted = Signal(object)
    write_asked = Signal(object)

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__("", icon="pass", width=640)
        self._session = session
        self._cards: PaperCards | None = None
        self.title.setText(self.tr("Cards already out on paper"))
        self.what = Label(
            self.tr(
                "New passes go on after these numbers. The paper cards have no code: at the gate their number is "
                "typed, M12. Who holds one is written in when they come, or from a list whose first column is the "
                "number."
            ),
            Type.BODY,
            "text2",
            wrap=True,
        )
        self.book = Segmented(height=44)
        self.book.set_options([Option(one.value, book_name(one)) for one in Book])
        self.book.choose(book.value)
        self.book.chosen.connect(lambda _key: self._show())
        self.last = TextField(input_method=False)
        self.last.set_label(self.tr("Last number on paper"))
        self.span = Label("", Type.BODY_STRONG, wrap=True)
        self.waiting = Label("", Type.BODY, "text2", wrap=True)
        self.message = Message()
        fields = row(
            column(Label(self.tr("Book"), Type.SMALL_STRONG), self.book, gap=4), self.last, gap=16, top=True
        )
        fields.setStretch(1, 1)
        self.body.addWidget(self.what)
        self.body.addLayout(fields)
        for part in (self.span, self.waiting, self.message):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.write_button = Button(self.tr("Write the next one in"), icon="write")
        self.write_button.clicked.connect(self._write)
        self.adopt_button = Button(self.tr("Take over"), ButtonKind.PRIMARY, icon="check", key="Enter")
        self.adopt_button.clicked.connect(self.adopt)
        self.on_enter = self.adopt_button
        self.foot_row.addWidget(self.write_button)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.adopt_button)
        self.last.edit.textEdited.connect(lambda _: self._show())
        session.do(paper_cards, done=self._take)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.last.edit)

    def _take(self, cards: PaperCards) -> None:
        self._cards = cards
        self._show()

    def _book(self) -> Book:
        return Book(self.book.current() or Book.MEDICAL.value)

    def _wanted(self) -> int | None:
        written = self.last.text().strip()
        return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else None

    def _show(self) -> None:
        if self._cards is None:
            return
        book, last = self._book(), self._wanted()
        first = self._cards.next_number[book]
        waiting = self._cards.waiting[book]
        self.last.set_placeholder(str(first + 56))
        gate = self._session.register.gate.gate
        if last is not None and last >= first:
            words = self.tr("{first} to {last} are taken over, the next new pass is {next}")
            ids = [PassId(gate, book, number) for number in (first, last, last + 1)]
            self.span.setText(
                words.format(**dict(zip(("first", "last", "next"), map(pass_words, ids), strict=True)))
            )
        else:
            words = self.tr("From {first} on: lower numbers are given out already")
            self.span.setText(words.format(first=pass_words(PassId(gate, book, first))))
        self.waiting.setText(
            self.tr("%n number(s) on paper wait for a name", "", len(waiting)) if waiting else ""
        )
        self.write_button.setVisible(bool(waiting))
        if self.isVisible():
            # The sentences have other lengths now.
            self._place()

    def adopt(self) -> None:
        """Takes the numbers over."""
        last = self._wanted()
        if last is None:
            self.last.set_error(self.tr("A number, as on the last card"))
            self.last.focus_editor()
            return
        self._session.do(adopt, self._book(), last, done=self._adopted, failed=self._failed)

    def _adopted(self, numbers: list[PassId]) -> None:
        self.close_sheet()
        self.adopted.emit(numbers)

    def _failed(self, error: GatebookError) -> None:
        if error.code is RefusalCode.INVALID and "highest" in error.params:
            words = self.tr("Numbers up to {highest} are given out. At most 5000 at once")
            self.last.set_error(words.format(highest=error.params["highest"]))
            self.last.focus_editor()
        else:
            self.message.set_message(sentence(error))

    def _write(self) -> None:
        assert self._cards is not None
        waiting = self._cards.waiting[self._book()]
        self.close_sheet()
        self.write_asked.emit(waiting[0])
