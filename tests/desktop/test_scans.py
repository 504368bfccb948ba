"""Where a scan goes in the whole window: to the gate from any page, to the page that looks at scanners, or apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.devices.bursts import Moment
from desktop.devices.readings import CODES, CardCode, End, Fitness, Flaw, Stroke, Way
from desktop.devices.serial_scanner import Found, Port, PortState, SerialScanners
from desktop.operations import days, upkeep
from desktop.scans import Scans, scanner_page
from desktop.session import Session
from desktop.views.help.page import SCANNER_LINK, HelpPage
from desktop.views.shell import Page, Shell
from tests.desktop.gate_day import Gate, busy_gate, clock, gate
from tests.desktop.page_session import session

__all__ = ["busy_gate", "clock", "gate", "session"]

HOME = CODES[CardCode.HOME]


class Form(QWidget):
    """A page with a field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)


@dataclass
class Window:
    """The frame with a gate, a form and the page that looks at scanners; its keyboard, and what the gate was asked."""

    shell: Shell
    scans: Scans
    form: Form
    asked: list[str]
    bot: QtBot
    locked: bool = False
    now: int = 90_000

    def press(self, char: str, gap: int) -> None:
        self.now += gap
        key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(char, Qt.Key(ord(char)))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.shell.windowHandle(), event)

    def scan(self, text: str, gap: int = 8) -> None:
        self.now += 900
        for char in text:
            self.press(char, gap)

    @property
    def page(self) -> str:
        return self.shell.page()


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[Window]:
    form, asked = Form(), []  # type: Form, list[str]
    pages = [
        Page("gate", "gate", lambda: "Gate", QWidget()),
        Page("passes", "pass", lambda: "Passes", form),
        Page("settings", "gear", lambda: "Settings", QWidget(), at_foot=True),
        scanner_page(lambda: made.scans.page),
    ]
    shell = Shell(pages)
    scans = Scans(session, shell, asked.append, lambda: made.locked, shell, ports=SerialScanners(look=list))
    made = Window(shell, scans, form, asked, qtbot)
    qtbot.addWidget(shell, before_close_func=lambda _shell: scans.close())
    shell.resize(1366, 697)
    shell.show()
    shell.activateWindow()
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle)


def test_the_test_card_opens_its_page_and_the_gate_hears_nothing_of_it(window: Window) -> None:
    window.scan(HOME + "\r", 16)
    window.bot.waitUntil(lambda: window.page == "scanner")
    assert window.shell.rail.buttons["settings"].isChecked()
    page = window.scans.page
    window.bot.waitUntil(lambda: page.report is not None)
    assert page.report is not None
    assert (page.report.code, page.report.fitness) == (CardCode.HOME, Fitness.GOOD)
    assert (page.report.median_ms, page.report.worst_ms, page.report.end) == (16, 16, End.ENTER)
    window.scan(CODES[CardCode.DISTRICT] + "\t", 30)
    window.bot.waitUntil(lambda: page.report is not None and page.report.code is CardCode.DISTRICT)
    assert page.report.flaws == (Flaw.SLOW,)
    assert page.report.end is End.TAB
    assert window.asked == []
    page.back.click()
    assert window.page == "gate"


def test_a_card_of_a_person_goes_to_the_gate_from_that_page_too(window: Window, busy_gate: Gate) -> None:
    window.scans.show_page()
    assert window.page == "scanner"
    window.scan(busy_gate.medic + "\r")
    assert window.asked == [busy_gate.medic]


def test_on_that_page_a_slow_scanner_presses_no_button_and_is_told(window: Window) -> None:
    window.scans.show_page()
    page = window.scans.page
    page.print_button.setFocus()
    pressed: list[bool] = []
    page.print_button.clicked.disconnect()
    page.print_button.clicked.connect(pressed.append)
    for end in ("\r", "\t"):
        window.scan(HOME + end, 70)
        window.bot.waitUntil(lambda: page.report is not None)
    assert page.report is not None
    assert page.report.flaws == (Flaw.TOO_SLOW,)
    assert pressed == []
    assert page.print_button.hasFocus()
    assert window.asked == []


def test_codes_that_are_none_are_told_on_that_page_and_refused_at_the_gate(window: Window) -> None:
    window.scan("6901234567892\r")
    window.bot.waitUntil(lambda: window.asked == ["6901234567892"])
    window.scans.show_page()
    window.scan("6901234567892\r")
    page = window.scans.page
    window.bot.waitUntil(lambda: page.report is not None)
    assert page.report is not None and page.report.flaws == (Flaw.OTHER_CODE,)
    assert window.asked == ["6901234567892"]


def test_scans_that_keep_coming_garbled_offer_the_page(window: Window) -> None:
    toast = window.shell.toasts.toast
    for _ in range(3):
        window.scans.take("9" * 20)
    assert "garbled" in toast.accessibleName()
    toast.button.click()
    assert window.page == "scanner"


def test_two_scanners_at_once_are_two_people_at_the_gate(window: Window, busy_gate: Gate) -> None:
    one, other = busy_gate.medic, busy_gate.official
    mixed = (
        one[:12] + "".join(a + b for a, b in zip(one[12:], other, strict=False)) + "\r" + other[18:] + "\r"
    )
    window.scan(mixed, 4)
    window.bot.waitUntil(lambda: window.asked == [one, other])


def test_a_key_typed_in_the_middle_of_a_scan_is_typed_and_the_scan_is_whole(
    window: Window, busy_gate: Gate
) -> None:
    window.shell.show_page("passes")
    field = window.form.field
    field.setFocus()
    card = busy_gate.medic
    digit = next(digit for digit in "3456789" if digit not in card[14:17])
    window.scan(card[:15] + digit + card[15:] + "\r", 8)
    window.bot.waitUntil(lambda: window.asked == [card])
    assert field.text() == digit


def test_the_test_card_tears_nobody_away(window: Window) -> None:
    window.shell.show_page("passes")
    field = window.form.field
    field.setFocus()
    window.scan(HOME + "\r")
    window.bot.waitUntil(lambda: window.asked == [HOME])
    window.shell.show_page("gate")
    window.locked = True
    window.scan(HOME + "\r")
    window.bot.waitUntil(lambda: window.asked == [HOME, HOME])
    assert window.page == "gate"


def test_a_serial_scanner_is_shown_and_what_it_sends_is_looked_at(
    window: Window, busy_gate: Gate, session: Session
) -> None:
    window.scans.show_page()
    page, ports = window.scans.page, window.scans.ports
    board = Port("ttyUSB0", "/dev/none", 0x1A86, 1, "", "USB Serial")
    ports.found = (Found(board, PortState.LEFT),)
    ports.changed.emit()
    assert "Not read" in page.port_views[0].state.text()
    page.port_views[0].button.click()
    window.bot.waitUntil(lambda: session.settings.scanner_ports == board.key)
    now = Moment(None, 5)
    ports.read.emit([Stroke(char, now, Way.PORT) for char in HOME])
    assert page.report is not None and page.report.fitness is Fitness.GOOD
    ports.scanned.emit(busy_gate.medic)
    assert window.asked == [busy_gate.medic]


def test_the_help_leads_to_the_page(session: Session, qtbot: QtBot) -> None:
    page = HelpPage(session)
    qtbot.addWidget(page)
    page.show_topic("lead")
    assert f'href="{SCANNER_LINK}"' in page.text.document().toHtml()
    with qtbot.waitSignal(page.scanner_asked):
        page.text.anchorClicked.emit(QUrl(SCANNER_LINK))


def test_the_page_saves_the_sheet(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    window.scans.show_page()
    with window.bot.waitSignal(window.scans.page.told, timeout=20_000):
        window.scans.page.save_to(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_the_code_of_a_printed_day_report_goes_to_the_register_and_not_to_the_gate(
    window: Window, session: Session, busy_gate: Gate
) -> None:
    digits = days.seal(session.register, "2020-02-10").value.digits()
    assert digits is not None
    seals: list[str] = []
    window.scans.seal_read.connect(seals.append)
    window.scan(digits + "\r")
    window.bot.waitUntil(lambda: seals == [digits])
    assert window.asked == []
    good = upkeep.check_paper(session.register, digits)
    assert good.fits and good.report.ok and good.day == "2020-02-10"
    # The same paper, but for one digit of the hash of the line that was sealed.
    value = int(digits) ^ 1 << (64 * 8)
    other = upkeep.check_paper(session.register, str(value))
    assert not other.fits and not other.report.ok
