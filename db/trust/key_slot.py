"""One operator's slot in the key file: a key pair whose private half lies under the passphrase, and the
register's keys sealed to its public half."""

from __future__ import annotations

import re
import unicodedata

import msgspec
from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

from db.errors import Denied, Refusal, RefusalCode
from db.trust.age_keys import check_x25519_public
from db.trust.keys import SigningKey
from db.trust.roles import Role

REGISTER_KEY_BYTES = 32
MIN_PASSPHRASE = 6
MAX_PASSPHRASE = 1_024
MAX_NAME = 64
OPERATOR_ID = re.compile(r"op-([1-9]\d{0,5})", re.ASCII)

# A tenth of a second and 64 MiB for each guess; kept with each slot, so that it can be raised later.
_OPERATIONS = 3
_MEMORY_BYTES = 64 * 1024 * 1024
_MOST_OPERATIONS = 20
_MOST_MEMORY_BYTES = 1024 * 1024 * 1024

# Each sealed secret says what it is, so that one cannot be put in the other's place.
REGISTER_LABEL = b"gatebook register key v1\n"
SIGNING_LABEL = b"gatebook signing key v1\n"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One operator. `private`, `salt` and the sealed keys are None once the operator is disabled."""

    id: str
    name: str
    role: Role
    disabled: bool
    public: bytes
    operations: int
    memory: int
    salt: bytes | None
    private: bytes | None
    register_key: bytes | None
    signing_key: bytes | None


def check_passphrase(passphrase: str) -> bytes:
    """The bytes that a passphrase is worth, the same however it was typed (NFKC).

    Raises `Refusal` (`PASSPHRASE_TOO_SHORT`, parameter `least`: its least length in characters)."""
    plain = unicodedata.normalize("NFKC", passphrase)
    if len(plain.strip()) < MIN_PASSPHRASE:
        raise Refusal(RefusalCode.PASSPHRASE_TOO_SHORT, least=MIN_PASSPHRASE)
    if len(plain) > MAX_PASSPHRASE:
        raise Refusal(RefusalCode.INVALID, field="passphrase")
    return plain.encode("utf-8", "surrogatepass")


def damaged(why: str) -> Refusal:
    """The refusal of a key file that is not whole; `why` names the part."""
    return Refusal(RefusalCode.KEY_FILE_DAMAGED, why=why)


def new_slot(operator_id: str, name: str, role: Role, passphrase: str) -> Slot:
    """A slot with a new key pair; nothing is sealed to it yet. Raises as `check_passphrase` does."""
    private = PrivateKey.generate()
    bare = Slot(operator_id, name, role, False, bytes(private.public_key), 0, 0, None, None, None, None)
    return wrapped(bare, private, passphrase)


def wrapped(slot: Slot, private: PrivateKey, passphrase: str) -> Slot:
    """The slot with its private key under `passphrase`. Raises as `check_passphrase` does."""
    salt = random(pwhash.argon2id.SALTBYTES)
    key = _stretched(check_passphrase(passphrase), salt, _OPERATIONS, _MEMORY_BYTES)
    return msgspec.structs.replace(
        slot,
        operations=_OPERATIONS,
        memory=_MEMORY_BYTES,
        salt=salt,
        private=bytes(SecretBox(key).encrypt(bytes(private))),
    )


def open_private(slot: Slot, passphrase: str) -> PrivateKey:
    """The slot's private key; a good tenth of a second. Raises `Denied` (`WRONG_PASSPHRASE`), `Refusal`."""
    if slot.salt is None or slot.private is None:
        raise damaged("slots")
    try:
        key = _stretched(check_passphrase(passphrase), slot.salt, slot.operations, slot.memory)
        private = PrivateKey(SecretBox(key).decrypt(slot.private))
    except (Refusal, CryptoError):
        raise Denied(RefusalCode.WRONG_PASSPHRASE, name=slot.name) from None
    if bytes(private.public_key) != slot.public:
        raise damaged("slots")
    return private


def _stretched(passphrase: bytes, salt: bytes, operations: int, memory: int) -> bytes:
    return pwhash.argon2id.kdf(SecretBox.KEY_SIZE, passphrase, salt, opslimit=operations, memlimit=memory)


def sealed_slot(slot: Slot, register_key: bytes, signing_key: SigningKey) -> Slot:
    """The slot with the register's keys sealed to it, as far as its role goes."""
    box = SealedBox(PublicKey(slot.public))
    return msgspec.structs.replace(
        slot,
        register_key=box.encrypt(REGISTER_LABEL + register_key),
        signing_key=box.encrypt(SIGNING_LABEL + signing_key.seed) if slot.role.may_sign else None,
    )


def unsealed(private: PrivateKey, sealed: bytes | None, label: bytes) -> bytes:
    """A sealed key of 32 bytes; raises `Refusal` (`KEY_FILE_DAMAGED`)."""
    try:
        secret = SealedBox(private).decrypt(sealed or b"")
    except (CryptoError, ValueError, TypeError):
        raise damaged("slots") from None
    if not secret.startswith(label) or len(secret) != len(label) + REGISTER_KEY_BYTES:
        raise damaged("slots")
    return secret[len(label) :]


def check_slot(slot: Slot) -> None:
    """Raises `Refusal` (`KEY_FILE_DAMAGED`) unless the slot is whole and asks for no absurd work."""
    if not OPERATOR_ID.fullmatch(slot.id) or not 1 <= len(slot.name) <= MAX_NAME:
        raise damaged("slots")
    secrets = (slot.salt, slot.private, slot.register_key)
    if slot.disabled:
        if any(secrets) or slot.signing_key:
            raise damaged("slots")
        return
    well = all(secrets) and len(slot.salt or b"") == pwhash.argon2id.SALTBYTES
    well = well and 1 <= slot.operations <= _MOST_OPERATIONS
    well = well and pwhash.argon2id.MEMLIMIT_MIN <= slot.memory <= _MOST_MEMORY_BYTES
    if not well or len(slot.public) != PrivateKey.SIZE:
        raise damaged("slots")
    try:
        check_x25519_public(slot.public)
    except Refusal:
        raise damaged("slots") from None
