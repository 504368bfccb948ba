"""Epochs: a register that was restored from a copy goes on in a new one. Lines after the copy may be lost here and yet
stand on sticks and at the post, so the numbers that they may have used are skipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from db import models, trust_models
from db.books.numbers import ANSWERS, ENTRIES, highest_used, use_numbers
from db.books.pass_id import MAX_NUMBER, Book
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest, Epoch, Seq, check_days
from db.ledger.kinds import Item, kind, stray
from db.ledger.line import ZERO_HASH
from db.ledger.store import Tip

PASS_BLOCK = 5000
ENTRY_BLOCK = 5000
ANSWER_BLOCK = 1000
BACKFILL_DAYS = 7
"""How far back lines of a day before the copy's last may have been written from paper since."""
MOST_DAYS = 400

Block = tuple[int, int]
"""First and last number of a block."""


class Reserved(msgspec.Struct, frozen=True):
    """The blocks that are skipped: per book, for the numbers of each day that may be touched, and at a command post
    for its answers."""

    official: Block
    medical: Block
    support: Block
    numbers: dict[str, Block]
    answers: Block | None = None

    def __post_init__(self) -> None:
        check_days(*self.numbers)


class EpochOpened(msgspec.Struct, frozen=True):
    """The register was restored. `last_seq` and `last_head` are of the copy's last line, in `old_epoch`."""

    old_epoch: Epoch
    last_seq: Seq
    last_head: Digest
    reserved: Reserved


@kind("epoch.opened", EpochOpened)
def _epoch_opened(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: EpochOpened = item.body
        head = item.line.head
        if head.seq != 1 or body.old_epoch >= head.epoch:
            stray(connection, item.line, "not the first line of an epoch")
            continue
        reserved = body.reserved
        blocks = [(book.value, "", getattr(reserved, book.value)) for book in Book]
        blocks += [(ENTRIES, day, block) for day, block in reserved.numbers.items()]
        blocks += [(ANSWERS, "", reserved.answers)] if reserved.answers else []
        for what, day, block in blocks:
            use_numbers(connection, head.gate, what, day, "epoch", block[1])


def open_epoch(ledger: Ledger, desk: bool) -> None:
    """Begins a new epoch after the end of the ledger as it stands, and skips what may have been used since."""
    old = ledger.tip
    today = ledger.today()
    last_day = date.fromisoformat(old.at[:10]) if old.at else today
    first = min(last_day, today) - timedelta(days=BACKFILL_DAYS)
    count = min((max(last_day, today) - first).days + 1, MOST_DAYS)
    days = [(max(last_day, today) - timedelta(days=back)).isoformat() for back in range(count)]
    connection, gate = ledger.connection, ledger.gate
    reserved: dict[str, Any] = {book.value: _pass_block(connection, gate, book) for book in Book}
    reserved["numbers"] = {day: _entry_block(connection, gate, day) for day in sorted(days)}
    if desk:
        top = _top(connection, trust_models.answers_given.c.number, trust_models.answers_given.c.post == gate)
        top = max(top, highest_used(connection, gate, ANSWERS))
        reserved["answers"] = [top + 1, top + ANSWER_BLOCK]
    body = {"old_epoch": old.epoch, "last_seq": old.seq, "last_head": old.hash, "reserved": reserved}
    ledger.tip = Tip(gate, old.epoch + 1, 0, ZERO_HASH, None)
    ledger.append("epoch.opened", body)


def _pass_block(connection: Connection, gate: int, book: Book) -> list[int]:
    passes, blanks = models.passes.c, models.reservations.c
    top = max(
        _top(connection, passes.number, (passes.gate == gate) & (passes.book == book.value)),
        _top(connection, blanks.number, (blanks.gate == gate) & (blanks.book == book.value)),
        highest_used(connection, gate, book.value),
    )
    return [min(top + 1, MAX_NUMBER), min(top + PASS_BLOCK, MAX_NUMBER)]


def _entry_block(connection: Connection, gate: int, day: str) -> list[int]:
    entries = models.entries.c
    top = _top(connection, entries.no, (entries.gate == gate) & (entries.day == day))
    top = max(top, highest_used(connection, gate, ENTRIES, day))
    return [top + 1, top + ENTRY_BLOCK]


def _top(connection: Connection, column: Any, where: Any) -> int:
    return connection.scalar(select(func.max(column)).where(where)) or 0
