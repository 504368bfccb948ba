"""Asking the system's own programs (lsblk, udisksctl, diskutil), whose answers tests play back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What a program printed, and how it ended. `code` is None where it is not installed or did not end in
    time."""

    code: int | None
    text: str = ""

    @property
    def good(self) -> bool:
        """Whether the program did what it was asked."""
        return self.code == 0


def ask(command: Sequence[str], seconds: float = 60) -> Answer:
    """Runs a system program without a window, input or the libraries of a frozen build."""
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=_plain_environment(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return Answer(None)
    return Answer(done.returncode, done.stdout.decode("utf-8", "replace"))


def _plain_environment() -> dict[str, str]:
    """PyInstaller points the loader at its own libraries and keeps the earlier value under another name;
    programs of the system must have theirs."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        original = environment.pop(f"{name}_ORIG", None)
        if original is not None:
            environment[name] = original
        elif getattr(sys, "frozen", False):
            environment.pop(name, None)
    return environment
