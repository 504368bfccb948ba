"""Every verdict from its cause: real cards, a real register, the gate's clock."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from db.books.check import Look, look_at_card, look_at_pass
from db.books.crossings import (
    Held,
    Reading,
    record_crossing,
    retake_temperature,
)
from db.books.gates import open_gate
from db.books.issuing import bind_blank, reissue_pass, renew_pass, reserve_blanks, revoke_pass
from db.books.pass_id import Book, PassId, Scope
from db.books.passes import card_digits
from db.books.verdict import Direction
from db.books.watch import watch
from db.ledger.append import Ledger
from db.ledger.kinds import apply_lines
from db.ledger.store import put_lines, read_lines
from db.register import Register
from db.trust.access import Access
from db.trust.keys import SigningKey
from db.trust.roles import Role
from db.trust.tokens import HomeToken, sign_district_token
from tests.registers import FakeClock, holder, issue, new_register

IN, OUT = Direction.IN, Direction.OUT
DISTRICT, COMPOUND = Scope.DISTRICT, Scope.COMPOUND
FIRST, LAST = date(2020, 2, 1), date(2020, 3, 15)


def look(register: Register, digits: str, lane: Direction | None = IN) -> Look:
    with register.reading() as connection:
        return look_at_card(connection, register.gate.gate, digits, register.clock.stamp(), lane)


def verdict(register: Register, digits: str, lane: Direction | None = IN) -> str:
    return look(register, digits, lane).verdict.value


def said(seen: Look) -> tuple[str, str | None]:
    return seen.verdict.value, seen.reason


def cross(register: Register, digits: str, direction: Direction, tenths: int | None = 365) -> object:
    seen = look(register, digits, direction)
    with register.writing() as ledger:
        return record_crossing(ledger, seen, direction, Reading(tenths))


def other_gate(register: Register, gate: int, compound: str, key: SigningKey) -> None:
    """Another gate's opening line comes in, as a merge brings it."""
    access = Access(gate, "op-1", "李", Role.LEAD, key)
    with register.writing() as ledger:
        theirs = Ledger.at_tip(ledger.connection, access, register.clock)
        open_gate(theirs, "西门", compound, "+08:00", key.public.hex(), "gatebook test")


def signed(key: SigningKey, gate: int = 313, scope: Scope = DISTRICT, **fields: object) -> str:
    facts: dict[str, object] = {
        "number": 7,
        "issue": 1,
        "valid_from": FIRST,
        "valid_until": LAST,
        "name": "钱进",
    }
    return sign_district_token(
        key,
        scope=scope,
        book=Book.MEDICAL,
        gate=gate,
        **facts | fields,  # type: ignore[arg-type]
    ).digits()


def test_a_good_card_is_ok_and_says_whose_it_is(register: Register) -> None:
    for scope in Scope:
        one, digits = issue(register, "周文静", scope=scope)
        seen = look(register, digits)
        assert said(seen) == ("ok", None)
        assert (seen.id, seen.one, seen.name, seen.book) == (one.id, one, "周文静", Book.MEDICAL)
        assert seen.token_sha256 == hashlib.sha256(digits.encode()).hexdigest()
        assert seen.genuine


@pytest.mark.parametrize(
    "scanned", ["", "x", "13800001234", "2" + "0" * 29, "7" * 4000, "\udcff", "http://a.b", "0" * 30]
)
def test_what_is_no_token_is_unreadable(register: Register, scanned: str) -> None:
    seen = look(register, scanned)
    assert said(seen) == ("unreadable", None)
    assert (seen.id, seen.one, seen.name, seen.genuine) == (None, None, "", False)


def test_a_card_signed_by_a_key_that_nobody_knows_is_of_an_unknown_issuer(register: Register) -> None:
    assert verdict(register, signed(SigningKey.generate())) == "unknown_issuer"


def test_a_changed_card_is_forged_and_tells_nothing_of_the_holder(register: Register) -> None:
    _, digits = issue(register, scope=DISTRICT)
    value = int(digits)
    changed = str(value ^ 1 << 5)
    seen = look(register, changed)
    assert said(seen) == ("forged", None)
    assert (seen.one, seen.name, seen.genuine) == (None, "", False)


def test_one_gates_key_signs_no_card_of_another_gates_book(register: Register) -> None:
    key = SigningKey.generate()
    other_gate(register, 313, "泉韵佳苑", key)
    issue(register, scope=DISTRICT)
    assert verdict(register, signed(key, 313)) == "ok"
    assert verdict(register, signed(key, 312, number=1)) == "forged"


def test_a_home_card_with_another_code_is_forged(register: Register) -> None:
    one, digits = issue(register)
    wrong = f"{(int(digits[-13:]) + 1) % 10**13:013d}"
    assert verdict(register, digits[:-13] + wrong) == "forged"
    assert (
        verdict(register, HomeToken(312, Book.MEDICAL, one.id.number, 2, digits[-13:]).digits()) == "forged"
    )
    assert verdict(register, HomeToken(312, Book.OFFICIAL, 1, 1, digits[-13:]).digits()) == "forged"


def test_a_home_card_of_a_number_that_nobody_has_is_forged(register: Register) -> None:
    assert verdict(register, HomeToken(312, Book.MEDICAL, 99, 1, "0" * 13).digits()) == "forged"


def test_a_home_card_for_a_number_with_a_signed_card_is_forged(register: Register) -> None:
    one, _ = issue(register, scope=DISTRICT)
    assert verdict(register, HomeToken(312, Book.MEDICAL, one.id.number, 1, "0" * 13).digits()) == "forged"


@pytest.mark.parametrize("scope", Scope)
def test_a_revoked_card_says_why(register: Register, scope: Scope) -> None:
    one, digits = issue(register, scope=scope)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    assert said(look(register, digits)) == ("revoked", "离岗")
    assert said(look(register, digits, OUT)) == ("attention", "revoked")


def test_what_stands_in_the_reason_of_a_revocation_is_not_taken_for_a_verdict(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "forged")
    seen = look(register, digits)
    assert said(seen) == ("revoked", "forged") and seen.genuine


@pytest.mark.parametrize("scope", Scope)
def test_a_lost_card_is_superseded_by_the_new_one(register: Register, scope: Scope) -> None:
    one, old = issue(register, scope=scope)
    with register.writing() as ledger:
        new = card_digits(ledger.connection, reissue_pass(ledger, one.id, "丢失"))
    assert verdict(register, old) == "superseded"
    assert verdict(register, new) == "ok"
    assert said(look(register, old, OUT)) == ("attention", "superseded")


def test_a_renewed_card_is_good_longer_and_the_old_one_is_superseded(
    register: Register, clock: FakeClock
) -> None:
    one, old = issue(register, scope=DISTRICT, valid_until=date(2020, 2, 20))
    clock.at("2020-02-21 08:00")
    assert verdict(register, old) == "expired"
    with register.writing() as ledger:
        new = card_digits(ledger.connection, renew_pass(ledger, one.id, date(2020, 3, 31)))
    assert verdict(register, old) == "superseded"
    assert verdict(register, new) == "ok"
    clock.at("2020-03-31 23:59")
    assert verdict(register, new) == "ok"


def test_a_reissue_makes_a_revoked_pass_good_again_but_not_its_old_card(register: Register) -> None:
    one, old = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
        new = card_digits(ledger.connection, reissue_pass(ledger, one.id, "回岗"))
    assert (verdict(register, new), verdict(register, old)) == ("ok", "superseded")


@pytest.mark.parametrize("scope", [Scope.GATE, Scope.DISTRICT])
@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2020-01-31 23:59:59", "not_yet_valid"),
        ("2020-02-01 00:00", "ok"),
        ("2020-03-15 23:59:59", "ok"),
        ("2020-03-16 00:00", "expired"),
    ],
)
def test_a_card_is_good_from_its_first_day_through_its_last_at_the_gate(
    register: Register, clock: FakeClock, scope: Scope, at: str, expected: str
) -> None:
    _, digits = issue(register, scope=scope)
    clock.at(at)
    assert verdict(register, digits) == expected
    if expected != "ok":
        assert said(look(register, digits, OUT)) == ("attention", expected)


def test_a_revoked_card_that_is_expired_too_is_revoked(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    clock.at("2020-04-01 08:00")
    assert verdict(register, digits) == "revoked"


def test_a_superseded_card_that_is_expired_too_is_superseded(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        reissue_pass(ledger, one.id, "丢失")
    clock.at("2020-04-01 08:00")
    assert verdict(register, digits) == "superseded"


def test_a_revoked_card_of_which_a_newer_one_was_revoked_too_is_revoked(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        reissue_pass(ledger, one.id, "丢失")
        revoke_pass(ledger, one.id, "离岗")
    assert said(look(register, digits)) == ("revoked", "离岗")


def test_a_home_card_of_another_gate_is_at_the_wrong_gate(register: Register) -> None:
    seen = look(register, HomeToken(313, Book.MEDICAL, 1, 1, "0" * 13).digits())
    assert said(seen) == ("wrong_gate", None)
    assert said(look(register, HomeToken(313, Book.MEDICAL, 1, 1, "0" * 13).digits(), OUT)) == (
        "attention",
        "wrong_gate",
    )


def test_a_compounds_card_is_good_at_every_gate_of_the_compound_and_nowhere_else(register: Register) -> None:
    near, far, nowhere = (SigningKey.generate() for _ in range(3))
    other_gate(register, 313, "泉韵佳苑", near)
    other_gate(register, 400, "书香门第", far)
    other_gate(register, 401, "", nowhere)
    assert verdict(register, signed(near, 313, COMPOUND)) == "ok"
    assert verdict(register, signed(far, 400, COMPOUND)) == "wrong_gate"
    assert verdict(register, signed(nowhere, 401, COMPOUND)) == "wrong_gate"
    assert verdict(register, signed(far, 400, DISTRICT)) == "ok"
    assert verdict(register, signed(far, 400, COMPOUND, valid_until=date(2020, 2, 9))) == "expired"


def test_gates_without_a_compound_are_not_of_one_compound(tmp_path: Path, clock: FakeClock) -> None:
    with new_register(tmp_path, clock, compound="") as register:
        key = SigningKey.generate()
        other_gate(register, 313, "", key)
        assert verdict(register, signed(key, 313, COMPOUND)) == "wrong_gate"


def test_a_foreign_card_is_written_under_the_name_that_it_carries(register: Register) -> None:
    key = SigningKey.generate()
    other_gate(register, 313, "书香门第", key)
    seen = look(register, signed(key, 313))
    assert said(seen) == ("ok", None)
    assert (seen.one, seen.name, seen.id) == (None, "钱进", PassId(313, Book.MEDICAL, 7))


def test_an_own_signed_card_that_the_register_does_not_know_needs_a_look(register: Register) -> None:
    """As after a restore that lost lines: genuine, but nobody can say what became of it."""
    digits = signed(register.access.signing_key(), 312, number=8)
    assert said(look(register, digits)) == ("attention", "unregistered")
    assert look(register, digits).name == "钱进"


def test_an_unregistered_higher_issue_needs_a_look_and_a_lower_one_is_superseded(register: Register) -> None:
    key = register.access.signing_key()
    one, digits = issue(register, scope=DISTRICT)
    assert said(look(register, signed(key, 312, number=one.id.number, issue=2))) == (
        "attention",
        "unregistered",
    )
    with register.writing() as ledger:
        reissue_pass(ledger, one.id, "丢失")
    assert verdict(register, digits) == "superseded"


def test_a_blank_card_needs_a_look_until_it_is_bound_and_is_good_then(register: Register) -> None:
    with register.writing() as ledger:
        first, second = (token.digits() for token in reserve_blanks(ledger, Book.SUPPORT, 2))
    assert said(look(register, first)) == ("attention", "blank")
    with register.writing() as ledger:
        bind_blank(ledger, PassId(312, Book.SUPPORT, 1), holder("陈国强"))
    seen = look(register, first)
    assert said(seen) == ("ok", None) and seen.name == "陈国强"
    assert said(look(register, second)) == ("attention", "blank")


def test_a_blank_card_with_another_code_is_forged(register: Register) -> None:
    with register.writing() as ledger:
        token = reserve_blanks(ledger, Book.SUPPORT, 1)[0]
    code = f"{(int(token.code) + 1) % 10**13:013d}"
    assert verdict(register, HomeToken(312, Book.SUPPORT, 1, 1, code).digits()) == "forged"
    assert verdict(register, HomeToken(312, Book.SUPPORT, 1, 2, token.code).digits()) == "forged"


def test_someone_held_needs_a_look_and_so_does_a_fever_earlier_that_day(
    register: Register, clock: FakeClock
) -> None:
    _, digits = issue(register)
    held = cross(register, digits, IN, 380)
    assert isinstance(held, Held)
    seen = look(register, digits)
    assert said(seen) == ("attention", "held")
    assert seen.hold is not None and seen.hold.seq == held.seq
    assert said(look(register, digits, OUT)) == ("attention", "held")
    with register.writing() as ledger:
        retake_temperature(ledger, held.seq, Reading(366))
    assert said(look(register, digits)) == ("attention", "fever_earlier")
    clock.at("2020-02-11 00:00")
    assert verdict(register, digits, OUT) == "ok"


def test_someone_held_overnight_is_held_still(register: Register, clock: FakeClock) -> None:
    _, digits = issue(register)
    cross(register, digits, IN, 380)
    clock.at("2020-02-12 08:00")
    assert said(look(register, digits)) == ("attention", "held")


def test_a_key_person_and_one_who_is_overdue_need_a_look(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        watch(ledger, one.id, "key_person", "湖北返回，每日两次测温")
    seen = look(register, digits)
    assert said(seen) == ("attention", "key_person") and seen.note == "湖北返回，每日两次测温"
    with register.writing() as ledger:
        watch(ledger, one.id, "overdue", "买药，一小时内回", due="2020-02-10T10:00:00.000+08:00")
    clock.at("2020-02-10 10:00")
    assert said(look(register, digits)) == ("attention", "overdue"), "the graver of two reasons"
    with register.writing() as ledger:
        watch(ledger, one.id, "key_person", None)
        watch(ledger, one.id, "overdue", None)
    assert verdict(register, digits) == "ok"


def test_nobody_is_overdue_before_the_time(register: Register, clock: FakeClock) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        watch(ledger, one.id, "overdue", "买药", due="2020-02-10T10:00:00.000+08:00")
    clock.at("2020-02-10 09:59:59")
    assert verdict(register, digits) == "ok"


def test_a_refused_card_of_someone_to_look_at_is_refused(register: Register) -> None:
    one, digits = issue(register)
    with register.writing() as ledger:
        watch(ledger, one.id, "key_person", "返咸人员")
        revoke_pass(ledger, one.id, "离岗")
    assert verdict(register, digits) == "revoked"


def test_the_lane_decides_who_is_already_there(register: Register) -> None:
    _, digits = issue(register)
    assert (verdict(register, digits, IN), verdict(register, digits, OUT)) == ("ok", "ok")
    cross(register, digits, IN)
    assert (verdict(register, digits, IN), verdict(register, digits, OUT)) == ("already_inside", "ok")
    cross(register, digits, OUT)
    assert (verdict(register, digits, IN), verdict(register, digits, OUT)) == ("ok", "already_outside")


def test_in_the_automatic_lane_the_direction_follows_from_the_last_crossing(register: Register) -> None:
    _, digits = issue(register)
    assert look(register, digits, None).direction is None, "unknown until the first"
    assert verdict(register, digits, None) == "ok"
    cross(register, digits, IN)
    assert look(register, digits, None).direction is OUT
    cross(register, digits, OUT)
    assert look(register, digits, None).direction is IN


def test_in_the_automatic_lane_someone_inside_is_not_kept_in_by_a_card(register: Register) -> None:
    one, digits = issue(register)
    cross(register, digits, IN)
    with register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    seen = look(register, digits, None)
    assert (seen.direction, said(seen)) == (OUT, ("attention", "revoked"))


def test_looking_writes_nothing(register: Register) -> None:
    _, digits = issue(register)
    with register.reading() as connection:
        before = list(read_lines(connection, 312, 1))
    for scanned in (digits, "x", HomeToken(313, Book.MEDICAL, 1, 1, "0" * 13).digits()):
        look(register, scanned)
    with register.reading() as connection:
        assert list(read_lines(connection, 312, 1)) == before


def test_a_pass_found_by_hand_is_judged_by_its_newest_issue(register: Register) -> None:
    one, _ = issue(register, valid_until=date(2020, 2, 9))
    with register.reading() as connection:
        assert look_at_pass(connection, 312, one.id, register.clock.stamp(), IN).verdict.value == "expired"
    with register.writing() as ledger:
        renew_pass(ledger, one.id, LAST)
    with register.reading() as connection:
        seen = look_at_pass(connection, 312, one.id, register.clock.stamp(), IN)
    assert said(seen) == ("ok", None) and seen.token_sha256 is None


def test_a_number_that_nobody_has_needs_a_look_at_its_own_gate_and_is_wrong_elsewhere(
    register: Register,
) -> None:
    with register.writing() as ledger:
        reserve_blanks(ledger, Book.SUPPORT, 1)
    with register.reading() as connection:
        at = register.clock.stamp()
        nobody = look_at_pass(connection, 312, PassId(312, Book.MEDICAL, 9), at, IN)
        blank = look_at_pass(connection, 312, PassId(312, Book.SUPPORT, 1), at, IN)
        foreign = look_at_pass(connection, 312, PassId(313, Book.MEDICAL, 9), at, IN)
    assert said(nobody) == ("attention", "unregistered")
    assert said(blank) == ("attention", "blank")
    assert said(foreign) == ("wrong_gate", None)


def test_a_clock_that_was_put_back_hides_nothing_that_happened(register: Register, clock: FakeClock) -> None:
    """Sequence, never the clock, says what came before."""
    one, digits = issue(register)
    cross(register, digits, IN)
    cross(register, digits, OUT, 380)
    clock.at("2020-02-10 06:00")
    with register.reading() as connection:
        by_hand = look_at_pass(connection, 312, one.id, register.clock.stamp(), None)
    for seen in (look(register, digits, None), by_hand):
        assert said(seen) == ("attention", "held")
        assert seen.direction is OUT


def test_lines_of_another_gate_can_be_merged_by_hand_and_judge_its_cards(
    register: Register, tmp_path: Path
) -> None:
    """What a merge will do: the other gate's lines, appended and applied."""
    (tmp_path / "other").mkdir()
    with new_register(tmp_path / "other", gate=313) as other:
        one, digits = issue(other, "钱进", scope=COMPOUND)
        with other.writing() as ledger:
            reissue_pass(ledger, one.id, "丢失")
        with other.reading() as connection:
            lines = list(read_lines(connection, 313, 1))
    with register.writing() as ledger:
        put_lines(ledger.connection, lines)
        apply_lines(ledger.connection, lines)
    assert verdict(register, digits) == "superseded"
    assert look(register, digits).name == "钱进"
