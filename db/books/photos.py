"""Photos of holders: kept beside the lines under their SHA-256, which is what a pass's line names."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from db import models
from db.errors import Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.kinds import upsert
from db.trust.roles import Role

_attachments = models.attachments

MAX_BYTES = 60 * 1024
"""A photo of a card is small; 5,000 of them still fit on any drive."""


def put_photo(ledger: Ledger, photo: bytes) -> str:
    """Keeps a photo and gives the name under which a pass's line holds it; the same picture is kept once.

    Raises `Denied` for a volunteer, `Refusal` (`INVALID`, field `photo`) for nothing or more than `MAX_BYTES`."""
    ledger.require(Role.REGISTRAR)
    if not 0 < len(photo) <= MAX_BYTES:
        raise Refusal(RefusalCode.INVALID, field="photo", value=len(photo))
    name = hashlib.sha256(photo).hexdigest()
    put = upsert(ledger.connection.dialect.name, _attachments).on_conflict_do_nothing()
    ledger.connection.execute(put, {"sha256": name, "data": photo})
    return name


def get_photo(connection: Connection, name: str | None) -> bytes | None:
    """The bytes of a photo; None where there is no such photo (it may have stayed behind in a purge)."""
    if name is None:
        return None
    return connection.scalar(select(_attachments.c.data).where(_attachments.c.sha256 == name))


def get_photos(connection: Connection, names: set[str]) -> dict[str, bytes]:
    """Several photos by name, for a sheet of cards."""
    found: dict[str, bytes] = {}
    wanted = sorted(names)
    for start in range(0, len(wanted), 500):
        some = select(_attachments).where(_attachments.c.sha256.in_(wanted[start : start + 500]))
        found |= {row.sha256: row.data for row in connection.execute(some)}
    return found
