"""Checking a ledger line by line: form, commitment, chain, keys, seals, and that a purge says which bodies are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from db.books.epochs import EpochOpened
from db.books.gate_keys import KeyRotated, rotation_verifies
from db.books.gates import GateOpened
from db.books.purges import SPARED, Purged
from db.errors import Refusal
from db.ledger.line import ZERO_HASH, Line, check_commitment, parse_head
from db.ledger.seal import DaySealed, seal_verifies


class ProblemKind(StrEnum):
    """What is wrong with a line."""

    OUT_OF_FORM = "out_of_form"
    BODY_CHANGED = "body_changed"
    BODY_GONE = "body_gone"
    CHAIN_BROKEN = "chain_broken"
    GAP = "gap"
    KEY_BROKEN = "key_broken"
    EPOCH_BROKEN = "epoch_broken"
    SEAL_BROKEN = "seal_broken"
    SEAL_MISCOUNTS = "seal_miscounts"
    STORED_HASH_WRONG = "stored_hash_wrong"
    TAIL_GONE = "tail_gone"
    WITNESS_DIFFERS = "witness_differs"
    TRUST_DIFFERS = "trust_differs"
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
class Account:
    """What one gate's lines have said so far, over its epochs.

    `keys` are those in force one after another, the last one now; empty where the beginning was not seen.
    `entries`: numbered lines by day. `blind`: the newest day of a numbered line whose body is gone and not yet
    accounted for by a purge; until then a seal's count cannot be checked. `bodiless`: the first line without its body
    by the day on which it was written."""

    keys: list[str] = field(default_factory=list)
    entries: dict[str, int] = field(default_factory=dict)
    blind: str = ""
    bodiless: dict[str, tuple[int, int]] = field(default_factory=dict)
    purged_through: str = ""

    def begun_from(self) -> Account:
        """The account with which the next epoch begins: what is said so far, and not what comes later in this one."""
        return Account([*self.keys], dict(self.entries), self.blind)


Say = Callable[[ProblemKind, str], None]


@dataclass
class Chain:
    """Checks the lines of one epoch one after another. `prev` is the hash that the next line must name. `goes_on_at`:
    the line after which the next epoch went on, where a register was restored from a copy."""

    gate: int
    epoch: int
    seq: int = 0
    prev: str = ZERO_HASH
    account: Account = field(default_factory=Account)
    goes_on_at: int | None = None
    carried: Account | None = None
    seals: int = 0
    opened: EpochOpened | None = None

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
        if line.body is None:
            self._miss_body(line, say)
        else:
            self._read_body(line, say)
        self.seq, self.prev = line.head.seq, own_hash
        if self.seq == self.goes_on_at:
            self.carried = self.account.begun_from()
        return found

    def _miss_body(self, line: Line, say: Say) -> None:
        head, day = line.head, line.head.at[:10]
        if head.kind in SPARED:
            say(ProblemKind.BODY_GONE, head.kind)
            return
        self.account.bodiless.setdefault(day, (head.epoch, head.seq))
        if head.kind == "entry.recorded":
            self.account.blind = max(self.account.blind, day)

    def _read_body(self, line: Line, say: Say) -> None:
        kind, account = line.head.kind, self.account
        try:
            if kind == "gate.opened":
                self._open(line, msgspec.convert(line.body, GateOpened), say)
            elif kind == "key.rotated":
                self._rotate(msgspec.convert(line.body, KeyRotated), say)
            elif kind == "entry.recorded":
                day = str((line.body or {}).get("day"))
                account.entries[day] = account.entries.get(day, 0) + 1
            elif kind == "day.sealed":
                self._check_seal(line, msgspec.convert(line.body, DaySealed), say)
            elif kind == "purged":
                self._account_for(msgspec.convert(line.body, Purged))
            elif kind == "epoch.opened":
                self.opened = msgspec.convert(line.body, EpochOpened)
        except msgspec.ValidationError:
            say(ProblemKind.OUT_OF_FORM, kind)

    def _open(self, line: Line, body: GateOpened, say: Say) -> None:
        """A gate opens once, with its first line: a second opening would bring in a key that nobody signed for."""
        if line.head.key == (body.gate, 1, 1):
            self.account.keys.append(body.key)
        else:
            say(ProblemKind.KEY_BROKEN, line.head.kind)

    def _rotate(self, body: KeyRotated, say: Say) -> None:
        keys = self.account.keys
        if (keys and keys[-1] != body.old) or not rotation_verifies(body.old, body.new, body.signature):
            say(ProblemKind.KEY_BROKEN, "")
        else:
            keys.append(body.new)

    def _check_seal(self, line: Line, body: DaySealed, say: Say) -> None:
        """A seal is over the line before it, under the key in force at that line: a newer key cannot have made it."""
        self.seals += 1
        account = self.account
        in_force = not account.keys or body.key == account.keys[-1]
        good = in_force and seal_verifies(self.gate, self.epoch, line.head.seq, body)
        if body.head != line.head.prev or not good:
            say(ProblemKind.SEAL_BROKEN, body.day)
        elif account.keys and not account.blind and body.entries != account.entries.get(body.day, 0):
            say(ProblemKind.SEAL_MISCOUNTS, body.day)

    def _account_for(self, body: Purged) -> None:
        account = self.account
        account.purged_through = max(account.purged_through, body.through)
        for day, counts in body.days.items():
            account.entries[day] = counts.get("entries", 0)
        if account.blind <= body.through:
            account.blind = ""
