"""A sheet of paper before it is printed: the real page, then a printer or a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import GatebookError
from db.files import write_whole
from db.register import Register
from desktop.devices.printer import Printers
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message
from desktop.kit.theme import px
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.pdf_preview import PdfPreview
from desktop.views.print_sheet import print_sheet


class PaperSheet(Sheet):
    """`make` draws the PDF on the thread for long work. `printers` is the machine's unless a test gives another."""

    def __init__(
        self,
        session: Session,
        title: str,
        file_name: str,
        make: Callable[[Register], bytes],
        printers: Printers | None = None,
    ) -> None:
        super().__init__(title, icon="print", width=760)
        self._session, self._file_name, self._printers = session, file_name, printers
        self._pdf = b""
        self.preview = PdfPreview()
        self.preview.failed.connect(self._say)
        self.body.addWidget(self.preview, 1)
        self.message = Message()
        self.body.addWidget(self.message)
        self.save_button = Button(self.tr("Save as PDF"), icon="save")
        self.save_button.clicked.connect(self._ask_where)
        self.print_button = Button(self.tr("Print"), ButtonKind.PRIMARY, icon="print", key="Enter")
        self.print_button.clicked.connect(self.print_page)
        self.on_enter = self.print_button
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.save_button)
        self.foot_row.addWidget(self.print_button)
        self._enable(False)
        session.do_long(make, done=self._take, failed=self._say)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        self.preview.setMinimumHeight(max(px(280), min(px(620), window.height() - px(220))))
        super().open_over(window, focus or self.print_button)

    def _take(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(lambda: pdf)
        self._enable(True)

    def _enable(self, ready: bool) -> None:
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def print_page(self) -> None:
        """Asks for a printer, and sends the page to it."""
        tasks, title = self._session.tasks, self.title.text()
        print_sheet(self._pdf, title, self, tasks, self._printed, self._say, self._printers)

    def _printed(self, _pages: int) -> None:
        self.message.set_message(self.tr("Sent to the printer"), error=False)

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), self._file_name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Saves the page, whole or not at all."""
        pdf = self._pdf

        def save(_register: object) -> Path:
            write_whole(path, pdf)
            return path

        self._session.do_long(save, done=self._saved, failed=self._say)

    def _saved(self, path: Path) -> None:
        self.message.set_message(self.tr("Saved as {file}").format(file=path.name), error=False)

    def _say(self, error: GatebookError) -> None:
        self.message.set_message(sentence(error))
