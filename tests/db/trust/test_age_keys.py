"""The recovery key as people type it, and the recipients that are not taken in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Denied, Refusal, RefusalCode
from db.trust.age_keys import check_recipient, new_identity, read_identity

IDENTITY = new_identity()
KEY = str(IDENTITY)

# Bech32 of X25519's points 0, 1 and the two of order 8 (RFC 7748, section 6.1 asks to check for them).
SMALL_ORDER = [
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
    "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz9ts6wm9s8",
]


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


@pytest.mark.parametrize(
    "typed",
    [
        KEY,
        KEY.lower(),
        f"  {KEY}\n",
        KEY[:30] + "\r\n" + KEY[30:],
        KEY.replace("-", ""),
        KEY.replace("-", "–"),
        " ".join(KEY[start : start + 4] for start in range(0, len(KEY), 4)),
        "-".join(KEY[start : start + 6] for start in range(0, len(KEY), 6)).lower(),
        _wide(KEY),
    ],
    ids=[
        "as made",
        "small",
        "spaces",
        "two lines",
        "no hyphens",
        "dashes",
        "by four",
        "by six",
        "full width",
    ],
)
def test_the_recovery_key_is_read_however_it_was_typed(typed: str) -> None:
    assert str(read_identity(typed)) == KEY


@given(
    st.integers(len("AGE-SECRET-KEY-1"), len(KEY) - 1), st.sampled_from("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")
)
def test_one_wrong_character_is_found(place: int, other: str) -> None:
    if KEY[place] != other:
        with pytest.raises(Denied) as refused:
            read_identity(KEY[:place] + other + KEY[place + 1 :])
        assert refused.value.code is RefusalCode.RECOVERY_KEY_WRONG


@pytest.mark.parametrize(
    "typed",
    ["", "AGE-SECRET-KEY-1", KEY[:-1], KEY + "Q", str(IDENTITY.to_public()), "王芳", "A" * 100_000],
    ids=["nothing", "prefix", "short", "long", "recipient", "name", "huge"],
)
def test_what_is_no_recovery_key_is_refused(typed: str) -> None:
    with pytest.raises(Denied) as refused:
        read_identity(typed)
    assert refused.value.code is RefusalCode.RECOVERY_KEY_WRONG


@pytest.mark.parametrize("text", SMALL_ORDER)
def test_a_recipient_of_small_order_is_not_taken_in(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_recipient(text)
    assert refused.value.code is RefusalCode.WEAK_KEY


@pytest.mark.parametrize(
    "text",
    ["", "age1", KEY, SMALL_ORDER[0][:-1] + "q", None, 7, "age1" + "é" * 58],
    ids=["nothing", "prefix", "recovery key", "checksum", "none", "number", "accents"],
)
def test_what_is_no_recipient_is_not_taken_in(text: object) -> None:
    with pytest.raises(Refusal) as refused:
        check_recipient(text)
    assert refused.value.code is RefusalCode.INVALID


def test_a_recipient_is_taken_in_in_its_own_case() -> None:
    own = str(IDENTITY.to_public())
    assert check_recipient(own) == own
    assert check_recipient(f" {own.upper()}\n") == own
