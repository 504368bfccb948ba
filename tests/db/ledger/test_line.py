"""One line: how it is hashed and committed to, and how strictly it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refusal, RefusalCode
from db.ledger.line import MAX_LINE_BYTES, ZERO_HASH, Line, make_line, parse_line
from tests import independent

SALT = "000102030405060708090a0b0c0d0e0f"
BODY = {"temp_tenths": 365, "name": "王芳", "pass": None, "in": [True]}
HEAD = {
    "gate": 312,
    "epoch": 1,
    "seq": 42,
    "at": "2020-02-10T07:31:05.123+08:00",
    "operator": "op-3",
    "kind": "entry.recorded",
    "commit": hashlib.sha256(
        bytes(range(16)) + '{"in":[true],"name":"王芳","pass":null,"temp_tenths":365}'.encode()
    ).hexdigest(),
    "prev": "ab" * 32,
}


def encoded(**changes: Any) -> bytes:
    """The line above with changes in its head; `salt` and `body` change beside it."""
    beside = {name: changes.pop(name) for name in ("salt", "body") if name in changes}
    return independent.canonical({"head": HEAD | changes, "salt": SALT, "body": BODY} | beside)


def why(data: bytes) -> object:
    with pytest.raises(Refusal) as raised:
        parse_line(data)
    assert raised.value.code is RefusalCode.BAD_LINE
    return raised.value.params["why"]


def test_a_line_of_the_published_form_is_read_and_written_byte_for_byte() -> None:
    line = parse_line(encoded())
    assert line.encode() == encoded()
    assert line.head.key == (312, 1, 42)
    assert (line.salt, line.body) == (SALT, BODY)


def test_the_hash_is_over_the_prefix_and_the_head_alone() -> None:
    head = (
        '{{"at":"2020-02-10T07:31:05.123+08:00","commit":"{}","epoch":1,"gate":312,"kind":"entry.recorded",'
        '"operator":"op-3","prev":"{}","seq":42}}'.format(HEAD["commit"], "ab" * 32)
    )
    expected = hashlib.sha256(b"gatebook line v1\n" + head.encode()).hexdigest()
    assert parse_line(encoded()).hash == expected
    assert parse_line(encoded(salt=None, body=None)).hash == expected, "a purge leaves the hash"


def test_a_new_line_commits_to_its_body_under_a_salt_of_its_own() -> None:
    first, second = (
        make_line(312, 1, 1, "2020-02-10T08:00:00.000+08:00", "op-1", "gate.opened", BODY, ZERO_HASH)
        for _ in range(2)
    )
    for line in (first, second):
        assert line.salt is not None and len(line.salt) == 32
        assert line.head.commit == independent.commitment_of(line.salt, BODY)
        assert parse_line(line.encode()) == line
    assert first.salt != second.salt and first.head.commit != second.head.commit, (
        "the same body twice must not show"
    )


def test_a_line_that_nobody_could_read_back_is_not_written() -> None:
    def line_of(length: int) -> Line:
        kind, body = "a" * 40 + "." + "b" * 40, {"note": "x" * (length - len('{"note":""}'))}
        return make_line(65535, 65535, 2**32 - 1, str(HEAD["at"]), "\x01" * 64, kind, body, ZERO_HASH)

    most = MAX_LINE_BYTES - 1024
    with pytest.raises(Refusal) as raised:
        line_of(most + 1)
    assert raised.value.code is RefusalCode.BAD_LINE
    longest = line_of(most)
    assert parse_line(longest.encode()) == longest


@pytest.mark.parametrize("name", sorted(independent.HEAD_KEYS))
def test_a_head_needs_every_field(name: str) -> None:
    head = {key: value for key, value in HEAD.items() if key != name}
    assert why(independent.canonical({"head": head, "salt": SALT, "body": BODY})) == "not a head"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("gate", 0),
        ("gate", 65536),
        ("gate", -1),
        ("gate", True),
        ("gate", "312"),
        ("gate", None),
        ("epoch", 0),
        ("epoch", 65536),
        ("seq", 0),
        ("seq", 2**32),
        ("seq", "1"),
        ("at", "2020-02-10T07:31:05+08:00"),
        ("at", "2020-02-10T07:31:05.123456+08:00"),
        ("at", "2020-02-10T07:31:05.123Z"),
        ("at", "2020-02-10T07:31:05.123"),
        ("at", "2020-02-10 07:31:05.123+08:00"),
        ("at", "2020-02-10T07:31:05.123+0800"),
        ("at", "２０２０-02-10T07:31:05.123+08:00"),
        ("at", "2020-02-30T07:31:05.123+08:00"),
        ("at", "2020-02-10T24:31:05.123+08:00"),
        ("at", "2020-02-10T07:31:05.123+08:00\n"),
        ("at", "0001-01-01T00:00:00.000+08:00"),
        ("at", 1),
        ("operator", ""),
        ("operator", "x" * 65),
        ("operator", None),
        ("kind", "entry"),
        ("kind", "Entry.recorded"),
        ("kind", "entry.recorded "),
        ("kind", "a" * 41 + ".b"),
        ("kind", None),
        ("commit", "AB" * 32),
        ("commit", "ab" * 31),
        ("commit", None),
        ("prev", ""),
        ("prev", "g" * 64),
        ("prev", 0),
    ],
)
def test_a_head_out_of_form_is_refused(field: str, value: Any) -> None:
    assert why(encoded(**{field: value})) == "head out of form"


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line | {"more": 1},
        lambda line: {key: value for key, value in line.items() if key != "salt"},
        lambda line: line | {"head": line["head"] | {"more": 1}},
        lambda line: line | {"head": list(line["head"].items())},
        lambda line: [line],
        lambda line: "line",
        lambda line: None,
    ],
)
def test_anything_but_a_line_is_refused(change: Callable[[dict[str, Any]], Any]) -> None:
    why(independent.canonical(change(json.loads(encoded()))))


@pytest.mark.parametrize(
    "beside",
    [
        {"salt": "00" * 16},
        {"body": {**BODY, "temp_tenths": 366}},
        {"body": {**BODY, "more": None}},
        {"body": {}},
        {"salt": SALT[:-2]},
        {"salt": SALT.upper()},
        {"salt": None},
        {"body": None},
        {"body": [BODY]},
        {"salt": 5},
    ],
    ids=repr,
)
def test_a_body_that_the_head_does_not_commit_to_is_refused(beside: dict[str, Any]) -> None:
    why(encoded(**beside))


def test_a_purged_line_keeps_its_head() -> None:
    line = parse_line(encoded(salt=None, body=None))
    assert (line.salt, line.body) == (None, None)
    assert line.encode() == encoded(salt=None, body=None)


def test_the_same_line_in_another_layout_is_not_that_line() -> None:
    value = json.loads(encoded())
    assert why(json.dumps(value, ensure_ascii=False).encode()) == "not canonical"
    assert why(encoded() + b"\n") == "not canonical"
    assert why(encoded().replace("王芳".encode(), rb"\u738b\u82b3")) == "not canonical"


def test_a_line_of_any_length_but_a_lines_is_not_even_read() -> None:
    assert why(b"[" * (MAX_LINE_BYTES + 1)) == "too long"


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_no_byte_of_a_line_can_change_unseen(place: int, by: int) -> None:
    """Another line may come of it, with another hash; never the same one, and never a body of its own choice."""
    data = bytearray(encoded())
    place %= len(data)
    data[place] = (data[place] + by) % 256
    try:
        line = parse_line(bytes(data))
    except Refusal:
        return
    assert line.hash != parse_line(encoded()).hash
    assert line.body == BODY
