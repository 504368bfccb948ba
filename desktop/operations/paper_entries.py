"""What was written on paper while the laptop was down: judged line by line, and written into the book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.books.check import look_back
from db.books.crossings import record_past
from db.books.entries import is_written, next_number
from db.books.pass_search import passes_named
from db.books.verdict import Verdict
from db.exchange.paper_lines import PaperField, PaperLine, PaperLines, PaperRowProblem, read_paper_lines
from db.ledger.append import Ledger
from db.register import Register
from db.times import to_stamp
from desktop.changes import Change, Done, Topic
from desktop.tasks import Progress, at_once

_TOGETHER = 100
_CROSSED = Change.of(Topic.ENTRIES, Topic.HOLDS, Topic.DAYS)


def read_paper_file(
    register: Register, path: Path, day: date | None = None, progress: Progress | None = None
) -> PaperLines:
    """The lines of a table (csv, xlsx, xls, ods); `day` is the paper's where rows hold only a clock time. Nothing
    is written. Raises `Refusal` and `Fault` as `read_paper_lines` does."""
    clock = register.clock
    return read_paper_lines(
        path,
        gate=register.gate.gate,
        now=clock.now(),
        zone=clock.zone,
        day=day,
        progress=progress.report if progress is not None else None,
    )


@dataclass(frozen=True)
class PaperVerdict:
    """What the book says to a line from paper: the verdict as of its time, whose pass it is, and whether the very
    crossing is written already. `namesakes` is how many passes there are under a name that is not one person's."""

    verdict: Verdict
    reason: str | None
    holder: str
    written: bool
    name_differs: bool
    namesakes: int = 0


def judge_line(register: Register, line: PaperLine) -> PaperVerdict | None:
    """The verdict on a line from paper as of its time, recording nothing; None for one that is not understood."""
    if not line.ok or line.time is None or line.direction is None:
        return None
    gate = register.gate.gate
    stamp = to_stamp(line.time.astimezone(register.clock.zone))
    with register.reading() as connection:
        written = is_written(connection, gate, stamp, line.direction, line.pass_id, line.name or "")
        if line.pass_id is None:
            known = len(passes_named(connection, gate, line.name or ""))
            return PaperVerdict(Verdict.OK, None, "", written, False, known)
        look = look_back(connection, gate, line.pass_id, stamp, line.direction)
        holder = look.one.holder.name if look.one else ""
    differs = bool(line.name and holder and line.name != holder)
    return PaperVerdict(look.verdict, look.reason, holder, written, differs)


def recognise(register: Register, lines: Sequence[PaperLine]) -> list[tuple[PaperLine, PaperVerdict | None]]:
    """Lines with the verdict on each. One with a name alone, which is the name of exactly one holder here, becomes
    that holder's; the page shows it, and it can be mended before anything is written."""
    judged = []
    for line in lines:
        if line.ok and line.pass_id is None and line.name:
            with register.reading() as connection:
                named = passes_named(connection, register.gate.gate, line.name)
            if len(named) == 1:
                line = replace(line, pass_id=named[0])
        judged.append((line, judge_line(register, line)))
    return judged


@dataclass(frozen=True)
class BackfilledLine:
    """A line from paper that was recorded: its row, its day and its number there."""

    row: int
    day: str
    no: int


@dataclass(frozen=True)
class NameWarning:
    """The paper has another name than the pass; the line was written under the pass's."""

    row: int
    field: str
    written: str
    known: str


@dataclass(frozen=True)
class Backfilled:
    """What became of lines from paper. `rows` all of them; `rejected` (row, problem) of those that could not be
    understood; `duplicates` the rows of crossings that are written already."""

    rows: int
    recorded: list[BackfilledLine]
    rejected: list[tuple[int, PaperRowProblem]]
    duplicates: list[int]
    warnings: list[NameWarning]


def backfill(
    register: Register,
    lines: Sequence[PaperLine],
    progress: Progress | None = None,
    write: Callable[[Callable[[], Any]], Any] = at_once,
) -> Done[Backfilled]:
    """Writes what was written on paper: each line under its own day with the verdict as of its time, in the order
    of time. Lines that are not understood are told and left out.

    A hundred lines are one transaction, run by `write`, so that a gate goes on meanwhile; whoever stops it or
    loses power does it again, and what is written already is told as such. Raises `Refusal` (`CANCELLED`)."""
    good = sorted((line for line in lines if line.ok), key=_moment)
    told = Backfilled(
        len(lines), [], [(line.row, problem) for line in lines for problem in line.problems], [], []
    )
    for start in range(0, len(good), _TOGETHER):
        if progress is not None:
            progress.report(start, len(good))
        some = good[start : start + _TOGETHER]
        write(partial(_write_lines, register, some, told))
    if progress is not None:
        progress.report(len(good), len(good))
    told.recorded.sort(key=lambda one: one.row)
    told.warnings.sort(key=lambda one: one.row)
    told.duplicates.sort()
    return Done(told, _CROSSED)


def _write_lines(register: Register, lines: Sequence[PaperLine], told: Backfilled) -> None:
    part = Backfilled(0, [], [], [], [])
    with register.writing() as ledger:
        for line in lines:
            assert line.time is not None and line.direction is not None
            written = record_past(
                ledger,
                line.time,
                line.direction,
                line.pass_id,
                line.name or "",
                line.temp_tenths,
                _note(ledger, line),
            )
            if written is None:
                part.duplicates.append(line.row)
                continue
            part.recorded.append(BackfilledLine(line.row, written.day, written.no))
            if line.pass_id and line.name and written.name != line.name:
                part.warnings.append(NameWarning(line.row, PaperField.NAME.value, line.name, written.name))
    told.recorded.extend(part.recorded)
    told.duplicates.extend(part.duplicates)
    told.warnings.extend(part.warnings)


def _note(ledger: Ledger, line: PaperLine) -> str:
    """The line's note; with the number on paper where the book gives it another one, so that the sheet can still be
    found by it."""
    note = line.note or ""
    if line.paper_no is None or line.time is None:
        return note
    day = line.time.astimezone(ledger.clock.zone).date().isoformat()
    if next_number(ledger.connection, ledger.gate, day) == line.paper_no:
        return note
    words = QCoreApplication.translate("PaperLines", "No. {number} on paper").format(number=line.paper_no)
    return f"{words}. {note}" if note else words


def _moment(line: PaperLine) -> float:
    return line.time.timestamp() if line.time is not None else 0.0
