"""What comes on a drive to a gate: the answers of its command post. What comes to a post is in `sticks`."""

from __future__ import annotations

from pathlib import Path

from db.exchange import answers
from db.exchange.answers import TakenAnswer
from db.register import Register
from desktop.changes import Change, Done, Topic
from desktop.operations.documents import read_document_file


def take_answer(register: Register, path: Path, fingerprint: str | None = None) -> Done[TakenAnswer]:
    """Takes in the command post's answer. `fingerprint` is the post's, as a person got it by phone or on paper: needed
    the first time. Raises as `db.exchange.answers.take_answer` does, and `Fault`."""
    data = read_document_file(path)
    with register.writing() as ledger:
        taken = answers.take_answer(ledger, data, fingerprint)
    return Done(taken, Change.of(Topic.TRUST, Topic.PASSES, Topic.EXPORTS))
