"""Drives on Linux: psutil says what is mounted, lsblk what it is, udisks2 lets it go.

udisks2 is asked through its own client, udisksctl, which comes with it and speaks to it over D-Bus: where the
service is, the client is, its exit code says all that is needed, and nothing of D-Bus is loaded into the
program. Where udisks2 is missing the drive stays held by the system, and the person is told so. Tried with a running
udisks2 2.9.4 on loop devices: held while a file was open on it, let go once it was closed, gone when asked again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.devices.drives import Drive, Partition, Release, in_order, measured
from desktop.devices.drives_asked import AskedDrives

# Columns that util-linux 2.33 has too, as older UOS and Kylin do.
LSBLK = ("lsblk", "-J", "-b", "-p", "-o", "NAME,TYPE,LABEL,RO,RM,HOTPLUG,TRAN")
_UDISKS = "udisksctl"
_QUIET = "--no-user-interaction"
# Parts of the system itself; its disk can count as removable (eMMC does), and is not what anyone means.
_SYSTEM_MOUNTS = frozenset({"/", "/boot", "/efi", "/home", "/usr", "/var", "/opt", "/nix", "/recovery"})
_SYSTEM_FOLDERS = ("/boot/", "/snap/", "/var/", "/sysroot/", "/sys/", "/proc/")


@dataclass(frozen=True)
class Block:
    """A block device as lsblk tells it. `disk` is the whole device that it is on."""

    name: str
    disk: str
    label: str
    removable: bool
    read_only: bool


class LinuxDrives(AskedDrives):
    """The drives of a Linux machine."""

    def list(self) -> Sequence[Drive]:
        """Mounted drives but for the system's own, removable ones first."""
        blocks = self._blocks()
        found: dict[str, Drive] = {}
        for partition in self._partitions():
            if not _is_for_people(partition) or partition.device in found:
                continue
            block = blocks.get(partition.device)
            label = block.label if block else ""
            removable = block is not None and block.removable
            drive = measured(partition, label, removable, block is not None and block.read_only, self._usage)
            if drive is not None:
                found[partition.device] = drive
        return in_order(found.values())

    def release(self, drive: Drive) -> Release:
        """Unmounts every part of the drive's device and powers it off.

        The power is a courtesy (its lamp goes out): a device of which nothing is mounted can be pulled
        out."""
        if drive.device not in self._mounted():
            return Release.GONE
        self._write_out()
        blocks = self._blocks()
        block = blocks.get(drive.device)
        disk = block.disk if block else drive.device
        parts = {drive.device} | {name for name, other in blocks.items() if other.disk == disk}
        for device in sorted(parts & self._mounted()):
            self._ask((_UDISKS, "unmount", "--block-device", device, _QUIET))
        if parts & self._mounted():
            return Release.STILL_HELD
        if block is not None and disk not in self._blocks():
            return Release.GONE
        self._ask((_UDISKS, "power-off", "--block-device", disk, _QUIET))
        return Release.SAFE

    def _blocks(self) -> dict[str, Block]:
        answer = self._ask(LSBLK)
        try:
            devices = json.loads(answer.text)["blockdevices"] if answer.good else []
            return {block.name: block for device in devices for block in _tree(device, None)}
        except (ValueError, KeyError, TypeError):
            return {}


def _tree(device: dict[str, Any], parent: Block | None) -> Iterator[Block]:
    name = str(device["name"])
    of_itself = _true(device.get("rm")) or _true(device.get("hotplug")) or device.get("tran") == "usb"
    block = Block(
        name=name,
        disk=parent.disk if parent else name,
        label=str(device.get("label") or ""),
        removable=of_itself or (parent is not None and parent.removable),
        read_only=_true(device.get("ro")),
    )
    yield block
    for child in device.get("children", ()):
        yield from _tree(child, block)


def _true(value: object) -> bool:
    """Older lsblk prints "1", newer true."""
    return value in (True, "1", 1)


def _is_for_people(partition: Partition) -> bool:
    mount = partition.mount
    if mount in _SYSTEM_MOUNTS or mount.startswith(_SYSTEM_FOLDERS) or partition.file_system == "squashfs":
        return False
    return not partition.device.startswith("/dev/loop")
