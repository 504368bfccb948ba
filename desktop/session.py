"""The open register as the window uses it: what pages are given instead of a global."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.books.posts import is_desk
from db.errors import GatebookError
from db.register import Register
from db.settings import GateSettings, read_settings
from desktop.changes import Change, Changes, Topic
from desktop.tasks import Tasks


class Session(QObject):
    """One open register with its tasks and changes.

    Attributes: `register`; `tasks`; `changes`; `settings`, the gate's, kept current; `desk`, whether the register is a
    command post's.
    Signals: `operator_changed()`; `settings_changed()`; `refused(GatebookError)`, what the window should
    say where no page did."""

    operator_changed = Signal()
    settings_changed = Signal()
    refused = Signal(object)

    def __init__(self, register: Register, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.changes = Changes(self)
        self.tasks = Tasks(self.changes, self)
        self.tasks.failed.connect(self.refused)
        with register.reading() as connection:
            self.settings: GateSettings = read_settings(connection)
            self.desk = is_desk(connection)
        self.changes.changed.connect(self._on_change)

    def do(
        self,
        operation: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[GatebookError], None] | None = None,
        **named: object,
    ) -> None:
        """Runs `operation(register, *arguments, **named)` on the register thread; see `Tasks.run`."""
        self.tasks.run(lambda: operation(self.register, *arguments, **named), done, failed)

    def do_long(
        self,
        operation: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[GatebookError], None] | None = None,
        **named: object,
    ) -> None:
        """The same on the thread for long work, which only reads the register."""
        self.tasks.run_long(lambda: operation(self.register, *arguments, **named), done, failed)

    def _on_change(self, change: Change) -> None:
        if change.touches(Topic.SETTINGS):
            self.do(_read_settings, done=self._take_settings)

    def _take_settings(self, settings: GateSettings) -> None:
        self.settings = settings
        self.settings_changed.emit()

    def close(self) -> None:
        """Ends background work and closes the register."""
        self.tasks.close()
        self.register.close()


def _read_settings(register: Register) -> GateSettings:
    with register.reading() as connection:
        return read_settings(connection)
