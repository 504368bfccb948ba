"""Seals: a day's end under the gate's signature, and the form of a seal that fits on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from db import models
from db.books.purges import after, purged_day, purged_days
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.body_fields import Count, Digest, SignatureHex, check_days
from db.ledger.canonical import canonical
from db.ledger.kinds import Item, kind
from db.prepared import Prepared, add_row
from db.times import from_day
from db.trust.keys import Purpose, verify

_seals, _entries = models.seals, models.entries
_EPOCH_DAY = date(2020, 1, 1)


_NEWEST = Prepared(
    select(_entries.c.epoch, _entries.c.seq)
    .where(_entries.c.gate == bindparam("gate"), _entries.c.day == bindparam("day"))
    .order_by(_entries.c.no.desc(), _entries.c.epoch.desc(), _entries.c.seq.desc())
    .limit(1)
)


_NEXT_DAY = Prepared(
    select(func.min(_entries.c.day).label("day")).where(
        _entries.c.gate == bindparam("gate"),
        _entries.c.day > bindparam("day"),
        _entries.c.day < bindparam("before"),
    )
)


class DaySealed(msgspec.Struct, frozen=True):
    """A day is closed as far as the line before this one. What comes later for it gets a further seal."""

    day: str
    entries: Count
    head: Digest
    key: Digest
    signature: SignatureHex

    def __post_init__(self) -> None:
        check_days(self.day)


@dataclass(frozen=True)
class Seal:
    """A seal: `entries` numbered lines of `day`, the ledger's head at line `seq`, signed by `key` (hex)."""

    gate: int
    epoch: int
    seq: int
    day: str
    entries: int
    head: str
    key: str
    signature: str
    at: str
    operator: str

    def digits(self) -> str | None:
        """The seal as a QR on paper: decimal form of `03` ‖ gate ‖ epoch ‖ seq ‖ day ‖ head ‖ signature. None for a day
        that two bytes have no room for, before 2020 or after 2199: a dead battery's."""
        day = (date.fromisoformat(self.day) - _EPOCH_DAY).days
        if not 0 <= day < 2**16:
            return None
        data = b"\x03" + self.gate.to_bytes(2, "big") + self.epoch.to_bytes(2, "big")
        data += self.seq.to_bytes(4, "big") + day.to_bytes(2, "big")
        return str(int.from_bytes(data + bytes.fromhex(self.head) + bytes.fromhex(self.signature), "big"))


@dataclass(frozen=True)
class PaperSeal:
    """What the QR of a day report says."""

    gate: int
    epoch: int
    seq: int
    day: str
    head: str
    signature: str


@kind("day.sealed", DaySealed)
def _day_sealed(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        values = {name: getattr(item.body, name) for name in ("day", "entries", "head", "key", "signature")}
        head = item.line.head
        add_row(connection, _seals, {**item.key, **values, "at": head.at, "operator": head.operator})


def sealed_bytes(day: str, entries: int, epoch: int, gate: int, head: str, seq: int) -> bytes:
    """What a seal's signature is over, without the prefix; `seq` and `head` are of the line before the seal."""
    facts = {"day": day, "entries": entries, "epoch": epoch, "gate": gate, "head": head, "seq": seq}
    return canonical(facts)


def read_paper_seal(digits: str) -> PaperSeal:
    """A seal from the digits of its QR. Raises `Refusal` (`INVALID`, field `seal`)."""
    plain = "".join(digits.split())
    if not (plain.isascii() and plain.isdigit() and 200 < len(plain) < 300):
        raise Refusal(RefusalCode.INVALID, field="seal")
    value = int(plain)
    data = value.to_bytes((value.bit_length() + 7) // 8, "big")
    if len(data) != 107 or data[0] != 3:
        raise Refusal(RefusalCode.INVALID, field="seal")
    gate, epoch, seq, day = (int.from_bytes(data[a:b], "big") for a, b in ((1, 3), (3, 5), (5, 9), (9, 11)))
    text = (_EPOCH_DAY + timedelta(days=day)).isoformat()
    return PaperSeal(gate, epoch, seq, text, data[11:43].hex(), data[43:].hex())


def seal_day(ledger: Ledger, day: str) -> Seal:
    """Closes a day under the gate's key. Sealing again after a supplement makes a further seal.

    Raises `Denied` (`NOT_ALLOWED`) where the operator cannot sign, `Refusal` (`INVALID`) for a day to come, or none."""
    key = ledger.access.signing_key()
    try:
        to_come = from_day(day) > ledger.today()
    except ValueError:
        to_come = True
    if to_come:
        raise Refusal(RefusalCode.INVALID, field="day", value=day)
    entries = count_entries(ledger.connection, ledger.gate, day)
    epoch, head, seq = ledger.tip.epoch, ledger.tip.hash, ledger.tip.seq
    message = sealed_bytes(day, entries, epoch, ledger.gate, head, seq)
    signature = key.sign(Purpose.SEAL, message).hex()
    body: dict[str, Any] = {"day": day, "entries": entries, "head": head}
    body |= {"key": key.public.hex(), "signature": signature}
    line = ledger.append("day.sealed", body)
    return Seal(ledger.gate, epoch, seq, at=line.head.at, operator=line.head.operator, **body)


def seal_verifies(gate: int, epoch: int, line_seq: int, body: DaySealed) -> bool:
    """Whether a seal's signature is its key's, over the line before it."""
    message = sealed_bytes(body.day, body.entries, epoch, gate, body.head, line_seq - 1)
    try:
        key, signature = bytes.fromhex(body.key), bytes.fromhex(body.signature)
    except ValueError:
        return False
    return verify(key, Purpose.SEAL, message, signature)


def count_entries(connection: Connection, gate: int, day: str) -> int:
    """The numbered lines of a day, voided ones too, and those of which a purge has dropped the bodies."""
    before = purged_day(connection, gate, day)
    where = (_entries.c.gate == gate, _entries.c.day == day, after(_entries, before))
    count = connection.scalar(select(func.count()).select_from(_entries).where(*where)) or 0
    return count + (before.counts["entries"] if before else 0)


def seals_of(connection: Connection, gate: int, day: str) -> list[Seal]:
    """The seals of a day, oldest first; each further one covers a supplement. A seal's `seq` is the sealed line's,
    one before the seal's own."""
    wanted = select(_seals).where(_seals.c.gate == gate, _seals.c.day == day)
    names = ("gate", "epoch", "day", "entries", "head", "key", "signature", "at", "operator")
    return [
        Seal(seq=row.seq - 1, **{name: row._mapping[name] for name in names})
        for row in connection.execute(wanted.order_by(_seals.c.epoch, _seals.c.seq))
    ]


def last_seal(connection: Connection, gate: int, day: str) -> Seal | None:
    """The newest seal of a day."""
    found = seals_of(connection, gate, day)
    return found[-1] if found else None


def _days_with_entries(connection: Connection, gate: int, before: str) -> Iterator[str]:
    """The days before `before` with entries, oldest first, each by one look into the index: telling them apart by
    reading would go through every line there is."""
    day = ""
    while day := _NEXT_DAY.first(connection, gate=gate, day=day, before=before).day:
        yield day


def unsealed_days(connection: Connection, gate: int, before: str) -> list[str]:
    """Days before `before` with entries that no seal of theirs covers yet, oldest first."""
    places = select(_seals.c.day, _seals.c.epoch, _seals.c.seq).where(_seals.c.gate == gate)
    sealed: dict[str, tuple[int, int]] = {}
    for day, epoch, seq in connection.execute(places.order_by(_seals.c.epoch, _seals.c.seq)):
        sealed[day] = (epoch, seq)
    found = set()
    # The newest line of each day is one look at the end of its numbers; counting them would read every line there is.
    for day in _days_with_entries(connection, gate, before):
        newest = _NEWEST.first(connection, gate=gate, day=day)
        if (newest.epoch, newest.seq) > sealed.get(day, (0, 0)):
            found.add(day)
    # What came later for a day of which a purge has dropped lines.
    for day in purged_days(connection, gate):
        last = last_seal(connection, gate, day)
        if day < before and count_entries(connection, gate, day) > (last.entries if last else 0):
            found.add(day)
    return sorted(found)
