"""The open register as the window uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.books.crossings import Reading
from db.books.verdict import Direction
from db.errors import GatebookError, RefusalCode
from db.register import Register, open_register
from db.settings import GateSettings
from desktop.changes import Change, Topic
from desktop.operations.passing import record_without_card, void_line
from desktop.operations.settings import keep_settings
from desktop.session import Session
from tests.registers import new_register, prepared


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    opened = Session(new_register(tmp_path))
    yield opened
    opened.close()


def wait(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.tasks.idle)


def test_an_operation_gets_the_register_and_tells_what_it_changed(session: Session, qtbot: QtBot) -> None:
    changes: list[Change] = []
    done: list[object] = []
    session.changes.changed.connect(changes.append)
    session.do(
        record_without_card, "visitor", "送货人", Direction.IN, Reading(365), done=done.append, note="外卖"
    )
    wait(qtbot, session)
    assert [one.no for one in done] == [1]  # type: ignore[attr-defined]
    assert len(changes) == 1 and changes[0].touches(Topic.ENTRIES, Topic.DAYS)
    assert not changes[0].touches(Topic.PASSES)


def test_a_refusal_that_no_page_takes_reaches_the_window(session: Session, qtbot: QtBot) -> None:
    window: list[GatebookError] = []
    page: list[GatebookError] = []
    session.refused.connect(window.append)
    session.do(void_line, 1, 99, "写错了")
    session.do(void_line, 1, 99, "写错了", failed=page.append)
    wait(qtbot, session)
    assert [error.code for error in (*window, *page)] == [RefusalCode.NO_SUCH_ENTRY] * 2


def test_long_work_gets_the_register_too(session: Session, qtbot: QtBot) -> None:
    done: list[object] = []
    session.do_long(lambda register, more: (register.gate.gate, more), "more", done=done.append)
    wait(qtbot, session)
    assert done == [(312, "more")]


def test_changed_settings_are_at_hand_before_their_signal(session: Session, qtbot: QtBot) -> None:
    seen: list[int] = []
    session.settings_changed.connect(lambda: seen.append(session.settings.fever_tenths))
    assert session.settings == GateSettings()
    session.do(keep_settings, replace(session.settings, fever_tenths=372), session.settings)
    qtbot.waitUntil(lambda: seen == [372])


def test_closing_lets_the_register_go(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(new_register(tmp_path))
    path = session.register.path

    def write(register: Register) -> None:
        with register.writing() as ledger:
            ledger.append("practice.marked", {"note": ""})

    session.do(write)
    session.close()
    recovery_key = prepared(312, "1 号门·东门", "泉韵佳苑").made.recovery_key
    with open_register(path, recovery_key=recovery_key) as again:
        assert again.gate.practice, "what was asked before the end is durable"
