"""What a camera sees thirty times a second is shown once."""

from __future__ import annotations

from desktop.devices.sightings import Sight, Sightings

CARD, OTHER = "200312200001230010000000000001", "200312200001240010000000000002"
POSTER = "https://example.org"


def test_a_card_in_view_is_one_scan_however_long_it_stays() -> None:
    sightings = Sightings()
    assert sightings.see([CARD], 0.0) == (Sight.SCAN, CARD)
    for tenth in range(1, 300):
        assert sightings.see([CARD], tenth / 10) == (Sight.AGAIN, CARD)


def test_the_same_card_is_ignored_for_five_seconds() -> None:
    sightings = Sightings()
    sightings.see([CARD], 0.0)
    assert sightings.see([], 0.1) == (Sight.NOTHING, "")
    assert sightings.see([CARD], 3.0) == (Sight.AGAIN, CARD)
    assert sightings.see([CARD], 4.9) == (Sight.AGAIN, CARD)
    assert sightings.see([CARD], 6.0) == (Sight.SCAN, CARD)


def test_a_card_that_is_read_now_and_then_while_it_lies_there_is_not_scanned_again() -> None:
    sightings = Sightings()
    sightings.see([CARD], 0.0)
    for at in (0.9, 1.8, 2.7, 3.6, 4.5, 5.4, 6.3):
        assert sightings.see([], at - 0.1) == (Sight.NOTHING, "")
        assert sightings.see([CARD], at) == (Sight.AGAIN, CARD)
    assert sightings.see([CARD], 7.4) == (Sight.SCAN, CARD)


def test_another_card_counts_at_once() -> None:
    sightings = Sightings()
    sightings.see([CARD], 0.0)
    assert sightings.see([OTHER], 0.2) == (Sight.SCAN, OTHER)
    assert sightings.see([CARD], 0.4) == (Sight.AGAIN, CARD)


def test_of_two_cards_none_counts_until_one_is_gone() -> None:
    sightings = Sightings()
    assert sightings.see([CARD, OTHER], 0.0) == (Sight.SEVERAL, "")
    assert sightings.see([OTHER, CARD], 0.1) == (Sight.SEVERAL, "")
    assert sightings.see([OTHER], 0.2) == (Sight.SCAN, OTHER)


def test_a_card_and_its_mirror_image_are_one() -> None:
    assert Sightings().see([CARD, CARD], 0.0) == (Sight.SCAN, CARD)


def test_other_codes_are_no_cards_and_hide_none() -> None:
    sightings = Sightings()
    assert sightings.see([POSTER], 0.0) == (Sight.FOREIGN, "")
    assert sightings.see([POSTER, CARD], 0.1) == (Sight.SCAN, CARD)
    assert sightings.see([POSTER, CARD], 0.2) == (Sight.AGAIN, CARD)


def test_what_was_forgotten_counts_again() -> None:
    sightings = Sightings()
    sightings.see([CARD], 0.0)
    sightings.forget()
    assert sightings.see([CARD], 0.1) == (Sight.SCAN, CARD)
