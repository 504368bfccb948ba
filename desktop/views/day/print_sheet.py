"""The day's report before it is printed: the real pages, then a printer or a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import GatebookError
from db.files import write_whole
from desktop.devices.printer import Printers
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message
from desktop.kit.labels import Label
from desktop.kit.theme import Type, px
from desktop.language import current_language
from desktop.operations.day_paper import print_day
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.pdf_preview import PdfPreview
from desktop.views.print_sheet import print_sheet


class PrintSheet(Sheet):
    """Names are masked, as in the day's folder. `printers` is the machine's unless a test gives another."""

    def __init__(self, session: Session, day: str, printers: Printers | None = None) -> None:
        super().__init__("", icon="print", width=760)
        self._session, self._day = session, day
        self._printers = printers
        self._pdf = b""
        self.title.setText(self.tr("Report of {day}").format(day=day))
        self.preview = PdfPreview()
        self.preview.setMinimumHeight(px(330))
        self.preview.drawn.connect(self._show_pages)
        self.preview.failed.connect(self._say)
        self.body.addWidget(self.preview, 1)
        self.message = Message()
        self.body.addWidget(self.message)
        self.before = IconButton("left", self.tr("The page before"), side=44)
        self.after = IconButton("right", self.tr("The next page"), side=44)
        self.before.clicked.connect(lambda: self.preview.show_page(self.preview.page() - 1))
        self.after.clicked.connect(lambda: self.preview.show_page(self.preview.page() + 1))
        self.pages = Label("", Type.BODY, "text2")
        self.save_button = Button(self.tr("Save as PDF"), icon="save")
        self.save_button.clicked.connect(self._ask_where)
        self.print_button = Button(self.tr("Print"), ButtonKind.PRIMARY, icon="print", key="Enter")
        self.print_button.clicked.connect(self.print_pages)
        self.on_enter = self.print_button
        for widget in (self.before, self.pages, self.after):
            self.foot_row.addWidget(widget)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.save_button)
        self.foot_row.addWidget(self.print_button)
        self._enable(False)
        session.do_long(print_day, day, current_language(), done=self._take, failed=self._say)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        self.preview.setMinimumHeight(max(px(280), min(px(620), window.height() - px(220))))
        super().open_over(window, focus or self.print_button)

    def _take(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(lambda: pdf)
        self._enable(True)

    def _show_pages(self, pages: int) -> None:
        at = self.preview.page()
        self.pages.setText(f"{at + 1} / {pages}")
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < pages)

    def print_pages(self) -> None:
        """Asks for a printer, and sends the pages to it."""
        print_sheet(
            self._pdf,
            self.title.text(),
            self,
            self._session.tasks,
            self._printed,
            self._say,
            self._printers,
        )

    def _printed(self, pages: int) -> None:
        self.message.set_message(self.tr("%n page(s) sent to the printer", "", pages), error=False)

    def _ask_where(self) -> None:
        name = self.tr("day report {day}.pdf").format(day=self._day)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Saves the pages, whole or not at all."""
        pdf = self._pdf

        def save(_register: object) -> Path:
            write_whole(path, pdf)
            return path

        self._session.do_long(save, done=self._saved, failed=self._say)

    def _saved(self, path: Path) -> None:
        self.message.set_message(self.tr("Saved as {file}").format(file=path.name), error=False)

    def _say(self, error: GatebookError) -> None:
        self.message.set_message(sentence(error))

    def _enable(self, ready: bool) -> None:
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
        self.before.setEnabled(False)
        self.after.setEnabled(False)
