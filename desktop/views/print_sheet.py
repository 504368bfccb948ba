"""Printing a PDF that is there: a person chooses a printer, it goes there in the background, and its end is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from db.errors import GatebookError, RefusalCode
from desktop.devices.print_orders import A4, Order
from desktop.devices.printer import Printers, SystemPrinters
from desktop.kit.fields import Message
from desktop.operations.sheets import save_sheet
from desktop.sentences import sentence
from desktop.tasks import Tasks
from desktop.views.printing.choice_sheet import ChoiceSheet, Paper


def print_sheet(
    pdf: bytes,
    title: str,
    parent: QWidget,
    tasks: Tasks,
    done: Callable[[int], None],
    failed: Callable[[GatebookError], None],
    printers: Printers | None = None,
    says: Callable[[GatebookError], str] = sentence,
) -> ChoiceSheet:
    """Lets a person choose a printer for sheets of A4, and sends them there. `done` gets the number of pages once the
    system took them, `failed` a refusal or fault; nothing is called where the person does not print. `says` puts
    into words that there is no printer."""
    system = printers or SystemPrinters()
    sheet = ChoiceSheet(Paper(title, A4), system, says)

    def send(order: Order) -> None:
        def printed(pages: int) -> None:
            _end(sheet)
            done(pages)

        def stopped(error: GatebookError) -> None:
            _end(sheet)
            if error.code is not RefusalCode.CANCELLED:
                failed(error)

        sheet.show_sending(system.send(order, pdf, sheet.progress.set_progress, printed, stopped))

    sheet.chosen.connect(send)
    sheet.file_asked.connect(
        lambda: ask_where(sheet.file_button.text(), f"{title}.pdf", pdf, sheet.message, tasks)
    )
    sheet.offer_file()
    sheet.open_over(parent.window())
    return sheet


def _end(sheet: ChoiceSheet) -> None:
    if isValid(sheet):
        sheet.end_sending()


def ask_where(title: str, name: str, pdf: bytes, message: Message, tasks: Tasks) -> None:
    """Asks for a file, `name` is offered, and saves the PDF there; `message` tells."""
    path, _ = QFileDialog.getSaveFileName(message, title, name, "PDF (*.pdf)")
    if path:
        save_as(message, pdf, Path(path).with_suffix(".pdf"), tasks)


def save_as(message: Message, pdf: bytes, path: Path, tasks: Tasks) -> None:
    """Saves the PDF, whole or not at all, and says so in `message`."""

    def saved(written: Path) -> None:
        if isValid(message):
            words = QCoreApplication.translate("PrintSheet", "Saved as {file}").format(file=written.name)
            message.set_message(words, error=False)

    def failed(error: GatebookError) -> None:
        if isValid(message):
            message.set_message(sentence(error))

    tasks.run(lambda: save_sheet(pdf, path), saved, failed)
