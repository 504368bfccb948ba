"""Keeping the register well: whole copies and restoring from them, old lines dropped, another signing key, and checking
that nothing in it was changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from db import backups, purging
from db.books.gate_keys import note_rotation
from db.books.joined_post import vouch_again
from db.errors import Denied, RefusalCode
from db.ledger.verify import Report, verify_register
from db.moving import Moved, move_register
from db.purging import PurgeDone
from db.register import Register
from db.trust.key_file import Unlocked
from db.trust.keys import SigningKey, fingerprint
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.tasks import Progress


def back_up(register: Register, target: Path) -> Path:
    """Writes a whole, encrypted copy of the register and its key file, and remembers where. Raises `Denied` for a
    volunteer, `Refusal` (`REGISTER_EXISTS`), `Fault`."""
    backups.back_up(register, target)
    return target


def restore(
    backup: Path,
    target: Path,
    operator: str | None = None,
    passphrase: str | None = None,
    recovery_key: str | None = None,
) -> int:
    """Makes a register from a copy, in a new epoch, and gives its number. Raises as `db.backups.restore` does."""
    return backups.restore(backup, target, operator, passphrase, recovery_key)


def move(
    register: Register, to: Path | str, unlocked: Unlocked, progress: Progress | None = None
) -> Done[Moved]:
    """Moves the register to the database of a URL, or to a file; the old one stays to be read. `progress` is told of
    rows. Raises as `db.moving.move_register` does, `Refusal` (`CANCELLED`)."""
    done = move_register(register, to, unlocked, progress.report if progress is not None else None)
    return Done(done, Change.of(Topic.SETTINGS))


def purge(register: Register, older_than: int) -> Done[PurgeDone]:
    """Drops the bodies of lines older than so many days. Raises as `db.purging.purge` does."""
    done = purging.purge(register, older_than)
    return Done(done, Change.of(*Topic))


def lines_past_retention(register: Register) -> int:
    """How many lines should be purged by the days that the gate has set."""
    with register.reading() as connection:
        return purging.lines_past_retention(connection, register.gate.gate, register.clock.today())


@dataclass(frozen=True)
class Rotated:
    """The gate's new signing key (hex), its fingerprint, and the key before."""

    key: str
    fingerprint: str
    before: str


def rotate_key(register: Register, unlocked: Unlocked) -> Done[Rotated]:
    """Gives the gate another signing key, signed by the old one. Cards under the old key stay good until their day; the
    post learns of it with the next bundle. Raises `Denied` but for a lead."""
    if register.access.role < Role.LEAD:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)
    old, new = register.access.signing_key(), SigningKey.generate()
    changed = register.key_file.reseal(unlocked, unlocked.register_key, new)
    with register.changing_keys(changed) as ledger:
        note_rotation(ledger, old, new)
        ledger.access = replace(ledger.access, signer=new)
        vouch_again(ledger)
    register.access = replace(register.access, signer=new)
    done = Rotated(new.public.hex(), fingerprint(new.public), old.public.hex())
    return Done(done, Change.of(Topic.TRUST, Topic.SETTINGS))


def verify_all(register: Register) -> Report:
    """Checks every line, every key and seal, and that the views are what the lines say."""
    with register.reading() as connection:
        return verify_register(connection)
