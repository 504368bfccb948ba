"""Signed documents as files: read whole, and told apart from bundles by what stands in them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from db.errors import Refusal, RefusalCode
from db.exchange.signed_document import MAX_DOCUMENT_BYTES, format_of
from db.files import fault_of

_WHITE = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"


class FileKind(StrEnum):
    """What a file that came on a drive is."""

    REQUEST = "request"
    ANSWER = "answer"
    BUNDLE = "bundle"


def kind_of(path: Path) -> FileKind:
    """What a file is, by its content: a document is a JSON object, anything else is tried as a bundle. Raises
    `Fault`, `Refusal` (`DOCUMENT_DAMAGED`) for JSON that is neither."""
    try:
        with path.open("rb") as file:
            start = file.read(64)
    except OSError as error:
        raise fault_of(error, path) from error
    if not start.removeprefix(_BOM).lstrip(_WHITE).startswith(b"{"):
        return FileKind.BUNDLE
    form = format_of(read_document_file(path))
    return FileKind.REQUEST if form.startswith("gatebook-request/") else FileKind.ANSWER


def read_document_file(path: Path) -> bytes:
    """A document's bytes. Raises `Refusal` (`DOCUMENT_DAMAGED`) for one that is too large, `Fault`."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_DOCUMENT_BYTES + 1)
    except OSError as error:
        raise fault_of(error, path) from error
    if len(data) > MAX_DOCUMENT_BYTES:
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="too large")
    return data
