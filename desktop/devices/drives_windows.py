"""Drives on Windows, by its documented calls: which volumes are on USB, their labels, and letting one go.

A volume is let go as Microsoft describes it (KB165721, "How To Eject Removable Media"): lock, dismount, allow
removal, eject. A lock is refused while any program has a file open there. Not tried on a Windows machine:
here it was written against the documentation alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from desktop.devices.drives import (
    Drive,
    Partition,
    Release,
    disk_usage,
    in_order,
    measured,
    mounted_partitions,
)

_LOCK_TRIES = 10
_SECONDS_BETWEEN = 0.5


class Volume(Protocol):
    """A volume that is open for letting it go. Each step says whether Windows did it."""

    def lock(self) -> bool:
        """No program has a file open there, and none can open one from now on."""

    def dismount(self) -> bool:
        """What was written is on it, and the file system is closed."""

    def eject(self) -> bool:
        """The device may be taken out, and has been told so."""


class Volumes(Protocol):
    """What Windows knows of drive letters (`E:\\`)."""

    def label(self, mount: str) -> str:
        """The name that a person gave the volume, or nothing."""

    def is_external(self, mount: str) -> bool:
        """Whether it is on USB or a memory card: a USB hard disk does not count as removable otherwise."""

    def opened(self, mount: str) -> AbstractContextManager[Volume | None]:
        """The volume, or None where Windows does not open it."""


class WindowsDrives:
    """The drives of a Windows machine. What psutil says of them can be played back."""

    def __init__(
        self,
        volumes: Volumes,
        partitions: Callable[[], list[Partition]] = mounted_partitions,
        usage: Callable[[str], tuple[int, int]] = disk_usage,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._volumes = volumes
        self._partitions = partitions
        self._usage = usage
        self._wait = wait

    def list(self) -> Sequence[Drive]:
        """Every drive letter but those of CD drives, removable ones first."""
        found = []
        for partition in self._partitions():
            options = partition.options.split(",")
            if "cdrom" in options or "remote" in options:
                continue
            removable = "removable" in options or self._volumes.is_external(partition.mount)
            label = self._volumes.label(partition.mount)
            found.append(measured(partition, label, removable, False, self._usage))
        return in_order(drive for drive in found if drive is not None)

    def release(self, drive: Drive) -> Release:
        """Locks, dismounts and ejects the volume. Its lock is tried for some seconds: an antivirus program
        or the search index often looks at new files just then."""
        mount = str(drive.mount)
        if mount not in {partition.mount for partition in self._partitions()}:
            return Release.GONE
        with self._volumes.opened(mount) as volume:
            if volume is None:
                return Release.STILL_HELD
            for tried in range(_LOCK_TRIES):
                if volume.lock():
                    break
                if tried < _LOCK_TRIES - 1:
                    self._wait(_SECONDS_BETWEEN)
            else:
                return Release.STILL_HELD
            return Release.SAFE if volume.dismount() and volume.eject() else Release.STILL_HELD
