"""Changing shift and operator, locking, PINs, and the page on paper."""

from __future__ import annotations

import io

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from db.books.crossings import Reading
from db.books.verdict import Direction
from db.errors import Denied, RefusalCode
from db.trust.roles import Role
from desktop.operations import operators, passing, shifts
from desktop.operations.shift_paper import print_shift
from desktop.session import Session
from desktop.views.gate.page import GatePage
from desktop.views.settings.lock import Lock
from desktop.views.shell import Shell
from desktop.views.shift.duty_form import DutyPanel
from desktop.views.shift.page import ShiftPage
from desktop.views.shift.past_sheet import PastShiftsSheet
from desktop.views.shift.pin_sheet import PinSheet
from tests.pictures.day_pages import _idle, _in_shell, _session_of, _sessions
from tests.pictures.gate import Silent
from tests.pictures.registry import Scene, picture
from tests.registers import OPERATOR, PASSPHRASE

_PINS = {OPERATOR: "7319", "王芳": "2580"}
_THINGS = (
    (("钥匙", "Keys"), 3),
    (("额温枪", "Thermometers"), 2),
    (("对讲机", "Radios"), 2),
    (("N95 口罩", "N95 masks"), 60),
)


def _staffed(scene: Scene) -> Session:
    """A gate with people still out, a guest, somebody with a fever, and two who take turns."""
    session = _sessions(scene).new()
    register = session.register
    lead = register.unlock(OPERATOR, PASSPHRASE)
    operators.add(register, lead, "王芳", Role.VOLUNTEER, "volunteer pass 1")
    shifts.set_own_pin(register, OPERATOR, PASSPHRASE, _PINS[OPERATOR])
    shifts.set_own_pin(register, "王芳", "volunteer pass 1", _PINS["王芳"])
    return session


def _hand_over(scene: Scene, session: Session, gave: str, took: str, remarks: str = "") -> None:
    gives, takes = (shifts.Confirmation(name, _PINS[name], True) for name in (gave, took))
    register = session.register
    things = [(scene.say(*names), count) for names, count in _THINGS]
    shifts.hand_over(register, register.key_file.find(gave).id, gives, takes, things, remarks)


def _an_evening(scene: Scene) -> Session:
    session = _staffed(scene)
    remarks = scene.say("7 栋 301 今晚有药送到。", "Medicine for 7-301 comes tonight.")
    _hand_over(scene, session, OPERATOR, "王芳", remarks)
    _hand_over(scene, session, "王芳", OPERATOR)
    register = session.register
    passing.record_without_card(register, "resident", "刘大爷", Direction.OUT, Reading(363))
    passing.record_without_card(register, "visitor", "孙师傅", Direction.IN, Reading(366))
    passing.record_without_card(register, "visitor", "钱进", Direction.IN, Reading(381))
    passing.look_at_scan(register, "4" * 30, Direction.IN)
    return session


def _page(scene: Scene) -> Shell:
    session = _an_evening(scene)
    return _in_shell(scene, session, "day", ShiftPage(session))


def _shift_page(shell: QWidget) -> ShiftPage:
    page = shell.findChild(ShiftPage)
    assert isinstance(page, ShiftPage)
    _idle(_session_of(shell))
    return page


def _see(scene: Scene, shell: QWidget) -> None:
    page = _shift_page(shell)
    for row, count in zip(page.things.rows, ("3", "2", "2", "40"), strict=True):
        row.count.set_text(count)
    page.things.remarks.set_text(
        scene.say("门口的灯坏了，已报物业。", "The lamp at the gate is broken, told.")
    )
    page.people.gives.field.set_text("7319")
    page.people.takes.focus_editor()


@picture("shift", after=_see)
def shift(scene: Scene) -> QWidget:
    return _page(scene)


def _first(scene: Scene, shell: QWidget) -> None:
    page = _shift_page(shell)
    page.things.rows[0].count.set_text("x")
    page.hand_over()


@picture("shift-first", after=_first)
def shift_first(scene: Scene) -> QWidget:
    session = _staffed(scene)
    return _in_shell(scene, session, "day", ShiftPage(session))


def _wait_for_pin(scene: Scene, shell: QWidget) -> None:
    _see(scene, shell)
    people = _shift_page(shell).people
    people.show_error(Denied(RefusalCode.TRY_LATER, name="王芳", seconds=40, side="takes"))


@picture("shift-wait", after=_wait_for_pin)
def shift_wait(scene: Scene) -> QWidget:
    return _page(scene)


def _done(scene: Scene, shell: QWidget) -> None:
    _see(scene, shell)
    page = _shift_page(shell)
    page.people.takes.field.set_text(_PINS["王芳"])
    page.hand_over()
    _idle(_session_of(shell))


@picture("shift-done", after=_done)
def shift_done(scene: Scene) -> QWidget:
    return _page(scene)


def _past(scene: Scene, shell: QWidget) -> None:
    _shift_page(shell)
    PastShiftsSheet(_session_of(shell)).open_over(shell)
    _idle(_session_of(shell))


@picture("shift-past", after=_past)
def shift_past(scene: Scene) -> QWidget:
    return _page(scene)


def _pin(scene: Scene, shell: QWidget) -> None:
    sheet = PinSheet(_session_of(shell))
    sheet.open_over(shell)
    sheet.pin.set_text("1234")
    sheet.again.set_text("1243")
    sheet.go.click()


@picture("shift-pin", after=_pin)
def shift_pin(scene: Scene) -> QWidget:
    return _page(scene)


def _gate(scene: Scene) -> Shell:
    session = _staffed(scene)
    return _in_shell(scene, session, "gate", GatePage(session, sounds=Silent()))


def _duty(locked: bool, shell: QWidget) -> DutyPanel:
    assert isinstance(shell, Shell)
    _idle(_session_of(shell))
    lock = Lock(_session_of(shell), shell)
    lock.locked = locked
    lock.ask()
    _idle(_session_of(shell))
    panel = shell.side()
    assert isinstance(panel, DutyPanel)
    return panel


def _open(scene: Scene, shell: QWidget) -> None:
    _duty(False, shell)


@picture("duty", after=_open)
def duty(scene: Scene) -> QWidget:
    return _gate(scene)


def _locked(scene: Scene, shell: QWidget) -> None:
    panel = _duty(True, shell)
    panel.form.confirm.show_error(Denied(RefusalCode.TRY_LATER, name=OPERATOR, seconds=20))


@picture("duty-locked", after=_locked)
def duty_locked(scene: Scene) -> QWidget:
    return _gate(scene)


@picture("paper-shift", sizes=((900, 1273),), paper=True)
def paper_shift(scene: Scene) -> QImage:
    session = _an_evening(scene)
    remarks = scene.say("门口的灯坏了，已报物业。", "The lamp at the gate is broken.")
    _hand_over(scene, session, OPERATOR, "王芳", remarks)
    last = shifts.newest_shift(session.register)
    assert last is not None
    pdf = io.BytesIO(print_shift(session.register, last.epoch, last.seq, scene.language))
    document = QPdfDocument()

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf.getvalue()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    drawn = document.render(0, document.pagePointSize(0).toSize() * 1.5)
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)

    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image
