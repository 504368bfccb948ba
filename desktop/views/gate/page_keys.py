"""The keys of the gate page. Each has a second way, since F-keys are media keys on many laptops; and all that a day
needs can be done from a number pad: digits and Enter, + in, − out, * cannot measure, / where it is measured, and the
point, where no temperature stands, shows all the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from db.books.verdict import Direction
from desktop.views.gate.number_pad import with_numlock
from desktop.views.gate.temperature import POINTS
from desktop.views.gate.wishes import Panel

if TYPE_CHECKING:
    from desktop.views.gate.page import GatePage

_PANELS = {
    Qt.Key.Key_F2.value: Panel.SEARCH,
    Qt.Key.Key_F3.value: Panel.NEW_PASS,
    Qt.Key.Key_F5.value: Panel.WITHOUT_CARD,
    Qt.Key.Key_F7.value: Panel.CALL,
    Qt.Key.Key_F8.value: Panel.RETESTS,
    Qt.Key.Key_F9.value: Panel.VOID,
    Qt.Key.Key_F12.value: Panel.OVERRIDE,
}
_WITH_CONTROL = {
    Qt.Key.Key_F.value: Panel.SEARCH,
    Qt.Key.Key_N.value: Panel.NEW_PASS,
    Qt.Key.Key_Z.value: Panel.VOID,
    Qt.Key.Key_G.value: Panel.WITHOUT_CARD,
    Qt.Key.Key_O.value: Panel.OVERRIDE,
    Qt.Key.Key_Q.value: Panel.QUEUE,
}
_ENTER = (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)
_FULL_WIDTH = {"＋": "+", "－": "-", "＊": "*", "／": "/", "×": "*", "÷": "/"}


class PageKeys:
    """Turns a key that nobody else took into what it means here."""

    def __init__(self, page: GatePage) -> None:
        self._page = page

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was the page's."""
        event = with_numlock(event)
        if self._always(event):
            return True
        if self._page.is_editing():
            return self._while_editing(event)
        panel = self._page.scan.side.panel
        if panel is not None and not self._page.in_fevers:
            if panel.with_text and event.key() != Qt.Key.Key_Escape.value:
                return self._gate(event)
            if panel.take_key(event):
                return True
        return self._fevers(event) if self._page.in_fevers else self._gate(event)

    def _always(self, event: QKeyEvent) -> bool:
        """Keys that work in a field too."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if _asks_for_paper(event):
            self._once(event, self._page.paper_asked.emit)
            return True
        editing = self._page.is_editing()
        panel = (_WITH_CONTROL if control else _PANELS).get(event.key())
        if control and editing and event.key() == Qt.Key.Key_Z.value:
            return False
        if panel is not None:
            if not event.isAutoRepeat():
                self._page.open_panel(panel)
            return True
        if event.key() == Qt.Key.Key_F6.value or (control and event.key() == Qt.Key.Key_D.value):
            self._once(event, lambda: self._page.conductor.take(self._page.conductor.flow.command("6")))
            return True
        if event.key() == Qt.Key.Key_F11.value or (control and event.key() == Qt.Key.Key_B.value):
            self._once(event, lambda: self._page.do_deed("fill_in"))
            return True
        if control and event.key() == Qt.Key.Key_M.value:
            self._once(event, lambda: self._page.scan.top.mute.click())
            return True
        return False

    def _while_editing(self, event: QKeyEvent) -> bool:
        """In a field only Esc and what moves the choice of the search come here."""
        search = self._page.scan.top.search
        if event.key() == Qt.Key.Key_Escape.value:
            if search.edit.hasFocus():
                self._page.finder.leave()
            else:
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Up.value and search.edit.hasFocus():
            self._page.scan.side.search.step(-1)
            return True
        # Enter in a field is the field's, never the main key.
        return event.key() in _ENTER

    def _gate(self, event: QKeyEvent) -> bool:
        page, conductor = self._page, self._page.conductor
        key, words = event.key(), _plain(event.text())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _ENTER:
            self._once(event, conductor.enter)
        elif key == Qt.Key.Key_Escape.value:
            self._once(event, self._escape)
        elif key == Qt.Key.Key_Space.value:
            self._once(event, lambda: conductor.take(conductor.flow.turn()))
        elif key in (Qt.Key.Key_Left.value, Qt.Key.Key_Right.value):
            way = Direction.IN if key == Qt.Key.Key_Left.value else Direction.OUT
            self._once(event, lambda: page.face(way))
        elif words in ("+", "-"):
            self._once(event, lambda: page.face(Direction.IN if words == "+" else Direction.OUT))
        elif words == "*":
            self._once(event, page.orders.star)
        elif words in POINTS and words and not conductor.flow.typed:
            # No temperature begins with a point.
            self._once(event, lambda: page.open_panel(Panel.MENU))
        elif words == "/":
            self._once(event, lambda: conductor.take(conductor.flow.next_method()))
        elif key in (Qt.Key.Key_Backspace.value, Qt.Key.Key_Delete.value):
            conductor.back()
        elif key == Qt.Key.Key_Down.value:
            page.scan.side.table.setFocus(Qt.FocusReason.TabFocusReason)
        elif len(words) == 1 and (words in "0123456789" or words in POINTS):
            self._once(event, lambda: conductor.type(words))
        elif len(words) == 1 and words.isalpha():
            page.search_for(words)
        else:
            return False
        return True

    def _fevers(self, event: QKeyEvent) -> bool:
        page, cases = self._page, self._page.conductor.cases
        key, words = event.key(), _plain(event.text())
        if key in _ENTER:
            self._once(event, page.fevers_main)
        elif key == Qt.Key.Key_Escape.value or (words == "0" and not cases.typed):
            self._once(event, lambda: None if cases.clear() else page.close_fevers())
        elif key in (Qt.Key.Key_Up.value, Qt.Key.Key_Down.value) or words in ("+", "-"):
            cases.step(-1 if key == Qt.Key.Key_Up.value or words == "-" else 1)
        elif words == "/":
            cases.next_method()
        elif words == "*":
            if not cases.typed:
                self._once(event, page.give_up)
                return True
            cases.clear()
        elif key in (Qt.Key.Key_Backspace.value, Qt.Key.Key_Delete.value):
            cases.back()
        elif len(words) == 1 and (words in "0123456789" or words in POINTS):
            self._once(event, lambda: cases.type(words))
        else:
            return False
        page.show_fevers()
        return True

    def _escape(self) -> None:
        page = self._page
        if page.scan.side.table.hasFocus():
            page.scan.side.table.clearSelection()
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page.conductor.take(page.conductor.flow.escape())

    @staticmethod
    def _once(event: QKeyEvent, act: Callable[[], object]) -> None:
        """A key held down acts once."""
        if not event.isAutoRepeat():
            act()


def _asks_for_paper(event: QKeyEvent) -> bool:
    """Ctrl+P or Shift+F12: sheets to write on while there is no power."""
    if event.key() == Qt.Key.Key_P.value:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return shift and event.key() == Qt.Key.Key_F12.value


def _plain(words: str) -> str:
    return _FULL_WIDTH.get(words, words)
