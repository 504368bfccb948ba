"""A gate with a day in it: people in all books, a fever, a voided line, refused cards, a photo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from db.books.crossings import Held, Reading, Recorded
from db.books.issuing import issue_pass
from db.books.pass_id import Book
from db.books.photos import put_photo
from db.books.verdict import Direction
from db.register import NewRegister, Register, open_register
from desktop.operations import passing
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, holder, issue, make_register

PHOTO = b"\xff\xd8\xff\xe0 a photo that no reader of bundles opens"


@dataclass
class Gate:
    """The register, its clock, its recovery key, and the digits of two cards."""

    register: Register
    clock: FakeClock
    made: NewRegister
    path: Path
    medic: str
    official: str

    def cross(self, digits: str, direction: Direction, tenths: int | None) -> Recorded | Held:
        """Someone goes through."""
        look = passing.look_at_scan(self.register, digits, direction).value
        return passing.record_scan(self.register, look, direction, Reading(tenths)).value


@pytest.fixture
def clock() -> FakeClock:
    """08:00 on 2020-02-10 at the gate."""
    return FakeClock()


@pytest.fixture
def gate(tmp_path: Path, clock: FakeClock) -> Iterator[Gate]:
    """An open register with a short day."""
    path, made = make_register(tmp_path / "register", clock)
    with open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock()) as register:
        with register.writing() as ledger:
            photo = put_photo(ledger, PHOTO)
            issue_pass(ledger, holder("周文静", id_no="420281199001010029", photo=photo))
        _, medic = issue(register, "王小芳", unit="市中心医院")
        _, official = issue(register, "赵伟", Book.OFFICIAL, unit='=HYPERLINK("x")')
        yield Gate(register, clock, made, path, medic, official)


@pytest.fixture
def busy_gate(gate: Gate) -> Gate:
    """The same after a few crossings."""
    gate.cross(gate.medic, Direction.IN, 365)
    gate.clock.forward(minutes=7)
    gate.cross(gate.official, Direction.IN, 362)
    gate.clock.forward(minutes=5)
    wrong = gate.cross(gate.medic, Direction.OUT, 366)
    assert isinstance(wrong, Recorded)
    passing.void_line(gate.register, 1, wrong.seq, "记错人")
    gate.clock.forward(minutes=2)
    held = gate.cross(gate.official, Direction.OUT, 378)
    assert isinstance(held, Held)
    gate.clock.forward(minutes=10)
    passing.take_second_reading(gate.register, held.seq, Reading(368, "armpit"))
    passing.record_without_card(gate.register, "visitor", "刘大爷", Direction.IN, Reading(None, None), "送菜")
    passing.look_at_scan(gate.register, "4" * 30, Direction.IN)
    passing.turn_away_person(gate.register, "孙师傅", "没有证")
    return gate
