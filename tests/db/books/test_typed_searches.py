"""What the gate page offers while someone types, and how a search tells numbers from phones."""

from __future__ import annotations

import pytest

from db.books.issuing import issue_passes, reissue_pass, revoke_pass
from db.books.pass_id import Book, PassId
from db.books.pass_search import book_sizes, find_passes, suggest_passes
from db.ledger.replay import replay
from db.register import Register
from tests.registers import FakeClock, holder

TODAY = FakeClock().clock().today()
PEOPLE: tuple[tuple[str, Book, dict[str, str]], ...] = (
    ("周文静", Book.MEDICAL, {"phone": "13800007716", "home": "23-3-202"}),
    ("单雄信", Book.MEDICAL, {"phone": "13912345678", "home": "1-2-138"}),
    ("欧阳修", Book.OFFICIAL, {"phone": "13999990001", "plate": "鄂L12345"}),
    ("Maria Rossi", Book.SUPPORT, {"phone": "13811119999"}),
    ("阿卜杜拉·买买提", Book.SUPPORT, {}),
)


@pytest.fixture(autouse=True)
def _people(register: Register) -> None:
    with register.writing() as ledger:
        issue_passes(ledger, [holder(name, book, **facts) for name, book, facts in PEOPLE])


def found(register: Register, typed: str) -> set[str]:
    with register.reading() as connection:
        return {id.human() for id in find_passes(connection, 312, TODAY, typed=typed).ids}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ZWJ", {"M-0312-000001"}),
        ("wj", {"M-0312-000001"}),
        ("文静", {"M-0312-000001"}),
        # A family name is read as one: 单 is Shan, 欧阳 both its syllables.
        ("sxx", {"M-0312-000002"}),
        ("oyx", {"O-0312-000001"}),
        ("mArIa", {"S-0312-000001"}),
        ("ROSSI", {"S-0312-000001"}),
        ("买买提", {"S-0312-000002"}),
        ("5678", {"M-0312-000002"}),
        ("139123", {"M-0312-000002"}),
        ("23-3", {"M-0312-000001"}),
        ("鄂l12", {"O-0312-000001"}),
        ("m2", {"M-0312-000002"}),
        ("ｍ－０３１２－０００００２", {"M-0312-000002"}),
        ("保-0312-000002", {"S-0312-000002"}),
        ("周 7716", {"M-0312-000001"}),
        ("周 5678", set()),
        ("%", set()),
        ("_", set()),
        ("'", set()),
    ],
)
def test_people_are_found_by_whatever_is_known_of_them(
    register: Register, typed: str, expected: set[str]
) -> None:
    assert found(register, typed) == expected


def test_up_to_three_figures_mean_a_number_or_a_home_and_never_half_the_phones(register: Register) -> None:
    assert found(register, "2") == {"M-0312-000002", "S-0312-000002"} | {"M-0312-000001"}, "23-3-202 too"
    assert found(register, "138") == {"M-0312-000002"}, "the flat, and nobody's phone"
    assert found(register, "1380") == {"M-0312-000001"}


def test_suggestions_are_few_and_the_good_ones_first(register: Register) -> None:
    with register.writing() as ledger:
        issue_passes(ledger, [holder("周文", valid_until=TODAY.replace(month=4)) for _ in range(12)])
        revoke_pass(ledger, PassId(312, Book.MEDICAL, 1), "离岗")
    with register.reading() as connection:
        offered = suggest_passes(connection, 312, "周")
        everyone = suggest_passes(connection, 312, "周", limit=20)
    assert len(offered) == 8 and PassId(312, Book.MEDICAL, 1) not in offered
    assert len(everyone) == 13 and everyone[-1] == PassId(312, Book.MEDICAL, 1)


def test_a_new_name_is_found_and_the_old_one_is_not(register: Register) -> None:
    id = PassId(312, Book.MEDICAL, 1)
    with register.writing() as ledger:
        reissue_pass(ledger, id, "改名", holder("李秀兰", phone="13800001111"))
    assert found(register, "李秀") == found(register, "1111") == {id.human()}
    assert found(register, "周文") == found(register, "7716") == set()
    with register.changing() as connection:
        replay(connection)
    assert found(register, "李秀") == {id.human()} and found(register, "周文") == set()


def test_books_are_counted(register: Register) -> None:
    with register.reading() as connection:
        assert book_sizes(connection, 312) == {Book.OFFICIAL: 1, Book.MEDICAL: 2, Book.SUPPORT: 2}
        assert book_sizes(connection, 313) == dict.fromkeys(Book, 0)
