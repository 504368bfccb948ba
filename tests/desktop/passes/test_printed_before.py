"""What was printed before: kept with its printer, sheet and place; single places printed once more."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.books.issuing import reserve_blanks
from db.books.pass_id import Book, PassId
from db.books.prints import cards_of_job, note_printed, print_jobs, prints_of
from db.register import Register
from desktop.operations import cards
from desktop.operations.cards import Source, Wanted
from desktop.operations.shop_pdf import write_for_shop
from desktop.tasks import Progress
from desktop.views.passes.page import PassesPage
from desktop.views.printing.stick_sheet import StickSheet
from tests.desktop.devices.scripted_drives import ScriptedDrives, made_drive
from tests.desktop.devices.scripted_printers import ScriptedPrinters, asked
from tests.desktop.passes.conftest import EXPIRED, GOOD, LATER, SOON, Wait
from tests.registers import OPERATOR

IDS = [GOOD, SOON, EXPIRED, LATER]


def print_sheet(page: PassesPage, qtbot: QtBot, wait: Wait) -> None:
    page.cards.print_now()
    wait()
    asked(page.window(), qtbot).print_button.click()
    qtbot.waitUntil(lambda: not page.cards.job.running)
    wait()


def test_a_place_that_came_out_badly_is_printed_again_on_the_next_free_place(
    page: PassesPage, register: Register, wait: Wait, qtbot: QtBot, tmp_path: Path
) -> None:
    page.cards.job.printers = printers = ScriptedPrinters(tmp_path / "out.pdf", ("HP 1020",))
    page.print_cards([])
    wait()
    page.cards.choices.place.set_place(9)
    print_sheet(page, qtbot, wait)
    assert page.toasts.toast.button.text() == "One did not"
    page.toasts.toast.button.click()
    wait()
    view = page.printed
    assert page.shown() is view
    words = [view.model.index(0, column).data() for column in range(view.model.columnCount())]
    assert words[1:] == ["M-0312-000001", "M-0312-000005", "4", "A4", "HP 1020", OPERATOR]
    # Two lay on places 9 and 10, two on the next sheet.
    assert [bool(one) for one in view.places._words] == [False] * 8 + [True, True]
    QTest.keyClick(view.places, Qt.Key.Key_Right)
    QTest.keyClick(view.places, Qt.Key.Key_Space)
    view.after.click()
    QTest.mouseClick(view.places, Qt.MouseButton.LeftButton, pos=view.places.cell(0).center().toPoint())
    assert view.again_button.text() == "Print 2 again"
    view.again_button.click()
    wait()
    assert page.shown() is page.cards
    assert [face.pass_id for face in page.cards._cards.faces] == [SOON, EXPIRED]
    page.cards.choices.place.set_place(3)
    print_sheet(page, qtbot, wait)
    assert len(printers.orders) == 2
    with register.reading() as connection:
        assert [(one.sheet, one.place) for one in prints_of(connection, SOON)] == [(1, 3), (1, 10)]
        assert [one.printer for one in prints_of(connection, GOOD)] == ["HP 1020"]


def test_the_panel_tells_when_where_and_by_whom_a_card_was_printed(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    with register.writing() as ledger:
        for number in range(5):
            note_printed(ledger, [(GOOD, 1)], "a6", f"Printer {number}")
    page.show_pass(GOOD)
    wait()
    facts = [one.text() for one in page.books.panel._fact_widgets if hasattr(one, "text")]
    (said,) = [words for words in facts if "Printer 4" in words]
    lines = said.splitlines()
    assert [line.split(", ", 1)[1] for line in lines[:3]] == [
        f"card 1, Printer {number}, {OPERATOR}" for number in (4, 3, 2)
    ]
    assert lines[3:] == ["and 2 times before"]


def test_cards_know_their_sheet_and_place_beyond_one_line(register: Register) -> None:
    """Six hundred cards are two lines of the ledger; the second goes on where the first ended."""
    ids = [PassId(312, Book.MEDICAL, number) for number in range(1, 601)]
    with register.writing() as ledger:
        note_printed(ledger, [(id, 1) for id in ids], "a4", "HP", 4)
    with register.reading() as connection:
        jobs = print_jobs(connection, 312)
        assert [(job.cards, job.first.number, job.last.number) for job in jobs] == [
            (100, 501, 600),
            (500, 1, 500),
        ]
        later = cards_of_job(connection, 312, jobs[0].epoch, jobs[0].seq)
    # Card 501 is the 501st after three places left free: place 504, the fourth of sheet 51.
    assert [(one.id.number, one.sheet, one.place) for one in later[:2]] == [(501, 51, 4), (502, 51, 5)]


def test_a_blank_that_was_printed_badly_is_printed_again_under_its_code(register: Register) -> None:
    with register.writing() as ledger:
        tokens = reserve_blanks(ledger, Book.SUPPORT, 2)
    ids = [PassId(312, Book.SUPPORT, token.number) for token in tokens]
    found = cards.wanted_cards(register, Wanted(Source.TICKED, Book.SUPPORT, [GOOD, ids[1]]), "en")
    assert [(face.pass_id, face.name) for face in found.faces] == [(GOOD, "周文静"), (ids[1], None)]
    assert found.faces[1].token == tokens[1].digits()


def test_the_model_of_jobs_keeps_the_rules_of_qt(
    page: PassesPage, register: Register, wait: Wait, qtmodeltester: ModelTester
) -> None:
    with register.writing() as ledger:
        note_printed(ledger, [(id, 1) for id in IDS], "cr80")
    page.show_printed()
    wait()
    assert page.printed.model.index(0, 5).data() == "PDF file"
    qtmodeltester.check(page.printed.model)


@pytest.mark.parametrize("layout", ["a6", "a4"])
def test_nothing_is_ticked_at_first(page: PassesPage, register: Register, wait: Wait, layout: str) -> None:
    with register.writing() as ledger:
        note_printed(ledger, [(id, 1) for id in IDS], layout, "HP", 1 if layout == "a4" else 0)
    page.show_printed()
    wait()
    view = page.printed
    assert not view.again_button.isEnabled()
    view.all_button.click()
    assert view.again_button.text() == "Print 4 again"


def test_a_print_shop_gets_a_plain_pdf_on_a_drive_in_two_clicks(
    page: PassesPage, register: Register, wait: Wait, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    page.cards.drives = drives = ScriptedDrives([made_drive(stick, "KINGSTON")])
    page.print_cards([GOOD, SOON])
    wait()
    page.cards.stick_button.click()
    wait()
    (sheet,) = page.window().findChildren(StickSheet)
    assert "names" in sheet.warning.accessibleName()
    sheet.write_button.click()
    wait()
    (written,) = stick.rglob("*.pdf")
    assert written == stick / "Gatebook/0312/cards/cards-2020-02-10-M-000001-000002.pdf"
    assert written.read_bytes().startswith(b"%PDF-") and drives.released
    assert page.toasts.toast.accessibleName() == f"{written.name} is on the drive. It can be pulled out"
    with register.reading() as connection:
        assert [one.printer for one in prints_of(connection, GOOD)] == [""]


def test_nothing_on_the_drive_is_replaced(register: Register, tmp_path: Path) -> None:
    faces = cards.faces(register, [GOOD], "en").faces
    names = [write_for_shop(register, faces, cards.Printing(), tmp_path, Progress()).name for _ in range(2)]
    assert names == ["cards-2020-02-10-M-000001-000001.pdf", "cards-2020-02-10-M-000001-000001-2.pdf"]


def test_without_a_drive_it_is_said(page: PassesPage, wait: Wait) -> None:
    page.cards.drives = ScriptedDrives([])
    page.print_cards([GOOD])
    wait()
    page.cards.ask_which_drive()
    wait()
    (sheet,) = page.window().findChildren(StickSheet)
    assert not sheet.write_button.isEnabled()
    assert sheet.message.accessibleName().startswith("No drive to write to")
    sheet.close_sheet()
