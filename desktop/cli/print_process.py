"""The process that prints: the program itself, started with one hidden word (`print_orders.PRINTS`).

It gets an order and the pages through standard input, never a file, since cards hold names; it says on standard output
how far it is, one line of JSON a page, and at last that the system took the pages. What a driver or a dead server
holds up or breaks here holds up and breaks nothing else: the window goes on, and may end this process at any time.
Cards are drawn here too, so that their drawing does not compete with the window for Python's lock.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any

import psutil

from db.errors import Fault, FaultCode, GatebookError
from desktop.devices.print_orders import Order, decode_order, encode_answer

_FIRST_CUPS_ERROR = 0x0400


def serve() -> int:
    """Does what standard input says, and gives the exit code: 0 done, 1 not."""
    if sys.platform.startswith("linux"):
        # No display is needed to print, and there may be none.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _stand_back()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["gatebook"])
    order = decode_order(sys.stdin.buffer.readline())
    try:
        if order is None:
            _say(printers=_printers())
        else:
            _print(order, sys.stdin.buffer.read())
    except GatebookError as error:
        _say(error=error.code.value, params={name: str(value) for name, value in error.params.items()})
        return 1
    finally:
        application.quit()
    return 0


def _printers() -> list[dict[str, Any]]:
    from PySide6.QtPrintSupport import QPrinterInfo

    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return [{"name": name, "usual": name == usual} for name in sorted(names, key=lambda one: one != usual)]


def _print(order: Order, data: bytes) -> None:
    from desktop.devices.pdf_printing import draw_pdf, printer_for

    if order.cards:
        from desktop.operations.sent_cards import draw_sent_cards

        data = draw_sent_cards(data, _seldom(lambda drawn, cards: _say(drawn=drawn, cards=cards)))
    printer = printer_for(order)
    pages = draw_pdf(printer, data, order, _seldom(lambda done, total: _say(done=done, total=total)))
    if not order.into and not _taken():
        raise Fault(FaultCode.PRINTER_STOPPED, name=order.printer)
    _say(printed=pages)


def _seldom(say: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """At most once in a hundredth of the work: a thousand cards a second would keep the window busy with listening."""
    last = [-1]

    def moved(done: int, total: int) -> None:
        hundredth = done * 100 // max(total, 1)
        if hundredth != last[0]:
            last[0] = hundredth
            say(done, total)

    return moved


def _stand_back() -> None:
    """Whoever stands at the gate comes first."""
    own = psutil.Process()
    with contextlib.suppress(psutil.Error, OSError):
        own.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else 10)


def _taken() -> bool:
    """Whether the system has the pages now. Qt does not tell what became of them at CUPS; CUPS itself does, of the
    last thing that was asked of it."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return True
    last: int = cups.cupsLastError()
    return last < _FIRST_CUPS_ERROR


def _say(**said: Any) -> None:
    sys.stdout.write(encode_answer(**said))
    sys.stdout.flush()
