"""Locking: after idle minutes, or by a key, everything but the gate page asks for a PIN or passphrase. Scans go on.

Whoever unlocks is on duty from then on, so that changing operator is the same act. On the gate page it is asked beside
the gate, and nothing is covered."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.operations.shifts import Confirmation, come_on_duty
from desktop.session import Session
from desktop.views.shell import Shell

if TYPE_CHECKING:
    from desktop.views.shift.duty_form import DutyForm, DutyPanel, DutySheet

GATE = "gate"
_ACTS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
_CHECK_MS = 5000


class Lock(QObject):
    """Watches for idleness and keeps all pages shut but the one that `stays_open`.

    Signals: `locked_changed(bool)`; `panel_opens`, the gate page should make room; `shift_asked`, `pin_asked` and
    `lock_asked`, what whoever is on duty chose instead."""

    locked_changed = Signal(bool)
    panel_opens = Signal()
    shift_asked = Signal()
    pin_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        session: Session,
        shell: Shell,
        now: Callable[[], float] = time.monotonic,
        stays_open: str = "gate",
    ) -> None:
        super().__init__(shell)
        self._stays_open = stays_open
        self._session = session
        self._shell = shell
        self._now = now
        self._last_act = now()
        self.locked = False
        self._sheet: DutySheet | None = None
        self._panel: DutyPanel | None = None
        self._side_before: QWidget | None = None
        shell.page_shown.connect(self._page_shown)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_CHECK_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTS:
            self._last_act = self._now()
        return False

    def look(self) -> None:
        """Locks when nothing was done for the set minutes."""
        minutes = self._session.settings.idle_minutes
        if minutes and self._now() - self._last_act > minutes * 60:
            self.lock()

    def lock(self) -> None:
        """Shuts everything but the gate page."""
        if not self.locked:
            self._close()
            self.locked = True
            self.locked_changed.emit(True)

    def may_show(self, key: str, then: Callable[[], None]) -> bool:
        """Whether a page may be shown now; otherwise asks for a passphrase first, and then calls `then`."""
        if not self.locked or key == self._stays_open:
            return True
        self.ask(then)
        return False

    def may_do(self, then: Callable[[], None]) -> bool:
        """The same for something on the page that stays open."""
        if not self.locked:
            return True
        self.ask(then)
        return False

    def ask(self, then: Callable[[], None] | None = None) -> None:
        """Asks who is on duty, and for a PIN or passphrase; opens everything again when it is right."""
        current = self._session.register.access.name
        if self._panel is not None or self._sheet is not None:
            self._close()
        if self._shell.page() == GATE:
            self._ask_beside(current, then)
            return
        from desktop.views.shift.duty_form import DutySheet

        offers_shift = self._stays_open == GATE and not self.locked
        sheet = DutySheet(self._session, current, offers_shift)
        self._sheet = sheet
        sheet.shift_asked.connect(self._close)
        sheet.shift_asked.connect(self.shift_asked)
        sheet.closed.connect(self._forget_sheet)
        sheet.form.asked.connect(lambda said: self._try(sheet.form, said, then))
        sheet.open_over(self._shell, sheet.form.confirm.field.edit)

    def _ask_beside(self, current: str, then: Callable[[], None] | None) -> None:
        from desktop.views.shift.duty_form import DutyPanel

        panel = DutyPanel(self._session, current, self.locked)
        self._panel, self._side_before = panel, self._shell.side()
        panel.closed.connect(self._close)
        panel.form.asked.connect(lambda said: self._try(panel.form, said, then))
        for asked, told in (
            (panel.shift_asked, self.shift_asked),
            (panel.pin_asked, self.pin_asked),
            (panel.lock_asked, self.lock_asked),
        ):
            asked.connect(self._close)
            asked.connect(told)
        self.panel_opens.emit()
        self._shell.open_side(panel)
        panel.form.confirm.focus_editor()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _close(self) -> None:
        """The form goes; what stood beside the page before comes back."""
        sheet, panel = self._sheet, self._panel
        self._sheet = self._panel = None
        if sheet is not None:
            sheet.close_sheet()
        if panel is None:
            return
        before, self._side_before = self._side_before, None
        if self._shell.side() is panel:
            self._shell.close_side()
            if before is not None:
                self._shell.open_side(before)
        panel.deleteLater()
        if self._shell.page() == GATE:
            self._shell.widget_of(GATE).setFocus()

    def _page_shown(self, key: str) -> None:
        if key != GATE and self._panel is not None:
            self._close()

    def _try(self, form: DutyForm, said: Confirmation, then: Callable[[], None] | None) -> None:
        def opened(_operator: str) -> None:
            self._close()
            self.open_up()
            self._session.operator_changed.emit()
            if then is not None:
                then()

        self._session.do(come_on_duty, said, done=opened, failed=form.show_error)

    def open_up(self) -> None:
        """Somebody has said who they are: all pages are open again."""
        self._last_act = self._now()
        if self.locked:
            self.locked = False
            self.locked_changed.emit(False)
