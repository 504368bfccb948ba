"""A scanner types into the gate page: real key events with their own time stamps, the focus in every field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.devices.bursts import HOLD_MS
from desktop.devices.scanner import Scanner
from desktop.views.gate.wishes import Panel
from tests.desktop.gate.desk import Desk


class Hands:
    """A scanner and a hand at one keyboard."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.now = desk, 70_000
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.scanner = Scanner(application)
        self.scanner.scanned.connect(desk.page.take_scan)

    def press(self, char: str, gap: int) -> None:
        self.now += gap
        key = {"\r": Qt.Key.Key_Return}.get(char, Qt.Key(ord(char)))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.desk.page.windowHandle(), event)

    def scan(self, digits: str, gap: int = 8) -> None:
        self.desk.clock.forward(seconds=5)
        self.now += 500
        for char in digits + "\r":
            self.press(char, gap)
        self.desk.settle()

    def type(self, keys: str) -> None:
        for char in keys:
            self.press(char, 140)
            QTest.qWait(HOLD_MS + 8)
        self.desk.settle()


@pytest.fixture
def hands(desk: Desk) -> Iterator[Hands]:
    hands = Hands(desk)
    yield hands
    hands.scanner.close()
    hands.scanner.deleteLater()


def stops(desk: Desk) -> dict[str, QWidget]:
    """Everything on the page that can have the keyboard, with its panel open."""
    desk.page.open_panel(Panel.WITHOUT_CARD)
    guest = desk.page.panels.guest
    assert guest is not None
    desk.page.scan.side.clock.setVisible(True)
    return {
        "page": desk.page,
        "search": desk.page.scan.top.search.edit,
        "list": desk.page.scan.side.table,
        "name": guest.name.edit,
        "phone": guest.phone.edit,
        "home": guest.home.edit,
        "reason": guest.reason.edit,
        "date": desk.page.scan.side.clock.day.edit,
        "time": desk.page.scan.side.clock.time.edit,
    }


PLACES = ["page", "search", "list", "name", "phone", "home", "reason", "date", "time"]


@pytest.mark.parametrize("place", PLACES)
def test_a_scan_lands_at_the_gate_and_in_no_field(place: str, desk: Desk, hands: Hands) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    found = stops(desk)
    found[place].setFocus()
    for gap in (2, 16):
        hands.scan(digits, gap)
    front = desk.page.conductor.flow.front
    assert front is not None and front.name == "周文静"
    texts = {name: widget.text() for name, widget in found.items() if hasattr(widget, "text")}
    assert set(texts.values()) == {""}
    assert desk.field == ""
    assert desk.crossings == []


def test_a_scan_in_the_middle_of_a_temperature_takes_nothing_away(desk: Desk, hands: Hands) -> None:
    first, second = desk.issue("甲")[1], desk.issue("乙")[1]
    desk.set_rules(lane="in")
    hands.scan(first)
    hands.type("36")
    hands.scan(second, gap=2)
    assert desk.field == "36"
    hands.type("5\r")
    assert desk.crossings == [(1, "甲", "in", 365)]
    front = desk.page.conductor.flow.front
    assert front is not None and front.name == "乙"


def test_typing_in_a_form_goes_on_where_it_was(desk: Desk, hands: Hands) -> None:
    _, digits = desk.issue()
    found = stops(desk)
    found["home"].setFocus()
    hands.type("19-")
    hands.scan(digits)
    hands.type("204")
    assert desk.page.panels.guest is not None
    assert desk.page.panels.guest.home.text() == "19-204"


def test_fifty_people_at_the_scanners_speed(desk: Desk, hands: Hands) -> None:
    desk.set_rules(lane="in", temp_in=False)
    cards = [desk.issue(f"人{number}")[1] for number in range(50)]
    for card in cards:
        hands.scan(card, 2)
    assert [name for _, name, _, _ in desk.crossings] == [f"人{number}" for number in range(50)]


def test_a_scan_while_a_reason_is_asked_for_closes_the_question(desk: Desk, hands: Hands) -> None:
    first, second = desk.issue("甲")[1], desk.issue("乙")[1]
    desk.set_rules(lane="in")
    hands.scan(first)
    hands.type("365\r")
    desk.press(Qt.Key.Key_F9)
    assert desk.page.scan.side.panel is not None
    hands.scan(second)
    assert desk.page.scan.side.panel is None
    hands.type("366\r")
    assert desk.crossings == [(1, "甲", "in", 365), (2, "乙", "in", 366)]
