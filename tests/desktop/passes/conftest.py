"""A gate with passes of every state, and a session over it: real threads, light theme, English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.books.check import look_at_pass
from db.books.crossings import Reading, record_crossing
from db.books.issuing import issue_passes, revoke_pass
from db.books.pass_id import Book, PassId
from db.books.verdict import Direction
from db.register import Register
from desktop.kit.density import density
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.session import Session
from desktop.views.passes.page import PassesPage
from desktop.views.pdf_preview import PdfPreview
from tests.registers import FakeClock, holder, new_register

SIZE = (1270, 641)
"""What is left for a page in a window of 1366x697."""

GOOD, SOON, EXPIRED, REVOKED, LATER = (PassId(312, Book.MEDICAL, number) for number in range(1, 6))
ID_NO = "36049919830415890X"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def register(tmp_path: Path, clock: FakeClock) -> Iterator[Register]:
    """Five passes in the medical book, one a state, and one of support; the first went in this morning."""
    with new_register(tmp_path, clock) as opened:
        people = [
            holder(
                "周文静", phone="13800007716", id_no=ID_NO, unit="咸宁市中心医院", home="泉韵佳苑23栋3单元202"
            ),
            holder("张伟", valid_until=date(2020, 2, 12), id_no="421299199505296787"),
            holder("邹伟明", valid_until=date(2020, 2, 9)),
            holder("钟文斌"),
            holder("曾薇", valid_from=date(2020, 2, 20)),
            holder("陈国强", Book.SUPPORT),
        ]
        with opened.writing() as ledger:
            issue_passes(ledger, people)
            revoke_pass(ledger, REVOKED, "Left the post")
            look = look_at_pass(ledger.connection, 312, GOOD, opened.clock.stamp(), Direction.IN)
            record_crossing(ledger, look, Direction.IN, Reading(365, "forehead"), 373)
        yield opened


@pytest.fixture
def session(register: Register, qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    install_language("en")
    apply_theme(qapp, Theme())
    opened = Session(register)
    crashes: list[object] = []
    opened.tasks.crashed.connect(crashes.append)
    yield opened
    qtbot.waitUntil(lambda: opened.tasks.idle)
    opened.tasks.close()
    assert crashes == []


Wait = Callable[[], None]


@pytest.fixture
def wait(session: Session, qtbot: QtBot) -> Wait:
    """Waits until nothing is under way: no question, no long work, no drawing."""

    def until_quiet() -> None:
        for _ in range(4):
            qtbot.waitUntil(lambda: session.tasks.idle, timeout=30_000)
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()
            previews = [one for one in QApplication.allWidgets() if isinstance(one, PdfPreview)]
            qtbot.waitUntil(lambda: not any(isValid(one) and one.busy for one in previews))  # noqa: B023

    return until_quiet


@pytest.fixture
def page(session: Session, qtbot: QtBot, wait: Wait) -> Iterator[PassesPage]:
    """The page at the medical book, shown in a window."""
    window = QWidget()
    window.resize(*SIZE)
    density().measure(window.size())
    made = PassesPage(session)
    made.setParent(window)
    made.resize(*SIZE)
    qtbot.addWidget(window)
    window.show()
    made.books.show_book(Book.MEDICAL)
    wait()
    yield made
    wait()
