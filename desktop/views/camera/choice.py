"""Which camera this machine's window uses and whether its picture is shown mirrored, kept beside the preferences."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.places import preferences_file

NAME = "camera.json"


@dataclass(frozen=True)
class CameraChoice:
    """`key`: the camera, empty for the system's own choice. `mirrored`: shown as in a mirror, in which a hand moves
    to the side that one sees; what is read and photographed is never mirrored."""

    key: str = ""
    mirrored: bool = True


def load_choice(path: Path | None = None) -> CameraChoice:
    """The choice of last time; a file that is missing or damaged counts as none."""
    try:
        stored = json.loads((path or _file()).read_text("utf-8"))
    except (OSError, ValueError):
        return CameraChoice()
    if not isinstance(stored, dict):
        return CameraChoice()
    key, mirrored = stored.get("key"), stored.get("mirrored")
    return CameraChoice(
        key if isinstance(key, str) else "", mirrored if isinstance(mirrored, bool) else CameraChoice.mirrored
    )


def save_choice(choice: CameraChoice, path: Path | None = None) -> None:
    """Keeps the choice. A machine that keeps nothing is no reason to stop."""
    target = path or _file()
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        part.write_text(json.dumps(asdict(choice), ensure_ascii=False, indent=1), "utf-8")
        os.replace(part, target)


def _file() -> Path:
    return preferences_file().with_name(NAME)
