"""Who may press a button, and when it takes no press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.icons import NAMES, icon_pixmap, outline_paths
from desktop.kit.pressing import leave_keys_to_page


class Pressed:
    """Counts presses."""

    def __init__(self, button: Button) -> None:
        self.times = 0
        button.clicked.connect(self._count)

    def _count(self) -> None:
        self.times += 1


class KeyPage(QWidget):
    """A page that notes the keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_the_focused_button(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    pressed = Pressed(button)
    qtbot.keyClick(button, key)
    assert pressed.times == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_on_a_page_that_keeps_its_keys_they_press_nothing_and_reach_the_page(
    qtbot: QtBot, key: Qt.Key
) -> None:
    page = KeyPage()
    qtbot.addWidget(page)
    inner = QWidget(page)
    button = Button("Print", parent=inner)
    leave_keys_to_page(page)
    pressed = Pressed(button)
    qtbot.keyClick(button, key)
    assert pressed.times == 0
    assert page.keys == [key]


def test_one_button_can_leave_space_alone(qtbot: QtBot) -> None:
    button = Button("Print")
    button.space_presses = False
    qtbot.addWidget(button)
    pressed = Pressed(button)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed.times == 1


def test_a_held_enter_presses_once(qtbot: QtBot) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    pressed = Pressed(button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(button, held)
    assert pressed.times == 1


def test_a_busy_button_takes_no_press_until_its_work_ends(qtbot: QtBot) -> None:
    button = Button("Export", ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    pressed = Pressed(button)
    button.set_busy(True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    button.click()
    assert pressed.times == 0
    button.set_busy(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed.times == 1


def test_a_button_is_wide_enough_for_icon_words_and_key(qtbot: QtBot) -> None:
    plain, full = Button("Save and print"), Button("Save and print", icon="print", key="F12")
    qtbot.addWidget(plain)
    qtbot.addWidget(full)
    # 20 px of icon with 8 px of gap, then a cap of at least 24 px after 10 px.
    assert full.sizeHint().width() - plain.sizeHint().width() >= 62
    assert plain.sizeHint().height() == 44


def test_an_icon_button_says_its_name(qtbot: QtBot) -> None:
    button = IconButton("x", "Close")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Close", "Close")
    assert button.sizeHint().width() == button.sizeHint().height() == 40


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_lies_inside_its_grid_and_is_not_empty(qapp: QApplication, name: str) -> None:
    lines, dots = outline_paths(name)
    bounds = lines.boundingRect().united(dots.boundingRect())
    assert bounds.left() >= 1 and bounds.top() >= 1 and bounds.right() <= 23.1 and bounds.bottom() <= 23.1
    image = icon_pixmap(name, 24, "#000000").toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))
    assert inked >= 12


def test_an_unknown_icon_is_a_mistake_in_the_program(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        outline_paths("no such icon")
