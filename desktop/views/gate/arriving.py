"""Who comes to the gate and who goes: the one in front, the tray behind, and what the last one came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from db.books.crossings import Held, Reading, Recorded
from db.books.holds import Hold
from db.books.pass_id import Book, PassId
from db.books.temperature import LOW_TENTHS
from db.books.verdict import Direction, Verdict
from desktop.devices.tones import Tone
from desktop.operations.arrivals import Arrival
from desktop.views.gate.ahead import Ahead, Asked, Kept
from desktop.views.gate.person import Guest, Person, Result, Stage, TurnedAway
from desktop.views.gate.queue_mode import QueueMode, next_scan_records
from desktop.views.gate.rules import FORGET_TYPED_MS, QUEUE_TRAY, SAME_SCAN_MS, TRAY, Rules
from desktop.views.gate.temperature import Typed
from desktop.views.gate.wishes import LookAt, LookAtPass, Note, Play, Record, Say, Wish, Word


@dataclass
class Arriving:
    """Who is at the gate, and how people come and go. `Flow` adds the keys.

    `queue`: the one in front and those who wait; `recording`: being written; `shown`: what the last one came to,
    or who was sent away; `aside`: the same, or a refused card, while someone else is in front; `note`: what to say
    now, `note_name` about whom; `wait_left(hold)`: seconds until a second reading is due; `kept`: a temperature that
    the next scan takes; `mode`: the queue that is let through, None in the usual way."""

    rules: Rules = field(default_factory=Rules)
    wait_left: Callable[[Hold], int] = lambda hold: 0
    queue: list[Person] = field(default_factory=list)
    recording: list[Person] = field(default_factory=list)
    shown: Result | TurnedAway | None = None
    aside: Result | TurnedAway | Person | None = None
    note: Note | None = None
    note_name: str = ""
    looking: int = 0
    kept: Kept | None = None
    mode: QueueMode | None = None
    _ahead: Ahead = field(default_factory=Ahead)
    _seen: dict[str, int] = field(default_factory=dict)
    _scans: list[Asked] = field(default_factory=list)
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
        return self.open.typed if self.open else self._ahead.typed

    @property
    def flawed(self) -> bool:
        """Whether what stands there was refused."""
        return self.open.fresh if self.open else self._ahead.refused

    @property
    def method(self) -> str:
        """How the one in front, or whoever comes next, is measured."""
        front = self.front
        return front.method if front else self._ahead.method or self.rules.method

    @property
    def lane(self) -> Direction | None:
        """The direction that is known beforehand: the queue's, or the lane's."""
        return self.mode.direction if self.mode else self.rules.lane

    @property
    def full(self) -> bool:
        """Whether nobody more can wait."""
        people = len([person for person in self.queue if person.stage is not Stage.REFUSED])
        return people + self.looking > (QUEUE_TRAY if self.mode else TRAY)

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
        wishes = self._goes_before(now)
        if self.full:
            # It was not looked at, so that it can be scanned again as soon as there is room.
            del self._seen[digits]
            return [*wishes, *self._say(Note.TRAY_FULL, Tone.ATTENTION)]
        wrote = any(isinstance(wish, Record) for wish in wishes)
        self._look(Asked(digits, kept=self._take_kept(), wrote=wrote))
        return [*wishes, LookAt(digits, self.lane)]

    def _look(self, look: Asked) -> None:
        self.looking += 1
        self._scans.append(look)

    def _goes_before(self, now: int) -> list[Wish]:
        """In a queue the next scan is Enter for the one in front; where it cannot be, that is heard and said."""
        front = self.open
        if self.mode is None:
            return []
        self.mode.last = now
        if front is None or not front.typed:
            return []
        if not next_scan_records(front, self.rules):
            return self._say(Note.FRONT_FIRST, Tone.ATTENTION, front.name)
        assert front.direction is not None
        self.queue.pop(0)
        return [*self._record(front, Reading(front.typed.tenths, front.method)), *self._next()]

    def _take_kept(self) -> Kept | None:
        """The kept temperature, once; none where another one is being typed."""
        kept, self.kept = self.kept, None
        return None if self._ahead.typed else kept

    def picked(self, id: PassId) -> list[Wish]:
        """Someone was found by number, name, phone or home."""
        self._quiet()
        if self.full:
            return self._say(Note.TRAY_FULL, Tone.ATTENTION)
        self._look(Asked(by_hand=True, kept=self._take_kept()))
        return [LookAtPass(id, self.lane)]

    def looked(self, arrival: Arrival) -> list[Wish]:
        """The verdict is there; looks answer in the order in which they were asked for."""
        asked, look = self._looks_end(), arrival.look
        # The second reading ends the crossing that the first one began, whichever way that went.
        way = look.hold.direction if look.hold is not None else look.direction
        person = Person(arrival, way, self.rules.method, scanned=asked.digits, by_hand=asked.by_hand)
        if self.mode is not None:
            person.stray = self.mode.is_stray(person)
        before = self.shown
        wishes = self._arrives(_measured_first(person, asked.kept))
        if asked.wrote and self.front is person and self.aside is None:
            # This scan let the one before through: that stays in sight, and in hearing.
            self.aside = before
        if asked.wrote and wishes == [Play(Tone.MEASURE)]:
            wishes = []
        if not self.looking:
            later = self._take_later()
            # What was typed for someone who has gone already, or comes in with nothing, is for nobody else.
            for act in later if self.open is not None else []:
                wishes += act()
        return wishes

    def not_looked(self) -> list[Wish]:
        """The verdict could not be had; the page says why."""
        asked = self._looks_end()
        self._seen.pop(asked.digits, None)
        self.kept = self.kept or asked.kept
        self._later.clear()
        return self._say(Note.NOT_SAVED, Tone.ATTENTION)

    def guest_comes(self, guest: Guest, direction: Direction | None) -> list[Wish]:
        """Someone without a card, from the form."""
        self._quiet()
        if self.full:
            return self._say(Note.TRAY_FULL, Tone.ATTENTION)
        chosen = direction is not None
        person = Person(None, direction or self.lane, self.rules.method, guest=guest, turned_by_hand=chosen)
        return self._arrives(_measured_first(person, self._take_kept()))

    def turned_away(self, name: str, reason: str) -> list[Wish]:
        """Someone without a card was sent away, and it is written."""
        if self.front is not None and self.open is None:
            self.queue.pop(0)
        self._show(TurnedAway(name, reason))
        return [Play(Tone.SAVED)]

    def _looks_end(self) -> Asked:
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
            return [*wishes, *self._record(person, _reading(person))]
        self.queue.append(person)
        if self.front is person:
            self.shown = self.aside = None
            self._take_typed(person)
        if person.stage is Stage.LOOK:
            held = person.look is not None and person.look.hold is not None
            return [*wishes, Play(Tone.ATTENTION), Say(Word.RETEST if held else Word.LOOK)]
        return [*wishes, Play(Tone.ATTENTION if person.measured_first else Tone.MEASURE)]

    def _goes_at_once(self, person: Person) -> bool:
        """A good card, in a direction that is known, measured beforehand or where nobody is; and nobody typed a
        temperature that may be theirs."""
        if person.stage is not Stage.MEASURE or person.direction is None or person.by_hand:
            return False
        if person.measured_first:
            return person.arrival is not None
        ahead = self.open is None and self._ahead.typed
        return not self.rules.needs_temperature(person.direction) and not ahead and not person.typed

    def _take_typed(self, person: Person) -> None:
        """What was typed while nobody was in front is for the one who comes; it still needs Enter."""
        if person.typed:
            return
        ahead, self._ahead = self._ahead, Ahead()
        person.typed, person.low_before = ahead.typed, ahead.low_before
        person.method = ahead.method or person.method

    def _refuse(self, person: Person) -> list[Wish]:
        look = person.look
        genuine = look is not None and look.verdict not in (Verdict.FORGED, Verdict.UNKNOWN_ISSUER)
        if self.open is not None:
            self.aside = person
        else:
            self.shown = self.aside = None
            self.queue[:1] = [person]
        return [Play(Tone.STOP if genuine else Tone.FORGED), Say(Word.STOP)]

    def _known_already(self, person: Person) -> list[Wish]:
        self._say(Note.IN_FRONT if person is self.front else Note.WAITING_ALREADY, None, person.name)
        return []

    # What came of wishes

    def recorded(self, person: Person, done: Recorded | Held) -> list[Wish]:
        """The crossing is on disk."""
        self.recording.remove(person)
        if self.mode is not None:
            self.mode.note(person, done)
        result = Result(person, done)
        self._show(result)
        direction = done.direction if isinstance(done, Recorded) else person.direction
        if result.held is not None:
            return [Play(Tone.FEVER), Say(Word.RETEST, result.tenths)]
        if result.turned_away:
            word = Word.STOP if direction is Direction.IN else Word.ISOLATE
            return [Play(Tone.STOP), Say(word, result.tenths)]
        if person.low_before is not None and (result.tenths or LOW_TENTHS) < LOW_TENTHS:
            self._say(Note.LOW_TWICE, None, person.name)
        if direction is Direction.IN:
            return [Play(Tone.LET_IN), Say(Word.ENTER, result.tenths)]
        return [Play(Tone.LET_OUT), Say(Word.LEAVE, result.tenths)]

    def hold_ended(self, seq: int) -> list[Wish]:
        """A hold was ended on the fever page: nobody is asked to wait for it any more, and nobody in front is measured
        for it again."""
        front = self.front
        if isinstance(self.shown, Result) and self.shown.began(seq):
            self.shown = None
        if isinstance(self.aside, Result) and self.aside.began(seq):
            self.aside = None
        self.queue = [person for person in self.queue if not person.ends(seq)]
        if self.front is front:
            return []
        self._quiet()
        return self._next()

    def not_recorded(self, person: Person) -> list[Wish]:
        """It could not be written: the person is in front again, with all that was typed."""
        self.recording.remove(person)
        if self.front is not None and self.open is None:
            self.aside = self.queue.pop(0)
        person.measured_first = False
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
        before = self.lane
        for person in self.queue:
            if person.method == self.rules.method and not person.typed:
                person.method = rules.method
        self.rules = rules
        self._follow_lane(before)
        return []

    def _follow_lane(self, before: Direction | None) -> None:
        """Another direction is known beforehand: who was not turned by hand goes that way."""
        if self.lane is before:
            return
        for person in self.queue:
            if not person.turned_by_hand and person.look is not None and person.look.hold is None:
                last = person.look.last
                person.direction = self.lane or (last.direction.other if last else None)
            elif not person.turned_by_hand and person.arrival is None:
                person.direction = self.lane

    def start_queue(self, book: Book, direction: Direction, now: int) -> list[Wish]:
        """From now on a queue of one book goes through in one direction."""
        before = self.lane
        self._quiet()
        self.mode = QueueMode(book, direction, now)
        self._follow_lane(before)
        for person in self.queue:
            person.stray = self.mode.is_stray(person)
        return [Play(Tone.SAVED)]

    def end_queue(self) -> list[Wish]:
        """The queue is through; who still waits is measured as ever."""
        mode, before = self.mode, self.lane
        if mode is None:
            return []
        self.mode = None
        self._follow_lane(before)
        for person in self.queue:
            person.stray = False
        return self._say(Note.QUEUE_ENDED, None, str(len(mode.passed)))

    def tick(self, now: int) -> bool:
        """Time goes by; whether that changed anything."""
        changed = self.kept is not None
        if (self._ahead.typed or self._ahead.low_before) and now - self._ahead.since > FORGET_TYPED_MS:
            self._ahead, changed = Ahead(), True
        if self.kept is not None and now - self.kept.since > FORGET_TYPED_MS:
            self._say(Note.KEPT_GONE, None, self.kept.typed.shown)
            self.kept = None
        if self.mode is not None and not self.queue and not self.looking and self.mode.is_over(now):
            self.end_queue()
            changed = True
        return changed

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
        self._take_typed(front)
        if self.shown is not None and self.aside is None:
            self.aside, self.shown = self.shown, None
        return self._goes_now(front)

    def _goes_now(self, front: Person) -> list[Wish]:
        """The one in front goes, where nothing more is to be asked."""
        if not self._goes_at_once(front):
            return []
        self.queue.pop(0)
        return [*self._record(front, _reading(front)), *self._next()]

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


def _measured_first(person: Person, kept: Kept | None) -> Person:
    """With the temperature that was taken before the card was scanned."""
    if kept is not None:
        person.typed, person.method, person.low_before = kept.typed, kept.method, kept.low_before
        person.measured_first = True
    return person


def _reading(person: Person) -> Reading:
    """What was measured beforehand, or nothing where nothing is."""
    return Reading(person.typed.tenths, person.method) if person.measured_first else Reading(None, None)
