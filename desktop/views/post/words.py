"""What is said of bundles and of what came of them, in few words and in a whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from db.books.arrivals import Missing
from db.errors import Fault, FaultCode, GatebookError, RefusalCode
from db.exchange.merge.importing import Imported
from desktop.kit.cells import RowLook, Status
from desktop.models.rows import TableRow, Words
from desktop.operations.sticks import GateOutcome, Outcome, Previewed
from desktop.sentences import sentence

DASH = "–"


def tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("PostWords", text, "", count)


def gate_words(gate: int, names: Mapping[int, str]) -> str:
    """`0312 东门`."""
    return f"{gate:04d} {names.get(gate, '')}".rstrip()


def days_words(days: tuple[str, str] | None) -> str:
    """`02-10`, `02-10 – 02-12`."""
    if days is None:
        return ""
    first, last = (day[5:] for day in days)
    return first if first == last else f"{first} {DASH} {last}"


def range_words(first: int, last: int) -> str:
    """`412`, `412–430`."""
    return str(first) if first == last else f"{first}{DASH}{last}"


def missing_words(missing: Iterable[Missing | tuple[int, int]]) -> str:
    """`412–430, 501`."""
    ranges = [(one.first, one.last) if isinstance(one, Missing) else one for one in missing]
    return ", ".join(range_words(*one) for one in ranges)


def count_words(count: int) -> str:
    """`12,345`."""
    return f"{count:,}"


def refused_words(error: GatebookError) -> str:
    """Why a file is not taken in, in a word or two."""
    match error.code:
        case RefusalCode.SIGNER_UNKNOWN:
            return tr("Gate not let in")
        case RefusalCode.SIGNER_CUT_OFF:
            return tr("Key cut off")
        case RefusalCode.PRACTICE_BUNDLE:
            return tr("Practice, not real")
        case RefusalCode.BUNDLE_NOT_FOR_US:
            return tr("For another post")
        case RefusalCode.BUNDLE_NEWER:
            return tr("From a newer program")
        case RefusalCode.BUNDLE_TOO_LARGE:
            return tr("Too large to be a bundle")
        case RefusalCode.BUNDLE_FORBIDDEN_MEMBER:
            return tr("Holds what is no bundle's")
        case RefusalCode.BAD_SIGNATURE | RefusalCode.WEAK_KEY:
            return tr("Signature does not hold")
        case FaultCode.DRIVE_GONE | FaultCode.NOT_FOUND:
            return tr("Drive pulled out")
    return tr("Cannot be read") if isinstance(error, Fault) else tr("Damaged")


def preview_row(one: Previewed, names: Mapping[int, str]) -> TableRow:
    """A bundle before it is taken in: gate, days, lines, how many are new, how it stands."""
    if one.foreseen is None:
        error = one.refused
        assert error is not None
        gate = error.params.get("gate")
        name = gate_words(gate, names) if isinstance(gate, int) else one.path.name
        status = Words(refused_words(error), Status("ban", "attn"), sentence(error))
        return _row(one.path, name, "", "", "", status)
    seen, whose = one.foreseen, one.foreseen.whose
    lines = whose.last - whose.first + 1
    new = lines - seen.known
    if new == 0:
        status = Words(tr("All known"), Status("check"), tr("Every line of it was taken in before."))
    elif seen.missing_before is not None:
        gap = range_words(*seen.missing_before)
        status = Words(
            tr("Before it {lines} missing").format(lines=gap),
            Status("clock", "attn"),
            tr("It is taken in and waits until the gate has brought lines {lines}.").format(lines=gap),
        )
    else:
        status = Words(tr("New"), Status("import"))
    return _row(
        one.path,
        gate_words(whose.gate, names),
        days_words(whose.days),
        range_words(whose.first, whose.last),
        count_words(new),
        status,
    )


def running_row(row: TableRow, lines: int) -> TableRow:
    """The same bundle while it is being taken in, so many lines of it gone through."""
    words = tr("Taking in: line {lines}").format(lines=count_words(lines)) if lines else tr("Taking in…")
    return TableRow(row.key, (*row.cells[:-1], Words(words, Status("import"))), row.look)


def imported_row(row: TableRow, one: Imported) -> TableRow:
    """The same bundle when it is done."""
    if one.taken is None:
        assert one.refused is not None
        status = Words(refused_words(one.refused), Status("ban", "attn"), sentence(one.refused))
        return TableRow(row.key, (*row.cells[:-1], status), row.look)
    taken = one.taken
    if taken.new == 0:
        status = Words(tr("All known"), Status("check"))
    else:
        status = Words(tr("%n line(s) taken in", taken.new), Status("check", "allow"))
    return TableRow(row.key, (*row.cells[:-2], Words(count_words(taken.new)), status), row.look)


def outcome_row(place: int, one: GateOutcome, names: Mapping[int, str]) -> TableRow:
    """What came of a gate's files: gate, days, lines, how many were new, how it stands now."""
    name = gate_words(one.gate, names) if one.gate is not None else one.files[0].path.name
    new = count_words(one.new) if one.lines else ""
    lines = count_words(one.lines) if one.lines else ""
    return _row((place, one.gate, name), name, days_words(one.days), lines, new, _outcome_words(one))


def _outcome_words(one: GateOutcome) -> Words:
    match one.outcome:
        case Outcome.FORKED:
            seq = range_words(one.forks[0][1], one.forks[0][1])
            return Words(
                tr("Two accounts: line {line}").format(line=seq),
                Status("alert", "deny"),
                tr(
                    "Line {line} came in two versions. Both are kept; what is shown stops before it until the lead"
                    " says which is true."
                ).format(line=seq),
            )
        case Outcome.REFUSED | Outcome.LOST:
            error = next(one.refused for one in one.files if one.refused is not None)
            lost = one.outcome is Outcome.LOST
            return Words(
                refused_words(error),
                Status("unplug" if lost else "ban", "attn"),
                sentence(error),
            )
        case Outcome.WAITING:
            missing = missing_words(one.missing)
            return Words(
                tr("Lines {lines} missing").format(lines=missing),
                Status("clock", "attn"),
                tr(
                    "Gate {gate} still owes lines {lines}. What follows is kept and waits. The answer asks for them."
                ).format(gate=f"{one.gate:04d}", lines=missing),
            )
        case Outcome.KNOWN:
            return Words(tr("All known"), Status("check"), tr("Every line of it was taken in before."))
    return Words(tr("%n line(s) taken in", one.new), Status("check", "allow"))


def _row(key: object, name: str, days: str, lines: str, new: str, status: Words) -> TableRow:
    return TableRow(key, (Words(name), Words(days), Words(lines), Words(new), status), RowLook())
