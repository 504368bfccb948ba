"""Which camera, and whether its picture is mirrored. What is chosen is kept for next time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.devices.camera import FrameSource
from desktop.kit.checks import CheckBox
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.more_fields import ComboField
from desktop.kit.retranslating import Retranslating
from desktop.views.camera.choice import CameraChoice, load_choice, save_choice


class CameraChooser(Retranslating, QWidget):
    """A list, shown where there is something to choose, and a check box, under it or (`level`) beside it. Signal
    `mirrored_changed(bool)`.

    A press of the mouse does not take the keyboard from the page; Tab reaches both."""

    mirrored_changed = Signal(bool)

    def __init__(self, source: FrameSource, *, level: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._level = source, level
        self.choice: CameraChoice = load_choice()
        self.cameras = ComboField(with_message=False)
        self.cameras.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mirrored = CheckBox()
        self.mirrored.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mirrored.setChecked(self.choice.mirrored)
        if level:
            line = row(self.cameras, self.mirrored, STRETCH, gap=16, parent=self)
            line.setStretch(0, 1)
            line.setAlignment(self.mirrored, Qt.AlignmentFlag.AlignVCenter)
        else:
            column(self.cameras, self.mirrored, gap=8, parent=self)
        self.cameras.picked.connect(self._pick)
        self.mirrored.toggled.connect(self._mirror)
        source.cameras_changed.connect(self.show_cameras)
        self.cameras.hide()
        self.retranslate()

    def open(self) -> None:
        """Wishes for the camera of last time, as the other pages left it."""
        self.choice = load_choice()
        self.mirrored.setChecked(self.choice.mirrored)
        self._source.choose(self.choice.key)

    def show_cameras(self) -> None:
        """The cameras that are plugged in now."""
        there = self._source.cameras()
        self.cameras.set_choices([(camera.key, camera.name) for camera in there])
        wished = next(
            (camera for camera in there if camera.key == self.choice.key), there[0] if there else None
        )
        if wished is not None:
            self.cameras.choose(wished.key)
        self.cameras.setVisible(len(there) > 1)
        self.mirrored.setVisible(bool(there))

    def _pick(self, key: str) -> None:
        self._keep(replace(self.choice, key=key))
        self._source.choose(key)

    def _mirror(self, mirrored: bool) -> None:
        if mirrored != self.choice.mirrored:
            self._keep(replace(self.choice, mirrored=mirrored))
        self.mirrored_changed.emit(mirrored)

    def _keep(self, choice: CameraChoice) -> None:
        self.choice = choice
        save_choice(choice)

    def retranslate(self) -> None:
        if self._level:
            # There is less room, and the list says by itself what it lists.
            self.cameras.box.setAccessibleName(self.tr("Camera"))
        else:
            self.cameras.set_label(self.tr("Camera"))
        self.mirrored.setText(self.tr("Show as in a mirror"))
