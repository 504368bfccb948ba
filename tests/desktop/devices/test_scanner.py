"""A scanner types into the real window: real key events with their own time stamps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.devices.bursts import HOLD_MS
from desktop.devices.scanner import Scanner

HOME = "200312200001230011234567890123"
DISTRICT = "1" + "30719264850" * 19


class Typist:
    """Presses keys as the system hands them to the window, with stamps that only grow."""

    def __init__(self, window: QWidget) -> None:
        self.window: QObject = window.windowHandle()
        self.now = 50_000

    def press(self, char: str, gap: int = 8, repeat: bool = False) -> None:
        self.now += gap
        keys = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}
        key = keys.get(char, Qt.Key(ord(char)) if ord(char) < 128 else Qt.Key.Key_unknown)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char, repeat)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.window, event)

    def keys(self, text: str, gap: int = 8) -> None:
        for char in text:
            self.press(char, gap)

    def scan(self, digits: str = HOME, gap: int = 8, end: str = "\r") -> None:
        self.now += 400
        self.keys(digits + end, gap)


class Counting(QPushButton):
    """A button that counts its presses."""

    def __init__(self) -> None:
        super().__init__("button")
        self.presses = 0
        self.clicked.connect(self._count)

    def _count(self) -> None:
        self.presses += 1


class Fields(QWidget):
    """One of everything that can have the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.area, self.spin = QLineEdit(), QPlainTextEdit(), QSpinBox()
        self.combo, self.editable = QComboBox(), QComboBox()
        self.combo.addItems(["1 first", "2 second", "3 third"])
        self.editable.setEditable(True)
        self.editable.addItems(["2003", "9000"])
        self.table = QTableWidget(5, 2)
        self.button = Counting()
        self.default = Counting()
        self.default.setDefault(True)
        layout = QVBoxLayout(self)
        for widget in self.all():
            layout.addWidget(widget)

    def all(self) -> list[QWidget]:
        return [
            self.line, self.area, self.spin, self.combo, self.editable, self.table, self.button, self.default,
        ]  # fmt: skip

    def contents(self) -> tuple[object, ...]:
        return (
            self.line.text(), self.area.toPlainText(), self.spin.value(), self.combo.currentText(),
            self.editable.currentText(), self.table.currentRow(), self.button.presses, self.default.presses,
        )  # fmt: skip


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[Scanner]:
    scanner = Scanner(qapp)
    yield scanner
    scanner.close()
    scanner.deleteLater()


@pytest.fixture
def scans(scanner: Scanner) -> list[str]:
    found: list[str] = []
    scanner.scanned.connect(found.append)
    return found


@pytest.fixture
def fields(qtbot: QtBot) -> Fields:
    fields = Fields()
    qtbot.addWidget(fields)
    fields.show()
    fields.activateWindow()
    return fields


@pytest.fixture
def typist(fields: Fields) -> Typist:
    return Typist(fields)


@pytest.mark.parametrize("gap", [2, 8, 16, 30])
@pytest.mark.parametrize("place", range(8))
def test_a_scan_comes_out_whatever_has_the_focus_and_changes_nothing(
    place: int, gap: int, fields: Fields, typist: Typist, scans: list[str]
) -> None:
    fields.all()[place].setFocus()
    before = fields.contents()
    typist.scan(HOME, gap)
    typist.scan(DISTRICT, gap, "\t")
    QTest.qWait(HOLD_MS + 20)
    assert scans == [HOME, DISTRICT]
    assert fields.contents() == before
    assert QApplication.focusWidget() is fields.all()[place]


def test_a_scan_without_an_end_mark_ends_by_itself(
    fields: Fields, typist: Typist, scans: list[str], qtbot: QtBot
) -> None:
    fields.line.setFocus()
    typist.scan(end="")
    assert scans == []
    qtbot.waitUntil(lambda: scans == [HOME])
    assert fields.line.text() == ""


def test_a_hundred_scans_in_a_row(fields: Fields, typist: Typist, scans: list[str]) -> None:
    fields.line.setFocus()
    tokens = [f"2003122{number:07d}001{number:013d}" for number in range(100)]
    for token in tokens:
        typist.scan(token, 2)
    assert scans == tokens
    assert fields.line.text() == ""


def test_typed_digits_arrive_and_stay_in_order(
    fields: Fields, typist: Typist, scans: list[str], qtbot: QtBot
) -> None:
    fields.line.setFocus()
    typist.keys("36", 120)
    typist.scan()
    typist.press("5", 300)
    qtbot.waitUntil(lambda: fields.line.text() == "365")
    assert scans == [HOME]


def test_enter_after_a_typed_digit_comes_after_it(fields: Fields, typist: Typist, scans: list[str]) -> None:
    fields.line.setFocus()
    seen: list[str] = []
    fields.line.returnPressed.connect(lambda: seen.append(fields.line.text()))
    typist.keys("365\r", 20)
    assert seen == ["365"]
    assert scans == []


def test_space_after_a_typed_digit_comes_after_it(
    fields: Fields, typist: Typist, scans: list[str], scanner: Scanner
) -> None:
    fields.line.setFocus()
    typist.keys("7 8 ", 10)
    assert fields.line.text() == "7 8 "


def test_a_press_of_the_mouse_comes_after_what_was_typed(
    fields: Fields, typist: Typist, scanner: Scanner
) -> None:
    fields.line.setFocus()
    typist.press("4")
    place = fields.area.mapTo(fields, QPoint(5, 5))
    QTest.mousePress(fields.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert fields.line.text() == "4"
    assert fields.area.toPlainText() == ""


def test_a_shortcut_on_a_digit_or_on_enter_hears_nothing_of_a_scan(
    fields: Fields, typist: Typist, scans: list[str]
) -> None:
    heard: list[str] = []
    for keys in ("2", "0", "Return"):
        QShortcut(keys, fields).activated.connect(lambda keys=keys: heard.append(keys))
    fields.button.setFocus()
    for char in HOME:
        QTest.sendKeyEvent(
            QTest.KeyAction.Press,
            fields.windowHandle(),
            Qt.Key(ord(char)),
            char,
            Qt.KeyboardModifier.NoModifier,
            2,
        )
    QTest.sendKeyEvent(
        QTest.KeyAction.Press,
        fields.windowHandle(),
        Qt.Key.Key_Return,
        "\r",
        Qt.KeyboardModifier.NoModifier,
        2,
    )
    assert scans == [HOME]
    assert heard == []


def test_a_held_key_is_typing(fields: Fields, typist: Typist, scans: list[str]) -> None:
    """A key repeats every 33 ms, but not before a quarter of a second has gone by."""
    fields.line.setFocus()
    typist.press("3")
    QTest.qWait(HOLD_MS + 20)
    typist.now += 250
    for _ in range(30):
        typist.press("3", 33, repeat=True)
    assert scans == []
    assert fields.line.text() == "3" * 31


def test_equal_digits_of_a_quick_scanner_that_look_like_a_repeating_key_are_its_digits(
    fields: Fields, typist: Typist, scans: list[str]
) -> None:
    fields.line.setFocus()
    before = ""
    for digit in HOME:
        typist.press(digit, 1, repeat=digit == before)
        before = digit
    typist.keys("\r\r", 1)
    assert scans == [HOME]
    assert fields.line.text() == ""


def test_a_scan_reaches_through_a_dialog_and_types_nothing_into_it(
    fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    dialog = QDialog(fields)
    dialog.setModal(True)
    edit = QLineEdit(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    edit.setFocus()
    Typist(dialog).scan()
    assert scans == [HOME]
    assert edit.text() == ""
    assert dialog.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", r"raise\(\)", extend=True)
def test_a_scan_does_not_choose_from_an_open_list(fields: Fields, scans: list[str], qtbot: QtBot) -> None:
    fields.combo.setFocus()
    fields.combo.showPopup()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    Typist(popup).scan()
    assert scans == [HOME]
    assert fields.combo.currentText() == "1 first"
    fields.combo.hidePopup()


def commit(target: QObject, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QCoreApplication.sendEvent(target, event)


def test_what_an_input_method_makes_of_a_scan_is_a_scan(
    fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    fields.line.setFocus()
    for digit in HOME:
        commit(fields.line, chr(ord(digit) + 0xFEE0))
    qtbot.waitUntil(lambda: scans == [HOME])
    assert fields.line.text() == ""


def test_a_word_of_an_input_method_is_a_word(fields: Fields, scans: list[str], qtbot: QtBot) -> None:
    fields.line.setFocus()
    commit(fields.line, "周文静")
    commit(fields.line, "3 号楼 2")
    qtbot.waitUntil(lambda: fields.line.text() == "周文静3 号楼 2")
    assert scans == []


def test_digits_sent_to_a_widget_itself_are_held_back_too(
    fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    fields.line.setFocus()
    QTest.keyClicks(fields.line, HOME)
    QTest.keyClick(fields.line, Qt.Key.Key_Return)
    assert scans == [HOME]
    assert fields.line.text() == ""


def test_number_pad_keys_without_numlock_are_digits(fields: Fields, typist: Typist, scans: list[str]) -> None:
    pad = dict(
        zip(
            "0123456789",
            (
                Qt.Key.Key_Insert, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left,
                Qt.Key.Key_Clear, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_PageUp,
            ),
            strict=True,
        )
    )  # fmt: skip
    fields.table.setFocus()
    fields.table.setCurrentCell(2, 1)
    for digit in HOME:
        typist.now += 8
        event = QKeyEvent(QEvent.Type.KeyPress, pad[digit], Qt.KeyboardModifier.KeypadModifier, "")
        event.setTimestamp(typist.now)
        QCoreApplication.sendEvent(typist.window, event)
    typist.press("\r")
    assert scans == [HOME]
    assert (fields.table.currentRow(), fields.table.currentColumn()) == (2, 1)


def test_closing_hands_on_what_was_held(fields: Fields, typist: Typist, scanner: Scanner) -> None:
    fields.line.setFocus()
    typist.press("3")
    scanner.close()
    assert fields.line.text() == "3"
