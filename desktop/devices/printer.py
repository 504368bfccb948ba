"""The printer: which there are, asking a person how, and sending a PDF to one.

Behind a small interface, so that tests print on a scripted printer. The pages of the PDF are drawn onto the
printer at its own resolution, which every system's printing takes; its native PDF path differs from system to
system. Untried here: the dialogs and drivers of Windows and macOS; they go through Qt's documented interface.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from db.errors import Fault, FaultCode

FINEST_DPI = 600
COARSE_DPI = 300
"""A whole A4 page in memory at the finest resolution takes 140 MB; at this one a code's module is still 7 dots."""
_LARGE_MM = 160.0

Moved = Callable[[int, int], None]
"""Told pages done and all pages; raises to stop between two pages."""


@dataclass(frozen=True)
class Page:
    """The form of the paper, in millimetres."""

    width_mm: float
    height_mm: float
    name: str


class Printers(Protocol):
    """What the program needs of printing."""

    def names(self) -> list[str]:
        """The printers that the system knows, its usual one first. May take seconds: never on the GUI thread."""

    def ask(self, parent: QWidget, title: str, page: Page) -> QPrinter | None:
        """Lets a person choose printer, copies and pages; None where they cancelled."""

    def send(self, printer: QPrinter, pdf: bytes, moved: Moved | None = None) -> int:
        """Prints, and gives the number of pages the system took. Raises `Fault` (`NO_PRINTER`, `IO`)."""


class SystemPrinters:
    """The printers of this machine."""

    def names(self) -> list[str]:
        usual = QPrinterInfo.defaultPrinterName()
        found = [info.printerName() for info in QPrinterInfo.availablePrinters() if not info.isNull()]
        return sorted(found, key=lambda name: (name != usual, name))

    def ask(self, parent: QWidget, title: str, page: Page) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_page(printer, page)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, False)
        try:
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return None
        finally:
            dialog.deleteLater()
        return printer

    def send(self, printer: QPrinter, pdf: bytes, moved: Moved | None = None) -> int:
        return send_pdf(printer, pdf, moved)


def set_page(printer: QPrinter, page: Page) -> None:
    """Tells the printer the paper; the pages have their own margins and are not to be fitted."""
    size = QPageSize(
        QSizeF(page.width_mm, page.height_mm),
        QPageSize.Unit.Millimeter,
        page.name,
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def send_pdf(printer: QPrinter, pdf: bytes, moved: Moved | None = None) -> int:
    """Draws the chosen pages of the PDF onto the printer, as often as copies are wanted where it cannot make them
    itself. Gives the number of pages; raises `Fault` (`NO_PRINTER`) where the printer does not begin, `IO` where
    the PDF cannot be read or the printer stops in the middle."""
    document, buffer = open_pdf(pdf)
    try:
        first = max(printer.fromPage(), 1) if printer.fromPage() else 1
        last = min(printer.toPage(), document.pageCount()) if printer.toPage() else document.pageCount()
        pages = list(range(first - 1, last))
        if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            pages.reverse()
        copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
        todo = pages * copies
        painter = QPainter()
        if not painter.begin(printer):
            raise Fault(FaultCode.NO_PRINTER, name=printer.printerName())
        try:
            for done, number in enumerate(todo):
                if moved is not None:
                    moved(done, len(todo))
                if done and not printer.newPage():
                    raise Fault(FaultCode.IO, name=printer.printerName())
                _draw_page(painter, printer, document, number)
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
        if moved is not None:
            moved(len(todo), len(todo))
        return len(todo)
    finally:
        document.close()
        buffer.close()


def open_pdf(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """The PDF, and the buffer that must outlive it. Raises `Fault` (`IO`) for what is no PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.error() != QPdfDocument.Error.None_ or document.pageCount() < 1:
        raise Fault(FaultCode.IO)
    return document, buffer


def _draw_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    """One page at its true size, from the paper's corner: what is printed smaller cannot be cut to size."""
    points = document.pagePointSize(number)
    long_side_mm = max(points.width(), points.height()) / 72 * 25.4
    most = COARSE_DPI if long_side_mm > _LARGE_MM else FINEST_DPI
    dpi = min(printer.resolution(), most)
    pixels = QSize(round(points.width() / 72 * dpi), round(points.height() / 72 * dpi))
    picture = document.render(number, pixels, QPdfDocumentRenderOptions())
    if picture.isNull():
        raise Fault(FaultCode.IO)
    scale = printer.resolution() / dpi
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.fillRect(
        0, 0, round(pixels.width() * scale), round(pixels.height() * scale), Qt.GlobalColor.white
    )
    painter.scale(scale, scale)
    painter.drawImage(0, 0, picture)
    painter.restore()
