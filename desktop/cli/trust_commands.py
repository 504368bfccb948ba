"""The commands of trust: between gate and command post, and what keeps a register's keys and lines in order."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from db.errors import Denied, GatebookError, Refusal, RefusalCode
from db.exchange.merge.importing import Imported
from db.register import Register
from db.trust.keys import fingerprint
from desktop.cli.arguments import Given, tr
from desktop.cli.run import Answer, exit_code_of, opened, passphrase_of, read_passphrase, register_path, tell
from desktop.operations import imports, posts, upkeep
from desktop.operations.documents import FileKind, kind_of
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
                _refuse_all(error)
                code = max(code, exit_code_of(error))
                told.append({"path": str(path.absolute()), "refused": error.code.value})
                tell(f"{path.name}: {sentence(error)}")
                continue
            told.append(_admitted(path, done))
            words.append(_admitted_words(done))
    return Answer({"files": told}, "\n".join(words), code)


def _refuse_all(error: GatebookError) -> None:
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
    folder.mkdir(parents=True, exist_ok=True)
    with opened(given) as register:
        done = posts.answer(register, folder, given.note or ()).value
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


def import_(given: Given) -> Answer:
    """Takes in what came on a drive: bundles at a command post, its answer at a gate. Each file stands for itself."""
    told: list[dict[str, Any]] = []
    words: list[str] = []
    code = 0
    with opened(given) as register:
        for path in given.files:
            try:
                one, said, refused = _import_one(register, path, given.post_fingerprint)
            except GatebookError as error:
                _refuse_all(error)
                one, said, refused = _nothing(path) | _refused(error), sentence(error), error
            told.append(one)
            if refused is not None:
                code = max(code, exit_code_of(refused))
                tell(f"{path.name}: {said}")
            else:
                words.append(f"{path.name}: {said}")
    total: dict[str, Any] = {
        name: sum(one[name] for one in told) for name in ("lines", "new", "already_there")
    }
    total |= {name: [some for one in told for some in one[name]] for name in ("gaps", "forks")}
    total["refused"] = next((one["refused"] for one in told if one["refused"]), None)
    return Answer({**total, "files": told}, "\n".join(words), code)


def _import_one(
    register: Register, path: Path, mark: str | None
) -> tuple[dict[str, Any], str, GatebookError | None]:
    kind = kind_of(path)
    if kind is FileKind.REQUEST:
        raise Refusal(RefusalCode.DOCUMENT_OTHER, format="gatebook-request/1")
    if kind is FileKind.BUNDLE:
        done = imports.take_bundle(register, path).value
        one, words = _bundle(path, done)
        return one, words, done.refused
    taken = imports.take_answer(register, path, mark).value
    doc, own = taken.answer, taken.answer.gate(register.gate.gate)
    resend = [
        {"epoch": some.epoch, "from": some.from_, "to": some.to} for some in doc.for_gate(register.gate.gate)
    ]
    answer = {
        "number": doc.number,
        "made_at": doc.made_at,
        "post": doc.post.name,
        "state": own.state if own else None,
        "gates": len(doc.gates),
        "revoked": len(doc.revoked),
        "resend": resend,
        "cut_off": list(taken.cut_off),
        "notes": doc.notes,
    }
    one = _nothing(path) | {"new": int(taken.new), "already_there": int(not taken.new), "answer": answer}
    if not taken.new:
        return one, tr("Answer {number} was taken in before.").format(number=doc.number), None
    words = tr(
        "Answer {number} of {post} is taken in: {gates} gates, {revoked} passes revoked or superseded."
    )
    said = words.format(number=doc.number, post=doc.post.name, gates=len(doc.gates), revoked=len(doc.revoked))
    for some in resend:
        ask = tr("Export lines {first} to {last} once more.")
        said += " " + ask.format(first=some["from"], last=some["to"])
    return one, said, None


def _nothing(path: Path) -> dict[str, Any]:
    return {
        "path": str(path.absolute()),
        "lines": 0,
        "new": 0,
        "already_there": 0,
        "gaps": [],
        "forks": [],
        "refused": None,
    }


def _refused(error: GatebookError) -> dict[str, Any]:
    return {"refused": error.code.value, "why": str(error.params.get("why", ""))}


def _bundle(path: Path, done: Imported) -> tuple[dict[str, Any], str]:
    one = _nothing(path)
    if done.whose is not None:
        whose = done.whose
        one |= {"gate": whose.gate, "epoch": whose.epoch, "first": whose.first, "last": whose.last}
    if done.refused is not None:
        return one | _refused(done.refused), sentence(done.refused)
    taken = done.taken
    assert taken is not None and done.whose is not None
    one |= {
        "lines": taken.lines,
        "new": taken.new,
        "already_there": taken.already_there,
        "gaps": [asdict(some) for some in taken.gaps],
        "forks": [list(some) for some in taken.forks],
    }
    words = tr("gate {gate}: %n new line(s).", taken.new).format(gate=done.whose.gate)
    return one, words


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
