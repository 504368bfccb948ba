"""What this machine's window looks like, whoever works with it: language, theme, size, and which register."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from db.server import is_url
from desktop.places import default_register, preferences_file


@dataclass(frozen=True)
class Preferences:
    """`language`: `zh`, `en`, or empty for the system's. `theme`: `light`, `dark`, or empty for the system's.
    `size`: percent. `register`: the register's path or URL, or empty for the usual place."""

    language: str = ""
    theme: str = ""
    size: int = 100
    register: str = ""

    @property
    def register_path(self) -> Path | str:
        """The register's place: a file, or the URL of a database."""
        if is_url(self.register):
            return self.register
        return Path(self.register) if self.register else default_register()


def load_preferences(path: Path | None = None) -> Preferences:
    """The preferences; a file that is missing or damaged counts as none."""
    try:
        stored = json.loads((path or preferences_file()).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    fits = {
        field.name: stored[field.name]
        for field in fields(Preferences)
        if type(stored.get(field.name)) is type(getattr(Preferences(), field.name))
    }
    kept = Preferences(**fits)
    return kept if 100 <= kept.size <= 200 else replace(kept, size=100)


def save_preferences(preferences: Preferences, path: Path | None = None) -> None:
    """Keeps the preferences. A machine that keeps nothing is no reason to stop."""
    target = path or preferences_file()
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        # In ASCII: a folder's name may be no Unicode at all.
        part.write_text(json.dumps(asdict(preferences), indent=1), "ascii")
        os.replace(part, target)
