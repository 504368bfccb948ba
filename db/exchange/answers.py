"""The command post's answer to its gates (`gatebook-answer/1`): its form, and which one a gate takes.

Every answer is complete, so a gate that missed ten takes the eleventh and knows all. A gate takes any higher number
from its own post, never a lower one; the first time a person compares the post's fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import Connection

from db.books.exports import Range, ask_again
from db.books.gate_keys import keys_of, newest_key, rotation_verifies
from db.books.joined_post import JoinedPost, join_post, note_answer, own_post
from db.books.pass_id import Book
from db.books.posts import is_desk
from db.errors import Refusal, RefusalCode
from db.exchange.signed_document import read_document
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest, Epoch, SignatureHex, check_stamps
from db.times import from_stamp
from db.trust.age_keys import check_recipient
from db.trust.keys import fingerprint, public_key_from_hex, same_fingerprint
from db.trust.roles import Role

FORMAT = "gatebook-answer/1"
AHEAD = timedelta(hours=1)
"""How far the post's clock may be ahead of the gate's; beyond it one of the two is wrong and a person looks."""

GateNumber = Annotated[int, Meta(ge=1, le=65535)]
BigNumber = Annotated[int, Meta(ge=1, le=2**53 - 1)]
Text = Annotated[str, Meta(max_length=500)]
Where = str | int | dict[str, int] | None
"""From or until when a key signs; said for people, a verdict never asks it."""


class Key(msgspec.Struct, frozen=True):
    """A key of a gate."""

    key: Digest
    from_: Where = msgspec.field(name="from", default=None)
    until: Where = None


class Step(msgspec.Struct, frozen=True):
    """A rotation of the post's own key, signed by the key before."""

    old: Digest
    new: Digest
    signature: SignatureHex


class Post(msgspec.Struct, frozen=True):
    """Who answers. `rotated` leads from the key that gates compared to the one that signs now."""

    name: Text
    recipient: str
    rotated: tuple[Step, ...] = ()


class AnswerCompound(msgspec.Struct, frozen=True):
    """A compound."""

    id: Text
    name: Text
    area: Text = ""


class WitnessedLine(msgspec.Struct, frozen=True):
    """The last line of a gate that the post holds; seq 0 before the first."""

    epoch: Epoch
    seq: Annotated[int, Meta(ge=0, le=2**32 - 1)]
    head: Digest


class AnswerGate(msgspec.Struct, frozen=True):
    """A gate as the post sees it. `compound` is the id of one of `compounds`."""

    gate: GateNumber
    name: Text
    compound: Text
    state: Literal["admitted", "retired", "cut_off"]
    keys: tuple[Key, ...]
    witnessed: WitnessedLine | None = None
    kept: tuple[Digest, ...] = ()


class Resend(msgspec.Struct, frozen=True):
    """Lines that a gate should export once more."""

    gate: GateNumber
    epoch: Epoch
    from_: Annotated[int, Meta(ge=1)] = msgspec.field(name="from")
    to: Annotated[int, Meta(ge=1)] = 1


RevokedPass = tuple[GateNumber, str | int, BigNumber, Annotated[int, Meta(ge=1, le=256)] | None]
"""(gate, book, number, the lowest issue that is still good or null)."""


class Answer(msgspec.Struct, frozen=True):
    """An answer as it was signed. Fields that a later version adds are passed over."""

    format: str
    key: Digest
    number: BigNumber
    made_at: str
    post: Post
    compounds: tuple[AnswerCompound, ...]
    gates: tuple[AnswerGate, ...]
    revoked: tuple[RevokedPass, ...]
    resend: tuple[Resend, ...] = ()
    findings: Any = ()
    orders: Any = ()
    notes: Any = ()

    def gate(self, number: int) -> AnswerGate | None:
        """What the answer says of one gate."""
        return next((gate for gate in self.gates if gate.gate == number), None)

    def for_gate(self, gate: int) -> list[Resend]:
        """The lines that this gate is asked to export once more."""
        return [some for some in self.resend if some.gate == gate]


@dataclass(frozen=True)
class Signed:
    """An answer whose form and signature are good. Whether its signer is believed is not yet asked."""

    answer: Answer
    signer: bytes
    document: str
    sha256: str


def read_answer(data: bytes) -> Signed:
    """The answer in a file's bytes. Raises `Refusal` as `read_document` does, and `ANSWER_UNSORTED`,
    `DOCUMENT_DAMAGED`, `WEAK_KEY`."""
    doc, signer = read_document(data, FORMAT)
    try:
        answer = msgspec.convert(doc, Answer)
        check_stamps(answer.made_at)
    except (msgspec.ValidationError, ValueError) as error:
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why=str(error)) from None
    _check_post(answer)
    _check_gates(answer)
    _check_revoked(answer)
    return Signed(answer, signer, data.decode("utf-8"), hashlib.sha256(data).hexdigest())


def _check_post(answer: Answer) -> None:
    if check_recipient(answer.post.recipient) != answer.post.recipient:
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="recipient")


def _check_gates(answer: Answer) -> None:
    numbers = [gate.gate for gate in answer.gates]
    if len(set(numbers)) != len(numbers):
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="a gate stands twice")
    seen: set[str] = set()
    for gate in answer.gates:
        for key in gate.keys:
            public_key_from_hex(key.key)
            if key.key in seen:
                raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="a key stands twice")
            seen.add(key.key)


def _check_revoked(answer: Answer) -> None:
    """Sorted by gate, book and number, each pass once. A book is its word, or its digit as on cards."""
    books = {type(row[1]) for row in answer.revoked}
    if len(books) > 1:
        raise Refusal(RefusalCode.ANSWER_UNSORTED)
    before: Any = None
    for gate, book, number, _ in answer.revoked:
        book_of(book)
        if before is not None and (gate, book, number) <= before:
            raise Refusal(RefusalCode.ANSWER_UNSORTED)
        before = (gate, book, number)


def book_of(book: str | int) -> Book:
    """The book of an entry of `revoked`. Raises `Refusal` (`DOCUMENT_DAMAGED`)."""
    try:
        return Book(book) if isinstance(book, str) else Book.from_digit(book)
    except (ValueError, KeyError):
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="book") from None


@dataclass(frozen=True)
class TakenAnswer:
    """What taking an answer in came to. `new` is False for the one that was taken already; `joined` says that this
    was the first. `added`, `gone`: gates that came or went; `revoked`: how many passes more than before; `before`: the
    answer that it took the place of."""

    answer: Answer
    sha256: str
    new: bool
    joined: bool
    added: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    cut_off: tuple[int, ...] = ()
    revoked: int = 0
    before: Answer | None = None


def take_answer(ledger: Ledger, data: bytes, typed: str | None = None) -> TakenAnswer:
    """Takes an answer in, or nothing of it. `typed` is the post's fingerprint as a person got it by phone or on
    paper; it is needed the first time, and only a lead can say so.

    Raises `Refusal`: what `read_answer` raises, `IS_A_DESK`, `FINGERPRINT_NEEDED` (with `fingerprint`),
    `FINGERPRINT_DIFFERS`, `OTHER_POST`, `ANSWER_NOT_FOR_US`, `ANSWER_FUTURE`, `ANSWER_OLDER`; `Denied`."""
    # Late: what is believed is read from answers, and taking one in changes what is believed.
    from db.exchange.answer_news import newest_answer
    from db.trust.trust_list import changes_of, put_trust, trust_differs

    connection = ledger.connection
    if is_desk(connection):
        raise Refusal(RefusalCode.IS_A_DESK)
    signed = read_answer(data)
    answer, post = signed.answer, own_post(connection, ledger.gate)
    _check_signer(signed, post, typed)
    check_is_ours(connection, ledger.gate, answer)
    _check_moment(answer, ledger.clock.now())
    if post is not None and answer.number <= post.number:
        if answer.number == post.number and signed.sha256 == post.sha256:
            if trust_differs(connection, ledger.gate, newest_key(connection, ledger.gate) or ""):
                put_trust(connection, answer, signed.document)
            return TakenAnswer(answer, signed.sha256, new=False, joined=False)
        raise older(answer, post)
    if post is None:
        ledger.require(Role.LEAD)
        join_post(ledger, answer.key, answer.post.name, answer.post.recipient)
    changes = changes_of(connection, answer)
    before = newest_answer(connection)
    name, recipient = answer.post.name, answer.post.recipient
    note_answer(ledger, answer.number, answer.key, name, recipient, answer.made_at, signed.sha256)
    put_trust(connection, answer, signed.document)
    ask_again(connection, [Range(some.epoch, some.from_, some.to) for some in answer.for_gate(ledger.gate)])
    return TakenAnswer(answer, signed.sha256, new=True, joined=post is None, before=before, **changes)


def _check_signer(signed: Signed, post: JoinedPost | None, typed: str | None) -> None:
    if typed is not None and not same_fingerprint(signed.signer, typed):
        raise Refusal(RefusalCode.FINGERPRINT_DIFFERS, fingerprint=fingerprint(signed.signer))
    if post is None:
        if typed is None:
            raise Refusal(RefusalCode.FINGERPRINT_NEEDED, fingerprint=fingerprint(signed.signer))
    elif signed.answer.key not in keys_after(post.key, signed.answer.post.rotated):
        raise other_post(post)


def other_post(post: JoinedPost) -> Refusal:
    """Why an answer that is not from the gate's own `post` is not taken."""
    return Refusal(RefusalCode.OTHER_POST, name=post.name)


def older(answer: Answer, post: JoinedPost) -> Refusal:
    """Why an answer is not taken where one of `post` with that number or a higher one was."""
    return Refusal(RefusalCode.ANSWER_OLDER, number=answer.number, have=post.number)


def keys_after(key: str, steps: tuple[Step, ...]) -> list[str]:
    """`key` and those to which it was rotated, one after another; a step that its old key did not sign leads
    nowhere."""
    found = [key]
    for step in steps:
        if step.old == found[-1] and rotation_verifies(step.old, step.new, step.signature):
            found.append(step.new)
    return found


def check_is_ours(connection: Connection, gate: int, answer: Answer) -> None:
    """The post speaks to the gates that it admitted; one that has our number with another key is not us. Raises
    `Refusal` (`ANSWER_NOT_FOR_US`)."""
    mine = answer.gate(gate)
    if mine is None or not {key.key for key in mine.keys} & set(keys_of(connection, gate)):
        raise Refusal(RefusalCode.ANSWER_NOT_FOR_US, gate=gate)


def _check_moment(answer: Answer, now: datetime) -> None:
    if from_stamp(answer.made_at) > now + AHEAD:
        raise Refusal(RefusalCode.ANSWER_FUTURE, made_at=answer.made_at[:16].replace("T", " "))
