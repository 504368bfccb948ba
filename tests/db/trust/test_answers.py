"""Which answer a gate takes: its own post's, complete, in order, and never an older one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from db.errors import Denied, Refusal, RefusalCode
from db.ledger.replay import local_fingerprints
from db.register import Register
from db.trust.keys import SigningKey
from db.trust.roles import Role
from tests.district import District, lines_of, signed, take_document
from tests.registers import as_role

STRANGER = SigningKey(b"\x11" * 32)
SMALL_ORDER = "01" + "00" * 31
"""The neutral element of the curve: a signature for it can be made for every message."""


def state(register: Register) -> tuple[int, dict[str, str]]:
    with register.reading() as connection:
        return lines_of(register), local_fingerprints(connection)


def refusal(register: Register, data: bytes, typed: str | None = None) -> RefusalCode:
    """Why the answer is refused; that it changed nothing is checked too."""
    before = state(register)
    with pytest.raises(Refusal) as refused:
        take_document(register, data, typed)
    assert state(register) == before
    return RefusalCode(refused.value.code)


@pytest.fixture
def gate(district: District) -> Register:
    return district.gate(312)


@pytest.fixture
def joined(district: District, gate: Register) -> Register:
    district.join(gate)
    return gate


def post_key(district: District) -> SigningKey:
    return district.post.access.signing_key()


def test_the_first_answer_needs_the_fingerprint_that_a_person_compared(
    district: District, gate: Register
) -> None:
    data = district.answer().data
    assert refusal(gate, data) is RefusalCode.FINGERPRINT_NEEDED
    assert refusal(gate, data, "AAAA-BBBB-CCCC-DDDD") is RefusalCode.FINGERPRINT_DIFFERS
    typed = district.fingerprint.lower().replace("-", " ")
    taken = take_document(gate, data, typed)
    assert (taken.new, taken.joined, taken.added) == (True, True, (312,))


def test_only_a_lead_says_which_post_it_is_but_anyone_takes_its_next_answer(
    district: District, gate: Register
) -> None:
    lead = gate.access
    as_role(gate, Role.REGISTRAR)
    with pytest.raises(Denied):
        take_document(gate, district.answer().data, district.fingerprint)
    gate.access = lead
    district.join(gate)
    as_role(gate, Role.VOLUNTEER)
    assert district.inform(gate).new


def test_a_higher_number_is_taken_a_lower_never_and_the_same_is_nothing_new(
    district: District, joined: Register
) -> None:
    second, third = district.answer().data, district.answer().data
    assert take_document(joined, third).answer.number == 3
    assert refusal(joined, second) is RefusalCode.ANSWER_OLDER
    lines = lines_of(joined)
    again = take_document(joined, third)
    assert (again.new, lines_of(joined)) == (False, lines)


def test_another_account_of_a_number_is_refused(district: District, joined: Register) -> None:
    second = district.answer().data
    take_document(joined, second)
    other = signed(second, post_key(district), notes=["something else"])
    assert refusal(joined, other) is RefusalCode.ANSWER_OLDER


def test_an_answer_of_another_post_is_refused_whatever_its_number(
    district: District, joined: Register
) -> None:
    data = signed(district.answer().data, STRANGER, number=99)
    assert refusal(joined, data) is RefusalCode.OTHER_POST


def test_a_list_out_of_order_is_refused(district: District, joined: Register) -> None:
    data, key = district.answer().data, post_key(district)
    good = [[1, "medical", 7, None], [1, "support", 2, 3], [2, "medical", 1, None]]
    for bad in (
        good[::-1],
        [good[1], good[0]],
        [good[0], good[0]],
        [[1, 2, 7, None], [1, "support", 2, None]],
    ):
        assert refusal(joined, signed(data, key, revoked=bad)) is RefusalCode.ANSWER_UNSORTED
    assert take_document(joined, signed(data, key, revoked=good)).revoked == 3


def test_a_book_may_be_its_digit_as_on_cards(district: District, joined: Register) -> None:
    data = signed(district.answer().data, post_key(district), revoked=[[312, 1, 5, None], [312, 2, 5, 2]])
    assert take_document(joined, data).new


def test_an_answer_from_later_than_the_clock_is_refused(district: District, joined: Register) -> None:
    data, key = district.answer().data, post_key(district)
    late = signed(data, key, made_at="2020-02-11T08:00:00.000+08:00")
    assert refusal(joined, late) is RefusalCode.ANSWER_FUTURE
    assert take_document(joined, signed(data, key, made_at="2020-02-10T08:45:00.000+08:00")).new


def test_an_answer_that_does_not_know_this_gate_is_refused(district: District, gate: Register) -> None:
    stranger = district.gate(700, admitted=False)
    data = district.answer().data
    assert refusal(stranger, data, district.fingerprint) is RefusalCode.ANSWER_NOT_FOR_US
    gates = json.loads(data)["doc"]["gates"]
    gates[0]["keys"][0]["key"] = STRANGER.public.hex()
    data = signed(data, post_key(district), gates=gates)
    assert refusal(gate, data, district.fingerprint) is RefusalCode.ANSWER_NOT_FOR_US


def test_keys_of_small_order_are_refused(district: District, joined: Register) -> None:
    data = district.answer().data
    gates = json.loads(data)["doc"]["gates"]
    gates[0]["keys"].append({"key": SMALL_ORDER, "from": None, "until": None})
    assert refusal(joined, signed(data, post_key(district), gates=gates)) is RefusalCode.WEAK_KEY


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 0},
        {"number": "7"},
        {"made_at": "2020-02-10"},
        {"post": {"name": "指挥部"}},
        {"gates": [{"gate": 70000, "name": "", "compound": "", "state": "admitted", "keys": []}]},
        {"gates": [{"gate": 1, "name": "", "compound": "", "state": "lost", "keys": []}]},
        {"revoked": [[1, "medical", 0, None]]},
        {"revoked": [[1, "gold", 1, None]]},
        {"revoked": [[1, "medical", 1]]},
        {"compounds": None},
        {"resend": [{"gate": 1}]},
    ],
    ids=str,
)
def test_fields_out_of_form_are_refused(
    district: District, joined: Register, changes: dict[str, Any]
) -> None:
    data = signed(district.answer().data, post_key(district), **changes)
    assert refusal(joined, data) is RefusalCode.DOCUMENT_DAMAGED


def test_a_gate_or_a_key_that_stands_twice_is_refused(district: District, joined: Register) -> None:
    data = district.answer().data
    gates = json.loads(data)["doc"]["gates"]
    assert refusal(joined, signed(data, post_key(district), gates=gates * 2)) is RefusalCode.DOCUMENT_DAMAGED
    other = {**gates[0], "gate": 4}
    twice = signed(data, post_key(district), gates=[other, *gates])
    assert refusal(joined, twice) is RefusalCode.DOCUMENT_DAMAGED


def test_a_byte_changed_anywhere_is_found_out(district: District, joined: Register) -> None:
    data = district.answer().data
    for place in range(0, len(data), 23):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        code = refusal(joined, changed)
        assert code in (
            RefusalCode.DOCUMENT_DAMAGED,
            RefusalCode.DOCUMENT_OTHER,
            RefusalCode.DOCUMENT_NEWER,
            RefusalCode.BAD_SIGNATURE,
            RefusalCode.WEAK_KEY,
        )


def test_a_newer_format_asks_for_a_newer_program_and_later_fields_are_passed_over(
    district: District, joined: Register
) -> None:
    data, key = district.answer().data, post_key(district)
    assert refusal(joined, signed(data, key, format="gatebook-answer/2")) is RefusalCode.DOCUMENT_NEWER
    assert refusal(joined, signed(data, key, format="gatebook-request/1")) is RefusalCode.DOCUMENT_OTHER
    assert take_document(joined, signed(data, key, weather={"of": "tomorrow"})).new


def test_a_post_takes_no_answer(district: District, gate: Register) -> None:
    assert refusal(district.post, district.answer().data, district.fingerprint) is RefusalCode.IS_A_DESK


def test_numbers_of_answers_are_never_used_again(district: District, gate: Register) -> None:
    numbers = [district.answer().number for _ in range(3)]
    with district.post.writing() as ledger:
        from db.ledger.replay import replay

        replay(ledger.connection)
    assert [*numbers, district.answer().number] == [1, 2, 3, 4]


def test_what_the_answer_asks_of_this_gate_is_told(district: District, joined: Register) -> None:
    wanted = [{"gate": 312, "epoch": 1, "from": 4, "to": 9}, {"gate": 9, "epoch": 1, "from": 1, "to": 2}]
    data = district.answer(resend=wanted, notes=["口罩明天到"]).data
    answer = take_document(joined, data).answer
    asked = [(some.epoch, some.from_, some.to) for some in answer.for_gate(312)]
    assert (asked, list(answer.notes)) == ([(1, 4, 9)], ["口罩明天到"])
