"""A reader of what an export wrote that shares nothing with the program: only the contract, age, ZIP and SHA-256."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nacl.signing
import pyrage


@dataclass(frozen=True)
class ReadBundle:
    """A bundle of which every signature and hash was checked."""

    manifest: dict[str, Any]
    lines: list[dict[str, Any]]
    attachments: dict[str, bytes]


def canonical(value: Any) -> bytes:
    """RFC 8785 for objects, arrays, strings, integers, booleans and null."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")


def read(data: bytes, recovery_key: str | None) -> ReadBundle:
    """Opens a bundle and checks it; raises for whatever does not fit."""
    if recovery_key is not None:
        assert data.startswith(b"age-encryption.org/v1\n")
        data = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(recovery_key)])
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    raw = members["manifest.json"]
    manifest = json.loads(raw)
    key = nacl.signing.VerifyKey(bytes.fromhex(manifest["key"]))
    key.verify(b"gatebook bundle v1\n" + raw, members["manifest.sig"])
    photos = {name: body for name, body in members.items() if name.startswith("attachments/")}
    assert set(members) == {"lines.jsonl", "manifest.json", "manifest.sig", *photos}
    listed = {f"attachments/{one['sha256']}": one["bytes"] for one in manifest["attachments"]}
    assert {name: len(body) for name, body in photos.items()} == listed
    assert all(hashlib.sha256(body).hexdigest() == name.split("/")[1] for name, body in photos.items())
    assert hashlib.sha256(members["lines.jsonl"]).hexdigest() == manifest["lines_sha256"]
    lines = _lines(members["lines.jsonl"], manifest)
    return ReadBundle(manifest, lines, {name.split("/")[1]: body for name, body in photos.items()})


def _lines(data: bytes, manifest: dict[str, Any]) -> list[dict[str, Any]]:
    assert data.endswith(b"\n")
    lines: list[dict[str, Any]] = []
    previous = manifest["prev"]
    for raw in data[:-1].split(b"\n"):
        line = json.loads(raw)
        assert canonical(line) == raw
        head = line["head"]
        assert head["prev"] == previous
        assert head["seq"] == manifest["first"] + len(lines)
        assert (head["gate"], head["epoch"]) == (manifest["gate"], manifest["epoch"])
        commit = hashlib.sha256(bytes.fromhex(line["salt"]) + canonical(line["body"])).hexdigest()
        assert head["commit"] == commit
        previous = hashlib.sha256(b"gatebook line v1\n" + canonical(head)).hexdigest()
        lines.append(line)
    assert len(lines) == manifest["count"] == manifest["last"] - manifest["first"] + 1
    assert previous == manifest["head"]
    return lines


def check_sums(folder: Path) -> dict[str, str]:
    """Compares every file of a folder with its checksums; name → hash."""
    sums = {}
    for row in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = row.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        sums[name] = digest
    assert {child.name for child in folder.iterdir()} == {*sums, "SHA256SUMS"}
    return sums
