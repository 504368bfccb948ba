"""Between the flow and the register: carries out what the flow wishes, and keeps what the page shows beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.books.crossings import Held, Recorded
from db.books.entries import Entry
from db.books.holds import Hold
from db.books.pass_id import Book, PassId
from db.books.verdict import Direction
from db.errors import GatebookError
from db.times import from_stamp
from db.trust.tokens import normalise
from desktop.changes import Change, Topic
from desktop.devices.sound import Sounds
from desktop.devices.tones import Tone
from desktop.language import current_language
from desktop.operations.arrivals import (
    Arrival,
    arrive_by_hand,
    arrive_with_card,
    call_for_help,
    fill_in_and_look_again,
)
from desktop.operations.gate_page import Case, GateDay, note_step, read_gate_day
from desktop.operations.passing import (
    give_up_hold,
    record_scan,
    record_without_card,
    take_second_reading,
    turn_away_person,
    void_line,
)
from desktop.operations.settings import keep_settings
from desktop.session import Session
from desktop.views.gate.asking import ask
from desktop.views.gate.cases import Cases, CaseWish, Retake, TakeStep
from desktop.views.gate.flow import Flow
from desktop.views.gate.person import Guest, Person
from desktop.views.gate.rules import FORGET_TYPED_MS, Rules
from desktop.views.gate.spoken import spoken
from desktop.views.gate.wishes import (
    FillIn,
    LookAt,
    LookAtPass,
    NextLane,
    Open,
    Play,
    Record,
    Say,
    Wish,
    Word,
)
from desktop.views.gate.words import Setting

FIRST_LINES = 60
"""How many of today's lines are read at first, and how many more when someone scrolls down."""
_LANES = ("auto", "in", "out")


def steady_ms() -> int:
    """Milliseconds that only grow."""
    return time.monotonic_ns() // 1_000_000


class Conductor(QObject):
    """The gate at work.

    Attributes: `flow`, `cases`, `day` (None until it was read), `error` why the last write failed.
    Signals: `changed()` show everything again; `day_read()` today's lines and counters are new; `panel_asked(Panel)`;
    `came()` a card was scanned; `case_ended()` a second reading was written."""

    changed = Signal()
    day_read = Signal()
    panel_asked = Signal(object)
    came = Signal()
    case_ended = Signal()

    def __init__(
        self,
        session: Session,
        sounds: Sounds,
        now: Callable[[], int] = steady_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._sounds, self._now = session, sounds, now
        self.flow = Flow()
        self.cases = Cases()
        self.flow.wait_left = self.cases.wait_left = self.wait_left
        self.day: GateDay | None = None
        self.error: GatebookError | None = None
        self._limit = FIRST_LINES
        self._reading = self._read_again = False
        self._last: tuple[str, int] = ("", 0)
        self._rung: set[int] = set()
        session.settings_changed.connect(self._take_settings)
        session.changes.changed.connect(self._on_change)
        self._take_settings()

    # What the page asks

    def today(self) -> date:
        """The gate's day."""
        return self._session.register.clock.today()

    def wait_left(self, hold: Hold) -> int:
        """Seconds until a second reading is due; 0 when it is."""
        total = self._session.settings.wait_minutes * 60
        gone = (self._session.register.clock.now() - from_stamp(hold.at)).total_seconds()
        return max(0, min(total, round(total - gone)))

    def setting(self) -> Setting:
        """What the words depend on."""
        settings, today = self._session.settings, self.today()
        number = self.day.next_no if self.day and self.day.day == today.isoformat() else 1
        if self._last[0] == today.isoformat():
            number = max(number, self._last[1] + 1)
        return Setting(today, settings.fever_tenths, settings.wait_minutes, number)

    # Events

    def scanned(self, text: str) -> None:
        """Digits from a scanner, or typed as long as a card's."""
        self._sounds.hush()
        self.came.emit()
        self.take(self.flow.scanned(normalise(text), self._now()))

    def picked(self, id: PassId) -> None:
        """Someone found by hand."""
        self.take(self.flow.picked(id))

    def guest(self, guest: Guest, direction: Direction | None) -> None:
        """Someone without a card."""
        self.take(self.flow.guest_comes(guest, direction))

    def type(self, char: str) -> None:
        """A digit or a point of the temperature."""
        self.take(self.flow.type(char, self._now()))

    def back(self) -> None:
        """Backspace."""
        self.take(self.flow.back(self._now()))

    def clear_typed(self) -> None:
        """What was typed goes."""
        self.take(self.flow.clear_typed(self._now()))

    def kept_left(self) -> int:
        """Seconds until a temperature that no scan came for is dropped."""
        kept = self.flow.kept
        return max(0, round((FORGET_TYPED_MS - (self._now() - kept.since)) / 1000)) if kept else 0

    def enter(self) -> None:
        """The main key."""
        self.take(self.flow.enter(self._now()))

    def take(self, wishes: Iterable[Wish]) -> None:
        """Carries out what the flow wishes, and shows what has become of it."""
        for wish in wishes:
            self._grant(wish)
        self.changed.emit()

    def tick(self) -> None:
        """A second went by."""
        if self.flow.tick(self._now()):
            self.changed.emit()
        if self.day is None:
            return
        if self.day.day != self.today().isoformat():
            self.read_day()
        due = {hold.seq for hold in self.day.holds if self.wait_left(hold) <= 0}
        if due - self._rung:
            self._rung |= due
            self._sounds.play(Tone.RETEST_DUE)

    # Acts beside the flow

    def set_lane(self, lane: str) -> None:
        """The lane switch: `auto`, `in` or `out`."""
        settings = replace(self._session.settings, lane=lane)
        self.flow.set_rules(replace(self.flow.rules, lane=None if lane == "auto" else Direction(lane)))
        self._ask(keep_settings, settings, self._session.settings)
        self.changed.emit()

    def set_mute(self, mute: bool) -> None:
        """Sound off for now, or on again."""
        settings = replace(self._session.settings, mute=mute)
        self._sounds.set_muted(mute)
        self._ask(keep_settings, settings, self._session.settings)

    def start_queue(self, book: Book, direction: Direction) -> None:
        """A queue of one book goes through from now on."""
        self.take(self.flow.start_queue(book, direction, self._now()))

    def end_queue(self) -> None:
        """The queue is through."""
        self.take(self.flow.end_queue())

    def void(self, entry: Entry, reason: str) -> None:
        """Voids a line of today."""

        def done(_entry: Entry) -> None:
            if self.flow.mode is not None:
                self.flow.mode.forget(entry.seq)
            self.take([Play(Tone.SAVED)])

        self._ask(void_line, entry.epoch, entry.seq, reason, done=done)

    def send_away(self, guest: Guest, reason: str) -> None:
        """Someone without a card is sent away."""
        self._ask(
            turn_away_person,
            guest.name,
            reason,
            guest.details() or None,
            done=lambda _seq: self.take(self.flow.turned_away(guest.name, reason)),
        )

    def call(self, who: str, person: Person | None) -> None:
        """Notes that the lead or the doctor was called about someone."""
        id = person.look.id if person and person.look and person.look.genuine else None
        self._ask(call_for_help, who, id, person.name if person else "")

    def give_up(self, hold: Hold, reason: str) -> None:
        """Someone held is measured no more."""
        self._ask(
            give_up_hold,
            hold.seq,
            reason,
            done=lambda _done: self.take([Play(Tone.SAVED), *self.flow.hold_ended(hold.seq)]),
        )

    def case_wishes(self, wishes: Iterable[CaseWish]) -> None:
        """Carries out what the fever page wishes."""
        for wish in wishes:
            if isinstance(wish, Play):
                self._sounds.play(wish.tone)
            elif isinstance(wish, Say):
                self._speak(wish.word, wish.tenths)
            elif isinstance(wish, Retake):
                self._retake(wish)
            elif isinstance(wish, TakeStep):
                self._ask(note_step, wish.incident, wish.step, done=self._stepped, failed=self._case_failed)
        self.changed.emit()

    def _retake(self, wish: Retake) -> None:
        case = next((one for one in self.cases.cases if one.hold.seq == wish.hold.seq), Case(wish.hold))

        def done(recorded: Recorded) -> None:
            self._note_number(recorded)
            self.case_wishes(self.cases.retaken(case, recorded))
            self.take(self.flow.hold_ended(wish.hold.seq))
            self.case_ended.emit()

        self._ask(take_second_reading, wish.hold.seq, wish.reading, done=done, failed=self._case_failed)

    def _stepped(self, _nothing: None) -> None:
        self.case_wishes(self.cases.stepped())

    def _case_failed(self, error: GatebookError) -> None:
        self.error = error
        self.case_wishes(self.cases.failed())

    # Reading

    def more_lines(self) -> None:
        """Older lines of today are wanted."""
        self._limit += FIRST_LINES * 2
        self.read_day()

    def read_day(self) -> None:
        """Reads today's lines, counters and cases, once at a time."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._ask(read_gate_day, self._limit, done=self._take_day, failed=self._day_not_read)

    def _take_day(self, day: GateDay) -> None:
        self._reading = False
        self.day = day
        self.cases.set_cases(day.cases)
        if self._read_again:
            self._read_again = False
            self.read_day()
        self.day_read.emit()
        self.changed.emit()

    def _day_not_read(self, error: GatebookError) -> None:
        self._reading = False
        self._session.refused.emit(error)

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.ENTRIES, Topic.HOLDS, Topic.REFUSALS, Topic.DAYS, Topic.PASSES):
            self.read_day()

    def _take_settings(self) -> None:
        settings = self._session.settings
        lane = None if settings.lane == "auto" else Direction(settings.lane)
        rules = Rules(settings.temp_in, settings.temp_out, settings.fever_tenths, lane, settings.method)
        self.flow.set_rules(rules)
        self.cases.method = settings.method
        self._sounds.set_volume(settings.volume)
        self._sounds.set_muted(settings.mute)
        self._sounds.set_spoken(settings.speak)
        self.changed.emit()

    # Wishes

    def _grant(self, wish: Wish) -> None:
        match wish:
            case Play(tone):
                self._sounds.play(tone)
            case Say(word, tenths):
                self._speak(word, tenths)
            case LookAt(scanned, lane):
                self._ask(arrive_with_card, scanned, lane, done=self._looked, failed=self._not_looked)
            case LookAtPass(id, lane):
                self._ask(arrive_by_hand, id, lane, done=self._looked, failed=self._not_looked)
            case Record():
                self._record(wish)
            case FillIn(person, direction):
                self._fill_in(person, direction)
            case Open(panel):
                self.panel_asked.emit(panel)
            case NextLane():
                place = _LANES.index(self._session.settings.lane)
                self.set_lane(_LANES[(place + 1) % len(_LANES)])

    def _speak(self, word: Word, tenths: int | None) -> None:
        language = current_language()
        self._sounds.speak(spoken(word, tenths, language), language)

    def _looked(self, arrival: Arrival) -> None:
        self.take(self.flow.looked(arrival))

    def _not_looked(self, error: GatebookError) -> None:
        self.error = error
        self.take(self.flow.not_looked())

    def _record(self, wish: Record) -> None:
        person, look = wish.person, wish.person.look

        def done(recorded: Recorded | Held) -> None:
            self._note_number(recorded)
            self.take(self.flow.recorded(person, recorded))

        def failed(error: GatebookError) -> None:
            self.error = error
            self.take(self.flow.not_recorded(person))

        if look is not None:
            facts: tuple[object, ...] = (look, wish.direction, wish.reading, person.override, wish.note)
            self._ask(record_scan, *facts, person.low_before, done=done, failed=failed)
        else:
            guest = person.guest
            assert guest is not None
            facts = (guest.book, guest.name, wish.direction, wish.reading, wish.note, guest.details())
            self._ask(record_without_card, *facts, person.low_before, done=done, failed=failed)

    def _fill_in(self, person: Person, direction: Direction) -> None:
        def done(arrival: Arrival) -> None:
            self.take(self.flow.filled_in(person, arrival))

        def failed(error: GatebookError) -> None:
            self.error = error
            self.take(self.flow.not_filled_in())

        self._ask(fill_in_and_look_again, person.look, direction, done=done, failed=failed)

    def _note_number(self, done: Recorded | Held) -> None:
        if isinstance(done, Recorded):
            self._last = (done.day, done.no)

    def _ask(
        self,
        operation: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[GatebookError], None] | None = None,
    ) -> None:
        ask(self._session, operation, *arguments, done=done, failed=failed)
