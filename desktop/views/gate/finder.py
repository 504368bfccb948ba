"""Finding someone by hand: what is typed is asked of the register, one question at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.books.pass_id import PassId
from db.books.passes import Pass
from db.trust.tokens import HOME_DIGITS, normalise
from desktop.operations.arrivals import suggest
from desktop.session import Session
from desktop.views.gate.conductor import Conductor
from desktop.views.gate.number_pad import BACK, takes_pad_key
from desktop.views.gate.scan_view import ScanView
from desktop.views.gate.search_panel import MOST


class Finder(QObject):
    """Signal `scanned(str)`: what was typed are the digits of a card. `give_back` gets the keys when it is left."""

    scanned = Signal(str)

    def __init__(
        self,
        session: Session,
        conductor: Conductor,
        view: ScanView,
        give_back: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._conductor, self._give_back = session, conductor, give_back
        self.field, self._side = view.top.search, view.side
        self._asking: str | None = None
        self.field.edit.installEventFilter(self)
        self.field.typed.connect(self._typed)
        self.field.entered.connect(self._entered)
        self.field.left_by_down.connect(lambda: self._side.search.step(1))
        self._side.search.picked.connect(self.pick)

    def open(self, letter: str = "") -> None:
        """Gives the search the keys; a `letter` that was typed on the page begins it."""
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._side.show_search(True)
        if letter:
            self.field.edit.setText(letter)
        else:
            self.field.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number pad has no Down and often no Backspace: + is the next one found, the star empties the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text() == "+":
                self._side.search.step(1, around=True)
                return True
            if takes_pad_key(watched, event):
                return True
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Empties the search and gives the keys back to the gate."""
        self._give_back()
        self.close()

    def close(self) -> None:
        """Empties the search, wherever the keys are."""
        self._asking = None
        self.field.set_text("")
        self._side.show_search(False)

    def focus_moved(self, now: QWidget | None) -> None:
        """An empty search goes when the keys go elsewhere."""
        if now is not self.field.edit and not self.field.text():
            self._side.show_search(False)

    def pick(self, id: PassId) -> None:
        """Takes someone who was found."""
        self.leave()
        self._conductor.picked(id)

    def _typed(self, typed: str) -> None:
        self._side.show_search(self.field.edit.hasFocus() or bool(typed))
        if not typed.strip():
            self._side.search.show_passes([], "", self._conductor.today())
            return
        idle = self._asking is None
        self._asking = typed
        if idle:
            self._ask(typed)

    def _ask(self, typed: str) -> None:
        """What was typed meanwhile is asked next."""
        self._session.do(suggest, typed, MOST, done=lambda found: self._found(typed, found))

    def _found(self, typed: str, found: list[Pass]) -> None:
        wanted, self._asking = self._asking, None
        if self.field.text() == typed:
            self._side.search.show_passes(found, typed, self._conductor.today())
        elif wanted is not None and wanted != typed:
            self._asking = wanted
            self._ask(wanted)

    def _entered(self) -> None:
        if not self.field.text() or self.field.text() in BACK:
            self.leave()
            return
        digits = normalise(self.field.text())
        if digits.isdigit() and len(digits) >= HOME_DIGITS:
            self.leave()
            self.scanned.emit(digits)
            return
        id = self._side.search.current()
        if id is not None:
            self.pick(id)
