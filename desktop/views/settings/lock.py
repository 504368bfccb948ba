"""Locking: after idle minutes, or by a key, everything but the gate page asks for a passphrase. Scans go on.

Whoever unlocks is on duty from then on, so that changing operator is the same act."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import GatebookError
from db.register import Register
from db.trust.key_file import Unlocked
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.more_fields import ComboField
from desktop.kit.theme import Type
from desktop.sentences import sentence
from desktop.session import Session

_ACTS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
_CHECK_MS = 5000


class Lock(QObject):
    """Watches for idleness and keeps all pages shut but the one that `stays_open`.

    Signals: `locked_changed(bool)`."""

    locked_changed = Signal(bool)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        now: Callable[[], float] = time.monotonic,
        stays_open: str = "gate",
    ) -> None:
        super().__init__(window)
        self._stays_open = stays_open
        self._session = session
        self._window = window
        self._now = now
        self._last_act = now()
        self.locked = False
        self._sheet: UnlockSheet | None = None
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
            self.locked = True
            self.locked_changed.emit(True)

    def may_show(self, key: str, then: Callable[[], None]) -> bool:
        """Whether a page may be shown now; otherwise asks for a passphrase first, and then calls `then`."""
        if not self.locked or key == self._stays_open:
            return True
        self.ask(then)
        return False

    def ask(self, then: Callable[[], None] | None = None) -> None:
        """Asks who is on duty and for the passphrase; opens everything again when it is right."""
        if self._sheet is not None:
            return
        register = self._session.register
        names = [slot.name for slot in register.key_file.operators]
        sheet = UnlockSheet(names, register.access.name)
        self._sheet = sheet
        sheet.closed.connect(self._forget_sheet)
        sheet.asked.connect(lambda name, passphrase: self._try(sheet, name, passphrase, then))
        sheet.open_over(self._window, sheet.passphrase)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _try(self, sheet: UnlockSheet, name: str, passphrase: str, then: Callable[[], None] | None) -> None:
        sheet.go.set_busy(True)

        def opened(unlocked: Unlocked) -> None:
            self._session.register.as_operator(unlocked)
            self._last_act = self._now()
            sheet.close_sheet()
            if self.locked:
                self.locked = False
                self.locked_changed.emit(False)
            self._session.operator_changed.emit()
            if then is not None:
                then()

        self._session.do(_unlock, name, passphrase, done=opened, failed=sheet.show_error)


def _unlock(register: Register, name: str, passphrase: str) -> Unlocked:
    return register.unlock(name, passphrase)


class UnlockSheet(Sheet):
    """Signal `asked(name, passphrase)`."""

    asked = Signal(str, str)

    def __init__(self, names: list[str], current: str) -> None:
        super().__init__("", icon="lock", width=480)
        self.title.setText(self.tr("Who is on duty"))
        self.body.addWidget(
            Label(self.tr("Scans at the gate go on meanwhile."), Type.BODY, "text2", wrap=True)
        )
        self.operator = ComboField(self.tr("Name"), with_message=False)
        self.operator.set_choices([(name, name) for name in names])
        self.operator.choose(current if current in names else (names[0] if names else ""))
        self.passphrase = TextField(self.tr("Passphrase"), secret=True)
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.go = Button(self.tr("Open"), ButtonKind.PRIMARY, key="Enter")
        self.body.addWidget(self.operator)
        self.body.addWidget(self.passphrase)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.go)
        self.on_enter = self.go
        self.go.clicked.connect(self._ask)

    def _ask(self) -> None:
        if not self.go.busy():
            self.asked.emit(self.operator.key() or "", self.passphrase.text())

    def show_error(self, error: GatebookError) -> None:
        """Says why it stays locked."""
        self.go.set_busy(False)
        self.passphrase.set_error(sentence(error))
        self.passphrase.edit.selectAll()
        self.passphrase.focus_editor()
