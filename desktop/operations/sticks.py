"""Sticks into a command post: find the bundles on them, see what they would bring, take them in, tell what is wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.books.arrivals import Missing, missing_lines
from db.errors import Fault, GatebookError, Refusal, RefusalCode
from db.exchange.merge.importing import (
    Foreseen,
    Imported,
    SetAside,
    check_may_import,
    files_set_aside,
    import_file,
    look_at_file,
    retry_set_aside,
)
from db.exchange.merge.resolving import Fork, all_forks
from db.exchange.merge.resolving import resolve_fork as decide_fork
from db.register import Register
from desktop.changes import Change, Done, Topic
from desktop.tasks import Progress, at_once

BUNDLE_ENDINGS = (".gbk", ".gbk.age")
_DEEPEST = 12
_NAME = re.compile(r"gatebook-(\d+)-e(\d+)-(\d+)-\d+")
_ALL = Change.of(
    Topic.ARRIVALS, Topic.PASSES, Topic.ENTRIES, Topic.HOLDS, Topic.REFUSALS, Topic.DAYS, Topic.OPERATORS
)

Write = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True)
class ImportMoved:
    """How far an import is: `done` of `files`, and the file that was just finished."""

    done: int
    files: int
    last: Imported


@dataclass(frozen=True)
class ImportResult:
    """What came of an import. `again` are files that had been refused before and were believed now. `stopped` is why
    it ended early: cancelled, or the machine's fault; what was done before stays."""

    files: tuple[Imported, ...]
    again: tuple[Imported, ...] = ()
    stopped: GatebookError | None = None

    @property
    def new(self) -> int:
        """How many lines the post did not know."""
        return sum(one.taken.new for one in (*self.files, *self.again) if one.taken)

    @property
    def refused(self) -> tuple[Imported, ...]:
        """The files that were not taken in."""
        return tuple(one for one in self.files if one.refused is not None)


@dataclass(frozen=True)
class Previewed:
    """A file before it is taken in: what it would bring, or why it would be refused."""

    path: Path
    foreseen: Foreseen | None
    refused: GatebookError | None


@dataclass
class _Work:
    """Files under way; the bytes of files are the measure of the work."""

    files: Sequence[Path]
    progress: Progress | None
    sizes: list[int] = field(default_factory=list)
    done: int = 0

    def __post_init__(self) -> None:
        self.sizes = [_size(path) for path in self.files]

    def step(self, place: int) -> None:
        """Raises `Refusal` (`CANCELLED`) where the work is to stop."""
        if self.progress is not None:
            self.progress.report(sum(self.sizes[:place]), max(sum(self.sizes), 1))


def find_bundles(paths: Sequence[Path], progress: Progress | None = None) -> list[Path]:
    """The files given, and the bundles in the folders given, known by the ending of their names alone: nothing else
    on a stick is ever opened, and no link is followed. In the order in which gates wrote them."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for one in _bundles_in(path, 0, progress):
                found[one] = None
        else:
            found[path.absolute()] = None
    return sorted(found, key=_order)


def _bundles_in(folder: Path, depth: int, progress: Progress | None) -> Iterator[Path]:
    if progress is not None and progress.cancelled:
        raise Refusal(RefusalCode.CANCELLED)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        # A folder that cannot be listed holds nothing that can be taken in; the others are listed all the same.
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    yield from _bundles_in(Path(entry.path), depth + 1, progress)
            elif entry.is_file(follow_symlinks=False) and _is_bundle(entry.name):
                yield Path(entry.path).absolute()
        except OSError:
            continue


def _is_bundle(name: str) -> bool:
    # What other systems leave beside a file (`._x.gbk`) is no bundle.
    return name.lower().endswith(BUNDLE_ENDINGS) and not name.startswith(".")


def _order(path: Path) -> tuple[object, ...]:
    match = _NAME.match(path.name)
    if match is None:
        return (1, 0, 0, 0, str(path))
    return (0, int(match[1]), int(match[2]), int(match[3]), str(path))


def preview_bundles(
    register: Register, paths: Sequence[Path], progress: Progress | None = None
) -> list[Previewed]:
    """What these files would bring, without taking anything in. Raises as `check_may_import` does, `Refusal`
    (`CANCELLED`)."""
    identity = check_may_import(register)
    files = find_bundles(paths, progress)
    work, found = _Work(files, progress), []
    for place, path in enumerate(files):
        work.step(place)
        try:
            found.append(Previewed(path, look_at_file(register, path, identity), None))
        except GatebookError as error:
            found.append(Previewed(path, None, error))
    return found


def import_bundles(
    register: Register,
    paths: Sequence[Path],
    progress: Progress | None = None,
    write: Write = at_once,
) -> Done[ImportResult]:
    """Takes in these files, and the bundles in these folders, each in a transaction of its own. What is refused is
    told and kept aside. `write` runs what writes, for callers on a thread that only reads.

    Cancelled or stopped by a fault, it gives what was done before. Raises as `check_may_import` does."""
    identity = check_may_import(register)
    done: list[Imported] = []
    again: list[Imported] = []
    stopped: GatebookError | None = None
    try:
        files = find_bundles(paths, progress)
        work = _Work(files, progress)
        for place, path in enumerate(files):
            work.step(place)
            one = import_file(register, path, write, identity)
            done.append(one)
            if progress is not None:
                progress.told.emit(ImportMoved(place + 1, len(files), one))
        again = retry_set_aside(register, write, identity)
        work.step(len(files))
    except Fault as fault:
        stopped = fault
    except Refusal as refusal:
        if refusal.code is not RefusalCode.CANCELLED:
            raise
        stopped = refusal
    taken = {one.sha256: one for one in again}
    files_done = tuple(taken.pop(one.sha256, one) if one.refused else one for one in done)
    result = ImportResult(files_done, tuple(taken.values()), stopped)
    return Done(result, _ALL if result.new or result.refused else Change())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def forks_of_gates(register: Register) -> list[Fork]:
    """Every line of which there are two accounts that nobody has decided between."""
    with register.reading() as connection:
        return all_forks(connection)


def resolve_fork(register: Register, fork: Fork, hash: str, reason: str) -> Done[None]:
    """A lead says which account is true; see `db.exchange.merge.resolving`."""
    decide_fork(register, fork.gate, fork.epoch, fork.seq, hash, reason)
    return Done(None, _ALL)


def lines_missing(register: Register) -> list[Missing]:
    """The lines that gates are asked to send again."""
    with register.reading() as connection:
        return missing_lines(connection)


def kept_aside(register: Register) -> list[SetAside]:
    """The files that were not taken in."""
    return files_set_aside(register)
