"""Changing shift: what it came to, what is handed over, who confirms. Scans go on at the gate meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from db.books.shifts import Shift
from db.errors import GatebookError
from db.times import from_stamp
from desktop.changes import Change, Topic
from desktop.kit.buttons import Button, IconButton
from desktop.kit.cards import Banner
from desktop.kit.dates import moment_words
from desktop.kit.density import Room, density
from desktop.kit.labels import ElidedLabel, Label
from desktop.kit.layouts import column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, themes
from desktop.operations.shifts import ShiftNow, hand_over, look_at_shift
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.shift.past_sheet import PastShiftsSheet, paper_of
from desktop.views.shift.people_card import PeopleCard
from desktop.views.shift.state_card import StateCard
from desktop.views.shift.things_card import ThingsCard


class ShiftPage(Retranslating, QWidget):
    """What is typed stays when a scan calls to the gate, until the shift is changed, but for PINs and passphrases.
    Nothing is read while hidden.

    Signals: `gate_asked`, back to the gate page; `changed(Shift)`, the shift is another; its `page.took` is None where
    the gate was closed."""

    gate_asked = Signal()
    changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._now: ShiftNow | None = None
        self._shift: Shift | None = None
        self._asking = self._stale = False
        self.back = IconButton("left", "", side=44)
        self.back.clicked.connect(self.gate_asked)
        self.title = Label("", Type.TITLE)
        self.span = ElidedLabel("", Type.BODY, "text2")
        self.past = Button("", icon="list", height=44)
        self.past.clicked.connect(self._show_past)
        self.trouble = Banner()
        self.trouble.hide()
        self.state, self.things, self.people = StateCard(), ThingsCard(), PeopleCard()
        self.things.ended.connect(self.people.focus_editor)
        self.people.asked.connect(self.hand_over)
        self.people.gate_asked.connect(self._to_the_gate)
        self.people.print_asked.connect(self._print)
        head = row(self.back, self.title, self.span, self.past, gap=12)
        head.setStretch(2, 1)
        self._cards = row(self.state, self.things, self.people, gap=16)
        for place in range(3):
            self._cards.setStretch(place, 1)
        self._column = column(head, self.trouble, self._cards, gap=16, margins=16, parent=self)
        self._column.setStretch(2, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session.changes.changed.connect(self._on_change)
        session.operator_changed.connect(self._refresh)
        density().changed.connect(self._fit)
        themes().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.people.is_done:
            self._begin_again()
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._now is not None:
            self._go_on()

    def _go_on(self) -> None:
        """The keyboard to what is to be filled in next."""
        count = None if self.people.is_done else self.things.first_open()
        if count is not None:
            count.focus_editor()
        else:
            self.people.focus_editor()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Whoever comes to the page next may be somebody else.
        self.people.forget_secrets()

    def _on_change(self, change: Change) -> None:
        if change.touches(*Topic):
            self._refresh()

    def _refresh(self) -> None:
        """Counts anew; while one answer is awaited, or the page is hidden, it only remembers to."""
        if not self.isVisible() or self.people.is_done:
            return
        self._stale = self._asking
        if not self._asking:
            self._asking = True
            # Not behind an export: at the end of a shift both are done.
            self._session.do(look_at_shift, done=self._take, failed=self._failed)

    def _take(self, now: ShiftNow) -> None:
        self._asking = False
        first = self._now is None
        self._now = now
        if self.people.is_done:
            return
        self.trouble.hide()
        self.state.set_state(now.state)
        if first:
            self.things.set_things(now.things, now.last is not None)
            if self.hasFocus():
                self._go_on()
        self.people.set_people(now.candidates, now.duty)
        self._say_span()
        if self._stale:
            self._refresh()

    def _failed(self, error: GatebookError) -> None:
        self._asking = False
        self.trouble.set_words(sentence(error))
        self.trouble.show()

    def _begin_again(self) -> None:
        self._now = self._shift = None
        self.people.start_again(self._session.register.access.operator)

    # What is done

    def hand_over(self) -> None:
        """Both have typed: the shift is changed, or what is missing is said."""
        if self.people.go.busy() or not self.people.go.isEnabled() or self.people.is_done:
            return
        things = self.things.things()
        if things is None:
            return
        said = self.people.confirmed()
        if said is None:
            return
        self.people.go.set_busy(True)
        self._session.do(
            hand_over,
            said.gave,
            said.gives,
            said.takes,
            things,
            self.things.remarks.text(),
            done=self._handed_over,
            failed=self.people.show_error,
        )

    def _handed_over(self, shift: Shift) -> None:
        self._shift = shift
        time = from_stamp(shift.at)
        line = self.tr("Line {number} is written, {time}.").format(number=shift.seq, time=f"{time:%H:%M}")
        if shift.page.took is None:
            title = self.tr("The gate is closed")
            line += " " + self.tr("Leaving this page locks all but the gate, which still takes scans.")
        else:
            title = self.tr("{name} is on duty").format(name=self._session.register.access.name)
        self.people.show_done(title, line)
        self._session.operator_changed.emit()
        self.changed.emit(shift)

    def _print(self) -> None:
        if self._shift is not None:
            paper_of(self._session, self._shift).open_over(self.window())

    def _show_past(self) -> None:
        PastShiftsSheet(self._session, with_change=False).open_over(self.window())

    def _to_the_gate(self) -> None:
        self._begin_again()
        self.gate_asked.emit()

    # Words and sizes

    def _say_span(self) -> None:
        if self._now is None:
            return
        state = self._now.state
        start, today = from_stamp(state.since), from_stamp(state.until).date()
        since = f"{start:%H:%M}" if start.date() == today else moment_words(start, today)
        self.span.setText(self.tr("since {time}").format(time=since))

    def _fit(self) -> None:
        gap = 12 if density().level is Room.TIGHT else 16
        scaled(self._column, gap, gap)
        scaled(self._cards, gap)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Change of shift"))
        self.back.set_name(self.tr("To the gate"))
        self.past.setText(self.tr("Past shifts"))
        self._say_span()
