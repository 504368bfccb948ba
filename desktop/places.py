"""Where things lie on this machine: the register, the program's log, its own preferences."""

from __future__ import annotations

import contextlib
from pathlib import Path

import platformdirs

FOLDER_NAME = "Gatebook"
REGISTER_NAME = "register.gatebook"
PRACTICE_NAME = "practice.gatebook"


def data_folder() -> Path:
    """The user's data folder for the program. It may not exist yet."""
    return Path(platformdirs.user_data_dir("Gatebook", appauthor=False))


def default_register() -> Path:
    """Where the register lies unless someone says otherwise."""
    return data_folder() / REGISTER_NAME


def register_in(folder: Path) -> Path:
    """Where a register lies that somebody wants in `folder`: in a folder of its own there."""
    return (folder if folder.name == FOLDER_NAME else folder / FOLDER_NAME) / REGISTER_NAME


def registers_elsewhere() -> list[Path]:
    """Registers in the usual folder of other disks of this machine: some laptops put C: back at each start, with the
    preferences that knew the place. May take seconds where a disk is slow to answer."""
    import psutil  # for this alone: the gate's window does not wait for it

    found = []
    with contextlib.suppress(OSError):
        for disk in psutil.disk_partitions(all=False):
            path = register_in(Path(disk.mountpoint))
            with contextlib.suppress(OSError):
                if path.is_file() and path != default_register():
                    found.append(path)
    return sorted(set(found))


def practice_register() -> Path:
    """Where the sample lies, that cannot touch the real register."""
    return data_folder() / PRACTICE_NAME


def log_folder() -> Path:
    """Where the log of bugs is kept."""
    return Path(platformdirs.user_log_dir("Gatebook", appauthor=False))


def preferences_file() -> Path:
    """Where language, theme and the register's place are kept."""
    return Path(platformdirs.user_config_dir("Gatebook", appauthor=False)) / "preferences.json"
