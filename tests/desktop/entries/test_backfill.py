"""What was written on paper while the laptop was down, written into the book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.books.days import days_with_lines
from db.books.entries import entries_of_day, last_crossing
from db.books.pass_id import Book, PassId
from db.books.verdict import Direction
from db.errors import Refusal
from db.exchange.paper_lines import PaperField, PaperLine, PaperProblem, read_typed_line
from db.ledger.seal import seals_of
from desktop.operations import passing
from desktop.operations.days import look_at_day
from desktop.operations.paper_entries import backfill, judge_line, read_paper_file
from desktop.tasks import Progress
from tests.desktop.gate_day import Gate

MEDIC = PassId(312, Book.MEDICAL, 2)
HEAD = "time,direction,pass,name,temp,note\r\n"


def table(gate: Gate, folder: Path, rows: str) -> list[PaperLine]:
    """The lines of a csv with these rows."""
    path = folder / "paper.csv"
    path.write_text(HEAD + rows, "utf-8")
    return list(read_paper_file(gate.register, path, date(2020, 2, 10)).lines)


def typed(gate: Gate, row: int, **cells: str) -> PaperLine:
    """A line as it is typed into the page."""
    given = {PaperField(name): words for name, words in cells.items()}
    clock = gate.register.clock
    return read_typed_line(row, given, gate=312, now=clock.now(), zone=clock.zone, day=date(2020, 2, 10))


def test_lines_are_written_under_their_own_days_with_the_verdict_of_their_time(
    gate: Gate, tmp_path: Path
) -> None:
    gate.clock.forward(days=2)
    rows = (
        "2020-02-11 09:05,in,M-0312-000002,,36.5,\r\n"
        "2020-02-10 21:40,出,医2,王小芳,34.6,夜班\r\n"
        "2020-02-09 07:00+08:00,in,M-0312-000002,,,\r\n"
        "2020-02-10 21:45,in,,张大爷,36.9,买菜\r\n"
    )
    done = backfill(gate.register, table(gate, tmp_path, rows)).value
    assert [(line.row, line.day, line.no) for line in done.recorded] == [
        (2, "2020-02-11", 1),
        (3, "2020-02-10", 1),
        (4, "2020-02-09", 1),
        (5, "2020-02-10", 2),
    ]
    with gate.register.reading() as connection:
        days = {day: entries_of_day(connection, 312, day) for day in days_with_lines(connection, 312)}
        assert last_crossing(connection, 312, MEDIC).time.startswith("2020-02-11T09:05")  # type: ignore[union-attr]
    night, visitor = days["2020-02-10"]
    assert (night.temp_tenths, night.note, night.verdict) == (346, "夜班", "ok")
    assert (visitor.name, visitor.book, visitor.pass_id) == ("张大爷", "visitor", None)
    assert days["2020-02-09"][0].verdict == "attention", "the pass was not issued yet on that day"
    assert days["2020-02-11"][0].verdict == "ok"


def test_a_crossing_that_is_written_already_is_told_and_not_written_twice(gate: Gate, tmp_path: Path) -> None:
    gate.clock.forward(hours=3)
    rows = "09:00,in,医2,,36.5,\r\n09:00,in,医2,,36.5,\r\n09:30,out,医2,,36.4,\r\n"
    lines = table(gate, tmp_path, rows)
    first = backfill(gate.register, lines).value
    assert ([line.row for line in first.recorded], first.duplicates) == ([2, 4], [3])
    again = backfill(gate.register, lines).value
    assert (again.recorded, again.duplicates) == ([], [2, 3, 4])


def test_rows_that_are_not_understood_are_told_and_the_others_written(gate: Gate, tmp_path: Path) -> None:
    gate.clock.forward(hours=3)
    rows = (
        "morning,in,医2,,36.5,\r\n09:00,sideways,医2,,36.5,\r\n09:01,in,,,36.5,\r\n"
        "09:02,in,医2,,warm,\r\n23:59,in,医2,,36.5,\r\n09:04,in,医2,王小方,36.6,\r\n"
    )
    done = backfill(gate.register, table(gate, tmp_path, rows)).value
    assert (done.rows, [line.row for line in done.recorded]) == (6, [7])
    assert [(row, problem.field, problem.code) for row, problem in done.rejected] == [
        (2, PaperField.TIME, PaperProblem.TIME_NOT_A_TIME),
        (3, PaperField.DIRECTION, PaperProblem.DIRECTION_UNKNOWN),
        (4, PaperField.NAME, PaperProblem.NOBODY),
        (5, PaperField.TEMPERATURE, PaperProblem.TEMP_NOT_A_NUMBER),
        (6, PaperField.TIME, PaperProblem.TIME_IN_FUTURE),
    ]
    assert [(one.row, one.written, one.known) for one in done.warnings] == [(7, "王小方", "王小芳")]


def test_a_supplement_gets_a_further_seal(gate: Gate, tmp_path: Path) -> None:
    gate.cross(gate.medic, Direction.IN, 365)
    gate.clock.forward(days=1)
    gate.cross(gate.medic, Direction.OUT, 365)
    backfill(gate.register, table(gate, tmp_path, "2020-02-10 23:50,in,公1,,36.5,\r\n"))
    gate.clock.forward(days=1)
    gate.cross(gate.official, Direction.OUT, 365)
    with gate.register.reading() as connection:
        assert [seal.entries for seal in seals_of(connection, 312, "2020-02-10")] == [1, 2]


def test_a_line_is_judged_as_of_its_time_before_it_is_written(gate: Gate) -> None:
    gate.clock.forward(hours=3)
    line = typed(gate, 1, time="0905", direction="进", **{"pass": "医2"}, temp="365")
    judged = judge_line(gate.register, line)
    assert judged is not None
    assert (judged.verdict, judged.holder, judged.written) == ("ok", "王小芳", False)
    backfill(gate.register, [line])
    again = judge_line(gate.register, line)
    assert again is not None and again.written
    inside = judge_line(gate.register, typed(gate, 2, time="0906", direction="进", **{"pass": "医2"}))
    assert inside is not None and inside.verdict == "already_inside"
    assert judge_line(gate.register, typed(gate, 3, time="later")) is None


def test_hundreds_of_lines_are_written_in_parts_and_stop_when_asked(gate: Gate, tmp_path: Path) -> None:
    gate.clock.forward(days=1)
    rows = "".join(
        f"2020-02-10 {9 + i // 60:02d}:{i % 60:02d},{'in' if i % 2 else 'out'},医2,,36.5,\r\n"
        for i in range(250)
    )
    lines = table(gate, tmp_path, rows)
    progress = Progress()
    progress.moved.connect(lambda done, total: progress.cancel() if done else None)
    with pytest.raises(Refusal):
        backfill(gate.register, lines, progress)
    with gate.register.reading() as connection:
        assert len(entries_of_day(connection, 312, "2020-02-10")) == 200
    done = backfill(gate.register, lines).value
    assert (len(done.recorded), len(done.duplicates)) == (50, 200)


def test_a_fever_from_paper_is_recorded_and_told_as_one(gate: Gate) -> None:
    gate.clock.forward(hours=3)
    backfill(gate.register, [typed(gate, 1, time="0905", direction="进", **{"pass": "医2"}, temp="38.2")])
    record = look_at_day(gate.register, "2020-02-10")
    assert [(one.name, one.readings, one.outcome) for one in record.fevers] == [("王小芳", (382,), "passed")]
    assert not record.nothing_to_report


def test_the_gate_goes_on_after_backfill(gate: Gate, tmp_path: Path) -> None:
    gate.clock.forward(hours=3)
    backfill(gate.register, table(gate, tmp_path, "09:00,in,医2,,36.5,\r\n"))
    look = passing.look_at_scan(gate.register, gate.medic).value
    assert look.direction is Direction.OUT
