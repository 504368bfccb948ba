"""Changing shift and changing operator: what the shift came to, who confirms, the line, and its page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from db.books.masking import mask_name
from db.books.operators import list_operators
from db.books.pass_id import PassId
from db.books.shift_state import ShiftState, Waiting, Whereabouts, shift_state
from db.books.shifts import (
    Handover,
    HowConfirmed,
    Shift,
    Thing,
    change_shift,
    get_shift,
    last_shift,
    past_shifts,
)
from db.errors import GatebookError, Refusal, RefusalCode
from db.register import Register
from db.times import from_stamp
from db.trust.access import Access
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.operations.operators import may_use_pin
from desktop.paper.shift_page import PageThing, Person, ShiftPage, shift_page_pdf


@dataclass(frozen=True)
class Candidate:
    """Someone who can come on duty. `by_pin`: a PIN is enough now; otherwise the passphrase is asked."""

    operator: str
    name: str
    role: Role
    by_pin: bool


@dataclass(frozen=True)
class Confirmation:
    """What someone typed to confirm: their PIN, or their passphrase."""

    name: str
    secret: str
    by_pin: bool

    @property
    def how(self) -> HowConfirmed:
        """As the line says it."""
        return "pin" if self.by_pin else "passphrase"


@dataclass(frozen=True)
class ShiftNow:
    """The shift that goes on. `duty`: the operator's name; `things`: what was handed over the last time; `last`: the
    last change of shift."""

    state: ShiftState
    duty: str
    things: list[Thing]
    last: Shift | None
    candidates: list[Candidate]


@dataclass(frozen=True)
class PastShifts:
    """Changes of shift, the newest first, and the operators' names by id."""

    shifts: list[Shift]
    names: dict[str, str]

    def name_of(self, operator: str) -> str:
        """An operator's name, or the id where the register knows none."""
        return self.names.get(operator, operator)


def candidates(register: Register) -> list[Candidate]:
    """Everyone who can come on duty here."""
    return [
        Candidate(slot.id, slot.name, slot.role, may_use_pin(register, slot.name))
        for slot in register.key_file.operators
    ]


def look_at_shift(register: Register) -> ShiftNow:
    """What the shift came to so far, and who can take over."""
    with register.reading() as connection:
        state = shift_state(connection, register.gate.gate, register.clock.stamp())
        last = last_shift(connection, register.gate.gate)
    things = last.page.things if last is not None else []
    return ShiftNow(state, register.access.name, things, last, candidates(register))


def newest_shift(register: Register) -> Shift | None:
    """The last change of shift."""
    with register.reading() as connection:
        return last_shift(connection, register.gate.gate)


def shifts_so_far(register: Register) -> PastShifts:
    """The changes of shift that the register still holds."""
    with register.reading() as connection:
        names = {one.operator: one.name for one in list_operators(connection, register.gate.gate)}
        return PastShifts(past_shifts(connection, register.gate.gate), names)


def confirm(register: Register, said: Confirmation) -> Access:
    """What somebody's PIN or passphrase opens, changing nobody. Raises `Denied` as `Register.access_by_pin` and
    `Register.unlock` do."""
    if said.by_pin:
        return register.access_by_pin(said.name, said.secret)
    return register.access_by_passphrase(said.name, said.secret)


def come_on_duty(register: Register, said: Confirmation) -> Done[str]:
    """Lets somebody go on in the open session: the operator's id. No shift is handed over. Raises as `confirm`."""
    register.access = confirm(register, said)
    return Done(register.access.operator)


def hand_over(
    register: Register,
    gives: Confirmation | None,
    takes: Confirmation | None,
    things: Sequence[tuple[str, int]],
    remarks: str,
) -> Done[Shift]:
    """Changes the shift: one line, and whoever took over is on duty from then on.

    Without `takes` the gate is closed, and the operator stays who it was. Without `gives` the one on duty has gone, and
    the other takes over alone: then the line is theirs. Raises as `confirm`, with `side` (`gives` or `takes`) among the
    parameters, and as `db.books.shifts.change_shift`; then nothing is changed."""
    before = register.access
    gave = _confirm_side(register, gives, "gives")
    if gives is not None and gave is not None and gave.operator != before.operator:
        raise Refusal(RefusalCode.INVALID, field="gave", value=gives.name)
    took = _confirm_side(register, takes, "takes")
    said = Handover(
        gave=before.operator,
        gave_by=gives.how if gives is not None else None,
        took=took.operator if took is not None else None,
        took_by=takes.how if takes is not None else None,
        things=tuple(things),
        remarks=remarks,
    )
    try:
        if gives is None and took is not None:
            register.access = took
        with register.writing() as ledger:
            shift = change_shift(ledger, said)
    except BaseException:
        register.access = before
        raise
    if took is not None:
        register.access = took
    return Done(shift, Change.of(Topic.SHIFTS))


def _confirm_side(register: Register, said: Confirmation | None, side: str) -> Access | None:
    if said is None:
        return None
    try:
        return confirm(register, said)
    except GatebookError as error:
        error.params["side"] = side
        raise


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
