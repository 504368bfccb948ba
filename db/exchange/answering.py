"""Writing the command post's answer: everything it knows that its gates must know, complete each time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from db import models, trust_models
from db.books.arrivals import note_witnessed
from db.books.gate_keys import rotations_of
from db.books.gates import Gate
from db.books.numbers import ANSWERS, highest_used
from db.books.posts import (
    Admission,
    Signer,
    admissions,
    is_desk,
    post_identity,
    signers_of,
    witnessed,
)
from db.errors import Refusal, RefusalCode
from db.exchange.answers import FORMAT
from db.exchange.signed_document import sign_document
from db.ledger.append import Ledger


@dataclass(frozen=True)
class GivenAnswer:
    """An answer that was made: its number, its bytes, and what it holds."""

    number: int
    data: bytes
    sha256: str
    gates: int
    revoked: int
    resend: int

    @property
    def file_name(self) -> str:
        """The name under which it travels."""
        return f"gatebook-answer-{self.number:06d}.json"


def make_answer(
    ledger: Ledger,
    gate: Gate,
    resend: Sequence[dict[str, int]] = (),
    findings: Sequence[Any] = (),
    orders: Sequence[Any] = (),
    notes: Sequence[str] = (),
) -> GivenAnswer:
    """Makes the next answer and notes its number, which is never used again. `resend` asks for lines (`gate`,
    `epoch`, `from`, `to`); `gate` is the post's own.

    Raises `Denied` where the operator cannot sign, `Refusal` (`NOT_A_DESK`)."""
    key, connection = ledger.access.signing_key(), ledger.connection
    identity = post_identity(connection) if is_desk(connection) else None
    if identity is None:
        raise Refusal(RefusalCode.NOT_A_DESK)
    admitted = admissions(connection, ledger.gate)
    today = ledger.today().isoformat()
    doc: dict[str, Any] = {
        "format": FORMAT,
        "number": next_number(connection, ledger.gate),
        "made_at": ledger.clock.stamp(),
        "post": {
            "name": gate.name,
            "recipient": str(identity.to_public()),
            "rotated": [
                {"old": step.old, "new": step.new, "signature": step.signature}
                for step in rotations_of(connection, ledger.gate)
            ],
        },
        "compounds": _compounds(connection, ledger.gate, admitted),
        "gates": [_gate(connection, ledger.gate, one) for one in admitted],
        "revoked": revoked_passes(connection, ledger.gate, today),
        "resend": sorted(resend, key=lambda some: (some["gate"], some["epoch"], some["from"])),
        "findings": list(findings),
        "orders": list(orders),
        "notes": list(notes),
    }
    data = sign_document(doc, key)
    sha256 = hashlib.sha256(data).hexdigest()
    note_witnessed(ledger, [(one["gate"], *one["witnessed"].values()) for one in doc["gates"]])
    ledger.append("answer.given", {"number": doc["number"], "sha256": sha256})
    return GivenAnswer(
        doc["number"], data, sha256, len(doc["gates"]), len(doc["revoked"]), len(doc["resend"])
    )


def next_number(connection: Connection, post: int) -> int:
    """The number of the next answer: above every one that was given or, before a restore, may have been."""
    given = trust_models.answers_given.c
    top = connection.scalar(select(func.max(given.number)).where(given.post == post)) or 0
    return max(top, highest_used(connection, post, ANSWERS)) + 1


def _compounds(connection: Connection, post: int, admitted: Sequence[Admission]) -> list[dict[str, str]]:
    """Every compound that a gate names or the post has named, by id. A gate names its compound by its name, which is
    the id until the post says more."""
    table = trust_models.compounds
    said = {
        row.id: (row.name, row.area) for row in connection.execute(select(table).where(table.c.post == post))
    }
    ids = sorted({one.compound for one in admitted if one.compound} | set(said))
    return [
        {"id": id, "name": said[id][0] or id, "area": said[id][1]}
        if id in said
        else {"id": id, "name": id, "area": ""}
        for id in ids
    ]


def _gate(connection: Connection, post: int, one: Admission) -> dict[str, Any]:
    signers = signers_of(connection, post, one.gate)
    standing = [signer for signer in signers if signer.cut_off is None]
    # A gate that was admitted again under another key is known by that one; the key that was cut off is unknown.
    shown = standing or signers
    seen = shown[0].cut_off if not standing and shown else None
    last = seen or witnessed(connection, one.gate)
    return {
        "gate": one.gate,
        "name": one.name,
        "compound": one.compound,
        "state": one.state.value,
        "keys": [_key(signer) for signer in shown],
        "witnessed": {"epoch": last.epoch, "seq": last.seq, "head": last.head},
        "kept": [] if standing else kept_tokens(connection, post, one.gate),
    }


def _key(signer: Signer) -> dict[str, Any]:
    return {"key": signer.key, "from": signer.since, "until": signer.until_at}


def kept_tokens(connection: Connection, post: int, gate: int) -> list[str]:
    """The cards of a gate that was cut off which stay good."""
    table = trust_models.kept_cards.c
    wanted = select(table.token).where(table.post == post, table.gate == gate).order_by(table.token)
    return list(connection.scalars(wanted))


def revoked_passes(connection: Connection, post: int, today: str) -> list[list[Any]]:
    """[gate, book, number, lowest good issue or null] of every pass with a card that is good beyond its own gate and
    that was revoked, superseded or stopped, as long as one of its cards would still be in its days; sorted."""
    passes, issues = models.passes, models.pass_issues
    carried = (
        select(issues.c.gate, issues.c.book, issues.c.number)
        .where(issues.c.token.is_not(None), issues.c.gate != post)
        .group_by(issues.c.gate, issues.c.book, issues.c.number)
        .having(func.max(issues.c.valid_until) >= today)
        .subquery()
    )
    same = (passes.c.gate == carried.c.gate) & (passes.c.book == carried.c.book)
    same &= passes.c.number == carried.c.number
    columns = (passes.c.gate, passes.c.book, passes.c.number, passes.c.issue, passes.c.revoked_at)
    wanted = select(*columns).join_from(carried, passes, same)
    found: dict[tuple[int, str, int], int | None] = {}
    for row in connection.execute(wanted.where((passes.c.revoked_at.is_not(None)) | (passes.c.issue > 1))):
        found[row.gate, row.book, row.number] = None if row.revoked_at else row.issue
    stopped = trust_models.stopped_passes.c
    mine = select(stopped.gate, stopped.book, stopped.number).where(stopped.post == post)
    for gate, book, number in connection.execute(mine):
        found[gate, book, number] = None
    return [[gate, book, number, found[gate, book, number]] for gate, book, number in sorted(found)]
