"""The page of a change of shift as PDF. Apart from changing it: the gate opens without what draws paper."""

from __future__ import annotations

import io

from db.books.masking import mask_name
from db.books.operators import list_operators
from db.books.pass_id import PassId
from db.books.shift_state import Waiting, Whereabouts
from db.books.shifts import get_shift
from db.errors import Refusal, RefusalCode
from db.register import Register
from db.times import from_stamp
from desktop.paper.shift_page import PageThing, Person, ShiftPage, shift_page_pdf


def print_shift(register: Register, epoch: int, seq: int, language: str) -> bytes:
    """The page of a change of shift as PDF, for preview and print. People's names are masked. Raises `Fault`
    (`MISSING_FONT`), `Refusal` (`INVALID`, field `shift`) for one that a purge has dropped."""
    gate = register.gate
    with register.reading() as connection:
        shift = get_shift(connection, gate.gate, epoch, seq)
        names = {one.operator: one.name for one in list_operators(connection, gate.gate)}
    if shift is None:
        raise Refusal(RefusalCode.INVALID, field="shift", value=f"{epoch}-{seq}")
    page = shift.page
    out = io.BytesIO()
    shift_page_pdf(
        ShiftPage(
            gate=gate.gate,
            gate_name=gate.name,
            compound=gate.compound,
            line=f"{shift.epoch}-{shift.seq}",
            since=from_stamp(page.since),
            until=from_stamp(page.until),
            gave=names.get(page.gave, page.gave),
            gave_by=page.gave_by,
            took=names.get(page.took, page.took) if page.took is not None else None,
            took_by=page.took_by,
            books={book: (one.ins, one.outs) for book, one in page.books.items()},
            inside={book.value: count for book, count in page.inside.items()},
            lines=page.lines,
            voided=page.voided,
            turned_away=page.turned_away,
            refused=page.refused,
            unexported=page.unexported,
            held=[_waiting(one) for one in page.held],
            outside=page.outside,
            away=[_person(one) for one in page.away],
            guests=page.guests,
            staying=[_person(one) for one in page.staying],
            matters=[(one.what, one.day, mask_name(one.name)) for one in page.matters],
            things=[PageThing(one.name, one.count, one.before) for one in page.things],
            remarks=page.remarks,
            language=language,
            practice=gate.practice,
        ),
        out,
    )
    return out.getvalue()


def _person(one: Whereabouts) -> Person:
    return Person(mask_name(one.name), _id(one.pass_), from_stamp(one.since))


def _waiting(one: Waiting) -> Person:
    return Person(mask_name(one.name), _id(one.pass_), from_stamp(one.since), one.temp_tenths)


def _id(text: str | None) -> PassId | None:
    return PassId.parse(text) if text is not None else None
