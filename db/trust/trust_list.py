"""Whom this register believes: its own keys, and what the command post says.

A gate keeps its own copy of the newest answer in tables of this machine. They can be rebuilt from the signed document,
which is kept too, and are compared with it: someone who can open the register but not sign can change these tables,
but not unnoticed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from db import models, trust_models
from db.books.joined_post import own_post, post_is_vouched_for
from db.books.pass_id import PassId
from db.books.posts import GateState
from db.errors import GatebookError
from db.exchange.answers import Answer, AnswerGate, book_of, keys_after, read_answer
from db.prepared import Prepared
from db.times import instant_of
from db.trust.keys import key_id

_gates, _keys = trust_models.trusted_gates, trust_models.trusted_keys
_kept, _revoked = trust_models.trusted_kept, trust_models.trusted_revoked
_answers = trust_models.answers
_admissions, _stopped = trust_models.admissions, trust_models.stopped_passes
_kept_here = trust_models.kept_cards
_LOCAL = (_gates, _keys, _kept, _revoked, _answers)


@dataclass(frozen=True)
class BelievedKey:
    """A key whose signature counts, and for which gate."""

    gate: int
    key: bytes


@dataclass(frozen=True)
class Standing:
    """What the post says of a card. `revoked` is why, or None; `""` where it gave no reason."""

    revoked: str | None = None
    superseded: bool = False


CUT_OFF = "cut_off"
"""The reason of a card whose gate's key was cut off."""

_OWN_KEYS = Prepared(select(models.gate_keys.c.gate, models.gate_keys.c.key))
_ADMITTED = Prepared(
    select(trust_models.admitted_keys.c.gate, trust_models.admitted_keys.c.key).where(
        trust_models.admitted_keys.c.post == bindparam("post")
    )
)
_LISTED = Prepared(select(_keys.c.gate, _keys.c.key).where(_keys.c.key_id == bindparam("key_id")))
_STATE = Prepared(select(_gates).where(_gates.c.gate == bindparam("gate")))
_LOWEST = Prepared(
    select(_revoked.c.lowest).where(
        _revoked.c.gate == bindparam("gate"),
        _revoked.c.book == bindparam("book"),
        _revoked.c.number == bindparam("number"),
    )
)


_ADMISSION = Prepared(
    select(_admissions.c.state).where(
        _admissions.c.post == bindparam("post"), _admissions.c.gate == bindparam("gate")
    )
)
_STOPPED = Prepared(
    select(_stopped.c.reason).where(
        _stopped.c.post == bindparam("post"),
        _stopped.c.gate == bindparam("gate"),
        _stopped.c.book == bindparam("book"),
        _stopped.c.number == bindparam("number"),
    )
)
_KEPT = Prepared(
    select(_kept.c.gate).where(_kept.c.gate == bindparam("gate"), _kept.c.token == bindparam("token"))
)
_KEPT_HERE = Prepared(
    select(_kept_here.c.gate).where(
        _kept_here.c.post == bindparam("post"),
        _kept_here.c.gate == bindparam("gate"),
        _kept_here.c.token == bindparam("token"),
    )
)


def believed_keys(connection: Connection, own: int, wanted: bytes) -> list[BelievedKey]:
    """The keys with this id (the first 4 bytes of their SHA-256) that the register of gate `own` believes."""
    rows = {(row.gate, row.key) for row in _LISTED.rows(connection, key_id=wanted.hex())}
    rows |= {(row.gate, row.key) for row in _OWN_KEYS.rows(connection)}
    rows |= {(row.gate, row.key) for row in _ADMITTED.rows(connection, post=own)}
    keys = [BelievedKey(gate, bytes.fromhex(key)) for gate, key in sorted(rows)]
    return [one for one in keys if key_id(one.key) == wanted]


def standing_of(connection: Connection, own: int, id: PassId, issue: int, issued_at: str | None) -> Standing:
    """What the post says of issue `issue` of a pass. `issued_at` is the stamp of the newest issue of one of the own
    gate's passes: what the gate did after the answer was made, the post could not know."""
    key = {"gate": id.gate, "book": id.book.value, "number": id.number}
    stopped = _STOPPED.first(connection, post=own, **key)
    if stopped is not None:
        return Standing(revoked=stopped.reason)
    found = _LOWEST.first(connection, **key)
    if found is None or (issued_at is not None and _came_after(connection, own, issued_at)):
        return Standing()
    return Standing(revoked="") if found.lowest is None else Standing(superseded=issue < found.lowest)


def is_cut_off(connection: Connection, own: int, gate: int, token: str) -> bool:
    """Whether the keys of `gate` were cut off, by the own post or, at a post, by itself, and the card whose digits
    have the SHA-256 `token` is not among those kept."""
    listed = _STATE.first(connection, gate=gate) or _ADMISSION.first(connection, post=own, gate=gate)
    if listed is None or listed.state != GateState.CUT_OFF.value:
        return False
    kept = _KEPT.first(connection, gate=gate, token=token)
    return kept is None and _KEPT_HERE.first(connection, post=own, gate=gate, token=token) is None


def _came_after(connection: Connection, own: int, issued_at: str) -> bool:
    post = own_post(connection, own)
    return post is not None and post.made_at is not None and instant_of(issued_at) > instant_of(post.made_at)


def days_since_answer(connection: Connection, own: int, at: str) -> int | None:
    """How many days before the day of the stamp `at` the post made the answer that is believed; None without one."""
    post = own_post(connection, own)
    if post is None or post.made_at is None:
        return None
    return max((date.fromisoformat(at[:10]) - date.fromisoformat(post.made_at[:10])).days, 0)


def shares_compound(connection: Connection, own: int, other: int) -> bool | None:
    """Whether both gates are of one compound by the post's list; None where it does not say."""
    mine, theirs = _STATE.first(connection, gate=own), _STATE.first(connection, gate=other)
    if mine is None or theirs is None or not mine.compound or not theirs.compound:
        return None
    return bool(mine.compound == theirs.compound)


def gate_name(connection: Connection, gate: int) -> str:
    """The name of a gate by the post's list; empty where it does not stand there."""
    found = _STATE.first(connection, gate=gate)
    return found.name if found else ""


def changes_of(connection: Connection, answer: Answer) -> dict[str, Any]:
    """What an answer changes: gates that came, went or were cut off, and how many passes more are revoked."""
    before = {row.gate: row.state for row in connection.execute(select(_gates.c.gate, _gates.c.state))}
    after = {gate.gate: gate.state for gate in answer.gates}
    revoked = connection.scalar(select(func.count()).select_from(_revoked)) or 0
    cut = [gate for gate, state in after.items() if state == CUT_OFF and before.get(gate) != CUT_OFF]
    return {
        "added": tuple(sorted(after.keys() - before.keys())),
        "gone": tuple(sorted(before.keys() - after.keys())),
        "cut_off": tuple(sorted(cut)),
        "revoked": len(answer.revoked) - revoked,
    }


def put_trust(connection: Connection, answer: Answer, document: str) -> None:
    """Replaces this machine's copy of the trust list by what the answer says."""
    clear_trust(connection)
    for table, rows in _rows(answer, document).items():
        if rows:
            connection.execute(insert(table), rows)


def clear_trust(connection: Connection) -> None:
    """Believes no other gate any more."""
    for table in _LOCAL:
        connection.execute(table.delete())


def _rows(answer: Answer, document: str) -> dict[Any, list[dict[str, Any]]]:
    areas = {compound.id: compound.area for compound in answer.compounds}
    return {
        _gates: [_gate_row(gate, areas) for gate in answer.gates],
        _keys: [
            {"gate": gate.gate, "key": key.key, "key_id": key_id(bytes.fromhex(key.key)).hex()}
            for gate in answer.gates
            for key in gate.keys
        ],
        _kept: [
            {"token": token, "gate": gate.gate} for gate in answer.gates for token in sorted(set(gate.kept))
        ],
        _revoked: [
            {"gate": gate, "book": book_of(book).value, "number": number, "lowest": lowest}
            for gate, book, number, lowest in answer.revoked
        ],
        _answers: [{"number": answer.number, "document": document}],
    }


def _gate_row(gate: AnswerGate, areas: dict[str, str]) -> dict[str, Any]:
    seen = gate.witnessed
    return {
        "gate": gate.gate,
        "name": gate.name,
        "compound": gate.compound,
        "area": areas.get(gate.compound, ""),
        "state": gate.state,
        "epoch": seen.epoch if seen else 1,
        "seq": seen.seq if seen else 0,
        "head": seen.head if seen else "0" * 64,
    }


def trust_differs(connection: Connection, own: int, gate_key: str) -> str | None:
    """What is wrong with this machine's trust list: None where it is, row by row and signature by signature, what the
    own post signed; else which part is not. `gate_key` is the own gate's in force, in hex: it vouches for the post."""
    post = own_post(connection, own)
    stored = connection.execute(select(_answers)).all()
    if post is None or post.number == 0:
        return None if _is_empty(connection) else "answer"
    if not post_is_vouched_for(post, gate_key):
        return "post"
    if len(stored) != 1 or hashlib.sha256(stored[0].document.encode("utf-8")).hexdigest() != post.sha256:
        return "answer"
    try:
        answer = read_answer(stored[0].document.encode("utf-8")).answer
    except GatebookError:
        return "answer"
    if answer.number != post.number or answer.key not in keys_after(post.joined_key, answer.post.rotated):
        return "post"
    for table, rows in _rows(answer, stored[0].document).items():
        if not _holds(connection, table, rows):
            return str(table.name)
    return None


def mend_trust(connection: Connection, own: int, gate_key: str) -> str | None:
    """Puts the trust list right where it is not what the post signed: from the signed document where that is good,
    else by believing no other gate until the answer is taken in again. Gives the part that was wrong, or None where
    there was nothing to do."""
    wrong = trust_differs(connection, own, gate_key)
    if wrong is None or _is_empty(connection):
        return None
    if wrong in ("answer", "post"):
        clear_trust(connection)
    else:
        document = str(connection.scalar(select(_answers.c.document)))
        put_trust(connection, read_answer(document.encode("utf-8")).answer, document)
    return wrong


def _is_empty(connection: Connection) -> bool:
    return all(not connection.scalar(select(func.count()).select_from(table)) for table in _LOCAL)


def _holds(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> bool:
    stored = {tuple(row) for row in connection.execute(select(table))}
    return stored == {tuple(row[column.name] for column in table.columns) for row in rows}
