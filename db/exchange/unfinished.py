"""What an export leaves on a drive that was pulled out under it, and taking it away when the drive is back."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from db.exchange.drive_folder import SUMS, TOP_FOLDER
from db.files import sync_folder

_OURS = re.compile(
    r"(day-log\.(csv|xlsx)|day-report\.pdf|gatebook-[0-9e-]+\.gbk(\.age)?)(\.part)?|SHA256SUMS\.part"
)


def next_folder(root: Path, gate: int, day: str) -> Path:
    """The folder that an export of `day` to `root` would make now."""
    parent = root / TOP_FOLDER / f"{gate:04d}"
    number = 1
    while True:
        folder = parent / (day if number == 1 else f"{day}-{number}")
        if not folder.exists():
            return folder
        number += 1


def remove_unfinished(folder: Path) -> bool:
    """Takes away a folder that an export could not finish; True where it is gone. One with checksums is whole and
    stays, and so does one with any file in it that no export writes."""
    with contextlib.suppress(OSError):
        names = [child.name for child in folder.iterdir()]
        if SUMS in names or not all(_OURS.fullmatch(name) for name in names):
            return False
        for name in names:
            (folder / name).unlink()
        folder.rmdir()
        sync_folder(folder.parent)
        return True
    return not folder.exists()
