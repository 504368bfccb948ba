"""What only the whole can see, as a page: both sides in a sentence, what to do, dealt with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db import trust_models
from db.books.findings import FindingKind
from db.books.pass_id import PassId
from desktop.kit.dialogs import ConfirmSheet
from desktop.views.board.findings_page import FindingsPage
from tests.desktop.board.conftest import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[FindingsPage]:
    """The page, shown, everything read."""
    window = QWidget()
    made = FindingsPage(desk.session)
    made.setParent(window)
    made.resize(1270, 641)
    window.resize(1270, 641)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0, timeout=20_000)
    yield made
    qtbot.waitUntil(lambda: desk.session.tasks.idle, timeout=20_000)


def choose(page: FindingsPage, kind: FindingKind) -> str:
    """Shows the first finding of a kind, and what is said of it."""
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    page.table.choose_row(next(at for at, one in enumerate(rows) if one is not None and one.kind is kind))
    return page.panel.what.text()


def test_each_finding_is_a_sentence_with_both_sides(page: FindingsPage) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kinds = [page.model.row(at).kind for at in range(page.model.rowCount())]
    assert sorted(kinds) == sorted(
        [
            FindingKind.CLOCK_BEHIND, FindingKind.TOO_FAST, FindingKind.INSIDE_TWICE, FindingKind.REVOKED_ELSEWHERE,
            FindingKind.TWO_PLACES, FindingKind.TWO_PLACES,
        ]
    )  # fmt: skip
    said = choose(page, FindingKind.TOO_FAST)
    assert "0003" in said and "3 minutes later at 0004" in said
    assert page.panel.sides.accessibleDescription().count("24 Mar") == 2
    assert "0001" in choose(page, FindingKind.TWO_PLACES) and "stop the pass" in page.panel.todo.text()
    assert "1 hour 30 minutes behind" in choose(page, FindingKind.CLOCK_BEHIND)
    assert not page.panel.person_button.isVisible()


def test_what_is_dealt_with_leaves_the_list_and_the_answer(page: FindingsPage, qtbot: QtBot) -> None:
    badges: list[str] = []
    page.badge_changed.connect(badges.append)
    choose(page, FindingKind.REVOKED_ELSEWHERE)
    page.panel.note.set_text("收回来了")
    page.panel.settle_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5, timeout=20_000)
    assert badges[-1] == "5"
    page.pills.button("done").click()
    assert "收回来了" in page.panel.done.text() and not page.panel.told.isVisible()
    page.panel.reopen_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=20_000)
    page.pills.button("told").click()
    assert page.model.rowCount() == 6


def test_a_pass_is_stopped_and_its_holder_followed_from_here(
    page: FindingsPage, desk: Desk, qtbot: QtBot
) -> None:
    choose(page, FindingKind.TWO_PLACES)
    with qtbot.waitSignal(page.page_asked) as asked:
        page.panel.person_button.click()
    assert asked.args == ["person", PassId.parse(desk.city.copied)]
    page.panel.stop_button.click()
    sheet = page.window().findChild(ConfirmSheet)
    assert isinstance(sheet, ConfirmSheet)
    sheet.confirmed.emit("copied")
    qtbot.waitUntil(lambda: desk.session.tasks.idle, timeout=20_000)
    with desk.session.register.reading() as connection:
        stopped = connection.execute(select(trust_models.stopped_passes)).one()
    assert (stopped.gate, stopped.book, stopped.number) == (1, "medical", 2)
    assert stopped.reason == "There are two of it"
