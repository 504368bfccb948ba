"""Cards that went through the print system, as a printer of that resolution puts them down, read by two readers: in
colour, in grey, and from a thermal printer, which knows black dots alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import GatebookError
from desktop.devices.pdf_printing import draw_pdf, printer_for
from desktop.devices.print_orders import Adjustment, Order
from desktop.devices.printer import SystemPrinters
from desktop.operations.cards import Printing
from desktop.operations.sent_cards import send_cards
from desktop.paper.card_face import CardFace, Layout
from desktop.views.passes.printing_job import PAGES
from tests.desktop.paper.paper import district_faces, home_face, pages_of, pdf_of, read_by_zbar, read_by_zxing

THERMAL, LASER = 203, 300


def batch() -> list[CardFace]:
    longest = sorted(district_faces(), key=lambda face: len(face.token))
    return [
        home_face(1),
        home_face(9, name=None, unit="", post="", valid_from=None, valid_until=None),
        longest[-1],
    ]


def printed(order: Order, pdf: bytes) -> list[Image.Image]:
    """What came out, dot for dot."""
    draw_pdf(printer_for(order), pdf, order)
    return pages_of(Path(order.into).read_bytes(), order.dpi)


def black_dots(page: Image.Image) -> Image.Image:
    """As a thermal head burns it: a dot, or none."""
    return page.point(lambda value: 255 if value > 127 else 0).convert("1").convert("L")


@pytest.mark.parametrize(("dpi", "colour"), [(THERMAL, False), (LASER, True), (LASER, False)])
@pytest.mark.parametrize("layout", list(Layout))
def test_every_code_reads_from_what_the_print_system_made(
    qapp: QApplication, tmp_path: Path, layout: Layout, dpi: int, colour: bool
) -> None:
    faces = batch()
    order = Order("", "cards", PAGES[layout], grey=not colour, into=str(tmp_path / "out.pdf"), dpi=dpi)
    pages = printed(order, pdf_of(faces, layout, colour=colour))
    if dpi == THERMAL:
        pages = [black_dots(page) for page in pages]
    expected = sorted(face.token for face in faces)
    assert sorted(text for page in pages for text in read_by_zxing(page)) == expected
    assert sorted(text for page in pages for text in read_by_zbar(page)) == expected


def test_a_card_still_reads_when_its_printer_is_adjusted(qapp: QApplication, tmp_path: Path) -> None:
    """A little wider, and to the side: modules are no longer whole dots."""
    adjustment = Adjustment(1.3, -0.7, 1.013, 0.991)
    order = Order("", "cards", PAGES[Layout.CR80], into=str(tmp_path / "out.pdf"), adjustment=adjustment)
    order = replace(order, grey=True, dpi=THERMAL)
    pages = [black_dots(page) for page in printed(order, pdf_of(batch(), Layout.CR80, colour=False))]
    expected = [face.token for face in batch()]
    assert [text for page in pages for text in read_by_zxing(page)] == expected
    assert [text for page in pages for text in read_by_zbar(page)] == expected


def test_cards_are_drawn_and_printed_by_the_process_alone(qtbot: QtBot, tmp_path: Path) -> None:
    """The window hands over cards, not pages."""
    faces = batch()
    order = Order("", "cards", PAGES[Layout.A4], into=str(tmp_path / "out.pdf"), dpi=LASER, cards=True)
    drawn: list[tuple[int, int]] = []
    pages: list[int] = []
    errors: list[GatebookError] = []
    SystemPrinters().send(
        order,
        send_cards(faces, Printing(Layout.A4)),
        lambda _done, _all: None,
        pages.append,
        errors.append,
        lambda done, total: drawn.append((done, total)),
    )
    qtbot.waitUntil(lambda: bool(pages or errors), timeout=60_000)
    assert (pages, errors, drawn[-1]) == ([1], [], (3, 3))
    (page,) = pages_of(Path(order.into).read_bytes(), LASER)
    assert sorted(read_by_zxing(page)) == sorted(face.token for face in faces)
