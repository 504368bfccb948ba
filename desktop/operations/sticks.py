"""Sticks into a command post: find the bundles on them, see what they would bring, take them in, tell what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

from db.books.arrivals import Missing, missing_lines
from db.books.operators import list_operators
from db.books.posts import get_admission
from db.errors import Fault, FaultCode, GatebookError, Refusal, RefusalCode
from db.exchange.merge.importing import (
    Foreseen,
    Imported,
    SetAside,
    check_may_import,
    file_set_aside,
    files_set_aside,
    import_file,
    look_at_file,
    retry_set_aside,
)
from db.exchange.merge.resolving import Fork, all_forks
from db.exchange.merge.resolving import resolve_fork as decide_fork
from db.files import write_whole
from db.register import Register
from desktop.changes import Change, Done, Topic
from desktop.operations.posts import consider_requests
from desktop.operations.stick_files import FoundRequest, find_bundles, find_files, read_requests
from desktop.tasks import Progress, at_once

_ALL = Change.of(
    Topic.ARRIVALS, Topic.PASSES, Topic.ENTRIES, Topic.HOLDS, Topic.REFUSALS, Topic.DAYS, Topic.OPERATORS
)

Write = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True)
class ImportBegan:
    """The file that is being taken in now."""

    path: Path


@dataclass(frozen=True)
class LinesMoved:
    """How far the file is that is being taken in: lines gone through."""

    path: Path
    lines: int


@dataclass(frozen=True)
class ImportMoved:
    """How far an import is: `done` of `files`, and the file that was just finished."""

    done: int
    files: int
    last: Imported


@dataclass(frozen=True)
class ImportResult:
    """What came of an import. `again` are files that had been refused before and were believed now. `lost` could not
    be read, mostly because their stick was pulled out. `stopped` is why it ended early: cancelled, or the machine's
    fault; what was done before stays."""

    files: tuple[Imported, ...]
    again: tuple[Imported, ...] = ()
    stopped: GatebookError | None = None
    lost: tuple[Imported, ...] = ()

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


def preview_bundles(
    register: Register, paths: Sequence[Path], progress: Progress | None = None
) -> list[Previewed]:
    """What these files would bring, without taking anything in. Raises as `check_may_import` does, `Refusal`
    (`CANCELLED`)."""
    return _look(register, find_bundles(paths, progress), progress)


@dataclass(frozen=True)
class LookMoved:
    """How far looking is: `done` of `files`, and the file that was just looked at."""

    done: int
    files: int
    last: Previewed


@dataclass(frozen=True)
class Looked:
    """What lies on sticks."""

    bundles: tuple[Previewed, ...]
    requests: tuple[FoundRequest, ...]


def look_at_sticks(register: Register, paths: Sequence[Path], progress: Progress | None = None) -> Looked:
    """What these files and folders hold for a post: what each bundle would bring, and which gates still ask to be
    admitted.
    `progress` is told of each bundle. Nothing is taken in. Raises as `preview_bundles` does."""
    found = find_files(paths, progress)
    requests = still_asking(register, read_requests(found.requests))
    return Looked(tuple(_look(register, found.bundles, progress)), tuple(requests))


def still_asking(register: Register, found: Sequence[FoundRequest]) -> list[FoundRequest]:
    """The requests among these about which somebody must decide. A file stays on its stick after it was granted: what
    would change nothing, or is older than what was granted, asks for nothing any more."""
    considered = consider_requests(register, [one.data for one in found])
    return [
        one
        for one, would in zip(found, considered, strict=True)
        if not would.known and (would.refused is None or would.refused.code is not RefusalCode.REQUEST_OLDER)
    ]


def _look(register: Register, files: Sequence[Path], progress: Progress | None) -> list[Previewed]:
    identity = check_may_import(register)
    work, found = _Work(files, progress), []
    for place, path in enumerate(files):
        work.step(place)
        try:
            found.append(Previewed(path, look_at_file(register, path, identity), None))
        except GatebookError as error:
            found.append(Previewed(path, None, error))
        if progress is not None:
            progress.told.emit(LookMoved(place + 1, len(files), found[-1]))
    return found


def import_bundles(
    register: Register,
    paths: Sequence[Path],
    progress: Progress | None = None,
    write: Write = at_once,
) -> Done[ImportResult]:
    """Takes in these files, and the bundles in these folders, each in a transaction of its own. What is refused is
    told and kept aside; what can no longer be read is told, and the rest goes on. `write` runs what writes, for callers
    on a thread that only reads.

    Cancelled or stopped by a fault, it gives what was done before. Raises as `check_may_import` does."""
    identity = check_may_import(register)
    done: list[Imported] = []
    again: list[Imported] = []
    lost: list[Imported] = []
    stopped: GatebookError | None = None
    try:
        files = find_bundles(paths, progress)
        work = _Work(files, progress)
        for place, path in enumerate(files):
            work.step(place)
            if progress is not None:
                progress.told.emit(ImportBegan(path))
            one = _import(register, path, write, identity, progress)
            (lost if isinstance(one.refused, Fault) else done).append(one)
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
    result = ImportResult(files_done, tuple(taken.values()), stopped, tuple(lost))
    return Done(result, _ALL if result.new or result.refused else Change())


def _import(
    register: Register, path: Path, write: Write, identity: Any, progress: Progress | None
) -> Imported:
    """Takes one file in. A fault of the file's own place, as when its stick is pulled out, is told in `refused`."""

    def moved(lines: int) -> None:
        if progress is not None:
            progress.told.emit(LinesMoved(path, lines))

    try:
        return import_file(register, path, write, identity, moved)
    except Fault as fault:
        if fault.params.get("path") != str(path):
            raise
        return Imported(path, "", None, None, fault)


class Outcome(StrEnum):
    """What came of a gate's files, the gravest first."""

    FORKED = "forked"
    REFUSED = "refused"
    LOST = "lost"
    WAITING = "waiting"
    TAKEN = "taken"
    KNOWN = "known"


@dataclass(frozen=True)
class GateOutcome:
    """What came of the files of one gate; `gate` is None for a file that does not say whose it is. `missing` and
    `forks` ((epoch, line)) are the gate's, as they stand afterwards. `days` are the first and the last."""

    gate: int | None
    files: tuple[Imported, ...]
    lines: int
    new: int
    days: tuple[str, str] | None
    missing: tuple[Missing, ...]
    forks: tuple[tuple[int, int], ...]

    @property
    def outcome(self) -> Outcome:
        """In one word."""
        if self.forks:
            return Outcome.FORKED
        refused = [one.refused for one in self.files if one.refused is not None]
        if refused:
            return Outcome.LOST if all(isinstance(one, Fault) for one in refused) else Outcome.REFUSED
        if self.missing:
            return Outcome.WAITING
        return Outcome.TAKEN if self.new else Outcome.KNOWN


def outcomes(result: ImportResult) -> list[GateOutcome]:
    """What came of an import, gate by gate; files that cannot be told stand for themselves, at the end."""
    by_gate: dict[int, list[Imported]] = {}
    alone: list[Imported] = []
    for one in chain(result.files, result.again, result.lost):
        if one.whose is not None:
            by_gate.setdefault(one.whose.gate, []).append(one)
        else:
            alone.append(one)
    found = [_outcome(gate, files) for gate, files in sorted(by_gate.items())]
    return found + [_outcome(None, [one]) for one in alone]


def _outcome(gate: int | None, files: Sequence[Imported]) -> GateOutcome:
    taken = [one.taken for one in files if one.taken is not None]
    days = [day for one in files if one.whose is not None for day in one.whose.days]
    last = taken[-1] if taken else None
    return GateOutcome(
        gate,
        tuple(files),
        sum(one.lines for one in taken),
        sum(one.new for one in taken),
        (min(days), max(days)) if days else None,
        tuple(last.gaps) if last else (),
        tuple(last.forks) if last else (),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


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


def try_again(
    register: Register, progress: Progress | None = None, write: Write = at_once
) -> Done[ImportResult]:
    """Takes in what is kept aside and is believed by now. Raises as `check_may_import` does."""
    again = retry_set_aside(register, write, check_may_import(register))
    return Done(ImportResult((), tuple(again)), _ALL if again else Change())


@dataclass(frozen=True)
class OpenFork:
    """Two accounts of a line, with what the gate and those who wrote there are called (`operators`, by id)."""

    fork: Fork
    gate_name: str
    operators: dict[str, str]


def open_forks(register: Register) -> list[OpenFork]:
    """Every line of which there are two accounts that nobody has decided between, with names."""
    with register.reading() as connection:
        return [
            OpenFork(
                fork,
                _name_of(connection, register, fork.gate),
                {one.operator: one.name for one in list_operators(connection, fork.gate)},
            )
            for fork in all_forks(connection)
        ]


def _name_of(connection: Any, register: Register, gate: int) -> str:
    admission = get_admission(connection, register.gate.gate, gate)
    return admission.name if admission is not None else ""


def copy_set_aside(register: Register, sha256: str, path: Path) -> Path:
    """Writes a file that was not taken in to `path`. Raises `Fault` (`NOT_FOUND` where only its name was kept)."""
    data = file_set_aside(register, sha256)
    if data is None:
        raise Fault(FaultCode.NOT_FOUND, path=str(path))
    write_whole(path, data)
    return path
