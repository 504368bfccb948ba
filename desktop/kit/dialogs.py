"""A sheet inside the window instead of a box of the system: scrim behind, round corners, the safe button first.

Never open one on the gate page: nothing covers it. Nothing waits for an answer; it comes by signal.

    sheet = ConfirmSheet(ConfirmWords(title, consequence, confirm, keep), reasons=[...], icon="ban")
    sheet.confirmed.connect(self.revoke); sheet.open_over(self.window())
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Surface
from desktop.kit.choices import CardLook, Option, RadioCards
from desktop.kit.fields import Message
from desktop.kit.labels import IconLabel, Label
from desktop.kit.layouts import column, row, scrolling
from desktop.kit.theme import Type, color, px, themes

SCRIM = 0.72


class Sheet(QWidget):
    """The scrim with a panel in its middle. Put things into `body`, buttons into `foot_row`.

    Signals: `closed` whenever it goes. Esc closes it; `on_enter` is pressed by Enter outside a button.
    Tab stays inside. The focus goes back where it was.
    """

    closed = Signal()

    def __init__(
        self, title: str, *, icon: str | None = None, width: int = 576, close_name: str = ""
    ) -> None:
        super().__init__()
        self._width = width
        self.panel = Surface("surface", None, 16)
        self.panel.setParent(self)
        self.title = Label(title, Type.DIALOG_TITLE, wrap=True)
        self.close_button = IconButton("x", close_name or self.tr("Close"), side=40)
        self.close_button.clicked.connect(self.close_sheet)
        # 6 px of the side margin lie inside the scroll area, so that a focus ring is not cut there.
        head = row(gap=12, margins=(6, 0, 6, 0))
        if icon:
            head.addWidget(IconLabel(icon, 28, "text", 2.2))
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        self.body = column(gap=12, margins=(6, 4, 6, 4), parent=content)
        self._content = content
        # What is shown in it later wants more room, or less; the scroll area keeps that to itself.
        content.installEventFilter(self)
        self._area = scrolling(content)
        self.foot_row = row(gap=8, margins=(6, 0, 6, 0))
        inside = column(head, self._area, self.foot_row, gap=16, margins=(18, 20, 18, 24), parent=self.panel)
        inside.setStretch(1, 1)
        self.on_enter: Button | None = None
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        themes().changed.connect(self._place)
        self.hide()

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        """Cover `window`; the keyboard goes to `focus`, or to the first thing inside."""
        self._before = QApplication.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        (focus or self._first() or self.close_button).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Go away and give the focus back."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        # First the focus: hiding what has it would look for another stop inside, which takes time and helps nobody.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        width = min(px(self._width), window.width() - px(32))
        self.panel.setFixedWidth(width)
        layout = self.panel.layout()
        assert layout is not None
        content = self._content.layout()
        assert content is not None
        inner = width - 2 * px(24)
        wants = content.heightForWidth(inner) if content.hasHeightForWidth() else content.sizeHint().height()
        title = self.title.heightForWidth(inner - px(100))
        chrome = px(20 + 24 + 32) + max(px(40), title) + self.foot_row.sizeHint().height()
        height = min(wants + chrome + px(4), window.height() - px(32))
        left = (window.width() - width) // 2
        top = max(px(16), (window.height() - height) // 2)
        self.panel.setGeometry(left, top, width, height)

    def _stops(self) -> list[QWidget]:
        """What Tab reaches inside, in order."""
        found = [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        ]
        order: dict[QWidget, int] = {}
        step: QWidget | None = self.nextInFocusChain()
        while step is not None and step is not self:
            order[step] = len(order)
            step = step.nextInFocusChain()
        found = [child for child in found if child.focusProxy() is None]
        return sorted(found, key=lambda child: order.get(child, len(order)))

    def _first(self) -> QWidget | None:
        stops = [stop for stop in self._stops() if stop is not self.close_button]
        return stops[0] if stops else None

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        here = stops.index(now) if now in stops else -1
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.on_enter is not None:
            self.on_enter.click()
        # Keys of the page underneath stay quiet while a sheet is open.
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """A press on the scrim does nothing: a glove would lose what was typed."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QEvent.Type.LayoutRequest if watched is self._content else QEvent.Type.Resize
        if event.type() == kind:
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), color("scrim", SCRIM))


def close_sheets(window: QWidget) -> None:
    """Takes away whatever stands open over a window, with what it asks."""
    for sheet in window.findChildren(Sheet):
        if sheet.isVisible():
            sheet.close_sheet()


@dataclass(frozen=True)
class ConfirmWords:
    """The sentence with name and number, what follows from it, and the two buttons."""

    title: str
    consequence: str
    confirm: str
    keep: str
    choose_reason: str = ""


class ConfirmSheet(Sheet):
    """A dangerous step: the safe button has the focus, the red one is filled, a reason may be asked.

    Signal `confirmed(str)` with the key of the reason (`""` without reasons).
    """

    confirmed = Signal(str)

    def __init__(self, words: ConfirmWords, *, reasons: Sequence[Option] = (), icon: str = "ban") -> None:
        super().__init__(words.title, width=650)
        self.title.set_role(Type.CARD_TITLE)
        self._words = words
        self.body.addWidget(Label(words.consequence, Type.BODY, "text2", wrap=True))
        self.reasons: RadioCards | None = None
        self._message = Message()
        if reasons:
            self.reasons = RadioCards(CardLook.REASON, wrap=True)
            self.reasons.set_options(list(reasons))
            self.reasons.chosen.connect(lambda _key: self._message.set_message(""))
            self.body.addWidget(self.reasons)
        self.body.addWidget(self._message)
        self._message.keep_room(bool(reasons))
        self.body.addStretch(1)
        self.keep_button = Button(words.keep, key="Esc")
        self.keep_button.clicked.connect(self.close_sheet)
        self.confirm_button = Button(words.confirm, ButtonKind.DANGER_FILL, icon=icon)
        self.confirm_button.clicked.connect(self._confirm)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.keep_button)
        self.foot_row.addWidget(self.confirm_button)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.keep_button)

    def _confirm(self) -> None:
        reason = self.reasons.current() if self.reasons is not None else ""
        if reason is None:
            self._message.set_message(self._words.choose_reason or self.tr("Choose a reason first"))
            return
        self.close_sheet()
        self.confirmed.emit(reason)


class MessageSheet(Sheet):
    """One sentence to be read: what happened, what is safe, what to do. One button."""

    def __init__(self, title: str, what: str, *, icon: str = "alert", button: str = "") -> None:
        super().__init__(title, icon=icon)
        self.body.addWidget(Label(what, Type.BODY, "text2", wrap=True))
        self.body.addStretch(1)
        done = Button(button or self.tr("Got it"), ButtonKind.PRIMARY, key="Enter")
        done.clicked.connect(self.close_sheet)
        self.on_enter = done
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(done)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.on_enter)
