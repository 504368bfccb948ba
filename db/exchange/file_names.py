"""Names that every drive takes: FAT32's rules, which are the strictest of those in use."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Microsoft, "Naming Files, Paths, and Namespaces".
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])(\..*)?", re.IGNORECASE)
_MAX_UNITS = 255
MAX_FAT32_FILE_BYTES = 2**32 - 1


def is_safe_name(name: str) -> bool:
    """Whether `name` can be a file's name on FAT32, NTFS, exFAT, APFS and ext4 alike."""
    if not name or _FORBIDDEN.search(name) or _DEVICES.fullmatch(name):
        return False
    if name[-1] in ". " or name[0] == " ":
        return False
    try:
        return len(name.encode("utf-16-le")) // 2 <= _MAX_UNITS
    except UnicodeEncodeError:
        return False


def check_names(names: Iterable[str]) -> None:
    """Raises `ValueError` for a name that a drive would not take, or two that differ only in case: they
    are one file there."""
    seen: set[str] = set()
    for name in names:
        if not is_safe_name(name):
            raise ValueError(f"not a file name on every drive: {name!r}")
        if name.casefold() in seen:
            raise ValueError(f"two names that are one on a drive: {name!r}")
        seen.add(name.casefold())
