"""Sticks in: found, shown, taken in, answered, pulled out, brought again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from db.books.posts import witnessed
from db.trust.roles import Role
from desktop.operations import operators, posts
from desktop.operations.sticks import kept_aside
from desktop.views.post.take_in import Stage
from desktop.views.post.take_in_page import TakeInPage
from tests.desktop.post.conftest import WAIT_MS, Post, gate_of
from tests.desktop.post.test_gates_and_answers import asks
from tests.registers import OPERATOR, PASSPHRASE


@pytest.fixture
def page(post: Post) -> TakeInPage:
    made = TakeInPage(post.session, post.drives)
    post.shown(made)
    return made


def wait(post: Post, page: TakeInPage, stage: Stage) -> None:
    page.sticks.watch.look()
    post.qtbot.waitUntil(lambda: page.sticks.work.stage is stage, timeout=WAIT_MS)
    post.settle()


def states(page: TakeInPage) -> dict[str, str]:
    """What stands beside each gate, or file."""
    return {row.cells[0].words: row.cells[-1].words for row in page.sticks.card.model.rows()}


def said(page: TakeInPage, place: Path) -> str:
    return page.sticks.list.row_of(place).words()[1]


def test_sticks_come_in_and_the_answer_goes_out_on_them(post: Post, page: TakeInPage) -> None:
    one, two = post.stick("KINGSTON"), post.stick("HP")
    (one / "Gatebook" / "0007").mkdir(parents=True)
    post.gates[7].bundle(1, 5).put(one / "Gatebook" / "0007")
    post.gates[7].bundle(6).put(one)
    post.gates[300].bundle(4).put(two)
    (two / "autorun.inf").write_text("[autorun]")
    (two / "rubbish.gbk").write_bytes(b"PK")
    wait(post, page, Stage.READY)
    assert [said(page, place) for place in (one, two)] == ["2 bundles", "2 bundles"]
    assert states(page) == {
        "0007 7 号门": "Before it 1–5 missing",
        "0300 300 号门": "Before it 1–3 missing",
        "rubbish.gbk": "Damaged",
    }
    assert page.sticks.card.main_button.text() == "Take in 4 bundles"
    page.sticks.card.main_button.click()
    wait(post, page, Stage.DONE)
    assert states(page) == {
        "rubbish.gbk": "Damaged",
        "0300 300 号门": "Lines 1–3 missing",
        "0007 7 号门": "9 lines taken in",
    }
    assert page.sticks.card.state.text() == "15 new lines are in, 1 not taken in. Answer 1 is on 2 drives"
    assert [path.name for path in two.glob("gatebook-answer-*")] == ["gatebook-answer-000001.json"]
    # Where there are days of gates, it lies beside them.
    assert [path.name for path in (one / "Gatebook").glob("*.json")] == ["gatebook-answer-000001.json"]
    assert page.sticks.card.main_button.text() == "Let the drives go"
    page.sticks.card.main_button.click()
    wait(post, page, Stage.DONE)
    assert [said(page, place) for place in (one, two)] == ["Safe to remove"] * 2
    assert {drive.label for drive in post.drives.released} == {"KINGSTON", "HP"}


def test_what_is_dropped_again_is_all_known(post: Post, page: TakeInPage) -> None:
    page.sticks.answer_too.setChecked(False)
    path = post.gates[7].bundle().put(post.folder)
    for words in ("9 lines taken in", "All known"):
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        page.sticks.dropEvent(event)
        wait(post, page, Stage.READY)
        page.sticks.card.main_button.click()
        wait(post, page, Stage.DONE)
        assert states(page) == {"0007 7 号门": words}
        assert not list(post.folder.glob("gatebook-answer-*"))
    assert page.sticks.card.state.text() == "0 new lines are in"


def test_a_stick_pulled_out_is_one_sentence_and_the_others_go_on(post: Post, page: TakeInPage) -> None:
    one, two = post.stick("KINGSTON"), post.stick("HP")
    for bundle in post.gates[7].bundles(3):
        bundle.put(one)
    post.gates[300].bundle().put(two)
    wait(post, page, Stage.READY)

    def pull_out(moved: object) -> None:
        if getattr(moved, "done", 0) == 1:
            for path in one.iterdir():
                path.unlink()

    page.sticks.card.main_button.click()
    progress = page.sticks.work._progress
    assert progress is not None
    progress.told.connect(pull_out, Qt.ConnectionType.DirectConnection)
    post.drives.there.pop(0)
    wait(post, page, Stage.DONE)
    assert states(page)["0007 7 号门"].endswith("taken in")
    assert states(page)["0300 300 号门"] == "9 lines taken in"
    banner = page.sticks.card.banner.accessibleName()
    assert banner.startswith("A drive was pulled out.") and "whole and in" in banner
    assert said(page, one).startswith("Pulled out. ")


def test_stopped_between_bundles_what_came_before_stays(post: Post, page: TakeInPage) -> None:
    one = post.stick("KINGSTON")
    for bundle in post.gates[7].bundles(3):
        bundle.put(one)
    wait(post, page, Stage.READY)
    stop = page.sticks.work.moved.connect(lambda _moved: page.stop())
    page.sticks.card.main_button.click()
    wait(post, page, Stage.DONE)
    result = page.sticks.work.result
    assert result is not None
    if result.stopped is not None:
        assert page.sticks.card.banner.accessibleName().startswith("Stopped.")
    assert result.new == 3 * len(result.files)
    page.sticks.work.moved.disconnect(stop)
    page.sticks.work.begin_again()
    page.sticks.add([one])
    wait(post, page, Stage.READY)
    page.sticks.card.main_button.click()
    wait(post, page, Stage.DONE)
    assert page.sticks.work.result is not None
    assert page.sticks.work.result.new == 9 - result.new


def test_a_volunteer_is_told_who_takes_drives_in(post: Post, page: TakeInPage) -> None:
    lead = post.session.register.unlock(OPERATOR, PASSPHRASE)
    operators.add(post.session.register, lead, "陈晓", Role.VOLUNTEER, "a passphrase of theirs")
    post.session.register.as_operator(post.session.register.unlock("陈晓", "a passphrase of theirs"))
    post.session.operator_changed.emit()
    post.gates[7].bundle().put(post.stick("KINGSTON"))
    wait(post, page, Stage.IDLE)
    post.qtbot.waitUntil(lambda: "registrar" in page.sticks.card.state.text(), timeout=WAIT_MS)
    assert not page.sticks.card.main_button.isEnabled()


def test_two_accounts_alarm_until_a_lead_decides(post: Post, page: TakeInPage) -> None:
    alarms: list[str] = []
    page.alarm_changed.connect(alarms.append)
    stick = post.stick("KINGSTON")
    gate = post.gates[7]
    clone = gate.clone(4)
    clone.cross("out", None, name="王芳")
    gate.bundle().put(stick)
    (stick / "copy.gbk").write_bytes(clone.bundle().data)
    wait(post, page, Stage.READY)
    page.sticks.card.main_button.click()
    wait(post, page, Stage.DONE)
    assert states(page) == {"0007 7 号门": "Two accounts: line 5"}
    post.qtbot.waitUntil(lambda: alarms[-1:] == ["1 line with two accounts"], timeout=WAIT_MS)
    page.sticks.card.banner.acted.emit()
    post.settle()
    heads = page.forks.panel.heads
    assert [head.side.lines for head in heads] in ([5, 1], [1, 5])
    longer = max(heads, key=lambda head: head.side.lines)
    fork = page.forks.chosen()
    assert fork is not None
    page.forks._decide(fork, longer.side.hash, "the gate was asked")
    post.qtbot.waitUntil(lambda: alarms[-1] == "", timeout=WAIT_MS)
    with post.session.register.reading() as connection:
        assert witnessed(connection, 7).seq == 9


def test_what_is_refused_is_kept_aside_with_its_reason(post: Post, page: TakeInPage) -> None:
    stick = post.stick("KINGSTON")
    gate_of(8).bundle().put(stick)
    wait(post, page, Stage.READY)
    page.sticks.card.main_button.click()
    wait(post, page, Stage.DONE)
    assert states(page) == {"0008": "Gate not let in"}
    assert [one.reason for one in kept_aside(post.session.register)] == ["signer_unknown"]
    page.show_part("aside")
    post.settle()
    assert page.aside.sentence.text().startswith("Gate 8 was not admitted with this key.")


def test_a_request_granted_on_the_other_page_is_no_longer_offered(post: Post, page: TakeInPage) -> None:
    (found,) = asks(post.stick("KINGSTON"), gate_of(8))
    wait(post, page, Stage.READY)
    assert page.requests_button.isVisible()
    post.session.do(posts.admit, found.path)
    post.qtbot.waitUntil(page.requests_button.isHidden, timeout=WAIT_MS)
