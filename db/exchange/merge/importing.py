"""Bringing a file in: read it whole, ask whether its signer is believed, take its lines in, and note it in the post's
own ledger. What is not taken in is kept aside, with the reason."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec
from sqlalchemy import delete, func, insert, select

from db import desk_models
from db.books.arrivals import note_arrival, note_refused
from db.books.posts import is_desk, post_identity, signers_of
from db.errors import Denied, GatebookError, Refusal, RefusalCode
from db.exchange.bundle_reading import MAX_CONTAINER_BYTES, Bundle, read_bundle
from db.exchange.merge.taking_in import LinesMoved, Taken, check_believed, foresee, take_in
from db.files import fault_of
from db.register import Register
from db.trust.age_keys import Identity
from db.trust.roles import Role

MOST_KEPT_BYTES = 16 * 1024 * 1024
MOST_KEPT_IN_ALL = 256 * 1024 * 1024
"""What is set aside stands in the register itself, so that nothing readable lies beside it; a stick full of rubbish
must not fill the disk. Of a larger file only name, size, hash and reason are kept."""

_aside = desk_models.set_aside
T = TypeVar("T")
Write = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True)
class Whose:
    """What a readable bundle says of itself. `days` are the first and the last in which its lines were written."""

    gate: int
    epoch: int
    first: int
    last: int
    days: tuple[str, str]
    made_at: str
    key: str
    encrypted: bool


@dataclass(frozen=True)
class Foreseen:
    """What a file would bring: whose lines, how many of them are `known` already, and which (first, last) are missing
    before them, or None."""

    whose: Whose
    known: int
    missing_before: tuple[int, int] | None


@dataclass(frozen=True)
class Imported:
    """What came of one file: `taken`, or `refused` with the reason. `whose` is None for one that cannot be read,
    `sha256` is empty for one that is too large to be one of ours."""

    path: Path
    sha256: str
    whose: Whose | None
    taken: Taken | None
    refused: GatebookError | None


@dataclass(frozen=True)
class SetAside:
    """A file that was not taken in. `kept` says whether the file itself is here too."""

    sha256: str
    name: str
    bytes: int
    reason: str
    detail: str
    at: str
    kept: bool


def check_may_import(register: Register) -> Identity:
    """What opens the post's bundles. Raises `Refusal` (`NOT_A_DESK`), `Denied` (`NOT_ALLOWED`) for a volunteer."""
    with register.reading() as connection:
        identity = post_identity(connection) if is_desk(connection) else None
    if identity is None:
        raise Refusal(RefusalCode.NOT_A_DESK)
    if register.access.role < Role.REGISTRAR:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)
    return identity


def import_file(
    register: Register,
    path: Path,
    write: Write,
    identity: Identity | None = None,
    moved: LinesMoved | None = None,
) -> Imported:
    """Takes in one file, in one transaction of its own. `write` runs what writes, on the thread that may; `moved` is
    told there how many of the file's lines have been gone through.

    A file that is refused is reported and set aside. Raises `Refusal` (`NOT_A_DESK`), `Denied`, and `Fault` for the
    machine's own faults: what came before it is in."""
    identity = identity or check_may_import(register)
    try:
        with path.open("rb") as file:
            return _import(register, path, file, write, identity, moved)
    except OSError as error:
        raise fault_of(error, path) from error


_NOT_THE_FILES_FAULT = {RefusalCode.IN_USE, RefusalCode.CANCELLED}


def _import(
    register: Register,
    path: Path,
    file: BinaryIO,
    write: Write,
    identity: Identity,
    moved: LinesMoved | None = None,
) -> Imported:
    whose: Whose | None = None
    try:
        digest = _digest_of(file)
    except Refusal as refusal:
        return Imported(path, "", None, None, refusal)
    try:
        bundle = read_bundle(file, identity)
        whose = _whose(bundle, digest.encrypted)
        with register.reading() as connection:
            check_believed(connection, register.gate.gate, bundle)
        taken = write(lambda: _take(register, bundle, digest.sha256, moved))
        return Imported(path, digest.sha256, whose, taken, None)
    except Refusal as refusal:
        if isinstance(refusal, Denied) or refusal.code in _NOT_THE_FILES_FAULT:
            raise
        write(partial(set_aside, register, file, path.name, digest.sha256, refusal, whose))
        return Imported(path, digest.sha256, whose, None, refusal)


def look_at_file(register: Register, path: Path, identity: Identity) -> Foreseen:
    """What a file would bring, taking nothing in; its single lines are not looked at yet. Raises `Refusal` as
    `read_bundle` and `check_believed` do, `Fault`."""
    try:
        with path.open("rb") as file:
            digest = _digest_of(file)
            try:
                return _foresee(register, read_bundle(file, identity, every_line=False), digest.encrypted)
            except _NOT_LINES:
                # Reading all of it says what is wrong.
                return _foresee(register, read_bundle(file, identity), digest.encrypted)
    except OSError as error:
        raise fault_of(error, path) from error


_NOT_LINES = (msgspec.MsgspecError, ValueError, TypeError, LookupError, AttributeError)
"""What reading lines that nobody has checked yet comes to where they are none."""


def _foresee(register: Register, bundle: Bundle, encrypted: bool) -> Foreseen:
    with register.reading() as connection:
        check_believed(connection, register.gate.gate, bundle)
        known, missing = foresee(connection, bundle)
    return Foreseen(_whose(bundle, encrypted), known, missing)


def _take(register: Register, bundle: Bundle, sha256: str, moved: LinesMoved | None) -> Taken:
    with register.changing() as connection:
        taken = take_in(connection, register.gate.gate, bundle, moved)
        if taken.new or taken.counting:
            ledger = register.ledger(connection)
            if register.place.on_server:
                # Another clerk may have cut the gate off meanwhile; from here on nobody can.
                check_believed(connection, register.gate.gate, bundle)
            note_arrival(ledger, _arrival(bundle, sha256, taken))
        connection.execute(delete(_aside).where(_aside.c.sha256 == sha256))
        return taken


def _arrival(bundle: Bundle, sha256: str, taken: Taken) -> dict[str, Any]:
    manifest, days = bundle.manifest, taken.days
    body = {name: getattr(manifest, name) for name in ("gate", "epoch", "first", "last", "head", "key")}
    body |= {"new": taken.new, "file": sha256, "made_at": manifest.created_at}
    told = {
        "from_day": days.first,
        "until_day": days.last,
        "sealed_day": days.sealed,
        "latest_at": days.latest_at,
    }
    return body | told


def set_aside(
    register: Register, file: BinaryIO, name: str, sha256: str, refusal: Refusal, whose: Whose | None = None
) -> None:
    """Keeps a file that was refused, and notes it; once, however often it is brought."""
    with register.changing() as connection:
        if connection.scalar(select(_aside.c.sha256).where(_aside.c.sha256 == sha256)) is not None:
            return
        size = file.seek(0, io.SEEK_END)
        kept = connection.scalar(select(func.sum(_aside.c.bytes)).where(_aside.c.data.is_not(None))) or 0
        keep = size <= MOST_KEPT_BYTES and kept + size <= MOST_KEPT_IN_ALL
        file.seek(0)
        data = file.read(MOST_KEPT_BYTES) if keep else None
        detail = ", ".join(f"{key}: {value}" for key, value in refusal.params.items())[:500]
        row = {
            "sha256": sha256,
            "name": name[:255],
            "bytes": size,
            "reason": refusal.code.value,
            "detail": detail,
        }
        row |= {"gate": whose.gate, "key": whose.key} if whose else {"gate": None, "key": None}
        ledger = register.ledger(connection)
        connection.execute(insert(_aside), {**row, "at": ledger.clock.stamp(), "data": data})
        note_refused(ledger, sha256, name, refusal.code.value, detail)


def files_set_aside(register: Register) -> list[SetAside]:
    """What was not taken in, the newest first."""
    a = _aside.c
    told = ("sha256", "name", "bytes", "reason", "detail", "at")
    wanted = select(*(a[name] for name in told), a.data.is_not(None).label("kept"))
    with register.reading() as connection:
        rows = connection.execute(wanted.order_by(a.at.desc(), a.sha256)).all()
    return [SetAside(**{name: row._mapping[name] for name in told}, kept=bool(row.kept)) for row in rows]


def file_set_aside(register: Register, sha256: str) -> bytes | None:
    """The bytes of a file that was not taken in; None where it was too large to be kept."""
    with register.reading() as connection:
        return connection.scalar(select(_aside.c.data).where(_aside.c.sha256 == sha256))


def retry_set_aside(register: Register, write: Write, identity: Identity | None = None) -> list[Imported]:
    """Takes in what was refused because nobody knew its signer, and whose signer is believed by now: the line by which
    its gate changed its key came later, or the gate was admitted. Gives what was taken in."""
    identity = identity or check_may_import(register)
    done: list[Imported] = []
    tried: set[str] = set()
    while found := [one for one in _known_by_now(register) if one.sha256 not in tried]:
        for one in found:
            tried.add(one.sha256)
            data = file_set_aside(register, one.sha256) or b""
            imported = _import(register, Path(one.name), io.BytesIO(data), write, identity)
            done += [imported] if imported.taken else []
    return done


def _known_by_now(register: Register) -> list[Any]:
    a = _aside.c
    unknown = (a.reason == RefusalCode.SIGNER_UNKNOWN.value, a.data.is_not(None))
    with register.reading() as connection:
        rows = connection.execute(
            select(a.sha256, a.name, a.gate, a.key).where(*unknown).order_by(a.at, a.sha256)
        ).all()
        gates = {row.gate for row in rows}
        keys = {gate: {one.key for one in signers_of(connection, register.gate.gate, gate)} for gate in gates}
    return [row for row in rows if row.key in keys[row.gate]]


@dataclass(frozen=True)
class _Digest:
    sha256: str
    encrypted: bool


def _digest_of(file: BinaryIO) -> _Digest:
    """Raises `Refusal` (`BUNDLE_TOO_LARGE`) before it reads what no bundle can be."""
    digest = hashlib.sha256()
    if file.seek(0, io.SEEK_END) > 2 * MAX_CONTAINER_BYTES:
        raise Refusal(RefusalCode.BUNDLE_TOO_LARGE)
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    file.seek(0)
    return _Digest(digest.hexdigest(), start == b"age-")


def _whose(bundle: Bundle, encrypted: bool) -> Whose:
    manifest = bundle.manifest
    days = sorted(line.head.at[:10] for line in bundle.ends())
    return Whose(
        gate=manifest.gate,
        epoch=manifest.epoch,
        first=manifest.first,
        last=manifest.last,
        days=(days[0], days[-1]),
        made_at=manifest.created_at,
        key=manifest.key,
        encrypted=encrypted,
    )
