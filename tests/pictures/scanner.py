"""The page that looks at scanners, in what it can say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from desktop.devices.bursts import Moment
from desktop.devices.readings import CODES, CardCode, Stroke, Way
from desktop.devices.scanner import Scanner
from desktop.devices.serial_scanner import Found, Port, PortState, SerialScanners
from desktop.views.settings.scanner_page import ScannerPage
from tests.pictures.day_pages import _in_shell, _sessions
from tests.pictures.registry import Scene, picture

_ENTER = 0x01000004


def strokes(
    text: str, gap: int = 8, end: str = "\r", way: Way = Way.KEY, late: int = 0, places: str = ""
) -> list[Stroke]:
    """What a scanner types: a character every `gap` ms, the tenth `late` ms later."""
    found, now = [], 1_000
    for index, char in enumerate(text):
        now += gap + (late if index == 10 else 0)
        found.append(Stroke(char, Moment(now, now), way, places[index] if places else ""))
    if end:
        found.append(Stroke("", Moment(now + gap, now + gap), way, ends=True, key=_ENTER))
    return found


class _Still(SerialScanners):
    """Finds what a picture shows, and opens nothing."""

    def look(self) -> None:
        pass


def _page(scene: Scene, *ports: Found) -> QWidget:
    session = _sessions(scene).new()
    application = QApplication.instance()
    assert application is not None
    serial = _Still()
    page = ScannerPage(session, Scanner(application), serial)
    serial.setParent(page)
    serial.found = ports
    page.retranslate()
    return _in_shell(scene, session, "settings", page)


def _take(*readings: Sequence[Stroke]) -> Callable[[Scene, QWidget], None]:
    def take(scene: Scene, shell: QWidget) -> None:
        page = shell.findChild(ScannerPage)
        assert isinstance(page, ScannerPage)
        for reading in readings:
            page.take(reading)

    return take


HOME, DISTRICT = CODES[CardCode.HOME], CODES[CardCode.DISTRICT]


@picture("scanner-waiting")
def waiting(scene: Scene) -> QWidget:
    return _page(scene)


@picture("scanner-good", after=_take(strokes(DISTRICT, 8), strokes(HOME, 8)))
def good(scene: Scene) -> QWidget:
    honeywell = Port("ttyACM0", "/dev/ttyACM0", 0x0C2E, 1, "S1", "Honeywell 1470g")
    board = Port("ttyUSB0", "/dev/ttyUSB0", 0x1A86, 0x7523, "", "USB Serial")
    return _page(scene, Found(honeywell, PortState.READ), Found(board, PortState.LEFT))


@picture("scanner-slow", after=_take(strokes("]Q1" + HOME, 30, end="")))
def slow(scene: Scene) -> QWidget:
    return _page(scene)


@picture("scanner-unusable", after=_take(strokes(HOME[:12] + HOME[14:], 16, late=60)))
def unusable(scene: Scene) -> QWidget:
    return _page(scene)


@picture(
    "scanner-layout", after=_take(strokes("".join(")!@#$%^&*("[int(one)] for one in HOME), 16, places=HOME))
)
def layout(scene: Scene) -> QWidget:
    return _page(scene)


@picture("scanner-other", after=_take(strokes("6901234567892", 16)))
def other(scene: Scene) -> QWidget:
    return _page(scene)
