"""PINs: a few digits that change operator within an open session. A PIN alone never opens a file.

What a PIN is compared with lies in the register (Argon2id). For those who can sign it lies under their own key as well:
a volunteer, who can read and write the register with a shell, can neither try out a registrar's PIN nor put another in
its place, and a registrar's PIN works only after the registrar has unlocked with the passphrase since the program was
started."""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import pairwise

from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox
from sqlalchemy import Connection, insert, select

from db import trust_models
from db.errors import Denied, Refusal, RefusalCode
from db.trust.access import Access
from db.trust.key_file import KeyFile, Unlocked
from db.trust.key_slot import Slot
from db.trust.waits import FREE_TRIES, Waits

_pins = trust_models.pins
_PIN = re.compile(r"\d{4,8}", re.ASCII)
_SEALED, _OPEN = "sealed:", "open:"
_OPERATIONS, _MEMORY_BYTES = 3, 64 * 1024 * 1024
MOST_WRONG = 2 * FREE_TRIES
"""After so many wrong PINs in a row the passphrase is needed again."""


def check_pin(pin: str) -> str:
    """A PIN that may be used: 4 to 8 digits, not one digit over and over, not a run like 1234.

    Raises `Refusal` (`INVALID`, field `pin`)."""
    if not _PIN.fullmatch(pin):
        raise Refusal(RefusalCode.INVALID, field="pin")
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise Refusal(RefusalCode.INVALID, field="pin")
    return pin


def set_pin(connection: Connection, slot: Slot, private: bytes, pin: str) -> None:
    """Keeps what the operator's PIN is compared with; `private` is their own key. Raises `Refusal` as `check_pin`
    does."""
    text = pwhash.argon2id.str(check_pin(pin).encode("ascii"), _OPERATIONS, _MEMORY_BYTES).decode("ascii")
    if slot.role.may_sign:
        verifier = _SEALED + _own_box(private).encrypt(text.encode("ascii")).hex()
    else:
        verifier = _OPEN + text
    forget_pin(connection, slot.id)
    connection.execute(insert(_pins), {"operator": slot.id, "verifier": verifier})


def _own_box(private: bytes) -> SecretBox:
    """What only the holder of the key opens and closes; to the public half anybody could seal something."""
    return SecretBox(blake2b(key=private, digest_size=SecretBox.KEY_SIZE, person=b"gatebook pin v1").digest())


def forget_pin(connection: Connection, operator: str) -> None:
    """Takes an operator's PIN away: with another role, another passphrase, or when the operator has left."""
    connection.execute(_pins.delete().where(_pins.c.operator == operator))


def has_pin(connection: Connection, operator: str) -> bool:
    """Whether the operator with this id has a PIN."""
    return connection.scalar(select(_pins.c.operator).where(_pins.c.operator == operator)) is not None


class SessionKeys:
    """Whose passphrase was given since the program was started, and so whose PIN may stand for it. In memory only."""

    def __init__(self) -> None:
        self._private: dict[str, bytes] = {}

    def remember(self, unlocked: Unlocked) -> None:
        """After a passphrase was right."""
        if unlocked.private is not None:
            self._private[unlocked.operator_id] = unlocked.private

    def forget(self, operator: str) -> None:
        """The passphrase is needed again."""
        self._private.pop(operator, None)

    def private(self, slot: Slot) -> PrivateKey | None:
        """The operator's own key, where the slot is still the one that it opens."""
        found = self._private.get(slot.id)
        key = PrivateKey(found) if found is not None else None
        return key if key is not None and bytes(key.public_key) == slot.public else None


def access_by_pin(
    connection: Connection,
    key_file: KeyFile,
    keys: SessionKeys,
    waits: Waits,
    gate: int,
    operator: str,
    pin: str,
) -> Access:
    """The open session of another operator.

    Raises `Denied`: `PIN_NOT_SET`, `PIN_NEEDS_PASSPHRASE`, `TRY_LATER`, `WRONG_PIN` and those of `KeyFile.find`."""
    slot = key_file.find(operator)
    verifier = connection.scalar(select(_pins.c.verifier).where(_pins.c.operator == slot.id))
    if verifier is None:
        raise Denied(RefusalCode.PIN_NOT_SET, name=slot.name)
    private = keys.private(slot)
    if slot.role.may_sign and private is None:
        raise Denied(RefusalCode.PIN_NEEDS_PASSPHRASE, name=slot.name)
    who = f"{slot.id} pin"
    wrong_before = waits.before_try(who, slot.name)
    if not _is_right(verifier, slot, private, pin):
        if wrong_before + 1 >= MOST_WRONG:
            keys.forget(slot.id)
        raise Denied(RefusalCode.WRONG_PIN, name=slot.name)
    waits.after_success(who)
    if private is None:
        return Access(gate, slot.id, slot.name, slot.role, None)
    unlocked = key_file.open_with(slot, private)
    return Access(gate, slot.id, slot.name, slot.role, unlocked.signing_key)


def _is_right(verifier: str, slot: Slot, private: PrivateKey | None, pin: str) -> bool:
    try:
        if slot.role.may_sign:
            if private is None or not verifier.startswith(_SEALED):
                return False
            text = _own_box(bytes(private)).decrypt(bytes.fromhex(verifier.removeprefix(_SEALED)))
        else:
            text = verifier.removeprefix(_OPEN).encode("ascii")
        return bool(pwhash.verify(text, pin.encode("utf-8", "surrogatepass")))
    except (CryptoError, ValueError):
        return False
