"""How something is to be printed: the printer by its name, copies, pages, paper. Never over the gate page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from db.errors import Fault, FaultCode, GatebookError
from desktop.devices.print_orders import Adjustment, Found, Order, Page
from desktop.devices.printer import Job, Printers, SystemPrinters
from desktop.kit.buttons import Button, ButtonKind, Spinner
from desktop.kit.choices import CardLook, Option, RadioCards, Segmented
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message, TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.progress import WorkProgress
from desktop.kit.theme import Type
from desktop.printer_memory import load_printers, save_printers
from desktop.sentences import sentence
from desktop.views.printing.adjusting import in_words

MOST_COPIES = 99
_PAGES = re.compile(r"(\d{1,4})(?:\s*[-‐–—－~～至到]\s*(\d{1,4}))?")
_OWN, _A4 = "own", "a4"


@dataclass(frozen=True)
class Paper:
    """What is to be printed: what the printer's queue calls it, and the form of its pages. `pages` is how many there
    are, 0 where that is not known yet."""

    title: str
    page: Page
    pages: int = 0
    grey: bool = False


class ChoiceSheet(Sheet):
    """Signals: `chosen(Order)`; `failed(GatebookError)` where the system has no printer or does not say which. Both
    leave the sheet open: whoever opened it shows the work in it, or closes it. `file_asked`: a PDF is wanted instead;
    the button for it is shown by `offer_file`.
    `says` puts into words that there is no printer."""

    file_asked = Signal()
    chosen = Signal(object)
    failed = Signal(object)

    def __init__(
        self, paper: Paper, printers: Printers | None = None, says: Callable[[GatebookError], str] = sentence
    ) -> None:
        super().__init__(paper.title, icon="print", width=640)
        self._says = says
        self._paper = paper
        self._printers = printers or SystemPrinters()
        self._found: list[Found] = []
        self._memory = load_printers()
        self._sending: Job | None = None
        self._listing: Job | None = None
        self._make()
        self._lay_out()
        self._show_papers()
        self._show_found(False)
        self.closed.connect(self._stop)

    def _make(self) -> None:
        self.printer_title = Label(self.tr("Printer"), Type.SMALL_STRONG)
        self.printer = RadioCards(CardLook.REASON, wrap=True)
        self.printer.chosen.connect(lambda _key: self._show_adjustment())
        self.searching = QWidget()
        line = row(Spinner(24), Label(self.tr("Looking for printers"), Type.BODY, "text2"), STRETCH, gap=12)
        column(line, margins=(0, 8, 0, 8), parent=self.searching)
        self.copies = TextField(input_method=False)
        self.copies.set_label(self.tr("Copies"))
        self.copies.set_text("1")
        self.pages = TextField(input_method=False)
        self.pages.set_label(self.tr("Pages"))
        self.pages.set_placeholder(self.tr("all, or 2-3"))
        self.paper = Segmented(height=44)
        self.paper.chosen.connect(lambda _key: self._show_adjustment())
        self.paper_title = Label(self.tr("Paper in the printer"), Type.SMALL_STRONG)
        self.adjusted = Label("", Type.BODY, "text2", wrap=True)
        self.adjust_button = Button(self.tr("Adjust the printer"), ButtonKind.QUIET, icon="gear", size=15)
        self.adjust_button.clicked.connect(self._adjust)
        self.message = Message()
        self.message.keep_room(False)
        self.progress = WorkProgress()
        self.progress.cancelled.connect(self._stop)
        self.progress.hide()
        self.file_button = Button(self.tr("Save as PDF"), icon="save")
        self.file_button.clicked.connect(self.file_asked)
        self.file_button.hide()
        self.cancel_button = Button(self.tr("Do not print"), key="Esc")
        self.cancel_button.clicked.connect(self.close_sheet)
        self.print_button = Button(self.tr("Print"), ButtonKind.PRIMARY, icon="print", key="Enter")
        self.print_button.clicked.connect(self.accept)
        self.on_enter = self.print_button

    def _lay_out(self) -> None:
        self._form = QWidget()
        self._paper_part = QWidget()
        column(self.paper_title, self.paper, STRETCH, gap=4, parent=self._paper_part)
        fields = row(self.copies, self.pages, self._paper_part, STRETCH, gap=16, top=True)
        self._adjusting = row(self.adjusted, self.adjust_button, gap=8)
        self._adjusting.setStretch(0, 1)
        column(
            self.printer_title, self.searching, self.printer, 8, fields,
            self._adjusting, self.message, gap=4, parent=self._form,
        )  # fmt: skip
        self.body.addWidget(self._form)
        self.body.addWidget(self.progress)
        self.body.addStretch(1)
        self.foot_row.addWidget(self.file_button)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.cancel_button)
        self.foot_row.addWidget(self.print_button)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.cancel_button)
        self._listing = self._printers.list(self._take_printers, self._not_listed)

    def offer_file(self) -> None:
        """Where there is no printer, a PDF goes to where there is one."""
        self.file_button.show()

    # Printers

    def _take_printers(self, found: Sequence[Found]) -> None:
        self._listing = None
        if not self._open():
            return
        if not found:
            self._not_listed(Fault(FaultCode.NO_PRINTER))
            return
        self._found = list(found)
        self.printer.set_options([Option(one.name, one.name) for one in found])
        last = self._memory.last.get(self._paper.page.name, "")
        known = [one.name for one in found]
        self.printer.choose(last if last in known else known[0])
        self._show_found(True)
        self._show_adjustment()
        self.print_button.setFocus()

    def _not_listed(self, error: GatebookError) -> None:
        self._listing = None
        if self._open():
            self._show_found(False)
            self.searching.hide()
            self.message.set_message(self._says(error))
            self.failed.emit(error)

    def _open(self) -> bool:
        """Whether anyone still asks: an answer may come when the sheet is gone."""
        return isValid(self) and self.isVisible()

    def _show_found(self, found: bool) -> None:
        self.searching.setVisible(not found)
        self.printer.setVisible(found)
        self.print_button.setEnabled(found)
        self.adjust_button.setVisible(found)

    # Paper

    def _show_papers(self) -> None:
        page = self._paper.page
        self._paper_part.setVisible(not page.is_a4)
        size = f"{page.width_mm:g} × {page.height_mm:g} mm"
        self.paper.set_options([Option(_OWN, size), Option(_A4, self.tr("A4, in its middle"))])
        self.paper.choose(_OWN)

    def _on_a4(self) -> bool:
        return self.paper.current() == _A4 and not self._paper.page.is_a4

    def _paper_name(self) -> str:
        return "A4" if self._on_a4() else self._paper.page.name

    def adjustment(self) -> Adjustment:
        """How the chosen printer is adjusted for the chosen paper."""
        return self._memory.adjustment(self.printer.current() or "", self._paper_name())

    def _show_adjustment(self) -> None:
        fit = self.adjustment()
        if fit.does_nothing:
            self.adjusted.setText(
                self.tr("Not adjusted. Where cards come out beside their marks, adjust it.")
            )
            return
        words = self.tr("Adjusted: {right} mm to the right, {down} mm down, {wide} % wide, {high} % high")
        self.adjusted.setText(words.format(**in_words(fit)))

    def _adjust(self) -> None:
        from desktop.views.printing.adjust_sheet import AdjustSheet

        printer = self.printer.current()
        page = self._paper.page
        if printer is None:
            return
        sheet = AdjustSheet(printer, Page(210, 297, "A4") if self._on_a4() else page, self._printers)
        sheet.adjusted.connect(self._adjusted)
        sheet.open_over(self.window())

    def _adjusted(self) -> None:
        self._memory = load_printers()
        self._show_adjustment()

    # What is chosen

    def accept(self) -> None:
        """Takes the choice, unless a field must be mended."""
        order = self._order()
        if order is not None:
            save_printers(load_printers().choosing(order.printer, self._paper.page.name))
            self.chosen.emit(order)

    def _order(self) -> Order | None:
        printer = self.printer.current()
        if printer is None or self._sending is not None:
            return None
        copies = self.copies.text().strip()
        if not (copies.isascii() and copies.isdigit() and 1 <= int(copies) <= MOST_COPIES):
            self.copies.set_error(self.tr("1 to {most}").format(most=MOST_COPIES))
            self.copies.focus_editor()
            return None
        pages = pages_of(self.pages.text(), self._paper.pages)
        if pages is None:
            self.pages.set_error(self.tr("Write them as 2 or 2-3"))
            self.pages.focus_editor()
            return None
        return Order(
            printer,
            self._paper.title,
            self._paper.page,
            int(copies),
            *pages,
            on_a4=self._on_a4(),
            grey=self._paper.grey,
            adjustment=self.adjustment(),
        )

    # The work, where it is shown here

    def show_sending(self, job: Job) -> None:
        """In place of the form: how far the printer is, and a way to stop it."""
        self._sending = job
        self._form.hide()
        for button in (self.file_button, self.cancel_button, self.print_button):
            button.hide()
        self.progress.start(self.tr("Sending to the printer"))
        self.progress.show()

    def end_sending(self) -> None:
        """It is over; the sheet goes."""
        self._sending = None
        if self.isVisible():
            self.close_sheet()

    def _stop(self) -> None:
        for job in (self._sending, self._listing):
            if job is not None:
                job.cancel()
        self._sending = self._listing = None


def pages_of(written: str, count: int) -> tuple[int, int] | None:
    """First and last page of `2` or `2-3`, (0, 0) for all; None for what is no pages, or not of these `count`."""
    plain = written.strip()
    if not plain:
        return 0, 0
    match = _PAGES.fullmatch(plain)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    fits = 1 <= first <= last and (not count or last <= count)
    return (first, last) if fits else None
