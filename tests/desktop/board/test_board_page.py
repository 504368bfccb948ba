"""The coverage board as a page: marks, words, keys, filters, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from db.books.board import DayState
from desktop.changes import Change, Topic
from desktop.models.board import AreaRow, Shown, narrowed
from desktop.views.board.page import BoardPage
from desktop.views.board.side import BooksTable
from tests.city_desk import AREAS, DAYS, FORKED, GAPPED, LATE, PARTIAL, SILENT
from tests.desks import day_of
from tests.desktop.board.conftest import Desk

MEETING = day_of(DAYS - 3)
"""The last day that is due: the day before yesterday."""


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[BoardPage]:
    """The page, shown, the board read."""
    window = QWidget()
    made = BoardPage(desk.session)
    made.setParent(window)
    made.resize(1270, 641)
    window.resize(1270, 641)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0, timeout=20_000)
    yield made
    qtbot.waitUntil(lambda: desk.session.tasks.idle, timeout=20_000)


def open_cell(page: BoardPage, gate: int, day: str) -> str:
    """What the side says of a gate's day."""
    index = page.model.place(gate, day)
    page.grid.setCurrentIndex(index)
    page.grid.cell_opened.emit(index)
    assert page.side.currentWidget() is page.cell
    return f"{page.cell.state.text()}\n{page.cell.there.text()}\n{page.cell.missing.text()}"


def test_each_gates_day_is_told_in_words_with_what_to_do(page: BoardPage, qtbot: QtBot) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    said = open_cell(page, SILENT, MEETING)
    assert "Missing" in said and "Call the gate" in said
    said = open_cell(page, GAPPED, MEETING)
    assert "Lines 5 to 8 are missing." in said and "The next answer asks for them" in said
    assert not page.cell.forks_button.isVisible()
    assert "two accounts of line 4" in open_cell(page, FORKED, day_of(DAYS - 2))
    with qtbot.waitSignal(page.page_asked) as asked:
        page.cell.forks_button.click()
    assert asked.args == ["take_in", "forks"]
    assert "late" in open_cell(page, LATE, day_of(1))
    assert "The day is sealed." in open_cell(page, 1, day_of(3))
    assert "Not due yet" in open_cell(page, PARTIAL, day_of(DAYS - 2))
    index = page.model.place(SILENT, MEETING)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("23 Mar: Missing")


def test_the_side_counts_the_day_of_the_gates_that_are_shown(page: BoardPage, qtbot: QtBot) -> None:
    page.grid.day_chosen.emit(MEETING)
    assert page.picker.day().isoformat() == MEETING
    assert page.day.here.text() == "18 of 20 gates are in"
    marks = page.day.marks
    assert [marks.count(state) for state in (DayState.MISSING, DayState.GAP)] == [1, 1]
    before = page.day.findChild(BooksTable).accessibleDescription()  # type: ignore[union-attr]
    page.areas.choose(AREAS[0])
    page.areas.picked.emit(AREAS[0])
    assert page.day.here.text() == "6 of 7 gates are in"
    assert page.day.findChild(BooksTable).accessibleDescription() != before  # type: ignore[union-attr]
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    assert [row.name for row in rows if isinstance(row, AreaRow)] == [AREAS[0]]


def test_only_gates_with_something_missing(page: BoardPage) -> None:
    page.pills.button("missing").click()
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    assert {row.gate for row in rows if row and not isinstance(row, AreaRow)} == {SILENT, GAPPED, FORKED}
    page.areas.picked.emit("nowhere")
    assert page._middle.currentIndex() == 1
    assert "Nothing is missing" in page.empty.accessibleName()


def test_the_keyboard_walks_the_board_and_opens_what_is_under_it(page: BoardPage, qtbot: QtBot) -> None:
    start = page.model.place(SILENT, day_of(5))
    page.grid.setCurrentIndex(start)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.side.currentWidget() is page.cell
    assert page.cell.day.text() == "Sun 16 Feb"
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.cell.who.text() != f"{SILENT:04d}"
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.day


def test_the_open_cell_stays_when_a_stick_comes_in(
    page: BoardPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    from tests.desks import bring

    open_cell(page, GAPPED, MEETING)
    bring(desk.session.register, tmp_path, desk.city.gates[GAPPED].bundle(5, 8))
    desk.session.changes.changed.emit(Change.of(Topic.ARRIVALS))
    qtbot.waitUntil(lambda: page.cell.state.text() == "Part in", timeout=20_000)
    assert page.cell.who.text().startswith(f"{GAPPED:04d}")


def test_the_board_goes_on_paper_and_into_a_spreadsheet(
    page: BoardPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.grid.day_chosen.emit(MEETING)
    pdf, xlsx = tmp_path / "board.pdf", tmp_path / "board.xlsx"
    page.save_to(pdf)
    page.save_to(xlsx)
    qtbot.waitUntil(lambda: pdf.exists() and xlsx.exists(), timeout=20_000)
    text = "".join(one.extract_text() for one in PdfReader(pdf).pages)
    assert "18 / 20" in text and "lines 5 to 8" in text and "the whole day" in text
    book = CalamineWorkbook.from_path(xlsx)
    states, counts = (book.get_sheet_by_index(at).to_python() for at in (0, 1))
    line = next(row for row in states if row[1] == f"{SILENT:04d}")
    assert line[4 + DAYS - 3] == "Missing"
    assert len(states) == 21 and len(states[0]) == 4 + DAYS
    assert page._whole is not None
    entries = sum(float(str(row[6])) for row in counts[1:])
    assert entries == narrowed(page._whole, Shown()).total.entries
