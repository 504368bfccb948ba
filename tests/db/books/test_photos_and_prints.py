"""What belongs to a pass beside its line: the photo, which cards were printed, who asked to see a number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.books.issuing import bind_blank, reissue_pass, reserve_blanks
from db.books.pass_id import Book, PassId
from db.books.photos import MAX_BYTES, get_photo, get_photos, put_photo
from db.books.prints import last_print, never_printed, note_printed, open_blanks
from db.books.reveals import reveal
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.replay import fingerprints, replayed_fingerprints
from db.ledger.store import read_lines
from db.register import Register
from db.trust.access import Access
from db.trust.roles import Role
from tests.registers import holder, issue, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def as_volunteer(register: Register) -> None:
    register.access = Access(register.gate.gate, "op-2", "王芳", Role.VOLUNTEER)


def test_a_photo_is_kept_under_its_own_hash_and_only_once(register: Register) -> None:
    picture = b"\xff\xd8 a picture"
    with register.writing() as ledger:
        name = put_photo(ledger, picture)
        assert put_photo(ledger, picture) == name
    assert name == hashlib.sha256(picture).hexdigest()
    with register.reading() as connection:
        assert get_photo(connection, name) == picture
        assert get_photos(connection, {name, "0" * 64}) == {name: picture}
        assert get_photo(connection, None) is None


@pytest.mark.parametrize("size", [0, MAX_BYTES + 1])
def test_a_photo_of_another_size_than_a_card_needs_is_refused(register: Register, size: int) -> None:
    with register.writing() as ledger, pytest.raises(Refusal) as refused:
        put_photo(ledger, b"x" * size)
    assert refused.value.params["field"] == "photo"


def test_asking_to_see_a_number_is_a_line_with_who_asked(register: Register) -> None:
    one, _ = issue(register, phone="13800007716")
    with register.writing() as ledger:
        assert reveal(ledger, one.id, "phone") == "13800007716"
    with register.reading() as connection:
        *_, last = read_lines(connection, 312, 1)
    assert (last.head.kind, last.head.operator) == ("personal.revealed", register.access.operator)
    assert last.body == {"pass": "M-0312-000001", "field": "phone"}


def test_a_volunteer_sees_no_number_in_full_and_prints_no_card(register: Register) -> None:
    one, _ = issue(register)
    as_volunteer(register)
    with register.writing() as ledger:
        for forbidden in (
            lambda: reveal(ledger, one.id, "id_no"),
            lambda: note_printed(ledger, [(one.id, 1)], "a4"),
            lambda: put_photo(ledger, b"x"),
        ):
            with pytest.raises(Denied):
                forbidden()


def test_a_number_of_nobody_cannot_be_asked_for(register: Register) -> None:
    with register.writing() as ledger, pytest.raises(Refusal) as refused:
        reveal(ledger, PassId(312, Book.MEDICAL, 9), "id_no")
    assert refused.value.code is RefusalCode.NO_SUCH_PASS


def test_a_reissued_card_counts_as_never_printed_until_it_is(register: Register) -> None:
    first, _ = issue(register)
    second, _ = issue(register, "张伟", Book.SUPPORT)
    with register.writing() as ledger:
        note_printed(ledger, [(first.id, 1), (second.id, 1)], "a6")
    with register.reading() as connection:
        assert never_printed(connection, 312) == []
    with register.writing() as ledger:
        reissue_pass(ledger, first.id, "lost")
    with register.reading() as connection:
        assert never_printed(connection, 312) == [first.id]
        assert never_printed(connection, 312, Book.SUPPORT) == []
    with register.writing() as ledger:
        note_printed(ledger, [(first.id, 2)], "a4")
    with register.reading() as connection:
        assert never_printed(connection, 312) == []
        printed = last_print(connection, first.id)
        assert printed is not None and (printed.issue, printed.layout) == (2, "a4")
        assert fingerprints(connection) == replayed_fingerprints(connection)


def test_a_blank_is_open_until_it_is_bound(register: Register) -> None:
    with register.writing() as ledger:
        tokens = reserve_blanks(ledger, Book.MEDICAL, 3)
    blanks = [PassId(312, Book.MEDICAL, token.number) for token in tokens]
    with register.writing() as ledger:
        bind_blank(ledger, blanks[1], holder())
    with register.reading() as connection:
        waiting = open_blanks(connection, 312, Book.MEDICAL)
    assert [(id, code) for id, code in waiting] == [
        (blanks[0], tokens[0].code),
        (blanks[2], tokens[2].code),
    ]
