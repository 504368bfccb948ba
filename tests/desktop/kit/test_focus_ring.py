"""One ring, 3 px wide, 2 px away from what has the keyboard, wherever that is."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.buttons import Button
from desktop.kit.fields import TextField
from desktop.kit.focus_ring import focus_ring
from desktop.kit.layouts import scrolling
from desktop.kit.theme import LIGHT


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(400, 240)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def page_with_two_buttons(qtbot: QtBot) -> tuple[QWidget, Button, Button]:
    page = QWidget()
    page.setAutoFillBackground(True)
    first, second = Button("One", parent=page), Button("Two", parent=page)
    first.setGeometry(40, 40, 120, 44)
    second.setGeometry(40, 140, 120, 44)
    show(qtbot, page)
    return page, first, second


def test_the_ring_is_three_pixels_two_away_from_the_focused_button(qtbot: QtBot) -> None:
    page, first, _ = page_with_two_buttons(qtbot)
    first.setFocus()
    image = page.grab().toImage()
    left, middle = 40, 62
    assert [colour(image, left - away, middle) for away in (3, 4, 5)] == [LIGHT.accent_fg] * 3
    assert [colour(image, left - away, middle) for away in (1, 2, 6)] == [LIGHT.bg] * 3


def test_there_is_one_ring_and_it_goes_where_the_focus_goes(qtbot: QtBot) -> None:
    page, first, second = page_with_two_buttons(qtbot)
    first.setFocus()
    second.setFocus()
    image = page.grab().toImage()
    assert colour(image, 36, 62) == LIGHT.bg
    assert colour(image, 36, 162) == LIGHT.accent_fg


def test_the_ring_follows_a_button_that_moves(qtbot: QtBot) -> None:
    page, first, _ = page_with_two_buttons(qtbot)
    first.setFocus()
    first.move(200, 40)
    assert colour(page.grab().toImage(), 196, 62) == LIGHT.accent_fg


def test_the_ring_goes_round_the_frame_of_a_field_and_not_round_its_editor(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 20, 20, 20)
    field = TextField("Name")
    column.addWidget(field)
    show(qtbot, page)
    field.focus_editor()
    frame = field.frame.geometry().translated(field.pos())
    assert focus_ring().geometry() == frame.adjusted(-5, -5, 5, 5)


def test_the_ring_scrolls_away_with_what_it_is_round(qtbot: QtBot) -> None:
    content = QWidget()
    content.setMinimumSize(300, 1000)
    button = Button("One", parent=content)
    button.setGeometry(20, 100, 120, 44)
    area = scrolling(content)
    show(qtbot, area)
    button.setFocus()
    before = focus_ring().pos()
    area.verticalScrollBar().setValue(60)
    assert focus_ring().parentWidget() is area.viewport()
    assert focus_ring().pos() == before - QPoint(0, 60)


def test_the_ring_outlives_the_window_that_had_it(qtbot: QtBot) -> None:
    first = QWidget()
    button = Button("One", parent=first)
    show(qtbot, first)
    button.setFocus()
    first.deleteLater()
    qtbot.waitUntil(lambda: focus_ring() is not None)
    page, other, _ = page_with_two_buttons(qtbot)
    other.setFocus()
    assert colour(page.grab().toImage(), 36, 62) == LIGHT.accent_fg


def test_a_page_that_holds_the_focus_itself_has_no_ring(qtbot: QtBot) -> None:
    page, first, _ = page_with_two_buttons(qtbot)
    first.setFocus()
    page.setFocus()
    assert not focus_ring().isVisible()
