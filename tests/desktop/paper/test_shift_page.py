"""The page of a change of shift: one sheet, both languages, nothing over the edge, names masked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.books.pass_id import Book, PassId
from db.books.shifts import Handover, change_shift
from db.books.verdict import Direction
from db.errors import Refusal
from db.register import Register
from desktop.operations.shift_paper import print_shift
from desktop.paper.shift_page import PageThing, Person, ShiftPage, shift_page_pdf
from tests.db.books.at_the_gate import cross
from tests.desktop.paper.paper import text_of, words_of
from tests.registers import FakeClock, issue, new_register

NIGHT = datetime(2020, 2, 10, 20, 2, tzinfo=timezone(timedelta(hours=8)))


def people(count: int) -> list[Person]:
    return [
        Person("阿***·**提", PassId(312, Book.MEDICAL, 100_000 + one), NIGHT - timedelta(hours=one))
        for one in range(count)
    ]


def full(language: str) -> ShiftPage:
    """As much of everything as there may be."""
    return ShiftPage(
        gate=312,
        gate_name="1 号门岗亭（东门）",
        compound="香城花园小区二期三期",
        line="12-1234567",
        since=NIGHT - timedelta(days=2),
        until=NIGHT,
        gave="欧阳修远·买买提江",
        gave_by="passphrase",
        took="Alexandra Konstantinopolskaya",
        took_by=None,
        books=dict.fromkeys(("official", "medical", "support", "resident", "visitor"), (1234, 1233)),
        inside={"official": 123, "medical": 4321, "support": 99},
        lines=12345,
        voided=23,
        turned_away=45,
        refused=67,
        unexported=1234567,
        held=[Person(one.name, one.pass_id, one.since, 381) for one in people(9)],
        outside=12,
        away=people(12),
        guests=12,
        staying=people(12),
        matters=[("fever", "2020-02-10", "王*芳")] * 9,
        things=[PageThing(f"第 {one} 种很长名字的防护物资（盒）", 99_999, 10) for one in range(20)],
        remarks="门口的灯坏了，已报物业，明早来修。" * 40,
        language=language,
        practice=True,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_full_page_is_one_sheet_on_which_nothing_lies_over_anything(language: str) -> None:
    out = io.BytesIO()
    shift_page_pdf(full(language), out)
    assert len(PdfReader(out).pages) == 1
    words = words_of(out.getvalue())
    assert all(
        0 <= word.left and word.right <= 595 and 0 <= word.top and word.bottom <= 842 for word in words
    )
    over = [
        (one.text, two.text) for place, one in enumerate(words) for two in words[:place] if one.overlaps(two)
    ]
    assert over == []
    text = text_of(out.getvalue())
    said = {"zh": ("换班", "还有4项", "本人不在", "练习"), "en": ("Changeofshift", "and4more", "PRACTICE")}
    assert all(part in text for part in said[language])


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path, FakeClock()) as opened:
        yield opened


def test_the_page_says_what_the_line_says_with_names_masked(register: Register) -> None:
    _, medic = issue(register, "周文静")
    cross(register, medic, Direction.OUT)
    with register.writing() as ledger:
        made = change_shift(ledger, Handover("op-1", "pin", None, None, (("钥匙", 3),), "灯坏了"))
    text = text_of(print_shift(register, made.epoch, made.seq, "zh"))
    assert "李秀兰" in text and "无人接班，关门" in text and "已用PIN码确认" in text
    assert "周*静医-0312-000001" in text and "周文静" not in text
    assert "钥匙3" in text and "灯坏了" in text and f"台账第{made.epoch}-{made.seq}条" in text


def test_a_page_that_is_not_there_any_more_is_refused(register: Register) -> None:
    with pytest.raises(Refusal):
        print_shift(register, 1, 99, "zh")
