"""The command post's answer on its way out: what the next one will hold, writing it onto sticks, and which gates have
taken which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.books.arrivals import Missing, missing_lines
from db.books.findings import said_to_gates
from db.books.joined_post import taken_answers
from db.books.posts import GateState, admissions, is_desk, last_answer
from db.errors import Fault, Refusal, RefusalCode
from db.exchange.answering import GivenAnswer, make_answer, next_number, revoked_passes
from db.exchange.drive_folder import TOP_FOLDER
from db.files import write_whole
from db.ledger.append import Ledger
from db.register import Register
from desktop.changes import Change, Done, Topic
from desktop.operations.posts import check_free
from desktop.tasks import at_once

_TRUST = Change.of(Topic.TRUST)
Write = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True)
class WrittenAnswer:
    """An answer and where it lies."""

    answer: GivenAnswer
    path: Path


@dataclass(frozen=True)
class WrittenAnswers:
    """One answer on several sticks. `paths` are the files, by the place that was asked for; `failed` are places where
    it could not be written, with the reason."""

    answer: GivenAnswer
    paths: dict[Path, Path]
    failed: tuple[tuple[Path, Fault | Refusal], ...]


@dataclass(frozen=True)
class GateAnswer:
    """How far a gate is with the answers. `number` is the newest that it took as far as its own lines that are here
    say, 0 for none; `taken_at` when."""

    gate: int
    name: str
    state: GateState
    number: int
    taken_at: str


@dataclass(frozen=True)
class NextAnswer:
    """What the next answer would hold. `last` are number and stamp of the newest that was given."""

    number: int
    admitted: int
    retired: int
    cut_off: int
    revoked: int
    resend: tuple[Missing, ...]
    findings: int
    last: tuple[int, str] | None
    gates: tuple[GateAnswer, ...]


def check_may_answer(register: Register) -> None:
    """Raises `Denied` (`NOT_ALLOWED`) where the operator cannot sign, `Refusal` (`NOT_A_DESK`): before a folder is made
    for the answer."""
    register.access.signing_key()
    with register.reading() as connection:
        if not is_desk(connection):
            raise Refusal(RefusalCode.NOT_A_DESK)


def answer(
    register: Register, folder: Path, notes: Sequence[str] = (), orders: Sequence[str] = ()
) -> Done[WrittenAnswer]:
    """Writes the post's next answer into a folder: gates and keys, revoked passes, what is missing, what is odd about
    cards and clocks, notes and orders.

    Raises `Denied` for a volunteer, `Refusal` (`NOT_A_DESK`), `Fault`."""
    made = _make(register, notes, orders)
    return Done(WrittenAnswer(made, _put(made, folder)), _TRUST)


def answer_everywhere(
    register: Register,
    folders: Sequence[Path],
    notes: Sequence[str] = (),
    orders: Sequence[str] = (),
    write: Write = at_once,
) -> Done[WrittenAnswers]:
    """Makes one answer and writes it onto each of these sticks or into these folders: beside the days, where there are
    days of gates. `write` runs what writes into the register, for
    callers on a thread that only reads. Raises `Denied` for a volunteer, `Refusal` (`NOT_A_DESK`), `Fault` of the
    register's own."""
    made = write(lambda: _make(register, notes, orders))
    paths: dict[Path, Path] = {}
    failed: list[tuple[Path, Fault | Refusal]] = []
    for folder in folders:
        try:
            days = folder / TOP_FOLDER
            paths[folder] = _put(made, days if days.is_dir() else folder)
        except (Fault, Refusal) as error:
            failed.append((folder, error))
    return Done(WrittenAnswers(made, paths, tuple(failed)), _TRUST)


def _make(register: Register, notes: Sequence[str], orders: Sequence[str]) -> GivenAnswer:
    with register.writing() as ledger:
        return make_answer(
            ledger,
            register.gate,
            resend=[some.as_asked() for some in missing_lines(ledger.connection)],
            findings=_findings(ledger),
            orders=orders,
            notes=notes,
        )


def _findings(ledger: Ledger) -> list[dict[str, Any]]:
    return said_to_gates(ledger.connection, ledger.gate, ledger.today())


def _put(made: GivenAnswer, folder: Path) -> Path:
    path = folder / made.file_name
    check_free(path)
    write_whole(path, made.data)
    return path


def foresee_answer(register: Register) -> NextAnswer:
    """What the next answer would hold, and how far each gate is. Nothing is written."""
    post, today = register.gate.gate, register.clock.today()
    with register.reading() as connection:
        admitted = admissions(connection, post)
        states = [one.state for one in admitted]
        return NextAnswer(
            number=next_number(connection, post),
            admitted=states.count(GateState.ADMITTED),
            retired=states.count(GateState.RETIRED),
            cut_off=states.count(GateState.CUT_OFF),
            revoked=len(revoked_passes(connection, post, today.isoformat())),
            resend=tuple(missing_lines(connection)),
            findings=len(said_to_gates(connection, post, today)),
            last=last_answer(connection, post),
            gates=tuple(_gates(connection, post)),
        )


def _gates(connection: Any, post: int) -> list[GateAnswer]:
    taken = taken_answers(connection)
    found = []
    for one in admissions(connection, post):
        number, at = taken.get(one.gate, (0, ""))
        found.append(GateAnswer(one.gate, one.name, one.state, number, at))
    return found
