"""Lines that do not count, or not yet: kept beside the ledger with the reason, and moved into it and out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, literal, select, update

from db import desk_models, models
from db.books.gate_keys import Rotation, rotation_of
from db.exchange.merge.chain import Node
from db.ledger.line import ZERO_HASH
from db.ledger.store import to_line

_lines, _held = models.lines, desk_models.held_lines
_COLUMNS = [column.name for column in _lines.columns]
_AT_ONCE = 500


class Why(StrEnum):
    """Why a known line does not count."""

    WAITING = "waiting"
    FORKED = "forked"
    REJECTED = "rejected"


def has_held(connection: Connection, gate: int) -> bool:
    """Whether any line of `gate` is held."""
    return connection.scalar(select(_held.c.gate).where(_held.c.gate == gate).limit(1)) is not None


def hold_rows(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Puts lines (rows as `lines` has them) aside until they are settled."""
    if rows:
        connection.execute(insert(_held), [{**row, "why": Why.WAITING.value} for row in rows])


def held_nodes(connection: Connection, gate: int) -> dict[int, list[tuple[Node, str]]]:
    """Every held account of a line of `gate` with why it is held, by epoch."""
    found: dict[int, list[tuple[Node, str]]] = {}
    columns = (_held.c.epoch, _held.c.seq, _held.c.hash, _held.c.prev, _held.c.why)
    wanted = select(*columns).where(_held.c.gate == gate).order_by(_held.c.epoch, _held.c.seq)
    for epoch, seq, hash, prev, why in connection.execute(wanted):
        found.setdefault(epoch, []).append((Node(seq, hash, prev), why))
    return found


def held_rotations(connection: Connection, gate: int) -> list[Rotation]:
    """The changes of key among the held lines of `gate`: whoever signed them was believed."""
    own = (_held.c.gate == gate, _held.c.kind == "key.rotated", _held.c.why != Why.REJECTED.value)
    found = (rotation_of(to_line(row)) for row in connection.execute(select(_held).where(*own)))
    return [rotation for rotation in found if rotation is not None]


def counting_nodes(connection: Connection, gate: int, epoch: int, after: int) -> list[Node]:
    """The lines of an epoch that count, after line `after`, in order."""
    wanted = select(_lines.c.seq, _lines.c.hash, _lines.c.prev).where(
        _lines.c.gate == gate, _lines.c.epoch == epoch, _lines.c.seq > after
    )
    return [Node(*row) for row in connection.execute(wanted.order_by(_lines.c.seq))]


def counting_ends(connection: Connection, gate: int) -> dict[int, int]:
    """The last line of each epoch of `gate` that counts."""
    wanted = select(_lines.c.epoch, func.max(_lines.c.seq)).where(_lines.c.gate == gate)
    return dict(connection.execute(wanted.group_by(_lines.c.epoch).order_by(_lines.c.epoch)).all())


def hash_at(connection: Connection, gate: int, epoch: int, seq: int) -> str | None:
    """The hash of a line that counts; zeros before the first of an epoch."""
    if seq == 0:
        return ZERO_HASH
    return connection.scalar(select(_lines.c.hash).where(*_place(_lines, gate, epoch), _lines.c.seq == seq))


def let_count(connection: Connection, gate: int, epoch: int, nodes: Sequence[Node]) -> None:
    """Moves held lines into the ledger."""
    if not nodes:
        return
    first, last = nodes[0].seq, nodes[-1].seq
    own = (*_place(_held, gate, epoch), _held.c.seq.between(first, last))
    if connection.scalar(select(func.count()).select_from(_held).where(*own)) == len(nodes):
        _move(connection, _held, _lines, own)
        return
    for some in _hashes(node.hash for node in nodes):
        _move(connection, _held, _lines, (*_place(_held, gate, epoch), _held.c.hash.in_(some)))


def let_wait(connection: Connection, gate: int, epoch: int, after: int) -> None:
    """Takes the lines of an epoch after line `after` out of the ledger."""
    _move(connection, _lines, _held, (*_place(_lines, gate, epoch), _lines.c.seq > after))


def _move(connection: Connection, source: Table, target: Table, which: Sequence[ColumnElement[bool]]) -> None:
    names: list[str] = [*_COLUMNS]
    columns: list[ColumnElement[Any]] = [source.c[name] for name in _COLUMNS]
    if target is _held:
        names, columns = [*names, "why"], [*columns, literal(Why.WAITING.value).label("why")]
    connection.execute(insert(target).from_select(names, select(*columns).where(*which)))
    connection.execute(delete(source).where(*which))


def say_why(connection: Connection, gate: int, epoch: int, nodes: Iterable[Node], why: Why) -> None:
    """Notes why these lines are held."""
    for some in _hashes(node.hash for node in nodes):
        own = (*_place(_held, gate, epoch), _held.c.hash.in_(some))
        connection.execute(update(_held).where(*own).values(why=why.value))


def _place(table: Table, gate: int, epoch: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (table.c.gate == gate, table.c.epoch == epoch)


def _hashes(hashes: Iterable[str]) -> Iterable[list[str]]:
    wanted = list(hashes)
    return (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
