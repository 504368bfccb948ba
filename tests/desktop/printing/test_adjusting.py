"""Adjusting a printer: from what a ruler shows to a page that comes out right, kept for this printer and paper."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop import printer_memory
from desktop.devices import printer
from desktop.devices.pdf_printing import draw_pdf, open_pdf, printer_for
from desktop.devices.print_orders import A4, Adjustment, Order, Page
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.paper.adjustment_page import adjustment_page_pdf, frame_of
from desktop.printer_memory import PrinterMemory, load_printers, save_printers
from desktop.views.print_sheet import print_sheet
from desktop.views.printing.adjust_sheet import AdjustSheet
from desktop.views.printing.adjusting import Measured, adjustment_from, millimetres
from desktop.views.printing.choice_sheet import pages_of
from tests.desktop.devices.scripted_printers import ScriptedPrinters, asked

CR80 = Page(85.6, 54, "CR80")


def dark_columns(path: Path) -> tuple[float, float]:
    """Where the frame's left and right line lie on the printed page, in millimetres from the paper's edge."""
    document, buffer = open_pdf(path.read_bytes())
    points, dots = document.pagePointSize(0), 20
    picture = document.render(0, (points * dots * 25.4 / 72).toSize())
    picture = picture.convertToFormat(picture.Format.Format_RGBA8888)
    # A row below the words and the ticks' reach, inside the frame.
    y = round(picture.height() * 0.79)
    # The line of D's arrow stands further out.
    colours = [picture.pixelColor(x, y) for x in range(79 * dots)]
    dark = [x for x, one in enumerate(colours) if one.alpha() and one.lightness() < 140]
    document.close()
    buffer.close()
    return dark[0] / dots, dark[-1] / dots


def test_what_a_crooked_printer_does_is_undone_by_what_is_measured(
    qapp: QApplication, tmp_path: Path
) -> None:
    """A printer that draws everything 2 % wider and 1.5 mm to the right, measured on its page, then told the opposite:
    the frame lies where it should."""
    frame = frame_of(CR80.width_mm, CR80.height_mm)
    out = io.BytesIO()
    adjustment_page_pdf(CR80.width_mm, CR80.height_mm, "CR80", "Zebra", False, out, "en")
    crooked = Adjustment(1.5, 0.0, 1.02, 1.0)
    order = Order("", "page", CR80, into=str(tmp_path / "out.pdf"), dpi=600, adjustment=crooked)
    draw_pdf(printer_for(order), out.getvalue(), order)
    left, right = dark_columns(tmp_path / "out.pdf")
    assert (left, right) == pytest.approx((1.5 + 1.02 * 10, 1.5 + 1.02 * 75.6), abs=0.15)
    found = adjustment_from(frame, Measured(round(left, 1), round(right - left, 1), frame.top, frame.high))
    # The printer's own error comes after what it is told.
    both = Adjustment(1.5 + 1.02 * found.right_mm, 0.0, 1.02 * found.scale_x, 1.0)
    again = replace(order, adjustment=both)
    draw_pdf(printer_for(again), out.getvalue(), again)
    assert dark_columns(tmp_path / "out.pdf") == pytest.approx((10.0, 75.6), abs=0.2)


def test_what_is_right_needs_no_adjustment() -> None:
    frame = frame_of(210, 297)
    assert adjustment_from(frame, Measured(*frame)) == Adjustment()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("19.5", 19.5),
        ("19,5", 19.5),
        ("１９。５", 19.5),
        ("20 mm", 20.0),
        ("", None),
        ("x", None),
        ("0", None),
    ],
)
def test_a_distance_is_read_as_people_write_it(written: str, found: float | None) -> None:
    assert millimetres(written) == found


@pytest.mark.parametrize(
    ("written", "count", "pages"),
    [
        ("", 3, (0, 0)),
        ("2", 3, (2, 2)),
        ("2-3", 3, (2, 3)),
        ("２～３", 0, (2, 3)),
        ("4", 3, None),
        ("3-2", 3, None),
    ],
)
def test_pages_are_read_as_people_write_them(written: str, count: int, pages: tuple[int, int] | None) -> None:
    assert pages_of(written, count) == pages


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "printers.json"
    monkeypatch.setattr(printer_memory, "memory_file", lambda: path)
    return path


def test_what_is_known_of_printers_is_kept_by_printer_and_paper(memory: Path) -> None:
    shifted = Adjustment(0.4, -1.2, 1.003, 0.998)
    save_printers(PrinterMemory().choosing("Zebra", "CR80").adjusting("Zebra", "CR80", shifted))
    kept = load_printers()
    assert kept.last == {"CR80": "Zebra"}
    assert kept.adjustment("Zebra", "CR80") == shifted
    assert kept.adjustment("Zebra", "A4") == kept.adjustment("HP", "CR80") == Adjustment()


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "[]",
        '{"last": 3, "adjusted": {}}',
        '{"adjusted": [{"printer": "x", "paper": "A4", "right_mm": "1"}, 4]}',
        '{"adjusted": [{"printer": "x", "paper": "A4", "right_mm": 0, "down_mm": 0, "scale_x": 9, "scale_y": 1}]}',
    ],
)
def test_what_cannot_be_read_or_makes_no_sense_counts_as_nothing(memory: Path, damaged: str) -> None:
    memory.write_text(damaged)
    assert load_printers() == PrinterMemory()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, memory: Path) -> Iterator[QWidget]:
    install_language("en")
    apply_theme(qapp, Theme())
    made = QWidget()
    made.resize(1270, 641)
    qtbot.addWidget(made)
    made.show()
    yield made


def test_an_adjustment_is_typed_kept_and_used_for_what_is_printed_next(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    printers = ScriptedPrinters(tmp_path / "out.pdf")
    sheet = AdjustSheet("Office", A4, printers)
    sheet.open_over(window)
    sheet.page_button.click()
    qtbot.waitUntil(lambda: sheet.message.accessibleName() == "The page is at the printer")
    assert printers.orders[0].adjustment.does_nothing
    sheet.fields[0].set_text("far")
    sheet.keep_button.click()
    assert sheet.fields[0].has_error()
    sheet.fields[0].set_text("21.5")
    sheet.fields[2].set_text("19,0")
    sheet._show()
    assert (
        sheet.outcome.text() == "From now on: -1.5 mm to the right, +1.0 mm down, 100.0 % wide, 100.0 % high"
    )
    sheet.check_button.click()
    qtbot.waitUntil(lambda: len(printers.orders) == 2)
    assert printers.orders[1].adjustment == Adjustment(-1.5, 1.0)
    qtbot.waitUntil(lambda: sheet._job is None)
    sheet.keep_button.click()
    pages: list[int] = []
    print_sheet(
        (tmp_path / "out.pdf").read_bytes(), "Notice", window, None, pages.append, pages.append, printers  # type: ignore[arg-type]
    )  # fmt: skip
    question = asked(window, qtbot)
    assert question.adjusted.text().startswith("Adjusted: -1.5 mm to the right, +1.0 mm down")
    question.print_button.click()
    qtbot.waitUntil(lambda: pages == [1])
    assert printers.orders[-1].adjustment == Adjustment(-1.5, 1.0)


def test_more_than_any_printer_is_off_is_measured_again(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = AdjustSheet("Office", A4, ScriptedPrinters(tmp_path / "out.pdf"))
    sheet.open_over(window)
    sheet.fields[1].set_text("120")
    sheet.keep_button.click()
    assert sheet.isVisible() and sheet.message.accessibleName().startswith("No printer is so far off")
    assert load_printers() == PrinterMemory()
    sheet.close_sheet()


def test_a_printer_that_stops_is_said_and_nothing_is_done(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    printers = ScriptedPrinters(tmp_path / "out.pdf")
    printers.jams_after = 0
    out = io.BytesIO()
    adjustment_page_pdf(85.6, 54, "CR80", "Zebra", False, out, "en")
    errors: list[object] = []
    print_sheet(out.getvalue(), "Notice", window, None, errors.append, errors.append, printers)  # type: ignore[arg-type]
    asked(window, qtbot).print_button.click()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert getattr(errors[0], "code", None) == "printer_stopped"


def test_whoever_goes_before_the_printers_are_known_is_not_followed(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the machine's own way of asking, which takes its time and is ended."""
    monkeypatch.setattr(printer, "command", lambda: [sys.executable, "-c", "import time; time.sleep(600)"])
    sheet = print_sheet(b"", "Notice", window, None, lambda _pages: None, lambda _error: None)  # type: ignore[arg-type]
    assert sheet.searching.isVisible() and not sheet.print_button.isEnabled()
    asking = next(iter(printer._Process._all))
    sheet.close_sheet()
    qtbot.waitUntil(lambda: asking not in printer._Process._all)
    qtbot.waitUntil(lambda: not isValid(sheet))
