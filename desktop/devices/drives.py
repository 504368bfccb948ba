"""Drives that a day can go home on: which are there, and letting one go so that it can be pulled out.

What asks the system is small and its own module for each system (`drives_linux`, `drives_windows`,
`drives_mac`). All of it may take seconds: call it from the background thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import psutil


class Release(StrEnum):
    """How letting go of a drive ended."""

    SAFE = "safe"
    """The system holds it no longer: it can be pulled out."""
    STILL_HELD = "still_held"
    """All that was written is on it, but the system (another window, another program) still holds it."""
    GONE = "gone"
    """It was pulled out before."""
    WRITTEN = "written"
    """It is not a drive that can be pulled out, but a folder: all that was written is on its disk."""


@dataclass(frozen=True)
class Drive:
    """A mounted drive. `free` and `total` are bytes; `label` may be empty; `device` is the system's own
    name."""

    mount: Path
    device: str
    label: str
    file_system: str
    free: int
    total: int
    removable: bool
    read_only: bool


@dataclass(frozen=True)
class Partition:
    """A mounted file system, as psutil tells it."""

    device: str
    mount: str
    file_system: str
    options: str

    @property
    def read_only(self) -> bool:
        """Whether it is mounted so that nothing can be written."""
        return "ro" in self.options.split(",")


class Drives(Protocol):
    """What a system can tell and do. Tests put a scripted one in its place."""

    def list(self) -> Sequence[Drive]:
        """The drives that are there now, removable ones first."""

    def release(self, drive: Drive) -> Release:
        """Lets go of a drive; everything written to it is on it, whatever the answer."""


def system_drives() -> Drives:
    """The drives of the machine that this runs on."""
    if sys.platform == "win32":
        from desktop.devices.drives_windows import WindowsDrives
        from desktop.devices.windows_volumes import SystemVolumes

        return WindowsDrives(SystemVolumes())
    if sys.platform == "darwin":
        from desktop.devices.drives_mac import MacDrives

        return MacDrives()
    from desktop.devices.drives_linux import LinuxDrives

    return LinuxDrives()


def release_place(drives: Drives, place: Path) -> Release:
    """Lets go of what `place` lies on: the removable drive, or else its disk's cache is written out."""
    drive = drive_of(place, drives.list())
    if drive is not None and drive.removable:
        return drives.release(drive)
    if not place.exists():
        return Release.GONE
    write_out()
    return Release.WRITTEN


def drive_of(place: Path, drives: Iterable[Drive]) -> Drive | None:
    """The drive that `place` lies on, the innermost where one is mounted inside another."""
    target = Path(os.path.realpath(place))
    holding = [drive for drive in drives if target.is_relative_to(os.path.realpath(drive.mount))]
    return max(holding, key=lambda drive: len(drive.mount.parts), default=None)


def in_order(drives: Iterable[Drive]) -> list[Drive]:
    """Removable drives first, writable before read-only, then by where they are."""
    return sorted(drives, key=lambda drive: (not drive.removable, drive.read_only, str(drive.mount)))


def mounted_partitions() -> list[Partition]:
    """The file systems on disks that are mounted now."""
    return [
        Partition(item.device, item.mountpoint, item.fstype, item.opts)
        for item in psutil.disk_partitions(all=False)
    ]


def measured(
    partition: Partition,
    label: str,
    removable: bool,
    read_only: bool,
    usage: Callable[[str], tuple[int, int]],
) -> Drive | None:
    """The drive of a partition with its room, or None where it was pulled out while being asked."""
    try:
        total, free = usage(partition.mount)
    except OSError:
        return None
    return Drive(
        mount=Path(partition.mount),
        device=partition.device,
        label=label,
        file_system=partition.file_system,
        free=free,
        total=total,
        removable=removable,
        read_only=read_only or partition.read_only,
    )


def disk_usage(mount: str) -> tuple[int, int]:
    """Total and free bytes, free for the person who asks. Raises `OSError`."""
    usage = psutil.disk_usage(mount)
    return usage.total, usage.free


def write_out() -> None:
    """Writes the system's cache out to its disks. Windows has no such call for all of them: there each
    file that an export writes has been flushed by itself."""
    if sys.platform != "win32":
        os.sync()
