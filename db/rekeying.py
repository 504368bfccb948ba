"""Another key for the whole register: what someone who has left still holds, a passphrase or a copy of the key file,
opens nothing of it any more.

The register is written once more, under the new key, beside the old file, and takes its place by one rename. Killed at
any moment there is the old register with the old key file, or the new one with the new: the new key file lies ready
before the rename, and opening takes the one that fits (`Register`, `FilePlace.key_files`)."""

from __future__ import annotations

import gc
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from db.engine import WRITES, connect_to, faults_of_the_machine, make_engine
from db.errors import GatebookError, Refusal, RefusalCode
from db.files import fault_of, sync_folder
from db.ledger.append import Ledger
from db.place import REWRITTEN, FilePlace
from db.register import Register
from db.trust.key_file import KeyFile, Unlocked
from db.trust.key_slot import REGISTER_KEY_BYTES

Told = Callable[[int, int], object]
"""Is told of bytes written and of all there are; raises what shall stop the work."""
_STEPS = 100_000
"""Of SQLite's machine, between two looks at how far it has come: some hundredths of a second."""


def change_register_key(
    register: Register,
    unlocked: Unlocked,
    key_file: KeyFile,
    note: Callable[[Ledger], object],
    told: Told | None = None,
) -> None:
    """Gives the register a new random key, sealed to everyone in `key_file`, and writes the line that `note` appends,
    all or nothing. `unlocked` is the lead's. On a server, which this program does not encrypt, only the key file and
    the line change. What `told` raises leaves the old register.

    Raises `Denied` but for a lead, `Refusal` (`IN_USE`) where another window reads it, `Fault` (a full disk: the old
    register stays)."""
    new_key = secrets.token_bytes(REGISTER_KEY_BYTES)
    signing_key = register.access.signing_key()
    resealed = key_file.reseal(unlocked, new_key, signing_key)
    place = register.place
    if not isinstance(place, FilePlace):
        with register.changing_keys(resealed) as ledger:
            note(ledger)
        return
    if not register.writes:
        raise Refusal(RefusalCode.IN_USE)
    part = part_of(place.path)
    register.engine.dispose()
    try:
        remove_part(place.path)
        with faults_of_the_machine():
            _write_anew(place.path, unlocked.register_key, part, new_key, told)
            _append(register, part, new_key, resealed, note)
        place.stage_keys(resealed)
        _sync(part)
        # From here on it is the new register.
        os.replace(part, place.path)
    except OSError as error:
        _back(place, register.key_file)
        raise fault_of(error, place.path) from error
    except BaseException:
        _back(place, register.key_file)
        raise
    register.key_file = resealed
    register.engine = place.engine(new_key)
    try:
        sync_folder(place.path.parent)
    except OSError as error:
        raise fault_of(error, place.path) from error
    place.settle_keys(resealed)


def part_of(path: Path) -> Path:
    """Where the register lies while it is written once more."""
    return path.with_name(path.name + REWRITTEN)


def remove_part(path: Path) -> None:
    """Takes away what an attempt left that was cut off."""
    part = part_of(path)
    for leftover in ("-journal", "-wal", "-shm", ""):
        part.with_name(part.name + leftover).unlink(missing_ok=True)


def _back(place: FilePlace, key_file: KeyFile) -> None:
    try:
        remove_part(place.path)
        place.settle_keys(key_file)
    except (OSError, GatebookError):
        # The fault that led here is the one to tell; opening takes away what is left.
        return


def _write_anew(path: Path, old_key: bytes, part: Path, new_key: bytes, told: Told | None) -> None:
    """The whole register, under the new key, as one file without a log beside it."""
    connection = connect_to(path, old_key)
    try:
        try:
            _leave_wal(connection)
        except Refusal:
            # A connection of our own that was let go while it was in use is closed when it is collected.
            gc.collect()
            _leave_wal(connection)
        connection.execute("ATTACH DATABASE ? AS anew KEY ?", (str(part), f"x'{new_key.hex()}'"))
        # A crash throws it away, so it need not be durable before it is whole (`_sync`).
        connection.execute("PRAGMA anew.synchronous = OFF")
        connection.execute("PRAGMA anew.journal_mode = MEMORY")
        connection.execute("BEGIN")
        with _telling(connection, path, part, told):
            connection.execute("SELECT sqlcipher_export('anew')")
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE anew")
    finally:
        connection.close()
    # Whatever a crash had left was played back when the old register was opened; beside the new one it would be poison.
    for leftover in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + leftover).unlink(missing_ok=True)


@contextmanager
def _telling(connection: Any, path: Path, part: Path, told: Told | None) -> Iterator[None]:
    """Tells how much has been written while SQLite works in one long call."""
    if told is None:
        yield
        return
    total, raised = path.stat().st_size, list[BaseException]()

    def look() -> int:
        try:
            told(min(part.stat().st_size, total), total)
        except BaseException as error:
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(look, _STEPS)
    try:
        yield
    except sqlcipher.OperationalError:
        # SQLite only says that it was interrupted.
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _leave_wal(connection: Any) -> None:
    """Brings everything into the one file. It cannot be done while anybody else reads: a log that outlived the rename
    would be taken for the new register's."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlcipher.OperationalError as error:
        if "locked" in str(error):
            raise Refusal(RefusalCode.IN_USE) from None
        raise
    if mode != "delete":
        raise Refusal(RefusalCode.IN_USE)


def _append(
    register: Register, part: Path, key: bytes, key_file: KeyFile, note: Callable[[Ledger], object]
) -> None:
    engine = make_engine(part, key)
    try:
        with engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                note(register.ledger(connection))
                register.place.put_keys(connection, key_file, register.key_file)
            driver = connection.connection.driver_connection
            assert driver is not None
            _leave_wal(driver)
    finally:
        engine.dispose()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
