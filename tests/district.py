"""A small district for tests: a command post and real gates, and the documents that travel between them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.books.check import Look, look_at_card
from db.books.verdict import Direction
from db.exchange.admission import admit
from db.exchange.answering import GivenAnswer, make_answer
from db.exchange.answers import TakenAnswer, take_answer
from db.exchange.requests import make_request
from db.exchange.signed_document import sign_document
from db.ledger.store import read_lines
from db.register import Register
from db.trust.keys import SigningKey, fingerprint
from tests.desks import bundled, file_desk, take
from tests.registers import FakeClock, new_register


@dataclass
class District:
    """A post and its gates, each in a folder of its own, all by one clock."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    gates: dict[int, Register] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.post = file_desk(self.folder, self.clock)

    def close(self) -> None:
        for register in (self.post, *self.gates.values()):
            register.close()

    def gate(self, number: int, compound: str = "泉韵佳苑", admitted: bool = True) -> Register:
        """A gate, admitted by the post unless it is not."""
        folder = self.folder / str(number)
        folder.mkdir()
        # Every register was set up at the same moment.
        clock = FakeClock()
        register = new_register(folder, clock, number, compound)
        register.clock = self.clock.clock()
        self.gates[number] = register
        if admitted:
            self.admit(register)
        return register

    def admit(self, register: Register) -> None:
        with self.post.writing() as ledger:
            admit(ledger, request_of(register))

    def answer(self, **wanted: Any) -> GivenAnswer:
        """The post's next answer."""
        with self.post.writing() as ledger:
            return make_answer(ledger, self.post.gate, **wanted)

    @property
    def fingerprint(self) -> str:
        """The post's."""
        return fingerprint(self.post.key_file.gate_key)

    def join(self, register: Register) -> TakenAnswer:
        """The gate takes its first answer."""
        return take_document(register, self.answer().data, self.fingerprint)

    def inform(self, register: Register) -> TakenAnswer:
        """The gate takes a further answer."""
        return take_document(register, self.answer().data)

    def bring(self, register: Register) -> None:
        """All lines of a gate reach the post."""
        number = register.gate.gate
        with register.reading() as connection:
            lines = list(read_lines(connection, number, 1))
        take(self.post, bundled(lines, register.access.signing_key()))


def request_of(register: Register) -> bytes:
    """The gate's request."""
    with register.writing() as ledger:
        return make_request(ledger, register.gate, register.key_file.recipient)


def take_document(register: Register, data: bytes, typed: str | None = None) -> TakenAnswer:
    """Takes an answer in."""
    with register.writing() as ledger:
        return take_answer(ledger, data, typed)


def signed(data: bytes, key: SigningKey, **changes: Any) -> bytes:
    """The document in `data` with changes, signed anew by `key`."""
    doc = json.loads(data)["doc"]
    return sign_document({**doc, **changes}, key)


def look(register: Register, digits: str, lane: Direction | None = Direction.IN) -> Look:
    """The verdict on a card at this gate, now."""
    with register.reading() as connection:
        return look_at_card(connection, register.gate.gate, digits, register.clock.stamp(), lane)


def lines_of(register: Register) -> int:
    """How many lines the register holds."""
    from db.ledger.store import count_lines

    with register.reading() as connection:
        return count_lines(connection)
