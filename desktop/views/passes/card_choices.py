"""What is asked before cards are printed: which ones, on what paper, in what colours, from which place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book, PassId
from desktop.kit.books import book_name
from desktop.kit.checks import CheckBox
from desktop.kit.choices import CardLook, Option, RadioCards, Segmented
from desktop.kit.density import density
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.operations.cards import MOST_BLANKS, Printing, Source, Wanted
from desktop.paper.card_face import Layout
from desktop.views.passes.place_chooser import PlaceChooser


class CardChoices(Retranslating, QWidget):
    """Signals: `wanted_changed`, other cards; `printing_changed`, other paper for the same ones; `line_code_chosen`,
    whether large cards get a code of one line too, which is to be remembered."""

    wanted_changed = Signal()
    printing_changed = Signal()
    line_code_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[PassId] = ()
        self.source_title = Label("", Type.SMALL_STRONG)
        self.source = RadioCards(CardLook.REASON, wrap=True)
        self.book_title = Label("", Type.SMALL_STRONG)
        self.book = Segmented(height=44)
        self.numbers = TextField(input_method=False)
        self.count = TextField(input_method=False)
        self.again = CheckBox()
        self.layout_title = Label("", Type.SMALL_STRONG)
        self.layout_choice = RadioCards(CardLook.BOOK)
        self.colour_title = Label("", Type.SMALL_STRONG)
        self.colour = Segmented(height=44)
        self.line_code = CheckBox()
        self.place_title = Label("", Type.SMALL_STRONG)
        self.place_hint = Label("", Type.SMALL, "text2", wrap=True)
        self.place = PlaceChooser()
        self._lay_out()
        self.source.chosen.connect(lambda _key: self._source_chosen())
        self.book.chosen.connect(lambda _key: self.wanted_changed.emit())
        self.numbers.edit.textEdited.connect(self.wanted_changed)
        self.count.edit.textEdited.connect(self.wanted_changed)
        self.again.clicked.connect(lambda _on: self._source_chosen())
        self.layout_choice.chosen.connect(lambda _key: self._layout_chosen())
        self.colour.chosen.connect(lambda _key: self.printing_changed.emit())
        self.place.chosen.connect(lambda _place: self.printing_changed.emit())
        self.line_code.clicked.connect(self._line_code_chosen)
        density().changed.connect(self._show_layouts)
        self.retranslate()
        self.layout_choice.choose(Layout.A4.value)
        self.colour.choose("colour")
        self.book.choose(Book.MEDICAL.value)
        self.count.set_text("10")
        self.open_for(Book.MEDICAL, ())

    def _lay_out(self) -> None:
        self._book_part = QWidget()
        column(self.book_title, self.book, gap=4, parent=self._book_part)
        which = row(self._book_part, self.numbers, self.count, gap=24, top=True)
        which.setStretch(1, 1)
        which.setStretch(2, 1)
        self._place_part = QWidget()
        words = column(self.place_title, self.place_hint, STRETCH, gap=4)
        row(words, self.place, gap=16, top=True, parent=self._place_part)
        column(
            self.source_title, 4, self.source, 12, which, self.again, 8,
            self.layout_title, 4, self.layout_choice, 16,
            row(column(self.colour_title, self.colour, STRETCH, gap=4), 16, self._place_part, top=True),
            4, self.line_code, STRETCH, gap=0, margins=(24, 12, 24, 12), parent=self,
        )  # fmt: skip

    # What is chosen

    def open_for(self, book: Book, ids: Sequence[PassId]) -> None:
        """With the ticked passes first where there are some, else with what was never printed."""
        self._ids = ids
        self._show_sources()
        self.book.choose(book.value)
        self.source.choose((Source.TICKED if ids else Source.UNPRINTED).value)
        self.again.setChecked(False)
        self._show_parts()

    def current_source(self) -> Source:
        """Which cards."""
        return Source(self.source.current() or Source.UNPRINTED.value)

    def wanted(self) -> Wanted:
        """The cards that are asked for."""
        count = self.count.text().strip()
        return Wanted(
            self.current_source(),
            Book(self.book.current() or Book.MEDICAL.value),
            self._ids,
            self.numbers.text(),
            int(count) if count.isascii() and count.isdigit() and len(count) < 6 else 0,
            self.again.isChecked(),
        )

    def printing(self) -> Printing:
        """How they are to lie on paper."""
        layout = Layout(self.layout_choice.current() or Layout.A4.value)
        place = self.place.place() if layout is Layout.A4 else 1
        line_code = layout is Layout.A6 and self.line_code.isChecked()
        return Printing(layout, self.colour.current() != "mono", place, True, line_code)

    def show_count(self, cards: int, waiting: int) -> None:
        """How many cards there are, and how many blanks wait."""
        self.place.set_count(cards)
        self.again.setText(self.tr("Print the %n waiting one(s) once more", "", waiting))
        blanks = self.current_source() is Source.BLANKS
        self.again.setVisible(blanks and (waiting > 0 or self.again.isChecked()))
        self.count.setVisible(blanks and not self.again.isChecked())

    def _source_chosen(self) -> None:
        self._show_parts()
        self.wanted_changed.emit()
        if self.current_source() is Source.NUMBERS:
            self.numbers.focus_editor()

    def _layout_chosen(self) -> None:
        self._show_parts()
        self.printing_changed.emit()

    def _line_code_chosen(self, on: bool) -> None:
        self.line_code_chosen.emit(on)
        self.printing_changed.emit()

    def _show_parts(self) -> None:
        source = self.current_source()
        self._book_part.setVisible(source is not Source.TICKED)
        self.numbers.setVisible(source is Source.NUMBERS)
        self.count.setVisible(source is Source.BLANKS and not self.again.isChecked())
        self.again.setVisible(source is Source.BLANKS and self.again.isChecked())
        self._place_part.setVisible(self.layout_choice.current() == Layout.A4.value)
        self.line_code.setVisible(self.layout_choice.current() == Layout.A6.value)

    def _show_sources(self) -> None:
        options = (
            [Option(Source.TICKED.value, self.tr("The %n chosen", "", len(self._ids)))] if self._ids else []
        )
        options += [
            Option(Source.UNPRINTED.value, self.tr("Not printed yet")),
            Option(Source.NUMBERS.value, self.tr("By number")),
            Option(Source.BOOK.value, self.tr("A whole book")),
            Option(Source.BLANKS.value, self.tr("Blank cards")),
        ]
        self.source.set_options(options)

    def _show_layouts(self) -> None:
        """With little room without pictures."""
        rows = (
            (Layout.A4, self.tr("A4 sheet"), "list", self.tr("ten to cut out")),
            (Layout.CR80, self.tr("CR80 card"), "idcard", self.tr("card printer")),
            (Layout.A6, self.tr("A6 paper"), "badge", self.tr("for a lanyard")),
        )
        narrow = density().narrow
        self.layout_choice.set_options(
            [Option(one.value, words, None if narrow else icon, detail) for one, words, icon, detail in rows]
        )

    def retranslate(self) -> None:
        self.source_title.setText(self.tr("Which cards"))
        self._show_sources()
        self.book_title.setText(self.tr("Book"))
        self.book.set_options([Option(book.value, book_name(book)) for book in Book])
        self.numbers.set_label(self.tr("Numbers"))
        self.numbers.set_hint(self.tr("1-50 or 3,7,12"))
        self.count.set_label(self.tr("How many"))
        self.count.set_hint(self.tr("1 to {most}").format(most=MOST_BLANKS))
        self.layout_title.setText(self.tr("Paper"))
        self._show_layouts()
        self.colour_title.setText(self.tr("Colours"))
        self.colour.set_options(
            [Option("colour", self.tr("In colour")), Option("mono", self.tr("Black and white"))]
        )
        self.line_code.setText(self.tr("A bar code too, for scanners that read no QR code"))
        self.place_title.setText(self.tr("First free place"))
        self.place_hint.setText(self.tr("On a sheet that is partly used, press where it goes on"))
        self.place.setAccessibleName(self.place_title.text())
