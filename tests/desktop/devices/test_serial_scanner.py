"""Scanners at a serial port, at a real pair of terminals: what is sent, in pieces, and pulled out in the middle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices.serial_scanner import Found, Port, PortState, SerialScanners, scans_in, system_ports

HOME = "200312200001230011234567890123"
OTHER = "200312100000450019876543210987"

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pairs of terminals")
HONEYWELL = 0x0C2E
ARDUINO = 0x2341


@dataclass
class Cable:
    """A scanner's end of a pair of terminals; ours is its port."""

    vendor: int = HONEYWELL
    words: str = ""
    scanner: int = field(init=False)
    port: Port = field(init=False)

    def __post_init__(self) -> None:
        self.scanner, self._ours = os.openpty()
        path = os.ttyname(self._ours)
        self.port = Port(os.path.basename(path), path, self.vendor, 7, "A 1", self.words)
        self._in = True

    def send(self, text: str) -> None:
        os.write(self.scanner, text.encode("latin-1"))

    def pull(self) -> None:
        if self._in:
            self._in = False
            os.close(self.scanner)
            os.close(self._ours)


@dataclass
class Desk:
    """Serial scanners over scripted ports, and what they said."""

    scanners: SerialScanners
    ports: list[Port]
    scans: list[str]

    def plug(self, *cables: Cable) -> None:
        self.ports[:] = [cable.port for cable in cables]
        self.scanners._take_ports(list(self.ports))

    @property
    def states(self) -> list[PortState]:
        return [found.state for found in self.scanners.found]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    ports: list[Port] = []
    desk = Desk(SerialScanners(look=lambda: list(ports)), ports, [])
    desk.scanners.scanned.connect(desk.scans.append)
    yield desk
    desk.scanners.close()
    desk.scanners.deleteLater()


@pytest.fixture
def cable() -> Iterator[Cable]:
    cable = Cable()
    yield cable
    cable.pull()


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t", "\x03", ""])
@pytest.mark.parametrize("before", ["", "\x02", "]Q1", "]C0"])
def test_a_card_that_is_sent_is_a_scan(before: str, end: str, desk: Desk, cable: Cable, qtbot: QtBot) -> None:
    desk.plug(cable)
    assert desk.states == [PortState.READ]
    cable.send(before + HOME + end)
    qtbot.waitUntil(lambda: desk.scans == [HOME])


def test_pieces_are_put_together_and_two_cards_are_two_scans(desk: Desk, cable: Cable, qtbot: QtBot) -> None:
    desk.plug(cable)
    cable.send(HOME[:7])
    qtbot.waitUntil(lambda: desk.scanners._lines[cable.port.path].text == HOME[:7])
    cable.send(HOME[7:] + "\r" + OTHER + "\rHELLO\r")
    qtbot.waitUntil(lambda: desk.scans == [HOME, OTHER])


def test_two_scanners_at_once_do_not_mix(desk: Desk, cable: Cable, qtbot: QtBot) -> None:
    second = Cable()
    desk.plug(cable, second)
    for one, other in zip(HOME + "\r", OTHER + "\r", strict=True):
        cable.send(one)
        second.send(other)
    qtbot.waitUntil(lambda: sorted(desk.scans) == sorted([HOME, OTHER]))
    second.pull()


def test_a_scanner_pulled_out_in_the_middle_is_gone_and_comes_back(
    desk: Desk, cable: Cable, qtbot: QtBot
) -> None:
    desk.plug(cable)
    cable.send(HOME[:12])
    with qtbot.waitSignal(desk.scanners.went):
        cable.pull()
    assert desk.scanners.found == ()
    assert desk.scans == []
    again = Cable()
    with qtbot.waitSignal(desk.scanners.came):
        desk.plug(again)
    again.send(HOME + "\r")
    qtbot.waitUntil(lambda: desk.scans == [HOME])
    again.pull()


def test_a_port_that_may_be_anything_is_not_opened_until_someone_says_so(desk: Desk, qtbot: QtBot) -> None:
    board = Cable(ARDUINO, "Arduino Uno")
    desk.plug(board)
    assert desk.states == [PortState.LEFT]
    board.send(HOME + "\r")
    desk.scanners.allow(board.port)
    assert desk.states == [PortState.READ]
    board.send(OTHER + "\r")
    qtbot.waitUntil(lambda: OTHER in desk.scans)
    assert desk.scanners.allowed == [board.port.key]
    desk.scanners.allow(board.port, False)
    assert PortState.READ not in desk.states
    board.pull()


@pytest.mark.parametrize(
    ("vendor", "words", "is_scanner"),
    [
        (0x1EAB, "", True),
        (0x1234, "USB Barcode Scanner", True),
        (0x0483, "二维条码扫描枪", True),
        (ARDUINO, "Arduino Uno", False),
        (0x12D1, "HUAWEI Mobile Modem", False),
        (0x1A86, "USB Serial CH340", False),
        (0, "Scanner", False),
    ],
)
def test_a_scanner_is_known_by_its_maker_or_its_name(vendor: int, words: str, is_scanner: bool) -> None:
    assert Port("x", "/x", vendor, 1, "", words).is_scanner is is_scanner


def test_looking_finds_what_is_plugged_in(desk: Desk, cable: Cable, qtbot: QtBot) -> None:
    desk.ports.append(cable.port)
    with qtbot.waitSignal(desk.scanners.came):
        desk.scanners.start()
    assert desk.scanners.found == (Found(cable.port, PortState.READ),)


def test_this_machine_tells_its_ports_at_usb() -> None:
    assert all(port.vendor and port.path for port in system_ports())


def test_without_the_library_all_else_works(qtbot: QtBot) -> None:
    def missing() -> list[Port]:
        raise ImportError

    scanners = SerialScanners(look=missing)
    with qtbot.waitSignal(scanners.changed):
        scanners.start()
    assert not scanners.available
    scanners.close()


def test_what_is_no_code_is_no_scan() -> None:
    assert scans_in('+CMTI: "SM",1') == []
    assert scans_in("temperature 36.5") == []
    assert scans_in("A" + HOME + "#") == [HOME]
    assert scans_in(HOME + HOME) == [HOME]
