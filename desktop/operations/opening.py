"""Setting a register up, opening it, and looking around with a sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db import backups
from db.errors import Refusal, RefusalCode
from db.place import key_file_of, place_of
from db.register import NewRegister, Register, create_register, open_register
from db.server import is_url
from desktop.operations.operators import Recovered, recover
from desktop.operations.sample import fill_sample

PRACTICE_PASSPHRASE = "gatebook practice"
"""The sample holds invented people only; anyone may open it."""
PRACTICE_GATE = 312


@dataclass(frozen=True)
class SetUp:
    """What is asked on the set-up page. `operator` is the name of whoever sets up, a lead; `desk` a command post;
    `server` the URL of the database in which it is to lie, empty for a file."""

    gate: int
    name: str
    compound: str
    operator: str
    passphrase: str
    desk: bool = False
    server: str = ""


@dataclass(frozen=True)
class Opened:
    """A register that was just set up, and its recovery key, which is shown once."""

    register: Register
    made: NewRegister


def set_up(where: Path | str, wanted: SetUp) -> Opened:
    """Makes a register in a file, or in the database of a URL, and opens it. Raises as `create_register` does."""
    facts = (wanted.gate, wanted.name, wanted.operator, wanted.passphrase, wanted.compound)
    if isinstance(where, str) and not is_url(where):
        raise Refusal(RefusalCode.INVALID, field="register")
    made = create_register(where, *facts, desk=wanted.desk)
    return Opened(open_register(where, wanted.operator, wanted.passphrase), made)


def unlock(where: Path | str, operator: str | None, passphrase: str) -> Register:
    """Opens a register with an operator's passphrase."""
    return open_register(where, operator, passphrase)


def unlock_with_recovery(where: Path | str, recovery_key: str) -> Recovered:
    """Opens a register with the recovery key, and makes another one; see `operators.recover`."""
    return recover(where, recovery_key)


def restore(copy: Path, target: Path, operator: str | None, passphrase: str) -> Register:
    """Makes a register at `target` from a copy, in a new epoch, and opens it. Raises as `db.backups.restore` does."""
    backups.restore(copy, target, operator, passphrase)
    return open_register(target, operator, passphrase)


def restore_with_recovery(copy: Path, target: Path, recovery_key: str) -> Recovered:
    """The same with the recovery key of the copy; another one is made, see `operators.recover`."""
    backups.restore(copy, target, recovery_key=recovery_key)
    return recover(target, recovery_key)


def free_place(path: Path) -> Path:
    """Where a restored register may lie: here, or beside the one that is here."""
    place, count = path, 1
    while place.exists() or key_file_of(place).exists():
        count += 1
        place = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return place


def operators_of(where: Path | str) -> list[str]:
    """The names of those who can open a register, as its key file lists them; it holds no secret but them."""
    place = place_of(where)
    try:
        return [slot.name for slot in place.load_keys().operators]
    finally:
        place.close()


def may_be_there(where: Path | str) -> bool:
    """Whether a register may be opened there; of a server only opening it tells."""
    return where.exists() if isinstance(where, Path) else True


def open_practice(path: Path, gate_name: str, compound: str, operator: str) -> Register:
    """Opens the practice register, and makes it with a sample of three days where there is none."""
    if not path.exists():
        create_register(path, PRACTICE_GATE, gate_name, operator, PRACTICE_PASSPHRASE, compound)
    register = open_register(path, None, PRACTICE_PASSPHRASE)
    if not register.gate.practice:
        fill_sample(register, passes=300, days=3, per_day=400)
        register.close()
        register = open_register(path, None, PRACTICE_PASSPHRASE)
    return register
