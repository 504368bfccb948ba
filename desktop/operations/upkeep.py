"""Keeping the register well: whole copies and restoring from them, old lines dropped, another signing key, and checking
that nothing in it was changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from db import backups, purging
from db.books.gate_keys import note_rotation
from db.books.joined_post import vouch_again
from db.errors import Denied, RefusalCode
from db.ledger.checking import ProblemKind
from db.ledger.seal import read_paper_seal
from db.ledger.verify import Report, verify_register
from db.moving import Moved, move_register
from db.purging import PurgeDone
from db.register import Register
from db.settings import read_settings
from db.trust.key_file import Unlocked
from db.trust.keys import SigningKey, fingerprint
from db.trust.roles import Role
from desktop.changes import Change, Done, Topic
from desktop.tasks import Progress, at_once


def back_up(register: Register, target: Path, write: Callable[[Callable[[], None]], None] = at_once) -> Path:
    """Writes a whole, encrypted copy of the register and its key file, and remembers where; `write` runs that where
    writing is done. Raises `Denied` for a volunteer, `Refusal` (`REGISTER_EXISTS`), `Fault`."""
    backups.back_up(register, target, write)
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


@dataclass(frozen=True)
class PurgeChecked:
    """What a purge did, and what checking the whole register afterwards found."""

    purged: PurgeDone
    report: Report


def purge_and_check(
    register: Register,
    older_than: int,
    progress: Progress | None = None,
    write: Callable[[Callable[[], PurgeDone]], PurgeDone] = at_once,
) -> Done[PurgeChecked]:
    """Purges, tells `progress` what came of it, then checks every line that is left. `write` runs the purge where
    writing is done; checking only reads and keeps nobody waiting."""

    def told(step: int) -> None:
        # Checking is the last step.
        if progress is not None:
            progress.report(step, purging.STEPS + 1)

    done = write(lambda: purging.purge(register, older_than, told))
    if progress is not None:
        progress.told.emit(done)
    return Done(PurgeChecked(done, verify_all(register)), Change.of(*Topic))


@dataclass(frozen=True)
class Due:
    """What is kept longer than the gate has set. `lines` say who somebody was though their `days` are over on the day
    `through` (ISO); some of them are spared while a pass lives. `copies` can be reached now and are made anew by a
    purge, `elsewhere` are known and cannot."""

    days: int
    through: str
    lines: int
    copies: tuple[Path, ...] = ()
    elsewhere: tuple[Path, ...] = ()


def what_is_due(register: Register) -> Due:
    """What a purge by the days that the gate has set is about."""
    with register.reading() as connection:
        days = read_settings(connection).retention_days
        today = register.clock.today()
        lines = purging.lines_past_retention(connection, register.gate.gate, today)
        known = backups.known_backups(connection)
    there = tuple(path for path in known if path.is_file())
    away = tuple(path for path in known if path not in there)
    return Due(days, (today - timedelta(days=days + 1)).isoformat(), lines, there, away)


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


@dataclass(frozen=True)
class PaperChecked:
    """What a printed seal of `day` (ISO) says of the register. `fits`: the register still stands where the paper was
    printed, whatever else was found (`report`)."""

    day: str
    fits: bool
    report: Report


def check_paper(register: Register, digits: str) -> PaperChecked:
    """Checks the whole register, and whether it still stands where a day report was printed. Raises `Refusal`
    (`INVALID`, field `seal`) for digits that are no seal's."""
    paper = read_paper_seal(digits)
    with register.reading() as connection:
        report = verify_register(connection, paper)
    against = (ProblemKind.PAPER_SEAL_DIFFERS, ProblemKind.PAPER_SEAL_SIGNATURE)
    return PaperChecked(paper.day, not any(one.kind in against for one in report.problems), report)


def verify_all(register: Register) -> Report:
    """Checks every line, every key and seal, and that the views are what the lines say."""
    with register.reading() as connection:
        return verify_register(connection)
