"""The gate itself: the one in front, what is worth doing, and what stands beside it. It shows; it decides nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from db.books.masking import mask_name
from db.books.temperature import HIGHEST_TENTHS, LOW_TENTHS, LOWEST_TENTHS, show_tenths
from db.books.verdict import Direction, Verdict
from db.settings import GateSettings
from desktop.kit.books import book_name
from desktop.kit.buttons import ButtonKind
from desktop.kit.density import density
from desktop.kit.layouts import column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.ring import clock_words
from desktop.kit.theme import themes
from desktop.views.gate.action_card import ActionCard
from desktop.views.gate.ahead import Kept
from desktop.views.gate.conductor import Conductor
from desktop.views.gate.details import details_of
from desktop.views.gate.flow import COMMANDS
from desktop.views.gate.hint_line import Deed, Hint
from desktop.views.gate.notes import method_name, note_words
from desktop.views.gate.person import Person, Result, Stage, TurnedAway
from desktop.views.gate.side_column import SideColumn
from desktop.views.gate.side_strips import Waiter
from desktop.views.gate.temperature_box import Meaning
from desktop.views.gate.top_bar import TopBar
from desktop.views.gate.verdict_panel import VerdictPanel
from desktop.views.gate.waiting_panel import WaitingPanel
from desktop.views.gate.wishes import Note, Panel
from desktop.views.gate.words import (
    Face,
    Setting,
    degrees,
    face_of,
    face_of_result,
    face_of_turned_away,
    say,
    way,
)

_QUIET_NOTES = frozenset(
    {
        Note.IN_FRONT,
        Note.WAITING_ALREADY,
        Note.CANCELLED,
        Note.LOW_TWICE,
        Note.NOTHING_MISSED,
        Note.KEPT_GONE,
        Note.LANE_IN_QUEUE,
        Note.QUEUE_ENDED,
    }
)


class ScanView(Retranslating, QWidget):
    """Attributes: `top`, `verdict`, `empty`, `action`, `side`. `show_all()` after anything changed."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self._conductor = conductor
        self._settings = GateSettings()
        self._live = True
        self.top = TopBar()
        self.verdict = VerdictPanel()
        self.empty = WaitingPanel()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.verdict)
        self.action = ActionCard()
        self.side = SideColumn()
        self._left = column(self.top, self._middle, self.action, gap=16)
        self._left.setStretch(1, 1)
        self._line = row(self._left, self.side, gap=16, parent=self)
        self._line.setStretch(0, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def _fit(self) -> None:
        gap = density().pick(16, 12, 8)
        scaled(self._left, gap)
        scaled(self._line, gap if not density().narrow else 12)
        # Nothing hints at room that a longer word would take: the page stays as it is.
        self._middle.setMinimumHeight(self.verdict.minimumSizeHint().height())

    def retranslate(self) -> None:
        self.show_all()

    def set_settings(self, settings: GateSettings) -> None:
        """The gate's settings."""
        self._settings = settings
        self.top.show_lane(settings.lane)
        self.top.show_muted(settings.mute)
        self.show_all()

    def set_live(self, live: bool) -> None:
        """Whether digits come to the temperature now."""
        if live != self._live:
            self._live = live
            self._show_temperature(self._shown_person())

    # Showing

    def show_all(self) -> None:
        """Everything, as it stands."""
        flow, setting = self._conductor.flow, self._conductor.setting()
        person = self._shown_person()
        self._show_middle(person, setting)
        self._show_direction(person)
        self._show_temperature(person)
        self._show_main(person)
        self._show_line(person)
        self._show_aside(setting)
        waiters = [_waiter(one) for one in flow.waiting]
        self.side.tray.set_waiters(waiters, flow.full)
        self.top.show_queue(flow.mode)
        self.tick()

    def _shown_person(self) -> Person | None:
        """The one in front; while the last line is being written, still the one it is about."""
        flow = self._conductor.flow
        return flow.front or (flow.recording[-1] if flow.recording else None)

    def _show_middle(self, person: Person | None, setting: Setting) -> None:
        shown = self._conductor.flow.shown
        if person is not None:
            self.verdict.show_face(
                face_of(person, setting, self._left_of(person)), details_of(person, setting)
            )
        elif isinstance(shown, Result):
            self.verdict.show_face(face_of_result(shown, setting), details_of(shown.person, setting))
        elif isinstance(shown, TurnedAway):
            self.verdict.show_face(face_of_turned_away(shown), None)
        else:
            self._show_waiting()
            self._middle.setCurrentWidget(self.empty)
            return
        self._middle.setCurrentWidget(self.verdict)

    def _show_waiting(self) -> None:
        day, flow = self._conductor.day, self._conductor.flow
        if day is not None and not day.any_passes and flow.kept is None:
            hint = say("Nobody has one yet. Or hand in a list there.")
            self.empty.set_words("pass", say("Make a first pass"), hint)
            self.empty.set_key("", "")
            self.empty.set_button(say("New pass"), "plus", "F3")
            return
        if flow.kept is not None:
            self._show_kept(flow.kept)
        elif flow.mode is not None:
            title = say("Queue: {book}, {way}").format(
                book=book_name(flow.mode.book), way=way(flow.mode.direction)
            )
            self.empty.set_words("scan", title, say("Scan one after the other"))
            self.empty.set_key("Ctrl+Q", say("End the queue"))
        else:
            self.empty.set_words("scan", say("Ready for the next pass"), say("Hold it under the scanner"))
            self.empty.set_key("F2", say("Find someone by hand"))
        self.empty.set_button("")

    def _show_kept(self, kept: Kept) -> None:
        """A temperature waits for its card."""
        fever = kept.tenths >= self._settings.fever_tenths
        title = say("{degrees}, now scan").format(degrees=degrees(kept.tenths))
        left = self._conductor.kept_left()
        words = say("Fever. For the next pass only, {left} s left") if fever else ""
        words = words or say("For the next pass only, {left} s left")
        self.empty.set_words("thermo", title, words.format(left=left))
        self.empty.set_key("Esc", say("Drop it"))

    def _left_of(self, person: Person) -> str:
        hold = person.look.hold if person.look else None
        left = self._conductor.wait_left(hold) if hold is not None else 0
        return clock_words(left) if left > 0 else ""

    def _show_direction(self, person: Person | None) -> None:
        shown = self._conductor.flow.shown
        if person is None:
            direction = shown.person.direction if isinstance(shown, Result) else self._lane()
            self.action.set_direction(direction, "")
            return
        if person.direction is None:
            why = say("Choose")
        elif person.turned_by_hand:
            why = say("By hand")
        elif self._lane() is not None:
            why = say("By the lane")
        else:
            why = say("Set for you")
        self.action.set_direction(person.direction, why)

    def _lane(self) -> Direction | None:
        return self._conductor.flow.rules.lane

    def _show_temperature(self, person: Person | None) -> None:
        flow = self._conductor.flow
        typed, box = flow.typed, self.action.temperature
        self.action.set_method(method_name(person.method if person else flow.method))
        shown, flawed = typed.shown, flow.flawed
        result = flow.shown if person is None and isinstance(flow.shown, Result) else None
        if person is None and not typed and flow.kept is not None:
            self._show_kept_in_box(flow.kept)
            return
        if person is not None and person in flow.recording and not flow.queue and not typed:
            shown = person.typed.shown
        elif not typed and result is not None and result.tenths is not None:
            shown = show_tenths(result.tenths)
        hint = say("Type 365 for 36.5")
        if (
            person is not None
            and person.direction is not None
            and not flow.rules.needs_temperature(person.direction)
        ):
            hint = say("Not needed this way")
        box.set_temperature(shown, self._meaning(shown, typed.command), hint, flawed)
        refused = flow.front is not None and flow.open is None
        box.set_live(self._live and (bool(typed) or not (result or refused)))

    def _show_kept_in_box(self, kept: Kept) -> None:
        fever = kept.tenths >= self._settings.fever_tenths
        meaning = Meaning("scan", say("Next scan"), "attn" if fever else "text2")
        self.action.temperature.set_temperature(kept.typed.shown, meaning, "")
        self.action.temperature.set_live(self._live)

    def _meaning(self, shown: str, command: str | None) -> Meaning | None:
        if command is not None and (command in COMMANDS or command in "016"):
            return Meaning("right", say("Enter: {what}").format(what=_command_words(command)), "text2")
        digits = shown.replace(".", "")
        if len(digits) != 3:
            return None
        tenths = int(digits)
        if not LOWEST_TENTHS <= tenths <= HIGHEST_TENTHS:
            return Meaning("x", "30–43", "deny")
        if tenths >= self._settings.fever_tenths:
            return Meaning("thermo", say("Fever"), "attn")
        if tenths < LOW_TENTHS:
            return Meaning("down", say("Low"), "attn")
        return Meaning("check", say("Normal"), "allow")

    def _show_main(self, person: Person | None) -> None:
        flow = self._conductor.flow
        writing = bool(flow.recording) and not flow.queue
        if person is not None and person.stage is Stage.REFUSED:
            self.action.set_main(say("Understood"), say("Press Enter"))
        else:
            self.action.set_main(say("Record"), say("Press Enter"), writing)
        self.action.main.setEnabled(person is not None or bool(flow.typed))

    # The line of hints, of what to do next, and of what went wrong

    def _show_line(self, person: Person | None) -> None:
        flow = self._conductor.flow
        note = ""
        if flow.note is not None:
            hold = person.look.hold if person and person.look else None
            left = clock_words(self._conductor.wait_left(hold)) if hold else ""
            note = note_words(flow.note, flow.note_name, left, self._conductor.error)
        face = self._face_in_head(person)
        self.action.line.set_line(
            self._hints(), face.todo if face else "", self._deeds(person), note, flow.note not in _QUIET_NOTES
        )

    def _face_in_head(self, person: Person | None) -> Face | None:
        shown = person is not None or self._conductor.flow.shown is not None
        return self.verdict.face() if shown else None

    def _hints(self) -> tuple[Hint, ...]:
        flow = self._conductor.flow
        if flow.front is None and isinstance(flow.shown, Result):
            first = (Hint("F9", say("Void last line")), Hint("365", say("= 36.5")), Hint(".", say("Menu")))
            return (*first, Hint("F8", say("Retests")), Hint("Esc", say("Cancel")))
        if flow.mode is not None:
            scan = Hint(say("Scan"), say("= Enter, if normal"))
            return (scan, Hint("365", say("= 36.5")), Hint("Esc", say("Cancel")), Hint(".", say("Menu")))
        return (
            Hint("Enter", say("Record")),
            Hint(say("Space"), say("In / out")),
            Hint(".", say("Menu")),
            Hint("365", say("= 36.5")),
            Hint("Esc", say("Cancel")),
            Hint("F9", say("Void last line")),
            Hint("F8", say("Retests")),
            Hint("F6", say("Lane")),
        )

    def _deeds(self, person: Person | None) -> tuple[Deed, ...]:
        shown = self._conductor.flow.shown
        if person is None:
            if isinstance(shown, Result) and (shown.held is not None or shown.turned_away):
                return (Deed("retests", say("Open the case"), "F8"),)
            guest = Deed("guest", say("No card"), "F5")
            if self._conductor.flow.mode is not None:
                return (guest,)
            return (Deed("queue", say("Queue"), "Ctrl+Q", ButtonKind.QUIET), guest)
        if person.stage is Stage.REFUSED:
            return self._deeds_of_refused(person)
        cannot = Deed("cannot", say("Cannot measure"), "*", ButtonKind.QUIET)
        if person.missed:
            return (
                Deed("call", say("Not that person"), "F7", ButtonKind.QUIET),
                Deed("fill_in", say("Fill in the missed one"), "F11"),
            )
        if person.is_blank:
            return (Deed("new_pass", say("Write whose it is"), "F3"),)
        if person.look is not None and person.look.hold is not None:
            return (Deed("retests", say("Open the case"), "F8"), Deed("call", say("Call the lead"), "F7"))
        if person.stage is Stage.LOOK and not person.override:
            return (cannot, Deed("call", say("Call the lead"), "F7"))
        return (cannot,)

    def _deeds_of_refused(self, person: Person) -> tuple[Deed, ...]:
        look = person.look
        stranger = look is not None and look.verdict in (Verdict.FORGED, Verdict.UNKNOWN_ISSUER)
        call = Deed(
            "call", say("Call the lead"), "F7", ButtonKind.DANGER_FILL if stranger else ButtonKind.SECONDARY
        )
        override = Deed("override", say("Lead lets in"), "F12", ButtonKind.QUIET)
        if look is not None and look.verdict in (Verdict.REVOKED, Verdict.SUPERSEDED, Verdict.UNREADABLE):
            stray = look.verdict is Verdict.UNREADABLE
            words = say("Find by hand") if stray else say("Find the person")
            find = Deed("search", words, "F2")
            return (find, call) if stray else (override, find, call)
        return (override, call)

    def _show_aside(self, setting: Setting) -> None:
        aside = self._conductor.flow.aside
        if isinstance(aside, Result):
            fever = aside.held is not None or aside.turned_away
            name = mask_name(aside.person.name) if fever else aside.person.name
            self.side.aside.set_face(face_of_result(aside, setting), name)
        elif isinstance(aside, TurnedAway):
            self.side.aside.set_face(face_of_turned_away(aside), aside.name)
        elif isinstance(aside, Person):
            self.side.aside.set_face(face_of(aside, setting), aside.name)
        else:
            self.side.aside.set_face(None)

    def tick(self) -> None:
        """The countdown goes on."""
        day, wait = self._conductor.day, self.side.wait
        cases = day.cases if day else ()
        if not cases:
            wait.hide()
            return
        due = sorted(cases, key=lambda case: -1 if case.incident else self._conductor.wait_left(case.hold))
        first = due[0]
        step = say("Steps to take") if first.incident else ""
        total = self._settings.wait_minutes * 60
        left = self._conductor.wait_left(first.hold)
        wait.set_wait(mask_name(first.hold.name), left, total, len(cases) - 1, step)
        person = self._shown_person()
        if person is not None and person.look is not None and person.look.hold is not None:
            self._show_middle(person, self._conductor.setting())


def _waiter(person: Person) -> Waiter:
    look = person.look
    book = look.id.book if look and look.id and look.genuine else None
    name = person.name or say("Nobody's yet")
    if person.stage is Stage.LOOK:
        return Waiter(name, book, "attn", say("Look first"))
    return Waiter(name, book, "measure", say("Choose in or out") if person.direction is None else "")


def _command_words(digit: str) -> str:
    """What a digit alone and Enter do."""
    if digit in COMMANDS:
        names = {
            Panel.SEARCH: say("find"),
            Panel.WITHOUT_CARD: say("no card"),
            Panel.CALL: say("call the lead"),
            Panel.RETESTS: say("retests"),
            Panel.VOID: say("void last line"),
        }
        return names[COMMANDS[digit]]
    return {"0": say("cancel"), "1": say("fill in"), "6": say("next lane")}[digit]
