"""age files (age-encryption.org/v1), read and written as streams: nothing readable ever lies on a disk
between."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyrage
from pyrage import x25519

from db.errors import Refusal, RefusalCode
from db.trust.age_keys import Identity, check_recipient

AGE_MAGIC = b"age-encryption.org/v1\n"


def encrypt(chunks: Iterable[bytes], out: BinaryIO, recipient: str) -> None:
    """Writes `chunks` as an age file to `recipient` (`age1…`).

    Raises what `chunks` or `out` raise, and `Refusal` (`INVALID`, `WEAK_KEY`) for the recipient."""
    key = x25519.Recipient.from_str(check_recipient(recipient))
    reader, writer = _Reader(iter(chunks)), _Writer(out)
    try:
        pyrage.encrypt_io(reader, writer, [key])
    except Exception:
        _raise_first(reader, writer)
        raise


def decrypt(source: BinaryIO, identity: Identity, most: int) -> io.BytesIO:
    """The content of an age file, in memory, `most` bytes of it at most.

    Raises `Refusal`: `BUNDLE_NOT_FOR_US` where it is for another key, `BUNDLE_DAMAGED` where any byte of
    it is not as it was written, `BUNDLE_TOO_LARGE`; `OSError` where the drive fails."""
    plain = io.BytesIO()
    reader, writer = _Reader(iter(lambda: source.read(1 << 16), b"")), _Writer(plain, most)
    try:
        pyrage.decrypt_io(reader, writer, [identity])
    except (pyrage.DecryptError, OSError) as error:
        _raise_first(reader, writer)
        if "No matching keys" in str(error):
            raise Refusal(RefusalCode.BUNDLE_NOT_FOR_US) from None
        raise Refusal(RefusalCode.BUNDLE_DAMAGED, why="encryption") from None
    plain.seek(0)
    return plain


def is_age_file(source: BinaryIO) -> bool:
    """Whether `source`, read from its start, calls itself an age file. Leaves it at its start."""
    source.seek(0)
    start = source.read(len(AGE_MAGIC))
    source.seek(0)
    return start == AGE_MAGIC


class _Reader:
    """Chunks as a file. Keeps what went wrong: pyrage passes on only the text of an exception."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = b""
        self.error: BaseException | None = None

    def read(self, most: int) -> bytes:
        try:
            while not self._left:
                chunk = next(self._chunks, None)
                if chunk is None:
                    return b""
                self._left = chunk
        except BaseException as error:
            self.error = error
            raise
        part, self._left = self._left[:most], self._left[most:]
        return part


class _Writer:
    """A file that takes `most` bytes, and keeps what went wrong."""

    def __init__(self, out: BinaryIO, most: int | None = None) -> None:
        self._out = out
        self._room = most
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            if self._room is not None:
                self._room -= len(data)
                if self._room < 0:
                    raise Refusal(RefusalCode.BUNDLE_TOO_LARGE)
            self._out.write(data)
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        self._out.flush()


def _raise_first(reader: _Reader, writer: _Writer) -> None:
    error = reader.error or writer.error
    if error is not None:
        raise error
