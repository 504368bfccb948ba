"""What an export leaves on a drive that was pulled out under it, or by a program that was ended, and taking it away
when the next export comes to that drive."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from db.exchange.drive_folder import SUMS, TOP_FOLDER
from db.files import sync_folder

_PART = ".part"
_OURS = re.compile(
    r"(day-log\.(csv|xlsx)|day-report\.pdf|gatebook-[0-9e-]+\.gbk(\.age)?)(\.part)?|SHA256SUMS\.part"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(-\d{1,3})?")


def remove_unfinished(root: Path, gate: int) -> list[str]:
    """Takes away the folders of this gate on the drive `root` that an export could not finish; gives their names.

    One with checksums is whole and stays. So does one with any file in it that no export writes, and one without the
    mark of an export under way: somebody took its checksums away, and what it holds is theirs."""
    parent, gone = root / TOP_FOLDER / f"{gate:04d}", []
    with contextlib.suppress(OSError):
        for folder in sorted(parent.iterdir()):
            if _DAY.fullmatch(folder.name) and not folder.is_symlink() and _remove(folder):
                gone.append(folder.name)
        if gone:
            sync_folder(parent)
    return gone


def _remove(folder: Path) -> bool:
    try:
        names = [child.name for child in folder.iterdir()]
        ours = all(_OURS.fullmatch(name) for name in names)
        if SUMS in names or not ours or (names and not any(name.endswith(_PART) for name in names)):
            return False
        # The mark goes last: pulled out now, it is known for an unfinished one the next time too.
        for name in sorted(names, key=lambda name: name == SUMS + _PART):
            (folder / name).unlink()
        folder.rmdir()
    except OSError:
        return False
    return True
