"""Who asked to see a masked number in full: the asking is a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from db.books.pass_id import PassId
from db.books.passes import get_pass
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.kinds import kind
from db.trust.roles import Role

PersonalField = Literal["id_no", "phone"]


class PersonalRevealed(msgspec.Struct, frozen=True):
    """A masked value of a pass was shown in full to the line's operator."""

    pass_: str = msgspec.field(name="pass")
    field: PersonalField


@kind("personal.revealed", PersonalRevealed)
def _personal_revealed(connection: Connection, items: Sequence[Any]) -> None:
    """The line is the record; no view holds it."""


def reveal(ledger: Ledger, id: PassId, field: PersonalField) -> str:
    """The whole ID number or phone of a holder, and the line that says who asked.

    Raises `Denied` for a volunteer, `Refusal` (`NO_SUCH_PASS`)."""
    ledger.require(Role.REGISTRAR)
    found = get_pass(ledger.connection, id)
    if found is None:
        raise Refusal(RefusalCode.NO_SUCH_PASS, number=id.human())
    ledger.append("personal.revealed", {"pass": id.human(), "field": field})
    return found.holder.id_no if field == "id_no" else found.holder.phone
