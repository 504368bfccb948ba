"""Signed documents between a gate and its command post: one JSON object with the document and its
signature."""

from __future__ import annotations

import re
from typing import Any

from db.errors import Refusal, RefusalCode
from db.ledger.canonical import canonical, loads
from db.trust.keys import Purpose, SigningKey, public_key_from_hex, verify

MAX_DOCUMENT_BYTES = 64 * 1024 * 1024

_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_FORMAT = re.compile(r"([a-z-]{1,40})/([1-9][0-9]{0,5})")


def sign_document(doc: dict[str, Any], key: SigningKey) -> bytes:
    """The file's bytes for `doc`, which names its `format`; its `key` is put in.

    Raises `Refusal` (`BAD_LINE`) for values that no line may hold either."""
    if not _FORMAT.fullmatch(str(doc.get("format"))):
        raise ValueError("a document names its format")
    signed = {**doc, "key": key.public.hex()}
    signature = key.sign(Purpose.DOCUMENT, canonical(signed))
    return canonical({"doc": signed, "signature": signature.hex()})


def read_document(data: bytes, form: str) -> tuple[dict[str, Any], bytes]:
    """The document of format `form` in a file's bytes, and the public key that signed it. Whether that key is
    believed, and whether the document's fields are in form, is for the caller.

    Raises `Refusal`: `DOCUMENT_DAMAGED` with `why`, `DOCUMENT_NEWER`, `DOCUMENT_OTHER` for another kind of
    document, `WEAK_KEY`, `BAD_SIGNATURE`."""
    if len(data) > MAX_DOCUMENT_BYTES:
        raise _damaged("too large")
    try:
        value = loads(data)
    except Refusal as refusal:
        raise _damaged(str(refusal.params.get("why"))) from None
    if (
        not isinstance(value, dict)
        or value.keys() != {"doc", "signature"}
        or not isinstance(value["doc"], dict)
    ):
        raise _damaged("not a signed document")
    doc, signature = value["doc"], value["signature"]
    _check_format(doc.get("format"), form)
    if not isinstance(signature, str) or not _SIGNATURE.fullmatch(signature):
        raise _damaged("signature")
    try:
        signer = public_key_from_hex(doc.get("key"))
    except Refusal as refusal:
        raise refusal if refusal.code is RefusalCode.WEAK_KEY else _damaged("key") from None
    if not verify(signer, Purpose.DOCUMENT, canonical(doc), bytes.fromhex(signature)):
        raise Refusal(RefusalCode.BAD_SIGNATURE)
    return doc, signer


def format_of(data: bytes) -> str:
    """The format that a document names, unchecked. Raises `Refusal` (`DOCUMENT_DAMAGED`)."""
    try:
        value = loads(data)
    except Refusal as refusal:
        raise _damaged(str(refusal.params.get("why"))) from None
    doc = value.get("doc") if isinstance(value, dict) else None
    form = doc.get("format") if isinstance(doc, dict) else None
    if not isinstance(form, str):
        raise _damaged("not a signed document")
    return form


def _check_format(found: object, form: str) -> None:
    match = _FORMAT.fullmatch(found) if isinstance(found, str) else None
    if not match:
        raise _damaged("format")
    kind, number = form.split("/")
    if match[1] != kind:
        raise Refusal(RefusalCode.DOCUMENT_OTHER, format=match[0])
    if int(match[2]) > int(number):
        raise Refusal(RefusalCode.DOCUMENT_NEWER, format=match[0])
    if int(match[2]) < int(number):
        raise _damaged("format")


def _damaged(why: str) -> Refusal:
    return Refusal(RefusalCode.DOCUMENT_DAMAGED, why=why)
