"""The gate page: wires the flow, what it shows, its panels and its keys.

Keys belong to the page wherever the focus is in it, but in a field that is being typed in. Nothing covers it, and
Space and Enter press no button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from db.books.verdict import Direction
from db.times import from_stamp
from desktop.changes import Change
from desktop.devices.sound import Sounds
from desktop.kit.dates import moment_words
from desktop.kit.density import density
from desktop.kit.layouts import scaled
from desktop.kit.pressing import leave_keys_to_page
from desktop.kit.strips import CountersStrip, Counts
from desktop.kit.theme import themes
from desktop.models.todays_lines import TodaysLine
from desktop.operations.clock import (
    ClockTrouble,
    ClockWatch,
    begin_with_clock,
    correct_clock,
    note_leap,
    time_gone_by,
    trust_clock,
)
from desktop.operations.exported import Waiting, waiting_to_leave
from desktop.session import Session
from desktop.views.gate.cases_view import CasesView
from desktop.views.gate.conductor import Conductor, steady_ms
from desktop.views.gate.finder import Finder
from desktop.views.gate.orders import Orders
from desktop.views.gate.page_keys import PageKeys
from desktop.views.gate.panel import GatePanel, takes_text
from desktop.views.gate.panels import Panels
from desktop.views.gate.scan_view import ScanView
from desktop.views.gate.wishes import Panel

SECOND_MS = 1_000


class GatePage(QWidget):
    """Attributes: `counters`, the strip for the foot of the window; `conductor`; `may_open`, asked before a panel, may
    keep the way to open it for later.

    `take_scan(str)` takes what a scanner read, whatever page is shown. Signals: `new_pass_asked(object)` with the
    `PassId` of a blank card or None; `scan_came()` after each scan, for a window that shows another page;
    `camera_wanted()`, F4 and its button."""

    new_pass_asked = Signal(object)
    camera_wanted = Signal()
    scan_came = Signal()
    paper_asked = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        sounds: Sounds | None = None,
        now: Callable[[], int] = steady_ms,
        gone_by: Callable[[], float] = time_gone_by,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sounds = sounds or Sounds()
        self.may_open: Callable[[Panel, Callable[[], None]], bool] = lambda panel, then: True
        # Not a child: its thread has to end before it goes.
        self.destroyed.connect(self._sounds.close)
        self.conductor = Conductor(session, self._sounds, now, self)
        self.scan = ScanView(self.conductor)
        self.fevers = CasesView(self.conductor.cases)
        self._views = QStackedWidget()
        self._views.addWidget(self.scan)
        self._views.addWidget(self.fevers)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._views)
        self.counters = CountersStrip()
        self.panels = Panels(session, self.conductor, self.show_panel, self.close_panel, self)
        self.finder = Finder(session, self.conductor, self.scan, self._take_keys, self)
        self.orders = Orders(self)
        self.keys = PageKeys(self)
        self._watch = ClockWatch(session.register, gone_by)
        self._unexported_wanted = False
        self._waiting = Waiting(0, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", -1)
        leave_keys_to_page(self)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._second.start()
        self._connect()
        self._fit()
        self.scan.set_settings(session.settings)
        self.conductor.read_day()
        self._count_unexported()
        session.do(begin_with_clock, done=self._take_clock)

    def _connect(self) -> None:
        conductor, side, top, action = self.conductor, self.scan.side, self.scan.top, self.scan.action
        conductor.changed.connect(self._show)
        conductor.day_read.connect(self._show_day)
        conductor.panel_asked.connect(self.open_panel)
        conductor.came.connect(self._make_room)
        conductor.case_ended.connect(self._show)
        self._session.settings_changed.connect(lambda: self.scan.set_settings(self._session.settings))
        self._session.changes.changed.connect(self._on_change)
        top.lane_chosen.connect(conductor.set_lane)
        top.mute_asked.connect(conductor.set_mute)
        top.camera_asked.connect(self.camera_wanted)
        top.queue.pressed.connect(conductor.end_queue)
        self.finder.scanned.connect(self.take_scan)
        side.panel_closed.connect(self.close_panel)
        side.model.more_wanted.connect(conductor.more_lines)
        side.wait.pressed.connect(self.open_fevers)
        side.aside.pressed.connect(lambda: self.open_fevers() if self._aside_is_fever() else None)
        side.clock.corrected.connect(self._correct_clock)
        side.clock.kept.connect(self._keep_clock)
        action.faced.connect(lambda way: conductor.take(conductor.flow.face(way)))
        action.method_asked.connect(lambda: conductor.take(conductor.flow.next_method()))
        action.main_asked.connect(conductor.enter)
        action.deed_done.connect(self.do_deed)
        self.scan.empty.acted.connect(lambda: self.new_pass_asked.emit(None))
        self.fevers.back_asked.connect(self.close_fevers)
        self.fevers.case_chosen.connect(self._choose_case)
        self.fevers.main_asked.connect(self.fevers_main)
        self.fevers.method_asked.connect(lambda: self._case_act(conductor.cases.next_method))
        self.fevers.step_asked.connect(lambda step: conductor.case_wishes(conductor.cases.take_step(step)))
        self.fevers.give_up_asked.connect(self.give_up)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)

    def _fit(self) -> None:
        edge, top = density().pick(16, 14, 10), density().pick(16, 14, 8)
        scaled(self._layout, 0, (edge, top, edge, top))

    def retranslate(self) -> None:
        """Says everything again after a change of language."""
        self._show()
        self._show_day()
        self._say_waiting()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Scans

    def take_scan(self, digits: str) -> None:
        """What a scanner read, wherever the focus is and whatever page is shown."""
        self.conductor.scanned(digits)
        self.scan_came.emit()

    def _make_room(self) -> None:
        """A card was scanned: the gate comes back, and a panel goes that holds nothing of anyone's."""
        self.close_fevers()
        panel = self.scan.side.panel
        if panel is not None and not panel.with_text:
            self.close_panel()
        if self.finder.field.edit.hasFocus():
            self.finder.leave()

    # Views and panels

    @property
    def in_fevers(self) -> bool:
        """Whether the fever page is shown."""
        return self._views.currentWidget() is self.fevers

    def open_fevers(self) -> None:
        """The fever page, at the one who is due."""
        self.close_panel()
        self.conductor.cases.open()
        self._views.setCurrentWidget(self.fevers)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def close_fevers(self) -> None:
        """Back to scanning."""
        if self.in_fevers:
            self.conductor.cases.clear()
            self._views.setCurrentWidget(self.scan)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show()

    def show_panel(self, panel: GatePanel) -> None:
        """A panel in place of the list; the gate comes back first."""
        self._views.setCurrentWidget(self.scan)
        if self.finder.field.text():
            self.finder.close()
        self.scan.side.show_panel(panel)
        (panel.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_moved(None, QApplication.focusWidget())

    def close_panel(self) -> None:
        """The list comes back, and the keys are the gate's again."""
        side = self.scan.side
        if side.panel is not None:
            # First the focus: hiding what has it would hand it to whatever comes next.
            self._take_keys()
            side.close_panel()
            self._focus_moved(None, QApplication.focusWidget())

    def open_panel(self, panel: Panel) -> None:
        """What a key or a button asked for."""
        self.orders.open_panel(panel)

    def search_for(self, letter: str = "") -> None:
        """Someone is to be found by hand; a `letter` that was typed begins it."""
        if self.may_open(Panel.SEARCH, self.finder.open):
            self.finder.open(letter)

    def do_deed(self, name: str) -> None:
        """A button of the hint line."""
        self.orders.do_deed(name)

    def _aside_is_fever(self) -> bool:
        face = self.scan.side.aside.face()
        return face is not None and face.glyph == "thermo"

    # The fever page

    def fevers_main(self) -> None:
        """Enter on the fever page: the second reading, the next step, or back once all is done."""
        cases = self.conductor.cases
        if cases.ended is not None or cases.chosen is None:
            self.close_fevers()
        else:
            self.conductor.case_wishes(cases.enter())

    def _choose_case(self, seq: int) -> None:
        self._case_act(lambda: self.conductor.cases.open(seq))

    def _case_act(self, act: Callable[[], object]) -> None:
        act()
        self._show()

    def give_up(self) -> None:
        """Someone held is measured no more: why?"""
        case = self.conductor.cases.chosen
        if case is not None and case.incident is None:
            self.panels.ask_give_up(case.hold)

    # The clock

    def _take_clock(self, trouble: ClockTrouble | None) -> None:
        self._watch.start()
        if trouble is not None:
            self.scan.side.clock.ask(trouble)

    def _keep_clock(self) -> None:
        self._take_keys()
        self._session.do(trust_clock, done=self._clock_is_right)

    def _correct_clock(self, right: datetime) -> None:
        self._take_keys()
        zone = self._session.register.clock.zone
        self._session.do(correct_clock, right.replace(tzinfo=zone), done=self._clock_is_right)

    def _clock_is_right(self, _now: datetime) -> None:
        self._watch.start()

    # Showing

    def tick(self) -> None:
        """A second went by."""
        self.conductor.tick()
        leap = self._watch.leap()
        if leap:
            self._session.do(note_leap, leap, done=self._take_clock)
        if self.isVisible():
            self.scan.tick()
            if self.in_fevers:
                self.show_fevers()

    def _show(self) -> None:
        self.scan.show_all()
        if self.in_fevers:
            self.show_fevers()

    def show_fevers(self) -> None:
        """The fever page as it stands."""
        self.fevers.show_cases(self._session.settings, self.conductor.wait_left)

    def _show_day(self) -> None:
        day = self.conductor.day
        if day is None:
            return
        side, fever = self.scan.side, self._session.settings.fever_tenths
        lines: list[TodaysLine] = [*day.lines, *(hold for hold in day.holds if hold.day == day.day)]
        lines.sort(key=lambda line: (line.epoch, line.seq), reverse=True)
        side.model.set_lines(lines, day.complete, fever)
        side.set_count(day.counters.numbers)
        counts = {
            book: Counts(day.counters.books[book.value].ins, day.counters.books[book.value].outs, inside)
            for book, inside in day.counters.inside.items()
        }
        people = [day.counters.books[book] for book in ("resident", "visitor")]
        others = Counts(sum(one.ins for one in people), sum(one.outs for one in people))
        self.counters.set_counts(counts, day.counters.fevers, others)

    def _on_change(self, change: Change) -> None:
        if change != Change() and not self._unexported_wanted:
            self._count_unexported()

    def _count_unexported(self) -> None:
        self._unexported_wanted = True
        self._session.do_long(waiting_to_leave, done=self._take_unexported)

    def _take_unexported(self, waiting: Waiting) -> None:
        self._unexported_wanted = False
        self._waiting = waiting
        self._say_waiting()

    def _say_waiting(self) -> None:
        waiting, when = self._waiting, ""
        if waiting.last is not None:
            moment = moment_words(from_stamp(waiting.last), self._session.register.clock.today())
            when = self.tr("last export {when}").format(when=moment)
        self.counters.set_unexported(waiting.lines, when)

    # Keys and focus

    def _take_keys(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_editing(self) -> bool:
        """Whether a field in this page is being typed in."""
        focus = QApplication.focusWidget()
        return focus is not None and takes_text(focus) and self.isAncestorOf(focus)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = now is not None and (now is self or self.isAncestorOf(now))
        panel = self.scan.side.panel
        asks = panel is not None and not panel.with_text
        self.scan.set_live(here and not takes_text(now) and not asks)
        if here:
            self.finder.focus_moved(now)
        if now is self.finder.field.edit:
            # After whatever moved it here is done.
            QTimer.singleShot(0, self, self._may_search)

    def _may_search(self) -> None:
        if self.finder.field.edit.hasFocus() and not self.may_open(Panel.SEARCH, self.finder.open):
            self.finder.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.scan.set_live(False)

    # The window's side panel goes where the list is

    def take_side_panel(self, panel: QWidget) -> bool:
        """Takes the window's panel in place of the list."""
        self.scan.side.take_side_panel(panel)
        return True

    def give_back_side_panel(self, panel: QWidget) -> None:
        """Gives it back."""
        self.scan.side.give_back_side_panel(panel)

    def face(self, direction: Direction) -> None:
        """A direction chosen by key."""
        self.conductor.take(self.conductor.flow.face(direction))
