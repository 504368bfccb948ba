"""Gates and their command post: asking to be admitted, admitting, retiring, cutting off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.books.joined_post import JoinedPost, own_post
from db.books.pass_id import PassId
from db.books.posts import Admission, admissions, compounds
from db.errors import Refusal, RefusalCode
from db.exchange import admission as deciding
from db.exchange.admission import Admitted, Considered, CutOff
from db.exchange.requests import make_request
from db.files import write_whole
from db.register import Register
from desktop.changes import Change, Done, Topic
from desktop.operations.documents import read_document_file

_TRUST = Change.of(Topic.TRUST)


@dataclass(frozen=True)
class Written:
    """A document that was written: where, and the fingerprint of the key that signed it."""

    path: Path
    fingerprint: str


def ask_to_be_admitted(register: Register, path: Path) -> Path:
    """Writes the request that goes to the command post. Raises `Denied` for a volunteer, `Refusal` (`IS_A_DESK`;
    `FILE_EXISTS`: nothing is replaced), `Fault`."""
    check_free(path)
    with register.writing() as ledger:
        data = make_request(ledger, register.gate, register.key_file.recipient)
    write_whole(path, data)
    return path


def admit(register: Register, path: Path, fingerprints: Sequence[str] = ()) -> Done[Admitted]:
    """Grants a gate's request. Raises as `db.exchange.admission.admit` does, and `Fault`."""
    return admit_request(register, read_document_file(path), fingerprints)


def admit_request(
    register: Register,
    data: bytes,
    fingerprints: Sequence[str] = (),
    compound: str | None = None,
    area: str | None = None,
) -> Done[Admitted]:
    """The same for a request that was read before, with the post's word on the gate's compound and the area in which
    that lies; None leaves what the request, or the post before, says."""
    with register.writing() as ledger:
        admitted = deciding.admit(ledger, data, fingerprints, compound)
        where = admitted.admission.compound
        if area is not None and where:
            known = {one.id: one for one in compounds(ledger.connection, ledger.gate)}
            if area.strip() != (known[where].area if where in known else ""):
                name = known[where].name if where in known else where
                deciding.name_compound(ledger, where, name, area)
        return Done(admitted, _TRUST)


def consider_requests(register: Register, datas: Sequence[bytes]) -> list[Considered]:
    """What granting each of these requests would do; nothing is changed."""
    with register.reading() as connection:
        return [deciding.consider(connection, register.gate.gate, data) for data in datas]


def retire(register: Register, gate: int, reason: str = "") -> Done[Admission]:
    """Retires a gate: its cards stay good until their day."""
    with register.writing() as ledger:
        return Done(deciding.retire(ledger, gate, reason), _TRUST)


def cut_off(register: Register, gate: int, reason: str, keep: bool = True) -> Done[CutOff]:
    """Cuts a lost laptop's key off at the last line that the post holds. With `keep`, the cards that those lines
    issued stay good."""
    with register.writing() as ledger:
        return Done(deciding.cut_off(ledger, gate, reason, keep), _TRUST)


def stop_pass(register: Register, id: PassId, reason: str) -> Done[PassId]:
    """Revokes another gate's pass by the post's list; it takes effect where the next answer arrives."""
    with register.writing() as ledger:
        deciding.stop_pass(ledger, id, reason)
    return Done(id, Change.of(Topic.TRUST, passes=(id,)))


def name_compound(register: Register, id: str, name: str, area: str) -> Done[str]:
    """Says how a compound is called and in which area it lies."""
    with register.writing() as ledger:
        deciding.name_compound(ledger, id, name, area)
    return Done(id, _TRUST)


def post_of(register: Register) -> JoinedPost | None:
    """The command post that this gate belongs to, and the newest answer taken from it."""
    with register.reading() as connection:
        return own_post(connection, register.gate.gate)


def gates_of(register: Register) -> list[Admission]:
    """Every gate that this post admitted, by number."""
    with register.reading() as connection:
        return admissions(connection, register.gate.gate)


def check_free(path: Path) -> None:
    """Raises `Refusal` (`FILE_EXISTS`) where something lies there: nothing is replaced."""
    if path.exists():
        raise Refusal(RefusalCode.FILE_EXISTS, path=str(path))
