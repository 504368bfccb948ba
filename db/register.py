"""The register: one encrypted file with one writer at a time, or a database where clerks take turns."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from db import models
from db.books import load_kinds
from db.books.gates import Gate, gate_key, get_gate, open_gate
from db.books.operators import add_operator
from db.books.posts import make_desk
from db.engine import WRITES, faults_of_the_machine
from db.errors import Denied, GatebookError, Refusal, RefusalCode
from db.ledger.append import Ledger
from db.ledger.seal import seal_day, unsealed_days
from db.place import KEY_FILE, FilePlace, Place, key_file_of, place_of
from db.server import lock_appending
from db.settings import MOVED_TO, get_setting, put_setting
from db.times import DEFAULT_OFFSET, Clock, parse_offset
from db.trust.access import Access
from db.trust.key_file import KeyFile, Unlocked
from db.trust.keys import SigningKey
from db.trust.pins import SessionKeys, access_by_pin
from db.trust.trust_list import mend_trust, trust_differs
from db.unlocking import unlock
from db.version import APP

OWN_GATE = "gate"
SWEEP_DUE = "sweep_due"
"""The setting that says that a purge has not overwritten all that it dropped."""
_SEALED = "gatebook_sealed"


@dataclass(frozen=True)
class NewRegister:
    """What setting up gave: the register's gate key (hex) and the recovery key, shown once."""

    key: str
    recovery_key: str


class Register:
    """An open register.

    Attributes: `place`, where it lies; `gate`, the own gate's facts; `access`, who works with it; `clock`, the
    gate's; `key_file`; `session_keys`, of those whose passphrase was given since it was opened; `writes`, whether
    this is one that may write."""

    def __init__(
        self,
        place: Place,
        engine: Engine,
        access: Access,
        key_file: KeyFile,
        gate: Gate,
        clock: Clock,
        held: ExitStack,
    ) -> None:
        self.place = place
        self.engine = engine
        self.access = access
        self.key_file = key_file
        self.gate = gate
        self.clock = clock
        self.session_keys = SessionKeys()
        self._held = held
        self._sealed_on = ""
        self.writes = True

    @property
    def path(self) -> Path:
        """The register's file. Raises `Refusal` (`NOT_ON_SERVER`) for one on a server."""
        if not isinstance(self.place, FilePlace):
            raise Refusal(RefusalCode.NOT_ON_SERVER)
        return self.place.path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the register and changes nothing."""
        with faults_of_the_machine(self.place.look_closer), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger, for one transaction: what it wrote is durable when the block has ended, and undone when the
        block raises. Raises `Refusal` (`IN_USE`) where another window has the register."""
        with self.changing() as connection:
            yield self.ledger(connection)

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction as `writing`, that may take long before it appends to the own ledger (`ledger`), if it ever
        does: on a server other clerks append meanwhile."""
        if not self.writes:
            raise Refusal(RefusalCode.IN_USE)
        with faults_of_the_machine(self.place.look_closer), self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            connection.info.pop(_SEALED, None)
            with connection.begin():
                if self.place.on_server:
                    # Another clerk may have moved it while this one had it open.
                    _check_here(connection)
                yield connection
            self._sealed_on = connection.info.pop(_SEALED, self._sealed_on)

    def ledger(self, connection: Connection) -> Ledger:
        """The ledger for the rest of a transaction begun by `changing`; until its end nobody else appends."""
        lock_appending(connection)
        ledger = Ledger.at_tip(connection, self.access, self.clock)
        self._seal_what_is_past(ledger)
        return ledger

    def _seal_what_is_past(self, ledger: Ledger) -> None:
        """A day is sealed by the lead or at the next day's first line by someone who can sign: a day that ended with
        a volunteer waits for them. Looked for once a day, and each time that the register is opened."""
        today = ledger.today().isoformat()
        if self.access.signer is None or self._sealed_on == today:
            return
        for day in unsealed_days(ledger.connection, ledger.gate, today):
            seal_day(ledger, day)
        # Remembered when it is durable.
        ledger.connection.info[_SEALED] = today

    def as_operator(self, unlocked: Unlocked) -> None:
        """Changes who works with the open register."""
        self.access = _access(self.gate.gate, unlocked)

    def unlock(self, operator: str | None, passphrase: str) -> Unlocked:
        """What an operator's passphrase opens, within the open session. Raises `Denied` as `open_register` does."""
        unlocked = unlock(self.place, self.key_file, operator, passphrase)
        self.session_keys.remember(unlocked)
        return unlocked

    def access_by_passphrase(self, operator: str, passphrase: str) -> Access:
        """What an operator confirms with their passphrase, changing nobody. Raises `Denied` as `open_register` does."""
        return _access(self.gate.gate, self.unlock(operator, passphrase))

    def access_by_pin(self, operator: str, pin: str) -> Access:
        """What an operator confirms with their PIN, changing nobody: both sides of a handover. Raises `Denied` as
        `db.trust.pins.access_by_pin` does."""
        keys, waits = self.session_keys, self.place.waits()
        with self.reading() as connection:
            return access_by_pin(connection, self.key_file, keys, waits, self.gate.gate, operator, pin)

    def change_by_pin(self, operator: str, pin: str) -> Access:
        """Lets another operator go on working with the open register. Raises `Denied` as `access_by_pin` does."""
        self.access = self.access_by_pin(operator, pin)
        return self.access

    @contextmanager
    def changing_keys(self, key_file: KeyFile) -> Iterator[Ledger]:
        """A transaction as `writing` with which the key file becomes another: after a crash both are as before, or
        both are done. Raises `Refusal` (`IN_USE`) where another clerk has just changed it."""
        before = self.key_file
        self.place.stage_keys(key_file)
        try:
            with self.writing() as ledger:
                yield ledger
                self.place.put_keys(ledger.connection, key_file, before)
        except BaseException:
            self.place.settle_keys(before)
            raise
        self.place.settle_keys(key_file)
        self.key_file = key_file

    def mend(self) -> None:
        """Puts this machine's trust list right where somebody changed it, which is a line; and finishes a purge."""
        key = self.key_file.gate_key.hex()
        with self.reading() as connection:
            wrong = trust_differs(connection, self.gate.gate, key)
            due = bool(get_setting(connection, SWEEP_DUE))
        if wrong is not None:
            with self.writing() as ledger:
                part = mend_trust(ledger.connection, self.gate.gate, key)
                if part is not None:
                    ledger.append("trust.mended", {"part": part})
        if due:
            self.sweep()

    def sweep(self) -> bool:
        """Writes the register anew, so that no freed page and no log holds what a purge dropped. Gives False where it
        could not: somebody reads it, or the disk is full; it is tried again when the register is opened."""
        try:
            self.place.write_anew(self.engine)
            with self.changing() as connection:
                put_setting(connection, SWEEP_DUE, "")
        except GatebookError:
            return False
        return True

    def backup_to(self, target: Path) -> None:
        """Writes a whole copy of the encrypted register, with its key file, as it stands now.

        Raises `Refusal` (`REGISTER_EXISTS` where something lies there; `NOT_ON_SERVER`: whoever keeps a server makes
        its copies, or the register is moved), `Fault` for the drive's faults."""
        if self.place.on_server:
            raise Refusal(RefusalCode.NOT_ON_SERVER)
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
        """Lets the place and its lock go. What was acknowledged is durable already."""
        self.engine.dispose()
        self._held.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_register(
    where: Path | str,
    gate: int,
    name: str,
    operator: str,
    passphrase: str,
    compound: str = "",
    offset: str = DEFAULT_OFFSET,
    desk: bool = False,
    clock: Clock | None = None,
) -> NewRegister:
    """Makes a new register with one operator, a lead, in a file or in the empty database of a URL. All or nothing:
    a failure leaves no file and no table.

    Raises `Refusal`: `REGISTER_EXISTS`; `INVALID` with the field; `PASSPHRASE_TOO_SHORT`."""
    if not 1 <= gate <= 65535:
        raise Refusal(RefusalCode.INVALID, field="gate", value=gate)
    if not name.strip():
        raise Refusal(RefusalCode.INVALID, field="name", value=name)
    zone = parse_offset(offset)
    place = place_of(where)
    register_key, signing_key = secrets.token_bytes(32), SigningKey.generate()
    public = signing_key.public.hex()
    with ExitStack() as held:
        held.callback(place.close)
        place.check_free()
        key_file, recovery_key = KeyFile.create(register_key, signing_key, operator, passphrase)
        place.lock(held)
        # Someone may have been quicker.
        place.check_free()
        engine = place.engine_to_build(register_key)
        held.callback(engine.dispose)
        try:
            _migrate(place, engine)
            slot = key_file.find(None)
            access = Access(gate, slot.id, slot.name, slot.role, signing_key)
            with faults_of_the_machine(place.look_closer), engine.connect() as plain:
                connection = plain.execution_options(**{WRITES: True})
                with connection.begin():
                    put_setting(connection, OWN_GATE, str(gate))
                    if desk:
                        make_desk(connection)
                    ledger = Ledger.at_tip(connection, access, clock or Clock(zone))
                    open_gate(ledger, name.strip(), compound.strip(), offset, public, APP)
                    add_operator(ledger, slot.id, slot.name, slot.role)
            engine.dispose()
            place.finish(key_file)
        except BaseException:
            engine.dispose()
            place.discard()
            raise
    return NewRegister(public, recovery_key)


def open_register(
    where: Path | str,
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
    place = place_of(where)
    held = ExitStack()
    held.callback(place.close)
    try:
        place.check_there()
        key_files = place.key_files()
        if not read_only:
            place.lock(held)
        opener = _Opener(place, operator, passphrase, recovery_key, clock, read_only)
        register = opener.first_of(key_files, held)
        if not read_only:
            place.settle_keys(register.key_file)
            register.mend()
        return register
    except BaseException:
        held.close()
        raise


@dataclass(frozen=True)
class _Opener:
    """One attempt to open. A crash while the keys were being changed leaves two key files, one of which fits."""

    place: Place
    operator: str | None
    passphrase: str | None
    recovery_key: str | None
    clock: Clock | None
    read_only: bool

    def first_of(self, key_files: Sequence[KeyFile], held: ExitStack) -> Register:
        for key_file in key_files[:-1]:
            try:
                register = self.with_keys(key_file, held)
            except Denied:
                raise
            except Refusal as refusal:
                if refusal.code not in (RefusalCode.NOT_A_REGISTER, RefusalCode.KEY_FILE_DAMAGED):
                    raise
            else:
                with register.reading() as connection:
                    newest = get_setting(connection, KEY_FILE)
                if newest != key_files[-1].sha256:
                    return register
        return self.with_keys(key_files[-1], held)

    def with_keys(self, key_file: KeyFile, held: ExitStack) -> Register:
        if self.recovery_key is not None:
            unlocked = key_file.unlock_with_recovery(self.recovery_key)
        else:
            unlocked = unlock(self.place, key_file, self.operator, self.passphrase)
        engine = self.place.engine(unlocked.register_key, self.read_only)
        held.callback(engine.dispose)
        register = _opened(self.place, engine, key_file, unlocked, self.clock, held, self.read_only)
        register.session_keys.remember(unlocked)
        register.writes = not self.read_only
        return register


def _opened(
    place: Place,
    engine: Engine,
    key_file: KeyFile,
    unlocked: Unlocked,
    clock: Clock | None,
    held: ExitStack,
    read_only: bool,
) -> Register:
    load_kinds()
    with faults_of_the_machine(place.look_closer):
        with engine.connect() as connection:
            revision = _revision(connection)
        if revision != models.SCHEMA:
            if read_only:
                raise Refusal(RefusalCode.NEWER_REGISTER)
            _migrate(place, engine)
        with engine.connect() as connection:
            if not read_only:
                _check_here(connection)
            number = get_setting(connection, OWN_GATE)
            gate = get_gate(connection, int(number)) if number else None
            key = gate_key(connection, gate.gate) if gate else None
    if gate is None:
        raise Refusal(RefusalCode.NOT_A_REGISTER)
    if key != key_file.gate_key.hex():
        raise Refusal(RefusalCode.KEY_FILE_DAMAGED, why="another register's")
    access = _access(gate.gate, unlocked)
    return Register(place, engine, access, key_file, gate, clock or Clock(parse_offset(gate.offset)), held)


def _access(gate: int, unlocked: Unlocked) -> Access:
    return Access(gate, unlocked.operator_id, unlocked.name, unlocked.role, unlocked.signing_key)


def _check_here(connection: Connection) -> None:
    """Raises `Refusal` (`REGISTER_MOVED`) for a register that goes on in another place."""
    place = get_setting(connection, MOVED_TO)
    if place:
        raise Refusal(RefusalCode.REGISTER_MOVED, place=place)


def _revision(connection: Connection) -> str | None:
    """The register's schema. Raises `Refusal` (`NOT_A_REGISTER`) where it has none."""
    if not inspect(connection).has_table("alembic_version"):
        raise Refusal(RefusalCode.NOT_A_REGISTER)
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def _migrate(place: Place, engine: Engine) -> None:
    # Late: a register at today's schema, the usual one, opens without Alembic.
    from db.migrations.run import upgrade

    load_kinds()
    with faults_of_the_machine(place.look_closer):
        upgrade(engine)
