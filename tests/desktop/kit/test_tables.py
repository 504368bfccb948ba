"""Columns fit the room there is; rows are chosen, ticked and opened from the keyboard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from db.books.pass_id import Book
from desktop.kit.cards import EmptyState
from desktop.kit.cells import Cell, Role, RowLook
from desktop.kit.chips import Way
from desktop.kit.pressing import leave_keys_to_page
from desktop.kit.tables import ColumnPlan, GateTable, plan_widths
from desktop.kit.theme import LIGHT
from tests.desktop.kit.conftest import OnPage

PLANS = [
    ColumnPlan(Cell.CHECK, 48),
    ColumnPlan(Cell.NAME, 160, least=80, stretch=1),
    ColumnPlan(Cell.TEXT, 120),
]


def people(*names: str) -> QStandardItemModel:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["", "Name", "Unit"])
    for name in names:
        tick = QStandardItem()
        tick.setCheckable(True)
        model.appendRow(
            [tick, QStandardItem(name), QStandardItem("Xianning Central Hospital, long as it is")]
        )
    return model


def shown(on_page: OnPage, model: QStandardItemModel) -> GateTable:
    table = GateTable(PLANS)
    model.setParent(table)
    table.set_model(model)
    table.setFixedSize(400, 300)
    on_page(table)
    return table


plans = st.lists(
    st.builds(
        lambda least, more, stretch, drop: ColumnPlan(Cell.TEXT, least + more, least, stretch, drop),
        st.integers(40, 120), st.integers(0, 100), st.integers(0, 3), st.integers(0, 3),
    ),
    min_size=1,
    max_size=9,
)  # fmt: skip


@given(plans, st.integers(300, 1400))
def test_columns_never_reach_past_the_edge(given_plans: list[ColumnPlan], room: int) -> None:
    assert sum(plan_widths(given_plans, room)) <= room


@given(plans, st.integers(300, 1400))
def test_a_column_that_must_stay_stays(given_plans: list[ColumnPlan], room: int) -> None:
    for plan, width in zip(given_plans, plan_widths(given_plans, room), strict=True):
        assert width > 0 or plan.drop > 0


@given(plans, st.integers(300, 1400))
def test_spare_room_goes_to_columns_that_stretch(given_plans: list[ColumnPlan], room: int) -> None:
    widths = plan_widths(given_plans, room)
    if sum(plan.width for plan in given_plans) <= room and any(plan.stretch for plan in given_plans):
        assert sum(widths) == room


def test_the_least_needed_column_goes_first() -> None:
    given_plans = [ColumnPlan(width=200), ColumnPlan(width=200, drop=1), ColumnPlan(width=200, drop=2)]
    assert plan_widths(given_plans, 600) == [200, 200, 200]
    assert plan_widths(given_plans, 500) == [200, 200, 0]
    assert plan_widths(given_plans, 300) == [200, 0, 0]


def test_space_ticks_the_current_row_and_enter_opens_it(qtbot: QtBot, on_page: OnPage) -> None:
    table = shown(on_page, people("周文静", "陈国强"))
    table.choose_row(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.row_ticked(table.model().index(1, 1)) and not table.row_ticked(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not table.row_ticked(table.model().index(1, 1))
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args[0].row() == 1


def test_on_a_page_that_keeps_its_keys_a_table_takes_neither(qtbot: QtBot, on_page: OnPage) -> None:
    table = shown(on_page, people("周文静"))
    leave_keys_to_page(table)
    table.choose_row(0)
    opened: list[QModelIndex] = []
    table.row_opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not table.row_ticked(table.model().index(0, 0)) and not opened


def test_arrows_change_the_row_and_tell_it(qtbot: QtBot, on_page: OnPage) -> None:
    table = shown(on_page, people("周文静", "陈国强"))
    table.choose_row(0)
    with qtbot.waitSignal(table.row_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args[0].row() == 1


def test_a_click_on_the_box_ticks_and_a_click_beside_it_does_not(qtbot: QtBot, on_page: OnPage) -> None:
    table = shown(on_page, people("周文静"))
    name = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert not table.row_ticked(table.model().index(0, 0))
    box = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert table.row_ticked(table.model().index(0, 0))


def test_the_header_asks_for_all_or_none(qtbot: QtBot, on_page: OnPage) -> None:
    table = shown(on_page, people("周文静"))
    header = table.horizontalHeader().viewport()
    with qtbot.waitSignal(table.all_ticked) as asked:
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert asked.args == [True]
    table.set_all_state(Qt.CheckState.Checked)
    with qtbot.waitSignal(table.all_ticked) as asked:
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))
    assert asked.args == [False]


def test_words_that_are_cut_stand_in_the_tool_tip(qtbot: QtBot, on_page: OnPage) -> None:
    table = shown(on_page, people("周文静"))
    assert table.tool_tip_of(table.model().index(0, 1)) == ""
    assert table.tool_tip_of(table.model().index(0, 2)) == "Xianning Central Hospital, long as it is"


def test_a_ticked_row_and_a_fever_are_tinted(qtbot: QtBot, on_page: OnPage) -> None:
    model = people("周文静", "赵丽华")
    for column in range(3):
        model.item(1, column).setData(RowLook(fever=True), Role.ROW)
    model.item(1, 1).setData(Way.HELD, Role.WAY)
    model.item(0, 1).setData(Book.MEDICAL, Role.BOOK)
    table = shown(on_page, model)
    table.tick_row(0)
    image = table.viewport().grab().toImage()
    right = table.viewport().width() - 6
    assert image.pixelColor(right, 4).name().upper() == LIGHT.accent_tint
    assert image.pixelColor(right, 44).name().upper() == LIGHT.attn_tint
    assert image.pixelColor(2, 60).name().upper() == LIGHT.attn


def test_an_empty_table_says_what_to_do_until_it_has_a_row(qtbot: QtBot, on_page: OnPage) -> None:
    model = people()
    table = shown(on_page, model)
    empty = EmptyState("list")
    empty.set_words("No lines today", "Scan the first pass")
    table.set_empty(empty)
    assert empty.isVisible()
    model.appendRow([QStandardItem(), QStandardItem("周文静"), QStandardItem("")])
    assert not empty.isVisible()
    model.removeRows(0, 1)
    assert empty.isVisible()


def test_what_an_empty_table_says_has_its_height_whenever_the_words_come(
    qtbot: QtBot, on_page: OnPage
) -> None:
    table = GateTable([ColumnPlan(Cell.TEXT, 100)])
    table.set_model(QStandardItemModel(0, 1))
    empty = EmptyState("list")
    table.set_empty(empty)
    empty.set_words("Type what stands on the paper", "Nothing is in the book before it is written. " * 3)
    empty.set_button("Or take a table")
    on_page(table).resize(900, 600)
    qtbot.waitUntil(lambda: empty.height() >= empty.heightForWidth(empty.width()))
    empty.set_words("Type what stands on the paper", "Nothing is in the book before it is written. " * 6)
    qtbot.waitUntil(lambda: empty.height() >= empty.heightForWidth(empty.width()))
