"""Over the verdict: finding someone by hand, the lane, and the sound."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.buttons import ButtonKind, IconButton
from desktop.kit.choices import Option, Segmented
from desktop.kit.density import density
from desktop.kit.layouts import row, scaled
from desktop.kit.more_fields import SearchField
from desktop.kit.retranslating import Retranslating
from desktop.kit.theme import themes


class TopBar(Retranslating, QWidget):
    """Attribute `search`. Signals: `lane_chosen(str)`: `auto`, `in`, `out`; `mute_asked(bool)`."""

    lane_chosen = Signal(str)
    mute_asked = Signal(bool)

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
        self._line = row(self.search, self.lane, self.mute, gap=12, parent=self)
        self._line.setStretch(0, 1)
        themes().changed.connect(self._fit)
        density().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def _fit(self) -> None:
        height = density().pick(56, 52, 46)
        self.search.set_height(height)
        self.lane.set_height(height)
        self.mute.set_height(height)
        self.mute.setVisible(not density().narrow)
        scaled(self._line, 12 if not density().narrow else 8)

    def retranslate(self) -> None:
        self.search.set_placeholder(self.tr("Scan a pass, or type a number or initials"))
        self.lane.set_options(
            [
                Option("in", self.tr("In only"), "in"),
                Option("auto", self.tr("Auto"), "shuffle"),
                Option("out", self.tr("Out only"), "out"),
            ]
        )
        self.lane.set_no_focus()
        self.lane.setAccessibleName(self.tr("Lane"))
        self._name_mute()

    def show_lane(self, lane: str) -> None:
        """Where the switch stands."""
        self.lane.choose(lane)

    def show_muted(self, muted: bool) -> None:
        """Whether sounds are off."""
        self._muted = muted
        self.mute.set_icon_name("mute" if muted else "sound")
        self._name_mute()

    def _name_mute(self) -> None:
        self.mute.set_name(self.tr("Sound on") if self._muted else self.tr("Sound off"))
