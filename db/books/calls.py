"""Calls for help from the gate: that the lead was called, and about whom, is a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from db.books.pass_id import PassId
from db.ledger.append import Ledger
from db.ledger.kinds import kind

Called = Literal["lead", "doctor"]


class HelpCalled(msgspec.Struct, frozen=True):
    """Who was called, and about whom: a pass where there is one, else a name, which may be empty."""

    who: Called
    pass_: str | None = msgspec.field(name="pass")
    name: str = ""


@kind("help.called", HelpCalled)
def _help_called(connection: Connection, items: Sequence[Any]) -> None:
    """The line is the record; no view holds it."""


def note_call(ledger: Ledger, who: Called, id: PassId | None, name: str = "") -> None:
    """Notes that someone was called to the gate."""
    ledger.append("help.called", {"who": who, "pass": id.human() if id else None, "name": name})
