"""Drives and machines that play a story: what is plugged in, what holds it, when it is pulled out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.devices.drives import Drive, Partition, Release, in_order
from desktop.devices.system_commands import Answer

GIGABYTE = 1_000_000_000


def made_drive(mount: Path | str, label: str = "门岗U盘", **changes: object) -> Drive:
    """An ordinary USB stick at `mount`, with `changes`."""
    fields: dict[str, object] = {
        "mount": Path(mount),
        "device": "/dev/sda1",
        "label": label,
        "file_system": "vfat",
        "free": 15 * GIGABYTE,
        "total": 16 * GIGABYTE,
        "removable": True,
        "read_only": False,
    }
    return Drive(**(fields | changes))  # type: ignore[arg-type]


@dataclass
class ScriptedDrives:
    """Drives for pages and operations: `there` is what is plugged in, `ending` how letting go ends."""

    there: list[Drive] = field(default_factory=list)
    ending: Release = Release.SAFE
    released: list[Drive] = field(default_factory=list)

    def list(self) -> Sequence[Drive]:
        """What is plugged in."""
        return in_order(self.there)

    def release(self, drive: Drive) -> Release:
        """Ends as the story says; a drive that is safe is no longer there."""
        if drive not in self.there:
            return Release.GONE
        self.released.append(drive)
        if self.ending in (Release.SAFE, Release.GONE):
            self.there.remove(drive)
        return self.ending


@dataclass
class ScriptedMachine:
    """A machine as its own programs tell it. `held` are devices that cannot be unmounted; `events` names programs
    at whose call something happens first (`udisksctl unmount`: the stick is pulled out)."""

    lsblk: str
    partitions: list[Partition]
    held: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    events: dict[str, Callable[[ScriptedMachine], None]] = field(default_factory=dict)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    written_out: int = 0

    def ask(self, command: Sequence[str]) -> Answer:
        """Answers as the program would."""
        program, verb = command[0], command[1]
        self.asked.append(tuple(command))
        if event := self.events.pop(f"{program} {verb}", None):
            event(self)
        if program in self.missing:
            return Answer(None)
        if program == "lsblk":
            return Answer(0, self.lsblk)
        device = command[-1] if program == "diskutil" else command[3]
        if verb in ("unmount", "eject"):
            if device in self.held or device not in {partition.device for partition in self.partitions}:
                return Answer(1)
            self.partitions = [partition for partition in self.partitions if partition.device != device]
        return Answer(0)

    def mounted(self) -> list[Partition]:
        """What is mounted now."""
        return list(self.partitions)

    def usage(self, mount: str) -> tuple[int, int]:
        """Total and free bytes; a drive that is not mounted cannot be asked."""
        if mount not in {partition.mount for partition in self.partitions}:
            raise FileNotFoundError(mount)
        return 16 * GIGABYTE, 15 * GIGABYTE

    def write_out(self) -> None:
        """Counts how often the cache was written out."""
        self.written_out += 1

    def pull_out(self) -> None:
        """Everything that can be pulled out is gone."""
        self.lsblk = '{"blockdevices": []}'
        self.partitions = [part for part in self.partitions if not part.mount.startswith("/media/")]
