"""Over the verdict: finding someone by hand, the lane, and the sound."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.choices import Option, Segmented
from desktop.kit.density import density
from desktop.kit.layouts import row, scaled
from desktop.kit.more_fields import SearchField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import px, themes
from desktop.views.gate.queue_mode import QueueMode
from desktop.views.gate.queue_panel import QueueStrip

MOST_ROOM = 340
"""What the search should have, in pixels at 100 %, before the camera's word stands beside its icon."""


class TopBar(Retranslating, QWidget):
    """Attributes: `search`; `queue`, which stands in place of the lane while a queue goes through.

    Signals: `lane_chosen(str)`: `auto`, `in`, `out`; `mute_asked(bool)`; `camera_asked()`."""

    lane_chosen = Signal(str)
    mute_asked = Signal(bool)
    camera_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._muted: bool = False
        # Initials and numbers are typed as they are: an input method would hold them back.
        self.search = SearchField(icon="scan", height=56, input_method=False)
        self.search.set_key("F2")
        self.lane = Segmented(height=56)
        self.lane.chosen.connect(self.lane_chosen)
        self.lane.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.mute = IconButton("sound", "", ButtonKind.SECONDARY, side=56, glyph=24)
        self.mute.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mute.clicked.connect(lambda: self.mute_asked.emit(not self._muted))
        self.queue = QueueStrip()
        self._lanes = QStackedWidget()
        self._lanes.addWidget(self.lane)
        self._lanes.addWidget(self.queue)
        self._lanes.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.camera = Button("", icon="camera", key="F4", height=56)
        self.camera.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.camera.clicked.connect(self.camera_asked)
        self._line = row(self.search, self._lanes, self.camera, self.mute, gap=12, parent=self)
        self._line.setStretch(0, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def _fit(self) -> None:
        height = density().pick(56, 52, 46)
        self.search.set_height(height)
        self.lane.set_height(height)
        self._lanes.setFixedHeight(px(height))
        # The strip of a queue needs as much, and nothing moves when it takes the lane's place.
        self._lanes.setMinimumWidth(px(256))
        self.camera.set_height(height)
        self.mute.set_height(height)
        self._name_lane()
        self._name_camera()
        scaled(self._line, 12 if not density().narrow else 6)

    def retranslate(self) -> None:
        self._name_lane()
        self._name_camera()
        self.lane.setAccessibleName(self.tr("Lane"))
        self.lane.setToolTip(self.tr("Lane") + " (F6, Ctrl+D)")
        self._name_mute()

    def show_lane(self, lane: str) -> None:
        """Where the switch stands."""
        self.lane.choose(lane)

    def show_queue(self, mode: QueueMode | None) -> None:
        """The queue that goes through, or the lane."""
        if mode is not None:
            self.queue.set_queue(mode.book, mode.direction, len(mode.passed))
        self._lanes.setCurrentWidget(self.lane if mode is None else self.queue)

    def _name_lane(self) -> None:
        """The words say which; where there is little room they stand without icons."""
        icons = (None, None, None) if density().narrow else ("in", "shuffle", "out")
        words = (self.tr("In only"), self.tr("Auto"), self.tr("Out only"))
        self.lane.set_options([Option(*one) for one in zip(("in", "auto", "out"), words, icons, strict=True)])
        self.lane.set_no_focus()

    def _name_camera(self) -> None:
        words, narrow = self.tr("Camera"), density().narrow
        spare = px(830 - 52 - 92 - 3 * 12) - self.lane.sizeHint().width()
        self.camera.setText(words if not narrow and spare > px(MOST_ROOM) else "")
        self.camera.setAccessibleName(words)
        self.camera.setToolTip(f"{words} (F4, Ctrl+K)")
        long = self.tr("Scan, or type a number or initials")
        self.search.set_placeholder(self.tr("Scan, or a number") if narrow else long)

    def show_muted(self, muted: bool) -> None:
        """Whether sounds are off."""
        self._muted = muted
        self.mute.set_icon_name("mute" if muted else "sound")
        self._name_mute()

    def _name_mute(self) -> None:
        words = self.tr("Sound on") if self._muted else self.tr("Sound off")
        self.mute.set_name(words)
        self.mute.setToolTip(f"{words} (Ctrl+M)")
