"""A gate's request to be admitted by a command post (`gatebook-request/1`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec
from msgspec import Meta

from db.books.gate_keys import rotations_of
from db.books.gates import Gate
from db.books.posts import is_desk
from db.errors import Refusal, RefusalCode
from db.exchange.answers import GateNumber, Step
from db.exchange.signed_document import read_document, sign_document
from db.ledger.append import Ledger
from db.ledger.body_fields import Digest, check_stamps
from db.trust.age_keys import check_recipient

FORMAT = "gatebook-request/1"

Name = Annotated[str, Meta(max_length=200)]


class Request(msgspec.Struct, frozen=True):
    """A request as it was signed. `rotated` leads from the gate's first key to the one that signs now; `practice`
    says that the register holds invented people."""

    format: str
    key: Digest
    gate: GateNumber
    name: Name
    compound: Name
    recipient: str
    made_at: str
    practice: bool = False
    rotated: tuple[Step, ...] = ()


@dataclass(frozen=True)
class SignedRequest:
    """A request whose form and signature are good. Whether its signer is believed is not yet asked."""

    request: Request
    signer: bytes


def make_request(ledger: Ledger, gate: Gate, recipient: str) -> bytes:
    """The file by which this gate asks. `recipient` is the gate's own age public key.

    Raises `Denied` where the operator cannot sign, `Refusal` (`IS_A_DESK`) for a command post's register."""
    key = ledger.access.signing_key()
    if is_desk(ledger.connection):
        raise Refusal(RefusalCode.IS_A_DESK)
    steps = rotations_of(ledger.connection, gate.gate)
    doc = {
        "format": FORMAT,
        "gate": gate.gate,
        "name": gate.name,
        "compound": gate.compound,
        "recipient": recipient,
        "made_at": ledger.clock.stamp(),
        "practice": gate.practice,
        "rotated": [{"old": step.old, "new": step.new, "signature": step.signature} for step in steps],
    }
    return sign_document(doc, key)


def read_request(data: bytes) -> SignedRequest:
    """The request in a file's bytes. Raises `Refusal` as `read_document` does; keys of small order are refused."""
    doc, signer = read_document(data, FORMAT)
    try:
        request = msgspec.convert(doc, Request)
        check_stamps(request.made_at)
    except (msgspec.ValidationError, ValueError) as error:
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why=str(error)) from None
    if not request.name.strip():
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="name")
    if check_recipient(request.recipient) != request.recipient:
        raise Refusal(RefusalCode.DOCUMENT_DAMAGED, why="recipient")
    return SignedRequest(request, signer)
