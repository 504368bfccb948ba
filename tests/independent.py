"""What the published formats say, worked out once more from hashlib, json and PyNaCl alone: what a stranger's
checker would do. Nothing here calls the program."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

import nacl.exceptions
import nacl.signing

HEAD_KEYS = {"gate", "epoch", "seq", "at", "operator", "kind", "commit", "prev"}


def canonical(value: Any) -> bytes:
    """RFC 8785 for values without fractions and with ASCII keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def hash_of(head: dict[str, Any]) -> str:
    """The hash of a line with this head."""
    return hashlib.sha256(b"gatebook line v1\n" + canonical(head)).hexdigest()


def commitment_of(salt: str, body: dict[str, Any]) -> str:
    """What a head says of its body."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(body)).hexdigest()


def signed(key: str, prefix: bytes, message: bytes, signature: str) -> bool:
    """Whether an Ed25519 signature, all in hex, is that key's."""
    try:
        nacl.signing.VerifyKey(bytes.fromhex(key)).verify(prefix + message, bytes.fromhex(signature))
    except nacl.exceptions.BadSignatureError:
        return False
    return True


def seal_is_signed(gate: int, epoch: int, line_before: dict[str, Any], seal: dict[str, Any]) -> bool:
    """Whether the body of a `day.sealed` line is signed over the line before it."""
    message = {"day": seal["day"], "entries": seal["entries"], "epoch": epoch, "gate": gate}
    message |= {"head": hash_of(line_before["head"]), "seq": line_before["head"]["seq"]}
    return signed(seal["key"], b"gatebook seal v1\n", canonical(message), seal["signature"])


def check_ledger(lines: Iterable[bytes], gate: int, key: str) -> list[dict[str, Any]]:
    """Asserts that these lines, each its JSON without a line end, are one whole epoch of a gate's ledger; gives
    them as objects."""
    seen: list[dict[str, Any]] = []
    numbered: dict[str, list[int]] = {}
    for place, data in enumerate(lines, 1):
        line = json.loads(data)
        head, body = line["head"], line["body"]
        assert data == canonical(line), "a line is its canonical JSON, byte for byte"
        assert set(line) == {"head", "salt", "body"} and set(head) == HEAD_KEYS
        assert (head["gate"], head["epoch"], head["seq"]) == (gate, 1, place)
        assert head["prev"] == (hash_of(seen[-1]["head"]) if seen else "0" * 64)
        assert head["commit"] == commitment_of(line["salt"], body)
        assert len(line["salt"]) == 32
        if head["kind"] == "entry.recorded":
            numbered.setdefault(body["day"], []).append(body["no"])
        if head["kind"] == "day.sealed":
            assert body["key"] == key and body["head"] == head["prev"]
            assert body["entries"] == len(numbered.get(body["day"], []))
            assert seal_is_signed(gate, 1, seen[-1], body)
        seen.append(line)
    for day, numbers in numbered.items():
        assert numbers == list(range(1, len(numbers) + 1)), f"the numbers of {day} have a gap"
    return seen
