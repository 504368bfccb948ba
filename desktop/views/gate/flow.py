"""What happens at the gate, one event after another. No Qt, no clock, no register: events go in, wishes come out.

Nobody is waved on before the thermometer. The next scan may come first: up to `TRAY` people wait behind the one in
front, in order, and a temperature goes to the one in front. Or the temperature comes first: with Enter it is kept for
the next scan, which then finishes the line. Nothing is dropped and nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.books.crossings import Reading
from db.books.entries import METHODS
from db.books.temperature import LOW_TENTHS
from db.books.verdict import Direction
from desktop.devices.tones import Tone
from desktop.views.gate.ahead import Ahead, Kept
from desktop.views.gate.arriving import Arriving
from desktop.views.gate.person import Person, Stage
from desktop.views.gate.temperature import Flaw, Typed
from desktop.views.gate.wishes import FillIn, NextLane, Note, Open, Panel, Play, Wish

COMMANDS: dict[str, Panel] = {str(panel.value): panel for panel in Panel if panel.value in (2, 5, 7, 8, 9)}
"""A digit alone, with Enter: the panel of the F-key with that number. 0 is Esc, 1 fills in, 6 turns the lane."""
_FLAWS = {Flaw.UNFINISHED: Note.UNFINISHED, Flaw.OUT_OF_RANGE: Note.OUT_OF_RANGE}


@dataclass
class Flow(Arriving):
    """The gate page's state and its keys."""

    def type(self, char: str, now: int) -> list[Wish]:
        """A digit or a point."""
        if self._waits_for_look():
            self._later.append(lambda: self.type(char, now))
            return []
        self._quiet()
        self._put_typed((Typed() if self.flawed else self.typed).add(char), now)
        return []

    def back(self, now: int) -> list[Wish]:
        """Backspace; what was kept for the next scan is typed again."""
        self._quiet()
        before, kept = self.typed, self.kept
        if self.open is None and not before and kept is not None:
            before, self.kept = kept.typed, None
        self._put_typed(before.back(), now)
        return []

    def _put_typed(self, typed: Typed, now: int) -> None:
        if self.mode is not None:
            self.mode.last = now
        if self.open is not None:
            self.open.typed, self.open.fresh = typed, False
            self.open.sure_of_early = self.open.measured_first = False
        else:
            self._ahead = replace(self._ahead, typed=typed, since=now, refused=False)

    def clear_typed(self, now: int) -> list[Wish]:
        """What was typed goes, for a number pad without Backspace; whoever is in front stays."""
        self._quiet()
        self._put_typed(Typed(), now)
        return []

    def _waits_for_look(self) -> bool:
        """A card was scanned and its verdict is on the way: what is typed now is for its holder."""
        return self.looking > 0 and self.open is None

    def turn(self) -> list[Wish]:
        """The other direction; in where none is chosen."""
        if self._waits_for_look():
            self._later.append(self.turn)
            return []
        front = self.front
        return self.face(front.direction.other if front and front.direction else Direction.IN)

    def face(self, direction: Direction) -> list[Wish]:
        """A direction chosen by hand. Where it was the only thing missing, the crossing is written."""
        if self._waits_for_look():
            self._later.append(lambda: self.face(direction))
            return []
        front = self.front
        if front is None:
            return []
        self._quiet()
        asked, before = front.direction is None, front.stage
        front.direction, front.turned_by_hand, front.fresh = direction, True, False
        if asked and before is not Stage.REFUSED:
            return self._goes_now(front)
        return []

    def next_method(self) -> list[Wish]:
        """The next way to measure: forehead, wrist, neck, armpit, ear."""
        place = METHODS.index(self.method) if self.method in METHODS else -1
        self.use_method(METHODS[(place + 1) % len(METHODS)])
        return []

    def use_method(self, method: str) -> None:
        """How the one in front is measured, or who comes next."""
        if self.open is not None:
            self.open.method = method
        elif self.front is None:
            self._ahead = replace(self._ahead, method=method)
            if self.kept is not None:
                self.kept = replace(self.kept, method=method)

    def enter(self, now: int) -> list[Wish]:
        """The main key."""
        if self._waits_for_look():
            self._later.append(lambda: self.enter(now))
            return []
        self._quiet()
        command = self.typed.command
        if command is not None and (command in COMMANDS or command in "016"):
            self._put_typed(Typed(), now)
            return self.command(command)
        person = self.open
        if person is None:
            return self._enter_without_person(now)
        if person.direction is None:
            return self._say(Note.CHOOSE_DIRECTION, Tone.ATTENTION)
        if person.is_blank and person.direction is Direction.IN:
            return self._say(Note.BIND_FIRST, Tone.ATTENTION)
        return self._measured(person, person.direction)

    def _enter_without_person(self, now: int) -> list[Wish]:
        if self.front is not None:
            if self._ahead.typed:
                # Whoever holds a refused card may have been measured: it must not become the next one's.
                return self._say(Note.SCAN_FIRST, Tone.ATTENTION)
            self.queue.pop(0)
            return self._next()
        if self._ahead.typed or self._ahead.low_before is not None:
            return self._keep(now)
        self.aside = None
        return []

    def _keep(self, now: int) -> list[Wish]:
        """A temperature taken before the scan: the next scan takes it, and no other."""
        ahead, tenths = self._ahead, self._ahead.typed.read()
        if isinstance(tenths, Flaw):
            self._ahead = replace(ahead, refused=tenths is Flaw.OUT_OF_RANGE)
            return self._say(_FLAWS.get(tenths, Note.TEMPERATURE_FIRST), Tone.ATTENTION)
        if tenths < LOW_TENTHS and ahead.low_before is None:
            self._ahead = Ahead(since=now, low_before=tenths, method=ahead.method)
            return self._say(Note.LOW_AGAIN, Tone.ATTENTION)
        self.kept = Kept(ahead.typed, self.method, now, ahead.low_before)
        self._ahead = Ahead()
        # The last verdict stays beside it: what is large now is what waits.
        self.shown, self.aside = None, self.shown or self.aside
        return [Play(Tone.ATTENTION if tenths >= self.rules.fever_tenths else Tone.SAVED)]

    def _measured(self, person: Person, direction: Direction) -> list[Wish]:
        hold = person.look.hold if person.look else None
        needed = hold is not None or self.rules.needs_temperature(direction)
        tenths = person.typed.read()
        if tenths is Flaw.EMPTY and not needed:
            self.queue.pop(0)
            return [*self._record(person, Reading(None, None)), *self._next()]
        if isinstance(tenths, Flaw):
            person.fresh = tenths is Flaw.OUT_OF_RANGE
            empty = Note.SECOND_NEEDED if hold else Note.TEMPERATURE_FIRST
            return self._say(_FLAWS.get(tenths, empty), Tone.ATTENTION)
        if tenths < LOW_TENTHS and person.low_before is None:
            person.low_before, person.typed = tenths, Typed()
            return self._say(Note.LOW_AGAIN, Tone.ATTENTION)
        if hold is not None and self.wait_left(hold) > 0 and not person.sure_of_early:
            person.sure_of_early = True
            return self._say(Note.EARLY, Tone.ATTENTION)
        self.queue.pop(0)
        return [*self._record(person, Reading(tenths, person.method)), *self._next()]

    def cannot_measure(self, reason: str) -> list[Wish]:
        """Not to be measured, and why: that is an answer too, but not for a second reading."""
        person = self.open
        if person is None or person.direction is None:
            return self._say(Note.CHOOSE_DIRECTION if person else Note.SCAN_FIRST, Tone.ATTENTION)
        if person.look is not None and person.look.hold is not None:
            return self._say(Note.SECOND_NEEDED, Tone.ATTENTION)
        if person.is_blank and person.direction is Direction.IN:
            return self._say(Note.BIND_FIRST, Tone.ATTENTION)
        self._quiet()
        self.queue.pop(0)
        person.unmeasured = reason
        return [*self._record(person, Reading(None, None), reason), *self._next()]

    def command(self, digit: str) -> list[Wish]:
        """What a single digit and Enter ask for: the F-key of that number, and 0 for Esc."""
        if digit == "0":
            return self.escape()
        if digit == "1":
            return self.fill_in()
        if digit == "6":
            return self._say(Note.LANE_IN_QUEUE, None) if self.mode else [NextLane()]
        return [Open(COMMANDS[digit])]

    def escape(self) -> list[Wish]:
        """Back, one step: what was typed, what is said at the side, the one in front, the last verdict."""
        self._later.clear()
        if self.typed:
            self._quiet()
            if self.open is not None:
                self.open.typed, self.open.sure_of_early = Typed(), False
                self.open.measured_first = False
            self._ahead = Ahead()
        elif self.kept is not None and self.front is None:
            self._quiet()
            self.kept = None
        elif isinstance(self.aside, Person):
            self._quiet()
            self.aside = None
        elif self.front is not None:
            gone = self.queue.pop(0)
            self._quiet()
            self.aside = None
            if gone.stage is not Stage.REFUSED:
                self._say(Note.CANCELLED, None, gone.name)
                # It may be scanned again at once.
                self._seen.pop(gone.scanned, None)
            return self._next()
        else:
            self._quiet()
            self.shown = self.aside = None
        return []

    def fill_in(self) -> list[Wish]:
        """The crossing that must have been missed is written, marked as inferred."""
        person = self.open
        if person is None or not person.missed or person.direction is None:
            return self._say(Note.NOTHING_MISSED, None)
        self._quiet()
        return [FillIn(person, person.direction.other)]

    def override(self, reason: str) -> list[Wish]:
        """The lead lets someone in in spite of the card; the thermometer is not spared."""
        front = self.front
        if front is None or front.stage is not Stage.REFUSED or not reason.strip():
            return []
        self._quiet()
        front.override = reason.strip()
        front.direction = Direction.IN
        return []
