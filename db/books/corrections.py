"""Corrections: a numbered line that was wrong is voided, and written again properly, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.books.check import look_back
from db.books.crossings import Recorded, void_entry, write_entry
from db.books.entries import METHODS, Entry, next_number
from db.books.pass_id import PassId
from db.books.verdict import Direction, Verdict
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger


@dataclass(frozen=True)
class Written:
    """What the line should have said. `pass_id` None is a person without a card, in `book` (`resident` or
    `visitor`) under `name`; with a pass, name and book are the pass's own. `tenths` of °C, None for none."""

    direction: Direction
    pass_id: PassId | None
    name: str
    book: str
    tenths: int | None
    method: str | None


@dataclass(frozen=True)
class Corrected:
    """The line that was voided, and the one that stands in its place."""

    voided: Entry
    recorded: Recorded


def as_written(entry: Entry) -> Written:
    """What a line says, to be changed."""
    return Written(entry.direction, entry.pass_id, entry.name, entry.book, entry.temp_tenths, entry.method)


def correct_entry(ledger: Ledger, epoch: int, seq: int, right: Written, reason: str) -> Corrected:
    """Voids a line with the reason, and writes it again as it should have been: a further number of the same
    day, at the time of the old one. What happened is recorded, plausible or not, as from paper.

    The verdict is kept where person and direction are; else it is the one as of that time. Raises `Refusal`:
    as `void_entry`, and `INVALID` with the field (`name`, `book`, `method`, or `change` where nothing is)."""
    old = void_entry(ledger, epoch, seq, reason)
    if right == as_written(old):
        raise Refusal(RefusalCode.INVALID, field="change")
    if right.method is not None and right.method not in METHODS:
        raise Refusal(RefusalCode.INVALID, field="method", value=right.method)
    body = {
        **_who(ledger, old, right),
        "no": next_number(ledger.connection, ledger.gate, old.day),
        "day": old.day,
        "time": old.time,
        "direction": right.direction.value,
        "inferred": old.inferred,
        "temp_tenths": right.tenths,
        "method": right.method if right.tenths is not None else None,
        "override": old.override,
        "held": old.held,
        "outcome": old.outcome,
        "note": old.note,
        "corrects": {"epoch": epoch, "seq": seq},
    }
    return Corrected(old, write_entry(ledger, body, ledger.clock.stamp()))


def _who(ledger: Ledger, old: Entry, right: Written) -> dict[str, Any]:
    """Whose line it is, with the verdict on them."""
    same = right.pass_id == old.pass_id
    if right.pass_id is None:
        name = old.name if same and right.name == old.name else right.name.strip()
        if not name and not (same and not old.name):
            raise Refusal(RefusalCode.INVALID, field="name", value=right.name)
        if right.book != old.book and right.book not in ("resident", "visitor"):
            raise Refusal(RefusalCode.INVALID, field="book", value=right.book)
        unit, verdict, reason = (old.unit, old.verdict, old.reason) if same else ("", Verdict.OK.value, None)
        who = {"pass": None, "name": name, "book": right.book, "unit": unit}
    elif same and right.direction is old.direction:
        who = {"pass": right.pass_id.human(), "name": old.name, "book": old.book, "unit": old.unit}
        verdict, reason = old.verdict, old.reason
    else:
        look = look_back(ledger.connection, ledger.gate, right.pass_id, old.time, right.direction)
        known = look.one.holder if look.one else None
        who = {"pass": right.pass_id.human(), "book": right.pass_id.book.value}
        who |= {
            "name": known.name if known else (old.name if same else right.name.strip()),
            "unit": known.unit if known else (old.unit if same else ""),
        }
        verdict, reason = look.verdict.value, look.reason
    return {**who, "verdict": verdict, "reason": reason}
