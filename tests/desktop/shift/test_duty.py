"""A whole window: changing shift and operator by PIN, locking, and a gate that takes scans meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.books.crossings import Reading
from db.books.shifts import Shift, last_shift
from db.books.verdict import Direction
from db.register import key_file_of, open_register
from db.trust.key_file import Unlocked
from db.trust.roles import Role
from desktop.kit.dialogs import Sheet
from desktop.kit.theme import Theme, apply_theme
from desktop.language import install_language
from desktop.main_window import MainWindow
from desktop.operations import operators, passing, shifts
from desktop.preferences import Preferences
from desktop.session import Session
from desktop.views.gate.wishes import Panel
from desktop.views.printing.paper_sheet import PaperSheet
from desktop.views.settings.lock import GATE
from desktop.views.shift.duty_form import DutyPanel, DutySheet
from desktop.views.shift.past_sheet import PastShiftsSheet
from desktop.views.shift.pin_sheet import PinSheet
from tests.desktop.gate.desk import Heard
from tests.registers import OPERATOR, PASSPHRASE, FakeClock, issue, make_register

VOLUNTEER, HER_PASSPHRASE, HER_PIN = "小陈", "volunteer pass 1", "2580"
LEADS_PIN = "7319"


@dataclass(frozen=True)
class Staffed:
    """A gate after a morning, with a lead and a volunteer who both have a PIN: its files, who was unlocked, a card."""

    register: bytes
    keys: bytes
    recovery_key: str
    people: tuple[Unlocked, Unlocked]
    clock: datetime
    medic: str


@cache
def staffed_once() -> Staffed:
    """Made once in a run of the tests: stretching passphrases and PINs takes its time."""
    clock = FakeClock()
    with tempfile.TemporaryDirectory(prefix="gatebook-staffed-") as folder:
        path, made = make_register(Path(folder), clock)
        with open_register(path, OPERATOR, PASSPHRASE, clock=clock.clock()) as register:
            _, medic = issue(register, "王小芳")
            look = passing.look_at_scan(register, medic, Direction.IN).value
            passing.record_scan(register, look, Direction.IN, Reading(365))
            lead = register.unlock(OPERATOR, PASSPHRASE)
            operators.add(register, lead, VOLUNTEER, Role.VOLUNTEER, HER_PASSPHRASE)
            volunteer = register.unlock(VOLUNTEER, HER_PASSPHRASE)
            operators.give_pin(register, volunteer, HER_PIN)
            operators.give_pin(register, lead, LEADS_PIN)
        files = path.read_bytes(), key_file_of(path).read_bytes()
        return Staffed(*files, made.recovery_key, (lead, volunteer), clock.now, medic)


@pytest.fixture
def medic() -> str:
    """The digits of a card of this gate; its holder is inside."""
    return staffed_once().medic


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """The session of the lead."""
    install_language("en")
    apply_theme(qapp, Theme())
    ready = staffed_once()
    path = tmp_path / "312.gatebook"
    path.write_bytes(ready.register)
    key_file_of(path).write_bytes(ready.keys)
    clock = FakeClock(ready.clock)
    clock.at("2020-02-10 08:24")
    with open_register(path, recovery_key=ready.recovery_key, clock=clock.clock()) as register:
        for unlocked in ready.people:
            register.session_keys.remember(unlocked)
        register.as_operator(ready.people[0])
        opened = Session(register)
        crashes: list[object] = []
        opened.tasks.crashed.connect(crashes.append)
        yield opened
        qtbot.waitUntil(lambda: opened.tasks.idle, timeout=10_000)
        opened.tasks.close()
        assert crashes == []


@pytest.fixture
def window(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window of a gate, without sound; each page is made when it is shown."""
    monkeypatch.setattr("desktop.main_window.Sounds", Heard)
    monkeypatch.setattr("desktop.main_window._LATER", {})
    made = MainWindow(session, Preferences())
    made.setParent(made.shell)
    qtbot.addWidget(made.shell)
    made.shell.resize(1366, 697)
    with qtbot.waitSignal(made.all_made, timeout=30_000):
        made.shell.show()
    made.shell.activateWindow()
    qtbot.waitUntil(lambda: session.tasks.idle, timeout=10_000)
    yield made
    qtbot.waitUntil(lambda: session.tasks.idle, timeout=10_000)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._session.tasks.idle, timeout=10_000)


def press(window: MainWindow, key: Qt.Key, with_control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if with_control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, modifier)


def written(window: MainWindow) -> Shift | None:
    with window._session.register.reading() as connection:
        return last_shift(connection, 312)


def open_page(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_H, with_control=True)
    assert window.shell.page() == "shift"
    settle(window, qtbot)


def on_duty(window: MainWindow) -> str:
    return window._session.register.access.name


def visible_sheets(window: MainWindow) -> list[Sheet]:
    return [sheet for sheet in window.shell.findChildren(Sheet) if sheet.isVisible()]


def duty_panel(window: MainWindow) -> DutyPanel:
    panel = window.shell.side()
    assert isinstance(panel, DutyPanel) and panel.isVisible()
    return panel


def test_the_shift_is_handed_over_with_both_pins_and_a_scan_between(
    window: MainWindow, medic: str, qtbot: QtBot
) -> None:
    open_page(window, qtbot)
    page = window.duty.page
    assert [label.text() for label in page.state.numbers["medical"]] == ["1", "0", "1"]
    assert page.things.rows[0].name.text() == "Keys" and page.things.rows[0].count.edit.hasFocus()
    for words in ("3", "", ""):
        QTest.keyClicks(QApplication.focusWidget() or window.shell, words)
        press(window, Qt.Key.Key_Return)
    assert page.people.gives.field.edit.hasFocus(), "Enter goes from count to count, then on to who confirms"
    page.things.remarks.set_text("The lamp is broken")
    before = len(window.gate.conductor.flow.queue)
    window.gate.take_scan(medic)
    settle(window, qtbot)
    assert window.shell.page() == "shift", "whoever writes is not torn away"
    assert window.shell.toasts.toast.isVisible()
    assert len(window.gate.conductor.flow.queue) == before + 1 or window.gate.conductor.flow.front is not None
    page.people.gives.field.set_text(LEADS_PIN)
    page.people.takes.field.set_text(HER_PIN)
    page.hand_over()
    qtbot.waitUntil(lambda: page.people.is_done, timeout=10_000)
    shift = written(window)
    assert shift is not None
    assert (shift.page.gave, shift.page.gave_by) == ("op-1", "pin")
    assert (shift.page.took, shift.page.took_by) == ("op-2", "pin")
    assert [(one.name, one.count) for one in shift.page.things] == [("Keys", 3)]
    assert shift.page.remarks == "The lamp is broken"
    assert on_duty(window) == VOLUNTEER
    settle(window, qtbot)
    assert any(one.accessibleDescription() == "since 08:24" for one in window.shell.top.findChildren(QWidget))
    page.people.gate_button.click()
    assert window.shell.page() == GATE and not window.lock.locked
    press(window, Qt.Key.Key_H, with_control=True)
    settle(window, qtbot)
    assert page.people.giver.text() == VOLUNTEER and not page.people.is_done
    assert [row.before for row in page.things.rows] == [3] and page.things.rows[0].count.text() == ""


def test_a_wrong_pin_is_said_at_whose_it_was_then_it_counts_down(window: MainWindow, qtbot: QtBot) -> None:
    open_page(window, qtbot)
    people = window.duty.page.people
    for _ in range(3):
        people.gives.field.set_text(LEADS_PIN)
        people.takes.field.set_text("9999")
        window.duty.page.hand_over()
        qtbot.waitUntil(lambda: not people.go.busy(), timeout=10_000)
        assert people.takes.field.has_error() and not people.gives.field.has_error()
    people.takes.field.set_text(HER_PIN)
    window.duty.page.hand_over()
    qtbot.waitUntil(lambda: people.takes.waiting, timeout=10_000)
    assert not people.go.isEnabled() and written(window) is None
    countdown = people.takes.countdown
    assert countdown.until is not None
    moment = countdown.until
    countdown.now = lambda: moment - 2.5
    countdown.tick()
    assert people.takes.said.text() == "Wait 3 seconds: there were several wrong tries"
    countdown.now = lambda: moment
    countdown.tick()
    assert people.go.isEnabled() and people.takes.said.text() == ""


def test_what_was_counted_stays_when_the_gate_calls_and_what_was_typed_to_confirm_goes(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_page(window, qtbot)
    page = window.duty.page
    page.things.rows[0].count.set_text("3")
    page.people.gives.field.set_text(LEADS_PIN)
    window.shell.show_page(GATE)
    open_page(window, qtbot)
    assert page.things.rows[0].count.text() == "3" and page.people.gives.field.text() == ""


def test_a_gate_is_closed_by_one_alone_and_all_but_the_gate_locks(window: MainWindow, qtbot: QtBot) -> None:
    open_page(window, qtbot)
    page = window.duty.page
    page.people.taker.box.setCurrentIndex(page.people.taker.box.count() - 1)
    page.people.taker.picked.emit("")
    assert page.people.takes.isHidden() and page.people.go.text() == "Close the gate"
    page.people.gives.field.set_text(LEADS_PIN)
    page.hand_over()
    qtbot.waitUntil(lambda: page.people.is_done, timeout=10_000)
    shift = written(window)
    assert shift is not None and (shift.page.took, shift.page.gave_by) == (None, "pin")
    window.shell.show_page("passes")
    assert window.lock.locked and window.shell.page() == GATE


def test_somebody_takes_over_alone_where_the_one_before_has_gone(window: MainWindow, qtbot: QtBot) -> None:
    open_page(window, qtbot)
    people = window.duty.page.people
    people.gone.click()
    assert people.gives.isHidden()
    people.takes.other.click()
    people.takes.field.set_text(HER_PASSPHRASE)
    window.duty.page.hand_over()
    qtbot.waitUntil(lambda: people.is_done, timeout=10_000)
    shift = written(window)
    assert shift is not None
    assert (shift.page.gave, shift.page.gave_by) == ("op-1", None)
    assert (shift.page.took, shift.page.took_by) == ("op-2", "passphrase")


def test_a_count_that_is_missing_is_asked_for_before_anything_is_written(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_page(window, qtbot)
    page = window.duty.page
    page.things.rows[1].count.set_text("two")
    page.hand_over()
    assert "Thermometers" in page.things.said.text() and page.things.rows[1].count.has_error()
    page.things.rows[1].count.set_text("")
    page.people.taker.choose("op-1")
    page.hand_over()
    assert page.people.said.text() == "Choose somebody else who takes over, or nobody"
    assert written(window) is None


def test_operators_change_beside_the_gate_by_pin_and_scans_go_on(
    window: MainWindow, medic: str, qtbot: QtBot
) -> None:
    window.shell.top.operator_asked.emit()
    panel = duty_panel(window)
    settle(window, qtbot)
    assert visible_sheets(window) == [], "nothing covers the gate"
    editor = panel.form.confirm.field.edit
    assert editor.hasFocus()
    panel.form.operator.choose(VOLUNTEER)
    panel.form.operator.picked.emit(VOLUNTEER)
    assert panel.form.confirm.field.label() == "PIN"
    window.gate.take_scan(medic)
    settle(window, qtbot)
    assert window.gate.conductor.flow.front is not None and panel.isVisible()
    QTest.keyClicks(editor, HER_PIN)
    assert not str(window.gate.conductor.flow.typed.digits)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_duty(window) == VOLUNTEER, timeout=10_000)
    settle(window, qtbot)
    assert window.shell.side() is None and window.gate.hasFocus()
    assert written(window) is None, "no shift is handed over by it"


def test_locked_only_scanning_goes_on_and_a_pin_opens_the_rest(
    window: MainWindow, medic: str, qtbot: QtBot
) -> None:
    window.shell.show_page("settings")
    settle(window, qtbot)
    window.settings.operators.pin.click()
    assert [type(one) for one in visible_sheets(window)] == [PinSheet]
    press(window, Qt.Key.Key_L, with_control=True)
    assert window.lock.locked and window.shell.page() == GATE and visible_sheets(window) == []
    for panel in (Panel.SEARCH, Panel.WITHOUT_CARD, Panel.VOID, Panel.OVERRIDE, Panel.NEW_PASS):
        window.gate.open_panel(panel)
        duty_panel(window).closed.emit()
        assert window.shell.side() is None and window.gate.scan.side.panel is None
    window.gate.take_scan(medic)
    settle(window, qtbot)
    assert window.gate.conductor.flow.front is not None
    window.gate.open_panel(Panel.CALL)
    assert window.gate.scan.side.panel is not None and window.shell.side() is None
    window.shell.show_page("passes")
    form = duty_panel(window).form
    assert window.shell.page() == GATE and window.gate.scan.side.panel is None
    settle(window, qtbot)
    form.confirm.field.set_text(LEADS_PIN)
    form.go.click()
    qtbot.waitUntil(lambda: window.shell.page() == "passes", timeout=10_000)
    assert not window.lock.locked
    settle(window, qtbot)


def test_a_scan_over_an_open_question_is_told_and_waits(window: MainWindow, medic: str, qtbot: QtBot) -> None:
    window.shell.show_page("day")
    settle(window, qtbot)
    window.day.shifts_button.click()
    settle(window, qtbot)
    sheets = visible_sheets(window)
    assert [type(one) for one in sheets] == [PastShiftsSheet]
    window.gate.take_scan(medic)
    settle(window, qtbot)
    assert window.shell.page() == "day" and window.shell.toasts.toast.isVisible()
    window.shell.toasts.toast.button.click()
    assert window.shell.page() == GATE and visible_sheets(window) == []


def test_a_pin_is_set_with_the_own_passphrase_and_typed_twice(window: MainWindow, qtbot: QtBot) -> None:
    window.duty.change_pin()
    sheet = visible_sheets(window)[0]
    assert isinstance(sheet, PinSheet) and window.shell.page() == "settings"

    def give(pin: str, again: str, passphrase: str) -> None:
        for field, text in ((sheet.pin, pin), (sheet.again, again), (sheet.passphrase.field, passphrase)):
            field.set_text(text)
        sheet.go.click()
        settle(window, qtbot)

    give("4826", "4862", PASSPHRASE)
    assert sheet.again.has_error()
    give("1234", "1234", PASSPHRASE)
    assert "no run like 1234" in sheet.pin.message()
    give("4826", "4826", "wrong passphrase")
    assert sheet.passphrase.field.has_error()
    with qtbot.waitSignal(sheet.closed, timeout=10_000):
        give("4826", "4826", PASSPHRASE)
    assert window._session.register.access_by_pin(OPERATOR, "4826").role is Role.LEAD


def test_past_shifts_are_listed_and_printed_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    register = window._session.register
    gives = shifts.Confirmation(OPERATOR, LEADS_PIN, True)
    takes = shifts.Confirmation(VOLUNTEER, HER_PIN, True)
    shifts.hand_over(register, "op-1", gives, takes, [("Keys", 3)], "")
    sheet = PastShiftsSheet(window._session)
    sheet.open_over(window.shell)
    qtbot.waitUntil(lambda: len(sheet.buttons) == 1, timeout=10_000)
    sheet.buttons[0].click()
    paper = visible_sheets(window)[0]
    assert isinstance(paper, PaperSheet)
    qtbot.waitUntil(paper.print_button.isEnabled, timeout=20_000)
    assert paper.title.text() == "Change of shift 2020-02-10 08:24"
    paper.save_to(tmp_path / "page.pdf")
    qtbot.waitUntil(lambda: paper.message.accessibleName() == "Saved as page.pdf", timeout=10_000)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: not paper.preview.busy, timeout=20_000)
    paper.close_sheet()


def test_from_any_other_page_the_name_leads_to_the_change_of_shift_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.shell.show_page("day")
    settle(window, qtbot)
    window.shell.top.operator_asked.emit()
    sheet = visible_sheets(window)[0]
    assert isinstance(sheet, DutySheet)
    settle(window, qtbot)
    sheet.shift.click()
    settle(window, qtbot)
    assert window.shell.page() == "shift" and visible_sheets(window) == []
