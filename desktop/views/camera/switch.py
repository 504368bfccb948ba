"""The keys that open the camera beside whatever page is shown, and close it again."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.views.camera.panel import CameraPanel
from desktop.views.shell import Shell

KEYS = ("F4", "Ctrl+M")


class CameraSwitch(QObject):
    """F4 and Ctrl+M. A page that uses the camera itself, as the form of a new pass does for a photo, has a method
    `camera_asked() -> bool` and says by it whether it took the key."""

    def __init__(self, shell: Shell, panel: CameraPanel) -> None:
        super().__init__(shell)
        self._shell, self._panel = shell, panel
        panel.closed.connect(self._close)
        for keys in KEYS:
            QShortcut(QKeySequence(keys), shell).activated.connect(self.toggle)

    def toggle(self) -> None:
        """Opens the panel, or closes it, or lets the page take the camera."""
        page = self._shell.widget_of(self._shell.page())
        asked = getattr(page, "camera_asked", None)
        if asked is not None and asked():
            return
        if self._shell.side() is self._panel:
            self._shell.close_side()
        else:
            self._shell.open_side(self._panel)

    def _close(self) -> None:
        if self._shell.side() is self._panel:
            self._shell.close_side()
