"""Changes of shift: one line says what the shift came to, what was handed over, and who confirmed it how.

The end of a shift is the moment when things get lost. What can be counted is counted here, at the moment of the line;
what only people can count (keys, thermometers, supplies) they count, and the last count stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from sqlalchemy import Connection, select

from db import models, shift_models
from db.books.operators import OperatorId
from db.books.shift_state import ShiftState, shift_state
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.canonical import canonical
from db.ledger.kinds import Item, kind
from db.prepared import add_row

MOST_THINGS = 20
MOST_REMARKS = 1000
_shifts = shift_models.shifts

HowConfirmed = Literal["pin", "passphrase"]
ThingName = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
ThingCount = Annotated[int, msgspec.Meta(ge=0, le=99_999)]


class Thing(msgspec.Struct, frozen=True):
    """Something handed over by count. `before`: the count at the change of shift before, null where it is new."""

    name: ThingName
    count: ThingCount
    before: ThingCount | None = None


class ShiftChanged(ShiftState, frozen=True, kw_only=True):
    """`gave` went off duty and `took` came on, who is null where the gate was closed. `gave_by` and `took_by` say how
    each confirmed it; null is for one who was not there to."""

    gave: OperatorId
    gave_by: HowConfirmed | None
    took: OperatorId | None
    took_by: HowConfirmed | None
    things: list[Thing]
    remarks: str = ""


@dataclass(frozen=True)
class Shift:
    """A change of shift as its line says: the line's key, its stamp, and the page."""

    gate: int
    epoch: int
    seq: int
    at: str
    page: ShiftChanged


@dataclass(frozen=True)
class Handover:
    """What people say at a change of shift: operators' ids, how each confirmed (None: was not there), (name, count) of
    what is handed over, and remarks."""

    gave: str
    gave_by: HowConfirmed | None
    took: str | None
    took_by: HowConfirmed | None
    things: tuple[tuple[str, int], ...] = ()
    remarks: str = ""


@kind("shift.changed", ShiftChanged)
def _shift_changed(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: ShiftChanged = item.body
        page = canonical(msgspec.to_builtins(body)).decode("utf-8")
        row = {**item.key, "at": item.line.head.at, "gave": body.gave, "took": body.took, "page": page}
        add_row(connection, _shifts, row)


def change_shift(ledger: Ledger, said: Handover) -> Shift:
    """Writes the change of shift. Whoever calls has made sure of the confirmations.

    Raises `Refusal` (`INVALID`): field `confirmed` where nobody who must has confirmed, `took` for someone who takes
    over from themselves, `things` or `remarks` for what has no room."""
    _check(said)
    before = {one.name: one.count for one in last_things(ledger.connection, ledger.gate)}
    things = [Thing(name, count, before.get(name)) for name, count in _clean(said.things)]
    at = ledger.clock.stamp()
    state = shift_state(ledger.connection, ledger.gate, at)
    page = ShiftChanged(
        **{name: getattr(state, name) for name in state.__struct_fields__},
        gave=said.gave,
        gave_by=said.gave_by,
        took=said.took,
        took_by=said.took_by,
        things=things,
        remarks=said.remarks.strip(),
    )
    line = ledger.append("shift.changed", msgspec.to_builtins(page), at=at)
    return Shift(line.head.gate, line.head.epoch, line.head.seq, at, page)


def _check(said: Handover) -> None:
    if said.took == said.gave:
        raise Refusal(RefusalCode.INVALID, field="took", value=said.took)
    # Someone who has gone cannot confirm; then the one who takes over says so alone. A gate is closed by who is there.
    confirmed = said.took_by if said.took is not None else said.gave_by
    if confirmed is None or (said.took is None and said.took_by is not None):
        raise Refusal(RefusalCode.INVALID, field="confirmed")
    if len(said.remarks.strip()) > MOST_REMARKS:
        raise Refusal(RefusalCode.INVALID, field="remarks")


def _clean(things: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    found = [(name.strip(), count) for name, count in things if name.strip()]
    fits = all(len(name) <= 40 and 0 <= count <= 99_999 for name, count in found)
    if not fits or len(found) > MOST_THINGS or len({name for name, _ in found}) < len(found):
        raise Refusal(RefusalCode.INVALID, field="things")
    return found


def last_shift(connection: Connection, gate: int) -> Shift | None:
    """The newest change of shift; None before the first."""
    found = past_shifts(connection, gate, most=1)
    return found[0] if found else None


def last_things(connection: Connection, gate: int) -> list[Thing]:
    """What was handed over by count the last time."""
    last = last_shift(connection, gate)
    return last.page.things if last is not None else []


def past_shifts(connection: Connection, gate: int, most: int = 100) -> list[Shift]:
    """Changes of shift, the newest first."""
    wanted = select(_shifts).where(_shifts.c.gate == gate)
    rows = connection.execute(wanted.order_by(_shifts.c.epoch.desc(), _shifts.c.seq.desc()).limit(most))
    return [_to_shift(row) for row in rows]


def get_shift(connection: Connection, gate: int, epoch: int, seq: int) -> Shift | None:
    """The change of shift that a line made."""
    key = {"gate": gate, "epoch": epoch, "seq": seq}
    row = connection.execute(select(_shifts).where(models.same_key(_shifts, key))).first()
    return _to_shift(row) if row is not None else None


def _to_shift(row: Any) -> Shift:
    return Shift(row.gate, row.epoch, row.seq, row.at, msgspec.json.decode(row.page, type=ShiftChanged))
