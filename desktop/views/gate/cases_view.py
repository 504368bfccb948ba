"""The fever page: who waits, both readings, and the steps after a second fever. It takes the gate's place while it
is open; the next scan brings the gate back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.books.holds import Hold
from db.books.pass_id import Book
from db.books.temperature import show_tenths
from db.books.verdict import Direction
from db.settings import GateSettings
from db.times import from_stamp
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.ring import clock_words
from desktop.kit.theme import Type, px
from desktop.language import current_language
from desktop.operations.gate_page import Case
from desktop.views.gate.case_parts import (
    CaseHead,
    Moment,
    QueueEntry,
    ReadingBox,
    ReadingWords,
    Record,
    StepRow,
    WaitBox,
)
from desktop.views.gate.cases import STEPS, Cases, taken
from desktop.views.gate.notes import method_name, note_words
from desktop.views.gate.temperature_box import Meaning, TemperatureBox
from desktop.views.gate.words import Face, degrees, numbered, say


@dataclass(frozen=True)
class StepWords:
    """A step as it is shown, and as the record says it once it was taken."""

    words: str
    note: str
    done: str


def step_words(step: str, settings: GateSettings) -> StepWords:
    """What to do in a step."""
    if step == "isolated":
        place = settings.fever_place or say("Two metres from everyone, mask on")
        return StepWords(say("To the isolation place"), place, say("Isolated"))
    if step == "called_lead":
        who = " ".join(word for word in (settings.lead_name, settings.lead_phone) if word)
        return StepWords(say("Call the lead"), who or say("No number set"), say("Lead called"))
    if step == "called_doctor":
        number = settings.doctor_phone or say("No number set")
        return StepWords(say("Call the community doctor"), number, say("Doctor called"))
    return StepWords(say("Close the case"), say("All of it is in the ledger"), say("Closed"))


class CasesView(Retranslating, QWidget):
    """Signals: `back_asked`, `case_chosen(int)` seq, `main_asked`, `method_asked`, `step_asked(str)`,
    `give_up_asked` for someone who is measured no more."""

    back_asked = Signal()
    case_chosen = Signal(int)
    main_asked = Signal()
    method_asked = Signal()
    step_asked = Signal(str)
    give_up_asked = Signal()

    def __init__(self, cases: Cases) -> None:
        super().__init__()
        self.cases = cases
        self._settings = GateSettings()
        self._wait_left: Callable[[Hold], int] = lambda hold: 0
        self._entries: list[QueueEntry] = []
        self._make_queue()
        self._make_case()
        line = row(self._queue, self._main, gap=16, parent=self)
        line.setStretch(1, 1)
        self._line = line
        density().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def _make_queue(self) -> None:
        self._queue = QWidget()
        self.back = Button("", icon="left", key="Esc", height=48)
        self.back.clicked.connect(self.back_asked)
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._queue_title = Label("", Type.CARD_TITLE)
        self._entries_host = QVBoxLayout()
        self._rules = Surface("surface2", "line", 12)
        self._rules_title = Label("", Type.BODY_STRONG)
        self._rule_lines = [Label("", Type.CELL, "text2", wrap=True) for _ in range(4)]
        column(self._rules_title, *self._rule_lines, gap=6, margins=(18, 12, 14, 14), parent=self._rules)
        whole = column(self.back, self._queue_title, self._entries_host, STRETCH, self._rules, gap=12)
        self._queue.setLayout(whole)
        self._entries_host.setSpacing(px(10))

    def _make_case(self) -> None:
        self._main = Surface("surface", "line", 16)
        self.head = CaseHead()
        self.first, self.second = ReadingBox(), ReadingBox()
        self.wait = WaitBox()
        self._boxes = row(self.first, self.wait, self.second, gap=16, margins=(20, 0, 20, 0))
        for place, share in enumerate((4, 4, 5)):
            self._boxes.setStretch(place, share)
        self._steps_title = Label("", Type.CARD_TITLE)
        self._steps_note = Label("", Type.CELL, "text2")
        self.steps = [StepRow() for _ in STEPS]
        for step, widget in zip(STEPS, self.steps, strict=True):
            widget.pressed.connect(lambda step=step: self.step_asked.emit(step))
        steps = column(row(self._steps_title, self._steps_note, STRETCH, gap=14), *self.steps, STRETCH, gap=8)
        self._steps = QWidget()
        self._steps.setLayout(steps)
        self._make_measuring()
        self.record = Record()
        left = column(self._steps, self._measuring, gap=0)
        self._lower = row(left, self.record, gap=16, margins=(20, 0, 20, 16))
        self._lower.setStretch(0, 13)
        self._lower.setStretch(1, 7)
        content = QWidget()
        inside = column(self._boxes, self._lower, gap=14, margins=(0, 14, 0, 0), parent=content)
        inside.setStretch(1, 1)
        self._inside = inside
        area = scrolling(content)
        whole = column(self.head, area, gap=0, margins=1, parent=self._main)
        whole.setStretch(1, 1)

    def _make_measuring(self) -> None:
        self._measuring = QWidget()
        self._measure_title = Label("", Type.CARD_TITLE)
        self.method = Button("", ButtonKind.QUIET, key="/", height=30, size=14)
        self.temperature = TemperatureBox()
        self.main = Button("", ButtonKind.PRIMARY, height=92, size=24, radius=12)
        self.give_up = Button("", ButtonKind.GHOST, key="*", height=40, size=15)
        self.note = Label("", Type.BODY_STRONG, "attn_text", wrap=True)
        for button, signal in (
            (self.method, self.method_asked),
            (self.main, self.main_asked),
            (self.give_up, self.give_up_asked),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
        fields = row(self.temperature, self.main, gap=16)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        head = row(self._measure_title, STRETCH, self.method)
        foot = row(self.note, STRETCH, self.give_up)
        foot.setStretch(0, 1)
        self._measuring.setLayout(column(head, fields, foot, STRETCH, gap=8))

    def _fit(self) -> None:
        narrow, low = density().narrow, density().level is Room.TIGHT
        self._queue.setFixedWidth(px(280 if not narrow else 220))
        self._rules.setVisible(not low)
        self.main.set_height(density().pick(92, 84, 68))
        scaled(self._line, 16 if not narrow else 12)
        scaled(self._inside, density().pick(16, 12, 8), (0, density().pick(16, 12, 8), 0, 0))

    def retranslate(self) -> None:
        self.back.setText(say("Back to scanning"))
        self._steps_title.setText(say("Steps"))
        self._steps_note.setText(say("Enter after each one"))
        self._rules_title.setText(say("Rules"))
        self._measure_title.setText(say("Second reading"))
        self.temperature.setAccessibleName(say("Second reading"))
        self.main.setText(say("Record"))
        self.main.set_caption(say("Press Enter"))
        self.give_up.setText(say("Not measured again…"))
        self.show_cases(self._settings, self._wait_left)

    # What is shown

    def show_cases(self, settings: GateSettings, wait_left: Callable[[Hold], int]) -> None:
        """Everything, after a change or a second."""
        self._settings, self._wait_left = settings, wait_left
        for words, label in zip(self._rule_words(settings), self._rule_lines, strict=True):
            label.setText(words)
        self._show_queue()
        ended = self.cases.ended
        case = ended[0] if ended else self.cases.chosen
        for widget in (self._steps, self._measuring, self.record, self.first, self.wait, self.second):
            widget.setVisible(case is not None)
        if case is None:
            self.head.show_face(
                Face("allow", "check", say("Nobody waits"), say("Back with Esc")), "", "", None
            )
            return
        self._show_head(case)
        self._show_readings(case)
        has_steps = case.incident is not None
        self._steps.setVisible(has_steps)
        self._measuring.setVisible(not has_steps and ended is None)
        if has_steps:
            self._show_steps(case)
        else:
            self._show_measuring(case)
        self._show_record(case)

    def _rule_words(self, settings: GateSettings) -> tuple[str, str, str, str]:
        limit = degrees(settings.fever_tenths)
        return (
            say("{limit} or more is a fever").format(limit=limit),
            say("Sit {minutes} min, then measure again").format(minutes=settings.wait_minutes),
            say("Second one normal: through, one line"),
            say("Still high: isolation, and the steps"),
        )

    def _show_queue(self) -> None:
        cases = self.cases.cases
        self._queue_title.setText(say("Under way: {count}").format(count=len(cases)))
        while len(self._entries) < len(cases):
            entry = QueueEntry()
            self._entries.append(entry)
            self._entries_host.addWidget(entry)
            place = len(self._entries) - 1
            entry.pressed.connect(lambda place=place: self._choose(place))
        for place, entry in enumerate(self._entries):
            entry.setVisible(place < len(cases))
            if place < len(cases):
                self._fill_entry(entry, cases[place])

    def _choose(self, place: int) -> None:
        if place < len(self.cases.cases):
            self.case_chosen.emit(self.cases.cases[place].hold.seq)

    def _fill_entry(self, entry: QueueEntry, case: Case) -> None:
        hold, total = case.hold, self._settings.wait_minutes * 60
        left = self._wait_left(hold)
        chosen = hold.seq == self.cases.chosen_seq
        name = hold.name or say("Not known")
        if case.incident is not None:
            todo = len([step for step in STEPS if step not in taken(case)])
            note = say("Second {degrees}, {todo} steps left").format(
                degrees=show_tenths(hold.retaken_tenths or 0), todo=todo
            )
            entry.set_entry(name, _book(hold), note, "deny_text", -1, total, chosen)
        elif left <= 0:
            entry.set_entry(
                name, _book(hold), say("Time is up, measure again"), "attn_text", -1, total, chosen
            )
        else:
            note = say("First {degrees}").format(degrees=show_tenths(hold.temp_tenths))
            entry.set_entry(name, _book(hold), note, "attn_text", left, total, chosen)

    def _show_head(self, case: Case) -> None:
        hold, limit = case.hold, degrees(self._settings.fever_tenths)
        number = hold.pass_id.human(current_language() == "zh") if hold.pass_id else say("No card")
        self.head.show_face(self._face(case, limit), hold.name or say("Not known"), number, _book(hold))

    def _face(self, case: Case, limit: str) -> Face:
        hold = case.hold
        if self.cases.ended is not None:
            done = self.cases.ended[1]
            word = say("Let in") if done.direction is Direction.IN else say("Let out")
            sub = say("Second reading {degrees}, line {no}. Enter goes back").format(
                degrees=degrees(done.temp_tenths or 0), no=numbered(done.no)
            )
            return Face("allow", "check", word, sub)
        if case.incident is not None:
            word = say("No entry") if hold.direction is Direction.IN else say("To isolation")
            return Face(
                "deny", "x", word, say("Twice {limit} or more. Step aside, please").format(limit=limit)
            )
        left = self._wait_left(hold)
        if left > 0:
            sub = say("Sit down and wait, {left} more").format(left=clock_words(left))
            return Face("attn", "thermo", say("Retest first"), sub)
        return Face("attn", "thermo", say("Measure again"), say("Time is up. Second reading, then Enter"))

    def _show_readings(self, case: Case) -> None:
        hold, settings = case.hold, self._settings
        begun = from_stamp(hold.at)
        self.first.set_words(
            ReadingWords(say("First"), f"{begun:%H:%M}", show_tenths(hold.temp_tenths), say("Fever"),
                         method_name(hold.method or ""), "attn")
        )  # fmt: skip
        self._show_wait(hold)
        second, method = hold.retaken_tenths, hold.retaken_method
        if self.cases.ended is not None:
            second, method = self.cases.ended[1].temp_tenths, None
        if second is None:
            waiting = ReadingWords(say("Second"), "", "", say("Not yet measured"), "", "surface2")
            self.second.set_words(waiting)
            return
        hot = second >= settings.fever_tenths
        at = from_stamp(hold.retaken_at) if hold.retaken_at else None
        self.second.set_words(
            ReadingWords(say("Second"), f"{at:%H:%M}" if at else "", show_tenths(second),
                         say("Still a fever") if hot else say("Normal"), method_name(method or ""),
                         "deny" if hot else "allow")
        )  # fmt: skip

    def _show_wait(self, hold: Hold) -> None:
        """The wait that goes on, or how long it was until the second reading, early or not."""
        total, begun = self._settings.wait_minutes * 60, from_stamp(hold.at)
        taken_at = self.cases.ended[1].time if self.cases.ended is not None else hold.retaken_at
        if taken_at is None:
            left, until, sat = self._wait_left(hold), begun + timedelta(seconds=total), None
            note = say("sitting") if left > 0 else say("time is up")
        else:
            until = from_stamp(taken_at)
            sat = max(0, int((until - begun).total_seconds()))
            left = max(0, total - sat)
            note = say("measured early") if left > 0 else say("sat")
        self.wait.set_wait(left, total, say("Wait"), f"{begun:%H:%M}–{until:%H:%M}", note, sat)

    def _show_steps(self, case: Case) -> None:
        assert case.incident is not None
        times = {step: at for step, _note, at in case.incident.steps}
        now = self.cases.next_step(case)
        for number, (step, widget) in enumerate(zip(STEPS, self.steps, strict=True), start=1):
            words = step_words(step, self._settings)
            state = "done" if step in times else "now" if step == now else "later"
            widget.set_step(number, words.words, words.note, times.get(step, "")[11:16], state)

    def _show_measuring(self, case: Case) -> None:
        typed, tenths = self.cases.typed, self.cases.typed.read()
        meaning = None
        if isinstance(tenths, int):
            hot = tenths >= self._settings.fever_tenths
            meaning = (
                Meaning("thermo", say("Fever"), "deny") if hot else Meaning("check", say("Normal"), "allow")
            )
        hint = say("Type 365 for 36.5")
        self.temperature.set_temperature(typed.shown, meaning, hint, self.cases.flawed)
        self.temperature.set_live(True)
        self.method.setText(method_name(self.cases.chosen_method))
        left = clock_words(self._wait_left(case.hold))
        self.note.setText(note_words(self.cases.note, wait_left=left) if self.cases.note else "")
        self.main.set_busy(self.cases.writing)

    def _show_record(self, case: Case) -> None:
        hold = case.hold
        moments = [Moment(hold.at[11:16], self._reading_words(hold.method, hold.temp_tenths))]
        if hold.retaken_at:
            words = self._reading_words(hold.retaken_method, hold.retaken_tenths or 0)
            moments.append(Moment(hold.retaken_at[11:16], words))
        elif self.cases.ended is not None:
            done = self.cases.ended[1]
            moments.append(Moment(done.time[11:16], self._reading_words(None, done.temp_tenths or 0)))
            moments.append(Moment(done.time[11:16], say("Line {no}").format(no=numbered(done.no))))
        else:
            moments.append(Moment("––:––", say("Second reading"), False))
        if case.incident is not None:
            steps = taken(case)
            for step, note, at in case.incident.steps:
                words = step_words(step, self._settings).done if step in STEPS else note or step
                moments.append(Moment(at[11:16], words))
            moments += [
                Moment("––:––", step_words(step, self._settings).done, False)
                for step in STEPS
                if step not in steps
            ]
        title = say("Fever {no}").format(no=f"{hold.gate:04d}-{hold.seq}")
        self.record.set_record(title, say("saved"), moments)

    def _reading_words(self, method: str | None, tenths: int) -> str:
        return f"{method_name(method or '')} {show_tenths(tenths)}".strip()


def _book(hold: Hold) -> Book | None:
    return hold.pass_id.book if hold.pass_id else None
