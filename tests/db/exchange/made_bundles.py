"""Lines and bundles for tests: the program's own, and containers made by hand as a stranger might."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

from db.exchange.bundle_writing import write_bundle
from db.ledger.canonical import canonical
from db.ledger.line import ZERO_HASH, Line, make_line
from db.trust.keys import Purpose, SigningKey

KEY = SigningKey(b"\x07" * 32)
AT = "2020-02-10T07:31:05.123+08:00"
PHOTO = b"\xff\xd8\xff\xe0 a photo"


def made_lines(
    count: int, gate: int = 312, epoch: int = 1, prev: str = ZERO_HASH, first: int = 1
) -> list[Line]:
    """`count` lines in a chain."""
    lines: list[Line] = []
    for seq in range(first, first + count):
        body: dict[str, Any] = {"no": seq, "name": "王芳", "temp_tenths": 365, "pass": None}
        line = make_line(gate, epoch, seq, AT, "op-1", "entry.recorded", body, prev)
        lines.append(line)
        prev = line.hash
    return lines


def made_bundle(lines: list[Line], *photos: bytes, recipient: str | None = None) -> bytes:
    """A bundle as the program writes it."""
    out = io.BytesIO()
    write_bundle(out, lines, photos, key=KEY, created_at=AT, app="gatebook test", recipient=recipient)
    return out.getvalue()


def made_manifest(lines: list[Line], *photos: bytes, **changes: Any) -> dict[str, Any]:
    """The manifest's fields, written down from the contract, with `changes`."""
    text = b"".join(line.encode() + b"\n" for line in lines)
    return {
        "format": "gatebook-bundle/1",
        "gate": lines[0].head.gate,
        "epoch": lines[0].head.epoch,
        "first": lines[0].head.seq,
        "last": lines[-1].head.seq,
        "count": len(lines),
        "prev": lines[0].head.prev,
        "head": lines[-1].hash,
        "lines_sha256": hashlib.sha256(text).hexdigest(),
        "attachments": [
            {"sha256": hashlib.sha256(photo).hexdigest(), "bytes": len(photo)} for photo in photos
        ],
        "created_at": AT,
        "key": KEY.public.hex(),
        "app": "another program",
    } | changes


def foreign_members(
    lines: list[Line], *photos: bytes, signer: SigningKey = KEY, **changes: Any
) -> dict[str, bytes]:
    """The members that another program would put into its container; the manifest is signed as it stands."""
    manifest = canonical(made_manifest(lines, *photos, **changes))
    return {
        "manifest.json": manifest,
        "manifest.sig": signer.sign(Purpose.BUNDLE, manifest),
        "lines.jsonl": b"".join(line.encode() + b"\n" for line in lines),
        **{f"attachments/{hashlib.sha256(photo).hexdigest()}": photo for photo in photos},
    }


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A container as any ZIP program writes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as container:
        for name, data in members.items():
            container.writestr(name, data)
    return out.getvalue()
