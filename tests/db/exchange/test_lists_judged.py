"""The five lists as an office program really makes them, judged row by row as they were judged by hand."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from functools import lru_cache
from typing import Any

import pytest

from db.books.person import Book, Field, Sex
from db.exchange.rosters import Roster, RosterRow, read_roster
from tests.db.exchange.made_lists import DATA, TODAY

EXPECTED: dict[str, Any] = json.loads((DATA / "EXPECTED.json").read_text("utf-8"))
FILES = list(EXPECTED["files"])
_SEX = {Sex.MALE: "男", Sex.FEMALE: "女", None: None}
_CATEGORY = {Book.OFFICIAL: "公务人员", Book.MEDICAL: "医务人员", Book.SUPPORT: "保障人员", None: None}


@lru_cache
def roster(file: str) -> Roster:
    category = EXPECTED["files"][file]["category"]
    return read_roster(DATA / file, today=TODAY, book=Book(category) if category else Book.SUPPORT)


@lru_cache
def expected_rows() -> dict[str, dict[int, Any]]:
    rows: dict[str, dict[int, Any]] = {file: {} for file in FILES}
    for line in (DATA / "EXPECTED-rows.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["file"]][row["row"]] = row
    return rows


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def values(row: RosterRow) -> dict[str, str | None]:
    """A row's values under the words of the judgements."""
    kept = row.values
    return {
        "name": kept.name,
        "sex": _SEX[kept.sex],
        "id_no": kept.id_no,
        "mobile": kept.phone,
        "unit": kept.unit,
        "dept": kept.department,
        "post": kept.post,
        "address": kept.home,
        "valid_from": _iso(kept.valid_from),
        "valid_to": _iso(kept.valid_until),
        "plate": kept.plate,
        "remark": kept.remark,
        "category": _CATEGORY[kept.book],
    }


@pytest.mark.parametrize("file", FILES)
def test_the_header_is_found_and_every_column_understood(file: str) -> None:
    told, got = EXPECTED["files"][file], roster(file)
    assert (got.sheet, got.header_row) == (told["sheet"], told["header_row"])
    understood = {" ".join(column.title.split()): column.field for column in got.columns}
    # One list writes the compound alone where others write the whole address.
    meanings = {title: "address" if field is Field.COMPOUND else field for title, field in understood.items()}
    assert meanings == told["columns"]


@pytest.mark.parametrize("file", FILES)
def test_every_row_has_the_values_it_should_end_with(file: str) -> None:
    told = expected_rows()[file]
    assert [row.row for row in roster(file).rows] == list(told)
    for row in roster(file).rows:
        wanted = told[row.row]
        assert (row.row, row.data_row) == (row.row, wanted["data_row"])
        assert {name: values(row)[name] for name in wanted["values"]} == wanted["values"], row.row
        assert row.values.compound == wanted["compound"], row.row


@pytest.mark.parametrize("file", FILES)
def test_every_problem_is_found_and_no_other(file: str) -> None:
    wanted = Counter(
        (issue["row"], issue["field"], issue["code"], issue["severity"])
        for issue in EXPECTED["files"][file]["issues"]
    )
    found = Counter(
        (row.row, problem.field.value, problem.code.value, problem.severity.value)
        for row in roster(file).rows
        for problem in row.problems
    )
    assert found == wanted
    assert Counter(code for _, _, code, _ in found) == EXPECTED["files"][file]["issue_counts"]
    for row in roster(file).rows:
        told = expected_rows()[file][row.row]
        assert sorted(problem.code for problem in row.problems) == sorted(told["issues"])
        assert row.ok == told["ok"]


@pytest.mark.parametrize("file", FILES)
def test_a_problem_shows_the_cell_as_it_was_handed_in(file: str) -> None:
    for issue in EXPECTED["files"][file]["issues"]:
        if issue["raw"] in (None, ""):
            continue
        problems = roster(file).row(issue["row"]).problems
        raw = next(problem.value for problem in problems if problem.code == issue["code"])
        assert (raw.isoformat() if isinstance(raw, datetime.date) else raw) == issue["raw"]


@pytest.mark.parametrize("file", FILES)
def test_what_was_put_right_is_noted_and_nothing_else(file: str) -> None:
    told = EXPECTED["files"][file]
    wanted = Counter((note["row"], note["field"], note["how"]) for note in told["normalise"])
    found = Counter(
        (row.row, note.field.value, note.how.value) for row in roster(file).rows for note in row.notes
    )
    assert found == wanted
    assert Counter(how for _, _, how in found) == told["normalise_counts"]


@pytest.mark.parametrize("file", FILES)
def test_the_rows_count_as_they_were_counted(file: str) -> None:
    told, got = EXPECTED["files"][file], roster(file)
    assert {
        "data_rows": len(got.rows),
        "rows_without_error": sum(row.ok for row in got.rows),
        "rows_fully_valid": sum(not row.problems for row in got.rows),
        "rows_fully_valid_and_not_a_repeat": sum(not row.problems and not row.repeat for row in got.rows),
        "rows_without_error_and_not_a_repeat": len(got.issuable),
        "rows_clean_as_written": sum(not row.problems and not row.notes for row in got.rows),
        "rows_with_error": len(got.rejected),
        "rows_with_warning_only": sum(row.ok and bool(row.problems) for row in got.rows),
    }.items() <= told.items()
    assert len(got.issuable) + len(got.rejected) + len(got.repeated) == told["data_rows"]


@pytest.mark.parametrize("file", FILES)
def test_a_person_who_stands_twice_is_found_with_what_differs(file: str) -> None:
    told = EXPECTED["files"][file]
    wanted = [
        (*pair["rows"], pair["kind"], pair["id_no"], pair["name"], pair["differs"])
        for pair in told["duplicates"]
    ]
    found = [
        (
            row.repeat.of_row,
            row.row,
            row.repeat.kind.value,
            row.values.id_no,
            row.values.name,
            list(row.repeat.differs),
        )
        for row in roster(file).rows
        if row.repeat is not None
    ]
    assert sorted(found) == sorted(wanted)
    for pair in told["duplicates"]:
        if "mobile" in pair["differs"]:
            assert [roster(file).row(row).values.phone for row in pair["rows"]] == pair["mobiles"]
    for pair in told["not_duplicates"]:
        assert [roster(file).row(row).repeat for row in pair["rows"]] == [None, None]
    marked = {row: told["repeat"] for row, told in expected_rows()[file].items()}
    assert {row.row: row.repeat is not None for row in roster(file).rows} == marked


def test_a_person_of_an_earlier_list_is_found_in_a_later_one() -> None:
    register: set[tuple[Book, str]] = set()
    found: dict[str, list[tuple[str, int]]] = {}
    first: dict[str, tuple[str, int]] = {}
    for file in FILES:
        category = EXPECTED["files"][file]["category"]
        again = read_roster(
            DATA / file, today=TODAY, book=Book(category) if category else Book.SUPPORT, known=register
        )
        for row in again.rows:
            if row.repeat is not None and row.repeat.of_row is None and row.values.id_no:
                found[row.values.id_no] = [first[row.values.id_no], (file, row.row)]
        for row in again.issuable:
            assert row.values.book is not None and row.values.id_no is not None
            register.add((row.values.book, row.values.id_no))
            first[row.values.id_no] = (file, row.row)
    wanted = {
        pair["id_no"]: [(at["file"], at["row"]) for at in pair["at"]]
        for pair in EXPECTED["cross_file_duplicates"]
    }
    assert found == wanted


def test_cells_that_look_like_formulas_stay_text() -> None:
    file = "property-support-gbk.csv"
    got = roster(file)
    for cell in EXPECTED["files"][file]["formula_like_cells"]:
        column = got.column_of(Field(cell["field"]))
        assert column is not None
        assert got.row(cell["row"]).cells[column.index] == cell["text"]


def test_rows_that_are_no_people_are_named() -> None:
    for file in FILES:
        got = roster(file)
        below = [row for row in EXPECTED["files"][file]["non_data_rows"] if row["row"] > got.header_row]
        footers = [row["row"] for row in below if row["what"].startswith("footer")]
        assert [row.row for row in got.skipped] == footers
