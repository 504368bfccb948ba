"""Tokens against the published vectors, and what must hold of every token."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.books.pass_id import Book, Scope
from db.errors import Refusal, RefusalCode
from db.trust.keys import SigningKey
from db.trust.tokens import (
    FIRST_DAY,
    LAST_DAY,
    DistrictToken,
    HomeToken,
    Unreadable,
    UnreadableWhy,
    cut_name,
    new_code,
    read_token,
    sign_district_token,
    token_sha256,
    verify_signature,
)

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "pass-tokens.json").read_text(encoding="utf-8")
)
KEYS = [SigningKey(bytes.fromhex(entry["seed"])) for entry in VECTORS["keys"]]

names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=12)
days = st.dates(FIRST_DAY, LAST_DAY)


@st.composite
def district_tokens(draw: st.DrawFn) -> DistrictToken:
    first, last = sorted((draw(days), draw(days)))
    return sign_district_token(
        draw(st.sampled_from(KEYS)),
        scope=draw(st.sampled_from([Scope.DISTRICT, Scope.COMPOUND])),
        book=draw(st.sampled_from(Book)),
        gate=draw(st.integers(1, 65535)),
        number=draw(st.integers(1, 2**32 - 1)),
        issue=draw(st.integers(1, 255)),
        valid_from=first,
        valid_until=last,
        name=draw(names),
    )


@pytest.mark.parametrize("entry", VECTORS["keys"], ids=lambda entry: entry["key_id"])
def test_the_vectors_keys_are_what_their_seeds_give(entry: dict[str, str]) -> None:
    assert SigningKey(bytes.fromhex(entry["seed"])).public.hex() == entry["public"]


@pytest.mark.parametrize("entry", VECTORS["district"], ids=lambda entry: entry["human"])
def test_a_district_token_is_read_signed_and_verified_as_published(entry: dict[str, Any]) -> None:
    token = read_token(entry["digits"])
    assert isinstance(token, DistrictToken)
    key = KEYS[entry["key"]]
    assert token.scope == entry["scope"]
    assert token.book == Book(entry["book"])
    assert (token.gate, token.number, token.issue) == (entry["gate"], entry["number"], entry["issue"])
    assert token.valid_from == date.fromisoformat(entry["valid_from"])
    assert token.valid_until == date.fromisoformat(entry["valid_until"])
    assert token.name == entry["name"]
    assert token.pass_id.human() == entry["human"]
    assert verify_signature(token, key.public)
    assert not verify_signature(token, KEYS[1 - entry["key"]].public)
    assert len(token.digits()) == entry["length"]
    signed_again = sign_district_token(
        key,
        scope=Scope(entry["scope"]),
        book=Book(entry["book"]),
        gate=entry["gate"],
        number=entry["number"],
        issue=entry["issue"],
        valid_from=date.fromisoformat(entry["valid_from"]),
        valid_until=date.fromisoformat(entry["valid_until"]),
        name=entry["name"],
    )
    assert signed_again.digits() == entry["digits"]


@pytest.mark.parametrize("entry", VECTORS["home"], ids=lambda entry: entry["human"])
def test_a_home_token_is_read_and_written_as_published(entry: dict[str, Any]) -> None:
    token = read_token(entry["digits"])
    assert token == HomeToken(
        entry["gate"], Book(entry["book"]), entry["number"], entry["issue"], entry["code"]
    )
    assert token.digits() == entry["digits"]
    assert token.pass_id.human() == entry["human"]


@pytest.mark.parametrize("entry", VECTORS["unreadable"], ids=lambda entry: entry["why"])
def test_what_is_no_token_is_unreadable(entry: dict[str, str]) -> None:
    assert isinstance(read_token(entry["digits"]), Unreadable)


@pytest.mark.parametrize("entry", VECTORS["forged"], ids=lambda entry: entry["why"])
def test_a_changed_token_is_nobodys(entry: dict[str, str]) -> None:
    token = read_token(entry["digits"])
    assert isinstance(token, DistrictToken)
    assert not any(verify_signature(token, key.public) for key in KEYS)


@pytest.mark.parametrize("entry", VECTORS["normalised"], ids=lambda entry: entry["why"])
def test_what_a_scanner_adds_is_taken_off(entry: dict[str, str]) -> None:
    token = read_token(entry["raw"])
    assert isinstance(token, DistrictToken)
    assert token.digits() == entry["digits"]


@pytest.mark.parametrize(
    "raw",
    [
        "]Q1200312200001230010481516234210\r",
        "]Q2\\000026200312200001230010481516234210\n",
        "］Ｑ１２００３１２２００００１２３００１０４８１５１６２３４２１０",
        "\t20031 22000 01230 01048 15162 34210\u3000",
        "]q1200312200001230010481516234210",
    ],
)
def test_a_home_token_is_read_through_marks_widths_and_spaces(raw: str) -> None:
    assert read_token(raw) == HomeToken(312, Book.MEDICAL, 123, 1, "0481516234210")


@pytest.mark.parametrize(
    "raw",
    [
        "٢٠٠٣١٢٢٠٠٠٠١٢٣٠٠١٠٤٨١٥١٦٢٣٤٢١٠",  # Arabic digits are digits to Python, not to a token
        "²00312200001230010481516234210",
        "200312200001230010481516234210]Q1",
        "100312200001230010481516234210",  # 30 digits, but no home token
        "\x00200312200001230010481516234210",
        "2003122000012300104815162342100",
        "9" * 100_000,
        "二〇〇三一二",
    ],
)
def test_other_signs_than_digits_are_unreadable(raw: str) -> None:
    assert isinstance(read_token(raw), Unreadable)


@given(district_tokens())
def test_what_is_signed_is_read_again(token: DistrictToken) -> None:
    digits = token.digits()
    assert len(digits) <= 251
    assert digits[0] != "0"
    assert len(digits) != 30
    assert read_token(digits) == token


@given(district_tokens(), st.data())
def test_a_district_token_changed_at_any_digit_is_refused(token: DistrictToken, data: st.DataObject) -> None:
    digits = token.digits()
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[place]]))
    changed = read_token(digits[:place] + other + digits[place + 1 :])
    assert not isinstance(changed, DistrictToken) or not any(
        verify_signature(changed, key.public) for key in KEYS
    )


def test_one_published_token_changed_at_every_digit_to_every_other_is_refused() -> None:
    digits: str = VECTORS["district"][1]["digits"]
    for place, digit in enumerate(digits):
        for other in set("0123456789") - {digit}:
            changed = read_token(digits[:place] + other + digits[place + 1 :])
            assert not isinstance(changed, DistrictToken) or not verify_signature(changed, KEYS[1].public)


@given(st.text(max_size=300))
def test_no_scan_whatever_breaks_the_reader(text: str) -> None:
    token = read_token(text)
    assert isinstance(token, Unreadable | HomeToken | DistrictToken)


@given(st.binary(min_size=1, max_size=104))
def test_no_bytes_whatever_break_the_reader(data: bytes) -> None:
    token = read_token(str(int.from_bytes(b"\1" + data, "big")))
    if isinstance(token, DistrictToken):
        assert token.signed_bytes() + token.signature == b"\1" + data


@given(names)
def test_a_name_is_cut_between_characters(name: str) -> None:
    short = cut_name(name)
    assert name.startswith(short)
    assert len(short.encode()) <= 23
    rest = name[len(short) :]
    assert not rest or len((short + rest[0]).encode()) > 23


def test_a_long_name_loses_the_character_that_does_not_fit() -> None:
    assert cut_name("司马相如与卓文君") == "司马相如与卓文"
    assert cut_name("Anna-Maria Schmidt-Lindqvist") == "Anna-Maria Schmidt-Lind"


def _sign(**changes: Any) -> DistrictToken:
    values: dict[str, Any] = {
        "scope": Scope.DISTRICT,
        "book": Book.OFFICIAL,
        "gate": 312,
        "number": 1,
        "issue": 1,
        "valid_from": date(2020, 2, 9),
        "valid_until": date(2020, 3, 31),
        "name": "王芳",
    }
    return sign_district_token(KEYS[0], **(values | changes))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"scope": Scope.GATE}, "scope"),
        ({"gate": 0}, "gate"),
        ({"gate": 65536}, "gate"),
        ({"number": 0}, "number"),
        ({"number": 2**32}, "number"),
        ({"issue": 0}, "issue"),
        ({"valid_from": date(2019, 12, 31)}, "valid_from"),
        ({"valid_until": date(2020, 2, 8)}, "valid_until"),
        ({"valid_until": LAST_DAY + timedelta(days=1)}, "valid_until"),
        ({"name": "王\n芳"}, "name"),
        ({"name": "王\u202e芳"}, "name"),
        ({"name": "\ud800"}, "name"),
    ],
)
def test_values_that_no_token_holds_are_refused(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        _sign(**changes)
    assert refused.value.code is RefusalCode.INVALID
    assert refused.value.params["field"] == field


def test_the_256th_issue_is_refused_in_both_tokens() -> None:
    with pytest.raises(Refusal) as refused:
        _sign(issue=256)
    assert refused.value.code is RefusalCode.ISSUES_USED_UP
    with pytest.raises(Refusal) as refused:
        HomeToken(312, Book.MEDICAL, 1, 256, "0" * 13).digits()
    assert refused.value.code is RefusalCode.ISSUES_USED_UP


def test_the_last_day_is_the_one_that_two_bytes_hold() -> None:
    assert date(2199, 6, 6) == LAST_DAY
    assert read_token(_sign(valid_until=LAST_DAY).digits()) == _sign(valid_until=LAST_DAY)


@pytest.mark.parametrize(
    ("token", "field"),
    [
        (HomeToken(0, Book.MEDICAL, 1, 1, "0" * 13), "gate"),
        (HomeToken(312, Book.MEDICAL, 10_000_000, 1, "0" * 13), "number"),
        (HomeToken(312, Book.MEDICAL, 1, 0, "0" * 13), "issue"),
        (HomeToken(312, Book.MEDICAL, 1, 1, "0" * 12), "code"),
    ],
)
def test_values_that_no_home_token_holds_are_refused(token: HomeToken, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        token.digits()
    assert refused.value.params["field"] == field


def test_codes_are_thirteen_digits_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 13 and code.isascii() and code.isdigit() for code in codes)


def test_a_tokens_hash_is_of_its_digits() -> None:
    assert token_sha256("1") == "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"


def test_a_4000_digit_scan_is_told_from_letters() -> None:
    assert read_token("9" * 4000) == Unreadable(UnreadableWhy.WRONG_LENGTH)
    assert read_token("9" * 252) == Unreadable(UnreadableWhy.WRONG_LENGTH)
    assert read_token("GB1") == Unreadable(UnreadableWhy.NOT_DIGITS)
