"""What the board's cells say in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from db.books.board import BoardRow, Cell, DayCounts, DayState
from db.times import from_stamp
from desktop.kit.dates import day_and_weekday, day_words
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.models.board import AreaCell, AreaRow, Row

_STATES = {
    DayState.RECEIVED: QT_TRANSLATE_NOOP("Board", "All in"),
    DayState.PARTIAL: QT_TRANSLATE_NOOP("Board", "Part in"),
    DayState.GAP: QT_TRANSLATE_NOOP("Board", "Gap"),
    DayState.MISSING: QT_TRANSLATE_NOOP("Board", "Missing"),
    DayState.PENDING: QT_TRANSLATE_NOOP("Board", "Not due yet"),
    DayState.NOT_KEPT: QT_TRANSLATE_NOOP("Board", "Not kept"),
}


def state_word(state: DayState) -> str:
    """全到, 缺: a state of a gate's day in a word."""
    return QCoreApplication.translate("Board", _STATES[state])


def no_area_word() -> str:
    """Gates whose area nobody has named."""
    return QCoreApplication.translate("Board", "No area")


def row_words(row: Row) -> str:
    """Who stands in a row."""
    if isinstance(row, AreaRow):
        return row.name or QCoreApplication.translate("Board", "All gates")
    return gate_words(row.gate, row.compound, row.name)


def gate_words(gate: int, compound: str, name: str) -> str:
    """`0312 泉韵佳苑 · 东门`: a gate by number, compound and name, what is the same only once."""
    place = compound if not name or name == compound else f"{compound} · {name}" if compound else name
    return f"{gate:04d} {place}".strip()


def cell_words(row: Row, cell: AreaCell | Cell) -> str:
    """A cell in one line, for tool tip and screen reader."""
    head = f"{row_words(row)}, {day_words(date.fromisoformat(cell.day))}"
    return f"{head}: {_one_line(cell)}"


def _one_line(cell: AreaCell | Cell) -> str:
    if isinstance(cell, AreaCell):
        return QCoreApplication.translate("Board", "{here} of {kept} gates are in").format(
            here=cell.here, kept=cell.kept
        )
    parts = [state_word(cell.state)]
    if cell.zero:
        parts.append(QCoreApplication.translate("Board", "zero report"))
    if cell.late:
        parts.append(QCoreApplication.translate("Board", "late"))
    return ", ".join(parts)


def day_title(day: str) -> str:
    """`3 月 18 日 周三`."""
    return day_and_weekday(date.fromisoformat(day))


def what_is_there(row: BoardRow, cell: Cell) -> list[str]:
    """What came of a gate's day, a sentence each."""
    if cell.state is DayState.NOT_KEPT and not cell.counts.entries:
        return [QCoreApplication.translate("Board", "This gate was not kept on this day.")]
    said = [_came(cell)]
    counts = cell.counts
    if counts.entries:
        voided = counts.voided
        lines = QCoreApplication.translate("Board", "%n line(s)", None, counts.entries)
        if voided:
            lines += QCoreApplication.translate("Board", ", {voided} of them voided").format(voided=voided)
        crossed = counts.crossed
        ways = QCoreApplication.translate("Board", "in {ins}, out {outs}").format(
            ins=crossed.ins, outs=crossed.outs
        )
        said.append(QCoreApplication.translate("Board", "{lines}; {ways}.").format(lines=lines, ways=ways))
    if cell.zero:
        said.append(
            QCoreApplication.translate("Board", "Zero report: no fever, no card refused, no incident.")
        )
    elif not counts.nothing_to_report:
        said.append(_to_report(counts))
    if cell.state is DayState.RECEIVED:
        sealed = QCoreApplication.translate("Board", "The day is sealed.")
        said.append(
            sealed if counts.sealed else QCoreApplication.translate("Board", "The day is not sealed.")
        )
    return said


def _came(cell: Cell) -> str:
    if cell.state is DayState.RECEIVED and cell.came_at is not None:
        came = from_stamp(cell.came_at)
        when = f"{day_words(came.date())} {came:%H:%M}"
        if cell.late:
            return QCoreApplication.translate("Board", "All of it is here since {when}: late.").format(
                when=when
            )
        return QCoreApplication.translate("Board", "All of it is here since {when}.").format(when=when)
    if cell.state is DayState.PARTIAL:
        return QCoreApplication.translate("Board", "A part of it is here; the end of the day is not.")
    if cell.state is DayState.GAP:
        if cell.counts.entries:
            return QCoreApplication.translate(
                "Board", "A part of it is here; lines before the rest are missing."
            )
        return QCoreApplication.translate("Board", "It came, and waits: lines before it are missing.")
    if cell.state is DayState.PENDING:
        if cell.counts.entries:
            return QCoreApplication.translate("Board", "A part of it is here; the rest is not due yet.")
        return QCoreApplication.translate("Board", "Nothing of it is here, and it is not due yet.")
    if cell.state is DayState.NOT_KEPT:
        return QCoreApplication.translate("Board", "The gate was not kept here, yet lines of it came.")
    return QCoreApplication.translate("Board", "Nothing of it is here.")


def _to_report(counts: DayCounts) -> str:
    parts = [
        (counts.fevers, QCoreApplication.translate("Board", "fevers {count}")),
        (counts.refused, QCoreApplication.translate("Board", "cards refused {count}")),
        (counts.turned_away, QCoreApplication.translate("Board", "turned away {count}")),
        (counts.incidents, QCoreApplication.translate("Board", "incidents {count}")),
    ]
    told = [words.format(count=count) for count, words in parts if count]
    return QCoreApplication.translate("Board", "To report: {list}").format(
        list=QCoreApplication.translate("Board", ", ", "between two things").join(told)
    )


def what_is_missing(row: BoardRow, cell: Cell) -> list[str]:
    """What is not there, and what to do about it, a sentence each; empty where nothing is to be done."""
    said: list[str] = []
    if cell.state is DayState.GAP:
        for gap in row.missing:
            said.append(
                QCoreApplication.translate("Board", "Lines {first} to {last} are missing.").format(
                    first=gap.first, last=gap.last
                )
            )
        for _, seq in row.forks:
            said.append(
                QCoreApplication.translate("Board", "There are two accounts of line {seq}.").format(seq=seq)
            )
    told = _WHAT_TO_DO.get(cell.state)
    if cell.state is DayState.GAP and row.forks:
        told = QT_TRANSLATE_NOOP("Board", "A lead decides which is true; what comes after waits until then.")
    if told is not None:
        said.append(QCoreApplication.translate("Board", told))
    return said


_WHAT_TO_DO = {
    DayState.MISSING: QT_TRANSLATE_NOOP("Board", "Call the gate: where is the drive?"),
    DayState.PARTIAL: QT_TRANSLATE_NOOP("Board", "Ask the gate to export once more."),
    DayState.GAP: QT_TRANSLATE_NOOP("Board", "The next answer asks for them; the gate exports once more."),
}
