"""Signing keys, their names, and the keys that are not taken in."""

from __future__ import annotations

import base64
import hashlib
import pickle

import pytest

from db.errors import Refusal, RefusalCode
from db.trust.keys import (
    Purpose,
    SigningKey,
    check_public_key,
    fingerprint,
    key_id,
    public_key_from_hex,
    same_fingerprint,
    verify,
)

KEY = SigningKey(b"\x07" * 32)

# The eight points of small order of Ed25519, and encodings of them that are not canonical.
SMALL_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0100000000000000000000000000000000000000000000000000000000000080",
]


@pytest.mark.parametrize("key", SMALL_ORDER)
def test_a_key_of_small_order_is_not_taken_in(key: str) -> None:
    with pytest.raises(Refusal) as refused:
        public_key_from_hex(key)
    assert refused.value.code is RefusalCode.WEAK_KEY


@pytest.mark.parametrize("key", SMALL_ORDER)
def test_a_key_of_small_order_verifies_nothing(key: str) -> None:
    # R and S that satisfy the equation for a public key of order one, whatever the message.
    forged = bytes.fromhex(SMALL_ORDER[0]) + b"\0" * 32
    assert not verify(bytes.fromhex(key), Purpose.PASS, b"any message", forged)


@pytest.mark.parametrize("text", ["", "00", "ea" * 31, "EA" * 32, "zz" * 32, None, 5, b"\xea" * 32])
def test_what_is_no_key_is_not_taken_in(text: object) -> None:
    with pytest.raises(Refusal) as refused:
        public_key_from_hex(text)
    assert refused.value.code is RefusalCode.INVALID


def test_a_good_key_is_taken_in() -> None:
    assert public_key_from_hex(KEY.public.hex()) == KEY.public
    assert check_public_key(KEY.public) == KEY.public


def test_a_signature_holds_for_its_message_its_purpose_and_its_key_only() -> None:
    signature = KEY.sign(Purpose.SEAL, b"message")
    assert verify(KEY.public, Purpose.SEAL, b"message", signature)
    assert not verify(KEY.public, Purpose.SEAL, b"messagf", signature)
    assert not verify(KEY.public, Purpose.BUNDLE, b"message", signature)
    assert not verify(SigningKey.generate().public, Purpose.SEAL, b"message", signature)
    assert not verify(KEY.public, Purpose.SEAL, b"message", signature[:-1])
    assert not verify(b"short", Purpose.SEAL, b"message", signature)


def test_a_key_is_named_by_the_hash_of_its_public_half() -> None:
    digest = hashlib.sha256(KEY.public).digest()
    assert key_id(KEY.public).hex() == "fe812c12"
    assert fingerprint(KEY.public).replace("-", "") == base64.b32encode(digest)[:16].decode()
    assert [len(group) for group in fingerprint(KEY.public).split("-")] == [4, 4, 4, 4]


def test_a_fingerprint_is_compared_as_people_type_it() -> None:
    told = fingerprint(KEY.public)
    assert same_fingerprint(KEY.public, told)
    assert same_fingerprint(KEY.public, told.lower().replace("-", " "))
    assert not same_fingerprint(KEY.public, told[:-1])
    assert not same_fingerprint(SigningKey.generate().public, told)


def test_a_signing_key_does_not_show_itself() -> None:
    assert KEY.seed.hex() not in repr(KEY)
    with pytest.raises(TypeError):
        pickle.dumps(KEY)
