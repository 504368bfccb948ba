"""Rush hour on the real page: what stands there while a temperature waits, and while a queue goes through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.books.pass_id import Book
from tests.desktop.gate.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(desk: Desk, book: str = "3", way: str = "+") -> None:
    """A queue, begun from the keys."""
    desk.press(Qt.Key.Key_Q, CONTROL)
    desk.keys(f"{book}{way}⏎")


def test_a_waiting_temperature_is_large_and_says_for_whom_and_how_long(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.keys("365⏎")
    assert desk.word == "36.5 °C, now scan"
    assert desk.page.scan.empty.accessibleDescription() == "For the next pass only, 20 s left"
    desk.clock.forward(seconds=8)
    desk.page.tick()
    assert desk.page.scan.empty.accessibleDescription() == "For the next pass only, 12 s left"
    desk.scan(digits)
    assert desk.crossings == [(1, "周文静", "in", 365)]
    assert (desk.kind, desk.word) == ("allow", "Let in")
    assert desk.sounds.words == ["36.5. Please go in"]


def test_a_temperature_that_no_scan_came_for_is_gone_and_that_is_said(desk: Desk) -> None:
    desk.keys("365⏎")
    desk.clock.forward(seconds=21)
    desk.page.tick()
    assert desk.note == "No scan came: 36.5 was dropped. Type it again"
    assert desk.word == "Ready for the next pass" or desk.word == "Make a first pass"


def test_a_queue_stands_where_the_lane_stood_and_counts(desk: Desk) -> None:
    cards = [desk.issue(name, Book.SUPPORT)[1] for name in ("甲", "乙", "丙")]
    stranger = desk.issue("丁", Book.OFFICIAL)[1]
    begin(desk)
    strip = desk.page.scan.top.queue
    assert strip.isVisible() and not desk.page.scan.top.lane.isVisible()
    assert strip.accessibleName() == "Queue in, Support, 0 passed"
    for card in cards:
        desk.scan(card)
        desk.keys("364")
    desk.scan(stranger)
    assert strip.accessibleName() == "Queue in, Support, 3 passed"
    assert (desk.kind, desk.sub) == ("attn", "Another book than the queue: Official")
    aside = desk.page.scan.side.aside.face()
    assert aside is not None and (aside.word, aside.number) == ("Let in", "0003")
    desk.keys("365⏎")
    desk.press(Qt.Key.Key_Q, CONTROL)
    assert desk.note == "Queue ended. 3 passed"
    assert desk.page.scan.top.lane.isVisible()
    assert [name for _, name, _, _ in desk.crossings] == ["甲", "乙", "丙", "丁"]
    assert QApplication.focusWidget() is desk.page


def test_a_voided_line_leaves_the_count(desk: Desk) -> None:
    _, digits = desk.issue("甲", Book.SUPPORT)
    begin(desk)
    desk.scan(digits)
    desk.keys("364⏎")
    desk.keys("9⏎1⏎")
    mode = desk.page.conductor.flow.mode
    assert mode is not None and not mode.passed
    assert desk.page.scan.top.queue.accessibleName() == "Queue in, Support, 0 passed"


def test_the_queue_offers_the_book_of_the_one_in_front_and_the_lanes_way(desk: Desk) -> None:
    _, digits = desk.issue("甲", Book.OFFICIAL)
    desk.set_rules(lane="out")
    desk.scan(digits)
    desk.press(Qt.Key.Key_Q, CONTROL)
    panel = desk.page.panels.queue
    assert panel is not None
    assert (panel.books.current(), panel.directions.current()) == ("official", "out")
    desk.keys("⎋")
    assert desk.page.conductor.flow.mode is None and desk.page.conductor.flow.front is not None


def test_a_fevers_name_is_masked_beside_the_next_one(desk: Desk) -> None:
    cards = [desk.issue(name, Book.SUPPORT)[1] for name in ("赵丽华", "乙")]
    begin(desk)
    for card in cards:
        desk.scan(card)
    desk.keys("378⏎")
    said = desk.page.scan.side.aside.accessibleName()
    assert "赵*华" in said and "赵丽华" not in said


def test_the_queues_strip_is_a_button_that_ends_it_and_takes_no_keys(desk: Desk) -> None:
    desk.issue("甲", Book.SUPPORT)
    begin(desk)
    strip = desk.page.scan.top.queue
    said = QAccessible.queryAccessibleInterface(strip)
    assert said is not None and said.role() == QAccessible.Role.Button
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.page.conductor.flow.mode is None
    assert QApplication.focusWidget() is desk.page
