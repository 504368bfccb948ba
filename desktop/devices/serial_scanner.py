"""Scanners at a serial port: USB scanners that were set to it (virtual COM, CDC ACM) send a whole card at once.

scanners = SerialScanners(); scanners.scanned.connect(gate.take_scan); scanners.start()

A port is only opened when it is a scanner's for sure: by the maker's number, by a name that says so, or because a
person said so (`allowed`). Opening the port of a modem, a printer or a control board can set it off. Scanners are
found and lost while the program runs; the looking is done on another thread, since some systems take their time.

Qt's serial ports are loaded when looking begins; where they are missing, `available` is False and all else works.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from desktop.devices.bursts import MIN_DIGITS, Moment, plain_character, tokens_in
from desktop.devices.readings import Stroke, Way

if TYPE_CHECKING:
    from PySide6.QtSerialPort import QSerialPort

LOOK_MS = 2_000
FRAME_MS = 40
"""A pause that ends what was sent, where no end mark comes."""
_LONGEST = 4_096
_BAUD = 9_600
# Who makes scanners and little else that has a serial port: Honeywell (Metrologic, Hand Held), Zebra (Symbol),
# Datalogic (PSC), Newland, Opticon, Code, Denso Wave, Zebex, Cino, Superlead, Youjie.
_MAKERS = frozenset(
    {0x0C2E, 0x0536, 0x05E0, 0x05F9, 0x080C, 0x1EAB, 0x065A, 0x11FA, 0x076D, 0x0C8B, 0x1FBB, 0x2DD6, 0x23D0}
)
_CALLED = re.compile(r"scan|bar ?code|symbol|imager|honeywell|newland|datalogic|zebra|扫码|扫描|条码", re.I)
_ENDS = re.compile(r"[\r\n\t\x03\x1d]+")
_DIGITS = re.compile(rf"[0-9]{{{MIN_DIGITS},}}")
_MARKS = re.compile(r"\](?:[A-Za-z][0-9A-Za-z])|\\[0-9]{6}")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Port:
    """A serial port of the machine. `vendor` and `product` are USB's numbers, 0 for a port that is not at USB."""

    name: str
    path: str
    vendor: int = 0
    product: int = 0
    serial: str = ""
    words: str = ""

    @property
    def key(self) -> str:
        """By what it is remembered: the thing that is plugged in, not the name that the system gave it this time."""
        return f"{self.vendor:04x}:{self.product:04x}:{self.serial}".replace(" ", "_")

    @property
    def is_scanner(self) -> bool:
        """Whether it is a scanner's by itself."""
        return bool(self.vendor) and (self.vendor in _MAKERS or bool(_CALLED.search(self.words)))


class PortState(StrEnum):
    """What becomes of a port: read, not ours to open, or taken by another program."""

    READ = "read"
    LEFT = "left"
    BUSY = "busy"


@dataclass(frozen=True)
class Found:
    """A port and its state."""

    port: Port
    state: PortState


def system_ports() -> list[Port]:
    """The ports at USB. Takes up to a tenth of a second on some systems."""
    from PySide6.QtSerialPort import QSerialPortInfo

    return [
        Port(
            info.portName(),
            info.systemLocation(),
            info.vendorIdentifier(),
            info.productIdentifier(),
            info.serialNumber(),
            f"{info.manufacturer()} {info.description()}".strip(),
        )
        for info in QSerialPortInfo.availablePorts()
        if info.hasVendorIdentifier()
    ]


def scans_in(text: str) -> list[str]:
    """The scans in one thing that a scanner sent: digits, without what it puts before and after them."""
    plain = _MARKS.sub("", "".join(plain_character(char) or "" for char in text))
    return [scan for digits in _DIGITS.findall(plain) for scan in tokens_in(digits)[1]]


@dataclass
class _Line:
    """An open port, and what came so far."""

    port: Port
    device: QSerialPort
    pause: QTimer
    text: str = ""
    strokes: list[Stroke] = field(default_factory=list)


class SerialScanners(QObject):
    """Reads every scanner that is at a serial port. Call `close()` at the end.

    Signals: `scanned(str)`; `read(object)`, the strokes of one reading, for the page that looks at scanners;
    `changed()`, another list in `found`; `came(Port)` and `went(Port)` of scanners that are read."""

    scanned = Signal(str)
    read = Signal(object)
    changed = Signal()
    came = Signal(object)
    went = Signal(object)
    _looked = Signal(object)

    def __init__(
        self,
        allowed: Sequence[str] = (),
        look: Callable[[], list[Port]] = system_ports,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.available = True
        self.found: tuple[Found, ...] = ()
        self._allowed = set(allowed)
        self._look = look
        self._lines: dict[str, _Line] = {}
        self._ports: list[Port] = []
        self._looking = self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._looked.connect(self._take_ports)

    def start(self) -> None:
        """Looks now and from time to time."""
        self.look()
        self._timer.start()

    def close(self) -> None:
        """Lets every port go."""
        self._closed = True
        self._timer.stop()
        for path in list(self._lines):
            self._drop(path, told=False)

    def allow(self, port: Port, on: bool = True) -> None:
        """A person says whether a port is a scanner's."""
        (self._allowed.add if on else self._allowed.discard)(port.key)
        if not on and not port.is_scanner:
            self._drop(port.path)
        self._take_ports(self._ports)

    @property
    def allowed(self) -> list[str]:
        """The keys of the ports that a person chose."""
        return sorted(self._allowed)

    # Finding

    def look(self) -> None:
        """Looks which ports there are, on another thread."""
        if self._looking or self._closed or not self.available:
            return
        self._looking = True
        # Started from here, so that the pool's threads import nothing while this one does.
        look, owner = self._look, self

        def work() -> None:
            try:
                ports: list[Port] | None = look()
            except ImportError:
                ports = None
            except Exception:
                _log.exception("looking for serial ports")
                ports = []
            if isValid(owner):
                owner._looked.emit(ports)

        QThreadPool.globalInstance().start(work)

    def _take_ports(self, ports: list[Port] | None) -> None:
        self._looking = False
        if self._closed:
            return
        if ports is None:
            self.available = False
            self._timer.stop()
            self.changed.emit()
            return
        self._ports = ports
        here = {port.path for port in ports}
        for path in [path for path in self._lines if path not in here]:
            self._drop(path)
        found = tuple(Found(port, self._state_of(port)) for port in ports)
        if found != self.found:
            self.found = found
            self.changed.emit()

    def _state_of(self, port: Port) -> PortState:
        if port.path in self._lines:
            return PortState.READ
        if not port.is_scanner and port.key not in self._allowed:
            return PortState.LEFT
        return PortState.READ if self._open(port) else PortState.BUSY

    def _open(self, port: Port) -> bool:
        from PySide6.QtCore import QIODevice
        from PySide6.QtSerialPort import QSerialPort

        device = QSerialPort(self)
        device.setPortName(port.path)
        device.setBaudRate(_BAUD)
        if not device.open(QIODevice.OpenModeFlag.ReadOnly):
            device.deleteLater()
            return False
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(FRAME_MS)
        line = _Line(port, device, pause)
        self._lines[port.path] = line
        device.readyRead.connect(lambda: self._take(line))
        device.errorOccurred.connect(lambda error: self._on_error(line, error))
        pause.timeout.connect(lambda: self._frame(line))
        self.came.emit(port)
        return True

    # Reading

    def _take(self, line: _Line) -> None:
        at = Moment(None, time.monotonic_ns() // 1_000_000)
        came = bytes(line.device.readAll().data()).decode("latin-1")
        if len(line.text) + len(came) > _LONGEST:
            line.text, line.strokes = "", []
            came = came[-_LONGEST:]
        for char in came:
            if _ENDS.fullmatch(char):
                line.strokes.append(Stroke("", at, Way.PORT, ends=True))
                self._frame(line)
            else:
                line.text += char
                if char.isprintable():
                    line.strokes.append(Stroke(char, at, Way.PORT))
        if line.text:
            line.pause.start()

    def _frame(self, line: _Line) -> None:
        """One thing is complete."""
        line.pause.stop()
        text, strokes = line.text, line.strokes
        line.text, line.strokes = "", []
        if not text:
            return
        self.read.emit(strokes)
        for scan in scans_in(text):
            self.scanned.emit(scan)

    def _on_error(self, line: _Line, error: Any) -> None:
        from PySide6.QtSerialPort import QSerialPort

        if error in (QSerialPort.SerialPortError.NoError, QSerialPort.SerialPortError.TimeoutError):
            return
        # Not at once: the device is in the middle of telling.
        QTimer.singleShot(0, self, lambda: self._drop(line.port.path))

    def _drop(self, path: str, told: bool = True) -> None:
        line = self._lines.pop(path, None)
        if line is None:
            return
        line.pause.stop()
        line.device.close()
        line.device.deleteLater()
        line.pause.deleteLater()
        if told:
            self._ports = [port for port in self._ports if port.path != path]
            self.found = tuple(one for one in self.found if one.port.path != path)
            self.went.emit(line.port)
            self.changed.emit()
