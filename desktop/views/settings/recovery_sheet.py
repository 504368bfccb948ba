"""A new recovery key, shown once over the settings page: print it, or copy it by hand, then put it in force."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from db.errors import GatebookError
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Surface
from desktop.kit.checks import CheckBox
from desktop.kit.dialogs import Sheet
from desktop.kit.labels import Label
from desktop.kit.layouts import column, row
from desktop.kit.theme import Type
from desktop.language import current_language
from desktop.operations.sheets import recovery_sheet, save_sheet
from desktop.paper.recovery_sheet import grouped
from desktop.session import Session
from desktop.views.print_sheet import print_sheet
from desktop.views.settings.recovery_words import key_sentence


class RecoverySheet(Sheet):
    """Signal `kept`: somebody says that it is on paper. Closed without it, the old key stays good."""

    kept = Signal()

    def __init__(self, session: Session, key: str) -> None:
        super().__init__("", icon="lock", width=640)
        self._session, self._key = session, key
        self.title.setText(self.tr("Put the new recovery key on paper"))
        self.setAccessibleName(self.title.text())
        well = Surface("surface2", "line2", 12)
        self.shown = Label("\n".join(grouped(key)), Type.CARD_TITLE)
        self.shown.setAccessibleName(key)
        column(self.shown, gap=0, margins=(24, 16, 24, 16), parent=well)
        what = self.tr("It is shown once. Until you say that it is on paper, the old one stays good.")
        self.print = Button(self.tr("Print the sheet"), ButtonKind.SECONDARY, icon="print")
        self.save = Button(self.tr("Save as PDF"), ButtonKind.SECONDARY, icon="usb")
        self.said = Label("", Type.SMALL_STRONG, "attn_text", wrap=True)
        self.said.hide()
        self.body.addWidget(Label(what, Type.BODY, "text2", wrap=True))
        self.body.addWidget(well)
        self.body.addLayout(row(self.print, self.save, gap=12))
        self.body.addWidget(self.said)
        self.on_paper = CheckBox(self.tr("It is on paper"))
        self.go = Button(self.tr("Use the new key"), ButtonKind.PRIMARY, icon="check")
        self.go.setEnabled(False)
        self.on_paper.toggled.connect(self.go.setEnabled)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.go.clicked.connect(self._keep)
        self.foot_row.addWidget(self.on_paper)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.go)

    def _keep(self) -> None:
        if not self.go.busy():
            self.go.set_busy(True)
            self.kept.emit()

    def show_error(self, error: GatebookError) -> None:
        """Why the old key stays in force, or why nothing was printed."""
        self.go.set_busy(False)
        self._say(key_sentence(error))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()

    def _data(self) -> bytes:
        register = self._session.register
        gate = register.gate
        return recovery_sheet(self._key, gate.gate, gate.name, register.clock.today(), current_language())

    def _print(self) -> None:
        print_sheet(
            self._data(),
            self.tr("Recovery key"),
            self,
            self._session.tasks,
            lambda pages: self._say(self.tr("Sent to the printer. Seal the sheet.")),
            self.show_error,
            says=key_sentence,
        )

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), "gatebook-recovery.pdf", "PDF (*.pdf)"
        )
        if name:
            data = self._data()
            self._session.tasks.run_long(
                lambda: save_sheet(data, Path(name)),
                lambda _: self._say(self.tr("Saved. Print it, then delete the file.")),
                self.show_error,
            )
