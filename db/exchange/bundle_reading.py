"""Reading a bundle: all of it is checked before any of it is given out, and nothing is extracted to a disk.

Being whole and signed says nothing about whether its signer is believed: that is asked of `Bundle.signer`.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from db.errors import Refusal, RefusalCode
from db.exchange.age_file import decrypt, is_age_file
from db.exchange.bundle_writing import COMMENT_LABEL, HASH_DIGITS
from db.exchange.manifest import MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, Manifest, read_manifest
from db.ledger.line import Line, parse_line, read_line_again
from db.trust.age_keys import Identity
from db.trust.keys import SIGNATURE_BYTES, Purpose, public_key_from_hex, verify

MAX_CONTAINER_BYTES = 1024 * 1024 * 1024
MAX_LINES_BYTES = 512 * 1024 * 1024
MAX_MANIFEST_BYTES = 4 * 1024 * 1024
# Lines are full of hashes, which do not shrink; photos are compressed already. What shrinks more is a bomb.
MAX_RATIO = 50
_RATIO_COUNTS_FROM = 1024 * 1024
MOST_HELD = 10_000
"""So many lines are held as they were read; of a larger bundle they are read again."""

_ATTACHMENT = re.compile(r"attachments/([0-9a-f]{64})", re.ASCII)
_FIXED_MEMBERS = {
    "lines.jsonl": MAX_LINES_BYTES,
    "manifest.json": MAX_MANIFEST_BYTES,
    "manifest.sig": SIGNATURE_BYTES,
}
_MAX_MEMBERS = MAX_ATTACHMENTS + len(_FIXED_MEMBERS)
_MAX_DIRECTORY_BYTES = _MAX_MEMBERS * 256
_COMMENT = re.compile(re.escape(COMMENT_LABEL) + rb"([0-9a-f]{%d})" % HASH_DIGITS)
_COMMENT_BYTES = len(COMMENT_LABEL) + HASH_DIGITS
# End of central directory record (APPNOTE 4.3.16): signature, this disk, its directory's disk, members here,
# members, size and offset of the directory, length of the comment.
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\x05\x06"
_ENCRYPTED = 0x1
_FILE_TYPE, _REGULAR_FILE = 0o170000, 0o100000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    KeyError,
)


@dataclass(frozen=True)
class Bundle:
    """A bundle of which every byte has been checked. `signer` is the public key that signed it."""

    manifest: Manifest
    signer: bytes
    _lines: bytes = field(repr=False)
    _container: zipfile.ZipFile = field(repr=False)
    _read: tuple[Line, ...] = field(default=(), repr=False)

    def lines(self) -> Iterator[Line]:
        """The lines in order. They are checked already, so this is quick, and can be done again."""
        if self._read:
            return iter(self._read)
        return (read_line_again(raw[:-1]) for raw in io.BytesIO(self._lines))

    def ends(self) -> tuple[Line, Line]:
        """The first and the last line."""
        first, last = self._lines.index(b"\n"), self._lines.rfind(b"\n", 0, -1) + 1
        return read_line_again(self._lines[:first]), read_line_again(self._lines[last:-1])

    def lines_of(self, kind: str) -> Iterator[Line]:
        """The lines of one kind, in order. Lines of other kinds are not even read."""
        said = b'"kind":"%b"' % kind.encode("ascii")
        if said in self._lines:
            yield from (line for line in self.lines() if line.head.kind == kind)

    def attachment(self, sha256: str) -> bytes:
        """The bytes of one of the manifest's attachments, checked once more: the drive may have changed
        since.

        Raises `Refusal` (`BUNDLE_DAMAGED`); `KeyError` for one that the manifest does not name."""
        sizes = {item.sha256: item.bytes for item in self.manifest.attachments}
        return _read_attachment(self._container, sha256, sizes[sha256])


def read_bundle(source: BinaryIO, identity: Identity | None = None, every_line: bool = True) -> Bundle:
    """The bundle in `source` (a file that can seek, open for as long as the bundle is used), decrypted with
    `identity` where it is an age file. Without `every_line` lines and photos are only compared with what the manifest
    says of them, which is quick: enough to say what a bundle would bring, not to take it in.

    Raises `Refusal`: `BUNDLE_NOT_FOR_US`, `BUNDLE_NEWER`, `BUNDLE_TOO_LARGE`, `BUNDLE_FORBIDDEN_MEMBER` with
    `name`, `BUNDLE_DAMAGED` with `why`, `WEAK_KEY`, `BAD_SIGNATURE`, `BAD_LINE` or `BROKEN_CHAIN` with
    `seq`."""
    if is_age_file(source):
        if identity is None:
            raise Refusal(RefusalCode.BUNDLE_NOT_FOR_US)
        source = decrypt(source, identity, MAX_CONTAINER_BYTES)
    try:
        return _read(source, every_line)
    except _BROKEN:
        raise _damaged("container") from None


def _read(source: BinaryIO, every_line: bool) -> Bundle:
    _check_container(source)
    container = zipfile.ZipFile(source)
    members = _checked_members(container)
    raw_manifest = container.read("manifest.json")
    manifest = read_manifest(raw_manifest)
    signer = public_key_from_hex(manifest.key)
    if not verify(signer, Purpose.BUNDLE, raw_manifest, container.read("manifest.sig")):
        raise Refusal(RefusalCode.BAD_SIGNATURE)
    if members - _FIXED_MEMBERS.keys() != {f"attachments/{item.sha256}" for item in manifest.attachments}:
        raise _damaged("attachments")
    for item in manifest.attachments if every_line else ():
        _read_attachment(container, item.sha256, item.bytes)
    lines = container.read("lines.jsonl")
    if hashlib.sha256(lines).hexdigest() != manifest.lines_sha256:
        raise _damaged("lines")
    read = _check_lines(lines, manifest) if every_line else ()
    return Bundle(manifest, signer, lines, container, read)


def _check_container(source: BinaryIO) -> None:
    """Looks at the end of the container before zipfile does: it would read a directory of any length, and
    pass over what stands before or after."""
    size = source.seek(0, io.SEEK_END)
    if size > MAX_CONTAINER_BYTES:
        raise Refusal(RefusalCode.BUNDLE_TOO_LARGE)
    for comment_bytes in (_COMMENT_BYTES, 0):
        start = size - _END.size - comment_bytes
        if start < 0:
            continue
        source.seek(start)
        end = source.read(_END.size)
        signature, disk, directory_disk, here, members, length, offset, told = _END.unpack(end)
        if signature == _END_SIGNATURE and told == comment_bytes:
            break
    else:
        raise _damaged("container")
    if members > _MAX_MEMBERS or length > _MAX_DIRECTORY_BYTES:
        raise Refusal(RefusalCode.BUNDLE_TOO_LARGE)
    if (disk, directory_disk, here) != (0, 0, members) or offset + length != start:
        raise _damaged("container")
    if comment_bytes:
        _check_comment(source, source.read(comment_bytes), size)
    source.seek(0)


def _check_comment(source: BinaryIO, comment: bytes, size: int) -> None:
    match = _COMMENT.fullmatch(comment)
    if not match:
        raise _damaged("container")
    source.seek(0)
    digest, left = hashlib.sha256(), size - HASH_DIGITS
    while left and (chunk := source.read(min(left, 1 << 20))):
        digest.update(chunk)
        left -= len(chunk)
    if digest.hexdigest().encode("ascii") != match[1]:
        raise _damaged("container")


def _checked_members(container: zipfile.ZipFile) -> set[str]:
    names: set[str] = set()
    total = 0
    for info in container.infolist():
        name = info.orig_filename
        file_type = info.external_attr >> 16 & _FILE_TYPE
        known = name in _FIXED_MEMBERS or _ATTACHMENT.fullmatch(name)
        if not known or name in names or info.filename != name or file_type not in (0, _REGULAR_FILE):
            raise Refusal(RefusalCode.BUNDLE_FORBIDDEN_MEMBER, name=ascii(name)[:80])
        if info.flag_bits & _ENCRYPTED or info.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise Refusal(RefusalCode.BUNDLE_FORBIDDEN_MEMBER, name=name)
        names.add(name)
        total += info.file_size
        if info.file_size > _FIXED_MEMBERS.get(name, MAX_ATTACHMENT_BYTES) or total > MAX_CONTAINER_BYTES:
            raise Refusal(RefusalCode.BUNDLE_TOO_LARGE, name=name)
        if info.file_size > _RATIO_COUNTS_FROM and info.file_size > MAX_RATIO * info.compress_size:
            raise Refusal(RefusalCode.BUNDLE_TOO_LARGE, name=name)
    if missing := _FIXED_MEMBERS.keys() - names:
        raise _damaged(f"{min(missing)} is missing")
    return names


def _read_attachment(container: zipfile.ZipFile, sha256: str, size: int) -> bytes:
    try:
        data = container.read(f"attachments/{sha256}")
    except _BROKEN:
        raise _damaged("attachments") from None
    if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
        raise _damaged("attachments")
    return data


def _check_lines(data: bytes, manifest: Manifest) -> tuple[Line, ...]:
    """Checks every line. Gives them where they are few enough to be held; a gate's day is."""
    read: list[Line] = []
    expected, previous = manifest.first, manifest.prev
    for raw in io.BytesIO(data):
        line = _checked_line(raw, expected)
        head = line.head
        if expected > manifest.last or (head.gate, head.epoch, head.seq) != (
            manifest.gate,
            manifest.epoch,
            expected,
        ):
            raise _damaged("range")
        if head.prev != previous:
            raise Refusal(RefusalCode.BROKEN_CHAIN, seq=expected)
        if len(read) < MOST_HELD:
            read.append(line)
        expected, previous = expected + 1, line.hash
    if expected != manifest.last + 1:
        raise _damaged("range")
    if previous != manifest.head:
        raise Refusal(RefusalCode.BROKEN_CHAIN, seq=manifest.last)
    return tuple(read) if len(read) == manifest.count else ()


def _checked_line(raw: bytes, seq: int) -> Line:
    if not raw.endswith(b"\n"):
        raise Refusal(RefusalCode.BAD_LINE, seq=seq, why="no line end")
    try:
        return parse_line(raw[:-1])
    except Refusal as refusal:
        raise Refusal(RefusalCode.BAD_LINE, **{**refusal.params, "seq": seq}) from None


def _damaged(why: str) -> Refusal:
    return Refusal(RefusalCode.BUNDLE_DAMAGED, why=why)
