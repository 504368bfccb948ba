"""Which gates a command post admits, and which key it believes for each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.books.gate_keys import note_rotation
from db.books.gates import mark_practice
from db.books.posts import GateState, Witnessed, get_admission, may_sign, signers_of
from db.errors import Denied, Refusal, RefusalCode
from db.exchange.admission import Admitted, admit, cut_off
from db.exchange.answers import read_answer
from db.exchange.requests import make_request
from db.ledger.store import tip
from db.register import Register
from db.trust.keys import SigningKey, fingerprint
from db.trust.roles import Role
from tests.desks import POST
from tests.district import District, lines_of, request_of, signed
from tests.registers import as_role, issue

STRANGER = SigningKey(b"\x11" * 32)


def grant(district: District, data: bytes, *typed: str) -> Admitted:
    with district.post.writing() as ledger:
        return admit(ledger, data, typed)


def refused(district: District, data: bytes, *typed: str) -> RefusalCode:
    before = lines_of(district.post)
    with pytest.raises(Refusal) as refusal:
        grant(district, data, *typed)
    assert lines_of(district.post) == before
    return RefusalCode(refusal.value.code)


@pytest.fixture
def gate(district: District) -> Register:
    return district.gate(312, admitted=False)


def rotate(register: Register, new: SigningKey) -> None:
    with register.writing() as ledger:
        note_rotation(ledger, register.access.signing_key(), new)
    register.access = replace(register.access, signer=new)


def test_a_request_says_who_asks_and_the_post_believes_its_key(district: District, gate: Register) -> None:
    done = grant(district, request_of(gate))
    one = done.admission
    assert (one.gate, one.name, one.compound) == (312, "1 号门·东门", "泉韵佳苑")
    assert (one.state, one.recipient) == (GateState.ADMITTED, gate.key_file.recipient)
    key = gate.key_file.gate_key
    assert (done.new, done.compared, done.fingerprint) == (True, False, fingerprint(key))
    with district.post.reading() as connection:
        assert [signer.key for signer in signers_of(connection, POST, 312)] == [key.hex()]
        assert may_sign(connection, POST, 312, key.hex(), 1, 10_000)
        assert not may_sign(connection, POST, 312, STRANGER.public.hex(), 1, 1)
        assert signers_of(connection, POST, 313) == []


def test_the_same_request_twice_changes_nothing_and_new_facts_do(district: District, gate: Register) -> None:
    data = request_of(gate)
    grant(district, data)
    lines = lines_of(district.post)
    assert not grant(district, data).new
    assert lines_of(district.post) == lines
    moved = signed(data, gate.access.signing_key(), name="北门", made_at="2020-02-11T08:00:00.000+08:00")
    assert grant(district, moved).admission.name == "北门"
    assert refused(district, data) is RefusalCode.REQUEST_OLDER


def test_the_fingerprint_that_was_told_by_phone_must_be_the_requests(
    district: District, gate: Register
) -> None:
    data = request_of(gate)
    assert refused(district, data, "AAAA-BBBB-CCCC-DDDD") is RefusalCode.FINGERPRINT_DIFFERS
    mark = fingerprint(gate.key_file.gate_key)
    assert grant(district, data, "AAAA-BBBB-CCCC-DDDD", mark.lower()).compared


def test_a_number_that_another_key_has_is_refused(district: District, gate: Register) -> None:
    data = request_of(gate)
    grant(district, data)
    other = signed(data, STRANGER)
    assert refused(district, other) is RefusalCode.GATE_TAKEN
    assert refused(district, other, fingerprint(STRANGER.public)) is RefusalCode.GATE_TAKEN
    own = signed(data, STRANGER, gate=POST)
    assert refused(district, own) is RefusalCode.GATE_TAKEN


def test_a_key_that_another_gate_has_is_refused(district: District, gate: Register) -> None:
    data = request_of(gate)
    grant(district, data)
    copy = signed(data, gate.access.signing_key(), gate=313)
    assert refused(district, copy) is RefusalCode.KEY_TAKEN


def test_a_practice_register_is_refused(district: District, gate: Register) -> None:
    with gate.writing() as ledger:
        mark_practice(ledger)
    practice = replace(gate.gate, practice=True)
    with gate.writing() as ledger:
        data = make_request(ledger, practice, gate.key_file.recipient)
    assert refused(district, data) is RefusalCode.PRACTICE_REQUEST


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"recipient": "age1" + "q" * 58}, RefusalCode.INVALID),
        ({"recipient": "nobody"}, RefusalCode.INVALID),
        ({"gate": 0}, RefusalCode.DOCUMENT_DAMAGED),
        ({"name": " "}, RefusalCode.DOCUMENT_DAMAGED),
        ({"made_at": "yesterday"}, RefusalCode.DOCUMENT_DAMAGED),
        ({"format": "gatebook-request/2"}, RefusalCode.DOCUMENT_NEWER),
        ({"format": "gatebook-answer/1"}, RefusalCode.DOCUMENT_OTHER),
    ],
    ids=str,
)
def test_a_request_out_of_form_is_refused(
    district: District, gate: Register, changes: dict[str, object], code: RefusalCode
) -> None:
    assert refused(district, signed(request_of(gate), gate.access.signing_key(), **changes)) is code


def test_a_request_under_a_key_of_small_order_is_refused(district: District, gate: Register) -> None:
    """For such a key a signature can be made for every message; here R is the neutral element and S is 0."""
    data = request_of(gate).replace(gate.key_file.gate_key.hex().encode(), b"01" + b"00" * 31)
    start = data.index(b'"signature":"') + len(b'"signature":"')
    data = data[:start] + b"01" + b"00" * 63 + data[start + 128 :]
    assert refused(district, data) is RefusalCode.WEAK_KEY


def test_a_rotated_key_is_the_same_gate_when_the_old_key_says_so(district: District, gate: Register) -> None:
    grant(district, request_of(gate))
    first, second = gate.access.signing_key(), SigningKey(b"\x22" * 32)
    rotate(gate, second)
    district.clock.forward(minutes=5)
    data = request_of(gate)
    unproven = signed(data, second, rotated=[])
    assert refused(district, unproven) is RefusalCode.GATE_TAKEN
    assert grant(district, data).key == second.public.hex()
    with district.post.reading() as connection:
        keys = {signer.key for signer in signers_of(connection, POST, 312)}
    assert keys == {first.public.hex(), second.public.hex()}


def test_a_key_counts_for_lines_before_the_line_that_rotated_it(district: District, gate: Register) -> None:
    grant(district, request_of(gate))
    old, new = gate.access.signing_key().public.hex(), SigningKey(b"\x22" * 32)
    issue(gate)
    rotate(gate, new)
    at = lines_of(gate)
    district.bring(gate)
    with district.post.reading() as connection:
        assert may_sign(connection, POST, 312, old, 1, at - 1)
        assert not may_sign(connection, POST, 312, old, 1, at)
        assert may_sign(connection, POST, 312, new.public.hex(), 1, at + 100)


def test_a_lost_laptops_key_counts_as_far_as_the_last_line_that_the_post_has(
    district: District, gate: Register
) -> None:
    grant(district, request_of(gate))
    issue(gate)
    district.bring(gate)
    seen = lines_of(gate)
    key = gate.key_file.gate_key.hex()
    with district.post.writing() as ledger:
        done = cut_off(ledger, 312, "laptop stolen")
    with gate.reading() as connection:
        assert done.at == Witnessed(1, seen, tip(connection, 312).hash)
    with district.post.reading() as connection:
        assert may_sign(connection, POST, 312, key, 1, seen)
        assert not may_sign(connection, POST, 312, key, 1, seen + 1)
        assert not may_sign(connection, POST, 312, key, 2, 1)
    shown = read_answer(district.answer().data).answer.gate(312)
    assert shown is not None and shown.witnessed is not None
    assert (shown.state, shown.witnessed.seq, [one.key for one in shown.keys]) == ("cut_off", seen, [key])


def test_a_key_that_a_cut_off_key_signed_for_later_is_not_believed(
    district: District, gate: Register
) -> None:
    grant(district, request_of(gate))
    district.bring(gate)
    with district.post.writing() as ledger:
        cut_off(ledger, 312, "laptop stolen")
    rotate(gate, SigningKey(b"\x22" * 32))
    district.clock.forward(minutes=5)
    assert refused(district, request_of(gate)) is RefusalCode.GATE_TAKEN


def test_a_gate_that_was_cut_off_comes_back_only_when_a_person_compared_its_key(
    district: District, gate: Register
) -> None:
    grant(district, request_of(gate))
    with district.post.writing() as ledger:
        cut_off(ledger, 312, "laptop stolen")
    data = signed(request_of(gate), STRANGER)
    assert refused(district, data) is RefusalCode.GATE_TAKEN
    grant(district, data, fingerprint(STRANGER.public))
    with district.post.reading() as connection:
        one = get_admission(connection, POST, 312)
        assert one is not None and one.state is GateState.ADMITTED
        assert not may_sign(connection, POST, 312, gate.key_file.gate_key.hex(), 1, 5)
        assert may_sign(connection, POST, 312, STRANGER.public.hex(), 1, 5)


def test_admitting_is_the_leads_and_only_a_posts(district: District, gate: Register) -> None:
    data = request_of(gate)
    with pytest.raises(Refusal) as refusal, gate.writing() as ledger:
        admit(ledger, data)
    assert refusal.value.code is RefusalCode.NOT_A_DESK
    as_role(district.post, Role.REGISTRAR)
    with pytest.raises(Denied):
        grant(district, data)


def test_a_gate_asks_and_a_post_answers_under_a_key_that_a_volunteer_cannot_open(
    district: District, gate: Register
) -> None:
    as_role(gate, Role.VOLUNTEER)
    with pytest.raises(Denied):
        request_of(gate)
    as_role(district.post, Role.VOLUNTEER)
    with pytest.raises(Denied):
        district.answer()
