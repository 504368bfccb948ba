"""The card on the settings page that leads to the page that looks at scanners."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.kit.buttons import Button
from desktop.kit.cards import Card
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type


class ScannerCard(Retranslating, Card):
    """Signal `asked`: the scanner is to be looked at."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", Type.BODY, "text2", wrap=True)
        self.button = Button("", icon="scan")
        self.button.clicked.connect(self.asked)
        self.body.addWidget(self.words)
        self.body.addLayout(row(self.button, STRETCH))
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Scanner"))
        self.words.setText(
            self.tr(
                "A USB scanner works as soon as it is plugged in. Is it "
                "slow, or are cards not read? Look here."
            )
        )
        self.button.setText(self.tr("Test the scanner"))
