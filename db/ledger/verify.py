"""Verification: chain, commitments and seals of a ledger, line by line. Names the first bad line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

import msgspec
from sqlalchemy import Connection, func, not_, or_, select

from db import models, trust_models
from db.books.epochs import EpochOpened
from db.books.gate_keys import newest_key
from db.ledger.checking import Account, Chain, Problem, ProblemKind
from db.ledger.line import ZERO_HASH, Line
from db.ledger.replay import fingerprints, local_fingerprints, replayed_fingerprints
from db.ledger.seal import PaperSeal, sealed_bytes
from db.ledger.store import epochs, read_line, read_lines
from db.settings import get_setting
from db.trust.keys import Purpose, verify
from db.trust.trust_list import trust_differs


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
    """Verifies all that a register holds: every line, every key and seal, what it exported and what its command post
    witnessed, and that the views and the trust list are what was said. With `paper`, also that the ledger still stands
    where that seal was printed."""
    report = Report(problems=_malformed(connection))
    if report.problems:
        # Nothing more can be said of lines that are none.
        report.views, report.local_views = fingerprints(connection), local_fingerprints(connection)
        return report
    accounts: dict[int, list[Account]] = {}
    for gate, its_epochs in groupby(epochs(connection), key=lambda one: one[0]):
        accounts[gate] = _verify_gate(connection, gate, [epoch for _, epoch in its_epochs], report)
    own = int(get_setting(connection, "gate") or 0)
    report.problems += _bodies_gone(accounts, own)
    report.problems += _against_memory(connection, own)
    report.problems.sort(key=lambda one: (one.seq == 0, one.gate, one.epoch, one.seq))
    report.views, report.local_views = fingerprints(connection), local_fingerprints(connection)
    if not report.problems:
        again = replayed_fingerprints(connection)
        for name in sorted(name for name in again if again[name] != report.views[name]):
            report.problems.append(Problem(ProblemKind.VIEWS_DIFFER, 0, 0, 0, name))
    part = trust_differs(connection, own, newest_key(connection, own) or "")
    if part is not None:
        report.problems.append(Problem(ProblemKind.TRUST_DIFFERS, own, 0, 0, part))
    if paper is not None:
        keys = {key for account in accounts.get(paper.gate, []) for key in account.keys}
        report.problems += _against_paper(connection, paper, keys)
    return report


_TEXTS = ("at", "operator", "kind", "commitment", "prev", "hash")
_NUMBERS = {"gate": 65535, "epoch": 65535, "seq": 2**32 - 1}


def _malformed(connection: Connection) -> list[Problem]:
    """Rows that hold what no line can: SQLite keeps whatever someone puts into a column. A number that cannot stand is
    named as 0, and what stands there in the detail."""
    if connection.dialect.name != "sqlite":
        return []
    c, of = models.lines.c, func.typeof
    wrong = [of(c[name]) != "text" for name in _TEXTS]
    wrong += [of(c[name]).not_in(("text", "null")) for name in ("salt", "body")]
    wrong += [
        or_(of(c[name]) != "integer", not_(c[name].between(1, most))) for name, most in _NUMBERS.items()
    ]
    found = []
    for row in connection.execute(select(c.gate, c.epoch, c.seq).where(or_(*wrong))):
        key = dict(zip(_NUMBERS, row, strict=True))
        known = {
            name: value if type(value) is int and 1 <= value <= _NUMBERS[name] else 0
            for name, value in key.items()
        }
        strange = ", ".join(f"{name}={value!r:.40}" for name, value in key.items() if known[name] != value)
        found.append(Problem(ProblemKind.OUT_OF_FORM, known["gate"], known["epoch"], known["seq"], strange))
    return sorted(found, key=lambda one: (one.gate, one.epoch, one.seq))


def _verify_gate(connection: Connection, gate: int, its_epochs: list[int], report: Report) -> list[Account]:
    """Checks the epochs of one gate; gives what each has said."""
    went_on = _went_on_at(connection, gate)
    found: list[Account] = []
    account = Account()
    for epoch in its_epochs:
        # A new epoch goes on after the last line of the copy, whatever the old one held after it.
        chain = Chain(gate, epoch, account=account, goes_on_at=went_on.get(epoch))
        hashes = _stored_hashes(connection, gate, epoch)
        for line in read_lines(connection, gate, epoch):
            report.lines += 1
            report.problems += chain.check(line, hashes.get(line.head.seq))
            if chain.opened is not None and line.head.kind == "epoch.opened":
                report.problems += _old_end(connection, gate, epoch, chain.opened)
        report.seals += chain.seals
        found.append(chain.account)
        account = chain.carried or chain.account.begun_from()
    return found


def _went_on_at(connection: Connection, gate: int) -> dict[int, int]:
    """By epoch, the line after which the next one went on."""
    found = {}
    for _, epoch in epochs(connection, gate):
        line = read_line(connection, gate, epoch, 1)
        opened = _as_opened(line)
        if opened is not None:
            found[opened.old_epoch] = opened.last_seq
    return found


def _as_opened(line: Line | None) -> EpochOpened | None:
    if line is None or line.body is None or line.head.kind != "epoch.opened":
        return None
    try:
        return msgspec.convert(line.body, EpochOpened)
    except msgspec.ValidationError:
        return None


def _old_end(connection: Connection, gate: int, epoch: int, opened: EpochOpened) -> list[Problem]:
    """A restored register went on after a line that must still be there. A post may not have it yet."""
    line = read_line(connection, gate, opened.old_epoch, opened.last_seq)
    own = int(get_setting(connection, "gate") or 0) == gate
    if (line is None and own) or (line is not None and line.hash != opened.last_head):
        return [Problem(ProblemKind.EPOCH_BROKEN, gate, epoch, 1, f"{opened.old_epoch}-{opened.last_seq}")]
    return []


def _bodies_gone(accounts: dict[int, list[Account]], own: int) -> list[Problem]:
    """The first line of each gate whose body is gone though no purge says so. A command post's purge says it for the
    lines of all gates."""
    posts = max((account.purged_through for account in accounts.get(own, [])), default="")
    found = []
    for gate, its_accounts in sorted(accounts.items()):
        through = max([posts, *(account.purged_through for account in its_accounts)])
        missing = [
            place for account in its_accounts for day, place in account.bodiless.items() if day > through
        ]
        if missing:
            found.append(Problem(ProblemKind.BODY_GONE, gate, *min(missing)))
    return found


def _against_memory(connection: Connection, own: int) -> list[Problem]:
    """What this machine remembers of its own ledger: lines that left for a drive, and the line that the command post
    witnessed. Who cuts the tail off with its seal has to know of these too."""
    found = []
    lost = _went_on_at(connection, own)
    ends = dict(_ends(connection, own))
    exports = models.exports
    wanted = select(exports.c.epoch, func.max(exports.c.last)).where(exports.c.gate == own)
    for epoch, last in connection.execute(wanted.group_by(exports.c.epoch)):
        if last > ends.get(epoch, 0):
            found.append(Problem(ProblemKind.TAIL_GONE, own, epoch, ends.get(epoch, 0) + 1, str(last)))
    seen = trust_models.trusted_gates
    row = connection.execute(select(seen).where(seen.c.gate == own, seen.c.seq > 0)).first()
    if row is not None and not row.seq > lost.get(row.epoch, row.seq):
        line = read_line(connection, own, row.epoch, row.seq)
        if line is None:
            found.append(
                Problem(ProblemKind.TAIL_GONE, own, row.epoch, ends.get(row.epoch, 0) + 1, str(row.seq))
            )
        elif line.hash != row.head:
            found.append(Problem(ProblemKind.WITNESS_DIFFERS, own, row.epoch, row.seq))
    return found


def _ends(connection: Connection, gate: int) -> list[tuple[int, int]]:
    table = models.lines
    wanted = select(table.c.epoch, func.max(table.c.seq)).where(table.c.gate == gate).group_by(table.c.epoch)
    return [(epoch, seq) for epoch, seq in connection.execute(wanted)]


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
