"""Settling a gate: from all lines that are known of it, those that count are in `lines` and in the views, the others
are held, and what is missing or contradicts is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from db import desk_models, models, trust_models
from db.exchange.merge.chain import Node, Settled, settle
from db.exchange.merge.held import (
    Why,
    counting_ends,
    counting_nodes,
    hash_at,
    held_nodes,
    let_count,
    let_wait,
    say_why,
)
from db.ledger.kinds import apply_lines
from db.ledger.line import Line
from db.ledger.replay import replay_gate
from db.ledger.store import read_lines

_lines, _held = models.lines, desk_models.held_lines
_forks, _gaps = desk_models.forks, desk_models.gaps
_BATCH = 1000


@dataclass(frozen=True)
class Moved:
    """What settling changed: lines `first` to `last` of an epoch that count from now on, and whether the views of the
    gate were built anew because lines before others came, or went."""

    counting: list[tuple[int, int, int]]
    rebuilt: bool


@dataclass
class _Epoch:
    """One epoch of the gate while it is settled. Lines up to `start` count and are not in question; `chain` are those
    after it that shall count, `now` those that do."""

    epoch: int
    end: int
    start: int
    held: list[tuple[Node, str]]
    now: list[Node]
    settled: Settled
    chain: list[Node]
    forks: set[int] = field(default_factory=set)
    gaps: list[tuple[int, int]] = field(default_factory=list)

    @property
    def new_end(self) -> int:
        """The last line that shall count."""
        return self.start + len(self.chain)

    @property
    def top(self) -> int:
        """The last line that is known and not rejected."""
        nodes = [*self.now, *(node for node, _ in self.held)]
        known = [node.seq for node in nodes if node.hash not in self.settled.rejected]
        return max([self.start, self.new_end, *known])

    @property
    def kept(self) -> int:
        """The last of the lines that count now and shall go on counting."""
        same = 0
        for a, b in zip(self.now, self.chain, strict=False):
            if a.hash != b.hash:
                break
            same += 1
        return self.start + same


def settle_gate(connection: Connection, post: int, gate: int) -> Moved:
    """Settles a gate by what `post` witnessed and its leads rejected, in the caller's transaction."""
    epochs = _settled_epochs(connection, post, gate)
    for number in sorted(epochs):
        _hold_unless_it_follows(connection, gate, epochs, epochs[number])
    moved = _move(connection, gate, [epochs[number] for number in sorted(epochs)])
    _say_what_is_wrong(connection, gate, epochs.values())
    return moved


def apply_counting(connection: Connection, lines: Iterable[Line]) -> None:
    """Applies lines of one gate, in order, to the views, a batch at a time."""
    rest = iter(lines)
    while batch := list(islice(rest, _BATCH)):
        apply_lines(connection, batch)


def _settled_epochs(connection: Connection, post: int, gate: int) -> dict[int, _Epoch]:
    ends, held = counting_ends(connection, gate), held_nodes(connection, gate)
    rejected, witnessed = _rejected(connection, post, gate), _witnessed(connection, post, gate)
    found: dict[int, _Epoch] = {}
    for epoch in sorted({*ends, *held}):
        end, mine, out = ends.get(epoch, 0), held.get(epoch, []), rejected.get(epoch, {})
        first_in_question = min([end + 1, *(node.seq for node, _ in mine), *out.values()])
        start = first_in_question - 1
        now = counting_nodes(connection, gate, epoch, start) if start < end else []
        start_hash = hash_at(connection, gate, epoch, start)
        assert start_hash is not None
        nodes = [*now, *(node for node, _ in mine)]
        settled = settle(start, start_hash, nodes, out, witnessed.get(epoch, ()))
        found[epoch] = _Epoch(
            epoch, end, start, mine, now, settled, settled.chain, {*settled.forks}, [*settled.gaps]
        )
    return found


def _rejected(connection: Connection, post: int, gate: int) -> dict[int, dict[str, int]]:
    """What leads rejected: hash → place, by epoch."""
    table = desk_models.rejections
    found: dict[int, dict[str, int]] = {}
    for row in connection.execute(select(table).where(table.c.post == post, table.c.gate == gate)):
        found.setdefault(row.epoch, {})[row.hash] = row.seq
    return found


def _witnessed(connection: Connection, post: int, gate: int) -> dict[int, list[tuple[int, str]]]:
    """What the post has said that it holds, in an answer or when it cut the gate off, by epoch."""
    marks, keys = desk_models.witness_marks, trust_models.admitted_keys
    cuts = select(keys.c.cut_epoch, keys.c.cut_seq, keys.c.cut_head).where(
        keys.c.post == post, keys.c.gate == gate, keys.c.cut_epoch.is_not(None)
    )
    said = select(marks.c.epoch, marks.c.seq, marks.c.head).where(marks.c.post == post, marks.c.gate == gate)
    found: dict[int, list[tuple[int, str]]] = {}
    for epoch, seq, head in (*connection.execute(said), *connection.execute(cuts)):
        found.setdefault(epoch, []).append((seq, head))
    return found


def _hold_unless_it_follows(
    connection: Connection, gate: int, epochs: dict[int, _Epoch], mine: _Epoch
) -> None:
    """An epoch that says after which line it was opened waits until that line counts, and contradicts where another
    one stands there."""
    if not mine.new_end:
        return
    needed = _opened_after(connection, gate, mine)
    if needed is None:
        return
    epoch, seq, head = needed
    before = epochs.get(epoch)
    if before is None:
        before = epochs[epoch] = _Epoch(epoch, 0, 0, [], [], Settled([], [], [], frozenset()), [])
    if before.new_end >= seq:
        if _hash_after_settling(connection, gate, before, seq) == head:
            return
        mine.forks.add(1)
    elif before.top < seq:
        before.gaps.append((before.top + 1, seq))
    if mine.start:
        mine.now, mine.start = counting_nodes(connection, gate, mine.epoch, 0), 0
    mine.chain = []


def _opened_after(connection: Connection, gate: int, mine: _Epoch) -> tuple[int, int, str] | None:
    """(epoch, line, hash) after which the epoch's first line says that it was opened; None where it says nothing."""
    first = mine.chain[0].hash if mine.start == 0 else None
    for table in (_lines, _held):
        wanted = select(table.c.kind, table.c.body).where(
            table.c.gate == gate, table.c.epoch == mine.epoch, table.c.seq == 1
        )
        if first is not None:
            wanted = wanted.where(table.c.hash == first)
        row = connection.execute(wanted).first()
        if row is not None:
            break
    if row is None or row.kind != "epoch.opened" or row.body is None:
        return None
    return opened_after(mine.epoch, row.body)


def opened_after(epoch: int, body: str | bytes) -> tuple[int, int, str] | None:
    """(epoch, line, hash) after which the body of an `epoch.opened` says that its epoch was opened; None where it says
    nothing that could be so."""
    try:
        told = msgspec.json.decode(body, type=_Opened)
    except msgspec.DecodeError:
        return None
    if told.last_seq < 1 or not 1 <= told.old_epoch < epoch:
        return None
    return told.old_epoch, told.last_seq, told.last_head


class _Opened(msgspec.Struct):
    old_epoch: int
    last_seq: int
    last_head: str


def _hash_after_settling(connection: Connection, gate: int, epoch: _Epoch, seq: int) -> str | None:
    if seq > epoch.start:
        return epoch.chain[seq - epoch.start - 1].hash
    return hash_at(connection, gate, epoch.epoch, seq)


def _move(connection: Connection, gate: int, epochs: list[_Epoch]) -> Moved:
    """Moves lines between the two tables, and brings the views up to them."""
    rebuilt = False
    for place, mine in enumerate(epochs):
        if mine.kept < mine.end:
            let_wait(connection, gate, mine.epoch, mine.kept)
            rebuilt = True
        # Lines of a gate apply in their own order: what comes before lines that count already changes what they did.
        later = any(other.kept for other in epochs[place + 1 :])
        rebuilt = rebuilt or (later and mine.new_end > mine.kept)
    counting = []
    for mine in epochs:
        let_count(connection, gate, mine.epoch, mine.chain[mine.kept - mine.start :])
        if mine.new_end > mine.kept:
            counting.append((mine.epoch, mine.kept + 1, mine.new_end))
    if rebuilt:
        replay_gate(connection, gate)
    else:
        apply_counting(connection, _ranges(connection, gate, counting))
    return Moved(counting, rebuilt)


def _ranges(connection: Connection, gate: int, ranges: list[tuple[int, int, int]]) -> Iterator[Line]:
    for epoch, first, last in ranges:
        yield from read_lines(connection, gate, epoch, first, last)


def _say_what_is_wrong(connection: Connection, gate: int, epochs: Iterable[_Epoch]) -> None:
    """Writes down what is missing, what contradicts, and why each held line is held."""
    for table in (_forks, _gaps):
        connection.execute(delete(table).where(table.c.gate == gate))
    for mine in epochs:
        counts = {node.hash for node in mine.chain}
        gone = [(node, Why.WAITING.value) for node in mine.now[mine.kept - mine.start :]]
        first_fork = min(mine.forks, default=None)
        changed: dict[Why, list[Node]] = {}
        for node, was in (*mine.held, *gone):
            if node.hash in counts:
                continue
            why = Why.WAITING
            if node.hash in mine.settled.rejected:
                why = Why.REJECTED
            elif first_fork is not None and node.seq >= first_fork:
                why = Why.FORKED
            if why != was:
                changed.setdefault(why, []).append(node)
        for why, nodes in changed.items():
            say_why(connection, gate, mine.epoch, nodes, why)
        own = {"gate": gate, "epoch": mine.epoch}
        _insert(connection, _forks, [{**own, "seq": seq} for seq in sorted(mine.forks)])
        _insert(connection, _gaps, [{**own, "first": a, "last": b} for a, b in _joined(mine.gaps)])


def _joined(gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The gaps in order, none inside another."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(gaps):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _insert(connection: Connection, table: Any, rows: list[dict[str, int]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
