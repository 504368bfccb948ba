"""A unit's list on its page: read, shown row by row, mended, skipped, issued, stopped, handed back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.books.pass_id import Book
from db.books.person import Field
from db.errors import Refusal, RefusalCode
from db.register import Register
from desktop.models.rosters import FIRST_FIELD, NUMBER, STATE, TICK, CellProblem, RosterModel, RosterRole
from desktop.operations import passes, rosters
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.passes.page import PassesPage
from desktop.views.passes.roster_preview import RosterPreview
from desktop.views.passes.roster_view import RosterView
from tests.desktop.passes.conftest import Wait
from tests.drives import small_drive
from tests.registers import FakeClock

LISTS = Path(__file__).parents[2] / "data" / "rosters"
EXPECTED: dict[str, Any] = json.loads((LISTS / "EXPECTED.json").read_text("utf-8"))
SUPPORT = LISTS / "support-utf8-bom.csv"
WHOLE = EXPECTED["files"]["support-utf8-bom.csv"]


@pytest.fixture
def clock() -> FakeClock:
    made = FakeClock()
    made.forward(days=2, hours=1)
    return made


@pytest.fixture
def view(page: PassesPage, wait: Wait) -> RosterView:
    page.books.show_book(Book.SUPPORT)
    page.books.import_asked.emit()
    wait()
    return page.roster


@pytest.fixture
def preview(view: RosterView, wait: Wait) -> RosterPreview:
    view.read(SUPPORT)
    wait()
    assert view.shown() is view.preview
    return view.preview


def pills(preview: RosterPreview) -> dict[str, int]:
    return {button.option.key: int(button.option.detail) for button in preview.pills._buttons}


def place_of(model: RosterModel, number: int) -> int:
    """The table's row of a row of the list."""
    rows = range(model.rowCount())
    return next(place for place in rows if model.index(place, NUMBER).data() == str(number))


def column_of(model: RosterModel, field: Field) -> int:
    columns = range(FIRST_FIELD, model.columnCount())
    return next(column for column in columns if model.field(column) is field)


def cell(model: RosterModel, number: int, field: Field) -> Any:
    return model.index(place_of(model, number), column_of(model, field))


def test_every_row_is_shown_and_counted_by_what_becomes_of_it(preview: RosterPreview) -> None:
    assert preview.model.rowCount() == WHOLE["data_rows"]
    assert pills(preview) == {
        "all": WHOLE["data_rows"],
        "wrong": WHOLE["rows_with_error"],
        "warned": WHOLE["rows_with_warning_only"],
        "repeat": WHOLE["rows_without_error"] - WHOLE["rows_without_error_and_not_a_repeat"],
    }
    assert preview.issue_button.text() == f"Issue {WHOLE['rows_without_error_and_not_a_repeat']} passes"


def test_each_problem_stands_in_words_at_its_cell(preview: RosterPreview) -> None:
    for issue in WHOLE["issues"]:
        problem = cell(preview.model, issue["row"], Field(issue["field"])).data(RosterRole.PROBLEM)
        assert isinstance(problem, CellProblem) and problem.words, issue
        assert problem.is_error == (issue["severity"] == "error"), issue


def test_a_good_cell_has_no_words_against_it(preview: RosterPreview) -> None:
    assert cell(preview.model, 2, Field.NAME).data(RosterRole.PROBLEM) is None


def test_a_filter_shows_the_rows_to_mend(preview: RosterPreview) -> None:
    preview.pills.chosen.emit("wrong")
    numbers = {int(preview.model.index(row, NUMBER).data()) for row in range(preview.model.rowCount())}
    assert numbers == {issue["row"] for issue in WHOLE["issues"] if issue["severity"] == "error"}


def test_a_cell_mended_in_place_makes_its_row_good(preview: RosterPreview, wait: Wait) -> None:
    index = cell(preview.model, 3, Field.VALID_UNTIL)
    assert preview.model.setData(index, "2020-03-01", Qt.ItemDataRole.EditRole)
    wait()
    assert index.data(RosterRole.PROBLEM) is None and index.data(RosterRole.MENDED)
    assert index.data() == "2020-03-01"
    assert pills(preview)["wrong"] == WHOLE["rows_with_error"] - 1
    assert preview.model.will_issue(place_of(preview.model, 3))


def test_a_cell_is_mended_by_typing_into_the_table(preview: RosterPreview, wait: Wait, qtbot: QtBot) -> None:
    index = cell(preview.model, 6, Field.PHONE)
    preview.table.setCurrentIndex(index)
    preview.table.edit(index)
    (editor,) = preview.table.viewport().findChildren(QLineEdit)
    editor.setText("13800008851")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait()
    assert cell(preview.model, 6, Field.PHONE).data(RosterRole.PROBLEM) is None


def test_two_cells_mended_at_once_are_both_kept(preview: RosterPreview, wait: Wait) -> None:
    preview.model.setData(cell(preview.model, 3, Field.VALID_UNTIL), "2020-03-01", Qt.ItemDataRole.EditRole)
    preview.model.setData(cell(preview.model, 6, Field.PHONE), "13800008851", Qt.ItemDataRole.EditRole)
    wait()
    assert pills(preview)["wrong"] == WHOLE["rows_with_error"] - 2


def test_a_skipped_row_is_not_issued_and_goes_back_to_the_unit(preview: RosterPreview, wait: Wait) -> None:
    preview.table._turn(place_of(preview.model, 2))
    assert preview.model.index(place_of(preview.model, 2), STATE).data() == "Skipped"
    assert 2 not in [row.row for row in preview.model.to_issue()]
    assert 2 in [row.row for row in preview.rows_to_hand_back()]


def test_a_row_with_an_error_cannot_be_ticked(preview: RosterPreview) -> None:
    index = preview.model.index(place_of(preview.model, 3), TICK)
    assert not preview.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_repeats_say_of_which_row_they_are(preview: RosterPreview) -> None:
    preview.pills.chosen.emit("repeat")
    for row in range(preview.model.rowCount()):
        assert preview.model.index(row, STATE).data().startswith("Same as row ")


def test_the_list_is_issued_and_its_cards_can_be_printed(
    view: RosterView, preview: RosterPreview, page: PassesPage, register: Register, wait: Wait
) -> None:
    before = passes.sizes(register)[Book.SUPPORT]
    preview.issue()
    wait()
    issued = WHOLE["rows_without_error_and_not_a_repeat"]
    assert passes.sizes(register)[Book.SUPPORT] == before + issued
    assert view.shown() is view.result
    assert view.result.panel.accessibleName() == f"{issued} passes issued"
    view.result.print_asked.emit()
    wait()
    assert page.shown() is page.cards
    assert len(page.cards._cards.faces) == issued


def test_stopping_in_the_middle_tells_what_was_issued(
    view: RosterView, register: Register, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rosters, "ROWS_AT_ONCE", 10)
    view.read(SUPPORT)
    wait()
    before = passes.sizes(register)[Book.SUPPORT]
    view.preview.work_told.connect(lambda words: view.preview.cancel() if words else None)
    view.preview.issue()
    wait()
    issued = passes.sizes(register)[Book.SUPPORT] - before
    assert 0 <= issued < WHOLE["rows_without_error_and_not_a_repeat"] and issued % 10 == 0
    assert view.shown() is view.result
    assert view.result.panel.accessibleDescription().startswith("Stopped.")


def test_rejected_rows_are_saved_for_the_unit(preview: RosterPreview, tmp_path: Path, wait: Wait) -> None:
    preview.save_back(tmp_path / "back.xlsx")
    wait()
    sheet = load_workbook(tmp_path / "back.xlsx").active
    assert sheet is not None and sheet.max_row - 1 == WHOLE["rows_with_error"]


def test_a_full_drive_keeps_the_list_in_hand(preview: RosterPreview, tmp_path: Path, wait: Wait) -> None:
    with small_drive(tmp_path / "drive", kilobytes=4) as drive:
        preview.save_back(drive / "back.xlsx")
        wait()
        assert list(drive.iterdir()) == []
    assert preview.trouble.accessibleName().startswith("The disk is full.")
    assert preview.model.rowCount() == WHOLE["data_rows"]


def test_the_book_and_the_last_day_can_be_changed_for_all(
    view: RosterView, register: Register, wait: Wait
) -> None:
    view.read(LISTS / "property-support-gbk.csv")
    wait()
    preview = view.preview
    preview.terms.book.choose(Book.OFFICIAL.value)
    preview.terms.until.edit.setText("2020-04-01")
    preview.terms.until.picked.emit()
    wait()
    preview.issue()
    wait()
    issued = EXPECTED["files"]["property-support-gbk.csv"]["rows_without_error_and_not_a_repeat"]
    assert passes.sizes(register)[Book.OFFICIAL] == issued
    found = passes.find(register, passes.Query(book=Book.OFFICIAL)).ids
    (first,) = passes.rows(register, found[:1])
    assert first.one.holder.valid_until.isoformat() == "2020-04-01"


def test_a_category_column_puts_everyone_into_their_own_book(
    view: RosterView, register: Register, wait: Wait
) -> None:
    view.read(LISTS / "et-like.ods")
    wait()
    assert not view.preview.terms.book.isVisible() and view.preview.terms.by_column.isVisible()
    before = sum(passes.sizes(register).values())
    view.preview.issue()
    wait()
    issued = EXPECTED["files"]["et-like.ods"]["rows_without_error_and_not_a_repeat"]
    assert sum(passes.sizes(register).values()) == before + issued


def test_columns_without_known_titles_are_explained_by_a_person(
    view: RosterView, tmp_path: Path, wait: Wait
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Herr,Zahl,Ruf\n林晓梅,421299198206080498,13800008590\n", "utf-8")
    view.read(path)
    wait()
    assert view.shown() is view.mapping
    view.mapping.read_button.click()
    assert view.mapping.message._words == "Still missing: Name, ID number"
    for combo, field in zip(view.mapping.combos, (Field.NAME, Field.ID_NO, Field.PHONE), strict=True):
        combo.choose(field.value)
    view.mapping.read_button.click()
    wait()
    assert view.shown() is view.preview
    assert view.preview.model.rowCount() == 1 and len(view.preview.model.to_issue()) == 1


BROKEN = {
    "empty.xlsx": "The file is empty.",
    "not-a-zip.xlsx": "This is no table",
    "truncated.xlsx": "The file is damaged or was cut off.",
    "password.xlsx": "This list is locked with a password.",
}


def test_a_broken_file_gets_its_sentence_and_the_next_can_be_chosen(view: RosterView, wait: Wait) -> None:
    for name, said in BROKEN.items():
        view.read(LISTS / "bad" / name)
        wait()
        assert view.shown() is view.drop_box
        assert view.drop_box.banner.accessibleName().startswith(said)
    view.read(SUPPORT)
    wait()
    assert view.shown() is view.preview


def test_a_list_whose_titles_say_nothing_issues_nobody(
    view: RosterView, register: Register, wait: Wait
) -> None:
    before = passes.sizes(register)
    for name in ("wrong-columns.csv", "latin1-mojibake.csv"):
        view.read(LISTS / "bad" / name)
        wait()
        assert view.shown() in (view.mapping, view.drop_box)
        view.preview.issue()
        wait()
    assert passes.sizes(register) == before


def test_a_header_and_nothing_else_is_said_to_name_nobody(view: RosterView, wait: Wait) -> None:
    view.read(LISTS / "bad" / "header-only.csv")
    wait()
    assert view.shown() is view.drop_box
    assert view.drop_box.banner.accessibleName().startswith("The list has titles and nobody under them.")


def test_a_list_of_errors_only_issues_nobody_and_says_so(preview: RosterPreview, wait: Wait) -> None:
    for row in range(preview.model.rowCount()):
        if preview.model.will_issue(row):
            preview.table._turn(row)
    preview.issue()
    wait()
    assert preview.message._words == "No row can be issued. Mend some first"


def test_a_cell_of_a_million_characters_rejects_its_row_only(
    view: RosterView, tmp_path: Path, wait: Wait
) -> None:
    path = tmp_path / "huge-cell.csv"
    good = "林晓梅,421299198206080498,13800008590,"
    path.write_text(f"姓名,身份证号,手机,备注\n{good}{'长' * 1_000_000}\n", "utf-8")
    view.read(path)
    wait()
    if view.shown() is view.preview:
        assert view.preview.model.to_issue() == []
    else:
        assert view.drop_box.banner.accessibleName()


@pytest.mark.parametrize(
    "refusal",
    [
        Refusal(RefusalCode.LIST_TOO_LARGE, what="unpacked_bytes", limit=1),
        Refusal(RefusalCode.LIST_TOO_LARGE, what="rows", limit=60_000),
    ],
)
def test_a_file_that_is_too_large_gets_its_sentence(refusal: Refusal) -> None:
    assert "Nobody was issued." in sentence(refusal)


def test_a_list_in_hand_waits_while_the_books_are_looked_at(
    view: RosterView, preview: RosterPreview, page: PassesPage, wait: Wait
) -> None:
    view.back.click()
    assert page.shown() is page.books
    page.books.import_asked.emit()
    assert page.shown() is view and view.shown() is preview


def test_reading_can_be_stopped(view: RosterView, wait: Wait) -> None:
    view.read(LISTS / "hospital-medical.xlsx")
    view.drop_box.cancelled.emit()
    wait()
    assert view.shown() is view.drop_box
    assert not view.drop_box.banner.isVisible()


def test_the_model_keeps_the_rules_of_qt(
    preview: RosterPreview, qtmodeltester: ModelTester, wait: Wait
) -> None:
    QAbstractItemModelTester(preview.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(preview.model)
    preview.pills.chosen.emit("wrong")
    preview.model.setData(cell(preview.model, 3, Field.VALID_UNTIL), "2020-03-01", Qt.ItemDataRole.EditRole)
    wait()
    qtmodeltester.check(preview.model)


def test_a_person_issued_meanwhile_at_the_desk_is_not_issued_twice(
    preview: RosterPreview, view: RosterView, session: Session, register: Register, wait: Wait
) -> None:
    row = preview.model.to_issue()[0]
    today = register.clock.today()
    until = preview.terms.terms()[1]
    session.do(passes.issue, rosters.holder_of(row.values, today, until, rosters.Scope.GATE, ""))
    wait()
    before = passes.sizes(register)[Book.SUPPORT]
    preview.issue()
    wait()
    assert passes.sizes(register)[Book.SUPPORT] == before + WHOLE["rows_without_error_and_not_a_repeat"] - 1
