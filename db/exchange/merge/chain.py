"""Which lines of one epoch count: the unbroken chain from its start, as far as nothing contradicts it.

Lines after a gap wait. Where two accounts of a line are known, or one does not follow from the line before, the chain
stops, but for lines that the command post has witnessed; what a lead rejected is out, and all that follows from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """One account of a line: its place, its hash, and the hash of the line that it follows."""

    seq: int
    hash: str
    prev: str


@dataclass(frozen=True)
class Settled:
    """How the lines after a place stand.

    `chain`: those that count, in order. `forks`: places with two accounts that nobody has decided between. `gaps`:
    (first, last) of lines that are missing before known ones. `rejected`: hashes that are out."""

    chain: list[Node]
    forks: list[int]
    gaps: list[tuple[int, int]]
    rejected: frozenset[str]


def settle(
    start: int,
    start_hash: str,
    nodes: Iterable[Node],
    rejected: Collection[str] = (),
    witnessed: Collection[tuple[int, str]] = (),
) -> Settled:
    """Settles all known lines after line `start`, which counts and has `start_hash` (the hash before the first line of
    an epoch for 0). `rejected` holds hashes, `witnessed` pairs of place and hash."""
    ordered = sorted(nodes, key=lambda node: node.seq)
    out = _with_descendants(ordered, rejected)
    alive: dict[int, list[Node]] = {}
    for node in ordered:
        if node.hash not in out:
            alive.setdefault(node.seq, []).append(node)
    chain = _unbroken(start, start_hash, alive)
    end = start + len(chain)
    if end + 1 in alive:
        chain += _witnessed_path(chain[-1].hash if chain else start_hash, end + 1, alive, witnessed)
    forks = [seq for seq in sorted(alive) if _is_fork(seq, alive, start, start_hash)]
    return Settled(chain, forks, _missing(start + len(chain), sorted(alive)), frozenset(out))


def _with_descendants(ordered: Sequence[Node], rejected: Collection[str]) -> set[str]:
    out = set(rejected)
    if out:
        for node in ordered:
            if node.prev in out:
                out.add(node.hash)
    return out


def _unbroken(start: int, start_hash: str, alive: dict[int, list[Node]]) -> list[Node]:
    chain: list[Node] = []
    seq, last = start + 1, start_hash
    while len(found := alive.get(seq, [])) == 1 and found[0].prev == last:
        chain.append(found[0])
        seq, last = seq + 1, found[0].hash
    return chain


def _witnessed_path(
    last: str, first: int, alive: dict[int, list[Node]], witnessed: Collection[tuple[int, str]]
) -> list[Node]:
    """The lines from `first` on that lead from `last` to the furthest witnessed one; [] where none does."""
    for seq, hash in sorted(witnessed, reverse=True):
        path: list[Node] = []
        wanted = hash
        while seq >= first:
            found = next((node for node in alive.get(seq, ()) if node.hash == wanted), None)
            if found is None:
                break
            path.append(found)
            seq, wanted = seq - 1, found.prev
        if path and seq == first - 1 and wanted == last:
            return path[::-1]
    return []


def _is_fork(seq: int, alive: dict[int, list[Node]], start: int, start_hash: str) -> bool:
    here = alive[seq]
    before = {start_hash} if seq - 1 == start else {node.hash for node in alive.get(seq - 1, ())}
    if not before:
        return len(here) > 1
    follows = [node.prev for node in here]
    return len(set(follows)) < len(follows) or not before.issuperset(follows)


def _missing(end: int, known: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for seq in known:
        if seq > end + 1:
            found.append((end + 1, seq - 1))
        end = max(end, seq)
    return found
