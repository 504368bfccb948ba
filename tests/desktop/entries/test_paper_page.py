"""Typing in from paper: quick, judged line by line, written only when asked, from a table too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.books.entries import entries_of_day
from desktop.kit.cells import Role
from desktop.kit.dialogs import ConfirmSheet
from desktop.models.paper_lines import PaperColumn
from desktop.session import Session
from desktop.views.entries.paper_page import PaperPage
from tests.desktop.gate_day import Gate

DAY = "2020-02-10"


@pytest.fixture
def page(session: Session, busy_gate: Gate, qtbot: QtBot) -> Iterator[PaperPage]:
    """The page, shown, in the evening of the day."""
    busy_gate.clock.forward(hours=9)
    window = QWidget()
    made = PaperPage(session)
    made.setParent(window)
    window.resize(1270, 640)
    made.resize(1270, 640)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    made.begin(session.register.clock.today())
    qtbot.waitUntil(lambda: made.input.number.text() != "")
    made.input.time.edit.setFocus()
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle)


def type_in(page: PaperPage, qtbot: QtBot, time: str, way: str, who: str, temperature: str) -> None:
    """A line as hands type it: the focus goes on by itself where it can."""
    fields = page.input
    qtbot.keyClicks(fields.time.edit, time)
    if len(time) != 4:
        qtbot.keyClick(fields.time.edit, Qt.Key.Key_Return)
    assert fields.way.edit.hasFocus()
    qtbot.keyClicks(fields.way.edit, way)
    assert fields.who.edit.hasFocus()
    if who.isascii():
        qtbot.keyClicks(fields.who.edit, who)
    else:
        fields.who.set_text(who)  # what an input method commits; no key makes it
    qtbot.keyClick(fields.who.edit, Qt.Key.Key_Return)
    assert fields.temperature.edit.hasFocus()
    qtbot.keyClicks(fields.temperature.edit, temperature)
    qtbot.keyClick(fields.temperature.edit, Qt.Key.Key_Return)


def says(page: PaperPage) -> list[str]:
    """What the book says to each line."""
    model = page.model
    return [model.index(row, PaperColumn.STATUS).data() for row in range(model.rowCount())]


def judged(page: PaperPage, qtbot: QtBot, rows: int) -> None:
    """Waits until so many lines are there and judged."""
    qtbot.waitUntil(
        lambda: page.model.rowCount() == rows and all(row.verdict for row in page.model.rows() if row.line.ok)
    )


def test_lines_are_typed_with_the_keyboard_alone_and_judged_as_of_their_time(
    page: PaperPage, busy_gate: Gate, qtbot: QtBot
) -> None:
    type_in(page, qtbot, "1405", "1", "M2", "365")
    assert page.input.time.edit.hasFocus() and page.input.time.text() == ""
    type_in(page, qtbot, "1407", "o", "O1", "346")
    type_in(page, qtbot, "14:10", "j", "Driver of the vegetables", "")
    judged(page, qtbot, 3)
    assert says(page) == ["Already inside", "Fever earlier today", "Valid"]
    assert [row.line.temp_tenths for row in page.model.rows()] == [365, 346, None]
    with busy_gate.register.reading() as connection:
        assert len(entries_of_day(connection, 312, DAY)) == 5, "nothing is written yet"
    qtbot.keyClick(page.input.time.edit, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: page.model.counts().recorded == 3)
    assert says(page) == ["Written as 0006", "Written as 0007", "Written as 0008"]
    with busy_gate.register.reading() as connection:
        written = entries_of_day(connection, 312, DAY)[5:]
    assert [(one.time[11:16], one.direction.value, one.temp_tenths) for one in written] == [
        ("14:05", "in", 365),
        ("14:07", "out", 346),
        ("14:10", "in", None),
    ]


def test_a_time_left_empty_is_the_one_before(page: PaperPage, qtbot: QtBot) -> None:
    type_in(page, qtbot, "1405", "1", "M2", "365")
    qtbot.keyClick(page.input.time.edit, Qt.Key.Key_Return)
    assert page.input.time.text() == "1405"
    qtbot.keyClicks(page.input.way.edit, "2")
    qtbot.keyClicks(page.input.who.edit, "O1")
    qtbot.keyClick(page.input.who.edit, Qt.Key.Key_Return)
    qtbot.keyClick(page.input.temperature.edit, Qt.Key.Key_Return)
    judged(page, qtbot, 2)


def test_a_name_that_is_one_holders_becomes_that_holders_line(page: PaperPage, qtbot: QtBot) -> None:
    type_in(page, qtbot, "1405", "2", "王小芳", "365")
    judged(page, qtbot, 1)
    line = page.model.rows()[0].line
    assert line.pass_id is not None and line.pass_id.human() == "M-0312-000002"


def test_what_is_not_understood_stays_in_its_field_with_what_to_do(page: PaperPage, qtbot: QtBot) -> None:
    type_in(page, qtbot, "1405", "1", "M2", "warm")
    assert page.model.rowCount() == 0
    assert page.input.temperature.edit.hasFocus()
    assert "365" in page.input.message.accessibleName()
    page.input.temperature.edit.selectAll()
    qtbot.keyClicks(page.input.temperature.edit, "366")
    qtbot.keyClick(page.input.temperature.edit, Qt.Key.Key_Return)
    judged(page, qtbot, 1)


def test_a_line_above_is_mended_and_taken_away_from_the_keyboard(page: PaperPage, qtbot: QtBot) -> None:
    type_in(page, qtbot, "1405", "1", "M2", "365")
    judged(page, qtbot, 1)
    qtbot.keyClick(page.input.time.edit, Qt.Key.Key_Up)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.input.temperature.text() == "365"
    page.input.temperature.set_text("359")
    page.input.submit()
    qtbot.waitUntil(lambda: [row.line.temp_tenths for row in page.model.rows()] == [359])
    qtbot.keyClick(page.input.time.edit, Qt.Key.Key_Up)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a popup without a screen
def test_holders_are_offered_while_a_name_is_typed(page: PaperPage, qtbot: QtBot) -> None:
    page.input.who.edit.setFocus()
    qtbot.keyClicks(page.input.who.edit, "wx")
    qtbot.waitUntil(lambda: page.input._names.stringList() != [])
    assert page.input._names.stringList() == ["M-0312-000002  王小芳  市中心医院"]
    popup = page.input._completer.popup()
    assert popup is not None
    popup.hide()


def test_a_table_is_shown_row_by_row_and_the_rest_can_be_handed_back(
    page: PaperPage, busy_gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "paper.csv"
    rows = "time,direction,pass,name,temp,note\n14:05,in,M2,,36.5,\nnoon,in,M2,,36.5,\n14:09,out,O1,,,=1+1\n"
    table.write_text(rows, "utf-8")
    page.read_file(table)
    judged(page, qtbot, 3)
    assert page.model.counts().wrong == 1
    assert says(page)[1] == "This is no time. Write it as 0905"
    target = tmp_path / "mend.xlsx"
    page.save_rejected_to(target)
    qtbot.waitUntil(target.exists)
    cells = [list(row) for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True)]
    assert cells[0][1:3] == ["time", "direction"]
    assert cells[1][1] == "noon"
    page.write()
    qtbot.waitUntil(lambda: page.model.counts().recorded == 2)
    page.read_file(table)
    qtbot.waitUntil(lambda: page.model.counts().duplicates == 2)
    assert page.model.counts().waiting == 0


def test_what_cannot_be_read_as_a_table_is_told_in_a_sentence(
    page: PaperPage, qtbot: QtBot, tmp_path: Path
) -> None:
    for name, content in (("empty.csv", ""), ("titles.csv", "a,b,c\n1,2,3\n"), ("broken.xlsx", "PK not one")):
        path = tmp_path / name
        path.write_text(content, "utf-8")
        page.read_file(path)
        qtbot.waitUntil(lambda: page.trouble.isVisible() and not page.progress.isVisible())
        page.trouble.hide()
    assert page.model.rowCount() == 0


def test_leaving_asks_first_where_lines_were_not_written(page: PaperPage, qtbot: QtBot) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    type_in(page, qtbot, "1405", "1", "M2", "365")
    judged(page, qtbot, 1)
    page.leave()
    asked = page.window().findChildren(ConfirmSheet)[-1]
    asked.keep_button.click()
    assert not left and page.model.rowCount() == 1
    page.leave()
    page.window().findChildren(ConfirmSheet)[-1].confirm_button.click()
    assert left and page.model.rowCount() == 0


def test_the_model_keeps_the_rules_of_qt(page: PaperPage, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    type_in(page, qtbot, "1405", "1", "M2", "378")
    type_in(page, qtbot, "1406", "2", "张三丰", "365")
    judged(page, qtbot, 2)
    qtmodeltester.check(page.model)
    assert page.model.index(0, 0).data(Role.ROW).fever
