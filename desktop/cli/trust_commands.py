"""The commands of trust: between gate and command post, and what keeps a register's keys and lines in order."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from db.errors import Denied, GatebookError, Refusal, RefusalCode
from db.trust.keys import fingerprint
from desktop.cli.arguments import Given, tr
from desktop.cli.run import Answer, exit_code_of, opened, passphrase_of, read_passphrase, register_path, tell
from desktop.operations import answers_out, posts, upkeep
from desktop.sentences import sentence


def request(given: Given) -> Answer:
    """A gate asks a command post to be admitted."""
    path: Path = given.out.absolute()
    with opened(given) as register:
        posts.ask_to_be_admitted(register, path)
        mark = fingerprint(register.key_file.gate_key)
        gate = register.gate.gate
    words = tr("Written to {path}. Tell the command post this gate's fingerprint by phone: {fingerprint}")
    return Answer(
        {"path": str(path), "gate": gate, "fingerprint": mark}, words.format(path=path, fingerprint=mark)
    )


def admit(given: Given) -> Answer:
    """The post admits gates. Each file stands for itself: one that is refused does not undo the others."""
    told: list[dict[str, Any]] = []
    words: list[str] = []
    code = 0
    with opened(given) as register:
        for path in given.files:
            try:
                done = posts.admit(register, path, given.fingerprint or ()).value
            except GatebookError as error:
                refuse_all(error)
                code = max(code, exit_code_of(error))
                told.append({"path": str(path.absolute()), "refused": error.code.value})
                tell(f"{path.name}: {sentence(error)}")
                continue
            told.append(_admitted(path, done))
            words.append(_admitted_words(done))
    return Answer({"files": told}, "\n".join(words), code)


def refuse_all(error: GatebookError) -> None:
    """Who may not admit one may admit none; nor does it help to try the next file in a gate's own register."""
    if isinstance(error, Denied) or error.code in (RefusalCode.NOT_A_DESK, RefusalCode.IN_USE):
        raise error


def _admitted(path: Path, done: Any) -> dict[str, Any]:
    one = done.admission
    return {
        "path": str(path.absolute()),
        "gate": one.gate,
        "name": one.name,
        "compound": one.compound,
        "state": one.state.value,
        "key": done.key,
        "fingerprint": done.fingerprint,
        "compared": done.compared,
        "new": done.new,
        "refused": None,
    }


def _admitted_words(done: Any) -> str:
    said = (
        tr("Gate {gate} {name} is admitted.") if done.new else tr("Gate {gate} {name} is admitted already.")
    )
    words = said.format(gate=done.admission.gate, name=done.admission.name)
    if not done.compared:
        check = tr("Compare its fingerprint with the gate by phone: {fingerprint}")
        words += " " + check.format(fingerprint=done.fingerprint)
    return words


def answer(given: Given) -> Answer:
    """The post writes its answer."""
    folder: Path = given.to.absolute()
    with opened(given) as register:
        answers_out.check_may_answer(register)
        folder.mkdir(parents=True, exist_ok=True)
        done = answers_out.answer(register, folder, given.note or ()).value
        mark = fingerprint(register.key_file.gate_key)
    made = done.answer
    data = {
        "path": str(done.path),
        "number": made.number,
        "sha256": made.sha256,
        "gates": made.gates,
        "revoked": made.revoked,
        "resend": made.resend,
        "fingerprint": mark,
    }
    words = tr("Answer {number} for %n gate(s) written to {path}.", made.gates)
    words += " " + tr(
        "A gate that meets this post for the first time compares its fingerprint: {fingerprint}"
    )
    return Answer(data, words.format(number=made.number, path=done.path, fingerprint=mark))


def cut_off(given: Given) -> Answer:
    """A gate's laptop is lost: its key counts as far as the last line that the post holds."""
    with opened(given) as register:
        done = posts.cut_off(register, given.gate, given.reason, keep=not given.keep_none).value
    at = done.at
    data = {
        "gate": given.gate,
        "state": done.admission.state.value,
        "kept": done.kept,
        "witnessed": asdict(at),
    }
    words = tr("Gate {gate} is cut off after line {seq}; %n of its cards stay good.", done.kept)
    return Answer(data, words.format(gate=given.gate, seq=at.seq))


def retire(given: Given) -> Answer:
    """A gate is no longer kept."""
    with opened(given) as register:
        done = posts.retire(register, given.gate, given.reason or "").value
    words = tr("Gate {gate} is retired. Its cards stay good until their day.")
    return Answer({"gate": given.gate, "state": done.state.value}, words.format(gate=given.gate))


def compound(given: Given) -> Answer:
    """How a compound is called, and in which area it lies."""
    with opened(given) as register:
        posts.name_compound(register, given.id, given.name or given.id, given.area)
    return Answer({"id": given.id, "name": given.name or given.id, "area": given.area}, tr("Done."))


def rotate_key(given: Given) -> Answer:
    """Another signing key for the gate, signed by the old one."""
    with opened(given) as register:
        unlocked = register.unlock(given.operator, passphrase_of(given) or "")
        done = upkeep.rotate_key(register, unlocked).value
    words = tr(
        "The gate signs with a new key from now on: {fingerprint}. Cards under the old key stay good until their day."
    )
    return Answer(asdict(done), words.format(fingerprint=done.fingerprint))


def purge(given: Given) -> Answer:
    """Drops the bodies of old lines."""
    with opened(given) as register:
        done = upkeep.purge(register, given.older_than).value
    data = {
        "through": done.through,
        "lines": done.lines,
        "photos": done.photos,
        "swept": done.swept,
        "backups": {
            "renewed": [str(path) for path in done.backups.done],
            "left": [str(path) for path in done.backups.left],
        },
    }
    words = tr("%n line(s) up to {day} hold no names any more.", done.lines).format(day=done.through)
    return Answer(data, words + backup_words(done.backups.left))


def backup_words(left: Any) -> str:
    """What to do about copies that could not be reached; empty where there are none."""
    if not left:
        return ""
    words = tr("Not reached, and unchanged: {paths}. Destroy these copies or plug them in and do it again.")
    return " " + words.format(paths=", ".join(str(path) for path in left))


def restore(given: Given) -> Answer:
    """A register from a copy, in a new epoch."""
    path = register_path(given)
    key = read_passphrase(given.recovery_key_file) if given.recovery_key_file else None
    if not isinstance(path, Path):
        raise Refusal(RefusalCode.NOT_ON_SERVER)
    epoch = upkeep.restore(given.file.absolute(), path, given.operator, passphrase_of(given), key)
    words = tr(
        "Restored to {path}. It goes on in epoch {epoch}, with numbers that lines lost since the copy cannot have used."
    )
    return Answer({"path": str(path), "epoch": epoch}, words.format(path=path, epoch=epoch))
