"""age keys (age-encryption.org/v1, X25519): the recovery key, and to whom a bundle on a drive is encrypted.

An age key is Bech32 text with a checksum of its own, so a typing error is found before anything is tried
with it. pyrage checks that form; what it does not check is whether a recipient is a point of small order,
to which any ciphertext could be read by everybody (and at which its encryption panics), so that is done here.
"""

from __future__ import annotations

import re
from typing import Any

import pyrage
from nacl.bindings import crypto_scalarmult
from pyrage import x25519

from db.errors import Denied, Refusal, RefusalCode

# pyrage is untyped: an x25519.Identity.
Identity = Any

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_KEY_DIGITS = 52
_MAX_TYPED = 1_000


def new_identity() -> Identity:
    """A new random identity: its text is the recovery key, its public half the recipient."""
    return x25519.Identity.generate()


def read_identity(typed: str) -> Identity:
    """The identity of an `AGE-SECRET-KEY-1…` text, however it was spaced, broken into lines, hyphenated or
    cased.

    Raises `Denied` (`RECOVERY_KEY_WRONG`) where it has a typing error or is something else."""
    if len(typed) > _MAX_TYPED:
        raise Denied(RefusalCode.RECOVERY_KEY_WRONG)
    plain = re.sub(r"[\s\-‐‑‒–—―−－·_]", "", typed).translate(_HALF_WIDTH).upper()
    plain = re.sub(r"^AGESECRETKEY", "AGE-SECRET-KEY-", plain)
    try:
        return x25519.Identity.from_str(plain)
    except pyrage.IdentityError:
        raise Denied(RefusalCode.RECOVERY_KEY_WRONG) from None


def check_recipient(text: object) -> str:
    """An `age1…` public key that may be taken in, in its own (lower) case.

    Raises `Refusal`: `INVALID` where it is no such key, `WEAK_KEY` where it is a point of small order."""
    if not isinstance(text, str) or not _RECIPIENT.fullmatch(text.strip().lower()):
        raise Refusal(RefusalCode.INVALID, field="recipient")
    plain = text.strip().lower()
    try:
        x25519.Recipient.from_str(plain)
    except pyrage.RecipientError:
        raise Refusal(RefusalCode.INVALID, field="recipient") from None
    digits = plain.removeprefix("age1")[:_KEY_DIGITS]
    value = 0
    for digit in digits:
        value = value << 5 | _BECH32.index(digit)
    # 52 digits of 5 bits are 32 bytes and 4 bits of padding.
    check_x25519_public((value >> 4).to_bytes(32, "big"))
    return plain


def check_x25519_public(public: bytes) -> bytes:
    """`public` itself; raises `Refusal` (`WEAK_KEY`) for a point of small order, of which every shared
    secret is the same zero. libsodium refuses to multiply one."""
    try:
        crypto_scalarmult(b"\x55" * 32, public)
    except (RuntimeError, ValueError, TypeError):
        raise Refusal(RefusalCode.WEAK_KEY) from None
    return public


def seal_to_recipient(recipient: str, secret: bytes) -> bytes:
    """A small secret as an age file. Raises as `check_recipient` does."""
    return bytes(pyrage.encrypt(secret, [x25519.Recipient.from_str(check_recipient(recipient))]))


_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
