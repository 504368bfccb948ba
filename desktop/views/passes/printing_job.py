"""One job of cards: into a file, or to a printer; remembered as printed once the system took it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from db.errors import Fault, FaultCode, GatebookError
from desktop.devices.printer import Page, Printers, SystemPrinters
from desktop.operations import cards
from desktop.operations.cards import Printing, Wanted
from desktop.paper.card_face import CardFace, Layout
from desktop.session import Session
from desktop.tasks import Progress

PAGES = {
    Layout.A4: Page(210, 297, "A4"),
    Layout.CR80: Page(85.6, 54, "CR80"),
    Layout.A6: Page(105, 148, "A6"),
}


class PrintingJob(QObject):
    """Signals: `began(int)` with the number of cards; `moved(int, int)` cards done and all; `sending(int, int)` pages
    at the printer; `saved(Path)`, `printed(int)` pages; `failed(GatebookError)`; `dropped`, the dialog was cancelled.

    `printers` may be replaced by a scripted one."""

    began = Signal(int)
    moved = Signal(int, int)
    sending = Signal(int, int)
    saved = Signal(object)
    printed = Signal(int)
    failed = Signal(object)
    dropped = Signal()

    def __init__(self, session: Session, parent: QWidget, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent
        self.printers: Printers = printers or SystemPrinters()
        self._progress: Progress | None = None
        self.running = False

    def cancel(self) -> None:
        """Stops between two cards or pages; what the printer has it prints."""
        if self._progress is not None:
            self._progress.cancel()

    def save(self, faces: Sequence[CardFace], printing: Printing, path: Path) -> None:
        """Draws the cards into a file."""
        progress = self._begin(len(faces))
        self._session.do_long(
            cards.draw_to_file,
            faces,
            printing,
            path,
            progress,
            done=lambda written: self._remember(faces, printing, lambda: self.saved.emit(written)),
            failed=self._fail,
        )

    def print_cards(self, faces: Sequence[CardFace], printing: Printing, title: str) -> None:
        """Looks for printers, asks a person, draws and sends."""
        self.running = True
        self._session.tasks.run_long(
            self.printers.names, lambda names: self._ask(names, faces, printing, title), self._fail
        )

    def reserve(self, wanted: Wanted, language: str, then: Callable[[list[CardFace]], None]) -> None:
        """Reserves the numbers of new blank cards."""
        self.running = True

        def reserved(faces: list[CardFace]) -> None:
            self.running = False
            then(faces)

        self._session.do(cards.reserve, wanted.book, wanted.count, language, done=reserved, failed=self._fail)

    def _ask(self, names: list[str], faces: Sequence[CardFace], printing: Printing, title: str) -> None:
        if not names:
            self._fail(Fault(FaultCode.NO_PRINTER))
            return
        printer = self.printers.ask(self._window, title, PAGES[printing.layout])
        if printer is None:
            self.running = False
            self.dropped.emit()
            return
        progress = self._begin(len(faces))
        self._session.tasks.run_long(
            lambda: self._send(printer, faces, printing, progress),
            lambda pages: self._remember(faces, printing, lambda: self.printed.emit(pages)),
            self._fail,
        )

    def _send(
        self, printer: QPrinter, faces: Sequence[CardFace], printing: Printing, progress: Progress
    ) -> int:
        """On the thread for long work: draws the cards, then their pages onto the printer."""
        data = cards.pdf(faces, printing, progress)
        pages = Progress()
        progress.moved.disconnect(self.moved)
        pages.moved.connect(self.sending)

        def moved(done: int, total: int) -> None:
            if progress.cancelled:
                pages.cancel()
            pages.report(done, total)

        return self.printers.send(printer, data, moved)

    def _begin(self, count: int) -> Progress:
        self.running = True
        self._progress = Progress()
        self._progress.moved.connect(self.moved)
        self.began.emit(count)
        return self._progress

    def _remember(self, faces: Sequence[CardFace], printing: Printing, then: Callable[[], None]) -> None:
        def remembered(_count: int) -> None:
            self.running = False
            then()

        self._session.do(cards.remember_printed, faces, printing.layout, done=remembered, failed=self._fail)

    def _fail(self, error: GatebookError) -> None:
        self.running = False
        self._progress = None
        self.failed.emit(error)
