"""Operators: added, disabled, given another role or passphrase. The key file first, then the line that says so."""

from __future__ import annotations

from db.books.operators import (
    Operator,
    add_operator,
    change_operator,
    list_operators,
    note_passphrase,
)
from db.register import Register
from db.trust.key_file import Unlocked
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic

_CHANGED = Change.of(Topic.OPERATORS)


def add(register: Register, unlocked: Unlocked, name: str, role: Role, passphrase: str) -> Done[str]:
    """Adds an operator, and gives the new id. Raises `Denied` for anyone but a lead."""
    with register.writing() as ledger:
        ledger.require(Role.LEAD)
        changed = register.key_file.add_operator(unlocked, name, role, passphrase)
        slot = changed.find(name)
        add_operator(ledger, slot.id, slot.name, role)
        register.save_keys(changed)
    return Done(slot.id, _CHANGED)


def disable(register: Register, unlocked: Unlocked, name: str) -> Done[str]:
    """Disables an operator."""
    with register.writing() as ledger:
        ledger.require(Role.LEAD)
        slot = register.key_file.find(name)
        changed = register.key_file.disable(unlocked, name)
        change_operator(ledger, slot.id, None)
        register.save_keys(changed)
    return Done(slot.id, _CHANGED)


def set_role(register: Register, unlocked: Unlocked, name: str, role: Role) -> Done[str]:
    """Gives an operator another role."""
    with register.writing() as ledger:
        ledger.require(Role.LEAD)
        slot = register.key_file.find(name)
        changed = register.key_file.set_role(unlocked, name, role)
        change_operator(ledger, slot.id, role)
        register.save_keys(changed)
    return Done(slot.id, _CHANGED)


def change_passphrase(register: Register, name: str | None, old: str, new: str) -> Done[str]:
    """Changes an operator's own passphrase. Raises `Denied` (`WRONG_PASSPHRASE`)."""
    slot = register.key_file.find(name)
    changed = register.key_file.change_passphrase(name, old, new)
    with register.writing() as ledger:
        note_passphrase(ledger, slot.id)
        register.save_keys(changed)
    return Done(slot.id, _CHANGED)


def reset_passphrase(register: Register, unlocked: Unlocked, name: str, new: str) -> Done[str]:
    """Gives an operator who forgot theirs a new passphrase. For a lead, or whoever holds the recovery key."""
    with register.writing() as ledger:
        ledger.require(Role.LEAD)
        slot = register.key_file.find(name)
        changed = register.key_file.reset_passphrase(unlocked, name, new)
        note_passphrase(ledger, slot.id)
        register.save_keys(changed)
    return Done(slot.id, _CHANGED)


def list_all(register: Register) -> list[Operator]:
    """Everyone who works or worked here."""
    with register.reading() as connection:
        return list_operators(connection, register.gate.gate)
