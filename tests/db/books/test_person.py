"""The value rules of one person."""

from __future__ import annotations

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from db.books.home import read_home
from db.books.person import (
    Book,
    Field,
    IdType,
    Note,
    Problem,
    Severity,
    Sex,
    check_book,
    check_date,
    check_home,
    check_id_no,
    check_person,
    check_phone,
    check_plate,
    check_sex,
)

TODAY = datetime.date(2020, 2, 12)
VALID = "11010519491231002X"
"""The example of GB 11643-1999."""

_BORN = st.dates(datetime.date(1900, 1, 1), datetime.date(2020, 2, 12))
_REGIONS = st.integers(110000, 659999)


@st.composite
def id_numbers(draw: st.DrawFn) -> str:
    body = f"{draw(_REGIONS)}{draw(_BORN):%Y%m%d}{draw(st.integers(0, 999)):03}"
    return body + ric.calc_check_digit(body + "0")


# Identity numbers


def test_the_standards_own_example_is_accepted_as_typed_in_every_way() -> None:
    spaced = "110105 19491231 002X"
    wide = "１１０１０５１９４９１２３１００２Ｘ"
    marked = (f" {VALID} ", f'="{VALID}"', f"'{VALID}", f"\u200b{VALID}\ufeff")
    for typed in (VALID, VALID.lower(), spaced, spaced.replace(" ", "-"), wide, *marked):
        assert check_id_no(typed).value == (IdType.ID_CARD, VALID), typed


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (None, Problem.ID_MISSING),
        ("  \u3000", Problem.ID_MISSING),
        ("无", Problem.ID_MISSING),
        ("110105491231002", Problem.ID_LENGTH),
        ("11010519491231002", Problem.ID_LENGTH),
        ("11010519491231O02X", Problem.ID_BAD_CHAR),
        ("X1010519491231002X", Problem.ID_BAD_CHAR),
        ("110105194912310021", Problem.ID_CHECK_DIGIT),
        (1.10105194912310e17, Problem.ID_PRECISION_LOST),
        (110105194912310016, Problem.ID_PRECISION_LOST),
        ("1.10105E+17", Problem.ID_PRECISION_LOST),
        ("１.１０１０５e17", Problem.ID_PRECISION_LOST),
        (datetime.date(2020, 1, 1), Problem.ID_BAD_CHAR),
    ],
)
def test_a_number_that_is_none_is_named(typed: object, problem: Problem) -> None:
    assert check_id_no(typed).problems == (problem,)  # type: ignore[arg-type]
    assert check_id_no(typed).value is None  # type: ignore[arg-type]


def test_a_birth_date_that_does_not_exist_or_is_to_come_is_refused() -> None:
    for birth in ("19790231", "18991231", "20200213"):
        body = f"420199{birth}438"
        assert check_id_no(body + ric.calc_check_digit(body + "0"), today=TODAY).problems == (
            Problem.ID_BIRTH_DATE,
        )


@given(id_numbers())
def test_every_well_made_number_is_accepted_whatever_its_region(number: str) -> None:
    assert check_id_no(number, today=TODAY).value == (IdType.ID_CARD, number)


@given(id_numbers(), st.integers(0, 17), st.sampled_from(string.digits))
def test_no_number_with_one_digit_changed_is_accepted(number: str, place: int, digit: str) -> None:
    changed = number[:place] + digit + number[place + 1 :]
    if changed != number:
        assert check_id_no(changed).value is None


@given(id_numbers(), st.integers(0, 15))
def test_no_number_with_two_neighbours_swapped_is_accepted(number: str, place: int) -> None:
    changed = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if changed != number:
        assert check_id_no(changed).value is None


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("E12345678", IdType.PASSPORT),
        ("ea1234567", IdType.PASSPORT),
        ("H1234567890", IdType.OTHER),
        ("M12345678", IdType.OTHER),
        ("USA123456789012", IdType.OTHER),
    ],
)
def test_documents_that_are_no_identity_card_are_known_by_their_look(typed: str, kind: IdType) -> None:
    checked = check_id_no(typed)
    assert checked.value == (kind, typed.upper())
    assert Note.ID_TYPE_GUESSED in checked.notes


def test_a_document_that_is_named_is_held_to_its_own_rule() -> None:
    assert check_id_no("123456789", IdType.PASSPORT).value == (IdType.PASSPORT, "123456789")
    assert check_id_no(123456789.0, IdType.OTHER).value == (IdType.OTHER, "123456789")
    assert check_id_no("1234", IdType.PASSPORT).problems == (Problem.ID_LENGTH,)
    assert check_id_no("护照12345", IdType.PASSPORT).problems == (Problem.ID_BAD_CHAR,)
    assert check_id_no("E12345678", IdType.ID_CARD).problems == (Problem.ID_LENGTH,)


def test_the_sex_is_held_against_the_number() -> None:
    assert check_sex("女", VALID).problems == ()
    assert check_sex(" 男 ", VALID).problems == (Problem.SEX_CONFLICT,)
    assert check_sex("女性", VALID).value is Sex.FEMALE
    assert check_sex("女性", VALID).notes == (Note.SEX_VARIANT,)
    assert check_sex("保密", VALID).value is None


# Phones and plates


@given(
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.sampled_from(["", "+86", "+86 ", "0086", "86", "(+86)"]),
)
def test_a_mobile_is_kept_as_eleven_digits_however_it_is_typed(number: str, country: str) -> None:
    spaced = f"{number[:3]} {number[3:7]} {number[7:]}"
    wide = number.translate({ord(digit): 0xFF10 + int(digit) for digit in string.digits})
    for typed in (
        number,
        spaced,
        spaced.replace(" ", "-"),
        spaced.replace(" ", "\u3000"),
        wide,
        f"'{number}",
    ):
        assert check_phone(country + typed if typed[0] != "'" else typed).value == number
    assert check_phone(int(number)).value == check_phone(float(number)).value == number


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem.MOBILE_MISSING),
        ("-", Problem.MOBILE_MISSING),
        ("12712345678", Problem.MOBILE_PREFIX),
        ("10000000669", Problem.MOBILE_PREFIX),
        ("1380000251", Problem.MOBILE_LENGTH),
        ("139000020023", Problem.MOBILE_LENGTH),
        ("1.38E+10", Problem.MOBILE_LENGTH),
        ("0715-8888888", Problem.MOBILE_LANDLINE),
        ("07158888888", Problem.MOBILE_LANDLINE),
        ("(0715) 8888888", Problem.MOBILE_LANDLINE),
        ("8255123", Problem.MOBILE_LANDLINE),
        ("同上", Problem.MOBILE_LENGTH),
    ],
)
def test_a_phone_that_is_no_mobile_is_named(typed: str, problem: Problem) -> None:
    assert check_phone(typed).problems == (problem,)


@pytest.mark.parametrize("between", [" ", "/", "；", ";", "、", ",", "，", "\n", "或"])
def test_of_two_numbers_the_first_is_taken_and_told(between: str) -> None:
    checked = check_phone(f"13900000624{between}13800008120")
    assert (checked.value, checked.problems, checked.notes) == (
        "13900000624",
        (Problem.MOBILE_TWO_NUMBERS,),
        (),
    )


def test_of_a_landline_and_a_mobile_the_mobile_is_taken() -> None:
    assert check_phone("0715-8888888/138-0000-8120").value == "13800008120"


@pytest.mark.parametrize(
    "plate",
    ["鄂A12345", "鄂ZNFTS9", "京AD12345", "粤B12345D", "鄂A1234学", "粤Z1234港", "鄂A-12345", "鄂a·1234b"],
)
def test_a_plate_is_known(plate: str) -> None:
    assert check_plate(plate).problems == ()
    assert check_plate(plate).value == plate.replace("-", "").replace("·", "").upper()


@pytest.mark.parametrize(
    "plate", ["鄂ZP3D", "鄂Z4SE2267", "鄂ZI2MP7", "三轮车", "A12345", "鄂A12345 鄂A12346"]
)
def test_what_is_no_plate_is_told_and_not_kept(plate: str) -> None:
    assert (check_plate(plate).value, check_plate(plate).problems) == (None, (Problem.PLATE_BAD,))


@pytest.mark.parametrize("plate", ["", "-", "无", "没有", "/", "无车"])
def test_no_vehicle_is_no_problem(plate: str) -> None:
    assert (check_plate(plate).value, check_plate(plate).problems) == (None, ())


# Days, homes, books


@given(st.dates(TODAY, datetime.date(2020, 12, 31)))
def test_a_day_reads_the_same_in_all_five_styles(day: datetime.date) -> None:
    y, m, d = day.year, day.month, day.day
    styles = (day, day.isoformat(), f"{y}.{m}.{d}", f"{y}/{m}/{d}", f"{y}年{m}月{d}日", f"{m}月{d}日")
    assert {check_date(style, today=TODAY).value for style in styles} == {day}


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_has_a_problem(typed: str) -> None:
    checked = check_date(typed, today=TODAY)
    assert checked.value is not None or checked.problems


def test_the_leap_day_bounds_its_year() -> None:
    leap = datetime.date(2020, 2, 29)
    assert check_date("2021-02-28", today=leap).problems == ()
    assert check_date("2021-03-01", today=leap).problems == (Problem.DATE_FAR,)


@pytest.mark.parametrize(
    ("written", "compound", "short"),
    [
        ("泉韵佳苑23栋3单元202", "泉韵佳苑", "23-3-202"),
        ("泉韵佳苑 7栋1单元903室", "泉韵佳苑", "7-1-903"),
        ("泉韵佳苑18-3-502", "泉韵佳苑", "18-3-502"),
        ("泉韵佳苑１７栋５０３室", "泉韵佳苑", "17-503"),
        ("测试一区月亮湾小区15号楼201", "月亮湾小区", "15-201"),
        ("A座1203", None, "A-1203"),
        ("23-3-202", None, "23-3-202"),
        ("泉韵佳苑", "泉韵佳苑", ""),
    ],
)
def test_a_home_is_taken_apart(written: str, compound: str | None, short: str) -> None:
    home = read_home(written)
    assert (home.compound, home.short) == (compound, short)
    assert check_home(written).value == written


def test_a_home_that_a_spreadsheet_made_a_day_is_missing() -> None:
    assert check_home(datetime.date(2012, 1, 3)).problems == (Problem.ADDRESS_MISSING,)


@given(st.text(max_size=60))
def test_any_text_is_a_home(text: str) -> None:
    read_home(text)


def test_a_book_is_known_by_its_word() -> None:
    words = {
        "公务人员": Book.OFFICIAL,
        "医务": Book.MEDICAL,
        "医　务人员": Book.MEDICAL,
        "support": Book.SUPPORT,
    }
    assert {word: check_book(word).value for word in words} == words
    for word in ("社区工作者", "", None, 3.0):
        assert check_book(word).problems == (Problem.CATEGORY_UNKNOWN,)


# The whole person


def test_the_form_asks_for_all_and_a_list_only_for_its_columns() -> None:
    blank = dict.fromkeys((Field.NAME, Field.ID_NO, Field.PHONE, Field.HOME, Field.VALID_UNTIL), "")
    asked = {(p.field, p.code, p.severity) for p in check_person(blank, today=TODAY).problems}
    assert asked == {
        (Field.NAME, Problem.NAME_MISSING, Severity.ERROR),
        (Field.ID_NO, Problem.ID_MISSING, Severity.ERROR),
        (Field.PHONE, Problem.MOBILE_MISSING, Severity.ERROR),
        (Field.HOME, Problem.ADDRESS_MISSING, Severity.WARNING),
        (Field.VALID_UNTIL, Problem.DATE_MISSING, Severity.WARNING),
    }
    listed = check_person({Field.NAME: "王芳", Field.ID_NO: VALID}, today=TODAY, book=Book.MEDICAL)
    assert [(p.field, p.code, p.severity) for p in listed.problems] == [
        (Field.PHONE, Problem.MOBILE_MISSING, Severity.WARNING)
    ]
    assert listed.ok
    assert (listed.values.name, listed.values.id_no, listed.values.book) == ("王芳", VALID, Book.MEDICAL)


def test_the_unit_of_a_pass_is_the_unit_the_department_or_both() -> None:
    def employer(unit: str | None, department: str | None) -> str | None:
        entries = {Field.UNIT: unit, Field.DEPARTMENT: department}
        return check_person(entries, today=TODAY).values.employer

    assert employer("第九医院", "骨科") == "第九医院 骨科"
    assert employer("第九医院骨科", "骨科") == "第九医院骨科"
    assert employer(None, "骨科") == "骨科"
    assert employer("第九医院", None) == "第九医院"
    assert employer(None, None) is None
