"""Lines in the register's `lines` table: written, read in order, counted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from db import models
from db.ledger.line import ZERO_HASH, Head, Line
from db.prepared import Prepared, add_row, add_rows

_table = models.lines


@dataclass(frozen=True)
class Tip:
    """The last line of a gate's ledger; `seq` 0 and a zero hash before the first."""

    gate: int
    epoch: int
    seq: int
    hash: str
    at: str | None


_TIP = Prepared(
    select(_table.c.epoch, _table.c.seq, _table.c.hash, _table.c.at)
    .where(_table.c.gate == bindparam("gate"))
    .order_by(_table.c.epoch.desc(), _table.c.seq.desc())
    .limit(1)
)


def tip(connection: Connection, gate: int) -> Tip:
    """The last line of `gate`."""
    row = _TIP.first(connection, gate=gate)
    return Tip(gate, *row) if row else Tip(gate, 1, 0, ZERO_HASH, None)


def put_lines(connection: Connection, lines: Sequence[Line]) -> None:
    """Writes lines whose chain has been checked. Their key must be new."""
    if len(lines) == 1:
        add_row(connection, _table, to_row(lines[0]))
    else:
        add_rows(connection, _table, [to_row(line) for line in lines])


def read_lines(
    connection: Connection, gate: int, epoch: int, first: int = 1, last: int | None = None
) -> Iterator[Line]:
    """The lines `first`…`last` of one epoch, in order, as they stand."""
    wanted = select(_table).where(_table.c.gate == gate, _table.c.epoch == epoch, _table.c.seq >= first)
    if last is not None:
        wanted = wanted.where(_table.c.seq <= last)
    for row in connection.execute(wanted.order_by(_table.c.seq).execution_options(yield_per=1000)):
        yield to_line(row)


def read_line(connection: Connection, gate: int, epoch: int, seq: int) -> Line | None:
    """One line by its key."""
    wanted = select(_table).where(_table.c.gate == gate, _table.c.epoch == epoch, _table.c.seq == seq)
    row = connection.execute(wanted).first()
    return to_line(row) if row else None


def epochs(connection: Connection, only: int | None = None) -> list[tuple[int, int]]:
    """(gate, epoch) of every ledger that this register holds, or of one gate's, in order."""
    wanted = select(_table.c.gate, _table.c.epoch).distinct().order_by(_table.c.gate, _table.c.epoch)
    if only is not None:
        wanted = wanted.where(_table.c.gate == only)
    return [(row.gate, row.epoch) for row in connection.execute(wanted)]


def count_lines(connection: Connection) -> int:
    """How many lines the register holds."""
    return connection.scalar(select(func.count()).select_from(_table)) or 0


def to_row(line: Line) -> dict[str, Any]:
    """The line as a row of `lines`."""
    head = line.head
    return {
        "gate": head.gate,
        "epoch": head.epoch,
        "seq": head.seq,
        "at": head.at,
        "operator": head.operator,
        "kind": head.kind,
        "commitment": head.commit,
        "prev": head.prev,
        "hash": line.hash,
        "salt": line.salt,
        "body": None if line.body is None else line.body_bytes.decode("utf-8"),
    }


def to_line(row: Row[Any]) -> Line:
    """A row of `lines` as a line."""
    head = Head(row.gate, row.epoch, row.seq, row.at, row.operator, row.kind, row.commitment, row.prev)
    return Line(head, row.salt, None if row.body is None else _body(row.body))


def _body(text: str) -> dict[str, Any]:
    """The body as it stands; one that is no JSON any more is given back as what it is, and fails verification."""
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    return body if type(body) is dict else {"damaged": True}
