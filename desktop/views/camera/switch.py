"""The keys that open the camera beside whatever page is shown, and close it again.

camera = CameraSwitch(shell, gate.take_scan); PhotoSheet(camera.source)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.devices.camera import FrameSource, system_camera
from desktop.views.shell import Shell

if TYPE_CHECKING:
    from desktop.views.camera.panel import CameraPanel

KEYS = ("F4", "Ctrl+K")


class CameraSwitch(QObject):
    """F4 and Ctrl+K. `take_scan` gets the digits of each card that is shown to the camera.

    A page that uses the camera itself, as the form of a new pass does for a photo, has a method `camera_asked() ->
    bool` and says by it whether it took the key. Attributes: `source`, the one camera that all pages share;
    `panel`, which is made, with what it needs, when it is first wanted."""

    def __init__(
        self, shell: Shell, take_scan: Callable[[str], object], source: FrameSource | None = None
    ) -> None:
        super().__init__(shell)
        self._shell, self._take_scan = shell, take_scan
        self.source = source or system_camera(self)
        for keys in KEYS:
            QShortcut(QKeySequence(keys), shell).activated.connect(self.toggle)

    @cached_property
    def panel(self) -> CameraPanel:
        from desktop.views.camera.panel import CameraPanel

        panel = CameraPanel(self.source)
        panel.scanned.connect(self._take_scan)
        panel.closed.connect(self._close)
        return panel

    def toggle(self) -> None:
        """Opens the panel, or closes it, or lets the page take the camera."""
        page = self._shell.widget_of(self._shell.page())
        asked = getattr(page, "camera_asked", None)
        if asked is not None and asked():
            return
        if self._shell.side() is self.panel:
            self._shell.close_side()
        else:
            self._shell.open_side(self.panel)

    def _close(self) -> None:
        if self._shell.side() is self.panel:
            self._shell.close_side()
