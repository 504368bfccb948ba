"""The reminder that lines say longer who somebody was than the gate has set. Never on the gate page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from desktop.changes import Change, Topic
from desktop.kit.cards import Banner
from desktop.kit.retranslating import Retranslating
from desktop.operations.upkeep import Due, what_is_due
from desktop.session import Session


class RetentionBanner(Retranslating, Banner):
    """Hidden while nothing is due. `look()` asks anew; `due` is the newest answer. Signal `looked(Due)`.

    Give `action` for a page that leads to where it is mended; `acted` is then its button."""

    looked = Signal(object)

    def __init__(self, session: Session, *, action: bool = False) -> None:
        super().__init__("clock")
        self._session = session
        self._action = action
        self.due: Due | None = None
        self._at: tuple[date, int] | None = None
        session.changes.changed.connect(self._on_change)
        self.hide()

    def look(self) -> None:
        """Counts, once a day or when something was purged or set: a year of lines takes a few seconds."""
        settings = self._session.settings
        at = (self._session.register.clock.today(), settings.retention_days)
        if at != self._at:
            self._at = at
            self._session.do_long(what_is_due, done=self._take)

    def _on_change(self, change: Change) -> None:
        # A purge changes everything; a copy that came or went is seen when it is looked for again.
        if change.touches(Topic.SETTINGS):
            self._at = None

    def _take(self, due: Due) -> None:
        self.due = due
        self.retranslate()
        self.setVisible(due.lines > 0)
        self.looked.emit(due)

    def retranslate(self) -> None:
        if self.due is None:
            return
        words = self.tr("%n line(s) name people longer than the {days} days set.", "", self.due.lines)
        action = self.tr("Look") if self._action else ""
        self.set_words(words.format(days=self.due.days), action)
