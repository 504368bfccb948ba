"""A panel beside the gate, in place of the list: it covers nothing, and the page's keys go on working round it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.cards import Strip, Surface
from desktop.kit.labels import ElidedLabel, IconLabel
from desktop.kit.layouts import STRETCH, column, row, scrolling
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type
from desktop.views.gate.number_pad import BACK, takes_pad_key


def takes_text(widget: QWidget | None) -> bool:
    """Whether what is typed goes into `widget`."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)


class GatePanel(Retranslating, Surface):
    """Icon, title, cross; `body` in the middle; a button that does it, with Enter, at the foot.

    Signal `closed`: the cross, Esc, or 0 and Enter on a number pad. A panel `with_text` has fields of text and
    stays when the next card is scanned; another one is closed by it. Subclasses set words in `retranslate` and
    do what they do in `confirm`."""

    closed = Signal()
    with_text = False

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._title = ElidedLabel("", Type.CARD_TITLE)
        self._close = IconButton("x", "", side=40)
        self._close.clicked.connect(self.closed)
        head = row(
            IconLabel(icon, 24, "text", 2.2), self._title, self._close, gap=12, margins=(18, 10, 10, 6)
        )
        head.setStretch(1, 1)
        content = QWidget()
        # The margin keeps a focus ring from being cut by the scroll area.
        self.body = column(gap=10, margins=(18, 4, 18, 8), parent=content)
        self._area = scrolling(content)
        self._foot = Strip("cd")
        self.do_it = Button("", ButtonKind.PRIMARY, key="Enter", height=48)
        self.do_it.clicked.connect(self.confirm)
        self.foot_row = row(STRETCH, self.do_it, gap=8, margins=(12, 8, 12, 8), parent=self._foot)
        whole = column(head, self._area, self._foot, gap=0, margins=1, parent=self)
        whole.setStretch(1, 1)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.do_it.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_title(self, words: str) -> None:
        """What the panel is for."""
        self._title.setText(words)
        self.setAccessibleName(words)
        self._close.set_name(self.tr("Close"))

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard when the panel opens; None leaves it to the page."""
        return None

    def confirm(self) -> None:
        """Does what the panel is for, or says what is missing."""
        raise NotImplementedError

    def confirm_otherwise(self) -> None:
        """What Ctrl and Enter do, where a panel has two ways out."""

    def _entered(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirm_otherwise()
        else:
            self.confirm()

    def digit(self, digit: int) -> None:
        """A digit typed while no text is being edited: chooses the option of that number."""

    def watch(self, editor: QObject) -> None:
        """Keys of a field: Enter does it, Esc closes, and neither goes on to the page."""
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if isinstance(watched, QLineEdit) and watched.text() in BACK:
                    watched.clear()
                    self.closed.emit()
                else:
                    self._entered(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if takes_pad_key(watched, event):
                return True
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> bool:
        """A key of the page while the panel is open; whether it was the panel's."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered(event)
            return True
        if key == Qt.Key.Key_Escape or event.text() == "0":
            self.closed.emit()
            return True
        focus = QApplication.focusWidget()
        if key == Qt.Key.Key_Space and isinstance(focus, QRadioButton) and self.isAncestorOf(focus):
            # Space turns the direction everywhere else on the page; here it chooses what has the keyboard.
            focus.click()
            return True
        if event.text() in tuple("123456789"):
            self.digit(int(event.text()))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def show_widget(self, widget: QWidget) -> None:
        """Scrolls to what has just been chosen."""
        self._area.ensureWidgetVisible(widget)

    def room_for_foot(self, shown: bool) -> None:
        """Whether there is a foot."""
        self._foot.setVisible(shown)
