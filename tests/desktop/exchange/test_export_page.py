"""The page of the export, with scripted drives: none, one, plugged in, protected, still held, pulled out, back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.trust.roles import Role
from desktop.devices.drives import Drive, Release
from desktop.kit.progress import StepState
from desktop.operations import operators
from desktop.operations.exported import newest_export, unexported_count
from desktop.operations.exports import ExportMoved
from desktop.session import Session
from desktop.views.exchange.drive_list import size_words
from desktop.views.exchange.drive_watch import same_drive
from desktop.views.exchange.page import ExportPage
from desktop.views.exchange.stage import Stage
from tests.desktop.exchange import independent
from tests.desktop.gate_day import Gate
from tests.registers import OPERATOR, PASSPHRASE

DAY = "2020-02-10"
WAIT_MS = 60_000
"""A whole export on a busy machine; nobody waits that long where nothing is wrong."""


class ScriptedDrives:
    """Drives as a test says. `how` is the answer to letting go."""

    def __init__(self) -> None:
        self.drives: list[Drive] = []
        self.how = Release.SAFE
        self.released: list[str] = []

    def list(self) -> list[Drive]:
        return list(self.drives)

    def release(self, drive: Drive) -> Release:
        self.released.append(drive.label)
        return self.how


def drive_at(folder: Path, label: str = "KINGSTON", read_only: bool = False) -> Drive:
    """A USB drive that is really a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return Drive(folder, "/dev/sdx1", label, "vfat", 14_200_000_000, 14_400_000_000, True, read_only)


@pytest.fixture
def drives() -> ScriptedDrives:
    return ScriptedDrives()


@pytest.fixture
def page(session: Session, drives: ScriptedDrives, qtbot: QtBot) -> Iterator[ExportPage]:
    """The page, shown, no drive there yet, the day's plan read."""
    window = QWidget()
    made = ExportPage(session, drives)
    made.setParent(window)
    window.resize(1270, 641)
    made.resize(1270, 641)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    qtbot.waitUntil(lambda: made.card.what.text() != "" and made._seen is not None)
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle)


def plug_in(page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, drive: Drive) -> None:
    """A drive is plugged in, and noticed."""
    drives.drives.append(drive)
    page.watch.look()
    qtbot.waitUntil(lambda: any(place.drive == drive for place in page.card.list.places()))


def comes_to(page: ExportPage, qtbot: QtBot, stage: Stage) -> None:
    """Waits for a stage."""
    qtbot.waitUntil(lambda: page.stage is stage, timeout=WAIT_MS)


def export_and(page: ExportPage, act: Callable[[ExportMoved], None]) -> None:
    """Begins an export that calls `act` at every step, on its own thread. It cannot run ahead of being watched."""
    watched = threading.Event()
    page._session.do_long(lambda _register: watched.wait(WAIT_MS / 1000))
    page.export()
    assert page._progress is not None
    page._progress.told.connect(act, Qt.ConnectionType.DirectConnection)
    watched.set()


def states(page: ExportPage) -> list[StepState]:
    """The four steps."""
    return [step.state for step in page.card.steps.steps()]


def test_without_a_drive_it_says_what_to_do(page: ExportPage) -> None:
    assert page.card.empty.isVisible()
    assert not page.card.main_button.isEnabled()
    assert page.card.state.text() == "No drive yet"


def test_a_drive_that_is_plugged_in_is_offered_and_chosen(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    plug_in(page, drives, qtbot, drive_at(tmp_path / "usb"))
    place = page.card.list.current()
    assert place is not None and place.target == tmp_path / "usb"
    assert page.card.main_button.isEnabled()


def test_a_drive_plugged_in_while_another_page_is_shown_is_offered(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    offered: list[str] = []
    page.drive_offered.connect(offered.append)
    page.window().hide()
    plug_in(page, drives, qtbot, drive_at(tmp_path / "usb"))
    qtbot.waitUntil(lambda: offered == ["KINGSTON"])
    drives.drives.clear()
    page.watch.look()
    qtbot.waitUntil(lambda: not page.card.list.places())
    assert offered == ["KINGSTON"]


def test_a_protected_drive_is_told_and_not_written_to(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    plug_in(page, drives, qtbot, drive_at(tmp_path / "usb", read_only=True))
    button = page.card.list._buttons[0]
    assert "Write-protected" in button.accessibleName()
    assert not button.isEnabled() and not page.card.main_button.isEnabled()


def test_each_drive_says_its_room_its_file_system_and_who_used_it_last(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    theirs = drive_at(tmp_path / "theirs")
    day = tmp_path / "theirs" / "Gatebook" / "0313" / "2020-02-09"
    day.mkdir(parents=True)
    (day / "SHA256SUMS").write_bytes(b"")
    small = replace(drive_at(tmp_path / "small", "OLD"), device="/dev/sdy1", free=900_000)
    drives.drives.append(small)
    plug_in(page, drives, qtbot, theirs)
    said = {button.place.target.name: button.words()[2] for button in page.card.list._buttons}
    assert said["theirs"] == "14.2 GB free of 14.4 GB, FAT32; last by gate 0313, 02-09"
    assert said["small"].startswith("Too little room: 900 kB free, 2.")


def test_a_drive_pulled_out_after_all_was_read_back_is_not_called_safe_but_nothing_is_missing(
    page: ExportPage, drives: ScriptedDrives, busy_gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[bool] = []
    page.safe_to_remove.connect(lambda: heard.append(True))
    plug_in(page, drives, qtbot, drive_at(tmp_path / "usb"))
    drives.how = Release.GONE
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.TAKEN)
    assert page.card.result.accessibleName() == "All of it was on the drive"
    assert not heard and unexported_count(busy_gate.register) == 0


def test_safe_to_remove_is_said_only_after_the_system_let_go(
    page: ExportPage, drives: ScriptedDrives, busy_gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[bool] = []
    page.safe_to_remove.connect(lambda: told.append(True))
    plug_in(page, drives, qtbot, drive_at(tmp_path / "usb"))
    drives.how = Release.STILL_HELD
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.HELD)
    assert page.card.result.accessibleName() == "Written, but still held"
    assert states(page) == [StepState.DONE] * 3 + [StepState.CUT]
    assert not told and unexported_count(busy_gate.register) == 0
    drives.how = Release.SAFE
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.SAFE)
    assert page.card.result.accessibleName() == "Safe to remove"
    assert states(page) == [StepState.DONE] * 4
    assert told and drives.released == ["KINGSTON", "KINGSTON"]
    independent.check_sums(tmp_path / "usb" / "Gatebook" / "0312" / DAY)


def test_the_files_are_listed_with_their_sizes_once_they_were_read_back(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    plug_in(page, drives, qtbot, drive_at(tmp_path / "usb"))
    assert page.contents.files._names[:3] == ["day-log.csv", "day-log.xlsx", "day-report.pdf"]
    assert not page.contents.files._done
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.SAFE)
    assert list(page.contents.files._done) == page.contents.files._names
    assert page.contents.files._names[-1] == "SHA256SUMS"


def test_a_drive_pulled_out_is_gone_on_with_by_itself_when_it_is_back(
    page: ExportPage, drives: ScriptedDrives, busy_gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    usb, pocket = tmp_path / "usb", tmp_path / "pocket"
    plug_in(page, drives, qtbot, drive_at(usb))
    pulled: list[bool] = []

    def pull(moved: ExportMoved) -> None:
        if moved.file.startswith("gatebook-") and not pulled:
            pulled.append(True)
            usb.rename(pocket)
            drives.drives.clear()

    export_and(page, pull)
    comes_to(page, qtbot, Stage.CUT)
    assert page.card.result.accessibleName() == "Nothing is lost"
    assert "3 of 4 files" in page.card.result.accessibleDescription()
    assert states(page)[0] is StepState.CUT
    assert newest_export(busy_gate.register) is None
    # It comes back under another letter, with what was left on it.
    other = tmp_path / "another"
    pocket.rename(other)
    drives.drives.append(drive_at(other))
    page.watch.look()
    comes_to(page, qtbot, Stage.SAFE)
    gate = other / "Gatebook" / "0312"
    assert [folder.name for folder in gate.iterdir()] == [DAY]
    independent.check_sums(gate / DAY)


def test_waiting_for_a_drive_can_be_given_up(
    page: ExportPage, drives: ScriptedDrives, busy_gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    plug_in(page, drives, qtbot, drive_at(usb))
    usb.rmdir()
    drives.drives.clear()
    page.export()
    comes_to(page, qtbot, Stage.CUT)
    page.card.stop_button.click()
    comes_to(page, qtbot, Stage.READY)
    assert unexported_count(busy_gate.register) > 0


def test_a_folder_serves_in_place_of_a_drive(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    page.use_folder(tmp_path)
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.WRITTEN)
    assert page.card.result.accessibleName() == "It is written"
    assert drives.released == []
    independent.check_sums(tmp_path / "Gatebook" / "0312" / DAY)


def test_another_copy_goes_to_another_drive(
    page: ExportPage, drives: ScriptedDrives, qtbot: QtBot, tmp_path: Path
) -> None:
    plug_in(page, drives, qtbot, drive_at(tmp_path / "one"))
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.SAFE)
    page.card.again_button.click()
    drives.drives.clear()
    plug_in(page, drives, qtbot, drive_at(tmp_path / "two", "SANDISK"))
    qtbot.waitUntil(lambda: page.card.main_button.text() == "Export again")
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.SAFE)
    independent.check_sums(tmp_path / "two" / "Gatebook" / "0312" / DAY)


def test_a_lead_gives_a_reason_for_whole_names(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.use_folder(tmp_path)
    page.contents.whole_names.setChecked(True)
    page.card.main_button.click()
    assert page.stage is Stage.READY and page.contents.reason.has_error()
    page.contents.reason.set_text("流调要全名")
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.WRITTEN)
    log = tmp_path / "Gatebook" / "0312" / DAY / "day-log.csv"
    assert "王小芳" in log.read_text("utf-8-sig")


def test_a_full_or_missing_place_is_told_and_can_be_tried_again(
    page: ExportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    page.use_folder(gone)
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.FAILED)
    assert page.card.result.accessibleName() == "Nothing is lost"
    gone.mkdir()
    page.card.main_button.click()
    comes_to(page, qtbot, Stage.WRITTEN)


def test_a_volunteer_is_told_who_may(
    page: ExportPage, session: Session, busy_gate: Gate, qtbot: QtBot, tmp_path: Path
) -> None:
    lead = busy_gate.register.key_file.unlock(OPERATOR, PASSPHRASE)
    operators.add(busy_gate.register, lead, "小陈", Role.VOLUNTEER, "volunteer pass 1")
    busy_gate.register.as_operator(busy_gate.register.key_file.unlock("小陈", "volunteer pass 1"))
    session.operator_changed.emit()
    page.use_folder(tmp_path)
    qtbot.waitUntil(lambda: page.card.state.text() == "Exporting is for a registrar or the lead")
    qtbot.waitUntil(lambda: not page.contents.options.isVisible())
    assert not page.card.main_button.isEnabled()


def test_the_seal_is_offered_first(page: ExportPage, qtbot: QtBot) -> None:
    assert page.contents.seal_words.text() == "This day is not sealed yet"
    page.contents.seal_button.click()
    qtbot.waitUntil(lambda: page.contents.seal_words.text() == "This day is sealed")
    assert not page.contents.seal_button.isVisible()


def test_a_drive_is_known_again_by_its_label_and_size(tmp_path: Path) -> None:
    one, other = drive_at(tmp_path / "e"), drive_at(tmp_path / "f")
    assert same_drive(one, other)
    assert not same_drive(one, drive_at(tmp_path / "f", "SANDISK"))
    assert not same_drive(drive_at(tmp_path / "e", ""), drive_at(tmp_path / "f", ""))


@pytest.mark.parametrize(
    ("amount", "words"),
    [(14_200_000_000, "14.2 GB"), (128_000_000_000, "128 GB"), (640_000_000, "640 MB"), (12, "12 B")],
)
def test_room_is_told_as_drives_are_sold(amount: int, words: str) -> None:
    assert size_words(amount) == words
