"""One person across all gates, as a page: found, followed, who was near, numbers masked, printed."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db import models
from db.books.pass_id import PassId
from desktop.operations.people import print_path
from desktop.views.board.person_page import PersonPage
from tests.desks import POST
from tests.desktop.board.conftest import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PersonPage]:
    """The page, shown."""
    window = QWidget()
    made = PersonPage(desk.session)
    made.setParent(window)
    made.resize(1270, 641)
    window.resize(1270, 641)
    qtbot.addWidget(window)
    window.show()
    yield made
    qtbot.waitUntil(lambda: desk.session.tasks.idle, timeout=20_000)


def follow(page: PersonPage, qtbot: QtBot, who: PassId | str) -> None:
    page.show_subject(who)
    qtbot.waitUntil(lambda: page._followed is not None and page._followed.who == who, timeout=20_000)
    qtbot.waitUntil(lambda: page._session.tasks.idle, timeout=20_000)


@pytest.mark.parametrize("typed", ["周文", "zwj", "M-0001-000001", "421202199001010001"])
def test_somebody_is_found_by_what_is_known_of_them(page: PersonPage, qtbot: QtBot, typed: str) -> None:
    page.search.set_text(typed)
    qtbot.waitUntil(lambda: page.hits.rowCount() == 1, timeout=20_000)
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.person.name.text() == "周文静", timeout=20_000)


def test_the_way_goes_through_the_gates_and_those_near_are_named(
    page: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    follow(page, qtbot, PassId.parse(desk.city.card))
    for model in (page.steps, page.contacts):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.steps.rowCount() == 16
    where = [page.steps.index(at, 1).data()[:4] for at in range(4)]
    assert where == ["0001", "0002", "0002", "0001"]
    assert page.person.where.text().startswith("Inside at 0001")
    near = [(page.contacts.index(at, 1).data(), page.contacts.index(at, 3).data()) for at in range(2)]
    assert near == [("王芳", "8"), ("李秀英", "4")]
    page.minutes.picked.emit("5")
    qtbot.waitUntil(lambda: page.contacts.rowCount() == 1, timeout=20_000)
    page.days.picked.emit("3")
    assert page.steps.rowCount() == 8
    page.contact_table.row_opened.emit(page.contacts.index(0, 0))
    qtbot.waitUntil(lambda: page.person.name.text() == "王芳", timeout=20_000)


def test_a_number_is_shown_in_full_when_asked_for_and_that_is_a_line(
    page: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    follow(page, qtbot, PassId.parse(desk.city.card))
    assert page.person.id_no.text() == "4212 **** **** 0001"
    page.person.reveal_buttons["id_no"].click()
    qtbot.waitUntil(lambda: page.person.id_no.text() == "421202199001010001", timeout=20_000)
    kinds = select(func.count()).where(
        models.lines.c.kind == "personal.revealed", models.lines.c.gate == POST
    )
    with desk.session.register.reading() as connection:
        assert connection.scalar(kinds) == 1
    page.person.hide_numbers()
    assert page.person.id_no.text() == "4212 **** **** 0001"


def test_the_printed_way_hides_names(page: PersonPage, desk: Desk, qtbot: QtBot) -> None:
    follow(page, qtbot, PassId.parse(desk.city.card))
    assert page._followed is not None
    pdf = print_path(desk.session.register, page._followed, 14, 15, "en")
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages)
    assert "周文静" not in text and "王芳" not in text
    assert "M-0001-000001" in text and "2020-03-24 18:20" in text and "王*" in text
