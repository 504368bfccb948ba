"""The very first page: set the gate up, look around with a sample, or open a register that is somewhere else."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.labels import Label
from desktop.kit.theme import Type
from desktop.views.settings.start_frame import StartFrame


class WelcomePage(StartFrame):
    """Signals: `set_up_asked`, `sample_asked`, `open_asked`."""

    set_up_asked = Signal()
    sample_asked = Signal()
    open_asked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.set_up = Button("", ButtonKind.PRIMARY, icon="gate", height=76, size=20)
        self.sample = Button("", ButtonKind.SECONDARY, icon="eye", height=76, size=20)
        self.open = Button("", ButtonKind.GHOST, icon="lock", height=48)
        for button, signal in (
            (self.set_up, self.set_up_asked),
            (self.sample, self.sample_asked),
            (self.open, self.open_asked),
        ):
            button.clicked.connect(signal)
            self.body.addWidget(button)
        self._note = Label("", Type.SMALL, "text2", wrap=True)
        self.foot.addWidget(self._note, 1)
        self.setFocusProxy(self.set_up)
        self.retranslate()

    def set_busy(self, busy: bool) -> None:
        """While the sample is made."""
        self.sample.set_busy(busy)
        self.set_up.setEnabled(not busy)
        self.open.setEnabled(not busy)

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("A gate book for this laptop"))
        self.what.setText(
            self.tr("Scan a card, take the temperature, let people in. One minute and you begin.")
        )
        self.set_up.setText(self.tr("Set up this gate"))
        self.set_up.set_caption(self.tr("Gate number, your name, a passphrase"))
        self.sample.setText(self.tr("Look around with a sample"))
        self.sample.set_caption(self.tr("Invented people; touches nothing real"))
        self.open.setText(self.tr("Open a register that is elsewhere…"))
        self._note.setText(self.tr("All of it stays on this laptop, encrypted. No network is used."))
