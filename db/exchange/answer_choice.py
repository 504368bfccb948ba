"""Which of the answers on a drive a gate takes: the highest of its own post's; before it has one, a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from db.books.joined_post import own_post
from db.errors import GatebookError, Refusal
from db.exchange.answers import Signed, check_is_ours, keys_after, older, other_post
from db.trust.keys import fingerprint


@dataclass(frozen=True)
class Met:
    """An answer of a post that this gate does not know yet, with the fingerprint of its key: a person compares it."""

    path: Path
    post: str
    number: int
    gates: int
    fingerprint: str


@dataclass(frozen=True)
class OnStick:
    """The answers on drives, as far as they concern this gate: `newer`, of its own post and to be taken in; `met`, of a
    post that it could join; `refused`, why there is something that it does not take. At most one of them."""

    newer: Path | None = None
    met: Met | None = None
    refused: GatebookError | None = None


def choose_answer(
    connection: Connection,
    own: int,
    found: Sequence[tuple[Path, Signed]],
    refused: GatebookError | None = None,
) -> OnStick:
    """The one that counts for gate `own`: the highest number of its own post or, for a gate alone, of any post that
    knows it. Where none does, why the likeliest one does not; `refused` is why a file was none at all."""
    newest_first = sorted(found, key=lambda one: one[1].answer.number, reverse=True)
    post = own_post(connection, own)
    if post is None:
        return _to_meet(connection, own, newest_first, refused)
    theirs = [
        one for one in newest_first if one[1].answer.key in keys_after(post.key, one[1].answer.post.rotated)
    ]
    if not theirs:
        return OnStick(refused=other_post(post) if found else refused)
    path, newest = theirs[0]
    if newest.answer.number > post.number:
        return OnStick(newer=path)
    return OnStick() if newest.sha256 == post.sha256 else OnStick(refused=older(newest.answer, post))


def _to_meet(
    connection: Connection,
    own: int,
    found: Sequence[tuple[Path, Signed]],
    refused: GatebookError | None,
) -> OnStick:
    for path, signed in found:
        try:
            check_is_ours(connection, own, signed.answer)
        except Refusal as refusal:
            refused = refused or refusal
        else:
            post, number = signed.answer.post, signed.answer.number
            return OnStick(
                met=Met(path, post.name, number, len(signed.answer.gates), fingerprint(signed.signer))
            )
    return OnStick(refused=refused)
