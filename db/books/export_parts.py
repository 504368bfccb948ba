"""An export in bundles of a bearable size: FAT32 takes no file of 4 GiB, and a post holds a bundle in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from db import models
from db.books.exports import WITH_PHOTOS, Range
from db.books.photos import MAX_BYTES
from db.exchange.manifest import MAX_ATTACHMENTS

_lines, _photos = models.lines, models.attachments

MOST_BYTES = 256 * 1024 * 1024
"""Of one bundle's lines and photos: well under what FAT32 takes and `db.exchange.bundle_reading` reads."""
LINE_BYTES = 600
"""What a line takes beside its body: head, salt, keys."""


@dataclass(frozen=True)
class Limits:
    """How much goes into one bundle: bytes of lines and photos, and photos."""

    bytes: int = MOST_BYTES
    photos: int = MAX_ATTACHMENTS


USUAL = Limits()


@dataclass(frozen=True)
class _Line:
    seq: int
    bytes: int
    photo: str | None
    photo_bytes: int


def in_parts(
    connection: Connection, gate: int, ranges: Sequence[Range], limits: Limits = USUAL
) -> list[Range]:
    """The same lines in the same order, each range cut into as many as the limits need. Every range has a line at
    least, however large it is."""
    parts: list[Range] = []
    for some in ranges:
        lines, photos = _at_most(connection, gate, some)
        if lines + photos * MAX_BYTES <= limits.bytes and photos <= limits.photos:
            parts.append(some)
        else:
            parts += _cut(connection, gate, some, limits)
    return parts


def room_for(connection: Connection, gate: int, ranges: Sequence[Range]) -> int:
    """Bytes that the bundles of these ranges take on a drive, rather too many than too few: lines shrink to a quarter
    and less, photos not at all."""
    found = [_at_most(connection, gate, some) for some in ranges]
    kept = int(connection.scalar(select(func.coalesce(func.sum(func.octet_length(_photos.c.data)), 0))) or 0)
    photos = sum(photos for _, photos in found)
    return sum(lines for lines, _ in found) // 3 + min(photos * MAX_BYTES, kept)


def _at_most(connection: Connection, gate: int, some: Range) -> tuple[int, int]:
    """(bytes of the lines, photos that they name at most)."""
    body = func.coalesce(func.sum(func.octet_length(_lines.c.body)), 0)
    inside = (
        _lines.c.gate == gate,
        _lines.c.epoch == some.epoch,
        _lines.c.seq.between(some.first, some.last),
    )
    lines, bodies = connection.execute(select(func.count(), body).where(*inside)).one()
    # A line is canonical JSON: what names no photo says `null`.
    names_one = _lines.c.body.contains('"photo":"')
    with_photos = select(func.count()).where(*inside, _lines.c.kind.in_(WITH_PHOTOS), names_one)
    return int(bodies) + LINE_BYTES * int(lines), int(connection.scalar(with_photos) or 0)


def _cut(connection: Connection, gate: int, some: Range, limits: Limits) -> Iterator[Range]:
    first, full, photos = some.first, 0, set[str]()
    for line in _each(connection, gate, some):
        new = line.photo if line.photo not in photos else None
        more = line.bytes + (line.photo_bytes if new else 0)
        if line.seq > first and (full + more > limits.bytes or len(photos) + bool(new) > limits.photos):
            yield Range(some.epoch, first, line.seq - 1)
            first, full, photos = line.seq, 0, set()
            more = line.bytes + line.photo_bytes
        full += more
        if line.photo:
            photos.add(line.photo)
    yield Range(some.epoch, first, some.last)


def _each(connection: Connection, gate: int, some: Range) -> Iterator[_Line]:
    sizes = {row.sha256: row.size for row in connection.execute(_SIZES)}
    photo_body = case((_lines.c.kind.in_(WITH_PHOTOS), _lines.c.body))
    wanted = (
        select(_lines.c.seq, func.coalesce(func.octet_length(_lines.c.body), 0), photo_body)
        .where(_lines.c.gate == gate, _lines.c.epoch == some.epoch)
        .where(_lines.c.seq.between(some.first, some.last))
        .order_by(_lines.c.seq)
    )
    for seq, length, body in connection.execute(wanted):
        photo = json.loads(body).get("photo") if body else None
        known = sizes.get(photo, 0) if isinstance(photo, str) else 0
        yield _Line(seq, LINE_BYTES + length, photo if known else None, known)


_SIZES = select(_photos.c.sha256, func.octet_length(_photos.c.data).label("size"))
