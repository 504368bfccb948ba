"""Ed25519 keys: what signs at a gate or a command post, how a key is named, and which keys are not taken in.

All arithmetic is libsodium's (PyNaCl). Every signature is made over a prefix that names its purpose, so that
one made for one thing can never stand for another.
"""

from __future__ import annotations

import base64
import hashlib
import re
from enum import Enum

from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey as _NaclKey
from nacl.signing import VerifyKey

from db.errors import Refusal, RefusalCode

PUBLIC_KEY_BYTES = 32
SIGNATURE_BYTES = 64

_HEX_KEY = re.compile(r"[0-9a-f]{64}")
_FINGERPRINT_BYTES = 10


class Purpose(Enum):
    """What a signature is for; the value is the prefix that is signed before the message."""

    PASS = b"gatebook pass v1\n"
    SEAL = b"gatebook seal v1\n"
    BUNDLE = b"gatebook bundle v1\n"
    DOCUMENT = b"gatebook document v1\n"
    KEY = b"gatebook key v1\n"
    KEY_FILE = b"gatebook key file v1\n"
    POST = b"gatebook post v1\n"


class SigningKey:
    """The private half of an Ed25519 key. Never shows itself in a log, a traceback or a pickle."""

    __slots__ = ("_key",)

    def __init__(self, seed: bytes) -> None:
        """`seed` is 32 bytes; raises `ValueError` for any other length."""
        self._key = _NaclKey(seed)

    @classmethod
    def generate(cls) -> SigningKey:
        """A new random key."""
        return cls(bytes(_NaclKey.generate()))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes, to be sealed and nothing else."""
        return bytes(self._key)

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public half."""
        return bytes(self._key.verify_key)

    def sign(self, purpose: Purpose, message: bytes) -> bytes:
        """64 bytes of signature over the purpose's prefix and the message."""
        return self._key.sign(purpose.value + message).signature

    def __repr__(self) -> str:
        return f"<SigningKey {fingerprint(self.public)}>"

    def __reduce__(self) -> str:
        raise TypeError("a signing key is not to be pickled")


def verify(public: bytes, purpose: Purpose, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is `public`'s over the purpose's prefix and the message. A malformed key or
    signature is simply not a good one."""
    try:
        VerifyKey(public).verify(purpose.value + message, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def check_public_key(public: bytes) -> bytes:
    """`public` itself, where it may be taken in.

    Raises `Refusal`: `INVALID` unless it is 32 bytes, `WEAK_KEY` unless it is a canonical point of the main
    subgroup. A key of small order would accept one signature for every message."""
    if len(public) != PUBLIC_KEY_BYTES:
        raise Refusal(RefusalCode.INVALID, field="key")
    if not crypto_core_ed25519_is_valid_point(public):
        raise Refusal(RefusalCode.WEAK_KEY)
    return public


def public_key_from_hex(text: object) -> bytes:
    """The public key of 64 lower-case hex digits; raises `Refusal` (`INVALID`, `WEAK_KEY`)."""
    if not isinstance(text, str) or not _HEX_KEY.fullmatch(text):
        raise Refusal(RefusalCode.INVALID, field="key")
    return check_public_key(bytes.fromhex(text))


def key_id(public: bytes) -> bytes:
    """The first 4 bytes of SHA-256 of the key: how a district token names its signer. A hint, not unique."""
    return hashlib.sha256(public).digest()[:4]


def fingerprint(public: bytes) -> str:
    """What people compare by phone or paper: the first 80 bits of SHA-256 of the key, base32, in groups of
    four, as `ABCD-EFGH-IJKL-MNOP`."""
    text = base64.b32encode(hashlib.sha256(public).digest()[:_FINGERPRINT_BYTES]).decode("ascii")
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def same_fingerprint(public: bytes, typed: str) -> bool:
    """Whether `typed` is the key's fingerprint, however it was spaced, hyphenated or cased."""
    return re.sub(r"[\s-]", "", typed).upper() == fingerprint(public).replace("-", "")
