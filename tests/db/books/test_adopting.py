"""Cards that went out on paper before the program came: their numbers, what typing one does, and writing them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.check import look_at_card, look_at_pass
from db.books.issuing import adopt_numbers, bind_blank, issue_pass, reserve_blanks
from db.books.pass_id import Book, PassId
from db.books.passes import card_digits, highest_number
from db.books.prints import open_adopted, open_blanks
from db.books.verdict import Direction, Verdict, Worry
from db.errors import Denied, Refusal
from db.ledger.replay import fingerprints, replayed_fingerprints
from db.register import Register
from db.trust.roles import Role
from db.trust.tokens import HomeToken
from tests.programs import append_strange
from tests.registers import FakeClock, as_role, holder, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path, FakeClock()) as opened:
        yield opened


def adopt(register: Register, last: int, book: Book = Book.MEDICAL) -> range:
    with register.writing() as ledger:
        return adopt_numbers(ledger, book, last)


def look(register: Register, number: int) -> tuple[Verdict, str | None]:
    with register.reading() as connection:
        id = PassId(312, Book.MEDICAL, number)
        seen = look_at_pass(connection, 312, id, register.clock.stamp(), Direction.IN)
        return seen.verdict, seen.reason


def test_numbering_goes_on_after_the_numbers_on_paper(register: Register) -> None:
    assert adopt(register, 57) == range(1, 58)
    with register.writing() as ledger:
        assert issue_pass(ledger, holder()).id.number == 58
        assert highest_number(ledger.connection, 312, Book.SUPPORT) == 0
    assert adopt(register, 60) == range(59, 61)
    with register.reading() as connection:
        assert len(open_adopted(connection, 312, Book.MEDICAL)) == 59
        assert open_blanks(connection, 312, Book.MEDICAL) == [], "they have no code to be printed"


def test_a_number_on_paper_is_looked_at_until_somebody_is_written_in(register: Register) -> None:
    adopt(register, 57)
    assert look(register, 12) == (Verdict.ATTENTION, Worry.ADOPTED.value)
    with register.writing() as ledger:
        bound = bind_blank(ledger, PassId(312, Book.MEDICAL, 12), holder("周文静"))
    assert look(register, 12) == (Verdict.OK, None)
    assert look(register, 13) == (Verdict.ATTENTION, Worry.ADOPTED.value)
    with register.reading() as connection:
        digits = card_digits(connection, bound)
        seen = look_at_card(connection, 312, digits, register.clock.stamp(), Direction.IN)
    assert seen.verdict is Verdict.OK, "a card with a code may be printed for the same number"
    with register.writing() as ledger, pytest.raises(Refusal):
        bind_blank(ledger, PassId(312, Book.MEDICAL, 12), holder("张伟"))


def test_no_code_can_be_made_for_a_number_on_paper(register: Register) -> None:
    adopt(register, 57)
    digits = HomeToken(312, Book.MEDICAL, 12, 1, "0" * 13).digits()
    with register.reading() as connection:
        seen = look_at_card(connection, 312, digits, register.clock.stamp(), Direction.IN)
    assert seen.verdict is Verdict.FORGED


@pytest.mark.parametrize("last", [0, 3, 5004])
def test_numbers_given_out_already_and_too_many_are_refused(register: Register, last: int) -> None:
    with register.writing() as ledger:
        reserve_blanks(ledger, Book.MEDICAL, 3)
    with pytest.raises(Refusal) as refused:
        adopt(register, last)
    assert refused.value.params["highest"] == 3


def test_a_volunteer_takes_nothing_over(register: Register) -> None:
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        adopt(register, 57)


def test_a_line_about_numbers_that_are_given_out_changes_nothing(register: Register) -> None:
    with register.writing() as ledger:
        issue_pass(ledger, holder())
        append_strange(ledger, "pass.adopted", {"book": "medical", "from": 1, "to": 9})
        append_strange(ledger, "pass.adopted", {"book": "medical", "from": 9, "to": 2})
        assert open_adopted(ledger.connection, 312, Book.MEDICAL) == []
        assert fingerprints(ledger.connection) == replayed_fingerprints(ledger.connection)
