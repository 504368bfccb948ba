"""What was written on paper while the laptop was down, typed into a table."""

from __future__ import annotations

import datetime
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.books.pass_id import Book, PassId
from db.books.verdict import Direction
from db.errors import Refusal, RefusalCode
from db.exchange.paper_lines import PaperField, PaperLines, PaperProblem, read_paper_lines
from db.exchange.written_moments import read_moment, read_temperature
from tests.db.exchange.made_lists import make_text, make_xlsx

ZONE = timezone(timedelta(hours=8))
NOW = datetime.datetime(2020, 2, 12, 9, 0, tzinfo=ZONE)
DAY = datetime.date(2020, 2, 10)
HEADER = "time,direction,pass,name,temp,note\n"


def read(path: Path, day: datetime.date | None = None) -> PaperLines:
    return read_paper_lines(path, gate=312, now=NOW, zone=ZONE, day=day)


def at(hour: int, minute: int, second: int = 0, day: int = 10) -> datetime.datetime:
    return datetime.datetime(2020, 2, day, hour, minute, second, tzinfo=ZONE)


def test_lines_are_read_with_english_and_with_chinese_titles(tmp_path: Path) -> None:
    body = (
        "2020-02-10T07:31:05+08:00,out,M-0312-000123,周芳,36.5,\n"
        "2020-02-10 07:32,in,医-0312-000124,,365,补录\n"
        "2020-02-10 07:33,进,保7,,34.6,\n"
        "2020-02-10 07:34,出,,快递员,,送药\n"
    )
    for titles in (HEADER, "时间,进出,证号,姓名,体温,备注\n"):
        got = read(make_text(tmp_path / "a.csv", titles + body))
        assert got.rejected == ()
        assert [(line.row, line.time, line.direction, line.temp_tenths) for line in got.lines] == [
            (2, at(7, 31, 5), Direction.OUT, 365),
            (3, at(7, 32), Direction.IN, 365),
            (4, at(7, 33), Direction.IN, 346),
            (5, at(7, 34), Direction.OUT, None),
        ]
        assert [line.pass_id for line in got.lines] == [
            PassId(312, Book.MEDICAL, 123), PassId(312, Book.MEDICAL, 124), PassId(312, Book.SUPPORT, 7), None
        ]  # fmt: skip
        assert [(line.name, line.note) for line in got.lines] == [
            ("周芳", None), (None, "补录"), (None, None), ("快递员", "送药")
        ]  # fmt: skip


def test_a_workbook_serves_as_well_with_real_times_and_numbers(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["停电登记表"],
        ["日期", "时间", "证号", "姓名", "进出", "体温"],
        [DAY, datetime.time(7, 31), "M1", "", "进", 36.5],
        ["2月11日", "8:05", "医-0312-000002", "王芳", "外出", 366],
        ["", datetime.datetime(2020, 2, 11, 9, 30), "", "送货员", "in", ""],
        ["值守人：某某"],
    ]
    got = read(make_xlsx(tmp_path / "a.xlsx", {"表": rows}))
    assert got.header_row == 2
    assert [(line.time, line.temp_tenths) for line in got.good] == [
        (at(7, 31), 365),
        (at(8, 5, day=11), 366),
        (at(9, 30, day=11), None),
    ]
    assert got.skipped == (6,)


def test_a_row_that_cannot_be_understood_says_where_and_why(tmp_path: Path) -> None:
    body = (
        ",进,医1,,36.5,\n"
        "昨天,进,医1,,36.5,\n"
        "07:31,进,医1,,36.5,\n"
        "2020-02-12 09:05,进,医1,,36.5,\n"
        "2020-02-10 07:31,,医1,,36.5,\n"
        "2020-02-10 07:31,绕,医1,,36.5,\n"
        "2020-02-10 07:31,进,X-1,,36.5,\n"
        "2020-02-10 07:31,进,,,36.5,\n"
        "2020-02-10 07:31,进,医1,,高,\n"
        "2020-02-10 07:31,进,,=1+1,36.5,\n"
        f"2020-02-10 07:31,进,医1,,36.5,{'长' * 501}\n"
    )
    got = read(make_text(tmp_path / "a.csv", HEADER + body))
    assert got.good == ()
    assert [(line.row, line.problems[0].field, line.problems[0].code) for line in got.rejected] == [
        (2, PaperField.TIME, PaperProblem.TIME_MISSING),
        (3, PaperField.TIME, PaperProblem.TIME_NOT_A_TIME),
        (4, PaperField.TIME, PaperProblem.TIME_WITHOUT_DAY),
        (5, PaperField.TIME, PaperProblem.TIME_IN_FUTURE),
        (6, PaperField.DIRECTION, PaperProblem.DIRECTION_MISSING),
        (7, PaperField.DIRECTION, PaperProblem.DIRECTION_UNKNOWN),
        (8, PaperField.PASS, PaperProblem.PASS_NOT_A_NUMBER),
        (9, PaperField.NAME, PaperProblem.NOBODY),
        (10, PaperField.TEMPERATURE, PaperProblem.TEMP_NOT_A_NUMBER),
        (11, PaperField.NAME, PaperProblem.NAME_NOT_A_NAME),
        (12, PaperField.NOTE, PaperProblem.CELL_TOO_LONG),
    ]
    assert all(len(line.problems) == 1 for line in got.rejected)
    assert got.rejected[5].problems[0].value == "绕"


def test_a_clock_alone_is_of_the_day_that_is_given(tmp_path: Path) -> None:
    got = read(make_text(tmp_path / "a.csv", HEADER + "07:31,进,医1,,36.5,\n"), day=DAY)
    assert got.good[0].time == at(7, 31)


def test_a_table_without_times_is_no_paper_list(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        read(make_text(tmp_path / "a.csv", "姓名,身份证号\n王芳,1\n"))
    assert caught.value.code == RefusalCode.LIST_WITHOUT_HEADER
    assert "time" in str(caught.value.params["missing"])


@pytest.mark.parametrize(
    "written",
    [
        "2020-02-10T07:31:00+08:00",
        "2020-02-09T23:31:00Z",
        "2020-02-10 07:31",
        "2020/2/10 7:31",
        "2020.2.10 7:31",
        "2020年2月10日 7时31分",
        "2020年2月10日7点31分",
        "2月10日 上午7:31",
        "2/10 07:31",
        "２０２０－０２－１０　０７：３１",
        datetime.datetime(2020, 2, 10, 7, 31),
    ],
)
def test_a_moment_is_understood_as_people_write_it(written: str | datetime.datetime) -> None:
    assert read_moment(written, None, ZONE, NOW) == at(7, 31)


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [
        ("7:31", 7, 31),
        ("0731", 7, 31),
        ("7点", 7, 0),
        ("下午5点半", 17, 30),
        ("5:30 PM", 17, 30),
        ("12:05am", 0, 5),
    ],
)
def test_a_clock_is_understood_as_people_write_it(written: str, hour: int, minute: int) -> None:
    assert read_moment(written, DAY, ZONE, NOW) == at(hour, minute)


def test_a_day_without_a_year_is_the_latest_that_is_past() -> None:
    assert read_moment("12月31日 23:59", None, ZONE, NOW) == datetime.datetime(
        2019, 12, 31, 23, 59, tzinfo=ZONE
    )


@pytest.mark.parametrize(
    "written", ["25:00", "7:61", "2020-02-30 07:31", "2020-02-10", "7", "abc", 0.3, True, None]
)
def test_what_is_no_moment_is_none(written: str | float | None) -> None:
    assert read_moment(written, DAY, ZONE, NOW) is None


@pytest.mark.parametrize(
    ("written", "tenths"),
    [
        ("36.5", 365),
        ("365", 365),
        (36.5, 365),
        (365, 365),
        (365.0, 365),
        ("36。5", 365),
        ("36.5℃", 365),
        ("３６．５", 365),
        ("36度5", 365),
        ("36", 360),
        ("34.6", 346),
        ("29.9", 299),
        ("43.1", 431),
        ("36.55", 366),
        ("3650", None),
        ("高", None),
        ("5", None),
        ("", None),
        (True, None),
    ],
)
def test_a_temperature_is_recorded_as_typed_plausible_or_not(
    written: str | float, tenths: int | None
) -> None:
    assert read_temperature(written) == tenths


@given(st.integers(100, 999))
def test_every_temperature_reads_the_same_with_and_without_its_point(tenths: int) -> None:
    whole = f"{tenths // 10}.{tenths % 10}"
    assert (
        read_temperature(whole) == read_temperature(str(tenths)) == read_temperature(float(whole)) == tenths
    )


@given(st.text(max_size=40))
def test_any_text_is_a_moment_a_temperature_or_none(text: str) -> None:
    moment = read_moment(text, DAY, ZONE, NOW)
    assert moment is None or moment.tzinfo is not None
    tenths = read_temperature(text)
    assert tenths is None or 100 <= tenths <= 999
