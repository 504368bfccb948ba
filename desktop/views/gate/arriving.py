"""Who comes to the gate and who goes: the one in front, the tray behind, and what the last one came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from db.books.crossings import Held, Reading, Recorded
from db.books.holds import Hold
from db.books.pass_id import PassId
from db.books.temperature import LOW_TENTHS
from db.books.verdict import Direction, Verdict
from desktop.devices.tones import Tone
from desktop.operations.arrivals import Arrival
from desktop.views.gate.person import Guest, Person, Result, Stage, TurnedAway
from desktop.views.gate.rules import FORGET_TYPED_MS, SAME_SCAN_MS, TRAY, Rules
from desktop.views.gate.temperature import Typed
from desktop.views.gate.wishes import LookAt, LookAtPass, Note, Play, Record, Wish


@dataclass
class Arriving:
    """Who is at the gate, and how people come and go. `Flow` adds the keys.

    `queue`: the one in front and those who wait; `recording`: being written; `shown`: what the last one came to,
    or who was sent away; `aside`: the same, or a refused card, while someone else is in front; `note`: what to say
    now, `note_name` about whom; `wait_left(hold)`: seconds until a second reading is due."""

    rules: Rules = field(default_factory=Rules)
    wait_left: Callable[[Hold], int] = lambda hold: 0
    queue: list[Person] = field(default_factory=list)
    recording: list[Person] = field(default_factory=list)
    shown: Result | TurnedAway | None = None
    aside: Result | TurnedAway | Person | None = None
    note: Note | None = None
    note_name: str = ""
    looking: int = 0
    _idle: Typed = field(default_factory=Typed)
    _idle_since: int = 0
    _seen: dict[str, int] = field(default_factory=dict)
    _scans: list[tuple[str, bool]] = field(default_factory=list)
    _later: list[Callable[[], list[Wish]]] = field(default_factory=list)

    # What there is

    @property
    def front(self) -> Person | None:
        """Who is on the page now."""
        return self.queue[0] if self.queue else None

    @property
    def waiting(self) -> list[Person]:
        """Who comes next, in order."""
        return self.queue[1:]

    @property
    def open(self) -> Person | None:
        """The one in front who can be measured; a refused card is not one."""
        front = self.front
        return front if front is not None and front.stage is not Stage.REFUSED else None

    @property
    def typed(self) -> Typed:
        """What stands in the temperature field."""
        return self.open.typed if self.open else self._idle

    @property
    def full(self) -> bool:
        """Whether nobody more can wait."""
        people = len([person for person in self.queue if person.stage is not Stage.REFUSED])
        return people + self.looking > TRAY

    # Someone comes

    def scanned(self, digits: str, now: int) -> list[Wish]:
        """A card was scanned (`now` in milliseconds of a clock that only grows)."""
        self._seen = {card: when for card, when in self._seen.items() if now - when <= SAME_SCAN_MS}
        again = digits in self._seen
        self._seen[digits] = now
        if again:
            return []
        self._quiet()
        for person in self.queue:
            if person.scanned == digits and person.stage is not Stage.REFUSED:
                return self._known_already(person)
        if self.full:
            # It was not looked at, so that it can be scanned again as soon as there is room.
            del self._seen[digits]
            return self._say(Note.TRAY_FULL, Tone.ATTENTION)
        self.looking += 1
        self._scans.append((digits, False))
        return [LookAt(digits, self.rules.lane)]

    def picked(self, id: PassId) -> list[Wish]:
        """Someone was found by number, name, phone or home."""
        self._quiet()
        if self.full:
            return self._say(Note.TRAY_FULL, Tone.ATTENTION)
        self.looking += 1
        self._scans.append(("", True))
        return [LookAtPass(id, self.rules.lane)]

    def looked(self, arrival: Arrival) -> list[Wish]:
        """The verdict is there; looks answer in the order in which they were asked for."""
        scanned, by_hand = self._looks_end()
        look = arrival.look
        # The second reading ends the crossing that the first one began, whichever way that went.
        way = look.hold.direction if look.hold is not None else look.direction
        person = Person(arrival, way, self.rules.method, scanned=scanned, by_hand=by_hand)
        wishes = self._arrives(person)
        if not self.looking:
            later = self._take_later()
            # What was typed for someone who has gone already, or comes in with nothing, is for nobody else.
            for act in later if self.open is not None else []:
                wishes += act()
        return wishes

    def not_looked(self) -> list[Wish]:
        """The verdict could not be had; the page says why."""
        scanned, _ = self._looks_end()
        self._seen.pop(scanned, None)
        self._later.clear()
        return self._say(Note.NOT_SAVED, Tone.ATTENTION)

    def guest_comes(self, guest: Guest, direction: Direction | None) -> list[Wish]:
        """Someone without a card, from the form."""
        self._quiet()
        if self.full:
            return self._say(Note.TRAY_FULL, Tone.ATTENTION)
        chosen = direction is not None
        way = direction or self.rules.lane
        return self._arrives(Person(None, way, self.rules.method, guest=guest, turned_by_hand=chosen))

    def turned_away(self, name: str, reason: str) -> list[Wish]:
        """Someone without a card was sent away, and it is written."""
        if self.front is not None and self.open is None:
            self.queue.pop(0)
        self._show(TurnedAway(name, reason))
        return [Play(Tone.SAVED)]

    def _looks_end(self) -> tuple[str, bool]:
        self.looking -= 1
        return self._scans.pop(0)

    def _take_later(self) -> list[Callable[[], list[Wish]]]:
        later, self._later = self._later, []
        return later

    def _arrives(self, person: Person) -> list[Wish]:
        known = next((other for other in self.queue if other.is_same(person)), None)
        if known is not None and known.stage is not Stage.REFUSED and person.stage is not Stage.REFUSED:
            return self._known_already(known)
        if person.stage is Stage.REFUSED:
            return self._refuse(person)
        wishes: list[Wish] = []
        if self.front is not None and self.open is None:
            self.queue.pop(0)
            wishes = self._next()
        if self._goes_at_once(person):
            return [*wishes, *self._record(person, Reading(None, None))]
        self.queue.append(person)
        if self.front is person:
            self.shown = self.aside = None
            person.typed, self._idle = self._idle, Typed()
        return [*wishes, Play(Tone.MEASURE if person.stage is Stage.MEASURE else Tone.ATTENTION)]

    def _goes_at_once(self, person: Person) -> bool:
        """A good card, in a direction that is known and not measured, where nobody typed a temperature ahead."""
        if person.stage is not Stage.MEASURE or person.direction is None or person.by_hand:
            return False
        return not self.rules.needs_temperature(person.direction) and not (self.open is None and self._idle)

    def _refuse(self, person: Person) -> list[Wish]:
        look = person.look
        genuine = look is not None and look.verdict not in (Verdict.FORGED, Verdict.UNKNOWN_ISSUER)
        if self.open is not None:
            self.aside = person
        else:
            self.shown = self.aside = None
            self.queue[:1] = [person]
        return [Play(Tone.STOP if genuine else Tone.FORGED)]

    def _known_already(self, person: Person) -> list[Wish]:
        self._say(Note.IN_FRONT if person is self.front else Note.WAITING_ALREADY, None, person.name)
        return []

    # What came of wishes

    def recorded(self, person: Person, done: Recorded | Held) -> list[Wish]:
        """The crossing is on disk."""
        self.recording.remove(person)
        result = Result(person, done)
        self._show(result)
        if result.held is not None:
            return [Play(Tone.FEVER)]
        if result.turned_away:
            return [Play(Tone.STOP)]
        if person.low_before is not None and (result.tenths or LOW_TENTHS) < LOW_TENTHS:
            self._say(Note.LOW_TWICE, None, person.name)
        direction = done.direction if isinstance(done, Recorded) else person.direction
        return [Play(Tone.LET_IN if direction is Direction.IN else Tone.LET_OUT)]

    def not_recorded(self, person: Person) -> list[Wish]:
        """It could not be written: the person is in front again, with all that was typed."""
        self.recording.remove(person)
        if self.front is not None and self.open is None:
            self.aside = self.queue.pop(0)
        self.queue.insert(0, person)
        return self._say(Note.NOT_SAVED, Tone.ATTENTION, person.name)

    def filled_in(self, person: Person, arrival: Arrival) -> list[Wish]:
        """The missed crossing is on disk, and the person was looked at again."""
        person.arrival = arrival
        return [Play(Tone.SAVED)]

    def not_filled_in(self) -> list[Wish]:
        """The missed crossing could not be written."""
        return self._say(Note.NOT_SAVED, Tone.ATTENTION)

    def set_rules(self, rules: Rules) -> list[Wish]:
        """Other settings, or another lane: who was not turned by hand follows it."""
        if rules.lane is not self.rules.lane:
            for person in self.queue:
                if not person.turned_by_hand:
                    last = person.arrival.look.last if person.arrival else None
                    person.direction = rules.lane or (last.direction.other if last else None)
        for person in self.queue:
            if person.method == self.rules.method and not person.typed:
                person.method = rules.method
        self.rules = rules
        return []

    def tick(self, now: int) -> bool:
        """Time goes by; whether that changed anything."""
        if self._idle and now - self._idle_since > FORGET_TYPED_MS:
            self._idle = Typed()
            return True
        return False

    # Inside

    def _record(self, person: Person, reading: Reading, note: str = "") -> list[Wish]:
        assert person.direction is not None
        self.recording.append(person)
        return [Record(person, person.direction, reading, note)]

    def _next(self) -> list[Wish]:
        """Someone else is in front now; who need not be measured goes at once."""
        front = self.open
        if front is None:
            return []
        if not front.typed:
            front.typed, self._idle = self._idle, Typed()
        if self.shown is not None and self.aside is None:
            self.aside, self.shown = self.shown, None
        if not front.typed and self._goes_at_once(front):
            self.queue.pop(0)
            return [*self._record(front, Reading(None, None)), *self._next()]
        return []

    def _show(self, what: Result | TurnedAway) -> None:
        if self.front is not None:
            self.aside = what
        else:
            self.shown, self.aside = what, None

    def _quiet(self) -> None:
        self.note, self.note_name = None, ""

    def _say(self, note: Note, tone: Tone | None, name: str = "") -> list[Wish]:
        self.note, self.note_name = note, name
        return [Play(tone)] if tone is not None else []
