"""Choosing one of a few by keyboard and by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.kit.checks import CheckBox
from desktop.kit.choices import FilterPills, Option, RadioCards, Segmented
from desktop.kit.pressing import leave_keys_to_page
from tests.desktop.kit.conftest import OnPage

WAYS = [Option("in", "In", "in"), Option("out", "Out", "out"), Option("auto", "Auto")]
Group = Segmented | FilterPills | RadioCards


@pytest.fixture
def shown(on_page: OnPage) -> Callable[[Group], Group]:
    def show(group: Group) -> Group:
        group.set_options(WAYS)
        on_page(group)
        return group

    return show


@pytest.mark.parametrize("kind", [Segmented, FilterPills, RadioCards])
def test_arrows_move_the_choice_and_say_so(
    qtbot: QtBot, shown: Callable[[Group], Group], kind: type[Group]
) -> None:
    group = shown(kind())
    group.choose("in")
    chosen: list[str] = []
    group.chosen.connect(chosen.append)
    group.button("in").setFocus()
    qtbot.keyClick(group.button("in"), Qt.Key.Key_Right)
    assert group.current() == "out"
    assert chosen == ["out"]


def test_choosing_by_code_tells_nobody_and_can_choose_nothing(
    qtbot: QtBot, shown: Callable[[Group], Group]
) -> None:
    group = shown(Segmented())
    chosen: list[str] = []
    group.chosen.connect(chosen.append)
    group.choose("out")
    assert group.current() == "out"
    group.choose(None)
    assert group.current() is None
    assert chosen == []


def test_a_click_chooses(qtbot: QtBot, shown: Callable[[Group], Group]) -> None:
    group = shown(Segmented())
    with qtbot.waitSignal(group.chosen) as told:
        qtbot.mouseClick(group.button("auto"), Qt.MouseButton.LeftButton)
    assert told.args == ["auto"]


def test_new_words_keep_the_choice(qtbot: QtBot, shown: Callable[[Group], Group]) -> None:
    group = shown(Segmented())
    group.choose("out")
    group.set_options([Option("in", "进"), Option("out", "出"), Option("auto", "自动")])
    assert group.current() == "out" and group.button("out").text() == "出"
    group.set_options([Option("out", "出"), Option("both", "都可以")])
    assert group.current() == "out"


def test_space_on_a_page_that_keeps_its_keys_chooses_nothing(
    qtbot: QtBot, shown: Callable[[Group], Group]
) -> None:
    group = shown(Segmented())
    group.choose("in")
    leave_keys_to_page(group)
    group.button("out").setFocus()
    group.choose("in")
    qtbot.keyClick(group.button("out"), Qt.Key.Key_Space)
    assert group.current() == "in"


def test_a_check_box_turns_with_space_and_anywhere_on_its_words(qtbot: QtBot) -> None:
    box = CheckBox("Keep unit and gate for the next card")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert not box.isChecked()
