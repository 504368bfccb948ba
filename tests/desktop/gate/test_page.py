"""The real page on a real register: what a volunteer does, and what stands in the ledger afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from db.books.issuing import reissue_pass, reserve_blanks, revoke_pass
from db.books.pass_id import Book, PassId
from db.books.watch import watch
from db.trust.roles import Role
from desktop.kit.buttons import Button
from desktop.views.gate.wishes import Panel
from tests.desktop.gate.desk import Desk
from tests.registers import FakeClock


def changed(digits: str) -> str:
    """The same digits with another last one."""
    return digits[:-1] + str((int(digits[-1]) + 1) % 10)


# The main job


def test_a_person_goes_through_in_a_scan_three_digits_and_enter(desk: Desk) -> None:
    one, digits = desk.issue("周文静")
    desk.scan(digits)
    assert (desk.kind, desk.word) == ("measure", "Valid. Measure")
    assert desk.number == "0001"
    desk.keys("→␣365")
    assert desk.crossings == []
    desk.keys("⏎")
    assert desk.crossings == [(1, "周文静", "in", 365)]
    assert (desk.kind, desk.word, desk.number) == ("allow", "Let in", "0001")
    entry = desk.entries[0]
    assert (entry.pass_id, entry.verdict, entry.outcome, entry.method) == (one.id, "ok", "passed", "forehead")
    assert desk.sounds.tones == ["measure", "let_in"]


def test_the_new_line_is_on_top_of_the_list_and_in_the_counters(desk: Desk) -> None:
    _, digits = desk.issue("周文静", Book.SUPPORT)
    desk.scan(digits)
    desk.keys("←364⏎")
    model = desk.page.scan.side.model
    assert model.rowCount() == 1
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[0] == "0001" and shown[3] == "周文静" and shown[5] == "36.4"
    counts = desk.page.counters.total()
    assert (counts.entered, counts.left, counts.inside) == (1, 0, 1)


def test_the_second_time_the_direction_is_the_other_one(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(digits)
    desk.keys("←365⏎")
    desk.scan(digits)
    assert desk.sub == "Last in 08:00, now going out"
    desk.keys("366⏎")
    assert desk.crossings == [(1, "周文静", "in", 365), (2, "周文静", "out", 366)]
    assert desk.word == "Let out"


def test_the_direction_is_asked_for_before_a_first_crossing(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(digits)
    desk.keys("365⏎")
    assert desk.note == "Choose in or out first: + or −"
    assert desk.crossings == []
    desk.keys("-⏎")
    assert desk.crossings == [(1, "周文静", "out", 365)]


def test_a_double_scan_is_one(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(digits)
    desk.keys("+365⏎")
    desk.scan(digits, after=2)
    assert desk.word == "Let in"
    assert len(desk.crossings) == 1


def test_three_more_wait_and_each_gets_the_temperature_typed_for_them(desk: Desk) -> None:
    names = ["甲", "乙", "丙", "丁", "戊"]
    cards = [desk.issue(name)[1] for name in names]
    desk.set_rules(lane="in")
    for card in cards[:4]:
        desk.scan(card)
    tray = [waiter.name for waiter in desk.page.scan.side.tray.waiters()]
    assert tray == ["乙", "丙", "丁"]
    desk.scan(cards[4])
    assert desk.note == "Measure those in front first, then scan again"
    desk.keys("361⏎362⏎363⏎364⏎")
    assert [(name, tenths) for _, name, _, tenths in desk.crossings] == [
        ("甲", 361),
        ("乙", 362),
        ("丙", 363),
        ("丁", 364),
    ]
    assert not desk.page.scan.side.tray.isVisible()


def test_the_next_number_is_told_before_it_is_given(desk: Desk) -> None:
    first, second = desk.issue("甲")[1], desk.issue("乙")[1]
    desk.set_rules(lane="in")
    desk.scan(first)
    desk.scan(second)
    desk.keys("365⏎")
    assert desk.number == "0002"
    aside = desk.page.scan.side.aside.face()
    assert aside is not None and (aside.word, aside.number) == ("Let in", "0001")


def test_a_direction_without_temperature_goes_at_once(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="out", temp_out=False)
    desk.scan(digits)
    assert desk.crossings == [(1, "周文静", "out", None)]
    assert desk.word == "Let out"


# Every verdict from its cause


def test_a_code_that_is_none_is_unreadable(desk: Desk) -> None:
    desk.scan("12345678901")
    assert (desk.kind, desk.word) == ("deny", "No entry")
    assert [one.verdict for one in desk.refused] == ["unreadable"]


def test_a_changed_code_is_not_ours(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.scan(changed(digits))
    assert desk.page.scan.verdict.face().hazard
    assert desk.sub == "Not our pass"
    assert [one.verdict for one in desk.refused] == ["forged"]
    assert desk.refused[0].pass_id is None
    assert desk.sounds.tones == ["forged"]


def test_a_revoked_card_says_why(desk: Desk) -> None:
    one, digits = desk.issue()
    with desk.register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    desk.scan(digits)
    assert (desk.kind, desk.sub) == ("deny", "Pass revoked: 离岗")
    desk.keys("365⏎⏎")
    assert desk.crossings == []


def test_a_superseded_card_is_the_old_one(desk: Desk) -> None:
    one, digits = desk.issue()
    with desk.register.writing() as ledger:
        reissue_pass(ledger, one.id, "丢失")
    desk.scan(digits)
    assert desk.sub == "A newer card was made, this one is old"


def test_days_before_and_after_are_told_with_the_day(
    desk: Desk,
) -> None:
    from datetime import date

    early = desk.issue("甲", valid_from=date(2020, 2, 12))[1]
    late = desk.issue("乙", valid_until=date(2020, 2, 9))[1]
    desk.scan(early)
    assert desk.sub == "Valid from 12 Feb"
    desk.scan(late)
    assert desk.sub == "Expired on 9 Feb"
    assert [one.verdict for one in desk.refused] == ["not_yet_valid", "expired"]


def test_a_card_of_another_gate_is_sent_there(desk: Desk) -> None:
    desk.scan("200310" + "2" + "0000001" + "001" + "1234567890123")
    assert desk.sub == "Good at gate 0310, not here"
    assert [one.verdict for one in desk.refused] == ["wrong_gate"]


def test_going_out_a_refused_card_is_looked_at_and_recorded(desk: Desk) -> None:
    one, digits = desk.issue()
    with desk.register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    desk.set_rules(lane="out")
    desk.scan(digits)
    assert (desk.kind, desk.word) == ("attn", "Look first")
    desk.keys("365⏎")
    entry = desk.entries[0]
    assert (entry.verdict, entry.reason, entry.direction.value) == ("attention", "revoked", "out")
    assert desk.refused == []


@pytest.mark.parametrize(("what", "note"), [("key_person", "返咸"), ("overdue", "7:00 前回")])
def test_who_is_watched_is_looked_at_first(desk: Desk, what: str, note: str) -> None:
    one, digits = desk.issue()
    due = "2020-02-10T07:00:00.000+08:00" if what == "overdue" else None
    with desk.register.writing() as ledger:
        watch(ledger, one.id, what, note, due)  # type: ignore[arg-type]
    desk.scan(digits)
    assert (desk.kind, desk.word) == ("attn", "Look first")
    assert note in desk.sub
    desk.keys("+365⏎")
    assert (desk.entries[0].verdict, desk.entries[0].reason) == ("attention", what)


def test_a_blank_card_asks_whose_it_is(desk: Desk) -> None:
    with desk.register.writing() as ledger:
        blank = reserve_blanks(ledger, Book.SUPPORT, 1)[0]
    asked: list[object] = []
    desk.page.new_pass_asked.connect(asked.append)
    desk.scan(blank.digits())
    assert desk.word == "Blank card"
    desk.keys("+365⏎")
    assert desk.note == "Blank card. Press F3 and write whose it is"
    assert desk.crossings == []
    desk.press(Qt.Key.Key_F3)
    assert asked == [PassId(312, Book.SUPPORT, 1)]


def test_already_inside_is_told_with_time_and_number_and_the_missed_one_filled_in(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("365⏎")
    desk.clock.forward(minutes=90)
    desk.scan(digits)
    assert (desk.kind, desk.word) == ("attn", "Already inside")
    assert desk.sub == "In at 08:00 (no. 0001), out was not recorded"
    desk.press(Qt.Key.Key_F11)
    assert [(one.no, one.direction.value, one.inferred) for one in desk.entries] == [
        (1, "in", False),
        (2, "out", True),
    ]
    assert desk.kind == "measure"
    desk.keys("364⏎")
    assert desk.crossings[-1] == (3, "周文静", "in", 364)
    assert desk.entries[-1].verdict == "ok"


def test_the_main_key_fills_in_nothing(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    for _ in range(2):
        desk.scan(digits)
        desk.keys("365⏎")
    assert [(one.direction.value, one.inferred, one.verdict) for one in desk.entries] == [
        ("in", False, "ok"),
        ("in", False, "already_inside"),
    ]


# A refused card, and the one in front


def test_a_refused_card_takes_nothing_from_the_one_in_front(desk: Desk) -> None:
    good, (bad, bad_digits) = desk.issue("甲")[1], desk.issue("乙")
    with desk.register.writing() as ledger:
        revoke_pass(ledger, bad.id, "离岗")
    desk.set_rules(lane="in")
    desk.scan(good)
    desk.keys("36")
    desk.scan(bad_digits)
    aside = desk.page.scan.side.aside
    assert aside.isVisible() and aside.face() is not None
    assert (desk.kind, desk.field) == ("measure", "36")
    desk.keys("5⏎")
    assert desk.crossings == [(1, "甲", "in", 365)]
    assert [one.verdict for one in desk.refused] == ["revoked"]


def test_the_lead_lets_someone_in_with_a_reason(desk: Desk) -> None:
    one, digits = desk.issue()
    with desk.register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.press(Qt.Key.Key_F12)
    desk.keys("2⏎")
    assert desk.word == "Lead lets in"
    desk.keys("365⏎")
    entry = desk.entries[0]
    assert (entry.verdict, entry.override) == ("revoked", "Emergency")


def test_a_volunteer_is_told_to_fetch_the_lead(desk: Desk) -> None:
    one, digits = desk.issue()
    with desk.register.writing() as ledger:
        revoke_pass(ledger, one.id, "离岗")
    desk.register.access = replace(desk.register.access, role=Role.VOLUNTEER)
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.press(Qt.Key.Key_F12)
    panel = desk.page.scan.side.panel
    assert panel is not None and not panel.do_it.isEnabled()
    desk.keys("1⏎")
    assert desk.word == "No entry"
    assert desk.page.scan.side.panel is None


# Temperatures


def test_a_low_temperature_is_taken_again_and_marked(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("346⏎")
    assert desk.note.startswith("Too low")
    desk.keys("/348⏎")
    body = desk.bodies("entry.recorded")[0]
    assert (body["temp_tenths"], body["method"], body["low_before"]) == (348, "wrist", 346)


def test_cannot_be_measured_is_recorded_with_its_reason(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("*")
    desk.keys("⏎")
    assert desk.crossings == []
    desk.keys("1⏎")
    assert desk.crossings == [(1, "周文静", "in", None)]
    assert desk.entries[0].note == "Too cold to measure"


def test_a_reason_in_own_words(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("*4")
    desk.keys("戴着帽子⏎")
    assert desk.entries[0].note == "戴着帽子"


# No card


def test_a_visitor_gets_the_same_line(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    guest = desk.page.panels.guest
    assert guest is not None and desk.has_focus(guest.name.edit)
    desk.keys("史萍玉")
    guest.phone.set_text("13900006731")
    guest.home.set_text("19-3-204")
    guest.directions.choose("in")
    desk.keys("⏎")
    assert (desk.kind, desk.word) == ("measure", "Measure")
    assert desk.has_focus(desk.page)
    desk.keys("369⏎")
    entry = desk.entries[0]
    assert (entry.book, entry.name, entry.pass_id, entry.temp_tenths) == ("visitor", "史萍玉", None, 369)
    details = desk.bodies("entry.recorded")[0]["details"]
    assert details == {"kind": "Visitor", "phone": "13900006731", "home": "19-3-204"}
    assert guest.is_empty()


def test_a_visitor_who_leaves_is_one_press_away(desk: Desk) -> None:
    for name, way in (("史萍玉", "in"), ("刘大爷", "in"), ("刘大爷", "out")):
        desk.press(Qt.Key.Key_F5)
        guest = desk.page.panels.guest
        assert guest is not None
        guest.name.set_text(name)
        guest.directions.choose(way)
        desk.keys("⏎")
        desk.keys("365⏎")
    desk.press(Qt.Key.Key_F5)
    assert guest is not None
    offered = [
        one for one in guest.findChildren(Button) if one.isVisible() and one.text() in ("史萍玉", "刘大爷")
    ]
    assert [button.text() for button in offered] == ["史萍玉"]
    offered[0].click()
    desk.keys("⏎")
    desk.keys("366⏎")
    assert desk.crossings[-1] == (4, "史萍玉", "out", 366)


def test_someone_without_a_card_is_sent_away_with_a_reason(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.keys("黄娜莲")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.keys("1⏎")
    assert [(one.verdict, one.name, one.reason) for one in desk.refused] == [
        ("no_card", "黄娜莲", "No card, nobody fetches them")
    ]
    assert desk.word == "Sent away"
    assert desk.crossings == []


def test_the_form_is_filled_without_a_mouse(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    guest = desk.page.panels.guest
    assert guest is not None
    desk.keys("李四")
    for _ in range(20):
        desk.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and guest.directions.isAncestorOf(focus):
            break
    desk.press(Qt.Key.Key_Right)
    desk.keys("␣")
    assert guest.directions.current() == "out"
    desk.keys("⏎")
    desk.keys("365⏎")
    assert desk.crossings == [(1, "李四", "out", 365)]


def test_a_name_is_asked_for(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.keys("⏎")
    guest = desk.page.panels.guest
    assert guest is not None and guest.name.has_error()
    assert desk.page.conductor.flow.front is None


def test_what_was_typed_in_the_form_is_still_there_after_a_scan(desk: Desk) -> None:
    _, digits = desk.issue("甲")
    desk.press(Qt.Key.Key_F5)
    desk.keys("史萍")
    desk.scan(digits)
    guest = desk.page.panels.guest
    assert guest is not None and guest.name.text() == "史萍"
    desk.keys("玉")
    assert guest.name.text() == "史萍玉"
    assert desk.page.conductor.flow.front is not None


# Undo


def test_the_last_line_is_voided_with_a_reason(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("365⏎")
    desk.press(Qt.Key.Key_F9)
    desk.keys("2⏎")
    entry = desk.entries[0]
    assert (entry.no, entry.voided_reason) == (1, "Wrong direction")
    assert desk.bodies("entry.voided")[0]["no"] == 1
    assert desk.page.scan.side.panel is None
    desk.scan(digits)
    desk.keys("364⏎")
    assert desk.crossings[-1] == (2, "周文静", "in", 364)


def test_a_line_further_down_is_voided_from_the_list(desk: Desk) -> None:
    cards = [desk.issue(name)[1] for name in ("甲", "乙")]
    desk.set_rules(lane="in")
    for card in cards:
        desk.scan(card)
        desk.keys("365⏎")
    desk.keys("↓↓")
    desk.press(Qt.Key.Key_F9)
    desk.keys("1⏎")
    assert [(one.name, one.voided_at is not None) for one in desk.entries] == [("甲", True), ("乙", False)]


def test_esc_closes_the_question_and_voids_nothing(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("365⏎")
    desk.press(Qt.Key.Key_F9)
    desk.keys("⎋")
    assert desk.page.scan.side.panel is None
    assert desk.entries[0].voided_at is None


# Finding by hand


def test_someone_is_found_by_initials_and_marked_as_found_by_hand(desk: Desk) -> None:
    desk.issue("周文静")
    desk.issue("王小芳")
    desk.press(Qt.Key.Key_F2)
    desk.keys("zwj")
    found = desk.page.scan.side.search.rows.passes
    assert [one.holder.name for one in found] == ["周文静"]
    desk.keys("⏎")
    assert desk.has_focus(desk.page)
    details = desk.page.scan.verdict.details()
    assert details is not None and details.facts[2].beside == "found by hand"
    desk.keys("+365⏎")
    assert desk.crossings == [(1, "周文静", "in", 365)]
    assert desk.bodies("entry.recorded")[0]["by_hand"] is True


def test_a_letter_on_the_page_begins_a_search(desk: Desk) -> None:
    desk.issue("王小芳")
    desk.keys("wxf")
    assert desk.page.scan.top.search.text() == "wxf"
    assert [one.holder.name for one in desk.page.scan.side.search.rows.passes] == ["王小芳"]


def test_a_number_with_its_letter_finds_the_pass(desk: Desk) -> None:
    desk.issue("甲")
    desk.issue("乙")
    desk.keys("m2")
    assert [one.holder.name for one in desk.page.scan.side.search.rows.passes] == ["乙"]


def test_down_and_up_choose_among_those_who_were_found(desk: Desk) -> None:
    desk.issue("王小芳", phone="13800001111")
    desk.issue("王小方", phone="13800002222")
    desk.press(Qt.Key.Key_F2)
    desk.keys("wxf↓")
    names = [one.holder.name for one in desk.page.scan.side.search.rows.passes]
    desk.keys("⏎")
    front = desk.page.conductor.flow.front
    assert front is not None and front.name == names[1]


def test_esc_leaves_the_search(desk: Desk) -> None:
    desk.issue("王小芳")
    desk.press(Qt.Key.Key_F2)
    desk.keys("wx⎋⎋")
    assert desk.has_focus(desk.page)
    assert desk.page.scan.top.search.text() == ""


def test_digits_typed_into_the_search_are_no_temperature(desk: Desk) -> None:
    _, digits = desk.issue("王小芳", phone="13800001111")
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.press(Qt.Key.Key_F2)
    desk.keys("1380")
    assert desk.field == ""
    assert desk.page.scan.top.search.text() == "1380"


def test_the_digits_of_a_card_typed_into_the_search_are_a_scan(desk: Desk) -> None:
    _, digits = desk.issue("王小芳")
    desk.press(Qt.Key.Key_F2)
    desk.page.scan.top.search.edit.setText(digits)
    desk.keys("⏎")
    front = desk.page.conductor.flow.front
    assert front is not None and front.name == "王小芳" and not front.by_hand


# Keys


def test_space_and_enter_press_no_button(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    for widget in (desk.page.scan.action.main, desk.page.scan.side.table, desk.page.scan.top.mute):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.setFocus()
        desk.keys("␣␣")
    front = desk.page.conductor.flow.front
    assert front is not None and front.direction is not None and front.direction.value == "in"
    assert desk.crossings == []
    assert not desk.session.settings.mute


def test_digits_come_to_the_temperature_whatever_has_the_focus(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.page.scan.side.table.setFocus()
    desk.keys("365")
    assert desk.field == "36.5"
    desk.keys("⏎")
    assert desk.crossings == [(1, "周文静", "in", 365)]


def test_a_held_key_types_one_digit_and_records_once(desk: Desk) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    cards = [desk.issue(name)[1] for name in ("甲", "乙")]
    desk.set_rules(lane="in")
    for card in cards:
        desk.scan(card)
    desk.keys("365")
    for repeat in (False, True, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeat
        )
        QCoreApplication.sendEvent(desk.page, event)
        desk.settle()
    assert len(desk.crossings) == 1


def test_a_morning_from_the_number_pad_alone(desk: Desk) -> None:
    """Digits, Enter, and the four signs: in, out, cannot measure, where, void, retest, cancel."""
    cards = [desk.issue(name)[1] for name in ("甲", "乙", "丙", "丁")]
    desk.scan(cards[0])
    desk.keys("+365⏎")
    desk.scan(cards[1])
    desk.keys("-/366⏎")
    desk.scan(cards[2])
    desk.keys("+*1⏎")
    desk.keys("9⏎3⏎")
    desk.scan(cards[3])
    desk.keys("+376⏎")
    desk.clock.forward(minutes=11)
    desk.keys("8⏎367⏎")
    desk.keys("⏎")
    desk.scan(cards[2])
    desk.keys("0⏎")
    assert desk.crossings == [
        (1, "甲", "in", 365),
        (2, "乙", "out", 366),
        (3, "丙", "in", None),
        (4, "丁", "in", 367),
    ]
    assert desk.entries[1].method == "wrist"
    assert [one.voided_reason for one in desk.entries] == [None, None, "Wrong person", None]
    assert desk.page.conductor.flow.front is None


def test_the_lane_is_turned_by_key_and_kept(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F6)
    assert desk.session.settings.lane == "in"
    desk.keys("6⏎")
    assert desk.session.settings.lane == "out"
    assert desk.page.scan.top.lane.current() == "out"
    desk.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.settings.lane == "auto"


def test_the_lead_is_called_and_that_is_a_line(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lead_name="王建国", lead_phone="13800006021")
    desk.scan(changed(digits))
    desk.press(Qt.Key.Key_F7)
    call = desk.page.panels.call
    assert call is not None
    assert "13800006021" in [label.text() for label in call.findChildren(QLabel)]
    desk.keys("1")
    assert desk.bodies("help.called") == [{"who": "lead", "pass": None, "name": ""}]
    assert desk.page.scan.side.panel is None


# When the register says no


def test_what_could_not_be_written_stays_on_the_page_with_the_reason(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.register.writes = False
    desk.keys("365⏎")
    assert desk.note.startswith("Not saved.")
    assert (desk.kind, desk.field) == ("measure", "36.5")
    desk.register.writes = True
    desk.keys("⏎")
    assert desk.crossings == [(1, "周文静", "in", 365)]


# First use, panels of the window, languages


def test_an_empty_gate_says_what_to_do_next(desk: Desk) -> None:
    asked: list[object] = []
    desk.page.new_pass_asked.connect(asked.append)
    assert desk.word == "Make a first pass"
    desk.page.scan.empty.button.click()
    assert asked == [None]
    desk.issue()
    desk.page.conductor.read_day()
    desk.settle()
    assert desk.word == "Ready for the next pass"


def test_the_windows_panel_stands_where_the_list_is(desk: Desk) -> None:
    from PySide6.QtWidgets import QWidget

    panel = QWidget()
    before = desk.page.scan.action.width()
    assert desk.page.take_side_panel(panel)
    desk.settle()
    assert panel.isVisible() and not desk.page.scan.side.lines.isVisible()
    assert desk.page.scan.action.width() == before
    desk.page.open_panel(Panel.CALL)
    assert not panel.isVisible()
    desk.keys("⎋")
    assert panel.isVisible()
    desk.page.give_back_side_panel(panel)
    assert desk.page.scan.side.lines.isVisible()
    panel.deleteLater()


def test_the_page_speaks_the_language_that_is_chosen(desk: Desk) -> None:
    from desktop.language import install_language

    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    install_language("zh")
    desk.settle()
    assert desk.word == "证有效，测体温"
    assert desk.page.scan.verdict.details() is not None
    assert desk.page.scan.verdict.details().number == "医-0312-000001"  # type: ignore[union-attr]
    desk.keys("365⏎")
    assert desk.word == "可以进"
    install_language("en")
    desk.settle()
    assert desk.word == "Let in"


def test_midnight_begins_a_new_day(desk: Desk) -> None:
    _, digits = desk.issue()
    desk.set_rules(lane="in")
    desk.scan(digits)
    desk.keys("365⏎")
    desk.clock.at("2020-02-11 00:01")
    desk.page.tick()
    desk.settle()
    assert desk.page.scan.side.model.rowCount() == 0
    desk.scan(digits)
    assert desk.number == "0001"


def test_a_clock_for_tests_is_not_the_machines(desk: Desk) -> None:
    assert isinstance(desk.clock, FakeClock)
    assert desk.page.conductor.today().isoformat() == "2020-02-10"
