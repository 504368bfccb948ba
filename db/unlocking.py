"""Unlocking with waits: a wrong passphrase is counted before it is tried."""

from __future__ import annotations

from db.errors import Denied, RefusalCode
from db.place import Place
from db.trust.key_file import KeyFile, Unlocked


def unlock(place: Place, key_file: KeyFile, operator: str | None, passphrase: str | None) -> Unlocked:
    """What a passphrase opens, as `KeyFile.unlock` says.

    Raises `Denied` (`TRY_LATER` with `seconds` after too many wrong ones, `PASSPHRASE_NEEDED`) too."""
    if passphrase is None:
        raise Denied(RefusalCode.PASSPHRASE_NEEDED)
    slot, waits = key_file.find(operator), place.waits()
    waits.before_try(slot.id, slot.name)
    unlocked = key_file.unlock(operator, passphrase)
    waits.after_success(slot.id)
    return unlocked
