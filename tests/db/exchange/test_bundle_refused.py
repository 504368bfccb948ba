"""Bundles that are damaged, lie, or hide something: each is refused before anything of it is given out."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from db.errors import Refusal, RefusalCode
from db.exchange.bundle_reading import read_bundle
from db.ledger.canonical import canonical
from db.ledger.line import Line, make_line
from db.trust.age_keys import Identity, new_identity
from db.trust.keys import SigningKey
from tests.db.exchange.made_bundles import (
    AT,
    KEY,
    PHOTO,
    foreign_members,
    made_bundle,
    made_lines,
    zipped,
)

LINES = made_lines(6)
Members = dict[str, bytes]


def _code(data: bytes, identity: Identity | None = None) -> RefusalCode:
    with pytest.raises(Refusal) as refused:
        read_bundle(io.BytesIO(data), identity)
    return RefusalCode(refused.value.code)


def test_a_plain_bundle_with_any_one_byte_changed_is_refused() -> None:
    data = made_bundle(LINES, PHOTO)
    for place in range(len(data)):
        for turned in (0x01, 0x80):
            changed = bytearray(data)
            changed[place] ^= turned
            with pytest.raises(Refusal):
                read_bundle(io.BytesIO(bytes(changed)))


def test_an_encrypted_bundle_with_any_one_byte_changed_is_refused() -> None:
    identity = new_identity()
    data = made_bundle(LINES[:1], recipient=str(identity.to_public()))
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 0x01
        with pytest.raises(Refusal):
            read_bundle(io.BytesIO(bytes(changed)), identity)


def test_a_bundle_cut_anywhere_is_refused() -> None:
    identity = new_identity()
    plain = made_bundle(LINES, PHOTO)
    encrypted = made_bundle(LINES, PHOTO, recipient=str(identity.to_public()))
    for data in (plain, encrypted):
        for length in range(0, len(data), 61):
            with pytest.raises(Refusal):
                read_bundle(io.BytesIO(data[:length]), identity)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"not a bundle" * 100, b"\0" * 5000, b"age-encryption.org/v1\n"]
)
def test_what_is_no_bundle_is_refused(data: bytes) -> None:
    assert _code(data, new_identity()) is RefusalCode.BUNDLE_DAMAGED


def test_something_before_or_behind_the_container_is_refused() -> None:
    for data in (made_bundle(LINES), zipped(foreign_members(LINES))):
        assert _code(b"MZ" + data) is RefusalCode.BUNDLE_DAMAGED
        assert _code(data + b"\0") is RefusalCode.BUNDLE_DAMAGED


@pytest.mark.parametrize(
    "name",
    [
        "autorun.inf",
        "../lines.jsonl",
        "/etc/passwd",
        "..\\lines.jsonl",
        "attachments/../../x",
        "attachments/",
        "attachments/" + "a" * 63,
        "attachments/" + "A" * 64,
        "attachments/" + "a" * 64 + "/x",
        "Lines.jsonl",
        "lines.jsonl ",
        "lines.jsonl\0",
        "C:lines.jsonl",
        "王芳",
    ],
)
def test_a_member_of_any_other_name_is_refused(name: str) -> None:
    members = foreign_members(LINES)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for own, data in members.items():
            container.writestr(own, data)
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        container.writestr(info, b"")
    assert _code(out.getvalue()) is RefusalCode.BUNDLE_FORBIDDEN_MEMBER


def test_a_member_that_stands_twice_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, data in foreign_members(LINES).items():
            container.writestr(name, data)
        container.writestr("lines.jsonl", b"")
    assert _code(out.getvalue()) is RefusalCode.BUNDLE_FORBIDDEN_MEMBER


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO])
def test_a_link_or_a_folder_is_refused(kind: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, data in foreign_members(LINES).items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (kind | 0o644) << 16 if name == "lines.jsonl" else 0
            container.writestr(info, data)
    assert _code(out.getvalue()) is RefusalCode.BUNDLE_FORBIDDEN_MEMBER


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_refused(compression: int) -> None:
    assert _code(zipped(foreign_members(LINES), compression)) is RefusalCode.BUNDLE_FORBIDDEN_MEMBER


def test_a_member_under_a_zip_password_is_refused() -> None:
    data = bytearray(zipped(foreign_members(LINES), zipfile.ZIP_STORED))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 0x1
    assert _code(bytes(data)) is RefusalCode.BUNDLE_FORBIDDEN_MEMBER


@pytest.mark.parametrize("missing", ["lines.jsonl", "manifest.json", "manifest.sig"])
def test_a_missing_member_is_refused(missing: str) -> None:
    members = foreign_members(LINES)
    del members[missing]
    assert _code(zipped(members)) is RefusalCode.BUNDLE_DAMAGED


def test_a_missing_or_unlisted_photo_is_refused() -> None:
    members = foreign_members(LINES, PHOTO)
    photo = next(name for name in members if name.startswith("attachments/"))
    assert _code(zipped({name: data for name, data in members.items() if name != photo})) is (
        RefusalCode.BUNDLE_DAMAGED
    )
    unlisted = foreign_members(LINES) | {photo: PHOTO}
    assert _code(zipped(unlisted)) is RefusalCode.BUNDLE_DAMAGED
    assert _code(zipped(members | {photo: b"another picture"})) is RefusalCode.BUNDLE_DAMAGED


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    for name in ("lines.jsonl", "manifest.json", "manifest.sig"):
        members = foreign_members(LINES) | {name: b" " * (3 * 1024 * 1024)}
        assert _code(zipped(members)) is RefusalCode.BUNDLE_TOO_LARGE


def test_a_photo_beyond_the_limit_is_refused() -> None:
    members = foreign_members(LINES)
    members["attachments/" + "a" * 64] = bytes(8 * 1024 * 1024 + 1)
    assert _code(zipped(members, zipfile.ZIP_STORED)) is RefusalCode.BUNDLE_TOO_LARGE


def test_a_member_that_is_longer_than_it_says_is_refused() -> None:
    data = bytearray(zipped(foreign_members(LINES)))
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(b"lines.jsonl"))
    size = struct.unpack_from("<L", data, start + 24)[0]
    struct.pack_into("<L", data, start + 24, size - 1)
    assert _code(bytes(data)) is RefusalCode.BUNDLE_DAMAGED


def test_a_directory_of_too_many_members_is_refused_unread() -> None:
    data = bytearray(zipped(foreign_members(LINES)))
    struct.pack_into("<HH", data, len(data) - 14, 65_535, 65_535)
    assert _code(bytes(data)) is RefusalCode.BUNDLE_TOO_LARGE


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": "gatebook-bundle/2"}, RefusalCode.BUNDLE_NEWER),
        ({"format": "other/1"}, RefusalCode.BUNDLE_DAMAGED),
        ({"format": None}, RefusalCode.BUNDLE_DAMAGED),
        ({"gate": 313}, RefusalCode.BUNDLE_DAMAGED),
        ({"gate": 0}, RefusalCode.BUNDLE_DAMAGED),
        ({"gate": "312"}, RefusalCode.BUNDLE_DAMAGED),
        ({"gate": True}, RefusalCode.BUNDLE_DAMAGED),
        ({"epoch": 2}, RefusalCode.BUNDLE_DAMAGED),
        ({"first": 2, "count": 5}, RefusalCode.BUNDLE_DAMAGED),
        ({"last": 5, "count": 5}, RefusalCode.BUNDLE_DAMAGED),
        ({"last": 7, "count": 7}, RefusalCode.BUNDLE_DAMAGED),
        ({"count": 5}, RefusalCode.BUNDLE_DAMAGED),
        ({"last": 0, "count": 0}, RefusalCode.BUNDLE_DAMAGED),
        ({"prev": "1" * 64}, RefusalCode.BUNDLE_DAMAGED),
        ({"prev": "0" * 63}, RefusalCode.BUNDLE_DAMAGED),
        ({"head": "0" * 64}, RefusalCode.BROKEN_CHAIN),
        ({"lines_sha256": "0" * 64}, RefusalCode.BUNDLE_DAMAGED),
        ({"attachments": [{"sha256": "a" * 64, "bytes": 1}]}, RefusalCode.BUNDLE_DAMAGED),
        ({"attachments": [{"sha256": "../x", "bytes": 1}]}, RefusalCode.BUNDLE_DAMAGED),
        ({"attachments": {}}, RefusalCode.BUNDLE_DAMAGED),
        ({"created_at": "yesterday"}, RefusalCode.BUNDLE_DAMAGED),
        ({"key": "00" * 32}, RefusalCode.WEAK_KEY),
        ({"key": "01" + "00" * 31}, RefusalCode.WEAK_KEY),
        ({"key": KEY.public.hex().upper()}, RefusalCode.BUNDLE_DAMAGED),
        ({"key": SigningKey(b"\x08" * 32).public.hex()}, RefusalCode.BAD_SIGNATURE),
        ({"app": "x" * 201}, RefusalCode.BUNDLE_DAMAGED),
        ({"practice": 1}, RefusalCode.BUNDLE_DAMAGED),
    ],
)
def test_a_manifest_that_lies_is_refused_though_it_is_signed(
    changes: dict[str, Any], code: RefusalCode
) -> None:
    assert _code(zipped(foreign_members(LINES, **changes))) is code


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"format":"gatebook-bundle/1","format":"gatebook-bundle/1"}',
        b'{"format":"gatebook-bundle/1","gate":312.0}',
        b'{"gate":' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"format":"gatebook-bundle/1"}',
    ],
)
def test_a_manifest_out_of_form_is_refused(text: bytes) -> None:
    assert _code(zipped(foreign_members(LINES) | {"manifest.json": text})) is RefusalCode.BUNDLE_DAMAGED


def test_a_signature_of_another_length_or_purpose_is_refused() -> None:
    members = foreign_members(LINES)
    assert _code(zipped(members | {"manifest.sig": b""})) is RefusalCode.BAD_SIGNATURE
    assert (
        _code(zipped(members | {"manifest.sig": members["manifest.sig"][:-1]})) is RefusalCode.BAD_SIGNATURE
    )
    bare = SigningKey(b"\x08" * 32)
    assert _code(zipped(foreign_members(LINES, signer=bare))) is RefusalCode.BAD_SIGNATURE


def _resigned(lines: bytes) -> bytes:
    """A bundle whose manifest is right about the changed bytes of its lines, and signed."""
    members = foreign_members(LINES, lines_sha256=hashlib.sha256(lines).hexdigest())
    return zipped(members | {"lines.jsonl": lines})


def _text(lines: list[Line]) -> bytes:
    return b"".join(line.encode() + b"\n" for line in lines)


def _with(change: Callable[[dict[str, Any]], None]) -> bytes:
    """The lines with the third one changed; written canonically again."""
    rows = _text(LINES).splitlines()
    value = json.loads(rows[2])
    change(value)
    rows[2] = canonical(value)
    return b"\n".join(rows) + b"\n"


def _float(lines: bytes) -> bytes:
    return lines.replace(b'"temp_tenths":365', b'"temp_tenths":36.5', 1)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (_text(LINES[:-1]), RefusalCode.BUNDLE_DAMAGED),
        (_text([*LINES, LINES[-1]]), RefusalCode.BUNDLE_DAMAGED),
        (_text([LINES[1], LINES[0], *LINES[2:]]), RefusalCode.BUNDLE_DAMAGED),
        (_text(LINES)[:-1], RefusalCode.BAD_LINE),
        (_text(LINES) + b"\n", RefusalCode.BAD_LINE),
        (_text(LINES).replace(b"\n", b"\r\n"), RefusalCode.BAD_LINE),
        (_text(LINES).replace(b'{"body"', b'{ "body"', 1), RefusalCode.BAD_LINE),
        (_float(_text(LINES)), RefusalCode.BAD_LINE),
        (_text(LINES).replace("王芳".encode(), "王方".encode(), 1), RefusalCode.BAD_LINE),
        (_text(LINES).replace(b'"pass":null', b'"pass":null,"pass":null', 1), RefusalCode.BAD_LINE),
        (b"\xef\xbb\xbf" + _text(LINES), RefusalCode.BAD_LINE),
        (b"x" * 70_000 + b"\n", RefusalCode.BAD_LINE),
        (_with(lambda line: line["head"].update(seq="3")), RefusalCode.BAD_LINE),
        (_with(lambda line: line["head"].update(extra=1)), RefusalCode.BAD_LINE),
        (_with(lambda line: line["head"].pop("at")), RefusalCode.BAD_LINE),
        (_with(lambda line: line.update(salt="0" * 32)), RefusalCode.BAD_LINE),
        (_with(lambda line: line.update(body=[])), RefusalCode.BAD_LINE),
        (_with(lambda line: line.update(extra=1)), RefusalCode.BAD_LINE),
        (_with(lambda line: line["head"].update(prev="a" * 64)), RefusalCode.BROKEN_CHAIN),
        (_with(lambda line: line["head"].update(operator="op-9")), RefusalCode.BROKEN_CHAIN),
        (_with(lambda line: line["head"].update(gate=313)), RefusalCode.BUNDLE_DAMAGED),
    ],
)
def test_lines_that_are_not_the_gates_chain_are_refused_though_they_are_signed(
    lines: bytes, code: RefusalCode
) -> None:
    assert _code(_resigned(lines)) is code


def test_the_first_bad_line_is_named() -> None:
    other = make_line(312, 1, 4, AT, "op-1", "entry.recorded", {"no": 4}, LINES[2].hash)
    with pytest.raises(Refusal) as refused:
        read_bundle(io.BytesIO(_resigned(_text([*LINES[:3], other, *LINES[4:]]))))
    assert refused.value.code is RefusalCode.BROKEN_CHAIN
    assert refused.value.params["seq"] == 5
    broken = _text(LINES).replace(b'"no":4', b'"no":7')
    with pytest.raises(Refusal) as refused:
        read_bundle(io.BytesIO(_resigned(broken)))
    assert (refused.value.code, refused.value.params["seq"]) == (RefusalCode.BAD_LINE, 4)


def test_a_photo_that_changes_on_the_drive_after_the_check_is_not_given_out() -> None:
    data = bytearray(zipped(foreign_members(LINES, PHOTO), zipfile.ZIP_STORED))
    source = io.BytesIO(bytes(data))
    bundle = read_bundle(source)
    source.seek(data.index(PHOTO))
    source.write(b"!")
    with pytest.raises(Refusal) as refused:
        bundle.attachment(bundle.manifest.attachments[0].sha256)
    assert refused.value.code is RefusalCode.BUNDLE_DAMAGED
