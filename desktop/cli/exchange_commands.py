"""The commands that read or write files: exports, verification, copies, seals."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from db.errors import GatebookError
from db.exchange.bundle_reading import Bundle, read_bundle
from db.files import fault_of
from db.ledger.seal import read_paper_seal
from db.ledger.verify import Problem, Report, verify_lines, verify_register
from db.trust.age_keys import Identity, read_identity
from db.trust.keys import fingerprint
from desktop.cli.arguments import Given, tr
from desktop.cli.run import MACHINE, REFUSED, Answer, WrongUsage, day_of, opened, read_passphrase
from desktop.language import current_language
from desktop.operations import days, exports, paper_entries, upkeep
from desktop.sentences import sentence


def seal(given: Given) -> Answer:
    """Closes a day under the gate's signature."""
    with opened(given) as register:
        day = day_of(given.day) if given.day else register.clock.today().isoformat()
        made = days.seal(register, day).value
    data = {**asdict(made), "digits": made.digits()}
    words = tr("{day} is sealed with %n line(s).", made.entries)
    return Answer(data, words.format(day=day))


def export(given: Given) -> Answer:
    """The day's folder, or the bundle alone."""
    if (given.plain or given.unmasked) and not given.reason.strip():
        raise WrongUsage(
            tr("A plain or unmasked export needs a reason. Nothing was written. Give --reason TEXT.")
        )
    if given.since is not None and given.since < 0:
        raise WrongUsage(tr("A number is below zero. Nothing was done. Give 0 or more."))
    target: Path = given.to
    with opened(given) as register:
        day = day_of(given.day) if given.day else register.clock.today().isoformat()
        exports.check_may_export(register, given.plain, not given.unmasked)
        target.mkdir(parents=True, exist_ok=True)
        done = exports.export_day(
            register,
            day,
            target.absolute(),
            plain=given.plain,
            reason=given.reason,
            masked=not given.unmasked,
            since=given.since,
            bundle_only=given.bundle,
            language=current_language(),
        ).value
    files = [{"path": str(file.path), "bytes": file.bytes, "sha256": file.sha256} for file in done.files]
    data = {"day": done.day, "files": files, "lines": done.lines, "first": done.first, "last": done.last}
    words = tr("{day}: %n line(s) written to {folder}, read back and compared.", done.lines)
    return Answer(data, words.format(day=done.day, folder=done.folder))


def backfill(given: Given) -> Answer:
    """Numbered lines written on paper while the laptop was down. What happened is recorded, valid or not."""
    with opened(given) as register:
        table = paper_entries.read_paper_file(register, given.file)
        done = paper_entries.backfill(register, table.lines).value
    rejected = [
        {"row": row, "field": problem.field.value, "problem": problem.code.value}
        for row, problem in done.rejected
    ]
    data = {
        "rows": done.rows,
        "recorded": len(done.recorded),
        "rejected": rejected,
        "warnings": [asdict(warning) for warning in done.warnings],
        "duplicates": [{"row": row} for row in done.duplicates],
        "entries": [asdict(line) for line in done.recorded],
    }
    words = [tr("%n line(s) recorded.", len(done.recorded))]
    if rejected:
        rows = ", ".join(str(one["row"]) for one in rejected)
        words.append(tr("Not understood, and left out: row {rows}.").format(rows=rows))
    if done.duplicates:
        rows = ", ".join(str(row) for row in done.duplicates)
        words.append(tr("Written already: row {rows}.").format(rows=rows))
    return Answer(data, " ".join(words))


def verify(given: Given) -> Answer:
    """Chain, commitments, seals and signatures, of the register or of files. Names the first bad line."""
    if given.files:
        identity = read_identity(read_passphrase(given.identity)) if given.identity else None
        return _verify_files(given.files, identity)
    paper = read_paper_seal(given.seal) if given.seal is not None else None
    with opened(given, read_only=True) as register, register.reading() as connection:
        report = verify_register(connection, paper)
    data = _report(report) | {"views": report.views, "local_views": report.local_views}
    return Answer(data, _report_words(report), 0 if report.ok else REFUSED)


def _verify_files(files: list[Path], identity: Identity | None) -> Answer:
    told, words, code = [], [], 0
    total = {"lines": 0, "seals": 0, "problems": []}
    for path in files:
        one: dict[str, Any] = {"path": str(path.absolute())}
        try:
            with path.open("rb") as file:
                bundle = read_bundle(file, identity)
                report = verify_lines(bundle.lines(), bundle.manifest.prev)
            one |= _report(report) | _signed_by(bundle)
            words.append(f"{path.name}: {_report_words(report)}")
        except OSError as error:
            fault = fault_of(error, path)
            one |= {"ok": False, "refused": fault.code.value}
            words.append(sentence(fault))
            code = MACHINE
        except GatebookError as error:
            one |= {"ok": False, "lines": 0, "refused": error.code.value, "problems": [_refused(error)]}
            words.append(f"{path.name}: {sentence(error)}")
        if not one["ok"]:
            code = code or REFUSED
        told.append(one)
        for name in total:
            total[name] += one.get(name, [] if name == "problems" else 0)
    return Answer({"ok": code == 0, **total, "files": told}, "\n".join(words), code)


def _signed_by(bundle: Bundle) -> dict[str, Any]:
    manifest = bundle.manifest
    whose = {"gate": manifest.gate, "epoch": manifest.epoch, "first": manifest.first, "last": manifest.last}
    return {**whose, "key": manifest.key, "fingerprint": fingerprint(bundle.signer)}


def _refused(error: GatebookError) -> dict[str, Any]:
    return {
        "kind": error.code.value,
        "seq": error.params.get("seq"),
        "detail": str(error.params.get("why", "")),
    }


def _report(report: Report) -> dict[str, Any]:
    problems = [asdict(problem) | {"kind": problem.kind.value} for problem in report.problems]
    return {"ok": report.ok, "lines": report.lines, "seals": report.seals, "problems": problems}


def _report_words(report: Report) -> str:
    if report.ok:
        return tr("%n line(s) checked, nothing was changed.", report.lines)
    first: Problem = report.problems[0]
    if first.seq:
        said = tr(
            "Line {seq} of gate {gate} is not as it was written ({kind}). Nothing was mended. Keep a copy."
        )
    else:
        said = tr("The views are not what the lines say ({kind}). The lines are safe. Tell the command post.")
    return said.format(seq=first.seq, gate=first.gate, kind=first.kind.value)


def backup(given: Given) -> Answer:
    """A whole, encrypted copy of the register with its key file."""
    with opened(given) as register:
        target = upkeep.back_up(register, given.file.absolute())
    return Answer({"path": str(target)}, tr("Copied, encrypted, to {path}.").format(path=target))
