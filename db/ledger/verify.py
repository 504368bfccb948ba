"""Verification: chain, commitments and seals of a ledger, line by line. Names the first bad line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec
from sqlalchemy import Connection, select

from db import models
from db.books.gates import GateOpened
from db.errors import Refusal
from db.ledger.line import ZERO_HASH, Line, check_commitment, parse_head
from db.ledger.replay import fingerprints, local_fingerprints, replayed_fingerprints
from db.ledger.seal import DaySealed, PaperSeal, seal_verifies, sealed_bytes
from db.ledger.store import epochs, read_line, read_lines
from db.trust.keys import Purpose, verify


class ProblemKind(StrEnum):
    """What is wrong with a line."""

    OUT_OF_FORM = "out_of_form"
    BODY_CHANGED = "body_changed"
    CHAIN_BROKEN = "chain_broken"
    GAP = "gap"
    SEAL_BROKEN = "seal_broken"
    SEAL_MISCOUNTS = "seal_miscounts"
    STORED_HASH_WRONG = "stored_hash_wrong"
    VIEWS_DIFFER = "views_differ"
    PAPER_SEAL_DIFFERS = "paper_seal_differs"
    PAPER_SEAL_SIGNATURE = "paper_seal_signature"


@dataclass(frozen=True)
class Problem:
    """One problem, at one line. `seq` 0 stands for the whole ledger."""

    kind: ProblemKind
    gate: int
    epoch: int
    seq: int
    detail: str = ""


@dataclass
class Report:
    """What a verification found. `views` are the fingerprints of the views as they stand."""

    lines: int = 0
    seals: int = 0
    problems: list[Problem] = field(default_factory=list)
    views: dict[str, str] = field(default_factory=dict)
    local_views: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass
class Chain:
    """Checks the lines of one epoch one after another. `prev` is the hash that the next line must name."""

    gate: int
    epoch: int
    seq: int = 0
    prev: str = ZERO_HASH
    keys: set[str] = field(default_factory=set)
    entries_by_day: dict[str, int] = field(default_factory=dict)
    seals: int = 0

    def check(self, line: Line, stored_hash: str | None = None) -> list[Problem]:
        """What is wrong with the next line; [] where nothing is."""
        found: list[Problem] = []

        def say(kind: ProblemKind, detail: str = "") -> None:
            found.append(Problem(kind, self.gate, self.epoch, line.head.seq, detail))

        try:
            parse_head(line.head.as_dict())
        except Refusal:
            say(ProblemKind.OUT_OF_FORM)
        try:
            check_commitment(line)
        except Refusal as error:
            say(ProblemKind.BODY_CHANGED, str(error.params.get("why", "")))
        if line.head.seq != self.seq + 1:
            say(ProblemKind.GAP, f"{self.seq + 1}-{line.head.seq - 1}")
        elif line.head.prev != self.prev:
            say(ProblemKind.CHAIN_BROKEN)
        own_hash = line.hash
        if stored_hash is not None and stored_hash != own_hash:
            say(ProblemKind.STORED_HASH_WRONG)
        if line.body is not None:
            self._read_body(line, say)
        self.seq, self.prev = line.head.seq, own_hash
        return found

    def _read_body(self, line: Line, say: object) -> None:
        assert callable(say) and line.body is not None
        kind = line.head.kind
        try:
            if kind == "gate.opened":
                self.keys.add(msgspec.convert(line.body, GateOpened).key)
            elif kind == "key.rotated":
                self.keys.add(str(line.body.get("new")))
            elif kind == "entry.recorded":
                day = str(line.body.get("day"))
                self.entries_by_day[day] = self.entries_by_day.get(day, 0) + 1
            elif kind == "day.sealed":
                self._check_seal(line, msgspec.convert(line.body, DaySealed), say)
        except msgspec.ValidationError:
            say(ProblemKind.OUT_OF_FORM)

    def _check_seal(self, line: Line, body: DaySealed, say: object) -> None:
        assert callable(say)
        self.seals += 1
        known = not self.keys or body.key in self.keys
        if (
            body.head != line.head.prev
            or not known
            or not seal_verifies(self.gate, self.epoch, line.head.seq, body)
        ):
            say(ProblemKind.SEAL_BROKEN, body.day)
        elif self.keys and body.entries != self.entries_by_day.get(body.day, 0):
            say(ProblemKind.SEAL_MISCOUNTS, body.day)


def verify_lines(lines: Iterable[Line], prev: str = ZERO_HASH) -> Report:
    """Verifies lines of one epoch as they stand in a file; `prev` is the hash before the first."""
    report = Report()
    chain: Chain | None = None
    for line in lines:
        if chain is None:
            chain = Chain(line.head.gate, line.head.epoch, line.head.seq - 1, prev)
        report.lines += 1
        report.problems += chain.check(line)
    report.seals = chain.seals if chain else 0
    return report


def verify_register(connection: Connection, paper: PaperSeal | None = None) -> Report:
    """Verifies all that a register holds: every line, every seal, and that the views are what the lines say.
    With `paper`, also that the ledger still stands where that seal was printed."""
    report = Report()
    entries: dict[int, dict[str, int]] = {}
    keys: dict[int, set[str]] = {}
    for gate, epoch in epochs(connection):
        chain = Chain(
            gate, epoch, keys=keys.setdefault(gate, set()), entries_by_day=entries.setdefault(gate, {})
        )
        hashes = _stored_hashes(connection, gate, epoch)
        for line in read_lines(connection, gate, epoch):
            report.lines += 1
            report.problems += chain.check(line, hashes.get(line.head.seq))
        report.seals += chain.seals
    report.views, report.local_views = fingerprints(connection), local_fingerprints(connection)
    if not report.problems:
        again = replayed_fingerprints(connection)
        for name in sorted(name for name in again if again[name] != report.views[name]):
            report.problems.append(Problem(ProblemKind.VIEWS_DIFFER, 0, 0, 0, name))
    if paper is not None:
        report.problems += _against_paper(connection, paper, keys.get(paper.gate, set()))
    return report


def _stored_hashes(connection: Connection, gate: int, epoch: int) -> dict[int, str]:
    table = models.lines
    wanted = select(table.c.seq, table.c.hash).where(table.c.gate == gate, table.c.epoch == epoch)
    return {row.seq: row.hash for row in connection.execute(wanted)}


def _against_paper(connection: Connection, paper: PaperSeal, keys: set[str]) -> list[Problem]:
    line = read_line(connection, paper.gate, paper.epoch, paper.seq)
    where = (paper.gate, paper.epoch, paper.seq)
    if line is None or line.hash != paper.head:
        return [Problem(ProblemKind.PAPER_SEAL_DIFFERS, *where)]
    after = read_line(connection, paper.gate, paper.epoch, paper.seq + 1)
    entries = after.body.get("entries") if after and after.body and after.head.kind == "day.sealed" else None
    if type(entries) is int:
        message = sealed_bytes(paper.day, entries, paper.epoch, paper.gate, paper.head, paper.seq)
        signature = bytes.fromhex(paper.signature)
        if any(verify(bytes.fromhex(key), Purpose.SEAL, message, signature) for key in keys):
            return []
    return [Problem(ProblemKind.PAPER_SEAL_SIGNATURE, *where)]
