"""Where a register lies: a file with its key file beside it, or a database on a server that holds its key file too."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from functools import cached_property
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, Engine, inspect, update

from db import models
from db.engine import WRITES, faults_of_the_machine, make_engine
from db.errors import Fault, Refusal, RefusalCode
from db.files import fault_of, sync_folder, why_not_written
from db.server import is_url, make_server_engine, parse_url, shown
from db.settings import get_setting, put_setting
from db.trust.key_file import KeyFile
from db.trust.waits import Waits, waits_beside

KEY_FILE = "key_file"
"""The setting under which a database on a server holds its key file, and a file the SHA-256 of the one last put in."""

WAITS = "waits"
"""The setting under which it counts wrong passphrases."""

_settings = models.settings


class Place(Protocol):
    """What a register needs of the place where it lies."""

    @property
    def shown(self) -> str:
        """The place as people may read it; never with a password."""

    @property
    def on_server(self) -> bool:
        """Whether several clerks may work there at once."""

    def check_free(self) -> None:
        """Raises `Refusal` (`REGISTER_EXISTS`) where a register, or a part of one, lies there."""

    def check_there(self) -> None:
        """Raises `Refusal` (`NO_REGISTER`) where none lies there."""

    def lock(self, held: ExitStack) -> None:
        """Keeps other windows from writing until `held` ends. Raises `Refusal` (`IN_USE`)."""

    def engine(self, register_key: bytes, read_only: bool = False) -> Engine:
        """The engine for it."""

    def engine_to_build(self, register_key: bytes) -> Engine:
        """The engine for a register that is being set up; it is there for others when `finish` has ended."""

    def finish(self, key_file: KeyFile) -> None:
        """Puts what was built, and its key file, in their place. No connection to it may be open."""

    def load_keys(self) -> KeyFile:
        """Its key file. Raises `Refusal` (`KEY_FILE_MISSING` and those of `KeyFile.load`), `Fault`."""

    def save_keys(self, key_file: KeyFile, before: KeyFile | None = None) -> None:
        """Replaces its key file, durably. Raises `Refusal` (`IN_USE`) where it is no longer `before`: another
        clerk changed it."""

    def key_files(self) -> list[KeyFile]:
        """Its key file, and one that was about to replace it when the program ended."""

    def stage_keys(self, key_file: KeyFile) -> None:
        """Lays a key file ready that the next transaction makes the one in force."""

    def put_keys(self, connection: Connection, key_file: KeyFile, before: KeyFile) -> None:
        """Makes it the one in force with the transaction of `connection`, where the place can. Raises as
        `save_keys` does."""

    def settle_keys(self, key_file: KeyFile) -> None:
        """`key_file` is in force from now on; whatever else was laid ready is taken away."""

    def waits(self) -> Waits:
        """The waits after wrong passphrases here."""

    def look_closer(self) -> Fault | None:
        """What stands in the way of writing here; None where nothing does or nobody can tell."""

    def write_anew(self, engine: Engine) -> None:
        """Leaves nothing of what was deleted in freed space or a log. Raises `Refusal` (`IN_USE`) where somebody reads
        meanwhile."""

    def discard(self) -> None:
        """Takes away what a creation that failed has left."""

    def close(self) -> None:
        """Lets connections of its own go."""


def place_of(where: Path | str) -> Place:
    """The place that a path or a URL names. Raises `Refusal` (`INVALID`) for a URL that cannot be used."""
    return ServerPlace(parse_url(str(where))) if is_url(where) else FilePlace(Path(where))


def key_file_of(path: Path) -> Path:
    """Where the key file of a register lies: beside it."""
    return path.with_name(path.name + ".keys")


SQLITE_HEADER = b"SQLite format 3\0"
_PAGE_BYTES = 4096
"""SQLCipher's. Every page is filled with what looks like chance; a file of another length is none of its."""


REWRITTEN = ".rekey"
"""What is added to a register's name while it is written once more under another key."""
_UNFINISHED = (".keys.part", ".keys.next.part", ".waits.part", "-journal")
"""What a crash may leave of files that are written whole or not at all. An open register has a log and no journal."""


class FilePlace:
    """An encrypted file; one window writes at a time. While it is set up it is called `.part`: a set-up that a power
    cut ended leaves nothing that would be in the way of the next."""

    on_server = False

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def shown(self) -> str:
        return str(self.path)

    @property
    def part(self) -> Path:
        """Where a register lies while it is built."""
        return self.path.with_name(self.path.name + ".part")

    def check_free(self) -> None:
        # Nobody was ever shown the recovery key of a set-up that was not finished.
        unfinished = self.part.exists()
        if self.path.exists() or (key_file_of(self.path).exists() and not unfinished):
            raise Refusal(RefusalCode.REGISTER_EXISTS, path=self.shown)

    def check_there(self) -> None:
        if not self.path.is_file():
            raise Refusal(RefusalCode.NO_REGISTER, path=self.shown)
        try:
            with self.path.open("rb") as file:
                start = file.read(len(SQLITE_HEADER))
                length = file.seek(0, os.SEEK_END)
        except OSError as error:
            raise fault_of(error, self.path) from error
        if start == SQLITE_HEADER or length % _PAGE_BYTES or not length:
            raise Refusal(RefusalCode.NOT_A_REGISTER, path=self.shown)

    def lock(self, held: ExitStack) -> None:
        # A register is unlocked by one thread and closed by another.
        lock = FileLock(self._lock_file, timeout=0, thread_local=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout:
            raise Refusal(RefusalCode.IN_USE) from None
        except OSError as error:
            raise fault_of(error, self.path) from error
        held.callback(lock.release)

    @property
    def _lock_file(self) -> Path:
        return self.path.with_name(self.path.name + ".lock")

    def engine(self, register_key: bytes, read_only: bool = False) -> Engine:
        return make_engine(self.path, register_key, read_only)

    def engine_to_build(self, register_key: bytes) -> Engine:
        self._discard_built()
        return make_engine(self.part, register_key)

    def finish(self, key_file: KeyFile) -> None:
        key_file.save(key_file_of(self.path))
        try:
            os.replace(self.part, self.path)
            sync_folder(self.path.parent)
        except OSError as error:
            raise fault_of(error, self.path) from error

    def load_keys(self) -> KeyFile:
        keys = key_file_of(self.path)
        if not keys.exists():
            raise Refusal(RefusalCode.KEY_FILE_MISSING, path=str(keys))
        return KeyFile.load(keys)

    def save_keys(self, key_file: KeyFile, before: KeyFile | None = None) -> None:
        key_file.save(key_file_of(self.path))

    @property
    def staged_keys(self) -> Path:
        """Where a key file lies that is about to replace the one in force."""
        keys = key_file_of(self.path)
        return keys.with_name(keys.name + ".next")

    def key_files(self) -> list[KeyFile]:
        staged = [KeyFile.load(self.staged_keys)] if self.staged_keys.exists() else []
        return [self.load_keys(), *staged]

    def stage_keys(self, key_file: KeyFile) -> None:
        key_file.save(self.staged_keys)

    def put_keys(self, connection: Connection, key_file: KeyFile, before: KeyFile) -> None:
        """The file is renamed when the transaction is durable (`settle_keys`)."""
        put_setting(connection, KEY_FILE, key_file.sha256)

    def settle_keys(self, key_file: KeyFile) -> None:
        try:
            if self.staged_keys.exists():
                if KeyFile.load(self.staged_keys) == key_file:
                    os.replace(self.staged_keys, key_file_of(self.path))
                else:
                    self.staged_keys.unlink()
            for name in (*_UNFINISHED, *(f"{REWRITTEN}{end}" for end in ("-journal", "-wal", "-shm", ""))):
                self.path.with_name(self.path.name + name).unlink(missing_ok=True)
            sync_folder(self.path.parent)
        except OSError as error:
            raise fault_of(error, self.path) from error

    def waits(self) -> Waits:
        return waits_beside(self.path)

    def look_closer(self) -> Fault | None:
        logs = (file.with_name(file.name + "-wal") for file in (self.path, self.part))
        return why_not_written(
            self.path.parent, max(log.stat().st_size if log.exists() else 0 for log in logs)
        )

    def write_anew(self, engine: Engine) -> None:
        engine.dispose()
        with faults_of_the_machine():
            connection = engine.raw_connection()
            try:
                driver = connection.driver_connection
                assert driver is not None
                driver.execute("VACUUM")
                busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                connection.close()
        if busy:
            raise Refusal(RefusalCode.IN_USE)

    def discard(self) -> None:
        self._discard_built()
        # Windows lets nobody take a file away that is held; an empty one is in nobody's way.
        with suppress(OSError):
            self._lock_file.unlink()

    def _discard_built(self) -> None:
        key_file_of(self.path).unlink(missing_ok=True)
        for leftover in ("-wal", "-shm", ""):
            self.part.with_name(self.part.name + leftover).unlink(missing_ok=True)

    def close(self) -> None:
        """A file has none but the engine's."""


class ServerPlace:
    """A PostgreSQL database; several clerks write at a time."""

    on_server = True

    def __init__(self, url: URL) -> None:
        self.url = url

    @property
    def shown(self) -> str:
        return shown(self.url)

    @cached_property
    def _plain(self) -> Engine:
        return make_server_engine(self.url, read_only=False, writes=WRITES)

    def check_free(self) -> None:
        with faults_of_the_machine(), self._plain.connect() as connection:
            if inspect(connection).has_table("alembic_version"):
                raise Refusal(RefusalCode.REGISTER_EXISTS, path=self.shown)

    def check_there(self) -> None:
        with faults_of_the_machine(), self._plain.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                raise Refusal(RefusalCode.NO_REGISTER, path=self.shown)

    def lock(self, held: ExitStack) -> None:
        """Clerks do not keep each other out: each append takes its own lock."""

    def engine(self, register_key: bytes, read_only: bool = False) -> Engine:
        if read_only:
            return make_server_engine(self.url, read_only=True, writes=WRITES)
        return self._plain

    def engine_to_build(self, register_key: bytes) -> Engine:
        return self.engine(register_key)

    def finish(self, key_file: KeyFile) -> None:
        self.save_keys(key_file)

    def load_keys(self) -> KeyFile:
        with faults_of_the_machine(), self._plain.connect() as connection:
            text = get_setting(connection, KEY_FILE)
        if not text:
            raise Refusal(RefusalCode.KEY_FILE_MISSING, path=self.shown)
        return KeyFile.parse(text.encode("utf-8"))

    def save_keys(self, key_file: KeyFile, before: KeyFile | None = None) -> None:
        with faults_of_the_machine(), self._plain.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                if before is None:
                    put_setting(connection, KEY_FILE, key_file.encode().decode("utf-8"))
                else:
                    self.put_keys(connection, key_file, before)

    def key_files(self) -> list[KeyFile]:
        return [self.load_keys()]

    def stage_keys(self, key_file: KeyFile) -> None:
        """Nothing is laid ready: the key file changes with the transaction itself."""

    def put_keys(self, connection: Connection, key_file: KeyFile, before: KeyFile) -> None:
        own = (_settings.c.name == KEY_FILE, _settings.c.value == before.encode().decode("utf-8"))
        text = key_file.encode().decode("utf-8")
        if not connection.execute(update(_settings).where(*own).values(value=text)).rowcount:
            raise Refusal(RefusalCode.IN_USE)

    def settle_keys(self, key_file: KeyFile) -> None:
        """Nothing was laid ready."""

    def waits(self) -> Waits:
        def read() -> bytes:
            with faults_of_the_machine(), self._plain.connect() as connection:
                return get_setting(connection, WAITS).encode("utf-8")

        def write(data: bytes) -> None:
            with faults_of_the_machine(), self._plain.connect() as plain:
                connection = plain.execution_options(**{WRITES: True})
                with connection.begin():
                    put_setting(connection, WAITS, data.decode("utf-8"))

        return Waits(read, write)

    def look_closer(self) -> Fault | None:
        return None

    def write_anew(self, engine: Engine) -> None:
        with faults_of_the_machine(), engine.connect() as plain:
            plain.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM FULL")

    def discard(self) -> None:
        with self._plain.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                models.metadata.drop_all(connection)
                connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")

    def close(self) -> None:
        if "_plain" in self.__dict__:
            self._plain.dispose()
