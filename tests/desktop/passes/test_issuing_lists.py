"""The five lists, issued through the operations that the window and the command line share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from openpyxl import load_workbook

from db.books.pass_id import Book, Scope
from db.books.passes import get_passes
from db.books.person import Field
from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.register import Register
from db.trust.access import Access
from db.trust.roles import Role
from desktop.operations import passes, rosters
from desktop.problems import problem_words
from desktop.tasks import Progress
from tests.registers import FakeClock, new_register

T = TypeVar("T")
LISTS = Path(__file__).parents[2] / "data" / "rosters"
EXPECTED: dict[str, Any] = json.loads((LISTS / "EXPECTED.json").read_text("utf-8"))
BOOKS = {"official": Book.OFFICIAL, "medical": Book.MEDICAL, "support": Book.SUPPORT, None: None}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    clock = FakeClock()
    clock.at("2020-02-12 09:00")
    with new_register(tmp_path, clock) as opened:
        yield opened


def read(register: Register, name: str) -> rosters.Roster:
    return rosters.read_list(register, LISTS / name, rosters.Said(BOOKS[EXPECTED["files"][name]["category"]]))


def held_values(row: dict[str, Any]) -> dict[str, Any]:
    return {field: row["values"].get(field) or "" for field in ("name", "id_no", "post", "remark")}


@pytest.mark.parametrize("name", sorted(EXPECTED["files"]))
def test_all_rows_without_error_that_are_no_repeat_are_issued(register: Register, name: str) -> None:
    roster = read(register, name)
    issued = rosters.issue_list(register, roster).value
    assert len(issued.numbers) == EXPECTED["files"][name]["rows_without_error_and_not_a_repeat"]
    assert (issued.repeats, issued.refused, issued.stopped) == ((), (), None)
    assert len(roster.rejected) == EXPECTED["files"][name]["rows_with_error"]


@pytest.mark.parametrize("name", sorted(EXPECTED["files"]))
def test_each_pass_holds_the_values_of_its_row(register: Register, name: str) -> None:
    lines = (LISTS / "EXPECTED-rows.jsonl").read_text("utf-8").splitlines()
    expected = {row["row"]: row for row in map(json.loads, lines) if row["file"] == name}
    issued = rosters.issue_list(register, read(register, name)).value
    with register.reading() as connection:
        found = get_passes(connection, issued.ids)
    for number, id in issued.numbers:
        holder = found[id].holder
        given = {"name": holder.name, "id_no": holder.id_no, "post": holder.post, "remark": holder.remark}
        assert given == held_values(expected[number])
        last = expected[number]["values"].get("valid_to")
        assert holder.valid_until.isoformat() == (last or "2020-03-13"), "30 days where the list names none"
        assert holder.checked == f"list · 李秀兰 · 2020-02-12 · {name}"


def test_numbers_follow_the_rows_without_gaps(register: Register) -> None:
    issued = rosters.issue_list(register, read(register, "bureau-official.xls")).value
    assert [id.number for id in issued.ids] == list(range(1, 117))
    assert [row for row, _ in issued.numbers] == sorted(row for row, _ in issued.numbers)


def test_people_of_another_list_are_repeats_where_they_are_in_the_same_book(register: Register) -> None:
    """Two people stand in both lists of the support book."""
    rosters.issue_list(register, read(register, "property-support-gbk.csv"))
    again = read(register, "support-utf8-bom.csv")
    here = [row for row in again.rows if row.repeat is not None and row.repeat.of_row is None]
    assert sorted(row.row for row in here) == [16, 22]
    issued = rosters.issue_list(register, again).value
    alone = EXPECTED["files"]["support-utf8-bom.csv"]["rows_without_error_and_not_a_repeat"]
    assert len(issued.numbers) == alone - 2


def test_issuing_the_same_list_twice_issues_nobody_twice(register: Register) -> None:
    roster = read(register, "support-utf8-bom.csv")
    first = rosters.issue_list(register, roster).value
    second = rosters.issue_list(register, roster).value
    assert second.numbers == ()
    assert list(second.repeats) == [row for row, _ in first.numbers]


def test_a_mended_row_is_issued_and_a_row_left_out_is_not(register: Register) -> None:
    roster = read(register, "support-utf8-bom.csv")
    mended = rosters.mend(register, roster, 3, {Field.VALID_UNTIL: "2020-03-01"})
    assert mended.row(3).ok and not roster.row(3).ok
    chosen = [row for row in mended.issuable if row.row != 2]
    issued = rosters.issue_list(register, mended, chosen).value
    assert 3 in dict(issued.numbers) and 2 not in dict(issued.numbers)


def test_a_list_without_category_can_be_put_into_another_book_and_given_another_last_day(
    register: Register,
) -> None:
    roster = read(register, "property-support-gbk.csv")
    until = register.clock.today().replace(month=4)
    moved = rosters.put_into(register, roster, Book.MEDICAL, until)
    issued = rosters.issue_list(register, moved, moved.issuable[:1]).value
    with register.reading() as connection:
        (one,) = get_passes(connection, issued.ids).values()
    assert (one.id.book, one.holder.valid_until) == (Book.MEDICAL, until)


def test_a_list_for_the_district_gets_signed_codes(register: Register) -> None:
    roster = read(register, "support-utf8-bom.csv")
    issued = rosters.issue_list(register, roster, roster.issuable[:3], Scope.DISTRICT).value
    with register.reading() as connection:
        assert {one.holder.scope for one in get_passes(connection, issued.ids).values()} == {Scope.DISTRICT}


class CancelAfter(Progress):
    """Is cancelled once a part has been written."""

    def report(self, done: int, total: int) -> None:
        if done >= rosters.ROWS_AT_ONCE:
            self.cancel()
        super().report(done, total)


def test_a_cancel_in_the_middle_leaves_what_was_issued_issued_and_tells_it(register: Register) -> None:
    roster = read(register, "hospital-medical.xlsx")
    issued = rosters.issue_list(register, roster, progress=CancelAfter()).value
    assert issued.stopped is not None and issued.stopped.code is RefusalCode.CANCELLED
    assert len(issued.numbers) == rosters.ROWS_AT_ONCE
    assert passes.sizes(register)[Book.MEDICAL] == rosters.ROWS_AT_ONCE
    rest = rosters.issue_list(register, read(register, "hospital-medical.xlsx")).value
    whole = EXPECTED["files"]["hospital-medical.xlsx"]["rows_without_error_and_not_a_repeat"]
    assert len(rest.numbers) == whole - rosters.ROWS_AT_ONCE
    assert rest.ids[0].number == rosters.ROWS_AT_ONCE + 1


def test_a_disk_that_fills_up_in_the_middle_leaves_whole_hundreds(register: Register) -> None:
    written: list[bool] = []

    def write(work: Callable[[], T]) -> T:
        if written:
            raise Fault(FaultCode.DISK_FULL)
        written.append(True)
        return work()

    roster = read(register, "hospital-medical.xlsx")
    issued = rosters.issue_list(register, roster, write=write).value
    assert issued.stopped is not None and issued.stopped.code is FaultCode.DISK_FULL
    assert len(issued.numbers) == passes.sizes(register)[Book.MEDICAL] == rosters.ROWS_AT_ONCE


def test_a_volunteer_issues_no_list(register: Register) -> None:
    roster = read(register, "support-utf8-bom.csv")
    register.access = Access(312, "op-2", "王芳", Role.VOLUNTEER)
    with pytest.raises(Denied):
        rosters.issue_list(register, roster)
    assert passes.sizes(register)[Book.SUPPORT] == 0


def test_rejected_rows_are_handed_back_with_their_problems_and_can_be_read_again(
    register: Register, tmp_path: Path
) -> None:
    roster = read(register, "support-utf8-bom.csv")
    back = tmp_path / "back.xlsx"
    rosters.hand_back(
        back,
        roster,
        roster.rejected,
        lambda row: "; ".join(problem_words(problem.code) for problem in row.errors),
        "Problem",
    )
    sheet = load_workbook(back).active
    assert sheet is not None
    table = list(sheet.iter_rows(values_only=True))
    assert table[0][-1] == "Problem"
    assert len(table) - 1 == EXPECTED["files"]["support-utf8-bom.csv"]["rows_with_error"]
    assert all(line[-1] for line in table[1:])
    again = rosters.read_list(register, back, rosters.Said(Book.SUPPORT))
    assert len(again.rejected) == len(roster.rejected)


@pytest.mark.parametrize("name", sorted(EXPECTED["bad"]))
def test_a_bad_file_is_refused_or_read_and_issues_nobody(register: Register, name: str) -> None:
    if name == "50k-rows.xlsx" or not (LISTS / "bad" / name).exists():
        return
    try:
        roster = rosters.read_list(register, LISTS / "bad" / name, rosters.Said(Book.SUPPORT))
    except Refusal:
        roster = None
    if EXPECTED["bad"][name]["expect"].startswith("refuse:"):
        assert roster is None
    assert passes.sizes(register)[Book.SUPPORT] == 0
