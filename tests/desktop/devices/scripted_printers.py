"""A printer that prints a PDF, and a person who chooses it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.errors import Fault, FaultCode, GatebookError, Refusal, RefusalCode
from desktop.devices.pdf_printing import draw_pdf, printer_for
from desktop.devices.print_orders import Found, Order
from desktop.devices.printer import Failed, Listed, Moved, Printed
from desktop.operations.sent_cards import draw_sent_cards
from desktop.views.printing.choice_sheet import ChoiceSheet


class ScriptedJob:
    """Something under way. `cancelled` is whether someone stopped it."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class ScriptedPrinters:
    """Prints into a PDF, in this process. `told` are the names that the system gives; it jams after so many pages."""

    def __init__(self, path: Path, told: tuple[str, ...] = ("Office",)) -> None:
        self.path, self.told = path, told
        self.orders: list[Order] = []
        self.jams_after: int | None = None
        self.silent = False

    def list(self, listed: Listed, failed: Failed) -> ScriptedJob:
        if self.silent:
            QTimer.singleShot(0, lambda: failed(Fault(FaultCode.PRINTERS_SILENT)))
        else:
            found = [Found(name, name == self.told[0]) for name in self.told]
            QTimer.singleShot(0, lambda: listed(found))
        return ScriptedJob()

    def send(
        self,
        order: Order,
        data: bytes,
        moved: Moved,
        printed: Printed,
        failed: Failed,
        drawn: Moved | None = None,
    ) -> ScriptedJob:
        self.orders.append(order)
        job = ScriptedJob()

        def go() -> None:
            def told(done: int, total: int) -> None:
                if self.jams_after is not None and done >= self.jams_after:
                    raise Fault(FaultCode.PRINTER_STOPPED, name=order.printer)
                moved(done, total)
                if job.cancelled:
                    raise Refusal(RefusalCode.CANCELLED)

            into = replace(order, into=str(self.path), dpi=300)
            try:
                pdf = draw_sent_cards(data, drawn or moved) if order.cards else data
                pages = draw_pdf(printer_for(into), pdf, into, told)
            except GatebookError as error:
                failed(error)
            else:
                printed(pages)

        QTimer.singleShot(0, go)
        return job


def asked(window: QWidget, qtbot: QtBot) -> ChoiceSheet:
    """The open question how to print, once it knows the printers."""

    def sheets() -> list[ChoiceSheet]:
        return [one for one in window.findChildren(ChoiceSheet) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(sheets()) and sheets()[-1].print_button.isEnabled())
    return sheets()[-1]
