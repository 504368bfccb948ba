"""Photos on cards: small enough, upright, and never the reason that a card does not print."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from desktop.paper.card_face import Layout
from desktop.paper.photos import prepared
from tests.desktop.paper.paper import home_face, pages_of, pdf_of, read_by_zxing


def picture(width: int, height: int, form: str = "JPEG", colour: str = "#C04020", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, form, **options)
    return out.getvalue()


def pixels(photo: bytes, width: float = 15, height: float = 20, colour: bool = True) -> Image.Image:
    made = prepared(photo, width, height, colour)
    assert made is not None
    return made.reader._image


def test_a_camera_picture_is_reduced_to_what_a_printer_shows() -> None:
    assert pixels(picture(4000, 3000)).size == (177, 236)


def test_a_small_picture_is_not_enlarged_but_cut_to_the_frame() -> None:
    assert pixels(picture(90, 200)).size == (90, 120)


def test_a_picture_taken_sideways_stands_upright() -> None:
    sideways = Image.new("RGB", (400, 300), "white")
    sideways.paste("black", (0, 0, 100, 300))
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    out = io.BytesIO()
    sideways.save(out, "JPEG", exif=exif)
    upright = pixels(out.getvalue())
    top, bottom = upright.getpixel((88, 5)), upright.getpixel((88, 230))
    assert isinstance(top, tuple) and isinstance(bottom, tuple)
    assert max(top) < 60 and min(bottom) > 200


def test_what_is_clear_prints_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (150, 200), (0, 0, 0, 0)).save(out, "PNG")
    corner = pixels(out.getvalue()).getpixel((5, 5))
    assert isinstance(corner, tuple) and min(corner) > 250


def test_black_and_white_cards_carry_grey_photos() -> None:
    assert pixels(picture(400, 500), colour=False).mode == "L"


@pytest.mark.parametrize("photo", [b"", b"no picture at all", picture(300, 400)[:200]])
def test_what_is_no_picture_does_not_hold_up_the_card(photo: bytes) -> None:
    page = pages_of(pdf_of([home_face(photo=photo)]), 203)[0]
    assert read_by_zxing(page) == [home_face().token]


def test_a_card_with_a_photo_carries_it_small() -> None:
    noisy = Image.effect_noise((3000, 4000), 60).convert("RGB")
    out = io.BytesIO()
    noisy.save(out, "JPEG")
    pdf = pdf_of([home_face(photo=out.getvalue())], Layout.A4)
    [image] = PdfReader(io.BytesIO(pdf)).pages[0].images
    assert image.image is not None
    assert image.image.size == (177, 236)
    assert len(pdf) < 120_000
