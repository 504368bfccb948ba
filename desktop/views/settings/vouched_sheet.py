"""A step that takes the own passphrase once more: the window may have been left open. What it does, and what it cannot
undo, is said beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from db.errors import GatebookError
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import IconLabel, Label
from desktop.kit.layouts import row
from desktop.kit.theme import Type
from desktop.sentences import sentence


@dataclass(frozen=True)
class Point:
    """One thing that follows. `warns` sets apart what cannot be undone."""

    icon: str
    words: str
    warns: bool = False


@dataclass(frozen=True)
class StepWords:
    """The sentence with the name, what follows, and the two buttons."""

    title: str
    points: Sequence[Point]
    go: str
    keep: str


class VouchedSheet(Sheet):
    """Signal `asked(str)`, with the passphrase. Whoever hears it closes the sheet, or calls `show_error`.

    With `danger` the safe button has the focus and the other is red."""

    asked = Signal(str)

    def __init__(self, words: StepWords, *, icon: str, danger: bool = False) -> None:
        super().__init__(words.title, icon=icon, width=680)
        for point in words.points:
            ink = "attn_text" if point.warns else "text2"
            said = Label(
                point.words,
                Type.BODY_STRONG if point.warns else Type.BODY,
                "text" if point.warns else "text2",
            )
            said.setWordWrap(True)
            line = row(gap=12)
            line.addWidget(IconLabel(point.icon, 22, ink, 2.0), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(said, 1)
            self.body.addLayout(line)
        self.passphrase = TextField(self.tr("Your own passphrase"), secret=True)
        self.passphrase.name_eye(self.tr("Show the passphrase"))
        self.said = Label("", Type.SMALL_STRONG, "deny_text", wrap=True)
        self.said.hide()
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.said)
        self.keep_button = Button(words.keep, key="Esc")
        self.keep_button.clicked.connect(self.close_sheet)
        self.go = Button(words.go, ButtonKind.DANGER_FILL if danger else ButtonKind.PRIMARY, icon=icon)
        self.go.clicked.connect(self._ask)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.keep_button)
        self.foot_row.addWidget(self.go)
        self._first_focus = self.keep_button if danger else self.passphrase
        if not danger:
            self.on_enter = self.go

    def open_here(self, over: object) -> None:
        """Opens over a page's window, the keyboard where it does no harm."""
        self.open_over(over.window(), self._first_focus)  # type: ignore[attr-defined]

    def _ask(self) -> None:
        if self.go.busy():
            return
        if not self.passphrase.text():
            self.passphrase.set_error(self.tr("Type your own passphrase"))
            self.passphrase.focus_editor()
            return
        self.go.set_busy(True)
        self.asked.emit(self.passphrase.text())

    def show_error(self, error: GatebookError) -> None:
        """Says why nothing was changed."""
        self.go.set_busy(False)
        self.said.setText(sentence(error))
        self.said.show()
        self.passphrase.edit.selectAll()
        self.passphrase.focus_editor()
