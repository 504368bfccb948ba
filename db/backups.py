"""Whole copies of a register: made, remembered, made anew after a purge or another key, and restored from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from db.books import load_kinds
from db.books.epochs import open_epoch
from db.books.gate_keys import keys_of
from db.books.gates import gate_key, get_gate
from db.books.posts import is_desk
from db.engine import WRITES, connect_to, faults_of_the_machine
from db.errors import Denied, GatebookError, Refusal, RefusalCode
from db.files import fault_of, sync_folder
from db.ledger.append import Ledger
from db.ledger.store import tip
from db.place import FilePlace, key_file_of
from db.register import OWN_GATE, Register
from db.settings import get_setting, put_setting
from db.times import Clock, parse_offset
from db.trust.access import Access
from db.trust.key_file import KeyFile, Unlocked
from db.trust.roles import Role
from db.unlocking import unlock

_KNOWN = "backups"
MOST_KNOWN = 50


@dataclass(frozen=True)
class Renewed:
    """The copies that were made anew, and those that could not be reached: they hold what they held."""

    done: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def back_up(
    register: Register, target: Path, write: Callable[[Callable[[], None]], None] = lambda work: work()
) -> None:
    """Writes a whole copy with its key file, and remembers where; `write` runs what changes the register. Raises
    `Denied` for a volunteer, and as `Register.backup_to` does."""
    if register.access.role < Role.REGISTRAR:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.REGISTRAR.value)
    register.backup_to(target)
    write(lambda: _remember_one(register, target))


def _remember_one(register: Register, target: Path) -> None:
    with register.changing() as connection:
        paths = [path for path in known_backups(connection) if path != target]
        _remember(connection, [*paths, target][-MOST_KNOWN:])


def known_backups(connection: Connection) -> list[Path]:
    """Where copies were written, the newest last."""
    text = get_setting(connection, _KNOWN)
    return [Path(path) for path in json.loads(text)] if text else []


def _remember(connection: Connection, paths: list[Path]) -> None:
    put_setting(connection, _KNOWN, json.dumps([str(path) for path in paths], ensure_ascii=False))


def renew_backups(register: Register) -> Renewed:
    """Replaces every copy that can be reached by one of the register as it stands now: after a purge they would still
    hold what was dropped, after another key the old one would open them. Copies made elsewhere are not known here."""
    with register.reading() as connection:
        known = known_backups(connection)
        own = {bytes.fromhex(key) for key in keys_of(connection, register.gate.gate)}
    done: list[Path] = []
    left: list[Path] = []
    for path in known:
        try:
            _renew(register, path, own)
            done.append(path)
        except (GatebookError, OSError):
            left.append(path)
    return Renewed(tuple(done), tuple(left))


def _renew(register: Register, path: Path, own: set[bytes]) -> None:
    if not path.is_file() or KeyFile.load(key_file_of(path)).gate_key not in own:
        # Another drive is in its place, or nothing is.
        raise Refusal(RefusalCode.NO_REGISTER, path=str(path))
    anew = path.with_name(path.name + ".anew")
    for leftover in (anew, key_file_of(anew)):
        leftover.unlink(missing_ok=True)
    register.backup_to(anew)
    place = FilePlace(path)
    # In this order: a copy that is cut off here opens with one of the two key files.
    os.replace(key_file_of(anew), place.staged_keys)
    os.replace(anew, path)
    sync_folder(path.parent)
    place.settle_keys(register.key_file)


def restore(
    backup: Path,
    target: Path,
    operator: str | None = None,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    clock: Clock | None = None,
) -> int:
    """Makes a register at `target` from a copy, in a new epoch; gives its number. Lines after the copy may be lost here
    and stand elsewhere, so the numbers that they may have used are skipped (`db.books.epochs`). All or nothing.

    Raises `Refusal`: `REGISTER_EXISTS`, and as opening the copy does; `Denied` but for a lead or the recovery key."""
    source, place = FilePlace(backup), FilePlace(target)
    place.check_free()
    source.check_there()
    key_file, unlocked = _unlock(source, operator, passphrase, recovery_key)
    if unlocked.role < Role.LEAD:
        raise Denied(RefusalCode.NOT_ALLOWED, role=Role.LEAD.value)
    load_kinds()
    with ExitStack() as held:
        place.lock(held)
        place.check_free()
        engine = place.engine_to_build(unlocked.register_key)
        held.callback(engine.dispose)
        try:
            with faults_of_the_machine():
                _copy(backup, unlocked.register_key, place.part)
                with engine.connect() as plain:
                    connection = plain.execution_options(**{WRITES: True})
                    with connection.begin():
                        epoch = _go_on(connection, key_file, unlocked, clock)
            engine.dispose()
            place.finish(key_file)
        except BaseException:
            engine.dispose()
            place.discard()
            raise
    return epoch


def _unlock(
    source: FilePlace, operator: str | None, passphrase: str | None, recovery_key: str | None
) -> tuple[KeyFile, Unlocked]:
    """The key file that fits the copy. A copy that was cut off while it was made anew has two."""
    key_files = source.key_files()
    for key_file in key_files:
        if recovery_key is not None:
            unlocked = key_file.unlock_with_recovery(recovery_key)
        else:
            unlocked = unlock(source, key_file, operator, passphrase)
        try:
            with faults_of_the_machine():
                connect_to(source.path, unlocked.register_key, read_only=True).close()
        except Refusal:
            if key_file is key_files[-1]:
                raise
        else:
            break
    return key_file, unlocked


def _copy(backup: Path, key: bytes, target: Path) -> None:
    """Reads every page, each with its own check, and writes them anew."""
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise fault_of(error, target) from error
    connection = connect_to(backup, key, read_only=True)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def _go_on(connection: Connection, key_file: KeyFile, unlocked: Unlocked, clock: Clock | None) -> int:
    number = get_setting(connection, OWN_GATE)
    gate = get_gate(connection, int(number)) if number else None
    if gate is None:
        raise Refusal(RefusalCode.NOT_A_REGISTER)
    if gate_key(connection, gate.gate) != key_file.gate_key.hex():
        raise Refusal(RefusalCode.KEY_FILE_DAMAGED, why="another register's")
    access = Access(gate.gate, unlocked.operator_id, unlocked.name, unlocked.role, unlocked.signing_key)
    # Not `Ledger.at_tip`: in the old epoch nothing may be added any more, not even what the clock did.
    ledger = Ledger(connection, access, clock or Clock(parse_offset(gate.offset)), tip(connection, gate.gate))
    open_epoch(ledger, is_desk(connection))
    put_setting(connection, _KNOWN, "")
    return ledger.tip.epoch
