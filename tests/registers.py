"""Real registers for tests: made in a temporary folder, with a clock that tests turn."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from db.books.issuing import issue_pass
from db.books.pass_id import Book, Scope
from db.books.passes import Holder, Pass, card_digits
from db.register import NewRegister, Register, create_register, key_file_of, open_register
from db.times import Clock, parse_offset
from db.trust.access import Access
from db.trust.key_file import KeyFile, Unlocked
from db.trust.roles import Role

PASSPHRASE = "correct horse 门岗"
OPERATOR = "李秀兰"
START = datetime(2020, 2, 10, 0, 0, tzinfo=UTC)
"""08:00 on 2020-02-10 at the gate."""


class FakeClock:
    """A machine's clock that stands until a test turns it; every look at it costs a millisecond."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def forward(self, **by: float) -> None:
        """Turns the clock, as `timedelta` takes it: `minutes=10`, `days=-1`."""
        self.now += timedelta(**by)

    def at(self, text: str) -> None:
        """Sets the clock to a moment at the gate: `2020-02-12 08:30`."""
        self.now = datetime.fromisoformat(text).replace(tzinfo=parse_offset("+08:00")).astimezone(UTC)

    def clock(self) -> Clock:
        """The gate's clock over this machine's."""
        return Clock(parse_offset("+08:00"), self)


@contextmanager
def machine_zone(name: str) -> Iterator[None]:
    """The machine's own time zone, where the system lets a process choose it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", name)
        _take_zone()
        yield
    _take_zone()


def _take_zone() -> None:
    if sys.platform != "win32":
        time.tzset()


@dataclass(frozen=True)
class Prepared:
    """A register just set up: its two files, what set-up gave, what its lead's passphrase opens, and the clock."""

    register: bytes
    keys: bytes
    made: NewRegister
    lead: Unlocked
    clock: datetime


@cache
def prepared(gate: int, name: str, compound: str) -> Prepared:
    """A register set up at `START`, once in a run of the tests: stretching a passphrase takes its time."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory(prefix="gatebook-prepared-") as folder:
        path = Path(folder) / "register"
        made = create_register(path, gate, name, OPERATOR, PASSPHRASE, compound, clock=clock.clock())
        keys = key_file_of(path)
        lead = KeyFile.load(keys).unlock(OPERATOR, PASSPHRASE)
        return Prepared(path.read_bytes(), keys.read_bytes(), made, lead, clock.now)


def make_register(
    folder: Path, clock: FakeClock, gate: int = 312, name: str = "1 号门·东门", compound: str = "泉韵佳苑"
) -> tuple[Path, NewRegister]:
    """A register set up in `folder`; gives its path and what set-up gave.

    Where the clock stands at `START` it is a copy of one that was set up before, with the same keys."""
    path = folder / f"{gate}.gatebook"
    if clock.now != START:
        made = create_register(path, gate, name, OPERATOR, PASSPHRASE, compound, clock=clock.clock())
        return path, made
    ready = prepared(gate, name, compound)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ready.register)
    key_file_of(path).write_bytes(ready.keys)
    clock.now = ready.clock
    return path, ready.made


def new_register(
    folder: Path, clock: FakeClock | None = None, gate: int = 312, compound: str = "泉韵佳苑"
) -> Register:
    """A new register, open as its lead. The caller closes it."""
    clock = clock or FakeClock()
    was_ready = clock.now == START
    path, made = make_register(folder, clock, gate, compound=compound)
    if not was_ready:
        return open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock())
    register = open_register(path, recovery_key=made.recovery_key, clock=clock.clock())
    register.as_operator(prepared(gate, "1 号门·东门", compound).lead)
    return register


def as_role(register: Register, role: Role) -> None:
    """Lets someone of this role work with the open register: `op-2`, whose passphrase opens what the role may."""
    signer = register.access.signer if role.may_sign else None
    register.access = Access(register.gate.gate, "op-2", "王芳", role, signer)


def holder(name: str = "周文静", book: Book = Book.MEDICAL, **fields: object) -> Holder:
    """Someone to issue a pass to, good from 2020-02-01 until 2020-03-15."""
    facts: dict[str, object] = {"valid_from": date(2020, 2, 1), "valid_until": date(2020, 3, 15), **fields}
    return Holder(book, name, **facts)  # type: ignore[arg-type]


def issue(
    register: Register, name: str = "周文静", book: Book = Book.MEDICAL, **fields: object
) -> tuple[Pass, str]:
    """Issues a pass; gives it and its card's digits."""
    with register.writing() as ledger:
        one = issue_pass(ledger, holder(name, book, **fields))
        return one, card_digits(ledger.connection, one)


__all__ = [
    "OPERATOR",
    "PASSPHRASE",
    "START",
    "FakeClock",
    "Prepared",
    "Scope",
    "as_role",
    "holder",
    "issue",
    "machine_zone",
    "make_register",
    "new_register",
    "prepared",
]
