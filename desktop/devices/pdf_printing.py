"""Drawing the pages of a PDF onto a printer: which, how often, where on the paper, at what size.

The pages are drawn at the printer's own resolution, which every system's printing takes; its native PDF path differs
from system to system. Qt holds Python's lock while it draws, so the window leaves this to a process of its own.
Untried here: the drivers of Windows and macOS; they go through Qt's documented interface.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from db.errors import Fault, FaultCode
from desktop.devices.print_orders import Order, Page

FINEST_DPI = 600
COARSE_DPI = 300
"""A whole A4 page in memory at the finest resolution takes 140 MB; at this one a code's module is still 7 dots."""
EDGY_DPI = 250
"""Up to here a printer of black dots alone is taken for one: soft edges would become a screen of dots in its driver."""
_LARGE_MM = 160.0
_MM = 25.4
_POINTS = 72

Moved = Callable[[int, int], None]
"""Told pages done and all pages; raises to stop between two pages."""


def printer_for(order: Order) -> QPrinter:
    """The printer that an order names, told about the paper. Raises `Fault` (`NO_PRINTER`) where it is gone."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if order.into:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(order.into)
        if order.dpi:
            printer.setResolution(order.dpi)
    else:
        printer.setPrinterName(order.printer)
        if printer.printerName() != order.printer or not printer.isValid():
            raise Fault(FaultCode.NO_PRINTER, name=order.printer)
    printer.setDocName(order.title)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if order.grey else QPrinter.ColorMode.Color)
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
    set_page(printer, order.paper)
    return printer


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


def draw_pdf(printer: QPrinter, pdf: bytes, order: Order, moved: Moved | None = None) -> int:
    """Draws the wanted pages, as often as copies are wanted where the printer cannot make them itself. Gives the
    number of pages; raises `Fault` (`NO_PRINTER`) where the printer does not begin, `PRINTER_STOPPED` where it stops
    in the middle, `IO` where the PDF cannot be read."""
    document, buffer = open_pdf(pdf)
    try:
        first = max(order.first, 1)
        last = min(order.last or document.pageCount(), document.pageCount())
        copies = 1 if printer.supportsMultipleCopies() else max(1, order.copies)
        todo = list(range(first - 1, last)) * copies
        painter = QPainter()
        if not painter.begin(printer):
            raise Fault(FaultCode.NO_PRINTER, name=printer.printerName())
        try:
            for done, number in enumerate(todo):
                if moved is not None:
                    moved(done, len(todo))
                if done and not printer.newPage():
                    raise Fault(FaultCode.PRINTER_STOPPED, name=printer.printerName())
                _draw_page(painter, printer, document, number, order)
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
        if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise Fault(FaultCode.PRINTER_STOPPED, name=printer.printerName())
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


def _draw_page(
    painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int, order: Order
) -> None:
    """One page at its true size, from the paper's corner: what is printed smaller cannot be cut to size."""
    points = document.pagePointSize(number)
    wide_mm, high_mm = points.width() / _POINTS * _MM, points.height() / _POINTS * _MM
    most = COARSE_DPI if max(wide_mm, high_mm) > _LARGE_MM else FINEST_DPI
    dpi = min(printer.resolution(), most)
    picture = _picture(document, number, dpi, order.grey)
    dots = printer.resolution() / _MM
    fit = order.adjustment
    paper = order.paper
    left, top = ((paper.width_mm - wide_mm) / 2, (paper.height_mm - high_mm) / 2) if order.on_a4 else (0, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.translate(fit.right_mm * dots, fit.down_mm * dots)
    painter.scale(fit.scale_x, fit.scale_y)
    painter.translate(left * dots, top * dots)
    painter.scale(printer.resolution() / dpi, printer.resolution() / dpi)
    painter.drawImage(0, 0, picture)
    painter.restore()


def _picture(document: QPdfDocument, number: int, dpi: int, grey: bool) -> QImage:
    """The page on white: with the transparency of paper it would go to the printer twice."""
    points = document.pagePointSize(number)
    pixels = QSize(round(points.width() / _POINTS * dpi), round(points.height() / _POINTS * dpi))
    options = QPdfDocumentRenderOptions()
    if grey and dpi <= EDGY_DPI:
        flags = QPdfDocumentRenderOptions.RenderFlag
        options.setRenderFlags(flags.TextAliased | flags.PathAliased)
    drawn = document.render(number, pixels, options)
    if drawn.isNull():
        raise Fault(FaultCode.IO)
    flat = QImage(drawn.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    onto = QPainter(flat)
    onto.drawImage(0, 0, drawn)
    onto.end()
    return flat.convertToFormat(QImage.Format.Format_Grayscale8) if grey else flat
