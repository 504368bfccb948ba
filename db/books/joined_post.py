"""The gate's side of trust: the command post that it joined, and the answers that it took from it.

The lines say which post and which answer; what the answer holds is this machine's own copy (`db.trust.trust_list`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
from sqlalchemy import Connection, insert, select, update

from db import models, trust_models
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest, Short, SignatureHex, check_stamps
from db.ledger.kinds import Item, kind, stray
from db.trust.keys import Purpose, verify

_posts = trust_models.joined_posts


class PostJoined(msgspec.Struct, frozen=True):
    """A person compared the fingerprint of this post's key. `signature` is the gate's own over that key: whoever
    can open the register but not sign cannot put another post in."""

    key: Digest
    name: str
    recipient: Short
    gate_key: Digest
    signature: SignatureHex


class AnswerTaken(msgspec.Struct, frozen=True):
    """An answer of the own post was taken in. `key` signed it; `sha256` is of the file's bytes."""

    number: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    key: Digest
    name: str
    recipient: Short
    made_at: str
    sha256: Digest

    def __post_init__(self) -> None:
        check_stamps(self.made_at)


_TAKEN = ("number", "made_at", "sha256", "taken_at")


class TrustMended(msgspec.Struct, frozen=True):
    """This machine's copy of the trust list was not what the post signed, and was put right; `part` says where."""

    part: str


@dataclass(frozen=True)
class JoinedPost:
    """The own command post. `key` signs its answers now, `joined_key` is the one that was compared; `signature` is
    `gate_key`'s over it. `number` of the newest answer taken is 0 before the first; `made_at` is when the post made
    it, by the post's clock."""

    key: str
    name: str
    recipient: str
    joined_at: str
    joined_key: str
    gate_key: str
    signature: str
    number: int
    made_at: str | None
    sha256: str | None
    taken_at: str | None


@kind("post.joined", PostJoined)
def _post_joined(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: PostJoined = item.body
        gate = item.line.head.gate
        before = own_post(connection, gate)
        connection.execute(_posts.delete().where(_posts.c.gate == gate))
        row = {"gate": gate, "key": body.key, "name": body.name, "recipient": body.recipient}
        row |= {"joined_at": item.line.head.at, "joined_key": body.key}
        row |= {"gate_key": body.gate_key, "signature": body.signature}
        # Vouched for once more, under a new key of the gate: what was taken from this post stays.
        same = before is not None and before.key == body.key
        taken = {name: getattr(before, name) if same else None for name in _TAKEN}
        connection.execute(insert(_posts), {**row, **taken, "number": taken["number"] or 0})


@kind("answer.taken", AnswerTaken)
def _answer_taken(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: AnswerTaken = item.body
        mine = models.same_key(_posts, {"gate": item.line.head.gate})
        change = {name: getattr(body, name) for name in AnswerTaken.__struct_fields__}
        higher = (mine, _posts.c.number < body.number)
        change["taken_at"] = item.line.head.at
        if not connection.execute(update(_posts).where(*higher).values(change)).rowcount:
            stray(connection, item.line, "no higher answer of the own post")


@kind("trust.mended", TrustMended)
def _trust_mended(connection: Connection, items: Sequence[Item]) -> None:
    """The line is the record; no view holds it."""


def own_post(connection: Connection, gate: int) -> JoinedPost | None:
    """The post that `gate` joined; None for a gate that stands alone."""
    row = connection.execute(select(_posts).where(_posts.c.gate == gate)).first()
    if row is None:
        return None
    return JoinedPost(**{name: row._mapping[name] for name in JoinedPost.__dataclass_fields__})


def join_post(ledger: Ledger, key: str, name: str, recipient: str) -> None:
    """Notes the post whose fingerprint a person has compared. Raises `Denied` where the operator cannot sign."""
    own = ledger.access.signing_key()
    signature = own.sign(Purpose.POST, bytes.fromhex(key)).hex()
    body = {"key": key, "name": name, "recipient": recipient}
    ledger.append("post.joined", body | {"gate_key": own.public.hex(), "signature": signature})


def vouch_again(ledger: Ledger) -> None:
    """Signs for the own post, where there is one, under the key that has just become the gate's."""
    post = own_post(ledger.connection, ledger.gate)
    if post is not None:
        join_post(ledger, post.key, post.name, post.recipient)


def post_is_vouched_for(post: JoinedPost, gate_key: str) -> bool:
    """Whether `gate_key`, the gate's own in force, signed for the post's key."""
    message, signature = bytes.fromhex(post.joined_key), bytes.fromhex(post.signature)
    return post.gate_key == gate_key and verify(bytes.fromhex(gate_key), Purpose.POST, message, signature)


def note_answer(
    ledger: Ledger, number: int, key: str, name: str, recipient: str, made_at: str, sha256: str
) -> None:
    """Notes an answer that was checked and is being taken in."""
    body = {"number": number, "key": key, "name": name, "recipient": recipient}
    ledger.append("answer.taken", body | {"made_at": made_at, "sha256": sha256})


def taken_answers(connection: Connection) -> dict[int, tuple[int, str]]:
    """Number and stamp of the newest answer that each gate took, by gate, as far as its lines that are here say. Gates
    that took none are left out."""
    columns = (_posts.c.gate, _posts.c.number, _posts.c.taken_at)
    rows = connection.execute(select(*columns).where(_posts.c.number > 0).order_by(_posts.c.gate))
    return {row.gate: (row.number, row.taken_at or "") for row in rows}
