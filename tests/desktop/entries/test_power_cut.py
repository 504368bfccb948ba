"""A power cut: sheets whose numbers go on where the book stands, and their lines typed back under those numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.books.entries import entries_of_day
from db.errors import FaultCode, GatebookError
from desktop import printer_memory
from desktop.operations.paper_sheets import paper_sheets
from desktop.paper.power_cut_sheet import PowerCutSheet, power_cut_pdf
from desktop.printer_memory import PrinterMemory, save_printers
from desktop.session import Session
from desktop.views.entries.paper_page import PaperPage
from desktop.views.entries.paper_printing import PaperPrinting
from desktop.views.print_sheet import save_as
from desktop.views.printing.choice_sheet import ChoiceSheet
from tests.desktop.devices.scripted_printers import ScriptedPrinters, asked
from tests.desktop.entries.test_paper_page import judged, page, type_in
from tests.desktop.gate.desk import open_desk
from tests.desktop.gate_day import Gate
from tests.desktop.paper.paper import text_of

__all__ = ["page"]
DAY = "2020-02-10"


def numbers_on(pdf: bytes) -> list[int]:
    """The numbers before the lines."""
    return [int(found) for found in re.findall(r"(\d+)[：:](?:进出|InOut)", text_of(pdf))]


@pytest.mark.parametrize(("language", "title"), [("zh", "停电登记纸"), ("en", "Linesonpaper")])
def test_the_sheets_go_on_where_the_book_of_the_day_stands(
    busy_gate: Gate, language: str, title: str
) -> None:
    sheets = paper_sheets(busy_gate.register, language, 2)
    assert (sheets.first, sheets.last, sheets.pages) == (6, 53, 2)
    assert title in text_of(sheets.pdf)
    assert numbers_on(sheets.pdf) == list(range(6, 54))


@pytest.mark.parametrize("practice", [False, True])
def test_a_practice_register_says_so_on_its_paper(practice: bool) -> None:
    out = io.BytesIO()
    at = datetime(2020, 2, 10, 7, 31)
    sheet = PowerCutSheet(312, "East", "Quanyun", at.date(), 413, 1, at, 373, practice)
    power_cut_pdf(sheet, out, "en")
    assert ("PRACTICE" in text_of(out.getvalue())) is practice
    assert "From37.3°C" in text_of(out.getvalue()) and "afternumber412" in text_of(out.getvalue())


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "printers.json"
    monkeypatch.setattr(printer_memory, "memory_file", lambda: path)
    yield path


def test_one_key_prints_them_on_the_printer_of_last_time(
    session: Session, busy_gate: Gate, qtbot: QtBot, memory: Path, tmp_path: Path
) -> None:
    printing = PaperPrinting(session)
    printing.printers = printers = ScriptedPrinters(tmp_path / "out.pdf", ("Office", "Hut"))
    save_printers(PrinterMemory().choosing("Hut", "A4"))
    told: list[str] = []
    printing.told.connect(told.append)
    printing.print_at_once()
    printing.print_at_once()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["At the printer: paper with numbers 6 to 101"]
    assert [order.printer for order in printers.orders] == ["Hut"]


def test_without_a_printer_it_is_said(
    session: Session, busy_gate: Gate, qtbot: QtBot, memory: Path, tmp_path: Path
) -> None:
    printing = PaperPrinting(session)
    printing.printers = ScriptedPrinters(tmp_path / "out.pdf", ())
    errors: list[GatebookError] = []
    printing.failed.connect(errors.append)
    printing.print_at_once()
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code is FaultCode.NO_PRINTER


@pytest.mark.parametrize("editing", [False, True])
def test_the_gate_page_asks_for_paper_by_two_keys_also_while_something_is_typed(
    tmp_path: Path, qtbot: QtBot, editing: bool
) -> None:
    with open_desk(tmp_path, qtbot) as desk:
        told: list[bool] = []
        desk.page.paper_asked.connect(lambda: told.append(True))
        if editing:
            desk.press(Qt.Key.Key_F2)
        desk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        desk.press(Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
        assert told == [True, True]


def test_the_typing_page_prints_them_where_a_person_chooses(
    page: PaperPage, qtbot: QtBot, memory: Path, tmp_path: Path
) -> None:
    page.printing.printers = printers = ScriptedPrinters(tmp_path / "out.pdf")
    page.sheets_button.click()
    question = asked(page.window(), qtbot)
    assert question.title.text() == "Paper with numbers 6 to 101"
    question.print_button.click()
    qtbot.waitUntil(lambda: not page.window().findChildren(ChoiceSheet))
    assert printers.path.exists()


def test_without_a_printer_the_paper_goes_into_a_file(
    page: PaperPage, qtbot: QtBot, memory: Path, tmp_path: Path
) -> None:
    page.printing.printers = ScriptedPrinters(tmp_path / "out.pdf", ())
    page.printing.ask(page)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(ChoiceSheet)))
    (sheet,) = page.window().findChildren(ChoiceSheet)
    qtbot.waitUntil(lambda: sheet.message.accessibleName().startswith("No printer was found"))
    assert sheet.file_button.isVisible() and not sheet.print_button.isEnabled()
    save_as(sheet.message, b"%PDF-", tmp_path / "paper.pdf", page._session.tasks)
    qtbot.waitUntil(lambda: sheet.message.accessibleName() == "Saved as paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes() == b"%PDF-"
    sheet.close_sheet()


def test_lines_typed_back_keep_the_numbers_of_the_paper(
    page: PaperPage, busy_gate: Gate, qtbot: QtBot
) -> None:
    """Five lines stand in the book; the paper went on with 6. The numbers need no key."""
    assert page.input.number.text() == "6"
    type_in(page, qtbot, "1405", "1", "M2", "365")
    assert page.input.number.text() == "7"
    type_in(page, qtbot, "1407", "2", "O1", "366")
    judged(page, qtbot, 2)
    page.write()
    qtbot.waitUntil(lambda: page.model.counts().recorded == 2)
    qtbot.waitUntil(lambda: page.input.number.text() == "8")
    with busy_gate.register.reading() as connection:
        assert [(one.no, one.note) for one in entries_of_day(connection, 312, DAY)[5:]] == [(6, ""), (7, "")]


def test_a_number_that_the_book_does_not_give_is_noted_on_the_line(
    page: PaperPage, busy_gate: Gate, qtbot: QtBot
) -> None:
    """A sheet that was printed early: its numbers were used up meanwhile, and one of its lines was left empty."""
    page.input.number.set_text("４")
    type_in(page, qtbot, "1405", "1", "M2", "365")
    page.input.number.set_text("4")
    type_in(page, qtbot, "1406", "2", "O1", "")
    assert page.input.message.accessibleName() == "No. 4 is typed in already"
    page.input.number.set_text("9")
    page.input.note.set_text("with a trolley")
    page.input.submit()
    judged(page, qtbot, 2)
    page.write()
    qtbot.waitUntil(lambda: page.model.counts().recorded == 2)
    with busy_gate.register.reading() as connection:
        written = entries_of_day(connection, 312, DAY)[5:]
    assert [(one.no, one.note) for one in written] == [
        (6, "No. 4 on paper"),
        (7, "No. 9 on paper. with a trolley"),
    ]


def test_a_number_that_is_none_is_said_before_anything_is_taken(page: PaperPage, qtbot: QtBot) -> None:
    page.input.number.set_text("x")
    type_in(page, qtbot, "1405", "1", "M2", "365")
    assert page.model.rowCount() == 0
    assert page.input.message.accessibleName() == "The number printed before the line, as 413"
