"""The rules of the gate page, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.books.pass_id import Book, PassId
from db.books.verdict import Verdict
from desktop.views.gate.person import Guest, Person, Result, Stage
from desktop.views.gate.wishes import LookAtPass, NextLane, Note
from tests.desktop.gate.people import IN, OUT, Gate, hold_of

NAMES = ["甲", "乙", "丙", "丁", "戊"]


@pytest.fixture
def gate() -> Gate:
    """A gate in the automatic lane that measures both ways, with five good cards whose holders are outside."""
    gate = Gate()
    for number, name in enumerate(NAMES, start=1):
        gate.knows(number, name=name)
    return gate


def card(number: int) -> str:
    from tests.desktop.gate.people import card as digits

    return digits(number)


# Nobody is waved on before the thermometer


def test_a_good_card_writes_nothing_by_itself(gate: Gate) -> None:
    gate.scan(card(1))
    assert gate.front == "甲"
    assert gate.flow.front is not None and gate.flow.front.stage is Stage.MEASURE
    assert gate.lines == []
    assert gate.played == ["measure"]


def test_temperature_and_enter_write_the_line_and_only_then_comes_the_green_sound(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("365")
    assert "let_in" not in gate.played
    gate.key("⏎")
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.played == ["measure", "let_in"]
    assert isinstance(gate.flow.shown, Result)
    assert gate.flow.front is None


@pytest.mark.parametrize("keys", ["36.5⏎", "36。5⏎", "36,5⏎", "365⏎"])
def test_the_point_may_be_left_out_or_be_any_point(gate: Gate, keys: str) -> None:
    gate.scan(card(1))
    gate.key(keys)
    assert gate.recorded == [("甲", "in", 365)]


def test_enter_without_a_temperature_asks_for_it(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("⏎")
    assert gate.lines == []
    assert gate.flow.note is Note.TEMPERATURE_FIRST
    assert gate.played == ["measure", "attention"]


@pytest.mark.parametrize(
    ("keys", "note"), [("36⏎", Note.UNFINISHED), ("299⏎", Note.OUT_OF_RANGE), ("431⏎", Note.OUT_OF_RANGE)]
)
def test_what_is_no_temperature_is_said_and_not_written(gate: Gate, keys: str, note: Note) -> None:
    gate.scan(card(1))
    gate.key(keys)
    assert gate.lines == []
    assert gate.flow.note is note


def test_after_a_value_out_of_range_the_next_digit_begins_anew(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("635⏎")
    gate.key("365⏎")
    assert gate.recorded == [("甲", "in", 365)]


def test_an_unfinished_value_goes_on_where_it_was(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("36⏎5⏎")
    assert gate.recorded == [("甲", "in", 365)]


def test_backspace_mends_a_digit(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("356")
    gate.flow.back(gate.now)
    gate.flow.back(gate.now)
    gate.key("65⏎")
    assert gate.recorded == [("甲", "in", 365)]


# Directions


def test_the_direction_follows_the_last_crossing(gate: Gate) -> None:
    gate.knows(9, name="壬", last=IN)
    gate.scan(card(9))
    gate.key("364⏎")
    assert gate.recorded == [("壬", "out", 364)]
    assert gate.played[-1] == "let_out"


def test_before_a_first_crossing_the_direction_is_asked_for(gate: Gate) -> None:
    gate.knows(9, name="壬", last=None)
    gate.scan(card(9))
    assert gate.flow.front is not None and gate.flow.front.direction is None
    gate.key("365⏎")
    assert gate.flow.note is Note.CHOOSE_DIRECTION
    assert gate.lines == []
    gate.take(gate.flow.face(OUT))
    gate.key("⏎")
    assert gate.recorded == [("壬", "out", 365)]


def test_a_fixed_lane_decides_the_direction() -> None:
    gate = Gate(lane=OUT)
    gate.knows(1, last=OUT, lane=OUT)
    gate.scan(card(1))
    assert gate.flow.front is not None
    assert gate.flow.front.direction is OUT
    assert gate.flow.front.look is not None and gate.flow.front.look.verdict is Verdict.ALREADY_OUTSIDE


def test_space_turns_the_direction_and_what_the_card_is_worth_with_it(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("␣")
    front = gate.flow.front
    assert front is not None and front.direction is OUT
    assert front.look is not None and front.look.verdict is Verdict.ALREADY_OUTSIDE
    gate.key("␣365⏎")
    assert gate.recorded == [("甲", "in", 365)]


def test_space_chooses_in_where_nothing_is_chosen(gate: Gate) -> None:
    gate.knows(9, name="壬", last=None)
    gate.scan(card(9))
    gate.key("␣")
    assert gate.flow.front is not None and gate.flow.front.direction is IN


def test_another_lane_turns_those_who_were_not_turned_by_hand(gate: Gate) -> None:
    from dataclasses import replace

    gate.scan(card(1))
    gate.scan(card(2))
    gate.take(gate.flow.face(IN))
    gate.flow.set_rules(replace(gate.flow.rules, lane=OUT))
    assert [person.direction for person in gate.flow.queue] == [IN, OUT]


# Directions that need no temperature


def test_where_no_temperature_is_needed_the_line_is_written_at_once() -> None:
    gate = Gate(temp_out=False)
    gate.knows(1, name="甲", last=IN)
    gate.scan(card(1))
    assert gate.recorded == [("甲", "out", None)]
    assert gate.played == ["let_out"]


def test_but_not_before_the_direction_is_known() -> None:
    gate = Gate(temp_out=False)
    gate.knows(1, name="甲", last=None)
    gate.scan(card(1))
    assert gate.lines == []
    gate.take(gate.flow.face(OUT))
    assert gate.recorded == [("甲", "out", None)]


def test_and_not_where_someone_has_to_look_first() -> None:
    gate = Gate(temp_in=False, temp_out=False)
    gate.knows(1, name="甲", worry="key_person")
    gate.scan(card(1))
    assert gate.lines == []
    gate.key("⏎")
    assert gate.recorded == [("甲", "in", None)]


def test_a_temperature_that_is_not_needed_may_be_taken_all_the_same() -> None:
    gate = Gate(temp_out=False)
    gate.knows(1, name="甲", last=IN, worry="overdue")
    gate.scan(card(1))
    gate.key("371⏎")
    assert gate.recorded == [("甲", "out", 371)]


def test_someone_who_need_not_be_measured_passes_while_another_waits_for_the_thermometer() -> None:
    gate = Gate(temp_out=False)
    gate.knows(1, name="甲", last=OUT)
    gate.knows(2, name="乙", last=IN)
    gate.scan(card(1))
    gate.key("36")
    gate.scan(card(2))
    assert gate.recorded == [("乙", "out", None)]
    assert gate.front == "甲" and gate.field == "36"
    assert isinstance(gate.flow.aside, Result)


# The tray


def test_up_to_three_people_wait_in_order_and_the_temperature_goes_to_the_one_in_front(gate: Gate) -> None:
    for number in (1, 2, 3, 4):
        gate.scan(card(number))
    assert gate.front == "甲"
    assert gate.waiting == ["乙", "丙", "丁"]
    gate.key("361⏎362⏎363⏎364⏎")
    assert gate.recorded == [("甲", "in", 361), ("乙", "in", 362), ("丙", "in", 363), ("丁", "in", 364)]


def test_one_more_is_not_dropped_in_silence(gate: Gate) -> None:
    for number in (1, 2, 3, 4):
        gate.scan(card(number))
    gate.played.clear()
    gate.scan(card(5))
    assert gate.flow.note is Note.TRAY_FULL
    assert gate.played == ["attention"]
    assert gate.waiting == ["乙", "丙", "丁"]
    gate.key("361⏎")
    gate.scan(card(5), after=100)
    assert gate.waiting == ["丙", "丁", "戊"]


def test_scans_that_are_still_being_looked_at_take_their_place_in_the_tray(gate: Gate) -> None:
    gate.answers = False
    for number in (1, 2, 3, 4, 5):
        gate.scan(card(number))
    assert gate.looked_at == [card(number) for number in (1, 2, 3, 4)]
    assert gate.flow.note is Note.TRAY_FULL


def test_scanning_the_one_in_front_again_changes_nothing(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("36")
    gate.scan(card(1))
    assert gate.looked_at == [card(1)]
    assert gate.field == "36"
    assert gate.waiting == []
    assert gate.flow.note is Note.IN_FRONT


def test_scanning_someone_who_waits_changes_nothing(gate: Gate) -> None:
    gate.scan(card(1))
    gate.scan(card(2))
    gate.scan(card(2))
    assert gate.waiting == ["乙"]
    assert (gate.flow.note, gate.flow.note_name) == (Note.WAITING_ALREADY, "乙")


def test_the_same_person_by_name_and_by_card_is_one(gate: Gate) -> None:
    gate.scan(card(1))
    gate.take(gate.flow.picked(PassId(312, Book.MEDICAL, 1)))
    assert gate.waiting == []
    assert gate.flow.note is Note.IN_FRONT


def test_a_scan_in_the_middle_of_a_temperature_takes_nothing_away(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("36")
    gate.scan(card(2))
    assert gate.field == "36"
    gate.key("5⏎")
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.front == "乙" and gate.field == ""


def test_the_last_ones_verdict_stays_beside_the_next(gate: Gate) -> None:
    gate.scan(card(1))
    gate.scan(card(2))
    gate.key("365⏎")
    assert isinstance(gate.flow.aside, Result) and gate.flow.aside.person.name == "甲"
    assert gate.front == "乙"
    gate.key("366⏎")
    assert isinstance(gate.flow.shown, Result) and gate.flow.shown.person.name == "乙"


# One scan is one scan


@pytest.mark.parametrize("after", [200, 1_500, 3_000])
def test_the_same_card_within_three_seconds_is_one_scan(gate: Gate, after: int) -> None:
    gate.scan(card(1))
    seen = gate.now
    gate.key("365⏎")
    gate.now = seen
    gate.scan(card(1), after=after)
    assert gate.looked_at == [card(1)]
    assert isinstance(gate.flow.shown, Result)


def test_a_card_left_under_the_scanner_is_one_scan(gate: Gate) -> None:
    gate.scan(card(1))
    for _ in range(5):
        gate.scan(card(1), after=2_000)
    assert gate.looked_at == [card(1)]


def test_after_that_it_is_another(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("365⏎")
    gate.scan(card(1), after=3_500)
    assert gate.looked_at == [card(1), card(1)]


# Cards that let nobody in


def test_a_refused_card_stays_until_the_next_scan(gate: Gate) -> None:
    gate.knows(8, name="", refused=Verdict.REVOKED)
    gate.scan(card(8))
    assert gate.flow.front is not None and gate.flow.front.stage is Stage.REFUSED
    assert gate.played == ["stop"]
    gate.scan(card(1))
    assert gate.front == "甲" and gate.waiting == []


@pytest.mark.parametrize("key", ["⎋", "⏎"])
def test_or_until_someone_says_it_is_understood(gate: Gate, key: str) -> None:
    gate.knows(8, refused=Verdict.EXPIRED)
    gate.scan(card(8))
    gate.key(key)
    assert gate.flow.front is None
    assert gate.lines == []


@pytest.mark.parametrize("verdict", [Verdict.FORGED, Verdict.UNKNOWN_ISSUER])
def test_a_card_that_is_not_ours_sounds_twice(gate: Gate, verdict: Verdict) -> None:
    gate.knows(8, refused=verdict, genuine=False, last=None)
    gate.scan(card(8))
    assert gate.played == ["forged"]


def test_refusing_one_does_not_lose_the_one_in_front(gate: Gate) -> None:
    gate.knows(8, name="庚", refused=Verdict.REVOKED)
    gate.scan(card(1))
    gate.key("36")
    gate.scan(card(8))
    assert gate.front == "甲" and gate.field == "36"
    assert isinstance(gate.flow.aside, Person) and gate.flow.aside.name == "庚"
    assert gate.played[-1] == "stop"
    gate.key("5⏎")
    assert gate.recorded == [("甲", "in", 365)]


def test_a_temperature_goes_to_nobody_with_a_refused_card(gate: Gate) -> None:
    gate.knows(8, refused=Verdict.REVOKED)
    gate.scan(card(8))
    gate.key("365⏎")
    assert gate.lines == []
    assert gate.flow.note is Note.SCAN_FIRST


def test_going_out_nobody_is_kept_in_by_a_card(gate: Gate) -> None:
    gate.knows(8, name="庚", refused=Verdict.EXPIRED, last=None)
    gate.scan(card(8))
    assert gate.flow.front is not None and gate.flow.front.stage is Stage.REFUSED
    gate.take(gate.flow.face(OUT))
    assert gate.flow.open is gate.flow.front
    gate.key("365⏎")
    assert gate.recorded == [("庚", "out", 365)]


def test_the_lead_may_let_someone_in_with_a_reason_and_a_temperature(gate: Gate) -> None:
    gate.knows(8, name="庚", refused=Verdict.REVOKED)
    gate.scan(card(8))
    gate.take(gate.flow.override("  "))
    assert gate.flow.open is None
    gate.take(gate.flow.override("救护车"))
    gate.key("⏎")
    assert gate.flow.note is Note.TEMPERATURE_FIRST
    gate.key("365⏎")
    assert gate.recorded == [("庚", "in", 365)]
    assert gate.lines[0].person.override == "救护车"


def test_the_main_key_never_lets_a_refused_card_in(gate: Gate) -> None:
    for verdict in Verdict:
        if verdict.refuses:
            gate.knows(8, refused=verdict)
            gate.scan(card(8))
            gate.key("⏎")
            gate.scan(card(8))
            gate.key("365⏎⏎")
    assert gate.lines == []


# Already inside


def test_a_missed_crossing_is_filled_in_but_never_by_the_main_key() -> None:
    from tests.desktop.gate.people import arrival

    gate = Gate(lane=IN)
    gate.knows(1, name="甲", last=IN, lane=IN)
    gate.scan(card(1))
    assert gate.flow.front is not None and gate.flow.front.missed
    assert gate.played == ["attention"]
    gate.take(gate.flow.fill_in())
    assert [(wish.person.name, wish.direction) for wish in gate.filled] == [("甲", OUT)]
    gate.take(gate.flow.filled_in(gate.flow.front, arrival(1, name="甲", last=OUT, lane=IN)))
    assert gate.flow.front.stage is Stage.MEASURE
    gate.key("365⏎")
    assert gate.recorded == [("甲", "in", 365)]


def test_enter_records_that_crossing_and_fills_in_nothing() -> None:
    gate = Gate(lane=IN)
    gate.knows(1, name="甲", last=IN, lane=IN)
    gate.scan(card(1))
    gate.key("365⏎")
    assert gate.recorded == [("甲", "in", 365)]
    assert gate.filled == []


def test_where_nothing_was_missed_nothing_is_filled_in(gate: Gate) -> None:
    gate.scan(card(1))
    gate.take(gate.flow.fill_in())
    assert gate.filled == []
    assert gate.flow.note is Note.NOTHING_MISSED


# Low, and not to be measured


def test_a_low_temperature_is_measured_once_more_by_another_method(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("346⏎")
    assert gate.lines == []
    assert gate.flow.note is Note.LOW_AGAIN
    assert gate.field == ""
    gate.take(gate.flow.next_method())
    gate.key("366⏎")
    assert gate.recorded == [("甲", "in", 366)]
    assert gate.lines[0].reading.method == "wrist"


def test_the_second_low_one_is_accepted_and_marked(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("346⏎348⏎")
    assert gate.recorded == [("甲", "in", 348)]
    assert gate.lines[0].person.low_before == 346
    assert gate.flow.note is Note.LOW_TWICE


def test_thirty_five_degrees_are_not_low(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("350⏎")
    assert gate.recorded == [("甲", "in", 350)]


def test_cannot_be_measured_is_an_answer_with_a_reason(gate: Gate) -> None:
    gate.scan(card(1))
    gate.take(gate.flow.cannot_measure("太冷，测不出"))
    assert gate.recorded == [("甲", "in", None)]
    assert gate.lines[0].note == "太冷，测不出"
    assert gate.played[-1] == "let_in"


def test_the_methods_go_round(gate: Gate) -> None:
    gate.scan(card(1))
    assert gate.flow.front is not None
    seen = [gate.flow.front.method]
    for _ in range(5):
        gate.flow.next_method()
        seen.append(gate.flow.front.method)
    assert seen == ["forehead", "wrist", "neck", "armpit", "ear", "forehead"]


# Fever


def test_a_fever_is_held_at_once_and_the_next_can_be_measured(gate: Gate) -> None:
    gate.scan(card(1))
    gate.scan(card(2))
    gate.key("378⏎")
    assert isinstance(gate.flow.aside, Result) and gate.flow.aside.held is not None
    assert gate.played[-1] == "fever"
    gate.key("365⏎")
    assert gate.recorded == [("甲", "in", 378), ("乙", "in", 365)]


@pytest.mark.parametrize(("tenths", "held"), [("372", False), ("373", True)])
def test_the_fever_line_is_where_it_is_set(gate: Gate, tenths: str, held: bool) -> None:
    gate.scan(card(1))
    gate.key(tenths + "⏎")
    assert isinstance(gate.flow.shown, Result)
    assert (gate.flow.shown.held is not None) is held


def test_the_second_reading_before_the_wait_is_over_is_asked_for_twice(gate: Gate) -> None:
    gate.knows(7, name="赵丽华", worry="held", hold=hold_of(7))
    gate.flow.wait_left = lambda hold: 312
    gate.scan(card(7))
    gate.key("366⏎")
    assert gate.lines == [] and gate.flow.note is Note.EARLY
    gate.key("⏎")
    assert gate.recorded == [("赵丽华", "in", 366)]
    assert gate.played[-1] == "let_in"


def test_the_second_reading_when_the_wait_is_over_needs_one_enter(gate: Gate) -> None:
    gate.knows(7, name="赵丽华", worry="held", hold=hold_of(7))
    gate.scan(card(7))
    gate.key("366⏎")
    assert gate.recorded == [("赵丽华", "in", 366)]


def test_a_second_fever_turns_away(gate: Gate) -> None:
    gate.knows(7, name="赵丽华", worry="held", hold=hold_of(7))
    gate.scan(card(7))
    gate.key("376⏎")
    assert isinstance(gate.flow.shown, Result) and gate.flow.shown.turned_away
    assert gate.played[-1] == "stop"


def test_a_second_reading_cannot_be_left_out() -> None:
    gate = Gate(temp_in=False)
    gate.knows(7, name="赵丽华", worry="held", hold=hold_of(7))
    gate.scan(card(7))
    gate.key("⏎")
    assert gate.flow.note is Note.SECOND_NEEDED
    gate.take(gate.flow.cannot_measure("太冷"))
    assert gate.flow.note is Note.SECOND_NEEDED
    assert gate.lines == []


# No card, blank cards, people found by hand


def test_someone_without_a_card_is_measured_like_everyone(gate: Gate) -> None:
    guest = Guest("visitor", "访客", "史萍玉", "13900006731", "19-3-204", "接人就医")
    gate.take(gate.flow.guest_comes(guest, IN))
    gate.key("369⏎")
    assert gate.recorded == [("史萍玉", "in", 369)]
    assert gate.lines[0].person.guest == guest
    assert guest.details() == {
        "kind": "访客",
        "phone": "13900006731",
        "home": "19-3-204",
        "reason": "接人就医",
    }


def test_someone_without_a_card_waits_in_the_tray_like_everyone(gate: Gate) -> None:
    gate.scan(card(1))
    gate.take(gate.flow.guest_comes(Guest("resident", "居民", "刘大爷"), OUT))
    assert gate.front == "甲" and gate.waiting == ["刘大爷"]


def test_someone_found_by_hand_is_marked_so_and_never_goes_at_once() -> None:
    gate = Gate(temp_in=False, temp_out=False)
    gate.take(gate.flow.picked(PassId(312, Book.MEDICAL, 3)))
    assert gate.wishes[0] == LookAtPass(PassId(312, Book.MEDICAL, 3), None)
    assert gate.lines == []
    assert gate.flow.front is not None and gate.flow.front.by_hand


def test_a_blank_card_needs_a_name_before_anyone_goes_in_with_it(gate: Gate) -> None:
    gate.knows(6, name="", last=None, worry="blank")
    gate.scan(card(6))
    gate.take(gate.flow.face(IN))
    gate.key("365⏎")
    assert gate.flow.note is Note.BIND_FIRST and gate.lines == []
    gate.take(gate.flow.face(OUT))
    gate.key("⏎")
    assert [line.direction for line in gate.lines] == [OUT]


# Esc


def test_esc_goes_back_one_step_at_a_time(gate: Gate) -> None:
    gate.scan(card(1))
    gate.scan(card(2))
    gate.key("36⎋")
    assert gate.field == "" and gate.front == "甲"
    gate.key("⎋")
    assert gate.front == "乙"
    assert (gate.flow.note, gate.flow.note_name) == (Note.CANCELLED, "甲")
    assert gate.lines == []


def test_esc_takes_the_last_verdict_away(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("365⏎⎋")
    assert gate.flow.shown is None


def test_esc_takes_a_refused_card_at_the_side_away_before_the_one_in_front(gate: Gate) -> None:
    gate.knows(8, refused=Verdict.REVOKED)
    gate.scan(card(1))
    gate.scan(card(8))
    gate.key("⎋")
    assert gate.flow.aside is None and gate.front == "甲"


def test_someone_cancelled_can_be_scanned_again_at_once(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("⎋")
    gate.scan(card(1), after=500)
    assert gate.front == "甲"


# When the disk is slow, or fails


def test_a_temperature_typed_before_the_verdict_is_there_is_not_lost(gate: Gate) -> None:
    gate.answers = False
    gate.scan(card(1))
    gate.key("365⏎")
    assert gate.lines == []
    gate.answers = True
    gate.take(gate.flow.looked(gate.looks[card(1)]))
    assert gate.recorded == [("甲", "in", 365)]


def test_but_it_is_nobodys_where_the_card_is_refused(gate: Gate) -> None:
    gate.knows(8, refused=Verdict.REVOKED)
    gate.answers = False
    gate.scan(card(8))
    gate.key("365⏎")
    gate.answers = True
    gate.take(gate.flow.looked(gate.looks[card(8)]))
    gate.scan(card(1))
    assert gate.lines == [] and gate.field == ""


def test_the_next_can_be_typed_while_a_line_is_being_written(gate: Gate) -> None:
    gate.scan(card(1))
    gate.scan(card(2))
    gate.answers = False
    gate.key("361⏎362")
    assert gate.front == "乙" and gate.field == "36.2"
    first = gate.lines[0]
    gate.answers = True
    gate.answer(first)
    assert gate.front == "乙" and gate.field == "36.2"


def test_who_could_not_be_written_is_in_front_again_with_the_temperature(gate: Gate) -> None:
    gate.scan(card(1))
    gate.scan(card(2))
    gate.answers = False
    gate.key("361⏎36")
    gate.take(gate.flow.not_recorded(gate.lines[0].person))
    assert gate.front == "甲" and gate.field == "36.1"
    assert gate.waiting == ["乙"]
    assert gate.flow.note is Note.NOT_SAVED
    gate.answers = True
    gate.key("⏎")
    assert gate.recorded[-1] == ("甲", "in", 361)
    assert gate.front == "乙" and gate.field == "36"


def test_a_verdict_that_could_not_be_had_can_be_asked_for_again(gate: Gate) -> None:
    gate.answers = False
    gate.scan(card(1))
    gate.take(gate.flow.not_looked())
    assert gate.flow.note is Note.NOT_SAVED
    gate.answers = True
    gate.scan(card(1), after=200)
    assert gate.front == "甲"


def test_a_refused_card_that_comes_while_a_line_is_written_does_not_vanish(gate: Gate) -> None:
    gate.knows(8, name="庚", refused=Verdict.REVOKED)
    gate.scan(card(1))
    gate.answers = False
    gate.key("365⏎")
    line = gate.lines[0]
    gate.answers = True
    gate.scan(card(8))
    gate.answer(line)
    assert gate.front == "庚"
    assert isinstance(gate.flow.aside, Result)


# Temperature first


def test_a_temperature_typed_and_not_confirmed_is_the_next_ones_and_still_needs_enter(gate: Gate) -> None:
    gate.key("365")
    gate.scan(card(1))
    assert gate.field == "36.5" and gate.lines == []
    gate.key("⏎")
    assert gate.recorded == [("甲", "in", 365)]


def test_but_not_for_long(gate: Gate) -> None:
    gate.key("365")
    assert not gate.flow.tick(gate.now + 19_000)
    assert gate.flow.tick(gate.now + 21_000)
    gate.scan(card(1))
    assert gate.field == ""


# The number pad


@pytest.mark.parametrize(
    ("digit", "panel"),
    [("2", "SEARCH"), ("5", "WITHOUT_CARD"), ("7", "CALL"), ("8", "RETESTS"), ("9", "VOID")],
)
def test_a_digit_alone_and_enter_is_the_f_key_of_that_number(gate: Gate, digit: str, panel: str) -> None:
    gate.scan(card(1))
    gate.key(digit + "⏎")
    assert gate.opened == [panel]
    assert gate.front == "甲" and gate.field == ""


def test_nought_and_enter_is_esc(gate: Gate) -> None:
    gate.scan(card(1))
    gate.key("0⏎")
    assert gate.flow.front is None


def test_six_and_enter_turn_the_lane(gate: Gate) -> None:
    gate.key("6⏎")
    assert gate.wishes == [NextLane()]


@pytest.mark.parametrize("digit", ["3", "4"])
def test_a_digit_with_which_a_temperature_begins_is_no_command(gate: Gate, digit: str) -> None:
    gate.scan(card(1))
    gate.key(digit + "⏎")
    assert gate.opened == []
    assert gate.flow.note is Note.UNFINISHED


# Whatever happens


KEYS = st.sampled_from(["3", "6", "5", "7", ".", "⏎", "⎋", "␣", "365⏎", "378⏎"])
SCANS = st.integers(1, 7)


@given(st.lists(st.one_of(KEYS, SCANS), max_size=60))
def test_nobody_who_was_scanned_is_lost_and_nobody_is_recorded_twice(events: list[str | int]) -> None:
    """Every look that was asked for ends as a line, as someone who is still there, or as someone cancelled."""
    gate = Gate()
    for number in range(1, 8):
        gate.knows(number, name=f"人{number}")
    cancelled = 0
    for event in events:
        if isinstance(event, int):
            gate.scan(card(event), after=4_000)
        elif event == "⎋":
            before = len(gate.flow.queue)
            gate.key(event)
            cancelled += before - len(gate.flow.queue)
        else:
            gate.key(event)
    assert len(gate.looked_at) == len(gate.lines) + len(gate.flow.queue) + cancelled
    assert len(gate.flow.queue) <= 4
    names = [person.name for person in gate.flow.queue]
    assert len(set(names)) == len(names)


@given(
    st.lists(st.tuples(SCANS, st.integers(355, 372)), min_size=1, max_size=4, unique_by=lambda pair: pair[0])
)
def test_each_temperature_goes_to_the_one_for_whom_it_was_typed(people: list[tuple[int, int]]) -> None:
    gate = Gate()
    for number, _ in people:
        gate.knows(number, name=f"人{number}")
        gate.scan(card(number))
    for _, tenths in people:
        gate.key(f"{tenths}⏎")
    assert gate.recorded == [(f"人{number}", "in", tenths) for number, tenths in people]
