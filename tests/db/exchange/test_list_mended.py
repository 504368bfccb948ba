"""A list is mended in the preview, compared with the register, and what is rejected goes back to the unit."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from db.books.person import Book, Field, PersonValues, Problem
from db.errors import Fault
from db.exchange.rosters import RepeatKind, Roster, RosterRow, read_roster, recheck, write_rejected
from tests.db.exchange.made_lists import DATA, TODAY, make_xlsx, people

A, B, C, D = people(4)
DAY = datetime.date(2020, 3, 15)


def in_words(row: RosterRow) -> str:
    return "；".join(problem.code.value for problem in row.problems)


def hospital() -> Roster:
    return read_roster(DATA / "hospital-medical.xlsx", today=TODAY, book=Book.MEDICAL)


def faulty(tmp_path: Path) -> Roster:
    rows = [
        ["序号", "姓名", "身份证号", "手机", "有效期至"],
        [1, A.name, A.id_no, "1380000", DAY],
        [2, B.name, A.id_no, B.phone, "长期"],
        [3, C.name, C.id_no, C.phone, DAY],
    ]
    return read_roster(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}), today=TODAY, book=Book.SUPPORT)


def test_a_mended_cell_is_checked_and_the_rest_of_the_list_stays(tmp_path: Path) -> None:
    before = faulty(tmp_path)
    after = recheck(before, 2, {Field.PHONE: "13800000009"})
    assert after.row(2).problems == ()
    assert after.row(2).values.phone == "13800000009"
    assert after.row(2).cells == before.row(2).cells
    assert after.row(4) == before.row(4)
    assert recheck(before, 2, {Field.PHONE: "138"}).row(2).problems[0].code == Problem.MOBILE_LENGTH


def test_mending_one_row_can_make_another_a_repeat(tmp_path: Path) -> None:
    mended = recheck(recheck(faulty(tmp_path), 3, {Field.VALID_UNTIL: "3月15日"}), 2, {Field.PHONE: A.phone})
    assert [row.row for row in mended.issuable] == [2, 4]
    repeat = mended.row(3).repeat
    assert repeat is not None
    assert (repeat.of_row, repeat.kind, repeat.differs) == (2, RepeatKind.NEAR, (Field.NAME, Field.PHONE))
    other = recheck(mended, 3, {Field.ID_NO: B.id_no})
    assert [row.row for row in other.issuable] == [2, 3, 4]
    assert other.row(3).values.valid_until == DAY


def test_a_field_without_a_column_can_be_filled_in(tmp_path: Path) -> None:
    mended = recheck(faulty(tmp_path), 4, {Field.HOME: "泉韵佳苑1-2-301"})
    assert mended.row(4).values.home == "泉韵佳苑1-2-301"


def test_a_person_in_the_register_is_not_issued_again_and_told_with_what_differs(tmp_path: Path) -> None:
    held = {
        (Book.SUPPORT, C.id_no): PersonValues(
            name=C.name, phone="13900000000", unit="甲公司", valid_until=DAY
        ),
        (Book.MEDICAL, A.id_no): PersonValues(name=A.name),
    }
    rows = [
        ["姓名", "身份证号", "手机", "有效期至"],
        [C.name, C.id_no, C.phone, DAY],
        [A.name, A.id_no, A.phone, DAY],
    ]
    path = make_xlsx(tmp_path / "a.xlsx", {"名单": rows})
    got = read_roster(
        path, today=TODAY, book=Book.SUPPORT, known=lambda book, number: held.get((book, number))
    )
    repeat = got.row(2).repeat
    assert repeat is not None
    assert (repeat.of_row, repeat.kind, repeat.differs) == (None, RepeatKind.NEAR, (Field.PHONE,))
    assert [row.row for row in got.issuable] == [3]
    by_set = read_roster(path, today=TODAY, book=Book.SUPPORT, known={(Book.SUPPORT, C.id_no)})
    assert [row.row for row in by_set.repeated] == [2]


def test_rejected_rows_are_written_so_that_they_are_read_back_with_the_same_problems(tmp_path: Path) -> None:
    for file, book in (
        ("hospital-medical.xlsx", Book.MEDICAL),
        ("bureau-official.xls", Book.OFFICIAL),
        ("property-support-gbk.csv", Book.SUPPORT),
        ("et-like.ods", Book.SUPPORT),
    ):
        first = read_roster(DATA / file, today=TODAY, book=book)
        path = tmp_path / f"{file}.xlsx"
        write_rejected(path, first, first.rejected, in_words, problem_title="问题")
        again = read_roster(path, today=TODAY, book=book)
        assert [sorted(p.code for p in row.problems) for row in again.rows] == [
            sorted(p.code for p in row.problems) for row in first.rejected
        ]
        # No remark of a unit is lost, whatever it begins with.
        assert [row.values.remark for row in again.rows] == [row.values.remark for row in first.rejected]
        unread = [replace(row.values, remark=None) for row in again.rows]
        assert unread == [replace(row.values, remark=None) for row in first.rejected]


def test_every_cell_of_the_returned_list_is_text_and_nothing_runs(tmp_path: Path) -> None:
    listed = read_roster(DATA / "property-support-gbk.csv", today=TODAY, book=Book.SUPPORT)
    path = tmp_path / "退回.xlsx"
    write_rejected(path, listed, listed.rows, in_words, problem_title="问题")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["姓名", "电话", "公司", "车牌号", "备注", "身份证", "问题"]
    filled = [
        cell for line in sheet.iter_rows(min_row=2, max_col=6) for cell in line if cell.value is not None
    ]
    assert {cell.data_type for cell in filled} == {"s"}
    assert {cell.number_format for cell in filled} == {"@"}
    formulas = [cell for cell in filled if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(formulas) > 10
    assert all(cell.quotePrefix for cell in formulas)


def test_a_mended_row_goes_back_as_mended_and_a_merged_unit_in_each_row(tmp_path: Path) -> None:
    listed = read_roster(DATA / "bureau-official.xls", today=TODAY, book=Book.OFFICIAL)
    listed = recheck(listed, 119, {Field.PHONE: "123"})
    path = tmp_path / "a.xlsx"
    write_rejected(path, listed, [listed.row(119)], in_words, problem_title="问题")
    again = read_roster(path, today=TODAY, book=Book.OFFICIAL)
    assert again.rows[0].values.unit == "桂乡街道办事处"
    assert {problem.code: problem.value for problem in again.rows[0].problems} == {
        Problem.MOBILE_LENGTH: "123",
        Problem.DATE_IMPOSSIBLE: "2020/2/30",
    }


def test_a_row_is_found_by_its_number_in_the_spreadsheet() -> None:
    listed = hospital()
    assert listed.row(4).values.name == "周梦"
    with pytest.raises(KeyError):
        listed.row(3)


def test_a_folder_that_is_gone_is_the_machines_fault(tmp_path: Path) -> None:
    listed = hospital()
    with pytest.raises(Fault):
        write_rejected(tmp_path / "gone" / "a.xlsx", listed, listed.rejected, in_words, problem_title="问题")
