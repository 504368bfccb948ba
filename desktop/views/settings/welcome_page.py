"""The very first page: set the gate up, look around with a sample, or open a register that is somewhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.labels import Label
from desktop.kit.layouts import row
from desktop.kit.theme import Type
from desktop.views.settings.start_frame import StartFrame


class WelcomePage(StartFrame):
    """Signals: `set_up_asked`, `sample_asked`, `open_asked`, `restore_asked`, `found_asked(Path)`."""

    set_up_asked = Signal()
    sample_asked = Signal()
    open_asked = Signal()
    found_asked = Signal(object)
    restore_asked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.set_up = Button("", ButtonKind.PRIMARY, icon="gate", height=76, size=20)
        self.sample = Button("", ButtonKind.SECONDARY, icon="eye", height=76, size=20)
        self.open = Button("", ButtonKind.GHOST, icon="lock", height=48)
        self.restore = Button("", ButtonKind.GHOST, icon="undo", height=48)
        for button, signal in (
            (self.set_up, self.set_up_asked),
            (self.sample, self.sample_asked),
            (self.open, self.open_asked),
            (self.restore, self.restore_asked),
        ):
            button.clicked.connect(signal)
        self.body.addWidget(self.set_up)
        self.body.addWidget(self.sample)
        self.body.addLayout(row(self.open, self.restore, gap=8))
        self.found = Button("", ButtonKind.PRIMARY, icon="lock", height=76, size=20)
        self.found.hide()
        self._found: PurePath | None = None
        self.found.clicked.connect(lambda: self.found_asked.emit(self._found))
        self.body.insertWidget(0, self.found)
        self._note = Label("", Type.SMALL, "text2", wrap=True)
        self.foot.addWidget(self._note, 1)
        self.setFocusProxy(self.set_up)
        self.retranslate()

    def offer(self, registers: Sequence[PurePath]) -> None:
        """Offers a register that lies on another disk."""
        self._found = registers[0] if registers else None
        # It is what is most likely wanted then, in place of the sample, which can be had later too.
        found = self._found is not None
        self.found.setVisible(found)
        self.sample.setVisible(not found)
        self.set_up.set_kind(ButtonKind.SECONDARY if found else ButtonKind.PRIMARY)
        self.retranslate()
        self.fit_again()

    def set_practising(self, busy: bool) -> None:
        """While the sample is made."""
        self.sample.set_busy(busy)
        self.set_up.setEnabled(not busy)
        self.open.setEnabled(not busy)
        self.restore.setEnabled(not busy)

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("A gate book for this laptop"))
        self.what.setText(
            self.tr("Scan a card, take the temperature, let people in. One minute and you begin.")
        )
        self.set_up.setText(self.tr("Set up this gate"))
        self.set_up.set_caption(self.tr("Gate or command post: number, name, passphrase"))
        self.sample.setText(self.tr("Look around with a sample"))
        self.sample.set_caption(self.tr("Invented people; touches nothing real"))
        self.found.setText(self.tr("Open the register of this computer"))
        self.found.set_caption(str(self._found.parent) if self._found is not None else "")
        self.open.setText(self.tr("Open another one…"))
        self.restore.setText(self.tr("Restore a copy…"))
        self._note.setText(self.tr("All of it stays on this laptop, encrypted. No network is used."))
