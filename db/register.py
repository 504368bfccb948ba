"""The register: one encrypted file, its key file, one writer at a time."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, inspect, text

from db import models
from db.books import load_kinds
from db.books.gates import Gate, gate_key, get_gate, open_gate
from db.books.operators import add_operator
from db.books.posts import make_desk
from db.engine import WRITES, faults_of_the_machine, make_engine
from db.errors import Denied, Fault, FaultCode, Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.seal import seal_day, unsealed_days
from db.settings import get_setting, put_setting
from db.times import DEFAULT_OFFSET, Clock, parse_offset
from db.trust.access import Access
from db.trust.key_file import KeyFile, Unlocked
from db.trust.keys import SigningKey
from db.version import APP

OWN_GATE = "gate"


@dataclass(frozen=True)
class NewRegister:
    """What setting up gave: the register's gate key (hex) and the recovery key, shown once."""

    key: str
    recovery_key: str


def key_file_of(path: Path) -> Path:
    """Where the key file of a register lies: beside it."""
    return path.with_name(path.name + ".keys")


class Register:
    """An open register.

    Attributes: `path`; `gate`, the own gate's facts; `access`, who works with it; `clock`, the gate's;
    `key_file`; `writes`, whether this is the one that may write."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        access: Access,
        key_file: KeyFile,
        gate: Gate,
        clock: Clock,
        held: ExitStack,
    ) -> None:
        self.path = path
        self.engine = engine
        self.access = access
        self.key_file = key_file
        self.gate = gate
        self.clock = clock
        self._held = held
        self.writes = True

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the register and changes nothing."""
        with faults_of_the_machine(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger, for one transaction: what it wrote is durable when the block has ended, and undone when the
        block raises. Raises `Refusal` (`IN_USE`) where another window has the register."""
        if not self.writes:
            raise Refusal(RefusalCode.IN_USE)
        with faults_of_the_machine(), self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                ledger = Ledger.at_tip(connection, self.access, self.clock)
                self._seal_what_is_past(ledger)
                yield ledger

    def _seal_what_is_past(self, ledger: Ledger) -> None:
        """A day is sealed by the lead or at the next day's first line, where the operator can sign."""
        today = ledger.today().isoformat()
        if self.access.signer is None or ledger.tip.at is None or ledger.tip.at[:10] == today:
            return
        for day in unsealed_days(ledger.connection, ledger.gate, today):
            seal_day(ledger, day)

    def as_operator(self, unlocked: Unlocked) -> None:
        """Changes who works with the open register."""
        self.access = _access(self.gate.gate, unlocked)

    def save_keys(self, key_file: KeyFile) -> None:
        """Replaces the key file, on disk first."""
        key_file.save(key_file_of(self.path))
        self.key_file = key_file

    def backup_to(self, target: Path) -> None:
        """Writes a whole copy of the encrypted register, with its key file, as it stands now.

        Raises `Refusal` (`REGISTER_EXISTS`) where something lies there, `Fault` for the drive's faults."""
        if target.exists() or key_file_of(target).exists():
            raise Refusal(RefusalCode.REGISTER_EXISTS, path=str(target))
        try:
            with faults_of_the_machine(), self.engine.connect() as connection:
                source = connection.connection.driver_connection
                assert source is not None
                connection.exec_driver_sql("COMMIT")
                source.execute("VACUUM INTO ?", (str(target),))
                connection.exec_driver_sql("BEGIN")
            self.key_file.save(key_file_of(target))
        except BaseException:
            target.unlink(missing_ok=True)
            raise

    def close(self) -> None:
        """Lets the file and the lock go. What was acknowledged is on disk already."""
        self.engine.dispose()
        self._held.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_register(
    path: Path,
    gate: int,
    name: str,
    operator: str,
    passphrase: str,
    compound: str = "",
    offset: str = DEFAULT_OFFSET,
    desk: bool = False,
    clock: Clock | None = None,
) -> NewRegister:
    """Makes a new register with one operator, a lead. All or nothing: a failure leaves no file.

    Raises `Refusal`: `REGISTER_EXISTS`; `INVALID` with the field; `PASSPHRASE_TOO_SHORT`."""
    if not 1 <= gate <= 65535:
        raise Refusal(RefusalCode.INVALID, field="gate", value=gate)
    if not name.strip():
        raise Refusal(RefusalCode.INVALID, field="name", value=name)
    zone = parse_offset(offset)
    if path.exists() or key_file_of(path).exists():
        raise Refusal(RefusalCode.REGISTER_EXISTS, path=str(path))
    register_key, signing_key = secrets.token_bytes(32), SigningKey.generate()
    key_file, recovery_key = KeyFile.create(register_key, signing_key, operator, passphrase)
    public = signing_key.public.hex()
    with ExitStack() as held:
        _make_folder(path.parent)
        _lock(path, held)
        engine = make_engine(path, register_key)
        try:
            _migrate(engine)
            slot = key_file.find(None)
            access = Access(gate, slot.id, slot.name, slot.role, signing_key)
            with faults_of_the_machine(), engine.connect() as plain:
                connection = plain.execution_options(**{WRITES: True})
                with connection.begin():
                    put_setting(connection, OWN_GATE, str(gate))
                    if desk:
                        make_desk(connection)
                    ledger = Ledger.at_tip(connection, access, clock or Clock(zone))
                    open_gate(ledger, name.strip(), compound.strip(), offset, public, APP)
                    add_operator(ledger, slot.id, slot.name, slot.role)
            engine.dispose()
            key_file.save(key_file_of(path))
        except BaseException:
            engine.dispose()
            for leftover in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
                leftover.unlink(missing_ok=True)
            raise
    return NewRegister(public, recovery_key)


def open_register(
    path: Path,
    operator: str | None = None,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    read_only: bool = False,
    clock: Clock | None = None,
) -> Register:
    """Opens a register with a passphrase or the recovery key. With `read_only` beside an open window.

    Raises `Refusal`: `NO_REGISTER`, `NOT_A_REGISTER`, `NEWER_REGISTER`, `KEY_FILE_MISSING`, `KEY_FILE_DAMAGED`,
    `IN_USE`; `Denied`: `PASSPHRASE_NEEDED`, `WRONG_PASSPHRASE`, `UNKNOWN_OPERATOR`, `OPERATOR_DISABLED`,
    `RECOVERY_KEY_WRONG`."""
    if not path.is_file():
        raise Refusal(RefusalCode.NO_REGISTER, path=str(path))
    keys = key_file_of(path)
    if not keys.exists():
        raise Refusal(RefusalCode.KEY_FILE_MISSING, path=str(keys))
    key_file = KeyFile.load(keys)
    if recovery_key is not None:
        unlocked = key_file.unlock_with_recovery(recovery_key)
    elif passphrase is None:
        raise Denied(RefusalCode.PASSPHRASE_NEEDED)
    else:
        unlocked = key_file.unlock(operator, passphrase)
    held = ExitStack()
    try:
        if not read_only:
            _lock(path, held)
        engine = make_engine(path, unlocked.register_key, read_only)
        held.callback(engine.dispose)
        register = _opened(path, engine, key_file, unlocked, clock, held, read_only)
        register.writes = not read_only
        return register
    except BaseException:
        held.close()
        raise


def _opened(
    path: Path,
    engine: Engine,
    key_file: KeyFile,
    unlocked: Unlocked,
    clock: Clock | None,
    held: ExitStack,
    read_only: bool,
) -> Register:
    load_kinds()
    with faults_of_the_machine():
        with engine.connect() as connection:
            revision = _revision(connection)
        if revision != models.SCHEMA:
            if read_only:
                raise Refusal(RefusalCode.NEWER_REGISTER)
            _migrate(engine)
        with engine.connect() as connection:
            number = get_setting(connection, OWN_GATE)
            gate = get_gate(connection, int(number)) if number else None
            key = gate_key(connection, gate.gate) if gate else None
    if gate is None:
        raise Refusal(RefusalCode.NOT_A_REGISTER)
    if key != key_file.gate_key.hex():
        raise Refusal(RefusalCode.KEY_FILE_DAMAGED, why="another register's")
    access = _access(gate.gate, unlocked)
    return Register(path, engine, access, key_file, gate, clock or Clock(parse_offset(gate.offset)), held)


def _access(gate: int, unlocked: Unlocked) -> Access:
    return Access(gate, unlocked.operator_id, unlocked.name, unlocked.role, unlocked.signing_key)


def _lock(path: Path, held: ExitStack) -> None:
    lock = FileLock(str(path) + ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Refusal(RefusalCode.IN_USE) from None
    except OSError as error:
        raise Fault(FaultCode.READ_ONLY, path=str(path)) from error
    held.callback(lock.release)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(FaultCode.READ_ONLY, path=str(folder)) from error


def _revision(connection: Connection) -> str | None:
    """The register's schema. Raises `Refusal` (`NOT_A_REGISTER`) where it has none."""
    if not inspect(connection).has_table("alembic_version"):
        raise Refusal(RefusalCode.NOT_A_REGISTER)
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def _migrate(engine: Engine) -> None:
    # Late: a register at today's schema, the usual one, opens without Alembic.
    from db.migrations.run import upgrade

    load_kinds()
    with faults_of_the_machine():
        upgrade(engine)
