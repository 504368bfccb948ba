"""Adjusting a printer to one paper: a page with a ruler is printed, what is measured on it is typed, and every page for
this printer and paper is moved and stretched by that from then on."""

from __future__ import annotations

import io

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from db.errors import GatebookError, RefusalCode
from desktop.devices.print_orders import Adjustment, Order, Page
from desktop.devices.printer import Job, Printers
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message, TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.theme import Type, px
from desktop.language import current_language
from desktop.paper.adjustment_page import adjustment_page_pdf, frame_of
from desktop.printer_memory import load_printers, save_printers, sensible
from desktop.sentences import sentence
from desktop.views.printing.adjusting import Measured, adjustment_from, in_words, millimetres


class AdjustSheet(Sheet):
    """Signal `adjusted`: it is kept."""

    adjusted = Signal()
    _made = Signal(object, object)

    def __init__(self, printer: str, page: Page, printers: Printers) -> None:
        super().__init__("", icon="gear", width=640)
        self._printer, self._page, self._printers = printer, page, printers
        self._frame = frame_of(page.width_mm, page.height_mm)
        self._job: Job | None = None
        self.title.setText(
            self.tr("Adjust {printer}, paper {paper}").format(printer=printer, paper=page.name)
        )
        self.first = Label(self.tr("1. Print this page. Lay a ruler on it."), Type.BODY, wrap=True)
        self.page_button = Button(self.tr("Print the page"), icon="print")
        self.page_button.clicked.connect(lambda: self._print(Adjustment(), False))
        self.second = Label(
            self.tr("2. Type what the ruler shows, in millimetres. Leave empty what is right."),
            Type.BODY,
            wrap=True,
        )
        self.fields = [TextField(input_method=False) for _ in self._frame]
        names = (
            self.tr("A: from the left edge"),
            self.tr("B: across"),
            self.tr("C: from the upper edge"),
            self.tr("D: down"),
        )
        for field, name, right in zip(self.fields, names, self._frame, strict=True):
            field.set_label(name)
            field.set_placeholder(f"{right:.1f}")
            field.edit.textEdited.connect(lambda _: self._show())
            field.keep_message_room(False)
        self.outcome = Label("", Type.BODY_STRONG, wrap=True)
        self.message = Message()
        self._lay_out()
        self._made.connect(self._send)
        self.closed.connect(self._stop)
        self._show()

    def _lay_out(self) -> None:
        pairs = [row(*self.fields[start : start + 2], gap=16, top=True) for start in (0, 2)]
        for pair in pairs:
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
        first = row(self.first, STRETCH, self.page_button, gap=16)
        column_ = column(first, self.second, *pairs, self.outcome, self.message, gap=10)
        host = QWidget()
        host.setLayout(column_)
        self.body.addWidget(host)
        self.body.addStretch(1)
        self.none_button = Button(self.tr("No adjustment"))
        self.none_button.clicked.connect(lambda: self._keep(Adjustment()))
        self.check_button = Button(self.tr("Print to check"), icon="print")
        self.check_button.clicked.connect(self._check)
        self.keep_button = Button(self.tr("Keep it"), ButtonKind.PRIMARY, icon="check", key="Enter")
        self.keep_button.clicked.connect(self.keep)
        self.on_enter = self.keep_button
        self.outcome.setMinimumHeight(px(28))
        for button in (self.none_button, self.check_button, self.keep_button):
            self.foot_row.addWidget(button)
        self.foot_row.insertStretch(1, 1)

    # What is measured

    def measured(self) -> Adjustment | None:
        """What follows from the fields; None where one of them is no distance, which it then says."""
        values = []
        for field, right in zip(self.fields, self._frame, strict=True):
            value = millimetres(field.text()) if field.text().strip() else right
            if value is None:
                field.set_error(self.tr("In millimetres, as 19.5"))
                field.focus_editor()
                return None
            values.append(value)
        found = adjustment_from(self._frame, Measured(*values))
        if not sensible(found):
            self.message.set_message(
                self.tr("No printer is so far off. See that the paper lies right, and measure again")
            )
            return None
        return found

    def _typed(self) -> bool:
        return any(field.text().strip() for field in self.fields)

    def _show(self) -> None:
        """What comes of it so far, without a word about what is half typed."""
        self.message.set_message("")
        values = [
            millimetres(field.text()) or right for field, right in zip(self.fields, self._frame, strict=True)
        ]
        kept = load_printers().adjustment(self._printer, self._page.name)
        found = adjustment_from(self._frame, Measured(*values)) if self._typed() else kept
        words = self.tr("{right} mm to the right, {down} mm down, {wide} % wide, {high} % high")
        said = words.format(**in_words(found))
        start = self.tr("From now on: {what}") if self._typed() else self.tr("Now: {what}")
        self.outcome.setText(start.format(what=said))
        self.none_button.setEnabled(not kept.does_nothing)

    def keep(self) -> None:
        """Keeps what was measured."""
        if not self._typed():
            self.fields[0].set_error(self.tr("Print the page and measure first"))
            self.fields[0].focus_editor()
            return
        found = self.measured()
        if found is not None:
            self._keep(found)

    def _keep(self, found: Adjustment) -> None:
        save_printers(load_printers().adjusting(self._printer, self._page.name, found))
        self.adjusted.emit()
        self.close_sheet()

    # The page

    def _check(self) -> None:
        found = (
            self.measured() if self._typed() else load_printers().adjustment(self._printer, self._page.name)
        )
        if found is not None:
            self._print(found, True)

    def _print(self, adjustment: Adjustment, checks: bool) -> None:
        if self._job is not None:
            return
        self._busy(True)
        page, printer, language = self._page, self._printer, current_language()
        title = self.title.text()

        def make() -> None:
            out = io.BytesIO()
            adjustment_page_pdf(page.width_mm, page.height_mm, page.name, printer, checks, out, language)
            order = Order(printer, title, page, grey=True, adjustment=adjustment)
            if isValid(self):
                self._made.emit(order, out.getvalue())

        # The typefaces are read for it, which takes a second the first time.
        QThreadPool.globalInstance().start(make)

    def _send(self, order: Order, pdf: bytes) -> None:
        if self.isVisible():
            self._job = self._printers.send(order, pdf, lambda _done, _all: None, self._printed, self._failed)

    def _printed(self, _pages: int) -> None:
        self._job = None
        if isValid(self) and self.isVisible():
            self._busy(False)
            self.message.set_message(self.tr("The page is at the printer"), error=False)

    def _failed(self, error: GatebookError) -> None:
        self._job = None
        if isValid(self) and self.isVisible():
            self._busy(False)
            if error.code is not RefusalCode.CANCELLED:
                self.message.set_message(sentence(error))

    def _busy(self, busy: bool) -> None:
        self.page_button.set_busy(busy)
        self.check_button.setEnabled(not busy)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
