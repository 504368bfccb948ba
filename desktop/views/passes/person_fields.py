"""The fields of a pass: who the holder is, how long and where the card is good, which papers were seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLayout, QWidget

from db.books.checked import Checked, Problem, Severity, check_remark, check_text
from db.books.home import check_home
from db.books.id_number import IdType, check_id_no
from db.books.names import check_name
from db.books.papers import Paper, checked_text, read_checked
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Holder
from db.books.phone import check_phone, check_plate
from desktop.kit.books import book_full_name, book_name
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.checks import CheckBox
from desktop.kit.choices import CardLook, Option, RadioCards, Segmented
from desktop.kit.density import density
from desktop.kit.fields import LabelledField, TextField, first_with_error
from desktop.kit.labels import Label, PhotoLabel
from desktop.kit.layouts import STRETCH, FlowLayout, column, row
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.line_words import pass_words
from desktop.pass_words import id_type_words, paper_words
from desktop.problems import problem_words
from desktop.views.passes.id_field import IdField
from desktop.views.passes.validity_fields import ValidityFields

ON_FORM = (Paper.ID_CARD, Paper.WORK_CARD, Paper.LETTER, Paper.PERMIT, Paper.HEALTH_CODE)


class PersonFields(Retranslating, QWidget):
    """Signals: `changed` by hand, `person_known` when book and ID number are both there and right, `photo_asked`,
    `photo_dropped`."""

    changed = Signal()
    person_known = Signal()
    photo_asked = Signal()
    photo_dropped = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self._operator = today, ""
        self._checked_before = ""
        self._next: dict[Book, PassId] = {}
        self._make()
        self._lay_out()
        self._connect()
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    # Parts

    def _make(self) -> None:
        self.book_title = Label("", Type.SMALL_STRONG)
        self.book_hint = Label("", Type.SMALL, "text2")
        self.books = RadioCards(CardLook.BOOK)
        self.name = TextField(height=46, size=18, bold=True)
        self.phone = TextField(height=46, size=18, input_method=False)
        self.kind_title = Label("", Type.SMALL_STRONG)
        self.kind = Segmented(height=48)
        self.id_no = IdField()
        self.unit = ComboField(editable=True)
        self.post = TextField()
        self.validity = ValidityFields(self._today)
        self.scope_title = Label("", Type.SMALL_STRONG)
        self.scope = Segmented(height=44)
        self.home = TextField()
        self.plate = TextField()
        self.remark = TextField()
        self.papers_title = Label("", Type.SMALL_STRONG)
        self.papers_hint = Label("", Type.SMALL, "text2")
        self.papers = {paper: CheckBox() for paper in ON_FORM}
        self.photo_title = Label("", Type.SMALL_STRONG)
        self.photo_hint = Label("", Type.SMALL, "text2")
        self.photo = PhotoLabel(54, 72)
        self.photo_button = Button("", icon="image", size=15)
        self.no_photo_button = Button("", ButtonKind.GHOST, size=15)
        self.no_photo_button.hide()
        for field in (self.unit, self.post, self.plate, self.home, self.remark):
            # Hardly ever wrong: the room is better used by the next field.
            field.keep_message_room(False)

    def _lay_out(self) -> None:
        papers = QWidget()
        flow = FlowLayout(16, papers)
        for box in self.papers.values():
            flow.addWidget(box)
        kinds = column(self.kind_title, 4, self.kind, STRETCH, gap=0)
        number = row(kinds, self.id_no, gap=12)
        number.setStretch(1, 1)
        column(
            row(self.book_title, self.book_hint, STRETCH, gap=10), 4, self.books, 8,
            _pair(self.name, self.phone),
            number,
            _pair(self.unit, self.post), 8,
            self.validity,
            _pair(column(self.scope_title, 4, self.scope, STRETCH, gap=0), self.plate), 8,
            _pair(self.home, self.remark), 10,
            row(self.papers_title, self.papers_hint, STRETCH, gap=10), 4, papers, 14,
            row(self.photo_title, self.photo_hint, STRETCH, gap=10), 4,
            row(self.photo, 4, self.photo_button, self.no_photo_button, STRETCH, gap=8),
            STRETCH, gap=0, margins=(24, 6, 24, 16), parent=self,
        )  # fmt: skip

    def _fit(self) -> None:
        """With little room names are short."""
        self._show_books()
        self._show_kinds()

    def _connect(self) -> None:
        for field, check in self._checks():
            field.add_check(lambda words, check=check: _first(check(words).problems, Severity.ERROR))  # type: ignore[misc]
            field.left.connect(lambda field=field, check=check: _show_warning(field, check))
        for group in (self.books, self.kind, self.scope):
            group.chosen.connect(lambda _key: self.changed.emit())
        self.kind.chosen.connect(lambda key: self.id_no.set_type(IdType(key)))
        self.books.chosen.connect(lambda _key: self._person_known())
        self.id_no.left.connect(self._person_known)
        # Who stands at the gate with a card in the hand is asked for these two, and no more.
        self.name.entered.connect(self.id_no.focus_editor)
        self.id_no.edit.returnPressed.connect(self.phone.focus_editor)
        self.validity.changed.connect(self.changed)
        for text_field in (self.name, self.phone, self.post, self.plate, self.home, self.remark):
            text_field.edit.textEdited.connect(self.changed)
        self.id_no.edit.textEdited.connect(self.changed)
        self.unit.typed.connect(lambda _words: self.changed.emit())
        for box in self.papers.values():
            box.clicked.connect(lambda _on: self.changed.emit())
        self.photo_button.clicked.connect(self.photo_asked)
        self.no_photo_button.clicked.connect(self.photo_dropped)

    def _checks(self) -> list[tuple[LabelledField, Callable[[str], Checked[Any]]]]:
        """The value rule of each field. A phone may be missing here, and a home: the person stands at the desk."""
        return [
            (self.name, check_name),
            (self.phone, lambda words: check_phone(words) if words.strip() else Checked(None)),
            (self.unit, check_text),
            (self.post, check_text),
            (self.plate, check_plate),
            (self.home, lambda words: check_home(words) if words.strip() else Checked(None)),
            (self.remark, check_remark),
        ]

    def fields(self) -> list[LabelledField]:
        """In reading order: where a submit jumps to."""
        return [self.name, self.phone, self.id_no, self.unit, self.post, self.validity.first, self.validity.last,
                self.plate, self.home, self.remark]  # fmt: skip

    # What stands in them

    def set_facts(
        self, today: date, operator: str, next_ids: dict[Book, PassId], units: Sequence[str]
    ) -> None:
        """The gate's day, who is working, the number that each book gives next, the units known here."""
        self._today, self._operator, self._next = today, operator, next_ids
        self.validity.set_today(today)
        words = self.unit.text()
        self.unit.set_choices([(unit, unit) for unit in units])
        self.unit.set_text(words)
        self._show_books()
        self._show_operator()

    def clear(self, book: Book, first: date, last: date) -> None:
        """An empty form."""
        self.set_holder(Holder(book, "", first, last))
        for field in self.fields():
            field.set_error("")

    def is_blank(self) -> bool:
        """Whether nothing of this one person stands here."""
        own = (self.name, self.phone, self.id_no, self.plate, self.home, self.remark)
        return not any(field.text().strip() for field in own)

    def keep_for_next(self) -> None:
        """Clears what is this one person's; unit, post, days, scope and papers stay for the next in the queue."""
        for field in (self.name, self.phone, self.plate, self.home, self.remark):
            field.set_text("")
            field.set_error("")
        self.id_no.set_number("")
        self.id_no.set_error("")

    def set_holder(self, holder: Holder) -> None:
        """What a pass says."""
        self.books.choose(holder.book.value)
        self.name.set_text(holder.name)
        self.phone.set_text(holder.phone)
        known = holder.id_type in set(IdType)
        self.kind.choose(holder.id_type if known else IdType.OTHER.value)
        self.id_no.set_type(IdType(holder.id_type) if known else IdType.OTHER)
        self.id_no.set_number(holder.id_no)
        self.unit.set_text(holder.unit)
        self.post.set_text(holder.post)
        self.validity.set_days(holder.valid_from, holder.valid_until)
        self.scope.choose(str(int(holder.scope)))
        self.home.set_text(holder.home)
        self.plate.set_text(holder.plate)
        self.remark.set_text(holder.remark)
        self._checked_before = holder.checked
        seen = read_checked(holder.checked)
        for paper, box in self.papers.items():
            box.setChecked(seen is not None and paper in seen.papers)

    def set_book_fixed(self, fixed: bool) -> None:
        """A pass stays in its book: its number is the book's."""
        for book in Book:
            self.books.set_option_enabled(book.value, not fixed or book is self.book())

    def set_scope_fixed(self, fixed: bool) -> None:
        """A blank card carries the code of its own gate only."""
        for scope in Scope:
            self.scope.set_option_enabled(str(int(scope)), not fixed or scope is Scope.GATE)

    def set_photo(self, photo: bytes | None) -> None:
        """The photo shown, None for none."""
        picture = QPixmap()
        if photo is not None:
            picture.loadFromData(photo)
        self.photo.set_photo(picture)
        self.no_photo_button.setVisible(photo is not None)

    def book(self) -> Book:
        """The book chosen."""
        return Book(self.books.current() or Book.OFFICIAL.value)

    def id_type(self) -> IdType:
        """The kind of document chosen."""
        return IdType(self.kind.current() or IdType.ID_CARD.value)

    def known_id_no(self) -> str:
        """The document's number where it is right, else nothing."""
        found = check_id_no(self.id_no.number(), self.id_type(), self._today).value
        return found[1] if found else ""

    def draft(self) -> Holder:
        """What stands in the fields now, right or not, for the preview."""
        first, last = self.validity.days()
        return Holder(
            book=self.book(),
            name=check_name(self.name.text()).value or self.name.text().strip(),
            valid_from=first,
            valid_until=last,
            id_type=self.id_type().value,
            id_no=self.known_id_no(),
            phone=check_phone(self.phone.text()).value or "",
            unit=check_text(self.unit.text()).value or "",
            post=check_text(self.post.text()).value or "",
            home=check_home(self.home.text()).value or "",
            plate=check_plate(self.plate.text()).value or "",
            remark=check_remark(self.remark.text()).value or "",
            scope=Scope(int(self.scope.current() or Scope.GATE)),
            checked=self._checked(),
        )

    def _checked(self) -> str:
        seen = [paper for paper, box in self.papers.items() if box.isChecked()]
        before = read_checked(self._checked_before)
        if before is not None and set(seen) == set(before.papers) & set(ON_FORM) and (seen or before.note):
            return self._checked_before
        if not seen:
            return self._checked_before if before is None else ""
        return checked_text(seen, self._operator, self._today)

    # What is wrong

    def recheck(self) -> list[LabelledField]:
        """Checks everything; the fields with an error, in reading order."""
        for field in self.fields():
            field.recheck()
        self.validity.recheck()
        return [field for field in self.fields() if field.has_error()]

    def jump_to_error(self) -> None:
        """Puts the keyboard into the first field with an error."""
        field = first_with_error(self.fields())
        if field is not None:
            field.focus_editor()

    def _person_known(self) -> None:
        if self.known_id_no():
            self.person_known.emit()

    # Words

    def _show_books(self) -> None:
        options = []
        for book in Book:
            id = self._next.get(book)
            if density().narrow:
                options.append(Option(book.value, book_name(book), detail=pass_words(id)[-6:], book=book))
            else:
                options.append(Option(book.value, book_full_name(book), detail=pass_words(id), book=book))
        self.books.set_options(options)

    def _show_kinds(self) -> None:
        short = {IdType.OTHER: self.tr("Other", "kind of document, short")} if density().narrow else {}
        self.kind.set_options(
            [Option(kind.value, short.get(kind) or id_type_words(kind.value)) for kind in IdType]
        )

    def _show_operator(self) -> None:
        self.papers_hint.setText(
            self.tr("seen by {name}").format(name=self._operator) if self._operator else ""
        )

    def retranslate(self) -> None:
        self.book_title.setText(self.tr("Which book"))
        self.book_hint.setText(self.tr("The number is the book's next"))
        self.name.set_label(self.tr("Name"))
        self.phone.set_label(self.tr("Mobile"))
        self.kind_title.setText(self.tr("Document"))
        self._show_kinds()
        self.id_no.set_label(self.tr("Number of the document"))
        self.unit.set_label(self.tr("Unit"))
        self.post.set_label(self.tr("Post"))
        self.scope_title.setText(self.tr("Opens"))
        scopes = {
            Scope.GATE: self.tr("Gate", "where a card is good, short"),
            Scope.COMPOUND: self.tr("Compound", "where a card is good, short"),
            Scope.DISTRICT: self.tr("District", "where a card is good, short"),
        }
        self.scope.set_options([Option(str(int(scope)), words) for scope, words in scopes.items()])
        self.home.set_label(self.tr("Home"))
        self.home.set_hint(self.tr("building, stairway, room"))
        self.plate.set_label(self.tr("Plate"))
        self.remark.set_label(self.tr("Remark"))
        self.papers_title.setText(self.tr("Papers seen"))
        for paper, box in self.papers.items():
            box.setText(paper_words(paper))
        self.photo_title.setText(self.tr("Photo"))
        self.photo_hint.setText(self.tr("can come later"))
        self.photo_button.setText(self.tr("Choose a picture"))
        self.no_photo_button.setText(self.tr("Without photo"))
        self._show_books()
        self._show_operator()


def _pair(left: QWidget | QLayout, right: QWidget | QLayout) -> QLayout:
    """Two parts side by side, each half as wide."""
    pair = row(left, right, gap=24, top=True)
    pair.setStretch(0, 1)
    pair.setStretch(1, 1)
    return pair


def _first(problems: Iterable[Problem], severity: Severity) -> str:
    """The words of the first problem of this severity, or nothing."""
    return next((problem_words(problem) for problem in problems if problem.severity is severity), "")


def _show_warning(field: LabelledField, check: Callable[[str], Checked[Any]]) -> None:
    """What is worth knowing about a value that can be kept."""
    words = _first(check(field.text()).problems, Severity.WARNING)
    if words and not field.has_error():
        field.set_notice(words)
