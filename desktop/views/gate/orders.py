"""What a key, a button or a number pad asks the gate page for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.books.verdict import Direction
from desktop.views.gate.person import Stage
from desktop.views.gate.wishes import Panel

if TYPE_CHECKING:
    from desktop.views.gate.page import GatePage

_FROM_PAD = {
    "2": Panel.SEARCH,
    "3": Panel.QUEUE,
    "4": Panel.CAMERA,
    "5": Panel.WITHOUT_CARD,
    "7": Panel.CALL,
    "8": Panel.RETESTS,
    "9": Panel.VOID,
}
_OF_DEED = {
    "guest": Panel.WITHOUT_CARD,
    "queue": Panel.QUEUE,
    "call": Panel.CALL,
    "search": Panel.SEARCH,
    "override": Panel.OVERRIDE,
    "cannot": Panel.CANNOT_MEASURE,
    "retests": Panel.RETESTS,
    "new_pass": Panel.NEW_PASS,
}


class Orders(QObject):
    """Carries them out on its page."""

    def __init__(self, page: GatePage) -> None:
        super().__init__(page)
        self._page = page

    def open_panel(self, panel: Panel) -> None:
        """Opens what was asked for, or does it where it needs no panel."""
        page = self._page
        if not page.may_open(panel, lambda: self.open_panel(panel)):
            return
        flow, panels = page.conductor.flow, page.panels
        match panel:
            case Panel.SEARCH:
                page.finder.open()
            case Panel.WITHOUT_CARD:
                panels.open_guest()
            case Panel.CALL:
                panels.open_call()
            case Panel.RETESTS:
                page.open_fevers()
            case Panel.VOID:
                entry = page.scan.side.chosen_entry()
                if entry is not None:
                    panels.ask_void(entry)
            case Panel.CANNOT_MEASURE:
                if flow.open is not None:
                    panels.ask_cannot_measure(flow.open)
                else:
                    page.conductor.take(flow.cannot_measure(""))
            case Panel.OVERRIDE:
                if flow.front is not None and flow.front.stage is Stage.REFUSED:
                    panels.ask_override(flow.front)
            case Panel.CAMERA:
                page.camera_wanted.emit()
            case Panel.QUEUE:
                if flow.mode is not None:
                    page.conductor.end_queue()
                else:
                    panels.open_queue()
            case Panel.MENU:
                panels.open_menu(self.from_pad, page.scan.side.clock.isVisible())
            case Panel.NEW_PASS:
                front = flow.front
                blank = front.look.id if front is not None and front.is_blank and front.look else None
                page.new_pass_asked.emit(blank)

    def do_deed(self, name: str) -> None:
        """A button of the hint line."""
        if name == "fill_in":
            self._page.conductor.take(self._page.conductor.flow.fill_in())
        else:
            self.open_panel(_OF_DEED[name])

    def from_pad(self, pad: str) -> None:
        """A key of the menu for number pads."""
        page = self._page
        if pad in _FROM_PAD:
            self.open_panel(_FROM_PAD[pad])
        elif pad in "016":
            page.conductor.take(page.conductor.flow.command(pad))
        elif pad == "*":
            self.star()
        elif pad == "/":
            page.scan.top.mute.click()
        elif pad == ".":
            page.scan.side.clock.day.focus_editor()
        else:
            page.face(Direction.IN if pad == "+" else Direction.OUT)

    def star(self) -> None:
        """The star: away with what was typed, or what the lead does for a refused card, or not to be measured."""
        flow = self._page.conductor.flow
        if flow.typed:
            self._page.conductor.clear_typed()
        elif flow.front is not None and flow.front.stage is Stage.REFUSED:
            self.open_panel(Panel.OVERRIDE)
        else:
            self.open_panel(Panel.CANNOT_MEASURE)
