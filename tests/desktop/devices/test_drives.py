"""What holds for drives of every system."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.devices.drives import (
    Partition,
    Release,
    disk_usage,
    drive_of,
    mounted_partitions,
    release_place,
    system_drives,
    write_out,
)
from desktop.devices.system_commands import ask
from tests.desktop.devices.scripted_drives import ScriptedDrives, made_drive


def test_this_machines_drives_are_listed() -> None:
    for drive in system_drives().list():
        assert 0 <= drive.free <= drive.total
        assert drive.mount.is_absolute()


def test_what_is_mounted_is_read_from_this_machine(tmp_path: Path) -> None:
    for partition in mounted_partitions():
        assert isinstance(partition, Partition)
        assert partition.mount
    total, free = disk_usage(str(tmp_path))
    assert 0 < free <= total
    write_out()


def test_a_folder_on_a_stick_is_let_go_with_its_stick(tmp_path: Path) -> None:
    stick, inner = made_drive(tmp_path / "stick"), made_drive(tmp_path / "stick" / "inner")
    drives = ScriptedDrives([stick, inner])
    assert drive_of(tmp_path / "stick" / "inner" / "Gatebook", drives.list()) == inner
    assert drive_of(tmp_path / "stick-2", drives.list()) is None
    assert release_place(drives, tmp_path / "stick" / "Gatebook") is Release.SAFE
    assert drives.released == [stick]


def test_a_plain_folder_is_written_and_nothing_is_ejected(tmp_path: Path) -> None:
    fixed = made_drive(tmp_path, removable=False)
    drives = ScriptedDrives([fixed])
    assert release_place(drives, tmp_path) is Release.WRITTEN
    assert release_place(drives, tmp_path / "gone") is Release.GONE
    assert drives.released == []


def test_a_system_program_that_is_missing_or_does_not_end_gives_no_answer() -> None:
    assert ask(["gatebook-has-no-such-program"]).code is None
    assert ask([sys.executable, "-c", "import threading; threading.Event().wait()"], seconds=0.1).code is None


def test_a_system_program_answers_and_is_given_nothing_to_read() -> None:
    assert ask([sys.executable, "-X", "utf8", "-c", "print('王芳')"]).text.strip() == "王芳"
    assert ask([sys.executable, "-c", "input()"]).code == 1
