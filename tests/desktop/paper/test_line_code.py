"""The code of one line on large cards, and the sheet on which scanners are tried: read by two other readers."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from db.books.pass_id import Book
from desktop.devices.readings import CODES
from desktop.operations.scans import scanner_card
from desktop.paper import line_code
from desktop.paper.card_face import Layout
from tests.desktop.paper.paper import district_faces, home_face, pages_of, pdf_of, text_of

DOTS = (203, 300)


def all_by_zxing(page: Image.Image) -> list[str]:
    return sorted(code.text for code in zxingcpp.read_barcodes(page))


def all_by_zbar(page: Image.Image) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        page.save(path)
        command = ["zbarimg", "-q", "--raw", str(path)]
        return sorted(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("dots", DOTS)
@pytest.mark.parametrize("colour", [True, False])
def test_a_large_card_has_both_codes_and_both_read(colour: bool, dots: int) -> None:
    faces = [home_face(number, book=book, line_code=True) for number, book in enumerate(Book, 1)]
    faces.append(home_face(8, name=None, unit="", post="", valid_from=None, valid_until=None, line_code=True))
    for face, page in zip(faces, pages_of(pdf_of(faces, Layout.A6, colour=colour), dots), strict=True):
        assert all_by_zxing(page) == [face.token] * 2, face.pass_id
        assert all_by_zbar(page) == [face.token] * 2, face.pass_id


def test_the_line_is_wide_enough_alone_and_says_the_rest_as_before() -> None:
    assert line_code.MODULE_MM >= 0.33
    plain, with_line = home_face(1), home_face(1, line_code=True)
    dots_per_mm = 300 / 25.4
    page = pages_of(pdf_of([with_line], Layout.A6), 300)[0]
    (found,) = (
        code for code in zxingcpp.read_barcodes(page) if code.format == zxingcpp.BarcodeFormat.Code128
    )
    left, right = found.position.top_left.x, found.position.top_right.x
    assert (right - left) / dots_per_mm == pytest.approx(75, abs=0.5)
    quiet = 3.7 * dots_per_mm
    middle = (found.position.top_left.y + found.position.bottom_left.y) // 2
    for edge in ((left - quiet, left - 3), (right + 4, right + quiet)):
        around = page.crop((round(edge[0]), middle - 30, round(edge[1]), middle + 30))
        assert around.getextrema()[0] == 255
    words, fewer = text_of(pdf_of([plain], Layout.A6)), text_of(pdf_of([with_line], Layout.A6))
    assert sorted(words.replace("扫这里", "")) == sorted(fewer)


@pytest.mark.parametrize("layout", [Layout.A4, Layout.CR80])
def test_small_cards_and_cards_of_the_district_have_no_line(layout: Layout) -> None:
    face = home_face(1)
    assert pdf_of([replace(face, line_code=True)], layout) == pdf_of([face], layout)
    district = district_faces()[0]
    assert pdf_of([replace(district, line_code=True)], Layout.A6) == pdf_of([district], Layout.A6)


@pytest.mark.parametrize("digits", ["", "12", "x" * 30, "1" * 29, "１" * 30])
def test_only_a_home_token_is_a_line(digits: str) -> None:
    with pytest.raises(ValueError, match="thirty digits"):
        line_code.bars(digits)


@pytest.mark.parametrize("a4", [True, False])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_of_the_test_card_reads(language: str, a4: bool) -> None:
    pdf = scanner_card(language, a4)
    for dots in DOTS:
        (page,) = pages_of(pdf, dots)
        assert all_by_zxing(page) == sorted(CODES.values())
        assert all_by_zbar(page) == sorted(CODES.values())
    assert ("练习" if language == "zh" else "PRACTICE") in text_of(pdf)
