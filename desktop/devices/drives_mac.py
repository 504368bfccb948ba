"""Drives on macOS: psutil says what is mounted, diskutil what it is, and ejects it. Not tried on a Mac."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from desktop.devices.drives import Drive, Release, in_order, measured
from desktop.devices.drives_asked import AskedDrives

_VOLUMES = "/Volumes/"


class MacDrives(AskedDrives):
    """The drives of a Mac."""

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

    def _told(self, device: str) -> dict[str, Any]:
        answer = self._ask(("diskutil", "info", "-plist", device))
        try:
            told = plistlib.loads(answer.text.encode("utf-8")) if answer.good else {}
        except (plistlib.InvalidFileException, ExpatError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}
