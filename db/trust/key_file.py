"""The key file beside the register: who can open it, and with what.

The register's own key is random. It is sealed to the public key of each operator, whose private half lies
here under the operator's passphrase (Argon2id), and to the recovery key, which lies nowhere: it was shown
once, for printing. The gate's signing key is sealed to registrars, leads and the recovery key only, so a
volunteer's passphrase opens the register for scanning and yet cannot sign a card, a seal or a bundle.

Who has which role, and to whom keys are sealed, is signed by the gate's signing key: a volunteer who edits
the file makes no lead of it. The file is worth nothing as a proof by itself (its signer stands in it);
whoever opens the register with it compares `KeyFile.gate_key` with the key that the ledger names.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pyrage
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey

from db.errors import Denied, Refusal, RefusalCode
from db.files import fault_of, write_whole
from db.ledger.canonical import canonical
from db.trust.age_keys import (
    check_recipient,
    new_identity,
    read_identity,
    seal_to_recipient,
)
from db.trust.key_slot import (
    MAX_NAME,
    OPERATOR_ID,
    REGISTER_KEY_BYTES,
    REGISTER_LABEL,
    SIGNING_LABEL,
    Slot,
    check_slot,
    damaged,
    new_slot,
    open_private,
    sealed_slot,
    unsealed,
    wrapped,
)
from db.trust.keys import Purpose, SigningKey, check_public_key, verify
from db.trust.roles import Role

FORMAT = "gatebook-keys/1"
MAX_SLOTS = 200
MAX_FILE_BYTES = 512 * 1024
RECOVERY_OPERATOR = "recovery"


@dataclass(frozen=True)
class Unlocked:
    """What a passphrase or the recovery key opened. `signing_key` is None for a volunteer, `private`, the operator's
    own key, for the recovery key."""

    register_key: bytes = field(repr=False)
    operator_id: str
    name: str
    role: Role
    signing_key: SigningKey | None = field(repr=False)
    private: bytes | None = field(default=None, repr=False)


class Recovery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the recovery key opens: both keys, as age files to its recipient."""

    recipient: str
    register_key: bytes
    signing_key: bytes


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. Every change gives a new one; nothing is on disk until `save`."""

    format: str
    gate_key: bytes
    slots: tuple[Slot, ...]
    recovery: Recovery
    signature: bytes

    @classmethod
    def create(
        cls, register_key: bytes, signing_key: SigningKey, operator: str, passphrase: str
    ) -> tuple[KeyFile, str]:
        """A new file with `operator` as its lead, and the recovery key, which is not kept anywhere.

        Raises `Refusal`: `PASSPHRASE_TOO_SHORT`, `INVALID` (field `name`)."""
        if len(register_key) != REGISTER_KEY_BYTES:
            raise ValueError("a register key has 32 bytes")
        lead = new_slot("op-1", _checked_name(operator, ()), Role.LEAD, passphrase)
        identity = new_identity()
        recovery = Recovery(str(identity.to_public()), b"", b"")
        bare = cls(FORMAT, signing_key.public, (lead,), recovery, b"")
        return bare._sealed(register_key, signing_key), str(identity)

    @classmethod
    def load(cls, path: Path) -> KeyFile:
        """The file at `path`.

        Raises `Refusal` (`KEY_FILE_MISSING`; `KEY_FILE_DAMAGED` with `why`; `NEWER_REGISTER`), `Fault`."""
        try:
            with open(path, "rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
        except FileNotFoundError:
            raise Refusal(RefusalCode.KEY_FILE_MISSING, path=str(path)) from None
        except OSError as error:
            raise fault_of(error, path) from error
        return cls.parse(data)

    @classmethod
    def parse(cls, data: bytes) -> KeyFile:
        """The file's content, every part of it checked. Raises as `load` does."""
        if len(data) > MAX_FILE_BYTES:
            raise damaged("too large")
        try:
            found = msgspec.json.decode(data)
            version = found.get("format") if isinstance(found, dict) else None
            if isinstance(version, str) and version != FORMAT and version.startswith("gatebook-keys/"):
                raise Refusal(RefusalCode.NEWER_REGISTER, format=version)
            key_file = msgspec.json.decode(data, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise damaged("not a key file") from None
        key_file._check()
        return key_file

    def save(self, path: Path) -> None:
        """Writes the file, whole or not at all. Raises `Fault`."""
        write_whole(path, self.encode())

    def encode(self) -> bytes:
        """The file's content, as `parse` reads it."""
        return msgspec.json.encode(self, order="sorted")

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the file's content."""
        return hashlib.sha256(self.encode()).hexdigest()

    @property
    def recipient(self) -> str:
        """The `age1…` public half of the recovery key: to whom the gate's own bundles are encrypted."""
        return self.recovery.recipient

    @property
    def operators(self) -> tuple[Slot, ...]:
        """Those who can open the register, in the order in which they came."""
        return tuple(slot for slot in self.slots if not slot.disabled)

    def find(self, operator: str | None) -> Slot:
        """The slot of a name or an id; without either, of the only operator there is.

        Raises `Denied`: `OPERATOR_NEEDED` where there are several, `UNKNOWN_OPERATOR`,
        `OPERATOR_DISABLED`."""
        if operator is None:
            if len(self.operators) != 1:
                raise Denied(RefusalCode.OPERATOR_NEEDED)
            return self.operators[0]
        wanted = _folded(operator)
        # A disabled operator's name may be used again: the one who can work comes first.
        for slot in sorted(self.slots, key=lambda slot: slot.disabled):
            if _folded(slot.name) == wanted or slot.id == operator.strip():
                if slot.disabled:
                    raise Denied(RefusalCode.OPERATOR_DISABLED, name=slot.name)
                return slot
        raise Denied(RefusalCode.UNKNOWN_OPERATOR, name=operator)

    def unlock(self, operator: str | None, passphrase: str) -> Unlocked:
        """Opens with a passphrase; takes a good tenth of a second.

        Raises `Denied` (`WRONG_PASSPHRASE` and those of `find`), `Refusal` (`KEY_FILE_DAMAGED`)."""
        slot = self.find(operator)
        return self.open_with(slot, open_private(slot, passphrase))

    def open_with(self, slot: Slot, private: PrivateKey) -> Unlocked:
        """What an operator's own key opens. Raises `Refusal` (`KEY_FILE_DAMAGED`)."""
        register_key = unsealed(private, slot.register_key, REGISTER_LABEL)
        signing_key = None
        if slot.role.may_sign:
            signing_key = self._as_signing_key(unsealed(private, slot.signing_key, SIGNING_LABEL))
        return Unlocked(register_key, slot.id, slot.name, slot.role, signing_key, bytes(private))

    def unlock_with_recovery(self, typed: str) -> Unlocked:
        """Opens with the recovery key, as a lead named `recovery`.

        Raises `Denied` (`RECOVERY_KEY_WRONG`: a typing error, or another gate's), `Refusal`."""
        identity = read_identity(typed)
        if str(identity.to_public()) != self.recipient:
            raise Denied(RefusalCode.RECOVERY_KEY_WRONG)
        try:
            register_key = pyrage.decrypt(self.recovery.register_key, [identity])
            seed = pyrage.decrypt(self.recovery.signing_key, [identity])
        except pyrage.DecryptError:
            raise damaged("recovery slot") from None
        if len(register_key) != REGISTER_KEY_BYTES:
            raise damaged("recovery slot")
        return Unlocked(register_key, RECOVERY_OPERATOR, "", Role.LEAD, self._as_signing_key(seed))

    def add_operator(self, unlocked: Unlocked, name: str, role: Role, passphrase: str) -> KeyFile:
        """With one more operator, last in `slots`.

        Raises `Denied` (`NOT_ALLOWED` but for a lead), `Refusal` (`INVALID` for a name that is empty, too
        long or taken, `PASSPHRASE_TOO_SHORT`, `TOO_MANY_OPERATORS`)."""
        signing_key = _lead_key(unlocked)
        if len(self.slots) >= MAX_SLOTS:
            raise Refusal(RefusalCode.TOO_MANY_OPERATORS, most=MAX_SLOTS)
        number = max(int(OPERATOR_ID.fullmatch(slot.id)[1]) for slot in self.slots) + 1  # type: ignore[index]
        slot = new_slot(f"op-{number}", _checked_name(name, self.operators), role, passphrase)
        grown = msgspec.structs.replace(self, slots=(*self.slots, slot))
        return grown._sealed(unlocked.register_key, signing_key)

    def set_role(self, unlocked: Unlocked, operator: str, role: Role) -> KeyFile:
        """With another role for `operator`. Raises `Denied`, and `Refusal` (`LAST_LEAD`)."""
        signing_key = _lead_key(unlocked)
        slot = msgspec.structs.replace(self.find(operator), role=role)
        return self._with_slot(slot)._sealed(unlocked.register_key, signing_key)

    def disable(self, unlocked: Unlocked, operator: str) -> KeyFile:
        """With nothing left that `operator` could open. Raises `Denied`, and `Refusal` (`LAST_LEAD`)."""
        signing_key = _lead_key(unlocked)
        slot = msgspec.structs.replace(
            self.find(operator), disabled=True, salt=None, private=None, register_key=None, signing_key=None
        )
        return self._with_slot(slot)._sealed(unlocked.register_key, signing_key)

    def change_passphrase(self, operator: str | None, old: str, new: str) -> KeyFile:
        """With the operator's private key under the new passphrase; nobody else is needed for it.

        Raises `Denied` (`WRONG_PASSPHRASE` and those of `find`), `Refusal` (`PASSPHRASE_TOO_SHORT`)."""
        slot = self.find(operator)
        return self._with_slot(wrapped(slot, open_private(slot, old), new))

    def reset_passphrase(self, unlocked: Unlocked, operator: str, new: str) -> KeyFile:
        """With a new key pair for an operator who has lost the passphrase.

        Raises `Denied` (`NOT_ALLOWED` but for a lead), `Refusal` (`PASSPHRASE_TOO_SHORT`)."""
        signing_key = _lead_key(unlocked)
        slot = self.find(operator)
        fresh = new_slot(slot.id, slot.name, slot.role, new)
        return self._with_slot(fresh)._sealed(unlocked.register_key, signing_key)

    def renew_recovery(self, unlocked: Unlocked) -> tuple[KeyFile, str]:
        """With another recovery key; the old one opens nothing of this file. Raises `Denied`."""
        signing_key = _lead_key(unlocked)
        identity = new_identity()
        renewed = msgspec.structs.replace(self, recovery=Recovery(str(identity.to_public()), b"", b""))
        return renewed._sealed(unlocked.register_key, signing_key), str(identity)

    def reseal(self, unlocked: Unlocked, register_key: bytes, signing_key: SigningKey) -> KeyFile:
        """With another register key or signing key for all who had the old; nobody has to be there for it.

        Raises `Denied` (`NOT_ALLOWED` but for a lead)."""
        _lead_key(unlocked)
        return self._sealed(register_key, signing_key)

    def _with_slot(self, changed: Slot) -> KeyFile:
        slots = tuple(changed if slot.id == changed.id else slot for slot in self.slots)
        if not any(slot.role is Role.LEAD and not slot.disabled for slot in slots):
            raise Refusal(RefusalCode.LAST_LEAD)
        return msgspec.structs.replace(self, slots=slots)

    def _sealed(self, register_key: bytes, signing_key: SigningKey) -> KeyFile:
        slots = tuple(
            slot if slot.disabled else sealed_slot(slot, register_key, signing_key) for slot in self.slots
        )
        recovery = Recovery(
            self.recipient,
            seal_to_recipient(self.recipient, register_key),
            seal_to_recipient(self.recipient, signing_key.seed),
        )
        sealed = msgspec.structs.replace(self, gate_key=signing_key.public, slots=slots, recovery=recovery)
        signature = signing_key.sign(Purpose.KEY_FILE, sealed._signed_bytes())
        return msgspec.structs.replace(sealed, signature=signature)

    def _signed_bytes(self) -> bytes:
        """Who may do what. Not the wrapped private keys: a volunteer changes the own passphrase alone."""
        slots: list[dict[str, Any]] = [
            {
                "id": slot.id,
                "name": slot.name,
                "role": slot.role.value,
                "disabled": slot.disabled,
                "public": slot.public.hex(),
            }
            for slot in self.slots
        ]
        return canonical({"format": self.format, "recipient": self.recipient, "slots": slots})

    def _as_signing_key(self, seed: bytes) -> SigningKey:
        try:
            key = SigningKey(seed)
        except (CryptoError, ValueError):
            raise damaged("signing key") from None
        if key.public != self.gate_key:
            raise damaged("signing key")
        return key

    def _check(self) -> None:
        if not 1 <= len(self.slots) <= MAX_SLOTS:
            raise damaged("too many slots" if self.slots else "no slots")
        if len({slot.id for slot in self.slots}) != len(self.slots):
            raise damaged("slots")
        for slot in self.slots:
            check_slot(slot)
        try:
            check_public_key(self.gate_key)
            if check_recipient(self.recipient) != self.recipient:
                raise damaged("recipient")
            good = verify(self.gate_key, Purpose.KEY_FILE, self._signed_bytes(), self.signature)
        except Refusal:
            raise damaged("keys") from None
        if not good:
            raise damaged("signature")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _checked_name(name: str, others: tuple[Slot, ...]) -> str:
    plain = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(plain) <= MAX_NAME or not plain.isprintable():
        raise Refusal(RefusalCode.INVALID, field="name")
    if any(_folded(plain) == _folded(other.name) for other in others):
        raise Refusal(RefusalCode.INVALID, field="name", why="taken")
    return plain


def _lead_key(unlocked: Unlocked) -> SigningKey:
    if unlocked.role is not Role.LEAD or unlocked.signing_key is None:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)
    return unlocked.signing_key
