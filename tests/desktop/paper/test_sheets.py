"""The recovery sheet, the notice for the wall, and a book's list."""

from __future__ import annotations

import io
from datetime import date

import pyrage
import pytest
from pypdf import PdfReader

from db.books.pass_id import Book, PassId, Scope
from desktop.paper.book_list import BookRow, book_list_pdf
from desktop.paper.notice import notice_pdf
from desktop.paper.recovery_sheet import grouped, recovery_sheet_pdf
from tests.desktop.paper.paper import pages_of, read_by_zbar, read_by_zxing, text_of

KEY = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
DAY = date(2020, 2, 10)


def recovery_sheet(key: str = KEY, language: str = "zh") -> bytes:
    out = io.BytesIO()
    recovery_sheet_pdf(key, 312, "1 号门岗亭（东门）", DAY, out, language)
    return out.getvalue()


def test_the_recovery_key_reads_from_the_sheet_by_machine() -> None:
    key = str(pyrage.x25519.Identity.generate())
    page = pages_of(recovery_sheet(key), 203)[0]
    assert read_by_zxing(page) == [key]
    assert read_by_zbar(page) == [key]


def test_the_recovery_key_reads_from_the_sheet_by_eye() -> None:
    assert KEY in text_of(recovery_sheet())
    lines = grouped(KEY)
    assert lines[0] == "AGE-SECRET-KEY-1"
    assert all(len(group) <= 4 for line in lines[1:] for group in line.split())
    assert "".join(lines).replace(" ", "") == KEY


def test_the_recovery_sheet_is_one_page_that_says_what_to_do() -> None:
    for language, said in (("zh", "信封"), ("en", "envelope")):
        pdf = recovery_sheet(language=language)
        assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
        assert said in text_of(pdf)
        assert "0312" in text_of(pdf) and "2020-02-10" in text_of(pdf)


@pytest.mark.parametrize(("days", "said"), [(90, "90天，到期删除"), (None, "疫情防控结束后删除")])
def test_the_notice_says_how_long(days: int | None, said: str) -> None:
    out = io.BytesIO()
    notice_pdf(312, "1 号门岗亭（东门）", "香城花园小区", days, "0715-000 0000", out, "zh")
    assert said in text_of(out.getvalue())
    assert "0715-0000000" in text_of(out.getvalue())
    assert len(PdfReader(out).pages) == 1


def test_the_notice_speaks_english_too() -> None:
    out = io.BytesIO()
    notice_pdf(312, "East gate", "Fragrant City Garden", 30, "", out, "en")
    assert "30days" in text_of(out.getvalue())


def test_a_book_lists_every_pass_with_whole_names() -> None:
    rows = [
        BookRow(
            PassId(312, Book.MEDICAL, number),
            "阿卜杜热西提·阿卜杜热合曼",
            "市中心医院",
            "护士",
            Scope.GATE,
            DAY,
        )
        for number in range(1, 121)
    ]
    rows[2] = BookRow(
        PassId(312, Book.MEDICAL, 3), "王芳", "市中心医院", "护士", Scope.DISTRICT, DAY, "已吊销"
    )
    out = io.BytesIO()
    pages = book_list_pdf(Book.MEDICAL, rows, 312, "东门", DAY, out, "zh")
    text = text_of(out.getvalue())
    assert pages == len(PdfReader(out).pages) > 1
    assert "医务册" in text and "120张证" in text
    assert all(f"医-0312-{number:06d}" in text for number in range(1, 121))
    assert text.count("阿卜杜热西提·阿卜杜热合曼") == 119
    assert "已吊销" in text and "全区" in text


def test_an_empty_book_is_one_page() -> None:
    out = io.BytesIO()
    assert book_list_pdf(Book.SUPPORT, [], 312, "东门", DAY, out, "en") == 1
    assert "0passes" in text_of(out.getvalue())
