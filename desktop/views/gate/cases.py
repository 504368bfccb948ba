"""Fevers under way: the wait, the second reading, and the steps after it. No Qt, no clock, no register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from db.books.crossings import Reading, Recorded
from db.books.entries import METHODS
from db.books.holds import Hold
from db.books.temperature import LOW_TENTHS
from desktop.devices.tones import Tone
from desktop.operations.gate_page import Case
from desktop.views.gate.temperature import Flaw, Typed
from desktop.views.gate.wishes import Note, Play, Say, Word

STEPS = ("isolated", "called_lead", "called_doctor", "closed")
"""What is done after a second fever, in order; each is a line. `closed` ends the incident."""


@dataclass(frozen=True)
class Retake:
    """Wish: write the second reading; answer with `retaken`."""

    hold: Hold
    reading: Reading


@dataclass(frozen=True)
class TakeStep:
    """Wish: note a step of an incident."""

    incident: int
    step: str


CaseWish = Retake | TakeStep | Play | Say


@dataclass
class _Measuring:
    typed: Typed = field(default_factory=Typed)
    method: str | None = None
    low: bool = False
    sure_of_early: bool = False
    fresh: bool = False


@dataclass
class Cases:
    """The cases, one of them chosen. `ended`: what a second reading came to, shown until it is put away;
    `wait_left(hold)`: seconds until the second reading is due."""

    wait_left: Callable[[Hold], int] = lambda hold: 0
    method: str = "forehead"
    cases: tuple[Case, ...] = ()
    chosen_seq: int | None = None
    ended: tuple[Case, Recorded] | None = None
    note: Note | None = None
    writing: bool = False
    _measuring: dict[int, _Measuring] = field(default_factory=dict)

    @property
    def chosen(self) -> Case | None:
        """The case on the page."""
        return next((case for case in self.cases if case.hold.seq == self.chosen_seq), None)

    @property
    def typed(self) -> Typed:
        """What stands in the field of the chosen case."""
        return self._of_chosen().typed

    @property
    def flawed(self) -> bool:
        """Whether what stands there was refused."""
        return self._of_chosen().fresh

    @property
    def chosen_method(self) -> str:
        """How the second reading is taken; the gate's usual way where nobody chose another."""
        return self._of_chosen().method or self.method

    def set_cases(self, cases: tuple[Case, ...]) -> None:
        """The cases as the register has them. The chosen one stays chosen."""
        self.cases = cases
        if self.chosen is None:
            self.chosen_seq = cases[0].hold.seq if cases else None

    def open(self, seq: int | None = None) -> None:
        """Chooses a case: the one of a hold, else one that is due, else the first."""
        due = [case for case in self.cases if case.incident or self.wait_left(case.hold) <= 0]
        first = (due or list(self.cases))[:1]
        self.chosen_seq = seq if seq is not None else (first[0].hold.seq if first else None)
        self.note, self.ended = None, None

    def step(self, by: int) -> None:
        """The next case, or the one before."""
        order = [case.hold.seq for case in self.cases]
        if self.chosen_seq in order:
            place = order.index(self.chosen_seq) + by
            self.chosen_seq = order[max(0, min(len(order) - 1, place))]
            self.note, self.ended = None, None

    def type(self, char: str) -> None:
        """A digit or a point of the second reading."""
        if self._takes_reading():
            mine = self._of_chosen()
            before = Typed() if mine.fresh else mine.typed
            mine.typed, mine.fresh, mine.sure_of_early = before.add(char), False, False
            self.note = None

    def back(self) -> None:
        """Backspace."""
        mine = self._of_chosen()
        mine.typed, mine.fresh, self.note = mine.typed.back(), False, None

    def next_method(self) -> None:
        """The next way to measure."""
        if self._takes_reading():
            place = METHODS.index(self.chosen_method) if self.chosen_method in METHODS else -1
            self._of_chosen().method = METHODS[(place + 1) % len(METHODS)]

    def clear(self) -> bool:
        """Takes away what was typed, or what has ended; whether there was anything."""
        self.note = None
        if self.ended is not None:
            self.ended = None
            return True
        mine = self._of_chosen()
        had = bool(mine.typed)
        mine.typed, mine.fresh = Typed(), False
        return had

    def enter(self) -> list[CaseWish]:
        """The second reading, or the next step; nothing while one is being written."""
        case = self.chosen
        if case is None or self.writing:
            return []
        self.note = None
        if case.incident is not None:
            step = self.next_step(case)
            return [] if step is None else self._wish(TakeStep(case.incident.seq, step))
        return self._second_reading(case)

    def take_step(self, step: str) -> list[CaseWish]:
        """A step chosen by hand, out of its order."""
        case = self.chosen
        if case is None or case.incident is None or self.writing or step in taken(case):
            return []
        return self._wish(TakeStep(case.incident.seq, step))

    def next_step(self, case: Case) -> str | None:
        """The first step that was not taken."""
        return next((step for step in STEPS if step not in taken(case)), None)

    def retaken(self, case: Case, done: Recorded) -> list[CaseWish]:
        """The second reading is on disk."""
        self.writing = False
        self._measuring.pop(case.hold.seq, None)
        way_in = done.direction == "in"
        if done.outcome == "turned_away":
            return [Play(Tone.STOP), Say(Word.STOP if way_in else Word.ISOLATE, done.temp_tenths)]
        self.ended = (case, done)
        tone, word = (Tone.LET_IN, Word.ENTER) if way_in else (Tone.LET_OUT, Word.LEAVE)
        return [Play(tone), Say(word, done.temp_tenths)]

    def stepped(self) -> list[CaseWish]:
        """A step is on disk."""
        self.writing = False
        return [Play(Tone.SAVED)]

    def failed(self) -> list[CaseWish]:
        """It could not be written; what was typed stays."""
        self.writing = False
        self.note = Note.NOT_SAVED
        return [Play(Tone.ATTENTION)]

    def _second_reading(self, case: Case) -> list[CaseWish]:
        mine = self._of_chosen()
        tenths = mine.typed.read()
        if isinstance(tenths, Flaw):
            mine.fresh = tenths is Flaw.OUT_OF_RANGE
            said = {
                Flaw.EMPTY: Note.SECOND_NEEDED,
                Flaw.UNFINISHED: Note.UNFINISHED,
                Flaw.OUT_OF_RANGE: Note.OUT_OF_RANGE,
            }
            return self._say(said[tenths])
        if tenths < LOW_TENTHS and not mine.low:
            mine.low, mine.typed = True, Typed()
            return self._say(Note.LOW_AGAIN)
        if self.wait_left(case.hold) > 0 and not mine.sure_of_early:
            mine.sure_of_early = True
            return self._say(Note.EARLY)
        return self._wish(Retake(case.hold, Reading(tenths, self.chosen_method)))

    def _wish(self, wish: CaseWish) -> list[CaseWish]:
        self.writing = True
        return [wish]

    def _say(self, note: Note) -> list[CaseWish]:
        self.note = note
        return [Play(Tone.ATTENTION)]

    def _takes_reading(self) -> bool:
        case = self.chosen
        return case is not None and case.incident is None

    def _of_chosen(self) -> _Measuring:
        if self.chosen_seq is None:
            return _Measuring()
        return self._measuring.setdefault(self.chosen_seq, _Measuring())


def taken(case: Case) -> set[str]:
    """The steps that were taken."""
    return {step for step, _note, _at in case.incident.steps} if case.incident else set()
