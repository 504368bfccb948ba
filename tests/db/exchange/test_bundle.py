"""Bundles that are whole: what is written is read again, by this program and by any other."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pyrage
import pytest
from nacl.signing import VerifyKey

from db.errors import Refusal, RefusalCode
from db.exchange.bundle_reading import read_bundle
from db.exchange.bundle_writing import write_bundle
from db.exchange.manifest import bundle_name
from db.ledger.line import Line
from db.trust.age_keys import new_identity
from db.trust.key_file import KeyFile
from db.trust.keys import SigningKey
from tests.db.exchange.made_bundles import (
    AT,
    KEY,
    PHOTO,
    foreign_members,
    made_bundle,
    made_lines,
    made_manifest,
    zipped,
)


def test_what_is_written_is_read_again() -> None:
    lines = made_lines(40)
    bundle = read_bundle(io.BytesIO(made_bundle(lines, PHOTO, b"another", PHOTO)))
    assert list(bundle.lines()) == lines
    assert list(bundle.lines()) == lines
    assert bundle.signer == KEY.public
    manifest = bundle.manifest
    assert (manifest.gate, manifest.epoch, manifest.first, manifest.last, manifest.count) == (
        312,
        1,
        1,
        40,
        40,
    )
    assert bundle.attachment(hashlib.sha256(PHOTO).hexdigest()) == PHOTO
    assert len(manifest.attachments) == 2


def test_a_later_range_of_an_epoch_is_a_bundle_too() -> None:
    lines = made_lines(30)
    bundle = read_bundle(io.BytesIO(made_bundle(lines[12:])))
    assert (bundle.manifest.first, bundle.manifest.prev) == (13, lines[11].hash)
    assert list(bundle.lines()) == lines[12:]


def test_the_members_are_those_that_other_programs_look_for() -> None:
    lines = made_lines(5)
    with zipfile.ZipFile(io.BytesIO(made_bundle(lines, PHOTO))) as container:
        photo = f"attachments/{hashlib.sha256(PHOTO).hexdigest()}"
        assert set(container.namelist()) == {"lines.jsonl", "manifest.json", "manifest.sig", photo}
        manifest = container.read("manifest.json")
        assert json.loads(manifest) == made_manifest(lines, PHOTO, app="gatebook test")
        assert container.read("lines.jsonl") == b"".join(line.encode() + b"\n" for line in lines)
        assert container.read(photo) == PHOTO
        VerifyKey(KEY.public).verify(b"gatebook bundle v1\n" + manifest, container.read("manifest.sig"))
        assert container.testzip() is None


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bundle_that_another_program_made_is_read(compression: int) -> None:
    lines = made_lines(7)
    members = foreign_members(lines, PHOTO, later_field={"kept": True})
    bundle = read_bundle(io.BytesIO(zipped(members, compression)))
    assert list(bundle.lines()) == lines


def test_purged_lines_travel_without_their_bodies() -> None:
    lines = [Line(line.head, None, None) if line.head.seq < 4 else line for line in made_lines(6)]
    assert list(read_bundle(io.BytesIO(made_bundle(lines))).lines()) == lines


def test_the_same_lines_give_the_same_bytes() -> None:
    lines = made_lines(9)
    assert made_bundle(lines, PHOTO) == made_bundle(lines, PHOTO)


def test_an_encrypted_bundle_opens_with_its_recipients_key_and_with_any_age_program() -> None:
    lines = made_lines(12)
    identity = new_identity()
    data = made_bundle(lines, PHOTO, recipient=str(identity.to_public()))
    assert data.startswith(b"age-encryption.org/v1\n")
    assert "王芳".encode() not in data
    assert list(read_bundle(io.BytesIO(data), identity).lines()) == lines
    assert pyrage.decrypt(data, [identity]) == made_bundle(lines, PHOTO)


def test_the_printed_recovery_key_opens_the_gates_own_bundles() -> None:
    key_file, recovery = KeyFile.create(bytes(32), KEY, "王芳", "some words")
    data = made_bundle(made_lines(3), recipient=key_file.recipient)
    identity = pyrage.x25519.Identity.from_str(recovery)
    assert read_bundle(io.BytesIO(data), identity).manifest.count == 3


def test_a_bundle_for_somebody_else_is_refused() -> None:
    data = made_bundle(made_lines(3), recipient=str(new_identity().to_public()))
    for identity in (None, new_identity()):
        with pytest.raises(Refusal) as refused:
            read_bundle(io.BytesIO(data), identity)
        assert refused.value.code is RefusalCode.BUNDLE_NOT_FOR_US


def test_a_practice_register_says_so() -> None:
    out = io.BytesIO()
    write_bundle(out, made_lines(1), key=KEY, created_at=AT, app="test", recipient=None, practice=True)
    assert read_bundle(out).manifest.practice
    assert not read_bundle(io.BytesIO(made_bundle(made_lines(1)))).manifest.practice


def test_names_say_gate_epoch_and_range() -> None:
    assert bundle_name(312, 1, 1, 420, encrypted=False) == "gatebook-0312-e1-000001-000420.gbk"
    assert bundle_name(65535, 2, 999_999, 1_000_001, True) == "gatebook-65535-e2-999999-1000001.gbk.age"


def _refused(lines: list[Line]) -> RefusalCode:
    with pytest.raises(Refusal) as refused:
        made_bundle(lines)
    return RefusalCode(refused.value.code)


def test_without_a_line_there_is_nothing_to_export() -> None:
    assert _refused([]) is RefusalCode.NOTHING_TO_EXPORT


def test_a_broken_chain_is_not_exported() -> None:
    lines = made_lines(6)
    assert _refused(lines[:2] + lines[3:]) is RefusalCode.BROKEN_CHAIN
    assert _refused([*lines[:2], made_lines(3)[2]]) is RefusalCode.BROKEN_CHAIN
    assert (
        _refused([*lines, *made_lines(1, gate=313, first=7, prev=lines[-1].hash)]) is RefusalCode.BROKEN_CHAIN
    )


def test_a_recipient_that_is_no_key_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        made_bundle(made_lines(1), recipient="age1someone")
    assert refused.value.params["field"] == "recipient"


class _FullDrive(io.BytesIO):
    """Takes a thousand bytes."""

    def write(self, data: object) -> int:
        if self.tell() > 1_000:
            raise OSError(28, "No space left on device")
        return super().write(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("encrypted", [False, True])
def test_what_the_drive_says_comes_through(encrypted: bool) -> None:
    recipient = str(new_identity().to_public()) if encrypted else None
    with pytest.raises(OSError, match="No space left"):
        write_bundle(_FullDrive(), made_lines(3000), key=KEY, created_at=AT, app="test", recipient=recipient)


def test_a_bundle_signed_by_another_key_tells_that_key() -> None:
    other = SigningKey(b"\x08" * 32)
    members = foreign_members(made_lines(2), signer=other, key=other.public.hex())
    assert read_bundle(io.BytesIO(zipped(members))).signer == other.public
