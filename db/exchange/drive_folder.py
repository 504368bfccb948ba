"""The day's folder on a drive: every file written, flushed, renamed, read back and compared, checksums last.

Nothing that is on the drive already is touched: a further export of a day makes a further folder. A folder
without `SHA256SUMS` is not a whole one, so that file comes when everything else is known to be there; until then
an empty `SHA256SUMS.part` marks the folder, by which the next export knows one that was cut off (see
`db.exchange.unfinished`). Whatever goes wrong before, what this export has written is taken away again where the
drive still lets it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, cast

from db.errors import Fault, FaultCode, Refusal, RefusalCode
from db.exchange.file_names import MAX_FAT32_FILE_BYTES, check_names
from db.exchange.read_back import read_back
from db.files import fault_of, sync_folder

TOP_FOLDER = "Gatebook"
SUMS = "SHA256SUMS"
_PART = ".part"
_MOST_FOLDERS = 1_000
_PIECE = 1 << 18
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
_BINARY = getattr(os, "O_BINARY", 0)
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY

Producer = bytes | Callable[[BinaryIO], Any]


class Step(StrEnum):
    """What is being done with a file."""

    WRITING = "writing"
    READING_BACK = "reading_back"
    CHECKED = "checked"


@dataclass(frozen=True)
class Progress:
    """Where an export is. `index` counts files from 0 to `files` - 1, `SHA256SUMS` included; `total` is
    the file's size in bytes where it is known already."""

    step: Step
    file: str
    index: int
    files: int
    done: int
    total: int | None


@dataclass(frozen=True)
class WrittenFile:
    """A file on the drive that was read back and found right."""

    name: str
    path: Path
    bytes: int
    sha256: str


@dataclass(frozen=True)
class WrittenFolder:
    """A whole day's folder, in the order in which its files were written."""

    path: Path
    files: tuple[WrittenFile, ...]


def ignore_progress(progress: Progress) -> None:
    """For callers who show nothing."""


def never_cancelled() -> bool:
    """For callers who cannot cancel."""
    return False


def write_day_folder(
    root: Path,
    gate: int,
    day: date,
    files: Mapping[str, Producer],
    *,
    report: Callable[[Progress], None] = ignore_progress,
    cancelled: Callable[[], bool] = never_cancelled,
) -> WrittenFolder:
    """Writes `files` (name to bytes, or to a function that writes to the binary file it is given; it
    cannot seek) in their order into a new `Gatebook/0312/2020-02-10` under `root`, and `SHA256SUMS` after
    them.

    Raises `Fault` (`DISK_FULL`, `DRIVE_GONE`, `READ_ONLY`, `READ_BACK_DIFFERS`, `FILE_TOO_LARGE`, `IO`,
    each with `file`), `Refusal` (`CANCELLED`), and what a producer raises. Then nothing that looks whole
    is left."""
    check_names([*files, SUMS])
    with _machine_faults(_Place(root), str(root)):
        folder = _new_folder(root, f"{gate:04d}", day.isoformat())
    export = _Export(folder, len(files) + 1, report, cancelled)
    try:
        export.mark()
        for name, producer in files.items():
            export.add(name, producer)
        export.add(SUMS, export.sums())
    except BaseException:
        export.take_away()
        raise
    return WrittenFolder(folder, tuple(export.written))


def write_single_file(
    folder: Path,
    name: str,
    producer: Producer,
    *,
    report: Callable[[Progress], None] = ignore_progress,
    cancelled: Callable[[], bool] = never_cancelled,
) -> WrittenFile:
    """Writes one file straight into `folder`, with the same care; an existing file of that name is not
    replaced.

    What an earlier try left of it, its `.part`, is written over. Raises as `write_day_folder` does, and `Refusal`
    (`FILE_EXISTS`)."""
    check_names([name])
    if (folder / name).exists():
        raise Refusal(RefusalCode.FILE_EXISTS, file=name, path=str(folder / name))
    with contextlib.suppress(OSError):
        (folder / (name + _PART)).unlink()
    export = _Export(folder, 1, report, cancelled, own_folder=False)
    try:
        return export.add(name, producer)
    except BaseException:
        export.take_away()
        raise


@dataclass
class _Export:
    """One export under way, and what it has put on the drive so far."""

    folder: Path
    files: int
    report: Callable[[Progress], None]
    cancelled: Callable[[], bool]
    own_folder: bool = True
    written: list[WrittenFile] = field(default_factory=list)
    _touched: list[Path] = field(default_factory=list)
    _mark: Path | None = None
    _place: _Place = field(init=False)

    def __post_init__(self) -> None:
        self._place = _Place(self.folder)

    def mark(self) -> None:
        """Marks the folder as unfinished, before anything else is in it; the mark becomes the checksums."""
        self._mark = self.folder / (SUMS + _PART)
        with _machine_faults(self._place, SUMS):
            handle = os.open(self._mark, _NEW_FILE, 0o644)
            self._touched.append(self._mark)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
            sync_folder(self.folder)

    def add(self, name: str, producer: Producer) -> WrittenFile:
        """Writes, flushes, renames, reads back and compares one file."""
        path, part = self.folder / name, self.folder / (name + _PART)
        with _machine_faults(self._place, name):
            size, sha256 = self._write(part, name, producer)
            self._touched.append(path)
            _rename(part, path)
            sync_folder(self.folder)
            self._compare(path, name, size, sha256)
        file = WrittenFile(name, path, size, sha256)
        self.written.append(file)
        self._say(Step.CHECKED, name, size, size)
        return file

    def sums(self) -> bytes:
        """What `sha256sum -c` reads."""
        return "".join(f"{file.sha256}  {file.name}\n" for file in self.written).encode("utf-8")

    def take_away(self) -> None:
        """Removes what this export wrote, as far as the drive lets it."""
        for path in reversed(self._touched):
            with contextlib.suppress(OSError):
                path.unlink()
        with contextlib.suppress(OSError):
            if self.own_folder:
                self.folder.rmdir()
            sync_folder(self.folder.parent)

    def _write(self, part: Path, name: str, producer: Producer) -> tuple[int, str]:
        total = len(producer) if isinstance(producer, bytes) else None
        self._step(Step.WRITING, name, 0, total)
        if part == self._mark:
            handle = os.open(part, os.O_WRONLY | os.O_TRUNC | _BINARY)
        else:
            handle = os.open(part, _NEW_FILE, 0o644)
            self._touched.append(part)
        with open(handle, "wb", buffering=_PIECE) as file:
            target = _Target(file, lambda done: self._step(Step.WRITING, name, done, total))
            try:
                if isinstance(producer, bytes):
                    target.write(producer)
                else:
                    producer(cast(BinaryIO, target))
            except Exception:
                # Libraries between wrap what the drive said in errors of their own, or lose it.
                if target.error is not None:
                    raise target.error from None
                raise
            file.flush()
            os.fsync(file.fileno())
        self._step(Step.WRITING, name, target.done, target.done)
        return target.done, target.digest.hexdigest()

    def _compare(self, path: Path, name: str, size: int, sha256: str) -> None:
        digest, done = hashlib.sha256(), 0
        for piece in read_back(path):
            digest.update(piece)
            done += len(piece)
            self._step(Step.READING_BACK, name, done, size)
        if done != size or digest.hexdigest() != sha256:
            raise Fault(FaultCode.READ_BACK_DIFFERS, file=name, path=str(path))

    def _step(self, step: Step, name: str, done: int, total: int | None) -> None:
        if self.cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        self._say(step, name, done, total)

    def _say(self, step: Step, name: str, done: int, total: int | None) -> None:
        index = len(self.written) - (step is Step.CHECKED)
        self.report(Progress(step, name, index, self.files, done, total))


class _Target(io.RawIOBase):
    """What a producer writes to: counts, hashes, tells how far it is, and keeps the first thing that went
    wrong."""

    def __init__(self, file: BinaryIO, step: Callable[[int], None]) -> None:
        super().__init__()
        self._file = file
        self._step = step
        self.done = 0
        self._told = 0
        self.digest = hashlib.sha256()
        self.error: BaseException | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self.error is not None:
            raise self.error
        view = memoryview(data).cast("B")
        try:
            for start in range(0, len(view), _PIECE):
                piece = view[start : start + _PIECE]
                if self.done + len(piece) > MAX_FAT32_FILE_BYTES:
                    raise Fault(FaultCode.FILE_TOO_LARGE, most=MAX_FAT32_FILE_BYTES)
                self._file.write(piece)
                self.digest.update(piece)
                self.done += len(piece)
                if self.done - self._told >= _PIECE:
                    self._told = self.done
                    self._step(self.done)
        except BaseException as error:
            self.error = error
            raise
        return len(view)


def _new_folder(root: Path, gate: str, day: str) -> Path:
    parent = root / TOP_FOLDER / gate
    # Not with the parents: where the drive's own folder is gone, none is to be made in its place.
    parent.parent.mkdir(exist_ok=True)
    parent.mkdir(exist_ok=True)
    for number in range(1, _MOST_FOLDERS):
        folder = parent / (day if number == 1 else f"{day}-{number}")
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        for made in (parent, parent.parent, root):
            sync_folder(made)
        return folder
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(parent))


def _rename(part: Path, path: Path) -> None:
    """On Windows an antivirus program may hold a new file open for a moment, and it cannot be renamed
    then."""
    for wait in _WAITS if sys.platform == "win32" else ():
        try:
            part.rename(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    part.rename(path)


class _Place:
    """A folder, and whether it is still there. A drive that was pulled out may leave its mount point
    behind, and may still list what the system remembers of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._device = self._device_file()

    def is_gone(self) -> bool:
        try:
            os.listdir(self._folder)
        except OSError:
            return True
        return self._device is not None and not self._device.exists()

    def _device_file(self) -> Path | None:
        """What the Linux kernel removes when the device goes; None where there is no such thing."""
        if sys.platform != "linux":
            return None
        try:
            number = self._folder.stat().st_dev
        except OSError:
            return None
        device = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}")
        return device if device.exists() else None


@contextlib.contextmanager
def _machine_faults(place: _Place, name: str) -> Iterator[None]:
    """Turns the system's errors into faults. Whatever the system calls it: a folder that is no longer
    there means that the drive was pulled out."""
    try:
        yield
    except OSError as error:
        fault = fault_of(error)
        vague = fault.code in (FaultCode.NOT_FOUND, FaultCode.IO)
        code = FaultCode.DRIVE_GONE if vague and place.is_gone() else FaultCode(fault.code)
        raise Fault(code, **{**fault.params, "file": name}) from error
    except Fault as fault:
        fault.params.setdefault("file", name)
        raise
