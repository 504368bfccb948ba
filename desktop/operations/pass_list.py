"""Passes handed out as a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from db.books.masking import mask_id_no, mask_phone
from db.books.pass_id import PassId
from db.books.pass_rows import state_of
from db.books.pass_search import State
from db.books.passes import get_passes
from db.files import write_whole
from db.register import Register
from desktop.operations.cards import require_registrar
from desktop.paper.pass_list import ListRow, write_pass_list
from desktop.pass_words import state_words


def save_list(register: Register, ids: Sequence[PassId], path: Path, language: str) -> Path:
    """Writes passes into an xlsx, in their order; ID numbers and phones stay masked. Raises `Denied` for a volunteer,
    `Fault` for the drive's faults."""
    require_registrar(register)
    today = register.clock.today()
    with register.reading() as connection:
        found = get_passes(connection, ids)
    rows = []
    for id in ids:
        one = found.get(id)
        if one is None:
            continue
        holder, state = one.holder, state_of(one, today)
        rows.append(
            ListRow(
                id, holder.name, holder.unit, holder.post, mask_id_no(holder.id_no), mask_phone(holder.phone),
                holder.home, holder.valid_from, holder.valid_until, holder.scope,
                state_words(state) if state in (State.EXPIRED, State.REVOKED) else "",
            )
        )  # fmt: skip
    out = io.BytesIO()
    write_pass_list(rows, out, language)
    write_whole(path, out.getvalue())
    return path
