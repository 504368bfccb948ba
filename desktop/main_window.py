"""The main window of an open register: the shell with all pages, and what goes on between them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from db.books.pass_id import PassId
from db.errors import GatebookError
from desktop.changes import Change, Topic
from desktop.devices.scanner import Scanner
from desktop.kit.more_fields import SearchField
from desktop.operations.exports import unexported_count
from desktop.preferences import Preferences
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.day.page import DayPage
from desktop.views.entries.page import EntriesPage
from desktop.views.exchange.page import ExportPage
from desktop.views.gate.page import GatePage
from desktop.views.gate.panel import takes_text
from desktop.views.help.page import OF_PAGE, HelpPage
from desktop.views.passes.page import PassesPage
from desktop.views.settings.lock import Lock
from desktop.views.settings.page import SettingsPage
from desktop.views.shell import Notice, Page, Shell

CLOCK_MS = 1000


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
    """Attribute `shell`: the window. Signal `preferences_asked(Preferences)`."""

    preferences_asked = Signal(object)

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._work = ""
        self.gate = GatePage(session)
        self.passes = PassesPage(session)
        self.entries = EntriesPage(session)
        self.day = DayPage(session)
        self.export = ExportPage(session)
        self.help = HelpPage(session)
        self.settings = SettingsPage(session, preferences)
        self.shell = Shell(
            [
                Page("gate", "gate", lambda: _say("Gate"), self.gate, bottom=self.gate.counters),
                Page("passes", "pass", lambda: _say("Passes"), self.passes),
                Page("entries", "list", lambda: _say("Entries"), self.entries),
                Page("day", "chart", lambda: _say("Day report"), self.day),
                Page("export", "usb", lambda: _say("Export"), self.export),
                Page("help", "question", lambda: _say("Help"), self.help, at_foot=True),
                Page("settings", "gear", lambda: _say("Settings"), self.settings, at_foot=True),
            ]
        )
        self.settings.preferences_asked.connect(self.preferences_asked)
        application = QApplication.instance()
        assert application is not None
        self.scanner = Scanner(application, self)
        self.scanner.scanned.connect(self.gate.take_scan)
        self._connect_pages()
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

    def _connect_pages(self) -> None:
        self.gate.scan_came.connect(self._to_the_gate)
        self.gate.new_pass_asked.connect(self._new_pass)
        self.gate.counters.export_asked.connect(lambda: self.shell.show_page("export"))
        self.day.export_asked.connect(self._export_day)
        self.day.entries_asked.connect(self._entries_of_day)
        self.export.drive_offered.connect(self._offer_drive)
        self.passes.work_told.connect(self._tell_work)

    def _help(self) -> None:
        """Help on the page that is shown."""
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
