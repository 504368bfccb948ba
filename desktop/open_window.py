"""What the windows of a gate and of a command post share: the frame, who is on duty, locking, help, settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from db.errors import GatebookError
from db.register import Register
from desktop.changes import Change
from desktop.kit.dialogs import close_sheets
from desktop.preferences import Preferences
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.laptop_notices import LaptopNotices
from desktop.views.settings.lock import Lock
from desktop.views.shell import Notice, Page, Shell

if TYPE_CHECKING:
    from desktop.views.help.page import HelpPage
    from desktop.views.settings.page import SettingsPage

CLOCK_MS = 1000
BETWEEN_PAGES_MS = 20


def _say(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def _load_pages(_register: Register, later: Mapping[str, str]) -> list[str]:
    for module in later.values():
        import_module(module)
    return list(later)


class OpenWindow(QObject):
    """The window of an open register. A window names its pages, which page stays open while all else is locked, and
    the module of each page that is made later.

    Attribute `shell`: the window. Signals: `preferences_asked(Preferences)`; `practice_asked()`, to the practice
    register or back from it; `scanner_asked()`, a scanner is to be looked at; `all_made()`, every page is there."""

    preferences_asked = Signal(object)
    practice_asked = Signal()
    scanner_asked = Signal()
    all_made = Signal()

    def __init__(
        self, session: Session, preferences: Preferences, pages: list[Page], stays_open: str
    ) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._stays_open = stays_open
        self._work = ""
        self.shell = Shell(
            [
                *pages,
                Page("help", "question", lambda: _say("Help"), lambda: self.help, at_foot=True),
                Page("settings", "gear", lambda: _say("Settings"), lambda: self.settings, at_foot=True),
            ]
        )
        self.lock = Lock(session, self.shell, stays_open=stays_open)
        self.shell.may_show = lambda key: self.lock.may_show(key, lambda: self.shell.show_page(key))
        self.shell.top.operator_asked.connect(lambda: self.lock.ask())
        self.lock.locked_changed.connect(self._show_locked)
        self.lock.lock_asked.connect(self.lock.lock)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._clock.start(CLOCK_MS)
        self.add_key("Ctrl+L", self.lock.lock)
        self.add_key("Ctrl+Alt+L", self.lock.lock)
        self.add_key("F1", self._help)
        session.refused.connect(self._say_refusal)
        session.operator_changed.connect(self._show_operator)
        session.changes.changed.connect(self._on_change)
        self.laptop = LaptopNotices(session.register, self)
        self.laptop.changed.connect(self._show_operator)
        self.laptop.warned.connect(lambda words: self.shell.toasts.show_toast(words, icon="alert"))
        self._tick()
        self._show_operator()

    def add_key(self, keys: str, do: object) -> None:
        """A key that works wherever the focus is."""
        QShortcut(QKeySequence(keys), self.shell).activated.connect(do)

    @cached_property
    def help(self) -> HelpPage:
        from desktop.views.help.page import HelpPage

        page = HelpPage(self._session)
        page.practice_asked.connect(self.practice_asked)
        page.scanner_asked.connect(self.scanner_asked)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        return self.make_settings()

    def make_settings(self) -> SettingsPage:
        """The page of the settings, before anyone wants it."""
        from desktop.views.settings.page import SettingsPage

        page = SettingsPage(self._session, self._preferences)
        page.work_told.connect(self._tell_work)
        page.preferences_asked.connect(self.preferences_asked)
        page.scanner_asked.connect(self.scanner_asked)
        return page

    def make_ready(self, later: Mapping[str, str]) -> None:
        """Loads what the other pages need (their modules, by page), on the other thread, then makes them one by one
        between events."""
        self._session.do_long(_load_pages, later, done=lambda keys: self._make_next(iter(keys)))

    def _make_next(self, keys: Iterator[str]) -> None:
        key = next(keys, None)
        if key is None:
            self.all_made.emit()
        else:
            self.shell.widget_of(key)
            QTimer.singleShot(BETWEEN_PAGES_MS, self, partial(self._make_next, keys))

    def _help(self) -> None:
        """Help on the page that is shown."""
        from desktop.views.help.page import OF_PAGE

        topic = OF_PAGE.get(self.shell.page(), "")
        self.shell.show_page("help")
        self.help.show_topic(topic)

    def _tell_work(self, words: str) -> None:
        """How far long work is, at the top of every page; empty at its end."""
        self._work = words
        self._show_operator()

    def _tick(self) -> None:
        self.shell.top.set_now(self._session.register.clock.now())

    def _notices(self) -> list[Notice]:
        """What is worth knowing at a glance, from the most to the least."""
        working = [Notice("clock", self._work)] if self._work else []
        return [*working, *self.laptop.notices()]

    def _show_operator(self) -> None:
        register = self._session.register
        self.shell.top.set_gate(register.gate.name)
        self.shell.top.set_operator(register.access.name)
        self.shell.top.set_practice(register.gate.practice)
        self.shell.top.set_notices(self._notices())

    def _show_locked(self, locked: bool) -> None:
        if locked:
            close_sheets(self.shell)
            self.shell.show_page(self._stays_open)
        self._show_operator()

    def _on_change(self, change: Change) -> None:
        """Whatever the window itself shows of what changed."""

    def _say_refusal(self, error: GatebookError) -> None:
        self.shell.toasts.show_toast(sentence(error), icon="alert")
