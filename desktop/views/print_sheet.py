"""Printing one sheet: Qt's print dialog, then the printer in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from db.errors import GatebookError
from desktop.devices.printer import Page, Printers, SystemPrinters
from desktop.tasks import Tasks


def print_sheet(
    pdf: bytes,
    title: str,
    parent: QWidget,
    tasks: Tasks,
    done: Callable[[int], None],
    failed: Callable[[GatebookError], None],
    printers: Printers | None = None,
) -> None:
    """Lets a person choose a printer for an A4 sheet, and sends it there off the GUI thread. `done` gets the number
    of pages that the system took; nothing is called where the person cancelled."""
    system = printers or SystemPrinters()
    printer = system.ask(parent, title, Page(210, 297, "A4"))
    if printer is not None:
        tasks.run_long(lambda: system.send(printer, pdf), done, failed)
