"""The photo on its way into a pass: chosen, dropped on the form, or taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.operations.photos import read_photo
from desktop.session import Session

_PICTURES = "*.jpg *.jpeg *.png *.bmp *.webp *.tif *.tiff"


class FormPhoto(QObject):
    """Attributes: `new`, bytes to be kept with the pass, None for none; `shown`, what the form shows; `keep_old`,
    whether a pass keeps the photo that it has.

    Signals: `changed`; `failed(GatebookError)`."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, form: QWidget) -> None:
        super().__init__(form)
        self._session, self._form = session, form
        self.new: bytes | None = None
        self.shown: bytes | None = None
        self.keep_old = True

    def clear(self) -> None:
        """For another pass."""
        self.new = self.shown = None
        self.keep_old = True

    def show_old(self, photo: bytes | None) -> None:
        """The photo that the pass has."""
        if self.new is None and self.keep_old:
            self.shown = photo
            self.changed.emit()

    def ask(self) -> None:
        """Asks for a picture file."""
        title = QCoreApplication.translate("FormPhoto", "Choose a picture")
        kinds = QCoreApplication.translate("FormPhoto", "Pictures")
        path, _ = QFileDialog.getOpenFileName(self._form, title, "", f"{kinds} ({_PICTURES})")
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Takes a picture file, made small off the GUI thread."""
        self._session.tasks.run_long(lambda: read_photo(path), self.put, self.failed.emit)

    def put(self, photo: bytes) -> None:
        """Takes a photo as it will be kept."""
        self.new = self.shown = photo
        self.changed.emit()

    def drop(self) -> None:
        """No photo."""
        self.new = self.shown = None
        self.keep_old = False
        self.changed.emit()


def may_drop(event: QDragEnterEvent) -> bool:
    """Whether a file is dragged here."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return bool(urls) and urls[0].isLocalFile()


def dropped(event: QDropEvent) -> Path:
    """The file that was dropped."""
    return Path(event.mimeData().urls()[0].toLocalFile())
