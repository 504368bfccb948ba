"""Cards as a PDF on a USB drive, for a print shop: which drive, and what the file shows to whoever opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.errors import GatebookError
from desktop.devices.drives import Drive, Drives
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.cards import Banner
from desktop.kit.choices import CardLook, Option, RadioCards
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message
from desktop.kit.labels import Label
from desktop.kit.layouts import column
from desktop.kit.theme import Type
from desktop.sentences import sentence
from desktop.tasks import Tasks

_GB = 10**9


class StickSheet(Sheet):
    """Signal `chosen(Drive)`."""

    chosen = Signal(object)

    def __init__(self, cards: int, drives: Drives, tasks: Tasks) -> None:
        super().__init__("", icon="usb", width=640)
        self._drives, self._tasks = drives, tasks
        self._found: dict[str, Drive] = {}
        self.title.setText(self.tr("%n card(s) to a USB drive", "", cards))
        self.warning = Banner("eye", "attn")
        self.warning.set_words(
            self.tr(
                "A print shop needs a plain PDF: whoever opens it sees names, units and photos, and could copy the "
                "cards. Have it deleted there, and delete it on the drive."
            )
        )
        self.where = Label(self.tr("Which drive"), Type.SMALL_STRONG)
        self.list = RadioCards(CardLook.REASON, wrap=True)
        self.message = Message()
        host = QWidget()
        column(self.warning, self.where, self.list, self.message, gap=10, parent=host)
        self.body.addWidget(host)
        self.body.addStretch(1)
        self.cancel_button = Button(self.tr("Do not write"), key="Esc")
        self.cancel_button.clicked.connect(self.close_sheet)
        self.write_button = Button(self.tr("Write the PDF"), ButtonKind.PRIMARY, icon="save", key="Enter")
        self.write_button.clicked.connect(self._choose)
        self.write_button.setEnabled(False)
        self.on_enter = self.write_button
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.cancel_button)
        self.foot_row.addWidget(self.write_button)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.cancel_button)
        self.message.set_message(self.tr("Looking for drives"), error=False)
        self._tasks.run_long(self._drives.list, self._take, self._not_listed)

    def _take(self, drives: Sequence[Drive]) -> None:
        good = [drive for drive in drives if drive.removable and not drive.read_only]
        self._found = {str(drive.mount): drive for drive in good}
        self.list.set_options([Option(str(drive.mount), self._words(drive)) for drive in good])
        self.where.setVisible(bool(good))
        self.list.setVisible(bool(good))
        if not good:
            self.message.set_message(self.tr("No drive to write to. Plug one in, close this and press again"))
            return
        self.message.set_message("")
        self.list.choose(str(good[0].mount))
        self.write_button.setEnabled(True)
        self.write_button.setFocus()

    def _not_listed(self, error: GatebookError) -> None:
        self.message.set_message(sentence(error))

    def _words(self, drive: Drive) -> str:
        name = drive.label or str(drive.mount)
        return self.tr("{name}, {free} GB free").format(name=name, free=f"{drive.free / _GB:.1f}")

    def _choose(self) -> None:
        drive = self._found.get(self.list.current() or "")
        if drive is not None:
            self.close_sheet()
            self.chosen.emit(drive)
