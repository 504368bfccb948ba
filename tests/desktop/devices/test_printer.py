"""Sending a PDF to a printer: which pages, how often, where and how large; the process that does it, and its end."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from db.errors import Fault, FaultCode, GatebookError, RefusalCode
from desktop.devices import printer
from desktop.devices.pdf_printing import draw_pdf, open_pdf, printer_for
from desktop.devices.print_orders import A4, Adjustment, Order, Page, decode_order, encode_order
from desktop.devices.printer import SystemPrinters

A6 = Page(105, 148, "A6")


def pdf(pages: int) -> bytes:
    """Pages of A6, each with one bar more than the one before; the lowest bar from 20 to 90 mm across."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(105 * mm, 148 * mm))
    for number in range(1, pages + 1):
        for bar in range(number):
            canvas.rect(20 * mm, (20 + 10 * bar) * mm, 70 * mm, 5 * mm, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def order(qapp: QApplication, tmp_path: Path) -> Order:
    return Order("", "Cards", A6, into=str(tmp_path / "out.pdf"), dpi=300)


def printed(order: Order, data: bytes) -> int:
    return draw_pdf(printer_for(order), data, order)


def bars(order: Order) -> list[int]:
    """How many bars each printed page has."""
    document, buffer = open_pdf(Path(order.into).read_bytes())
    counts = []
    for number in range(document.pageCount()):
        picture = document.render(number, document.pagePointSize(number).toSize())
        middle = round(picture.width() / 2)
        column = [picture.pixelColor(middle, y).lightness() < 128 for y in range(picture.height())]
        counts.append(sum(now and not before for before, now in zip([False, *column], column, strict=False)))
    document.close()
    buffer.close()
    return counts


def edges(order: Order) -> tuple[float, float, float, float]:
    """Left, right, upper and lower edge of what is black on the first page, in millimetres."""
    document, buffer = open_pdf(Path(order.into).read_bytes())
    points, dots = document.pagePointSize(0), 10
    picture = document.render(0, (points * dots * 25.4 / 72).toSize())
    black = [
        (x, y)
        for y in range(0, picture.height(), 2)
        for x in range(0, picture.width(), 2)
        if picture.pixelColor(x, y).alpha() and picture.pixelColor(x, y).lightness() < 128
    ]
    document.close()
    buffer.close()
    across, down = [x for x, _ in black], [y for _, y in black]
    return min(across) / dots, max(across) / dots, min(down) / dots, max(down) / dots


def test_all_pages_go_out_in_order_at_their_true_size(order: Order) -> None:
    assert printed(order, pdf(3)) == 3
    assert bars(order) == [1, 2, 3]
    document, buffer = open_pdf(Path(order.into).read_bytes())
    size = document.pagePointSize(0)
    assert (round(size.width() / 72 * 25.4), round(size.height() / 72 * 25.4)) == (105, 148)
    document.close()
    buffer.close()


def test_only_the_chosen_pages_go_out(order: Order) -> None:
    some = replace(order, first=2, last=3)
    assert printed(some, pdf(4)) == 2
    assert bars(some) == [2, 3]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, (20.0, 90.0, 123.0, 128.0)),
        ({"adjustment": Adjustment(2.0, -3.0)}, (22.0, 92.0, 120.0, 125.0)),
        ({"adjustment": Adjustment(1.0, 0.0, 1.02, 0.98)}, (21.4, 92.8, 120.5, 125.4)),
        ({"on_a4": True}, (72.5, 142.5, 197.5, 202.5)),
    ],
)
def test_a_page_lies_where_the_printers_adjustment_puts_it(
    order: Order, change: dict[str, Any], expected: tuple[float, ...]
) -> None:
    """Measured on what came out: position = page x scale + offset, from the paper's upper left corner."""
    shifted = replace(order, **change)
    printed(shifted, pdf(1))
    assert edges(shifted) == pytest.approx(expected, abs=0.35)


def test_black_ink_alone_prints_no_colour(order: Order) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(105 * mm, 148 * mm))
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.rect(0, 0, 105 * mm, 148 * mm, stroke=0, fill=1)
    canvas.save()
    grey = replace(order, grey=True)
    printed(grey, out.getvalue())
    document, buffer = open_pdf(Path(grey.into).read_bytes())
    colour = document.render(0, document.pagePointSize(0).toSize()).pixelColor(50, 50)
    document.close()
    buffer.close()
    assert colour.red() == colour.green() == colour.blue()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_does_not_begin_is_a_fault(order: Order, tmp_path: Path) -> None:
    nowhere = replace(order, into=str(tmp_path / "no such folder" / "out.pdf"))
    with pytest.raises(Fault) as fault:
        printed(nowhere, pdf(1))
    assert fault.value.code is FaultCode.NO_PRINTER


def test_an_order_survives_the_way_to_the_process() -> None:
    order = Order("打印机", "出入证", A6, 2, 1, 3, True, True, Adjustment(0.5, -1.25, 1.01, 0.99), "x", 203)
    assert decode_order(encode_order(order)) == order
    assert decode_order(encode_order(None)) is None
    assert order.paper == A4


class Told:
    """What the window was told of a job."""

    def __init__(self) -> None:
        self.moved: list[tuple[int, int]] = []
        self.pages: list[int] = []
        self.errors: list[GatebookError] = []

    @property
    def over(self) -> bool:
        return bool(self.pages or self.errors)

    def move(self, done: int, total: int) -> None:
        self.moved.append((done, total))


def send(order: Order, data: bytes, told: Told) -> printer.Job:
    return SystemPrinters().send(order, data, told.move, told.pages.append, told.errors.append)


def test_the_process_that_prints_tells_each_page_and_its_end(
    order: Order, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The real one, as the window starts it; what it was given is in no file, and nothing is left behind."""
    memory = tmp_path / "memory"
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    told = Told()
    # More than a pipe takes at once.
    send(order, pdf(2) + b"\n%" + os.urandom(3_000_000).hex().encode(), told)
    qtbot.waitUntil(lambda: told.over, timeout=60_000)
    assert (told.pages, told.errors) == ([2], [])
    assert told.moved == [(0, 2), (1, 2), (2, 2)]
    assert bars(order) == [1, 2]
    qtbot.waitUntil(lambda: list(memory.iterdir()) == [])


def test_a_printer_that_the_system_does_not_know_is_told_from_the_process(order: Order, qtbot: QtBot) -> None:
    told = Told()
    send(replace(order, into="", printer="nobody's"), pdf(1), told)
    qtbot.waitUntil(lambda: told.over, timeout=60_000)
    assert [(one.code, one.params) for one in told.errors] == [(FaultCode.NO_PRINTER, {"name": "nobody's"})]


DIES = "import sys; sys.stdin.buffer.read(); sys.exit(3)"
HANGS = 'import sys, time; print(\'{"done": 1, "total": 9}\', flush=True); time.sleep(600)'


def play(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    import sys

    monkeypatch.setattr(printer, "command", lambda: [sys.executable, "-c", program])


def test_a_process_that_dies_is_a_printer_that_stopped(
    order: Order, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, DIES)
    told = Told()
    send(order, pdf(1), told)
    qtbot.waitUntil(lambda: told.over, timeout=60_000)
    assert told.pages == [] and [one.code for one in told.errors] == [FaultCode.PRINTER_STOPPED]


def test_a_process_that_hangs_is_ended_by_whoever_cancels(
    order: Order, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, HANGS)
    told = Told()
    job = send(order, pdf(1), told)
    qtbot.waitUntil(lambda: bool(told.moved), timeout=60_000)
    job.cancel()
    qtbot.waitUntil(lambda: told.over, timeout=60_000)
    assert [one.code for one in told.errors] == [RefusalCode.CANCELLED]


def test_a_system_that_does_not_say_its_printers_is_not_waited_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, HANGS)
    monkeypatch.setattr(printer, "LISTING_SECONDS", 0.1)
    told = Told()
    SystemPrinters().list(lambda found: told.pages.append(len(found)), told.errors.append)
    qtbot.waitUntil(lambda: told.over, timeout=60_000)
    assert [one.code for one in told.errors] == [FaultCode.PRINTERS_SILENT]


def test_the_system_is_asked_for_its_printers(qapp: QApplication, qtbot: QtBot) -> None:
    found: list[object] = []
    errors: list[GatebookError] = []
    SystemPrinters().list(lambda some: found.append(some), errors.append)
    qtbot.waitUntil(lambda: bool(found or errors), timeout=60_000)
    assert errors == [] and isinstance(found[0], list)
