"""Writing a bundle: a range of one gate's lines and their photos, signed, as one stream.

The container is made by hand of Python's zipfile in the order in which its parts become known, so a hundred
thousand lines pass through without being held, and nothing readable touches a disk on the way to the
encryption. Same lines, same key, same moment: same bytes (before encryption).
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from db.errors import Refusal, RefusalCode
from db.exchange.age_file import encrypt
from db.exchange.manifest import FORMAT, MAX_ATTACHMENT_BYTES, Attachment, Manifest
from db.ledger.line import Line
from db.trust.keys import Purpose, SigningKey

# Damage to a plain bundle shows wherever it is, also in those bytes of a ZIP that no member's hash covers:
# its comment holds the hash of everything before that hash.
COMMENT_LABEL = b"gatebook sha256 "
HASH_DIGITS = 64

_BATCH_BYTES = 1 << 16
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_OWNER_ONLY = 0o100600 << 16


def write_bundle(
    out: BinaryIO,
    lines: Iterable[Line],
    attachments: Iterable[bytes] = (),
    *,
    key: SigningKey,
    created_at: str,
    app: str,
    recipient: str | None,
    practice: bool = False,
) -> Manifest:
    """Writes the bundle of `lines` (one gate, one epoch, in order, without a gap) to `out`, encrypted to
    `recipient` (`age1…`), or plain where it is None. `out` need not be able to seek.

    `created_at` is the gate's clock as lines hold it; `attachments` are photos, each taken once.
    Raises `Refusal`: `NOTHING_TO_EXPORT` where there is no line, `BROKEN_CHAIN` with `seq` where a line
    does not follow from the one before, `INVALID` or `WEAK_KEY` for the recipient; and what `out` raises."""
    packer = _Packer(key, created_at, app, practice)
    chunks = packer.chunks(lines, attachments)
    if recipient is None:
        for chunk in chunks:
            out.write(chunk)
    else:
        encrypt(chunks, out, recipient)
    return packer.finished()


class _Sink:
    """Takes what zipfile writes, and hands it on. It cannot seek, so zipfile does not try to go back."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.waiting = 0

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        self.waiting += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        data = b"".join(self._parts)
        self._parts.clear()
        self.waiting = 0
        return data


class _Packer:
    """Makes the container's bytes; the manifest is known when they are all made."""

    def __init__(self, key: SigningKey, created_at: str, app: str, practice: bool) -> None:
        self._key = key
        self._created_at = created_at
        self._app = app
        self._practice = practice
        self._sink = _Sink()
        self._first: Line | None = None
        self._last: Line | None = None
        self._last_hash = ""
        self._lines_hash = hashlib.sha256()
        self._attachments: dict[str, Attachment] = {}
        self._manifest: Manifest | None = None

    def finished(self) -> Manifest:
        if self._manifest is None:
            raise RuntimeError("the bundle is not whole")
        return self._manifest

    def chunks(self, lines: Iterable[Line], attachments: Iterable[bytes]) -> Iterator[bytes]:
        """The container, in pieces, the hash of all of it last."""
        digest = hashlib.sha256()
        for chunk in self._container(lines, attachments):
            digest.update(chunk)
            yield chunk
        tail = self._sink.take()[:-HASH_DIGITS]
        digest.update(tail)
        yield tail + digest.hexdigest().encode("ascii")

    def _container(self, lines: Iterable[Line], attachments: Iterable[bytes]) -> Iterator[bytes]:
        # Write and flush are all that zipfile needs of a file.
        with zipfile.ZipFile(cast(BinaryIO, self._sink), "w") as container:
            container.comment = COMMENT_LABEL + b"0" * HASH_DIGITS
            with container.open(_member("lines.jsonl", zipfile.ZIP_DEFLATED), "w") as member:
                for batch in self._batches(lines):
                    member.write(batch)
                    if self._sink.waiting >= _BATCH_BYTES:
                        yield self._sink.take()
            for photo in attachments:
                name = hashlib.sha256(photo).hexdigest()
                if name not in self._attachments:
                    if len(photo) > MAX_ATTACHMENT_BYTES:
                        raise Refusal(RefusalCode.BUNDLE_TOO_LARGE, name=name)
                    self._attachments[name] = Attachment(name, len(photo))
                    # A photo is compressed already.
                    container.writestr(_member(f"attachments/{name}", zipfile.ZIP_STORED), photo)
                    yield self._sink.take()
            manifest = self._describe().encode()
            signature = self._key.sign(Purpose.BUNDLE, manifest)
            container.writestr(_member("manifest.json", zipfile.ZIP_DEFLATED), manifest)
            container.writestr(_member("manifest.sig", zipfile.ZIP_STORED), signature)

    def _batches(self, lines: Iterable[Line]) -> Iterator[bytes]:
        batch = bytearray()
        for line in lines:
            self._follow(line)
            batch += line.encode() + b"\n"
            if len(batch) >= _BATCH_BYTES:
                self._lines_hash.update(batch)
                yield bytes(batch)
                batch.clear()
        self._lines_hash.update(batch)
        yield bytes(batch)

    def _follow(self, line: Line) -> None:
        if self._last is None:
            self._first = line
        else:
            before, head = self._last.head, line.head
            same = (before.gate, before.epoch, before.seq + 1) == (head.gate, head.epoch, head.seq)
            if not same or head.prev != self._last_hash:
                raise Refusal(RefusalCode.BROKEN_CHAIN, seq=head.seq)
        self._last = line
        self._last_hash = line.hash

    def _describe(self) -> Manifest:
        if self._first is None or self._last is None:
            raise Refusal(RefusalCode.NOTHING_TO_EXPORT)
        first, last = self._first.head, self._last.head
        self._manifest = Manifest(
            format=FORMAT,
            gate=first.gate,
            epoch=first.epoch,
            first=first.seq,
            last=last.seq,
            count=last.seq - first.seq + 1,
            prev=first.prev,
            head=self._last_hash,
            lines_sha256=self._lines_hash.hexdigest(),
            attachments=tuple(self._attachments[name] for name in sorted(self._attachments)),
            created_at=self._created_at,
            key=self._key.public.hex(),
            app=self._app,
            practice=self._practice,
        )
        return self._manifest


def _member(name: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = compression
    info.create_system = _UNIX
    info.external_attr = _OWNER_ONLY
    return info
