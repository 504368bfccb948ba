"""The day on a drive: what has not left yet, and the folder that people and other programs read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from db.books.day_record import DayRecord, read_day
from db.books.export_parts import USUAL, Limits, in_parts, room_for
from db.books.exports import (
    Export,
    Range,
    addressee,
    last_export,
    lines_after,
    note_plain,
    note_unmasked,
    photos_of_lines,
    record_export,
    unexported,
)
from db.errors import Denied, Refusal, RefusalCode
from db.exchange import drive_folder
from db.exchange.bundle_writing import write_bundle
from db.exchange.drive_folder import SUMS, WrittenFile, write_day_folder, write_single_file
from db.exchange.manifest import bundle_name
from db.exchange.unfinished import remove_unfinished
from db.ledger.store import read_lines
from db.register import Register
from db.trust.keys import fingerprint
from db.trust.roles import Role
from db.version import APP
from desktop.changes import Change, Done, Topic
from desktop.operations.day_paper import report_of
from desktop.operations.days import check_day
from desktop.paper.day_files import write_day_csv, write_day_xlsx
from desktop.paper.day_report import day_report_pdf
from desktop.tasks import Progress, at_once

CSV, XLSX, PDF = "day-log.csv", "day-log.xlsx", "day-report.pdf"
# What the files for people take at most: for each entry, and for their fonts and frames.
_TABLE_BYTES, _FILES_BYTES = 1_000, 2_000_000


class ExportStep(StrEnum):
    """What people are shown, in order. Letting the drive go is the fourth, and not part of writing."""

    WRITING = "writing"
    READING_BACK = "reading_back"
    SIGNING = "signing"


@dataclass(frozen=True)
class ExportMoved:
    """How far an export is: `done` of `total` files through `step`; `file` is the one under way."""

    step: ExportStep
    done: int
    total: int
    file: str


@dataclass(frozen=True)
class ExportedFile:
    """A file on the drive that was read back and found right."""

    path: Path
    bytes: int
    sha256: str


@dataclass(frozen=True)
class ExportResult:
    """An export that is complete on its drive. `lines`, `first`, `last`: of the ledger, in the newest bundle;
    `folder` holds the files; `key` is the fingerprint of the key that signed."""

    day: str
    files: tuple[ExportedFile, ...]
    lines: int
    first: int
    last: int
    folder: Path
    key: str


@dataclass(frozen=True)
class ExportPlan:
    """What an export of a day would write now. `ranges` are the ledger's lines that go into the bundle; `again`
    says that all of them have left before. `entries` are the day's numbered lines; `bytes` is the room that it all
    takes on the drive at most."""

    day: str
    entries: int
    voided: int
    sealed: bool
    supplements: int
    ranges: tuple[Range, ...]
    again: bool
    last: Export | None
    files: tuple[str, ...]
    bytes: int = 0

    @property
    def lines(self) -> int:
        """How many lines the bundles hold."""
        return sum(some.count for some in self.ranges)


def plan_export(register: Register, day: str, plain: bool = False) -> ExportPlan:
    """What an export of `day` would write. Raises `Refusal` (`INVALID`, field `day`)."""
    check_day(register, day)
    with register.reading() as connection:
        record = read_day(connection, register.gate.gate, day, register.clock.today().isoformat())
        ranges = _ranges(connection, register, None)
        again = not record.waiting
        parts = in_parts(connection, register.gate.gate, ranges)
        room = room_for(connection, register.gate.gate, ranges) + record.summary.entries * _TABLE_BYTES
    return ExportPlan(
        day=day,
        entries=record.summary.entries,
        voided=record.summary.voided,
        sealed=record.seal is not None,
        supplements=record.supplements,
        ranges=tuple(ranges),
        again=again,
        last=record.exported,
        files=(CSV, XLSX, PDF, *_bundle_names(register, parts, plain), SUMS),
        bytes=room + _FILES_BYTES,
    )


def export_day(
    register: Register,
    day: str,
    target: Path,
    plain: bool = False,
    reason: str | None = None,
    masked: bool = True,
    progress: Progress | None = None,
    *,
    since: int | None = None,
    bundle_only: bool = False,
    language: str = "zh",
    limits: Limits = USUAL,
    write: Callable[[Callable[[], Any]], Any] = at_once,
) -> Done[ExportResult]:
    """Writes the day's folder to `target`: log as csv and xlsx, report, a signed bundle of every line since the
    last export (or after line `since`; of the last one again where nothing is new), checksums. Only when all of
    it was read back and found right do the lines count as exported.

    The day is one state of the register, whatever is written meanwhile. `plain` and unmasked names are a lead's,
    with a `reason`, and each is a line. `bundle_only` writes the bundle alone, straight into `target`.
    What an export left on this drive that was cut off is taken away first. More than `limits` go into several
    bundles, one after another. `write` runs a short write, for callers on a thread that only reads.

    Raises `Denied` (`NOT_ALLOWED`) where the operator cannot sign, `Refusal` (`REASON_NEEDED`, `INVALID`,
    `CANCELLED`, `NOTHING_TO_EXPORT`), `Fault` as `write_day_folder` does."""
    check_day(register, day)
    check_may_export(register, plain, masked)
    key = register.access.signing_key()
    write(lambda: _say_why(register, day, plain, masked, reason or ""))
    job = _Job(register, day, target, plain, masked, language, progress)
    with register.reading() as connection:
        if not plain:
            job.recipient = addressee(connection, register.gate.gate, register.key_file.recipient)
        ranges = _ranges(connection, register, since)
        if not ranges:
            raise Refusal(RefusalCode.NOTHING_TO_EXPORT)
        parts = in_parts(connection, register.gate.gate, ranges, limits)
        bundles = job.bundles(connection, parts)
        if bundle_only:
            files = [job.single(name, producer) for name, producer in bundles.items()]
            folder = target
        else:
            remove_unfinished(target, register.gate.gate)
            today = register.clock.today().isoformat()
            record = read_day(connection, register.gate.gate, day, today, with_lines=True)
            written = job.folder({**job.tables(record), **bundles})
            files, folder = list(written.files), written.path
    write(lambda: _remember(register, day, ranges, target, job.recipient))
    newest = parts[-1]
    result = ExportResult(
        day=day,
        files=tuple(ExportedFile(file.path, file.bytes, file.sha256) for file in files),
        lines=sum(some.count for some in ranges),
        first=newest.first,
        last=newest.last,
        folder=folder,
        key=fingerprint(key.public),
    )
    return Done(result, Change.of(Topic.EXPORTS, Topic.DAYS))


def check_may_export(register: Register, plain: bool = False, masked: bool = True) -> None:
    """Raises `Denied` (`NOT_ALLOWED`) where the operator may not export so: before a folder is made for it."""
    register.access.signing_key()
    if (plain or not masked) and register.access.role < Role.LEAD:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)


def _say_why(register: Register, day: str, plain: bool, masked: bool, reason: str) -> None:
    """Writes the lines that say why more leaves than usual. Beginning to write also seals what is past, so that
    yesterday's report carries its seal."""
    with register.writing() as ledger:
        if not masked:
            note_unmasked(ledger, day, reason)
        if plain:
            note_plain(ledger, day, reason)


def _remember(register: Register, day: str, ranges: list[Range], target: Path, recipient: str) -> None:
    with register.writing() as ledger:
        record_export(ledger, day, ranges, str(target), recipient)


def _ranges(connection: Any, register: Register, since: int | None) -> list[Range]:
    """The lines that go into the bundles."""
    gate = register.gate.gate
    if since is not None:
        return lines_after(connection, gate, since)
    new = unexported(connection, gate)
    last = last_export(connection, gate)
    return new or ([last.lines] if last else [])


def _bundle_names(register: Register, ranges: list[Range], plain: bool) -> list[str]:
    gate = register.gate.gate
    return [bundle_name(gate, some.epoch, some.first, some.last, not plain) for some in ranges]


@dataclass
class _Job:
    """One export under way. `recipient` is the age key that its bundles are sealed to, empty where they are plain."""

    register: Register
    day: str
    target: Path
    plain: bool
    masked: bool
    language: str
    progress: Progress | None
    recipient: str = ""

    def bundles(self, connection: Any, ranges: list[Range]) -> dict[str, Callable[[BinaryIO], Any]]:
        """Each bundle's name, and what writes it."""
        names = _bundle_names(self.register, ranges, self.plain)
        return {name: self._bundle(connection, some) for name, some in zip(names, ranges, strict=True)}

    def _bundle(self, connection: Any, some: Range) -> Callable[[BinaryIO], Any]:
        register, gate = self.register, self.register.gate

        def produce(out: BinaryIO) -> None:
            write_bundle(
                out,
                read_lines(connection, gate.gate, some.epoch, some.first, some.last),
                photos_of_lines(connection, gate.gate, some),
                key=register.access.signing_key(),
                created_at=register.clock.stamp(),
                app=APP,
                recipient=self.recipient or None,
                practice=gate.practice,
            )

        return produce

    def tables(self, record: DayRecord) -> dict[str, Callable[[BinaryIO], Any]]:
        """The files that people read."""
        report = report_of(self.register, record, self.masked, self.language)
        made_at = self.register.clock.now()
        return {
            CSV: lambda out: write_day_csv(report.lines, out),
            XLSX: lambda out: write_day_xlsx(report.lines, out, self.language, made_at),
            PDF: lambda out: day_report_pdf(report, out, self._cancelled),
        }

    def folder(self, files: dict[str, Callable[[BinaryIO], Any]]) -> drive_folder.WrittenFolder:
        """Writes the day's folder."""
        gate, day = self.register.gate.gate, date.fromisoformat(self.day)
        return write_day_folder(self.target, gate, day, files, report=self._report, cancelled=self._cancelled)

    def single(self, name: str, producer: Callable[[BinaryIO], Any]) -> WrittenFile:
        """Writes one file."""
        return write_single_file(self.target, name, producer, report=self._report, cancelled=self._cancelled)

    def _cancelled(self) -> bool:
        return self.progress is not None and self.progress.cancelled

    def _report(self, moved: drive_folder.Progress) -> None:
        """Files are written and read back one after another, the checksums after all of them: they stand for the
        signing step, which the bundle's signature and they make up together."""
        if self.progress is None:
            return
        total = max(moved.files - 1, 1)
        if moved.file == SUMS:
            told = ExportMoved(ExportStep.SIGNING, int(moved.step is drive_folder.Step.CHECKED), 1, SUMS)
        elif moved.step is drive_folder.Step.WRITING:
            told = ExportMoved(ExportStep.WRITING, moved.index, total, moved.file)
        else:
            checked = moved.step is drive_folder.Step.CHECKED
            told = ExportMoved(ExportStep.READING_BACK, moved.index + checked, total, moved.file)
        if told != self._told:
            self._told = told
            self.progress.told.emit(told)

    _told: ExportMoved | None = None
