"""The window's frame: rail, top strip, pages, a strip under a page, a panel beside it, toasts.

It knows nothing of the register. Pages come as a list; those that are not built are not in it.

    shell = Shell([Page("gate", "gate", lambda: translate("Shell", "Gate"), gate, bottom=counters), ...])
    shell.top.set_gate(name); shell.set_badge("export", "37"); shell.show_page("gate")
    shell.open_side(panel); shell.toasts.show_toast(...); shell.set_cover(set_up_page)

A page may have `retranslate()` (see `Retranslating`), may take the focus by its focus proxy when it is shown, and
may place a side panel itself with `take_side_panel(panel) -> bool` and `give_back_side_panel(panel)`; the gate
page does, so that its list gives room and not its verdict.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.kit.density import density
from desktop.kit.theme import RAIL_WIDTH, color, px, themes
from desktop.kit.toast import ToastHost
from desktop.views.rail import Page, Rail
from desktop.views.top_strip import Notice, TopStrip

__all__ = ["Notice", "Page", "Shell"]


class Shell(QWidget):
    """The main window.

    Attributes: `top` (TopStrip), `rail`, `toasts` (ToastHost). Signals: `page_shown(str)`, `close_asked`, which
    comes instead of closing while `hold_close` is set, `side_closed`. `may_show(key)` is asked before a page.
    """

    page_shown = Signal(str)
    close_asked = Signal()
    side_closed = Signal()

    def __init__(self, pages: list[Page]) -> None:
        super().__init__()
        self._pages = {page.key: page for page in pages}
        self._widgets: dict[str, QWidget] = {}
        self.hold_close = False
        self.may_show: Callable[[str], bool] = lambda key: True
        with_button = [page for page in pages if not page.under]
        self.rail = Rail(with_button)
        self.top = TopStrip()
        self._stack = QStackedWidget()
        self._bottoms = QStackedWidget()
        self._side: QWidget | None = None
        self._side_taken_by: QWidget | None = None
        self._side_host = QVBoxLayout()
        self._layers = QStackedWidget(self)
        self._frame = QWidget()
        self._layers.addWidget(self._frame)
        self._cover: QWidget | None = None
        self._lay_out(pages)
        self.toasts = ToastHost(self, left=RAIL_WIDTH)
        self.rail.asked.connect(self.show_page)
        for index, page in enumerate(with_button, start=1):
            for keys in (f"Alt+{index}", f"Ctrl+{index}"):
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(lambda key=page.key: self._by_key(key))
        themes().changed.connect(self._fit)
        self._fit()
        if pages:
            self.show_page(pages[0].key)

    def _lay_out(self, pages: list[Page]) -> None:
        for page in pages:
            if isinstance(page.widget, QWidget):
                self._add(page.key, page.widget)
            if page.bottom is not None:
                self._bottoms.addWidget(page.bottom)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addLayout(self._side_host)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addLayout(middle, 1)
        right.addWidget(self._bottoms)
        whole = QHBoxLayout(self._frame)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._layers)

    def _add(self, key: str, widget: QWidget) -> None:
        self._widgets[key] = widget
        widget.setAccessibleName(self._pages[key].title())
        self._stack.addWidget(widget)

    def _fit(self) -> None:
        self._side_host.setContentsMargins(0, px(16), px(16), px(16) if self._side is not None else 0)
        if self._side is None or self._side_taken_by is not None:
            # A page that took the panel has its own room for it, and nothing on it moves.
            self._side_host.setContentsMargins(0, 0, 0, 0)
        density().measure(self.size())
        self.update()

    # Pages

    def page(self) -> str:
        """The key of the page that is shown."""
        shown = self._stack.currentWidget()
        return next((key for key, widget in self._widgets.items() if widget is shown), "")

    def widget_of(self, key: str) -> QWidget:
        """The widget of a page, which is made now if it was not wanted before; raises KeyError when there is no such
        page."""
        made = self._pages[key].widget
        if key not in self._widgets and not isinstance(made, QWidget):
            self._add(key, made())
        return self._widgets[key]

    def show_page(self, key: str) -> None:
        """Show a page and give it the keyboard, if `may_show` lets it."""
        if not self.may_show(key):
            self._mark(self.page())
            return
        page, widget = self._pages[key], self.widget_of(key)
        side = self._side
        if side is not None:
            self._put_side_away()
        self._stack.setCurrentWidget(widget)
        self._bottoms.setVisible(page.bottom is not None)
        if page.bottom is not None:
            self._bottoms.setCurrentWidget(page.bottom)
            self._bottoms.setFixedHeight(page.bottom.height())
        self._mark(key)
        if side is not None:
            self._place_side(side)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(key)

    def _mark(self, key: str) -> None:
        self.rail.mark((self._pages[key].under or key) if key else "")

    def _by_key(self, key: str) -> None:
        if self._cover is None and self.isEnabled():
            self.show_page(key)

    def set_badge(self, key: str, words: str) -> None:
        """A number at a page's button; `""` for none."""
        self.rail.set_badge(key, words)

    # Beside a page

    def open_side(self, panel: QWidget) -> None:
        """Put a panel beside whatever page is shown; another one takes its place."""
        if self._side is not None and self._side is not panel:
            self.close_side()
        if self._side is None:
            self._place_side(panel)

    def close_side(self) -> None:
        """Take the panel away; its owner keeps it."""
        panel = self._side
        if panel is None:
            return
        self._put_side_away()
        panel.setParent(None)
        self.side_closed.emit()

    def side(self) -> QWidget | None:
        return self._side

    def _place_side(self, panel: QWidget) -> None:
        self._side = panel
        shown = self._stack.currentWidget()
        take = getattr(shown, "take_side_panel", None)
        if take is not None and take(panel):
            self._side_taken_by = shown
        else:
            self._side_host.addWidget(panel)
        panel.show()
        self._fit()

    def _put_side_away(self) -> None:
        panel = self._side
        if panel is None:
            return
        panel.hide()
        if self._side_taken_by is not None:
            self._side_taken_by.give_back_side_panel(panel)  # type: ignore[attr-defined]
            self._side_taken_by = None
        else:
            self._side_host.removeWidget(panel)
        self._side = None
        self._fit()

    # In place of everything

    def set_cover(self, cover: QWidget | None) -> None:
        """Show one widget alone, without rail and strips: set-up, unlocking. None brings the pages back."""
        if self._cover is not None:
            self._layers.removeWidget(self._cover)
            self._cover.setParent(None)
        self._cover = cover
        if cover is not None:
            self._layers.addWidget(cover)
            self._layers.setCurrentWidget(cover)
            cover.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._layers.setCurrentWidget(self._frame)
            shown = self._stack.currentWidget()
            if shown is not None:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.rail.retranslate()
            for key, widget in self._widgets.items():
                widget.setAccessibleName(self._pages[key].title())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        density().measure(event.size())
        bottom = self._bottoms.currentWidget()
        if bottom is not None:
            self._bottoms.setFixedHeight(bottom.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hold_close:
            event.ignore()
            self.close_asked.emit()
        else:
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("bg"))
