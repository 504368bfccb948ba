"""Errors appear where they arise and say what to do; dates are read however people write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.date_field import DateField, parse_date
from desktop.kit.fields import TextField, first_with_error
from desktop.kit.more_fields import ComboField, SearchField, TextArea
from tests.desktop.kit.conftest import OnPage

TODAY = datetime.date(2020, 2, 10)


def digits_only(text: str) -> str:
    return "" if text.isdigit() else "Digits only"


def test_a_field_is_checked_on_leaving_and_not_while_typing(qtbot: QtBot, on_page: OnPage) -> None:
    number, other = TextField("Number"), TextField("Name")
    number.add_check(digits_only)
    on_page(number, other)
    number.focus_editor()
    qtbot.keyClicks(number.edit, "12a")
    assert not number.has_error()
    other.focus_editor()
    assert number.has_error() and number.message() == "Digits only"


def test_mending_the_text_takes_the_error_away_at_once(qtbot: QtBot, on_page: OnPage) -> None:
    number = TextField("Number")
    number.add_check(digits_only)
    on_page(number)
    number.set_text("12a")
    assert number.recheck() is False
    qtbot.keyClick(number.edit, Qt.Key.Key_Backspace)
    assert not number.has_error() and number.message() == ""
    assert number.recheck() is True


def test_an_empty_field_is_not_scolded_on_leaving_but_stops_a_submit(qtbot: QtBot, on_page: OnPage) -> None:
    name, other = TextField("Name"), TextField("Phone")
    name.add_check(lambda text: "" if text else "Write the name")
    on_page(name, other)
    name.focus_editor()
    other.focus_editor()
    assert not name.has_error()
    assert name.recheck() is False
    assert first_with_error([other, name]) is name


def test_an_error_set_by_the_page_stands_until_the_text_changes(qtbot: QtBot, on_page: OnPage) -> None:
    name, other = TextField("Name"), TextField("Phone")
    on_page(name, other)
    name.set_text("周文静")
    name.set_error("This person has a pass in this book")
    name.focus_editor()
    other.focus_editor()
    assert name.message() == "This person has a pass in this book"
    qtbot.keyClick(name.edit, Qt.Key.Key_Backspace)
    assert not name.has_error()


def test_nothing_jumps_when_a_message_appears(qtbot: QtBot, on_page: OnPage) -> None:
    name, other = TextField("Name"), TextField("Phone")
    on_page(name, other)
    before = other.pos()
    name.set_error("Write the name")
    assert other.pos() == before


def test_a_screen_reader_hears_label_and_error(qtbot: QtBot) -> None:
    name = TextField("Name")
    qtbot.addWidget(name)
    name.set_error("Write the name")
    assert (name.edit.accessibleName(), name.edit.accessibleDescription()) == ("Name", "Write the name")


def test_input_methods_are_off_where_digits_are_typed(qtbot: QtBot) -> None:
    name, number = TextField("Name"), TextField("Number", input_method=False)
    qtbot.addWidget(name)
    qtbot.addWidget(number)
    assert name.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not number.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_secret_is_hidden_until_its_eye_is_pressed(qtbot: QtBot, on_page: OnPage) -> None:
    secret = TextField("Passphrase", secret=True)
    secret.name_eye("Show")
    on_page(secret)
    secret.set_text("correct horse")
    assert secret.edit.displayText() != "correct horse"
    eye = next(child for child in secret.findChildren(QWidget) if child.accessibleName() == "Show")
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert secret.edit.displayText() == "correct horse"


def test_tab_leads_from_a_passphrase_to_its_repetition_past_the_eye(qtbot: QtBot, on_page: OnPage) -> None:
    first, again = TextField("Passphrase", secret=True), TextField("Once more", secret=True)
    on_page(first, again)
    first.edit.setFocus()
    qtbot.keyClick(first.edit, Qt.Key.Key_Tab)
    assert again.edit.hasFocus()


def test_down_in_a_search_goes_to_the_rows_and_escape_empties_it(qtbot: QtBot, on_page: OnPage) -> None:
    search = SearchField()
    on_page(search)
    search.set_text("zwj")
    with qtbot.waitSignal(search.left_by_down):
        qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.cleared):
        qtbot.keyClick(search.edit, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_combo_keeps_its_choice_when_its_words_change(qtbot: QtBot) -> None:
    unit = ComboField("Unit")
    qtbot.addWidget(unit)
    unit.set_choices([("a", "Hospital"), ("b", "Market")])
    unit.choose("b")
    unit.set_choices([("a", "医院"), ("b", "超市")])
    assert (unit.key(), unit.text()) == ("b", "超市")


def test_an_editable_combo_takes_what_is_in_no_list(qtbot: QtBot) -> None:
    unit = ComboField("Unit", editable=True)
    qtbot.addWidget(unit)
    unit.set_choices([("a", "Hospital")])
    unit.set_text("Post office")
    assert (unit.key(), unit.text()) == (None, "Post office")


def test_tab_leaves_a_text_area(qtbot: QtBot, on_page: OnPage) -> None:
    note, other = TextArea("Note"), TextField("Name")
    on_page(note, other)
    note.focus_editor()
    qtbot.keyClick(note.edit, Qt.Key.Key_Tab)
    assert other.edit.hasFocus()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-05-30", (2026, 5, 30)),
        ("2026/5/30", (2026, 5, 30)),
        ("2026.5.3", (2026, 5, 3)),
        ("2026年5月30日", (2026, 5, 30)),
        ("20260530", (2026, 5, 30)),
        ("26-5-30", (2026, 5, 30)),
        ("２０２６－０５－３０", (2026, 5, 30)),
        (" 5-30 ", (2020, 5, 30)),
        ("5月30日", (2020, 5, 30)),
        ("0530", (2020, 5, 30)),
        ("2020-02-29", (2020, 2, 29)),
    ],
)
def test_a_date_is_read_however_it_is_written(words: str, meant: tuple[int, int, int]) -> None:
    assert parse_date(words, TODAY) == datetime.date(*meant)


@pytest.mark.parametrize(
    "words", ["", "tomorrow", "2021-02-29", "2026-13-01", "530", "2026-05-30-1", "5/30/2026"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert parse_date(words, TODAY) is None


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_every_date_of_the_century_is_read_back(day: datetime.date) -> None:
    assert parse_date(day.isoformat(), TODAY) == day
    assert parse_date(f"{day.year}年{day.month}月{day.day}日", TODAY) == day


def test_a_typed_date_is_put_straight_on_leaving(qtbot: QtBot, on_page: OnPage) -> None:
    until, other = DateField("Until", today=TODAY), TextField("Name")
    on_page(until, other)
    until.focus_editor()
    qtbot.keyClicks(until.edit, "3.5")
    other.focus_editor()
    assert until.text() == "2020-03-05"
    assert until.date() == datetime.date(2020, 3, 5)


def test_up_and_down_go_by_days(qtbot: QtBot, on_page: OnPage) -> None:
    until = DateField("Until", today=TODAY)
    on_page(until)
    until.set_date(datetime.date(2020, 2, 29))
    until.focus_editor()
    qtbot.keyClick(until.edit, Qt.Key.Key_Up)
    assert until.date() == datetime.date(2020, 3, 1)
    qtbot.keyClick(until.edit, Qt.Key.Key_Down)
    assert until.date() == datetime.date(2020, 2, 29)
