"""The page of entries: what it shows, narrows, voids and puts right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.books.entries import entries_of_day
from db.books.entry_search import Show
from db.books.verdict import Direction
from desktop.kit.cells import Role
from desktop.models.entries import EntryColumn
from desktop.operations import passing
from desktop.session import Session
from desktop.views.entries.correct_sheet import CorrectSheet
from desktop.views.entries.page import EntriesPage
from desktop.views.entries.void_sheet import VoidSheet
from tests.desktop.gate_day import Gate

DAY = "2020-02-10"


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[EntriesPage]:
    """The page, shown, its lines there."""
    window = QWidget()
    made = EntriesPage(session)
    made.setParent(window)
    window.resize(1270, 640)
    made.resize(1270, 640)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 7)
    qtbot.waitUntil(lambda: made.model.line(0) is not None)
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle)


def words(page: EntriesPage, column: EntryColumn) -> list[str]:
    """A column as it is shown."""
    model = page.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(page: EntriesPage, qtbot: QtBot, row: int, no: int) -> None:
    """Chooses a row and waits for all about it."""
    page.table.choose_row(row)

    def there() -> bool:
        details = page.panel.details()
        return details is not None and details.story.entry.no == no

    qtbot.waitUntil(there)


def sheet(page: EntriesPage, kind: type[QWidget]) -> QWidget:
    """The sheet that is open."""
    return page.window().findChildren(kind)[-1]


def test_lines_are_shown_newest_first_and_those_without_a_number_among_them(page: EntriesPage) -> None:
    assert words(page, EntryColumn.NO) == ["–", "–", "0005", "0004", "0003", "0002", "0001"]
    assert words(page, EntryColumn.NAME)[2:5] == ["刘大爷", "赵伟", "王小芳"]
    assert words(page, EntryColumn.VERDICT)[4] == "记错人"
    looks = [page.model.index(row, 0).data(Role.ROW) for row in range(7)]
    assert [look.voided for look in looks] == [False] * 4 + [True, False, False]
    assert [look.fever for look in looks] == [False] * 3 + [True] + [False] * 3


def test_the_model_keeps_the_rules_of_qt(page: EntriesPage, qtmodeltester: ModelTester) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtmodeltester.check(page.model)


def test_a_new_crossing_shows_up_above_and_the_choice_stays(
    page: EntriesPage, busy_gate: Gate, session: Session, qtbot: QtBot
) -> None:
    choose(page, qtbot, 6, 1)
    look = passing.look_at_scan(busy_gate.register, busy_gate.medic, Direction.OUT).value
    session.do(passing.record_scan, look, Direction.OUT, passing.Reading(364))
    qtbot.waitUntil(lambda: page.model.rowCount() == 8)
    qtbot.waitUntil(lambda: page.model.line(0) is not None)
    assert words(page, EntryColumn.NO)[0] == "0006"
    assert page.table.currentIndex().row() == 7


def test_filters_and_search_narrow_the_day(page: EntriesPage, qtbot: QtBot) -> None:
    page.filters.pills.button(Show.FEVER).click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.filters.pills.button(Show.ALL).click()
    page.filters.search.set_text("wxf")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.filters.search.set_text("nobody")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.empty.acted.emit()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)


def test_a_click_on_the_header_sorts(page: EntriesPage, qtbot: QtBot) -> None:
    page.table.horizontalHeader().sectionClicked.emit(int(EntryColumn.TEMPERATURE))
    qtbot.waitUntil(lambda: words(page, EntryColumn.TEMPERATURE)[0] == "36.8")
    page.table.horizontalHeader().sectionClicked.emit(int(EntryColumn.TEMPERATURE))
    qtbot.waitUntil(lambda: words(page, EntryColumn.TEMPERATURE)[-1] == "36.8")


def test_another_day_is_another_list(page: EntriesPage, qtbot: QtBot) -> None:
    page.picker.before.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.picker.day().isoformat() == "2020-02-09"
    page.picker.after.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    assert not page.picker.after.isEnabled()


def test_a_line_is_voided_with_a_reason_only(page: EntriesPage, busy_gate: Gate, qtbot: QtBot) -> None:
    choose(page, qtbot, 6, 1)
    page.panel.void_button.click()
    asked = sheet(page, VoidSheet)
    assert isinstance(asked, VoidSheet)
    assert asked.keep_button.hasFocus()
    asked.confirm_button.click()
    assert asked.isVisible(), "no reason was given"
    asked.reasons.cards.button("twice").click()
    asked.confirm_button.click()

    def voided() -> bool:
        details = page.panel.details()
        return details is not None and details.story.entry.voided_reason == "Written twice"

    qtbot.waitUntil(voided)
    assert not page.panel.foot.isVisible()
    with busy_gate.register.reading() as connection:
        assert entries_of_day(connection, 312, DAY)[0].voided_reason == "Written twice"


def test_a_line_is_put_right_in_one_step_and_the_new_one_is_shown(
    page: EntriesPage, busy_gate: Gate, qtbot: QtBot
) -> None:
    choose(page, qtbot, 6, 1)
    page.panel.correct_button.click()
    asked = sheet(page, CorrectSheet)
    assert isinstance(asked, CorrectSheet)
    asked.confirm_button.click()
    assert asked.isVisible(), "nothing was changed"
    asked.temperature.set_text("361")
    asked.person.edit.setText("zw")
    asked.person.edit.textEdited.emit("zw")
    qtbot.waitUntil(lambda: asked.choices.isVisible())
    asked.choices.button("O-0312-000001").click()
    asked.reasons.cards.button("person").click()
    asked.confirm_button.click()

    def shown() -> bool:
        details = page.panel.details()
        return details is not None and details.story.entry.no == 6

    qtbot.waitUntil(shown)
    details = page.panel.details()
    assert details is not None
    entry = details.story.entry
    assert (entry.name, entry.temp_tenths, entry.time[11:16]) == ("赵伟", 361, "08:00")
    assert [one.no for one in details.story.versions] == [1, 6]
    page.panel.other.click()
    qtbot.waitUntil(lambda: page.panel.head.accessibleName().startswith("0001"))


def test_what_stands_on_a_refused_scan_is_shown_without_a_number(page: EntriesPage, qtbot: QtBot) -> None:
    page.table.choose_row(0)
    assert page.panel.head.accessibleName() == "No number Refused"
    assert not page.panel.foot.isVisible()


def test_nothing_is_read_while_the_page_is_hidden(
    page: EntriesPage, busy_gate: Gate, session: Session, qtbot: QtBot
) -> None:
    page.window().hide()
    look = passing.look_at_scan(busy_gate.register, busy_gate.medic, Direction.OUT).value
    session.do(passing.record_scan, look, Direction.OUT, passing.Reading(364))
    qtbot.waitUntil(lambda: session.tasks.idle)
    assert page.model.rowCount() == 7
    page.window().show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 8)


def test_the_page_works_from_the_keyboard(page: EntriesPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(lambda: page.window().isActiveWindow())
    page.filters.search.edit.setFocus()
    qtbot.keyClick(page.filters.search.edit, Qt.Key.Key_Down)
    assert page.table.hasFocus() and page.table.currentIndex().row() == 0
    for _ in range(2):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 2
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.edit.hasFocus()
