"""Drives on Linux, played back from what lsblk and psutil print."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.devices.drives import Partition, Release
from desktop.devices.drives_linux import LinuxDrives
from tests.desktop.devices.scripted_drives import GIGABYTE, ScriptedMachine

DATA = Path(__file__).parents[2] / "data" / "lsblk"
STICK = Partition("/dev/sda1", "/media/王芳/门岗U盘", "vfat", "rw,nosuid,nodev,relatime,uid=1000,utf8")
TOOLS = Partition("/dev/sda2", "/media/王芳/TOOLS", "exfat", "ro,nosuid,nodev,relatime")
BACKUP = Partition("/dev/sdb1", "/media/王芳/Backup Disk", "ext4", "rw,nosuid,nodev,relatime")
DATA_DISK = Partition("/dev/nvme0n1p3", "/data", "ext4", "rw,relatime")
SYSTEM = [
    Partition("/dev/mapper/luks-root", "/", "ext4", "rw,relatime"),
    Partition("/dev/nvme0n1p1", "/boot/efi", "vfat", "rw,relatime"),
    Partition("/dev/loop0", "/snap/core/1", "squashfs", "ro,nodev,relatime"),
]


def _machine(*partitions: Partition, name: str = "laptop-with-stick") -> ScriptedMachine:
    text = (DATA / f"{name}.json").read_text(encoding="utf-8")
    return ScriptedMachine(text, [*SYSTEM, *partitions])


def _drives(machine: ScriptedMachine) -> LinuxDrives:
    return LinuxDrives(machine.ask, machine.mounted, machine.usage, machine.write_out)


def test_removable_drives_come_first_and_the_systems_own_do_not_come() -> None:
    drives = _drives(_machine(DATA_DISK, TOOLS, STICK, BACKUP)).list()
    assert [(drive.mount.name, drive.removable, drive.read_only) for drive in drives] == [
        ("Backup Disk", True, False),
        ("门岗U盘", True, False),
        ("TOOLS", True, True),
        ("data", False, False),
    ]


def test_a_drive_is_described() -> None:
    (stick,) = _drives(_machine(STICK)).list()
    assert stick.mount == Path("/media/王芳/门岗U盘")
    assert (stick.device, stick.label, stick.file_system) == ("/dev/sda1", "门岗U盘", "vfat")
    assert (stick.total, stick.free) == (16 * GIGABYTE, 15 * GIGABYTE)


def test_an_older_lsblk_is_understood() -> None:
    card = Partition("/dev/sdc", "/media/王芳/CARD", "vfat", "ro,relatime")
    machine = _machine(card, name="older-with-card")
    machine.partitions[0] = Partition("/dev/mmcblk0p2", "/", "ext4", "rw,relatime")
    (drive,) = _drives(machine).list()
    assert (drive.label, drive.removable, drive.read_only) == ("CARD", True, True)


def test_a_machine_without_lsblk_still_lists_what_is_mounted() -> None:
    machine = _machine(STICK)
    machine.missing.add("lsblk")
    (drive,) = _drives(machine).list()
    assert (drive.device, drive.label) == ("/dev/sda1", "")


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"blockdevices": null}', '{"blockdevices": [{}]}'])
def test_an_answer_out_of_form_is_as_none(text: str) -> None:
    machine = _machine(STICK)
    machine.lsblk = text
    assert [drive.device for drive in _drives(machine).list()] == ["/dev/sda1"]


def test_a_drive_pulled_out_while_being_listed_is_left_out() -> None:
    machine = _machine(STICK)
    drives = LinuxDrives(machine.ask, lambda: [STICK], machine.usage, machine.write_out)
    machine.partitions.clear()
    assert list(drives.list()) == []


def test_every_part_of_the_stick_is_unmounted_before_it_is_safe() -> None:
    machine = _machine(STICK, TOOLS, BACKUP)
    drives = _drives(machine)
    stick = next(drive for drive in drives.list() if drive.device == "/dev/sda1")
    assert drives.release(stick) is Release.SAFE
    assert [partition.device for partition in machine.partitions if "/media" in partition.mount] == [
        "/dev/sdb1"
    ]
    assert [command[1:4] for command in machine.asked if command[0] == "udisksctl"] == [
        ("unmount", "--block-device", "/dev/sda1"),
        ("unmount", "--block-device", "/dev/sda2"),
        ("power-off", "--block-device", "/dev/sda"),
    ]
    assert machine.written_out == 1


def test_a_stick_that_a_program_holds_is_said_to_be_held() -> None:
    for held in ("/dev/sda1", "/dev/sda2"):
        machine = _machine(STICK, TOOLS)
        machine.held.add(held)
        drives = _drives(machine)
        assert drives.release(next(iter(drives.list()))) is Release.STILL_HELD
        assert machine.written_out == 1


def test_without_udisks_the_stick_is_written_and_still_held() -> None:
    machine = _machine(STICK)
    machine.missing.add("udisksctl")
    drives = _drives(machine)
    assert drives.release(drives.list()[0]) is Release.STILL_HELD
    assert machine.written_out == 1


def test_a_stick_pulled_out_before_is_gone() -> None:
    machine = _machine(STICK)
    drives = _drives(machine)
    stick = drives.list()[0]
    machine.pull_out()
    assert drives.release(stick) is Release.GONE


def test_a_stick_pulled_out_while_it_is_let_go_is_gone() -> None:
    machine = _machine(STICK)
    machine.events["udisksctl unmount"] = ScriptedMachine.pull_out
    drives = _drives(machine)
    assert drives.release(drives.list()[0]) is Release.GONE


def test_without_lsblk_a_stick_is_let_go_too() -> None:
    machine = _machine(STICK)
    drives = _drives(machine)
    stick = drives.list()[0]
    machine.missing.add("lsblk")
    assert drives.release(stick) is Release.SAFE
    assert STICK not in machine.partitions
