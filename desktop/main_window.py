"""The main window of an open register: the shell with all pages, and what goes on between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from db.books.pass_id import PassId
from db.errors import GatebookError
from db.register import Register
from desktop.changes import Change, Topic
from desktop.devices.scanner import Scanner
from desktop.kit.more_fields import SearchField
from desktop.operations.exported import unexported_count
from desktop.preferences import Preferences
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.camera.switch import CameraSwitch
from desktop.views.gate.page import GatePage
from desktop.views.gate.panel import takes_text
from desktop.views.settings.lock import Lock
from desktop.views.shell import Notice, Page, Shell

if TYPE_CHECKING:
    from desktop.views.day.page import DayPage
    from desktop.views.entries.page import EntriesPage
    from desktop.views.exchange.page import ExportPage
    from desktop.views.help.page import HelpPage
    from desktop.views.passes.page import PassesPage
    from desktop.views.settings.page import SettingsPage

CLOCK_MS = 1000
BETWEEN_PAGES_MS = 20
_LATER = {
    "passes": "passes",
    "entries": "entries",
    "day": "day",
    "export": "exchange",
    "help": "help",
    "settings": "settings",
}
"""Each page that is made later, and the package of `desktop.views` that it lies in."""


def _load_pages(_register: Register) -> list[str]:
    for package in _LATER.values():
        import_module(f"desktop.views.{package}.page")
    return list(_LATER)


def _say(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def _is_writing(widget: QWidget | None) -> bool:
    """Whether what is typed goes into a form. A search is no form: it is quickly typed again."""
    if not takes_text(widget):
        return False
    while widget is not None and not isinstance(widget, SearchField):
        widget = widget.parentWidget()
    return widget is None


class MainWindow(QObject):
    """Attribute `shell`: the window. Signals: `preferences_asked(Preferences)`; `all_made()`, every page is there."""

    preferences_asked = Signal(object)
    all_made = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._work = ""
        self._preferences = preferences
        self.gate = GatePage(session)
        self.shell = Shell(
            [
                Page("gate", "gate", lambda: _say("Gate"), self.gate, bottom=self.gate.counters),
                Page("passes", "pass", lambda: _say("Passes"), lambda: self.passes),
                Page("entries", "list", lambda: _say("Entries"), lambda: self.entries),
                Page("day", "chart", lambda: _say("Day report"), lambda: self.day),
                Page("export", "usb", lambda: _say("Export"), lambda: self.export),
                Page("help", "question", lambda: _say("Help"), lambda: self.help, at_foot=True),
                Page("settings", "gear", lambda: _say("Settings"), lambda: self.settings, at_foot=True),
            ]
        )
        application = QApplication.instance()
        assert application is not None
        self.scanner = Scanner(application, self)
        self.scanner.scanned.connect(self.gate.take_scan)
        self._connect_gate()
        self.camera = CameraSwitch(self.shell, self.gate.take_scan)
        self.lock = Lock(session, self.shell)
        self.shell.may_show = lambda key: self.lock.may_show(key, lambda: self.shell.show_page(key))
        self.shell.top.operator_asked.connect(lambda: self.lock.ask())
        self.lock.locked_changed.connect(self._show_locked)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._clock.start(CLOCK_MS)
        for keys in ("Ctrl+L", "Ctrl+Alt+L"):
            QShortcut(QKeySequence(keys), self.shell).activated.connect(self.lock.lock)
        for keys, key in (("F10", "export"), ("Ctrl+E", "export")):
            QShortcut(QKeySequence(keys), self.shell).activated.connect(
                lambda key=key: self.shell.show_page(key)
            )
        QShortcut(QKeySequence("F1"), self.shell).activated.connect(self._help)
        session.refused.connect(self._say_refusal)
        session.operator_changed.connect(self._show_operator)
        session.changes.changed.connect(self._on_change)
        self._tick()
        self._show_operator()
        self._count_unexported()

    # Pages that the gate can do without are made when they are first wanted, or once the gate has its day.

    @cached_property
    def passes(self) -> PassesPage:
        from desktop.views.passes.page import PassesPage

        page = PassesPage(self._session)
        page.photo_source = self.camera.source
        page.work_told.connect(self._tell_work)
        return page

    @cached_property
    def entries(self) -> EntriesPage:
        from desktop.views.entries.page import EntriesPage

        return EntriesPage(self._session)

    @cached_property
    def day(self) -> DayPage:
        from desktop.views.day.page import DayPage

        page = DayPage(self._session)
        page.export_asked.connect(self._export_day)
        page.entries_asked.connect(self._entries_of_day)
        return page

    @cached_property
    def export(self) -> ExportPage:
        from desktop.views.exchange.page import ExportPage

        page = ExportPage(self._session)
        page.drive_offered.connect(self._offer_drive)
        return page

    @cached_property
    def help(self) -> HelpPage:
        from desktop.views.help.page import HelpPage

        return HelpPage(self._session)

    @cached_property
    def settings(self) -> SettingsPage:
        from desktop.views.settings.page import SettingsPage

        page = SettingsPage(self._session, self._preferences)
        page.preferences_asked.connect(self.preferences_asked)
        return page

    def _make_ready(self) -> None:
        """Loads what the other pages need, on the other thread, then makes them one by one between events."""
        self.gate.conductor.day_read.disconnect(self._make_ready)
        self._session.do_long(_load_pages, done=lambda keys: self._make_next(iter(keys)))

    def _make_next(self, keys: Iterator[str]) -> None:
        key = next(keys, None)
        if key is None:
            self.all_made.emit()
        else:
            self.shell.widget_of(key)
            QTimer.singleShot(BETWEEN_PAGES_MS, self, lambda: self._make_next(keys))

    def _connect_gate(self) -> None:
        self.gate.scan_came.connect(self._to_the_gate)
        self.gate.new_pass_asked.connect(self._new_pass)
        self.gate.counters.export_asked.connect(lambda: self.shell.show_page("export"))
        self.gate.conductor.day_read.connect(self._make_ready)

    def _help(self) -> None:
        """Help on the page that is shown."""
        from desktop.views.help.page import OF_PAGE

        topic = OF_PAGE.get(self.shell.page(), "volunteer")
        self.shell.show_page("help")
        self.help.show_topic(topic)

    def _to_the_gate(self) -> None:
        """A scan goes to the gate, whatever page is shown. But whoever is writing in a form is not torn away, for
        what they type next would be taken for a temperature: they are told that someone waits at the gate."""
        if self.shell.page() == "gate":
            return
        if _is_writing(QApplication.focusWidget()):
            self.shell.toasts.show_toast(
                _say("Scanned. The person waits on the gate page"),
                action=_say("To the gate"),
                on_action=lambda: self.shell.show_page("gate"),
                icon="scan",
            )
        else:
            self.shell.show_page("gate")

    def _new_pass(self, blank: PassId | None) -> None:
        self.shell.show_page("passes")
        if self.shell.page() != "passes":
            return
        if blank is None:
            self.passes.new_pass(self.passes.books.book())
        else:
            self.passes.bind_blank(blank)

    def _export_day(self, day: date) -> None:
        self.shell.show_page("export")
        self.export.show_day(day)

    def _entries_of_day(self, day: date) -> None:
        self.shell.show_page("entries")
        self.entries.show_day(day)

    def _offer_drive(self, name: str) -> None:
        self.shell.toasts.show_toast(
            _say("{name} is plugged in").format(name=name),
            action=_say("Export"),
            key="F10",
            on_action=lambda: self.shell.show_page("export"),
            icon="usb",
        )

    def _tell_work(self, words: str) -> None:
        self._work = words
        self._show_operator()

    def _tick(self) -> None:
        self.shell.top.set_now(self._session.register.clock.now())

    def _show_operator(self) -> None:
        register = self._session.register
        self.shell.top.set_gate(register.gate.name)
        self.shell.top.set_operator(register.access.name)
        self.shell.top.set_practice(register.gate.practice)
        notices = [Notice("laptop", _say("On this laptop, no network"))]
        if self._work:
            notices.insert(0, Notice("pass", self._work))
        if self.lock.locked:
            notices.insert(0, Notice("lock", _say("Locked but for the gate")))
        self.shell.top.set_notices(notices)

    def _show_locked(self, locked: bool) -> None:
        if locked:
            self.shell.show_page("gate")
        self._show_operator()

    def _on_change(self, change: Change) -> None:
        if change.touches(*Topic):
            self._count_unexported()

    def _count_unexported(self) -> None:
        self._session.do_long(
            unexported_count, done=lambda count: self.shell.set_badge("export", str(count or ""))
        )

    def _say_refusal(self, error: GatebookError) -> None:
        self.shell.toasts.show_toast(sentence(error), icon="alert")
