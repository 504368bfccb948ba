"""What the gate waits for, large, and the one next step, while nobody is in front."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface
from desktop.kit.density import Room, density
from desktop.kit.key_cap import KeyCap
from desktop.kit.labels import IconLabel, Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.theme import Type


class WaitingPanel(Surface):
    """A dashed frame that says what comes next. Signal `acted`: its button was pressed."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__("surface2", "line2", 16, dashed=True)
        self._icon = IconLabel("scan", 104, "text3", 1.6)
        self._title = Label("", Type.NAME)
        self._what = Label("", Type.SUBLINE, "text2", wrap=True)
        self._cap = KeyCap()
        self._step = Label("", Type.BODY, "text2")
        self.button = Button("", ButtonKind.PRIMARY, height=56, size=20)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.acted)
        words = column(
            STRETCH,
            self._title,
            self._what,
            row(self._cap, self._step, STRETCH),
            row(self.button, STRETCH),
            STRETCH,
            gap=10,
        )
        row(STRETCH, self._icon, words, STRETCH, gap=36, margins=(20, 12, 20, 12), parent=self)
        density().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        small = density().narrow or density().level is Room.TIGHT
        self._title.set_role(Type.RESULT if small else Type.NAME)

    def set_words(self, icon: str, title: str, what: str) -> None:
        """What is waited for."""
        self._icon.set_icon(icon)
        self._title.setText(title)
        self._what.setText(what)
        self.setAccessibleName(title)
        self.setAccessibleDescription(what)

    def title(self) -> str:
        """What is said in large letters."""
        return self._title.text()

    def set_key(self, key: str, words: str) -> None:
        """A key that helps: `F2` 手工查找."""
        self._cap.set_text(key)
        self._step.setText(words)
        self._cap.setVisible(bool(key))
        self._step.setVisible(bool(words))

    def set_button(self, words: str, icon: str | None = None, key: str = "") -> None:
        """The next step as a button; no words, no button."""
        self.button.setText(words)
        self.button.set_icon_name(icon)
        self.button.set_key(key)
        self.button.setVisible(bool(words))
