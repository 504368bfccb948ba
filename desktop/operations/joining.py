"""A gate and its command post, by the stick: asking to be admitted, finding the post's answers, taking them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.books.joined_post import JoinedPost, own_post
from db.errors import GatebookError
from db.exchange import answers
from db.exchange.answer_choice import OnStick, choose_answer
from db.exchange.answer_news import News, Said, newest_answer, news_of, said_to
from db.exchange.answers import Signed, read_answer
from db.exchange.drive_folder import TOP_FOLDER
from db.exchange.on_drive import answer_files, request_file
from db.exchange.requests import make_request
from db.files import fault_of, sync_folder, write_whole
from db.register import Register
from db.settings import read_settings
from db.trust.keys import fingerprint
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.operations.documents import read_document_file

_TAKEN = Change.of(Topic.TRUST, Topic.PASSES, Topic.EXPORTS)


@dataclass(frozen=True)
class AskedFor:
    """A request on a stick, and the gate's fingerprint, which is read out by phone."""

    path: Path
    fingerprint: str


@dataclass(frozen=True)
class Standing:
    """How this gate stands with its command post. `post` is None for a gate alone. `said` is what the newest answer
    says; `days` how old that is, `old` whether older than the gate's settings bear. `own` and `theirs` are
    fingerprints; `may_ask`, `may_join` whether this operator can."""

    own: str
    post: JoinedPost | None
    theirs: str
    said: Said | None
    days: int | None
    old: bool
    may_ask: bool
    may_join: bool


def write_request(register: Register, root: Path) -> Done[AskedFor]:
    """Writes the request that goes to the command post onto a drive. Raises `Denied` for a volunteer, `Refusal`
    (`IS_A_DESK`), `Fault`."""
    with register.writing() as ledger:
        data = make_request(ledger, register.gate, register.key_file.recipient)
    try:
        # Not with the parents: where the drive is gone, nothing is to be made in its place.
        (root / TOP_FOLDER).mkdir(exist_ok=True)
        sync_folder(root)
        path = request_file(root, register.gate.gate)
    except OSError as error:
        raise fault_of(error, root) from error
    write_whole(path, data)
    return Done(AskedFor(path, fingerprint(register.key_file.gate_key)), Change())


def standing(register: Register) -> Standing:
    """How this gate stands with its command post."""
    own, access = register.gate.gate, register.access
    with register.reading() as connection:
        post, answer = own_post(connection, own), newest_answer(connection)
        most = read_settings(connection).answer_days
    days = _days_old(post, register.clock.today())
    return Standing(
        own=fingerprint(register.key_file.gate_key),
        post=post,
        theirs=fingerprint(bytes.fromhex(post.key)) if post else "",
        said=said_to(answer, own) if post and answer else None,
        days=days,
        old=days is not None and days > most,
        may_ask=access.signer is not None,
        may_join=access.signer is not None and access.role >= Role.LEAD,
    )


def _days_old(post: JoinedPost | None, today: date) -> int | None:
    if post is None or post.made_at is None:
        return None
    return max((today - date.fromisoformat(post.made_at[:10])).days, 0)


def answers_on(register: Register, roots: Sequence[Path]) -> OnStick:
    """What these drives bring from a command post. Only reads."""
    paths = [path for root in roots for path in answer_files(root)]
    return answer_among(register, paths)


def answer_among(register: Register, paths: Sequence[Path]) -> OnStick:
    """The one of these files that counts, as `db.exchange.answer_choice` has it. Only reads."""
    good: list[tuple[Path, Signed]] = []
    refused: GatebookError | None = None
    for path in paths:
        try:
            good.append((path, read_answer(read_document_file(path))))
        except GatebookError as error:
            refused = refused or error
    with register.reading() as connection:
        return choose_answer(connection, register.gate.gate, good, refused)


def take_news(register: Register, path: Path, compared: str | None = None) -> Done[News | None]:
    """Takes an answer in and tells what it changes; None where it had been taken already. `compared` is the post's
    fingerprint that a person found to be the same: needed the first time. Raises as
    `db.exchange.answers.take_answer` does, and `Fault`."""
    data = read_document_file(path)
    with register.writing() as ledger:
        taken = answers.take_answer(ledger, data, compared)
    if not taken.new:
        return Done(None, Change())
    news = news_of(taken.answer, taken.before, register.gate.gate, register.clock.now())
    return Done(news, _TAKEN)
