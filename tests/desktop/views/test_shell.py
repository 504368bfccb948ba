"""The window's frame: pages by key, a panel beside them, another language while it runs, little room."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.books.pass_id import Book
from desktop.kit.cards import SidePanel
from desktop.kit.density import Room, density
from desktop.kit.paint import in_two, text_width
from desktop.kit.retranslating import Retranslating
from desktop.kit.strips import CountersStrip, Counts
from desktop.kit.theme import Theme, apply_theme, sized_font
from desktop.language import current_language, install_language
from desktop.views.shell import Page, Shell


class Sheet(Retranslating, QWidget):
    """A page with one editor, which gets the keyboard, and one word."""

    def __init__(self) -> None:
        super().__init__()
        self.editor = QLineEdit()
        self.word = QLabel()
        column = QVBoxLayout(self)
        column.addWidget(self.editor)
        column.addWidget(self.word)
        self.setFocusProxy(self.editor)
        self.retranslate()

    def retranslate(self) -> None:
        self.word.setText(current_language())


def title(chinese: str, english: str) -> str:
    return chinese if current_language() == "zh" else english


@pytest.fixture
def shell(qtbot: QtBot, qapp: object) -> Iterator[Shell]:
    install_language("en")
    apply_theme(qapp, Theme())  # type: ignore[arg-type]
    window = Shell(
        [
            Page("gate", "gate", lambda: title("门岗", "Gate"), Sheet(), bottom=CountersStrip()),
            Page("passes", "pass", lambda: title("通行证", "Passes"), Sheet()),
            Page("settings", "gear", lambda: title("设置", "Settings"), Sheet(), at_foot=True),
        ]
    )
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    yield window
    install_language("en")


def page_of(shell: Shell, key: str) -> Sheet:
    widget = shell.widget_of(key)
    assert isinstance(widget, Sheet)
    return widget


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_pages_are_reached_by_number_and_get_the_keyboard(
    qtbot: QtBot, shell: Shell, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_2, modifier)
    assert shell.page() == "passes"
    assert page_of(shell, "passes").editor.hasFocus()
    assert shell.rail.buttons["passes"].isChecked() and not shell.rail.buttons["gate"].isChecked()
    qtbot.keyClick(shell, Qt.Key.Key_1, modifier)
    assert shell.page() == "gate"


def test_a_press_on_the_rail_shows_the_page(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.page_shown) as told:
        qtbot.mouseClick(shell.rail.buttons["settings"], Qt.MouseButton.LeftButton)
    assert told.args == ["settings"]


def test_the_counters_stand_under_the_gate_page_only(shell: Shell) -> None:
    strip = shell.findChild(CountersStrip)
    assert strip is not None and strip.isVisible()
    shell.show_page("passes")
    assert not strip.isVisible()


def test_another_language_reaches_rail_and_pages_while_the_window_is_open(qtbot: QtBot, shell: Shell) -> None:
    assert shell.rail.buttons["gate"].text() == "Gate"
    install_language("zh")
    qtbot.waitUntil(lambda: shell.rail.buttons["gate"].text() == "门岗")
    assert [page_of(shell, key).word.text() for key in ("gate", "passes", "settings")] == ["zh"] * 3
    assert shell.top.product() == "门岗册"


def test_a_side_panel_stands_beside_the_page_and_goes_with_it_to_the_next(qtbot: QtBot, shell: Shell) -> None:
    panel = SidePanel("usb")
    panel.set_title("Export", "Close")
    shell.open_side(panel)
    qtbot.waitUntil(lambda: panel.isVisible())
    page = page_of(shell, "gate")
    qtbot.waitUntil(lambda: page.width() < 1000)
    page_right = page.mapTo(shell, page.rect().topRight()).x()
    assert panel.mapTo(shell, panel.rect().topLeft()).x() > page_right
    assert page.editor.hasFocus()
    shell.show_page("passes")
    assert panel.isVisible()
    shell.close_side()
    assert shell.side() is None and panel.parent() is None


def test_a_page_may_give_the_panel_a_place_of_its_own(qtbot: QtBot, shell: Shell) -> None:
    page = page_of(shell, "gate")
    taken: list[QWidget] = []

    def take(panel: QWidget) -> bool:
        taken.append(panel)
        layout = page.layout()
        assert layout is not None
        layout.addWidget(panel)
        return True

    page.take_side_panel = take  # type: ignore[attr-defined]
    page.give_back_side_panel = taken.remove  # type: ignore[attr-defined]
    panel = SidePanel("usb")
    shell.open_side(panel)
    assert taken == [panel] and page.isAncestorOf(panel)
    shell.show_page("passes")
    assert taken == [] and not page.isAncestorOf(panel) and panel.isVisible()


def test_a_cover_hides_everything_and_keys_do_not_reach_past_it(qtbot: QtBot, shell: Shell) -> None:
    cover = Sheet()
    shell.set_cover(cover)
    assert cover.isVisible() and not shell.rail.isVisible()
    qtbot.keyClick(cover, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    shell.set_cover(None)
    assert shell.page() == "gate" and shell.rail.isVisible()
    assert page_of(shell, "gate").editor.hasFocus()


@pytest.mark.parametrize(
    ("width", "height", "level", "narrow"),
    [
        (1366, 768, Room.FULL, False),
        (1366, 697, Room.COMPACT, False),
        (1093, 558, Room.TIGHT, True),
        (1920, 1040, Room.FULL, False),
    ],
)
def test_pages_are_told_how_much_room_there_is(
    shell: Shell, width: int, height: int, level: Room, narrow: bool
) -> None:
    shell.resize(width, height)
    assert (shell.width(), shell.height()) == (width, height)
    assert (density().level, density().narrow) == (level, narrow)


def test_every_button_of_the_rail_is_on_a_small_screen(shell: Shell) -> None:
    shell.resize(1093, 558)
    for button in shell.rail.buttons.values():
        low = button.mapTo(shell, button.rect().bottomLeft()).y()
        assert button.isVisible() and low <= 558


def test_a_badge_is_said_too(shell: Shell) -> None:
    shell.set_badge("passes", "37")
    assert shell.rail.buttons["passes"].accessibleDescription() == "37"


def test_the_top_strip_says_gate_practice_date_and_time(shell: Shell) -> None:
    shell.top.set_gate("1 号门·东门")
    shell.top.set_practice(True)
    shell.top.set_now(datetime.datetime(2026, 3, 18, 8, 42))
    assert shell.top.accessibleName() == "Gatebook, 1 号门·东门, Practice, Wed 18 Mar, 08:42"
    install_language("zh")
    shell.top.set_now(datetime.datetime(2026, 3, 18, 8, 43))
    assert "3 月 18 日 周三" in shell.top.accessibleName()


def test_the_operator_can_be_changed_from_the_top_strip(qtbot: QtBot, shell: Shell) -> None:
    shell.top.set_operator("李秀兰", "since 06:00")
    button = next(b for b in shell.top.findChildren(QWidget) if b.accessibleDescription() == "since 06:00")
    with qtbot.waitSignal(shell.top.operator_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_long_name_of_the_gate_leaves_room_for_who_is_on_duty(shell: Shell) -> None:
    shell.resize(1093, 558)
    shell.top.set_now(datetime.datetime(2026, 3, 18, 8, 42))
    long = "Spring Garden phase two, north underground car park, pedestrian gate 3"
    shell.top.set_operator("Li Xiulan")
    shell.top.set_gate(long)
    button = next(b for b in shell.top.findChildren(QPushButton) if b.text() == "Li Xiulan")
    assert button.width() >= button.sizeHint().width()
    assert button.geometry().right() < shell.top.width() - 180, "date and time stand there"
    assert shell.top.toolTip() == long
    shell.top.set_gate("East")
    assert shell.top.toolTip() == ""


def test_a_long_name_is_broken_between_its_parts() -> None:
    face = sized_font(20, True)
    first, rest = in_two("Abdulrahman Muhammetjan Turghun", face, text_width("Abdulrahman Muha", face))
    assert (first, rest) == ("Abdulrahman", "Muhammetjan Turghun")
    assert (
        "".join(in_two("买买提江阿卜杜热合曼", face, text_width("买买提江阿卜", face)))
        == "买买提江阿卜杜热合曼"
    )


def test_counters_add_up_and_are_said(shell: Shell) -> None:
    strip = shell.findChild(CountersStrip)
    assert strip is not None
    strip.set_counts({Book.OFFICIAL: Counts(31, 24, 16), Book.MEDICAL: Counts(46, 41, 43)}, fevers=1)
    strip.set_unexported(37)
    assert strip.total() == Counts(77, 65, 59)
    assert strip.accessibleName() == (
        "Official: in 31, out 24, inside 16; Medical: in 46, out 41, inside 43; Support: in 0, out 0, inside 0; "
        "1 fever; 37 lines not exported"
    )


def test_closing_can_be_held_back(qtbot: QtBot, shell: Shell) -> None:
    shell.hold_close = True
    with qtbot.waitSignal(shell.close_asked):
        shell.close()
    assert shell.isVisible()
