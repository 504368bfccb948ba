"""The page on which sticks come in: the sticks, lines with two accounts, and what was not taken in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.changes import Change, Topic
from desktop.devices.drives import Drives
from desktop.kit.buttons import Button
from desktop.kit.choices import Option, Segmented
from desktop.kit.density import Room, density
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row, scaled
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.kit.toast import ToastHost
from desktop.operations.stick_files import FoundRequest
from desktop.operations.sticks import still_asking
from desktop.session import Session
from desktop.views.post.aside_view import AsideView
from desktop.views.post.forks_view import ForksView
from desktop.views.post.stick_view import StickView


class TakeInPage(Retranslating, QWidget):
    """Bundles go on coming in while another page is shown.

    Signals: `page_asked(str, object)`, another page; `badge_changed(str)`, how many lines have two accounts;
    `alarm_changed(str)`, the same in words, `""` for none; `busy_changed(bool)`, whether bundles are under way;
    `requests_found(object)`, gates that ask to be let in, as a list of `FoundRequest`."""

    page_asked = Signal(str, object)
    badge_changed = Signal(str)
    alarm_changed = Signal(str)
    busy_changed = Signal(bool)
    requests_found = Signal(object)

    def __init__(self, session: Session, drives: Drives | None = None) -> None:
        super().__init__()
        self._session = session
        self._forks = self._aside = 0
        self.title = Label("", Type.TITLE)
        self.parts = Segmented()
        self.parts.chosen.connect(self.show_part)
        self.requests_button = Button("", icon="people", height=44)
        self.requests_button.clicked.connect(self._show_requests)
        self.requests_button.hide()
        self.sticks = StickView(session, drives)
        self.forks = ForksView(session)
        self.aside = AsideView(session)
        self._stack = QStackedWidget()
        self._parts: dict[str, QWidget] = {"sticks": self.sticks, "forks": self.forks, "aside": self.aside}
        for part in self._parts.values():
            self._stack.addWidget(part)
        head = row(self.title, 8, self.parts, STRETCH, self.requests_button, gap=8)
        self._column = column(head, self._stack, gap=16, margins=16, parent=self)
        self._column.setStretch(1, 1)
        self.toasts = ToastHost(self)
        self.setFocusProxy(self.sticks)
        self.sticks.requests_found.connect(self._on_requests)
        self.sticks.forks_asked.connect(lambda: self.show_part("forks"))
        self.sticks.stage_changed.connect(lambda: self.busy_changed.emit(self.sticks.work.stage.busy))
        self.forks.counted.connect(self._on_forks)
        self.forks.decided.connect(self.toasts.show_toast)
        self.aside.counted.connect(self._on_aside)
        self.aside.told.connect(self.toasts.show_toast)
        session.changes.changed.connect(self._on_change)
        density().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self.show_part("sticks")

    def show_part(self, key: str) -> None:
        """`sticks`, `forks` or `aside`."""
        self.parts.choose(key)
        self._stack.setCurrentWidget(self._parts[key])

    def show_subject(self, what: object) -> None:
        """A part by its key, or sources to be taken in."""
        if isinstance(what, str) and what in self._parts:
            self.show_part(what)

    def stop(self) -> None:
        """Stops before the next bundle."""
        self.sticks.work.stop()

    def _on_requests(self) -> None:
        self._say_requests()
        self.requests_found.emit(list(self.sticks.work.requests.values()))

    def _on_change(self, change: Change) -> None:
        found = list(self.sticks.work.requests.values())
        if found and change.touches(Topic.TRUST):
            self._session.do(still_asking, found, done=self._take_asking)

    def _take_asking(self, asking: list[FoundRequest]) -> None:
        """Requests may have been granted on the other page meanwhile."""
        self.sticks.work.requests = {(one.request.gate, one.fingerprint): one for one in asking}
        self._say_requests()

    def _say_requests(self) -> None:
        count = len(self.sticks.work.requests)
        self.requests_button.setText(self.tr("%n gate(s) ask to be let in", "", count))
        self.requests_button.setVisible(count > 0)

    def _show_requests(self) -> None:
        found = list(self.sticks.work.requests.values())
        self.sticks.work.requests.clear()
        self._say_requests()
        self.page_asked.emit("gates", found)

    def _on_forks(self, count: int) -> None:
        self._forks = count
        self._say_parts()
        self.badge_changed.emit(str(count or ""))
        self._say_alarm()

    def _say_alarm(self) -> None:
        said = self.tr("%n line(s) with two accounts", "", self._forks) if self._forks else ""
        self.alarm_changed.emit(said)

    def _on_aside(self, count: int) -> None:
        self._aside = count
        self._say_parts()

    def _say_parts(self) -> None:
        def counted(words: str, count: int) -> str:
            return f"{words} {count}" if count else words

        self.parts.set_options(
            [
                Option("sticks", self.tr("Drives"), "usb"),
                Option("forks", counted(self.tr("Two accounts"), self._forks), "alert"),
                Option("aside", counted(self.tr("Not taken in"), self._aside), "ban"),
            ]
        )

    def _fit(self) -> None:
        gap = 12 if density().level is Room.TIGHT else 16
        scaled(self._column, gap, gap)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Take in drives"))
        self._say_alarm()
        self._say_parts()
        self._say_requests()
