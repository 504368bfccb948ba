"""Every scanner of the window of a gate, and where a scan goes: to the gate; to the page that looks at scanners when it
is the test card; taken apart first when two scanners sent at once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from db.trust.tokens import HOME_DIGITS, MAX_DIGITS, Unreadable, read_token
from desktop.devices.readings import code_of
from desktop.devices.scanner import Scanner
from desktop.devices.serial_scanner import Port, SerialScanners
from desktop.operations.scans import Untangled, is_printed_seal, take_apart
from desktop.operations.settings import keep_settings
from desktop.session import Session
from desktop.views.gate.panel import takes_text
from desktop.views.shell import Page, Shell

if TYPE_CHECKING:
    from desktop.views.settings.scanner_page import ScannerPage

PAGE = "scanner"
LOOK_AFTER_MS = 1_500
"""When serial ports are first looked for: the gate comes first."""
_BAD_SCANS, _BAD_SECONDS = 3, 60.0
"""So many scans that say nothing within so long are the scanner's fault, not the cards'."""


def _say(text: str) -> str:
    return QCoreApplication.translate("Scans", text)


def scanner_page(make: Callable[[], ScannerPage]) -> Page:
    """The page that looks at scanners, for the window's list of pages."""
    return Page(PAGE, "scan", lambda: _say("Scanner"), make, under="settings")


class Scans(QObject):
    """Attributes: `scanner`, which types; `ports`, the scanners at serial ports; `page`, the one that looks at them,
    made when it is first wanted. `take_scan` is the gate's. Signal `seal_read(str)`: somebody scanned the code of a
    printed day report. Call `close()` at the end."""

    seal_read = Signal(str)

    def __init__(
        self,
        session: Session,
        shell: Shell,
        take_scan: Callable[[str], None],
        is_locked: Callable[[], bool],
        parent: QObject | None = None,
        *,
        ports: SerialScanners | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert application is not None
        self._session, self._shell, self._take_scan, self._now = session, shell, take_scan, now
        self._is_locked = is_locked
        self._bad: deque[float] = deque(maxlen=_BAD_SCANS)
        self._came_from = "settings"
        self.scanner = Scanner(application, self)
        self.scanner.scanned.connect(self.take)
        self.ports = ports or SerialScanners(session.settings.scanner_ports.split(), parent=self)
        self.ports.scanned.connect(self.take)
        self.ports.came.connect(self._tell_came)
        self.ports.went.connect(self._tell_went)
        QTimer.singleShot(LOOK_AFTER_MS, self, self.ports.start)
        application.aboutToQuit.connect(self.close)

    def close(self) -> None:
        """Lets keyboard and ports go."""
        self.scanner.close()
        self.ports.close()

    @cached_property
    def page(self) -> ScannerPage:
        from desktop.views.settings.scanner_page import ScannerPage

        page = ScannerPage(self._session, self.scanner, self.ports)
        page.left.connect(lambda: self._shell.show_page(self._came_from))
        page.told.connect(self._shell.toasts.show_toast)
        page.ports_chosen.connect(self._remember_ports)
        return page

    def show_page(self) -> None:
        """Opens the page; its way back leads to where one was."""
        here = self._shell.page()
        if here != PAGE:
            self._came_from = here or "settings"
        self._shell.show_page(PAGE)

    def take(self, digits: str) -> None:
        """What any scanner read."""
        looking = self._shell.page() == PAGE
        readable = not isinstance(read_token(digits), Unreadable)
        if readable:
            self._bad.clear()
            self._take_scan(digits)
        elif looking:
            return
        elif code_of(digits) is not None and not self._is_busy():
            self.show_page()
        elif is_printed_seal(digits):
            self.seal_read.emit(digits)
        elif HOME_DIGITS < len(digits) <= HOME_DIGITS + MAX_DIGITS:
            self._session.do_long(
                take_apart,
                digits,
                done=lambda found: self._take_apart(digits, found),
                failed=lambda _error: self._take_bad(digits),
            )
        else:
            self._take_bad(digits)

    def _is_busy(self) -> bool:
        """Whether the page must not come by itself: it would tear someone away, or ask for a passphrase."""
        return self._is_locked() or takes_text(QApplication.focusWidget())

    def _take_apart(self, digits: str, found: Untangled | None) -> None:
        if found is None:
            self._take_bad(digits)
            return
        if found.typed:
            self.scanner.type(found.typed)
        for card in found.cards:
            self._take_scan(card)

    def _take_bad(self, digits: str) -> None:
        """Unreadable: the gate says so. Where they keep coming, the scanner is to be looked at."""
        self._take_scan(digits)
        self._bad.append(self._now())
        if len(self._bad) == _BAD_SCANS and self._bad[-1] - self._bad[0] <= _BAD_SECONDS:
            self._bad.clear()
            self._shell.toasts.show_toast(
                _say("Scans keep coming garbled. Is it the scanner?"),
                action=_say("Test the scanner"),
                on_action=self.show_page,
                icon="scan",
            )

    def _remember_ports(self, keys: str) -> None:
        before = self._session.settings
        self._session.do(keep_settings, replace(before, scanner_ports=keys), before)

    def _tell_came(self, port: Port) -> None:
        self._shell.toasts.show_toast(_say("Serial scanner found, it is read"), icon="scan")

    def _tell_went(self, port: Port) -> None:
        self._shell.toasts.show_toast(
            _say("Serial scanner unplugged. Type the number, or use another"), icon="unplug"
        )
