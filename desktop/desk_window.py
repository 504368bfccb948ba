"""The window of a command post: sticks in, what the whole city shows, answers out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from db.books.initials import pinyin_initials
from db.register import Register
from desktop.open_window import OpenWindow
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.shell import Notice, Page


def _say(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


@dataclass(frozen=True)
class DeskPage:
    """A page of the post: `module` has the class `kind`, which takes the session.

    A page may have the signals `page_asked(str, object)`, another page with what it should show (its
    `show_subject(object)` is called unless that is None), `badge_changed(str)`, a number at its button,
    `alarm_changed(str)`, what stands at the top until it is mended, and `busy_changed(bool)`, that it writes: the
    window then closes only after its `stop()` has taken effect."""

    key: str
    icon: str
    title: Callable[[], str]
    module: str
    kind: str


PAGES: tuple[DeskPage, ...] = (
    DeskPage("take_in", "import", lambda: _say("Take in"), "desktop.views.post.take_in_page", "TakeInPage"),
    DeskPage("board", "chart", lambda: _say("Board"), "desktop.views.board.page", "BoardPage"),
    DeskPage(
        "findings", "eye", lambda: _say("Findings"), "desktop.views.board.findings_page", "FindingsPage"
    ),
    DeskPage("person", "people", lambda: _say("People"), "desktop.views.board.person_page", "PersonPage"),
    DeskPage("gates", "gate", lambda: _say("Gates"), "desktop.views.post.gates_page", "GatesPage"),
    DeskPage("answers", "out", lambda: _say("Answers"), "desktop.views.post.answers_page", "AnswersPage"),
)


def _load_readings(_register: Register) -> None:
    """The dictionary of how characters are read holds everything up while it is loaded: better before than during the
    first bundle."""
    pinyin_initials("王")


class DeskWindow(OpenWindow):
    """Signals as `OpenWindow` has them. `page_of(key)` is a page, made if it was not wanted before."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._alarms: dict[str, str] = {}
        self._busy: dict[str, QWidget] = {}
        self._closing = False
        super().__init__(
            session,
            preferences,
            [Page(one.key, one.icon, one.title, partial(self._make, one)) for one in PAGES],
            stays_open="help",
        )
        self.shell.close_asked.connect(self._stop_and_close)
        for keys in ("F10", "Ctrl+E"):
            self.add_key(keys, lambda: self.shell.show_page("answers"))
        session.do_long(_load_readings)
        self.make_ready(
            {one.key: one.module for one in PAGES}
            | {key: f"desktop.views.{key}.page" for key in ("help", "settings")}
        )

    def page_of(self, key: str) -> QWidget:
        """A page of the post."""
        return self.shell.widget_of(key)

    def _make(self, wanted: DeskPage) -> QWidget:
        page: QWidget = getattr(import_module(wanted.module), wanted.kind)(self._session)
        page_asked = getattr(page, "page_asked", None)
        if page_asked is not None:
            page_asked.connect(self.go_to)
        badge_changed = getattr(page, "badge_changed", None)
        if badge_changed is not None:
            # The first page is made before there is a shell.
            badge_changed.connect(lambda words: self.shell.set_badge(wanted.key, words))
        alarm_changed = getattr(page, "alarm_changed", None)
        if alarm_changed is not None:
            alarm_changed.connect(lambda words: self._alarm(wanted.key, words))
        requests_found = getattr(page, "requests_found", None)
        if requests_found is not None:
            # Listed there as soon as the stick is read, by whatever way somebody comes to that page.
            requests_found.connect(lambda found: self.page_of("gates").show_subject(found))  # type: ignore[attr-defined]
        busy_changed = getattr(page, "busy_changed", None)
        if busy_changed is not None:
            busy_changed.connect(lambda busy: self._hold(wanted.key, page, busy))
        return page

    def _alarm(self, key: str, words: str) -> None:
        self._alarms[key] = words
        self._show_operator()

    def _hold(self, key: str, page: QWidget, busy: bool) -> None:
        """While a page writes the window stays; asked to close, it stops the page first."""
        if busy:
            self._busy[key] = page
        else:
            self._busy.pop(key, None)
        self.shell.hold_close = bool(self._busy)
        if self._closing and not self._busy:
            QTimer.singleShot(0, self.shell, self.shell.close)

    def _stop_and_close(self) -> None:
        self._closing = True
        self.shell.toasts.show_toast(_say("Stops after this bundle, then closes. What is in stays in"))
        for page in self._busy.values():
            page.stop()  # type: ignore[attr-defined]

    def go_to(self, key: str, what: object = None) -> None:
        """Shows a page, and on it what is meant."""
        self.shell.show_page(key)
        if what is not None and self.shell.page() == key:
            self.page_of(key).show_subject(what)  # type: ignore[attr-defined]

    def _notices(self) -> list[Notice]:
        alarms = [Notice("alert", words, "attn") for words in self._alarms.values() if words]
        locked = [Notice("lock", _say("Locked"))] if self.lock.locked else []
        return [*alarms, *locked, *super()._notices()]

    def _show_locked(self, locked: bool) -> None:
        super()._show_locked(locked)
        if locked:
            QTimer.singleShot(0, self, self.lock.ask)
