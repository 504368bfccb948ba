"""Changing shift and changing operator: what the shift came to, who confirms, the line. Its page is `shift_paper`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.books.operators import list_operators
from db.books.shift_state import ShiftState, shift_state
from db.books.shifts import (
    Handover,
    HowConfirmed,
    Shift,
    Thing,
    change_shift,
    last_shift,
    past_shifts,
)
from db.errors import GatebookError
from db.register import Register
from db.trust.access import Access
from db.trust.pins import check_pin
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.operations.operators import give_pin, may_use_pin


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
    """The shift that goes on. `duty`: the id of the operator; `things`: what was handed over the last time; `last`: the
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
    return ShiftNow(state, register.access.operator, things, last, candidates(register))


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


def set_own_pin(register: Register, name: str, passphrase: str, pin: str) -> Done[str]:
    """Sets or changes somebody's own PIN. Raises `Refusal` (`INVALID`, field `pin`), `Denied` as `Register.unlock`."""
    check_pin(pin)
    return give_pin(register, register.unlock(name, passphrase), pin)


def hand_over(
    register: Register,
    gave: str,
    gives: Confirmation | None,
    takes: Confirmation | None,
    things: Sequence[tuple[str, int]],
    remarks: str,
) -> Done[Shift]:
    """Changes the shift that the operator `gave` (an id) had: one line, and whoever took over is on duty from then on.

    Without `takes` the gate is closed. Without `gives` the one before has gone, and the other takes over alone: then
    the line is theirs. Raises as `confirm`, with `side` (`gives` or `takes`) among the parameters, and as
    `db.books.shifts.change_shift`; then nothing is changed."""
    giver = _confirm_side(register, gives, "gives")
    taker = _confirm_side(register, takes, "takes")
    said = Handover(
        gave=giver.operator if giver is not None else gave,
        gave_by=gives.how if gives is not None else None,
        took=taker.operator if taker is not None else None,
        took_by=takes.how if takes is not None else None,
        things=tuple(things),
        remarks=remarks,
    )
    before = register.access
    try:
        register.access = giver or taker or before
        with register.writing() as ledger:
            shift = change_shift(ledger, said)
    except BaseException:
        register.access = before
        raise
    register.access = taker or giver or before
    return Done(shift, Change.of(Topic.SHIFTS))


def _confirm_side(register: Register, said: Confirmation | None, side: str) -> Access | None:
    if said is None:
        return None
    try:
        return confirm(register, said)
    except GatebookError as error:
        error.params["side"] = side
        raise
