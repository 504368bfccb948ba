"""What a registrar does to the books: numbers, codes, reissues, blanks, and who may."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.books.issuing import (
    amend_pass,
    bind_blank,
    card_changes,
    issue_pass,
    issue_passes,
    reissue_pass,
    renew_pass,
    reserve_blanks,
    revoke_pass,
)
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import Holder, card_digits, get_pass, get_passes, issues_of, same_person
from db.errors import Denied, Refusal, RefusalCode
from db.ledger.append import Ledger
from db.register import Register
from db.trust.roles import Role
from tests import independent
from tests.db.books.at_the_gate import kinds, lines
from tests.registers import FakeClock, as_role, holder, issue, new_register


def signed_bytes(digits: str) -> tuple[bytes, bytes]:
    """What a district token's signature is over, and the signature, by the published offsets."""
    data = int(digits).to_bytes((int(digits).bit_length() + 7) // 8, "big")
    return data[:-64], data[-64:]


def test_numbers_go_up_by_one_in_each_book_and_are_never_used_again(register: Register) -> None:
    with register.writing() as ledger:
        made = issue_passes(ledger, [holder("甲"), holder("乙", Book.SUPPORT), holder("丙")])
        revoke_pass(ledger, made[2].id, "打印坏了")
    assert [one.id.human() for one in made] == ["M-0312-000001", "S-0312-000001", "M-0312-000002"]
    assert issue(register, "丁")[0].id.human() == "M-0312-000003", "a spoiled card is revoked, not removed"


def test_a_list_is_issued_whole_or_not_at_all(register: Register) -> None:
    people = [holder("甲"), holder("乙", valid_until=date(2020, 1, 1)), holder("丙")]
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        issue_passes(ledger, people)
    assert raised.value.params["field"] == "valid_until"
    assert kinds(register) == []
    assert issue(register)[0].id.number == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " "}, "name"),
        ({"valid_from": date(2020, 4, 1)}, "valid_until"),
        ({"scope": Scope.DISTRICT, "valid_from": date(2019, 12, 31)}, "valid_from"),
        ({"scope": Scope.DISTRICT, "valid_until": date(2200, 1, 1)}, "valid_until"),
        ({"scope": Scope.DISTRICT, "name": "a\u202eb"}, "name"),
    ],
)
def test_what_no_card_can_carry_is_refused(register: Register, fields: dict[str, object], field: str) -> None:
    name = str(fields.pop("name", "周文静"))
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        issue_pass(ledger, holder(name, **fields))  # type: ignore[arg-type]
    assert (raised.value.code, raised.value.params["field"]) == (RefusalCode.INVALID, field)


def test_what_no_line_may_hold_is_refused_and_nothing_is_written(register: Register) -> None:
    for unit in ("\ud800", "a\0b", "x" * 70_000):
        with pytest.raises(Refusal) as raised, register.writing() as ledger:
            issue_pass(ledger, holder(unit=unit))
        assert raised.value.code is RefusalCode.BAD_LINE
    assert kinds(register) == []


def test_an_issued_pass_is_one_line_with_the_published_keys(register: Register) -> None:
    _, digits = issue(
        register, "周文静", id_no="11010519491231002X", phone="13800007716", unit="市中心医院",
        post="护士", home="23-3-202", checked="工作证、身份证，李秀兰",
    )  # fmt: skip
    (body,) = lines(register, "pass.issued")
    code = body.pop("code")
    assert body == {
        "pass": "M-0312-000001",
        "issue": 1,
        "book": "medical",
        "name": "周文静",
        "id_type": "id_card",
        "id_no": "11010519491231002X",
        "phone": "13800007716",
        "unit": "市中心医院",
        "post": "护士",
        "home": "23-3-202",
        "valid_from": "2020-02-01",
        "valid_until": "2020-03-15",
        "scope": 2,
        "photo": None,
        "checked": "工作证、身份证，李秀兰",
        "plate": "",
        "remark": "",
    }
    assert digits == f"2003122{1:07d}001{code}" and len(digits) == 30


def test_a_signed_cards_line_holds_the_hash_of_its_digits_and_the_gates_signature(register: Register) -> None:
    _, digits = issue(register, "周文静", scope=Scope.DISTRICT)
    (body,) = lines(register, "pass.issued")
    assert body["token"] == hashlib.sha256(digits.encode("ascii")).hexdigest()
    assert "code" not in body and body["scope"] == 0
    message, signature = signed_bytes(digits)
    key = register.key_file.gate_key.hex()
    assert independent.signed(key, b"gatebook pass v1\n", message, signature.hex())


def test_codes_are_drawn_anew_for_each_issue(register: Register) -> None:
    one, first = issue(register)
    with register.writing() as ledger:
        codes = {
            card_digits(ledger.connection, reissue_pass(ledger, one.id, "丢失"))[-13:] for _ in range(30)
        }
    assert len(codes | {first[-13:]}) == 31


def test_a_further_issue_keeps_the_number_and_all_facts(register: Register) -> None:
    one, _ = issue(register, "周文静", phone="13800007716", home="23-3-202")
    with register.writing() as ledger:
        again = reissue_pass(ledger, one.id, "丢失")
    assert (again.id, again.issue, again.holder) == (one.id, 2, one.holder)
    (body,) = lines(register, "pass.reissued")
    assert (body["issue"], body["reason"], body["phone"]) == (2, "丢失", "13800007716")
    with register.reading() as connection:
        assert [found.issue for found in issues_of(connection, one.id)] == [1, 2]
        assert get_pass(connection, one.id) == again


def test_issue_255_is_the_last(register: Register) -> None:
    one, _ = issue(register)
    with register.writing() as ledger:
        for _ in range(254):
            last = reissue_pass(ledger, one.id, "丢失")
    assert last.issue == 255
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        reissue_pass(ledger, one.id, "丢失")
    assert raised.value.code is RefusalCode.ISSUES_USED_UP


def test_a_renewal_begins_today_or_when_the_old_days_begin(register: Register, clock: FakeClock) -> None:
    one, _ = issue(register, valid_until=date(2020, 2, 20))
    later, _ = issue(register, valid_from=date(2020, 3, 1), valid_until=date(2020, 3, 10))
    with register.writing() as ledger:
        now = renew_pass(ledger, one.id, date(2020, 3, 31)).holder
        ahead = renew_pass(ledger, later.id, date(2020, 3, 31)).holder
    assert (now.valid_from, now.valid_until) == (date(2020, 2, 10), date(2020, 3, 31))
    assert (ahead.valid_from, ahead.valid_until) == (date(2020, 3, 1), date(2020, 3, 31))
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        renew_pass(ledger, one.id, date(2020, 2, 9))
    assert raised.value.params["field"] == "valid_until"


def test_facts_that_the_card_does_not_carry_are_put_right_without_a_new_card(register: Register) -> None:
    one, digits = issue(register, "周文静", phone="138")
    right = holder("周文静", phone="13800007716", home="23-3-202")
    with register.writing() as ledger:
        amended = amend_pass(ledger, one.id, right)
        assert card_digits(ledger.connection, amended) == digits
    with register.reading() as connection:
        found = get_pass(connection, one.id)
    assert found is not None and (found.issue, found.holder.phone, found.holder.home) == (
        1,
        "13800007716",
        "23-3-202",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"name": "周文"},
        {"valid_until": date(2020, 3, 16)},
        {"valid_from": date(2020, 2, 2)},
        {"scope": Scope.DISTRICT},
        {"book": Book.SUPPORT},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_the_card_carries_needs_a_new_card(register: Register, change: dict[str, object]) -> None:
    one, _ = issue(register, "周文静")
    name, book = str(change.pop("name", "周文静")), Book(str(change.pop("book", Book.MEDICAL)))
    wanted = holder(name, book, **change)
    assert card_changes(one.holder, wanted)
    with pytest.raises(Refusal), register.writing() as ledger:
        amend_pass(ledger, one.id, wanted)
    assert kinds(register) == ["pass.issued"]


def test_a_revocation_needs_a_reason_and_happens_once(register: Register) -> None:
    one, _ = issue(register)
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        revoke_pass(ledger, one.id, " ")
    assert raised.value.code is RefusalCode.REASON_NEEDED
    with register.writing() as ledger:
        revoked = revoke_pass(ledger, one.id, " 离岗 ")
    assert revoked.revoked_reason == "离岗" and revoked.revoked_at is not None
    assert lines(register, "pass.revoked") == [{"pass": "M-0312-000001", "reason": "离岗"}]
    with register.reading() as connection:
        assert get_pass(connection, one.id) == revoked
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        revoke_pass(ledger, one.id, "again")
    assert raised.value.code is RefusalCode.ALREADY_REVOKED


ON_A_PASS: list[Callable[[Ledger, PassId], object]] = [
    lambda ledger, id: reissue_pass(ledger, id, "丢失"),
    lambda ledger, id: renew_pass(ledger, id, date(2020, 3, 31)),
    lambda ledger, id: amend_pass(ledger, id, holder()),
    lambda ledger, id: revoke_pass(ledger, id, "离岗"),
    lambda ledger, id: bind_blank(ledger, id, holder()),
]


@pytest.mark.parametrize("act", ON_A_PASS)
@pytest.mark.parametrize("gate", [312, 400])
def test_a_pass_that_is_not_there_or_not_ours_is_not_changed(
    register: Register, act: Callable[[Ledger, PassId], object], gate: int
) -> None:
    with pytest.raises(Refusal) as raised, register.writing() as ledger:
        act(ledger, PassId(gate, Book.MEDICAL, 7))
    assert raised.value.code is RefusalCode.NO_SUCH_PASS
    assert kinds(register) == []


def test_blanks_take_the_next_numbers_and_are_bound_once_under_their_codes(register: Register) -> None:
    issue(register, "甲", Book.SUPPORT)
    with register.writing() as ledger:
        tokens = reserve_blanks(ledger, Book.SUPPORT, 3)
    assert [token.number for token in tokens] == [2, 3, 4]
    (body,) = lines(register, "pass.reserved")
    assert body == {"book": "support", "from": 2, "to": 4, "codes": [token.code for token in tokens]}
    assert issue(register, "乙", Book.SUPPORT)[0].id.number == 5
    with register.writing() as ledger:
        bound = bind_blank(
            ledger, PassId(312, Book.SUPPORT, 3), holder("丙", Book.OFFICIAL, scope=Scope.DISTRICT)
        )
        assert card_digits(ledger.connection, bound) == tokens[1].digits()
    assert (bound.holder.book, bound.holder.scope) == (Book.SUPPORT, Scope.GATE), "as it is printed"
    for taken in (3, 5, 1, 99):
        with pytest.raises(Refusal) as raised, register.writing() as ledger:
            bind_blank(ledger, PassId(312, Book.SUPPORT, taken), holder("丁"))
        assert raised.value.code is RefusalCode.NO_SUCH_PASS


@pytest.mark.parametrize("count", [0, -1, 501])
def test_a_number_of_blanks_that_makes_no_sense_is_refused(register: Register, count: int) -> None:
    with pytest.raises(Refusal), register.writing() as ledger:
        reserve_blanks(ledger, Book.SUPPORT, count)


def test_someone_who_has_a_pass_is_found_by_the_id_number_until_it_is_revoked(register: Register) -> None:
    one, _ = issue(register, id_no="11010519491231002X")
    issue(register, "乙")
    with register.reading() as connection:
        assert same_person(connection, 312, Book.MEDICAL, "11010519491231002X") == [one]
        assert same_person(connection, 312, Book.SUPPORT, "11010519491231002X") == []
        assert same_person(connection, 312, Book.MEDICAL, "") == []
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    with register.reading() as connection:
        assert same_person(connection, 312, Book.MEDICAL, "11010519491231002X") == []


def test_many_passes_are_read_at_once(register: Register) -> None:
    with register.writing() as ledger:
        made = issue_passes(ledger, [holder(f"甲{place}", list(Book)[place % 3]) for place in range(12)])
    wanted = [one.id for one in made[::2]]
    with register.reading() as connection:
        found = get_passes(connection, [*wanted, PassId(312, Book.MEDICAL, 99)])
    assert found == {one.id: one for one in made[::2]}


BY_A_VOLUNTEER: list[Callable[[Ledger, PassId], object]] = [
    *ON_A_PASS,
    lambda ledger, id: issue_pass(ledger, holder()),
    lambda ledger, id: reserve_blanks(ledger, Book.MEDICAL, 1),
]


@pytest.mark.parametrize("act", BY_A_VOLUNTEER)
def test_a_volunteer_changes_nothing_in_the_books(
    register: Register, act: Callable[[Ledger, PassId], object]
) -> None:
    one, _ = issue(register)
    with register.writing() as ledger:
        blank = reserve_blanks(ledger, Book.MEDICAL, 1)[0].pass_id
    as_role(register, Role.VOLUNTEER)
    before = kinds(register)
    for id in (one.id, blank):
        with pytest.raises(Denied) as raised, register.writing() as ledger:
            act(ledger, id)
        assert raised.value.code is RefusalCode.NOT_ALLOWED
    assert kinds(register) == before


def test_a_registrar_issues_and_signs(register: Register) -> None:
    as_role(register, Role.REGISTRAR)
    one, digits = issue(register, scope=Scope.DISTRICT)
    assert one.id.number == 1 and len(digits) > 180


def test_a_volunteer_has_nothing_to_sign_a_card_with(register: Register) -> None:
    """Even a program that forgot to ask who it is could not."""
    as_role(register, Role.VOLUNTEER)
    with pytest.raises(Denied):
        register.access.signing_key()


def test_another_gate_counts_its_own_books(tmp_path: Path) -> None:
    with new_register(tmp_path, gate=312) as own, new_register(tmp_path, gate=65535) as other:
        assert issue(own)[0].id.human() == "M-0312-000001"
        made: Holder
        one, digits = issue(other)
        made = one.holder
    assert one.id.human() == "M-65535-000001" and made.name == "周文静"
    assert digits.startswith("265535" + "2" + "0000001" + "001")
