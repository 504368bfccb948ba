"""Taking over cards on paper in the window: a range, one written in at a time, or a whole list by its numbers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.books.issuing import adopt_numbers, reserve_blanks
from db.books.pass_id import Book, PassId
from db.books.passes import card_digits, get_passes
from db.errors import RefusalCode
from db.register import Register
from desktop.operations import rosters
from desktop.views.passes.adopt_sheet import AdoptSheet
from desktop.views.passes.page import PassesPage
from tests.desktop.gate.desk import open_desk
from tests.desktop.passes.conftest import Wait


def test_a_range_is_taken_over_and_the_first_one_written_in(
    page: PassesPage, register: Register, wait: Wait
) -> None:
    page.books.import_asked.emit()
    page.roster.drop_box.paper_button.click()
    wait()
    (sheet,) = page.window().findChildren(AdoptSheet)
    sheet.book.choose(Book.OFFICIAL.value)
    sheet.book.chosen.emit(Book.OFFICIAL.value)
    sheet.last.set_text("57")
    sheet._show()
    assert (
        sheet.span.text()
        == "O-0312-000001 to O-0312-000057 are taken over, the next new pass is O-0312-000058"
    )
    sheet.adopt_button.click()
    wait()
    page.toasts.toast.button.click()
    wait()
    assert page.shown() is page.form
    assert page.form._id == PassId(312, Book.OFFICIAL, 1)


def test_numbers_that_are_given_out_are_said_at_the_field(page: PassesPage, wait: Wait) -> None:
    page.roster.paper_asked.emit()
    wait()
    (sheet,) = page.window().findChildren(AdoptSheet)
    sheet.last.set_text("x")
    sheet.adopt_button.click()
    assert sheet.last.message() == "A number, as on the last card"
    sheet.last.set_text("5")
    sheet.adopt_button.click()
    wait()
    assert sheet.last.message() == "Numbers up to 5 are given out. At most 5000 at once"
    sheet.close_sheet()


def test_a_list_writes_people_in_under_the_numbers_of_their_cards(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "paper.csv"
    rows = (
        ("编号", "姓名", "身份证号"),
        ("2", "李建国", "421299199505296787"),
        ("公-0312-000005", "王芳", "421299198206080498"),
        ("9", "赵敏", "36049919830415890X"),
        ("", "钱进", "11010519491231002X"),
    )
    path.write_text("\n".join(map(",".join, rows)), "utf-8")
    with register.writing() as ledger:
        adopt_numbers(ledger, Book.OFFICIAL, 6)
    today = register.clock.today()
    handed = rosters.hand_in(register, path, rosters.Said(Book.OFFICIAL, today + timedelta(days=30)))
    issued = rosters.issue_list(register, handed.roster, on_paper=True).value
    numbers = [PassId(312, Book.OFFICIAL, number) for number in (2, 5)]
    assert [id for _, id in issued.numbers] == numbers
    with register.reading() as connection:
        found = get_passes(connection, numbers)
    assert [found[id].holder.name for id in numbers] == ["李建国", "王芳"]
    assert [error.code for _, error in issued.refused] == [RefusalCode.NO_SUCH_PASS] * 2


@pytest.mark.parametrize("blank", [True, False])
def test_a_number_without_a_person_is_written_in_from_the_gate_within_few_keys(
    tmp_path: Path, qtbot: QtBot, blank: bool
) -> None:
    """Scanned where it is a blank card, typed where it is a card on paper; then F3 asks for the form."""
    with open_desk(tmp_path, qtbot) as desk:
        with desk.register.writing() as ledger:
            if blank:
                digits = reserve_blanks(ledger, Book.MEDICAL, 1)[0].digits()
            else:
                adopt_numbers(ledger, Book.MEDICAL, 12)
        asked: list[object] = []
        desk.page.new_pass_asked.connect(asked.append)
        if blank:
            desk.scan(digits)
        else:
            desk.keys("m12")
            desk.settle()
            desk.press(Qt.Key.Key_Return)
            desk.settle()
        assert desk.word == ("Blank card" if blank else "Card on paper")
        desk.press(Qt.Key.Key_F3)
        desk.settle()
        assert asked == [PassId(312, Book.MEDICAL, 1 if blank else 12)]


def test_a_blank_is_bound_with_name_and_id_number_alone(
    page: PassesPage, register: Register, wait: Wait, qtbot: QtBot
) -> None:
    """Scan, F3, the name, Enter, eighteen figures, F11: twenty seconds at the gate. All else has its usual value, or is
    put in later."""
    with register.writing() as ledger:
        token = reserve_blanks(ledger, Book.MEDICAL, 1)[0]
    page.bind_blank(token.pass_id)
    wait()
    fields = page.form.fields
    assert fields.name.edit.hasFocus()
    fields.name.set_text("李建国")  # what an input method commits; no key makes it
    qtbot.keyClick(fields.name.edit, Qt.Key.Key_Return)
    assert fields.id_no.edit.hasFocus()
    qtbot.keyClicks(fields.id_no.edit, "11010519491231002X")
    qtbot.keyClick(fields.id_no.edit, Qt.Key.Key_F11)
    wait()
    with register.reading() as connection:
        bound = get_passes(connection, [token.pass_id])[token.pass_id]
        assert card_digits(connection, bound) == token.digits(), "the card that is out already"
    assert bound.holder.name == "李建国"
