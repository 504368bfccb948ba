"""Drives on macOS: psutil says what is mounted, diskutil what it is, and ejects it. Not tried on a Mac."""

from __future__ import annotations

import plistlib
from collections.abc import Callable, Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from desktop.devices.drives import (
    Drive,
    Partition,
    Release,
    disk_usage,
    in_order,
    measured,
    mounted_partitions,
    write_out,
)
from desktop.devices.system_commands import Answer, ask

_VOLUMES = "/Volumes/"


class MacDrives:
    """The drives of a Mac. What is asked of the system can be played back."""

    def __init__(
        self,
        ask: Callable[[Sequence[str]], Answer] = ask,
        partitions: Callable[[], list[Partition]] = mounted_partitions,
        usage: Callable[[str], tuple[int, int]] = disk_usage,
        write_out: Callable[[], None] = write_out,
    ) -> None:
        self._ask = ask
        self._partitions = partitions
        self._usage = usage
        self._write_out = write_out

    def list(self) -> Sequence[Drive]:
        """What is under /Volumes, removable drives first."""
        found = []
        for partition in self._partitions():
            if partition.mount.startswith(_VOLUMES):
                told = self._told(partition.device)
                label = str(told.get("VolumeName") or "")
                removable = bool(told.get("RemovableMediaOrExternalDevice", not told.get("Internal", True)))
                read_only = not told.get("WritableVolume", True)
                found.append(measured(partition, label, removable, read_only, self._usage))
        return in_order(drive for drive in found if drive is not None)

    def release(self, drive: Drive) -> Release:
        """Ejects the whole device that the drive is on."""
        if drive.device not in self._mounted():
            return Release.GONE
        self._write_out()
        done = self._ask(("diskutil", "eject", drive.device))
        if drive.device in self._mounted():
            return Release.STILL_HELD
        return Release.SAFE if done.good else Release.GONE

    def _mounted(self) -> set[str]:
        return {partition.device for partition in self._partitions()}

    def _told(self, device: str) -> dict[str, Any]:
        answer = self._ask(("diskutil", "info", "-plist", device))
        try:
            told = plistlib.loads(answer.text.encode("utf-8")) if answer.good else {}
        except (plistlib.InvalidFileException, ExpatError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}
