"""Documents between gate and post."""

from __future__ import annotations

import json
from typing import Any

import pytest
from nacl.signing import VerifyKey

from db.errors import Refusal, RefusalCode
from db.exchange.signed_document import read_document, sign_document
from db.ledger.canonical import canonical
from db.trust.keys import SigningKey

KEY = SigningKey(b"\x07" * 32)
REQUEST = "gatebook-request/1"
DOC = {"format": REQUEST, "gate": 312, "name": "北门", "compound": None, "made_at": "2020-02-10"}


def _code(data: bytes, form: str = REQUEST) -> RefusalCode:
    with pytest.raises(Refusal) as refused:
        read_document(data, form)
    return RefusalCode(refused.value.code)


def test_a_signed_document_is_read_with_its_signer() -> None:
    doc, signer = read_document(sign_document(DOC, KEY), REQUEST)
    assert doc == DOC | {"key": KEY.public.hex()}
    assert signer == KEY.public


def test_any_other_program_can_check_the_signature() -> None:
    value = json.loads(sign_document(DOC, KEY))
    assert value.keys() == {"doc", "signature"}
    text = json.dumps(value["doc"], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    message = b"gatebook document v1\n" + text.encode()
    VerifyKey(KEY.public).verify(message, bytes.fromhex(value["signature"]))


def test_the_layout_of_the_file_does_not_matter() -> None:
    value = json.loads(sign_document(DOC, KEY))
    doc, _ = read_document(json.dumps(value, indent=4).encode(), REQUEST)
    assert doc["name"] == "北门"


def test_a_document_with_any_one_byte_changed_is_refused() -> None:
    data = sign_document(DOC, KEY)
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 0x01
        with pytest.raises(Refusal):
            read_document(bytes(changed), REQUEST)


def _signed(doc: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(sign_document(doc, KEY)))


def test_other_and_newer_kinds_are_told_apart() -> None:
    assert _code(sign_document(DOC | {"format": "gatebook-answer/1"}, KEY)) is RefusalCode.DOCUMENT_OTHER
    assert _code(sign_document(DOC | {"format": "gatebook-request/2"}, KEY)) is RefusalCode.DOCUMENT_NEWER
    assert _code(sign_document(DOC, KEY), "gatebook-request/2") is RefusalCode.DOCUMENT_DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"doc":{},"signature":""}',
        b'{"doc":[],"signature":""}',
        canonical({"doc": DOC, "signature": "0" * 128}),
        canonical(_signed(DOC) | {"extra": 1}),
        canonical(_signed(DOC) | {"signature": None}),
        canonical(_signed(DOC) | {"signature": "00"}),
        sign_document(DOC, KEY).replace(b'"gate":312', b'"gate":312.0'),
        sign_document(DOC, KEY).replace(b'"gate":312', b'"gate":312,"gate":312'),
        b"[" * 100_000,
    ],
)
def test_what_is_no_signed_document_is_refused(data: bytes) -> None:
    assert _code(data) is RefusalCode.DOCUMENT_DAMAGED


def test_a_key_of_small_order_is_refused() -> None:
    doc = DOC | {"key": "01" + "00" * 31}
    forged = {"doc": doc, "signature": "01" + "00" * 63}
    assert _code(canonical(forged)) is RefusalCode.WEAK_KEY


def test_a_stranger_cannot_sign_for_a_key() -> None:
    value = _signed(DOC)
    value["doc"]["key"] = SigningKey(b"\x08" * 32).public.hex()
    assert _code(canonical(value)) is RefusalCode.BAD_SIGNATURE
