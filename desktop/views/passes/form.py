"""A new pass, an old one put right, or a blank card bound to a person, seen as it will print."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import Enum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Holder, Pass
from db.errors import GatebookError, RefusalCode
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Banner, Card
from desktop.kit.checks import CheckBox
from desktop.kit.density import Room, density
from desktop.kit.fields import LabelledField, Message
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import column, row, scaled, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, themes
from desktop.line_words import pass_words
from desktop.operations import passes
from desktop.operations.passes import FormFacts, PassDetails
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.latest import Latest
from desktop.views.passes.card_side import CardSide
from desktop.views.passes.form_photo import FormPhoto, dropped, may_drop
from desktop.views.passes.person_fields import PersonFields

_PREVIEW_AFTER_MS = 150
"""How long nothing must be typed before the card is drawn again."""


class Purpose(Enum):
    """What the form is for."""

    NEW = "new"
    CHANGE = "change"
    BIND = "bind"


class PassForm(Retranslating, QWidget):
    """Signals: `left` without saving; `saved(Pass, bool)`, whether to print it now; `open_asked(PassId)`, the pass
    that the person has already."""

    left = Signal()
    saved = Signal(object, bool)
    open_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.purpose = Purpose.NEW
        self._old: Pass | None = None
        self._id: PassId | None = None
        self._facts: FormFacts | None = None
        self.photo = FormPhoto(session, self)
        self._here: Pass | None = None
        self._saving = False
        self._kept = False
        self._make()
        self._lay_out()
        self._initials = Latest(session, passes.initials, self.fields.name.set_pill, parent=self)
        self._duplicates = Latest(session, passes.people_already_here, self._show_here, parent=self)
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(_PREVIEW_AFTER_MS)
        self._preview_timer.timeout.connect(self._preview)
        self._connect()
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.fields.name.edit)
        self.retranslate()

    # Parts

    def _make(self) -> None:
        self.back = IconButton("left", "", ButtonKind.SECONDARY, side=48, glyph=22)
        self.title = Label("", Type.TITLE)
        self.hint = ElidedLabel("", Type.CELL, "text2")
        self.fields = PersonFields(self._session.register.clock.today())
        self.banner = Banner("person")
        self.banner.hide()
        self.told = Banner("info")
        self.trouble = Banner(kind="deny")
        for banner in (self.told, self.trouble):
            banner.hide()
        self.message = Message()
        self.message.keep_room(False)
        self.keep = CheckBox()
        self.keep.setChecked(True)
        self.save_button = Button("", key="F11", height=52)
        self.print_button = Button("", ButtonKind.PRIMARY, icon="print", key="F12", height=52)
        self.side = CardSide(self._session)

    def _lay_out(self) -> None:
        head = row(self.back, self.title, self.hint, gap=12)
        head.setStretch(2, 1)
        self.card = Card(padding=0, gap=0)
        self.card.body.addLayout(column(self.trouble, self.banner, self.told, gap=8, margins=(16, 8, 16, 0)))
        self.area = scrolling(self.fields)
        self.card.body.addWidget(self.area, 1)
        foot = self.card.foot((24, 8, 24, 8))
        foot.addLayout(column(self.message, self.keep, gap=2), 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        left = column(head, self.card, gap=16)
        left.setStretch(1, 1)
        self._all = row(left, self.side, gap=16, margins=16, parent=self)
        self._all.setStretch(0, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.save_button.clicked.connect(lambda: self.save(False))
        self.print_button.clicked.connect(lambda: self.save(True))
        self.fields.changed.connect(self._on_change)
        self.fields.name.typed.connect(lambda words: self._initials.ask(words))
        self.fields.person_known.connect(self._look_for_person)
        self.fields.photo_asked.connect(self.photo.ask)
        self.fields.photo_dropped.connect(self.photo.drop)
        self.photo.changed.connect(self._show_photo)
        self.photo.failed.connect(lambda error: self._say(sentence(error)))
        self.banner.acted.connect(self._open_here)
        for keys, act in (
            ("F11", lambda: self.save(False)),
            ("Ctrl+S", lambda: self.save(False)),
            ("F12", lambda: self.save(True)),
            ("Ctrl+P", lambda: self.save(True)),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _fit(self) -> None:
        tight, narrow = density().level is Room.TIGHT, density().narrow
        scaled(self._all, 16, (16, 10 if tight else 16, 16, 10 if tight else 16))
        self.side.setFixedWidth(px(330 if narrow else 480))
        for button in (self.save_button, self.print_button):
            button.set_height(44 if tight else 52)
        self.back.set_height(40 if tight else 48)

    # What it is opened for

    def open_new(self, book: Book) -> None:
        """A form for the next number of a book: empty, or with unit, days and papers of the one before."""
        kept = self._kept and self.purpose is Purpose.NEW
        self._open(Purpose.NEW, None, None)
        if kept:
            self.fields.books.choose(book.value)
            self._ready()
            return
        today = self._session.register.clock.today()
        self.fields.clear(book, today, today + timedelta(days=self._session.settings.valid_days))
        self._ready()

    def resume(self) -> bool:
        """Goes on with a new pass that was left half filled in; False where there is none."""
        if self.purpose is not Purpose.NEW or self.fields.is_blank():
            return False
        self._ready()
        return True

    def open_change(self, one: Pass) -> None:
        """An old pass, to put it right."""
        self._open(Purpose.CHANGE, one, one.id)
        self.fields.set_holder(one.holder)
        self.fields.set_book_fixed(True)
        self._session.do(passes.details, one.id, done=self._take_details)
        self._ready()

    def open_bind(self, blank: PassId) -> None:
        """A blank card that someone holds: the number is printed on it."""
        self._open(Purpose.BIND, None, blank)
        today = self._session.register.clock.today()
        self.fields.clear(blank.book, today, today + timedelta(days=self._session.settings.valid_days))
        self.fields.set_book_fixed(True)
        self.fields.set_scope_fixed(True)
        self._ready()

    def _open(self, purpose: Purpose, old: Pass | None, id: PassId | None) -> None:
        self.purpose, self._old, self._id = purpose, old, id
        self.photo.clear()
        self._here = None
        self.fields.set_photo(None)
        self.fields.set_book_fixed(False)
        self.fields.set_scope_fixed(False)
        self.message.set_message("")
        self.keep.setVisible(purpose is Purpose.NEW)
        for banner in (self.banner, self.told, self.trouble):
            banner.hide()

    def _ready(self) -> None:
        self._session.do(passes.form_facts, done=self._take_facts)
        self.area.verticalScrollBar().setValue(0)
        self.retranslate()
        self.fields.name.focus_editor()

    def _take_facts(self, facts: FormFacts) -> None:
        self._facts = facts
        numbers = dict(facts.next_ids)
        if self._id is not None:
            numbers = {self._id.book: self._id}
        self.fields.set_facts(facts.today, facts.operator, numbers, facts.units)
        self._preview()

    def _take_details(self, details: PassDetails) -> None:
        if self._old is not None and details.row.one.id == self._old.id:
            self.photo.show_old(details.photo)

    def number(self) -> PassId | None:
        """The number that the pass will have."""
        if self._id is not None:
            return self._id
        return self._facts.next_ids[self.fields.book()] if self._facts is not None else None

    # While it is filled in

    def _show_photo(self) -> None:
        self.fields.set_photo(self.photo.shown)
        self._on_change()

    def _on_change(self) -> None:
        self.message.set_message("")
        self._say("")
        self._show_consequence()
        self._preview_timer.start()

    def _holder(self) -> Holder:
        """What stands in the form, with the photo that is kept."""
        draft = self.fields.draft()
        kept = self._old.holder.photo if self._old is not None and self.photo.keep_old else None
        scope = Scope.GATE if self.purpose is Purpose.BIND else draft.scope
        return replace(draft, photo=kept, scope=scope)

    def _preview(self) -> None:
        self._preview_timer.stop()
        id = self.number()
        if id is None:
            return
        issue = self._old.issue + (1 if self._needs_new_card() else 0) if self._old is not None else 1
        self.side.show_card(id, issue, self._holder(), self.photo.shown)

    def _needs_new_card(self) -> bool:
        return self._old is not None and passes.needs_new_card(self._old.holder, self._holder())

    def _show_consequence(self) -> None:
        """Told before saving: these facts stand on the card, so the old one dies."""
        if self._needs_new_card():
            self.told.set_words(
                self.tr(
                    "Name, days or scope stand on the card: a new one is needed, the old one will be dead"
                )
            )
        self.told.setVisible(self._needs_new_card())
        self._show_buttons()

    def _look_for_person(self) -> None:
        self._duplicates.ask(self.fields.book(), self.fields.known_id_no())

    def _show_here(self, found: list[Pass]) -> None:
        others = [one for one in found if self._old is None or one.id != self._old.id]
        self._here = others[0] if others else None
        if self._here is not None:
            words = self.tr("{name} has {number} in this book already")
            self.banner.set_words(
                words.format(name=self._here.holder.name, number=pass_words(self._here.id)),
                self.tr("Open it"),
            )
        self.banner.setVisible(self._here is not None)

    def _open_here(self) -> None:
        if self._here is not None:
            self.open_asked.emit(self._here.id)

    def _say(self, words: str) -> None:
        """What went wrong, in a whole sentence; "" when it is over."""
        self.trouble.set_words(words)
        self.trouble.setVisible(bool(words))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_drop(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.photo.take(dropped(event))

    # Saving

    def save(self, then_print: bool) -> None:
        """Checks all fields, jumps to the first that must be mended, or saves."""
        if self._saving:
            return
        wrong = self.fields.recheck()
        if wrong:
            self._show_wrong(wrong)
            return
        if self._here is not None:
            self.message.set_message(self.tr("The person has a pass in this book. Open it instead"))
            return
        self._saving = True
        (self.print_button if then_print else self.save_button).set_busy(True)
        holder, photo = self._holder(), self.photo.new
        told = {"done": lambda one: self._done(one, then_print), "failed": self._failed}
        if self.purpose is Purpose.BIND:
            assert self._id is not None
            self._session.do(passes.bind, self._id, holder, photo, **told)
        elif self._old is None:
            self._session.do(passes.issue, holder, photo, **told)
        elif self._needs_new_card():
            self._session.do(passes.reissue, self._old.id, "changed", holder, photo, **told)
        else:
            self._session.do(passes.amend, self._old.id, holder, photo, **told)

    def _show_wrong(self, wrong: list[LabelledField]) -> None:
        names = self.tr(", ").join(field.label() or field.frame.editor.accessibleName() for field in wrong)
        self.message.set_message(self.tr("%n to mend: ", "", len(wrong)) + names)
        self.fields.jump_to_error()

    def _done(self, one: Pass, then_print: bool) -> None:
        self._end_saving()
        if self.purpose is Purpose.NEW:
            self.photo.clear()
            self.fields.set_photo(None)
            self.fields.keep_for_next()
            self._kept = self.keep.isChecked()
            if self.stays_open(then_print):
                self._ready()
        self.saved.emit(one, then_print)

    def stays_open(self, then_print: bool) -> bool:
        """Whether the form stays for the next person after saving."""
        return self.purpose is Purpose.NEW and self.keep.isChecked() and not then_print

    def _failed(self, error: GatebookError) -> None:
        self._end_saving()
        self._say(sentence(error))
        if error.code is RefusalCode.DUPLICATE_PERSON:
            self._look_for_person()

    def _end_saving(self) -> None:
        self._saving = False
        self.save_button.set_busy(False)
        self.print_button.set_busy(False)

    # Words

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._preview()

    def _show_buttons(self) -> None:
        new_card = self.purpose is not Purpose.CHANGE or self._needs_new_card()
        self.print_button.setVisible(self.purpose is not Purpose.BIND)
        self.print_button.setText(self.tr("Save and print"))
        self.print_button.set_kind(ButtonKind.PRIMARY if new_card else ButtonKind.SECONDARY)
        only = self.purpose is Purpose.BIND
        self.save_button.setText(self.tr("Bind the card") if only else self.tr("Save", "without printing"))
        self.save_button.set_kind(ButtonKind.PRIMARY if only or not new_card else ButtonKind.SECONDARY)

    def retranslate(self) -> None:
        titles = {
            Purpose.NEW: self.tr("New pass"),
            Purpose.CHANGE: self.tr("Put a pass right"),
            Purpose.BIND: self.tr("Bind a blank card"),
        }
        hints = {
            Purpose.NEW: self.tr("Filled in here, seen at the side as it will print"),
            Purpose.CHANGE: self.tr("What stands on the card needs a new card"),
            Purpose.BIND: self.tr("The card is printed already; write the person into the book"),
        }
        self.title.setText(titles[self.purpose])
        self.hint.setText(hints[self.purpose])
        self.back.set_name(self.tr("Back to the books"))
        self.keep.setText(self.tr("Keep unit, days and papers for the next"))
        self._show_consequence()
