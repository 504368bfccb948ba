"""Where things lie on this machine: the register, the program's log, its own preferences."""

from __future__ import annotations

from pathlib import Path

import platformdirs

REGISTER_NAME = "register.gatebook"
PRACTICE_NAME = "practice.gatebook"


def data_folder() -> Path:
    """The user's data folder for the program. It may not exist yet."""
    return Path(platformdirs.user_data_dir("Gatebook", appauthor=False))


def default_register() -> Path:
    """Where the register lies unless someone says otherwise."""
    return data_folder() / REGISTER_NAME


def practice_register() -> Path:
    """Where the sample lies, that cannot touch the real register."""
    return data_folder() / PRACTICE_NAME


def log_folder() -> Path:
    """Where the log of bugs is kept."""
    return Path(platformdirs.user_log_dir("Gatebook", appauthor=False))


def preferences_file() -> Path:
    """Where language, theme and the register's place are kept."""
    return Path(platformdirs.user_config_dir("Gatebook", appauthor=False)) / "preferences.json"
