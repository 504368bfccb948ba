"""Drives on Windows and macOS, as far as they can be played back here."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from desktop.devices.drives import Partition, Release
from desktop.devices.drives_mac import MacDrives
from desktop.devices.drives_windows import Volume, WindowsDrives
from desktop.devices.system_commands import Answer
from tests.desktop.devices.scripted_drives import ScriptedMachine

C = Partition("C:\\", "C:\\", "NTFS", "rw,fixed")
D = Partition("D:\\", "D:\\", "CDFS", "ro,cdrom")
E = Partition("E:\\", "E:\\", "FAT32", "rw,removable")
F = Partition("F:\\", "F:\\", "NTFS", "rw,fixed")
Z = Partition("Z:\\", "Z:\\", "NTFS", "rw,remote")


@dataclass
class ScriptedVolume:
    """A volume that is busy for some tries, and fails at a step."""

    busy: int = 0
    fails_at: str = ""
    steps: list[str] = field(default_factory=list)

    def lock(self) -> bool:
        self.steps.append("lock")
        self.busy -= 1
        return self.busy < 0

    def dismount(self) -> bool:
        self.steps.append("dismount")
        return self.fails_at != "dismount"

    def eject(self) -> bool:
        self.steps.append("eject")
        return self.fails_at != "eject"


@dataclass
class ScriptedVolumes:
    """E: is a stick, F: a hard disk on USB."""

    volume: ScriptedVolume | None = None

    def label(self, mount: str) -> str:
        return {"E:\\": "门岗U盘"}.get(mount, "")

    def is_external(self, mount: str) -> bool:
        return mount in ("E:\\", "F:\\")

    @contextmanager
    def opened(self, mount: str) -> Iterator[Volume | None]:
        yield self.volume


def _windows(volume: ScriptedVolume | None = None, waits: list[float] | None = None) -> WindowsDrives:
    machine = ScriptedMachine("", [C, D, E, F, Z])
    wait = (waits if waits is not None else []).append
    return WindowsDrives(ScriptedVolumes(volume), machine.mounted, machine.usage, wait)


def test_windows_drives_on_usb_come_first() -> None:
    drives = _windows().list()
    assert [(drive.device, drive.label, drive.removable) for drive in drives] == [
        ("E:\\", "门岗U盘", True),
        ("F:\\", "", True),
        ("C:\\", "", False),
    ]


def test_a_windows_volume_is_locked_dismounted_and_ejected() -> None:
    volume = ScriptedVolume()
    drives = _windows(volume)
    assert drives.release(drives.list()[0]) is Release.SAFE
    assert volume.steps == ["lock", "dismount", "eject"]


def test_a_windows_volume_that_is_looked_at_for_a_moment_is_tried_again() -> None:
    volume, waits = ScriptedVolume(busy=3), list[float]()
    drives = _windows(volume, waits)
    assert drives.release(drives.list()[0]) is Release.SAFE
    assert len(waits) == 3


@pytest.mark.parametrize(
    "volume",
    [None, ScriptedVolume(busy=100), ScriptedVolume(fails_at="dismount"), ScriptedVolume(fails_at="eject")],
)
def test_a_windows_volume_that_is_not_let_go_is_said_to_be_held(volume: ScriptedVolume | None) -> None:
    drives = _windows(volume)
    assert drives.release(drives.list()[0]) is Release.STILL_HELD


def test_a_windows_drive_pulled_out_before_is_gone() -> None:
    machine = ScriptedMachine("", [E])
    drives = WindowsDrives(ScriptedVolumes(ScriptedVolume()), machine.mounted, machine.usage)
    stick = drives.list()[0]
    machine.partitions.clear()
    assert drives.release(stick) is Release.GONE


STICK = Partition("/dev/disk4s1", "/Volumes/门岗U盘", "msdos", "rw,nosuid")
MAC_SYSTEM = Partition("/dev/disk1s1", "/", "apfs", "ro,rootfs")


@dataclass
class ScriptedMac:
    """A Mac with one stick."""

    machine: ScriptedMachine = field(default_factory=lambda: ScriptedMachine("", [MAC_SYSTEM, STICK]))

    def ask(self, command: Sequence[str]) -> Answer:
        if command[1] == "info":
            told = {"VolumeName": "门岗U盘", "RemovableMediaOrExternalDevice": True, "WritableVolume": False}
            return Answer(0, plistlib.dumps(told).decode())
        return self.machine.ask(command)

    def drives(self) -> MacDrives:
        machine = self.machine
        return MacDrives(self.ask, machine.mounted, machine.usage, machine.write_out)


def test_a_stick_on_a_mac_is_listed_and_ejected() -> None:
    mac = ScriptedMac()
    drives = mac.drives()
    (stick,) = drives.list()
    assert (stick.label, stick.removable, stick.read_only) == ("门岗U盘", True, True)
    assert drives.release(stick) is Release.SAFE
    assert mac.machine.written_out == 1
    assert drives.release(stick) is Release.GONE


def test_a_stick_that_a_mac_holds_is_said_to_be_held() -> None:
    mac = ScriptedMac()
    mac.machine.held.add("/dev/disk4s1")
    drives = mac.drives()
    assert drives.release(drives.list()[0]) is Release.STILL_HELD
