"""The printers of this machine, as the window uses them: which there are, and sending a PDF to one.

Both are done by a process of its own (`desktop.cli.print_process`), because a driver, or a server that is gone, may
take seconds or never answer, and because Qt draws pages with Python's lock held. The window is told by callbacks on
its own thread, and can stop either at any time. Behind a small interface, so that tests print on a scripted printer.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer

from db.errors import Fault, FaultCode, GatebookError, Refusal, RefusalCode
from desktop.devices.print_orders import PRINTS, Found, Order, decode_answer, encode_order

LISTING_SECONDS = 20.0
"""A system that has not said by then which printers there are is not waited for."""
_PART = 1 << 20
_LEAVING_MS = 3000
_LAST_WORDS = {"printers", "printed"}
_ROOT = Path(__file__).resolve().parents[2]

Listed = Callable[[Sequence[Found]], None]
Moved = Callable[[int, int], None]
Printed = Callable[[int], None]
Failed = Callable[[GatebookError], None]


class Job(Protocol):
    """Something under way at the printers."""

    def cancel(self) -> None:
        """Stops it; its `failed` gets `Refusal` (`CANCELLED`). What a printer has already it may still print."""


class Printers(Protocol):
    """What the program needs of printing. All callbacks come on the thread that asked, later."""

    def list(self, listed: Listed, failed: Failed) -> Job:
        """The printers that the system knows, its usual one first. `failed` gets `Fault` (`PRINTERS_SILENT`)."""

    def send(
        self,
        order: Order,
        data: bytes,
        moved: Moved,
        printed: Printed,
        failed: Failed,
        drawn: Moved | None = None,
    ) -> Job:
        """Prints a PDF, or what `operations.sent_cards` made. `drawn` is told cards drawn and all cards, `moved` pages
        and all pages, `printed` the number of pages once the system took them; `failed` gets `Fault` (`NO_PRINTER`,
        `PRINTER_STOPPED`, `IO`) or what drawing the cards raises."""


class SystemPrinters:
    """The printers of this machine, each thing asked of them in a process of its own."""

    def list(self, listed: Listed, failed: Failed) -> Job:
        def answered(said: dict[str, Any]) -> None:
            if "printers" in said:
                listed([Found(str(one["name"]), bool(one["usual"])) for one in said["printers"]])

        silent = Fault(FaultCode.PRINTERS_SILENT)
        return _Process(encode_order(None), b"", answered, failed, silent, LISTING_SECONDS)

    def send(
        self,
        order: Order,
        data: bytes,
        moved: Moved,
        printed: Printed,
        failed: Failed,
        drawn: Moved | None = None,
    ) -> Job:
        def answered(said: dict[str, Any]) -> None:
            if "printed" in said:
                printed(int(said["printed"]))
            elif "total" in said:
                moved(int(said["done"]), int(said["total"]))
            elif "drawn" in said and drawn is not None:
                drawn(int(said["drawn"]), int(said["cards"]))

        stopped = Fault(FaultCode.PRINTER_STOPPED, name=order.printer)
        return _Process(encode_order(order), data, answered, failed, stopped)


class _Process(QObject):
    """One run of the process that prints. `answered` gets what it says; `failed` is called once where it never said
    that it is done: with the error that it told, else with `fault`."""

    _all: set[_Process] = set()

    def __init__(
        self,
        order: bytes,
        data: bytes,
        answered: Callable[[dict[str, Any]], None],
        failed: Failed,
        fault: Fault,
        seconds: float | None = None,
    ) -> None:
        super().__init__()
        self._answered, self._failed, self._fault = answered, failed, fault
        self._error: GatebookError = fault
        self._data, self._sent = data, 0
        self._done = self._ended = self._cancelled = False
        self._scratch = _scratch_folder()
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment(self._scratch))
        if sys.platform != "win32":
            # Copying a large program's memory map first would hold the window up.
            self._process.setUnixProcessParameters(QProcess.UnixProcessFlag.UseVFork)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._process.readAllStandardError)
        self._process.bytesWritten.connect(self._write)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)
        program, *arguments = command()
        self._process.start(program, arguments)
        self._process.write(order)
        self._write()
        if seconds is not None:
            QTimer.singleShot(round(seconds * 1000), self, self._process.kill)
        self._all.add(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._leave)

    def cancel(self) -> None:
        """Ends the process."""
        if not (self._done or self._ended or self._cancelled):
            self._cancelled = True
            self._process.kill()

    def _leave(self) -> None:
        """The program ends. What the system has is printed; what it has not would come out in parts."""
        self.cancel()
        self._process.waitForFinished(_LEAVING_MS)

    def _write(self, _written: int = 0) -> None:
        """The pages in parts: all of them would be copied at once."""
        if self._sent > len(self._data) or self._process.bytesToWrite() > _PART:
            return
        if self._sent == len(self._data):
            self._sent += 1
            self._process.closeWriteChannel()
            return
        part = self._data[self._sent : self._sent + _PART]
        self._sent += len(part)
        self._process.write(part)
        if self._sent == len(self._data):
            self._write()

    def _read(self) -> None:
        while self._process.canReadLine():
            said = decode_answer(bytes(self._process.readLine().data()))
            if "error" in said:
                self._error = _error_of(said, self._fault)
            elif not (self._done or self._cancelled):
                self._done = bool(said.keys() & _LAST_WORDS)
                self._answered(said)

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end()

    def _end(self, *_how: object) -> None:
        if self._ended:
            return
        self._ended = True
        self._read()
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._all.discard(self)
        self._data = b""
        if not self._done:
            self._failed(Refusal(RefusalCode.CANCELLED) if self._cancelled else self._error)
        self.deleteLater()


def command() -> list[str]:
    """How this very program is started as the process that prints."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "desktop", PRINTS]
    # The program without a console may have no standard input; the one with it stands beside it, and Qt shows none.
    beside = Path(sys.executable).with_name("gatebook" + Path(sys.executable).suffix)
    return [str(beside if beside.is_file() else sys.executable), PRINTS]


def _environment(scratch: str) -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.remove("GATEBOOK_PASSPHRASE")
    # CUPS puts what it is given into a file until it has it; ended in the middle, it would leave it lying about.
    environment.insert("TMPDIR", scratch)
    if not getattr(sys, "frozen", False):
        paths = [str(_ROOT), environment.value("PYTHONPATH")]
        environment.insert("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    return environment


def _scratch_folder() -> str:
    """A folder that only this user can look into, in memory where the system offers that."""
    memory = os.environ.get("XDG_RUNTIME_DIR", "")
    if memory and os.access(memory, os.W_OK):
        return tempfile.mkdtemp(prefix="gatebook-print-", dir=memory)
    return tempfile.mkdtemp(prefix="gatebook-print-")


def _error_of(said: dict[str, Any], fault: Fault) -> GatebookError:
    params = said.get("params", {})
    for family, codes in ((Fault, FaultCode), (Refusal, RefusalCode)):
        if said["error"] in list(codes):
            return family(codes(said["error"]), **params)
    return fault
