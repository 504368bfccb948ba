"""The sheets for a power cut, printed with one key, on the printer that was chosen last or the usual one; or on the one
that a person chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.errors import Fault, FaultCode, GatebookError
from desktop.devices.print_orders import A4, Found, Order
from desktop.devices.printer import Job, Printers, SystemPrinters
from desktop.language import current_language
from desktop.operations.paper_sheets import PaperSheets, paper_sheets
from desktop.printer_memory import load_printers
from desktop.session import Session
from desktop.views.print_sheet import print_sheet


class PaperPrinting(QObject):
    """Signals: `told(str)`, that they are at the printer; `failed(GatebookError)`. Pressed again meanwhile, nothing
    more is printed. `printers` may be replaced by scripted ones."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.printers: Printers = SystemPrinters()
        self._busy = False
        self._job: Job | None = None

    def print_at_once(self) -> None:
        """Numbers the sheets on from today's last line, and sends them."""
        if self._busy:
            return
        self._busy = True
        self._session.do_long(paper_sheets, current_language(), done=self._find_printer, failed=self._fail)

    def ask(self, parent: QWidget) -> None:
        """The same on the printer that a person chooses, not over the gate page."""

        def show(sheets: PaperSheets) -> None:
            words = self.tr("Paper with numbers {first} to {last}")
            words = words.format(first=sheets.first, last=sheets.last)
            print_sheet(
                sheets.pdf,
                words,
                parent,
                self._session.tasks,
                lambda _pages: None,
                self.failed.emit,
                self.printers,
            )

        self._session.do_long(paper_sheets, current_language(), done=show, failed=self.failed.emit)

    def _find_printer(self, sheets: PaperSheets) -> None:
        self._job = self.printers.list(lambda found: self._send(sheets, found), self._fail)

    def _send(self, sheets: PaperSheets, found: Sequence[Found]) -> None:
        if not found:
            self._fail(Fault(FaultCode.NO_PRINTER))
            return
        memory = load_printers()
        names = [one.name for one in found]
        last = memory.last.get(A4.name, "")
        printer = last if last in names else names[0]
        order = Order(
            printer,
            self.tr("Lines on paper"),
            A4,
            grey=True,
            adjustment=memory.adjustment(printer, A4.name),
        )
        self._job = self.printers.send(
            order, sheets.pdf, lambda _done, _all: None, lambda _pages: self._printed(sheets), self._fail
        )

    def _printed(self, sheets: PaperSheets) -> None:
        self._busy, self._job = False, None
        words = self.tr("At the printer: paper with numbers {first} to {last}")
        self.told.emit(words.format(first=sheets.first, last=sheets.last))

    def _fail(self, error: GatebookError) -> None:
        self._busy, self._job = False, None
        self.failed.emit(error)
