"""The command post's side of trust: which gates it has admitted, which keys may sign for them and up to which line,
which passes it has stopped. All of it is lines of the post's own ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from db import models, trust_models
from db.books.gate_keys import Rotation, rotations_of
from db.books.pass_id import PassId
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest, Epoch, GateNumber, Short, check_stamps
from db.ledger.kinds import Item, kind, stray
from db.ledger.store import tip
from db.settings import get_setting, put_setting
from db.trust.age_keys import Identity, new_identity, read_identity
from db.trust.roles import Role

_admissions, _keys = trust_models.admissions, trust_models.admitted_keys
_kept, _compounds = trust_models.kept_cards, trust_models.compounds
_stopped, _given = trust_models.stopped_passes, trust_models.answers_given

IS_DESK = "desk"
POST_IDENTITY = "post.identity"
MOST_TOKENS_IN_A_LINE = 500


class GateState(StrEnum):
    """How the post stands to a gate."""

    ADMITTED = "admitted"
    RETIRED = "retired"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, order=True)
class Witnessed:
    """A line of a gate's ledger that the post has seen, and its hash."""

    epoch: int
    seq: int
    head: str


@dataclass(frozen=True)
class Signer:
    """A key that signs, or signed, for a gate.

    `until`: (epoch, seq) of the line by which it was rotated away; what it signs must lie before. `cut_off`: the
    last line that counts, None for a key that stands."""

    key: str
    since: str
    until: tuple[int, int] | None = None
    until_at: str | None = None
    cut_off: Witnessed | None = None

    def may_sign(self, epoch: int, seq: int) -> bool:
        """Whether this key vouches for lines as far as (epoch, seq)."""
        if self.cut_off is not None and (epoch, seq) > (self.cut_off.epoch, self.cut_off.seq):
            return False
        return self.until is None or (epoch, seq) < self.until


@dataclass(frozen=True)
class Admission:
    """A gate as the post admitted it. `recipient` is the gate's age public key."""

    gate: int
    name: str
    compound: str
    recipient: str
    state: GateState
    made_at: str
    at: str


@dataclass(frozen=True)
class Compound:
    """A compound as the post names it."""

    id: str
    name: str
    area: str


class GateAdmitted(msgspec.Struct, frozen=True):
    """The post believes this key for this gate. `compared` says whether a person compared its fingerprint."""

    gate: GateNumber
    name: str
    compound: str
    recipient: Short
    key: Digest
    made_at: str
    compared: bool

    def __post_init__(self) -> None:
        check_stamps(self.made_at)


class GateRetired(msgspec.Struct, frozen=True):
    """The gate is no longer kept; its cards stay good until their day."""

    gate: GateNumber
    reason: str = ""


class GateCutOff(msgspec.Struct, frozen=True):
    """The gate's laptop is lost: its keys count no further than this line."""

    gate: GateNumber
    epoch: Epoch
    seq: int
    head: Digest
    reason: str


class CardsKept(msgspec.Struct, frozen=True):
    """Cards signed by a gate that was cut off which stay good: SHA-256 of their digits."""

    gate: GateNumber
    tokens: list[Digest]


class CompoundNamed(msgspec.Struct, frozen=True):
    """A compound has this name and lies in this area."""

    id: Short
    name: str
    area: str


class PassStopped(msgspec.Struct, frozen=True):
    """The post revokes another gate's pass."""

    pass_: str = msgspec.field(name="pass")
    reason: str


class AnswerGiven(msgspec.Struct, frozen=True):
    """An answer was written. Its number is never used again."""

    number: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    sha256: Digest


@kind("gate.admitted", GateAdmitted)
def _gate_admitted(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: GateAdmitted = item.body
        own = {"post": item.line.head.gate, "gate": body.gate}
        facts = {name: getattr(body, name) for name in ("name", "compound", "recipient", "made_at")}
        facts |= {"state": GateState.ADMITTED.value, "at": item.line.head.at}
        _put(connection, _admissions, {**own, **facts})
        key = {**own, "key": body.key, "at": item.line.head.at, "compared": int(body.compared)}
        _put(connection, _keys, {**key, "cut_epoch": None, "cut_seq": None, "cut_head": None})


@kind("gate.retired", GateRetired)
def _gate_retired(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        _set_state(connection, item, GateState.RETIRED)


@kind("gate.cut_off", GateCutOff)
def _gate_cut_off(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: GateCutOff = item.body
        if not _set_state(connection, item, GateState.CUT_OFF):
            continue
        own = {"post": item.line.head.gate, "gate": body.gate}
        # A key that was cut off earlier stays cut off where it was.
        standing = (_keys.c.post == own["post"], _keys.c.gate == body.gate, _keys.c.cut_epoch.is_(None))
        cut = {"cut_epoch": body.epoch, "cut_seq": body.seq, "cut_head": body.head}
        connection.execute(update(_keys).where(*standing).values(cut))


@kind("cards.kept", CardsKept)
def _cards_kept(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        for token in item.body.tokens:
            _put(connection, _kept, {"post": item.line.head.gate, "gate": item.body.gate, "token": token})


@kind("compound.named", CompoundNamed)
def _compound_named(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        body: CompoundNamed = item.body
        row = {"post": item.line.head.gate, "id": body.id, "name": body.name, "area": body.area}
        _put(connection, _compounds, row)


@kind("pass.stopped", PassStopped)
def _pass_stopped(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        try:
            found = PassId.parse(item.body.pass_)
        except ValueError:
            stray(connection, item.line, "no pass number")
            continue
        row = {"post": item.line.head.gate, "gate": found.gate, "book": found.book.value}
        row |= {"number": found.number, "reason": item.body.reason, "at": item.line.head.at}
        _put(connection, _stopped, row)


@kind("answer.given", AnswerGiven)
def _answer_given(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        row = {"post": item.line.head.gate, "number": item.body.number}
        _put(connection, _given, {**row, "sha256": item.body.sha256, "at": item.line.head.at})


def _put(connection: Connection, table: Any, row: dict[str, Any]) -> None:
    connection.execute(delete(table).where(models.same_key(table, row)))
    connection.execute(insert(table), row)


def _set_state(connection: Connection, item: Item, state: GateState) -> bool:
    own = {"post": item.line.head.gate, "gate": item.body.gate}
    change = {"state": state.value, "at": item.line.head.at}
    if not connection.execute(
        update(_admissions).where(models.same_key(_admissions, own)).values(change)
    ).rowcount:
        stray(connection, item.line, "a gate that was never admitted")
        return False
    return True


def is_desk(connection: Connection) -> bool:
    """Whether this register is a command post's."""
    return get_setting(connection, IS_DESK) == "1"


def make_desk(connection: Connection) -> None:
    """Makes a new register a command post's, with the age key to which its gates encrypt."""
    put_setting(connection, IS_DESK, "1")
    put_setting(connection, POST_IDENTITY, str(new_identity()))


def post_identity(connection: Connection) -> Identity | None:
    """What opens the bundles that gates made for this post; None in a gate's register. Whoever opens the post's
    register may read what gates send it: it all stands there."""
    text = get_setting(connection, POST_IDENTITY)
    return read_identity(text) if text else None


def get_admission(connection: Connection, post: int, gate: int) -> Admission | None:
    """How the post stands to a gate; None for one that it never admitted."""
    own = models.same_key(_admissions, {"post": post, "gate": gate})
    row = connection.execute(select(_admissions).where(own)).first()
    return _to_admission(row) if row else None


def admissions(connection: Connection, post: int) -> list[Admission]:
    """Every gate that the post admitted, retired and cut off ones too, by number."""
    wanted = select(_admissions).where(_admissions.c.post == post).order_by(_admissions.c.gate)
    return [_to_admission(row) for row in connection.execute(wanted)]


def compounds(connection: Connection, post: int) -> list[Compound]:
    """Every compound that the post has named, by id."""
    wanted = select(_compounds).where(_compounds.c.post == post).order_by(_compounds.c.id)
    return [Compound(row.id, row.name, row.area) for row in connection.execute(wanted)]


def last_answer(connection: Connection, post: int) -> tuple[int, str] | None:
    """Number and stamp of the newest answer that was given; None before the first."""
    wanted = select(_given.c.number, _given.c.at).where(_given.c.post == post)
    row = connection.execute(wanted.order_by(_given.c.number.desc()).limit(1)).first()
    return (row.number, row.at) if row else None


def _to_admission(row: Any) -> Admission:
    return Admission(
        row.gate, row.name, row.compound, row.recipient, GateState(row.state), row.made_at, row.at
    )


def signers_of(
    connection: Connection, post: int, gate: int, arriving: Sequence[Rotation] = ()
) -> list[Signer]:
    """The keys that the post believes for `gate`, each with the line as far as which it counts, oldest first: those
    it admitted, and those to which they were rotated by lines that the register holds or that are `arriving` (see
    `gate_keys.rotation_of`). Empty for a gate that was never admitted."""
    admitted = connection.execute(
        select(_keys).where(_keys.c.post == post, _keys.c.gate == gate).order_by(_keys.c.at, _keys.c.key)
    ).all()
    found = {row.key: Signer(row.key, row.at, cut_off=_cut(row)) for row in admitted}
    for step in sorted({*rotations_of(connection, gate), *arriving}, key=lambda step: step.line):
        old = found.get(step.old)
        if old is None or (old.cut_off and step.line > (old.cut_off.epoch, old.cut_off.seq)):
            continue
        found[step.old] = Signer(old.key, old.since, step.line, step.at, old.cut_off)
        if step.new not in found:
            found[step.new] = Signer(step.new, step.at, cut_off=old.cut_off)
    return list(found.values())


def _cut(row: Any) -> Witnessed | None:
    return None if row.cut_epoch is None else Witnessed(row.cut_epoch, row.cut_seq, row.cut_head)


def may_sign(
    connection: Connection,
    post: int,
    gate: int,
    key: str,
    epoch: int,
    seq: int,
    arriving: Sequence[Rotation] = (),
) -> bool:
    """Whether `key` vouches for lines of `gate` as far as (epoch, seq)."""
    signers = signers_of(connection, post, gate, arriving)
    return any(signer.key == key and signer.may_sign(epoch, seq) for signer in signers)


def witnessed(connection: Connection, gate: int) -> Witnessed:
    """The last line of `gate` that this register holds; seq 0 before the first."""
    end = tip(connection, gate)
    return Witnessed(end.epoch, end.seq, end.hash)


def admit_gate(
    ledger: Ledger,
    gate: int,
    name: str,
    compound: str,
    recipient: str,
    key: str,
    made_at: str,
    compared: bool,
) -> Admission:
    """Believes `key` for `gate` from now on. What may be believed is decided in `db.trust.requests`.

    Raises `Denied` (`NOT_ALLOWED`) but for a lead."""
    ledger.require(Role.LEAD)
    body = {"gate": gate, "name": name, "compound": compound, "recipient": recipient, "key": key}
    ledger.append("gate.admitted", body | {"made_at": made_at, "compared": compared})
    found = get_admission(ledger.connection, ledger.gate, gate)
    assert found is not None
    return found
