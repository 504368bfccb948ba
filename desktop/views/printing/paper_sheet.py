"""Sheets of paper before they are printed: the real pages, then a printer or a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.errors import GatebookError
from db.register import Register
from desktop.devices.printer import Printers
from desktop.kit.buttons import Button, ButtonKind, IconButton
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import Message
from desktop.kit.labels import Label
from desktop.kit.theme import Type, px
from desktop.sentences import sentence
from desktop.session import Session
from desktop.views.pdf_preview import PdfPreview
from desktop.views.print_sheet import ask_where, print_sheet, save_as


class PaperSheet(Sheet):
    """`make` draws the PDF on the thread for long work; `file_name` is offered where it is saved. `printers` are the
    machine's unless a test gives others."""

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
            widget.hide()
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.save_button)
        self.foot_row.addWidget(self.print_button)
        self.print_button.setEnabled(False)
        self.save_button.setEnabled(False)
        session.do_long(make, done=self._take, failed=self._say)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        self.preview.setMinimumHeight(max(px(280), min(px(620), window.height() - px(220))))
        super().open_over(window, focus or self.print_button)

    def _take(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(lambda: pdf)
        self.print_button.setEnabled(True)
        self.save_button.setEnabled(True)

    def _show_pages(self, pages: int) -> None:
        at = self.preview.page()
        self.pages.setText(f"{at + 1} / {pages}")
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < pages)
        for widget in (self.before, self.pages, self.after):
            widget.setVisible(pages > 1)

    def print_pages(self) -> None:
        """Asks for a printer, and sends the pages to it."""
        tasks, title = self._session.tasks, self.title.text()
        print_sheet(self._pdf, title, self, tasks, self._printed, self._say, self._printers)

    def _printed(self, pages: int) -> None:
        self.message.set_message(self.tr("%n page(s) sent to the printer", "", pages), error=False)

    def _ask_where(self) -> None:
        ask_where(self.save_button.text(), self._file_name, self._pdf, self.message, self._session.tasks)

    def save_to(self, path: Path) -> None:
        """Saves the pages, whole or not at all."""
        save_as(self.message, self._pdf, path, self._session.tasks)

    def _say(self, error: GatebookError) -> None:
        self.message.set_message(sentence(error))
