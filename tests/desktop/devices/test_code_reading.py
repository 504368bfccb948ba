"""Codes of real cards in simulated webcam pictures: near and far, crooked, badly lit, on a phone."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.devices.code_reading import FIRST, STEPS, find_codes
from desktop.paper.card_face import Layout
from tests.webcam import LARGE, SMALL, Story, as_image, beside, empty_scene, printed, webcam, webcam_picture

SEEDS = range(10)


def is_read(image: QImage, digits: str) -> bool:
    return [code.text for code in find_codes(image)] == [digits]


def share_read(kind: str, pixels_per_mm: float, story: Story) -> float:
    """How many of the pictures are read; whatever else is read from one of them is a failure."""
    read = 0
    for seed in SEEDS:
        card = printed(kind, seed % 3)
        texts = [code.text for code in find_codes(webcam(card, pixels_per_mm, seed, story, SMALL))]
        assert set(texts) <= {card.digits, None}
        read += card.digits in texts
    return read / len(SEEDS)


@pytest.mark.parametrize("pixels_per_mm", [2.5, 3, 4])
def test_a_home_card_is_read_in_all_but_a_few_pictures(pixels_per_mm: float) -> None:
    assert share_read("home", pixels_per_mm, Story.EVERYDAY) >= 0.9


def test_a_district_card_is_read_at_the_distance_at_which_the_plain_reader_fails() -> None:
    assert share_read("district", 4, Story.EVERYDAY) >= 0.9


@pytest.mark.parametrize("story", [Story.DIM, Story.CREASED, Story.PHONE, Story.SHAKEN])
def test_most_home_cards_are_read_in_bad_pictures(story: Story) -> None:
    assert share_read("home", 3, story) >= 0.75


@pytest.mark.parametrize("kind", ["home", "district"])
def test_a_lanyard_card_is_read_like_a_small_one(kind: str) -> None:
    card = printed(kind, 1, Layout.A6)
    assert sum(is_read(webcam(card, 4, seed), card.digits) for seed in range(5)) >= 4


def test_more_is_read_than_by_the_plain_reader() -> None:
    ours = plain = 0
    for seed in SEEDS:
        card = printed("district", seed % 3)
        picture = webcam_picture(card, 3, seed, Story.EVERYDAY, SMALL)
        ours += is_read(as_image(picture), card.digits)
        plain += card.digits in [code.text for code in zxingcpp.read_barcodes(picture)]
    assert ours >= plain + 3


def test_the_corners_are_those_of_the_code_in_the_picture() -> None:
    card = printed("home")
    image = webcam(card, 4, 5)
    for step in STEPS:
        found = find_codes(image, [step])
        # 25 mm; leaning back makes it shorter, perspective a little longer.
        assert 21 < found[0].side / 4 < 27
        xs, ys = zip(*found[0].corners, strict=True)
        assert LARGE[0] * 0.3 < min(xs) < max(xs) < LARGE[0] * 0.7
        assert LARGE[1] * 0.3 < min(ys) < max(ys) < LARGE[1] * 0.7


def test_a_mirrored_picture_reads_too() -> None:
    card = printed("home")
    assert is_read(webcam(card, 4, 5, size=SMALL).flipped(), card.digits)


def test_a_card_on_its_head_reads_too() -> None:
    card = printed("home")
    image = webcam(card, 4, 5, size=SMALL)
    assert is_read(image.flipped(Qt.Orientation.Horizontal | Qt.Orientation.Vertical), card.digits)


@pytest.mark.parametrize(
    "form", [QImage.Format.Format_RGB32, QImage.Format.Format_RGBA8888, QImage.Format.Format_RGB888]
)
def test_pictures_in_colour_read_in_whatever_form_the_camera_gives_them(form: QImage.Format) -> None:
    card = printed("home")
    assert is_read(webcam(card, 4, 5, size=(642, 481)).convertToFormat(form), card.digits)


def test_both_cards_in_view_are_found() -> None:
    one, other = printed("home", 0), printed("home", 1)
    found = find_codes(beside(webcam(one, 3, 1), webcam(other, 3, 2)))
    assert {code.text for code in found} == {one.digits, other.digits}


def test_a_poster_with_a_code_does_not_hide_a_card_that_is_hard_to_read() -> None:
    """The poster reads at the first look, the card only at a later one; looking goes on until digits are found."""
    card = printed("district", 1)
    hard = next(
        image
        for seed in range(20)
        if not find_codes(image := webcam(card, 4, seed), (FIRST,)) and is_read(image, card.digits)
    )
    poster = zxingcpp.create_barcode("https://example.org/health-code", zxingcpp.BarcodeFormat.QRCode)
    light = np.array(zxingcpp.write_barcode_to_image(poster, scale=4))
    rows, columns = light.shape
    picture = QImage(light.tobytes(), columns, rows, columns, QImage.Format.Format_Grayscale8)
    both = hard.copy()
    for y in range(rows):
        for x in range(columns):
            both.setPixelColor(8 + x, 8 + y, picture.pixelColor(x, y))
    assert {code.text for code in find_codes(both)} == {"https://example.org/health-code", card.digits}


def test_an_empty_scene_has_no_code_and_nothing_like_one() -> None:
    for seed in SEEDS:
        assert find_codes(empty_scene(seed, SMALL)) == []


def test_a_code_that_cannot_be_read_is_shown_where_it_is() -> None:
    """So that the page can say: closer, or hold still."""
    card = printed("district", 1)
    seen = [
        code
        for seed in range(24)
        for code in find_codes(webcam(card, 2.5, seed, size=SMALL))
        if code.text is None
    ]
    assert seen
    assert sum(45 < code.side < 75 for code in seen) >= 0.9 * len(seen)


def test_no_picture_has_no_code() -> None:
    assert find_codes(QImage()) == []
