"""What comes on a drive: answers of the command post at a gate, bundles of gates at a command post."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from db.exchange import answers
from db.exchange.answers import TakenAnswer
from db.exchange.merge.importing import Imported, check_may_import, import_file
from db.register import Register
from desktop.changes import Change, Done, Topic
from desktop.operations.documents import read_document_file
from desktop.tasks import at_once

Write = Callable[[Callable[[], Any]], Any]


def take_answer(register: Register, path: Path, fingerprint: str | None = None) -> Done[TakenAnswer]:
    """Takes in the command post's answer. `fingerprint` is the post's, as a person got it by phone or on paper: needed
    the first time. Raises as `db.exchange.answers.take_answer` does, and `Fault`."""
    data = read_document_file(path)
    with register.writing() as ledger:
        taken = answers.take_answer(ledger, data, fingerprint)
    return Done(taken, Change.of(Topic.TRUST, Topic.PASSES, Topic.EXPORTS))


def take_bundle(register: Register, path: Path, write: Write = at_once) -> Done[Imported]:
    """Takes in one gate's bundle; one that is refused is set aside and says why. `write` runs the short write, for
    callers on a thread that only reads. Raises as `import_file` does."""
    done = import_file(register, path, write)
    return Done(done, Change.of(Topic.ENTRIES, Topic.PASSES, Topic.HOLDS, Topic.DAYS))


__all__ = ["check_may_import", "take_answer", "take_bundle"]
