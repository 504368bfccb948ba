"""Operators: who may work with the register. The key file holds their keys; these lines say what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
from sqlalchemy import Connection, select, update

from db import models
from db.ledger.append import Ledger
from db.ledger.kinds import Item, kind, stray
from db.prepared import add_row
from db.trust.roles import Role

_operators = models.operators


OperatorId = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class OperatorAdded(msgspec.Struct, frozen=True):
    """Someone may work here from now on."""

    operator: OperatorId
    name: str
    role: Role


class OperatorChanged(msgspec.Struct, frozen=True):
    """An operator's role is another, or the operator is disabled (`role` null)."""

    operator: OperatorId
    role: Role | None


class PassphraseChanged(msgspec.Struct, frozen=True):
    """An operator's passphrase is another."""

    operator: str


class PinChanged(msgspec.Struct, frozen=True):
    """An operator's PIN is another."""

    operator: str


class RecoveryUsed(msgspec.Struct, frozen=True):
    """The recovery key opened the register."""


class RecoveryRenewed(msgspec.Struct, frozen=True):
    """Another recovery key took the place of the one before."""


@dataclass(frozen=True)
class Operator:
    """An operator as lines tell."""

    operator: str
    name: str
    role: Role
    disabled: bool


@kind("operator.added", OperatorAdded)
def _operator_added(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: OperatorAdded = item.body
        key = {"gate": item.line.head.gate, "operator": body.operator}
        if connection.execute(select(_operators).where(models.same_key(_operators, key))).first():
            stray(connection, item.line, "an operator there is")
            continue
        values = {**key, "name": body.name, "role": body.role.value, "disabled": False}
        add_row(connection, _operators, values)


@kind("operator.changed", OperatorChanged)
def _operator_changed(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: OperatorChanged = item.body
        own = (_operators.c.gate == item.line.head.gate) & (_operators.c.operator == body.operator)
        change = {"disabled": True} if body.role is None else {"role": body.role.value, "disabled": False}
        connection.execute(update(_operators).where(own).values(change))


@kind("passphrase.changed", PassphraseChanged)
def _passphrase_changed(connection: Connection, items: Sequence[Item]) -> None:
    """The line is the record; the key file holds the new slot."""


@kind("pin.changed", PinChanged)
def _pin_changed(connection: Connection, items: Sequence[Item]) -> None:
    """The line is the record; what a PIN is compared with is this machine's own."""


@kind("recovery.used", RecoveryUsed)
@kind("recovery.renewed", RecoveryRenewed)
def _recovery_used(connection: Connection, items: Sequence[Item]) -> None:
    """The line is the record; the key file holds the new recovery key's public half."""


def add_operator(ledger: Ledger, operator: str, name: str, role: Role) -> None:
    """Notes a new operator."""
    ledger.append("operator.added", {"operator": operator, "name": name, "role": role.value})


def change_operator(ledger: Ledger, operator: str, role: Role | None) -> None:
    """Notes an operator's new role, or with None that the operator is disabled."""
    ledger.append("operator.changed", {"operator": operator, "role": role.value if role else None})


def note_passphrase(ledger: Ledger, operator: str) -> None:
    """Notes that an operator's passphrase was changed."""
    ledger.append("passphrase.changed", {"operator": operator})


def note_pin(ledger: Ledger, operator: str) -> None:
    """Notes that an operator's PIN was set or changed."""
    ledger.append("pin.changed", {"operator": operator})


def note_recovery(ledger: Ledger) -> None:
    """Notes that the recovery key was used."""
    ledger.append("recovery.used", {})


def note_recovery_renewed(ledger: Ledger) -> None:
    """Notes that another recovery key is in force."""
    ledger.append("recovery.renewed", {})


def list_operators(connection: Connection, gate: int) -> list[Operator]:
    """The operators of `gate`, in the order in which they came."""
    wanted = select(_operators).where(_operators.c.gate == gate).order_by(_operators.c.operator)
    return [
        Operator(row.operator, row.name, Role(row.role), row.disabled) for row in connection.execute(wanted)
    ]
