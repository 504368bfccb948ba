"""What a command post's lead decides about gates: which to admit, to retire, to cut off, and which pass to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from db import models, trust_models
from db.books.pass_id import PassId
from db.books.posts import (
    MOST_TOKENS_IN_A_LINE,
    Admission,
    GateState,
    Witnessed,
    admit_gate,
    get_admission,
    is_desk,
    signers_of,
    witnessed,
)
from db.errors import Refusal, RefusalCode
from db.exchange.answers import keys_after
from db.exchange.requests import Request, read_request
from db.ledger.append import Ledger
from db.trust.keys import fingerprint, same_fingerprint
from db.trust.roles import Role


@dataclass(frozen=True)
class Admitted:
    """A request that was granted. `new` is False where nothing had to be changed; `compared` says whether a person
    compared the fingerprint."""

    admission: Admission
    key: str
    fingerprint: str
    new: bool
    compared: bool


def admit(ledger: Ledger, data: bytes, typed: Sequence[str] = (), compound: str | None = None) -> Admitted:
    """Grants a gate's request. `typed` are fingerprints as they came by phone or on paper; where any is given, the
    request's must be one of them. `compound` is the post's word on where the gate stands; the request's where it is
    None.

    Raises `Denied` but for a lead; `Refusal`: what `read_request` raises, `NOT_A_DESK`, `PRACTICE_REQUEST`,
    `FINGERPRINT_DIFFERS`, `GATE_TAKEN` (another key has this number), `KEY_TAKEN`, `REQUEST_OLDER`."""
    ledger.require(Role.LEAD)
    connection = ledger.connection
    _require_desk(connection)
    signed = read_request(data)
    request, mark = signed.request, fingerprint(signed.signer)
    compared = any(same_fingerprint(signed.signer, one) for one in typed)
    if typed and not compared:
        raise Refusal(RefusalCode.FINGERPRINT_DIFFERS, fingerprint=mark)
    where = request.compound.strip() if compound is None else compound.strip()
    before = _check(connection, ledger.gate, request, compared)
    if before is not None and _is_known(connection, ledger.gate, before, request, where):
        return Admitted(before, request.key, mark, new=False, compared=compared)
    facts = (request.gate, request.name.strip(), where, request.recipient)
    admission = admit_gate(ledger, *facts, request.key, request.made_at, compared)
    return Admitted(admission, request.key, mark, new=True, compared=compared)


@dataclass(frozen=True)
class Considered:
    """What granting a request would do. `before` is the gate as it is admitted already, `known` whether nothing would
    change, `refused` why it cannot be granted even when its fingerprint was compared."""

    request: Request
    fingerprint: str
    before: Admission | None
    known: bool
    refused: Refusal | None


def consider(connection: Connection, post: int, data: bytes) -> Considered:
    """What granting a gate's request would do; nothing is changed. Raises `Refusal` as `read_request` does."""
    signed = read_request(data)
    request, mark = signed.request, fingerprint(signed.signer)
    before = get_admission(connection, post, request.gate)
    try:
        _check(connection, post, request, compared=True)
    except Refusal as refusal:
        return Considered(request, mark, before, False, refusal)
    # Where the gate stands is the post's word once it is admitted.
    known = before is not None and _is_known(connection, post, before, request, before.compound)
    return Considered(request, mark, before, known, None)


def _check(connection: Connection, post: int, request: Request, compared: bool) -> Admission | None:
    """The gate as it is admitted already. Raises `Refusal` where the request cannot be granted."""
    if request.practice:
        raise Refusal(RefusalCode.PRACTICE_REQUEST, gate=request.gate)
    if request.gate == post:
        raise Refusal(RefusalCode.GATE_TAKEN, gate=request.gate)
    _check_key_is_free(connection, post, request)
    before = get_admission(connection, post, request.gate)
    if before is not None:
        _check_same_gate(connection, post, before, request, compared)
    return before


def _check_same_gate(
    connection: Connection, post: int, before: Admission, request: Request, compared: bool
) -> None:
    """A number belongs to the key that was admitted for it, and to those it was rotated to. Another key gets it only
    when the gate was retired or cut off, and a person has compared its fingerprint; so does a key that was cut
    off."""
    signers = {signer.key: signer for signer in signers_of(connection, post, before.gate)}
    own = next(
        (key for key in signers if request.key == key or request.key in keys_after(key, request.rotated)),
        None,
    )
    stands = own is not None and signers[own].cut_off is None
    if not stands and (before.state is GateState.ADMITTED or not compared):
        raise Refusal(RefusalCode.GATE_TAKEN, gate=before.gate)
    if stands and request.made_at < before.made_at:
        raise Refusal(RefusalCode.REQUEST_OLDER, gate=before.gate)


def _is_known(connection: Connection, post: int, before: Admission, request: Request, compound: str) -> bool:
    known = {signer.key for signer in signers_of(connection, post, before.gate) if signer.cut_off is None}
    facts = (before.name, before.compound, before.recipient)
    same = facts == (request.name.strip(), compound, request.recipient)
    return same and request.key in known and before.state is GateState.ADMITTED


def _check_key_is_free(connection: Connection, post: int, request: Request) -> None:
    keys, opened = trust_models.admitted_keys, models.gate_keys
    admitted = select(keys.c.gate).where(keys.c.post == post, keys.c.key == request.key)
    said = select(opened.c.gate).where(opened.c.key == request.key)
    others = {*connection.scalars(admitted), *connection.scalars(said)} - {request.gate}
    if others:
        raise Refusal(RefusalCode.KEY_TAKEN, gate=min(others))


def retire(ledger: Ledger, gate: int, reason: str = "") -> Admission:
    """The gate is no longer kept. Its cards stay good until their day, its last lines are still taken in.

    Raises `Denied` but for a lead, `Refusal` (`GATE_NOT_ADMITTED`)."""
    _decide(ledger, gate)
    ledger.append("gate.retired", {"gate": gate, "reason": reason.strip()})
    return _after(ledger, gate)


@dataclass(frozen=True)
class CutOff:
    """A gate that was cut off at line `at`; `kept` of its cards stay good."""

    admission: Admission
    at: Witnessed
    kept: int


def cut_off(ledger: Ledger, gate: int, reason: str, keep: bool = True) -> CutOff:
    """The gate's laptop is lost: its keys count as far as the last line that the post has witnessed, and no further.
    With `keep`, the signed cards that those lines issued and that are good today stay good.

    Raises `Denied` but for a lead, `Refusal` (`GATE_NOT_ADMITTED`, `REASON_NEEDED`)."""
    _decide(ledger, gate)
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    last = witnessed(ledger.connection, gate)
    tokens = live_tokens(ledger.connection, gate, ledger.today().isoformat()) if keep else []
    body = {"gate": gate, "epoch": last.epoch, "seq": last.seq, "head": last.head}
    ledger.append("gate.cut_off", body | {"reason": reason.strip()})
    for start in range(0, len(tokens), MOST_TOKENS_IN_A_LINE):
        some = tokens[start : start + MOST_TOKENS_IN_A_LINE]
        ledger.append("cards.kept", {"gate": gate, "tokens": some})
    return CutOff(_after(ledger, gate), last, len(tokens))


def live_tokens(connection: Connection, gate: int, today: str) -> list[str]:
    """SHA-256 of the digits of every signed card of `gate` that is its pass's newest, not revoked and not past its
    day."""
    passes, issues = models.passes, models.pass_issues
    same = (passes.c.gate == issues.c.gate) & (passes.c.book == issues.c.book)
    same &= (passes.c.number == issues.c.number) & (passes.c.issue == issues.c.issue)
    wanted = select(issues.c.token).join_from(passes, issues, same)
    good = (passes.c.gate == gate, passes.c.revoked_at.is_(None), passes.c.valid_until >= today)
    return sorted(connection.scalars(wanted.where(*good, issues.c.token.is_not(None))))


def stop_pass(ledger: Ledger, id: PassId, reason: str) -> None:
    """Revokes another gate's pass by the post's list. Raises `Denied` but for a lead, `Refusal` (`NOT_A_DESK`,
    `GATE_NOT_ADMITTED`, `REASON_NEEDED`)."""
    _decide(ledger, id.gate)
    if not reason.strip():
        raise Refusal(RefusalCode.REASON_NEEDED)
    ledger.append("pass.stopped", {"pass": id.human(), "reason": reason.strip()})


def name_compound(ledger: Ledger, id: str, name: str, area: str) -> None:
    """Says how a compound is called and in which area it lies. Raises `Denied` but for a lead, `Refusal`
    (`NOT_A_DESK`; `INVALID`, field `compound`)."""
    ledger.require(Role.LEAD)
    _require_desk(ledger.connection)
    if not id.strip() or len(id) > 64:
        raise Refusal(RefusalCode.INVALID, field="compound", value=id)
    ledger.append("compound.named", {"id": id.strip(), "name": name.strip(), "area": area.strip()})


def _require_desk(connection: Connection) -> None:
    if not is_desk(connection):
        raise Refusal(RefusalCode.NOT_A_DESK)


def _decide(ledger: Ledger, gate: int) -> None:
    ledger.require(Role.LEAD)
    _require_desk(ledger.connection)
    if get_admission(ledger.connection, ledger.gate, gate) is None:
        raise Refusal(RefusalCode.GATE_NOT_ADMITTED, gate=gate)


def _after(ledger: Ledger, gate: int) -> Admission:
    found = get_admission(ledger.connection, ledger.gate, gate)
    assert found is not None
    return found
