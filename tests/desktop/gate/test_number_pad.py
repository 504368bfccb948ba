"""The gate page worked with the seventeen keys of a cheap number pad, and nothing else, in every state it can be in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.books.issuing import revoke_pass
from db.books.pass_id import Book
from desktop.operations.clock import ClockTrouble
from desktop.views.gate.panel import takes_text
from desktop.views.gate.wishes import Panel
from tests.desktop.gate.desk import Desk
from tests.registers import issue

PAD = {
    **{str(digit): Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)},
    ".": Qt.Key.Key_Period,
    "+": Qt.Key.Key_Plus,
    "-": Qt.Key.Key_Minus,
    "*": Qt.Key.Key_Asterisk,
    "/": Qt.Key.Key_Slash,
    "⏎": Qt.Key.Key_Enter,
}
WITHOUT_NUMLOCK = {
    "0": Qt.Key.Key_Insert, "1": Qt.Key.Key_End, "2": Qt.Key.Key_Down, "3": Qt.Key.Key_PageDown,
    "4": Qt.Key.Key_Left, "5": Qt.Key.Key_Clear, "6": Qt.Key.Key_Right, "7": Qt.Key.Key_Home,
    "8": Qt.Key.Key_Up, "9": Qt.Key.Key_PageUp, ".": Qt.Key.Key_Delete,
}  # fmt: skip


def pad(desk: Desk, keys: str) -> None:
    """Keys of the pad; ⏎ is its Enter."""
    for key in keys:
        target = QApplication.focusWidget() or desk.page
        QTest.keyClick(target, PAD[key], Qt.KeyboardModifier.KeypadModifier)
        desk.settle()


def without_numlock(desk: Desk, keys: str) -> None:
    """The same keys while the lamp is off: they carry no text."""
    for key in keys:
        if key not in WITHOUT_NUMLOCK:
            pad(desk, key)
            continue
        press = QKeyEvent(QEvent.Type.KeyPress, WITHOUT_NUMLOCK[key], Qt.KeyboardModifier.KeypadModifier, "")
        QCoreApplication.sendEvent(QApplication.focusWidget() or desk.page, press)
        desk.settle()


def at_rest(desk: Desk) -> bool:
    """Whether nobody is in front, no panel is open, and digits come to the page."""
    page, flow = desk.page, desk.page.conductor.flow
    return (
        flow.front is None
        and not flow.typed
        and page.scan.side.panel is None
        and not page.in_fevers
        and not takes_text(QApplication.focusWidget())
    )


def test_a_whole_hour_from_the_number_pad_alone(desk: Desk) -> None:
    """Every state of the page in one hour: each is worked, or left, with the pad."""
    names = "甲乙丙丁戊己庚辛"
    cards = {name: desk.issue(name, phone=f"1380000{n:04d}")[1] for n, name in enumerate(names, 1)}
    support = {name: desk.issue(name, Book.SUPPORT)[1] for name in ("子", "丑", "寅")}
    # A first crossing: the direction, a slip of the finger taken back by the star, the temperature.
    desk.scan(cards["甲"])
    pad(desk, "+356*365⏎")
    # Another place of the body, and a low reading measured again.
    desk.scan(cards["乙"])
    pad(desk, "+346⏎/362⏎")
    # Not to be measured, with its reason; then voided with its reason.
    desk.scan(cards["丙"])
    pad(desk, "+*1⏎")
    pad(desk, "9⏎3⏎")
    # A fever, the retest eleven minutes later, and back.
    desk.scan(cards["丁"])
    pad(desk, "+376⏎")
    desk.clock.forward(minutes=11)
    pad(desk, "8⏎37.9*367⏎")
    pad(desk, "⏎")
    assert at_rest(desk)
    # The temperature first, and then the card.
    pad(desk, "364⏎")
    desk.scan(cards["甲"])
    # Scans ahead: three wait, one goes away again, the temperatures follow in order.
    for name in "乙戊己":
        desk.scan(cards[name])
    pad(desk, "366⏎0⏎")
    pad(desk, "+363⏎")
    # A crossing that was missed is filled in from the menu.
    desk.scan(cards["甲"])
    pad(desk, "-.1")
    pad(desk, "365⏎")
    assert at_rest(desk)
    # A refused card: the lead is called, then it is understood.
    revoked, digits = issue(desk.register, "钱")
    with desk.register.writing() as ledger:
        revoke_pass(ledger, revoked.id, "离岗")
    desk.scan(digits)
    pad(desk, "7⏎1")
    desk.scan(digits)
    # Only the lead lets someone in, with the star and a reason; and the thermometer is not spared.
    pad(desk, "*1⏎+366⏎")
    # Somebody without a card: a phone number for a name.
    pad(desk, "5⏎")
    pad(desk, "13900006731⏎")
    pad(desk, "+365⏎")
    # Found by the last four of the phone.
    pad(desk, "2⏎")
    pad(desk, "0007⏎")
    pad(desk, "+365⏎")
    # A queue of the support book, by the menu: scan, temperature, scan.
    pad(desk, ".3")
    pad(desk, "3+⏎")
    for name in "子丑寅":
        desk.scan(support[name])
        pad(desk, "364")
    pad(desk, "⏎.3")
    # The lane, all round.
    pad(desk, "6⏎6⏎6⏎")
    assert desk.session.settings.lane == "auto"
    assert at_rest(desk)
    assert desk.crossings == [
        (1, "甲", "in", 365),
        (2, "乙", "in", 362),
        (3, "丙", "in", None),
        (4, "丁", "in", 367),
        (5, "甲", "out", 364),
        (6, "乙", "out", 366),
        (7, "己", "in", 363),
        (8, "甲", "in", None),
        (9, "甲", "out", 365),
        (10, "钱", "in", 366),
        (11, "Visitor", "in", 365),
        (12, "庚", "in", 365),
        (13, "子", "in", 364),
        (14, "丑", "in", 364),
        (15, "寅", "in", 364),
    ]
    entries = desk.entries
    assert [one.no for one in entries if one.voided_reason] == [3]
    assert entries[1].method == "wrist"
    assert [line["who"] for line in desk.bodies("help.called")] == ["lead"]


def test_every_panel_is_left_with_nought_and_enter(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(digits)
    pad(desk, "+365⏎")
    for opened in ("2⏎", "5⏎", "7⏎", "8⏎", "9⏎", ".", ".3", "2⏎123*", "5⏎12*", "9⏎5"):
        pad(desk, opened)
        assert not at_rest(desk), opened
        pad(desk, "0")
        if not at_rest(desk):
            pad(desk, "⏎")
        assert at_rest(desk), opened
    assert len(desk.crossings) == 1 and not desk.entries[0].voided_reason


def test_the_point_shows_all_that_can_be_done_and_only_where_it_is_no_decimal_point(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(digits)
    pad(desk, "+36.5")
    assert desk.field == "36.5" and desk.page.scan.side.panel is None
    pad(desk, "*.")
    menu = desk.page.panels.menu
    assert menu is not None and desk.page.scan.side.panel is menu
    said = menu.rows.accessibleDescription()
    assert "7: Call the lead" in said and "*: Cannot measure" in said
    pad(desk, ".")
    assert desk.page.scan.side.panel is None and desk.page.conductor.flow.front is not None


def test_the_camera_and_the_sound_are_in_the_menu(desk: Desk) -> None:
    wanted: list[bool] = []
    desk.page.camera_wanted.connect(lambda: wanted.append(True))
    pad(desk, ".4")
    pad(desk, "./")
    assert wanted == [True]
    assert desk.session.settings.mute


def test_with_the_lamp_of_numlock_off_it_is_the_same(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    without_numlock(desk, "36.5⏎")
    assert desk.crossings == [(1, "周文静", "in", 365)]
    without_numlock(desk, "7⏎")
    assert desk.page.scan.side.panel is desk.page.panels.call
    without_numlock(desk, "0" + "2⏎" + "31*0001")
    assert desk.page.finder.field.text() == "0001"
    pad(desk, ".")
    assert desk.page.finder.field.text() == "0001."
    desk.page.open_panel(Panel.QUEUE)
    desk.settle()
    assert desk.page.finder.field.text() == ""


def test_the_key_with_two_noughts_is_a_nought(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(digits)
    pad(desk, "+3600")
    assert desk.field == "36.0"
    pad(desk, "*00⏎")
    assert at_rest(desk) and desk.crossings == []


def test_those_who_came_in_without_a_card_are_chosen_with_plus_and_leave(desk: Desk) -> None:
    pad(desk, "5⏎")
    pad(desk, "13900006731⏎")
    pad(desk, "+365⏎")
    pad(desk, "5⏎")
    pad(desk, "+⏎")
    pad(desk, "366⏎")
    assert [(name, way) for _, name, way, _ in desk.crossings] == [("Visitor", "in"), ("Visitor", "out")]


def test_the_clock_is_set_from_the_pad(desk: Desk) -> None:
    now = desk.register.clock.now()
    desk.page.scan.side.clock.ask(ClockTrouble("before_2020", now.replace(year=2019), None))
    pad(desk, "..")
    pad(desk, "20200211⏎")
    pad(desk, "0830⏎")
    assert at_rest(desk) and not desk.page.scan.side.clock.isVisible()
    assert desk.register.clock.stamp()[:16] == "2020-02-11T08:30"


CONTROL = Qt.KeyboardModifier.ControlModifier


SECOND_WAYS: tuple[tuple[Qt.Key | None, Qt.Key | None, str, Panel], ...] = (
    (Qt.Key.Key_F2, Qt.Key.Key_F, "2", Panel.SEARCH),
    (Qt.Key.Key_F3, Qt.Key.Key_N, "", Panel.NEW_PASS),
    (Qt.Key.Key_F5, Qt.Key.Key_G, "5", Panel.WITHOUT_CARD),
    (Qt.Key.Key_F7, None, "7", Panel.CALL),
    (Qt.Key.Key_F8, None, "8", Panel.RETESTS),
    (Qt.Key.Key_F9, Qt.Key.Key_Z, "9", Panel.VOID),
    (Qt.Key.Key_F12, Qt.Key.Key_O, "", Panel.OVERRIDE),
    (None, Qt.Key.Key_Q, "", Panel.QUEUE),
)


def test_what_an_f_key_opens_has_a_second_way(desk: Desk) -> None:
    opened: list[Panel] = []

    def note(wanted: Panel, _then: object) -> bool:
        opened.append(wanted)
        return False

    desk.page.may_open = note
    for key, letter, digit, panel in SECOND_WAYS:
        opened.clear()
        if key is not None:
            desk.press(key)
        if letter is not None:
            desk.press(letter, CONTROL)
        if digit:
            pad(desk, f"{digit}⏎")
        ways = sum(bool(way) for way in (key, letter, digit))
        assert opened == [panel] * ways and (ways > 1 or key is None)
