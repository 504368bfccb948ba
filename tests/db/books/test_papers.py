"""Which papers were seen, by whom and when, as one readable text."""

from __future__ import annotations

from datetime import date

import pytest

from db.books.papers import Paper, PapersChecked, checked_text, read_checked

DAY = date(2020, 2, 10)


def test_the_text_names_papers_person_and_day() -> None:
    assert (
        checked_text([Paper.ID_CARD, Paper.WORK_CARD], "李秀兰", DAY)
        == "id_card+work_card · 李秀兰 · 2020-02-10"
    )


def test_a_list_keeps_its_name() -> None:
    assert checked_text([Paper.LIST], "李秀兰", DAY, "a.xlsx") == "list · 李秀兰 · 2020-02-10 · a.xlsx"


@pytest.mark.parametrize("note", ["", "hospital.xlsx", "one · two"])
def test_what_was_written_is_read_again(note: str) -> None:
    made = PapersChecked((Paper.LETTER,), "王芳", DAY, note)
    read = read_checked(made.text())
    assert read is not None
    assert (read.papers, read.by, read.day) == (made.papers, made.by, made.day)


def test_no_paper_seen_is_no_text() -> None:
    assert checked_text([], "李秀兰", DAY) == ""


@pytest.mark.parametrize("text", ["", "seen by hand", "id_card · 李秀兰", "passport · 李秀兰 · 2020-02-10"])
def test_other_words_are_left_alone(text: str) -> None:
    assert read_checked(text) is None
