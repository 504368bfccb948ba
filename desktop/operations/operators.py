"""Operators: added, disabled, given another role, passphrase or PIN, and back in with the recovery key."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from db.backups import Renewed, renew_backups
from db.books.operators import (
    Operator,
    add_operator,
    change_operator,
    list_operators,
    note_passphrase,
    note_pin,
    note_recovery,
    note_recovery_renewed,
)
from db.errors import Denied, RefusalCode
from db.ledger.append import Ledger
from db.register import Register, open_register
from db.rekeying import change_register_key
from db.trust.key_file import KeyFile, Unlocked
from db.trust.pins import forget_pin, has_pin, set_pin
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.tasks import Progress

_CHANGED = Change.of(Topic.OPERATORS)


@dataclass(frozen=True)
class Disabled:
    """An operator who can open nothing here any more. `backups`: the copies that were made anew under the new key, and
    those that could not be reached, which the old key file still opens. `signed`: whether they could sign, and so the
    signing key should be changed too."""

    operator: str
    backups: Renewed
    signed: bool


def add(register: Register, unlocked: Unlocked, name: str, role: Role, passphrase: str) -> Done[str]:
    """Adds an operator, and gives the new id. Raises `Denied` for anyone but a lead."""
    changed = register.key_file.add_operator(unlocked, name, role, passphrase)
    slot = changed.find(name)
    with register.changing_keys(changed) as ledger:
        ledger.require(Role.LEAD)
        add_operator(ledger, slot.id, slot.name, role)
    return Done(slot.id, _CHANGED)


def disable(
    register: Register, unlocked: Unlocked, name: str, progress: Progress | None = None
) -> Done[Disabled]:
    """Disables an operator, and changes the register's key for good: neither their passphrase nor a copy of the old key
    file opens what is written from now on. `progress` is told of bytes written. Raises `Denied` but for a lead,
    `Refusal` (`CANCELLED`: nothing was changed), and as `change_register_key` does."""
    slot = register.key_file.find(name)
    changed = register.key_file.disable(unlocked, name)

    def note(ledger: Ledger) -> None:
        ledger.require(Role.LEAD)
        forget_pin(ledger.connection, slot.id)
        change_operator(ledger, slot.id, None)

    change_register_key(register, unlocked, changed, note, progress.report if progress else None)
    register.session_keys.forget(slot.id)
    return Done(Disabled(slot.id, renew_backups(register), slot.role.may_sign), _CHANGED)


def set_role(register: Register, unlocked: Unlocked, name: str, role: Role) -> Done[str]:
    """Gives an operator another role. Their PIN goes: it was set for the old one."""
    slot = register.key_file.find(name)
    changed = register.key_file.set_role(unlocked, name, role)
    with register.changing_keys(changed) as ledger:
        ledger.require(Role.LEAD)
        forget_pin(ledger.connection, slot.id)
        change_operator(ledger, slot.id, role)
    return Done(slot.id, _CHANGED)


def change_passphrase(register: Register, name: str | None, old: str, new: str) -> Done[str]:
    """Changes an operator's own passphrase. Raises `Denied` (`WRONG_PASSPHRASE`, `TRY_LATER`)."""
    slot = register.key_file.find(name)
    register.unlock(name, old)
    changed = register.key_file.change_passphrase(name, old, new)
    with register.changing_keys(changed) as ledger:
        note_passphrase(ledger, slot.id)
    return Done(slot.id, _CHANGED)


def reset_passphrase(register: Register, unlocked: Unlocked, name: str, new: str) -> Done[str]:
    """Gives an operator who forgot theirs a new passphrase. For a lead, or whoever holds the recovery key."""
    slot = register.key_file.find(name)
    changed = register.key_file.reset_passphrase(unlocked, name, new)
    with register.changing_keys(changed) as ledger:
        ledger.require(Role.LEAD)
        forget_pin(ledger.connection, slot.id)
        note_passphrase(ledger, slot.id)
    return Done(slot.id, _CHANGED)


def give_pin(register: Register, unlocked: Unlocked, pin: str) -> Done[str]:
    """Sets the PIN of whoever has just unlocked with the passphrase. Raises `Refusal` (`INVALID`, field `pin`)."""
    slot = register.key_file.find(unlocked.operator_id)
    if unlocked.private is None:
        raise Denied(RefusalCode.PASSPHRASE_NEEDED)
    with register.writing() as ledger:
        set_pin(ledger.connection, slot, unlocked.private, pin)
        note_pin(ledger, slot.id)
    return Done(slot.id, _CHANGED)


def change_by_pin(register: Register, name: str, pin: str) -> Done[str]:
    """Lets another operator go on in the open session. Raises `Denied` as `Register.change_by_pin` does."""
    return Done(register.change_by_pin(name, pin).operator, _CHANGED)


def may_use_pin(register: Register, name: str) -> bool:
    """Whether an operator has a PIN that would be taken now, without the passphrase."""
    slot = register.key_file.find(name)
    with register.reading() as connection:
        has = has_pin(connection, slot.id)
    return has and (not slot.role.may_sign or register.session_keys.private(slot) is not None)


def renew_recovery(register: Register, unlocked: Unlocked) -> Recovered:
    """Another recovery key, to be shown and written down, for a lead who cannot find the sheet or would not trust it.
    Until `keep_recovery` the old one stays good. Raises `Denied` but for a lead."""
    changed, new = register.key_file.renew_recovery(unlocked)
    return Recovered(register, new, changed, unlocked)


@dataclass(frozen=True)
class Recovered:
    """A register that was opened with the recovery key, and the new one, to be shown and written down. Until
    `keep_recovery` the old one stays good: a crash before somebody has read the new one must lock nobody out."""

    register: Register
    recovery_key: str = field(repr=False)
    key_file: KeyFile
    unlocked: Unlocked


def recover(where: Path | str, recovery_key: str) -> Recovered:
    """Opens a register with the recovery key, which is a line, and makes another one. Raises `Denied`
    (`RECOVERY_KEY_WRONG`) and as `open_register` does."""
    register = open_register(where, recovery_key=recovery_key)
    try:
        unlocked = register.key_file.unlock_with_recovery(recovery_key)
        changed, new = register.key_file.renew_recovery(unlocked)
        with register.writing() as ledger:
            note_recovery(ledger)
    except BaseException:
        register.close()
        raise
    return Recovered(register, new, changed, unlocked)


def keep_recovery(recovered: Recovered) -> Register:
    """The new recovery key has been written down: the old one opens nothing any more."""
    with recovered.register.changing_keys(recovered.key_file) as ledger:
        note_recovery_renewed(ledger)
    return recovered.register


def take_over(recovered: Recovered, name: str, passphrase: str) -> Register:
    """Lets somebody lead the gate who has opened it with the recovery key: one who works here gets this passphrase and
    the role, anyone else is added. They work with the register from now on.

    Raises `Refusal` (`PASSPHRASE_TOO_SHORT`; `INVALID`, field `name`)."""
    register, unlocked = recovered.register, recovered.unlocked
    try:
        slot = register.key_file.find(name)
    except Denied:
        add(register, unlocked, name, Role.LEAD, passphrase)
    else:
        if slot.role is not Role.LEAD:
            set_role(register, unlocked, slot.id, Role.LEAD)
        reset_passphrase(register, unlocked, slot.id, passphrase)
    register.as_operator(register.unlock(name, passphrase))
    return register


def list_all(register: Register) -> list[Operator]:
    """Everyone who works or worked here."""
    with register.reading() as connection:
        return list_operators(connection, register.gate.gate)
