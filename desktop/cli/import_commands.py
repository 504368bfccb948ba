"""The commands that take in what came on a stick, and that move a command post to a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db.errors import GatebookError, Refusal, RefusalCode
from db.exchange.merge.importing import Imported
from db.register import Register
from db.server import is_url
from desktop.cli.arguments import Given, tr
from desktop.cli.run import Answer, exit_code_of, opened, passphrase_of, tell
from desktop.cli.trust_commands import refuse_all
from desktop.operations import imports, sticks, upkeep
from desktop.operations.documents import FileKind, kind_of
from desktop.sentences import sentence


def import_(given: Given) -> Answer:
    """Takes in what came on a drive: bundles at a command post, of whole folders too, its answer at a gate. Each file
    stands for itself."""
    told = _Told()
    with opened(given) as register:
        bundles: list[Path] = []
        for path in given.files:
            try:
                kind = FileKind.BUNDLE if path.is_dir() else kind_of(path)
                if kind is FileKind.REQUEST:
                    raise Refusal(RefusalCode.DOCUMENT_OTHER, format="gatebook-request/1")
                if kind is FileKind.BUNDLE:
                    bundles.append(path)
                else:
                    _take_answer(register, path, given.post_fingerprint, told)
            except GatebookError as error:
                refuse_all(error)
                told.refused(path, error)
        if bundles:
            _take_bundles(register, bundles, told)
    return told.answer()


def move(given: Given) -> Answer:
    """Moves a register to a server, or back to a file. It goes on there; the old one stays to be read."""
    to = given.to if is_url(given.to) else Path(given.to).absolute()
    with opened(given) as register:
        unlocked = register.unlock(given.operator, passphrase_of(given) or "")
        done = upkeep.move(register, to, unlocked).value
    words = tr("The register is at {place} from now on. Name it with --register, or in GATEBOOK_REGISTER.")
    return Answer({"place": done.place, "rows": done.rows}, words.format(place=done.place))


class _Told:
    """What is said of each file, and of all."""

    def __init__(self) -> None:
        self.files: list[dict[str, Any]] = []
        self.words: list[str] = []
        self.code = 0

    def taken(self, one: dict[str, Any], words: str) -> None:
        self.files.append(one)
        self.words.append(words)

    def refused(self, path: Path, error: GatebookError, **whose: int) -> None:
        why = {"refused": error.code.value, "why": str(error.params.get("why", ""))}
        self.files.append(_nothing(path) | whose | why)
        self.code = max(self.code, exit_code_of(error))
        tell(f"{path.name}: {sentence(error)}")

    def stopped(self, error: GatebookError) -> None:
        """What ended it before all files were done."""
        self.code = max(self.code, exit_code_of(error))
        tell(sentence(error))

    def answer(self) -> Answer:
        total: dict[str, Any] = {
            name: sum(one[name] for one in self.files) for name in ("lines", "new", "already_there")
        }
        # A gap that a later file filled is none any more: the last word on each gate counts.
        last = {one["gate"]: one for one in self.files if one["refused"] is None and "gate" in one}
        for name in ("gaps", "forks"):
            total[name] = [some for one in last.values() for some in one[name]]
        total["refused"] = next((one["refused"] for one in self.files if one["refused"]), None)
        words = "\n".join(self.words) or ("" if self.files else tr("There is nothing here to take in."))
        return Answer({**total, "files": self.files}, words, self.code)


def _take_bundles(register: Register, paths: list[Path], told: _Told) -> None:
    result = sticks.import_bundles(register, paths).value
    for done in (*result.files, *result.again, *result.lost):
        whose = done.whose
        known = (
            {"gate": whose.gate, "epoch": whose.epoch, "first": whose.first, "last": whose.last}
            if whose
            else {}
        )
        if done.taken is None:
            told.refused(done.path, done.refused or Refusal(RefusalCode.BUNDLE_DAMAGED), **known)
        else:
            told.taken(_nothing(done.path) | known | _counts(done), _words(done))
    if result.stopped is not None:
        told.stopped(result.stopped)


def _counts(done: Imported) -> dict[str, Any]:
    taken, whose = done.taken, done.whose
    assert taken is not None and whose is not None
    return {
        "lines": taken.lines,
        "new": taken.new,
        "already_there": taken.already_there,
        "gaps": [one.as_asked() for one in taken.gaps],
        "forks": [{"gate": whose.gate, "epoch": epoch, "seq": seq} for epoch, seq in taken.forks],
    }


def _words(done: Imported) -> str:
    taken, whose = done.taken, done.whose
    assert taken is not None and whose is not None
    words = tr("gate {gate}: %n new line(s).", taken.new).format(gate=whose.gate)
    for gap in taken.gaps:
        words += " " + tr("Lines {first} to {last} are missing.").format(first=gap.first, last=gap.last)
    for _, seq in taken.forks:
        said = tr("There are two accounts of line {seq}; a lead must say which is true.")
        words += " " + said.format(seq=seq)
    return f"{done.path.name}: {words}"


def _nothing(path: Path) -> dict[str, Any]:
    none: dict[str, Any] = {
        "lines": 0,
        "new": 0,
        "already_there": 0,
        "gaps": [],
        "forks": [],
        "refused": None,
    }
    return {"path": str(path.absolute()), **none}


def _take_answer(register: Register, path: Path, mark: str | None, told: _Told) -> None:
    taken = imports.take_answer(register, path, mark).value
    doc, gate = taken.answer, register.gate.gate
    own = doc.gate(gate)
    resend = [{"epoch": some.epoch, "from": some.from_, "to": some.to} for some in doc.for_gate(gate)]
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
        told.taken(
            one, f"{path.name}: " + tr("Answer {number} was taken in before.").format(number=doc.number)
        )
        return
    words = tr(
        "Answer {number} of {post} is taken in: {gates} gates, {revoked} passes revoked or superseded."
    )
    said = words.format(number=doc.number, post=doc.post.name, gates=len(doc.gates), revoked=len(doc.revoked))
    for some in resend:
        ask = tr("Export lines {first} to {last} once more.")
        said += " " + ask.format(first=some["from"], last=some["to"])
    told.taken(one, f"{path.name}: {said}")
