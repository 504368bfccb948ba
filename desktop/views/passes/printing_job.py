"""One job of cards: into a file, or to a printer; remembered as printed once the system took it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.errors import GatebookError, Refusal, RefusalCode
from desktop.devices.drives import Drive, Drives, release_place
from desktop.devices.print_orders import A4, Order, Page
from desktop.devices.printer import Job, Printers, SystemPrinters
from desktop.operations import cards
from desktop.operations.cards import Printing, Wanted
from desktop.operations.sent_cards import send_cards
from desktop.operations.shop_pdf import write_for_shop
from desktop.paper.card_face import CardFace, Layout
from desktop.paper.cards import PLACES_ON_SHEET
from desktop.session import Session
from desktop.tasks import Progress
from desktop.views.printing.choice_sheet import ChoiceSheet, Paper

PAGES = {
    Layout.A4: A4,
    Layout.CR80: Page(85.6, 54, "CR80"),
    Layout.A6: Page(105, 148, "A6"),
}


class PrintingJob(QObject):
    """Signals: `began(int)` with the number of cards; `moved(int, int)` cards done and all; `sending(int, int)` pages
    at the printer; `saved(Path)`, `on_drive(Path, Release)`, `printed(int)` pages; `failed(GatebookError)`; `dropped`,
    nothing is printed after all.

    `printers` may be replaced by a scripted one."""

    began = Signal(int)
    moved = Signal(int, int)
    sending = Signal(int, int)
    saved = Signal(object)
    on_drive = Signal(object, object)
    printed = Signal(int)
    failed = Signal(object)
    dropped = Signal()

    def __init__(self, session: Session, parent: QWidget, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent
        self.printers: Printers = printers or SystemPrinters()
        self._progress: Progress | None = None
        self._at_printer: Job | None = None
        self.running = False

    def cancel(self) -> None:
        """Stops between two cards or pages; what the printer has it prints."""
        if self._progress is not None:
            self._progress.cancel()
        if self._at_printer is not None:
            self._at_printer.cancel()

    def save(self, faces: Sequence[CardFace], printing: Printing, path: Path) -> None:
        """Draws the cards into a file."""
        progress = self._begin(len(faces))
        self._session.do_long(
            cards.draw_to_file,
            faces,
            printing,
            path,
            progress,
            done=lambda written: self._remember(faces, printing, "", lambda: self.saved.emit(written)),
            failed=self._fail,
        )

    def save_on_drive(
        self, faces: Sequence[CardFace], printing: Printing, drive: Drive, drives: Drives
    ) -> None:
        """Draws the cards onto a USB drive, for a print shop, and lets go of the drive."""
        progress = self._begin(len(faces))

        def written(path: Path) -> None:
            self._session.tasks.run_long(
                lambda: release_place(drives, drive.mount),
                lambda release: self._remember(
                    faces, printing, "", lambda: self.on_drive.emit(path, release)
                ),
                self._fail,
            )

        self._session.do_long(
            write_for_shop, faces, printing, drive.mount, progress, done=written, failed=self._fail
        )

    def print_cards(self, faces: Sequence[CardFace], printing: Printing, title: str) -> None:
        """Asks a person for a printer, draws and sends. The numbers of the cards stand on their paper: what the
        printer's queue shows is `title`."""
        self.running = True
        asking = ChoiceSheet(
            Paper(title, PAGES[printing.layout], pages_for(len(faces), printing), not printing.colour),
            self.printers,
        )
        answered: list[bool] = []

        def chosen(order: Order) -> None:
            answered.append(True)
            asking.close_sheet()
            self._draw(faces, printing, order)

        def failed(error: GatebookError) -> None:
            answered.append(True)
            asking.close_sheet()
            self._fail(error)

        asking.chosen.connect(chosen)
        asking.failed.connect(failed)
        asking.closed.connect(lambda: None if answered else self._drop())
        asking.open_over(self._window.window())

    def _drop(self) -> None:
        self.running = False
        self.dropped.emit()

    def reserve(self, wanted: Wanted, language: str, then: Callable[[list[CardFace]], None]) -> None:
        """Reserves the numbers of new blank cards."""
        self.running = True

        def reserved(faces: list[CardFace]) -> None:
            self.running = False
            then(faces)

        self._session.do(cards.reserve, wanted.book, wanted.count, language, done=reserved, failed=self._fail)

    def _draw(self, faces: Sequence[CardFace], printing: Printing, order: Order) -> None:
        """Cards with photos are some megabytes: they are packed off the GUI thread."""
        progress = self._begin(len(faces))
        self._session.tasks.run_long(
            lambda: send_cards(faces, printing),
            lambda data: self._send(faces, printing, order, data, progress),
            self._fail,
        )

    def _send(
        self, faces: Sequence[CardFace], printing: Printing, order: Order, data: bytes, progress: Progress
    ) -> None:
        if progress.cancelled:
            self._fail(Refusal(RefusalCode.CANCELLED))
            return
        self._at_printer = self.printers.send(
            replace(order, cards=True),
            data,
            self.sending.emit,
            lambda pages: self._printed(faces, printing, order, pages),
            self._fail,
            self.moved.emit,
        )

    def _printed(self, faces: Sequence[CardFace], printing: Printing, order: Order, pages: int) -> None:
        """The system has them. Some pages of a sheet are not all of its cards, so what was left out is not noted."""
        taken = cards_on_pages(faces, printing, order)
        lay = replace(printing, first_place=1) if order.first > 1 else printing
        self._remember(taken, lay, order.printer, lambda: self.printed.emit(pages))

    def _begin(self, count: int) -> Progress:
        self.running = True
        self._progress = Progress()
        self._progress.moved.connect(self.moved)
        self.began.emit(count)
        return self._progress

    def _remember(
        self, faces: Sequence[CardFace], printing: Printing, printer: str, then: Callable[[], None]
    ) -> None:
        self._at_printer = None

        def remembered(_count: int) -> None:
            self.running = False
            then()

        self._session.do(cards.remember_printed, faces, printing, printer, done=remembered, failed=self._fail)

    def _fail(self, error: GatebookError) -> None:
        self.running = False
        self._progress = self._at_printer = None
        self.failed.emit(error)


def pages_for(count: int, printing: Printing) -> int:
    """How many pages so many cards take."""
    if printing.layout is not Layout.A4:
        return count
    return -(-(count + printing.first_place - 1) // PLACES_ON_SHEET) if count else 0


def cards_on_pages(faces: Sequence[CardFace], printing: Printing, order: Order) -> Sequence[CardFace]:
    """The cards that lie on the pages that were chosen."""
    if not order.last:
        return faces
    if printing.layout is not Layout.A4:
        return faces[order.first - 1 : order.last]
    before = printing.first_place - 1
    first = max(0, (order.first - 1) * PLACES_ON_SHEET - before)
    return faces[first : order.last * PLACES_ON_SHEET - before]
