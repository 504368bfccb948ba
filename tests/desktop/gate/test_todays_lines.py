"""The list of today's lines as a model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.books.entries import Entry
from db.books.verdict import Direction
from desktop.kit.cells import Role
from desktop.kit.chips import Way
from desktop.models.todays_lines import TodayColumn, TodaysLinesModel
from tests.desktop.gate.people import hold_of


def entry(no: int, name: str = "周文静", tenths: int | None = 365, voided: str | None = None) -> Entry:
    """A line of a day."""
    return Entry(
        312, 1, 10 + no, "2020-02-10", no, f"2020-02-10T08:{no:02d}:00.000+08:00", Direction.IN, False, "medical",
        None, name, "", tenths, "forehead", "ok", None, None, None, "passed", "", "op-1",
        "2020-02-10T09:00:00.000+08:00" if voided else None, voided,
    )  # fmt: skip


@pytest.fixture
def model(qtbot: QtBot, qtmodeltester: ModelTester) -> TodaysLinesModel:
    model = TodaysLinesModel()
    qtmodeltester.check(model)
    return model


def test_the_model_keeps_qts_rules_while_lines_come(model: TodaysLinesModel) -> None:
    model.set_lines([entry(2), entry(1)], True, 373)
    model.set_lines([entry(3), entry(2), entry(1)], True, 373)
    model.set_lines([entry(3), entry(2), entry(1, voided="记错")], True, 373)
    model.set_lines([], True, 373)
    model.set_lines([hold_of(1), entry(1)], True, 373)
    assert model.rowCount() == 2


def test_a_new_line_is_put_on_top_without_a_reset(model: TodaysLinesModel) -> None:
    model.set_lines([entry(1)], True, 373)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_lines([entry(2), entry(1)], True, 373)
    assert resets == []
    assert model.index(0, TodayColumn.NO).data() == "0002"


def test_older_lines_are_asked_for_once_when_someone_scrolls_down(qtbot: QtBot) -> None:
    model, top = TodaysLinesModel(), QModelIndex()
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    model.set_lines([entry(3), entry(2)], False, 373)
    assert model.canFetchMore(top)
    model.fetchMore(top)
    model.fetchMore(top)
    assert asked == [True]
    model.set_lines([entry(3), entry(2), entry(1)], True, 373)
    assert not model.canFetchMore(top)
    assert model.rowCount() == 3


def test_a_line_looks_as_what_it_is(model: TodaysLinesModel) -> None:
    model.set_lines([hold_of(1), entry(3, tenths=375), entry(2, voided="记错"), entry(1)], True, 373)
    looks = [model.index(row, 0).data(Role.ROW) for row in range(4)]
    assert [(look.fever, look.voided) for look in looks] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert model.index(0, TodayColumn.WAY).data(Role.WAY) == Way.HELD
    assert model.index(3, TodayColumn.WAY).data(Role.WAY) == Way.IN


def test_a_fevers_name_is_masked_and_others_are_not(model: TodaysLinesModel) -> None:
    model.set_lines([entry(2, "赵丽华", 378), entry(1, "周文静", 365)], True, 373)
    assert model.index(0, TodayColumn.NAME).data() == "赵*华"
    assert model.index(1, TodayColumn.NAME).data() == "周文静"


def test_the_newest_line_that_stands(model: TodaysLinesModel) -> None:
    model.set_lines([hold_of(1), entry(2, voided="记错"), entry(1)], True, 373)
    newest = model.newest()
    assert newest is not None and newest.no == 1
