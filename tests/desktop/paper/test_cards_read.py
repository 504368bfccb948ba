"""A card reads at the first try from its printed page, by two readers, in colour and in black and white."""

from __future__ import annotations

import pytest
from PIL import Image

from db.books.pass_id import Book
from desktop.paper.card_face import CardFace, Layout
from tests.desktop.paper.paper import (
    codes_of,
    district_faces,
    home_face,
    pages_of,
    pdf_of,
    read_by_zbar,
    read_by_zxing,
)

PRINTERS = (203, 300)


def batch() -> list[CardFace]:
    books = [home_face(number, book=book) for number, book in enumerate(Book, 1)]
    blank = home_face(9, name=None, unit="", post="", valid_from=None, valid_until=None)
    longest = sorted(district_faces(), key=lambda face: len(face.token))
    return [*books, blank, home_face(10, practice=True), longest[0], longest[-1]]


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("layout", list(Layout))
def test_every_code_reads_with_both_readers_at_both_resolutions(layout: Layout, colour: bool) -> None:
    faces = batch()
    pdf = pdf_of(faces, layout, colour=colour)
    for dots_per_inch in PRINTERS:
        pages = pages_of(pdf, dots_per_inch)
        expected = sorted(face.token for face in faces)
        assert sorted(text for page in pages for text in read_by_zxing(page)) == expected
        assert sorted(text for page in pages for text in read_by_zbar(page)) == expected


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("layout", [Layout.CR80, Layout.A6])
def test_every_code_is_25_mm_wide_and_alone_in_its_quiet_zone(layout: Layout, colour: bool) -> None:
    dots_per_inch = 300
    dots_per_mm = dots_per_inch / 25.4
    for face, page in zip(
        batch(), pages_of(pdf_of(batch(), layout, colour=colour), dots_per_inch), strict=True
    ):
        code = codes_of(page)[0]
        place = code.position
        corners = [place.top_left, place.top_right, place.bottom_left, place.bottom_right]
        left, right = min(corner.x for corner in corners), max(corner.x for corner in corners)
        top, bottom = min(corner.y for corner in corners), max(corner.y for corner in corners)
        assert (right - left) / dots_per_mm == pytest.approx(25, abs=0.4)
        assert (bottom - top) / dots_per_mm == pytest.approx(25, abs=0.4)
        modules = 21 if len(face.token) == 30 else 41
        quiet = 4 * 25 / modules * dots_per_mm - 4
        assert darkest_around(page, (left, top, right, bottom), quiet) == 255, face.pass_id


def darkest_around(page: Image.Image, code: tuple[int, int, int, int], quiet: float) -> int:
    """The darkest point of the frame of white around a code, `quiet` points wide."""
    left, top, right, bottom = code
    inside = page.copy()
    inside.paste(255, (left - 3, top - 3, right + 4, bottom + 4))
    frame = inside.crop(
        (round(left - quiet), round(top - quiet), round(right + quiet), round(bottom + quiet))
    )
    darkest, _ = frame.getextrema()
    assert isinstance(darkest, int)
    return darkest
