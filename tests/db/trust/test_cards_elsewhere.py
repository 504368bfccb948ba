"""What a card is worth at a gate that did not issue it, by what the command post said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.books.gate_keys import note_rotation
from db.books.issuing import reissue_pass, renew_pass, revoke_pass
from db.books.pass_id import Scope
from db.books.passes import Pass, card_digits, get_pass
from db.books.verdict import Direction, Verdict
from db.exchange.admission import cut_off, retire, stop_pass
from db.exchange.answering import revoked_passes
from db.register import Register
from db.trust.keys import SigningKey
from db.trust.tokens import sign_district_token
from tests.desks import POST
from tests.district import District, look
from tests.registers import issue

HERE, THERE = 312, 700


@pytest.fixture
def here(district: District) -> Register:
    return district.gate(HERE)


@pytest.fixture
def there(district: District) -> Register:
    return district.gate(THERE)


def district_card(register: Register, **fields: Any) -> tuple[Pass, str]:
    return issue(register, scope=Scope.DISTRICT, **fields)


def test_a_stranger_becomes_known_by_the_answer(district: District, here: Register, there: Register) -> None:
    _, digits = district_card(there)
    assert look(here, digits).verdict is Verdict.UNKNOWN_ISSUER
    district.join(here)
    seen = look(here, digits)
    assert (seen.verdict, seen.name) == (Verdict.OK, "周文静")


def test_every_digit_of_a_known_gates_card_counts(
    district: District, here: Register, there: Register
) -> None:
    _, digits = district_card(there)
    district.join(here)
    good = {Verdict.OK, Verdict.ATTENTION}
    for place, digit in enumerate(digits):
        changed = digits[:place] + str((int(digit) + 1) % 10) + digits[place + 1 :]
        assert look(here, changed).verdict not in good, place


def test_a_revoked_card_is_revoked_everywhere_and_nobody_is_kept_in_by_it(
    district: District, here: Register, there: Register
) -> None:
    one, digits = district_card(there)
    with there.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    district.join(here)
    assert look(here, digits).verdict is Verdict.OK  # the post does not know yet
    district.bring(there)
    district.inform(here)
    assert look(here, digits).verdict is Verdict.REVOKED
    outward = look(here, digits, Direction.OUT)
    assert (outward.verdict, outward.reason) == (Verdict.ATTENTION, "revoked")


def test_a_reissued_card_supersedes_the_lost_one_elsewhere(
    district: District, here: Register, there: Register
) -> None:
    one, lost = district_card(there)
    with there.writing() as ledger:
        reissue_pass(ledger, one.id, "lost")
        kept = get_pass(ledger.connection, one.id)
        assert kept is not None
        found = card_digits(ledger.connection, kept)
    district.bring(there)
    district.join(here)
    assert look(here, lost).verdict is Verdict.SUPERSEDED
    assert look(here, found).verdict is Verdict.OK


def test_another_gates_home_card_is_good_only_there(
    district: District, here: Register, there: Register
) -> None:
    _, digits = issue(there)
    district.join(here)
    assert look(here, digits).verdict is Verdict.WRONG_GATE


def test_a_compound_card_is_good_at_the_gates_of_its_compound(district: District, here: Register) -> None:
    neighbour, stranger = district.gate(313), district.gate(900, compound="翠湖")
    _, near = issue(neighbour, scope=Scope.COMPOUND)
    _, far = issue(stranger, scope=Scope.COMPOUND)
    district.join(here)
    assert look(here, near).verdict is Verdict.OK
    assert look(here, far).verdict is Verdict.WRONG_GATE


def test_a_known_gates_key_signs_for_that_gate_alone(
    district: District, here: Register, there: Register
) -> None:
    one, _ = district_card(there)
    third = district.gate(313)
    district.join(here)
    forged = sign_district_token(
        third.access.signing_key(),
        scope=Scope.DISTRICT,
        book=one.id.book,
        gate=THERE,
        number=one.id.number,
        issue=2,
        valid_from=one.holder.valid_from,
        valid_until=one.holder.valid_until,
        name="坏人",
    ).digits()
    assert look(here, forged).verdict is Verdict.FORGED


def test_a_strangers_key_is_an_unknown_issuer_though_it_names_a_known_gate(
    district: District, here: Register, there: Register
) -> None:
    one, _ = district_card(there)
    district.join(here)
    digits = forge(SigningKey(b"\x22" * 32), one)
    assert look(here, digits).verdict is Verdict.UNKNOWN_ISSUER


def forge(key: SigningKey, one: Pass, number: int = 99) -> str:
    """A card as a thief with this key would make it."""
    days = {"valid_from": one.holder.valid_from, "valid_until": one.holder.valid_until}
    return sign_district_token(
        key,
        scope=Scope.DISTRICT,
        book=one.id.book,
        gate=one.id.gate,
        number=number,
        issue=1,
        name="坏人",
        **days,
    ).digits()


def test_a_lost_laptops_cards_are_revoked_but_for_those_that_the_post_has_seen(
    district: District, here: Register, there: Register
) -> None:
    one, seen = district_card(there)
    gone, revoked = district_card(there, name="张三")
    with there.writing() as ledger:
        revoke_pass(ledger, gone.id, "离岗")
    district.bring(there)
    _, unseen = district_card(there, name="李四")
    with district.post.writing() as ledger:
        done = cut_off(ledger, THERE, "laptop stolen")
    assert done.kept == 1
    district.join(here)
    stolen = forge(there.access.signing_key(), one)
    verdicts = [look(here, digits).verdict for digits in (seen, revoked, unseen, stolen)]
    assert verdicts == [Verdict.OK, Verdict.REVOKED, Verdict.REVOKED, Verdict.REVOKED]
    assert look(here, stolen).reason == "cut_off"
    assert look(district.post, stolen).verdict is Verdict.REVOKED


def test_none_of_a_lost_laptops_cards_need_be_kept(
    district: District, here: Register, there: Register
) -> None:
    _, seen = district_card(there)
    district.bring(there)
    with district.post.writing() as ledger:
        cut_off(ledger, THERE, "laptop stolen", keep=False)
    district.join(here)
    assert look(here, seen).verdict is Verdict.REVOKED


def test_a_retired_gates_cards_are_good_until_their_day(
    district: District, here: Register, there: Register
) -> None:
    _, digits = district_card(there)
    with district.post.writing() as ledger:
        retire(ledger, THERE)
    district.join(here)
    assert look(here, digits).verdict is Verdict.OK
    district.clock.at("2020-03-16 08:00")
    assert look(here, digits).verdict is Verdict.EXPIRED


def test_a_pass_that_the_post_stops_is_revoked_at_its_own_gate_too_until_the_gate_issues_it_anew(
    district: District, here: Register, there: Register
) -> None:
    one, digits = district_card(there)
    home, home_digits = issue(there, "王五")
    with district.post.writing() as ledger:
        stop_pass(ledger, one.id, "copied")
        stop_pass(ledger, home.id, "copied")
    district.join(here)
    district.join(there)
    assert look(here, digits).verdict is Verdict.REVOKED
    assert look(there, digits).verdict is Verdict.REVOKED
    assert look(there, home_digits).verdict is Verdict.REVOKED
    assert look(district.post, digits).reason == "copied"
    district.clock.forward(minutes=1)
    with there.writing() as ledger:
        renewed = renew_pass(ledger, one.id, one.holder.valid_until)
        anew = card_digits(ledger.connection, renewed)
    assert look(there, anew).verdict is Verdict.OK


def test_the_list_leaves_out_what_has_ended_and_what_is_good_at_home_only(
    district: District, there: Register
) -> None:
    for name, scope in (("甲", Scope.GATE), ("乙", Scope.DISTRICT)):
        one, _ = issue(there, name, scope=scope)
        with there.writing() as ledger:
            revoke_pass(ledger, one.id, "离岗")
    district.bring(there)
    with district.post.reading() as connection:
        assert revoked_passes(connection, POST, "2020-02-10") == [[THERE, "medical", 2, None]]
        assert revoked_passes(connection, POST, "2020-03-16") == []


def test_a_verdict_on_a_foreign_card_knows_how_old_the_answer_is(
    district: District, here: Register, there: Register
) -> None:
    _, digits = district_card(there)
    _, own = district_card(here)
    assert look(here, digits).answer_days is None
    district.join(here)
    assert (look(here, digits).answer_days, look(here, own).answer_days) == (0, None)
    district.clock.forward(days=3)
    seen = look(here, digits)
    assert (seen.answer_days, seen.answer_old) == (3, False)
    district.clock.forward(days=1)
    seen = look(here, digits)
    assert (seen.answer_days, seen.answer_old) == (4, True)


def test_cards_under_a_rotated_key_are_good_until_their_day_here_and_elsewhere(
    district: District, here: Register, there: Register
) -> None:
    _, before = district_card(there)
    old, new = there.access.signing_key(), SigningKey(b"\x33" * 32)
    with there.writing() as ledger:
        note_rotation(ledger, old, new)
    there.access = replace(there.access, signer=new)
    _, after = district_card(there, name="张三")
    assert [look(there, digits).verdict for digits in (before, after)] == [Verdict.OK, Verdict.OK]
    district.bring(there)
    district.join(here)
    assert [look(here, digits).verdict for digits in (before, after)] == [Verdict.OK, Verdict.OK]
