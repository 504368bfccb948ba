"""The command post on the export's page: a request by one click, a fingerprint compared once, answers as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.books.exports import Range, ask_again
from db.books.joined_post import own_post
from db.books.pass_id import Book, PassId
from db.exchange.admission import admit, cut_off, stop_pass
from db.register import Register
from db.trust.roles import Role
from desktop.devices.drives import Release
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.operations.exports import export_day
from desktop.session import Session
from desktop.views.exchange.page import ExportPage
from desktop.views.exchange.post_card import PostCard
from tests.desktop.devices.scripted_drives import ScriptedDrives, made_drive
from tests.desktop.exchange import independent
from tests.district import District, lines_of
from tests.registers import as_role, issue

WAIT_MS = 60_000


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    made = District(tmp_path)
    yield made
    made.close()


@pytest.fixture
def gate(district: District) -> Register:
    """A gate alone."""
    return district.gate(312, admitted=False)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def drives() -> ScriptedDrives:
    return ScriptedDrives()


@pytest.fixture
def page(gate: Register, drives: ScriptedDrives, qapp: QApplication, qtbot: QtBot) -> Iterator[ExportPage]:
    """The page behind another one: it goes on all the same."""
    install_language("en")
    apply_theme(qapp, Theme())
    session = Session(gate)
    window = QWidget()
    made = ExportPage(session, drives)
    made.setParent(window)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: made._seen is not None and made.post.card._standing is not None, timeout=WAIT_MS)
    yield made
    # A window that was shown looks for drives once more while it is closed, and hears no answer when it is gone.
    qtbot.waitUntil(
        lambda: session.tasks.idle and not (isValid(made.watch) and made.watch.busy), timeout=WAIT_MS
    )
    session.tasks.close()


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=WAIT_MS)


def plug_in(page: ExportPage, drives: ScriptedDrives, stick: Path) -> None:
    """The stick is plugged in, and noticed."""
    drives.there = [made_drive(stick)]
    page.watch.look()


def pull_out(page: ExportPage, drives: ScriptedDrives, qtbot: QtBot) -> None:
    drives.there = []
    page.watch.look()
    until(qtbot, lambda: not page._seen)


def answered(district: District, stick: Path, **wanted: object) -> Path:
    """The post's next answer on the stick."""
    made = district.answer(**wanted)
    path = stick / made.file_name
    path.write_bytes(made.data)
    return path


def joined_number(register: Register) -> int | None:
    with register.reading() as connection:
        post = own_post(connection, 312)
        return post.number if post else None


def said(card: PostCard) -> list[str]:
    """All sentences of the lists."""
    return [line.words for one in card.lists for line in one.lines()]


def test_a_gate_joins_by_one_stick(
    page: ExportPage, drives: ScriptedDrives, district: District, gate: Register, stick: Path, qtbot: QtBot
) -> None:
    card = page.post.card
    safe: list[bool] = []
    told: list[str] = []
    page.safe_to_remove.connect(lambda: safe.append(True))
    page.answer_told.connect(told.append)
    plug_in(page, drives, stick)
    until(qtbot, card.request_button.isEnabled)
    own = card.mark.fingerprint()
    card.request_button.click()
    until(qtbot, lambda: card.written.accessibleName() == "Safe to remove")
    assert safe and [drive.mount for drive in drives.released] == [stick]
    # The post compares what was read out, and puts its answer on the same stick.
    request = (stick / "Gatebook" / "gatebook-request-0312.json").read_bytes()
    with district.post.writing() as ledger:
        assert admit(ledger, request, [own]).compared
    answered(district, stick, notes=["口罩明天到"])
    until(qtbot, lambda: not page._seen)
    plug_in(page, drives, stick)
    until(qtbot, lambda: not card.judging.isHidden())
    assert card.mark.fingerprint() == district.fingerprint and joined_number(gate) is None
    assert told == ["指挥部 answers. Compare its fingerprint by phone"]
    card.same.click()
    until(qtbot, lambda: joined_number(gate) == 1 and "口罩明天到" in said(card))
    assert card.judging.isHidden() and card.name.text() == "指挥部"
    # From now on what leaves is for the post's eyes.
    result = export_day(gate, "2020-02-10", stick).value
    bundle = next(file.path for file in result.files if file.path.name.startswith("gatebook-"))
    with district.post.reading() as connection:
        from db.books.posts import post_identity

        identity = post_identity(connection)
    assert independent.read(bundle.read_bytes(), str(identity)).lines


def test_a_fingerprint_that_is_not_the_same_takes_nothing_in(
    page: ExportPage, drives: ScriptedDrives, district: District, gate: Register, stick: Path, qtbot: QtBot
) -> None:
    card = page.post.card
    district.admit(gate)
    before = lines_of(gate)
    answered(district, stick)
    as_role(gate, Role.REGISTRAR)
    page.post.look_again()
    plug_in(page, drives, stick)
    until(qtbot, lambda: not card.judging.isHidden())
    until(qtbot, lambda: not card.same.isEnabled())
    assert card.who_may.text() == "Only the lead says whether it is the same"
    card.differs.click()
    assert not card.trouble.isHidden() and card.judging.isHidden()
    assert "Do not use this drive" in card.trouble.accessibleName()
    assert (lines_of(gate), joined_number(gate)) == (before, None)


def test_a_later_answer_is_taken_in_when_the_stick_comes_and_shown_as_what_changed(
    page: ExportPage, drives: ScriptedDrives, district: District, gate: Register, stick: Path, qtbot: QtBot
) -> None:
    card = page.post.card
    told: list[str] = []
    page.answer_told.connect(told.append)
    district.admit(gate)
    district.join(gate)
    district.gate(313)
    with district.post.writing() as ledger:
        stop_pass(ledger, PassId(313, Book.MEDICAL, 5), "查无此人")
    answered(district, stick, resend=[{"gate": 312, "epoch": 1, "from": 1, "to": 2}])
    as_role(gate, Role.VOLUNTEER)
    plug_in(page, drives, stick)
    until(qtbot, lambda: bool(told))
    assert told == ["Answer 2 from 指挥部: 1 card revoked, 1 gate new: 0313 1 号门·东门"]
    until(qtbot, lambda: len(said(card)) == 3)
    assert said(card) == [
        "1 card revoked",
        "1 gate new: 0313 1 号门·东门",
        "Lines 1 – 2 go along again with the next export",
    ]
    assert page.side.on_post
    # One that is copied onto the stick while it is here is noticed too, and what is said is not said again.
    answered(district, stick)
    drives.there = [made_drive(stick, free=1_000_000_000)]
    page.watch.look()
    until(qtbot, lambda: joined_number(gate) == 3)
    until(qtbot, lambda: told[1:] == ["Answer 3 from 指挥部: nothing new for this gate"])
    told.pop()
    # The same stick once more says nothing; an older answer and a damaged one a sentence each.
    pull_out(page, drives, qtbot)
    for number in (2, 3):
        (stick / f"gatebook-answer-{number:06d}.json").unlink()
    (stick / "gatebook-answer-000077.json").write_bytes(b"{")
    before = lines_of(gate)
    plug_in(page, drives, stick)
    until(qtbot, lambda: len(told) == 2)
    assert told[1].startswith("The document is damaged") and not card.trouble.isHidden()
    assert (lines_of(gate), joined_number(gate)) == (before, 3)


def test_a_gate_that_was_cut_off_is_told_so_for_good(
    page: ExportPage, drives: ScriptedDrives, district: District, gate: Register, stick: Path, qtbot: QtBot
) -> None:
    card = page.post.card
    district.admit(gate)
    district.join(gate)
    district.bring(gate)
    with district.post.writing() as ledger:
        cut_off(ledger, 312, "笔记本丢了")
    answered(district, stick)
    plug_in(page, drives, stick)
    until(qtbot, lambda: joined_number(gate) == 2 and not card.state.isHidden())
    assert "cut this gate's key off" in card.state.accessibleName()
    district.clock.forward(days=9)
    page.post.look_again()
    until(qtbot, lambda: card.chip.accessibleName() == "9 days old")


def test_a_stick_that_the_system_holds_is_not_called_safe(
    page: ExportPage, drives: ScriptedDrives, stick: Path, qtbot: QtBot
) -> None:
    card = page.post.card
    safe: list[bool] = []
    page.safe_to_remove.connect(lambda: safe.append(True))
    drives.ending = Release.STILL_HELD
    plug_in(page, drives, stick)
    until(qtbot, card.request_button.isEnabled)
    card.request_button.click()
    until(qtbot, lambda: card.written.accessibleName() == "Written, but still held")
    assert not safe


def test_what_the_post_wants_again_is_named_before_the_export(
    page: ExportPage, district: District, gate: Register, stick: Path, qtbot: QtBot
) -> None:
    district.admit(gate)
    district.join(gate)
    export_day(gate, "2020-02-10", stick)
    issue(gate)
    with gate.writing() as ledger:
        ask_again(ledger.connection, [Range(1, 1, 2)])
    last = lines_of(gate)
    page.window().show()
    page.show()
    until(qtbot, lambda: page.card.detail.text() == f"ledger 1 – 2, {last}, new since the last export")
