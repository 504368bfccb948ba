"""The page of passes: books, form, lists handed in and printing in one place; and what is done to passes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from db.books.pass_id import Book, PassId
from db.books.passes import Pass
from db.errors import Denied, GatebookError, RefusalCode
from db.trust.roles import Role
from desktop.devices.camera import FrameSource
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import px
from desktop.kit.toast import ToastHost
from desktop.language import current_language
from desktop.line_words import pass_words
from desktop.operations import passes
from desktop.operations.pass_list import save_list
from desktop.operations.passes import Batch, PassDetails
from desktop.sentences import sentence
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.passes.adopt_sheet import AdoptSheet
from desktop.views.passes.book_view import BookView
from desktop.views.passes.cards_view import CardsView
from desktop.views.passes.form import PassForm
from desktop.views.passes.form_photo import dropped, may_drop
from desktop.views.passes.roster_view import RosterView
from desktop.views.passes.sheets import ReissueSheet, RenewSheet, reason_words, revoke_sheet
from desktop.views.printing.printed_view import PrintedView


class PassesPage(Retranslating, QWidget):
    """Attributes: `books`, `form`, `roster`, `cards`, `printed`: the views that take each other's place.

    `photo_source`: the camera that photos are taken with, None for none.
    `show_pass(PassId)` and `bind_blank(PassId)` are for other pages. Signal `work_told(str)`: how far long work is,
    empty when it is over."""

    work_told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.photo_source: FrameSource | None = None
        self.books = BookView(session)
        self.form = PassForm(session)
        self.roster = RosterView(session)
        self.cards = CardsView(session)
        self.printed = PrintedView(session)
        self._stack = QStackedWidget()
        for view in (self.books, self.form, self.roster, self.cards, self.printed):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        # What it needs at least, not what its widest view would like: the window must be able to shrink.
        self.setMinimumSize(px(760), px(400))
        # Over the foot of every view, where its buttons are.
        self.toasts = ToastHost(self, bottom=96)
        self.setAcceptDrops(True)
        self._connect()
        self._show(self.books)

    def _connect(self) -> None:
        books = self.books
        books.new_asked.connect(self.new_pass)
        books.edit_asked.connect(self._edit)
        books.import_asked.connect(self._import)
        books.cards_asked.connect(lambda: self.print_cards([]))
        books.print_asked.connect(self.print_cards)
        books.reissue_asked.connect(self._ask_reissue)
        books.renew_asked.connect(self._ask_renew)
        books.revoke_asked.connect(self._ask_revoke)
        books.save_list_asked.connect(self._ask_where_list)
        self.form.left.connect(self._back)
        self.form.saved.connect(self._saved)
        self.form.open_asked.connect(self.show_pass)
        self.cards.left.connect(self._back)
        self.cards.told.connect(self.toasts.show_toast)
        self.cards.history_asked.connect(self.show_printed)
        self.cards.sheets_printed.connect(self._sheets_printed)
        self.printed.left.connect(lambda: self._show(self.cards))
        self.printed.again_asked.connect(self.print_cards)
        self.roster.left.connect(self._back)
        self.roster.print_asked.connect(self.print_cards)
        self.roster.paper_asked.connect(self._ask_adoption)
        self.roster.work_told.connect(self.work_told)
        shortcut = QShortcut(QKeySequence("F3"), self)
        shortcut.activated.connect(lambda: self.new_pass(self.books.book()))

    # Which view

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view.focusProxy() or view)
        if self.isVisible():
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> QWidget:
        """The view that is shown."""
        view = self._stack.currentWidget()
        assert view is not None
        return view

    def _back(self) -> None:
        self._show(self.books)

    def new_pass(self, book: Book) -> None:
        """The form for the next pass of a book; one that was left half filled in goes on where it was."""
        if self.shown() is self.form or not self._may_change():
            return
        self._show(self.form)
        if self.form.resume():
            self.toasts.show_toast(self.tr("Goes on with what was filled in before"), icon="write")
        else:
            self.form.open_new(book)

    def _may_change(self) -> bool:
        """Says who does it where this operator may not."""
        may = self.books.may_change()
        if not may:
            denied = Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)
            self.toasts.show_toast(sentence(denied), icon="lock")
        return may

    def camera_asked(self) -> bool:
        """Takes the camera for the holder's photo while the form is shown; whether it did."""
        if self.photo_source is None or self.shown() is not self.form:
            return False
        from desktop.views.camera.photo_sheet import PhotoSheet

        sheet = PhotoSheet(self.photo_source)
        sheet.taken.connect(self.form.photo.put)
        sheet.open_over(self.window())
        return True

    def show_pass(self, id: PassId) -> None:
        """The books, with one pass chosen."""
        self._show(self.books)
        self.books.show_pass(id)

    def bind_blank(self, blank: PassId) -> None:
        """The form for someone who holds a blank card."""
        if self._may_change():
            self._show(self.form)
            self.form.open_bind(blank)

    def print_cards(self, ids: Sequence[PassId]) -> None:
        """Printing, with these passes or with what was never printed."""
        self._show(self.cards)
        self.cards.open_for(ids[0].book if ids else self.books.book(), ids)

    def show_printed(self) -> None:
        """What was printed before."""
        self._show(self.printed)
        self.printed.open_newest()

    def _sheets_printed(self, pages: int) -> None:
        """Of a sheet of ten one card may have come out badly; of single cards a person sees it and prints again."""
        self.toasts.show_toast(
            self.tr("%n sheet(s) at the printer. Did all cards come out well?", "", pages),
            action=self.tr("One did not"),
            on_action=self.show_printed,
            icon="print",
        )

    def _edit(self, one: Pass) -> None:
        """The form shows the numbers in full, so opening it is noted as looking at them is."""
        self._session.do(passes.open_to_change, one.id, done=self._edit_shown)

    def _edit_shown(self, one: Pass) -> None:
        self._show(self.form)
        self.form.open_change(one)

    def _import(self) -> None:
        self._show(self.roster)
        self.roster.open_for(self.books.book())

    def _ask_adoption(self) -> None:
        sheet = AdoptSheet(self._session, self.books.book())
        sheet.adopted.connect(self._adopted)
        sheet.write_asked.connect(self.bind_blank)
        sheet.open_over(self.window())

    def _adopted(self, numbers: Sequence[PassId]) -> None:
        self.toasts.show_toast(
            self.tr("%n number(s) taken over", "", len(numbers)),
            action=self.tr("Write the first one in"),
            on_action=lambda: self.bind_blank(numbers[0]),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_drop(event) and self.books.may_change():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._show(self.roster)
        self.roster.open_for(self.books.book())
        self.roster.read(dropped(event))

    # What was saved

    def _saved(self, one: Pass, then_print: bool) -> None:
        words = self.tr("{number} saved: {name}").format(number=pass_words(one.id), name=one.holder.name)
        if then_print:
            self.print_cards([one.id])
        elif not self.form.stays_open(then_print):
            self.show_pass(one.id)
        self.toasts.show_toast(
            words,
            action="" if then_print else self.tr("Print"),
            on_action=lambda: self.print_cards([one.id]),
        )

    # One pass, or the ticked ones

    def _ask_reissue(self, one: Pass) -> None:
        sheet = ReissueSheet(one)
        sheet.confirmed.connect(lambda reason, then_print: self._reissue(one, reason, then_print))
        sheet.open_over(self.window())

    def _reissue(self, one: Pass, reason: str, then_print: bool) -> None:
        self._session.do(
            passes.reissue, one.id, reason, done=lambda new: self._card_due([new.id], then_print, new)
        )

    def _ask_renew(self, ids: Sequence[PassId]) -> None:
        self._with_pass(ids, lambda one: self._open_renew(one, ids))

    def _open_renew(self, one: Pass | None, ids: Sequence[PassId]) -> None:
        today = self._session.register.clock.today()
        sheet = RenewSheet(one, len(ids), today, self._session.settings.valid_days)
        sheet.confirmed.connect(lambda until, then_print: self._renew(ids, until, then_print))
        sheet.open_over(self.window())

    def _renew(self, ids: Sequence[PassId], until: date, then_print: bool) -> None:
        progress = self._watched(self.tr("Renewing {done} of {total}"))
        write = self._session.tasks.and_wait
        self._session.do_long(
            passes.renew_many, ids, until, write, progress, done=lambda batch: self._batch(batch, then_print)
        )

    def _ask_revoke(self, ids: Sequence[PassId]) -> None:
        self._with_pass(ids, lambda one: self._open_revoke(one, ids))

    def _open_revoke(self, one: Pass | None, ids: Sequence[PassId]) -> None:
        sheet = revoke_sheet(one, len(ids))
        sheet.confirmed.connect(lambda key: self._revoke(ids, reason_words(key)))
        sheet.open_over(self.window())

    def _revoke(self, ids: Sequence[PassId], reason: str) -> None:
        progress = self._watched(self.tr("Revoking {done} of {total}"))
        write = self._session.tasks.and_wait
        self._session.do_long(passes.revoke_many, ids, reason, write, progress, done=self._batch)

    def _with_pass(self, ids: Sequence[PassId], act: object) -> None:
        """One pass is called by name, several by their number."""
        assert callable(act)
        if len(ids) != 1:
            act(None)
            return

        def known(details: PassDetails) -> None:
            act(details.row.one)

        self._session.do(passes.details, ids[0], done=known)

    def _batch(self, batch: Batch, then_print: bool = False) -> None:
        self.work_told.emit("")
        self.books.model.tick_all(False)
        words = self.tr("%n pass(es) done", "", len(batch.done))
        if batch.refused:
            words += self.tr(", %n could not be", "", len(batch.refused))
        if batch.stopped is not None and batch.stopped.code is not RefusalCode.CANCELLED:
            words += self.tr("; stopped: {why}").format(why=sentence(batch.stopped))
        if then_print and batch.done:
            self.print_cards(batch.done)
        self.toasts.show_toast(words, icon="alert" if batch.refused or batch.stopped else "check")

    def _card_due(self, ids: Sequence[PassId], then_print: bool, one: Pass) -> None:
        if then_print:
            self.print_cards(ids)
        words = self.tr("{number}: the old card is dead, card {issue} is good")
        self.toasts.show_toast(words.format(number=pass_words(one.id), issue=one.issue))

    def _watched(self, words: str) -> Progress:
        progress = Progress(self)
        progress.moved.connect(
            lambda done, total: self.work_told.emit(
                words.format(done=done, total=total) if done < total else ""
            )
        )
        return progress

    # The ticked ones as a list

    def _ask_where_list(self, ids: Sequence[PassId]) -> None:
        kinds = f"{self.tr('Spreadsheet')} (*.xlsx)"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as list"), self.tr("passes") + ".xlsx", kinds
        )
        if path:
            self.save_list(ids, Path(path).with_suffix(".xlsx"))

    def save_list(self, ids: Sequence[PassId], path: Path) -> None:
        """Saves passes as a spreadsheet, ID numbers and phones masked."""
        self._session.do_long(
            save_list,
            ids,
            path,
            current_language(),
            done=lambda _path: self.toasts.show_toast(self.tr("Saved as {name}").format(name=path.name)),
            failed=self._not_saved,
        )

    def _not_saved(self, error: GatebookError) -> None:
        self.toasts.show_toast(sentence(error), icon="alert")

    def retranslate(self) -> None:
        """Every view does its own."""
