"""What lies on a stick: the bundles and requests among everything else. Nothing else is ever opened, no link is
followed, and nothing is run."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.errors import GatebookError, Refusal, RefusalCode
from db.exchange.requests import Request, read_request
from db.exchange.signed_document import MAX_DOCUMENT_BYTES
from db.trust.keys import fingerprint
from desktop.operations.documents import FileKind, kind_of, read_document_file
from desktop.tasks import Progress

BUNDLE_ENDINGS = (".gbk", ".gbk.age")
_DEEPEST = 12
_NAME = re.compile(r"gatebook-(\d+)-e(\d+)-(\d+)-\d+")
_SAYS_REQUEST = ("gatebook", "request", "申请")


@dataclass(frozen=True)
class FoundFiles:
    """The bundles, in the order in which gates wrote them, and the files that may be requests."""

    bundles: tuple[Path, ...]
    requests: tuple[Path, ...]


@dataclass(frozen=True)
class FoundRequest:
    """A gate's request as it lay on a stick: the file's bytes, what it says, and its signer's fingerprint."""

    path: Path
    data: bytes
    request: Request
    fingerprint: str


def find_files(paths: Sequence[Path], progress: Progress | None = None) -> FoundFiles:
    """The files given, and those in the folders given that are known by their names alone. Raises `Refusal`
    (`CANCELLED`)."""
    bundles: dict[Path, None] = {}
    requests: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            kept = requests if path.suffix.lower() == ".json" else bundles
            kept[path.absolute()] = None
            continue
        for one in _files_in(path, 0, progress):
            kept = bundles if is_bundle_name(one.name) else requests
            kept[one] = None
    return FoundFiles(tuple(sorted(bundles, key=_order)), tuple(sorted(requests)))


def find_bundles(paths: Sequence[Path], progress: Progress | None = None) -> list[Path]:
    """The files given, whatever they are called, and the bundles in the folders given."""
    given = {path.absolute() for path in paths if not path.is_dir()}
    found = find_files([path for path in paths if path.is_dir()], progress).bundles
    return sorted({*given, *found}, key=_order)


def read_requests(paths: Sequence[Path]) -> list[FoundRequest]:
    """The requests among these files. What is none, or cannot be read, is passed over: other programs write such files
    too."""
    found: dict[tuple[int, str], FoundRequest] = {}
    for path in paths:
        try:
            if path.stat().st_size > MAX_DOCUMENT_BYTES or kind_of(path) is not FileKind.REQUEST:
                continue
            data = read_document_file(path)
            signed = read_request(data)
        except (GatebookError, OSError):
            continue
        one = FoundRequest(path, data, signed.request, fingerprint(signed.signer))
        before = found.get((one.request.gate, one.fingerprint))
        if before is None or before.request.made_at < one.request.made_at:
            found[one.request.gate, one.fingerprint] = one
    return sorted(found.values(), key=lambda one: (one.request.gate, one.fingerprint))


def is_bundle_name(name: str) -> bool:
    """Whether a file of this name may be a bundle. What other systems leave beside a file (`._x.gbk`) is none."""
    return name.lower().endswith(BUNDLE_ENDINGS) and not name.startswith(".")


def _is_request_name(name: str) -> bool:
    lower = name.lower()
    return (
        lower.endswith(".json") and not name.startswith(".") and any(word in lower for word in _SAYS_REQUEST)
    )


def _files_in(folder: Path, depth: int, progress: Progress | None) -> Iterator[Path]:
    if progress is not None and progress.cancelled:
        raise Refusal(RefusalCode.CANCELLED)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        # A folder that cannot be listed holds nothing that can be taken in; the others are listed all the same.
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    yield from _files_in(Path(entry.path), depth + 1, progress)
            elif (is_bundle_name(entry.name) or _is_request_name(entry.name)) and entry.is_file(
                follow_symlinks=False
            ):
                yield Path(entry.path).absolute()
        except OSError:
            continue


def _order(path: Path) -> tuple[object, ...]:
    match = _NAME.match(path.name)
    if match is None:
        return (1, 0, 0, 0, str(path))
    return (0, int(match[1]), int(match[2]), int(match[3]), str(path))
