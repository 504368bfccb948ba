"""A scanner types into the real window: real key events with their own time stamps."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QMenu,
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
PAD = (
    Qt.Key.Key_Insert, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left,
    Qt.Key.Key_Clear, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_PageUp,
)  # fmt: skip
"""What the keys of the number pad are while NumLock is off, from 0 to 9."""


class Typist:
    """Presses keys as the system hands them to the window, with stamps that only grow."""

    def __init__(self, window: QWidget) -> None:
        self.window: QObject = window.windowHandle()
        self.now = 50_000

    def press(
        self,
        char: str,
        gap: int = 8,
        repeat: bool = False,
        *,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        code: int = 0,
    ) -> None:
        self.now += gap
        keys = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}
        key = keys.get(char, Qt.Key(ord(char)) if 32 < ord(char) < 128 else Qt.Key.Key_unknown)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.send(kind, key, char, repeat, modifiers=modifiers, code=code)

    def send(
        self,
        kind: QEvent.Type,
        key: Qt.Key,
        char: str = "",
        repeat: bool = False,
        *,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        code: int = 0,
    ) -> None:
        event = QKeyEvent(kind, key, modifiers, code, 0, 0, char, repeat)
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
    fields.table.setFocus()
    fields.table.setCurrentCell(2, 1)
    for digit in HOME:
        typist.now += 8
        event = QKeyEvent(QEvent.Type.KeyPress, PAD[int(digit)], Qt.KeyboardModifier.KeypadModifier, "")
        event.setTimestamp(typist.now)
        QCoreApplication.sendEvent(typist.window, event)
    typist.press("\r")
    assert scans == [HOME]
    assert (fields.table.currentRow(), fields.table.currentColumn()) == (2, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers of keys are the system's own")
@pytest.mark.parametrize("row", [")!@#$%^&*(", "à&é\"'(-è_ç"], ids=["shifted", "french"])
def test_another_layout_or_shift_makes_no_other_digits(
    row: str, fields: Fields, typist: Typist, scans: list[str]
) -> None:
    """Scanners press the keys of an American keyboard; with Caps Lock on some hold Shift down."""
    fields.line.setFocus()
    for digit in HOME:
        typist.press(row[int(digit)], 16, code=19 if digit == "0" else 9 + int(digit))
    typist.press("\r", 16)
    assert scans == [HOME]
    assert fields.line.text() == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the numbers of keys are the system's own")
def test_signs_of_the_digit_keys_are_typed_as_signs(fields: Fields, typist: Typist, scans: list[str]) -> None:
    fields.line.setFocus()
    for digit, sign in ((1, "!"), (2, "@"), (3, "#")):
        typist.press(sign, 12, code=9 + digit)
    typist.press("\r")
    assert fields.line.text() == "!@#"
    assert scans == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes characters of these numbers itself")
@pytest.mark.parametrize("numlock", [True, False])
@pytest.mark.parametrize("end", ["", "013"])
def test_a_scanner_that_types_numbers_with_alt_turns_no_page(
    end: str, numlock: bool, fields: Fields, typist: Typist, scans: list[str], qtbot: QtBot
) -> None:
    turned: list[int] = []
    QShortcut("Alt+5", fields).activated.connect(lambda: turned.append(5))
    fields.line.setFocus()
    alt, pad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
    for number in [f"0{ord(digit)}" for digit in HOME] + [end]:
        typist.now += 12
        typist.send(QEvent.Type.KeyPress, Qt.Key.Key_Alt)
        for figure in number:
            typist.now += 12
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key(ord(figure)) if numlock else PAD[int(figure)]
                typist.send(kind, key, figure if numlock else "", modifiers=alt | pad)
        typist.now += 12
        typist.send(QEvent.Type.KeyRelease, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: scans == [HOME])
    assert fields.line.text() == ""
    assert turned == []


@pytest.mark.parametrize("end", [" ", "\r", "\t"])
@pytest.mark.parametrize("gap", [1, 30])
def test_no_end_mark_presses_what_has_the_keyboard(
    end: str, gap: int, fields: Fields, typist: Typist, scans: list[str]
) -> None:
    fields.button.setFocus()
    typist.scan(gap=gap, end=end)
    assert scans == [HOME]
    assert fields.button.presses == fields.default.presses == 0
    assert fields.button.hasFocus()


def test_signs_of_control_round_a_scan_are_no_commands(
    fields: Fields, typist: Typist, scans: list[str], scanner: Scanner
) -> None:
    """Start and end of text come as Ctrl+B and Ctrl+C."""
    fields.line.setText("周文静")
    fields.line.selectAll()
    fields.line.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.clipboard().setText("before")
    typist.press("\x02", modifiers=control)
    typist.keys(HOME)
    typist.send(QEvent.Type.KeyPress, Qt.Key.Key_C, "\x03", modifiers=control)
    assert scans == [HOME]
    assert QApplication.clipboard().text() == "before"
    assert fields.line.text() == "周文静"


def test_two_scanners_at_once_type_nothing(
    fields: Fields, typist: Typist, scans: list[str], qtbot: QtBot
) -> None:
    fields.line.setFocus()
    other = "200312100000450019876543210987"
    mixed = (
        HOME[:7] + "".join(a + b for a, b in zip(HOME[7:], other, strict=False)) + "\r" + other[23:] + "\r"
    )
    typist.keys(mixed, 4)
    qtbot.waitUntil(lambda: len(scans) == 1)
    assert sorted(scans[0]) == sorted(HOME + other)
    assert fields.line.text() == ""
    assert fields.default.presses == 0


def test_keys_that_come_in_a_lump_after_a_hold_up_are_told_apart_by_their_stamps(
    fields: Fields, typist: Typist, scans: list[str], qtbot: QtBot
) -> None:
    """The window was busy: a scan and what was typed after it lie in the queue together."""
    fields.line.setFocus()
    typist.press("3", 200)
    stamps = [(digit, 9) for digit in HOME + "\r"] + [("6", 300), ("5", 180)]
    for char, gap in stamps:
        typist.now += gap
        key = Qt.Key.Key_Return if char == "\r" else Qt.Key(ord(char))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char)
            event.setTimestamp(typist.now)
            QCoreApplication.postEvent(typist.window, event)
    busy = QElapsedTimer()
    busy.start()
    while busy.elapsed() < HOLD_MS * 2:
        pass
    qtbot.waitUntil(lambda: fields.line.text() == "365")
    assert scans == [HOME]


def test_the_first_digits_of_a_scan_that_was_held_up_are_taken_back(
    fields: Fields, typist: Typist, scans: list[str], qtbot: QtBot
) -> None:
    """The machine was so busy that they counted as typed."""
    fields.line.setText("周")
    fields.line.setFocus()
    typist.keys(HOME[:2], 30)
    qtbot.waitUntil(lambda: fields.line.text() == "周" + HOME[:2])
    typist.press(HOME[2], 120)
    typist.keys(HOME[3:] + "\r", 30)
    assert scans == [HOME]
    assert fields.line.text() == "周"


@pytest.mark.qt_log_ignore("grabbing the keyboard", r"raise\(\)", "propagateSizeHints", extend=True)
def test_a_scan_goes_past_a_menu_a_calendar_and_the_editor_of_a_cell(
    fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    menu = QMenu(fields)
    menu.addAction("2 second")
    menu.popup(fields.mapToGlobal(QPoint(0, 0)))
    Typist(menu).scan(end=" ")
    assert scans == [HOME]
    menu.close()
    fields.table.setFocus()
    fields.table.setCurrentCell(1, 1)
    fields.table.edit(fields.table.currentIndex())
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    Typist(fields).scan()
    assert scans == [HOME] * 2
    assert editor.text() == ""
    assert QApplication.focusWidget() is editor
    fields.table.closePersistentEditor(fields.table.currentItem())
    day = QDateEdit(fields)
    day.setCalendarPopup(True)
    day.show()
    day.setFocus()
    before = day.date()
    Typist(fields).scan(end="\t")
    assert scans == [HOME] * 3
    assert day.date() == before
    assert QApplication.focusWidget() is day


def compose(target: QObject, words: str) -> None:
    QCoreApplication.sendEvent(target, QInputMethodEvent(words, []))


@pytest.mark.parametrize("committed", [True, False])
def test_digits_that_an_input_method_collects_are_a_scan(
    committed: bool, fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    """Some show what is written under the cursor first, and put it into the field on Enter only."""
    fields.line.setText("周")
    fields.line.setFocus()
    for count in range(len(HOME)):
        compose(fields.line, HOME[: count + 1])
    if committed:
        commit(fields.line, HOME)
    qtbot.waitUntil(lambda: scans == [HOME])
    assert fields.line.text() == fields.line.displayText() == "周"
    if not committed:
        commit(fields.line, HOME)
    assert fields.line.text() == "周"
    assert scans == [HOME]


def test_a_word_that_is_being_written_is_left_to_be_written(
    fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    fields.line.setFocus()
    for word in ("z", "zh", "zhou"):
        compose(fields.line, word)
    commit(fields.line, "周")
    commit(fields.line, "wang")
    assert fields.line.text() == "周wang"
    assert scans == []


def test_a_scan_that_begins_with_a_choice_of_words_is_still_a_scan(
    fields: Fields, scans: list[str], qtbot: QtBot
) -> None:
    """The method offers words: the scan's first digit, always a 2, chooses the second of them."""
    fields.line.setFocus()
    compose(fields.line, "zhou")
    commit(fields.line, "州")
    Typist(fields).keys(HOME[1:] + "\r")
    assert scans == [HOME]
    assert fields.line.text() == "州"


def test_closing_hands_on_what_was_held(fields: Fields, typist: Typist, scanner: Scanner) -> None:
    fields.line.setFocus()
    typist.press("3")
    scanner.close()
    assert fields.line.text() == "3"
