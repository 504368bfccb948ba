"""Gates and their command post: asking to be admitted, admitting, cutting off, answering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.books.arrivals import missing_lines
from db.books.findings import said_to_gates
from db.books.joined_post import JoinedPost, own_post
from db.books.pass_id import PassId
from db.books.posts import Admission, admissions
from db.errors import Refusal, RefusalCode
from db.exchange import admission as deciding
from db.exchange.admission import Admitted, CutOff
from db.exchange.answering import GivenAnswer, make_answer
from db.exchange.requests import SignedRequest, make_request, read_request
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
    _check_free(path)
    with register.writing() as ledger:
        data = make_request(ledger, register.gate, register.key_file.recipient)
    write_whole(path, data)
    return path


def look_at_request(path: Path) -> SignedRequest:
    """What a request says, before it is granted. Raises `Refusal`, `Fault`."""
    return read_request(read_document_file(path))


def admit(register: Register, path: Path, fingerprints: Sequence[str] = ()) -> Done[Admitted]:
    """Grants a gate's request. Raises as `db.exchange.admission.admit` does, and `Fault`."""
    data = read_document_file(path)
    with register.writing() as ledger:
        return Done(deciding.admit(ledger, data, fingerprints), _TRUST)


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


@dataclass(frozen=True)
class WrittenAnswer:
    """An answer and where it lies."""

    answer: GivenAnswer
    path: Path


def answer(register: Register, folder: Path, notes: Sequence[str] = ()) -> Done[WrittenAnswer]:
    """Writes the post's next answer into a folder: gates and keys, revoked passes, what is missing, what is odd about
    cards and clocks, notes.

    Raises `Denied` for a volunteer, `Refusal` (`NOT_A_DESK`), `Fault`."""
    with register.writing() as ledger:
        resend = [some.as_asked() for some in missing_lines(ledger.connection)]
        findings = said_to_gates(ledger.connection, register.gate.gate, ledger.today())
        made = make_answer(ledger, register.gate, resend=resend, findings=findings, notes=notes)
    path = folder / made.file_name
    _check_free(path)
    write_whole(path, made.data)
    return Done(WrittenAnswer(made, path), _TRUST)


def post_of(register: Register) -> JoinedPost | None:
    """The command post that this gate belongs to, and the newest answer taken from it."""
    with register.reading() as connection:
        return own_post(connection, register.gate.gate)


def gates_of(register: Register) -> list[Admission]:
    """Every gate that this post admitted, by number."""
    with register.reading() as connection:
        return admissions(connection, register.gate.gate)


def _check_free(path: Path) -> None:
    if path.exists():
        raise Refusal(RefusalCode.FILE_EXISTS, path=str(path))
