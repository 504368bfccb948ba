"""Who stands at the gate: someone with a card, or someone without, with what is known of the crossing so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from db.books.check import Look, turned
from db.books.crossings import Held, Recorded
from db.books.verdict import Direction, Verdict, Worry
from desktop.operations.arrivals import Arrival
from desktop.views.gate.temperature import Typed


@dataclass(frozen=True)
class Guest:
    """Someone without a card. `book` is the line's (`resident` or `visitor`), `kind` what the form called it."""

    book: str
    kind: str
    name: str
    phone: str = ""
    home: str = ""
    reason: str = ""

    def details(self) -> dict[str, str]:
        """What goes into the line beside the name."""
        said = {"kind": self.kind, "phone": self.phone, "home": self.home, "reason": self.reason}
        return {name: value for name, value in said.items() if value}


class Stage(Enum):
    """What stands in the way of someone's crossing."""

    MEASURE = "measure"
    """Nothing but the thermometer."""
    LOOK = "look"
    """A person has to look first; it can be recorded."""
    REFUSED = "refused"
    """Nobody comes in with this."""


@dataclass
class Person:
    """Someone at the gate. `arrival` for a card (or a pass found by hand), `guest` for no card.

    `turned_by_hand`: the direction was chosen, not taken from the lane or the last crossing. `low_before`: a first
    reading in tenths of °C that was too low to be believed. `sure_of_early`: a second reading before the wait is
    over was asked for twice. `unmeasured`: why there is no temperature. `measured_first`: the temperature was typed
    and confirmed before the scan. `stray`: the card is of another book than the queue that is let through."""

    arrival: Arrival | None
    direction: Direction | None
    method: str
    guest: Guest | None = None
    scanned: str = ""
    typed: Typed = field(default_factory=Typed)
    fresh: bool = False
    turned_by_hand: bool = False
    by_hand: bool = False
    override: str | None = None
    low_before: int | None = None
    sure_of_early: bool = False
    unmeasured: str = ""
    measured_first: bool = False
    stray: bool = False

    @property
    def look(self) -> Look | None:
        """The verdict, for the direction that is chosen now."""
        if self.arrival is None:
            return None
        look = self.arrival.look
        if self.direction is None or self.direction is look.direction:
            return look
        return turned(look, self.direction)

    @property
    def name(self) -> str:
        """As it is shown; empty where nobody knows."""
        return self.guest.name if self.guest else (self.look.name if self.look else "")

    @property
    def stage(self) -> Stage:
        """What stands in the way, in the direction chosen now."""
        look = self.look
        if look is None:
            return Stage.MEASURE
        if look.verdict.refuses:
            return Stage.LOOK if self.override else Stage.REFUSED
        return Stage.MEASURE if look.verdict is Verdict.OK and not self.stray else Stage.LOOK

    @property
    def is_blank(self) -> bool:
        """Whether the number waits for a person: a blank card, or one that went out on paper."""
        look = self.look
        return look is not None and look.reason in (Worry.BLANK.value, Worry.ADOPTED.value)

    @property
    def missed(self) -> bool:
        """Whether a crossing must have been missed."""
        look = self.look
        return look is not None and look.verdict in (Verdict.ALREADY_INSIDE, Verdict.ALREADY_OUTSIDE)

    def ends(self, seq: int) -> bool:
        """Whether this one came for the second reading of a hold."""
        return self.look is not None and self.look.hold is not None and self.look.hold.seq == seq

    def is_same(self, other: Person) -> bool:
        """Whether both are one person, by the card or by the pass."""
        if self.scanned and self.scanned == other.scanned:
            return True
        mine, theirs = self.look, other.look
        if mine is None or theirs is None or not (mine.genuine and theirs.genuine):
            return False
        return mine.id == theirs.id


@dataclass(frozen=True)
class Result:
    """What came of someone."""

    person: Person
    done: Recorded | Held

    @property
    def held(self) -> Held | None:
        """The hold, where it was a first fever reading."""
        return self.done if isinstance(self.done, Held) else None

    def began(self, seq: int) -> bool:
        """Whether it was the first reading of a hold."""
        return self.held is not None and self.held.seq == seq

    @property
    def no(self) -> int:
        """The line's number; a hold has none yet."""
        return self.done.no if isinstance(self.done, Recorded) else 0

    @property
    def tenths(self) -> int | None:
        """The reading in tenths of °C."""
        return self.done.temp_tenths

    @property
    def second(self) -> bool:
        """Whether it was a second reading."""
        look = self.person.look
        return look is not None and look.hold is not None

    @property
    def turned_away(self) -> bool:
        """Whether a second fever reading ended it."""
        return isinstance(self.done, Recorded) and self.done.outcome == "turned_away"


@dataclass(frozen=True)
class TurnedAway:
    """Someone without a card was sent away, and that is written down."""

    name: str
    reason: str
