"""Real registers for tests: made in a temporary folder, with a clock that tests turn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from db.books.issuing import issue_pass
from db.books.pass_id import Book, Scope
from db.books.passes import Holder, Pass, card_digits
from db.register import NewRegister, Register, create_register, open_register
from db.times import Clock, parse_offset

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


def make_register(
    folder: Path, clock: FakeClock, gate: int = 312, name: str = "1 号门·东门", compound: str = "泉韵佳苑"
) -> tuple[Path, NewRegister]:
    """Sets up a register in `folder`; gives its path and what set-up gave."""
    path = folder / f"{gate}.gatebook"
    made = create_register(path, gate, name, OPERATOR, PASSPHRASE, compound, clock=clock.clock())
    return path, made


def new_register(folder: Path, clock: FakeClock | None = None, gate: int = 312) -> Register:
    """A new register, open as its lead. The caller closes it."""
    clock = clock or FakeClock()
    path, _ = make_register(folder, clock, gate)
    return open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock())


def holder(name: str = "周文静", book: Book = Book.MEDICAL, **fields: object) -> Holder:
    """Someone to issue a pass to, good from 2020-02-01 until 2020-03-15."""
    facts: dict[str, object] = {"valid_from": date(2020, 2, 1), "valid_until": date(2020, 3, 15), **fields}
    return Holder(book, name, **facts)  # type: ignore[arg-type]


def issue(register: Register, name: str = "周文静", book: Book = Book.MEDICAL, **fields: object) -> tuple[Pass, str]:
    """Issues a pass; gives it and its card's digits."""
    with register.writing() as ledger:
        one = issue_pass(ledger, holder(name, book, **fields))
        return one, card_digits(ledger.connection, one)


__all__ = ["OPERATOR", "PASSPHRASE", "START", "FakeClock", "Scope", "holder", "issue", "make_register", "new_register"]
