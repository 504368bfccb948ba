"""Crossings: what happens after the verdict. Every way that it can end is one line, or a hold and one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from db.books.check import Look, look_back, turned
from db.books.entries import METHODS, Entry, get_entry, is_written, next_number
from db.books.holds import Hold, get_hold
from db.books.pass_id import PassId
from db.books.temperature import FEVER_TENTHS, HIGHEST_TENTHS, LOWEST_TENTHS
from db.books.verdict import Direction, Verdict, Worry
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.store import read_line
from db.times import to_stamp
from db.trust.roles import Role


@dataclass(frozen=True)
class Reading:
    """One temperature. `tenths` None says that it could not be measured, or was not needed."""

    tenths: int | None
    method: str | None = "forehead"

    def __post_init__(self) -> None:
        if self.tenths is not None and not LOWEST_TENTHS <= self.tenths <= HIGHEST_TENTHS:
            raise Refusal(RefusalCode.TEMPERATURE_OUT_OF_RANGE, tenths=self.tenths)
        if self.method is not None and self.method not in METHODS:
            raise Refusal(RefusalCode.INVALID, field="method", value=self.method)


@dataclass(frozen=True)
class Recorded:
    """A numbered line was written. `incident` is the seq of the incident that it opened, if it did."""

    no: int
    seq: int
    day: str
    time: str
    direction: Direction
    name: str
    pass_id: PassId | None
    outcome: str
    temp_tenths: int | None
    incident: int | None = None


@dataclass(frozen=True)
class Held:
    """A first fever reading was written; the person waits beside the gate."""

    seq: int
    name: str
    pass_id: PassId | None
    temp_tenths: int
    at: str


def record_crossing(
    ledger: Ledger,
    look: Look,
    direction: Direction,
    reading: Reading,
    fever_tenths: int = FEVER_TENTHS,
    override: str | None = None,
    note: str = "",
    low_before: int | None = None,
) -> Recorded | Held:
    """Writes the crossing of someone whose card was looked at.

    A first reading at or over the fever line is held; the reading of someone held already is the second one and
    ends the hold. `low_before` is the reading, in tenths of °C, that was too low to be believed and was taken
    again. Raises `Refusal` (`SCAN_REFUSED`, with the verdict as `verdict`) for a card that lets nobody in, unless
    `override` gives the lead's reason; `Denied` where the operator is no lead."""
    look = look if look.direction is direction else turned(look, direction)
    verdict, reason = look.verdict, look.reason
    if not verdict.refuses:
        override = None
    elif not override or not override.strip():
        raise Refusal(RefusalCode.SCAN_REFUSED, verdict=verdict.value)
    else:
        ledger.require(Role.LEAD)
    who = _who(look)
    # Someone may have ended the hold since the card was looked at.
    hold = get_hold(ledger.connection, ledger.gate, look.hold.seq) if look.hold is not None else None
    if hold is not None and hold.outcome is None:
        return _second_reading(ledger, hold, direction, reading, fever_tenths, note)
    if reading.tenths is not None and reading.tenths >= fever_tenths:
        judged = {"verdict": verdict.value, "reason": reason, "override": override}
        return _hold(ledger, who, direction, reading, judged)
    body = _entry(ledger, who, direction, reading, verdict.value, note)
    if low_before is not None:
        body["low_before"] = low_before
    if look.token_sha256 is None:
        # Found by name or number, without a card.
        body["by_hand"] = True
    return write_entry(ledger, body | {"override": override, "reason": reason})


def record_person(
    ledger: Ledger,
    book: str,
    name: str,
    direction: Direction,
    reading: Reading,
    fever_tenths: int = FEVER_TENTHS,
    note: str = "",
    details: dict[str, str] | None = None,
    low_before: int | None = None,
) -> Recorded | Held:
    """Writes the crossing of someone without a card: a `resident` on an errand or a `visitor`.

    `details` (phone, home visited, reason, …) go into the line as they are; `low_before` as above. Raises
    `Refusal` (`INVALID`, field `name`) for an empty name."""
    if not name.strip():
        raise Refusal(RefusalCode.INVALID, field="name", value=name)
    if book not in ("resident", "visitor"):
        raise Refusal(RefusalCode.INVALID, field="book", value=book)
    who = {"pass": None, "name": name.strip(), "book": book, "unit": (details or {}).get("unit", "")}
    if reading.tenths is not None and reading.tenths >= fever_tenths:
        return _hold(ledger, who, direction, reading, {"details": details} if details else {})
    body = _entry(ledger, who, direction, reading, Verdict.OK.value, note)
    if details:
        body["details"] = details
    if low_before is not None:
        body["low_before"] = low_before
    return write_entry(ledger, body)


def retake_temperature(
    ledger: Ledger, hold_seq: int, reading: Reading, fever_tenths: int = FEVER_TENTHS, note: str = ""
) -> Recorded:
    """The second reading of someone held: let through where it is below the fever line, else turned away and an
    incident opened. Raises `Refusal` (`NO_SUCH_ENTRY`) where nobody is held under that line."""
    hold = get_hold(ledger.connection, ledger.gate, hold_seq)
    if hold is None or hold.outcome is not None:
        raise Refusal(RefusalCode.NO_SUCH_ENTRY)
    if reading.tenths is None:
        raise Refusal(RefusalCode.TEMPERATURE_NEEDED)
    return _second_reading(ledger, hold, hold.direction, reading, fever_tenths, note)


def end_hold(ledger: Ledger, hold_seq: int, reason: str) -> Recorded:
    """Ends a hold without a second reading: the person left, or was taken to hospital. Turned away, with the
    reason. Raises `Refusal` (`NO_SUCH_ENTRY`, `REASON_NEEDED`)."""
    hold = get_hold(ledger.connection, ledger.gate, hold_seq)
    if hold is None or hold.outcome is not None:
        raise Refusal(RefusalCode.NO_SUCH_ENTRY)
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    first = Reading(hold.temp_tenths, hold.method)
    body = _entry(ledger, _held_who(hold), hold.direction, first, Verdict.ATTENTION.value, reason.strip())
    return write_entry(ledger, body | _as_held(ledger, hold) | {"outcome": "turned_away"})


def refuse_scan(ledger: Ledger, look: Look, reason: str | None = None) -> int:
    """Notes a card that let nobody in. Returns the line's seq."""
    body = {
        "verdict": look.verdict.value,
        "token_sha256": look.token_sha256,
        "pass": look.id.human() if look.id and look.genuine else None,
        "reason": reason or look.reason,
        "name": look.name,
    }
    return ledger.append("scan.refused", body).head.seq


def turn_away(ledger: Ledger, name: str, reason: str, details: dict[str, str] | None = None) -> int:
    """Notes that someone without a card was turned away (劝返). Returns the line's seq. Raises `Refusal`
    (`REASON_NEEDED`)."""
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    body: dict[str, Any] = {"verdict": "no_card", "token_sha256": None, "pass": None}
    body |= {"reason": reason.strip(), "name": name.strip()}
    if details:
        body["details"] = details
    return ledger.append("scan.refused", body).head.seq


def fill_in_missed(ledger: Ledger, id: PassId, name: str, direction: Direction, unit: str = "") -> Recorded:
    """Writes a crossing that must have happened and was not scanned, marked as inferred, now."""
    who = {"pass": id.human(), "name": name, "book": id.book.value, "unit": unit}
    body = _entry(ledger, who, direction, Reading(None, None), Verdict.OK.value, "")
    return write_entry(ledger, body | {"inferred": True})


def void_entry(ledger: Ledger, epoch: int, seq: int, reason: str) -> Entry:
    """Voids a numbered line, as with a pen: it stays in place, its number stays used.

    Raises `Refusal` (`NO_SUCH_ENTRY`, `ALREADY_VOIDED`, `REASON_NEEDED`)."""
    entry = get_entry(ledger.connection, ledger.gate, epoch, seq)
    if entry is None:
        raise Refusal(RefusalCode.NO_SUCH_ENTRY)
    if entry.voided_at is not None:
        raise Refusal(RefusalCode.ALREADY_VOIDED, no=entry.no)
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    body = {
        "day": entry.day,
        "no": entry.no,
        "entry_epoch": epoch,
        "entry_seq": seq,
        "reason": reason.strip(),
    }
    ledger.append("entry.voided", body)
    return entry


def record_past(
    ledger: Ledger,
    time: datetime,
    direction: Direction,
    id: PassId | None,
    name: str,
    tenths: int | None,
    note: str = "",
) -> Recorded | None:
    """Writes a crossing from the paper book under its own day, with the verdict as of that time. What happened is
    recorded, valid or not, plausible or not. None where this very crossing is written already."""
    moment = time.astimezone(ledger.clock.zone)
    stamp = to_stamp(moment.replace(microsecond=moment.microsecond // 1000 * 1000))
    look = look_back(ledger.connection, ledger.gate, id, stamp, direction) if id else None
    known = look.one.holder if look and look.one else None
    who = {
        "pass": id.human() if id else None,
        "name": known.name if known else name.strip(),
        "book": id.book.value if id else "visitor",
        "unit": known.unit if known else "",
    }
    if is_written(ledger.connection, ledger.gate, stamp, direction, id, str(who["name"])):
        return None
    verdict = look.verdict.value if look else Verdict.OK.value
    body = _entry(ledger, who, direction, None, verdict, note, stamp)
    body |= {"temp_tenths": tenths, "reason": look.reason if look else None}
    return write_entry(ledger, body, ledger.clock.stamp())


def _who(look: Look) -> dict[str, Any]:
    """A card is written under its pass only where it is genuine; else nobody knows whose it is."""
    if not look.genuine or look.id is None:
        return {"pass": None, "name": "", "book": look.book.value if look.book else "visitor", "unit": ""}
    unit = look.one.holder.unit if look.one else ""
    return {"pass": look.id.human(), "name": look.name, "book": look.id.book.value, "unit": unit}


def _held_who(hold: Hold) -> dict[str, Any]:
    pass_text = hold.pass_id.human() if hold.pass_id else None
    return {"pass": pass_text, "name": hold.name, "book": hold.book, "unit": hold.unit}


def _hold(
    ledger: Ledger,
    who: dict[str, Any],
    direction: Direction,
    reading: Reading,
    more: dict[str, Any],
) -> Held:
    body = {**who, "direction": direction.value, "temp_tenths": reading.tenths, "method": reading.method}
    body |= more
    line = ledger.append("entry.held", body)
    id = PassId.parse(who["pass"]) if who["pass"] else None
    return Held(line.head.seq, who["name"], id, reading.tenths or 0, line.head.at)


def _second_reading(
    ledger: Ledger,
    hold: Hold,
    direction: Direction,
    reading: Reading,
    fever_tenths: int,
    note: str,
) -> Recorded:
    if reading.tenths is None:
        raise Refusal(RefusalCode.TEMPERATURE_NEEDED)
    fever = reading.tenths >= fever_tenths
    who = _held_who(hold)
    retaken = {"held": hold.seq, "temp_tenths": reading.tenths, "method": reading.method}
    ledger.append("temperature.retaken", retaken)
    body = _entry(ledger, who, direction, reading, Verdict.ATTENTION.value, note) | _as_held(ledger, hold)
    done = write_entry(ledger, body | {"outcome": "turned_away" if fever else "passed"})
    if not fever:
        return done
    opened = {"what": "fever", "held": hold.seq, "pass": who["pass"], "name": who["name"], "note": ""}
    incident = ledger.append("incident.opened", opened).head.seq
    return replace(done, incident=incident)


def _as_held(ledger: Ledger, hold: Hold) -> dict[str, Any]:
    """What the entry that ends a hold says of it. Whoever was let in in spite of a card is so still."""
    line = read_line(ledger.connection, ledger.gate, hold.epoch, hold.seq)
    override = (line.body or {}).get("override") if line else None
    return {"held": hold.seq, "reason": Worry.HELD.value, "override": override}


def _entry(
    ledger: Ledger,
    who: dict[str, Any],
    direction: Direction,
    reading: Reading | None,
    verdict: str,
    note: str,
    time: str | None = None,
) -> dict[str, Any]:
    time = time or ledger.clock.stamp()
    day = time[:10]
    measured = reading is not None and reading.tenths is not None
    body = {
        **who,
        "no": next_number(ledger.connection, ledger.gate, day),
        "day": day,
        "time": time,
        "direction": direction.value,
        "inferred": False,
        "temp_tenths": reading.tenths if reading else None,
        "method": reading.method if reading and measured else None,
        "verdict": verdict,
        "override": None,
        "held": None,
        "outcome": "passed",
    }
    if note:
        body["note"] = note
    return body


def write_entry(ledger: Ledger, body: dict[str, Any], at: str | None = None) -> Recorded:
    """Appends the entry. Its time equals the line's `at`, but for backfill (`at` given)."""
    line = ledger.append("entry.recorded", body, at or body["time"])
    return Recorded(
        no=body["no"],
        seq=line.head.seq,
        day=body["day"],
        time=body["time"],
        direction=Direction(body["direction"]),
        name=body["name"],
        pass_id=PassId.parse(body["pass"]) if body["pass"] else None,
        outcome=body["outcome"],
        temp_tenths=body["temp_tenths"],
    )
