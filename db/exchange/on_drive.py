"""What lies on a drive that concerns a gate: answers of command posts, and who used the drive last. Files are known by
name alone; nothing else on a drive is ever opened, and no link is followed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from db.exchange.drive_folder import SUMS, TOP_FOLDER

_ANSWER = re.compile(r"gatebook-answer-\d{1,16}\.json", re.IGNORECASE)
_GATE = re.compile(r"\d{4,5}")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d{1,3}))?")
_MOST_ENTRIES = 10_000
_MOST_ANSWERS = 20


@dataclass(frozen=True)
class LastUse:
    """The newest day on a drive, and the gate that left it there."""

    gate: int
    day: str


def answer_files(root: Path) -> list[Path]:
    """The files on a drive that are named as a post names its answers: at its top, in `Gatebook`, and in the folders of
    gates there. The highest numbers first, and of those no more than twenty. Raises nothing."""
    top = root / TOP_FOLDER
    folders = [root, top, *(top / entry.name for entry in _entries(top) if _GATE.fullmatch(entry.name))]
    found = [
        folder / entry.name
        for folder in folders
        for entry in _entries(folder)
        if _ANSWER.fullmatch(entry.name) and _is_file(entry)
    ]
    return sorted(found, key=lambda path: (-int(path.stem.rsplit("-", 1)[1]), str(path)))[:_MOST_ANSWERS]


def last_use(root: Path) -> LastUse | None:
    """Which gate left the newest whole day on a drive; None where there is none. Raises nothing."""
    top, newest = root / TOP_FOLDER, None
    for gate in _entries(top):
        if not _GATE.fullmatch(gate.name):
            continue
        for entry in _entries(top / gate.name):
            match = _DAY.fullmatch(entry.name)
            if match and _is_whole(top / gate.name / entry.name):
                newest = max(newest or ("", 0), (match[1], int(gate.name)))
    return LastUse(newest[1], newest[0]) if newest else None


def _is_whole(day: Path) -> bool:
    """Whether a day's folder has its checksums, which are written last. A folder that cannot be read has none."""
    return any(entry.name == SUMS and _is_file(entry) for entry in _entries(day))


def request_file(root: Path, gate: int) -> Path:
    """Where a gate's request is written: a file that is not there yet, for nothing on a drive is replaced."""
    top = root / TOP_FOLDER
    names = (
        f"gatebook-request-{gate:04d}{'' if number == 1 else f'-{number}'}.json" for number in _counting()
    )
    return next(top / name for name in names if not (top / name).exists())


def _counting() -> Iterator[int]:
    number = 1
    while True:
        yield number
        number += 1


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(islice(found, _MOST_ENTRIES))
    except OSError:
        return []


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False
