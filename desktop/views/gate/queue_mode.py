"""A queue of one book in one direction, as at the change of a shift: scan, scan, scan, and only exceptions stop.

The direction is not asked for, and the next scan is Enter for the one in front, where the temperature was typed and
is normal. Nobody is waved on before the thermometer: who has not been measured waits, by name and in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from db.books.crossings import Held, Recorded
from db.books.pass_id import Book
from db.books.temperature import LOW_TENTHS
from db.books.verdict import Direction
from desktop.views.gate.person import Person, Stage
from desktop.views.gate.rules import QUEUE_IDLE_MS, Rules


@dataclass
class QueueMode:
    """Whom the gate lets through now. `passed`: the lines (by seq) of those who did; `last`: when something was
    scanned or typed, in milliseconds of a clock that only grows."""

    book: Book
    direction: Direction
    last: int
    passed: set[int] = field(default_factory=set)

    def is_stray(self, person: Person) -> bool:
        """Whether a card is of another book."""
        look = person.look
        return look is not None and look.genuine and look.id is not None and look.id.book is not self.book

    def note(self, person: Person, done: Recorded | Held) -> None:
        """Counts someone of this queue who passed."""
        look = person.look
        if look is None or person.stray or not isinstance(done, Recorded) or done.outcome != "passed":
            return
        if done.direction is self.direction and not self.is_stray(person):
            self.passed.add(done.seq)

    def forget(self, seq: int) -> None:
        """A line was voided."""
        self.passed.discard(seq)

    def is_over(self, now: int) -> bool:
        """Whether nothing has happened for so long that the queue is gone."""
        return now - self.last > QUEUE_IDLE_MS


def next_scan_records(person: Person, rules: Rules) -> bool:
    """Whether the next scan is Enter for the one in front: a good card, a whole temperature, neither low nor fever."""
    if person.stage is not Stage.MEASURE or person.direction is None or not person.scanned or person.by_hand:
        return False
    tenths = person.typed.read()
    return isinstance(tenths, int) and LOW_TENTHS <= tenths < rules.fever_tenths
