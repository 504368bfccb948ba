"""Canonical JSON: RFC 8785 for what a line may hold, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refusal, RefusalCode
from db.ledger.canonical import canonical, loads, strict_loads

LARGEST = 9007199254740991
"""2^53-1, the largest integer of RFC 8785 (section 3.2.2.3, by way of RFC 7493)."""

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
keys = st.text(st.characters(min_codepoint=1, max_codepoint=127))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as raised:
        strict_loads(data)
    assert raised.value.code is RefusalCode.BAD_LINE
    return str(raised.value.params["why"])


def test_the_string_and_literals_of_the_rfc_come_out_as_printed_there() -> None:
    """Section 3.2.2 and its output in 3.2.3, without the fractions."""
    written = r'{"string": "\u20ac$\u000F\u000aA'
    written += r"""'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"""
    expected = r"""{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"""
    assert canonical(loads(written.encode())) == expected.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Section 3.2.2.2: the five short escapes, every other control character as \u00xx, nothing else escaped.
        ("\b\t\n\f\r", rb'"\b\t\n\f\r"'),
        ("\x01\x1f", rb'"\u0001\u001f"'),
        ("\x7f\u2028\u2029\ud7ff\U0001f600/<>&", '"\x7f\u2028\u2029\ud7ff\U0001f600/<>&"'.encode()),
        ('"\\', rb'"\"\\"'),
        # Section 3.2.3: keys by their code units.
        (
            {"b": 1, "a": 2, "B": 3, "": 4, "aa": 5, "1": 6, "\r": 7},
            b'{"":4,"\\r":7,"1":6,"B":3,"a":2,"aa":5,"b":1}',
        ),
        # Appendix B, those of its numbers that are integers.
        (0, b"0"),
        (LARGEST, b"9007199254740991"),
        (-LARGEST, b"-9007199254740991"),
        ([], b"[]"),
        ({}, b"{}"),
        ([{"z": [True, None, False]}, "门岗"], '[{"z":[true,null,false]},"门岗"]'.encode()),
    ],
)
def test_values_have_one_form(value: Any, expected: bytes) -> None:
    assert canonical(value) == expected
    assert strict_loads(expected) == value


@pytest.mark.parametrize(
    "value",
    [
        36.5,
        1.0,
        float("nan"),
        float("inf"),
        LARGEST + 1,
        -LARGEST - 1,
        "a\0b",
        "\ud800",
        "\udc00x",
        {"门": 1},
        {"a\0": 1},
        {1: 2},
        {None: 1},
        b"bytes",
        {1, 2},
        pytest.param(object(), id="an object"),
        ["deep", {"er": 0.5}],
    ],
    ids=repr,
)
def test_what_no_line_may_hold_is_not_written(value: Any) -> None:
    with pytest.raises(Refusal) as raised:
        canonical(value)
    assert raised.value.code is RefusalCode.BAD_LINE


@pytest.mark.parametrize(
    "data",
    [
        b"36.5",
        b"1.0",
        b"1e2",
        b"-0.0",
        b"NaN",
        b"Infinity",
        b"-Infinity",
        b"9007199254740992",
        b"-9007199254740992",
        b"9" * 5000,
        rb'"\u0000"',
        rb'"\ud800"',
        rb'"\ude00\ud83d"',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b'"\n"',
        b"'a'",
        b"",
        b"[1,]",
        b"{} {}",
        b"\xef\xbb\xbf{}",
        '{"门":1}'.encode(),
        b'{"a":1,"a":1}',
        b'{"x":{"a":1,"b":2,"a":3}}',
        b'{"a":1,"\\u0061":2}',
        b"[" * 200_000,
        b'{"a":' * 40 + b"1" + b"}" * 40,
    ],
    ids=lambda data: repr(data[:30]),
)
def test_what_no_line_may_hold_is_not_read_in_any_layout(data: bytes) -> None:
    for read in (loads, strict_loads):
        with pytest.raises(Refusal) as raised:
            read(data)
        assert raised.value.code is RefusalCode.BAD_LINE


@pytest.mark.parametrize(
    "data",
    [
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b"[1, 2]",
        b" 1",
        b"1\n",
        b"-0",
        rb'"\/"',
        rb'"\u0041"',
        rb'"\u000a"',
        rb'"\u001F"',
        rb'"\u95e8"',
        rb'"\ud83d\ude00"',
    ],
    ids=repr,
)
def test_json_that_is_not_canonical_is_refused_where_the_bytes_count(data: bytes) -> None:
    loads(data)
    assert refused(data) == "not canonical"


def test_a_key_that_stands_twice_is_told_apart() -> None:
    assert refused(b'{"a":1,"a":1}') == "a key stands twice"


@given(values)
def test_what_is_written_is_read_again_and_has_no_second_form(value: Any) -> None:
    data = canonical(value)
    assert strict_loads(data) == value
    assert json.loads(data) == value
    assert canonical(loads(json.dumps(value, indent=2).encode())) == data


@given(values, st.integers(0, 10_000), st.binary(min_size=1, max_size=1))
def test_a_changed_byte_is_another_value_or_refused(value: Any, place: int, byte: bytes) -> None:
    data = canonical(value)
    place %= len(data)
    changed = data[:place] + byte + data[place + 1 :]
    if changed == data:
        return
    try:
        again = strict_loads(changed)
    except Refusal:
        return
    assert canonical(again) == changed != data
