"""The gate's copy of what its post said: someone who can open the register but not sign cannot change it unnoticed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from db.books.gate_keys import note_rotation
from db.books.joined_post import own_post
from db.books.pass_id import Scope
from db.books.verdict import Verdict
from db.errors import Refusal, RefusalCode
from db.ledger.checking import ProblemKind
from db.ledger.replay import replay
from db.ledger.verify import verify_register
from db.register import Register
from db.trust.keys import SigningKey
from db.trust.trust_list import trust_differs
from tests.district import District, lines_of, look, signed, take_document
from tests.registers import issue

STRANGER = SigningKey(b"\x44" * 32)


@pytest.fixture
def gate(district: District) -> Register:
    district.gate(700)
    gate = district.gate(312)
    district.join(gate)
    return gate


def tamper(register: Register, *statements: str) -> None:
    """What a shell on the opened register can do."""
    with register.changing() as connection:
        for statement in statements:
            connection.execute(text(statement))


def problems(register: Register) -> list[tuple[ProblemKind, str]]:
    with register.reading() as connection:
        return [(one.kind, one.detail) for one in verify_register(connection).problems]


INTRUDER = f"INSERT INTO trusted_keys VALUES (700, '{STRANGER.public.hex()}', '00000000')"


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        (INTRUDER, "trusted_keys"),
        ("UPDATE trusted_gates SET compound = 'x'", "trusted_gates"),
        ("INSERT INTO trusted_revoked VALUES (700, 'medical', 1, NULL)", "trusted_revoked"),
        ("INSERT INTO trusted_kept VALUES ('" + "0" * 64 + "', 700)", "trusted_kept"),
        ("DELETE FROM trusted_keys WHERE gate = 700", "trusted_keys"),
    ],
)
def test_a_change_is_found_and_mended_from_the_signed_answer(
    gate: Register, statement: str, part: str
) -> None:
    tamper(gate, statement)
    assert problems(gate) == [(ProblemKind.TRUST_DIFFERS, part)]
    lines = lines_of(gate)
    gate.mend()
    assert problems(gate) == []
    assert lines_of(gate) == lines + 1
    gate.mend()
    assert lines_of(gate) == lines + 1


def test_a_forged_answer_in_its_place_makes_the_gate_believe_nobody_until_it_takes_the_true_one(
    district: District, gate: Register
) -> None:
    _, digits = issue(district.gates[700], scope=Scope.DISTRICT)
    data = district.answer().data
    take_document(gate, data)
    doc = json.loads(data)["doc"]
    doc["gates"][1]["keys"].append({"key": STRANGER.public.hex(), "from": None, "until": None})
    forged = signed(data, STRANGER, gates=doc["gates"]).decode()
    with gate.changing() as connection:
        connection.execute(text("UPDATE answers SET document = :forged"), {"forged": forged})
        connection.execute(text(INTRUDER))
    gate.mend()
    assert look(gate, digits).verdict is Verdict.UNKNOWN_ISSUER
    assert problems(gate) == [(ProblemKind.TRUST_DIFFERS, "answer")]
    take_document(gate, data)
    assert look(gate, digits).verdict is Verdict.OK
    assert problems(gate) == []


def test_another_post_cannot_be_put_in_without_the_gates_key(district: District, gate: Register) -> None:
    """A thief with the register's key writes his own post, and an answer that it signed."""
    data = signed(district.answer().data, STRANGER)
    with gate.changing() as connection:
        key = {"key": STRANGER.public.hex()}
        connection.execute(text("UPDATE joined_posts SET key = :key, joined_key = :key"), key)
        connection.execute(text("UPDATE answers SET document = :data"), {"data": data.decode()})
    with gate.reading() as connection:
        assert trust_differs(connection, 312, gate.key_file.gate_key.hex()) == "post"


def test_replay_keeps_which_answer_was_taken(district: District, gate: Register) -> None:
    before = None
    with gate.writing() as ledger:
        before = own_post(ledger.connection, 312)
        replay(ledger.connection)
        assert own_post(ledger.connection, 312) == before
    assert before is not None and before.number == 1
    assert problems(gate) == []


def test_the_post_may_change_its_key_and_its_old_key_is_believed_no_more(
    district: District, gate: Register
) -> None:
    old, new = district.post.access.signing_key(), SigningKey(b"\x55" * 32)
    before = district.answer().data
    with district.post.writing() as ledger:
        note_rotation(ledger, old, new)
    district.post.access = replace(district.post.access, signer=new)
    data = district.answer().data
    unproven = json.loads(data)["doc"]["post"] | {"rotated": []}
    with pytest.raises(Refusal) as refusal:
        take_document(gate, signed(data, new, post=unproven))
    assert refusal.value.code is RefusalCode.OTHER_POST
    assert take_document(gate, data).new
    with pytest.raises(Refusal) as refusal:
        take_document(gate, signed(before, old, number=50))
    assert refusal.value.code is RefusalCode.OTHER_POST
    assert take_document(gate, district.answer().data).new
    assert problems(gate) == []
