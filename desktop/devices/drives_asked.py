"""Drives of a system whose own programs say what they are, and let them go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.devices.drives import Partition, disk_usage, mounted_partitions, write_out
from desktop.devices.system_commands import Answer, ask


class AskedDrives:
    """What Linux and macOS have in common. What is asked of the system can be played back."""

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

    def _mounted(self) -> set[str]:
        return {partition.device for partition in self._partitions()}
