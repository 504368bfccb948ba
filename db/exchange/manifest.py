"""What a bundle says of itself: whose lines, which, and the hashes of all that is in it."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec
from msgspec import Meta

from db.errors import Refusal, RefusalCode
from db.ledger.canonical import canonical, loads
from db.ledger.line import ZERO_HASH

FORMAT = "gatebook-bundle/1"
MAX_ATTACHMENTS = 20_000
MAX_ATTACHMENT_BYTES = 8 * 1024 * 1024

_FORMAT = re.compile(r"gatebook-bundle/([1-9]\d{0,5})", re.ASCII)

Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Stamp = Annotated[str, Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d\Z")]
Small = Annotated[int, Meta(ge=1, le=65535)]
LineNumber = Annotated[int, Meta(ge=1, le=2**32 - 1)]


class Attachment(msgspec.Struct, frozen=True):
    """A photo in the bundle: its hash is its name."""

    sha256: Hash
    bytes: Annotated[int, Meta(ge=0, le=MAX_ATTACHMENT_BYTES)]


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """The lines `first` to `last` of one gate's epoch. `prev` is the hash of the line before the first,
    `head` of the last. `practice` marks a register that was filled with a sample, and stands only where it
    is true."""

    format: str
    gate: Small
    epoch: Small
    first: LineNumber
    last: LineNumber
    count: LineNumber
    prev: Hash
    head: Hash
    lines_sha256: Hash
    attachments: tuple[Attachment, ...]
    created_at: Stamp
    key: Hash
    app: Annotated[str, Meta(max_length=200)]
    practice: bool = False

    def encode(self) -> bytes:
        """The manifest's bytes, as they are signed; canonical JSON."""
        return canonical(msgspec.to_builtins(self))


def read_manifest(data: bytes) -> Manifest:
    """The manifest of a file's bytes; fields that a later program added are let be.

    Raises `Refusal`: `BUNDLE_NEWER` for a later format, `BUNDLE_DAMAGED` with `why` for anything not in
    form."""
    try:
        value = loads(data)
        version = _FORMAT.fullmatch(str(value.get("format"))) if isinstance(value, dict) else None
        if version and version[0] != FORMAT:
            raise Refusal(RefusalCode.BUNDLE_NEWER, format=version[0])
        manifest = msgspec.convert(value, Manifest)
    except msgspec.ValidationError as error:
        raise _damaged(str(error)) from None
    except Refusal as refusal:
        if refusal.code is RefusalCode.BUNDLE_NEWER:
            raise
        raise _damaged(str(refusal.params.get("why"))) from None
    if manifest.format != FORMAT:
        raise _damaged("format")
    if manifest.count != manifest.last - manifest.first + 1:
        raise _damaged("count")
    if (manifest.first == 1) != (manifest.prev == ZERO_HASH):
        raise _damaged("prev")
    hashes = [attachment.sha256 for attachment in manifest.attachments]
    if len(hashes) > MAX_ATTACHMENTS or len(set(hashes)) != len(hashes):
        raise _damaged("attachments")
    return manifest


def bundle_name(gate: int, epoch: int, first: int, last: int, encrypted: bool) -> str:
    """`gatebook-0312-e1-000001-000420.gbk`, with `.age` where it is encrypted."""
    ending = ".gbk.age" if encrypted else ".gbk"
    return f"gatebook-{gate:04d}-e{epoch}-{first:06d}-{last:06d}{ending}"


def _damaged(why: str) -> Refusal:
    return Refusal(RefusalCode.BUNDLE_DAMAGED, why=f"manifest: {why}")
