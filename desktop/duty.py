"""Who is on duty at a gate: changing shift, changing operator, the own PIN, and what is locked meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from db.books.shifts import Shift
from db.times import from_stamp
from desktop.changes import Change, Topic
from desktop.kit.dialogs import close_sheets
from desktop.operations.shifts import newest_shift
from desktop.session import Session
from desktop.views.gate.page import GatePage
from desktop.views.gate.wishes import Panel
from desktop.views.settings.lock import GATE, Lock
from desktop.views.shell import Page, Shell

if TYPE_CHECKING:
    from desktop.views.shift.page import ShiftPage

PAGE = "shift"
KEYS = ("Ctrl+H", "Alt+0")
LOCK_AFTER_MS = 60_000
"""How long a closed gate's page stays to be printed before all but the gate locks."""
_WHILE_LOCKED = frozenset(
    {Panel.CALL, Panel.RETESTS, Panel.CANNOT_MEASURE, Panel.CAMERA, Panel.QUEUE, Panel.MENU}
)
"""What belongs to letting people through; all else on the gate page asks who is there."""


def _say(text: str) -> str:
    return QCoreApplication.translate("Duty", text)


def shift_page(make: Callable[[], ShiftPage]) -> Page:
    """The page of a change of shift, for the window's list of pages."""
    return Page(PAGE, "shuffle", lambda: _say("Change of shift"), make, under="day")


class Duty(QObject):
    """Attribute `page`: the page of a change of shift, made when it is first wanted. Signal `since_changed(str)`: since
    when the operator has been on duty, or nothing."""

    since_changed = Signal(str)

    def __init__(self, session: Session, shell: Shell, lock: Lock, gate: GatePage) -> None:
        super().__init__(shell)
        self._session, self._shell, self._lock, self._gate = session, shell, lock, gate
        self._closing = QTimer(self)
        self._closing.setSingleShot(True)
        self._closing.setInterval(LOCK_AFTER_MS)
        self._closing.timeout.connect(lock.lock)
        for keys in KEYS:
            QShortcut(QKeySequence(keys), shell).activated.connect(self.change_shift)
        lock.panel_opens.connect(self._make_room)
        lock.locked_changed.connect(self._on_locked)
        lock.shift_asked.connect(self.change_shift)
        lock.pin_asked.connect(self.change_pin)
        gate.may_open = self._may_open
        shell.page_shown.connect(self._page_shown)
        session.operator_changed.connect(self._read_since)
        session.changes.changed.connect(self._on_change)
        self._read_since()

    @cached_property
    def page(self) -> ShiftPage:
        from desktop.views.shift.page import ShiftPage

        page = ShiftPage(self._session)
        page.gate_asked.connect(lambda: self._shell.show_page(GATE))
        page.changed.connect(self._changed)
        return page

    def change_shift(self) -> None:
        """The page of a change of shift; what was typed there before is still there."""
        if self._shell.isEnabled():
            close_sheets(self._shell)
            self._shell.show_page(PAGE)

    def change_pin(self) -> None:
        """The own PIN; on the settings page, for no box covers the gate."""
        from desktop.views.shift.pin_sheet import PinSheet

        self._shell.show_page("settings")
        if self._shell.page() == "settings":
            sheet = PinSheet(self._session)
            sheet.open_over(self._shell, sheet.pin.edit)

    def _changed(self, shift: Shift) -> None:
        if shift.page.took is None:
            self._closing.start()
        else:
            self._lock.open_up()

    def _page_shown(self, key: str) -> None:
        if key == GATE:
            # Nothing covers the gate.
            close_sheets(self._shell)
        if key != PAGE and self._closing.isActive():
            self._closing.stop()
            self._lock.lock()

    def _make_room(self) -> None:
        self._gate.close_fevers()
        self._gate.close_panel()

    def _on_locked(self, locked: bool) -> None:
        if locked:
            self._gate.finder.leave()
            self._gate.close_panel()

    def _may_open(self, panel: Panel, then: Callable[[], None]) -> bool:
        return panel in _WHILE_LOCKED or self._lock.may_do(then)

    # Since when

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.SHIFTS):
            self._read_since()

    def _read_since(self) -> None:
        self._session.do_long(newest_shift, done=self._tell_since)

    def _tell_since(self, shift: Shift | None) -> None:
        register, words = self._session.register, ""
        if shift is not None and shift.page.took == register.access.operator:
            moment = from_stamp(shift.at)
            if moment.date() == register.clock.today():
                words = _say("since {time}").format(time=f"{moment:%H:%M}")
        self.since_changed.emit(words)
