"""What a person sees of a bug: that nothing is lost, where the log lies, and that work can go on."""

from __future__ import annotations

from pathlib import Path

from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.dialogs import Sheet
from desktop.kit.labels import Label
from desktop.kit.theme import Type


class BugSheet(Sheet):
    """`where` is the log that was written, None where that failed too."""

    def __init__(self, where: Path | None) -> None:
        super().__init__("", icon="alert")
        self.title.setText(self.tr("The program made a mistake"))
        self.body.addWidget(
            Label(
                self.tr("Every line that was confirmed is safe. Go on; if it comes again, use paper."),
                Type.BODY,
                wrap=True,
            )
        )
        if where is not None:
            words = self.tr("For whoever mends it, without names or numbers of people: {path}")
            told = Label(words.format(path=where), Type.SMALL, "text2", wrap=True)
            told.setTextInteractionFlags(told.textInteractionFlags())
            self.body.addWidget(told)
        self.go = Button(self.tr("Go on"), ButtonKind.PRIMARY, key="Enter")
        self.go.clicked.connect(self.close_sheet)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.go)
        self.on_enter = self.go
