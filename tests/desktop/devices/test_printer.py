"""Sending a PDF to a printer: which pages, how often, at what size; a printer that does not begin."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from db.errors import Fault, FaultCode, Refusal, RefusalCode
from desktop.devices.printer import Page, SystemPrinters, open_pdf, send_pdf, set_page

A6 = Page(105, 148, "A6")


def pdf(pages: int) -> bytes:
    """Pages of A6, each with one bar more than the one before."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(297.6, 419.5))
    for number in range(1, pages + 1):
        for bar in range(number):
            canvas.rect(20, 20 + 30 * bar, 200, 15, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    made.setResolution(300)
    set_page(made, A6)
    return made


def bars(path: Path) -> list[int]:
    """How many bars each printed page has."""
    document, buffer = open_pdf(path.read_bytes())
    counts = []
    for number in range(document.pageCount()):
        picture = document.render(number, document.pagePointSize(number).toSize())
        column = [picture.pixelColor(100, y).lightness() < 128 for y in range(picture.height())]
        counts.append(sum(now and not before for before, now in zip([False, *column], column, strict=False)))
    document.close()
    buffer.close()
    return counts


def test_all_pages_go_out_in_order_at_their_true_size(printer: QPrinter, tmp_path: Path) -> None:
    assert send_pdf(printer, pdf(3)) == 3
    assert bars(tmp_path / "out.pdf") == [1, 2, 3]
    document, buffer = open_pdf((tmp_path / "out.pdf").read_bytes())
    size = document.pagePointSize(0)
    assert (round(size.width() / 72 * 25.4), round(size.height() / 72 * 25.4)) == (105, 148)
    document.close()
    buffer.close()


def test_only_the_chosen_pages_go_out(printer: QPrinter, tmp_path: Path) -> None:
    printer.setFromTo(2, 3)
    assert send_pdf(printer, pdf(4)) == 2
    assert bars(tmp_path / "out.pdf") == [2, 3]


def test_the_last_page_can_come_first(printer: QPrinter, tmp_path: Path) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    send_pdf(printer, pdf(3))
    assert bars(tmp_path / "out.pdf") == [3, 2, 1]


def test_progress_is_told_by_page_and_may_stop_it(printer: QPrinter) -> None:
    told: list[tuple[int, int]] = []

    def moved(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise Refusal(RefusalCode.CANCELLED)

    with pytest.raises(Refusal):
        send_pdf(printer, pdf(3), moved)
    assert told == [(0, 3), (1, 3)]


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_does_not_begin_is_a_fault(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    with pytest.raises(Fault) as fault:
        send_pdf(printer, pdf(1))
    assert fault.value.code is FaultCode.NO_PRINTER


def test_the_system_is_asked_for_its_printers(qapp: QApplication) -> None:
    assert isinstance(SystemPrinters().names(), list)
