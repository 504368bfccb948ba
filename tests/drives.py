"""Folders that behave as drives do: with little room, read-only, or gone. No test is left out where the system
does not let a drive be mounted; another real thing then stands in for it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path


@contextlib.contextmanager
def small_drive(folder: Path, kilobytes: int = 64) -> Iterator[Path]:
    """An empty folder that takes `kilobytes` (or so) and is full then: a small tmpfs for root. Otherwise the
    process is forbidden to write any larger file, which the system says in the same place."""
    folder.mkdir(parents=True, exist_ok=True)
    if _mounted(folder, f"size={kilobytes}k"):
        try:
            yield folder
        finally:
            _unmount(folder)
    else:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, hard))
        try:
            yield folder
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def read_only_drive(folder: Path, files: Sequence[Path] = ()) -> Iterator[Path]:
    """A folder in which nothing can be made: a tmpfs mounted read-only for root (to whom permissions mean
    nothing), or /sys where that cannot be; for others a folder without the permission. `files` were copied there
    before it was locked, but for /sys."""
    folder.mkdir(parents=True, exist_ok=True)
    if _mounted(folder, "size=4m"):
        try:
            _copy(files, folder)
            subprocess.run(["mount", "-o", "remount,ro", str(folder)], capture_output=True, check=True)
            yield folder
        finally:
            _unmount(folder)
    elif sys.platform != "win32" and os.geteuid() == 0:
        yield Path("/sys")
    else:
        _copy(files, folder)
        folder.chmod(0o555)
        try:
            yield folder
        finally:
            folder.chmod(0o755)


def _copy(files: Sequence[Path], folder: Path) -> None:
    for file in files:
        shutil.copy(file, folder / file.name)


def _mounted(folder: Path, options: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=True)
