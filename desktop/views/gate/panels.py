"""The panels that the gate page can open, made when they are first wanted, and what they ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from db.books.entries import Entry
from db.books.holds import Hold
from db.books.pass_id import Book
from db.books.temperature import show_tenths
from db.books.verdict import Direction
from db.trust.roles import Role
from desktop.kit.chips import Way, way_word
from desktop.session import Session
from desktop.views.gate.call_panel import CallPanel
from desktop.views.gate.conductor import Conductor
from desktop.views.gate.guest_panel import GuestPanel, guests_inside
from desktop.views.gate.menu_panel import MenuPanel, rows
from desktop.views.gate.panel import GatePanel
from desktop.views.gate.person import Guest, Person, Stage
from desktop.views.gate.queue_panel import QueuePanel
from desktop.views.gate.reason_panel import ReasonPanel
from desktop.views.gate.words import numbered, say


class Panels(QObject):
    """Opens panels through `show(panel)` and closes them through `close()`, both the page's."""

    def __init__(
        self,
        session: Session,
        conductor: Conductor,
        show: Callable[[GatePanel], None],
        close: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._conductor = session, conductor
        self._show, self._close = show, close
        self._made: dict[str, ReasonPanel] = {}
        self._then: Callable[[str], None] = lambda reason: None
        self.guest: GuestPanel | None = None
        self.call: CallPanel | None = None
        self.queue: QueuePanel | None = None
        self.menu: MenuPanel | None = None

    def ask_void(self, entry: Entry) -> None:
        """Why a line is void."""
        about = say("Line {no}: {name}, {way}, {degrees}").format(
            no=numbered(entry.no),
            name=entry.name or say("Not known"),
            way=way_word(Way(entry.direction.value)),
            degrees=show_tenths(entry.temp_tenths) if entry.temp_tenths is not None else "–",
        )
        panel = self._reasons("void", "undo", danger=True)
        consequence = say("It stays in the book, struck through. Its number stays used.")
        reasons = (
            say("Wrong temperature"),
            say("Wrong direction"),
            say("Wrong person"),
            say("Did not go through"),
        )
        panel.ask(say("Void this line?"), about, consequence, reasons, say("Void"))
        self._open(panel, lambda reason: self._conductor.void(entry, reason))

    def ask_cannot_measure(self, person: Person) -> None:
        """Why there is no temperature."""
        panel = self._reasons("cannot", "thermo")
        reasons = (say("Too cold to measure"), say("Thermometer broken"), say("Refuses to be measured"))
        about = say("{name} is recorded without a temperature").format(name=person.name or say("This person"))
        panel.ask(say("Cannot measure"), about, "", reasons, say("Record"))
        self._open(panel, lambda reason: self._conductor.take(self._conductor.flow.cannot_measure(reason)))

    def ask_override(self, person: Person) -> None:
        """Why the lead lets someone in in spite of the card."""
        panel = self._reasons("override", "shield", danger=True)
        lead = self._session.register.access.role >= Role.LEAD
        blocked = "" if lead else say("Only the lead can do this. Change operator at the top first.")
        about = say("{name} comes in in spite of the card").format(name=person.name or say("This person"))
        reasons = (say("ID seen, office called"), say("Emergency"), say("On duty today"))
        consequence = say("The temperature is still taken. Your name and the reason are in the line.")
        panel.ask(say("Lead lets in"), about, consequence, reasons, say("Let in, then measure"), blocked)

        def then(reason: str) -> None:
            if self._conductor.flow.front is person and person.stage is Stage.REFUSED:
                self._conductor.take(self._conductor.flow.override(reason))

        self._open(panel, then)

    def ask_send_away(self, guest: Guest) -> None:
        """Why someone without a card is sent away."""
        panel = self._reasons("away", "ban", danger=True)
        about = guest.name or say("Person without a card")
        reasons = (say("No card, nobody fetches them"), say("No visitors now"), say("Refuses to be measured"))
        panel.ask(
            say("Send away?"), about, say("It is written down, without a number."), reasons, say("Send away")
        )

        def then(reason: str) -> None:
            self._conductor.send_away(guest, reason)
            if self.guest is not None:
                self.guest.clear()

        self._open(panel, then)

    def ask_give_up(self, hold: Hold) -> None:
        """Why someone with a fever is measured no more."""
        panel = self._reasons("give_up", "thermo", danger=True)
        reasons = (say("Went home"), say("Taken to hospital"), say("Fetched by family"))
        about = say("{name}: no second reading").format(name=hold.name or say("This person"))
        panel.ask(
            say("Not measured again"), about, say("The line says: turned away."), reasons, say("Record")
        )
        self._open(panel, lambda reason: self._conductor.give_up(hold, reason))

    def open_guest(self) -> None:
        """The form for someone without a card; what was typed before is still there."""
        if self.guest is None:
            self.guest = GuestPanel()
            self.guest.came.connect(self._guest_came)
            self.guest.sent_away.connect(self.ask_send_away)
        if self.guest.is_empty():
            day = self._conductor.day
            self.guest.offer(self._conductor.flow.rules.lane, guests_inside(day.lines) if day else ())
        self._show(self.guest)

    def _guest_came(self, guest: Guest, direction: object) -> None:
        before = len(self._conductor.flow.queue)
        self._conductor.guest(guest, direction)  # type: ignore[arg-type]
        if len(self._conductor.flow.queue) > before or self._conductor.flow.recording:
            assert self.guest is not None
            self.guest.clear()
            self._close()

    def open_queue(self) -> None:
        """Which book, which way; what was chosen last stands there."""
        if self.queue is None:
            self.queue = QueuePanel()
            self.queue.begun.connect(self._queue_begun)
        flow = self._conductor.flow
        look = flow.front.look if flow.front else None
        if look is not None and look.genuine and look.id is not None:
            self.queue.books.choose(look.id.book.value)
        if flow.rules.lane is not None:
            self.queue.directions.choose(flow.rules.lane.value)
        self._show(self.queue)

    def _queue_begun(self, book: Book, direction: Direction) -> None:
        self._close()
        self._conductor.start_queue(book, direction)

    def open_menu(self, do: Callable[[str], None], clock: bool) -> None:
        """All that can be done from a number pad; `do` gets the key. `clock`: the right time is asked for."""
        if self.menu is None:
            self.menu = MenuPanel()
            self.menu.chosen.connect(self._close)
            self.menu.chosen.connect(do)
        flow = self._conductor.flow
        refused = flow.front is not None and flow.front.stage is Stage.REFUSED
        missed = flow.open is not None and flow.open.missed
        muted = self._session.settings.mute
        self.menu.show_rows(rows(missed, flow.mode is not None, refused, muted, clock))
        self._show(self.menu)

    def open_call(self) -> None:
        """The numbers to dial."""
        if self.call is None:
            self.call = CallPanel()
            self.call.called.connect(self._called)
        settings, front = self._session.settings, self._conductor.flow.front
        about = say("About: {name}").format(name=front.name) if front and front.name else ""
        self.call.show_numbers(about, settings.lead_name, settings.lead_phone, settings.doctor_phone)
        self._show(self.call)

    def _called(self, who: str) -> None:
        self._conductor.call(who, self._conductor.flow.front)
        self._close()

    def _reasons(self, name: str, icon: str, danger: bool = False) -> ReasonPanel:
        if name not in self._made:
            panel = ReasonPanel(name, icon, danger)
            panel.given.connect(self._given)
            self._made[name] = panel
        return self._made[name]

    def _open(self, panel: ReasonPanel, then: Callable[[str], None]) -> None:
        self._then = then
        self._show(panel)

    def _given(self, reason: str) -> None:
        then, self._then = self._then, lambda reason: None
        self._close()
        then(reason)
