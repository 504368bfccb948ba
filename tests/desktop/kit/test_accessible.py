"""A screen reader is told what everything is and what it is called (QAccessible)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.books.pass_id import Book
from desktop.kit.books import BookMark, book_letter, book_name
from desktop.kit.buttons import Button, IconButton
from desktop.kit.cards import EmptyState
from desktop.kit.checks import CheckBox
from desktop.kit.chips import Chip, Way, WayChip, way_word
from desktop.kit.choices import Option, Segmented
from desktop.kit.fields import TextField
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.more_fields import ComboField, SearchField, TextArea
from desktop.kit.progress import Bar
from desktop.kit.tables import ColumnPlan, GateTable
from desktop.language import install_language

Role = QAccessible.Role


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def test_each_part_has_its_role_and_name(qtbot: QtBot) -> None:
    field, combo, area, search = TextField("Name"), ComboField("Unit"), TextArea("Note"), SearchField()
    search.set_placeholder("Name or initials")
    ways = Segmented()
    ways.set_options([Option("in", "In"), Option("out", "Out")])
    parts: list[tuple[QWidget, QWidget, QAccessible.Role, str]] = [
        (button := Button("Record"), button, Role.Button, "Record"),
        (close := IconButton("x", "Close"), close, Role.Button, "Close"),
        (check := CheckBox("Gate 1"), check, Role.CheckBox, "Gate 1"),
        (ways, ways.button("in"), Role.RadioButton, "In"),
        (field, field.edit, Role.EditableText, "Name"),
        (search, search.edit, Role.EditableText, "Name or initials"),
        (combo, combo.box, Role.ComboBox, "Unit"),
        (area, area.edit, Role.EditableText, "Note"),
        (label := Label("Today"), label, Role.StaticText, "Today"),
        (bar := Bar(), bar, Role.ProgressBar, ""),
        (table := GateTable([ColumnPlan()]), table, Role.Table, ""),
    ]
    for owner, part, role, name in parts:
        qtbot.addWidget(owner)
        assert heard(part) == (role, name)


def test_painted_parts_have_names_too(qtbot: QtBot) -> None:
    install_language("en")
    empty = EmptyState("scan")
    empty.set_words("Waiting for a pass")
    parts: list[tuple[QWidget, str]] = [
        (BookMark(Book.MEDICAL), "Medical"),
        (WayChip(Way.HELD), "Hold"),
        (Chip("Valid"), "Valid"),
        (ElidedLabel("Xianning Central Hospital"), "Xianning Central Hospital"),
        (empty, "Waiting for a pass"),
    ]
    for part, name in parts:
        qtbot.addWidget(part)
        assert heard(part)[1] == name


@pytest.mark.parametrize(
    ("language", "letters", "names", "ways"),
    [
        ("zh", ["公", "医", "保"], ["公务", "医务", "保障"], ["进", "出", "待测"]),
        ("en", ["O", "M", "S"], ["Official", "Medical", "Support"], ["In", "Out", "Hold"]),
    ],
)
def test_books_and_ways_are_called_as_people_call_them(
    qtbot: QtBot, language: str, letters: list[str], names: list[str], ways: list[str]
) -> None:
    install_language(language)
    try:
        assert [book_letter(book) for book in Book] == letters
        assert [book_name(book) for book in Book] == names
        assert [way_word(way) for way in Way] == ways
    finally:
        install_language("en")
