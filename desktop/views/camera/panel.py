"""Reading cards with the camera, beside whatever page is shown: it covers nothing and takes no keyboard.

panel = CameraPanel(source); panel.scanned.connect(gate.take_scan); shell.open_side(panel)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.devices.camera import FrameSource, Trouble
from desktop.devices.code_reading import can_read, is_digits
from desktop.devices.frame_reader import FrameReader, Look, let_go
from desktop.devices.sightings import Sight, Sightings
from desktop.kit.buttons import Button
from desktop.kit.cards import SidePanel
from desktop.kit.labels import IconLabel, Label, line_height
from desktop.kit.layouts import STRETCH, row
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import Type, themes
from desktop.views.camera.chooser import CameraChooser
from desktop.views.camera.view import CameraView, Outline
from desktop.views.camera.words import can_be_tried_again, card_words, trouble_words

TOLD_SECONDS = 2.5
"""How long it says that a card was read, while the card is still in view."""
_CLOSE_ENOUGH = 90
"""A code of fewer pixels that cannot be read is too far away."""


class Said(StrEnum):
    """What the panel says while the camera runs."""

    STARTING = "starting"
    WAITING = "waiting"
    READ = "read"
    READ_BEFORE = "read_before"
    SEVERAL = "several"
    FOREIGN = "foreign"
    CLOSER = "closer"
    STILL = "still"
    DARK = "dark"


_ICONS = {
    Said.STARTING: "clock",
    Said.WAITING: "scan",
    Said.READ: "check",
    Said.READ_BEFORE: "check",
    Said.SEVERAL: "people",
    Said.FOREIGN: "question",
    Said.CLOSER: "qr",
    Said.STILL: "qr",
    Said.DARK: "moon",
}


@dataclass(frozen=True)
class _Read:
    """The card that was read last, and when."""

    digits: str
    at: float


class CameraPanel(Retranslating, SidePanel):
    """The camera runs while the panel is shown, and its lamp goes out with it.

    Signals: `scanned(str)`, the digits of a card, once each time it is shown; `closed` (cross or Esc)."""

    scanned = Signal(str)

    def __init__(self, source: FrameSource, parent: QWidget | None = None) -> None:
        super().__init__("camera", padding=(20, 8, 20, 16))
        self.setParent(parent)
        self._source = source
        self._sightings = Sightings()
        self._said = Said.STARTING
        self._read: _Read | None = None
        self._open = False
        self._holder = object()
        self.view = CameraView()
        self.reader = FrameReader(parent=self)
        self.chooser = CameraChooser(source)
        self.retry_button = Button("", icon="retry")
        self.retry_button.hide()
        self._icon_label = IconLabel("camera", 22, "text2", 2.2)
        self._words = Label("", Type.BODY_STRONG, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        told = row(self._icon_label, self._words, gap=12, top=True)
        told.setStretch(1, 1)
        self.body.addWidget(self.view)
        self.body.addLayout(told)
        self.body.addLayout(row(self.retry_button, STRETCH))
        self.body.addWidget(self.chooser)
        self.body.addStretch(1)
        self.reader.pictured.connect(self._show_picture)
        self.reader.looked.connect(self._on_look)
        self.retry_button.clicked.connect(source.retry)
        self.chooser.mirrored_changed.connect(self.view.set_mirrored)
        self.view.set_mirrored(self.chooser.choice.mirrored)
        source.frame_came.connect(self._offer)
        source.troubled.connect(self._on_trouble)
        self.destroyed.connect(partial(let_go, source, self._holder, self.reader))
        themes().changed.connect(self._keep_room)
        self._keep_room()
        self.retranslate()

    def said(self) -> str:
        """The sentence that stands under the picture."""
        return self._words.text()

    # Opening and closing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle_soon()

    def _settle_soon(self) -> None:
        # A change of page takes the panel away and gives it back at once: the camera need not notice.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self.isVisible() and not self._open:
            self._open = True
            self._sightings.forget()
            self._read = None
            self._say(Said.STARTING)
            if can_read():
                self.chooser.open()
                self._source.hold(self._holder)
                self.chooser.show_cameras()
        elif not self.isVisible() and self._open:
            self._open = False
            let_go(self._source, self._holder, self.reader)
            self.view.clear()

    # What comes from the camera

    def _offer(self, frame: object) -> None:
        if self._open:
            self.reader.offer(frame)  # type: ignore[arg-type]

    def _show_picture(self, picture: QImage) -> None:
        if self._open and self._source.trouble is None:
            self.view.set_picture(picture)

    def _on_look(self, look: Look) -> None:
        if not self._open or self._source.trouble is not None:
            return
        texts = [code.text for code in look.codes if code.text is not None]
        sight, digits = self._sightings.see(texts, look.at)
        self.view.set_outlines(
            [
                Outline(
                    tuple((x / look.width, y / look.height) for x, y in code.corners),
                    sight in (Sight.SCAN, Sight.AGAIN) and code.text is not None and is_digits(code.text),
                )
                for code in look.codes
            ]
        )
        if sight is Sight.SCAN:
            self._read = _Read(digits, look.at)
        self._say(self._what_to_say(sight, look))
        if sight is Sight.SCAN:
            self.scanned.emit(digits)

    def _what_to_say(self, sight: Sight, look: Look) -> Said:
        fresh = self._read is not None and 0 <= look.at - self._read.at < TOLD_SECONDS
        if sight is Sight.SEVERAL:
            return Said.SEVERAL
        if sight is Sight.SCAN or fresh:
            return Said.READ
        if sight is Sight.AGAIN:
            return Said.READ_BEFORE
        if sight is Sight.FOREIGN:
            return Said.FOREIGN
        if look.codes:
            near = max(code.side for code in look.codes) >= _CLOSE_ENOUGH
            return Said.STILL if near else Said.CLOSER
        return Said.DARK if look.dark else Said.WAITING

    def _on_trouble(self, trouble: Trouble | None) -> None:
        if not self._open and not self.isVisible():
            return
        if trouble is None:
            self._say(Said.STARTING)
        else:
            self.view.clear()
            self._show_words()

    # Words

    def _say(self, said: Said) -> None:
        self._said = said
        self._show_words()

    def _show_words(self) -> None:
        trouble = self._source.trouble if can_read() else Trouble.NO_SUPPORT
        if trouble is not None:
            icon = "unplug" if trouble in (Trouble.UNPLUGGED, Trouble.NO_CAMERA) else "alert"
            words = trouble_words(trouble, for_photo=False)
        else:
            icon, words = _ICONS[self._said], self._sentence()
        self.retry_button.setVisible(trouble is not None and can_be_tried_again(trouble))
        if words != self._words.text():
            self._icon_label.set_icon(icon)
            self._words.setText(words)
            self.view.setAccessibleName(words)

    def _sentence(self) -> str:
        number = card_words(self._read.digits) if self._read is not None else ""
        return {
            Said.STARTING: self.tr("Starting the camera"),
            Said.WAITING: self.tr("Hold the card's code up to the camera"),
            Said.READ: self.tr("Read: {number}").format(number=number) if number else self.tr("Read"),
            Said.READ_BEFORE: self.tr("Already read. Take the card away"),
            Said.SEVERAL: self.tr("One card at a time"),
            Said.FOREIGN: self.tr("This code is not on a pass of ours"),
            Said.CLOSER: self.tr("A little closer"),
            Said.STILL: self.tr("Hold it still, tilt it out of the glare"),
            Said.DARK: self.tr("The picture is black. Open the lens cover"),
        }[self._said]

    def _keep_room(self) -> None:
        """Two lines always, so that nothing under them jumps."""
        self._words.setMinimumHeight(2 * line_height(Type.BODY_STRONG))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reader.preview_width = round(self.view.width() * self.devicePixelRatioF())

    def retranslate(self) -> None:
        self.set_title(self.tr("Camera"), self.tr("Close the camera"))
        self.retry_button.setText(self.tr("Try again"))
        self._show_words()
