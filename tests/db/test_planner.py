"""A register that is still small is read as a large one will be: by its indexes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.register import Register
from tests.registers import FakeClock, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path, FakeClock()) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (
            "SELECT book, count(*) FROM entries WHERE gate = 1 AND day = '2020-02-10' GROUP BY book",
            "entries_by_day",
        ),
        (
            "SELECT * FROM entries WHERE pass_gate = 1 AND pass_book = 'medical' AND pass_number = 1",
            "entries_by_pass",
        ),
        ("SELECT * FROM holds WHERE gate = 1 AND day = '2020-02-10'", "holds_by_day"),
        ("SELECT * FROM lines WHERE gate = 1 AND epoch = 1 AND seq > 5", "sqlite_autoindex_lines_1"),
        ("SELECT number FROM pass_words WHERE word >= 'a' AND word < 'b'", "sqlite_autoindex_pass_words_1"),
    ],
)
def test_a_question_is_answered_from_its_index(register: Register, question: str, index: str) -> None:
    with register.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all()
    assert f"INDEX {index} " in plan[0][3]
