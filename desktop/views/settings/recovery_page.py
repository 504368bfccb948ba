"""The recovery key, shown once: print it, or copy it by hand, then go on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner, Surface
from desktop.kit.checks import CheckBox
from desktop.kit.labels import Label
from desktop.kit.layouts import column, row
from desktop.kit.theme import Type
from desktop.paper.recovery_sheet import grouped
from desktop.views.settings.start_frame import StartFrame


class RecoveryPage(StartFrame):
    """Signals: `print_asked`, `save_asked`, `finished` (only after someone says that the key is on paper).
    `post`: the register is a command post's."""

    print_asked = Signal()
    save_asked = Signal()
    finished = Signal()

    def __init__(self, language: str, key: str, post: bool = False) -> None:
        super().__init__(language, width=640)
        self._post = post
        self.key = key
        well = Surface("surface2", "line2", 12)
        # Selectable, so that nobody need copy it letter by letter into another program.
        self.shown = Label("\n".join(grouped(key)), Type.CARD_TITLE)
        self.shown.setAccessibleName(key)
        column(self.shown, gap=0, margins=(24, 16, 24, 16), parent=well)
        self.print = Button("", ButtonKind.SECONDARY, icon="print", height=56)
        self.save = Button("", ButtonKind.SECONDARY, icon="usb", height=56)
        self.kept = CheckBox()
        self.go = Button("", ButtonKind.PRIMARY, key="Enter", height=56, size=18)
        self.said = Banner("info", "attn")
        self.said.hide()
        for widget in (well, self.said):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.print, self.save, gap=12))
        self.foot.addWidget(self.kept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        self.print.clicked.connect(self.print_asked)
        self.save.clicked.connect(self.save_asked)
        self.kept.toggled.connect(self._on_kept)
        self.go.setEnabled(False)
        self.go.clicked.connect(self.finished)
        self.setFocusProxy(self.print)
        self.retranslate()

    def _on_kept(self, kept: bool) -> None:
        self.go.setEnabled(kept)
        if kept:
            # The Enter that `go` promises would otherwise take the tick away again.
            self.go.setFocus()

    def say(self, words: str) -> None:
        """What came of printing or saving."""
        self.said.set_words(words)
        self.said.show()
        self.fit_again()

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Put the recovery key on paper"))
        self.what.setText(
            self.tr(
                "If every passphrase is lost, only this key opens the book. It is shown once. Seal the sheet and"
                " give it to your lead."
            )
        )
        self.print.setText(self.tr("Print the sheet"))
        self.save.setText(self.tr("Save as PDF"))
        self.kept.setText(self.tr("It is on paper"))
        self.go.setText(self.tr("To the command post") if self._post else self.tr("To the gate"))
