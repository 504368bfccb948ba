"""The window of a command post: sticks in, what the whole city shows, answers out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

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
    `show_subject(object)` is called unless that is None), and `badge_changed(str)`, a number at its button."""

    key: str
    icon: str
    title: Callable[[], str]
    module: str
    kind: str


PAGES: tuple[DeskPage, ...] = (
    DeskPage("board", "chart", lambda: _say("Board"), "desktop.views.board.page", "BoardPage"),
    DeskPage("findings", "eye", lambda: _say("Findings"), "desktop.views.board.findings_page", "FindingsPage"),
    DeskPage("person", "people", lambda: _say("People"), "desktop.views.board.person_page", "PersonPage"),
)


class DeskWindow(OpenWindow):
    """Signals as `OpenWindow` has them. `page_of(key)` is a page, made if it was not wanted before."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._pages: dict[str, QWidget] = {}
        super().__init__(
            session,
            preferences,
            [Page(one.key, one.icon, one.title, partial(self._make, one)) for one in PAGES],
            stays_open="help",
        )
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
        return page

    def go_to(self, key: str, what: object = None) -> None:
        """Shows a page, and on it what is meant."""
        self.shell.show_page(key)
        if what is not None and self.shell.page() == key:
            self.page_of(key).show_subject(what)  # type: ignore[attr-defined]

    def _notices(self) -> list[Notice]:
        locked = [Notice("lock", _say("Locked"))] if self.lock.locked else []
        return [*locked, *super()._notices()]

    def _show_locked(self, locked: bool) -> None:
        super()._show_locked(locked)
        if locked:
            QTimer.singleShot(0, self, self.lock.ask)
