"""Lists of other offices: other words, other places of the header, other encodings, other ways to write a value."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from db.books.person import Book, Field, IdType, Note, Problem
from db.errors import Refusal, RefusalCode
from db.exchange.rosters import Roster, SkipReason, read_roster
from tests.db.exchange.made_lists import (
    TODAY,
    Someone,
    id_number,
    make_ods,
    make_text,
    make_xlsx,
    ods_row,
    people,
)

DAY = datetime.date(2020, 3, 15)
A, B, C, D = people(4)


def read(path: Path, book: Book = Book.SUPPORT) -> Roster:
    return read_roster(path, today=TODAY, book=book)


def line(person: Someone, *more: object) -> list[object]:
    return [person.name, person.id_no, person.phone, *more]


def understood(roster: Roster) -> dict[str, Field | None]:
    return {column.title: column.field for column in roster.columns}


def test_other_peoples_columns_do_not_take_the_persons_place(tmp_path: Path) -> None:
    titles = ["紧急联系人", "紧急联系人电话", "姓名", "身份证号", "身份证有效期至", "手机号", "有效期至"]
    row = ["某人", "13900000009", A.name, A.id_no, "2030-01-01", A.phone, DAY]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"Sheet1": [titles, row]}))
    person = got.rows[0].values
    assert (person.name, person.phone, person.valid_until) == (A.name, A.phone, DAY)
    assert got.rows[0].problems == ()


@pytest.mark.parametrize("depth", [1, 2, 5, 15])
def test_the_header_is_found_below_titles_and_notes(depth: int, tmp_path: Path) -> None:
    note: list[object] = ["说明", "第一条"]
    above = [["通行证申领名单（姓名、身份证号必填）"], *[note] * (depth - 2)]
    rows = [*above[: depth - 1], ["姓名", "身份证号", "联系电话", "单位"], line(A, "甲"), line(B, "乙")]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert got.header_row == depth
    assert [(row.row, row.data_row) for row in got.rows] == [(depth + 1, 1), (depth + 2, 2)]


def test_a_sheet_that_does_not_begin_in_its_first_cell_keeps_its_numbers(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号", "联系电话"], line(A)]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}, first_row=6, first_column=3))
    assert (got.header_row, got.rows[0].row, got.rows[0].values.name) == (7, 8, A.name)


def test_a_header_of_two_rows_is_read_as_one(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["人员名单", "", "", "", "", "", ""],
        ["序号", "姓名", "证件", "", "联系方式", "有效期", ""],
        ["", "", "类型", "号码", "", "起", "止"],
        [1, A.name, "身份证", A.id_no, A.phone, datetime.date(2020, 2, 13), DAY],
        [2, B.name, "护照", "E12345678", B.phone, datetime.date(2020, 2, 13), DAY],
    ]
    merges = ["A1:G1", "C2:D2", "F2:G2", "A2:A3", "B2:B3", "E2:E3"]
    for path in (
        make_xlsx(tmp_path / "a.xlsx", {"名单": rows}, merges=merges),
        make_text(tmp_path / "a.csv", "\n".join(",".join(map(str, row)) for row in rows)),
    ):
        got = read(path)
        assert got.header_row == 2
        assert [(row.row, row.problems) for row in got.rows] == [(4, ()), (5, ())]
        assert [row.values.id_type for row in got.rows] == [IdType.ID_CARD, IdType.PASSPORT]
        assert [row.values.id_no for row in got.rows] == [A.id_no, "E12345678"]
        assert got.rows[0].values.valid_from == datetime.date(2020, 2, 13)
        assert got.rows[0].values.valid_until == DAY


def test_the_first_sheet_with_people_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    titles = ["姓名", "身份证号", "联系电话"]
    sheets: dict[str, list[list[object]]] = {
        "封面": [["保障人员名单"], ["填报单位：某公司"]],
        "填写示例": [list(titles), line(D)],
        "旧名单": [list(titles), line(C)],
        "第一批": [list(titles), line(A)],
        "第二批": [list(titles), line(B)],
        "空表": [list(titles)],
    }
    path = make_xlsx(tmp_path / "a.xlsx", sheets, hidden=["旧名单"])
    got = read(path)
    assert (got.sheet, got.other_lists) == ("第一批", ("第二批",))
    assert [row.values.name for row in got.rows] == [A.name]
    second = read_roster(path, today=TODAY, book=Book.SUPPORT, sheet="第二批")
    assert [row.values.name for row in second.rows] == [B.name]


def test_hidden_columns_are_read(tmp_path: Path) -> None:
    path = make_xlsx(
        tmp_path / "a.xlsx", {"名单": [["姓名", "身份证号", "联系电话"], line(A)]}, hidden_columns="B:B"
    )
    assert read(path).rows[0].values.id_no == A.id_no


@pytest.mark.parametrize(
    "written",
    [
        DAY,
        datetime.datetime(2020, 3, 15),
        "2020-03-15",
        "2020-3-15",
        "2020.3.15",
        "2020.03.15",
        "2020/3/15",
        "2020/03/15",
        "2020年3月15日",
        "2020年03月15日",
        "2020年3月15号",
        "3月15日",
        "２０２０年３月１５日",
        "20200315",
        20200315,
        "至2020年3月15日",
        "2020-03-15 00:00:00",
        "2020年3月15日止",
        " 2020-03-15 ",
        "2020.2.12-2020.3.15",
        "2020年2月12日至2020年3月15日",
    ],
)
def test_a_date_is_understood_in_every_style(written: object, tmp_path: Path) -> None:
    got = read(
        make_xlsx(tmp_path / "a.xlsx", {"名单": [["姓名", "身份证号", "手机", "有效期至"], line(A, written)]})
    )
    assert got.rows[0].values.valid_until == DAY
    assert got.rows[0].problems == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (43905, Problem.DATE_SERIAL),
        ("43905", Problem.DATE_SERIAL),
        ("2020-02-30", Problem.DATE_IMPOSSIBLE),
        ("2月30日", Problem.DATE_IMPOSSIBLE),
        ("长期", Problem.DATE_NOT_A_DATE),
        ("一个月", Problem.DATE_NOT_A_DATE),
        (12, Problem.DATE_NOT_A_DATE),
        ("2020-02-11", Problem.DATE_PAST),
        ("2019年3月15日", Problem.DATE_PAST),
        ("2021-02-13", Problem.DATE_FAR),
        ("2202-03-15", Problem.DATE_FAR),
        ("", Problem.DATE_MISSING),
        ("无", Problem.DATE_MISSING),
    ],
)
def test_a_date_that_is_none_is_named(written: object, code: Problem, tmp_path: Path) -> None:
    got = read(
        make_xlsx(tmp_path / "a.xlsx", {"名单": [["姓名", "身份证号", "手机", "有效期至"], line(A, written)]})
    )
    assert [problem.code for problem in got.rows[0].problems] == [code]


def test_the_last_day_may_be_today_and_a_year_from_today(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号", "手机", "有效期至"], line(A, TODAY), line(B, datetime.date(2021, 2, 12))]
    assert [row.problems for row in read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows})).rows] == [(), ()]


def test_numbers_with_spaces_and_documents_that_are_no_identity_card(tmp_path: Path) -> None:
    rows = [
        ["姓名", "证件号码", "手机"],
        [A.name, f"{A.id_no[:6]} {A.id_no[6:14]} {A.id_no[14:]}", "138 0000 0001"],
        ["Mary Jane Testerson", "E12345678", "13800000002"],
        ["陈大文", "H12345678", "+86-138-0000-0003"],
        ["John Smith", "ea1234567", "0086 138 0000 0004"],
    ]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert [(row.values.id_type, row.values.id_no) for row in got.rows] == [
        (IdType.ID_CARD, A.id_no),
        (IdType.PASSPORT, "E12345678"),
        (IdType.OTHER, "H12345678"),
        (IdType.PASSPORT, "EA1234567"),
    ]
    assert [row.values.phone for row in got.rows] == [f"1380000000{n}" for n in range(1, 5)]
    assert all(row.ok for row in got.rows)
    assert Note.ID_TYPE_GUESSED in {note.how for note in got.rows[1].notes}


def test_a_number_cell_of_eighteen_digits_is_refused_even_where_its_rest_checks(tmp_path: Path) -> None:
    whole = next(number for number in range(1, 5000) if id_number(number).endswith("000"))
    number = id_number(whole)
    rows = [["姓名", "身份证号", "手机"], [A.name, int(number), A.phone], [B.name, number, B.phone]]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert [[problem.code for problem in row.problems] for row in got.rows] == [
        [Problem.ID_PRECISION_LOST],
        [],
    ]


def test_a_category_column_overrides_the_book_and_an_unknown_word_is_an_error(tmp_path: Path) -> None:
    words = ["医务人员", "公务", " 保 障 人员", "志愿者", "", "medical"]
    rows = [
        ["人员类别", "姓名", "身份证号", "手机"],
        *([word, *line(p)] for word, p in zip(words, people(6), strict=True)),
    ]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}), Book.SUPPORT)
    assert [row.values.book for row in got.rows] == [
        Book.MEDICAL, Book.OFFICIAL, Book.SUPPORT, None, None, Book.MEDICAL
    ]  # fmt: skip
    assert [row.ok for row in got.rows] == [True, True, True, False, False, True]
    assert {problem.code for row in got.rejected for problem in row.problems} == {Problem.CATEGORY_UNKNOWN}


def test_one_person_in_two_books_is_no_repeat(tmp_path: Path) -> None:
    rows = [
        ["类别", "姓名", "身份证号", "手机"],
        ["医务人员", *line(A)],
        ["保障人员", *line(A)],
        ["医务", *line(A)],
    ]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert [row.repeat.of_row if row.repeat else None for row in got.rows] == [None, None, 2]


def test_a_row_that_is_rejected_does_not_keep_the_persons_good_row_out(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号", "手机"], [A.name, A.id_no, "123"], line(A), line(A)]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert [row.row for row in got.issuable] == [3]
    assert [row.row for row in got.rejected] == [2]
    assert [(row.row, row.repeat.of_row) for row in got.repeated if row.repeat] == [(4, 3)]


def test_a_home_in_several_columns_is_put_together(tmp_path: Path) -> None:
    rows = [
        ["姓名", "身份证号", "手机", "小区", "楼栋", "单元", "房号"],
        line(A, "泉韵佳苑", 23, 3, 202),
        line(B, "泉韵佳苑", "5栋", "1单元", "301室"),
        line(C, "泉韵佳苑", "7", "", "302"),
        line(D, "", "", "", ""),
    ]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert [row.values.home for row in got.rows] == [
        "泉韵佳苑23-3-202",
        "泉韵佳苑5栋1单元301室",
        "泉韵佳苑7-302",
        None,
    ]
    assert [problem.code for problem in got.rows[3].problems] == [Problem.ADDRESS_MISSING]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_merged_unit_stands_for_all_of_its_rows(kind: str, tmp_path: Path) -> None:
    units = ["甲公司", "", "", "乙公司"]
    lines: list[list[object]] = [
        ["姓名", "身份证号", "手机", "单位"],
        *(line(p, unit) for p, unit in zip((A, B, C, D), units, strict=True)),
    ]
    if kind == "xlsx":
        path = make_xlsx(tmp_path / "a.xlsx", {"名单": lines}, merges=["D2:D4"])
    else:
        body = [[str(cell) for cell in row] for row in lines]
        body[1][3] = 'table:number-rows-spanned="3" table:number-columns-spanned="1"|甲公司'
        path = make_ods(tmp_path / "a.ods", "".join(ods_row(*row) for row in body))
    got = read(path)
    assert [row.values.unit for row in got.rows] == ["甲公司", "甲公司", "甲公司", "乙公司"]
    merged = [[note.field for note in row.notes if note.how is Note.MERGED_FILL] for row in got.rows]
    assert merged == [[], [Field.UNIT], [Field.UNIT], []]


def test_rows_that_are_no_people_are_left_out_and_told(tmp_path: Path) -> None:
    titles = ["序号", "姓名", "身份证号", "手机", "单位"]
    rows = [
        titles,
        ["示例", "张三", "420199198001010000", "13800000000", "某公司"],
        [1, *line(A, "甲")],
        ["一、夜班", "", "", "", ""],
        titles,
        [2, *line(B, "甲")],
        [3, "", "", "", "甲"],
        ["合计", "2人", "", "", ""],
        ["", "制表人：某某", "", "审核人：某某", ""],
    ]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": rows}))
    assert [row.row for row in got.rows] == [3, 6]
    assert [(row.row, row.reason) for row in got.skipped] == [
        (2, SkipReason.EXAMPLE),
        (4, SkipReason.NO_PERSON),
        (5, SkipReason.HEADER_AGAIN),
        (7, SkipReason.NO_PERSON),
        (8, SkipReason.NO_PERSON),
        (9, SkipReason.NO_PERSON),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_text_is_read_in_its_encoding_and_with_its_delimiter(
    encoding: str, delimiter: str, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["姓名", "身份证号", "手机", "单位"],
        line(A, "甲公司"),
        line(B, "乙公司"),
        line(C, "甲公司"),
    ]
    text = "\r\n".join(delimiter.join(map(str, row)) for row in rows)
    got = read(make_text(tmp_path / "a.csv", text, encoding))
    assert [row.values.name for row in got.rows] == [A.name, B.name, C.name]
    assert [row.values.unit for row in got.rows] == ["甲公司", "乙公司", "甲公司"]
    assert all(row.problems == () for row in got.rows)


def test_a_file_is_what_its_first_bytes_say_not_its_ending(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", {"名单": [["姓名", "身份证号", "手机"], line(A)]})
    renamed = path.rename(tmp_path / "a.csv")
    assert len(read(renamed).rows) == 1


def test_a_few_broken_characters_cost_their_row_and_not_the_list(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    good = f"姓名,身份证号,手机\n{A.name},{A.id_no},{A.phone}\n".encode("gb18030")
    path.write_bytes(good + f"王,{B.id_no},{B.phone}\n".encode("gb18030").replace(b",", b"\xff\xff,", 1))
    got = read(path)
    assert [row.ok for row in got.rows] == [True, False]
    assert [problem.code for problem in got.rows[1].problems] == [Problem.NAME_NOT_A_NAME]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rows_below(tmp_path: Path) -> None:
    text = f'姓名,身份证号,手机,备注\n{A.name},{A.id_no},{A.phone},"红\n{B.name},{B.id_no},{B.phone},\n'
    got = read(make_text(tmp_path / "a.csv", text))
    assert [(row.row, row.values.name) for row in got.rows] == [(2, A.name), (3, B.name)]
    assert got.rows[0].values.remark == '"红'


def test_short_and_long_records_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    text = f"姓名,身份证号,手机,单位\n{A.name},{A.id_no}\n{B.name},{B.id_no},{B.phone},甲,多,余\n"
    got = read(make_text(tmp_path / "a.csv", text))
    assert [problem.code for problem in got.rows[0].problems] == [Problem.MOBILE_MISSING]
    assert got.rows[1].problems == ()
    assert got.rows[1].cells[4:] == ("多", "余")


def test_a_list_without_phones_is_issued_with_a_warning(tmp_path: Path) -> None:
    got = read(make_xlsx(tmp_path / "a.xlsx", {"名单": [["姓名", "身份证号"], [A.name, A.id_no]]}))
    assert [row.row for row in got.issuable] == [2]
    assert [problem.code for problem in got.rows[0].warnings] == [Problem.MOBILE_MISSING]


def test_a_person_can_say_what_the_columns_mean(tmp_path: Path) -> None:
    rows = [["甲", "乙", "丙"], [A.id_no, A.name, A.phone]]
    path = make_xlsx(tmp_path / "a.xlsx", {"名单": rows})
    with pytest.raises(Refusal) as caught:
        read(path)
    assert caught.value.code == RefusalCode.LIST_WITHOUT_HEADER
    assert caught.value.params["header"] == ("甲", "乙", "丙")
    mapping = {0: Field.ID_NO, 1: Field.NAME, 2: Field.PHONE}
    header_row = caught.value.params["header_row"]
    assert isinstance(header_row, int)
    got = read_roster(path, today=TODAY, book=Book.SUPPORT, header_row=header_row, mapping=mapping)
    assert [(row.row, row.values.name, row.problems) for row in got.rows] == [(2, A.name, ())]
    assert understood(got) == {"甲": Field.ID_NO, "乙": Field.NAME, "丙": Field.PHONE}


def test_a_list_without_any_titles_can_be_mapped(tmp_path: Path) -> None:
    path = make_text(tmp_path / "a.csv", f"{A.name},{A.id_no},{A.phone}\n{B.name},{B.id_no},{B.phone}\n")
    mapping = {0: Field.NAME, 1: Field.ID_NO, 2: Field.PHONE}
    got = read_roster(path, today=TODAY, book=Book.SUPPORT, header_row=0, mapping=mapping)
    assert [(row.row, row.data_row) for row in got.rows] == [(1, 1), (2, 2)]


def test_a_start_after_the_default_end_is_an_error(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号", "手机", "起始日期"], line(A, datetime.date(2020, 3, 20)), line(B, TODAY)]
    path = make_xlsx(tmp_path / "a.xlsx", {"名单": rows})
    got = read_roster(path, today=TODAY, book=Book.SUPPORT, default_valid_until=DAY)
    assert [[problem.code for problem in row.problems] for row in got.rows] == [[Problem.DATE_ORDER], []]
