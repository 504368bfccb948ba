"""Names: what counts as one, how they are hidden, and by which letters they are found."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.books.initials import usual_initials
from db.books.person import Problem, check_name, mask_id_no, mask_name, mask_phone, pinyin_initials


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("王芳", "王芳"),
        (" 王　芳 ", "王芳"),
        ("王\xa0芳\u200b", "王芳"),
        ("阿不都．热西提", "阿不都·热西提"),
        ("艾力•卡德尔", "艾力·卡德尔"),
        ("热依拉 · 玉素甫", "热依拉·玉素甫"),
        ("Mary-Jane  O'Testerson", "Mary-Jane O'Testerson"),
        ("张俊(大)", "张俊(大)"),
        ("吴𠮷", "吴𠮷"),
        ("戴䶮〇", "戴䶮〇"),
    ],
)
def test_a_name_is_put_right(typed: str, name: str) -> None:
    assert (check_name(typed).value, check_name(typed).problems) == (name, ())


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "@VLOOKUP(A1,B:C,2)",
        "+王芳",
        "13800000000",
        "无",
        "同上",
        "张三、李四",
        "王*芳",
        "吴?",
        "——",
        "王\ufffd芳",
        3.0,
        True,
    ],
)
def test_what_is_no_name_is_told(typed: str | float) -> None:
    assert (check_name(typed).value, check_name(typed).problems) == (None, (Problem.NAME_NOT_A_NAME,))


def test_a_numbered_namesake_is_kept_and_told() -> None:
    assert (check_name("高晶２").value, check_name("高晶２").problems) == ("高晶2", (Problem.NAME_HAS_DIGIT,))


def test_a_name_longer_than_any_is_refused() -> None:
    assert check_name("王" * 61).problems == (Problem.CELL_TOO_LONG,)
    assert check_name("王" * 100_000).problems == (Problem.CELL_TOO_LONG,)


@given(st.text(max_size=80))
@example("''A")
@example(" ' 'A")
def test_a_name_that_is_kept_is_clean_and_checks_again(typed: str) -> None:
    name = check_name(typed).value
    if name is not None:
        assert name == name.strip() and 0 < len(name) <= 60 and "\n" not in name
        assert check_name(name).value == name
        assert name[0] not in "=+-@"


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王芳", "王*"),
        ("王小芳", "王*芳"),
        ("欧阳雅欣", "欧**欣"),
        ("阿依古丽·买买提", "阿***·**提"),
        ("Mary O'Neill", "M*** O******"),
        ("王", "*"),
        ("", ""),
    ],
)
def test_a_name_is_masked(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_numbers_are_masked() -> None:
    assert mask_id_no("422301198001011824") == "4223 **** **** 1824"
    assert mask_id_no("E12345678") == "E1*****78"
    assert mask_id_no("1234") == "****"
    assert mask_phone("13800007716") == "138 **** 7716"
    assert mask_phone("8888888") == "*****88"


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("周芳", "zf"),
        ("曾国藩", "zgf"),
        ("单雄信", "sxx"),
        ("仇英", "qy"),
        ("解晓东", "xxd"),
        ("区文", "ow"),
        ("尉迟恭", "ycg"),
        ("欧阳静洁", "oyjj"),
        ("王重阳", "wcy"),
        ("王重阳", "wzy"),
        ("乐毅", "yy"),
        ("乐毅", "ly"),
        ("吴𠮷", "wj"),
        ("Mary O'Neill", "mon"),
    ],
)
def test_a_name_is_found_by_the_letters_someone_would_type(name: str, initials: str) -> None:
    assert initials in pinyin_initials(name)


@pytest.mark.parametrize(("name", "initials"), [("赵强", "zq"), ("单雄信", "sxx"), ("王芳", "wf"), ("", "")])
def test_the_letters_shown_are_of_the_commonest_readings(name: str, initials: str) -> None:
    assert usual_initials(name) == initials


def test_a_family_name_is_read_as_one_and_not_otherwise() -> None:
    assert pinyin_initials("曾芳") == {"zf"}
    assert pinyin_initials("单芳") == {"sf"}
    assert pinyin_initials("") == frozenset()


@given(st.text(max_size=20))
def test_initials_are_letters_and_few(name: str) -> None:
    found = pinyin_initials(name)
    assert len(found) <= 64
    assert all(initials for initials in found)
