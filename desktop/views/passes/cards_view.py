"""Printing cards: which ones and how on the left, the real pages on the right, into a file or to a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from db.books.pass_id import Book, PassId
from db.errors import FaultCode, GatebookError, RefusalCode
from desktop.devices.drives import Drives, Release, system_drives
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Banner, Card
from desktop.kit.density import Room, density
from desktop.kit.fields import Message
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import STRETCH, column, row, scaled, scrolling
from desktop.kit.progress import WorkProgress
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, px, themes
from desktop.language import current_language
from desktop.operations import cards
from desktop.operations.cards import Cards, Source
from desktop.operations.settings import keep_settings
from desktop.paper.card_face import CardFace, Layout
from desktop.paper.cards import PLACES_ON_SHEET, Unprintable
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.latest import Latest
from desktop.views.passes.card_choices import CardChoices
from desktop.views.passes.printing_job import PrintingJob, pages_for
from desktop.views.pdf_preview import PdfPreview
from desktop.views.printing.stick_sheet import StickSheet

_ASK_AFTER_MS = 200


class CardsView(Retranslating, QWidget):
    """Signals: `left`; `told(str)`, what was done, for a toast; `sheets_printed(int)`, sheets of ten went to a printer;
    `history_asked`, what was printed before."""

    left = Signal()
    told = Signal(str)
    sheets_printed = Signal(int)
    history_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._cards = Cards(())
        self._missing: list[Unprintable] = []
        self._page = 0
        self._began_at: QWidget | None = None
        self._reserved: list[CardFace] = []
        self.job = PrintingJob(session, self)
        self.drives: Drives = system_drives()
        self._asking = Latest(session, cards.wanted_cards, self._take_cards, self._no_cards, parent=self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self._make()
        self._lay_out()
        self._connect()
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    # Parts

    def _make(self) -> None:
        self.back = IconButton("left", "", ButtonKind.SECONDARY, side=48, glyph=22)
        self.title = Label("", Type.TITLE)
        self.hint = ElidedLabel("", Type.CELL, "text2")
        self.history_button = Button("", icon="clock", height=44, size=15)
        self.choices = CardChoices()
        self.banner = Banner("info")
        self.trouble = Banner(kind="deny")
        for banner in (self.banner, self.trouble):
            banner.hide()
        self.message = Message()
        self.message.keep_room(False)
        self.count = Label("", Type.SECTION)
        self.save_button = Button("", icon="save", height=52)
        self.stick_button = Button("", icon="usb", height=52)
        self.print_button = Button("", ButtonKind.PRIMARY, icon="print", key="F12", height=52)
        self.progress = WorkProgress()
        self.progress.hide()
        self.preview_title = Label("", Type.CARD_TITLE)
        self.before = IconButton("left", "", side=48)
        self.page_words = Label("", Type.CELL, "text2")
        self.after = IconButton("right", "", side=48)
        self.preview = PdfPreview()

    def _lay_out(self) -> None:
        head = row(self.back, self.title, self.hint, self.history_button, gap=12)
        head.setStretch(2, 1)
        self.card = Card(padding=0, gap=0)
        self.card.body.addLayout(column(self.trouble, self.banner, margins=(16, 8, 16, 0)))
        self.area = scrolling(self.choices)
        self.card.body.addWidget(self.area, 1)
        foot = self.card.foot((24, 8, 24, 8))
        self._buttons = QWidget()
        words = column(self.count, self.message, gap=0)
        line = row(words, self.stick_button, self.save_button, self.print_button, gap=8, parent=self._buttons)
        line.setStretch(0, 1)
        foot.addWidget(self._buttons)
        foot.addWidget(self.progress)
        left = column(head, self.card, gap=16)
        left.setStretch(1, 1)
        self.side = QWidget()
        pages = row(self.before, self.page_words, self.after, gap=8)
        right = column(row(self.preview_title, STRETCH, pages), self.preview, gap=16, parent=self.side)
        right.setStretch(1, 1)
        self._all = row(left, self.side, gap=16, margins=16, parent=self)
        self._all.setStretch(0, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.history_button.clicked.connect(self.history_asked)
        self.choices.wanted_changed.connect(self._wanted_changed)
        self.choices.printing_changed.connect(self._show_preview)
        self.choices.line_code.setChecked(self._session.settings.line_code)
        self.choices.line_code_chosen.connect(self._remember_line_code)
        self.save_button.clicked.connect(self.ask_where)
        self.stick_button.clicked.connect(self.ask_which_drive)
        self.print_button.clicked.connect(self.print_now)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.progress.cancelled.connect(self.job.cancel)
        self.job.began.connect(self._began)
        self.job.moved.connect(self.progress.set_progress)
        self.job.sending.connect(self._sending)
        self.job.saved.connect(self._saved)
        self.job.on_drive.connect(self._on_drive)
        self.job.printed.connect(self._printed)
        self.job.failed.connect(self._failed)
        self.job.dropped.connect(self._ended)
        for keys, act in (
            ("F12", self.print_now), ("Ctrl+P", self.print_now), ("F11", self.ask_where),
            ("Ctrl+S", self.ask_where), ("Ctrl+U", self.ask_which_drive), ("Esc", self.left.emit),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _fit(self) -> None:
        tight, narrow = density().level is Room.TIGHT, density().narrow
        scaled(self._all, 16, (16, 10 if tight else 16, 16, 10 if tight else 16))
        self.side.setFixedWidth(px(330 if narrow else 480))
        for button in (self.stick_button, self.save_button, self.print_button):
            button.set_height(44 if tight else 52)
        self.back.set_height(40 if tight else 48)

    # Which cards

    def open_for(self, book: Book, ids: Sequence[PassId] = ()) -> None:
        """Opens with these passes, or with what was never printed of a book."""
        self.choices.open_for(book, ids)
        self._reserved = []
        self._say("")
        self._allow(True)
        self._ask()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember_line_code(self, on: bool) -> None:
        before = self._session.settings
        self._session.do(keep_settings, replace(before, line_code=on), before)

    def _wanted_changed(self) -> None:
        self._reserved = []
        self._say("")
        self.choices.numbers.set_error("")
        self.choices.count.set_error("")
        self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        self._page = 0
        wanted = self.choices.wanted()
        if wanted.source is Source.NUMBERS and not wanted.numbers.strip():
            self._take_cards(Cards(()))
            return
        self._asking.ask(wanted, current_language())

    def _take_cards(self, found: Cards) -> None:
        self._cards, self._missing = found, []
        self.choices.show_count(len(found.faces), found.waiting)
        self._allow(bool(found.faces))
        self._show_count()
        self._show_notes()
        self._show_preview()
        if found.faces:
            # The typefaces are read for this, which takes a second the first time.
            self._session.tasks.run_long(
                lambda: cards.not_printable(found.faces), lambda missing: self._take_missing(found, missing)
            )

    def _allow(self, on: bool) -> None:
        """Whether there is anything to print; the reason why not stands beside the buttons."""
        buttons = (self.stick_button, self.save_button, self.print_button)
        changed, had_focus = on != self.print_button.isEnabled(), self.window().focusWidget() in buttons
        for button in buttons:
            button.setEnabled(on)
        if not on:
            self.message.set_message(self.tr("No card to print. Choose others"), error=False)
            if had_focus:
                # Else it goes to the rail, where Enter leaves the page.
                self.choices.source.setFocus(Qt.FocusReason.OtherFocusReason)
        elif changed:
            self.message.set_message("")

    def _take_missing(self, found: Cards, missing: list[Unprintable]) -> None:
        if found is self._cards:
            self._missing = missing
            self._show_notes()

    def _no_cards(self, error: GatebookError) -> None:
        self._take_cards(Cards(()))
        field = error.params.get("field")
        if field == "numbers":
            self.choices.numbers.set_error(self.tr("Write them as 1-50 or 3,7,12"))
        elif field == "blank":
            self.choices.count.set_error(self.tr("1 to {most}").format(most=cards.MOST_BLANKS))
        else:
            self._say(sentence(error))

    def _show_notes(self) -> None:
        """Said beforehand: what cannot be printed, what gets no card, what does not fit into this job."""
        notes = []
        if missing := self._missing:
            names = self.tr(", ").join(card.face.name or card.face.pass_id.human() for card in missing[:5])
            characters = "".join(dict.fromkeys("".join(card.characters for card in missing)))
            words = self.tr(
                "No typeface here has {characters} ({names}): an empty box is printed, write it by hand"
            )
            notes.append(words.format(characters=characters, names=names))
        if self._cards.left_out:
            notes.append(self.tr("%n revoked: no card", "", len(self._cards.left_out)))
        if self._cards.more:
            notes.append(self.tr("%n more go into the next job", "", self._cards.more))
        self.banner.set_words(self.tr("; ").join(notes))
        self.banner.setVisible(bool(notes))

    # Preview

    def pages(self) -> int:
        """How many pages the job has."""
        return pages_for(len(self._cards.faces), self.choices.printing())

    def _on_page(self) -> Sequence[CardFace]:
        printing = self.choices.printing()
        if printing.layout is not Layout.A4:
            return self._cards.faces[self._page : self._page + 1]
        start = self._page * PLACES_ON_SHEET - (printing.first_place - 1)
        return self._cards.faces[max(0, start) : start + PLACES_ON_SHEET]

    def _turn(self, by: int) -> None:
        self._page = max(0, min(self._page + by, self.pages() - 1))
        self._show_preview()

    def _show_preview(self) -> None:
        pages = self.pages()
        self._page = max(0, min(self._page, pages - 1))
        self.page_words.setText(f"{self._page + 1} / {pages}" if pages else "")
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < pages)
        self._show_count()
        if not self._cards.faces:
            self.preview.show_words(self.tr("No card to print"))
            return
        printing = self.choices.printing()
        printing = replace(printing, first_place=printing.first_place if self._page == 0 else 1)
        self.preview.show_pdf(partial(cards.pdf, self._on_page(), printing))

    # The job

    def ask_where(self) -> None:
        """Asks for a file and saves the PDF there."""
        if not self._may_begin():
            return
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), self.tr("cards") + ".pdf", "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path).with_suffix(".pdf"))

    def save_to(self, path: Path) -> None:
        """Saves the PDF; new blanks are reserved first."""
        if self._may_begin():
            self._with_cards(lambda faces: self.job.save(faces, self.choices.printing(), path))

    def ask_which_drive(self) -> None:
        """Asks for a USB drive and writes the PDF there, for a print shop."""
        if not self._may_begin():
            return
        drives = self.drives
        sheet = StickSheet(len(self._cards.faces), drives, self._session.tasks)
        sheet.chosen.connect(
            lambda drive: self._with_cards(
                lambda faces: self.job.save_on_drive(faces, self.choices.printing(), drive, drives)
            )
        )
        sheet.open_over(self.window())

    def print_now(self) -> None:
        """Asks for a printer and prints; new blanks are reserved first."""
        if self._may_begin():
            title = self.tr("Gatebook cards")
            self._with_cards(lambda faces: self.job.print_cards(faces, self.choices.printing(), title))

    def _may_begin(self) -> bool:
        if self.job.running:
            return False
        if not self._cards.faces:
            self.message.set_message(self.tr("No card to print. Choose others"))
            return False
        self._say("")
        return True

    def _with_cards(self, act: object) -> None:
        assert callable(act)
        wanted = self.choices.wanted()
        if wanted.source is not Source.BLANKS or wanted.again:
            act(self._cards.faces)
        elif self._reserved:
            act(self._reserved)
        else:

            def reserved(faces: list[CardFace]) -> None:
                # Kept: if the printer is missing the same numbers go into a file.
                self._reserved = faces
                self._cards = replace(self._cards, faces=tuple(faces))
                act(faces)

            self.job.reserve(wanted, current_language(), reserved)

    def _began(self, count: int) -> None:
        self._began_at = self.window().focusWidget()
        # What is hidden or disabled gives the focus to the rail, where Enter leaves the page.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._buttons.hide()
        self.progress.show()
        self.progress.start(self.tr("Drawing %n card(s)", "", count))
        self.choices.setEnabled(False)

    def _sending(self, done: int, total: int) -> None:
        if done == 0:
            self.progress.start(self.tr("Sending to the printer"))
        self.progress.set_progress(done, total)

    def _saved(self, path: Path) -> None:
        self._ended()
        self.told.emit(self.tr("Saved as {name}").format(name=path.name))
        self._after()

    def _on_drive(self, path: Path, release: Release) -> None:
        self._ended()
        words = self.tr("{name} is on the drive").format(name=path.name)
        if release is Release.SAFE:
            words += self.tr(". It can be pulled out")
        self.told.emit(words)
        self._after()

    def _printed(self, pages: int) -> None:
        self._ended()
        if self.choices.printing().layout is Layout.A4:
            self.sheets_printed.emit(pages)
        else:
            self.told.emit(self.tr("%n page(s) at the printer", "", pages))
        self._after()

    def _after(self) -> None:
        """What was reserved is used; what was not printed yet is fewer."""
        self._reserved = []
        self.choices.place.set_place(1)
        if self.choices.current_source() in (Source.UNPRINTED, Source.BLANKS):
            self._ask()

    def _failed(self, error: GatebookError) -> None:
        self._ended()
        if error.code is not RefusalCode.CANCELLED:
            self._say(sentence(error))
        else:
            self.message.set_message(self.tr("Stopped. Nothing is marked as printed"), error=False)
        if error.code is FaultCode.NO_PRINTER:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        """What went wrong, in a whole sentence; "" when it is over."""
        self.message.set_message("")
        self.trouble.set_words(words)
        self.trouble.setVisible(bool(words))

    def _ended(self) -> None:
        self.progress.hide()
        self._buttons.show()
        self.choices.setEnabled(True)
        began_at, self._began_at = self._began_at, None
        if self.window().focusWidget() is self:
            own = began_at is not None and isValid(began_at) and self.isAncestorOf(began_at)
            (began_at if own and began_at else self.print_button).setFocus(Qt.FocusReason.OtherFocusReason)

    # Words

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_preview()

    def _show_count(self) -> None:
        self.count.setText(self.tr("%n card(s)", "", len(self._cards.faces)))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Print cards"))
        self.hint.setText(self.tr("Print at 100 %, unscaled"))
        self.back.set_name(self.tr("Back to the books"))
        self.history_button.setText(self.tr("Printed before"))
        self.stick_button.setText(self.tr("To a USB drive"))
        self.save_button.setText(self.tr("Save as PDF"))
        self.print_button.setText(self.tr("Print"))
        self.preview_title.setText(self.tr("Preview"))
        self.before.set_name(self.tr("Page before"))
        self.after.set_name(self.tr("Next page"))
        self._show_count()
        self._show_notes()
        self._show_preview()
