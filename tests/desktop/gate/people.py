"""People for tests of the flow: looks as the register gives them, without a register."""

from __future__ import annotations

from datetime import date
from itertools import count

from db.books.check import Look
from db.books.crossings import Held, Recorded
from db.books.entries import Crossing
from db.books.holds import Hold
from db.books.pass_id import Book, PassId
from db.books.passes import Holder, Pass
from db.books.verdict import Direction, Facts, Verdict, decide
from desktop.operations.arrivals import Arrival
from desktop.views.gate.flow import Flow
from desktop.views.gate.person import Person
from desktop.views.gate.wishes import FillIn, LookAt, LookAtPass, Open, Play, Record, Wish

IN, OUT = Direction.IN, Direction.OUT
TODAY = date(2020, 2, 10)
_numbers = count(1)


def card(number: int) -> str:
    """The digits of somebody's card."""
    return f"2003122{number:07d}001{number:013d}"


def arrival(
    number: int = 1,
    name: str = "周文静",
    last: Direction | None = OUT,
    lane: Direction | None = None,
    refused: Verdict | None = None,
    worry: str | None = None,
    hold: Hold | None = None,
    genuine: bool = True,
    scanned: bool = True,
) -> Arrival:
    """What the register says of a card: good and last gone out, unless said otherwise."""
    id = PassId(312, Book.MEDICAL, number)
    direction = lane or (last.other if last else None)
    crossing = Crossing("2020-02-10T07:12:00.000+08:00", last, 1, 5) if last else None
    if refused is not None:
        out = direction is OUT
        verdict, reason = (Verdict.ATTENTION, refused.value) if out else (refused, None)
    elif worry is not None:
        verdict, reason = Verdict.ATTENTION, worry
    else:
        verdict, reason = decide(Facts(last=last), direction, TODAY)
    holder = Holder(Book.MEDICAL, name, date(2020, 2, 1), date(2020, 3, 15), unit="市中心医院")
    one = Pass(id, 1, holder, "2020-02-01T08:00:00.000+08:00")
    sha = card(number) if scanned else None
    look = Look(verdict, reason, direction, id if genuine else None, one if genuine else None,
                name if genuine else "", Book.MEDICAL, crossing, hold, sha)  # fmt: skip
    return Arrival(look, 12 if last else None, None)


def hold_of(number: int = 1, name: str = "赵丽华", tenths: int = 378) -> Hold:
    """Someone held with a fever since 08:39."""
    return Hold(
        312, 1, 40 + number, "2020-02-10", "2020-02-10T08:39:00.000+08:00", PassId(312, Book.MEDICAL, number),
        "medical", name, "", IN, tenths, "forehead", None, None, None, None,
    )  # fmt: skip


def written(person: Person, tenths: int | None, outcome: str = "passed", no: int | None = None) -> Recorded:
    """The line that was written for someone."""
    number = no or next(_numbers)
    assert person.direction is not None
    return Recorded(
        number, 100 + number, "2020-02-10", "2020-02-10T08:42:00.000+08:00", person.direction, person.name,
        person.look.id if person.look else None, outcome, tenths,
    )  # fmt: skip


class Gate:
    """A flow with a clock, which answers its wishes at once where a test does not want to wait."""

    def __init__(self, **rules: object) -> None:
        from desktop.views.gate.rules import Rules

        self.flow = Flow(Rules(**rules))  # type: ignore[arg-type]
        self.now = 100_000
        self.looks: dict[str, Arrival] = {}
        self.lines: list[Record] = []
        self.played: list[str] = []
        self.opened: list[str] = []
        self.looked_at: list[str] = []
        self.filled: list[FillIn] = []
        self.wishes: list[Wish] = []
        self.answers = True

    def knows(self, number: int, **facts: object) -> str:
        """A card that the register knows; gives its digits."""
        self.looks[card(number)] = arrival(number, **facts)  # type: ignore[arg-type]
        return card(number)

    def scan(self, digits: str, after: int = 5_000) -> None:
        self.now += after
        self.take(self.flow.scanned(digits, self.now))

    def key(self, keys: str) -> None:
        """Types characters; ⏎ is Enter, ⎋ is Esc, ␣ is Space."""
        for key in keys:
            self.now += 150
            if key == "⏎":
                self.take(self.flow.enter(self.now))
            elif key == "⎋":
                self.take(self.flow.escape())
            elif key == "␣":
                self.take(self.flow.turn())
            else:
                self.take(self.flow.type(key, self.now))

    def take(self, wishes: list[Wish]) -> None:
        for wish in wishes:
            self.wishes.append(wish)
            if isinstance(wish, Play):
                self.played.append(wish.tone.value)
            elif isinstance(wish, Open):
                self.opened.append(wish.panel.name)
            elif isinstance(wish, LookAt):
                self.looked_at.append(wish.scanned)
                if self.answers:
                    self.take(self.flow.looked(self.looks[wish.scanned]))
            elif isinstance(wish, LookAtPass):
                if self.answers:
                    self.take(self.flow.looked(arrival(wish.id.number, scanned=False)))
            elif isinstance(wish, Record):
                self.lines.append(wish)
                if self.answers:
                    self.answer(wish)
            elif isinstance(wish, FillIn):
                self.filled.append(wish)

    def answer(self, wish: Record) -> None:
        """What the register does with a crossing: a fever is held, the second one ends the hold."""
        person, tenths = wish.person, wish.reading.tenths
        hot = tenths is not None and tenths >= self.flow.rules.fever_tenths
        look = person.look
        if hot and not (look and look.hold):
            assert tenths is not None
            held = Held(77, person.name, look.id if look else None, tenths, "2020-02-10T08:39:00.000+08:00")
            self.take(self.flow.recorded(person, held))
        else:
            self.take(self.flow.recorded(person, written(person, tenths, "turned_away" if hot else "passed")))

    @property
    def recorded(self) -> list[tuple[str, str, int | None]]:
        """(name, direction, tenths) of what was written."""
        return [(line.person.name, line.direction.value, line.reading.tenths) for line in self.lines]

    @property
    def front(self) -> str | None:
        return self.flow.front.name if self.flow.front else None

    @property
    def waiting(self) -> list[str]:
        return [person.name for person in self.flow.waiting]

    @property
    def field(self) -> str:
        return self.flow.typed.shown
